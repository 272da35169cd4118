// Thesis, (1.30): Adagrad: what follows from its lines, along gradients that make every root rational.
#include "verigrad/theorem/adaptive/adagrad.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::adagrad::proofs_numeric {
namespace {

namespace theorem = adagrad;

constexpr const char* stem = "adagrad";

rc::Gen<OptimiserInstance> runs() { return generate::exact_roots_of_sums(); }

}  // namespace

std::vector<Check> checks() {
  return sampled_each(stem, Kind::step, runs(), theorem::hypotheses_hold, theorem::steps());
}

}  // namespace verigrad::adagrad::proofs_numeric
