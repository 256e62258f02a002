# SPDX-License-Identifier: Apache-2.0
# signpost_module(NAME SOURCES file... [LINK target...])
#   One folder of src/ as an object library signpost_NAME. scripts/check_layers.py, not CMake, says which folder may
#   include which.
# signpost_test(NAME MODULES module... | LIBRARIES target... [SOURCES file...])
#   One test executable from NAME.cc (or SOURCES). MODULES links the named folders alone, for tests of internals.

add_library(signpost_options INTERFACE)
target_compile_features(signpost_options INTERFACE cxx_std_20)
target_compile_options(signpost_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Woverloaded-virtual
  # {.query = "boots"} is how our structs are meant to be filled.
  -Wno-missing-field-initializers)
target_include_directories(signpost_options INTERFACE
  "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/src")

function(signpost_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(signpost_${name} OBJECT ${ARG_SOURCES})
  target_link_libraries(signpost_${name} PUBLIC signpost_options absl::status absl::statusor absl::flat_hash_map
    absl::flat_hash_set signpost_deps::xxhash ${ARG_LINK})
endfunction()

function(signpost_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;MODULES;LIBRARIES" ${ARGN})
  if(NOT ARG_SOURCES)
    set(ARG_SOURCES ${name}.cc)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_MODULES PREPEND signpost_)
  target_link_libraries(${name} PRIVATE signpost_options ${ARG_MODULES} ${ARG_LIBRARIES} Catch2::Catch2WithMain)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(${name} PRIVATE SIGNPOST_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  catch_discover_tests(${name} TEST_PREFIX "${name}: ")
endfunction()
