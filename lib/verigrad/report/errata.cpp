#include "verigrad/report/errata.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/report/columns.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/errata_parts.hpp"
#include "verigrad/report/summary.hpp"

namespace verigrad {

const std::vector<SourceText>& source_texts() {
  static const std::vector<SourceText> texts{
      {"mathdnn", "MathDNN – A deep mathematical understanding of DNNs (2022)", "James Jiang and Alex Jiang"},
      {"sgm", "Stochastic gradient methods (chapter 5)", ""},
      {"mfds", "Mathematical Foundations of Data Sciences (chapter 14, 2020)", "Gabriel Peyré"},
      {"inna",
       "Inertial and Second-order Optimization Algorithms for Training Neural Networks (thesis, 2021, chapters 1 and "
       "2)",
       "Camille Castera"}};
  return texts;
}

std::string_view text_of(const Statement& statement) {
  return std::string_view(statement.id).substr(0, statement.id.find('/'));
}

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

CheckId correction_of(const Statement& statement, const Erratum& erratum) {
  const Kind kind = erratum.weight == Weight::gap ? Kind::step : Kind::corrected;
  return check_of(statement.stem, kind, erratum.key);
}

std::size_t rank(const Statement& statement) {
  const auto is_it = [&](const SourceText& text) { return text.key == text_of(statement); };
  return std::size_t(std::ranges::find_if(source_texts(), is_it) - source_texts().begin());
}

void append_unless_empty(std::vector<Row>& rows, const char* label, const std::string& text) {
  if (!text.empty()) rows.push_back({label, text});
}

nlohmann::ordered_json text_or_null(const std::string& text) {
  return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

nlohmann::ordered_json to_object(const RefutedForm& form) {
  const Erratum& erratum = *form.erratum;
  return {{"id", form.statement->id},
          {"statement", form.statement->stem},
          {"key", erratum.key},
          {"weight", name(erratum.weight)},
          {"place", erratum.place},
          {"printed", erratum.printed},
          {"counterexample", text_or_null(counterexample(form))},
          {"instance", text_or_null(instance_of(form))},
          {"corrected", erratum.corrected},
          {"corrected_form", text_or_null(finding_in_words(form.corrected))},
          {"survives", text_or_null(erratum.survives)},
          {"same_as", text_or_null(erratum.same_as)},
          {"one_letter", erratum.one_letter},
          {"remark", text_or_null(erratum.remark)}};
}

}  // namespace

std::string instance_of(const RefutedForm& form) {
  const bool refuted = form.refuted && form.refuted->outcome() == Outcome::passed;
  return refuted ? on_one_line(form.refuted->evidence.counterexample) : "";
}

std::string counterexample(const RefutedForm& form) {
  const Weight weight = form.erratum->weight;
  if (weight == Weight::gap) return "";
  if (!form.refuted) return weight == Weight::notation ? "" : "not checked";
  if (form.refuted->outcome() != Outcome::passed) return on_one_line(reason_of(*form.refuted));
  return form.erratum->by_hand.empty() && weight != Weight::notation ? instance_of(form) : form.erratum->by_hand;
}

std::string finding_in_words(const Finding* corrected) {
  if (!corrected) return "";
  if (corrected->outcome() != Outcome::passed) return on_one_line(reason_of(*corrected));
  return fmt::format("{} ({})", name(corrected->evidence.verdict), name(corrected->evidence.level));
}

std::vector<Row> parts(const RefutedForm& form, Detail detail) {
  const Erratum& erratum = *form.erratum;
  std::vector<Row> rows{{"printed", erratum.printed}};
  append_unless_empty(rows, "counterexample", counterexample(form));
  if (detail == Detail::instances) append_unless_empty(rows, "instance", instance_of(form));
  rows.push_back({"corrected", erratum.corrected});
  append_unless_empty(rows, "corrected form", finding_in_words(form.corrected));
  append_unless_empty(rows, "survives", erratum.survives);
  append_unless_empty(rows, "same as", erratum.same_as);
  append_unless_empty(rows, "remark", erratum.remark);
  if (erratum.one_letter) rows.push_back({"†", "one letter, sign or exponent: a scan could have done it"});
  return rows;
}

bool decides_erratum(const CheckId& check) {
  const bool false_conclusion = check.kind == Kind::conclusion && check.expected == Verdict::fails;
  return check.kind == Kind::erratum || check.kind == Kind::corrected || false_conclusion;
}

bool fills_gap(const CheckId& check, const std::vector<Statement>& statements) {
  const auto is_filled = [&](const Statement& statement) {
    return statement.stem == check.statement && std::ranges::any_of(statement.errata, [&](const Erratum& erratum) {
             return erratum.weight == Weight::gap && erratum.key == check.name;
           });
  };
  return check.kind == Kind::step && std::ranges::any_of(statements, is_filled);
}

std::vector<RefutedForm> refuted_forms(const std::vector<Statement>& statements, const std::vector<Finding>& findings) {
  std::vector<RefutedForm> forms;
  for (const Statement& statement : statements)
    for (const Erratum& erratum : statement.errata)
      forms.push_back({&statement, &erratum, refutation(findings, statement, erratum.key),
                       find(findings, correction_of(statement, erratum))});
  std::ranges::stable_sort(
      forms, {}, [](const RefutedForm& form) { return std::pair(rank(*form.statement), form.erratum->weight); });
  return forms;
}

std::string name_of(const RefutedForm& form) { return fmt::format("{}: {}", form.statement->id, form.erratum->key); }

std::size_t slips(const std::vector<RefutedForm>& forms) {
  return std::size_t(
      std::ranges::count_if(forms, [](const RefutedForm& form) { return form.erratum->same_as.empty(); }));
}

std::string erratum_text(const RefutedForm& form, const std::string& indent, Detail detail) {
  std::string text =
      fmt::format("{}{}: {} ({})\n", indent, form.erratum->place, form.erratum->key, name(form.erratum->weight));
  for (const Row& part : parts(form, detail)) text += fmt::format("{}  {:<14}  {}\n", indent, part[0], part[1]);
  return text;
}

std::string errata_text(const std::vector<RefutedForm>& forms, Detail detail) {
  std::string text;
  const Statement* last = nullptr;
  for (const RefutedForm& form : forms) {
    if (form.statement != last)
      text += fmt::format("{}{}  {}\n", last ? "\n" : "", form.statement->id, form.statement->title);
    last = form.statement;
    text += erratum_text(form, "  ", detail);
  }
  return text;
}

std::string errata_json(const std::vector<RefutedForm>& forms) {
  auto list = nlohmann::ordered_json::array();
  for (const RefutedForm& form : forms) list.push_back(to_object(form));
  return list.dump(2) + "\n";
}

}  // namespace verigrad
