// SGM, (5.14): the recursion against dual numbers and full Jacobians, exact in rationals with ties and kinks, within
// 1e-60 for smooth activations; its multiplications, counted; without a smooth activation; planted mistakes.
#include "verigrad/theorem/descending_recursion.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/row_gradients.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = descending_recursion;

constexpr const char* stem = "descending_recursion";

}  // namespace

std::vector<Check> descending_recursion() {
  const auto anything = [](const NetworkInstance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed, rational"}, generate::affine_ended_rational(), anything,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, smooth"}, generate::affine_ended_smooth(), anything,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "multiplications: no more than (5.12) for b_0 alone, from either side"},
              generate::affine_ended_rational(), anything, theorem::cost()),
      examined({stem, Kind::dropped, "without a smooth activation: two kinks that cancel", Verdict::fails},
               row_gradients::kinks_that_cancel(), theorem::differences())};
  append(checks, sampled_each(stem, Kind::planted, generate::affine_ended_rational(), anything, theorem::planted()));
  return checks;
}

std::vector<Check> descending_recursion_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
