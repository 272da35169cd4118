#include "verigrad/theorem/momentum/gradient_descent_momentum_run.hpp"

namespace verigrad::gradient_descent_momentum {
namespace {

/// One eigenvalue λ of a quadratic f = λx²/2, h = αλ: xⁿ⁺² = (1 + β)xⁿ⁺¹ − (β + (1 − β)h)xⁿ.
struct Mode : Comparison {
  using Instance = MomentumInstance;
  explicit Mode(const MomentumInstance& instance) : Comparison(instance) {
    const Vector<Number> unit = Vector<Number>::Constant(1, 1);
    h = this->alpha * instance.f->over<Number>().hessian_product(unit, unit)[0];
    c = this->beta + this->weight * h;
  }

  Number h;
  Number c;  ///< β + (1 − β)h, the product of the roots of z² − (1 + β)z + c
};

/// yₙ₊₁² − sum · yₙ₊₁yₙ + product · yₙ² for a sequence with yₙ₊₂ = sum · yₙ₊₁ − product · yₙ.
Number energy_of(const Trajectory<Number>& y, int n, const Number& sum, const Number& product) {
  return square(y[n + 1][0]) - sum * y[n + 1][0] * y[n][0] + product * square(y[n][0]);
}

Number energy_at(const Mode& m, int n) { return energy_of(m.x, n, 1 + m.beta, m.c); }

void energy_law(const Mode& m, Claims& claims) {
  for (int k = 0; k + 2 <= m.n; ++k) claims.equal("Vₖ₊₁ = c Vₖ", energy_at(m, k + 1), m.c * energy_at(m, k), k);
}

void energy_is_positive_definite(const Mode& m, Claims& claims) {
  claims.less("(1 + β)² < 4c", square(Number(1 + m.beta)), 4 * m.c);
  claims.less("0 < V₀", 0, energy_at(m, 0));
}

void plain_contracts(const Mode& m, Claims& claims) {
  claims.less("(1 − h)² < 1", square(Number(1 - m.h)), 1);
  for (int k = 0; k < m.n; ++k)
    claims.equal("x²ₖ₊₁ = (1 − h)² x²ₖ", square(m.plain[k + 1][0]), square(Number(1 - m.h)) * square(m.plain[k][0]), k);
}

}  // namespace

Form<MomentumInstance> schur_conditions() {
  return form<Mode>("Schur's conditions: stable if and only if 0 < αλ < 1", [](const Mode& m, Claims& claims) {
    const Number sum = 1 + m.beta;
    claims.equal("p(1) = (1 − β)h", 1 - sum + m.c, m.weight * m.h);
    claims.equal("1 − c = (1 − β)(1 − h)", 1 - m.c, m.weight * (1 - m.h));
    claims.equal("p(−1) = 2(1 + β) + (1 − β)h", 1 + sum + m.c, 2 * sum + m.weight * m.h);
  });
}

Form<MomentumInstance> energy() { return form<Mode>("energy: Vₙ₊₁ = (β + (1 − β)αλ) Vₙ", energy_law); }

Form<MomentumInstance> conserved() {
  return form<Mode>("αλ = 1: V is conserved", [](const Mode& m, Claims& claims) {
    claims.equal("c = 1", m.c, 1);
    energy_law(m, claims);
  });
}

Form<MomentumInstance> vanishes() {
  return form<Mode>("vanishes for αλ < 1", [](const Mode& m, Claims& claims) {
    energy_is_positive_definite(m, claims);
    claims.less("c < 1", m.c, 1);
    energy_law(m, claims);
  });
}

Form<MomentumInstance> grows() {
  return form<Mode>("grows for αλ in (1, 2), where gradient descent converges", [](const Mode& m, Claims& claims) {
    energy_is_positive_definite(m, claims);
    claims.less("1 < c", 1, m.c);
    energy_law(m, claims);
    plain_contracts(m, claims);
  });
}

Form<MomentumInstance> heavy_ball_conditions() {
  return form<Mode>("heavy ball: stable if and only if 0 < γλ < 2(1 + μ)", [](const Mode& m, Claims& claims) {
    const Number g = m.weight * m.h;
    const Number mu = m.beta;
    const Number sum = 1 + mu - g;
    claims.equal("q(1) = γλ", 1 - sum + mu, g);
    claims.equal("q(−1) = 2(1 + μ) − γλ", 1 + sum + mu, 2 * (1 + mu) - g);
    for (int k = 0; k + 2 <= m.n; ++k)
      claims.equal("Wₖ₊₁ = μ Wₖ", energy_of(m.theta, k + 1, sum, mu), mu * energy_of(m.theta, k, sum, mu), k);
  });
}

}  // namespace verigrad::gradient_descent_momentum
