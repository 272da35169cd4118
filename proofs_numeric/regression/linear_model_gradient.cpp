// Mathematical Foundations of Data Sciences, (14.13): the lines of the Taylor expansion, one of which lost its ε.
#include "verigrad/theorem/regression/linear_model_gradient.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::linear_model_gradient::proofs_numeric {
namespace {

namespace theorem = linear_model_gradient;

constexpr const char* stem = "linear_model_gradient";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::linear_model(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::linear_model_gradient::proofs_numeric
