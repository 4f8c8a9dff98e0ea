# SPDX-License-Identifier: Apache-2.0
#
# The host library (files, pictures, sound, JSON; the compiler) and the program `mote`.

find_package(PkgConfig REQUIRED)
pkg_check_modules(MOTE_HOST_DEPS REQUIRED IMPORTED_TARGET libpng libjpeg sndfile libzip libcjson)

file(GLOB_RECURSE mote_compiler_sources CONFIGURE_DEPENDS compiler/*.c)
file(GLOB mote_host_sources CONFIGURE_DEPENDS host/*.c)
foreach(op IN LISTS MOTE_OPS)
  file(GLOB op_sources CONFIGURE_DEPENDS ops/${op}/*_host.c)
  list(APPEND mote_host_sources ${op_sources})
endforeach()

add_library(mote_host STATIC ${mote_host_sources} ${mote_compiler_sources})
mote_compile_options(mote_host)
target_include_directories(mote_host PUBLIC ${PROJECT_SOURCE_DIR})
target_compile_definitions(mote_host PUBLIC _POSIX_C_SOURCE=200809L)
target_link_libraries(mote_host PUBLIC mote PkgConfig::MOTE_HOST_DEPS m)

file(GLOB mote_cli_sources CONFIGURE_DEPENDS cli/*.c)
add_executable(mote_program ${mote_cli_sources})
mote_compile_options(mote_program)
target_compile_definitions(mote_program PRIVATE MOTE_PROGRAM_VERSION="${PROJECT_VERSION}")
target_link_libraries(mote_program PRIVATE mote_host)
set_target_properties(mote_program PROPERTIES OUTPUT_NAME mote RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})

# The man page and the completions come from the program's own option table.
set(MOTE_DOCS_DIR ${PROJECT_BINARY_DIR}/docs)
file(MAKE_DIRECTORY ${MOTE_DOCS_DIR})
add_custom_command(
  OUTPUT ${MOTE_DOCS_DIR}/mote.1 ${MOTE_DOCS_DIR}/mote.bash ${MOTE_DOCS_DIR}/mote.zsh ${MOTE_DOCS_DIR}/mote.fish
  COMMAND mote_program help --man > ${MOTE_DOCS_DIR}/mote.1
  COMMAND mote_program help --completion bash > ${MOTE_DOCS_DIR}/mote.bash
  COMMAND mote_program help --completion zsh > ${MOTE_DOCS_DIR}/mote.zsh
  COMMAND mote_program help --completion fish > ${MOTE_DOCS_DIR}/mote.fish
  DEPENDS mote_program VERBATIM)
add_custom_target(mote_docs ALL DEPENDS ${MOTE_DOCS_DIR}/mote.1)
