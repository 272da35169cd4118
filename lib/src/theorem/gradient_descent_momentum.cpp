#include "verigrad/theorem/gradient_descent_momentum.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::gradient_descent_momentum {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/6.momentum",
      .stem = "gradient_descent_momentum",
      .title = "Gradient descent with momentum",
      .source = "MathDNN, Definition 6.5",
      .text =
          "x⁽ⁿ⁺¹⁾ = x⁽ⁿ⁾ − αm⁽ⁿ⁾ and m⁽ⁿ⁺¹⁾ = βm⁽ⁿ⁾ + (1 − β)∇f(x⁽ⁿ⁾), m⁽⁰⁾ = 0. Found: x⁽ⁿ⁺²⁾ = x⁽ⁿ⁺¹⁾ + "
          "β(x⁽ⁿ⁺¹⁾ − x⁽ⁿ⁾) − α(1 − β)∇f(x⁽ⁿ⁾), the heavy ball with the gradient one step late. On f = λx²/2 and β < 1 "
          "it is stable if and only if 0 < αλ < 1, where gradient descent needs αλ < 2 and the heavy ball (μ = β, "
          "γ = α(1 − β)) needs γλ < 2(1 + β). β = 0 is not gradient descent, and β = 1, which the text allows, never "
          "moves",
      .hypotheses = {{"differentiable", "f is differentiable"},
                     {"rate", "α > 0"},
                     {"weight", "β ∈ [0, 1]"},
                     {"rest", "m⁽⁰⁾ = 0"}},
      .steps = {{"first move", "x¹ = x⁰: the first step does nothing"},
                {"unrolled", "mᵏ = (1 − β) Σ_{j<k} βᵏ⁻¹⁻ʲ ∇f(xʲ)"},
                {"summed", "xᵏ = x⁰ − α Σ_{j<k} mʲ"},
                {"recurrence", "xᵏ⁺² = xᵏ⁺¹ + β(xᵏ⁺¹ − xᵏ) − α(1 − β)∇f(xᵏ)"},
                {"average", "‖mᵏ‖ ≤ max_{j<k} ‖∇f(xʲ)‖ (both sides squared)"},
                {"heavy ball", "θₖ₊₂ = θₖ₊₁ + μ(θₖ₊₁ − θₖ) − γ∇f(θₖ₊₁) for thesis (1.28)"},
                {"agree twice", "x¹ = θ₀ and x² = θ₁ for μ = β, γ = α(1 − β)"},
                {"part at the third", "x³ − θ₂ = α(1 − β)(∇f(θ₁) − ∇f(θ₀))"}},
      .errata = {{.key = "first iterate",
                  .place = "Definition 6.5, (23)",
                  .printed = "x⁽ⁿ⁺¹⁾ = x⁽ⁿ⁾ − αm⁽ⁿ⁾ and m⁽ⁿ⁺¹⁾ = βm⁽ⁿ⁾ + (1 − β)∇f(x⁽ⁿ⁾) for n ∈ ℕ*",
                  .corrected = "both for n ∈ ℕ: the form of every check of this statement",
                  .remark =
                      "ℕ* leaves out 0, so that x⁽¹⁾ and m⁽¹⁾ are arbitrary; the same slip stands in (22). That m⁽ⁿ⁾ "
                      "and not m⁽ⁿ⁺¹⁾ moves the iterate is a definition, odd but not false, and no erratum"}}};
  return result;
}

std::string MomentumInstance::describe() const {
  std::string words =
      fmt::format("f = {}; α = {}, β = {}, x⁰ = {}, n = {}", f->describe(), alpha, beta, in_words(x0), n);
  if (m0) words += fmt::format(", m⁰ = {}", in_words(*m0));
  if (!recording.x.empty())
    words += fmt::format(", recorded x¹ = {}, m¹ = {}", in_words(recording.x[1]), in_words(recording.m[1]));
  return words;
}

bool hypotheses_hold(const MomentumInstance& instance) {
  return instance.alpha > 0 && instance.beta >= 0 && instance.beta <= 1 && !instance.m0;
}

