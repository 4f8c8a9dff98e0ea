# SPDX-License-Identifier: Apache-2.0
# What every Cortex-M toolchain file shares: the target is MOTE_BOARD (a folder of ports/boards, or the path of a folder
# like one) or, to build only libraries, MOTE_CPU. Sets MOTE_CPU_FLAGS and MOTE_COMPILER_ARGUMENTS.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR arm)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES MOTE_BOARD MOTE_CPU)

get_filename_component(MOTE_PORT_DIR ${CMAKE_CURRENT_LIST_DIR}/../../ports ABSOLUTE)

if(MOTE_BOARD)
  get_filename_component(MOTE_BOARD_DIR ${MOTE_BOARD} ABSOLUTE BASE_DIR ${MOTE_PORT_DIR}/boards)
  if(NOT EXISTS ${MOTE_BOARD_DIR}/board.cmake)
    file(GLOB known RELATIVE ${MOTE_PORT_DIR}/boards ${MOTE_PORT_DIR}/boards/*)
    list(JOIN known ", " known)
    message(FATAL_ERROR "MOTE_BOARD=${MOTE_BOARD}: there is no ${MOTE_BOARD_DIR}/board.cmake. Known boards: ${known}")
  endif()
  include(${MOTE_BOARD_DIR}/board.cmake)
endif()

set(flags_cortex-m0 -mcpu=cortex-m0 -mfloat-abi=soft)
set(flags_cortex-m0plus -mcpu=cortex-m0plus -mfloat-abi=soft)
set(flags_cortex-m3 -mcpu=cortex-m3 -mfloat-abi=soft)
set(flags_cortex-m4 -mcpu=cortex-m4 -mfloat-abi=soft)
set(flags_cortex-m4f -mcpu=cortex-m4 -mfpu=fpv4-sp-d16 -mfloat-abi=hard)
set(flags_cortex-m7f -mcpu=cortex-m7 -mfpu=fpv5-sp-d16 -mfloat-abi=hard)
set(flags_cortex-m33 -mcpu=cortex-m33+nofp -mfloat-abi=soft)
set(flags_cortex-m33f -mcpu=cortex-m33 -mfpu=fpv5-sp-d16 -mfloat-abi=hard)
set(flags_cortex-m55 -mcpu=cortex-m55 -mfloat-abi=hard)

if(NOT DEFINED flags_${MOTE_CPU})
  message(FATAL_ERROR "MOTE_CPU=${MOTE_CPU}: give -DMOTE_BOARD=<board>, or -DMOTE_CPU= one of cortex-m0, cortex-m0plus, "
                      "cortex-m3, cortex-m4, cortex-m4f, cortex-m7f, cortex-m33, cortex-m33f, cortex-m55")
endif()
set(MOTE_CPU_FLAGS ${flags_${MOTE_CPU}} -mthumb)

# The compiler's fixed arguments: unlike those in CMAKE_C_FLAGS, they stay when the user sets CMAKE_C_FLAGS. A section each
# for functions and objects, so that the linker keeps only what is used.
set(MOTE_COMPILER_ARGUMENTS ${MOTE_CPU_FLAGS} -ffreestanding -ffunction-sections -fdata-sections)

# A <string.h> for compilers without a C library; one that comes with the compiler goes first.
add_compile_options(-idirafter${MOTE_PORT_DIR}/freestanding)

# CMake takes the compiler's arguments into its cache once.
if(DEFINED CACHE{MOTE_CONFIGURED_FOR} AND NOT "${MOTE_CONFIGURED_FOR}" STREQUAL "${MOTE_BOARD} ${MOTE_CPU}")
  message(FATAL_ERROR "This build folder was configured for ${MOTE_CONFIGURED_FOR}: use another for ${MOTE_BOARD} ${MOTE_CPU}")
endif()
set(MOTE_CONFIGURED_FOR "${MOTE_BOARD} ${MOTE_CPU}" CACHE INTERNAL "")

set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
