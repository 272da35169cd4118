"""What can notice a mistake: the checks of a statement, the tests of a room, the document of errata."""

import json
import math
import os
import re
import signal
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from copy_tree import ROOT, test_programs


WALL_FACTOR = 60  # a program that waits for ever, on a machine that is busy with other things, is ended all the same


def run(command, folder, environment, limit):
    """Exit status of the command, what it printed and the seconds of processor time that it and its processes took.

    The limit is one of processor time, of each process alone, so that a busy machine makes no mistake look like one that
    runs on: a process beyond it is ended by SIGXCPU."""
    limited = ["sh", "-c", 'ulimit -t "$0"; exec "$@"', str(math.ceil(limit)), *command]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(limited, cwd=folder, env={**os.environ, **environment}, stdout=output,
                                   stderr=subprocess.DEVNULL, process_group=0)
        timer = threading.Timer(WALL_FACTOR * limit, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode in (126, 127):
            raise OSError(f"{command[0]} cannot be run; build the copy again")
        output.seek(0)
        return process.returncode, output.read().decode(errors="replace"), usage.ru_utime + usage.ru_stime


def read_json(path):
    """What the file holds, or None where a crash left nothing that can be read."""
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def ended(name, status):
    """The name of a run that left no report: a crash, or one that was ended at its limit."""
    ran_on = status in (-signal.SIGXCPU, -signal.SIGKILL)
    return f"{name}: {'ran on' if ran_on else f'ended with status {status}'}"


@dataclass(frozen=True)
class Statement:
    """The checks of one statement on generated instances, as `verigrad verify` runs them."""

    name: str

    def failures(self, build, environment, limit):
        """The checks that do not find what they must, and the seconds that they took."""
        with tempfile.TemporaryDirectory() as folder:
            command = [build / "verigrad", "verify", self.name, "--no-data", "--jobs", "1", "--json", "report.json",
                       "--time-limit", str(WALL_FACTOR * limit)]
            status, _, took = run(command, folder, environment, limit)
            report = read_json(Path(folder) / "report.json")
        if status < 0 or report is None:
            return [ended(self.name, status)], took
        return [f"{self.name}: {check['name']}" for check in report["checks"] if check["outcome"] != "passed"], took


@dataclass(frozen=True)
class Tests:
    """Some tests of one program, each Suite.Name."""

    program: str
    names: tuple

    @property
    def name(self):
        return self.names[0]

    def failures(self, build, environment, limit):
        """The tests that fail, and the seconds that they took; one line for all where the program crashes."""
        with tempfile.TemporaryDirectory() as folder:
            command = [program_path(build, self.program), f"--gtest_filter={':'.join(self.names)}",
                       "--gtest_output=json:report.json"]
            status, _, took = run(command, folder, environment, limit)
            report = read_json(Path(folder) / "report.json")
        if status < 0 or report is None:
            return [ended(self.program, status)], took
        return [f"{suite['name']}.{test['name']}" for suite in report["testsuites"] for test in suite["testsuite"]
                if test.get("failures")], took


@dataclass(frozen=True)
class Document:
    """A generated document, which a test compares with the one of the tree."""

    name: str = "docs/errata.md"

    def failures(self, build, environment, limit):
        status, text, took = run([build / "verigrad", "errata", "--markdown"], build, environment, limit)
        same = status == 0 and text == (ROOT / self.name).read_text(encoding="utf-8")
        return [] if same else [self.name], took


def program_path(build, program):
    return build / "properties/rooms" / program.removeprefix("test_") / program


def stems():
    """The stems of all statements that are checked."""
    rows = [line.split(" | ") for line in (ROOT / "lib/catalogue.txt").read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]
    return sorted({row[1].split("/")[1] for row in rows if "/" in row[1]})


def tests_of(build, program):
    """The tests of a program, as it lists them."""
    _, listed, _ = run([program_path(build, program), "--gtest_list_tests"], build, {}, 60)
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
