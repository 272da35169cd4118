"""What became of the mistakes, as tables in Markdown."""

ROOMS = ("algorithm", "network", "autodiff", "problem", "flow", "number", "claim", "check", "gradient", "evidence",
         "rate")
SPOKEN_ROOMS = ("algorithm", "network", "autodiff", "problem", "flow")
BEGIN, END = "<!-- results: mutate.py --report writes what follows -->\n", "<!-- end of the results -->\n"

SPOKEN = """Statements are of the texts, and the texts have no word on many optimisers and options that ship. Of the mistakes in the rooms
that statements speak of, by room where a check of a statement reaches the place, `verify` notices:
"""
LEFT = """These stand where a check of a statement computes, and yet change nothing that it claims.
"""


def survives(result):
    """Whether no check and no test noticed the mistake; a changed document alone does not count."""
    return not result["checks"] and not result["tests"]


def is_thin(result):
    """Whether it is known that one check or test alone noticed the mistake."""
    return result["enough"] > 1 and len(result["checks"]) + len(result["tests"]) == 1


def share(count, of):
    return f"{count} ({100 * count / of:.0f} %)" if of else "–"


def room_row(name, mistakes, results):
    """One row: how many there are, how many were tried, and what noticed them."""
    tried = [results[mistake.number] for mistake in mistakes if mistake.number in results]
    checks = sum(bool(result["checks"]) for result in tried)
    unknown = sum(not result["checks"] and result["untried"] > 0 for result in tried)
    tests = sum(bool(result["tests"]) for result in tried)
    either = sum(not survives(result) for result in tried)
    by_checks = share(checks, len(tried)) + (f", {unknown} not known" if unknown else "")
    cells = [name, str(len(mistakes)), str(len(tried)), by_checks, share(tests, len(tried)),
             share(either, len(tried)), str(len(tried) - either)]
    return f"| {' | '.join(cells)} |\n"


def room_table(mistakes, results):
    rows = [room_row(room, [mistake for mistake in mistakes if mistake.room == room], results) for room in ROOMS]
    head = "| room | mistakes | tried | noticed by `verify` | by tests of rooms | by either | by neither |\n"
    return head + "|---|---|---|---|---|---|---|\n" + "".join(rows) + room_row("**all**", mistakes, results)


def in_cell(words):
    return words.replace("|", "\\|")


def listed(mistakes, last):
    """A table of mistakes, the last cell of each by `last`."""
    def row(mistake):
        cells = [str(mistake.number), f"`{mistake.file}`", f"{mistake.what}: {mistake.words}", last(mistake)]
        return f"| {' | '.join(in_cell(cell) for cell in cells)} |\n"

    return "".join(map(row, mistakes))


def spoken_of(mistakes, results):
    """Verify's share in the rooms that statements speak of: of all mistakes, and of those that a check reaches."""
    tried = [mistake for mistake in mistakes if mistake.room in SPOKEN_ROOMS and mistake.number in results]
    reached = [mistake for mistake in tried if results[mistake.number]["statements"]]

    def row(name, rows):
        noticed = sum(bool(results[mistake.number]["checks"]) for mistake in rows)
        return f"| {name} | {len(rows)} | {share(noticed, len(rows))} |\n"

    rows = "".join(row(room, [mistake for mistake in reached if mistake.room == room]) for room in SPOKEN_ROOMS)
    head = "| mistakes | tried | noticed by `verify` |\n|---|---|---|\n"
    return (head + rows + row("**that a check of a statement reaches**", reached)
            + row("**all of these rooms**", tried))


def unspoken_files(mistakes, results):
    """The files none of whose mistakes a check of a statement reaches."""
    tried = [mistake for mistake in mistakes if mistake.number in results]
    reached = {mistake.file for mistake in tried if results[mistake.number]["statements"]}
    names = sorted({mistake.file for mistake in tried} - reached)
    return ", ".join(f"`{name}`" for name in names) + "\n"


def left_to_tests(mistakes, results):
    """What a check of a statement reaches and none notices, but a test of a room does."""
    def is_left(mistake):
        result = results.get(mistake.number)
        return (mistake.room in SPOKEN_ROOMS and result and result["statements"] and result["tests"]
                and not result["checks"])

    head = "| number | file | mistake | a test that notices |\n|---|---|---|---|\n"
    return head + listed(filter(is_left, mistakes), lambda mistake: results[mistake.number]["tests"][0])


def left_to_statements(mistakes, results):
    """What a check of a statement notices and no test of a room does."""
    def is_left(mistake):
        result = results.get(mistake.number)
        return mistake.room in SPOKEN_ROOMS and result and result["checks"] and not result["tests"]

    head = "| number | file | mistake | a check that notices |\n|---|---|---|---|\n"
    return head + listed(filter(is_left, mistakes), lambda mistake: results[mistake.number]["checks"][0])


def survivors(mistakes, results):
    found = [mistake for mistake in mistakes if mistake.number in results and survives(results[mistake.number])]
    head = "| number | file | mistake | what notices it all the same |\n|---|---|---|---|\n"
    return head + listed(found, lambda mistake: ", ".join(results[mistake.number]["documents"]) or "nothing")


def thin_spots(mistakes, results):
    found = [mistake for mistake in mistakes if mistake.number in results and is_thin(results[mistake.number])]
    def only(mistake):
        return (results[mistake.number]["checks"] + results[mistake.number]["tests"])[0]

    return "| number | file | mistake | the one that notices |\n|---|---|---|---|\n" + listed(found, only)


def thin_section(mistakes, results):
    """What one check or test alone notices, where more than one was looked for."""
    looked_for = any(results[mistake.number]["enough"] > 1 for mistake in mistakes if mistake.number in results)
    return ["### Noticed by one alone\n", thin_spots(mistakes, results)] if looked_for else []


def equivalents(mistakes):
    head = "| number | file | mistake | why it changes nothing |\n|---|---|---|---|\n"
    return head + listed([mistake for mistake in mistakes if mistake.equivalent], lambda mistake: mistake.equivalent)


def effort(mistakes, results):
    tried = [results[mistake.number] for mistake in mistakes if mistake.number in results]
    minutes = sum(result["seconds"] for result in tried) / 60
    return f"To try these {len(tried)} mistakes took {minutes:.0f} minutes of one processor.\n"


def write(mistakes, results, path):
    """Writes the tables between the marks of the page."""
    real = [mistake for mistake in mistakes if not mistake.equivalent]
    page = path.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    words = [room_table(real, results), effort(real, results),
             "### What statements speak of\n", SPOKEN, spoken_of(real, results),
             "No check of a statement reaches anything of these files:\n", unspoken_files(real, results),
             "### Noticed by nothing\n", survivors(real, results),
             "### Left to the tests of rooms\n", LEFT, left_to_tests(real, results),
             "### Left to the checks of statements\n", left_to_statements(real, results),
             *thin_section(real, results), "### No mistakes after all\n", equivalents(mistakes)]
    path.write_text(before + BEGIN + "\n" + "\n".join(words) + "\n" + END + after, encoding="utf-8")
