#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

#include <array>

#include <fmt/format.h>

#include "verigrad/autodiff/dual.hpp"
#include "verigrad/autodiff/elementary.hpp"
#include "verigrad/number/rational.hpp"

namespace verigrad::smaller_root {

std::string Places::describe() const { return fmt::format("α = {}, β = {}, x = {}, y = {}", alpha, beta, x, y); }

bool in_branch(const Places& places, Branch branch) {
  const Rational alpha(places.alpha), beta(places.beta);
  const auto contains = [&](double at) {
    const Rational x(at);
    if (discriminant(alpha, beta, x) <= 0) return false;
    switch (branch) {
      case Branch::negative: return x < 0;
      case Branch::positive: return x > 0;
      case Branch::low: return x > 0 && beta * x < alpha;
      case Branch::high: break;
    }
    return beta * x > alpha;
  };
  return places.x < places.y && contains(places.x) && contains(places.y);
}

int sign_of_product_less_one(const Places& places) {
  const Rational product = Rational(places.alpha) * Rational(places.beta);
  return product < 1 ? -1 : product > 1;
}

namespace {

struct PlacesRun {
  using Instance = Places;
  explicit PlacesRun(const Places& places)
      : alpha(exact(places.alpha)), beta(exact(places.beta)), x{exact(places.x), exact(places.y)} {}

  Number D(int i) const { return discriminant(alpha, beta, x[i]); }
  Number gamma(int i) const { return value(alpha, beta, x[i]); }
  Number h(int i) const { return smaller_root::h(alpha, beta, x[i]); }
  /// h + α√D, so that h has the sign of this less α√D.
  Number rest(int i) const { return square(alpha) - (2 - alpha * beta) * x[i]; }
  Number alpha_root(int i) const { return alpha * root(D(i)); }
  /// (3.37) and (3.38).
  Number slope(int i) const {
    return -(alpha * (2 * beta * (beta * x[i] + alpha) - 4)) / (2 * root(D(i))) + alpha * beta - 2;
  }
  Number curvature(int i) const { return -4 * alpha * (alpha * beta - 1) / (D(i) * root(D(i))); }

  Number alpha, beta;
  std::array<Number, 2> x;
};

/// The claims of claim(run, i, claims) at both places.
template <class Claim>
Form<Places> at_both(Claim claim) {
  return form<PlacesRun>([claim](const PlacesRun& r, Claims& claims) {
    for (const int i : {0, 1}) claim(r, i, claims);
  });
}

using First = Dual<Number>;
using Second = Dual<First>;

First variable(const Number& x) { return First::variable(x, 0, 1); }

/// What stands for γ⁻ in a planted mistake, claimed to be less at x than at y, or the converse.
template <class Gamma>
Form<Places> planted_as(const char* key, bool increasing, Gamma gamma) {
  return form<PlacesRun>(key, [=](const PlacesRun& r, Claims& claims) {
    const Number at_x = gamma(r, 0), at_y = gamma(r, 1);
    claims.less("planted: γ⁻ is monotone", increasing ? at_x : at_y, increasing ? at_y : at_x);
  });
}

}  // namespace

Form<Places> increases() {
  return form<PlacesRun>(
      "increasing", [](const PlacesRun& r, Claims& claims) { claims.less("γ⁻(x) < γ⁻(y)", r.gamma(0), r.gamma(1)); });
}
Form<Places> decreases() {
  return form<PlacesRun>(
      "decreasing", [](const PlacesRun& r, Claims& claims) { claims.less("γ⁻(y) < γ⁻(x)", r.gamma(1), r.gamma(0)); });
}

Form<Places> derivative() {
  return at_both([](const PlacesRun& r, int i, Claims& claims) {
    claims.equal("dγ⁻/dx = h/(2x²√D)", value<First>(r.alpha, r.beta, variable(r.x[i])).tangent(),
                 r.h(i) / (2 * square(r.x[i]) * root(r.D(i))), i);
  });
}
Form<Places> first_derivative_of_h() {
  return at_both([](const PlacesRun& r, int i, Claims& claims) {
    claims.equal("(3.37)", smaller_root::h<First>(r.alpha, r.beta, variable(r.x[i])).tangent(), r.slope(i), i);
  });
}
Form<Places> second_derivative_of_h() {
  return at_both([](const PlacesRun& r, int i, Claims& claims) {
    const Second x = Second::variable(variable(r.x[i]), 0, 1);
    const Second h = smaller_root::h<Second>(First(r.alpha), First(r.beta), x);
    claims.equal("(3.38)", h.tangent().tangent(), r.curvature(i), i);
  });
}
Form<Places> at_0() {
  return form<PlacesRun>([](const PlacesRun& r, Claims& claims) {
    const First h = smaller_root::h<First>(r.alpha, r.beta, variable(0));
    claims.equal("h(0) = 0", h.value(), 0);
    claims.equal("h′(0) = 0", h.tangent(), 0);
  });
}
Form<Places> slope_decreases() {
  return form<PlacesRun>(
      [](const PlacesRun& r, Claims& claims) { claims.less("h′(y) < h′(x)", r.slope(1), r.slope(0)); });
}
Form<Places> slope_increases() {
  return form<PlacesRun>(
      [](const PlacesRun& r, Claims& claims) { claims.less("h′(x) < h′(y)", r.slope(0), r.slope(1)); });
}
Form<Places> h_decreases() {
  return form<PlacesRun>([](const PlacesRun& r, Claims& claims) { claims.less("h(y) < h(x)", r.h(1), r.h(0)); });
}
Form<Places> h_negative() {
  return at_both([](const PlacesRun& r, int i, Claims& claims) {
    claims.less("α² − (2 − αβ)x < α√D", r.rest(i), r.alpha_root(i), i);
  });
}
Form<Places> h_positive() {
  return at_both([](const PlacesRun& r, int i, Claims& claims) {
    claims.less("α√D < α² − (2 − αβ)x", r.alpha_root(i), r.rest(i), i);
  });
}

Forms<Places> planted_for_decrease() {
  return {
      planted_as("missing term: without β/2 + α/(2x)", false,
                 [](const PlacesRun& r, int i) { return -(root(r.D(i)) / (2 * r.x[i])); }),
      planted_as("factor: √D/x", false,
                 [](const PlacesRun& r, int i) { return r.beta / 2 + r.alpha / (2 * r.x[i]) - root(r.D(i)) / r.x[i]; }),
      planted_as("the other way", true, [](const PlacesRun& r, int i) { return r.gamma(i); })};
}
Forms<Places> planted_for_increase() {
  return {
      planted_as("sign: + √D", true, [](const PlacesRun& r, int i) { return r.beta + r.alpha / r.x[i] - r.gamma(i); }),
      planted_as("missing term: without √D", true,
                 [](const PlacesRun& r, int i) { return r.beta / 2 + r.alpha / (2 * r.x[i]); }),
      planted_as("factor: β + α/x", true,
                 [](const PlacesRun& r, int i) { return r.gamma(i) + r.beta / 2 + r.alpha / (2 * r.x[i]); }),
      planted_as("the other way", false, [](const PlacesRun& r, int i) { return r.gamma(i); })};
}

}  // namespace verigrad::smaller_root