namespace {

template <class T>
Record<T> iterate(const MomentumInstance& instance) {
  if (!instance.recording.x.empty()) return {recorded<T>(instance.recording.x), recorded<T>(instance.recording.m)};
  const LaggedMomentum method{instance.alpha, instance.beta};
  auto state = LaggedMomentum::start<T>(exact<T>(instance.x0));
  if (instance.m0) state.m = exact<T>(*instance.m0);
  Record<T> result{{state.x}, {state.m}};
  for (int k = 0; k < instance.n; ++k) {
    state = method.step<T>(instance.f->over<T>(), state);
    result.x.push_back(state.x);
    result.m.push_back(state.m);
  }
  return result;
}

template <class T>
Trajectory<T> heavy_ball(const MomentumInstance& instance, double gamma) {
  const HeavyBall method{gamma, instance.beta};
  auto state = HeavyBall::start<T>(exact<T>(instance.x0));
  Trajectory<T> result{state.theta};
  for (int k = 0; k < instance.n; ++k) {
    state = method.step<T>(instance.f->over<T>(), state);
    result.push_back(state.theta);
  }
  return result;
}

/// α(1 − β) as a double. Throws std::invalid_argument when it is none.
double heavy_ball_rate(const MomentumInstance& instance) {
  const double gamma = instance.alpha * (1 - instance.beta);
  if (exact<Rational>(gamma) != exact<Rational>(instance.alpha) * (Rational(1) - exact<Rational>(instance.beta)))
    throw std::invalid_argument(
        fmt::format("gradient_descent_momentum: α = {} and β = {} make α(1 − β) no double; "
                    "choose fewer significant bits",
                    instance.alpha, instance.beta));
  return gamma;
}

template <class T>
Trajectory<T> gradients(const ObjectiveOver<T>& f, const Trajectory<T>& points) {
  Trajectory<T> result;
  for (const Vector<T>& x : points) result.push_back(f.gradient(x));
  return result;
}

}  // namespace

template <class T>
Run<T> run_alone(const MomentumInstance& instance) {
  Record<T> record = iterate<T>(instance);
  Run<T> r;
  r.alpha = exact<T>(instance.alpha);
  r.beta = exact<T>(instance.beta);
  r.weight = T(1) - r.beta;
  r.x = std::move(record.x);
  r.m = std::move(record.m);
  r.gradient = gradients(instance.f->over<T>(), r.x);
  r.n = int(r.x.size()) - 1;
  return r;
}

template <class T>
Run<T> run(const MomentumInstance& instance) {
  const ObjectiveOver<T>& f = instance.f->over<T>();
  Run<T> r = run_alone<T>(instance);
  r.theta = heavy_ball<T>(instance, heavy_ball_rate(instance));
  r.theta_gradient = gradients(f, r.theta);
  r.plain = {exact<T>(instance.x0)};
  for (int k = 0; k < instance.n; ++k) r.plain.push_back(GradientDescent{instance.alpha}.step<T>(f, r.plain.back()));
  return r;
}

namespace {

/// One identity a coordinate and an iterate; the index counts both.
template <class T>
void equal_at(std::string_view name, const Vector<T>& lhs, const Vector<T>& rhs, int k, Claims<T>& claims) {
  for (Eigen::Index i = 0; i < lhs.size(); ++i) claims.equal(name, lhs[i], rhs[i], int(k * lhs.size() + i));
}

template <class T>
Vector<T> zero(const Run<T>& r) {
  return Vector<T>::Constant(r.x.front().size(), T(0));
}

/// aᵏ.
template <class T>
T power(const T& a, int k) {
  T result(1);
  for (int i = 0; i < k; ++i) result *= a;
  return result;
}

}  // namespace

template <class T>
void conclusion(const Run<T>& r, Claims<T>& claims) {
  claims.equal("m⁰ = 0", r.m.front(), zero(r));
  for (int k = 0; k < r.n; ++k) {
    equal_at<T>("xᵏ⁺¹ + αmᵏ = xᵏ", r.x[k + 1] + r.alpha * r.m[k], r.x[k], k, claims);
    equal_at<T>("mᵏ⁺¹ − βmᵏ = (1 − β)∇f(xᵏ)", r.m[k + 1] - r.beta * r.m[k], r.weight * r.gradient[k], k, claims);
  }
}

