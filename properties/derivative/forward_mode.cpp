// MFDS, section 14.3.3: the forward recursion and dual numbers on random graphs, on polynomials, and where a node is
// not differentiable.
#include "verigrad/theorem/derivative/forward_mode.hpp"

#include <fmt/format.h>

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::forward_mode::properties {
namespace {

namespace theorem = forward_mode;

constexpr const char* stem = "forward_mode";

constexpr auto always = [](const auto&) { return true; };

/// Each rule with ε² = κ = 1 and −1, the complex numbers: (2 + ε)(3 + ε) = 6 + κ + 5ε, (½ − ε/4)(2 + ε) = 1 − κ/4, and
/// (1 + ε)⁶ is 1 + 6ε for κ = 0 alone: 32 + 32ε for κ = 1, −8ε for κ = −1.
std::vector<Check> without_nilpotent_epsilon() {
  const std::vector<theorem::Duals> smallest{{2, 1, 3, 1}, {2, 1, 1, 0}, {1, 1, 0, 0}};
  const Forms<theorem::Duals> rules = theorem::rules_by_multiplication();
  std::vector<Check> checks;
  for (std::size_t i = 0; i < rules.size(); ++i)
    for (const int kappa : {1, -1}) {
      theorem::Duals duals = smallest.at(i);
      duals.epsilon_squared = kappa;
      checks.push_back(examined(
          {stem, Kind::dropped, fmt::format("without ε² = 0: {}, ε² = {}", rules[i].key, kappa), Verdict::fails}, duals,
          rules[i]));
    }
  return checks;
}

Gen<theorem::Duals> any_epsilon() {
  return gen::map(generate::point(5), [](const Vector<double>& v) {
    return theorem::Duals{v[0], v[1], v[2], v[3], v[4]};
  });
}

}  // namespace

std::vector<Check> checks() {
  using generate::Algebra;
  const LogRootInstance at_root_of_zero{.x = 1, .y = 1};
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::graph_at_point(Algebra::rational), always,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, with exp, log and √"}, generate::graph_at_point(Algebra::smooth),
              always, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "exact on polynomials"}, generate::graph_at_point(Algebra::polynomial, 4),
              always, theorem::of_polynomials()),
      examined({stem, Kind::dropped, "without a differentiable node: √ at 0 (by formula)", Verdict::fails},
               at_root_of_zero, theorem::small_difference()),
      sampled({stem, Kind::dropped, "without ε² = 0: the ε part of one product"}, any_epsilon(), always,
              theorem::epsilon_part_of_product())};
  append(checks, without_nilpotent_epsilon());
  append(checks, planted_checks(stem, generate::graph_at_point(Algebra::rational), always, theorem::lines()));
  return checks;
}

}  // namespace verigrad::forward_mode::properties
