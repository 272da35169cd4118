# docstrings.py finds a declaration without a docstring, and none that has one. planted_docstrings.bash PYTHON SCRIPT
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/lib"
cat >"$work/lib/planted.hpp" <<'CPP'
// Planted declarations.
#pragma once
namespace planted {

/// Has one.
int documented();
int in_its_group(int n);

int bare();

struct Bare {
  int member;
};

/// Has one.
template <class T>
struct Documented {
  struct Nested {};
};
template <>
struct Documented<int> {};

/// Has one.
struct Members {
  Members();
  int on_its_line() { return 1; }
  int undocumented();
  /// Has one.
  int documented();
  int describe();
  bool operator==(const Members&) const;

private:
  int hidden();
};
/// Has one.
struct Alone {
  int only();
};

constexpr int behind = 1;  ///< has one
using Name = Bare;

namespace detail {
int inner();
}
}  // namespace planted
CPP
"$1" -B "$2" "$work/lib" >"$work/found" && { echo 'nothing is found'; exit 1; }
sed -E 's# has no docstring:.*##' "$work/found" >"$work/short"
diff - "$work/short" <<'FOUND' || { cat "$work/found"; exit 1; }
planted.hpp:9: planted::bare
planted.hpp:11: planted::Bare
planted.hpp:18: planted::Documented::Nested
planted.hpp:27: planted::Members::undocumented
planted.hpp:42: planted::Name
FOUND
sed -i 's#^ *\(int bare\|struct Bare\|struct Nested\|using Name\|int undocumented\)#/// Has one.\n&#' "$work/lib/planted.hpp"
"$1" -B "$2" "$work/lib"
