// Thesis, (1.30): Adagrad: what follows from its lines, along gradients that make every root rational.
#include "verigrad/theorem/adagrad.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = adagrad;

constexpr const char* stem = "adagrad";

rc::Gen<OptimiserInstance> runs() { return generate::exact_roots_of_sums(); }

}  // namespace

std::vector<Check> adagrad() {
  return sampled_each(stem, Kind::step, runs(), theorem::hypotheses_hold, theorem::steps());
}

std::vector<Check> adagrad_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
