# SPDX-License-Identifier: Apache-2.0
#
# The firmware of a board: what tests the port itself, and the examples.

enable_testing()
include(ports/firmware.cmake)
add_subdirectory(ports/tests)
add_subdirectory(tests/check/firmware)
add_subdirectory(examples)
if(MOTE_BENCH)
  add_subdirectory(bench)
endif()
