# What verify and its companions print and write.
source "$(dirname "$0")/expect.bash"
cases=${VERIGRAD_CASES:-20}
small=(verify gradient_descent_rate --cases "$cases" --no-data)

run list
expect_status 0 list
[[ $(wc -l <out) == $(grep -vc '^#' "$source_dir/lib/catalogue.txt") ]] || complain 'list is not the catalogue'
expect_match out '^mathdnn/6\.5 +gradient_descent_rate +[0-9]+ checks +Rate of gradient descent$' list
open_id=$(awk '$2 == "–" && $3 == "open" { print $1; exit }' out)
run list --json
[[ $(grep -c '"id":' out) == $(grep -vc '^#' "$source_dir/lib/catalogue.txt") ]] || complain 'list --json is not all'

run show mathdnn/6.5
for heading in 'Statement, as printed' Hypotheses Conclusion 'Proof steps' 'Sharp instances' \
  'Hypotheses dropped' 'Planted mistakes' Errata; do
  expect_match out "^$heading" 'show mathdnn/6.5'
done
cp out by_id
run show gradient_descent_rate
expect_same out by_id 'show by id and by stem'
run show sgm/5.26
expect_match out '^Found$' 'show apart from the text what was found'
sed -n '/^Statement, as printed/,/^Found/p' out | grep -q 'Found: ' && complain 'findings among the printed words'
if [[ $open_id ]]; then
  run show "$open_id"
  expect_status 0 'show of an open statement'
  expect_match out '^open' "show $open_id"
  run verify "$open_id" --no-data
  expect_status 0 'an open statement'
  run verify "$open_id" --no-data --strict
  expect_status 3 'an open statement, strict'
fi

run errata rmsprop
expect_status 0 'errata of a statement without any'
[[ $(wc -l <out) == 1 ]] || complain "not one line for a statement without errata: $(cat out)"
expect_match out '^inna/1\.31 +RMSprop: no errata$' 'errata of a statement without any'

run verify mathdnn/6.5 --cases 2 --no-data
expect_status 0 'few cases'

# Every counterexample of the texts again: with sanitizers minutes, and test_report refutes each of them there.
if [[ -z ${VERIGRAD_CASES:-} ]]; then
  run errata --markdown
  expect_same out "$source_dir/docs/errata.md" 'docs/errata.md is the output of verigrad errata --markdown'
  for text in mathdnn sgm mfds inna; do
    run errata --text $text --letter
    expect_same out "$source_dir/docs/errata/$text.md" "docs/errata/$text.md is the output of verigrad errata --letter"
  done
  run errata --text mfds --weight statement
  expect_match out '^mfds/24 +Strongly convex' 'errata of a text'
  expect_match out 'Theorem 24, \(14\.16\): k = 1 \(statement\)' 'errata of a weight'
  grep -qE '^(inna|sgm|mathdnn)/|\((hypothesis|proof|gap|line|notation)\)$' out && complain 'errata of other texts or weights'
  run errata --text mfds --weight statement --json
  [[ $(grep -c '"weight": "statement"' out) == $(grep -c '"id": "mfds/' out) ]] || complain 'errata --json is not of the weight'
  [[ $(grep -c '"counterexample": "' out) == $(grep -c '"id": "mfds/' out) ]] || complain 'a statement without counterexample'
fi
run errata mathdnn/6.3
grep -q '  instance ' out && complain 'the instance without --verbose'
run errata mathdnn/6.3 --verbose
expect_match out '  instance +f = ' 'errata --verbose'
refused 'bible not in .*mathdnn,sgm,mfds,inna' errata --text bible
refused 'heavy not in .*statement,hypothesis' errata --weight heavy
refused 'name the text by --text' errata --letter

run "${small[@]}" --jobs 1 --json one.json
first=$status
cp out one.out
[[ -s err ]] && complain "output on stderr in a pipe: $(cat err)"
run "${small[@]}" --jobs 2 --json two.json --junit two.xml
[[ $status == "$first" ]] || complain 'the exit status depends on the number of jobs'
expect_same <(timeless one.json) <(timeless two.json) '--jobs 1 and --jobs 2'
expect_report two.json true
command -v xmllint >/dev/null && { xmllint --noout two.xml || complain 'two.xml is not well-formed'; }

