# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` copies: headers, libraries, the program, and the package that find_package(signpost) reads.
# Each library has an export of its own, so that a program that asks for the core needs nothing of the others.
include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/signpost")

set(SIGNPOST_COMPONENTS)
foreach(component IN ITEMS signpost dialect ingest)
  if(component STREQUAL "signpost")
    set(target signpost)
  else()
    set(target signpost_${component})
  endif()
  if(NOT TARGET ${target})
    continue()
  endif()
  list(APPEND SIGNPOST_COMPONENTS ${component})
  install(TARGETS ${target} EXPORT signpost-${component}
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
  install(EXPORT signpost-${component} NAMESPACE signpost:: DESTINATION "${package_dir}"
    FILE signpost-${component}-targets.cmake)
endforeach()
if(TARGET signpost_cli)
  file(RELATIVE_PATH libraries "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBDIR}")
  set_target_properties(signpost_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${libraries}")
  install(TARGETS signpost_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/signpost" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
  FILES_MATCHING PATTERN "*.h")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/NOTICE"
  DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/signpost")

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/signpost-config.cmake.in"
  "${PROJECT_BINARY_DIR}/signpost-config.cmake" INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may break what the one before promised.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/signpost-config-version.cmake"
  VERSION ${PROJECT_VERSION} COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/signpost-config.cmake" "${PROJECT_BINARY_DIR}/signpost-config-version.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/SignpostDependencies.cmake" DESTINATION "${package_dir}")
