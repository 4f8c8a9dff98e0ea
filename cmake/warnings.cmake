# SPDX-License-Identifier: Apache-2.0

# Gives a target of this project its language level and its warnings.
function(mote_compile_options target)
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
  if(NOT CMAKE_C_COMPILER_ID MATCHES "GNU|Clang")
    return()
  endif()
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wstrict-prototypes -Wvla -Wundef
    -Wpointer-arith -Wcast-qual -Wwrite-strings -Wformat=2
    $<$<BOOL:${MOTE_WERROR}>:-Werror>
    $<$<BOOL:${MOTE_FREESTANDING}>:-g>) # in the ELF file, not in the firmware
endfunction()
