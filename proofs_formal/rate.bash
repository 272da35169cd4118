#!/usr/bin/env bash
# rate.bash VERIGRAD SOURCES BUILD: Coq accepts the theorems that `verigrad rate --coq` writes of the certificates that are kept, and refuses
# each of them with one number, index or word changed. BUILD holds what target proofs_formal has compiled.
set -euo pipefail
export LC_ALL=C.UTF-8
verigrad=$1 sources=$2 build=$3
kept=$sources/../properties/rooms/rate/certificates
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

fail() { echo "$*"; exit 1; }
accepts() { coqc -q -Q "$build" Verigrad "$1" > answer 2>&1; }

number=0
for certificate in "$kept"/*.txt; do
  stem=$(basename "$certificate" .txt)
  "$verigrad" rate --check "$certificate" --coq "$stem.v" > said || fail "no theorem of $certificate: $(cat said)"
  accepts "$stem.v" || fail "Coq refuses $stem: $(cat answer)"
  echo 'Print Assumptions worst_case.' >> "$stem.v"
  accepts "$stem.v"
  # an axiom begins its line; what continues its type is indented
  if grep -vE '^( |$|Axioms:$)' answer | sed -E 's/ .*//' | grep -vxFf "$sources/assumptions.txt"; then
    fail "$stem rests on more than the axioms of assumptions.txt"
  fi
  number=$((number + 1))
done
[ "$number" -gt 0 ] || fail "no certificate is kept"

# planted STEM SED: Coq refuses the theorem with this change, and for what it says
mistakes=0
planted() {
  sed -E "$2" "$1.v" > planted.v
  ! cmp -s "$1.v" planted.v || fail "nothing planted in $1 by $2"
  ! accepts planted.v || fail "Coq accepts $1 with $2"
  ! grep -qE 'Syntax error|not found in the current environment' answer || fail "$1 with $2 is no mathematics: $(cat answer)"
  mistakes=$((mistakes + 1))
}
for stem in gradient_descent strongly_convex non_convex subgradient heavy_ball; do
  planted "$stem" '0,/\(pair ([0-9]+) ([0-9]+), [0-9]+/s//(pair \1 \2, 1/'
  planted "$stem" '0,/\(pair ([0-9]+) ([0-9]+), /s//(pair \2 \1, /'
  planted "$stem" '0,/\(pair ([0-9]+) ([0-9]+), /s//(pair \1 \2, -/'
  planted "$stem" '0,/\(start, ([0-9]+)/s//(start, 1/'
  planted "$stem" '/<= Q2R .*\.$/s/Q2R \([0-9]/Q2R (1/;/<= Q2R .*\.$/s/ # /0 # /'
  planted "$stem" '0,/, \[(0; )*1;/s//, [\12;/'
done
planted gradient_descent 's/^  \[$/  [\n    (pair 9 9, 1);/'
planted gradient_descent 's/\(curved \(0\) \(1\)\)/(curved (0) (2))/'
planted gradient_descent 's/global_minimum f s ->/(forall y, f y <= f y) ->/'
planted gradient_descent 's/ \(sqnorm|  sqnorm \(x 0%nat ⊖ s\) <= Q2R \(1\) ->//'
planted gradient_descent 's/quadratic_upper f grad \(Q2R \(1\)\)/quadratic_upper f grad (Q2R (2))/'
planted gradient_descent 's/^    \[-1\];/    [-2];/'
planted subgradient 's/f \(x k\) \+ ⟨g k, y ⊖ x k⟩ <= f y/f (x k) + ⟨g k, y ⊖ x k⟩ <= f y + 1/'
echo "$number theorems are accepted, $mistakes planted mistakes refused"