namespace {

template <class T>
void first_move(const Run<T>& r, Claims<T>& claims) {
  claims.equal("x¹ = x⁰", r.x[1], r.x[0]);
}

template <class T>
void unrolled(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.n; ++k) {
    Vector<T> sum = zero(r);
    for (int j = 0; j < k; ++j) sum += power(r.beta, k - 1 - j) * r.gradient[j];
    equal_at<T>("mᵏ = (1 − β) Σ βᵏ⁻¹⁻ʲ∇f(xʲ)", r.m[k], r.weight * sum, k, claims);
  }
}

template <class T>
void summed(const Run<T>& r, Claims<T>& claims) {
  Vector<T> sum = zero(r);
  for (int k = 0; k <= r.n; ++k) {
    equal_at<T>("xᵏ = x⁰ − α Σ mʲ", r.x[k], r.x[0] - r.alpha * sum, k, claims);
    sum += r.m[k];
  }
}

/// xᵏ⁺² = xᵏ⁺¹ + inertia · (xᵏ⁺¹ − xᵏ) − rate · force(k).
template <class T, class Force>
void second_order(const Run<T>& r, const T& inertia, const T& rate, Force force, Claims<T>& claims) {
  for (int k = 0; k + 2 <= r.n; ++k)
    equal_at<T>("xᵏ⁺² = xᵏ⁺¹ + β(xᵏ⁺¹ − xᵏ) − α(1 − β)∇f", r.x[k + 2],
                r.x[k + 1] + inertia * (r.x[k + 1] - r.x[k]) - rate * force(k), k, claims);
}

template <class T>
void recurrence(const Run<T>& r, Claims<T>& claims) {
  second_order(
      r, r.beta, T(r.alpha * r.weight), [&](int k) { return r.gradient[k]; }, claims);
}

template <class T>
void average(const Run<T>& r, Claims<T>& claims) {
  T largest(0);
  for (int k = 0; k < r.n; ++k) {
    largest = larger<T>(largest, squared_norm(r.gradient[k]));
    claims.at_most("‖mᵏ⁺¹‖² ≤ max ‖∇f(xʲ)‖²", squared_norm(r.m[k + 1]), largest, k);
  }
}

template <class T>
void heavy_ball_recurrence(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k + 2 <= r.n; ++k)
    equal_at<T>("θₖ₊₂ = θₖ₊₁ + μ(θₖ₊₁ − θₖ) − γ∇f(θₖ₊₁)", r.theta[k + 2],
                r.theta[k + 1] + r.beta * (r.theta[k + 1] - r.theta[k]) - r.alpha * r.weight * r.theta_gradient[k + 1],
                k, claims);
}

template <class T>
void agree_twice(const Run<T>& r, Claims<T>& claims) {
  claims.equal("x¹ = θ₀", r.x[1], r.theta[0]);
  claims.equal("x² = θ₁", r.x[2], r.theta[1]);
}

template <class T>
void part_at_the_third(const Run<T>& r, Claims<T>& claims) {
  claims.equal("x³ − θ₂ = α(1 − β)(∇f(θ₁) − ∇f(θ₀))", Vector<T>(r.x[3] - r.theta[2]),
               Vector<T>(r.alpha * r.weight * (r.theta_gradient[1] - r.theta_gradient[0])));
}

template <class T>
void agree_thrice(const Run<T>& r, Claims<T>& claims) {
  claims.equal("x³ = θ₂", r.x[3], r.theta[2]);
}

template <class T>
void same_as_gradient_descent(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) equal_at<T>("xᵏ⁺¹ = gradient descent's k-th", r.x[k + 1], r.plain[k], k, claims);
}

}  // namespace

template <class T>
void constant_gradient(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.n; ++k) {
    const T steps = T(k) * r.weight - (T(1) - power(r.beta, k));
    equal_at<T>("(1 − β)(xᵏ − x⁰) = −α(k(1 − β) − (1 − βᵏ))g", r.weight * (r.x[k] - r.x[0]),
                -r.alpha * steps * r.gradient[0], k, claims);
    equal_at<T>("gradient descent: xᵏ − x⁰ = −kαg", r.plain[k] - r.plain[0], -T(k) * r.alpha * r.gradient[0], k,
                claims);
  }
}

