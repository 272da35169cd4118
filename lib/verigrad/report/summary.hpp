// Summaries: the findings of a report, statement by statement.
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "verigrad/claim/statement.hpp"
#include "verigrad/report/report.hpp"

namespace verigrad {

/// "gradient_descent_rate", and on which table if it was one.
std::string suite_name(const Finding& finding);
std::string suite_name(const Setback& setback);

/// "failed, was passed", "lost, was passed" or "smallest margin 0.1, was 0.2".
std::string in_words(const Setback& setback);

/// Why the check did not pass: its error, or expected and found verdict with the counterexample. Empty if it passed.
std::string reason_of(const Finding& finding);

/// What ships and is under test in the statement of this stem; nothing where none of these has it.
std::vector<std::string> code_of(const std::vector<Statement>& statements, const std::string& stem);

/// " · code under test: algorithm/adam.hpp: Adam", or nothing where there is none.
std::string code_under_test(const std::vector<std::string>& code);

/// "62 of 74 that did not pass are on objectives of one kind, f = ½(x−c)ᵀH(x−c): look there first", where three
/// statements or more did not pass and half of what did not pass speaks of one kind of objective; else nothing.
std::string common_objective(const Report& report);

/// The findings of each suite, suites in the order of their first finding.
std::vector<std::vector<Finding>> by_suite(const Report& report);

/// One statement on generated instances or on one table.
struct SuiteSummary {
  std::string name;
  std::string verdict;  ///< of the statement as printed: "holds", "fails (erratum)", "fails", "undecided", "error"
  /// That of a conclusion which covers the whole statement, the highest if there are some; else the lowest of its
  /// conclusions.
  Level level = Level::instance;
  std::optional<Level> corrected = {};  ///< likewise, of a corrected form that replaces the whole statement
  double smallest_margin = std::numeric_limits<double>::infinity();  ///< relative, of its conclusions
  long cases = 0;                                                    ///< of all its checks, as are those below
  std::map<std::string, long> rungs;
  Counts counts;
  double seconds = 0;
};

/// "sampled", "kernel, corrected": how far the evidence for the statement reaches. A corrected form is named only where
/// it reaches further than what there is on the printed one, and always as what it is.
std::string level_in_words(const SuiteSummary& suite);

/// The verdict is that of the checks of kind `conclusion`; where there are none because the printed form is false,
/// that of its errata. A part of a run without conclusions shows "–". What was not checked here has no part in it.
SuiteSummary summarise(const std::vector<Finding>& suite, bool whole_run);

}  // namespace verigrad
