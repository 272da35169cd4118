// Thesis, (1.30): Adagrad: what follows from its lines, along gradients that make every root rational.
#include "verigrad/theorem/adaptive/adagrad.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adagrad::proofs_numeric {
namespace {

namespace theorem = adagrad;

constexpr const char* stem = "adagrad";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::exact_roots_of_sums(), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::adagrad::proofs_numeric
