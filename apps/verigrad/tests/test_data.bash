# Tables: the user's own in place of the shipped one, and what is wrong with them in one line.
source "$(dirname "$0")/expect.bash"
iris=$source_dir/data/iris.csv
few=(verify gradient_descent_rate --cases 2)

refused '--data.*--target' verify --data "$iris"
refused 'none.csv.*No such file' verify --data none.csv --target y
refused 'mem: Input/output error' verify --data /proc/self/mem --target y
refused 'iris.csv.*width' verify --data "$iris" --target width
refused '--model: ridge' verify --data "$iris" --target species --model ridge
refused '--ridge: "-1" is not a number of at least 0' verify --data "$iris" --target species --ridge -1
refused 'iris.*species has 3 different values.*two classes' verify --data "$iris" --target species --model logistic
printf 'a,b\n1,2\n3\n' >ragged.csv
refused 'ragged.csv, line 3: 1 field' verify --data ragged.csv --target b
printf 'a,b\n1,2\n3,x\n' >text.csv
refused 'text.csv, line 3, column 2' verify --data text.csv --target b
printf 'a,b\n1,2\n3,nan\n' >nan.csv
refused 'nan.csv, line 3, column 2.*1 field is missing' verify --data nan.csv --target b
printf 'a,b\n1,2\n1,3\n' >constant.csv
refused 'constant.csv.*constant' verify --data constant.csv --target b
printf 'a,b\n1,1\n2,1\n' >one_class.csv
refused 'one_class|class' verify --data one_class.csv --target b
printf '1,two,0\n3,4,1\n' >mixed.csv
refused 'mixed.csv, line 1.*--header yes' verify --data mixed.csv --target 3
refused '--header: maybe' verify --data mixed.csv --target 3 --header maybe
printf 'a,b\n1,2\n3e90,3\n2,2\n' >wild.csv
refused 'wild: feature a has the entry 3e\+90 in row 2.*rescale' verify --data wild.csv --target b --model least-squares
awk 'BEGIN { for (i = 0; i < 3; ++i) { for (j = 0; j < 1002; ++j) printf "%d,", (i * j) % 7 + (j < 1 ? i : 0) + (i == j % 3); print i } }' >wide.csv
refused 'wide.csv: 1002 features, more than 1000' verify --data wide.csv --target -1
awk 'BEGIN { for (i = 0; i < 1001; ++i) { for (j = 0; j < 1002; ++j) printf "%d,", (i * j) % 7; print i } }' >both.csv
refused 'both.csv: 1002 features and 1001 rows, more than 1000' verify --data both.csv --target -1 --model least-squares
awk 'BEGIN { print "a,y"; for (i = 0; i < 25000001; ++i) print "1,2" }' >long.csv
SECONDS=0
run verify --data long.csv --target y
sed -i '/^reading long.csv$/d' err # where its rows take more than a second to count
expect_refusal 'long.csv: 25000001 rows of 2 columns are more than 50000000 entries; keep a sample' 'a long table'
rm both.csv long.csv
# As wide as is accepted, with few rows: seconds. With many: it says what it is busy with. With sanitizers both take minutes.
if [[ -z ${VERIGRAD_CASES:-} ]]; then
  awk 'BEGIN { for (i = 0; i < 10; ++i) { for (j = 0; j < 1000; ++j) printf "%d,", (i * 31 + j * j * 7 + i * i * j) % 101 - 50; print i % 2 } }' >flat_and_wide.csv
  for model in least-squares logistic; do
    SECONDS=0
    run verify descent_inequality --cases 1 --data flat_and_wide.csv --target -1 --model $model
    expect_status 0 "a table of 10 × 1000, $model"
    ((SECONDS < 120)) || complain "a table of 10 × 1000, $model, took $SECONDS s"
  done
  awk 'BEGIN { for (i = 0; i < 900; ++i) { for (j = 0; j < 900; ++j) printf "%d,", (i * 31 + j * j * 7 + i * i * j) % 101 - 50; print i % 2 } }' >square.csv
  timeout 30 "$verigrad" verify descent_inequality --cases 1 --data square.csv --target -1 --model least-squares >out 2>err &
  busy=$!
  for ((tenths = 0; tenths < 300; ++tenths)); do
    grep -q 'computing L, μ and the minimum of the 900 × 901 table' err && break
    sleep 0.1
  done
  expect_match err '^computing L, μ and the minimum of the 900 × 901 table$' 'a large table'
  kill $busy 2>/dev/null
  wait $busy 2>/dev/null
