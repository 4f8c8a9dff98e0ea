# SPDX-License-Identifier: Apache-2.0
# cmake --toolchain cmake/toolchains/arm-none-eabi-gcc.cmake -DMOTE_BOARD=mps2-an386    (or -DMOTE_CPU=cortex-m4f)
include(${CMAKE_CURRENT_LIST_DIR}/cortex-m.cmake)

set(CMAKE_C_COMPILER arm-none-eabi-gcc ${MOTE_COMPILER_ARGUMENTS})
set(CMAKE_CXX_COMPILER arm-none-eabi-g++ ${MOTE_COMPILER_ARGUMENTS})
set(CMAKE_ASM_COMPILER arm-none-eabi-gcc ${MOTE_COMPILER_ARGUMENTS})
