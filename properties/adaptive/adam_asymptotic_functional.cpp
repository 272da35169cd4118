// Stochastic gradient methods, (5.28): what the functional that ADAM is said to minimise is and is not.
#include "verigrad/theorem/adaptive/adam_asymptotic_functional.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::adam_asymptotic_functional::properties {
namespace {

namespace theorem = adam_asymptotic_functional;
using theorem::Instance;

constexpr const char* stem = "adam_asymptotic_functional";

rc::Gen<Instance> instances(rc::Gen<ObjectivePtr> objectives) {
  return rc::gen::mapcat(std::move(objectives), [](const ObjectivePtr& f) {
    return rc::gen::map(
        rc::gen::tuple(generate::point(f->dimension()), generate::point(f->dimension()), generate::positive(4, -4, 2)),
        [f](const std::tuple<Vector<double>, Vector<double>, double>& draw) {
          return Instance{f, std::get<0>(draw), std::get<1>(draw), std::get<2>(draw)};
        });
  });
}

/// J = λ(W − 1)²/2, ε₁ = 1, at W against Z.
Instance parabola(double lambda, double w, double z, double eps1 = 1) {
  return {make_objective(Quadratic(at(lambda), at(1))), at(w), at(z), eps1};
}

/// f = x²/4 at w = z = 1/16.
theorem::Instance near_minimum() { return {make_objective(Quadratic(at(0.5), at(0))), at(0.0625), at(0.0625), 0.25}; }

}  // namespace

std::vector<Check> checks() {
  Form<Instance> decreases = with_key(theorem::steps(), "decreases");
  decreases.needs = {};
  const auto J_tot = [](const Instance& i, Claims& claims) {
    const Vector<Number> w = exact(i.w), g = i.f->over<Number>().gradient(w);
    claims.equal("|∇J(W)|₁ = 2|W|₁ for J = |W|²", magnitude<Number>(g[0]), 2 * magnitude<Number>(w[0]));
  };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "equality at Z = −∇J, D = diag(∇J ⊗ ∇J)"},
              instances(generate::strongly_convex_quadratic()), theorem::hypotheses_hold, theorem::steps().front()),
      examined({stem, Kind::sharp, "no shrinkage: F(1) < F(1/2) for J = (W − 1)²/2, whose LASSO is least at 1/2"},
               parabola(1, 1, 0.5), theorem::smaller_functional()),
      examined({stem, Kind::sharp, "J = |W|²: |∇J|₁ = 2|W|₁"},
               Instance{make_objective(Quadratic(at(2), at(0))), at(-1.5), at(1), 1}, J_tot),
      examined({stem, Kind::dropped, "without ε₁ > 0 F is less than J: ε₁ = −1", Verdict::fails}, parabola(1, 2, 1, -1),
               with_key(theorem::steps(), "minimisers")),
      examined({stem, Kind::dropped, "without convexity F grows along the flow", Verdict::fails}, parabola(-1, 2, 1, 4),
               decreases),
      examined({stem, Kind::dropped, "without ε₁ > 0 F is below J", Verdict::fails}, parabola(1, 2, 1, -1),
               with_key(theorem::steps(), "minimisers"))};
  append(checks, sampled_each(stem, Kind::planted, instances(generate::strongly_convex_quadratic()),
                              theorem::hypotheses_hold, theorem::planted(), {near_minimum()}));
  return checks;
}

}  // namespace verigrad::adam_asymptotic_functional::properties
