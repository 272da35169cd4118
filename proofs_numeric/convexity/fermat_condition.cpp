// Thesis, 1.2.1 and 1.2.2: the examples that are printed, and what is said of quasi-convex functions.
#include "verigrad/theorem/convexity/fermat_condition.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::fermat_condition::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "fermat_condition";
  std::vector<Check> checks = proof_checks(stem, fermat_condition::general_lines());
  append(checks,
         proof_checks(stem, generate::at_minimum(generate::geman_mcclure()), has_minimum, fermat_condition::lines()));
  return checks;
}

}  // namespace verigrad::fermat_condition::proofs_numeric