template <class T>
void delayed_gradient(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k + 2 <= r.n; ++k)
    equal_at<T>("xᵏ⁺² + α∇f(xᵏ) = xᵏ⁺¹", r.x[k + 2] + r.alpha * r.gradient[k], r.x[k + 1], k, claims);
}

template <class T>
void never_moves(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.n; ++k) equal_at<T>("xᵏ = x⁰", r.x[k], r.x[0], k, claims);
}

template <class T>
void first_move_descends(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> move = r.x[2] - r.x[0];
  claims.at_most("‖∇f(x⁰) + (x² − x⁰)‖² ≤ ‖∇f(x⁰)‖² + ‖x² − x⁰‖²", squared_norm<T>(r.gradient[0] + move),
                 squared_norm(r.gradient[0]) + squared_norm(move));
}

template <class T>
Forms<T> steps() {
  return {{"first move", first_move<T>},   {"unrolled", unrolled<T>},
          {"summed", summed<T>},           {"recurrence", recurrence<T>},
          {"average", average<T>},         {"heavy ball", heavy_ball_recurrence<T>},
          {"agree twice", agree_twice<T>}, {"part at the third", part_at_the_third<T>}};
}

template <class T>
Forms<T> errata() {
  return {{"first iterate", first_move<T>}};
}

template <class T>
Forms<T> planted() {
  return {{"index: ∇f(xᵏ⁺¹) for ∇f(xᵏ)",
           [](const Run<T>& r, Claims<T>& c) {
             second_order(
                 r, r.beta, T(r.alpha * r.weight), [&](int k) { return r.gradient[k + 1]; }, c);
           }},
          {"missing factor 1 − β",
           [](const Run<T>& r, Claims<T>& c) {
             second_order(
                 r, r.beta, r.alpha, [&](int k) { return r.gradient[k]; }, c);
           }},
          {"sign: +α(1 − β)∇f(xᵏ)",
           [](const Run<T>& r, Claims<T>& c) {
             second_order(
                 r, r.beta, T(-r.alpha * r.weight), [&](int k) { return r.gradient[k]; }, c);
           }},
          {"swapped: β and 1 − β",
           [](const Run<T>& r, Claims<T>& c) {
             second_order(
                 r, r.weight, T(r.alpha * r.beta), [&](int k) { return r.gradient[k]; }, c);
           }},
          {"missing inertia",
           [](const Run<T>& r, Claims<T>& c) {
             second_order(
                 r, T(0), T(r.alpha * r.weight), [&](int k) { return r.gradient[k]; }, c);
           }},
          {"the heavy ball, thrice", agree_thrice<T>},
          {"gradient descent, one step late", same_as_gradient_descent<T>},
          {"x¹ moves by ∇f(x⁰)", [](const Run<T>& r, Claims<T>& c) {
             c.equal("x¹ = x⁰ − α(1 − β)∇f(x⁰)", r.x[1], Vector<T>(r.x[0] - r.alpha * r.weight * r.gradient[0]));
           }}};
}

template <class T>
Mode<T> mode(const MomentumInstance& instance) {
  Mode<T> result;
  result.run = run<T>(instance);
  const Vector<T> one = Vector<T>::Constant(1, T(1));
  result.lambda = instance.f->over<T>().hessian_product(one, one)[0];
  result.h = result.run.alpha * result.lambda;
  result.c = result.run.beta + result.run.weight * result.h;
  return result;
}

namespace {

/// yₙ₊₁² − sum · yₙ₊₁yₙ + product · yₙ² for a sequence with yₙ₊₂ = sum · yₙ₊₁ − product · yₙ.
template <class T>
T energy_of(const Trajectory<T>& y, int n, const T& sum, const T& product) {
  return square(y[n + 1][0]) - sum * y[n + 1][0] * y[n][0] + product * square(y[n][0]);
}

template <class T>
T energy_at(const Mode<T>& mode, int n) {
  return energy_of<T>(mode.run.x, n, T(1) + mode.run.beta, mode.c);
}

template <class T>
void energy_is_positive_definite(const Mode<T>& mode, Claims<T>& claims) {
  claims.less("(1 + β)² < 4c", square(T(T(1) + mode.run.beta)), T(4) * mode.c);
  claims.less("0 < V₀", T(0), energy_at(mode, 0));
}

}  // namespace

