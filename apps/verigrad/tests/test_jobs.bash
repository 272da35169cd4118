# One worker or two, whole or in shards, in any order of the arguments: of statements from every topic, the same report
# but for times.
source "$(dirname "$0")/expect.bash"
stems=(co_coercivity gradient_descent_rate heavy_ball adam_energy_decay flow_contraction din_energy_decrease
  clarke_subdifferential batch_splitting soft_thresholding softmax_jacobian reverse_mode series_lemma)
whole=(verify "${stems[@]}" --cases 5 --no-data)

topics=$(for stem in "${stems[@]}"; do sed -nE "s#.*\| ([a-z_]+)/$stem \|.*#\1#p" "$source_dir/lib/catalogue.txt"; done | sort -u)
all=$(sed -nE '/^\#/d; s#.*\| ([a-z_]+)/[a-z_0-9]+ \|.*#\1#p' "$source_dir/lib/catalogue.txt" | sort -u)
[[ $topics == "$all" ]] || complain "not a statement of every topic: $(diff <(echo "$topics") <(echo "$all"))"

run "${whole[@]}" --jobs 1 --json one.json --junit one.xml
first=$status
expect_status 0 'statements of every topic'
expect_report one.json true
run "${whole[@]}" --jobs 2 --json two.json --junit two.xml
[[ $status == "$first" ]] || complain 'the exit status depends on the number of jobs'
expect_same <(timeless one.json) <(timeless two.json) '--jobs 1 and --jobs 2'
untimed() { sed -E 's/ (time|timestamp)="[^"]*"//g' "$1"; }
expect_same <(untimed one.xml) <(untimed two.xml) 'JUnit of --jobs 1 and --jobs 2'
for stem in "${stems[@]}"; do grep -q "\"$stem\"" one.json || complain "no $stem in the report"; done

for shard in 1/2 2/2; do run "${whole[@]}" --jobs 2 --shard $shard --json shard${shard%/*}.json; done
run merge shard1.json shard2.json --json merged.json
expect_same <(timeless merged.json) <(timeless one.json) 'merged shards and the whole run'

# A statement alone draws what it draws among others.
run verify soft_thresholding --cases 5 --no-data --json alone.json
checks() { timeless "$1" | grep -F '"soft_thresholding"' | sort; }
[[ -n $(checks alone.json) ]] || complain 'no line of a report names its statement'
finish
