// Mathematical Foundations of Data Sciences, Proposition 45: the lines of the proof, and the factor 2 that the printed
// gradient lost.
#include "verigrad/theorem/regression/ridge_regression.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::ridge_regression::proofs_numeric {
namespace {

namespace theorem = ridge_regression;

constexpr const char* stem = "ridge_regression";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::ridge(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::ridge_regression::proofs_numeric
