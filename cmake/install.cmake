# SPDX-License-Identifier: Apache-2.0
#
# Headers and library, a CMake package, a pkg-config file; the program with its man page and completions.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(mote_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/mote)
install(DIRECTORY include/mote DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(TARGETS mote EXPORT moteTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT moteTargets NAMESPACE mote:: DESTINATION ${mote_cmake_dir})

configure_package_config_file(cmake/moteConfig.cmake.in ${PROJECT_BINARY_DIR}/moteConfig.cmake
  INSTALL_DESTINATION ${mote_cmake_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/moteConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/moteConfig.cmake ${PROJECT_BINARY_DIR}/moteConfigVersion.cmake
  DESTINATION ${mote_cmake_dir})

# Relative to the .pc file, so that an installed tree may be moved.
file(RELATIVE_PATH mote_pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
set(mote_pc_cflags "-I\${includedir}")
if(NOT MOTE_TEXT)
  string(APPEND mote_pc_cflags " -DMOTE_TEXT=0")
endif()
configure_file(cmake/mote.pc.in ${PROJECT_BINARY_DIR}/mote.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/mote.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

if(MOTE_TOOLS)
  install(TARGETS mote_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(FILES ${MOTE_DOCS_DIR}/mote.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${MOTE_DOCS_DIR}/mote.bash RENAME mote DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${MOTE_DOCS_DIR}/mote.zsh RENAME _mote DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${MOTE_DOCS_DIR}/mote.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
