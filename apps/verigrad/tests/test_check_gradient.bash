# Gradients of foreign programs: right ones, wrong ones, and programs that do not answer. Clients in C, in Python, and
# where it is installed with PyTorch.
source "$(dirname "$0")/expect.bash"
export PYTHONPATH=$source_dir/clients/python PYTHONDONTWRITEBYTECODE=1

# judge STATUS WHAT COMMAND ARGUMENTS…: checks the gradient that the command answers.
judge() {
  local expected=$1 what=$2 command=$3
  shift 3
  run check gradient --command "$command" "$@"
  expect_status "$expected" "$what: $(cat out err | head -c 600)"
  [[ $expected != 2 || $(wc -l <err) == 1 ]] || complain "not one line on stderr: $what: $(cat err)"
}

# A program that answers each request with a fixed line, and to start with the dimension 2.
cat >fixed.sh <<'END'
while read -r line; do
  case $line in
    *'"start"'*) echo '{"dimension": 2}' ;;
    *'"value"'*) echo "$1" ;;
    *'"value_and_gradient"'*) echo "$2" ;;
    *) exit ;;
  esac
done
END

refused 'required' check
refused '--command is required' check gradient
judge 2 'no such program' 'no-such-program'
expect_match err 'ended with exit status 127 .*name a command that the shell finds; its last words' 'no such program'
judge 2 'no dimension' "bash fixed.sh | sed -u s/.dimension.:.2//"
expect_match err 'names no dimension; name it with --dimension, or points with --at' 'no dimension'
judge 2 'two dimensions' 'bash fixed.sh' --dimension 3
expect_match err '\-\-dimension 3, but the program says 2' 'two dimensions'
judge 2 'another shape' "bash fixed.sh '{\"value\": 1}' '{\"value\": 1, \"gradient\": [1]}'"
expect_match err 'the gradient has 1 entries for a point of 2' 'another shape'
judge 2 'no gradient' "bash fixed.sh '{\"value\": 1}' '{\"value\": 1}'"
expect_match err 'the answer to value_and_gradient has no "gradient"' 'no gradient'
judge 2 'not a number' "bash fixed.sh '{\"value\": \"one\"}' '{}'"
expect_match err 'the value is ""one""; give a number' 'not a number'
judge 2 'f is nowhere finite' "bash fixed.sh '{\"value\": NaN}' '{}'"
expect_match err 'point 1: f\(x\) is nan; give a point of f.s domain; name points with --at' 'f is nowhere finite'
judge 2 'an error' "bash fixed.sh '{\"error\": \"no model\"}' '{}'"
expect_match err 'answered value with the error: no model' 'an error'
judge 2 'noise' "echo Loading; bash fixed.sh '{\"value\": 1}'"
expect_match err '"Loading".*; print one object .*all else to standard error' 'noise'
judge 2 'it hangs' 'cat >/dev/null' --time-limit 0.4
expect_match err 'did not answer request 1 \(start\) within 0.4 s; raise the time limit' 'it hangs'
echo '[0.5, "x"]' >at.json
judge 2 'no point' 'bash fixed.sh' --at at.json
expect_match err 'at.json holds no point; write' 'no point'

# A constant function tests nothing.
judge 0 'constant' "bash fixed.sh '{\"value\": 1}' '{\"value\": 1, \"gradient\": [0, 0]}'"
expect_match out 'one and the same value wherever it was asked, which tests nothing' 'constant'
judge 3 'constant, strictly' "bash fixed.sh '{\"value\": 1}' '{\"value\": 1, \"gradient\": [0, 0]}'" --strict

# Ctrl-C: nothing is left running, and what was found is in the file.
cat >slow.sh <<'END'
echo $$ >slow.pid
while read -r line; do
  case $line in
    *'"start"'*) echo '{"dimension": 1}' ;;
    *) sleep 100 & echo $! >>slow.pid; wait ;;
  esac
