# verigrad check optimiser --statement: programs held against statements, on problems of verigrad's own.
source "$(dirname "$0")/expect.bash"
export PYTHONPATH=$source_dir/clients/python PYTHONDONTWRITEBYTECODE=1

if ! command -v python3 >/dev/null; then
  echo 'skipped: the clients in Python, as there is no python3'
  finish
fi

# descent UPDATE: a program whose step is this, of x, g and rate.
descent() {
  cat >mine.py <<END
import verigrad_client

def step(parameters, gradients, state, rate):
    state["steps"] = state.get("steps", 0) + 1
    return [[$1 for x, g in zip(p, d)] for p, d in zip(parameters, gradients)]

verigrad_client.run(step)
END
}
held() { run check optimiser --command 'python3 mine.py' --statement "$@"; }

descent 'x - rate * g'
for statement in gradient_descent_rate polyak_lojasiewicz_rate iteration_contraction strongly_convex_sgd; do
  held $statement --strict --json found.json --junit found.xml
  expect_status 0 "descent against $statement"
  expect_match out "^holds: $statement on ([0-9]+) of \\1 problems" "descent against $statement"
  expect_match found.json '"program": "python3 mine.py"' "descent against $statement"
  expect_match found.xml 'failures="0"' "descent against $statement"
done
held heavy_ball
expect_status 1 'descent against heavy_ball'
expect_match out 'step 2 is not one of the method: entry 0 is ' 'descent against heavy_ball'
expect_match out 'what the statement says of the iterates holds' 'descent against heavy_ball'

descent 'x - 4 * rate * g'
held gradient_descent_rate
expect_status 1 'four times the rate'
expect_match out '^problem 1 of 15: f = ' 'four times the rate'
expect_match out 'step 1 is not one of the method: entry 0 is -1; it can be 0.5$' 'four times the rate'
expect_match out 'each step is one at the rate 2$' 'four times the rate'
expect_match out 'broken: f.xₖ. − f\* ≤ best bound after step 1: 0.5 ≤ 0.25 fails by 0.25' 'four times the rate'

# A rate of the program's own: the problems are scaled to it, and the smoothness that is declared is held against it.
descent 'x - 0.1 * g'
held gradient_descent_rate --hyper lr=0.1
expect_status 0 'a rate of its own'
held gradient_descent_rate --hyper lr=0.1 --hyper L=30
expect_status 1 'a rate beyond 2/L'
expect_match out 'broken: α < 2/L: 0.1 < 0.06666' 'a rate beyond 2/L'
expect_match out 'broken: f.xₖ. ≤ f.x₀. after step 1: ' 'a rate beyond 2/L'

# What was found stays, when the program fails.
descent 'x - rate * g if state["steps"] < 6 else __import__("sys").exit("no more")'
held gradient_descent_rate
expect_status 2 'a program that dies'
expect_match err 'its last words: "no more"' 'a program that dies'
expect_match out '^holds: gradient_descent_rate on [1-9][0-9]* of 15 problems' 'a program that dies'

refused 'no run can be held against the statement "soft_thresholding"; there are gradient_descent_rate, ' \
  check optimiser --command 'python3 mine.py' --statement soft_thresholding
refused 'gradient_descent_rate has no hyper-parameter momentum; there are lr, L' \
  check optimiser --command 'python3 mine.py' --statement gradient_descent_rate --hyper momentum=0.5
refused '--as excludes --statement' \
  check optimiser --command 'python3 mine.py' --statement gradient_descent_rate --as sgd

need_torch 'the optimisers of PyTorch'
torch_optimiser() { echo "import torch, verigrad_client; verigrad_client.run(torch.optim.$1)" >mine.py; }
torch_held() { run check optimiser --command "$python mine.py" --statement "$@"; }
for dtype in float64 float32; do
  torch_optimiser SGD
  torch_held gradient_descent_rate --dtype $dtype
  expect_status 0 "torch.optim.SGD in $dtype"
  torch_held heavy_ball --dtype $dtype
  expect_status 0 "torch.optim.SGD with momentum in $dtype"
  torch_optimiser Adam
  torch_held gradient_descent_rate --dtype $dtype
  expect_status 1 "torch.optim.Adam in $dtype"
done
finish
