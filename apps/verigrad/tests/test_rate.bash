# verigrad rate: bounds, certificates and their re-check; wrong input.
source "$(dirname "$0")/expect.bash"

export TMPDIR=$work/temporary
mkdir "$TMPDIR"
kept=$source_dir/properties/rooms/rate/certificates
for file in "$kept"/*.txt; do
  run rate --check "$file"
  expect_status 0 "rate --check $file"
  expect_match out '≤ worst case of .* ≤' "rate --check $file"
  expect_match out '^proved; re-checked in 0\.[0-9]+ s$' "rate --check $file"
done
run rate
expect_status 0 rate
expect_match out '^gradient_descent +x⁺ = x − α ∇f\(x\)$' rate

# planted SED: the certificate with this change is refused.
planted() {
  sed "$1" "$kept/gradient_descent.txt" >planted.txt
  cmp -s planted.txt "$kept/gradient_descent.txt" && complain "nothing planted by $1"
  run rate --check planted.txt
  expect_status 1 "planted $1"
  expect_match out "^refused: $2" "planted $1"
}
planted 's/^pair 1 2 .*/pair 1 2 1\/2/' 'the multipliers do not cancel f'
planted 's/^pair 1 2 /pair 2 1 /' 'the multipliers do not cancel f'
planted 's/^pair 1 2 /pair 1 2 -/' 'a multiplier is below 0'
planted 's/^start 1286742751013945/start 1286742751013000/' 'the bound is not what the multipliers give'
planted 's/^L 1/L 2/' 'what the multipliers leave is no sum of squares'
planted 's/^hyper alpha 1/hyper alpha 2/' 'the steps are not those of gradient_descent'
planted 's/^1 -1 -1 0 0/1 -1 -2 0 0/' 'the steps are not those of gradient_descent'
planted 's/^lower 2573485499482965/lower 2573485499482966/' "the function's measure is not the bound"

echo '{}' >strange.txt
refused 'strange.txt: line 1: this is no certificate of a rate; take a file that' rate --check strange.txt
refused 'cannot read none.txt' rate --check none.txt
refused 'no method "adam" has a rate; there are|no method "adam" has a rate; near it' rate adam --steps 2 --step-size 1
refused 'of which method\? Name one that verigrad rate lists, or give --command' rate --steps 2
refused 'at which rate is each step\? Give --step-size' rate --command true --steps 2
refused '--command excludes method|excludes' rate gradient_descent --command true --steps 2 --step-size 1
refused '"true" .*did not answer request 1 \(start\)' rate --command true --steps 2 --step-size 1
refused 'dtype "float" is none of float64, float32' rate --command true --steps 2 --step-size 1 --dtype float
refused '--certificate all and --coq ./all are one place' rate gradient_descent --steps 2 --step-size 1 --certificate all --coq ./all
refused '--json all and --coq ./all are one place' rate gradient_descent --steps 2 --step-size 1 --json all --coq ./all
refused 'cannot write none/c.v: there is no directory none' rate --check "$kept/gradient_descent.txt" --coq none/c.v
refused 'how many steps\? Give --steps N' rate gradient_descent
refused '--steps: "0" is not a whole number from 1' rate gradient_descent --steps 0 --step-size 1
refused '--steps: "101" is not' rate gradient_descent --steps 101 --step-size 1
refused 'gradient_descent needs its step size alpha; give --step-size' rate gradient_descent --steps 2
refused 'heavy_ball needs mu; give --hyper mu=NUMBER' rate heavy_ball --steps 2 --step-size 1
refused '--step-size: "1/" is no number: it ends too early' rate gradient_descent --steps 2 --step-size 1/
refused 'the step size alpha of gradient_descent is -1; it must be above 0' rate gradient_descent --steps 2 --step-size=-1
refused '"K" stands for nothing, but L, N, R do' rate gradient_descent --steps 2 --step-size 1/K
refused 'gradient_descent has no hyper-parameter "mu"' rate gradient_descent --steps 2 --step-size 1 --hyper mu=1
refused '--hyper: "mu" is not NAME=NUMBER' rate heavy_ball --steps 2 --step-size 1 --hyper mu
refused '--hyper: mu is given twice' rate heavy_ball --steps 2 --step-size 1 --hyper mu=1/2 mu=1/3
refused 'no class "convex"; there are "smooth-convex"' rate gradient_descent --steps 2 --step-size 1 --class convex
refused 'no measure "loss"; there are "f\(x_N\) − f\*"' rate gradient_descent --steps 2 --step-size 1 --measure loss
refused 'no start "near"; there are' rate gradient_descent --steps 2 --step-size 1 --start near
refused 'mu is 0 and L is 1; smooth-strongly-convex needs 0 < mu < L' rate gradient_descent --steps 2 --step-size 1 --class smooth-strongly-convex
refused 'L is 0; it must be above 0' rate gradient_descent --steps 2 --step-size 1 --L 0
refused 'R is 0; it must be above 0' rate gradient_descent --steps 2 --step-size 1 --R 0
refused 'has no worst case over smooth-nonconvex; measure' rate gradient_descent --steps 2 --step-size 1 --class smooth-nonconvex
refused 'smooth-convex starts from "‖x_0 − x\*‖²"' rate gradient_descent --steps 2 --step-size 1 --start 'f(x_0) - f*'
refused '--check excludes method|excludes' rate gradient_descent --check strange.txt
refused 'cannot write none/c.txt: there is no directory none' rate gradient_descent --steps 2 --step-size 1 --certificate none/c.txt
refused '--json all and --certificate ./all are one place' rate gradient_descent --steps 2 --step-size 1 --json all --certificate ./all
PATH=/nowhere "$verigrad" rate gradient_descent --steps 2 --step-size 1 >out 2>err
status=$?
expect_status 2 'no solver'
expect_match err '^verigrad: no program "csdp" .*; install coinor-csdp, or only re-check certificates, with --check$' 'no solver'

