// MathDNN, Proposition 6.2: each displayed step of the proof, with its integrals: without error where ∇f is piecewise
// affine along the segment, and by rigorous quadrature for softplus.
#include "verigrad/theorem/convexity/quadratic_upper_bound.hpp"

#include <fmt/format.h>

#include "verigrad/number/integral.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::quadratic_upper_bound::proofs_numeric {
namespace {

namespace theorem = quadratic_upper_bound;

using theorem::PathInstance;

constexpr const char* stem = "quadratic_upper_bound";

bool hypotheses_hold_decidably(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable() && instance.tau > 0;
}

std::vector<Check> steps_of_one_tau(const Gen<PairInstance>& instances) {
  std::vector<Check> checks = step_checks(stem, instances, hypotheses_hold_decidably, theorem::lines());
  append(checks, step_checks(stem, instances, hypotheses_hold_decidably, theorem::integrand_lines()));
  return checks;
}

/// The τ in ]0, 1[ at which coordinate i of x + τ(y − x) passes a knot, added to bends.
void add_bends(const PairInstance& pair, Eigen::Index i, const Rational& knot, std::vector<Rational>& bends) {
  const Rational from = exact<Rational>(pair.x[i]), to = exact<Rational>(pair.y[i]);
  if (from == to) return;
  const Rational tau = (knot - from) / (to - from);
  if (tau > 0 && tau < 1) bends.push_back(tau);
}

PathInstance ordered_path(PairInstance pair, std::vector<Rational> bends) {
  std::sort(bends.begin(), bends.end());
  return {std::move(pair), std::move(bends)};
}

Gen<PathInstance> quadratic_path() {
  return gen::map(generate::pair(gen::oneOf(generate::convex_quadratic(), generate::indefinite_quadratic())),
                  [](const PairInstance& pair) {
                    return PathInstance{pair, {}};
                  });
}

Gen<PathInstance> piecewise_path() {
  const auto data = gen::oneOf(generate::convex_piecewise_quadratic(), generate::non_convex_piecewise_quadratic());
  return gen::mapcat(data, [](const PiecewiseQuadratic::Data& pieces) {
    const ObjectivePtr f = make_objective(PiecewiseQuadratic(pieces));
    return gen::map(generate::pair(gen::just(f)), [pieces](const PairInstance& pair) {
      std::vector<Rational> bends;
      for (const double knot : pieces.knots) add_bends(pair, 0, exact<Rational>(knot), bends);
      return ordered_path(pair, bends);
    });
  });
}

/// Σ wᵢ h(xᵢ − cᵢ) with wᵢ = i and one δ, so that the bends of every coordinate are at cᵢ ± δ.
Gen<PathInstance> huber_path() {
  const auto data = gen::mapcat(generate::dimension(4),
                                [](int d) { return gen::tuple(generate::positive(4, -3, 3), generate::point(d)); });
  return gen::mapcat(data, [](const std::tuple<double, Vector<double>>& draw) {
    const auto& [delta, centre] = draw;
    const Vector<double> weights = Vector<double>::LinSpaced(centre.size(), 1, double(centre.size()));
    const ObjectivePtr f = make_objective(Huber(weights, delta, centre));
    return gen::map(generate::pair(gen::just(f)), [delta = delta, centre = centre](const PairInstance& pair) {
      std::vector<Rational> bends;
      for (Eigen::Index i = 0; i < centre.size(); ++i)
        for (const double side : {-delta, delta})
          add_bends(pair, i, exact<Rational>(centre[i]) + exact<Rational>(side), bends);
      return ordered_path(pair, bends);
    });
  });
}

std::vector<Check> integral_steps() {
  const auto paths = gen::oneOf(quadratic_path(), piecewise_path(), huber_path());
  const auto smooth = [](const PathInstance& instance) { return theorem::hypotheses_hold(instance.pair); };
  std::vector<Check> checks = step_checks(stem, paths, smooth, theorem::integral_lines());
  append(checks, step_checks(stem, paths, smooth, theorem::last_lines()));
  return checks;
}

/// f(x) = log(1 + eˣ).
Number softplus(const Number& x) { return log1p(exp(x)); }

/// σ(z) = 1/(1 + e⁻ᶻ), the derivative of softplus; not finite on balls that reach a pole.
void sigmoid(acb_ptr result, acb_srcptr z, long bits) {
  acb_neg(result, z);
  acb_exp(result, result, bits);
  acb_add_ui(result, result, 1, bits);
  acb_inv(result, result, bits);
}

/// ∫₀¹ σ(x + τ(y − x))(y − x) dτ.
Number sigmoid_integral(const Number& from, const Number& to) {
  const Ball x = from.as<Ball>(), d = (to - from).as<Ball>();
  const auto integrand = [&](acb_ptr result, acb_srcptr tau, long bits) {
    acb_mul_arb(result, tau, d.arb(), bits);
    acb_add_arb(result, result, x.arb(), bits);
    sigmoid(result, result, bits);
    acb_mul_arb(result, result, d.arb(), bits);
  };
  return integral(integrand, 0, 1);
}

/// "integral" and "last line" for softplus in one variable, L = 1/4, from x to y.
void softplus_claims(double x, double y, Claims& claims) {
  const Number from = exact(x), to = exact(y), integrated = sigmoid_integral(from, to);
  const Number change = softplus(to) - softplus(from);
  const Number tangent = exp(from) / (1 + exp(from)) * (to - from);
  claims.equal("f(y) − f(x) = ∫ f′(g(τ))(y − x) dτ", change, integrated);
  claims.at_most("∫ (f′(g(τ)) − f′(x))(y − x) dτ ≤ (y − x)²/8", integrated - tangent, frac(1, 8) * square(to - from));
}

Evidence softplus_integral(const Settings&) {
  Tally tally(Level::instance);
  const Ladder balls_only{.interval = false, .ball_bits = {128, 256, 512}, .rational = false};
  for (const double x : {-20.0, -3.0, -0.5, 0.0, 0.25, 2.0, 10.0})
    for (const double step : {-16.0, -1.0, 0.125, 3.0, 40.0})
      tally.add(fmt::format("f(x) = log(1 + eˣ), x = {}, y = {}", x, x + step),
                decide([=](Claims& claims) { softplus_claims(x, x + step, claims); }, in_balls, balls_only));
  return tally.finish(Verdict::holds);
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = steps_of_one_tau(generate::pair(generate::any_smooth()));
  append(checks, integral_steps());
  checks.push_back({{stem, Kind::step, "integral, softplus"}, softplus_integral});
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return steps_of_one_tau(generate::pair(gen::just(f)));
}

}  // namespace verigrad::quadratic_upper_bound::proofs_numeric
