"""What became of the mistakes, as tables in Markdown."""

ROOMS = ("algorithm", "network", "autodiff", "problem", "flow", "number", "claim", "check", "gradient", "evidence")
BEGIN, END = "<!-- results: mutate.py --report writes what follows -->\n", "<!-- end of the results -->\n"


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
    tests = sum(bool(result["tests"]) for result in tried)
    either = sum(not survives(result) for result in tried)
    cells = [name, str(len(mistakes)), str(len(tried)), share(checks, len(tried)), share(tests, len(tried)),
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


def survivors(mistakes, results):
    found = [mistake for mistake in mistakes if mistake.number in results and survives(results[mistake.number])]
    head = "| number | file | mistake | what notices it all the same |\n|---|---|---|---|\n"
    return head + listed(found, lambda mistake: ", ".join(results[mistake.number]["documents"]) or "nothing")


def thin_spots(mistakes, results):
    found = [mistake for mistake in mistakes if mistake.number in results and is_thin(results[mistake.number])]
    def only(mistake):
        return (results[mistake.number]["checks"] + results[mistake.number]["tests"])[0]

    return "| number | file | mistake | the one that notices |\n|---|---|---|---|\n" + listed(found, only)


def equivalents(mistakes):
    head = "| number | file | mistake | why it changes nothing |\n|---|---|---|---|\n"
    return head + listed([mistake for mistake in mistakes if mistake.equivalent], lambda mistake: mistake.equivalent)


def write(mistakes, results, path):
    """Writes the tables between the marks of the page."""
    real = [mistake for mistake in mistakes if not mistake.equivalent]
    page = path.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    words = [room_table(real, results), "### Noticed by nothing\n", survivors(real, results),
             "### Noticed by one alone\n", thin_spots(real, results), "### No mistakes after all\n",
             equivalents(mistakes)]
    path.write_text(before + BEGIN + "\n" + "\n".join(words) + "\n" + END + after, encoding="utf-8")
