# SPDX-License-Identifier: Apache-2.0
# Clang with the GNU linker and GCC's libgcc:
# cmake --toolchain cmake/toolchains/arm-none-eabi-clang.cmake -DMOTE_BOARD=mps2-an386    (or -DMOTE_CPU=cortex-m4f)
include(${CMAKE_CURRENT_LIST_DIR}/cortex-m.cmake)

find_program(MOTE_ARM_GCC arm-none-eabi-gcc REQUIRED)
find_program(MOTE_ARM_LD arm-none-eabi-ld REQUIRED)
execute_process(
  COMMAND ${MOTE_ARM_GCC} ${MOTE_CPU_FLAGS} -print-libgcc-file-name
  OUTPUT_VARIABLE libgcc
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
get_filename_component(libgcc_dir ${libgcc} DIRECTORY)

# Short enums, as GCC has for this target and libgcc was built with.
list(APPEND MOTE_COMPILER_ARGUMENTS --target=arm-none-eabi -fshort-enums)
set(CMAKE_C_COMPILER clang ${MOTE_COMPILER_ARGUMENTS})
set(CMAKE_CXX_COMPILER clang++ ${MOTE_COMPILER_ARGUMENTS})
set(CMAKE_ASM_COMPILER clang ${MOTE_COMPILER_ARGUMENTS})
set(CMAKE_AR arm-none-eabi-ar)
set(CMAKE_RANLIB arm-none-eabi-ranlib)
add_link_options(--ld-path=${MOTE_ARM_LD} -L${libgcc_dir} -Wl,-z,noexecstack)