done
END
for signal in INT:130 TERM:143; do
  rm -f slow.pid
  env --default-signal=INT "$verigrad" check gradient --command 'bash slow.sh' --json slow.json >out 2>err </dev/null &
  process=$!
  for ((i = 0; i < 300; ++i)); do
    [[ -e slow.pid && $(wc -l <slow.pid) == 2 ]] && break
    sleep 0.1
  done
  kill -"${signal%:*}" $process
  wait $process
  status=$?
  expect_status "${signal#*:}" "SIG${signal%:*}"
  expect_match err "stopped by SIG${signal%:*} after 0 of 3 points" "SIG${signal%:*}"
  expect_match slow.json '"complete": false' "SIG${signal%:*}"
  sleep 0.3
  [[ -s slow.pid ]] || complain 'the program was not started'
  for child in $(cat slow.pid); do
    [[ -d /proc/$child ]] && ! grep -q '^State:.*Z' /proc/$child/status && complain "$child outlives SIG${signal%:*}"
  done
done

# A client in C.
if cc=$(command -v "${CC:-cc}"); then
  "$cc" -std=c11 -Wall -Wextra -Werror -O1 "$source_dir/clients/c/gradient.c" -o gradient -lm || complain 'gradient.c'
  judge 0 'a client in C' ./gradient --json c.json --strict
  expect_match out '3 of 3 points: 3 hold, 0 fail, 0 undecided' 'a client in C'
  expect_match c.json '"verdict": "holds"' 'a client in C'
  # Momentum, with a gradient that is missing: neither the parameters nor the velocity move.
  "$cc" -std=c11 -Wall -Wextra -Werror -O1 "$source_dir/clients/c/optimiser.c" -o optimiser || complain 'optimiser.c'
  ./optimiser >out <<'END'
{"start":{"dtype":"float64","tensors":[{"name":"a","shape":[2],"values":[2.0,-3]}]}}
{"step":{"gradients":[[1.0,2.0]],"lr":0.5}}
{"step":{"gradients":[null],"lr":0.5}}
{"step":{"gradients":[[1.0,0.0]],"lr":0.25}}
{"stop":{}}
END
  printf '%s\n' '{"ready": true}' '{"parameters": [[1.5, -4]]}' '{"parameters": [[1.5, -4]]}' '{"parameters": [[1.125, -4.25]]}' >expected
  expect_same out expected 'an optimiser in C'
else
  echo 'skipped: the clients in C, as there is no C compiler (cc)'
fi

if ! command -v python3 >/dev/null; then
  echo 'skipped: the clients in Python, as there is no python3'
  finish
fi

# client NAME: a Python client from standard input, as $client; f and its gradient g are of lists.
client() {
  { printf 'import math, random, struct, sys\nimport verigrad_client\n' && cat; } >"$1.py"
  client="python3 $1.py"
}
at() { echo "$1" >at.json; }

client right <<'END'
def f(x):
    print("this goes to standard error")
    return math.log1p(math.exp(x[0])) + x[0] * x[1] ** 2 + abs(x[2])
def g(x): return f(x), [1 / (1 + math.exp(-x[0])) + x[1] ** 2, 2 * x[0] * x[1], (x[2] > 0) - (x[2] < 0)]
verigrad_client.gradient(f, g, dimension=3)
END
judge 0 'a right gradient' "$client" --json right.json --junit right.xml --strict
expect_match out '3 of 3 points: 3 hold' 'a right gradient'
expect_match right.xml '<testsuites name="verigrad" tests="3" failures="0"' 'a right gradient'
python3 -m json.tool right.json >/dev/null || complain 'right.json is no JSON'
at '[[0.5, -3, 0], [0, 0, 0]]'
judge 0 'a right gradient at kinks' "$client" --at at.json --strict
expect_match out 'entry 2: 0; subgradients \[-1, 1\]' 'a right gradient at kinks'

client sign <<'END'
def f(x): return x[0] ** 2 * x[1] + x[2] ** 3
def g(x): return f(x), [2 * x[0] * x[1], -x[0] ** 2, 3 * x[2] ** 2]
verigrad_client.gradient(f, g, dimension=3)
END
judge 1 'a wrong sign' "$client" --json sign.json --junit sign.xml
expect_match out 'entry 1: .*: fails; wrong sign' 'a wrong sign'
expect_match sign.json '"remark": "wrong sign"' 'a wrong sign'
expect_match sign.xml 'failures="3"' 'a wrong sign'

