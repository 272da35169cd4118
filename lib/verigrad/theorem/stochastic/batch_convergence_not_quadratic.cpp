#include <fmt/format.h>

#include "verigrad/claim/form.hpp"
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
Number flow(int a, int b, const Number& t, const Number& start) {
  const auto entry = [](const Number& x) { return Matrix<Number>(Matrix<Number>::Constant(1, 1, x)); };
  return AffineFlow{entry(Number(a)), entry(Number(b))}.at(t, entry(start))(0, 0);
}

struct Wells {
  using Instance = TwoWells;
  explicit Wells(const TwoWells& instance) : right(instance.reversed), T(exact(instance.T)) {
    const Number dt = exact(instance.dt), none(0);
    // −φ₁′ = −1 and −φ₂′ = w + 1 as long as |w| ≤ 1.
    w1 = right ? flow(0, -1, dt, flow(-1, 1, dt, none)) : flow(-1, 1, dt, flow(0, -1, dt, none));
    to_edge = -log(magnitude<Number>(w1));
    edge = flow(-1, 0, to_edge, w1);
    end = right ? flow(1, 3, T - to_edge - 1, flow(0, 1, Number(1), Number(1))) : flow(1, -2, T - to_edge, Number(-1));
  }

  bool right;
  Number T, w1, to_edge, edge, end;
};

void order_decides(const Wells& r, Claims& claims) {
  const Number side(r.right ? 1 : -1);
  claims.less("w₁ is < 0 with φ₁ first, > 0 with φ₂ first", 0, side * r.w1);
  claims.equal("|w| = 1 after −log|w₁|", r.edge, side);
  claims.less("the time is enough", r.to_edge + 1, r.T);
  const Number late = exp(r.to_edge - r.T);
  claims.equal("w = −2 + exp(−(T + log|w₁|)), or 3 − exp(−(T + log|w₁| − 1))", r.end,
               r.right ? 3 - late * exp(Number(1)) : late - 2);
}

void approaches_3(const Wells& r, Claims& claims) {
  claims.less("|w − 3| < ½|w₁ − 3|", magnitude<Number>(r.end - 3), frac(1, 2) * magnitude<Number>(r.w1 - 3));
}

/// (1/w²)′ = 2, so that wₖ₊₁ = wₖ/√(1 + 2Δtₖwₖ²).
struct QuarticRun {
  using Instance = Quartic;
  explicit QuarticRun(const Quartic& instance) : a{exact(instance.a0)} {
    for (const double step : instance.dt) {
      dt.push_back(exact(step));
      T.push_back((T.empty() ? Number(0) : T.back()) + dt.back());
      a.push_back(a.back() / sqrt(1 + 2 * dt.back() * square(a.back())));
    }
  }

  std::vector<Number> a, dt, T;  ///< T[k] = Tₖ₊₁
};

void slower(const QuarticRun& r, Claims& claims) {
  for (std::size_t k = 0; k < r.dt.size(); ++k) {
    claims.equal("aₖ = a₀/√(1 + 2a₀²Tₖ)", r.a[k + 1], r.a[0] / sqrt(1 + 2 * square(r.a[0]) * r.T[k]), int(k));
    const Number cube = r.a[k] * square(r.a[k]);
    claims.at_most("|wₖ₊₁ − wₖ + Δtₖwₖ³| ≤ (3/2)wₖ⁵Δtₖ²", magnitude<Number>(r.a[k + 1] - r.a[k] + r.dt[k] * cube),
                   frac(3, 2) * cube * square(r.a[k] * r.dt[k]), int(k));
  }
}

void curvature_at_start(const QuarticRun& r, Claims& claims) {
  const Number lambda = 3 * square(r.a[0]), C = frac(3, 2) * r.a[0] * square(square(r.a[0]));
  for (std::size_t k = 0; k < r.dt.size(); ++k)
    claims.at_most("aₖ₊₁ ≤ (1 − Δtₖλ)aₖ + CΔtₖ²", r.a[k + 1], (1 - r.dt[k] * lambda) * r.a[k] + C * square(r.dt[k]),
                   int(k));
}

}  // namespace

Form<TwoWells> order_decides_the_limit() { return form<Wells>("order decides", order_decides).in_balls(); }
Form<TwoWells> approaches_the_minimiser() { return form<Wells>("approaches 3", approaches_3).in_balls(); }
Form<Quartic> slower_than_exponential() { return form<QuarticRun>("1/√T", slower).in_balls(); }
Form<Quartic> recursion_by_curvature_at_start() { return form<QuarticRun>("λ = 3a₀²", curvature_at_start).in_balls(); }

}  // namespace verigrad::batch_convergence
