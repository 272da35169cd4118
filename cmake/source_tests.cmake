# Tests of the source tree itself: include rules, generated documents, examples.
add_test(NAME include_rules COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P cmake/include_rules.cmake
         WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME include_rules_find_violations COMMAND ${CMAKE_COMMAND} -DRULES=${PROJECT_SOURCE_DIR}/cmake/include_rules.cmake
         -DTRUST=${PROJECT_SOURCE_DIR}/cmake/trust_page.cmake -DWORK=${PROJECT_BINARY_DIR}/planted -P ${PROJECT_SOURCE_DIR}/cmake/planted_violations.cmake)
add_test(NAME trust_page COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P cmake/trust_page.cmake WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME readme COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P cmake/readme.cmake WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
# A user's program is not built with the sanitizers.
if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  add_test(NAME examples COMMAND bash examples/test.bash ${PROJECT_BINARY_DIR} ${PROJECT_SOURCE_DIR} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endif()
