# Compiles the templates of problem, network, autodiff, algorithm and theorem over the strict archetype of a number (number/archetype.hpp),
# and tests that a stray literal is refused there.
if(VERIGRAD_ARCHETYPE)
  file(GLOB archetype_sources CONFIGURE_DEPENDS lib/src/problem/*.cpp lib/src/network/*.cpp lib/src/autodiff/*.cpp lib/src/algorithm/*.cpp lib/src/theorem/*.cpp)
  add_library(archetype OBJECT ${archetype_sources})
  target_compile_definitions(archetype PRIVATE VERIGRAD_ARCHETYPE)
  target_compile_options(archetype PRIVATE -O0 -g0 "SHELL:-include ${CMAKE_CURRENT_SOURCE_DIR}/properties/rooms/number/archetype/objective_over_archetype.hpp")
  target_link_libraries(archetype PRIVATE verigrad fmt::fmt)
endif()

# The same few lines with frac<T>(1, 10), which must compile, and with 0.1, which must not.
get_target_property(eigen_include Eigen3::Eigen INTERFACE_INCLUDE_DIRECTORIES)
set(compile_form ${CMAKE_CXX_COMPILER} -std=c++20 -fsyntax-only -I${CMAKE_CURRENT_SOURCE_DIR}/lib/include
    -I${eigen_include} ${CMAKE_CURRENT_SOURCE_DIR}/properties/rooms/number/archetype/forms.cpp)
add_test(NAME archetype_accepts_exact_constants COMMAND ${compile_form})
add_test(NAME archetype_refuses_literals COMMAND ${compile_form} -DVERIGRAD_LITERAL)
set_tests_properties(archetype_refuses_literals PROPERTIES WILL_FAIL TRUE)
