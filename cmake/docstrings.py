"""Holds the public headers against the rule that each declaration has a docstring: `docstrings.py LIB`, by doxygen.

A docstring is a comment /// above a declaration or ///< behind it. It may stand above several declarations that follow
line on line, as of a function and its overloads. Looked at are the types of any depth, and the functions, constants,
enumerations and names of types in namespaces; not members, of which the words of their type speak, specialisations,
and statement(), of which the words of the header speak. Exit status 1 where one is lacking.
"""
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

OPTIONS = """
INPUT = {lib}
OUTPUT_DIRECTORY = {out}
FILE_PATTERNS = *.hpp
RECURSIVE = YES
EXTRACT_ALL = YES
GENERATE_HTML = NO
GENERATE_LATEX = NO
GENERATE_XML = YES
XML_PROGRAMLISTING = NO
QUIET = YES
WARNINGS = NO
MACRO_EXPANSION = NO
MARKDOWN_SUPPORT = NO
"""
KINDS = {"function", "variable", "typedef", "enum"}
TYPES = {"class", "struct", "union", "concept"}


def has_words(node):
    return any("".join(node.find(name).itertext()).strip() for name in ("briefdescription", "detaileddescription")
               if node.find(name) is not None)


class Headers:
    """The lines of each header, read once."""

    def __init__(self):
        self.lines = {}

    def line(self, file, number):
        if file not in self.lines:
            with open(file, encoding="utf-8") as text:
                self.lines[file] = text.read().split("\n")
        return self.lines[file][number - 1] if 0 < number <= len(self.lines[file]) else ""

    def begins_at(self, file, number):
        """The first line of the declaration, above which its template<> and requires stand."""
        while self.line(file, number - 1).lstrip().startswith(("template", "requires", "inline constexpr auto")) or \
                self.line(file, number - 1).rstrip().endswith(("(", ",", "&&", "||")):
            number -= 1
        return number

    def is_in_group(self, file, number):
        """Whether a docstring stands above, or above declarations that follow line on line."""
        number = self.begins_at(file, number) - 1
        while self.line(file, number).strip() and not self.line(file, number).endswith("{"):
            if self.line(file, number).lstrip().startswith("///"):
                return True
            number -= 1
        return False


def declarations(folder):
    """(file, line, name, has words) of what is looked at."""
    for page in sorted(os.listdir(folder)):
        if page == "index.xml":
            continue
        for compound in xml.parse(os.path.join(folder, page)).getroot().iter("compounddef"):
            name, kind = compound.findtext("compoundname"), compound.get("kind")
            if "<" in name or "detail" in name or "anonymous" in name or "@" in name:
                continue
            where = compound.find("location")
            if kind in TYPES and where is not None and compound.get("prot", "public") == "public":
                yield where.get("file"), int(where.get("line")), name, has_words(compound)
            if kind != "namespace":
                continue
            for member in compound.iter("memberdef"):
                if member.get("kind") in KINDS and member.findtext("name") != "statement" and "<" not in member.findtext("name"):
                    where = member.find("location")
                    yield (where.get("declfile") or where.get("file"), int(where.get("declline") or where.get("line")),
                           name + "::" + member.findtext("name"), has_words(member))


def lacking(lib):
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(["doxygen", "-"], input=OPTIONS.format(lib=lib, out=out), text=True, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        headers = Headers()
        return sorted({(os.path.relpath(file, lib), line, name)
                       for file, line, name, known in declarations(os.path.join(out, "xml"))
                       if file.endswith(".hpp") and not known and not headers.is_in_group(file, line)})


def main():
    complaints = [f"{file}:{line}: {name} has no docstring: say what it is, its shapes, domain, errors and source"
                  for file, line, name in lacking(os.path.abspath(sys.argv[1]))]
    print("\n".join(complaints) or "no docstring is lacking")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
