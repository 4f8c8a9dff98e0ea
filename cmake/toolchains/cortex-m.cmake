# SPDX-License-Identifier: Apache-2.0
# What every Cortex-M toolchain file shares: the target is MOTE_BOARD (a folder of ports/boards, or the path of a folder
# like one) or, to build only libraries, MOTE_CPU. Sets MOTE_CPU_FLAGS.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR arm)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES MOTE_BOARD MOTE_CPU)

if(MOTE_BOARD)
  get_filename_component(MOTE_BOARD_DIR ${MOTE_BOARD} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_LIST_DIR}/../../ports/boards)
  if(NOT EXISTS ${MOTE_BOARD_DIR}/board.cmake)
    file(GLOB known RELATIVE ${CMAKE_CURRENT_LIST_DIR}/../../ports/boards ${CMAKE_CURRENT_LIST_DIR}/../../ports/boards/*)
    list(JOIN known ", " known)
    message(FATAL_ERROR "MOTE_BOARD=${MOTE_BOARD}: there is no ${MOTE_BOARD_DIR}/board.cmake. Known boards: ${known}")
  endif()
  include(${MOTE_BOARD_DIR}/board.cmake)
endif()

set(MOTE_CPU_FLAGS_cortex-m0 -mcpu=cortex-m0 -mfloat-abi=soft)
set(MOTE_CPU_FLAGS_cortex-m0plus -mcpu=cortex-m0plus -mfloat-abi=soft)
set(MOTE_CPU_FLAGS_cortex-m3 -mcpu=cortex-m3 -mfloat-abi=soft)
set(MOTE_CPU_FLAGS_cortex-m4 -mcpu=cortex-m4 -mfloat-abi=soft)
set(MOTE_CPU_FLAGS_cortex-m4f -mcpu=cortex-m4 -mfpu=fpv4-sp-d16 -mfloat-abi=hard)
set(MOTE_CPU_FLAGS_cortex-m7f -mcpu=cortex-m7 -mfpu=fpv5-sp-d16 -mfloat-abi=hard)
set(MOTE_CPU_FLAGS_cortex-m33 -mcpu=cortex-m33+nofp -mfloat-abi=soft)
set(MOTE_CPU_FLAGS_cortex-m33f -mcpu=cortex-m33 -mfpu=fpv5-sp-d16 -mfloat-abi=hard)
set(MOTE_CPU_FLAGS_cortex-m55 -mcpu=cortex-m55 -mfloat-abi=hard)

if(NOT DEFINED MOTE_CPU_FLAGS_${MOTE_CPU})
  message(FATAL_ERROR "MOTE_CPU=${MOTE_CPU}: give -DMOTE_BOARD=<board>, or -DMOTE_CPU= one of cortex-m0, cortex-m0plus, "
                      "cortex-m3, cortex-m4, cortex-m4f, cortex-m7f, cortex-m33, cortex-m33f, cortex-m55")
endif()
list(JOIN MOTE_CPU_FLAGS_${MOTE_CPU} " " MOTE_CPU_FLAGS)

# A section each for functions and objects, so that the linker keeps only what is used. The folder has a <string.h> for
# compilers without a C library; one that comes with the compiler goes first.
get_filename_component(MOTE_FREESTANDING_DIR ${CMAKE_CURRENT_LIST_DIR}/../../ports/freestanding ABSOLUTE)
set(CMAKE_C_FLAGS_INIT "${MOTE_CPU_FLAGS} -mthumb -ffreestanding -ffunction-sections -fdata-sections")
string(APPEND CMAKE_C_FLAGS_INIT " -idirafter \"${MOTE_FREESTANDING_DIR}\"")
set(CMAKE_CXX_FLAGS_INIT "${CMAKE_C_FLAGS_INIT} -fno-exceptions -fno-rtti -fno-threadsafe-statics")
set(CMAKE_ASM_FLAGS_INIT "${MOTE_CPU_FLAGS} -mthumb")

set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
