#!/usr/bin/env bash
# verigrad verify --no-data --strict with one seed after another: no verdict may hang on the seed.
# Usage: many_seeds.bash VERIGRAD FROM TO [JOBS=1] [LOG=many_seeds.log]
# Stops at nothing. LOG has one line a seed, "SEED clean" or "SEED status S", with one indented line for each check that
# was not decided as expected. Seeds that LOG has are not run again, so that it can go on later; remove LOG for another
# version of the program. Exit status: 0 if all seeds of LOG are clean, else 1.
set -u
program=$(realpath "$1") from=$2 to=$3 jobs=${4:-1} log=${5:-many_seeds.log}
touch "$log"
for ((seed = from; seed <= to; ++seed)); do
  grep -q "^$seed " "$log" && continue
  output=$("$program" verify --no-data --strict --jobs "$jobs" --seed "$seed" 2>&1)
  status=$?
  if ((status == 0)) || { ((status == 3)) && grep -q ' 0 failed, 0 undecided, 0 errors;' <<<"$output"; }; then
    echo "$seed clean" >>"$log" # 3 for statements that are open alone
    continue
  fi
  { echo "$seed status $status"; grep -E '^(FAILED|ERROR|UNDECIDED|verigrad):' <<<"$output" | sed 's/^/  /'; } | tee -a "$log"
done
echo "$(grep -c ' clean$' "$log") of $(grep -c '^[0-9]' "$log") seeds clean"
! grep -q '^[0-9]* status' "$log"
