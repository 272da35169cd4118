# Tests of the source tree itself: include rules, generated documents, examples.
add_test(NAME include_rules COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P cmake/include_rules.cmake
         WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME include_rules_find_violations COMMAND ${CMAKE_COMMAND} -DRULES=${PROJECT_SOURCE_DIR}/cmake/include_rules.cmake
         -DTRUST=${PROJECT_SOURCE_DIR}/cmake/trust_page.cmake -DWORK=${PROJECT_BINARY_DIR}/planted -P ${PROJECT_SOURCE_DIR}/cmake/planted_violations.cmake)
add_test(NAME statement_files COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P cmake/statement_files.cmake
         WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME statement_files_are_missed COMMAND ${CMAKE_COMMAND} -DRULES=${PROJECT_SOURCE_DIR}/cmake/statement_files.cmake
         -DWORK=${PROJECT_BINARY_DIR}/planted_statement -P ${PROJECT_SOURCE_DIR}/cmake/planted_statement_files.cmake)
add_test(NAME house_page COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P cmake/house_page.cmake WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME house_page_disagrees COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DWORK=${PROJECT_BINARY_DIR}/planted_house
         -P ${PROJECT_SOURCE_DIR}/cmake/planted_house_page.cmake)
add_test(NAME trust_page COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P cmake/trust_page.cmake WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME readme COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P cmake/readme.cmake WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
# The table of mistakes in the shipped code (docs/mutation.md) applies to the sources as they are.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  add_test(NAME mutation_table COMMAND ${Python3_EXECUTABLE} -B properties/mutation/mutate.py --check WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  add_test(NAME mutation_script COMMAND ${Python3_EXECUTABLE} -B -m unittest -q WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}/properties/mutation)
  add_test(NAME python_client COMMAND bash clients/python/test.bash WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  find_program(DOXYGEN doxygen)
  if(DOXYGEN)
    add_test(NAME docstrings COMMAND ${Python3_EXECUTABLE} -B cmake/docstrings.py lib/verigrad WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    add_test(NAME docstrings_are_missed COMMAND bash cmake/planted_docstrings.bash ${Python3_EXECUTABLE} cmake/docstrings.py WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  else()
    message(STATUS "docstrings: no doxygen, so that these are not checked; install doxygen for them")
  endif()
else()
  message(STATUS "mutation_table, mutation_script, python_client: no python3, so that these are not checked; install python3 for them")
endif()
# A user's program is not built with the sanitizers.
if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  add_test(NAME examples COMMAND bash examples/test.bash ${PROJECT_BINARY_DIR} ${PROJECT_SOURCE_DIR} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endif()
