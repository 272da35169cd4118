# The Debian package: made, unpacked, and its program run from where it was unpacked.
source "$(dirname "$0")/expect.bash"
config=$(dirname "$verigrad")/CPackConfig.cmake

if [[ -n ${VERIGRAD_CASES:-} ]] || ! command -v dpkg-shlibdeps >/dev/null; then
  echo 'skipped: the package, as only few cases are asked for, or there is no dpkg-shlibdeps (Debian: dpkg-dev)'
  finish
fi
cpack --config "$config" -B "$work/package" >log 2>&1 || complain "no package: $(tail -n 3 log)"
dpkg-deb -x package/*.deb root || complain 'the package cannot be unpacked'
for file in bin/verigrad share/man/man1/verigrad.1 share/doc/verigrad/LICENSE share/doc/verigrad/docs/errata.md \
  share/bash-completion/completions/verigrad share/verigrad/report.schema.json share/verigrad/data/iris.csv; do
  [[ -s root/usr/$file ]] || complain "the package lacks $file"
done
expect_match <(dpkg-deb -f package/*.deb Depends) 'libflint' 'what the package depends on'
built=$verigrad verigrad=$work/root/usr/bin/verigrad
run --version && cp out version
[[ $("$built" --version) == "$(cat version)" ]] || complain "another version: $(cat version)"
expect_match "$source_dir/CHANGELOG.md" "^## $(cut -d' ' -f2 version)\$" 'the list of changes'
expect_match "$source_dir/CITATION.cff" "^version: $(cut -d' ' -f2 version)\$" 'what is cited'
run verify gradient_descent_rate --cases 3 --json run.json
expect_status 0 'verify from the package, with the table that it holds'
run report run.json --out site
expect_status 0 'report from the package'
finish
