"""Holds the public headers against the rule that each declaration has a docstring: `docstrings.py LIB`, by doxygen.

A docstring is a comment /// above a declaration or ///< behind it. It may stand above several declarations that follow
line on line, as of a function and its overloads. Looked at are the types of any depth, and the functions, constants,
enumerations and names of types in namespaces, and public member functions; not constructors and operators, of which the
words of their type speak, the only function of a type, members whose whole body stands on their line, what many types
have alike (ALIKE), specialisations, overrides, and statement(), of which the words of the header speak. Exit status 1 where one is lacking.
"""
import os
import re
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
# Of objectives, of instances and of methods: what these are says what such a member is.
ALIKE = {"value", "gradient", "hessian_product", "dimension", "curvature", "minimum", "has_minimum", "describe", "rational",
         "start", "advance", "step"}


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


def is_one_line(where):
    return where.get("bodystart") == where.get("bodyend") == where.get("line")


def in_namespace(compound):
    """What needs words of its own there."""
    return [member for member in compound.iter("memberdef")
            if member.get("kind") in KINDS and member.findtext("name") != "statement"
            and "<" not in member.findtext("name")]


def is_special(member, scope):
    """Constructors, operators, what overrides, and what many types have alike."""
    name = member.findtext("name")
    return name.startswith(("operator", "~")) or name == scope.split("::")[-1] or name in ALIKE or \
        re.search("override|final", member.findtext("argsstring") or "") is not None


def in_type(compound):
    """What needs words of its own there."""
    functions = [member for member in compound.iter("memberdef") if member.get("kind") == "function"
                 and member.get("prot") == "public" and not is_special(member, compound.findtext("compoundname"))]
    return [member for member in functions if len(functions) > 1 and not is_one_line(member.find("location"))]


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
            for member in in_namespace(compound) if kind == "namespace" else in_type(compound):
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
