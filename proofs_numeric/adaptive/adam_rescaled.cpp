// Stochastic gradient methods, (5.27): the five ways in which it is not ADAM, each with its smallest example.
#include "verigrad/theorem/adaptive/adam_rescaled.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam_rescaled::proofs_numeric {
namespace {

namespace theorem = adam_rescaled;

constexpr const char* stem = "adam_rescaled";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      proof_checks(stem, generate::adaptive_along(true), theorem::hypotheses_hold, theorem::lines());
  append(checks, compared(stem));
  return checks;
}

}  // namespace verigrad::adam_rescaled::proofs_numeric
