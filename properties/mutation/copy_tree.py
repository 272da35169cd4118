"""The mutated copy: the tree as it stands, with all mistakes in it, configured and built once."""

import re
import subprocess
from pathlib import Path

import table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
INCLUDE = '#include "verigrad/mutant.hpp"\n'


def tree_files():
    """The files of the tree, relative to its root, whether committed yet or not."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                            capture_output=True, text=True)
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def with_include(source):
    """The source that includes the header with the switch, after `#pragma once` or before all else."""
    if "#pragma once\n" in source:
        return source.replace("#pragma once\n", "#pragma once\n\n" + INCLUDE, 1)
    return INCLUDE + source


def update(path, content):
    """Writes the file unless it has this content, so that little is built again."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def write_copy(mistakes, source):
    """Writes the tree into the folder `source`, with the mistakes in it."""
    mutated = {f"lib/verigrad/{file}": rows for file, rows in table.by_file(mistakes).items()}
    names = tree_files()
    for name in names:
        content = (ROOT / name).read_bytes()
        if name in mutated:
            content = with_include(table.planted(content.decode(), mutated[name])).encode()
        update(source / name, content)
    update(source / "lib/verigrad/mutant.hpp", (HERE / "mutant.hpp.in").read_bytes())
    for path in sorted(source.rglob("*")):
        if path.is_file() and str(path.relative_to(source)) not in {*names, "lib/verigrad/mutant.hpp"}:
            path.unlink()


def configure(source, build, flags):
    """Release, several sources a compilation, warnings off: what the replacements leave unused is no matter."""
    own = ["-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_CXX_FLAGS=-w", "-DCMAKE_UNITY_BUILD=ON",
           "-DCMAKE_UNITY_BUILD_BATCH_SIZE=12"]
    subprocess.run(["cmake", "-S", source, "-B", build, "-G", "Ninja", *own, *flags], check=True,
                   stdout=subprocess.DEVNULL)


def test_programs():
    """The tests of the library itself, test_<room>."""
    folders = (ROOT / "properties/rooms").glob("*/CMakeLists.txt")
    return sorted(f"test_{re.search(r'add_room_test.([a-z_]+)', path.read_text()).group(1)}" for path in folders)


def build_copy(build, jobs):
    """Builds the command line and the tests."""
    subprocess.run(["cmake", "--build", build, "--parallel", str(jobs), "--target", "verigrad_cli", *test_programs()],
                   check=True)
