#include "verigrad/theorem/regression/iterative_soft_thresholding.hpp"

#include <stdexcept>

#include "verigrad/algorithm/fista.hpp"
#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/number/spectrum.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::iterative_soft_thresholding {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/47",
       .stem = "iterative_soft_thresholding",
       .title = "Iterative soft thresholding",
       .source = "Mathematical Foundations of Data Sciences, Proposition 47",
       .text =
           "x_{k+1} = argmin f_τ(·, x_k) = S_λτ(x_k − τAᵀ(Ax_k − y)) (14.7); it converges to a solution of the LASSO "
           "as soon as τ < 2/‖A‖²",
       .code = {"algorithm/iterative_soft_thresholding.hpp: IterativeSoftThresholding", "algorithm/fista.hpp: Fista",
                "problem/lasso.hpp: lasso_with_minimiser", "problem/lasso.hpp: minimises"},
       .hypotheses = {{"τ > 0", "the step size is positive"}, {"τ < 2/‖A‖²", "for the convergence"}}},
      lines());
  return result;
}

namespace {

/// ‖A‖² from above, proven for tables whose AᵀA is exact in doubles.
double norm_bound(const LassoInstance& i) { return spectrum_bounds(i.lasso.a.transpose() * i.lasso.a).upper; }

}  // namespace

bool has_solution(const LassoInstance& i) { return i.lasso.lambda >= 0 && i.tau > 0 && i.x_star; }
bool any_step(const LassoInstance& i) { return has_solution(i) && minimises(i.lasso, *i.x_star); }
bool short_step(const LassoInstance& i) { return any_step(i) && i.step_is_at_most(1); }
bool converging_step(const LassoInstance& i) {
  return any_step(i) && i.step_is_below_two() && exact<Rational>(i.tau) * exact<Rational>(norm_bound(i)) < 2;
}

namespace {

struct Run {
  using Instance = LassoInstance;
  explicit Run(const LassoInstance& i)
      : lasso(i.lasso),
        tau(exact(i.tau)),
        lambda(exact(i.lasso.lambda)),
        L(exact(norm_bound(i))),
        n(i.n),
        probe(exact(i.other)),
        x_star(exact(*i.x_star)),
        x{exact(i.x)} {
    for (int k = 0; k < n; ++k) x.push_back(IterativeSoftThresholding{i.tau}.step<Number>(lasso, x.back()));
    f_star = lasso.value<Number>(x_star);
    for (const Vector<Number>& point : x) delta.push_back(lasso.value<Number>(point) - f_star);
    R2 = squared_norm(x.front() - x_star);
  }

  Vector<Number> apply(const Vector<Number>& v) const { return product(lasso.a, v); }
  Vector<Number> transposed(const Vector<Number>& v) const { return product(lasso.a.transpose(), v); }
  /// x_k − τAᵀ(Ax_k − y).
  Vector<Number> forward(const Vector<Number>& at) const { return at - tau * lasso.smooth_gradient<Number>(at); }
  /// f_τ(at, base).
  Number surrogate(const Vector<Number>& at, const Vector<Number>& base) const {
    const Vector<Number> v = at - base;
    return lasso.value<Number>(at) - frac(1, 2) * squared_norm(apply(v)) + squared_norm(v) / (2 * tau);
  }
  Number bound(int k) const { return R2 / (2 * k * tau); }

  Lasso lasso;
  Number tau, lambda, L;
  int n;
  Vector<Number> probe, x_star;
  Trajectory<Number> x;
  Number f_star, R2;
  std::vector<Number> delta;  ///< f(x_k) − f*
};

/// That `next` minimises f_τ(·, base).
void minimises_surrogate(const Run& r, const Vector<Number>& next, const Vector<Number>& base, Claims& claims) {
  const Vector<Number> v = r.forward(base) - next;
  for (Eigen::Index i = 0; i < v.size(); ++i) claims.at_most("|vᵢ| ≤ λτ", magnitude(v[i]), r.lambda * r.tau, int(i));
  claims.equal("⟨v, x⁺⟩ = λτ‖x⁺‖₁", dot(v, next), r.lambda * r.tau * one_norm<Number>(next));
  claims.at_most("f_τ(x⁺, x′) + ‖x − x⁺‖²/(2τ) ≤ f_τ(x, x′)",
                 r.surrogate(next, base) + squared_norm(r.probe - next) / (2 * r.tau), r.surrogate(r.probe, base));
}

void printed(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) minimises_surrogate(r, r.x[k + 1], r.x[k], claims);
}

