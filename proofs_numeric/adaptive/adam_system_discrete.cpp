// Stochastic gradient methods, (5.25): what follows from its lines, along gradients that make every root rational.
#include "verigrad/theorem/adaptive/adam_system_discrete.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::adam_system_discrete::proofs_numeric {
namespace {

namespace theorem = adam_system_discrete;

constexpr const char* stem = "adam_system_discrete";

}  // namespace

std::vector<Check> checks() {
  return sampled_each(stem, Kind::step, generate::exact_roots(false), theorem::hypotheses_hold, theorem::steps());
}

}  // namespace verigrad::adam_system_discrete::proofs_numeric