fi
# Rows times columns² at worst, in memory of a few tables: of wide tables only the Gram matrix of their rows is ever made.
table_of() { # ROWS COLUMNS
  awk -v n="$1" -v d="$2" 'BEGIN { s = 1; for (i = 0; i < n; ++i) { for (j = 0; j <= d; ++j) { s = (s * 16807) % 2147483647
    printf "%s%.6f", j ? "," : "", s / 1073741823 - 1 } print "" } }'
}
# taken FILE: leaves user seconds and kilobytes at most.
taken() {
  local verify=(verify descent_inequality --cases 1 --jobs 1 --data "$1" --target -1 --model least-squares)
  read -r seconds kilobytes < <(PYTHONDONTWRITEBYTECODE=1 python3 - "$verigrad" "${verify[@]}" <<'PYTHON'
import resource, subprocess, sys
status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime if status == 0 else -1, used.ru_maxrss)
PYTHON
  )
  [[ $seconds != -1* ]] || complain "a table of $1"
}
if [[ -z ${VERIGRAD_CASES:-} ]]; then
  table_of 10 5000 >ten.csv
  taken ten.csv
  awk "BEGIN { exit !($seconds < 60 && $kilobytes < 300000) }" || complain "10 × 5000: $seconds s, $kilobytes KB"
  table_of 20000 20 >tall.csv
  taken tall.csv
  first=$seconds
  for ((copies = 0; copies < 8; ++copies)); do cat tall.csv; done >taller.csv
  taken taller.csv
  # Eight times the rows: not more than twelve times the time, and 8 bytes an entry several times over.
  awk "BEGIN { exit !($seconds < 12 * ($first + 0.1)) }" || complain "160000 × 20: $seconds s, and 20000 × 20: $first s"
  entries=$((160000 * 21))
  ((kilobytes < 40000 + 8 * 12 * entries / 1024)) || complain "160000 × 20: $kilobytes KB"
  rm tall.csv taller.csv ten.csv
fi
refused 'wide.csv: unknown target .y.; give a number from 1 to 1003' verify --data wide.csv --target y
[[ -e report.json ]] && complain 'a refusal wrote a report'

printf '1,2\n3,5\n4,9\n6,10\n' >table.csv
run "${few[@]}" --data table.csv --target -1 --model least-squares --json one.json --jobs 1
expect_match out '^gradient_descent_rate on table, least-squares' 'least squares on a table without header'
run "${few[@]}" --data table.csv --target 2 --model least-squares --json two.json --jobs 2
expect_same <(timeless one.json) <(timeless two.json) 'a target by number from either side, 1 or 2 jobs'
expect_match one.json '"data": "table, least-squares"' 'the table in the report'

# Rows of numbers that are a header, or are not.
printf '2019,2020\n1,2\n3,5\n4,9\n6,10\n' >years.csv
run "${few[@]}" --data years.csv --target 2020 --header yes --model least-squares --json header.json
expect_status 0 'a header of numbers'
expect_match header.json '"header": "yes"' 'the header in the report'
refused 'years.csv.*unknown target .2020.' "${few[@]}" --data years.csv --target 2020 --header no
refused 'years.csv, line 1: .*in sequence.*--header yes' "${few[@]}" --data years.csv --target 2
run "${few[@]}" --data years.csv --target 2020 --header auto --model least-squares
expect_match out '^years.csv: 4 rows of 2 columns, separated by commas, names in line 1$' 'how the table was read'

