// MFDS, section 14.3.3: the forward recursion and dual numbers on random graphs, on polynomials, and where a node is
// not differentiable.
#include "verigrad/theorem/forward_mode.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = forward_mode;

constexpr const char* stem = "forward_mode";

constexpr auto always = [](const auto&) { return true; };

}  // namespace

std::vector<Check> forward_mode() {
  using generate::Algebra;
  const LogRootExample at_root_of_zero{.x = 1, .y = 1};
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::graph_at_point(Algebra::rational), always,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, with exp, log and √"}, generate::graph_at_point(Algebra::smooth),
              always, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "exact on polynomials"}, generate::graph_at_point(Algebra::polynomial, 4),
              always, theorem::of_polynomials()),
      examined({stem, Kind::dropped, "without a differentiable node: √ at 0", Verdict::fails}, at_root_of_zero,
               theorem::small_difference()),
      examined({stem, Kind::dropped, "without ε² = 0", Verdict::fails}, theorem::Duals{2, 1, 0, 0},
               theorem::square_with_epsilon_squared_one())};
  append(checks,
         sampled_each(stem, Kind::planted, generate::graph_at_point(Algebra::rational), always, theorem::planted()));
  return checks;
}

std::vector<Check> forward_mode_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
