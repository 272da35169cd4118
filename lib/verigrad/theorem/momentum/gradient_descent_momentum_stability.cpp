#include "verigrad/theorem/momentum/gradient_descent_momentum_run.hpp"

namespace verigrad::gradient_descent_momentum {
namespace {

/// One eigenvalue λ of a quadratic f = λx²/2, h = αλ: xⁿ⁺² = (1 + β)xⁿ⁺¹ − (β + (1 − β)h)xⁿ.
template <class T>
struct Mode : Comparison<T> {
  using Instance = MomentumInstance;
  explicit Mode(const MomentumInstance& instance) : Comparison<T>(instance) {
    const Vector<T> unit = Vector<T>::Constant(1, T(1));
    h = this->alpha * instance.f->over<T>().hessian_product(unit, unit)[0];
    c = this->beta + this->weight * h;
  }

  T h;
  T c;  ///< β + (1 − β)h, the product of the roots of z² − (1 + β)z + c
};

/// yₙ₊₁² − sum · yₙ₊₁yₙ + product · yₙ² for a sequence with yₙ₊₂ = sum · yₙ₊₁ − product · yₙ.
template <class T>
T energy_of(const Trajectory<T>& y, int n, const T& sum, const T& product) {
  return square(y[n + 1][0]) - sum * y[n + 1][0] * y[n][0] + product * square(y[n][0]);
}

template <class T>
T energy_at(const Mode<T>& m, int n) {
  return energy_of<T>(m.x, n, T(1) + m.beta, m.c);
}

constexpr auto energy_law = []<class T>(const Mode<T>& m, Claims<T>& claims) {
  for (int k = 0; k + 2 <= m.n; ++k) claims.equal("Vₖ₊₁ = c Vₖ", energy_at(m, k + 1), m.c * energy_at(m, k), k);
};

constexpr auto energy_is_positive_definite = []<class T>(const Mode<T>& m, Claims<T>& claims) {
  claims.less("(1 + β)² < 4c", square(T(T(1) + m.beta)), T(4) * m.c);
  claims.less("0 < V₀", T(0), energy_at(m, 0));
};

constexpr auto plain_contracts = []<class T>(const Mode<T>& m, Claims<T>& claims) {
  claims.less("(1 − h)² < 1", square(T(T(1) - m.h)), T(1));
  for (int k = 0; k < m.n; ++k)
    claims.equal("x²ₖ₊₁ = (1 − h)² x²ₖ", square(m.plain[k + 1][0]), square(T(T(1) - m.h)) * square(m.plain[k][0]), k);
};

}  // namespace

Form<MomentumInstance> schur_conditions() {
  return form<Mode>("Schur's conditions: stable if and only if 0 < αλ < 1",
                    []<class T>(const Mode<T>& m, Claims<T>& claims) {
                      const T sum = T(1) + m.beta;
                      claims.equal("p(1) = (1 − β)h", T(1) - sum + m.c, m.weight * m.h);
                      claims.equal("1 − c = (1 − β)(1 − h)", T(1) - m.c, m.weight * (T(1) - m.h));
                      claims.equal("p(−1) = 2(1 + β) + (1 − β)h", T(1) + sum + m.c, T(2) * sum + m.weight * m.h);
                    });
}

Form<MomentumInstance> energy() { return form<Mode>("energy: Vₙ₊₁ = (β + (1 − β)αλ) Vₙ", energy_law); }

Form<MomentumInstance> conserved() {
  return form<Mode>("αλ = 1: V is conserved", []<class T>(const Mode<T>& m, Claims<T>& claims) {
    claims.equal("c = 1", m.c, T(1));
    energy_law(m, claims);
  });
}

Form<MomentumInstance> vanishes() {
  return form<Mode>("vanishes for αλ < 1", []<class T>(const Mode<T>& m, Claims<T>& claims) {
    energy_is_positive_definite(m, claims);
    claims.less("c < 1", m.c, T(1));
    energy_law(m, claims);
  });
}

Form<MomentumInstance> grows() {
  return form<Mode>("grows for αλ in (1, 2), where gradient descent converges",
                    []<class T>(const Mode<T>& m, Claims<T>& claims) {
                      energy_is_positive_definite(m, claims);
                      claims.less("1 < c", T(1), m.c);
                      energy_law(m, claims);
                      plain_contracts(m, claims);
                    });
}

Form<MomentumInstance> heavy_ball_conditions() {
  return form<Mode>(
      "heavy ball: stable if and only if 0 < γλ < 2(1 + μ)", []<class T>(const Mode<T>& m, Claims<T>& claims) {
        const T g = m.weight * m.h;
        const T mu = m.beta;
        const T sum = T(1) + mu - g;
        claims.equal("q(1) = γλ", T(1) - sum + mu, g);
        claims.equal("q(−1) = 2(1 + μ) − γλ", T(1) + sum + mu, T(2) * (T(1) + mu) - g);
        for (int k = 0; k + 2 <= m.n; ++k)
          claims.equal("Wₖ₊₁ = μ Wₖ", energy_of<T>(m.theta, k + 1, sum, mu), mu * energy_of<T>(m.theta, k, sum, mu), k);
      });
}

}  // namespace verigrad::gradient_descent_momentum
