# verigrad::verigrad, the library, and verigrad::sampling, its RapidCheck generators.
file(GLOB_RECURSE library_sources CONFIGURE_DEPENDS lib/src/*.cpp)
list(FILTER library_sources EXCLUDE REGEX "/sampling/")
file(GLOB sampling_sources CONFIGURE_DEPENDS lib/src/sampling/*.cpp)

# Steps of optimisers over double: roots without errno, so that loops vectorise. IEEE results, as everywhere.
set_source_files_properties(lib/src/algorithm/sweep.cpp PROPERTIES COMPILE_OPTIONS "-O3;-fno-math-errno"
                            SKIP_PRECOMPILE_HEADERS ON)

configure_file(cmake/version.cpp.in generated/version.cpp @ONLY)
add_library(verigrad ${library_sources} ${CMAKE_CURRENT_BINARY_DIR}/generated/catalogue.cpp
                     ${CMAKE_CURRENT_BINARY_DIR}/generated/figures.cpp
                     ${CMAKE_CURRENT_BINARY_DIR}/generated/version.cpp)
add_library(verigrad::verigrad ALIAS verigrad)
target_include_directories(verigrad PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/lib/include>
                                           $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(verigrad PUBLIC cxx_std_20)
target_compile_options(verigrad PUBLIC -ffp-contract=off)
target_link_libraries(verigrad PUBLIC Eigen3::Eigen Boost::headers Arb::Arb PRIVATE fmt::fmt GiNaC::GiNaC $<BUILD_INTERFACE:nlohmann_json::nlohmann_json> $<BUILD_INTERFACE:verigrad_options>)
target_precompile_headers(verigrad PRIVATE <Eigen/Core> <boost/multiprecision/gmp.hpp> <boost/multiprecision/mpfr.hpp> <arb.h> <fmt/format.h> <functional> <string> <vector> <map>)

add_library(verigrad_sampling ${sampling_sources})
add_library(verigrad::sampling ALIAS verigrad_sampling)
set_target_properties(verigrad_sampling PROPERTIES EXPORT_NAME sampling)
target_link_libraries(verigrad_sampling PUBLIC verigrad rapidcheck PRIVATE fmt::fmt $<BUILD_INTERFACE:verigrad_options>)
# Generators and checks are glue: what takes time is in the library.
target_compile_options(verigrad_sampling PRIVATE -O1 -Wno-maybe-uninitialized)
target_precompile_headers(verigrad_sampling PRIVATE <rapidcheck.h> <Eigen/Core> <boost/multiprecision/gmp.hpp> <boost/multiprecision/mpfr.hpp> <arb.h> <fmt/format.h>)
