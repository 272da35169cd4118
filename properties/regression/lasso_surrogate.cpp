// Mathematical Foundations of Data Sciences, 14.1.4: the surrogate of the LASSO for step sizes up to 1/‖A‖², where its
// quadratic part is 0, and beyond; planted mistakes.
#include "verigrad/theorem/regression/lasso_surrogate.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::lasso_surrogate::properties {
namespace {

namespace theorem = lasso_surrogate;

constexpr const char* stem = "lasso_surrogate";

/// A = diag(2, 1), ‖A‖² = 4, from 0 along the first axis; y = (1, 1), λ = 1.
LassoInstance along_top(double tau) {
  return {{Matrix<double>{{2, 0}, {0, 1}}, vector({1, 1}), 1}, tau, vector({0, 0}), vector({1, 0})};
}

/// ½x² from 1 with τ = 9/4: x⁺ = −5/4.
LassoInstance too_long_a_step() { return {{Matrix<double>{{1}}, at(0), 0}, 2.25, at(1), at(0)}; }

}  // namespace

std::vector<Check> checks() {
  const auto& hypotheses = theorem::hypotheses_hold;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "f ≤ f_τ, and f − f_τ is smooth"}, generate::lasso(1), hypotheses,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "K = 0 at τ = 1/‖A‖²"}, along_top(0.25), theorem::quadratic_part_zero()),
      examined({stem, Kind::dropped, "without τ ≤ 1/‖A‖²: K < 0", Verdict::fails}, along_top(0.2578125),
               theorem::quadratic_part_positive()),
      examined({stem, Kind::dropped, "without τ ≤ 1/‖A‖²: no majorant", Verdict::fails}, along_top(0.2578125),
               theorem::conclusion()),
      examined({stem, Kind::dropped, "without τ ≤ 1/‖A‖²: no decrease at τ > 2/‖A‖²", Verdict::fails},
               too_long_a_step(), theorem::decrease()),
      sampled({stem, Kind::dropped, "without τ ≤ 1/‖A‖² the surrogate is convex all the same"}, generate::lasso(4),
              theorem::any_step, theorem::convex())};
  append(checks, planted_checks(stem, generate::lasso(1), hypotheses, theorem::lines()));
  return checks;
}

}  // namespace verigrad::lasso_surrogate::properties
