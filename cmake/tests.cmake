# The tests: every check as a GoogleTest test, and the tests of the rooms themselves, one executable a room.
find_package(GTest REQUIRED)
include(GoogleTest)

foreach(room IN ITEMS properties proofs_numeric)
  add_executable(${room} ${room}/main.cpp)
  target_link_libraries(${room} PRIVATE verigrad_checks GTest::gtest verigrad_options)
  add_test(NAME ${room} COMMAND ${room} --gtest_brief=1)
endforeach()

# properties/rooms/<room>/*.cpp test the room <room> of the library.
file(GLOB tested_rooms CONFIGURE_DEPENDS LIST_DIRECTORIES true RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/properties/rooms properties/rooms/*)
foreach(room IN LISTS tested_rooms)
  file(GLOB room_tests CONFIGURE_DEPENDS properties/rooms/${room}/*.cpp)
  add_executable(test_${room} ${room_tests})
  target_link_libraries(test_${room} PRIVATE verigrad_checks GTest::gtest_main fmt::fmt verigrad_options)
  target_compile_definitions(test_${room} PRIVATE VERIGRAD_SOURCE_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
  add_test(NAME ${room} COMMAND test_${room} --gtest_brief=1)
endforeach()
include(archetype)