# Tables as they come: blanks and a tab, missing fields, words as classes; and what is no table.
refused '--separator: "5" separates no numbers' verify --data table.csv --target 2 --separator 5
refused '--missing: keep' verify --data table.csv --target 2 --missing keep
for words in yes no,no a,b,c ,b; do refused '--classes: .* is not two different words' verify --data table.csv --target 2 --classes "$words"; done
printf '# cars\r\n18.0   8   130.0   3504.  a\tusa\r\n25.0 4 ? 2046. a\tasia\r\n\r\n24.0   4 95.00 2372. b\tasia\r\n21 6 90 2648. b\tusa\r\n23 5 91 2300 b\tusa\r\n' | sed -E 's/ [ab]\t/\t/' >cars.data
refused 'cars.data, line 3, column 3: 1 field is missing, in 1 of 5 rows.*--missing drop' verify --data cars.data --target -1 --classes asia,usa
refused "cars.data, line 2, column 5: the target is one of the words 'asia' and 'usa'; give --classes" verify --data cars.data --target -1 --missing drop
# Also where numbers are written with commas; the shell complains where that locale cannot be made.
localedef -i de_DE -f UTF-8 "$work/de_DE.UTF-8" 2>/dev/null && export LOCPATH=$work
{ LC_ALL=de_DE.UTF-8 run "${few[@]}" --data cars.data --target -1 --missing drop --classes asia,usa --standardise --json cars.json; } 2>/dev/null
expect_status 0 'a table in blanks with words as classes'
reading='4 rows of 5 columns, separated by blanks, no header; 1 row with missing fields left out, line 3 the first; 1 comment passed over; classes asia \(0\) and usa \(1\)'
expect_match out "^cars.data: $reading\$" 'how the table was read'
expect_match cars.json "\"reading\": \"$reading\"" 'how the table was read, in the report'
expect_match cars.json '"missing": "drop"' 'the option in the report'
sed '1d; s/,/|/' years.csv >bars.csv
run "${few[@]}" --data bars.csv --target 2 --separator '|' --model least-squares --json bars.json
expect_status 0 'a separator of its own'
expect_match bars.json '"separator": "\|"' 'the separator in the report'
printf 'id,x,y\nann,1,2\nbob,3,5\ncid,4,9\ndan,6,10\n' >named.csv
run "${few[@]}" --data named.csv --target y --leave-out id --model least-squares --json named.json
expect_status 0 'a column left out'
expect_match named.json '"leave_out": "id"' 'the option in the report'
expect_match named.json '; left out: column 1 \(id\)' 'how the table was read'
run "${few[@]}" --data table.csv --target 2 --model least-squares --json table.json
sed -E '/"(leave_out|file|checksum|target|reading|data|header)"/d' named.json >left.json
expect_same <(timeless left.json | grep '"tightest"\|"claims"' | sed 's/named/table/g') <(timeless table.json | grep '"tightest"\|"claims"') 'as if the column had never been there'
refused 'named.csv: unknown column to leave out .z.' verify --data named.csv --target y --leave-out id,z
gzip -c table.csv >table.csv.gz
refused 'table.csv.gz: .*gzip.*gunzip' verify --data table.csv.gz --target 2
printf '+1 1:0.5 3:2\n-1 2:1\n' >table.libsvm
refused "table.libsvm: .*LIBSVM" verify --data table.libsvm --target 1
printf '\xff\xfea\0,\0y\0\n\0' >utf16.csv
refused 'utf16.csv: .*UTF-16.*iconv' verify --data utf16.csv --target y

# A report holds all options of the data, and merge compares them.
shard() { run "${few[@]}" --shard "$1" --json "$2" "${@:3}"; }
table=(--data table.csv --target 2 --model least-squares)
shard 1/2 first.json "${table[@]}" --ridge 0.5
shard 2/2 second.json "${table[@]}" --ridge 0.5
run merge first.json second.json --json both.json
expect_status 0 'merge of two shards of one run on a table'
expect_match both.json '"ridge": 0.5' 'the ridge in the merged report'
printf '1,2\n3,5\n4,9\n6,11\n' >other.csv
differing() {
  shard 2/2 other.json "${@:2}"
  refused "first.json and other.json differ in their $1" merge first.json other.json --json refused.json
}
differing 'model of the table' "${table[@]}" --ridge 0.25
differing 'scale of the table' "${table[@]}" --ridge 0.5 --standardise
differing 'table' --data other.csv --target 2 --model least-squares --ridge 0.5
differing 'columns of the table' --data table.csv --target 1 --model least-squares --ridge 0.5
differing 'table'
differing 'table' --no-data
run verify descent_inequality --cases 2 --shard 2/2 "${table[@]}" --ridge 0.5 --json other.json
refused 'differ in their selection of statements' merge first.json other.json --json refused.json
for count in 0 -3; do
  sed -E "s/(\"(count|index)\": )[0-9]+/\1$count/" first.json >odd.json
  refused '.' merge odd.json --json refused.json
done
[[ -e refused.json ]] && complain 'merge wrote what it refused'

# Tables without strong convexity: dummies of a group beside the intercept, and fewer rows than columns.
awk 'BEGIN { for (i = 0; i < 45; ++i) printf "%d,%d,%d,%d,%.3f\n", i % 3 == 0, i % 3 == 1, i % 3 == 2, (i * i) % 11, (i * 7) % 13 / 4 }' >dummies.csv
awk 'BEGIN { for (i = 0; i < 6; ++i) { for (j = 0; j < 8; ++j) printf "%d,", (i * 5 + j * j * 3) % 17 - 8; print i % 2 } }' >flat.csv
for table in dummies flat; do
  run verify batch_gradient_descent strong_monotonicity --cases "${VERIGRAD_CASES:-20}" --data $table.csv --target -1 --model least-squares --strict
  expect_status 0 "checks on $table.csv"
done
run verify strong_monotonicity quadratic_sandwich --cases "${VERIGRAD_CASES:-40}" --data "$source_dir/data/breast_cancer.csv" --target benign --strict
expect_status 0 'features that are not standardised'
finish
