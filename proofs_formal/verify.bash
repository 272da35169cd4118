#!/usr/bin/env bash
# verify.bash VERIGRAD SOURCES: the program takes what target proofs_formal found as evidence at level kernel, and says so where it cannot.
set -euo pipefail
export LC_ALL=C.UTF-8
verigrad=$1 sources=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_CACHE_HOME=$scratch/cache
statements="gradient_flow_decrease discriminant_sign"
fail() { echo "$*"; cat "$scratch/out"; exit 1; }
run() { "$verigrad" "$@" > "$scratch/out" 2>&1 || fail "verigrad $*"; }

run verify $statements --no-data --cases 2
[ "$(grep -cE ' kernel ' "$scratch/out")" = 2 ] || fail "what the target proofs_formal found is not taken"
! grep -q 'not checked here' "$scratch/out" || fail "the kernel has answered, and it is not said"

# Without coqc.
mkdir "$scratch/bin"
PATH=$scratch/bin run verify $statements --no-data --cases 2
! grep -qE ' kernel ' "$scratch/out" || fail "level kernel without coqc"
grep -q 'not checked here: 2 statements, for there is no coqc; install the package coq' "$scratch/out" || fail "it is not said that coqc is missing"
if PATH=$scratch/bin "$verigrad" verify $statements --kernel yes > "$scratch/out" 2>&1; then fail "--kernel yes without coqc"; fi

run verify $statements --no-data --cases 2 --kernel no
! grep -qE ' kernel |not checked here' "$scratch/out" || fail "--kernel no"

# A cache of its own, filled once.
run verify discriminant_sign --no-data --cases 2 --kernel yes
grep -qE ' kernel ' "$scratch/out" || fail "--kernel yes"

run show gradient_flow_decrease --cases 2
for words in 'Theorems in Coq' 'proofs_formal/flow/gradient_flow_decrease.v' 'Hypothesis J_differentiable : differentiable J grad.' 'Theorem conclusion t : has_velocity' 'Theorem initial_condition_is_false'; do
  grep -qF "$words" "$scratch/out" || fail "show does not have: $words"
done
grep -qF "Theorem conclusion t :" "$sources/flow/gradient_flow_decrease.v" || fail "the sources are others"
echo "the program has what the kernel found"