struct FixedPointRun {
  using Instance = LassoInstance;
  explicit FixedPointRun(const LassoInstance& i) : lasso(i.lasso), method{i.tau}, x(i.x), x_star(*i.x_star) {}

  bool is_fixed(const Vector<double>& at) const {
    return method.step<Rational>(lasso, exact<Rational>(at)) == exact<Rational>(at);
  }

  Lasso lasso;
  IterativeSoftThresholding method;
  Vector<double> x, x_star;
};

void solution_is_fixed(const FixedPointRun& r, Claims& claims) {
  claims.equal("x* = S_λτ(x* − τAᵀ(Ax* − y))", r.method.step<Number>(r.lasso, exact(r.x_star)), exact(r.x_star));
  claims.equal("x* meets the optimality conditions", minimises(r.lasso, r.x_star) ? 1 : 0, 1);
  claims.equal("x₀ meets them where it is a fixed point", minimises(r.lasso, r.x) ? 1 : 0, r.is_fixed(r.x) ? 1 : 0);
}

void halved(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("f(x_k) − f* ≤ R²/(4τk)", r.delta[k], frac(1, 2) * r.bound(k), k);
}
void halved_equality(const Run& r, Claims& claims) {
  claims.equal("f(x_n) − f* = R²/(4τn)", r.delta[r.n], frac(1, 2) * r.bound(r.n), r.n);
}
void converges(const Run& r, Claims& claims) {
  const Number h = r.tau * r.L;
  const Number total = r.R2 / (2 * r.tau) + larger<Number>(h - 1, 0) / (2 - h) * r.delta[0];
  for (int k = 1; k <= r.n; ++k) {
    const Number gain = (1 / r.tau - frac(1, 2) * r.L) * squared_norm(r.x[k] - r.x[k - 1]);
    claims.at_most("f(x_{k+1}) + (1/τ − L/2)‖x_{k+1} − x_k‖² ≤ f(x_k)", r.delta[k] + gain, r.delta[k - 1], k);
    claims.at_most("‖x_{k+1} − x*‖² ≤ ‖x_k − x*‖²", squared_norm(r.x[k] - r.x_star),
                   squared_norm(r.x[k - 1] - r.x_star), k);
    claims.at_most("f(x_k) − f* ≤ (R²/(2τ) + (τL − 1)₊/(2 − τL) δ₀)/k", r.delta[k], total / k, k);
  }
}
void decreases(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("f(x_{k+1}) ≤ f(x_k)", r.delta[k], r.delta[k - 1], k);
}
void nearer(const Run& r, Claims& claims) {
  claims.less("‖x_n − x*‖² < ‖x₀ − x*‖²", squared_norm(r.x.back() - r.x_star), r.R2);
}

/// C = ½‖y‖² − ½‖Ax′‖² + ‖x′‖²/(2τ), the same for all x.
Number constant(const Run& r) {
  const Vector<Number>& base = r.x.front();
  return frac(1, 2) * (squared_norm(exact(r.lasso.y)) - squared_norm(r.apply(base))) + squared_norm(base) / (2 * r.tau);
}
void expansion(const Run& r, Claims& claims) {
  const Vector<Number>& base = r.x.front();
  const Vector<Number> image = r.apply(r.probe);
  claims.equal("f_τ(x, x′) = second line", r.surrogate(r.probe, base),
               constant(r) + squared_norm(r.probe) / (2 * r.tau) - dot(image, exact(r.lasso.y)) +
                   dot(image, r.apply(base)) - dot(r.probe, base) / r.tau + r.lambda * one_norm<Number>(r.probe));
}
/// The third line with `applied` for AᵀAx′.
void third_line(const Run& r, const Vector<Number>& applied, Claims& claims) {
  const Vector<Number>& base = r.x.front();
  const Vector<Number> slope = applied - r.transposed(exact(r.lasso.y)) - 1 / r.tau * base;
  claims.equal(
      "f_τ(x, x′) = third line", r.surrogate(r.probe, base),
      constant(r) + squared_norm(r.probe) / (2 * r.tau) + dot(r.probe, slope) + r.lambda * one_norm<Number>(r.probe));
}
void gram_line(const Run& r, Claims& claims) { third_line(r, r.transposed(r.apply(r.x.front())), claims); }
void outer_line(const Run& r, Claims& claims) { third_line(r, r.apply(r.transposed(r.x.front())), claims); }
void completed_square(const Run& r, Claims& claims) {
  const Vector<Number>& base = r.x.front();
  const Vector<Number> forward = r.forward(base);
  const Number square_at_0 = squared_norm(forward) / (2 * r.tau);
  claims.equal(
      "f_τ(x, x′) = fourth line", r.surrogate(r.probe, base),
      constant(r) - square_at_0 +
          1 / r.tau * (frac(1, 2) * squared_norm(r.probe - forward) + r.tau * r.lambda * one_norm<Number>(r.probe)));
}

