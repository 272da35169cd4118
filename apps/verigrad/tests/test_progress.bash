# Progress on a terminal: there from the first moment, on one line, whatever the table is called.
source "$(dirname "$0")/expect.bash"
command -v script >/dev/null || finish

# on_terminal ARGUMENTS…: what a terminal gets to see. The words are quoted for bash, so bash reads them, whatever the
# user's shell. The terminal stays for a moment after the program has ended: some systems drop what it has not passed on.
on_terminal() {
  local words
  printf -v words '%q ' "$verigrad" "$@"
  SHELL=$BASH script -qec "$words; sleep 0.5" /dev/null >out 2>&1 </dev/null
}

on_terminal errata adagrad gradient_descent_rate --cases 3
expect_match out '\[K0/[0-9]+' 'the first line of errata'
expect_match out '[0-9]+/[0-9]+ · gradient_descent_rate' 'the progress of errata'

on_terminal plot inna_damping --epochs 2 --seeds 1 --out figures
expect_match out '[0-9]+ of 80 epochs, [0-9.e+-]+/s, [0-9]+ s left; .* = [0-9.e+-]+ after [12] of 2: INNA' 'the progress of training'

table=$'a\e[2Jb.csv'
printf '1,2\n3,5\n4,9\n6,10\n' >"$table"
on_terminal verify gradient_descent_rate --cases 2 --data "$table" --target 2 --model least-squares
expect_match out 'gradient_descent_rate on a .2Jb' 'the progress on a table'
grep -qF $'\e[2J' out && complain "an escape sequence of a file's name reaches the terminal: $(cat -v out)"
finish
