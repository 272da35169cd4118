// Mathematical Foundations of Data Sciences, 14.1.4: what is said of the surrogate on the way, and two errata.
#include "verigrad/theorem/regression/lasso_surrogate.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::lasso_surrogate::proofs_numeric {
namespace {

namespace theorem = lasso_surrogate;

constexpr const char* stem = "lasso_surrogate";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::lasso(1), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::lasso_surrogate::proofs_numeric