/// A planted mistake in the step: wrong(run, x₀) minimises the surrogate at x₀.
template <class Wrong>
Form<LassoInstance> stepping(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) {
    minimises_surrogate(r, Vector<Number>(wrong(r, r.x.front())), r.x.front(), claims);
  });
}

template <class AnyRun, class Bound>
Form<typename AnyRun::Instance> bounded_by(const char* key, Bound bound) {
  return form<AnyRun>(key, [bound](const AnyRun& r, Claims& claims) {
    for (int k = 1; k <= r.n; ++k) claims.at_most("f(x_k) − f* ≤ bound", r.delta[k], bound(r, k), k);
  });
}

struct FistaRun {
  using Instance = FistaInstance;
  explicit FistaRun(const FistaInstance& i) : lasso(i.lasso), tau(exact(i.tau)), n(i.n) {
    const Vector<Number> x_star = exact(*i.x_star), x0 = exact(i.x);
    R2 = squared_norm(x0 - x_star);
    states.push_back(Fista::start<Number>(x0));
    for (int k = 0; k < n; ++k) states.push_back(Fista{i.tau}.step<Number>(lasso, states.back()));
    for (const auto& state : states) delta.push_back(lasso.value<Number>(state.x) - lasso.value<Number>(x_star));
  }

  Lasso lasso;
  Number tau;
  int n;
  Number R2;
  std::vector<Fista::State<Number>> states;
  std::vector<Number> delta;
};

/// z₁ = x₀, t₁ = 1; x⁺ is the step of iterative soft thresholding from z, t⁺² − t⁺ = t², t⁺ > ½.
void fista_by_formula(const FistaRun& r, Claims& claims) {
  claims.equal("z₁ = x₀", r.states[0].z, r.states[0].x);
  claims.equal("t₁ = 1", r.states[0].t, 1);
  for (int k = 0; k < r.n; ++k) {
    const auto &now = r.states[std::size_t(k)], &next = r.states[std::size_t(k) + 1];
    const Vector<Number> gradient =
        product(r.lasso.a.transpose(), Vector<Number>(product(r.lasso.a, now.z) - exact(r.lasso.y)));
    const Vector<Number> forward = now.z - r.tau * gradient;
    claims.equal("x⁺ = S_λτ(z − τAᵀ(Az − y))", next.x, soft_threshold<Number>(forward, exact(r.lasso.lambda) * r.tau));
    claims.equal("(2t⁺ − 1)² = 1 + 4t²", square(2 * next.t - 1), 1 + 4 * square(now.t), k);
    claims.less("½ < t⁺", frac(1, 2), next.t, k);
    claims.equal("t⁺z⁺ = t⁺x⁺ + (t − 1)(x⁺ − x)", next.t * next.z, next.t * next.x + (now.t - 1) * (next.x - now.x));
  }
}

std::vector<Step<LassoInstance>> steps() {
  return {{"expansion", "f_τ(x, x′) = C + ½‖Ax‖² − ½‖Ax‖² + ‖x‖²/(2τ) − ⟨Ax, y⟩ + ⟨Ax, Ax′⟩ − ⟨x, x′⟩/τ + λ‖x‖₁",
           form<Run>(expansion)},
          {"completed square", "… = C′ + (1/τ)(½‖x − (x′ − τAᵀ(Ax′ − y))‖² + τλ‖x‖₁)", form<Run>(completed_square)}};
}

/// A = (0 1; 0 0), y = 0, λ = 0, τ = 1, x = x′ = (1, 0).
LassoInstance outer_is_not_gram() {
  const Vector<double> zero = vector({0, 0}), first = vector({1, 0});
  return {{Matrix<double>{{0, 1}, {0, 0}}, zero, 0}, 1, first, first, 0, zero};
}

