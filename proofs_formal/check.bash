#!/usr/bin/env bash
# check.bash assumptions|planted SOURCES BUILD: reads the axioms of every theorem that the names of docs/formal.md mark, or sees each mistake of
# planted.txt refused. BUILD holds what target proofs_formal has compiled.
set -euo pipefail
export LC_ALL=C.UTF-8
task=$1 sources=$2 build=$3
cd "$sources"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

statement_files() { find . -mindepth 2 -name '*.v' -not -path './base/*' | sed 's|^\./||' | sort; }
marked='^ *(Theorem|Corollary) (conclusion|partial|found|sharp|[A-Za-z0-9_]+_is_false)'
names_in() { grep -oE "$marked[A-Za-z0-9_']*" "$1" | awk '{print $2}' || true; }

fail() { echo "$*"; exit 1; }

# The file and all that it requires, as keys of `seen`.
declare -A required seen
see() {
  local each
  [ -z "${seen[$1]:-}" ] || return 0
  seen[$1]=1
  for each in ${required[$1]:-}; do see "$each"; done
}

# For `verigrad verify`: what was answered of each file, under a digest of coqc's version, of the file and of all that it requires, as
# lib/verigrad/check/coq_library.hpp has it.
keep_answers() {
  local version file target files digest
  version=$(coqc --version)
  while IFS=: read -r target files; do
    file=${target%%.vo *}.v
    required[$file]=$(tr ' ' '\n' <<< "$files" | sed -n 's/\.vo$/.v/p' | tr '\n' ' ')
  done < <(coqdep -Q . Verigrad $(find . -name '*.v' | sed 's|^\./||') 2>/dev/null | grep '\.vo ')
  mkdir "$scratch/kept"
  for file in $(statement_files); do
    seen=()
    see "$file"
    for each in "${!seen[@]}"; do
      cmp -s "$each" "$build/$each" && [ ! "$build/$each" -nt "$build/${each%.v}.vo" ] || fail "$each has not been compiled as it is; build the target proofs_formal"
    done
    digest=$({ echo "$version"; sha256sum -- $(printf '%s\n' "${!seen[@]}" | sort); } | sha256sum)
    printf 'theorems: %s\naxioms: %s\n' "$(names_in "$file" | paste -sd' ')" "$(paste -sd' ' "$scratch/axioms")" > "$scratch/kept/${digest%% *}"
  done
  rm -rf "$build/answers"
  mv "$scratch/kept" "$build/answers"
}

assumptions() {
  if grep -rnE --include='*.v' '\b(Admitted|Axioms?|Parameters?|Conjecture|admit|Abort|Unset Guard Checking|bypass_check)\b' .; then
    fail "a proof is left open, or an axiom is declared"
  fi
  local file module name total=0
  statement_files | sed 's|\.v$||; s|/|.|g; s|^|From Verigrad Require |; s|$|.|' > "$scratch/read_assumptions.v"
  # One term that names them all: its assumptions are theirs, and are looked for once.
  echo 'Definition every_theorem : True :=' >> "$scratch/read_assumptions.v"
  for file in $(statement_files); do
    head -n 1 "$file" | grep -qE '^\(\* [a-z]+/[^ ]+: ' || fail "$file does not begin with the id of its statement"
    [ -n "$(names_in "$file")" ] || fail "$file proves nothing that its names mark"
    module=Verigrad.$(echo "${file%.v}" | tr / .)
    for name in $(names_in "$file"); do
      echo "  let _ := @$module.$name in" >> "$scratch/read_assumptions.v"
      total=$((total + 1))
    done
  done
  printf '  I.\nPrint Assumptions every_theorem.\n' >> "$scratch/read_assumptions.v"
  (cd "$scratch" && coqc -q -Q "$build" Verigrad read_assumptions.v) > "$scratch/answers"
  grep -qE '^(Axioms:|Closed under the global context)' "$scratch/answers" || fail "Coq does not answer"
  # an axiom begins its line, as does all else that is taken for granted; what continues its type is indented
  grep -vE '^( |$|Axioms:$|Closed under the global context$)' "$scratch/answers" | sed -E 's/ .*//' | sort -u > "$scratch/axioms" || true
  if grep -vxFf assumptions.txt "$scratch/axioms"; then
    fail "more than the axioms of assumptions.txt"
  fi
  keep_answers
  echo "$total theorems of $(statement_files | wc -l) files rest on: $(paste -sd' ' "$scratch/axioms")"
}

planted() {
  local file before after number=0 copy count
  while IFS= read -r line; do
    case $line in ''|'#'*) continue ;; esac
    number=$((number + 1))
    file=${line%% | *} after=${line##* | } before=${line#* | } before=${before% | *}
    count=$(grep -cF -- "$before" "$file" || true)
    [ "$count" = 1 ] || fail "$file has $count lines with: $before"
    copy=$scratch/planted_$number.v
    awk -v before="$before" -v after="$after" '
      { at = index($0, before); print at ? substr($0, 1, at - 1) after substr($0, at + length(before)) : $0 }' "$file" > "$copy"
    ! cmp -s "$file" "$copy" || fail "$file is as it was: $after"
    if (cd "$scratch" && coqc -q -Q "$build" Verigrad "planted_$number.v") > "$scratch/answer" 2>&1; then
      fail "Coq accepts in $file: $after"
    fi
    ! grep -qE 'Syntax error|not found in the current environment|Cannot find a physical path' "$scratch/answer" || fail "$file with $after is no mathematics: $(cat "$scratch/answer")"
  done < planted.txt
  [ "$number" -gt 0 ] || fail "no mistake is planted"
  echo "$number planted mistakes are refused"
}

case $task in assumptions | planted) "$task" ;; *) fail "no task $task" ;; esac
