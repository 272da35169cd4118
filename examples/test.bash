#!/usr/bin/env bash
# Installs the build tree into a temporary prefix, builds the examples against it as a user would, and compares what they
# print with the files expected.txt beside them.
set -euo pipefail
build=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/prefix" >/dev/null
cmake -S "$source/examples" -B "$work/build" -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$work/build" >/dev/null
for example in first own_optimiser; do
  "$work/build/$example" | diff "$source/examples/$example/expected.txt" - || { echo "$example prints something else"; exit 1; }
done
