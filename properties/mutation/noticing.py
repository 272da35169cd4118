"""What can notice a mistake: the checks of a statement, the tests of a room, the document of errata."""

import json
import os
import re
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from copy_tree import ROOT, test_programs


def run(command, folder, environment, limit):
    """Exit status of the command, None when it was ended at the limit of seconds, and what it printed."""
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        output, _ = process.communicate(timeout=limit)
        return process.returncode, output.decode(errors="replace")
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None, ""


def read_json(path):
    """What the file holds, or None where a crash left nothing that can be read."""
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def ended(name, status):
    """The name of a run that left no report: a crash, or one that was ended at its limit."""
    return f"{name}: {'ran on' if status is None else f'ended with status {status}'}"


@dataclass(frozen=True)
class Statement:
    """The checks of one statement on generated instances, as `verigrad verify` runs them."""

    name: str

    def failures(self, build, environment, limit, seconds):
        """The checks that do not find what they must."""
        with tempfile.TemporaryDirectory() as folder:
            command = [build / "verigrad", "verify", self.name, "--no-data", "--jobs", "1", "--json", "report.json",
                       "--time-limit", str(limit)]
            status, _ = run(command, folder, environment, limit + 10 * seconds)
            report = read_json(Path(folder) / "report.json")
        if status is None or report is None:
            return [ended(self.name, status)]
        return [f"{self.name}: {check['name']}" for check in report["checks"] if check["outcome"] != "passed"]


@dataclass(frozen=True)
class Tests:
    """Some tests of one program, each Suite.Name."""

    program: str
    names: tuple

    @property
    def name(self):
        return self.names[0]

    def failures(self, build, environment, limit, seconds):
        """The tests that fail; one line for all where the program crashes."""
        with tempfile.TemporaryDirectory() as folder:
            command = [program_path(build, self.program), f"--gtest_filter={':'.join(self.names)}",
                       "--gtest_output=json:report.json"]
            status, _ = run(command, folder, environment, limit + 10 * seconds)
            report = read_json(Path(folder) / "report.json")
        if status is None or report is None:
            return [ended(self.program, status)]
        return [f"{suite['name']}.{test['name']}" for suite in report["testsuites"] for test in suite["testsuite"]
                if test.get("failures")]


@dataclass(frozen=True)
class Document:
    """A generated document, which a test compares with the one of the tree."""

    name: str = "docs/errata.md"

    def failures(self, build, environment, limit, seconds):
        status, text = run([build / "verigrad", "errata", "--markdown"], build, environment, limit + 10 * seconds)
        return [] if status == 0 and text == (ROOT / self.name).read_text(encoding="utf-8") else [self.name]


def program_path(build, program):
    return build / "properties/rooms" / program.removeprefix("test_") / program


def stems():
    """The stems of all statements that are checked."""
    rows = [line.split(" | ") for line in (ROOT / "lib/catalogue.txt").read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]
    return sorted({row[1].split("/")[1] for row in rows if "/" in row[1]})


def tests_of(build, program):
    """The tests of a program, as it lists them."""
    _, listed = run([program_path(build, program), "--gtest_list_tests"], build, {}, 60)
    suite, tests = "", []
    for line in listed.splitlines():
        word = re.sub(r"\s+#.*", "", line)
        if word.endswith(".") and not word.startswith(" "):
            suite = word
        elif word.startswith("  "):
            tests.append(Tests(program, (suite + word.strip(),)))
    return tests


def all_of(build):
    """Everything that can notice a mistake, one unit a statement, a test and a document."""
    tests = [test for program in test_programs() for test in tests_of(build, program)]
    return [Statement(stem) for stem in stems()] + tests + [Document()]
