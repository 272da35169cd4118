#!/usr/bin/env python3
"""Plants one-line mistakes in a copy of the tree and tells which of them no check and no test notices.

All mistakes of mistakes.txt are compiled into one copy, in build/mutation, and switched on at run time by their
numbers. One run without a mistake finds which statements and tests reach which mistake; then each mistake is tried on
those alone. Results are kept as they come: what was interrupted goes on where it was.
"""

import argparse
import hashlib
import json
import math
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import copy_tree
import report
import table
from copy_tree import HERE, ROOT
from reaching import Reach

EXAMPLES = """examples:
  mutate.py --check                        that each row of the table applies to the sources
  mutate.py --uncovered                    the arithmetic statements without a mistake
  mutate.py --changed main --stop-at-first the mistakes in what was changed since main
  mutate.py --only 29,67 --jobs 2          two mistakes
  mutate.py --survivors                    those again that nothing noticed
  mutate.py --report                       writes docs/mutation.md's tables from the results so far
"""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, epilog=EXAMPLES,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only see that the table applies to the sources")
    parser.add_argument("--uncovered", action="store_true", help="only list arithmetic statements without a mistake")
    parser.add_argument("--report", action="store_true", help="only write the tables of docs/mutation.md")
    parser.add_argument("--only", metavar="N,M", help="the mistakes of these numbers")
    parser.add_argument("--room", metavar="R", action="append", help="the mistakes of this room; may be repeated")
    parser.add_argument("--changed", metavar="REV", help="the mistakes in lines that differ from the revision")
    parser.add_argument("--survivors", action="store_true", help="try again those that nothing noticed")
    parser.add_argument("--enough", metavar="K", type=int, default=2,
                        help="try no more once K checks, and K tests, notice (default: 2, which tells thin spots)")
    parser.add_argument("--stop-at-first", action="store_const", const=1, dest="enough", help="the same as --enough 1")
    parser.add_argument("--all", action="store_const", const=10**9, dest="enough", help="count all that notice")
    parser.add_argument("--jobs", metavar="J", type=int, default=os.cpu_count(), help="mistakes to try at once")
    parser.add_argument("--time-limit", metavar="SECONDS", type=float, default=10,
                        help="of processor time, beside ten times what it takes without a mistake (default: 10)")
    parser.add_argument("--patience", metavar="SECONDS", type=float, default=math.inf,
                        help="of processor time for the statements that reach a mistake, unless no test notices it")
    parser.add_argument("--build", metavar="FOLDER", type=Path, default=ROOT / "build/mutation",
                        help="where the copy goes (default: build/mutation)")
    parser.add_argument("--no-build", action="store_true", help="take the copy as it was built")
    parser.add_argument("cmake", metavar="FLAG", nargs="*",
                        help="flags for CMake, after --: -- -DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
    return parser.parse_args()


def changed_lines(revision):
    """The lines of each file below lib/verigrad that differ from the revision."""
    diff = subprocess.run(["git", "diff", "-U0", revision, "--", "lib/verigrad"], cwd=ROOT, check=True,
                          capture_output=True, text=True)
    lines, file = {}, None
    for line in diff.stdout.splitlines():
        if line.startswith("+++ "):
            file = line.removeprefix("+++ b/lib/verigrad/")
        if hunk := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            lines.setdefault(file, set()).update(range(first, first + max(count, 1)))
    return lines


def selected(mistakes, options, results):
    """The mistakes that the options name."""
    changed = changed_lines(options.changed) if options.changed else None
    only = {int(number) for number in options.only.split(",")} if options.only else None

    def is_selected(mistake):
        first, last = mistake.lines
        return ((only is None or mistake.number in only)
                and (not options.room or mistake.room in options.room)
                and (changed is None or not changed.get(mistake.file, set()).isdisjoint(range(first, last + 1)))
                and (not options.survivors or mistake.number in results and report.survives(results[mistake.number])))

    return [mistake for mistake in mistakes if is_selected(mistake) and not mistake.equivalent]


def print_uncovered(mistakes):
    """Prints each arithmetic statement of the table's rooms that no row stands in, and how many have one."""
    files, covered, count = table.by_file(mistakes), 0, 0
    for path in sorted(path for room in report.ROOMS for path in (ROOT / "lib/verigrad" / room).glob("*.[ch]pp")):
        name, source = f"{path.parent.name}/{path.name}", path.read_text(encoding="utf-8")
        for start, end in table.formulas(source):
            count += 1
            if any(row.start < end and start < row.end for row in files.get(name, [])):
                covered += 1
            else:
                print(f"{name}:{source.count(chr(10), 0, start) + 1}: {' '.join(source[start:end].split())}")
    print(f"{covered} of {count} arithmetic statements have a mistake")


def row_key(mistake):
    """Changes when what the row plants does."""
    words = f"{mistake.file}|{mistake.text}|{mistake.replacement}|{mistake.occurrence}"
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def read_results(path, mistakes):
    """The last result of each mistake that still says the same."""
    keys = {mistake.number: row_key(mistake) for mistake in mistakes}
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    results = {result["mistake"]: result for result in map(json.loads, lines)}
    return {number: result for number, result in results.items() if keys.get(number) == result["key"]}


class Trial:
    """Tries mistakes on the built copy."""

    def __init__(self, reach, build, options):
        self.reach, self.build, self.options = reach, build, options

    def of(self, mistake):
        """What notices the mistake, as a line for the log."""
        statements, tests = self.reach.statements(mistake), self.reach.tests(mistake)
        checks, untried, of_checks = self._noticed(mistake, statements, self.reach.seconds, self.options.patience)
        failed, _, of_tests = self._noticed(mistake, tests, self.reach.seconds_of)
        if untried and not checks and not failed:
            checks, untried, more = self._noticed(mistake, statements[-untried:], self.reach.seconds)
            of_checks += more
        left = [] if checks or failed else self.reach.documents(mistake)
        documents, _, of_documents = self._noticed(mistake, left, self.reach.seconds)
        return {"mistake": mistake.number, "key": row_key(mistake), "statements": len(statements), "untried": untried,
                "checks": checks, "tests": failed, "documents": documents, "enough": self.options.enough,
                "seconds": round(of_checks + of_tests + of_documents, 1)}

    def _noticed(self, mistake, units, seconds, patience=math.inf):
        """What of the units notices until there is enough, how many were left for want of patience, and the seconds of
        processor time that it took."""
        noticed, total = [], 0
        for tried, unit in enumerate(units):
            if len(noticed) >= self.options.enough:
                break
            if total > patience:
                return noticed, len(units) - tried, total
            limit = self.options.time_limit + 10 * seconds(unit)
            failures, took = unit.failures(self.build, {"VERIGRAD_MUTANT": str(mistake.number)}, limit)
            noticed += failures
            total += took
        return noticed, 0, total


def line_of(mistake, result):
    """One line that says what became of a mistake."""
    noticed = (result["checks"] + result["tests"] + result["documents"])[:1] or ["SURVIVES"]
    where = f"{mistake.number:>4} {mistake.file}, {mistake.what}: {mistake.words}"
    return f"{where} · {noticed[0]} ({result['seconds']} s)"


def try_all(mistakes, trial, log, jobs):
    """Tries the mistakes, and writes each result as it comes."""
    with ThreadPoolExecutor(jobs) as pool, log.open("a", encoding="utf-8") as file:
        running = {pool.submit(trial.of, mistake): mistake for mistake in mistakes}
        try:
            for done in as_completed(running):
                file.write(json.dumps(done.result(), ensure_ascii=False) + "\n")
                file.flush()
                print(line_of(running[done], done.result()), flush=True)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def built(mistakes, options):
    """The folder of the built copy."""
    source, build = options.build / "source", options.build / "build"
    if not options.no_build:
        copy_tree.write_copy(mistakes, source)
        copy_tree.configure(source, build, options.cmake)
        copy_tree.build_copy(build, options.jobs)
    return build


def mutate(mistakes, options):
    """Builds, traces, tries and tells."""
    options.build = options.build.resolve()
    build, log = built(mistakes, options), options.build / "results.jsonl"
    results = read_results(log, mistakes)
    reach = Reach(mistakes, build, options.build / "reached.json", options.jobs, options.time_limit)
    if reach.failures():
        sys.exit("without a mistake these fail already: " + "; ".join(reach.failures()))
    asked = selected(mistakes, options, results)
    again = options.survivors or options.only
    left = [mistake for mistake in asked if again or mistake.number not in results]
    try_all(left, Trial(reach, build, options), log, options.jobs)
    results = read_results(log, mistakes)
    tried = [mistake for mistake in asked if mistake.number in results]
    survivors = [mistake for mistake in tried if report.survives(results[mistake.number])]
    print(f"{len(tried)} tried, {len(survivors)} noticed by nothing")
    for mistake in survivors:
        print(line_of(mistake, results[mistake.number]))
    return 1 if survivors else 0


def main():
    options = arguments()
    try:
        mistakes = table.read(HERE / "mistakes.txt", ROOT)
    except table.TableError as error:
        sys.exit(f"properties/mutation/mistakes.txt: {error}")
    if options.check:
        print(f"{len(mistakes)} mistakes apply to the sources")
    elif options.uncovered:
        print_uncovered(mistakes)
    elif options.report:
        report.write(mistakes, read_results(options.build / "results.jsonl", mistakes), ROOT / "docs/mutation.md")
    else:
        try:
            return mutate(mistakes, options)
        except KeyboardInterrupt:
            return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
