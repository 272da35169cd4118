"""Which mistakes each statement and each test reaches, from one run without a mistake."""

import json
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from noticing import Document, Statement, Tests, all_of


def key(unit):
    """The unit's name in the file of what is reached."""
    return f"{getattr(unit, 'program', type(unit).__name__)} {unit.name}"


def traced(unit, build, limit):
    """The numbers that the unit reaches, its seconds and, unless the copy is broken, no failures."""
    with tempfile.NamedTemporaryFile() as trace:
        failures, seconds = unit.failures(build, {"VERIGRAD_MUTANT_TRACE": trace.name}, 20 * limit)
        reached = sorted({int(line) for line in Path(trace.name).read_text().split()})
    return {"reached": reached, "seconds": round(seconds, 3), "failures": failures}


def stamp(build):
    """Changes when a program of the copy does."""
    programs = [build / "verigrad", *sorted(build.glob("properties/rooms/*/test_*"))]
    return [[path.name, path.stat().st_mtime_ns] for path in programs if path.is_file()]


class Reach:
    """What was traced: units by the mistakes that they reach."""

    def __init__(self, build, path, jobs, limit):
        known = json.loads(path.read_text()) if path.is_file() else {}
        self.units = all_of(build)
        if known.get("stamp") != stamp(build):
            known = {"stamp": stamp(build), "units": self._trace(build, jobs, limit)}
            path.write_text(json.dumps(known))
        self.found = known["units"]

    def _trace(self, build, jobs, limit):
        print(f"tracing {len(self.units)} statements and tests", flush=True)
        with ThreadPoolExecutor(jobs) as pool:
            found = pool.map(lambda unit: traced(unit, build, limit), self.units)
            return {key(unit): result for unit, result in zip(self.units, found)}

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
        """The statements that reach it, the mistake's own first, then the quickest first."""
        return self._quickest(Statement, mistake)

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
