// The proof of Theorem 3.12 over symbols: the states, and both roots of det M_p in γ on each side of αβ = 1 and of
// λ = 0.
#pragma once

#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/inertial_newton/inna_step.hpp"

namespace verigrad::local_diffeomorphism {

/// Any parameters and eigenvalue.
struct AnyBlock {
  explicit AnyBlock(const Unknowns& u)
      : alpha(u.real("α")), beta(u.positive("β")), gamma(u.positive("γ")), lambda(u.real("λ_p")) {}
  Number determinant() const { return InnaBlock(alpha, beta, gamma, lambda).determinant(); }
  /// 1 − γ(α + βλ) + γ²λ.
  Number printed() const { return 1 - gamma * (alpha + beta * lambda) + square(gamma) * lambda; }

  Number alpha, beta, gamma, lambda;
};

/// Both roots of det M_p in γ: λ = 1/(γ⁻γ⁺) and α + βλ = (γ⁻ + γ⁺)λ.
struct BothRoots {
  Number minus, plus, beta;
  Number lambda, alpha, root;  ///< so written that their signs show; root = √Δ
};

/// αβ > 1 and λ < 0: 0 < γ⁻ < β and γ⁺ < 0.
struct AboveOneNegative : BothRoots {
  explicit AboveOneNegative(const Unknowns& u) {
    const Number f = u.positive("β − γ⁻"), n = u.positive("−γ⁺");
    minus = u.positive("γ⁻");
    plus = -n;
    beta = minus + f;
    lambda = -(1 / (minus * n));
    alpha = (n + f) / (minus * n);
    root = (n + minus) / (minus * n);
    product_less_one = (n * f + minus * f + square(f)) / (minus * n);
    excess = minus * f / (n + f);
  }
  Number product_less_one;  ///< αβ − 1
  Number excess;            ///< γ⁻ − 1/α
};
/// αβ > 1 and λ > 0: 0 < γ⁻ < β < γ⁺.
struct AboveOnePositive : BothRoots {
  explicit AboveOnePositive(const Unknowns& u) {
    const Number f = u.positive("β − γ⁻"), e = u.positive("γ⁺ − β");
    minus = u.positive("γ⁻");
    beta = minus + f;
    plus = beta + e;
    lambda = 1 / (minus * plus);
    alpha = (minus + e) * lambda;
    root = (f + e) * lambda;
    product_less_one = f * e * lambda;
    excess = -(minus * f / (minus + e));
  }
  Number product_less_one, excess;
};
/// αβ ≤ 1 and λ < 0: 0 < β ≤ γ⁻ and γ⁺ < 0; α > 0.
struct BelowOneNegative : BothRoots {
  explicit BelowOneNegative(const Unknowns& u) {
    const Number g = u.nonnegative("γ⁻ − β"), h = u.positive("β − γ⁻ − γ⁺"), n = g + h;
    beta = u.positive("β");
    minus = beta + g;
    plus = -n;
    lambda = -(1 / (minus * n));
    alpha = h / (minus * n);
    root = (n + minus) / (minus * n);
    one_less_product = (beta * g + g * n) / (minus * n);
    above_beta = g;
  }
  Number one_less_product;  ///< 1 − αβ
  Number above_beta;        ///< γ⁻ − β
};
/// αβ ≤ 1 and 0 < λ ≤ x⁻: 0 < β ≤ γ⁻ ≤ γ⁺.
struct BelowOneLow : BothRoots {
  explicit BelowOneLow(const Unknowns& u) {
    const Number g = u.nonnegative("γ⁻ − β"), t = u.nonnegative("γ⁺ − γ⁻");
    beta = u.positive("β");
    minus = beta + g;
    plus = minus + t;
    lambda = 1 / (minus * plus);
    alpha = (beta + 2 * g + t) * lambda;
    root = t * lambda;
    one_less_product = g * (g + t) * lambda;
    excess = minus * g / (beta + 2 * g + t);
  }
  Number one_less_product, excess;
};
/// αβ ≤ 1 and λ ≥ x⁺: 0 < γ⁻ ≤ γ⁺ ≤ β; α > 0.
struct BelowOneHigh : BothRoots {
  explicit BelowOneHigh(const Unknowns& u) {
    const Number e = u.nonnegative("β − γ⁺"), h = u.positive("γ⁻ + γ⁺ − β"), t = u.nonnegative("γ⁺ − γ⁻");
    minus = e + h;
    plus = minus + t;
    beta = plus + e;
    lambda = 1 / (minus * plus);
    alpha = h * lambda;
    root = t * lambda;
    one_less_product = e * (e + t) * lambda;
  }
  Number one_less_product;
};

}  // namespace verigrad::local_diffeomorphism
