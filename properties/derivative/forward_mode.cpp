// MFDS, section 14.3.3: the forward recursion and dual numbers on random graphs, on polynomials, and where a node is
// not differentiable.
#include "verigrad/theorem/derivative/forward_mode.hpp"

#include <fmt/format.h>

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::forward_mode::properties {
namespace {

namespace theorem = forward_mode;

constexpr const char* stem = "forward_mode";

constexpr auto always = [](const auto&) { return true; };

/// With κ for ε²: (2 + ε)(3 + ε) = 6 + κ + 5ε, (½ − ε/4)(2 + ε) = 1 − κ/4, and (1 + ε)⁶ is 1 + 6ε for κ = 0 alone:
/// 32 + 32ε for κ = 1, −8ε for κ = −1.
theorem::Duals smallest(const std::string& rule, double kappa) {
  if (rule == "product") return {2, 1, 3, 1, kappa};
  if (rule == "quotient") return {2, 1, 1, 0, kappa};
  return {1, 1, 0, 0, kappa};
}

/// Each rule with ε² = 1 and with ε² = −1, the complex numbers.
std::vector<Check> without_nilpotent_epsilon() {
  std::vector<Check> checks;
  for (const Form<theorem::Duals>& rule : theorem::rules_by_multiplication())
    for (const int kappa : {1, -1})
      checks.push_back(
          examined({stem, Kind::dropped, fmt::format("without ε² = 0: {}, ε² = {}", rule.key, kappa), Verdict::fails},
                   smallest(rule.key, kappa), rule));
  return checks;
}

rc::Gen<theorem::Duals> any_epsilon() {
  return rc::gen::map(generate::point(5), [](const Vector<double>& v) {
    return theorem::Duals{v[0], v[1], v[2], v[3], v[4]};
  });
}

/// x₃x₁ of three inputs, at (0, 0, 2).
GraphInstance one_product() { return {Graph(3, {{Operation::multiply, 2, 0}}), vector({0, 0, 2})}; }

}  // namespace

std::vector<Check> checks() {
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
      sampled({stem, Kind::dropped, "without ε² = 0: the ε part of one product"}, any_epsilon(), always,
              theorem::epsilon_part_of_product())};
  append(checks, without_nilpotent_epsilon());
  append(checks, sampled_each(stem, Kind::planted, generate::graph_at_point(Algebra::rational), always,
                              theorem::planted(), {one_product()}));
  return checks;
}

}  // namespace verigrad::forward_mode::properties
