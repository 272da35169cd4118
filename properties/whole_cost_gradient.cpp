// SGM, (5.15) against dual numbers, full Jacobians and the library's back-propagation, exact in rationals with ties and
// kinks, within 1e-60 for smooth activations; without a smooth activation; planted mistakes.
#include "verigrad/theorem/whole_cost_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/row_gradients.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = whole_cost_gradient;

constexpr const char* stem = "whole_cost_gradient";

}  // namespace

std::vector<Check> whole_cost_gradient() {
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

std::vector<Check> whole_cost_gradient_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
