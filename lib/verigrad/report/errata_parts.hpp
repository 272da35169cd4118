// What an erratum says, part by part, for whoever prints it.
#pragma once

#include "verigrad/report/columns.hpp"
#include "verigrad/report/errata.hpp"

namespace verigrad {

/// The counterexample by hand; why there is none where the check does not refute the printed form; empty for a gap, and
/// for a slip of notation.
std::string counterexample(const RefutedForm& form);
/// The exact instance that the check refuted the printed form on; empty if it did not.
std::string instance_of(const RefutedForm& form);
/// What was found of the corrected form; empty if it has no check of its own.
std::string finding_in_words(const Finding* corrected);
/// The label and text of each part.
std::vector<Row> parts(const RefutedForm& form, Detail detail);

}  // namespace verigrad
