// SGM, Lemma 5.1.6: (5.11) against dual numbers and full Jacobians, exact in rationals with ties and kinks, within
// 1e-60 for smooth activations; without a smooth activation; planted mistakes.
#include "verigrad/theorem/cost_gradient_in_input.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/row_gradients.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = cost_gradient_in_input;

constexpr const char* stem = "cost_gradient_in_input";

}  // namespace

std::vector<Check> cost_gradient_in_input() {
  const auto anything = [](const NetworkInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed, rational"}, generate::affine_ended_rational(), anything,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, smooth"}, generate::affine_ended_smooth(), anything,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "without a smooth activation: two kinks that cancel", Verdict::fails},
               row_gradients::kinks_that_cancel(), theorem::differences())};
  append(checks, sampled_each(stem, Kind::planted, generate::affine_ended_rational(), anything, theorem::planted()));
  return checks;
}

std::vector<Check> cost_gradient_in_input_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
