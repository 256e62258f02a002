# SPDX-License-Identifier: Apache-2.0
# Uses Signpost from project/, in a fresh folder that is removed at the end.
#   WAY=installed      installs the tree that was just built; the project finds it with find_package
#   WAY=subdirectory   the project takes the sources with add_subdirectory and builds shared libraries of them; then
#                      those are installed, and the project finds them with find_package
cmake_minimum_required(VERSION 3.25)
string(RANDOM LENGTH 12 suffix)
set(work "${SIGNPOST_BINARY}/consumer-${suffix}")
file(MAKE_DIRECTORY "${work}")

# run(WHAT COMMAND...): fails the test, with the output, when the command fails.
function(run what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    file(REMOVE_RECURSE "${work}")
    message(FATAL_ERROR "${what} failed (${result}):\n${output}")
  endif()
  message(STATUS "${what}\n${output}")
endfunction()

# build(NAME COMPONENTS OPTION...): configures, builds and runs project/ in ${work}/NAME. COMPONENTS: joined by commas.
function(build name components)
  run("configuring ${name}" "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}/project"
    -B "${work}/${name}" "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}"
    "-DCOMPONENTS=${components}" ${ARGN})
  run("building ${name}" "${CMAKE_COMMAND}" --build "${work}/${name}" --parallel 2)
  run("running ${name}" "${work}/${name}/consumer" "${work}/${name}/two.signpost")
  string(REPLACE "," ";" components "${components}")
  foreach(component IN LISTS components)
    run("running ${name} ${component}" "${work}/${name}/consumer_${component}")
  endforeach()
endfunction()

set(prefix "${work}/prefix")
if(WAY STREQUAL "installed")
  run("installing" "${CMAKE_COMMAND}" --install "${SIGNPOST_BINARY}" --prefix "${prefix}")
  build(core "" "-DCMAKE_PREFIX_PATH=${prefix}" "-DCMAKE_CXX_FLAGS=${FLAGS}")
else()
  build(subdirectory "${COMPONENTS}" "-DSIGNPOST_SOURCE=${SIGNPOST_SOURCE}" -DBUILD_SHARED_LIBS=ON
    -DSIGNPOST_INSTALL=ON -DCMAKE_CXX_FLAGS=-O1)
  run("installing" "${CMAKE_COMMAND}" --install "${work}/subdirectory" --prefix "${prefix}")
endif()
build(with_components "${COMPONENTS}" "-DCMAKE_PREFIX_PATH=${prefix}" "-DCMAKE_CXX_FLAGS=${FLAGS}")
file(REMOVE_RECURSE "${work}")
