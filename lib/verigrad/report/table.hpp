// Reports for a terminal: the table of statements or checks, one line a problem, one line of summary.
#pragma once

#include <string>

#include "verigrad/report/report.hpp"

namespace verigrad {

/// One row a statement and table of data: verdict as printed, level and smallest relative margin of its conclusions;
/// checks that came out as expected, cases, what decided, and seconds of all its checks.
std::string statement_table(const Report& report);

/// One row a check.
std::string check_table(const Report& report);

/// First what kind of objective most of them have in common, if one has; then one line a check that fails, is undecided
/// or an error, with its counterexample (a long one without its middle; the JSON has it in full), the code under test
/// and the command that reproduces it; `options` are those of the run, "--seed 1 --cases 100".
std::string problems(const Report& report, const std::string& options);

/// One line a check that found something: its note.
std::string notes(const Report& report);

/// What the report has less of than the earlier one it is held against, a line each, broken and lost checks first; a
/// line that sums up. Nothing where there is no earlier one.
std::string setbacks(const Report& report);

/// "0.0012"; "–" where no inequality was decided.
std::string margin_in_words(double smallest);

/// One line: how many checks came to which outcome, and what is open or missing.
std::string summary_line(const Report& report);

/// One line a reason for which statements were not checked here, with its remedy.
std::string not_checked_here(const Report& report);

/// "kernel, 2 theorems"; "sampled, 100 cases, smallest margin 0.0012; claims by interval 912, ball 3"
std::string in_words(const Evidence& evidence);

}  // namespace verigrad
