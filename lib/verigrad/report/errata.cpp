#include "verigrad/report/errata.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/report/columns.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/summary.hpp"

namespace verigrad {
namespace {

const Finding* find(const std::vector<Finding>& findings, const CheckId& check) {
  const auto is_it = [&](const Finding& finding) {
    return finding.id.kind == check.kind && finding.id.full_name() == check.full_name();
  };
  const auto found = std::find_if(findings.begin(), findings.end(), is_it);
  return found == findings.end() ? nullptr : &*found;
}

/// The finding on the printed form: as an erratum, or as the conclusion that it is where the statement itself is false.
const Finding* refutation(const std::vector<Finding>& findings, const Statement& statement, const std::string& key) {
  const Check erratum{check_of(statement.stem, Kind::erratum, key), {}};
  const Finding* found = find(findings, erratum.id);
  return found ? found : find(findings, as_conclusion(erratum).id);
}

std::string counterexample(const RefutedForm& form) {
  if (!form.refuted) return "not checked";
  const bool refuted = form.refuted->outcome() == Outcome::passed;
  return on_one_line(refuted ? form.refuted->evidence.counterexample : reason_of(*form.refuted));
}

/// What was found of the corrected form; empty if it has no check of its own.
std::string finding_in_words(const Finding* corrected) {
  if (!corrected) return "";
  if (corrected->outcome() != Outcome::passed) return on_one_line(reason_of(*corrected));
  return fmt::format("{} ({})", name(corrected->evidence.verdict), name(corrected->evidence.level));
}

/// The label and text of each part of an erratum.
std::vector<Row> parts(const RefutedForm& form) {
  std::vector<Row> rows{{"printed", form.erratum->printed},
                        {"counterexample", counterexample(form)},
                        {"corrected", form.erratum->corrected}};
  if (const std::string found = finding_in_words(form.corrected); !found.empty())
    rows.push_back({"corrected form", found});
  rows.push_back({"remark", (form.erratum->notation ? "Notation: " : "") + form.erratum->remark});
  return rows;
}

/// Markdown in which no character of the text is markup.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

constexpr std::string_view preamble =
    "# Errata\n\n"
    "Printed forms that are false, each with a counterexample that was decided exactly. A remark that begins with\n"
    "\"Notation\" marks a slip of a reference, an index or a shape that no other formula rests on. Written by\n"
    "`verigrad errata --markdown`; a test compares this file with that output.\n";

}  // namespace

bool decides_erratum(const CheckId& check) {
  const bool false_conclusion = check.kind == Kind::conclusion && check.expected == Verdict::fails;
  return check.kind == Kind::erratum || check.kind == Kind::corrected || false_conclusion;
}

std::vector<RefutedForm> refuted_forms(const std::vector<Statement>& statements, const std::vector<Finding>& findings) {
  std::vector<RefutedForm> forms;
  for (const Statement& statement : statements)
    for (const Erratum& erratum : statement.errata)
      forms.push_back({&statement, &erratum, refutation(findings, statement, erratum.key),
                       find(findings, check_of(statement.stem, Kind::corrected, erratum.key))});
  return forms;
}

std::string erratum_text(const RefutedForm& form, const std::string& indent) {
  std::string text = fmt::format("{}{}: {}\n", indent, form.erratum->place, form.erratum->key);
  for (const Row& part : parts(form)) text += fmt::format("{}  {:<14}  {}\n", indent, part[0], part[1]);
  return text;
}

std::string errata_text(const std::vector<RefutedForm>& forms) {
  std::string text;
  const Statement* last = nullptr;
  for (const RefutedForm& form : forms) {
    if (form.statement != last)
      text += fmt::format("{}{}  {}\n", last ? "\n" : "", form.statement->id, form.statement->title);
    last = form.statement;
    text += erratum_text(form, "  ");
  }
  return text;
}

std::string errata_markdown(const std::vector<RefutedForm>& forms) {
  std::string text(preamble);
  const Statement* last = nullptr;
  for (const RefutedForm& form : forms) {
    if (form.statement != last)
      text += fmt::format("\n## {}: {}\n\nSource: {}. Stem: `{}`.\n", form.statement->id,
                          escaped(form.statement->title), escaped(form.statement->source), form.statement->stem);
    last = form.statement;
    text += fmt::format("\n### {}\n\n{}\n\n", escaped(form.erratum->key), escaped(form.erratum->place));
    for (const Row& part : parts(form)) text += fmt::format("- **{}:** {}\n", part[0], escaped(part[1]));
  }
  return text;
}

}  // namespace verigrad
