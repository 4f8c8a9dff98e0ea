# SPDX-License-Identifier: Apache-2.0
#
# The device library: include/ + runtime/ + ops/, freestanding, without the operators' *_host.c and *_test.c.
# ops/ops.def lists the operators, one line OP(name) each; an operator's sources are whatever its folder holds.

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ops/ops.def)
file(STRINGS ops/ops.def mote_op_lines REGEX "^OP\\(")
set(MOTE_OPS "")
foreach(line IN LISTS mote_op_lines)
  string(REGEX REPLACE "^OP\\( *([a-z0-9_]+) *\\).*" "\\1" op "${line}")
  list(APPEND MOTE_OPS ${op})
endforeach()

file(GLOB mote_sources CONFIGURE_DEPENDS runtime/*.c ops/*.c ops/common/*.c)
foreach(op IN LISTS MOTE_OPS)
  file(GLOB op_sources CONFIGURE_DEPENDS ops/${op}/*.c)
  if(NOT op_sources)
    message(FATAL_ERROR "ops/ops.def lists the operator ${op}, but ops/${op}/ holds no .c file")
  endif()
  list(APPEND mote_sources ${op_sources})
endforeach()
list(FILTER mote_sources EXCLUDE REGEX "_(host|test)\\.c$")

add_library(mote STATIC ${mote_sources})
add_library(mote::mote ALIAS mote)
mote_compile_options(mote)
target_include_directories(mote
  PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
  PRIVATE ${PROJECT_SOURCE_DIR})
if(NOT MOTE_TEXT)
  target_compile_definitions(mote PUBLIC MOTE_TEXT=0)
endif()
if(CMAKE_C_COMPILER_ID MATCHES "GNU|Clang")
  # No contraction: a fused multiply-add rounds once where the reference kernels round twice.
  target_compile_options(mote PRIVATE
    -ffunction-sections -fdata-sections -ffp-contract=off -Wdouble-promotion
    $<$<BOOL:${MOTE_FREESTANDING}>:-ffreestanding>)
endif()
