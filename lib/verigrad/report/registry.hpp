// The registry: the checked statements and their checks. Generated from lib/catalogue.txt; linked with the checks of
// properties/ and proofs_numeric/.
#pragma once

#include <memory>
#include <vector>

#include "verigrad/claim/statement.hpp"
#include "verigrad/evidence/check.hpp"

namespace verigrad {

class Objective;
using ObjectivePtr = std::shared_ptr<const Objective>;

/// The checked statements, in the order of the catalogue.
const std::vector<Statement>& statements();

/// The checks of properties/ (conclusions, sharpness, dropped hypotheses, planted mistakes), and of proofs_numeric/
/// (proof steps, errata), in the order of the catalogue.
std::vector<Check> property_checks();
std::vector<Check> proof_checks();

/// The conclusions and proof steps that speak of one objective, on f: random points, starts and step sizes.
std::vector<Check> checks_on(const ObjectivePtr& f);

}  // namespace verigrad
