# Tables: the user's own in place of the shipped one, and what is wrong with them in one line.
source "$(dirname "$0")/expect.bash"
iris=$source_dir/data/iris.csv
few=(verify gradient_descent_rate --cases 2)

refused '--data.*--target' verify --data "$iris"
refused 'none.csv.*does not exist' verify --data none.csv --target y
refused 'iris.csv.*width' verify --data "$iris" --target width
refused '--model: ridge' verify --data "$iris" --target species --model ridge
refused '--ridge: "-1" is not a number of at least 0' verify --data "$iris" --target species --ridge -1
refused 'iris.*species has 3 different values.*two classes' verify --data "$iris" --target species --model logistic
printf 'a,b\n1,2\n3\n' >ragged.csv
refused 'ragged.csv, line 3: 1 field' verify --data ragged.csv --target b
printf 'a,b\n1,2\n3,x\n' >text.csv
refused 'text.csv, line 3, column 2' verify --data text.csv --target b
printf 'a,b\n1,2\n3,nan\n' >nan.csv
refused 'nan.csv, line 3, column 2' verify --data nan.csv --target b
printf 'a,b\n1,2\n1,3\n' >constant.csv
refused 'constant.csv.*constant' verify --data constant.csv --target b
printf 'a,b\n1,1\n2,1\n' >one_class.csv
refused 'one_class|class' verify --data one_class.csv --target b
[[ -e report.json ]] && complain 'a refusal wrote a report'

printf '1,2\n3,5\n4,9\n6,10\n' >table.csv
run "${few[@]}" --data table.csv --target -1 --model least-squares --json one.json --jobs 1
expect_match out '^gradient_descent_rate on table, least-squares' 'least squares on a table without header'
run "${few[@]}" --data table.csv --target 2 --model least-squares --json two.json --jobs 2
expect_same <(timeless one.json) <(timeless two.json) 'a target by number from either side, 1 or 2 jobs'
expect_match one.json '"data": "table, least-squares"' 'the table in the report'
finish
