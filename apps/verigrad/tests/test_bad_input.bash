# Bad input: one line on stderr that names place and remedy, exit status 2, nothing half-written.
source "$(dirname "$0")/expect.bash"

refused 'usage: verigrad list'
refused 'no command "frobnicate"; there are list, show, verify, plot, errata, merge, report, check, probe, rate \(see verigrad --help\)' frobnicate
refused 'no command "verfiy"; near it: verify' verfiy
refused 'not expected: --frob .*verigrad --help' --frob
refused 'frob.*verify --help' verify --frob
refused 'mathdnn/6\.55.*near it: mathdnn/6\.5' verify mathdnn/6.55
refused 'gradient_decsent_rate.*near it: gradient_descent_rate' show gradient_decsent_rate
refused 'quaternions.*verigrad list' errata quaternions
refused 'no statement or figure "quaternions"; `verigrad list` shows all' plot quaternions
refused '--cases: "0" is not a whole number from 1' verify --cases 0
refused '--cases: "ten" is not a whole number' verify --cases ten
refused '--cases: "1e3" is not a whole number' verify --cases 1e3
refused '--seed: "-1" is not a whole number from 0' verify --seed -1
refused '--seed: "18446744073709551616" is not' verify --seed 18446744073709551616
refused '--jobs: "0" is not a whole number from 1' verify --jobs 0
refused '--time-limit: "-1" is not a number of at least 0' verify --time-limit -1
refused '--time-limit: "nan" is not a number' verify --time-limit nan
refused '--kernel: maybe not in' verify --kernel maybe
for shard in 3/2 0/2 1/0 -1/2 1 1/2/3 a/b 1/99999999999; do
  refused "--shard: \"$shard\" is not I/N" verify --shard $shard
done
refused 'statement.*required.*show --help' show
refused '--json.*missing' verify --json
refused '--json: the name is empty' verify --json ''

refused "cannot write none/a.json: there is no directory none; create it first" verify --json none/a.json
refused "cannot write none/a.xml: there is no directory" verify --junit none/a.xml
refused "cannot write .*: it is a directory; name a file in it" verify --json .
refused 'cannot write /proc/a.json' verify --json /proc/a.json
touch file && refused 'there is no directory file' verify --json file/a.json
refused 'cannot write a{256}: File name too long; give it a shorter name' verify --json "$(printf 'a%.0s' {1..256})"
echo kept >read_only && chmod 0444 read_only
refused 'cannot write read_only: it is read-only; name another place' verify --json read_only
echo kept >table.csv && ln -s table.csv link.csv && ln table.csv second.csv
for name in table.csv ./table.csv link.csv second.csv; do
  refused "table.csv is read, and would be replaced by the report" verify --data table.csv --target y --json $name
  refused "table.csv is read, and would be replaced by the report" verify --data table.csv --target y --junit $name
  refused "table.csv is read, and would be replaced by the report" merge table.csv --json $name
done
refused '--json report and --junit ./report are one place; name two' verify --json report --junit ./report
refused '--json all and --junit all are one place' merge table.csv --json all --junit all
[[ $(cat table.csv read_only) == $'kept\nkept' && ! -e report ]] || complain 'a refusal touched a file'
if [[ $(id -u) != 0 ]]; then
  mkdir locked && chmod a-w locked
  refused 'cannot write locked/a.json: Permission denied; name a writable place' verify --json locked/a.json
fi

echo '{' >broken.json
refused 'cannot read none.json.*name a readable file' merge none.json --json all.json
refused 'broken.json is no report' merge broken.json --json all.json
refused '--json is required' merge broken.json
grep -q 'json.exception' err && complain "a parser's own words: $(cat err)"
for text in '{' '[]' '{"schema_version": 2}' '{}'; do
  echo "$text" >broken.json
  refused 'broken.json is no report' merge broken.json --json all.json
  grep -q 'json\.exception' err && complain "a parser's own words: $(cat err)"
done

# Whatever a word is, the complaint is short and moves no cursor.
printf -v long 'x%.0s' {1..100000}
hostile=$'a\e[2Jb\nc\u009b31m\u202ed\xffe'
for word in "$long" "$hostile"; do
  for arguments in "verify:$word" "$word:" "verify:--shard:$word" "verify:--cases:$word" "verify:--ridge:$word" \
    "verify:--data:$word:--target:$word" "verify:--json:none/$word" "merge:$word:--json:all.json" "verify:--$word" "plot:--out:/proc/$word"; do
    IFS=: read -r -d '' -a arguments < <(printf '%s:\0' "$arguments")
    refused '' "${arguments[@]}"
    [[ $(wc -c <err) -lt 2000 ]] || complain "$(wc -c <err) bytes on stderr: $(head -c 200 err)"
    LC_ALL=C grep -qP '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]' err && complain "raw on stderr: $(cat -v err)"
    iconv -f UTF-8 -t UTF-8 err >/dev/null 2>&1 || complain "not UTF-8 on stderr: $(cat -v err)"
  done
done
[[ -e all.json ]] && complain 'a refused merge wrote its file'
[[ -n $(find . -name '.?*') ]] && complain 'a draft was left'
finish
