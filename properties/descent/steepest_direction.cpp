// Thesis, (1.15) and (1.16): the steepest direction for gradients of rational norm and unit vectors with rational
// entries, what attains the bound, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/descent/steepest_direction.hpp"

#include <cmath>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::steepest_direction::properties {
namespace {

namespace theorem = steepest_direction;
using theorem::DirectionInstance;

constexpr const char* stem = "steepest_direction";

const Vector<double> no_entries = Vector<double>::Zero(0);

/// (2u, ‖u‖² − 1): a vector of norm ‖u‖² + 1.
Vector<double> of_rational_norm(const Vector<double>& u) {
  Vector<double> g(u.size() + 1);
  g << 2 * u, u.squaredNorm() - 1;
  return g;
}

/// Diagonal quadratics with Hessian entries ±2ᵉ, ∇J(θ) = ±2⁻ᵏ of_rational_norm(u), k = 0 … 9, γ from 1/64 to 4.
Gen<DirectionInstance> with_rational_norm(bool isotropic_and_aligned) {
  const auto up_to = [](int last) { return gen::inRange(0, last + 1); };
  return gen::mapcat(generate::dimension(5), [=](int d) {
    return gen::apply(
        [=](const Vector<double>& other, const Vector<double>& v, const Vector<double>& theta,
            const std::vector<int>& exponents) {
          const Vector<double> u = isotropic_and_aligned ? v : other;
          const bool isotropic = isotropic_and_aligned || exponents.back() < 4;
          Vector<double> spectrum(d);
          for (int i = 0; i < d; ++i) {
            const int draw_i = exponents[isotropic ? 0 : std::size_t(i)];
            const bool negative = !isotropic_and_aligned && draw_i >= 5;
            spectrum[i] = std::ldexp(negative ? -1 : 1, draw_i % 5 - 2);
          }
          const double scale = std::ldexp(1, -exponents[std::size_t(d) + 1]);
          const Vector<double> gradient = (isotropic_and_aligned ? -scale : scale) * of_rational_norm(u);
          const Vector<double> centre = theta - gradient.cwiseQuotient(spectrum);
          return DirectionInstance{.f = make_objective(Quadratic(spectrum, centre)),
                                   .theta = theta,
                                   .v = v,
                                   .gamma = std::ldexp(1, exponents[std::size_t(d)] % 9 - 6),
                                   .gradient_norm = scale * (u.squaredNorm() + 1)};
        },
        generate::point(d - 1, 5, 2), generate::point(d - 1, 5, 2), generate::point(d),
        gen::container<std::vector<int>>(std::size_t(d) + 3, up_to(9)));
  });
}

/// h(x − c)²/2 and a point of it; d = −1.
DirectionInstance parabola(double theta, double gamma) {
  return {.f = make_objective(Quadratic(vector({1}), vector({0}))),
          .theta = vector({theta}),
          .v = no_entries,
          .gamma = gamma,
          .gradient_norm = std::abs(theta)};
}

/// x² − y², halved, at its saddle.
DirectionInstance saddle() {
  return {.f = make_objective(Quadratic(vector({1, -1}), vector({3, 2}))),
          .theta = vector({3, 2}),
          .v = vector({0.5}),
          .gamma = 1,
          .gradient_norm = 0.0};
}

std::vector<Check> stationarity() {
  return {
      examined({stem, Kind::conclusion, "(1.15) stands still at a minimum"}, parabola(0, 1), theorem::stands_still()),
      examined({stem, Kind::conclusion, "(1.15) stands still at a saddle"}, saddle(), theorem::stands_still()),
      examined({stem, Kind::dropped, "without ∇J(θₖ) = 0 (1.15) moves", Verdict::fails}, parabola(1, 1),
               theorem::stands_still()),
      examined({stem, Kind::dropped, "without γ > 0 (1.15) stands still anywhere"}, parabola(1, 0),
               theorem::stands_still())};
}

/// |x|, with 0 for the derivative that it lacks at 0.
class AbsoluteValue {
public:
  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const {
    return magnitude<T>(x[0]);
  }
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const {
    return Vector<T>::Constant(1, select<T>(x[0], select<T>(-x[0], T(0), T(1)), T(-1)));
  }
  Eigen::Index dimension() const { return 1; }
  std::string describe() const { return "|x|, with 0 for its derivative at 0"; }
  Curvature curvature() const { return {0, std::numeric_limits<double>::infinity()}; }
};

DirectionInstance at_a_kink() {
  return {.f = make_objective(AbsoluteValue{}),
          .theta = vector({0}),
          .v = no_entries,
          .gamma = 1,
          .gradient_norm = 0.0,
          .claimed_L = 1.0};
}

/// x²/2 at 1 in the norm |x|/2: ‖∇J‖ = 1/2, and d = −2 has norm 1.
DirectionInstance halved_norm() {
  return {.f = make_objective(Quadratic(vector({1}), vector({0}))),
          .theta = vector({1}),
          .v = vector({-1}),
          .gamma = 1,
          .norm = theorem::Norm::maximum,
          .scale = 0.5};
}

std::vector<Check> dropped() {
  return {
      examined({stem, Kind::dropped, "without ∇J(θ) ≠ 0 no direction decreases J", Verdict::fails}, saddle(),
               theorem::decreases()),
      examined({stem, Kind::dropped, "without a small γ: J increases", Verdict::fails}, parabola(1, 4),
               theorem::decreases_at_gamma()),
      examined({stem, Kind::dropped, "without differentiability", Verdict::fails}, at_a_kink(), theorem::conclusion()),
      examined({stem, Kind::dropped, "without the Euclidean norm: |x|/2", Verdict::fails}, halved_norm(),
               theorem::any_norm()),
      examined({stem, Kind::dropped, "without ‖d‖ = 1: twice as long", Verdict::fails}, parabola(1, 1),
               theorem::twice_as_long())};
}

}  // namespace

std::vector<Check> checks() {
  const auto any_direction = gen::oneOf(with_rational_norm(false), with_rational_norm(true));
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed, Euclidean"}, any_direction,
                                    theorem::hypotheses_hold, theorem::conclusion()),
                            sampled({stem, Kind::conclusion, "d = −∇J(θ)/‖∇J(θ)‖ is the one best choice"},
                                    any_direction, theorem::hypotheses_hold, theorem::optimal()),
                            sampled({stem, Kind::sharp, "attained along −∇J(θ), with o(γ) = Lγ²/2"},
                                    with_rational_norm(true), theorem::hypotheses_hold, theorem::attained())};
  append(checks, stationarity());
  append(checks, dropped());
  append(checks, planted_checks(stem, any_direction, theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

/// All that needs no rational ‖∇J(θ)‖ is a displayed line: see steepest_direction_on in proofs_numeric.
}  // namespace verigrad::steepest_direction::properties