run rate --check "$kept/gradient_descent.txt" --coq c.v
expect_status 0 'a theorem of a certificate'
expect_match c.v '^  f \(x 3%nat\) - f s <= Q2R \([0-9]+ # [0-9]+\)\.$' 'a theorem of a certificate'

if ! command -v csdp >/dev/null; then
  echo "skipped: searches, as csdp (coinor-csdp) is not installed"
  finish
fi
run rate gradient_descent --steps 10 --step-size 1/L --class smooth-convex --measure 'f(x_N) − f*' --certificate c.txt --json c.json
expect_status 0 'gradient descent'
expect_match out 'the simplest fraction in between is 1/42$' 'gradient descent'
expect_match c.json '"level": "proved"' 'gradient descent'
cp out first
run rate gradient_descent --steps 10 --step-size '2/(L+L)' --measure 'f(x_N)-f*'
diff <(sed '$d' out) <(sed '$d' first) >/dev/null || complain 'two spellings, two answers'
run rate --check c.txt
expect_status 0 'its certificate'
run rate gradient_descent --steps 3 --step-size 1/L --json -
expect_match out '"exact": "[0-9]+/[0-9]+"' 'json to standard output'
expect_match err 'worst case' 'text to standard error'
refused 'did not answer request 1 \(solve\) within 0 s; raise the time limit' rate gradient_descent --steps 3 --step-size 1 --time-limit 0
"$verigrad" rate gradient_descent --steps 60 --step-size 1 >out 2>err &
for _ in {1..100}; do
  [[ -z $(ls "$TMPDIR") ]] || break
  sleep 0.1
done
kill -TERM $!
wait $!
status=$?
expect_status 143 'a search that was interrupted'
expect_match err '^verigrad: stopped by SIGTERM$' 'a search that was interrupted'
if command -v python3 >/dev/null; then
  export PYTHONPATH=$source_dir/clients/python PYTHONDONTWRITEBYTECODE=1
  # optimiser NAME STEP: a program of which STEP makes m of m and the gradient g.
  optimiser() {
    cat >"$1" <<END
import verigrad_client

def step(parameters, gradients, state, rate):
    (x,), (g,) = parameters, gradients
    state["m"] = [$2 for m, g in zip(state.get("m", [0.0] * len(x)), g)]
    return [[x + m for x, m in zip(x, state["m"])]]

verigrad_client.run(step)
END
  }
  optimiser ball.py '0.5 * m - rate * g'
  run rate --command 'python3 ball.py' --steps 4 --step-size 1/L --certificate ball.txt --json ball.json
  expect_status 0 'a program'
  expect_match out '^python3 ball.py, lr = 1: the steps that the program answered$' 'a program'
  expect_match ball.json '"command": "python3 ball.py"' 'a program'
  grep '≤' out | sed 1d >of_program
  run rate heavy_ball --steps 4 --step-size 1/L --hyper mu=1/2
  grep '≤' out | sed 1d >of_ball
  expect_same of_program of_ball 'the same steps, the same worst case'
  run rate --check ball.txt
  expect_status 0 'the certificate of a program'
  optimiser sign.py '-rate * (g > 0) + rate * (g < 0)'
  run rate --command 'python3 sign.py' --steps 4 --step-size 1 --json sign.json
  expect_status 1 'a program without fixed steps'
  expect_match out '^no fixed-step method answers: after step 1 entry 0 is -1, and with its gradients times 0.0625 it is -1' 'a program without fixed steps'
  [[ -e sign.json ]] && complain 'JSON of nothing found'
fi
pgrep -f "$TMPDIR" >/dev/null && complain 'a solver lives on'
[[ -z $(ls "$TMPDIR") ]] || complain "temporary files stay: $(ls "$TMPDIR")"
finish
