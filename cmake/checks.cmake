# The checks of every statement: properties/<stem>.cpp and proofs_numeric/<stem>.cpp, with the registry that lists them.
set(check_sources ${CMAKE_CURRENT_BINARY_DIR}/generated/registry.cpp)
foreach(stem IN LISTS verigrad_stems)
  list(APPEND check_sources properties/${stem}.cpp proofs_numeric/${stem}.cpp)
endforeach()
add_library(verigrad_checks ${check_sources})
target_link_libraries(verigrad_checks PUBLIC verigrad_sampling PRIVATE fmt::fmt verigrad_options)
target_compile_options(verigrad_checks PRIVATE -O1 -Wno-maybe-uninitialized)
target_precompile_headers(verigrad_checks REUSE_FROM verigrad_sampling)
