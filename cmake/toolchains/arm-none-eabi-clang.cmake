# SPDX-License-Identifier: Apache-2.0
# Clang with the GNU linker and GCC's libgcc:
# cmake --toolchain cmake/toolchains/arm-none-eabi-clang.cmake -DMOTE_BOARD=mps2-an386    (or -DMOTE_CPU=cortex-m4f)
include(${CMAKE_CURRENT_LIST_DIR}/cortex-m.cmake)

find_program(MOTE_ARM_GCC arm-none-eabi-gcc REQUIRED)
find_program(MOTE_ARM_LD arm-none-eabi-ld REQUIRED)
separate_arguments(flags UNIX_COMMAND "${MOTE_CPU_FLAGS}")
execute_process(
  COMMAND ${MOTE_ARM_GCC} ${flags} -mthumb -print-libgcc-file-name
  OUTPUT_VARIABLE libgcc
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
get_filename_component(libgcc_dir ${libgcc} DIRECTORY)

set(CMAKE_C_COMPILER clang)
set(CMAKE_CXX_COMPILER clang++)
set(CMAKE_ASM_COMPILER clang)
set(CMAKE_C_COMPILER_TARGET arm-none-eabi)
set(CMAKE_CXX_COMPILER_TARGET arm-none-eabi)
set(CMAKE_ASM_COMPILER_TARGET arm-none-eabi)
# As GCC does for this target, and so libgcc was built.
string(APPEND CMAKE_C_FLAGS_INIT " -fshort-enums")
string(APPEND CMAKE_CXX_FLAGS_INIT " -fshort-enums")
set(CMAKE_AR arm-none-eabi-ar)
set(CMAKE_RANLIB arm-none-eabi-ranlib)
set(CMAKE_EXE_LINKER_FLAGS_INIT "--ld-path=${MOTE_ARM_LD} -L${libgcc_dir} -Wl,-z,noexecstack")
