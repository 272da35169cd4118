// E‖xₖ − x*‖² of a sum of quadratics without its sequences of indices: the first and second moments of xₖ − x* obey a
// linear recursion.
#include <algorithm>

#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

namespace verigrad::strongly_convex_sgd {

namespace {

using RationalVector = Vector<Rational>;

/// ∇fᵢ(x* + y) = H y + g with a diagonal H, as its diagonal.
struct AffineGradient {
  RationalVector h, g;
};

[[noreturn]] void refuse() {
  throw std::invalid_argument("moments: a term has no affine gradient with a diagonal matrix; enumerate instead");
}

AffineGradient affine_gradient(const Objective& f, const RationalVector& x_star) {
  const auto& exact_f = f.over<Rational>();
  AffineGradient result{RationalVector::Constant(x_star.size(), Rational(0)), exact_f.gradient(x_star)};
  for (Eigen::Index j = 0; j < x_star.size(); ++j)
    for (const int s : {1, -1, 2, -2}) {
      RationalVector y = RationalVector::Constant(x_star.size(), Rational(0));
      y[j] = s;
      const RationalVector change = exact_f.gradient(RationalVector(x_star + y)) - result.g;
      if (s == 1) result.h[j] = change[j];
      if (change != RationalVector(result.h[j] * y)) refuse();
    }
  return result;
}

/// yₖ = xₖ − x*: its means, the means of its squares, and a box [low, high] that holds it, a coordinate each.
struct State {
  RationalVector mean, square, low, high;
};

RationalVector squares(const RationalVector& y) { return y.cwiseProduct(y); }

/// After the step τ along a term drawn uniformly: y⁺ = (1 − τh)y − τg.
State after(const std::vector<AffineGradient>& terms, const State& now, const Rational& tau) {
  const Rational share = Rational(1) / int(terms.size());
  const RationalVector zero = RationalVector::Constant(now.mean.size(), Rational(0));
  State next{zero, zero, {}, {}};
  for (const auto& [h, g] : terms) {
    const RationalVector a = RationalVector::Constant(h.size(), Rational(1)) - tau * h, b = -tau * g;
    next.mean += share * (a.cwiseProduct(now.mean) + b);
    next.square +=
        share * (squares(a).cwiseProduct(now.square) + 2 * a.cwiseProduct(b).cwiseProduct(now.mean) + squares(b));
    const RationalVector one = a.cwiseProduct(now.low) + b, other = a.cwiseProduct(now.high) + b;
    const RationalVector low = one.cwiseMin(other), high = one.cwiseMax(other);
    next.low = next.low.size() == 0 ? low : RationalVector(next.low.cwiseMin(low));
    next.high = next.high.size() == 0 ? high : RationalVector(next.high.cwiseMax(high));
  }
  return next;
}

/// max ‖∇fᵢ‖² over the box: coordinate by coordinate a convex function, so at an end.
Rational largest_on_box(const std::vector<AffineGradient>& terms, const State& state) {
  Rational largest = 0;
  for (const auto& [h, g] : terms) {
    const RationalVector at_low = squares(h.cwiseProduct(state.low) + g);
    const RationalVector at_high = squares(h.cwiseProduct(state.high) + g);
    largest = std::max<Rational>(largest, at_low.cwiseMax(at_high).sum());
  }
  return largest;
}

}  // namespace

Moments moments(const StochasticInstance& instance) {
  const Number::Over fractions(Number::Kind::rational);
  const RationalVector x_star = of_kind<Rational>(minimum_of(instance).x_star);
  std::vector<AffineGradient> terms;
  RationalVector curvature = RationalVector::Constant(x_star.size(), Rational(0));
  for (const ObjectivePtr& term : instance.f.terms()) {
    terms.push_back(affine_gradient(*term, x_star));
    curvature += terms.back().h / instance.f.size();
  }
  const StochasticGradient method{instance.steps.value_or(StronglyConvexStep{instance.mu})};
  const RationalVector y0 = exact<Rational>(instance.x0) - x_star;
  State state{y0, squares(y0), y0, y0};
  Moments result;
  for (int k = 0; k <= instance.n; ++k) {
    result.eps.push_back(state.square.sum());
    result.gap.push_back(curvature.dot(state.square) / 2);
    result.C2.push_back(largest_on_box(terms, state));
    if (k < instance.n) state = after(terms, state, method.step_size<Rational>(k));
  }
  return result;
}

}  // namespace verigrad::strongly_convex_sgd
