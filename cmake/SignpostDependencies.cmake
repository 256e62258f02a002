# SPDX-License-Identifier: Apache-2.0
# Finds what the chosen parts link. Also read by the installed package, so it must work in another project.
# Packages of Debian without a CMake file of their own become imported targets signpost_deps::NAME.

find_package(absl REQUIRED)
if(SIGNPOST_PUBLIC_DEPENDENCIES_ONLY)  # all that a program needs that links the shared libraries
  return()
endif()
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(Threads REQUIRED)

function(signpost_import name header library)
  if(TARGET signpost_deps::${name})
    return()
  endif()
  find_path(SIGNPOST_${name}_INCLUDE ${header} REQUIRED)
  find_library(SIGNPOST_${name}_LIBRARY ${library} REQUIRED)
  add_library(signpost_deps::${name} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(signpost_deps::${name} PROPERTIES
    IMPORTED_LOCATION "${SIGNPOST_${name}_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${SIGNPOST_${name}_INCLUDE}")
endfunction()

signpost_import(xxhash xxhash.h xxhash)
signpost_import(lz4 lz4hc.h lz4)
signpost_import(stemmer libstemmer.h stemmer)
signpost_import(roaring roaring/roaring.h roaring)
signpost_import(re2 re2/re2.h re2)
if(SIGNPOST_BUILD_DIALECT)
  find_package(boost_json 1.75 REQUIRED)
endif()
if(SIGNPOST_BUILD_INGEST)
  find_package(yaml-cpp REQUIRED)
  signpost_import(md4c md4c.h md4c)
  signpost_import(gumbo gumbo.h gumbo)
endif()