client nan <<'END'
def f(x): return x[0] ** 2 + x[1]
verigrad_client.gradient(f, lambda x: (f(x), [float("nan"), 1]), dimension=2)
END
judge 1 'NaN' "$client"
expect_match out 'entry 0: nan; .*fails; not a number' 'NaN'

client other <<'END'
verigrad_client.gradient(lambda x: x[0] ** 2, lambda x: (x[0] ** 2 + 1, [2 * x[0]]), dimension=1)
END
judge 1 'another value with the gradient' "$client"
expect_match out 'but .* where the gradient is asked with it' 'another value with the gradient'

client update <<'END'
weights = [0.0]
def f(x): return (x[0] - weights[0]) ** 2
def g(x):
    weights[0] += 0.125
    return f(x), [2 * (x[0] - weights[0])]
verigrad_client.gradient(f, g, dimension=1)
END
judge 1 'weights that each gradient updates' "$client"
expect_match out 'before the gradient is asked, and .* after it, .*: asking changes f' 'weights that each gradient updates'

client dies <<'END'
asked = 0
def f(x):
    global asked
    asked += 1
    if asked > 300: raise ValueError("out of memory")
    return x[0] ** 2
verigrad_client.gradient(f, lambda x: (x[0] ** 2, [2 * x[0]]), dimension=1)
END
judge 2 'it dies at the second point' "$client" --json dies.json
expect_match err 'ended with exit status 1 and did not answer request [0-9]+ \(value\).*last words: "ValueError: out of memory"' 'it dies'
expect_match dies.json '"complete": false' 'it dies: what was found stays'
expect_match dies.json '"verdict": "holds"' 'it dies: what was found stays'

# Directions: what lies in the interval of each entry, and is no subgradient.
client maximum <<'END'
verigrad_client.gradient(max, lambda x: (max(x), [float(entry == max(x)) for entry in x]), dimension=2)
END
at '[1, 1]'
judge 1 '(1, 1) for a tie' "$client" --at at.json
client norm <<'END'
def f(x): return math.hypot(*x)
verigrad_client.gradient(f, lambda x: (f(x), [1, 1]), points=[[0, 0]])
END
judge 1 '(1, 1) for a norm at 0' "$client"
client deviation <<'END'
def f(x): return math.sqrt(((x[0] - (x[0] + x[1]) / 2) ** 2 + (x[1] - (x[0] + x[1]) / 2) ** 2) / 2)
verigrad_client.gradient(f, lambda x: (f(x), [0.5, 0.5]), points=[[0.25, 0.25]])
END
judge 1 '(½, ½) for a deviation at equal inputs' "$client"

# float32, and noise of 1e-9.
client single <<'END'
def single(x): return struct.unpack("f", struct.pack("f", x))[0]
def f(x): return single(single(math.sin(single(x[0]))) * single(x[1]))
def g(x): return f(x), [single(math.cos(x[0])) * x[1], float(sys.argv[1]) * math.sin(x[0])]
verigrad_client.gradient(f, g, dimension=2, dtype="float32")
END
judge 0 'float32' "$client 1" --strict
expect_match out 'the noise of f is' 'float32'
judge 1 'a wrong sign in float32' "$client -1"
client noisy <<'END'
def f(x): return x[0] ** 2 + 3 * x[1] + 1e-9 * random.Random(repr(x)).uniform(-1, 1)
def g(x): return f(x), [2 * x[0], float(sys.argv[1])]
verigrad_client.gradient(f, g, dimension=2)
END
judge 0 'noise' "$client 3" --strict
expect_match out 'the noise of f is [0-9.]+e-(09|10)' 'noise'
judge 1 'a wrong factor in noise' "$client 1.5"

# Many entries, one wrong.
client many <<'END'
n, wrong = 600, int(sys.argv[1])
def f(x): return sum(a * a * a / 3 for a in x) + sum(a * b for a, b in zip(x, x[1:]))
def g(x):
    entries = [a * a for a in x]
    for i in range(n - 1):
        entries[i] += x[i + 1]
        entries[i + 1] += x[i]
    if wrong >= 0: entries[wrong] = -entries[wrong]
    return f(x), entries
