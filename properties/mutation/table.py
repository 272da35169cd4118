"""The table of mistakes: read, placed in the sources, and written into a copy of them."""

import re
from dataclasses import dataclass, field
from pathlib import Path

KINDS = ("sign", "factor", "index", "missing term", "swapped", "dropped correction", "relation", "off by one")
HEADER = re.compile(r"(\d+) \| ([^|]+) \| ([^|]+) \| (.+)")


class TableError(Exception):
    """A row that cannot be planted."""


@dataclass
class Mistake:
    """One row. `text` stands in the file at `start`, once it is placed."""

    number: int
    file: str
    what: str
    kind: str
    words: str
    text: str = ""
    replacement: str = ""
    occurrence: int = 0
    type: str = ""
    equivalent: str = ""
    start: int = -1
    lines: tuple = ()

    @property
    def room(self):
        return self.file.split("/")[0]

    @property
    def end(self):
        return self.start + len(self.text)

    @property
    def is_statement(self):
        return self.text.endswith(";")

    def place(self, source):
        """Finds the text in the file's source. Throws TableError unless it stands there once, or as often as said."""
        places = [found.start() for found in re.finditer(re.escape(self.text), source)]
        if not places or self.occurrence > len(places):
            raise TableError(f"{self}: the text is not in lib/verigrad/{self.file}: {self.text}")
        if self.occurrence == 0 and len(places) > 1:
            raise TableError(f"{self}: the text stands {len(places)} times in lib/verigrad/{self.file}; "
                             f"say which with @: {self.text}")
        self.start = places[max(self.occurrence, 1) - 1]
        first = source.count("\n", 0, self.start) + 1
        self.lines = (first, first + self.text.count("\n"))

    def __str__(self):
        return f"mistake {self.number} ({self.what})"


@dataclass
class Row:
    """The marked lines of one row while it is read."""

    lines: dict = field(default_factory=lambda: {mark: [] for mark in "-+@:="})

    def add(self, line):
        mark, text = line[:1], line[2:]
        if mark not in self.lines:
            raise TableError(f"a line that begins with none of - + @ : =: {line}")
        self.lines[mark].append(text)

    def fill(self, mistake):
        mistake.text = "\n".join(self.lines["-"])
        mistake.replacement = "\n".join(self.lines["+"])
        mistake.occurrence = int("".join(self.lines["@"]) or 0)
        mistake.type = " ".join(self.lines[":"])
        mistake.equivalent = " ".join(self.lines["="])
        return mistake


def parsed(words):
    """The mistakes in the words of a table."""
    mistakes, file, row = [], None, Row()
    for line in words.splitlines() + ["== end"]:
        header = HEADER.fullmatch(line)
        if (header or line.startswith("== ")) and any(row.lines["-"]):
            row.fill(mistakes[-1])
            row = Row()
        if line.startswith("== "):
            file = line[3:]
        elif header:
            number, what, kind, mistake = header.groups()
            mistakes.append(Mistake(int(number), file, what, kind, mistake))
        elif line and not line.startswith("#"):
            row.add(line)
    return mistakes


def require_sound(mistakes):
    """Throws TableError for a row that says nothing, or a number given twice."""
    numbers = [mistake.number for mistake in mistakes]
    for mistake in mistakes:
        if numbers.count(mistake.number) > 1:
            raise TableError(f"{mistake}: the number is given twice")
        if mistake.kind not in KINDS:
            raise TableError(f"{mistake}: unknown kind '{mistake.kind}'; use one of {', '.join(KINDS)}")
        if not mistake.text or mistake.text == mistake.replacement:
            raise TableError(f"{mistake}: it needs a text and another one in its place")


def by_file(mistakes):
    """The mistakes of each file, outer ones before those within them."""
    files = {}
    for mistake in mistakes:
        files.setdefault(mistake.file, []).append(mistake)
    for rows in files.values():
        rows.sort(key=lambda row: (row.start, -row.end, not row.is_statement, row.number))
    return files


def read(path, root):
    """The mistakes of a table, placed in the sources below root."""
    mistakes = parsed(Path(path).read_text(encoding="utf-8"))
    require_sound(mistakes)
    complaints = [complaint for file, rows in by_file(mistakes).items() for complaint in place(rows, root / "lib/verigrad" / file)]
    if complaints:
        raise TableError("\n".join(complaints))
    for rows in by_file(mistakes).values():
        require_nested(rows)
    return mistakes


