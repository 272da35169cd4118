#include "verigrad/theorem/regression/iterative_soft_thresholding.hpp"

#include <stdexcept>

#include "verigrad/algorithm/fista.hpp"
#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/number/spectrum.hpp"

namespace verigrad::iterative_soft_thresholding {

const Statement& statement() {
  static const Statement result{
      .id = "mfds/47",
      .stem = "iterative_soft_thresholding",
      .title = "Iterative soft thresholding",
      .source = "Mathematical Foundations of Data Sciences, Proposition 47",
      .text =
          "x_{k+1} = argmin f_τ(·, x_k) = S_λτ(x_k − τAᵀ(Ax_k − y)) (14.7); it converges to a solution of the LASSO "
          "as soon as τ < 2/‖A‖²",
      .hypotheses = {{"τ > 0", "the step size is positive"}, {"τ < 2/‖A‖²", "for the convergence"}},
      .steps = {{"expansion", "f_τ(x, x′) = C + ½‖Ax‖² − ½‖Ax‖² + ‖x‖²/(2τ) − ⟨Ax, y⟩ + ⟨Ax, Ax′⟩ − ⟨x, x′⟩/τ + λ‖x‖₁"},
                {"completed square", "… = C′ + (1/τ)(½‖x − (x′ − τAᵀ(Ax′ − y))‖² + τλ‖x‖₁)"}},
      .errata = {{.key = "transposed product",
                  .place = "Proposition 47, proof, third line",
                  .printed = "… = C + ‖x‖²/(2τ) + ⟨x, −Aᵀy + AAᵀx′ − x′/τ⟩ + λ‖x‖₁",
                  .corrected = "… = C + ‖x‖²/(2τ) + ⟨x, −Aᵀy + AᵀAx′ − x′/τ⟩ + λ‖x‖₁",
                  .remark =
                      "⟨Ax, Ax′⟩ of the line before is ⟨x, AᵀAx′⟩, and the next line has Aᵀ(Ax′ − y). AAᵀx′ is not "
                      "defined unless A is square; A = (0 1; 0 0) then tells them apart"}}};
  return result;
}

namespace {

/// ‖A‖² from above, proven for tables whose AᵀA is exact in doubles.
double norm_bound(const LassoInstance& i) { return spectrum_bounds(i.lasso.a.transpose() * i.lasso.a).upper; }

}  // namespace

bool any_step(const LassoInstance& i) {
  return i.lasso.lambda >= 0 && i.tau > 0 && i.x_star && minimises(i.lasso, *i.x_star);
}
bool short_step(const LassoInstance& i) { return any_step(i) && i.step_is_at_most(1); }
bool converging_step(const LassoInstance& i) {
  return any_step(i) && i.step_is_below_two() && exact<Rational>(i.tau) * exact<Rational>(norm_bound(i)) < 2;
}

namespace {

template <class T>
struct Run {
  using Instance = LassoInstance;
  explicit Run(const LassoInstance& i)
      : lasso(i.lasso),
        tau(exact<T>(i.tau)),
        lambda(exact<T>(i.lasso.lambda)),
        L(exact<T>(norm_bound(i))),
        n(i.n),
        probe(exact<T>(i.other)),
        x_star(exact<T>(*i.x_star)),
        x{exact<T>(i.x)} {
    for (int k = 0; k < n; ++k) x.push_back(IterativeSoftThresholding{i.tau}.step<T>(lasso, x.back()));
    f_star = lasso.value<T>(x_star);
    for (const Vector<T>& point : x) delta.push_back(lasso.value<T>(point) - f_star);
    R2 = squared_norm<T>(x.front() - x_star);
  }

  Vector<T> apply(const Vector<T>& v) const { return product<T>(lasso.a, v); }
  Vector<T> transposed(const Vector<T>& v) const { return transposed_product<T>(lasso.a, v); }
  /// x_k − τAᵀ(Ax_k − y).
  Vector<T> forward(const Vector<T>& at) const { return at - tau * lasso.smooth_gradient<T>(at); }
  /// f_τ(at, base).
  T surrogate(const Vector<T>& at, const Vector<T>& base) const {
    const Vector<T> v = at - base;
    return lasso.value<T>(at) - frac<T>(1, 2) * squared_norm<T>(apply(v)) + squared_norm<T>(v) / (T(2) * tau);
  }
  T bound(int k) const { return R2 / (T(2 * k) * tau); }

