// Mathematical Foundations of Data Sciences, Proposition 47: the iteration on LASSOs whose minimiser is known exactly,
// its rate for τ ≤ 1/‖A‖², its convergence for τ < 2/‖A‖² and what happens at 2/‖A‖²; FISTA beside it.
#include "verigrad/theorem/regression/iterative_soft_thresholding.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::iterative_soft_thresholding::properties {
namespace {

namespace theorem = iterative_soft_thresholding;

constexpr const char* stem = "iterative_soft_thresholding";

/// ½ax² + λ|x| from 1, a = 0 or 1; the minimiser is 0.
LassoInstance scalar(double a, double lambda, double tau, int n) {
  return {{Matrix<double>{{a}}, at(0), lambda}, tau, at(1), at(0), n, at(0)};
}

std::vector<Check> rates() {
  return {sampled({stem, Kind::conclusion, "rate R²/(2τk) for τ ≤ 1/‖A‖²"}, generate::lasso(1), theorem::short_step,
                  theorem::rate()),
          sampled({stem, Kind::conclusion, "decrease for τ ≤ 1/‖A‖²"}, generate::lasso(1), theorem::short_step,
                  theorem::decrease()),
          sampled({stem, Kind::conclusion, "convergence for τ < 2/‖A‖²"}, generate::lasso(2), theorem::converging_step,
                  theorem::convergence()),
          sampled({stem, Kind::conclusion, "FISTA: t⁺z⁺ = t⁺x⁺ + (t − 1)(x⁺ − x)"}, generate::fista(),
                  theorem::short_step, theorem::fista_step()),
          sampled({stem, Kind::conclusion, "FISTA: 2R²/(τ(k + 1)²) for τ ≤ 1/‖A‖²"}, generate::fista(),
                  theorem::short_step, theorem::fista_rate())};
}

std::vector<Check> both_sides() {
  return {sampled({stem, Kind::sharp, "half the rate on every LASSO drawn"}, generate::lasso(1), theorem::short_step,
                  theorem::half_rate()),
          examined({stem, Kind::sharp, "half the rate attained by λ|x|"}, scalar(0, 1, 0.125, 4),
                   theorem::half_rate_attained())};
}

std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "at τ = 2/‖A‖² the iterates oscillate", Verdict::fails}, scalar(1, 0, 2, 8),
                   theorem::comes_nearer()),
          examined({stem, Kind::dropped, "beyond 2/‖A‖² f increases", Verdict::fails}, scalar(1, 0, 2.25, 1),
                   theorem::decrease()),
          examined({stem, Kind::dropped, "the rate without τ ≤ 1/‖A‖²", Verdict::fails}, scalar(1, 0, 1.9375, 1),
                   theorem::rate()),
          sampled({stem, Kind::dropped, "decrease without τ ≤ 1/‖A‖²: any τ < 2/‖A‖²"}, generate::lasso(2),
                  theorem::converging_step, theorem::decrease())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed, for any τ > 0"}, generate::lasso(4),
                                    theorem::any_step, theorem::conclusion()),
                            sampled({stem, Kind::conclusion, "solutions are the fixed points"}, generate::lasso(4),
                                    theorem::has_solution, theorem::fixed_point()),
                            examined({stem, Kind::sharp, "x = 1 is no fixed point for x²/2 + 2|x|"},
                                     scalar(1, 2, 0.5, 0), theorem::fixed_point())};
  append(checks, rates());
  append(checks, both_sides());
  append(checks, dropped());
  append(checks, planted_checks(stem, generate::lasso(1), theorem::short_step, theorem::lines()));
  append(checks, planted_checks(stem, generate::fista(), theorem::short_step, theorem::fista_lines()));
  return checks;
}

}  // namespace verigrad::iterative_soft_thresholding::properties
