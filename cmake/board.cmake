# SPDX-License-Identifier: Apache-2.0
#
# The firmware of a board: what tests the port itself, and the examples.

enable_testing()
include(ports/firmware.cmake)
foreach(folder ports/tests examples)
  if(EXISTS ${PROJECT_SOURCE_DIR}/${folder}/CMakeLists.txt)
    add_subdirectory(${folder})
  endif()
endforeach()
