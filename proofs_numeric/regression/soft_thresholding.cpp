// Mathematical Foundations of Data Sciences, Proposition 46: the lines of the proof, and the argument of S.
#include "verigrad/theorem/regression/soft_thresholding.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::soft_thresholding::proofs_numeric {
namespace {

namespace theorem = soft_thresholding;

constexpr const char* stem = "soft_thresholding";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::proximal(2), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::soft_thresholding::proofs_numeric