def place(rows, path):
    """Places the rows of one file, and returns what does not apply."""
    if not path.is_file():
        return [f"{row}: there is no file {path.name} in {path.parent.name}" for row in rows]
    source, complaints = path.read_text(encoding="utf-8"), []
    for row in rows:
        try:
            row.place(source)
            if not row.is_statement:
                require_whole(row, source)
        except TableError as error:
            complaints.append(str(error))
    return complaints


def require_nested(rows):
    """Throws TableError where two texts of a file overlap and neither holds the other."""
    for outer, inner in ((a, b) for a in rows for b in rows):
        if outer.start < inner.start < outer.end < inner.end:
            raise TableError(f"{outer} and {inner} overlap; let one hold the other")


# Binary operators, as clang-format spaces them, from those that bind least.
BINDING = {" = ": 0, " += ": 0, " -= ": 0, " *= ": 0, " /= ": 0, " ? ": 1, " : ": 1, " || ": 2, " && ": 3, " | ": 4, " ^ ": 5,
           " & ": 6, " == ": 7, " != ": 7, " < ": 8, " > ": 8, " <= ": 8, " >= ": 8, " << ": 9, " >> ": 9, " + ": 10,
           " - ": 10, " * ": 11, " / ": 11, " % ": 11}
OPERATOR = re.compile("|".join(map(re.escape, sorted(BINDING, key=len, reverse=True))))


def loosest(text):
    """How the operator binds that holds the text together; more than any for a single operand."""
    depths, depth = [], 0
    for letter in text:
        depth -= letter in ")]}"
        depths.append(depth)
        depth += letter in "([{"
    outside = [BINDING[found.group()] for found in OPERATOR.finditer(text) if depths[found.start()] == 0]
    return min(outside, default=99)


def require_whole(row, source):
    """Throws TableError where the text of an expression is torn out of a larger one: a · (b + c) for a · b + c."""
    flat, holds = re.sub(r"\s", " ", source), loosest(" ".join(row.text.split()))
    before = re.search("(" + OPERATOR.pattern + ")$", flat[max(0, row.start - 4):row.start])
    after = OPERATOR.match(flat, row.end)
    left = BINDING[before.group(1)] if before else -1
    torn = left > holds or left == holds and before.group(1) in (" - ", " / ")
    unary = flat[:row.start][-1:] in tuple("-!~*") and holds < 99
    if torn or unary or after and BINDING[after.group()] > holds:
        raise TableError(f"{row}: the text is no whole operand where it stands: {row.text}")


def planted(source, rows):
    """The source with all rows in it, each chosen at run time; rows as by_file sorts them."""
    return _planted(source, rows, 0, len(source))


def _planted(source, rows, start, end):
    result, at = [], start
    while rows:
        outer, rest = rows[0], rows[1:]
        within = [row for row in rest if row.start < outer.end]
        rows = [row for row in rest if row.start >= outer.end]
        result += [source[at:outer.start], switched(outer, _planted(source, within, outer.start, outer.end))]
        at = outer.end
    return "".join(result) + source[at:end]


def switched(row, text):
    """The text, or its replacement when the row's number is chosen."""
    chosen = f"verigrad_mutant({row.number})"
    if row.is_statement:
        return f"{{ if ({chosen}) {{ {row.replacement} }} else {{ {text} }} }}"
    return f"({chosen} ? {row.type}({row.replacement}) : {row.type}({text}))"


# An operator beside a quote joins words.
ARITHMETIC = re.compile(r'(?<!") [-+*/] (?!")|[-+*/]= (?!")')
SKIPPED = re.compile(r"\bthrow\b|\bfmt::|to_string|static_assert|\brequire\(|reserve\(|[rR]esize\(|^\s*(template|#|using)")


def blanked(source):
    """The source without comments, what strings say and subscripts, at the same places."""
    def blank(found):
        return re.sub(r'[^\n"]', " ", found.group())
    for pattern in (r"//[^\n]*", r'"(?:\\.|[^"\\\n])*"', r"\[[^\[\]\n]*\]"):
        source = re.sub(pattern, blank, source)
    return source


def formulas(source):
    """Start and end of each arithmetic statement: what the table's rule asks a mistake of."""
    for found in re.finditer(r"[^;{}]+[;{}]", blanked(source)):
        if ARITHMETIC.search(found.group()) and not SKIPPED.search(found.group()):
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            yield start, found.end()
