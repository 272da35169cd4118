// Reports as JUnit XML, as continuous integration reads it: one suite a statement and table, one test case a check.
#pragma once

#include <string>
#include <string_view>

#include "verigrad/report/report.hpp"

namespace verigrad {

/// failed → <failure>, error → <error>, undecided → <skipped>, or <failure> if strict. Evidence stands in <properties>.
std::string to_junit(const Report& report, bool strict);

/// The text as XML 1.0 character data or attribute value: & < > " and line ends escaped, what XML cannot hold (other
/// control characters, bytes that are not UTF-8) replaced by U+FFFD.
std::string xml_escaped(std::string_view text);

}  // namespace verigrad
