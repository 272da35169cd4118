// MFDS, section 14.3.4: the reverse recursion, the tape, dual numbers and sums over paths agree on random graphs.
#include "verigrad/theorem/reverse_mode.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = reverse_mode;

constexpr const char* stem = "reverse_mode";

constexpr auto always = [](const GraphInstance&) { return true; };

/// x₂ = x₁², x₃ = x₂²: from the first node on, ∂x₃/∂x₁ is taken before ∂x₃/∂x₂ is known.
GraphInstance fourth_power() {
  return {Graph(1, {{Operation::squared, 0}, {Operation::squared, 1}}), Vector<double>::Ones(1)};
}

}  // namespace

std::vector<Check> reverse_mode() {
  using generate::Algebra;
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed"}, generate::graph_at_point(Algebra::rational),
                                    always, theorem::conclusion()),
                            sampled({stem, Kind::conclusion, "as printed, with exp, log and √"},
                                    generate::graph_at_point(Algebra::smooth), always, theorem::conclusion()),
                            sampled({stem, Kind::conclusion, "as printed, at every node"},
                                    generate::any_graph_at_point(), always, theorem::inner_nodes()),
                            examined({stem, Kind::dropped, "without the order from last to first", Verdict::fails},
                                     fourth_power(), theorem::in_wrong_order())};
  append(checks,
         sampled_each(stem, Kind::planted, generate::graph_at_point(Algebra::rational), always, theorem::planted()));
  return checks;
}

std::vector<Check> reverse_mode_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
