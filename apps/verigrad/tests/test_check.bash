# verigrad check optimiser and verigrad probe: a run told by name, and bad input.
source "$(dirname "$0")/expect.bash"

run probe
expect_status 0 probe
expect_match out '^adam +ADAM \(Kingma and Ba \(2015\)\)$' probe
run probe --dialects
sed '1,/^<!-- generated -->$/d' "$source_dir/docs/dialects.md" >tables
expect_same out tables 'docs/dialects.md holds the output of verigrad probe --dialects'
for dtype in float64 float32 float16 bfloat16; do
  run probe adam --dtype $dtype
  expect_status 0 "probe --dtype $dtype"
  expect_match out "\"dtype\":\"$dtype\"" "probe --dtype $dtype"
done
cp out probe.jsonl
[[ $(wc -l <probe.jsonl) == 16 ]] || complain 'the probe has not a head and fifteen steps'

# Gradient descent by hand: θ ← θ − g/2, then the same with a wrong sign and with a number that no method gives.
sgd() {
  echo '{"verigrad": "optimiser", "version": 1, "dtype": "float32", "method": "sgd", "hyperparameters": {"lr": 0.5}, "tensors": [{"name": "w", "shape": [2], "values": [1, -1]}]}'
  echo '{"step": 1, "lr": 0.5, "gradients": [[1, 0]], "parameters": [[0.5, -1]]}'
  echo '{"step": 2, "lr": 0.25, "gradients": [[2, 1]], "parameters": [[0, -1.25]]}'
}
sgd >right.jsonl
run check optimiser right.jsonl --strict
expect_status 0 'a right run'
expect_match out '^as declared: SGD$' 'a right run'
expect_match out '4 entries decided' 'a right run'
[[ -s err ]] && complain "output on stderr: $(cat err)"

gzip -c right.jsonl >right.jsonl.gz
run check optimiser right.jsonl.gz --strict
expect_status 0 'a compressed run'
expect_match out '4 entries decided' 'a compressed run'
run check optimiser <(cat right.jsonl) --strict
expect_status 0 'a run through a pipe'
# Names in a trace are foreign text: they move no cursor and turn no line.
sed 's/"w"/"w\\u001b[2J\\u202ex\\ny"/; s/"sgd"/"sgd"/; s/\[\[0.5, -1\]\]/[[7, -1]]/' right.jsonl >hostile.jsonl
run check optimiser hostile.jsonl
for hidden in $'\e' $'\u202e'; do
  grep -qF "$hidden" out err && complain "a name in a trace reaches the terminal: $(cat -v out err)"
done
expect_match out 'tensor "w .2J xy|tensor "w .2J x y' 'a hostile name'
sed 's/"method": "sgd"/"method": "s\\u001b[2Jgd"/' right.jsonl >hostile.jsonl
refused 's .2Jgd' check optimiser hostile.jsonl
sed 's/"lr": 0.5}/"lr": 0.5, "a\\u001b[2J": "x"}/' right.jsonl >hostile.jsonl
refused 'line 1: .*is no number' check optimiser hostile.jsonl
sed 's/"lr": 0.25/"lr": 0.25, "lr": 4/' right.jsonl >twice.jsonl
refused 'twice.jsonl: line 3, step 2: "lr" stands twice' check optimiser twice.jsonl

sed 's/\[\[0.5, -1\]\]/[[1.5, -1]]/; s/\[\[0, -1.25\]\]/[[2, -0.75]]/' right.jsonl >ascent.jsonl
run check optimiser ascent.jsonl --json found.json --junit found.xml
expect_status 1 'ascent'
expect_match out '^another dialect: SGD with a step along the gradient$' 'ascent'
expect_match out 'step 1, tensor "w", entry 0: recorded 1.5; SGD as declared gives 0.4999.* to 0.5000' 'ascent'
expect_match found.json '"outcome": "another dialect"' 'check --json'
expect_match found.json '"step": 1' 'check --json'
expect_match found.xml '<failure message="another dialect: SGD with a step along the gradient"' 'check --junit'
command -v xmllint >/dev/null && { xmllint --noout found.xml || complain 'found.xml is not well-formed'; }
run check optimiser ascent.jsonl --json -
expect_same out found.json 'check --json - and --json FILE'
expect_match err '^another dialect' 'tables go to standard error beside --json -'

sed 's/\[\[0, -1.25\]\]/[[0, -7]]/' right.jsonl >strange.jsonl
run check optimiser strange.jsonl
expect_status 1 'a number that no method gives'
expect_match out '^none fits; the nearest is SGD' 'a number that no method gives'
sed 's/\[\[0, -1.25\]\]/[[NaN, -1.25]]/' right.jsonl >nan.jsonl
run check optimiser nan.jsonl
expect_status 1 'NaN'
expect_match out 'step 2, tensor "w", entry 0: not finite' 'NaN'

sed 's/"method": "sgd", //' right.jsonl >undeclared.jsonl
run check optimiser undeclared.jsonl
expect_status 0 'nothing declared'
run check optimiser undeclared.jsonl --as adam
[[ $status == 2 ]] || complain 'ADAM without its hyper-parameters'
refused 'beta1 is not declared; add it to "hyperparameters"' check optimiser undeclared.jsonl --as adam

refused 'subcommand is required' check
refused 'name a recorded run, or a program with --command' check optimiser
refused 'cannot read none.jsonl' check optimiser none.jsonl
refused 'no method "adamm"; near it: adam' check optimiser right.jsonl --as adamm
refused 'no method "sdg"; near it: sgd|no method "sdg"; there are' probe sdg
refused 'dtype "float8" is none of' probe adam --dtype float8
refused 'probe.jsonl: line 2, step 1: no "parameters"; record it' check optimiser probe.jsonl
head -c 300 right.jsonl >cut.jsonl
refused 'cut.jsonl: line 3, step 2: no JSON; was the file cut or edited' check optimiser cut.jsonl
head -c 150 right.jsonl.gz >cut.jsonl.gz
refused 'cut.jsonl.gz: .*; was the compressed file cut' check optimiser cut.jsonl.gz
head -1 right.jsonl >head.jsonl
refused 'head.jsonl: a head without steps' check optimiser head.jsonl
: >empty.jsonl
refused 'empty.jsonl: no line in it' check optimiser empty.jsonl
sed '2d' right.jsonl >gap.jsonl
refused 'gap.jsonl: line 2, step 1: it says step 2; steps count from 1' check optimiser gap.jsonl
sed 's/-1.25/-1.3/' right.jsonl >double.jsonl
refused 'line 3, step 2, tensor "w": entry 1 is -1.3, which no float32 is; declare the dtype' check optimiser double.jsonl
sed 's/float32/float16/; s/-1.25/-1.25048828125/' right.jsonl >half.jsonl
refused 'entry 1 is -1.25048828125, which no float16 is; declare the dtype' check optimiser half.jsonl
sed 's/float32/bfloat16/; s/-1.25/-1.25390625/' right.jsonl >brain.jsonl
refused 'entry 1 is -1.25390625, which no bfloat16 is; declare the dtype' check optimiser brain.jsonl
sed 's/float32/float16/; s/-1.25/-1.25390625/' right.jsonl >half.jsonl
run check optimiser half.jsonl
[[ $status == 1 ]] || complain 'a float16 in the second place is no reason to refuse'
refused 'right.jsonl is read, and would be replaced' check optimiser right.jsonl --json right.jsonl
finish
