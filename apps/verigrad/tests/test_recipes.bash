# The recipes of docs/ci.md, taken from the page and run: a run in parts, merged, is the undivided run.
source "$(dirname "$0")/expect.bash"
export arguments="gradient_descent_rate co_coercivity adam heavy_ball soft_thresholding --cases 3 --no-data"
export PATH=$(dirname "$verigrad"):$PATH strict=

# recipe NAME: the block of the page below that name, as a file.
recipe() {
  awk -v name="<!-- recipe $1 -->" '$0 == name { here = 1; next } here && /^```/ { if (inside) exit; inside = 1; next } inside' \
    "$source_dir/docs/ci.md" >"$1"
  [[ -s $1 ]] || complain "docs/ci.md has no recipe $1"
}
names=$(sed -nE 's/^<!-- recipe (.*) -->$/\1/p' "$source_dir/docs/ci.md")
for name in $names; do recipe "$name"; done
for script in *.sh; do bash -n "$script" || complain "$script is no script"; done

verigrad verify $arguments --json whole.json >/dev/null
# in_parts NAME COMMAND…: afterwards run.json is the undivided run's.
in_parts() {
  rm -f shard*.json run.json
  "${@:2}" >out 2>err || complain "$1: status $?: $(cat out err)"
  [[ -s run.json ]] && jq 'del(.against)' run.json >merged.json || complain "$1: no report"
  jq . whole.json >undivided.json
  expect_same <(timeless merged.json) <(timeless undivided.json) "$1"
  [[ -s run.xml && -s site/index.html && -s last.json ]] || complain "$1: no JUnit, pages or last report"
}
by_hand() { for index in 1 2 3; do sh shard.sh $index 3 || return; done && sh merge.sh; }
array() {
  local index
  for index in 1 2; do
    env SLURM_ARRAY_TASK_ID=$index SLURM_ARRAY_TASK_COUNT=2 SLURM_CPUS_PER_TASK=1 sh slurm.sh || return
  done && sh merge.sh
}
if ! command -v jq >/dev/null; then
  echo 'skipped: docs/ci.md, as there is no jq (Debian: jq)'
  finish
fi
in_parts 'the first run, which has no last one' by_hand
expect_same <(timeless run.json) <(timeless whole.json) 'byte for byte but for seconds'
in_parts 'a second run, balanced and compared' by_hand
expect_match run.json '"broken": \[\]' 'nothing is broken'
expect_match site/index.html 'Nothing: the same checks' 'the pages compare'
in_parts 'a job array' array

# A check that passed in the last run and does not, one that is lost, a margin that was larger: seen, and annotated.
sh annotate.sh >annotations || complain 'annotate.sh of a good run'
[[ -s annotations ]] && complain "annotations of a good run: $(cat annotations)"
cp last.json kept.json
jq '.checks[0].name = "a check, 100%: gone"' kept.json >last.json
sh merge.sh >out 2>err
[[ $? == 4 ]] || complain "a lost check: $(cat out err)"
expect_same last.json <(jq '.checks[0].name = "a check, 100%: gone"' kept.json) 'a worse report is not the last good one'
sh annotate.sh >annotations
expect_match annotations '^::error title=[a-z_]+::a check, 100%25: gone: lost, was passed$' 'the annotation of a lost check'
expect_match run.xml '<failure type="lost" message="lost, was passed"' 'a lost check in JUnit'
cp kept.json last.json

# What the pages of the systems name is there; a part of theirs is a line of ours.
for python in python3 /usr/bin/python3; do "$python" -c 'import yaml' 2>/dev/null && break; done
"$python" - github.yml gitlab.yml <<'PYTHON' >commands 2>err || complain "the YAML: $(tail -n 1 err)"
import sys, yaml
for name in sys.argv[1:]:
    page = yaml.safe_load(open(name))
    for job in (page.get("jobs") or page).values():
        if not isinstance(job, dict): continue
        for step in job.get("steps", []):
            if "run" in step: print(step["run"])
        for line in job.get("script", []): print(line)
PYTHON
if [[ -s commands ]]; then
  [[ $(grep -c 'sh shard.sh' commands) == 2 && $(grep -c 'sh merge.sh' commands) == 2 ]] || complain "not a shard and a merge each: $(cat commands)"
  for script in $(grep -oE '[a-z]+\.sh' commands | sort -u); do [[ -s $script ]] || complain "no $script"; done
fi
gitlab() {
  local line; line=$(grep 'CI_NODE_INDEX' commands)
  for CI_NODE_INDEX in 1 2; do CI_NODE_INDEX=$CI_NODE_INDEX CI_NODE_TOTAL=2 bash -c "$line" || return; done && sh merge.sh
}
[[ -s commands ]] && in_parts "the lines of GitLab" gitlab

if ! command -v parallel >/dev/null; then
  echo 'skipped: the recipes of GNU parallel, as it is not there (Debian: parallel)'
  finish
fi
echo '2/:' >hosts
parts=3 in_parts 'GNU parallel' sh parallel.sh
[[ $(ls shard*.json) == $'shard1.json\nshard2.json\nshard3.json' ]] || complain "not three parts: $(ls shard*.json)"
arguments='none_such' sh parallel.sh >out 2>err && complain 'GNU parallel: wrong usage is no failure'

# GoogleTest: every check in one part and only one.
export properties=$(dirname "$verigrad")/properties/properties
if [[ ! -x $properties ]]; then
  echo "skipped: GoogleTest's shards, as $properties is not built"
  finish
fi
export GTEST_FILTER='gradient_descent_rate.*:co_coercivity.*:adam.*' VERIGRAD_CASES=3
parts=3 sh googletest.sh >out 2>err || complain "GoogleTest's shards: $(cat out err)"
tests() { grep -ohE '<testcase name="[^"]*"[^>]*' "$@" | grep 'status="run"' | sed -E 's/ (time|timestamp)="[^"]*"//g' | sort; }
"$properties" --gtest_brief=1 --gtest_output=xml:undivided.xml >/dev/null
expect_same <(tests googletest*.xml) <(tests undivided.xml) "GoogleTest's shards and its undivided run"
[[ $(ls googletest*.xml | wc -l) == 3 && $(tests undivided.xml | wc -l) -gt 5 ]] || complain 'not three parts of many tests'
finish
