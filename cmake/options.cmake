# How everything is compiled. Proofs need IEEE double arithmetic: no contraction, no fast-math.
add_library(verigrad_options INTERFACE)
target_compile_options(verigrad_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow)
if(VERIGRAD_WARNINGS_AS_ERRORS)
  target_compile_options(verigrad_options INTERFACE -Werror)
endif()
