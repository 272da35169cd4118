#include <fmt/format.h>

#include "verigrad/algorithm/inna.hpp"
#include "verigrad/number/linear_solve.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/smaller_root.hpp"
#include "verigrad/theorem/inertial_newton/smooth_well.hpp"
#include "verigrad/theorem/inertial_newton/step_size_condition.hpp"

namespace verigrad::step_size_condition {

std::string SaddleStart::describe() const {
  return fmt::format("{}, s = {}, t = {}, θ₀ = {}, ψ₀ = {}", quadratic.describe(), s, t, in_words(theta),
                     in_words(psi));
}
std::string AboveBound::describe() const { return fmt::format("n = {}, θ₀ = {}, ψ₀ = {}", n, theta, psi); }

namespace {

constexpr int steps = 4;

/// ℓ(θ, ψ) = ⟨v₁, (1 + βs)θ − ψ⟩ along a run.
struct SaddleRun : SpectralRun {
  using Instance = SaddleStart;
  explicit SaddleRun(const SaddleStart& start) : SpectralRun(start.quadratic), s(exact(start.s)), t(exact(start.t)) {
    const Inna method{start.quadratic.alpha, start.quadratic.beta};
    states.push_back({exact(start.theta), exact(start.psi)});
    for (int k = 0; k < steps; ++k)
      states.push_back(method.step<Number>(states.back(), product(H, states.back().theta), gamma));
  }
  Number functional(int k) const {
    return dot((1 + beta * s) * states[std::size_t(k)].theta - states[std::size_t(k)].psi, V.col(0));
  }