verigrad_client.gradient(f, g, dimension=n)
END
judge 0 'many entries' "$client -1" --points 1 --strict
expect_match out '600 entries judged together along 10 directions: a mistake of more than' 'many entries'
judge 1 'one wrong of many' "$client 123" --points 1 --json many.json
expect_match out 'entry 123: .*fails; wrong sign' 'one wrong of many'

# The gradient as a map.
client hessian <<'END'
def f(x): return x[0] ** 2 * x[1]
def g(x): return f(x), [2 * x[0] * x[1], x[0] ** 2]
def h(x, v): return [2 * x[1] * v[0] + 2 * x[0] * v[1], float(sys.argv[1]) * x[0] * v[0]]
verigrad_client.gradient(f, g, dimension=2, hessian_product=h)
END
judge 0 'a Hessian' "$client 2"  --strict
expect_match out 'Hessian: its products hold along 5 of 5 directions' 'a Hessian'
judge 1 'a wrong Hessian' "$client 1"
expect_match out 'Hessian along direction 0, entry 1: .*half too small' 'a wrong Hessian'

need_torch 'the clients with PyTorch'
cat >torch_client.py <<'END'
import sys, torch, verigrad_client
torch.manual_seed(1)
network = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2)).double()
inputs, labels = torch.randn(5, 3).double(), torch.tensor([0, 1, 1, 0, 1])
class Doubled(torch.autograd.Function):
    @staticmethod
    def forward(context, x):
        return x.clone()
    @staticmethod
    def backward(context, slope):
        return 2 * slope
def loss(x):
    torch.nn.utils.vector_to_parameters(x.double(), network.parameters())
    shapes = [p.shape for p in network.parameters()]
    parts = [part.reshape(s) for part, s in zip(x.split([s.numel() for s in shapes]), shapes)]
    hidden = torch.tanh(inputs.to(x.dtype) @ parts[0].T + parts[1])
    return torch.nn.functional.cross_entropy(hidden @ parts[2].T + parts[3], labels)
functions = {
    "loss": (loss, 26), "softplus": (lambda x: torch.nn.functional.softplus(50 * x).sum(), 3),
    "norm": (lambda x: x.norm(), 3), "max": (lambda x: x.max(), 3), "cumprod": (lambda x: x.cumprod(0).sum(), 4),
    "doubled": (lambda x: Doubled.apply(x).square().sum(), 3),
    "untaken": (lambda x: torch.where(x < 1, x, x.sqrt()).sum(), 2),
}
if sys.argv[1] == "gradcheck":
    for name, (function, n) in functions.items():
        x = torch.linspace(-0.7, 0.9, n, dtype=torch.float64, requires_grad=True)
        if torch.autograd.gradcheck(function, x, raise_exception=False):
            print(name)
    sys.exit()
function, n = functions[sys.argv[1]]
verigrad_client.gradient(function, dimension=n, dtype=sys.argv[2])
END
for function in loss softplus norm max cumprod; do
  [[ $function == loss ]] && points=1 || points=3
  for dtype in float64 float32; do
    judge 0 "torch's gradient of $function in $dtype" "$python torch_client.py $function $dtype" --points $points
  done
done
"$python" torch_client.py gradcheck >passed
for function in loss softplus norm max cumprod; do
  grep -qx $function passed || complain "gradcheck fails the gradient of $function"
done
judge 1 "a factor 2 in torch's backward pass" "$python torch_client.py doubled float64" --points 1
expect_match out 'twice too large' 'a factor 2'
grep -qx doubled passed && complain 'gradcheck passes a factor 2'
# torch's own gradient is NaN where the branch not taken is infinitely steep.
at '[0, 0]'
judge 1 '0 · ∞' "$python torch_client.py untaken float64" --at at.json
expect_match out 'entry 0: nan; .*fails; not a number, as 0 · ∞ of a branch not taken' '0 · ∞'
finish
