// Mathematical Foundations of Data Sciences, Proposition 47: the lines of the proof, the third of which has AAᵀ for
// AᵀA.
#include "verigrad/theorem/regression/iterative_soft_thresholding.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::iterative_soft_thresholding::proofs_numeric {
namespace {

namespace theorem = iterative_soft_thresholding;

constexpr const char* stem = "iterative_soft_thresholding";

}  // namespace

std::vector<Check> checks() { return proof_checks(stem, generate::lasso(4), theorem::any_step, theorem::lines()); }

}  // namespace verigrad::iterative_soft_thresholding::proofs_numeric
