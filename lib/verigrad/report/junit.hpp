// Reports as JUnit XML, as continuous integration reads it: one suite a statement and table, one test case a check.
#pragma once

#include <string>

#include "verigrad/report/report.hpp"

namespace verigrad {

/// failed → <failure>, error → <error>, undecided → <skipped>, or <failure> if strict. Evidence stands in <properties>.
/// What the
/// report has less of than an earlier one is a suite of its own: lost and broken as <failure>, a smaller margin as
/// <skipped>, or <failure> if strict. What XML 1.0 cannot hold (control characters, bytes that are not UTF-8) becomes
/// U+FFFD.
std::string to_junit(const Report& report, bool strict);

}  // namespace verigrad
