# verigrad check optimiser --command: programs in C and Python that are asked, told by name; programs that do not answer.
source "$(dirname "$0")/expect.bash"
export PYTHONPATH=$source_dir/clients/python PYTHONDONTWRITEBYTECODE=1

refused 'name a recorded run, or a program with --command' check optimiser
refused 'excludes' check optimiser trace.jsonl --command true
refused 'no method "adamm"; near it: adam' check optimiser --command true --as adamm
refused 'write NAME=NUMBER, such as momentum=0.5' check optimiser --command true --hyper momentum
refused '"true" .*did not answer request 1 \(start\)' check optimiser --command true --as adam
refused 'name a command that the shell finds' check optimiser --command ./none --as adam
refused '"echo noise; cat" .*"noise"' check optimiser --command 'echo noise; cat' --as adam
refused 'did not answer request 1 \(start\) within 0.2 s' check optimiser --command 'sleep 7' --as adam --time-limit 0.2

cat >words.sh <<'END'
while read -r line; do
  [[ $line == *'"start"'* ]] && echo '{"ready": true}' || echo '{"parameters": [["one"], [1], [1, 1]]}'
done
END
refused 'step 1, tensor "a": entry 0 is "one", which is no number' check optimiser --command 'bash words.sh' --as adam

if cc=$(command -v "${CC:-cc}"); then
  "$cc" -std=c11 -O1 "$source_dir/clients/c/optimiser.c" -o optimiser || complain 'optimiser.c'
  momentum=(--hyper momentum=0.5 --hyper dampening=0 --hyper weight_decay=0)
  run check optimiser --command ./optimiser --as sgd "${momentum[@]}" --strict
  expect_status 0 'momentum in C'
  expect_match out '^as declared: SGD' 'momentum in C'
  run check optimiser --command ./optimiser --as adam
  expect_status 1 'momentum in C, declared ADAM'
else
  echo 'skipped: the client in C, as there is no C compiler (cc)'
fi

if ! command -v python3 >/dev/null; then
  echo 'skipped: the clients in Python, as there is no python3'
  finish
fi

# adam ROOT: ADAM of the probe in lists, with ROOT for √v + ε, where v is corrected.
adam() {
  cat >adam.py <<END
import math, sys, verigrad_client

def step(parameters, gradients, state, rate):
    beta1, beta2, eps = 0.75, 0.875, 0.5
    for i, g in enumerate(gradients):
        if g is None:
            continue
        k, m, v = state.get(i, (0, [0.0] * len(g), [0.0] * len(g)))
        k += 1
        m = [beta1 * a + (1 - beta1) * b for a, b in zip(m, g)]
        v = [beta2 * a + (1 - beta2) * b * b for a, b in zip(v, g)]
        state[i] = k, m, v
        c1, c2 = 1 - beta1**k, 1 - beta2**k
        parameters[i] = [x - rate * (a / c1) / ($1) for x, a, s in zip(parameters[i], m, [b / c2 for b in v])]
    ${2:-pass}
    return parameters

verigrad_client.run(step)
END
}
asked() { run check optimiser --command 'python3 adam.py' --as adam --hyper weight_decay=0 "$@"; }

adam 'math.sqrt(s) + eps'
asked --strict --json found.json --junit found.xml
expect_status 0 'ADAM in Python'
expect_match out '^as declared: ADAM$' 'ADAM in Python'
expect_match found.json '"trace": "python3 adam.py"' 'check --command --json'
run check optimiser --command 'python3 adam.py' --hyper weight_decay=0
expect_status 0 'ADAM in Python, nothing declared'
expect_match out 'ADAM' 'ADAM in Python, nothing declared'
adam 'math.sqrt(s + eps)'
asked
expect_status 1 'ε inside the root'
expect_match out '^another dialect: ADAM with ε inside the root$' 'ε inside the root'
expect_match out 'step 1, tensor "a", entry 0: recorded' 'ε inside the root'

adam 'math.sqrt(s) + eps' 'if state[0][0] == 4: sys.exit("out of memory")'
asked
expect_status 2 'a program that dies in step 5'
expect_match err '"python3 adam.py" ended with exit status 1 .*request [0-9]+ \(step\).*its last words: "out of memory"' 'a program that dies'
expect_match out '^after [0-9]+ of 15 steps: as declared: ADAM$' 'what was answered before a program died'
adam 'math.sqrt(s) + eps' 'if state[0][0] == 2: parameters[0] = [float("nan")]'
asked
expect_status 1 'NaN after step 2'
expect_match out 'step 2, tensor "a", entry 0: not finite' 'NaN after step 2'
adam 'math.sqrt(s) + eps' 'parameters = parameters[:2]'
asked
expect_status 2 'two of three tensors'
[[ $(wc -l <err) == 1 ]] || complain "not one line on stderr: $(cat err)"
adam 'math.sqrt(s) + eps' 'sys.stderr.flush(), __import__("time").sleep(60)'
asked --time-limit 4
expect_status 2 'a program that hangs'
expect_match err 'did not answer request 2 \(step\) within 4 s' 'a program that hangs'

