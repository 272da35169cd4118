# Stopped, killed or out of disk in the middle of a run: what was decided is on disk, and valid.
source "$(dirname "$0")/expect.bash"
long=(verify gradient_descent_rate --cases 200000 --jobs 16 --no-data)

# started ARGUMENTS…: a long run whose report holds a finding, as $process. A shell lets its background ignore SIGINT.
started() {
  env --default-signal=INT "$verigrad" "${long[@]}" --json report.json "$@" >out 2>err </dev/null &
  process=$!
  local i
  for ((i = 0; i < 600; ++i)); do
    grep -q '"verdict"' report.json 2>/dev/null && return
    sleep 0.1
  done
  complain 'no finding within a minute'
}

for signal in INT:130 TERM:143; do
  rm -f report.json report.xml
  started --junit report.xml
  kill -"${signal%:*}" $process
  wait $process
  status=$?
  expect_status "${signal#*:}" "SIG${signal%:*}"
  expect_match report.xml '</testsuites>' "SIG${signal%:*}"
  expect_match err "stopped by SIG${signal%:*} after [0-9]+ of [0-9]+ checks" "SIG${signal%:*}"
  expect_report report.json false
done

rm -f report.json
echo '<testsuites/>' >report.xml
started --junit report.xml
read -ra workers </proc/$process/task/$process/children
[[ ${#workers[@]} == 0 ]] && complain 'no workers to outlive their parent'
kill -KILL $process
wait $process 2>/dev/null
expect_report report.json false
[[ -e report.xml ]] && complain 'an old report.xml beside a new report.json'
[[ -n $(find . -name '.?*') ]] && complain "left after SIGKILL: $(find . -name '.?*')"
sleep 0.5
for worker in "${workers[@]}"; do
  [[ -d /proc/$worker ]] && ! grep -q '^State:.*Z' /proc/$worker/status && complain "worker $worker outlives its parent"
done

rm -f report.json
cases=6000
[[ -n ${VERIGRAD_CASES:-} ]] && cases=2000 # sanitizers take ten times as long
(
  trap '' HUP
  exec "$verigrad" verify gradient_descent_rate --cases $cases --no-data --json report.json >out 2>err </dev/null
) &
process=$!
for ((i = 0; i < 600; ++i)); do
  grep -q '"verdict"' report.json 2>/dev/null && break
  sleep 0.1
done
kill -HUP $process 2>/dev/null || complain 'the run ended before SIGHUP'
wait $process
expect_report report.json true
grep -q 'stopped by' err && complain "stopped in spite of nohup: $(cat err)"

run verify gradient_descent_rate --cases 5 --no-data --json report.json
(
  ulimit -f 4
  "$verigrad" verify gradient_descent_rate --cases 50 --no-data --json report.json >out 2>err
)
status=$?
expect_status 2 'a full disk'
expect_match err 'cannot write report.json: File too large; make room there' 'a full disk'
expect_report report.json false

rm -f err
(
  ulimit -f 1
  exec env --default-signal=INT "$verigrad" "${long[@]}" --json report.json >out 2>err </dev/null
) &
process=$!
for ((i = 0; i < 300; ++i)); do
  [[ -s err ]] && break
  sleep 0.1
done
expect_match err 'cannot write report.json: File too large; make room there .*; the run goes on and tries again' \
  'a full disk in the middle of a run'
kill -INT $process
wait $process
status=$?
expect_status 2 'a full disk until the run is stopped'
expect_match err 'stopped by SIGINT after [0-9]+ of [0-9]+ checks' 'a full disk until the run is stopped'

(
  ulimit -n 64
  "$verigrad" verify gradient_descent_rate --cases 5 --no-data --jobs 4096 --json report.json >out 2>err
)
expect_report report.json true
[[ -s err ]] && complain "few open files and many jobs: $(cat err)"
[[ -n $(find . -name '.?*') ]] && complain 'a draft was left'
finish
