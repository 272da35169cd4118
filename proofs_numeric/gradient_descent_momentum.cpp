// MathDNN, Definition 6.5: what follows from (23) line by line, where it parts from the heavy ball, and its erratum.
#include "verigrad/theorem/gradient_descent_momentum.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = gradient_descent_momentum;
using theorem::MomentumInstance;

constexpr const char* stem = "gradient_descent_momentum";

rc::Gen<MomentumInstance> runs(rc::Gen<ObjectivePtr> objectives, int highest_n) {
  return rc::gen::mapcat(std::move(objectives), [highest_n](const ObjectivePtr& f) {
    const auto up_to = [](int first, int last) {
      return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(first, last + 1));
    };
    return rc::gen::map(rc::gen::tuple(generate::point(f->dimension()), generate::positive(4, -4, 2), up_to(0, 16),
                                       up_to(3, highest_n)),
                        [f](const std::tuple<Vector<double>, double, int, int>& draw) {
                          const auto& [x0, alpha, sixteenths, n] = draw;
                          return MomentumInstance{f, x0, alpha, sixteenths / 16.0, n};
                        });
  });
}

rc::Gen<ObjectivePtr> smooth() { return rc::gen::oneOf(generate::convex_smooth(), generate::indefinite_quadratic()); }

/// With β = 0 the average is of one gradient, an equality that only rationals decide.
bool decidable(const MomentumInstance& instance) {
  return theorem::hypotheses_hold(instance) && (instance.rational() || instance.beta > 0);
}

Check step(std::size_t i, const rc::Gen<MomentumInstance>& instances) {
  return sampled({stem, Kind::step, theorem::steps<Interval>()[i].key}, instances, decidable,
                 [i]<class T>(const MomentumInstance& instance, Claims<T>& claims) {
                   theorem::steps<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

MomentumInstance parabola(int n) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Quadratic(one, Vector<double>::Zero(1))), one, 1, 0, n};
}

/// x²/2 with α = 1, β = 0 from 1: (23) gives 1, 1, 0, −1 and the heavy ball 1, 0, 0.
Check smallest_parting() {
  return examined({stem, Kind::step, "x²/2 parts from the heavy ball at the third"}, parabola(3),
                  []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
                    const auto r = theorem::run<T>(instance);
                    claims.equal("x³", r.x[3][0], T(-1));
                    claims.equal("θ₂", r.theta[2][0], T(0));
                  });
}

/// A run that meets (23) as printed, for n ∈ ℕ* only: x⁰ = 1, then x¹ = 0 and m¹ = 0 at will, then (23).
MomentumInstance arbitrary_first_iterate() {
  MomentumInstance instance = parabola(3);
  const Vector<double> one = Vector<double>::Ones(1), zero = Vector<double>::Zero(1);
  instance.recording = {{one, zero, zero, zero}, {zero, zero, zero, zero}};
  return instance;
}

/// That run does meet both printed lines for n = 1, 2.
Check meets_the_printed_lines() {
  return examined({stem, Kind::corrected, "first iterate: the counterexample meets (23) for n ∈ ℕ*"},
                  arbitrary_first_iterate(), []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
                    const auto r = theorem::run<T>(instance);
                    for (int k = 1; k < r.n; ++k) {
                      claims.equal("xᵏ⁺¹ = xᵏ − αmᵏ", r.x[k + 1][0], T(r.x[k][0] - r.alpha * r.m[k][0]), k);
                      claims.equal("mᵏ⁺¹ = βmᵏ + (1 − β)∇f(xᵏ)", r.m[k + 1][0],
                                   T(r.beta * r.m[k][0] + r.weight * r.gradient[k][0]), k);
                    }
                  });
}

Check first_iterate() {
  return examined({stem, Kind::erratum, "first iterate", Verdict::fails}, arbitrary_first_iterate(),
                  []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
                    theorem::errata<T>()[0].claims(theorem::run<T>(instance), claims);
                  });
}

}  // namespace

std::vector<Check> gradient_descent_momentum() {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::steps<Interval>().size(); ++i) checks.push_back(step(i, runs(smooth(), 6)));
  checks.push_back(smallest_parting());
  checks.push_back(first_iterate());
  checks.push_back(meets_the_printed_lines());
  return checks;
}

/// Identities in exp or log would be decided by wide balls only, at a price; (23) itself is checked in properties.
std::vector<Check> gradient_descent_momentum_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  std::vector<Check> checks;
  for (const std::size_t i : {std::size_t(3), std::size_t(7)}) checks.push_back(step(i, runs(rc::gen::just(f), 3)));
  return checks;
}

}  // namespace verigrad::proofs_numeric