template <class T>
void schur_conditions(const Mode<T>& m, Claims<T>& claims) {
  const T sum = T(1) + m.run.beta;
  claims.equal("p(1) = (1 − β)h", T(1) - sum + m.c, m.run.weight * m.h);
  claims.equal("1 − c = (1 − β)(1 − h)", T(1) - m.c, m.run.weight * (T(1) - m.h));
  claims.equal("p(−1) = 2(1 + β) + (1 − β)h", T(1) + sum + m.c, T(2) * sum + m.run.weight * m.h);
}

template <class T>
void energy(const Mode<T>& m, Claims<T>& claims) {
  for (int k = 0; k + 2 <= m.run.n; ++k) claims.equal("Vₖ₊₁ = c Vₖ", energy_at(m, k + 1), m.c * energy_at(m, k), k);
}

template <class T>
void grows(const Mode<T>& m, Claims<T>& claims) {
  energy_is_positive_definite(m, claims);
  claims.less("1 < c", T(1), m.c);
  energy(m, claims);
}

template <class T>
void vanishes(const Mode<T>& m, Claims<T>& claims) {
  energy_is_positive_definite(m, claims);
  claims.less("c < 1", m.c, T(1));
  energy(m, claims);
}

template <class T>
void plain_contracts(const Mode<T>& m, Claims<T>& claims) {
  claims.less("(1 − h)² < 1", square(T(T(1) - m.h)), T(1));
  for (int k = 0; k < m.run.n; ++k)
    claims.equal("x²ₖ₊₁ = (1 − h)² x²ₖ", square(m.run.plain[k + 1][0]),
                 square(T(T(1) - m.h)) * square(m.run.plain[k][0]), k);
}

template <class T>
void heavy_ball_conditions(const Mode<T>& m, Claims<T>& claims) {
  const T g = m.run.weight * m.h;
  const T mu = m.run.beta;
  const T sum = T(1) + mu - g;
  claims.equal("q(1) = γλ", T(1) - sum + mu, g);
  claims.equal("q(−1) = 2(1 + μ) − γλ", T(1) + sum + mu, T(2) * (T(1) + mu) - g);
  for (int k = 0; k + 2 <= m.run.n; ++k)
    claims.equal("Wₖ₊₁ = μ Wₖ", energy_of<T>(m.run.theta, k + 1, sum, mu), mu * energy_of<T>(m.run.theta, k, sum, mu),
                 k);
}

#define VERIGRAD_INSTANTIATE(T)                                    \
  template Run<T> run<T>(const MomentumInstance&);                 \
  template Run<T> run_alone<T>(const MomentumInstance&);           \
  template void conclusion<T>(const Run<T>&, Claims<T>&);          \
  template Forms<T> steps<T>();                                    \
  template Forms<T> errata<T>();                                   \
  template Forms<T> planted<T>();                                  \
  template void constant_gradient<T>(const Run<T>&, Claims<T>&);   \
  template void delayed_gradient<T>(const Run<T>&, Claims<T>&);    \
  template void never_moves<T>(const Run<T>&, Claims<T>&);         \
  template void first_move_descends<T>(const Run<T>&, Claims<T>&); \
  template Mode<T> mode<T>(const MomentumInstance&);               \
  template void schur_conditions<T>(const Mode<T>&, Claims<T>&);   \
  template void energy<T>(const Mode<T>&, Claims<T>&);             \
  template void grows<T>(const Mode<T>&, Claims<T>&);              \
  template void vanishes<T>(const Mode<T>&, Claims<T>&);           \
  template void plain_contracts<T>(const Mode<T>&, Claims<T>&);    \
  template void heavy_ball_conditions<T>(const Mode<T>&, Claims<T>&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::gradient_descent_momentum