  Lasso lasso;
  T tau, lambda, L;
  int n;
  Vector<T> probe, x_star;
  Trajectory<T> x;
  T f_star, R2;
  std::vector<T> delta;  ///< f(x_k) − f*
};

/// That `next` minimises f_τ(·, base).
template <class T>
void minimises_surrogate(const Run<T>& r, const Vector<T>& next, const Vector<T>& base, Claims<T>& claims) {
  const Vector<T> v = r.forward(base) - next;
  for (Eigen::Index i = 0; i < v.size(); ++i) claims.at_most("|vᵢ| ≤ λτ", magnitude<T>(v[i]), r.lambda * r.tau, int(i));
  claims.equal("⟨v, x⁺⟩ = λτ‖x⁺‖₁", dot<T>(v, next), r.lambda * r.tau * one_norm<T>(next));
  claims.at_most("f_τ(x⁺, x′) + ‖x − x⁺‖²/(2τ) ≤ f_τ(x, x′)",
                 r.surrogate(next, base) + squared_norm<T>(r.probe - next) / (T(2) * r.tau),
                 r.surrogate(r.probe, base));
}

constexpr auto printed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) minimises_surrogate<T>(r, r.x[k + 1], r.x[k], claims);
};

constexpr auto halved = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("f(x_k) − f* ≤ R²/(4τk)", r.delta[k], frac<T>(1, 2) * r.bound(k), k);
};
constexpr auto halved_equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("f(x_n) − f* = R²/(4τn)", r.delta[r.n], frac<T>(1, 2) * r.bound(r.n), r.n);
};
constexpr auto converges = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T h = r.tau * r.L;
  const T total = r.R2 / (T(2) * r.tau) + larger<T>(h - T(1), T(0)) / (T(2) - h) * r.delta[0];
  for (int k = 1; k <= r.n; ++k) {
    const T gain = (T(1) / r.tau - frac<T>(1, 2) * r.L) * squared_norm<T>(r.x[k] - r.x[k - 1]);
    claims.at_most("f(x_{k+1}) + (1/τ − L/2)‖x_{k+1} − x_k‖² ≤ f(x_k)", r.delta[k] + gain, r.delta[k - 1], k);
    claims.at_most("‖x_{k+1} − x*‖² ≤ ‖x_k − x*‖²", squared_norm<T>(r.x[k] - r.x_star),
                   squared_norm<T>(r.x[k - 1] - r.x_star), k);
    claims.at_most("f(x_k) − f* ≤ (R²/(2τ) + (τL − 1)₊/(2 − τL) δ₀)/k", r.delta[k], total / T(k), k);
  }
};
constexpr auto decreases = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("f(x_{k+1}) ≤ f(x_k)", r.delta[k], r.delta[k - 1], k);
};
constexpr auto nearer = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.less("‖x_n − x*‖² < ‖x₀ − x*‖²", squared_norm<T>(r.x.back() - r.x_star), r.R2);
};

/// C = ½‖y‖² − ½‖Ax′‖² + ‖x′‖²/(2τ), the same for all x.
template <class T>
T constant(const Run<T>& r) {
  const Vector<T>& base = r.x.front();
  return frac<T>(1, 2) * (squared_norm<T>(exact<T>(r.lasso.y)) - squared_norm<T>(r.apply(base))) +
         squared_norm<T>(base) / (T(2) * r.tau);
}
constexpr auto expansion = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T>& base = r.x.front();
  const Vector<T> image = r.apply(r.probe);
  claims.equal("f_τ(x, x′) = second line", r.surrogate(r.probe, base),
               constant<T>(r) + squared_norm<T>(r.probe) / (T(2) * r.tau) - dot<T>(image, exact<T>(r.lasso.y)) +
                   dot<T>(image, r.apply(base)) - dot<T>(r.probe, base) / r.tau + r.lambda * one_norm<T>(r.probe));
};
/// The third line with `applied` for AᵀAx′.
template <class T>
void third_line(const Run<T>& r, const Vector<T>& applied, Claims<T>& claims) {
  const Vector<T>& base = r.x.front();
  const Vector<T> slope = applied - r.transposed(exact<T>(r.lasso.y)) - T(1) / r.tau * base;
  claims.equal("f_τ(x, x′) = third line", r.surrogate(r.probe, base),
               constant<T>(r) + squared_norm<T>(r.probe) / (T(2) * r.tau) + dot<T>(r.probe, slope) +
                   r.lambda * one_norm<T>(r.probe));
}
constexpr auto gram_line = []<class T>(const Run<T>& r, Claims<T>& claims) {
  third_line<T>(r, r.transposed(r.apply(r.x.front())), claims);
};
constexpr auto outer_line = []<class T>(const Run<T>& r, Claims<T>& claims) {
  third_line<T>(r, r.apply(r.transposed(r.x.front())), claims);
};
constexpr auto completed_square = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T>& base = r.x.front();
  const Vector<T> forward = r.forward(base);
  const T square_at_0 = squared_norm<T>(forward) / (T(2) * r.tau);
  claims.equal("f_τ(x, x′) = fourth line", r.surrogate(r.probe, base),
               constant<T>(r) - square_at_0 +
                   T(1) / r.tau *
                       (frac<T>(1, 2) * squared_norm<T>(r.probe - forward) + r.tau * r.lambda * one_norm<T>(r.probe)));
};

