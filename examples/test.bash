#!/usr/bin/env bash
# Installs the build tree into a temporary prefix, builds the examples against it as a user would, and compares what they
# print with the files expected.txt beside them; and that what must not compile does not.
set -euo pipefail
build=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/prefix" >/dev/null
cmake -S "$source/examples" -B "$work/build" -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$work/build" >/dev/null
for example in first gradients own_gradient own_optimiser own_optimiser_named; do
  "$work/build/$example" | diff "$source/examples/$example/expected.txt" - || { echo "$example prints something else"; exit 1; }
done

# A user's Number refuses what ours does: 0.1 * x, x < y, x == 1.0, a condition.
mkdir "$work/strictness"
cat >"$work/strictness/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.25)
project(strictness LANGUAGES CXX)
find_package(verigrad REQUIRED)
add_library(strictness OBJECT $source/properties/rooms/number/number.cpp)
target_link_libraries(strictness PRIVATE verigrad::verigrad)
EOF
cmake -S "$work/strictness" -B "$work/strictness/build" -DCMAKE_PREFIX_PATH="$work/prefix" >/dev/null
cmake --build "$work/strictness/build" >/dev/null

# The generators are a component of their own.
mkdir "$work/component"
cat >"$work/component/CMakeLists.txt" <<'EOF'
cmake_minimum_required(VERSION 3.25)
project(component LANGUAGES CXX)
find_package(verigrad REQUIRED)
if(TARGET verigrad::sampling)
  message(FATAL_ERROR "verigrad::sampling was not asked for")
endif()
find_package(verigrad REQUIRED COMPONENTS sampling)
if(NOT TARGET verigrad::sampling OR NOT TARGET rapidcheck)
  message(FATAL_ERROR "verigrad::sampling lacks")
endif()
EOF
cmake -S "$work/component" -B "$work/component/build" -DCMAKE_PREFIX_PATH="$work/prefix" >/dev/null
