"""Tests of how the table is read and planted: python3 -m unittest in this folder."""

import unittest

import table

HEAD = "== room/file.cpp\n\n"


def planted(words, source):
    """The source with the rows of a table in it."""
    mistakes = table.parsed(HEAD + words)
    table.require_sound(mistakes)
    for mistake in mistakes:
        mistake.place(source)
        if not mistake.is_statement:
            table.require_whole(mistake, source)
    table.require_nested(mistakes)
    return table.planted(source, table.by_file(mistakes)["room/file.cpp"])


class Table(unittest.TestCase):
    def test_expression(self):
        self.assertEqual(planted("1 | f | sign | −\n- a + b\n+ a - b\n", "x = a + b;"),
                         "x = (verigrad_mutant(1) ? (a - b) : (a + b));")

    def test_type_of_both_sides(self):
        self.assertEqual(planted("1 | f | sign | −\n- a + b\n+ a - b\n: V\n", "x = a + b;"),
                         "x = (verigrad_mutant(1) ? V(a - b) : V(a + b));")

    def test_statement(self):
        self.assertEqual(planted("1 | f | sign | −\n- x = a;\n+ x = -a;\n", "if (b) x = a;"),
                         "if (b) { if (verigrad_mutant(1)) { x = -a; } else { x = a; } }")

    def test_occurrence(self):
        self.assertEqual(planted("1 | f | sign | −\n- a\n+ b\n@ 2\n", "a a a"),
                         "a (verigrad_mutant(1) ? (b) : (a)) a")

    def test_one_within_another(self):
        words = "1 | f | sign | −\n- a + b\n+ c\n\n2 | f | sign | −\n- b\n+ d\n"
        self.assertEqual(planted(words, "a + b"),
                         "(verigrad_mutant(1) ? (c) : (a + (verigrad_mutant(2) ? (d) : (b))))")

    def test_two_of_one_text(self):
        self.assertEqual(planted("1 | f | sign | −\n- a\n+ b\n\n2 | f | sign | −\n- a\n+ c\n", "a"),
                         "(verigrad_mutant(1) ? (b) : ((verigrad_mutant(2) ? (c) : (a))))")

    def test_texts_of_several_lines(self):
        words = "1 | f | index | order\n- x = a;\n-   y = b;\n+ y = b;\n+   x = a;\n"
        self.assertEqual(planted(words, "x = a;\n  y = b;"),
                         "{ if (verigrad_mutant(1)) { y = b;\n  x = a; } else { x = a;\n  y = b; } }")

    def test_refusals(self):
        row = "1 | f | sign | −\n- a\n+ b\n"
        overlapping = "1 | f | sign | −\n- a b\n+ c\n\n2 | f | sign | −\n- b a\n+ c\n"
        for words, source, complaint in ((row, "c", "not in"), (row, "a a", "2 times"), (row + row, "a", "twice"),
                                         (row.replace("sign", "taste"), "a", "unknown kind"),
                                         (row.replace("+ b", "+ a"), "a", "another one"),
                                         (overlapping, "a b a", "overlap")):
            with self.assertRaisesRegex(table.TableError, complaint):
                planted(words, source)


class Whole(unittest.TestCase):
    """An expression's text is one operand where it stands."""

    def test_torn_out_of_a_larger_expression(self):
        row = "1 | f | sign | −\n- a + b\n+ a - b\n"
        for source in ("x = c * a + b;", "x = c - a + b;", "x = -a + b;", "x = a + b * c;", "x = (c / a + b);"):
            with self.assertRaisesRegex(table.TableError, "no whole operand"):
                planted(row, source)

    def test_whole(self):
        row = "1 | f | sign | −\n- a + b\n+ a - b\n"
        for source in ("x = c * (a + b);", "x = c + a + b;", "x = a + b - c;", "f(-c, a + b);", "x = a + b < c ? d : e;"):
            planted(row, source)


class Formulas(unittest.TestCase):
    def test_are_statements_that_compute(self):
        source = 'x = a + b; // c + d\ny[i + 1] = c;\nz *= 2;\nthrow E("a" + b);\nf();\nw += ", " + x + "·";\nv.resize(n + 1);'
        self.assertEqual([source[start:end] for start, end in table.formulas(source)], ["x = a + b;", "z *= 2;"])


if __name__ == "__main__":
    unittest.main()