FalseLine<LassoInstance> transposed_product_lost() {
  return {.words = {.key = "transposed product",
                    .place = "Proposition 47, proof, third line",
                    .printed = "… = C + ‖x‖²/(2τ) + ⟨x, −Aᵀy + AAᵀx′ − x′/τ⟩ + λ‖x‖₁",
                    .corrected = "… = C + ‖x‖²/(2τ) + ⟨x, −Aᵀy + AᵀAx′ − x′/τ⟩ + λ‖x‖₁",
                    .remark = "⟨Ax, Ax′⟩ of the line before is ⟨x, AᵀAx′⟩, and the next line has Aᵀ(Ax′ − y). AAᵀx′ is "
                              "not defined unless A is square.",
                    .by_hand = "A = (0 1; 0 0), x′ = (1, 0): AᵀAx′ = 0 and AAᵀx′ = x′",
                    .weight = Weight::line},
          .printed = form<Run>(outer_line),
          .counterexample = outer_is_not_gram(),
          .corrected = {form<Run>(gram_line)}};
}

Forms<LassoInstance> planted() {
  return {
      stepping("threshold λ for λτ",
               [](const Run& r, const Vector<Number>& x) { return soft_threshold<Number>(r.forward(x), r.lambda); }),
      stepping("sign: x + τAᵀ(Ax − y)",
               [](const Run& r, const Vector<Number>& x) {
                 return soft_threshold<Number>(Vector<Number>(2 * x - r.forward(x)), r.lambda * r.tau);
               }),
      stepping("factor: half the gradient",
               [](const Run& r, const Vector<Number>& x) {
                 return soft_threshold<Number>(Vector<Number>(frac(1, 2) * (x + r.forward(x))), r.lambda * r.tau);
               }),
      stepping("missing threshold", [](const Run& r, const Vector<Number>& x) { return r.forward(x); }),
      bounded_by<Run>("rate: R²/(32τk)", [](const Run& r, int k) { return r.bound(k) / 16; }),
      bounded_by<Run>("rate: τR²/(2k)", [](const Run& r, int k) { return square(r.tau) * r.bound(k); }),
      bounded_by<Run>("rate: δ₀ for R²", [](const Run& r, int k) {
        return r.delta[0] / (2 * k * r.L * r.tau);
      }).where([](const LassoInstance& i) { return norm_bound(i) > 0; })};
}

/// One row that matters, λ above ‖Aᵀy‖∞ and x* = 0.
LassoInstance two_columns() {
  return {.lasso = {Matrix<double>{{0, 0}, {-1.125, -1.5}}, vector({0, 1}), 1.5},
          .tau = 0.12884521484375,
          .x = vector({3.5, -0.5}),
          .other = vector({0, 0}),
          .n = 4,
          .x_star = vector({0, 0})};
}

Forms<FistaInstance> fista_planted() {
  return {bounded_by<FistaRun>("FISTA rate without τ",
                               [](const FistaRun& r, int k) { return 2 * r.tau * r.R2 / ((k + 1) * (k + 1)); }),
          bounded_by<FistaRun>("FISTA rate with 1/16 for 2",
                               [](const FistaRun& r, int k) { return r.R2 / (16 * r.tau * ((k + 1) * (k + 1))); })};
}

/// One short step.
FistaInstance one_column() {
  return {{.lasso = {Matrix<double>{{0}, {-1}}, vector({0, 1}), 1},
           .tau = 0.015625,
           .x = at(1),
           .other = at(0),
           .n = 1,
           .x_star = at(0)}};
}

}  // namespace

Lines<LassoInstance> lines() {
  return {.steps = steps(), .errata = {transposed_product_lost()}, .planted = planted(), .separating = {two_columns()}};
}

Lines<FistaInstance> fista_lines() { return {.planted = fista_planted(), .separating = {one_column()}}; }

Form<LassoInstance> conclusion() { return form<Run>("as printed", printed); }
Form<LassoInstance> fixed_point() {
  return form<FixedPointRun>("solutions are fixed points", solution_is_fixed).of_code();
}
Form<LassoInstance> rate() {
  return bounded_by<Run>("rate", [](const auto& r, int k) { return r.bound(k); }).of_code();
}
Form<LassoInstance> half_rate() { return form<Run>("half rate", halved).of_code(); }
Form<LassoInstance> half_rate_attained() { return form<Run>("half rate attained", halved_equality); }
Form<LassoInstance> convergence() { return form<Run>("convergence", converges); }
Form<LassoInstance> decrease() { return form<Run>("decrease", decreases); }
Form<LassoInstance> comes_nearer() { return form<Run>("comes nearer", nearer); }

Form<FistaInstance> fista_step() { return form<FistaRun>("FISTA's step", fista_by_formula).of_code(); }
Form<FistaInstance> fista_rate() {
  return bounded_by<FistaRun>("FISTA",
                              [](const FistaRun& r, int k) { return 2 * r.R2 / (r.tau * ((k + 1) * (k + 1))); })
      .of_code();
}

}  // namespace verigrad::iterative_soft_thresholding
