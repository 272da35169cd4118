# How everything is compiled. Proofs need IEEE double arithmetic: no contraction, no fast-math.
add_library(verigrad_options INTERFACE)
# -Wrestrict: GCC 12 warns of std::string concatenations that are sound (GCC bug 105651).
target_compile_options(verigrad_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wsuggest-override $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(VERIGRAD_WARNINGS_AS_ERRORS)
  target_compile_options(verigrad_options INTERFACE -Werror)
endif()
# Names of local symbols are half of each executable.
add_link_options($<$<CONFIG:Release>:-s>)
# Calls within a shared library need no detour.
target_compile_options(verigrad_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fno-semantic-interposition>)
# Objectives have one virtual function for each kind of number and override one of them: the others are hidden, and are not called so.
# Tests assign a value to itself, make values only to see that they throw, and name warnings of GCC.
target_compile_options(verigrad_options INTERFACE
  $<$<CXX_COMPILER_ID:Clang>:-Wno-overloaded-virtual;-Wno-self-assign-overloaded;-Wno-unused-value;-Wno-unknown-warning-option>)
# Statements, generators, checks and tests are glue: what takes time is in the library's other rooms. Left as written by
# VERIGRAD_QUICK_BUILD, as the presets do, it compiles in half the time. At -O1, GCC 12 takes Eigen's inline storage for
# uninitialised, and the end of a short string for out of bounds. Compilers work at the level of the precompiled header, whatever
# the command line says: glue has one of its own, which all of it shares.
set(glue_level $<IF:$<BOOL:${VERIGRAD_QUICK_BUILD}>,-O0,-O1>)
function(compile_as_glue target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:${glue_level}> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-array-bounds>)
  if(NOT target STREQUAL "verigrad_statements")
    target_precompile_headers(${target} REUSE_FROM verigrad_statements)
  endif()
endfunction()

# Rationals and balls are many small allocations: with tcmalloc a whole run takes two thirds of the time that it takes
# with the C library's own. Sanitizers bring their own.
find_library(tcmalloc tcmalloc_minimal)
function(allocate_quickly target)
  if(tcmalloc AND NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    target_link_libraries(${target} PRIVATE -Wl,--push-state,--no-as-needed ${tcmalloc} -Wl,--pop-state)
  endif()
endfunction()
