# SPDX-License-Identifier: Apache-2.0
# Firmware for the board that the toolchain file was given (MOTE_BOARD):
#
#   mote_add_firmware(<target> [STACK_BYTES <n>] <source>...)
#
# links an ELF file with start-up code and linker script, writes a map file beside it, and adds the target run-<target>,
# which runs it in the emulator. In add_test(NAME ... COMMAND <target> <argument>...) the firmware receives the arguments
# and its exit status is the test's.
include_guard(GLOBAL)
include(${CMAKE_CURRENT_LIST_DIR}/../cmake/warnings.cmake)

if(NOT MOTE_BOARD_DIR)
  message(FATAL_ERROR "Firmware needs a board: configure with "
                      "--toolchain cmake/toolchains/arm-none-eabi-gcc.cmake -DMOTE_BOARD=<board>")
endif()

set(MOTE_PORT_CONSOLE semihosting CACHE STRING "Where firmware prints: semihosting or uart")
set_property(CACHE MOTE_PORT_CONSOLE PROPERTY STRINGS semihosting uart)

# Relative paths in board.cmake start at the board's folder.
function(mote_board_path variable path)
  get_filename_component(absolute ${path} ABSOLUTE BASE_DIR ${MOTE_BOARD_DIR})
  if(NOT EXISTS ${absolute})
    message(FATAL_ERROR "${MOTE_BOARD_DIR}/board.cmake names ${path}, but there is no ${absolute}")
  endif()
  set(${variable} ${absolute} PARENT_SCOPE)
endfunction()

function(mote_add_port_library)
  foreach(needed MOTE_BOARD_CLOCK_HZ MOTE_BOARD_STACK_BYTES MOTE_BOARD_TIME_SOURCE)
    if(NOT ${needed})
      message(FATAL_ERROR "${MOTE_BOARD_DIR}/board.cmake does not set ${needed}")
    endif()
  endforeach()
  set(board_sources ${MOTE_BOARD_SOURCES} ${MOTE_BOARD_TIME_SOURCE})
  if(MOTE_PORT_CONSOLE STREQUAL "uart")
    if(NOT MOTE_BOARD_UART_SOURCE)
      message(FATAL_ERROR "MOTE_PORT_CONSOLE=uart: ${MOTE_BOARD_DIR}/board.cmake does not set MOTE_BOARD_UART_SOURCE")
    endif()
    list(APPEND board_sources ${MOTE_BOARD_UART_SOURCE})
  elseif(MOTE_PORT_CONSOLE STREQUAL "semihosting")
    list(APPEND board_sources ${MOTE_PORT_DIR}/cortex-m/console_semihosting.c)
  else()
    message(FATAL_ERROR "MOTE_PORT_CONSOLE=${MOTE_PORT_CONSOLE}: must be semihosting or uart")
  endif()
  set(sources startup.c fault.c measure.c semihosting.c printf.c memory.c)
  list(TRANSFORM sources PREPEND ${MOTE_PORT_DIR}/cortex-m/)
  foreach(source ${board_sources})
    mote_board_path(source ${source})
    list(APPEND sources ${source})
  endforeach()

  # Objects, not an archive: the vector table and the handlers are referred to by nothing.
  add_library(mote_port OBJECT ${sources})
  target_include_directories(mote_port PUBLIC ${MOTE_PORT_DIR} PRIVATE ${MOTE_PORT_DIR}/cortex-m)
  target_compile_definitions(mote_port PUBLIC MOTE_PORT_CLOCK_HZ=${MOTE_BOARD_CLOCK_HZ}u)
  mote_compile_options(mote_port)
  if(MOTE_BOARD_UART_BASE)
    target_compile_definitions(mote_port PRIVATE MOTE_PORT_UART_BASE=${MOTE_BOARD_UART_BASE}u)
  endif()
  # memcpy must not be compiled into a call of memcpy, nor vanish before link-time optimisation generates one.
  set_source_files_properties(
    ${MOTE_PORT_DIR}/cortex-m/memory.c
    TARGET_DIRECTORY mote_port
    PROPERTIES COMPILE_OPTIONS "-fno-lto;$<$<C_COMPILER_ID:GNU>:-fno-tree-loop-distribute-patterns>")
endfunction()

mote_add_port_library()

function(mote_add_firmware target)
  cmake_parse_arguments(PARSE_ARGV 1 firmware "" "STACK_BYTES" "")
  if(NOT firmware_STACK_BYTES)
    set(firmware_STACK_BYTES ${MOTE_BOARD_STACK_BYTES})
  endif()
  if(NOT MOTE_BOARD_MEMORY)
    set(MOTE_BOARD_MEMORY memory.ld)
  endif()
  mote_board_path(memory ${MOTE_BOARD_MEMORY})
  set(sections ${MOTE_PORT_DIR}/cortex-m/sections.ld)

  add_executable(${target} ${firmware_UNPARSED_ARGUMENTS})
  set_target_properties(${target} PROPERTIES SUFFIX .elf LINK_DEPENDS "${memory};${sections}")
  target_link_options(
    ${target}
    PRIVATE
    -nostdlib
    -static
    -Wl,--defsym=mote_port_stack_size=${firmware_STACK_BYTES}
    -T${memory}
    -T${sections}
    -Wl,--gc-sections
    -Wl,--fatal-warnings
    -Wl,-Map=$<TARGET_FILE_DIR:${target}>/${target}.map)
  target_link_libraries(${target} PRIVATE mote_port)
  # The compiler's helpers come last, behind whatever the caller links.
  cmake_language(EVAL CODE "cmake_language(DEFER CALL target_link_libraries ${target} PRIVATE gcc)")

  if(MOTE_BOARD_QEMU_MACHINE)
    set(emulator ${MOTE_PORT_DIR}/qemu.sh ${MOTE_BOARD_QEMU_MACHINE} ${MOTE_PORT_CONSOLE})
    set_target_properties(${target} PROPERTIES CROSSCOMPILING_EMULATOR "${emulator}")
    add_custom_target(run-${target} COMMAND ${target} USES_TERMINAL VERBATIM)
  endif()
endfunction()
