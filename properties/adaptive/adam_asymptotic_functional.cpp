// Stochastic gradient methods, (5.28): what the functional that ADAM is said to minimise is and is not.
#include "verigrad/theorem/adaptive/adam_asymptotic_functional.hpp"

#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam_asymptotic_functional::properties {
namespace {

namespace theorem = adam_asymptotic_functional;
using theorem::Instance;

constexpr const char* stem = "adam_asymptotic_functional";

Gen<Instance> instances(Gen<ObjectivePtr> objectives) {
  return gen::mapcat(std::move(objectives), [](const ObjectivePtr& f) {
    return gen::apply(
        [f](const Vector<double>& w, const Vector<double>& z, double eps1) {
          return Instance{f, w, z, eps1};
        },
        generate::point(f->dimension()), generate::point(f->dimension()), generate::positive(4, -4, 2));
  });
}

/// J = λ(W − 1)²/2, ε₁ = 1, at W against Z.
Instance parabola(double lambda, double w, double z, double eps1 = 1) {
  return {make_objective(Quadratic(at(lambda), at(1))), at(w), at(z), eps1};
}

}  // namespace

std::vector<Check> checks() {
  const auto J_tot = [](const Instance& i, Claims& claims) {
    const Vector<Number> w = exact(i.w), g = i.f->over<Number>().gradient(w);
    claims.equal("|∇J(W)|₁ = 2|W|₁ for J = |W|²", magnitude(g[0]), 2 * magnitude(w[0]));
  };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "equality at Z = −∇J, D = diag(∇J ⊗ ∇J)"},
              instances(generate::strongly_convex_quadratic()), theorem::hypotheses_hold, theorem::asymptotic_value()),
      examined({stem, Kind::sharp, "no shrinkage: F(1) < F(1/2) for J = (W − 1)²/2, whose LASSO is least at 1/2"},
               parabola(1, 1, 0.5), theorem::smaller_functional()),
      examined({stem, Kind::sharp, "J = |W|²: |∇J|₁ = 2|W|₁"},
               Instance{make_objective(Quadratic(at(2), at(0))), at(-1.5), at(1), 1}, J_tot),
      examined({stem, Kind::dropped, "without ε₁ > 0 F is less than J: ε₁ = −1", Verdict::fails}, parabola(1, 2, 1, -1),
               theorem::minimisers()),
      examined({stem, Kind::dropped, "without convexity F grows along the flow", Verdict::fails}, parabola(-1, 2, 1, 4),
               theorem::decreases()),
      examined({stem, Kind::dropped, "without ε₁ > 0 F is below J", Verdict::fails}, parabola(1, 2, 1, -1),
               theorem::minimisers())};
  append(checks, planted_checks(stem, instances(generate::strongly_convex_quadratic()), theorem::hypotheses_hold,
                                theorem::lines()));
  return checks;
}

}  // namespace verigrad::adam_asymptotic_functional::properties
