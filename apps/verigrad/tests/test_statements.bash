# docs/statements.md is what a whole run finds; a report that is not of a whole run is refused.
source "$(dirname "$0")/expect.bash"

run verify --no-data --json report.json
expect_status 0 'verify'
grep -q 'not checked here' out && without_kernel=yes || without_kernel=no
run list --markdown report.json
expect_status 0 'list --markdown'
# Where Coq's kernel has not answered, the page has other levels, and nothing else.
levels() { sed -E 's/\| (instance|sampled|covered|proved|kernel)(, corrected)? \|/| |/; s/^\*\*[0-9]+ statements\*\*.*//' "$1"; }
if [ $without_kernel = yes ]; then
  levels "$source_dir/docs/statements.md" >expected_page
  levels out >found_page
  expect_same found_page expected_page 'docs/statements.md is up to date but for levels; build the target docs'
else
  expect_same out "$source_dir/docs/statements.md" 'docs/statements.md is up to date; build the target docs'
fi

# Few cases must not be refused for the luck of the first draws.
for cases in 1 2; do
  run verify --no-data --cases $cases
  expect_status 0 "verify --cases $cases"
done

run verify co_coercivity --no-data --cases 2 --json part.json
run report report.json --out site
[[ $(du -sk --apparent-size site | cut -f 1) -le 10240 ]] || complain "the site of a whole run is larger than 10 MB"
refused 'part.json: the report has no finding of [a-z_]+; use one of the whole' list --markdown part.json
refused 'statements.md is no report of verigrad verify --json' list --markdown "$source_dir/docs/statements.md"
refused 'absent.json' list --markdown absent.json
finish
