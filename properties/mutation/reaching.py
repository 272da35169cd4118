"""Which mistakes each statement and each test reaches, from one run without a mistake."""

import json
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from noticing import Document, Statement, Tests, all_of


def key(unit):
    """The unit's name in the file of what is reached."""
    return f"{getattr(unit, 'program', type(unit).__name__)} {unit.name}"


def program(unit):
    """The name of the program that runs the unit."""
    return getattr(unit, "program", "verigrad")


def traced(unit, build, limit):
    """The numbers that the unit reaches, its seconds and, unless the copy is broken, no failures."""
    with tempfile.NamedTemporaryFile() as trace:
        failures, seconds = unit.failures(build, {"VERIGRAD_MUTANT_TRACE": trace.name}, 20 * limit)
        reached = sorted({int(line) for line in Path(trace.name).read_text().split()})
    return {"reached": reached, "seconds": round(seconds, 3), "failures": failures}


def stamps(build):
    """For each program of the copy what changes when it is built again."""
    programs = [build / "verigrad", *sorted(build.glob("properties/rooms/*/test_*"))]
    return {path.name: path.stat().st_mtime_ns for path in programs if path.is_file()}


class Reach:
    """What was traced: units by the mistakes that they reach."""

    def __init__(self, mistakes, build, path, jobs, limit):
        self.of_file = {}
        for mistake in mistakes:
            self.of_file.setdefault(mistake.file, set()).add(mistake.number)
        known = json.loads(path.read_text()) if path.is_file() else {"stamps": {}, "units": {}}
        now = stamps(build)
        self.units = all_of(build)
        self.found = {key(unit): known["units"][key(unit)] for unit in self.units
                      if key(unit) in known["units"] and known["stamps"].get(program(unit)) == now[program(unit)]}
        self._trace([unit for unit in self.units if key(unit) not in self.found], build, jobs, limit)
        path.write_text(json.dumps({"stamps": now, "units": self.found}))

    def _trace(self, units, build, jobs, limit):
        """Traces the units of programs that were built again."""
        if units:
            print(f"tracing {len(units)} statements and tests", flush=True)
        with ThreadPoolExecutor(jobs) as pool:
            found = pool.map(lambda unit: traced(unit, build, limit), units)
            self.found |= {key(unit): result for unit, result in zip(units, found)}

    def failures(self):
        """What fails without a mistake."""
        return [name for result in self.found.values() for name in result["failures"]]

    def seconds(self, unit):
        return self.found[key(unit)]["seconds"]

    def reaches(self, unit, number):
        return number in self.found[key(unit)]["reached"]

    def _quickest(self, kind, mistake):
        units = [unit for unit in self.units if isinstance(unit, kind) and self.reaches(unit, mistake.number)]
        return sorted(units, key=lambda unit: (not is_own(unit, mistake), self.seconds(unit)))

    def statements(self, mistake):
        """The statements that reach it: the mistake's own first, then those that reach most of its file and so do more than
        construct what it holds, of equals the quickest."""
        def reached(unit):
            return len(self.of_file[mistake.file].intersection(self.found[key(unit)]["reached"]))
        return sorted(self._quickest(Statement, mistake), key=lambda unit: (not is_own(unit, mistake), -reached(unit)))

    def tests(self, mistake):
        """The tests that reach it, one unit a program, that of the mistake's room first."""
        programs = {}
        for test in self._quickest(Tests, mistake):
            programs.setdefault(test.program, []).append(test.name)
        own = f"test_{mistake.room}"
        ordered = sorted(programs, key=lambda name: (name != own, name))
        return [Tests(program, tuple(programs[program])) for program in ordered]

    def seconds_of(self, tests):
        return sum(self.seconds(Tests(tests.program, (name,))) for name in tests.names)

    def documents(self, mistake):
        return self._quickest(Document, mistake)


def is_own(unit, mistake):
    """Whether the unit bears the name of the mistake's file."""
    stem = mistake.file.split("/")[1].split(".")[0]
    return isinstance(unit, Statement) and (stem in unit.name or unit.name in stem)
