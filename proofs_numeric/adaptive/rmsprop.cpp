// Thesis, (1.31): RMSprop: what follows from its lines, along gradients that make every root rational.
#include "verigrad/theorem/adaptive/rmsprop.hpp"

#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::rmsprop::proofs_numeric {
namespace {

namespace theorem = rmsprop;

constexpr const char* stem = "rmsprop";

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::exact_roots(true), theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::rmsprop::proofs_numeric
