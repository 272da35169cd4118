# plot: figures into a directory, or one line that says why not and nothing left behind.
source "$(dirname "$0")/expect.bash"

run plot mfds/fig-14.2 --out made/here
expect_status 0 'plot mfds/fig-14.2'
[[ $(wc -l <out) == 3 && ! -s err ]] || complain "plot does not name three files: $(cat out err)"
while read -r file; do [[ -s $file ]] || complain "no $file"; done <out
[[ $(ls -A made/here | wc -l) == 3 ]] || complain "more than three files: $(ls -A made/here)"
tail -c 8 made/here/*.svg | grep -q '</svg>' || complain 'half an SVG'
head -n 1 made/here/*.csv | grep -qx 'panel,curve,x,y,z' || complain 'another head of the CSV'
cp out first && run plot mfds/fig-14.2 --out made/here
expect_same first out 'a second plot into the same directory'

run plot critical_points mfds/fig-14.2 --out both
expect_status 0 'plot of two'
[[ $(ls both/*.svg | wc -l) == 2 ]] || complain "not two figures: $(ls both)"

refused 'cannot write into directory /proc/x; choose one' plot mfds/fig-14.2 --out /proc/x
touch file && refused 'cannot write into directory file; choose one' plot mfds/fig-14.2 --out file
refused '--out: the name is empty; name a directory' plot --out ''
refused 'mfds/fig-14\.22.*near it: mfds/fig-14\.2' plot mfds/fig-14.22
refused 'mathdnn/6.4 has no figure; these have: .*gradient_descent_rate' plot mathdnn/6.5 mathdnn/6.4 --out none
refused 'is a figure, with nothing to decide; `verigrad plot .*` draws it' verify mfds/fig-14.2
refused 'is a figure, with nothing to decide' errata mfds/fig-14.2
run plot inna_damping --epochs 1 --seeds 1 --out trained
expect_status 0 'plot of training'
[[ -s trained/inna_damping.png && ! -s err ]] || complain "no plot of training, or progress in a pipe: $(cat err)"
mkdir empty
refused 'empty has neither train-images-idx3-ubyte nor train-images-idx3-ubyte.gz; put MNIST' \
  plot inna_damping --data empty --out without
refused '--data: Directory does not exist: nowhere' plot inna_damping --data nowhere
refused '--epochs: Value 0 not in range' plot inna_damping --epochs 0
refused '--seeds: Value 0 not in range' plot inna_damping --seeds 0
env --default-signal=INT "$verigrad" plot inna_damping --out interrupted >out 2>err &
sleep 1 && kill -INT $!
wait $!
[[ $? == 130 && -z $(ls -A interrupted 2>/dev/null | grep -v '\.training$') ]] ||
  complain "an interrupted plot left: $(ls -A interrupted)"
mkdir home && echo "set label 'mine' at screen 0.5, 0.5; set border 0" >home/.gnuplot
HOME=$work/home "$verigrad" plot mfds/fig-14.2 --out at_home >out 2>err
expect_same made/here/*.svg at_home/*.svg 'a figure with the settings of a user'
run plot mfds/fig-14.2 --out $'a\e[2Jb'
grep -q $'\e' out && complain "an escape sequence of a directory's name reaches the terminal: $(cat -v out)"
PATH='' "$verigrad" plot mfds/fig-14.2 --out none >out 2>err
status=$?
expect_status 2 'plot without gnuplot'
[[ $(wc -l <err) == 1 && ! -s out ]] || complain "not one line without gnuplot: $(cat out err)"
expect_match err 'gnuplot is not on PATH; install the package gnuplot-nox' 'plot without gnuplot'
[[ -e none ]] && complain 'a refused plot made its directory'

run show mfds/fig-14.2
expect_status 0 'show of a figure'
expect_match out '`verigrad plot .*` draws it' 'show of a figure'
run list
expect_match out '^mfds/fig-14\.2 .* drawn  *Figure: soft threshold' list
run list --json
expect_match out '"kind": "figure"' 'list --json'
expect_match out '"status": "drawn"' 'list --json'
finish
