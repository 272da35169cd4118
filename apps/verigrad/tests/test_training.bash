# plot of figures that train: the same curves with any number of jobs, and after Ctrl-C, a kill or a full disk.
source "$(dirname "$0")/expect.bash"
short=(plot inna_damping --epochs 2 --seeds 2)
long=(plot inna_damping --epochs 60 --seeds 3)
kept() { find "$1" -name '[0-9]*' -path '*.training/*' 2>/dev/null | wc -l; }

run "${short[@]}" --jobs 1 --out alone
expect_status 0 'training with one job'
for jobs in 2 5; do
  run "${short[@]}" --jobs $jobs --out shared
  [[ -s err ]] && complain "a message of $jobs jobs: $(cat err)"
  expect_same alone/inna_damping.csv shared/inna_damping.csv "$jobs jobs"
  expect_same alone/inna_damping.svg shared/inna_damping.svg "$jobs jobs"
done
[[ -n $(find alone shared -name '*.training') ]] && complain 'checkpoints of a figure that is drawn'
refused '--jobs: "0" is not a whole number from 1' plot inna_damping --jobs 0

run "${long[@]}" --jobs 1 --out whole
expect_status 0 'training that is left alone'

# stopped SIGNAL: the long training into the directory `parts`, until some runs are kept and then a second more.
stopped() {
  local runs i
  runs=$(kept parts)
  env --default-signal=INT "$verigrad" "${long[@]}" --jobs 2 --out parts >out 2>err &
  process=$!
  for ((i = 0; i < 600; ++i)); do
    [[ $(kept parts) -gt $((runs + 8)) ]] && break
    sleep 0.02
  done
  kill -"$1" $process 2>/dev/null || complain "the training ended before SIG$1"
  wait $process 2>/dev/null
  status=$?
}

stopped INT
expect_status 130 'Ctrl-C while training'
expect_match err 'stopped by SIGINT; parts/inna_damping\.[0-9a-f]{8}\.training has what was trained' 'Ctrl-C while training'
[[ -s out || -e parts/inna_damping.csv ]] && complain "a figure of a training that was stopped: $(cat out)"
[[ $(kept parts) -gt 8 ]] || complain "Ctrl-C left $(kept parts) runs"
stopped KILL
expect_status 137 'a kill while training'
[[ $(kept parts) -gt 16 ]] || complain "a kill left $(kept parts) runs"
[[ -n $(find parts -name '.?*') ]] && complain "a kill left drafts: $(find parts -name '.?*')"
stopped TERM
expect_status 143 'SIGTERM while training'

run plot inna_damping --epochs 1 --seeds 1 --out parts
expect_status 0 'training with other options'
expect_match err 'parts/inna_damping\.[0-9a-f]{8}\.training is of a training with other options' 'training with other options'
[[ $(wc -l <err) == 1 ]] || complain "not one line of other options: $(cat err)"
[[ $(kept parts) -gt 16 ]] || complain 'other options removed what was kept'

before=$(find parts -name '[0-9]*' -path '*.training/*' -printf '%f %T@\n' | sort)
run "${long[@]}" --jobs 2 --out parts
expect_status 0 'training that goes on'
[[ -s err ]] && complain "a message of a training that goes on: $(cat err)"
[[ -n $before ]] || complain 'nothing to go on from'
expect_same whole/inna_damping.csv parts/inna_damping.csv 'stopped three times'
expect_same whole/inna_damping.svg parts/inna_damping.svg 'stopped three times'
[[ -n $(find parts -name '*.training') ]] && complain 'checkpoints of a figure that is drawn'

(
  ulimit -f 4
  "$verigrad" "${short[@]}" --jobs 2 --out full >out 2>err
)
status=$?
expect_status 2 'a full disk'
expect_match err 'File too large' 'a full disk'
run "${short[@]}" --jobs 2 --out full
expect_status 0 'after a full disk'
expect_same alone/inna_damping.csv full/inna_damping.csv 'after a full disk'
finish
