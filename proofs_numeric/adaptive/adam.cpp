// Thesis, (1.32): the moments, the erratum of the bias correction, and what (1.32) is and is not.
#include "verigrad/theorem/adaptive/adam.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam::proofs_numeric {
namespace {

namespace theorem = adam;

constexpr const char* stem = "adam";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      step_checks(stem, generate::exact_roots(true), theorem::hypotheses_hold, theorem::lines());
  append(checks, erratum_checks(stem, theorem::lines()));
  append(checks, corrected_checks(stem, generate::adaptive_along(true), theorem::hypotheses_hold, theorem::lines()));
  append(checks, compared(stem));
  return checks;
}

}  // namespace verigrad::adam::proofs_numeric