/// A planted mistake in the step: wrong(run, x₀) minimises the surrogate at x₀.
template <class Wrong>
Form<LassoInstance> stepping(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong]<class T>(const Run<T>& r, Claims<T>& claims) {
    minimises_surrogate<T>(r, Vector<T>(wrong(r, r.x.front())), r.x.front(), claims);
  });
}

template <template <class> class AnyRun, class Bound>
Form<typename AnyRun<Interval>::Instance> bounded_by(const char* key, Bound bound) {
  return form<AnyRun>(key, [bound](const auto& r, auto& claims) {
    using T = typename std::decay_t<decltype(claims)>::Scalar;
    for (int k = 1; k <= r.n; ++k) claims.at_most("f(x_k) − f* ≤ bound", r.delta[k], T(bound(r, k)), k);
  });
}

template <class T>
struct FistaRun {
  using Instance = FistaInstance;
  explicit FistaRun(const FistaInstance& i) : tau(exact<T>(i.tau)), n(i.n) {
    const Vector<T> x_star = exact<T>(*i.x_star), x0 = exact<T>(i.x);
    R2 = squared_norm<T>(x0 - x_star);
    auto state = Fista::start<T>(x0);
    for (int k = 0; k <= n; ++k, state = Fista{i.tau}.step<T>(i.lasso, state))
      delta.push_back(i.lasso.value<T>(state.x) - i.lasso.value<T>(x_star));
  }

  T tau;
  int n;
  T R2;
  std::vector<T> delta;
};

}  // namespace

Form<LassoInstance> conclusion() { return form<Run>("as printed", printed); }
Form<LassoInstance> rate() {
  return bounded_by<Run>("rate", [](const auto& r, int k) { return r.bound(k); });
}
Form<LassoInstance> half_rate() { return form<Run>("half rate", halved); }
Form<LassoInstance> half_rate_attained() { return form<Run>("half rate attained", halved_equality); }
Form<LassoInstance> convergence() { return form<Run>("convergence", converges); }
Form<LassoInstance> decrease() { return form<Run>("decrease", decreases); }
Form<LassoInstance> comes_nearer() { return form<Run>("comes nearer", nearer); }

Form<FistaInstance> fista_rate() {
  return bounded_by<FistaRun>(
      "FISTA", []<class T>(const FistaRun<T>& r, int k) { return T(T(2) * r.R2 / (r.tau * T((k + 1) * (k + 1)))); });
}
Forms<FistaInstance> fista_planted() {
  return {bounded_by<FistaRun>(
              "FISTA rate without τ",
              []<class T>(const FistaRun<T>& r, int k) { return T(T(2) * r.tau * r.R2 / T((k + 1) * (k + 1))); }),
          bounded_by<FistaRun>("FISTA rate with 1/16 for 2", []<class T>(const FistaRun<T>& r, int k) {
            return T(r.R2 / (T(16) * r.tau * T((k + 1) * (k + 1))));
          })};
}

Forms<LassoInstance> steps() {
  return {form<Run>("expansion", expansion), form<Run>("completed square", completed_square)};
}
Forms<LassoInstance> errata() { return {form<Run>("transposed product", outer_line)}; }
Forms<LassoInstance> corrected() { return {form<Run>("transposed product", gram_line)}; }

Forms<LassoInstance> planted() {
  return {
      stepping("threshold λ for λτ",
               []<class T>(const Run<T>& r, const Vector<T>& x) { return soft_threshold<T>(r.forward(x), r.lambda); }),
      stepping("sign: x + τAᵀ(Ax − y)",
               []<class T>(const Run<T>& r, const Vector<T>& x) {
                 return soft_threshold<T>(Vector<T>(T(2) * x - r.forward(x)), r.lambda * r.tau);
               }),
      stepping("factor: half the gradient",
               []<class T>(const Run<T>& r, const Vector<T>& x) {
                 return soft_threshold<T>(Vector<T>(frac<T>(1, 2) * (x + r.forward(x))), r.lambda * r.tau);
               }),
      stepping("missing threshold", []<class T>(const Run<T>& r, const Vector<T>& x) { return r.forward(x); }),
      bounded_by<Run>("rate: R²/(32τk)", []<class T>(const Run<T>& r, int k) { return T(r.bound(k) / T(16)); }),
      bounded_by<Run>("rate: τR²/(2k)", []<class T>(const Run<T>& r, int k) { return T(square(r.tau) * r.bound(k)); }),
      bounded_by<Run>("rate: δ₀ for R²", []<class T>(const Run<T>& r, int k) {
        return T(r.delta[0] / (T(2 * k) * r.L * r.tau));
      }).where([](const LassoInstance& i) { return norm_bound(i) > 0; })};
}

}  // namespace verigrad::iterative_soft_thresholding
