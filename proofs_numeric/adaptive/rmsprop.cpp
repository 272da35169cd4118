// Thesis, (1.31): RMSprop: what follows from its lines, along gradients that make every root rational.
#include "verigrad/theorem/adaptive/rmsprop.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::rmsprop::proofs_numeric {
namespace {

namespace theorem = rmsprop;

constexpr const char* stem = "rmsprop";

rc::Gen<OptimiserInstance> runs() { return generate::exact_roots(true); }

}  // namespace

std::vector<Check> checks() {
  return sampled_each(stem, Kind::step, runs(), theorem::hypotheses_hold, theorem::steps());
}

}  // namespace verigrad::rmsprop::proofs_numeric