# Standard output, by whatever name, gets the report alone and keeps it; links on the way stay links.
# The system's own /dev/stdout is left alone: a program that replaced it would break the machine of the test.
ln -s /proc/self/fd/1 stdout && ln -s stdout link && ln -s /proc/self/fd/2 stderr
for name in - /dev/fd/1 /proc/self/fd/1 stdout link; do
  run "${small[@]}" --jobs 2 --json $name
  expect_same <(timeless out) <(timeless one.json) "--json $name > file"
  expect_match err '^gradient_descent_rate' "the table beside --json $name"
done
[[ -L stdout && -L link && ! -e ./- ]] || complain 'a link to standard output was replaced'
"$verigrad" "${small[@]}" --json >(cat >piped.json) >out 2>err
for ((i = 0; i < 100; ++i)); do [[ -s piped.json ]] && break || sleep 0.1; done
expect_same <(timeless piped.json) <(timeless one.json) '--json >(cat)'
run merge one.json --json -
expect_same out one.json 'merge --json -'
run "${small[@]}" --json both.json --junit stderr
expect_match err '</testsuites>' '--junit stderr'
long_name=$(printf 'a%.0s' {1..255})
run "${small[@]}" --json "$long_name"
expect_report "$long_name" true

for shard in 1/3 2/3 3/3; do run "${small[@]}" --shard $shard --json shard${shard%/*}.json; done
refused 'shard 3/3 is missing' merge shard1.json shard2.json --json merged.json
run merge shard3.json shard1.json shard2.json --json merged.json --junit merged.xml
[[ $status == "$first" ]] || complain 'merge and the whole run differ in exit status'
expect_same <(timeless merged.json) <(timeless one.json) 'merged shards and the whole run'

run "${small[@]}" --seed 5 --json seed.json
cmp -s <(timeless seed.json) <(timeless one.json) && complain 'the seed changes nothing'

run "${small[@]}" --time-limit 0.000001
expect_status 1 'every check timed out'
expect_match out "ERROR: .*timed out after 1e-06 s.*again: verigrad verify gradient_descent_rate --seed 1 --cases $cases --no-data" 'time limit'

run verify --help
expect_match out '--time-limit SECONDS=600' 'the usual time limit'
run "${small[@]}" --time-limit 0
[[ $status == "$first" ]] || complain '--time-limit 0 is a limit'

run --version
expect_match out '^verigrad [0-9]+\.[0-9]+\.[0-9]+$' --version
for command in list show verify errata merge; do
  run $command --help
  expect_status 0 "$command --help"
  expect_match out 'Examples?:' "$command --help"
done
for arguments in list --help --version 'verify --help' 'show adagrad' 'merge one.json --json -' "${small[*]}"; do
  "$verigrad" $arguments >/dev/full 2>err
  status=$?
  expect_status 2 "$arguments > /dev/full"
  expect_match err 'cannot write to standard output|cannot write -: No space left' "$arguments > /dev/full"
  "$verigrad" $arguments >&- 2>err
  status=$?
  expect_status 2 "$arguments >&-"
  "$verigrad" $arguments >&- 2>&- <&-
  status=$?
  expect_status 2 "$arguments >&- 2>&- <&-"
done
"$verigrad" "${small[@]}" --json closed.json >&- 2>&- <&-
expect_same <(timeless closed.json) <(timeless one.json) 'the report of a run with closed standard streams'

# A report that was edited names itself, the place and the remedy.
run verify gradient_descent_rate --cases 2 --no-data --json good.json
sed 's/"cases": [0-9]*,/"cases": "many",/' good.json >edited.json
refused 'edited.json is no report of verigrad verify --json: cases "many" is not a whole number.*; write it anew' merge edited.json --json all.json
sed '0,/"cases": /s//"cases": 7, "cases": /' good.json >twice.json
refused 'twice.json is no report.*"cases" stands twice.*; write it anew' merge twice.json --json all.json
sed '0,/"name": "[^"]*"/s//"name": 7/' good.json >typed.json
refused 'typed.json is no report.*checks/0/name.* must be string' merge typed.json --json all.json
head -c 500 good.json >cut.json
refused 'cut.json is no report.*line [0-9]+.*; write it anew' merge cut.json --json all.json
finish
