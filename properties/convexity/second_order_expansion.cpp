// Stochastic gradient methods, (5.6): a μ between two that a search proposes, on random members; what fails without a
// continuous Hessian, and what is not needed; planted mistakes.
#include "verigrad/theorem/convexity/second_order_expansion.hpp"

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::second_order_expansion::properties {
namespace {

namespace theorem = second_order_expansion;

constexpr const char* stem = "second_order_expansion";

bool any(const HessianBoundsInstance&) { return true; }
bool decidable(const HessianBoundsInstance& instance) { return instance.decidable(); }

/// W₂ taken for W*.
Gen<HessianBoundsInstance> around_any_point(Gen<ObjectivePtr> objectives) {
  return gen::map(generate::hessian_bounds(std::move(objectives)), [](HessianBoundsInstance instance) {
    instance.reference = instance.w2;
    return instance;
  });
}

/// J″ = 1 up to 1 and 3 beyond, from W* = 0 to W = 2: J(W) − J(W*) = 3, but ½J″d² is 2 or 6.
HessianBoundsInstance jump() {
  const PiecewiseQuadratic J({.knots = {1}, .slopes = {1, 3}, .first_derivative = 1});
  return {make_objective(J), Vector<double>::Constant(1, 2), Vector<double>::Zero(1)};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed"}, generate::hessian_bounds(),
                                    theorem::hypotheses_hold, theorem::conclusion()),
                            sampled({stem, Kind::sharp, "quadratics: every μ"},
                                    generate::hessian_bounds(generate::strongly_convex_quadratic()),
                                    theorem::hypotheses_hold, theorem::every_mu()),
                            examined({stem, Kind::dropped, "without a continuous Hessian: no μ", Verdict::fails},
                                     jump(), theorem::one_of_two_values()),
                            sampled({stem, Kind::dropped, "without ∇J(W*) = 0: it holds"},
                                    around_any_point(generate::strongly_convex()), decidable, theorem::conclusion()),
                            sampled({stem, Kind::dropped, "without ∇²J ≥ α > 0: it holds"},
                                    generate::hessian_bounds(generate::geman_mcclure()), any, theorem::conclusion())};
  append(checks,
         planted_checks(stem, gen::oneOf(generate::hessian_bounds(), around_any_point(generate::strongly_convex())),
                        any, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::hessian_bounds(gen::just(f)),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::second_order_expansion::properties