# The verdict does not wait for a program that lingers, and it is ended.
adam 'math.sqrt(s) + eps'
echo 'import time; time.sleep(300)' >>adam.py
SECONDS=0
asked --time-limit 200
expect_status 0 'a program that lingers'
((SECONDS < 120)) || complain "a program that lingers kept us for $SECONDS s"
cat >control.sh <<'END'
read -r line
printf '\0\033[2Jnoise\n'
END
refused 'answered request 1 \(start\) with "..\[2Jnoise", which is no JSON object; print one object a line' check optimiser --command 'bash control.sh' --as adam

# Ctrl-C ends the program, too. A shell lets its background ignore SIGINT.
adam 'math.sqrt(s) + eps' 'sys.stderr.flush(), __import__("time").sleep(60)'
env --default-signal=INT "$verigrad" check optimiser --command 'python3 adam.py' --as adam >out 2>err </dev/null &
process=$!
for _ in {1..100}; do
  child=$(pgrep -P $process) && break
  sleep 0.1
done
sleep 0.5
kill -INT $process
wait $process
status=$?
expect_status 130 'Ctrl-C'
expect_match err 'stopped by SIGINT after 0 steps' 'Ctrl-C'
sleep 0.3
[[ -d /proc/$child ]] && ! grep -q '^State:.*Z' "/proc/$child/status" && complain 'the program outlives Ctrl-C'

need_torch 'the optimisers of PyTorch'
# torch_run CLASS METHOD [ARGUMENTS…]
torch_run() {
  local class=$1 method=$2
  shift 2
  echo "import torch, verigrad_client; verigrad_client.run(torch.optim.$class)" >torch_run.py
  run check optimiser --command "$python torch_run.py" --as "$method" "$@"
}
for dtype in float64 float32; do
  for pair in SGD:sgd Adagrad:adagrad Adadelta:adadelta RMSprop:rmsprop Adam:adam AdamW:adamw Adamax:adamax; do
    torch_run ${pair%:*} ${pair#*:} --dtype $dtype
    expect_status 0 "torch.optim.${pair%:*} in $dtype"
    expect_match out '^as declared: ' "torch.optim.${pair%:*} in $dtype"
  done
done
# At the usual ε float32 hides its place from the probe: the program is started again, with smaller gradients besides.
torch_run Adam adam --dtype float32 --strict --hyper eps=1e-8 --hyper beta1=0.9 --hyper beta2=0.999
expect_status 0 'the usual ε in float32'
expect_match out '^  75 entries decided' 'the usual ε in float32'
grep -q '  open: ' out && complain "left open at the usual ε: $(cat out)"
torch_run AdamW adam
expect_status 1 'AdamW, declared ADAM'
expect_match out '^another dialect: AdamW$' 'AdamW, declared ADAM'

# Training runs, recorded: what float32 does not show at the usual ε is left open, and no more than that.
# trained CLASS FILE [ENTRIES]
trained() {
  "$python" - "$@" <<'END' || complain "no training run of $1"
import sys, torch, verigrad_client
name, file, *entries = sys.argv[1:]
torch.manual_seed(1)
model = torch.nn.Sequential(torch.nn.Linear(8, 16), torch.nn.Tanh(), torch.nn.Linear(16, 1))
inputs, targets = torch.randn(64, 8), torch.randn(64, 1)
given = {"SGD": {"momentum": 0.9}, "Adagrad": {}, "RMSprop": {}}.get(name, {"weight_decay": 0.01})
optimizer = getattr(torch.optim, name)(model.parameters(), lr=0.01, **given)
method = "adam" if name == "AdamW" else name.lower()
with verigrad_client.Recorder(file, optimizer, method, entries=int(entries[0]) if entries else None) as recorder:
    for _ in range(40):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(model(inputs), targets).backward()
        recorder.step()
END
}
for class in SGD Adam Adagrad RMSprop Adadelta Adamax; do
  trained $class run.jsonl
  run check optimiser run.jsonl
  expect_status 0 "a recorded run of $class"
  expect_match out '^as declared: ' "a recorded run of $class"
done
trained AdamW run.jsonl.gz 5
run check optimiser run.jsonl.gz
expect_status 1 'a recorded run of AdamW, declared ADAM'
expect_match out '^another dialect: AdamW$' 'a recorded run of AdamW, declared ADAM'
expect_match out '^  [0-9]+ entries decided' 'a recorded run of AdamW, declared ADAM'
finish
