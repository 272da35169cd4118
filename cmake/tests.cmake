# The tests: every check as a GoogleTest test, and the tests of the rooms themselves, one executable a room.
find_package(GTest REQUIRED)
include(GoogleTest)

foreach(room IN ITEMS properties proofs_numeric)
  add_executable(${room} ${room}/main.cpp)
  target_link_libraries(${room} PRIVATE verigrad_checks GTest::gtest verigrad_options)
  add_test(NAME ${room} COMMAND ${room} --gtest_brief=1)
endforeach()

# properties/rooms/<room>/*.cpp test the room <room> of the library. The first one precompiles the headers for all.
file(GLOB tested_rooms CONFIGURE_DEPENDS LIST_DIRECTORIES true RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/properties/rooms properties/rooms/*)
list(GET tested_rooms 0 first_room)
foreach(room IN LISTS tested_rooms)
  file(GLOB room_tests CONFIGURE_DEPENDS properties/rooms/${room}/*.cpp)
  add_executable(test_${room} ${room_tests})
  target_link_libraries(test_${room} PRIVATE verigrad_checks GTest::gtest_main fmt::fmt verigrad_options)
  if(room STREQUAL first_room)
    target_precompile_headers(test_${room} PRIVATE <gtest/gtest.h> <rapidcheck.h> <Eigen/Core> <boost/multiprecision/gmp.hpp>
                              <boost/multiprecision/mpfr.hpp> <arb.h>)
  else()
    target_precompile_headers(test_${room} REUSE_FROM test_${first_room})
  endif()
  # At -O1, GCC 12 takes Eigen's inline storage for uninitialised.
  target_compile_options(test_${room} PRIVATE -O1 -Wno-maybe-uninitialized)
  target_compile_definitions(test_${room} PRIVATE VERIGRAD_SOURCE_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
  add_test(NAME ${room} COMMAND test_${room} --gtest_brief=1)
endforeach()

add_test(NAME include_rules COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_CURRENT_SOURCE_DIR} -P cmake/include_rules.cmake
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
# A planted violation must be found.
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/planted/lib/include/verigrad/theorem/planted.hpp
     "// A theorem that knows the checks.\n#pragma once\n#include \"verigrad/check/decide.hpp\"\n")
add_test(NAME include_rules_find_a_violation
         COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_CURRENT_BINARY_DIR}/planted -P cmake/include_rules.cmake
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
set_tests_properties(include_rules_find_a_violation PROPERTIES PASS_REGULAR_EXPRESSION "room theorem may include only")

add_test(NAME readme COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_CURRENT_SOURCE_DIR} -P cmake/readme.cmake
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
# A user's program is not built with the sanitizers.
if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  add_test(NAME examples COMMAND bash examples/test.bash ${CMAKE_CURRENT_BINARY_DIR} ${CMAKE_CURRENT_SOURCE_DIR}
           WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
endif()