  Number s, t;
  std::vector<Inna::State<Number>> states;
};

void functional_grows(const SaddleRun& r, Claims& claims) {
  for (int k = 0; k < steps; ++k) {
    claims.equal("ℓ(θₖ₊₁, ψₖ₊₁) = (1 + γs)ℓ(θₖ, ψₖ)", r.functional(k + 1), (1 + r.gamma * r.s) * r.functional(k), k);
    claims.less("ℓ(θₖ, ψₖ)² < ℓ(θₖ₊₁, ψₖ₊₁)²", square(r.functional(k)), square(r.functional(k + 1)), k);
  }
}

void falls_to_saddle(const SaddleRun& r, Claims& claims) {
  claims.less("−1 < 1 − γt", -1, 1 - r.gamma * r.t);
  claims.less("1 − γt < 1", 1 - r.gamma * r.t, 1);
  for (int k = 0; k <= steps; ++k) {
    claims.equal("θₖ = (1 − γt)ᵏθ₀", r.states[std::size_t(k)].theta[0],
                 power(Number(1 - r.gamma * r.t), k) * r.states[0].theta[0], k);
    claims.equal("ψₖ = (1 + βs)θₖ", r.states[std::size_t(k)].psi[0],
                 (1 + r.beta * r.s) * r.states[std::size_t(k)].theta[0], k);
  }
}

struct PolynomialRun : SpectralRun {
  explicit PolynomialRun(const SpectralInstance& instance)
      : SpectralRun(instance), jacobian(inna_jacobian(instance, *this)) {}
  Number of_jacobian(int X) const { return determinant<Number>(Matrix<Number>(scalar_matrix(2 * P(), X) - jacobian)); }
  Number of_blocks(int X) const {
    Number result = 1;
    for (const Number& eigenvalue : lambda) {
      const InnaBlock M(alpha, beta, gamma, eigenvalue);
      result *= square(Number(X)) - M.trace() * X + M.determinant();
    }
    return result;
  }
  Matrix<Number> jacobian;
};

/// 2P + 1 places decide a polynomial of degree 2P.
void equal_polynomials(const PolynomialRun& r, Claims& claims) {
  for (int X = -r.P(); X <= r.P(); ++X)
    claims.equal("det(X I − Jac_G) = ∏ χ_{M_p}(X)", r.of_jacobian(X), r.of_blocks(X), X);
}

/// 𝒥′(n + 1) = n + 1: 𝒥″ rises from −1 to 1 + 1/n on [0, 1], stays there up to n and falls to 1.
ObjectivePtr well(double n) {
  const double L = 1 + 1 / n;
  return n == 1 ? make_objective(SmoothWell({0, 1, 2}, {-1, L, 1}))
                : make_objective(SmoothWell({0, 1, n, n + 1}, {-1, L, L, 1}));
}
constexpr Inna above_bound{0.5, 1.5};

struct AboveBoundRun {
  using Instance = AboveBound;
  explicit AboveBoundRun(const AboveBound& start) : J(well(start.n)), L(1 + 1 / exact(start.n)) {
    states.push_back({exact(at(start.theta)), exact(at(start.psi))});
    for (int k = 0; k < 3; ++k) states.push_back(above_bound.step<Number>(J->over<Number>(), states.back(), 1));
  }
  ObjectivePtr J;
  Number L;
  std::vector<Inna::State<Number>> states;
};

void rests_at_saddle(const AboveBoundRun& r, Claims& claims) {
  const Vector<Number> zero = Vector<Number>::Constant(1, 0), one = Vector<Number>::Constant(1, 1);
  const Number alpha = frac(1, 2), beta = frac(3, 2);
  const Number b = alpha + beta * r.L, D = smaller_root::discriminant(alpha, beta, r.L);
  claims.less("γ⁻(L) < γ: (α + βL − 2Lγ)² < (α + βL)² − 4L", square(b - 2 * r.L), D);
  claims.less("γ < β", 1, beta);
  claims.equal("𝒥′(0) = 0", r.J->over<Number>().gradient(zero)[0], 0);
  claims.less("𝒥″(0) < 0", r.J->over<Number>().hessian_product(zero, one)[0], 0);
  for (const std::size_t k : {std::size_t(2), std::size_t(3)}) {
    claims.equal("θₖ = 0", r.states[k].theta[0], 0, int(k));
    claims.equal("ψₖ = 0", r.states[k].psi[0], 0, int(k));
  }
}

/// λ = 1/γ² and α + βλ = 2/γ: M_p has trace 0 and determinant 0.
struct TwoSteps {
  explicit TwoSteps(const Unknowns& u)
      : f(u.positive("β − γ")),
        h(u.positive("2γ − β")),
        gamma(f + h),
        beta(gamma + f),
        alpha(h / square(gamma)),
        lambda(1 / square(gamma)),
        theta(u.real("θ")),
        psi(u.real("ψ")) {
    const InnaEntry<Number> step{1 / beta - alpha, 1 / beta, beta, gamma};
    for (int k = 0; k < 2; ++k) step(Number(lambda * theta), theta, psi);
  }
  Number f, h, gamma, beta, alpha, lambda, theta, psi;
};

void rests_after_two(const TwoSteps& r, Claims& claims) {
  claims.less("0 < α", 0, r.alpha);
  claims.equal("α + βλ = 2/γ", r.alpha + r.beta * r.lambda, 2 / r.gamma);
  claims.equal("(α + βλ)² − 4λ = 0", smaller_root::discriminant(r.alpha, r.beta, r.lambda), 0);
  claims.equal("θ₂ = 0", r.theta, 0);
  claims.equal("ψ₂ = 0", r.psi, 0);
}

}  // namespace

bool off_stable_set(const SaddleStart& start) {
  const SpectralInstance& q = start.quadratic;
  const Rational s(start.s), t(start.t), beta(q.beta);
  const Matrix<Rational> V = eigenvectors(q);
  Rational functional = 0;
  for (int i = 0; i < q.P(); ++i)
    functional += ((1 + beta * s) * Rational(start.theta[i]) - Rational(start.psi[i])) * V(i, 0);
  return s > 0 && t > 0 && q.beta > 0 && q.gamma > 0 && Rational(q.lambda[0]) == -s * t &&
         Rational(q.alpha) == t - s + beta * s * t && functional != 0;
}

Form<SaddleStart> leaves() { return form<SaddleRun>("leaves", functional_grows).of_code(); }
Form<SaddleStart> arrives() { return form<SaddleRun>("arrives", falls_to_saddle).of_code(); }

Form<SpectralInstance> characteristic_polynomial() {
  return form<PolynomialRun>("characteristic polynomial", equal_polynomials).of_code().without_balls();
}

Box starts(double n) { return {vector({n + 1, -2 * n - 4}), vector({n + 2, -2 * n - 3})}; }
void stays_beyond(double n, const Vector<Number>& p, Claims& claims) {
  const ObjectivePtr J = well(n);
  const Inna::State<Number> next = above_bound.step<Number>(J->over<Number>(), {p.head(1), p.tail(1)}, 1);
  claims.at_most("n + 1 ≤ θ₀", exact(n + 1), p[0]);
  claims.at_most("n + 1 ≤ θ₁", exact(n + 1), next.theta[0]);
}
Form<AboveBound> reaches_saddle() { return form<AboveBoundRun>("reaches the saddle", rests_at_saddle).of_code(); }
Form<Unknowns> two_steps_to_rest() { return form<TwoSteps, Unknowns>("two steps to rest", rests_after_two).of_code(); }

}  // namespace verigrad::step_size_condition
