# report: a site from a run's JSON; its pages in a real browser, where there is one.
source "$(dirname "$0")/expect.bash"

run verify gradient_descent_rate co_coercivity adam --cases 3 --no-data --json run.json
run report run.json --out site
expect_status 0 report
[[ $(cat out) == site/index.html && ! -s err ]] || complain "report does not name its first page alone: $(cat out err)"
for page in index.html statements.html statements/adam.html errata/mathdnn.html style.css script.js; do
  [[ -s site/$page ]] || complain "no $page"
done
[[ $(ls site/statements | wc -l) == 3 ]] || complain "not a page a statement of the run: $(ls site/statements)"
cp -r site first && run report run.json --out site
diff -r first site >differences || complain "a second report differs: $(head -n 5 differences)"

# A smaller report leaves no page of the larger one, and nobody else's file goes.
echo mine >site/statements/mine.html && printf '../outside\nstatements/mine2.html\n' >>site/pages.txt && echo mine >outside
run verify gradient_descent_rate --cases 3 --no-data --json one.json
run report one.json --out site
[[ $(ls site/statements) == $'gradient_descent_rate.html\nmine.html' ]] || complain "other pages than of this report: $(ls site/statements)"
[[ -e outside ]] || complain 'a file outside of the site is gone'

# Seen from an earlier report, with figures and a checked optimiser.
run verify gradient_descent_rate co_coercivity --cases 3 --no-data --json last.json
mkdir figures && echo '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0,0 h9"/></svg>' >figures/gradient_descent_rate_huber.svg
echo '{"outcome": "mistake", "steps": 4}' >found.json
run report run.json --against last.json --figures figures --check found.json --out whole
expect_status 0 'report with all that it can show'
expect_match whole/index.html 'New checks: [0-9]+' 'report --against'
expect_match whole/index.html 'checks/1.html' 'report --check'
expect_match whole/checks/1.html 'badge failed">mistake' 'the page of a check'
expect_match whole/statements/gradient_descent_rate.html '<svg role="img" aria-label="gradient_descent_rate_huber"><path d="M0,0 h9">' 'report --figures'
expect_match whole/figures.html 'src="figures/gradient_descent_rate_huber.svg"' 'the page of all figures'
echo '<p/>' >figures/gradient_descent_rate_broken.svg
refused 'gradient_descent_rate_broken.svg is no SVG; draw it anew' report run.json --figures figures --out other
[[ -e other ]] && complain 'a site in spite of a drawing that is none'
rm figures/gradient_descent_rate_broken.svg

sed 's/"version": "[^"]*"/"version": "0.0.7"/' run.json >foreign.json
run report foreign.json --against foreign.json --out foreign
expect_status 0 'a report of another version'
expect_match foreign/index.html '<dd>0\.0\.7</dd>' 'the version that wrote the report'
expect_match foreign/index.html 'Nothing: the same checks' 'a report against itself'
# That version had no kernel, and so nothing that was not checked.
run verify gradient_descent_rate co_coercivity adam --cases 3 --no-data --kernel no --json older.json
sed -i -e 's/"schema_version": 4/"schema_version": 3/; s/"version": "[^"]*"/"version": "0.1.0"/; /"whole":\|"not_checked":/d' older.json
run report run.json --against older.json --out foreign
expect_status 0 'against a report of version 0.1.0'
refused 'foreign.json is of version 0.0.7, and this is .*: use the version that wrote it' merge foreign.json --json all.json

refused 'report is required' report --out site
refused '--out is required' report run.json
refused 'found.json is no report of verigrad verify --json' report found.json --out site
refused 'none.json.*' report none.json --out site
refused 'found.json is no report' report run.json --against found.json --out site
refused 'run.html is no JSON of verigrad check --json|cannot read' report run.json --check run.html --out site
mkdir empty && refused 'empty holds no SVG; verigrad plot --out empty' report run.json --figures empty --out site
refused 'cannot read the directory none' report run.json --figures none --out site
touch file && refused 'cannot make the directory file.*choose another for --out' report run.json --out file

if ! command -v chromium >/dev/null; then
  echo 'skipped: the pages in a browser, as there is no chromium (Debian: chromium)'
  finish
fi

# in_browser PAGE[#CHOICE]: leaves the page as the browser made it in dom, and what it complained of in console.
in_browser() {
  HOME=$work timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/browser" \
    --enable-logging=stderr --virtual-time-budget=5000 --dump-dom "file://$work/$1" >dom 2>log
  grep 'CONSOLE' log >console
  [[ -s dom ]] || complain "the browser shows nothing of $1"
  [[ -s console ]] && complain "the console of $1: $(head -n 3 console)"
}
shown() { grep -cE '<tr [^>]*data-words' dom; }
hidden() { grep -cE '<tr [^>]*data-words.* hidden=""' dom; }

for page in index.html statements/gradient_descent_rate.html errata/mathdnn.html; do in_browser whole/$page; done
in_browser whole/statements.html
[[ $(shown) == 3 && $(hidden) == 0 ]] || complain "not all statements: $(shown), $(hidden) of them hidden"
expect_match dom '<output>all 3</output>' 'the number of statements'
in_browser 'whole/statements.html#words=descent+6.5'
[[ $(hidden) == 2 ]] || complain "the filter by words leaves $((3 - $(hidden)))"
expect_match dom '<output>1 of 3</output>' 'the number of statements that are left'
in_browser 'whole/statements.html#topic=adaptive'
[[ $(hidden) == 2 ]] || complain "the filter by topic leaves $((3 - $(hidden)))"

# The keyboard: / leads to the search, Escape shows all again; a heading sorts.
sed 's|</body>|<script>\
const key = (key) => (document.activeElement \|\| document.body).dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));\
const said = [];\
key("/"); said.push(document.activeElement.name);\
document.activeElement.value = "co-coer"; document.activeElement.dispatchEvent(new Event("input", {bubbles: true}));\
said.push(document.querySelector("output").textContent, location.hash);\
key("Escape");\
setTimeout(() => { said.push(document.querySelector("output").textContent);\
  const last = () => document.querySelector("tbody").rows[2].cells[1].textContent;\
  const heads = document.querySelectorAll("th button"); heads[1].click(); const rising = last(); heads[1].click();\
  said.push(rising !== last() ? "sorts" : "does not sort");\
  document.title = said.join(" \| "); }, 100);\
</script></body>|' whole/statements.html >whole/keys.html
in_browser whole/keys.html
expect_match dom '<title>words \| 1 of 3 \| #words=co-coer \| all 3 \| sorts</title>' "the keyboard: $(grep -o '<title>.*</title>' dom)"

HOME=$work timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/browser" --window-size=500,900 \
  --screenshot="$work/phone.png" "file://$work/whole/statements/gradient_descent_rate.html" >/dev/null 2>&1
[[ $(stat -c %s phone.png 2>/dev/null || echo 0) -gt 20000 ]] || complain 'the picture of a page at the width of a phone is blank'
finish
