# What the end-to-end tests share: the program as $verigrad, a directory of their own, and expectations that count.
set -u
verigrad=$1
source_dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

complain() {
  echo "FAILED: $*"
  failures=$((failures + 1))
}

# run ARGUMENTS…: leaves status, and the files out and err.
run() {
  "$verigrad" "$@" >out 2>err </dev/null
  status=$?
}

expect_status() { [[ $status == "$1" ]] || complain "status $status, not $1: $2"; }

# refused PATTERN ARGUMENTS…: exit status 2, one line on stderr that matches, nothing on stdout.
refused() {
  run "${@:2}"
  expect_refusal "$1" "verigrad ${*:2}"
}
# expect_refusal PATTERN COMMAND: the same of the command that was run.
expect_refusal() {
  expect_status 2 "$2"
  [[ $(wc -l <err) == 1 ]] || complain "not one line on stderr: $2: $(cat err)"
  [[ -s out ]] && complain "output in spite of a refusal: $2"
  grep -qE -- "$1" err || complain "no '$1' on stderr: $2: $(cat err)"
}

expect_match() { grep -qE -- "$2" "$1" || complain "no '$2' in $1 of: $3"; }
expect_same() { cmp -s "$1" "$2" || complain "$1 and $2 differ: $3"; }

# The report without its times.
timeless() { sed -E 's/"seconds": [^,}]*/"seconds": 0/' "$1"; }

# expect_report FILE COMPLETE: a valid report, whose field "complete" has this value. merge reads it and says so.
expect_report() {
  run merge "$1" --json merged_alone.json
  if [[ $2 == true ]]; then
    [[ $status == 2 ]] && complain "$1 is not a complete report: $(cat err)"
  else
    expect_status 2 "merge of the partial $1"
    expect_match err 'holds [0-9]+ of [0-9]+ checks: run its shard' "merge of the partial $1"
  fi
  expect_match "$1" "\"complete\": $2" "$1"
}

# The Python that imports torch as $python; without one, and where few cases are asked for, the test ends here.
need_torch() {
  if [[ -n ${VERIGRAD_CASES:-} ]]; then
    echo "skipped: $1, as only few cases are asked for"
    finish
  fi
  for python in python3 /usr/bin/python3; do
    "$python" -c 'import torch' 2>/dev/null && return
  done
  echo "skipped: $1, as no python3 imports torch (Debian: python3-torch)"
  finish
}

finish() {
  [[ $failures == 0 ]] && echo "all expectations met" && exit 0
  echo "$failures expectations not met"
  exit 1
}
