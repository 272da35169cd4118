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
pgrep -f "$TMPDIR" >/dev/null && complain 'a solver lives on'
[[ -z $(ls "$TMPDIR") ]] || complain "temporary files stay: $(ls "$TMPDIR")"
finish
