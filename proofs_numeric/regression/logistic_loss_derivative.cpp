// Mathematical Foundations of Data Sciences, 14.2.2: the printed derivative of the logistic loss, and the corrected
// one.
#include "verigrad/theorem/regression/logistic_loss_derivative.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::logistic_loss_derivative::proofs_numeric {
namespace {

namespace theorem = logistic_loss_derivative;

constexpr const char* stem = "logistic_loss_derivative";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::logistic_loss(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::logistic_loss_derivative::proofs_numeric
