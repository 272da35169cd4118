#include <fmt/format.h>

#include "verigrad/claim/ball_form.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/stochastic/batch_convergence_lines.hpp"

namespace verigrad::batch_convergence {

std::string TwoWells::describe() const {
  return fmt::format("φ₁ = w, φ₂ = J − w, {} first, from 0, Δt = {}; then all terms for the time {}",
                     reversed ? "φ₂" : "φ₁", dt, T);
}

std::string Quartic::describe() const {
  return fmt::format("w⁴/4 from {}, Δt = {}", a0, in_words(Vector<double>(Vector<double>::Map(dt.data(), dt.size()))));
}

namespace {

/// w(t) from `start` where w′ = −aw + b.
Ball flow(int a, int b, const Ball& t, const Ball& start) {
  const auto entry = [](const Ball& x) { return Matrix<Ball>(Matrix<Ball>::Constant(1, 1, x)); };
  return AffineFlow{entry(Ball(a)), entry(Ball(b))}.at(t, entry(start))(0, 0);
}

struct Wells {
  using Instance = TwoWells;
  explicit Wells(const TwoWells& instance) : right(instance.reversed), T(Ball::point(instance.T)) {
    const Ball dt = Ball::point(instance.dt), none(0);
    // −φ₁′ = −1 and −φ₂′ = w + 1 as long as |w| ≤ 1.
    w1 = right ? flow(0, -1, dt, flow(-1, 1, dt, none)) : flow(-1, 1, dt, flow(0, -1, dt, none));
    to_edge = -log(magnitude<Ball>(w1));
    edge = flow(-1, 0, to_edge, w1);
    end = right ? flow(1, 3, T - to_edge - Ball(1), flow(0, 1, Ball(1), Ball(1))) : flow(1, -2, T - to_edge, Ball(-1));
  }

  bool right;
  Ball T, w1, to_edge, edge, end;
};

constexpr auto order_decides = [](const Wells& r, Claims<Ball>& claims) {
  const Ball side(r.right ? 1 : -1);
  claims.less("w₁ is < 0 with φ₁ first, > 0 with φ₂ first", Ball(0), side * r.w1);
  claims.equal("|w| = 1 after −log|w₁|", r.edge, side);
  claims.less("the time is enough", r.to_edge + Ball(1), r.T);
  const Ball late = exp(r.to_edge - r.T);
  claims.equal("w = −2 + exp(−(T + log|w₁|)), or 3 − exp(−(T + log|w₁| − 1))", r.end,
               r.right ? Ball(3) - late * exp(Ball(1)) : late - Ball(2));
};

constexpr auto approaches_3 = [](const Wells& r, Claims<Ball>& claims) {
  claims.less("|w − 3| < ½|w₁ − 3|", magnitude<Ball>(r.end - Ball(3)),
              frac<Ball>(1, 2) * magnitude<Ball>(r.w1 - Ball(3)));
};

/// (1/w²)′ = 2, so that wₖ₊₁ = wₖ/√(1 + 2Δtₖwₖ²).
struct QuarticRun {
  using Instance = Quartic;
  explicit QuarticRun(const Quartic& instance) : a{Ball::point(instance.a0)} {
    for (const double step : instance.dt) {
      dt.push_back(Ball::point(step));
      T.push_back((T.empty() ? Ball(0) : T.back()) + dt.back());
      a.push_back(a.back() / sqrt(Ball(1) + Ball(2) * dt.back() * square(a.back())));
    }
  }

  std::vector<Ball> a, dt, T;  ///< T[k] = Tₖ₊₁
};

constexpr auto slower = [](const QuarticRun& r, Claims<Ball>& claims) {
  for (std::size_t k = 0; k < r.dt.size(); ++k) {
    claims.equal("aₖ = a₀/√(1 + 2a₀²Tₖ)", r.a[k + 1], r.a[0] / sqrt(Ball(1) + Ball(2) * square(r.a[0]) * r.T[k]),
                 int(k));
    const Ball cube = r.a[k] * square(r.a[k]);
    claims.at_most("|wₖ₊₁ − wₖ + Δtₖwₖ³| ≤ (3/2)wₖ⁵Δtₖ²", magnitude<Ball>(r.a[k + 1] - r.a[k] + r.dt[k] * cube),
                   frac<Ball>(3, 2) * cube * square(r.a[k] * r.dt[k]), int(k));
  }
};

constexpr auto curvature_at_start = [](const QuarticRun& r, Claims<Ball>& claims) {
  const Ball lambda = Ball(3) * square(r.a[0]), C = frac<Ball>(3, 2) * r.a[0] * square(square(r.a[0]));
  for (std::size_t k = 0; k < r.dt.size(); ++k)
    claims.at_most("aₖ₊₁ ≤ (1 − Δtₖλ)aₖ + CΔtₖ²", r.a[k + 1],
                   (Ball(1) - r.dt[k] * lambda) * r.a[k] + C * square(r.dt[k]), int(k));
};

}  // namespace

Form<TwoWells> order_decides_the_limit() { return ball_form<Wells>("order decides", order_decides); }
Form<TwoWells> approaches_the_minimiser() { return ball_form<Wells>("approaches 3", approaches_3); }
Form<Quartic> slower_than_exponential() { return ball_form<QuarticRun>("1/√T", slower); }
Form<Quartic> recursion_by_curvature_at_start() { return ball_form<QuarticRun>("λ = 3a₀²", curvature_at_start); }

}  // namespace verigrad::batch_convergence
