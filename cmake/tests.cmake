# SPDX-License-Identifier: Apache-2.0
#
# Every *_test.c under tests/ and ops/ is one program and one test; it runs in the source folder. The .c files of
# tests/support/ are linked into all of them, and into the fuzz targets. A folder of tests/ with a CMakeLists.txt of its
# own says itself what it holds. Every tests/fuzz/NAME.c is a LLVMFuzzerTestOneInput: MOTE_FUZZ links it with libFuzzer; without, a small driver
# replays tests/fuzz/corpus/NAME/ as an ordinary test.

enable_testing()
set(MOTE_TEST_TIMEOUT 300)

function(mote_test_program name)
  add_executable(${name} ${ARGN})
  mote_compile_options(${name})
  target_link_libraries(${name} PRIVATE mote_host)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
endfunction()

# mote_add_test(NAME COMMAND...): exit code 77 means skipped.
function(mote_add_test name)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${MOTE_TEST_TIMEOUT} SKIP_RETURN_CODE 77)
endfunction()

file(GLOB mote_test_support CONFIGURE_DEPENDS tests/support/*.c)

if(MOTE_TESTS)
  file(GLOB_RECURSE mote_test_sources CONFIGURE_DEPENDS tests/*_test.c)
  foreach(op IN LISTS MOTE_OPS ITEMS common)
    file(GLOB op_tests CONFIGURE_DEPENDS ops/${op}/*_test.c)
    list(APPEND mote_test_sources ${op_tests})
  endforeach()
  foreach(source IN LISTS mote_test_sources)
    get_filename_component(name ${source} NAME_WE)
    mote_test_program(${name} ${source} ${mote_test_support})
    mote_add_test(${name} ${name})
  endforeach()

  file(GLOB mote_test_folders CONFIGURE_DEPENDS tests/*/CMakeLists.txt)
  foreach(list_file IN LISTS mote_test_folders ITEMS ${PROJECT_SOURCE_DIR}/ports/tests/CMakeLists.txt)
    get_filename_component(folder ${list_file} DIRECTORY)
    add_subdirectory(${folder})
  endforeach()
  mote_add_test(cli ${PROJECT_SOURCE_DIR}/tests/cli/run $<TARGET_FILE:mote_program>)
  if(MOTE_INSTALL AND NOT CMAKE_C_FLAGS MATCHES "-fsanitize")
    mote_add_test(package ${PROJECT_SOURCE_DIR}/tests/package/run ${PROJECT_BINARY_DIR})
  endif()
endif()

file(GLOB mote_fuzz_sources CONFIGURE_DEPENDS tests/fuzz/*.c)
list(FILTER mote_fuzz_sources EXCLUDE REGEX "/replay_main\\.c$")
foreach(source IN LISTS mote_fuzz_sources)
  get_filename_component(name ${source} NAME_WE)
  if(MOTE_FUZZ)
    mote_test_program(fuzz_${name} ${source} ${mote_test_support})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  elseif(MOTE_TESTS)
    mote_test_program(replay_${name} ${source} ${mote_test_support} tests/fuzz/replay_main.c)
    mote_add_test(replay_${name} replay_${name} tests/fuzz/corpus/${name})
  endif()
endforeach()
