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

# A bare root: the package, and the libraries of what it depends on, taken from where they are installed. Without one of
# them nothing runs.
depends=$(dpkg-deb -f package/*.deb Depends | sed -E 's/ *(\([^)]*\)|\|[^,]*)//g; s/,/ /g')
needed=$(apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances $depends |
  grep -E '^[a-z]' | sort -u)
# bare ROOT PACKAGE…: the unpacked package with the libraries of these.
bare() {
  mkdir -p "$1/usr/lib64" && cp -a root/. "$1" && ln -s usr/lib "$1/lib" && ln -s usr/lib64 "$1/lib64"
  dpkg -L "${@:2}" 2>/dev/null | grep -E '/lib[^ ]*/[^/]*\.so[.0-9]*$' | sort -u | while read -r library; do
    mkdir -p "$1$(dirname "$library")" && cp -a "$library" "$1$library"
  done
}
# in_root ROOT ARGUMENTS…: the program in that root, which has /proc besides.
in_root() {
  mkdir -p "$1/proc"
  unshare --map-root-user --mount sh -c 'mount --rbind /proc "$0/proc" && exec chroot "$0" /usr/bin/verigrad "$@"' "$@" >out 2>err </dev/null
}
if unshare --map-root-user --mount true 2>/dev/null; then
  bare bare $needed
  in_root bare --version || complain "not all that it depends on is in Depends: $(cat err)"
  in_root bare verify gradient_descent_rate --cases 3 || complain "verify in a bare root: $(cat err)"
  bare lacking $(grep -v libflint <<<"$needed")
  in_root lacking --version && complain 'it runs without libflint'
else
  echo 'skipped: a bare root, as no process may have one here'
fi

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
