#include <array>

#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

namespace verigrad::smaller_root {
namespace {

/// Two roots of a branch, αγ⁻ = 1 + q, in terms of unknowns that make every sign show.
struct Roots {
  Number alpha, rho;
  std::array<Number, 2> q, p, m, z;  ///< p = 1 + q, m = q + ρ, z = ρ − q²
  Number cross;                      ///< ρ − q₁q₂
  Number gap;                        ///< q₂ − q₁

  Number beta() const { return (1 - rho) / alpha; }
  Number x(int i) const { return square(alpha) * q[i] / (p[i] * m[i]); }
  /// √D at x.
  Number width(int i) const { return alpha * z[i] / (p[i] * m[i]); }
  /// γ⁻ by (3.40).
  Number gamma(int i) const { return beta() / 2 + alpha / (2 * x(i)) - width(i) / (2 * x(i)); }
};

/// 0 < αγ⁻(x₂) < αγ⁻(x₁) < 1: the parts a, d, c of 1.
struct AbovePositive : Roots {
  explicit AbovePositive(const Unknowns& u) {
    const Number a = u.positive("αγ⁻(x₂)·t"), d = u.positive("α(γ⁻(x₁) − γ⁻(x₂))·t"), c = u.positive("(1 − αγ⁻(x₁))·t");
    const Number t = a + d + c, kappa = u.positive("αβ − 1");
    alpha = u.positive("α");
    rho = -kappa;
    q = {-(c / t), -((c + d) / t)};
    p = {(a + d) / t, a / t};
    m = {-(c / t + kappa), -((c + d) / t + kappa)};
    z = {-(kappa + square(c / t)), -(kappa + square((c + d) / t))};
    cross = -(kappa + c * (c + d) / square(t));
    gap = -(d / t);
  }
};

/// 1 < αγ⁻(x₂) < αγ⁻(x₁) < αβ.
struct AboveNegative : Roots {
  explicit AboveNegative(const Unknowns& u) {
    const Number a = u.positive("αγ⁻(x₂) − 1"), d = u.positive("α(γ⁻(x₁) − γ⁻(x₂))"), c = u.positive("α(β − γ⁻(x₁))");
    alpha = u.positive("α");
    rho = -(a + d + c);
    q = {a + d, a};
    p = {1 + a + d, 1 + a};
    m = {-c, -(c + d)};
    z = {-(a + d + c + square(a + d)), -(a + d + c + square(a))};
    cross = -(a + d + c + a * (a + d));
    gap = -d;
  }
};

/// 0 < αβ < αγ⁻(x₁) < αγ⁻(x₂) < 1: the parts f, a, d, c of 1.
struct BelowNegative : Roots {
  explicit BelowNegative(const Unknowns& u) {
    const Number f = u.positive("αβ·t"), a = u.positive("α(γ⁻(x₁) − β)·t"), d = u.positive("α(γ⁻(x₂) − γ⁻(x₁))·t"),
                 c = u.positive("(1 − αγ⁻(x₂))·t");
    const Number t = f + a + d + c, sum = f * (a + d + c);
    alpha = u.positive("α");
    rho = (a + d + c) / t;
    q = {-((c + d) / t), -(c / t)};
    p = {(a + f) / t, (a + d + f) / t};
    m = {a / t, (a + d) / t};
    z = {(sum + square(a) + 2 * a * (c + d)) / square(t), (sum + (a + d) * (a + d + 2 * c)) / square(t)};
    cross = (sum + square(a + d) + 2 * a * c + d * c) / square(t);
    gap = d / t;
  }
};

/// 1 < αγ⁻(x₁) < αγ⁻(x₂) < 1 + √ρ < 2: the parts a, d, c, f of 1.
struct BelowLow : Roots {
  explicit BelowLow(const Unknowns& u) {
    const Number a = u.positive("(αγ⁻(x₁) − 1)·t"), d = u.positive("α(γ⁻(x₂) − γ⁻(x₁))·t"),
                 c = u.positive("(1 + √(1 − αβ) − αγ⁻(x₂))·t"), f = u.positive("(1 − √(1 − αβ))·t");
    const Number t = a + d + c + f, r = (a + d + c) / t;
    alpha = u.positive("α");
    rho = square(r);
    q = {a / t, (a + d) / t};
    p = {1 + q[0], 1 + q[1]};
    m = {q[0] + rho, q[1] + rho};
    z = {(d + c) / t * (r + q[0]), c / t * (r + q[1])};
    cross = (q[1] * d + 2 * q[1] * c + square(c) / t) / t;
    gap = d / t;
  }
};

/// 0 < αγ⁻(x₂) < αγ⁻(x₁) < 1 − √ρ: the parts c, d, a, f of 1; f = 0 where αβ = 1.
struct BelowHigh : Roots {
  explicit BelowHigh(const Unknowns& u) {
    const Number c = u.positive("αγ⁻(x₂)·t"), d = u.positive("α(γ⁻(x₁) − γ⁻(x₂))·t"),
                 a = u.positive("(1 − √(1 − αβ) − αγ⁻(x₁))·t"), f = u.nonnegative("√(1 − αβ)·t");
    const Number t = c + d + a + f, sum = f * (a + d + c), t2 = square(t);
    alpha = u.positive("α");
    rho = square(f) / t2;
    q = {-((f + a) / t), -((f + a + d) / t)};
    p = {(c + d) / t, c / t};
    m = {-((sum + a * t) / t2), -((sum + (a + d) * t) / t2)};
    z = {-(a * (2 * f + a) / t2), -((a + d) * (2 * f + a + d) / t2)};
    cross = -((f * (2 * a + d) + a * (a + d)) / t2);
    gap = -(d / t);
  }
};

void claim_roots(const Roots& r, Claims& claims) {
  for (const int i : {0, 1}) {
    claims.equal("D = (α(ρ − q²)/((1 + q)(q + ρ)))²", discriminant(r.alpha, r.beta(), r.x(i)), square(r.width(i)), i);
    claims.less("0 < √D", 0, r.width(i), i);
    claims.equal("γ⁻ = (1 + q)/α", r.gamma(i), r.p[i] / r.alpha, i);
  }
}
void claim_places(const Roots& r, bool positive, Claims& claims) {
  for (const int i : {0, 1}) {
    if (positive) claims.less("0 < x", 0, r.x(i), i);
    if (!positive) claims.less("x < 0", r.x(i), 0, i);
  }
}
/// x₁ < x₂, and the order of γ⁻ there.
void claim_order(const Roots& r, bool increasing, Claims& claims) {
  const Number apart = square(r.alpha) * r.gap * r.cross / (r.p[0] * r.m[0] * r.p[1] * r.m[1]);
  claims.equal("x₂ − x₁ = α²(q₂ − q₁)(ρ − q₁q₂)/((1 + q₁)(q₁ + ρ)(1 + q₂)(q₂ + ρ))", r.x(1) - r.x(0), apart);
  claims.less("x₁ < x₂", 0, apart);
  claims.equal("γ⁻(x₂) − γ⁻(x₁) = (q₂ − q₁)/α", r.gamma(1) - r.gamma(0), r.gap / r.alpha);
  if (increasing) claims.less("γ⁻(x₁) < γ⁻(x₂)", 0, r.gap / r.alpha);
  if (!increasing) claims.less("γ⁻(x₂) < γ⁻(x₁)", r.gap / r.alpha, 0);
}

template <class Branch>
Form<Unknowns> monotone(const char* key, bool positive, bool increasing) {
  return form<Branch, Unknowns>(key, [=](const Branch& r, Claims& claims) {
    claim_roots(r, claims);
    claim_places(r, positive, claims);
    claim_order(r, increasing, claims);
  });
}

/// αβ = 1, x = α/β − y.
struct AtOne {
  explicit AtOne(const Unknowns& u)
      : alpha(u.positive("α")), beta(1 / alpha), y(u.positive("α/β − x")), x(alpha / beta - y) {}
  Number alpha, beta, y, x;
};

/// A planted identity for x₂ − x₁.
template <class Apart>
Form<Unknowns> apart_by(const char* key, Apart apart) {
  return form<BelowLow, Unknowns>(key, [=](const BelowLow& r, Claims& claims) {
    claims.equal("x₂ − x₁ = planted", r.x(1) - r.x(0), apart(r) / (r.p[0] * r.m[0] * r.p[1] * r.m[1]));
  });
}

}  // namespace

Form<Unknowns> decreases_on_positives() {
  return monotone<AbovePositive>("decreasing on ℝ_{>0}, all α, β with αβ > 1", true, false);
}
Form<Unknowns> decreases_on_negatives() {
  return monotone<AboveNegative>("decreasing on ℝ_{<0}, all α, β with αβ > 1", false, false);
}
Form<Unknowns> increases_on_negatives() {
  return monotone<BelowNegative>("increasing on ℝ_{<0}, all α, β with αβ < 1", false, true);
}
Form<Unknowns> increases_below() {
  return monotone<BelowLow>("increasing on (0, x⁻), all α, β with αβ < 1", true, true);
}
Form<Unknowns> decreases_beyond() {
  return monotone<BelowHigh>("decreasing on (x⁺, ∞), all α, β with αβ ≤ 1", true, false);
}

Form<Unknowns> constant_at_one() {
  return form<AtOne, Unknowns>("β wherever x < α/β, all α, β with αβ = 1", [](const AtOne& r, Claims& claims) {
    claims.equal("D = (α − βx)²", discriminant(r.alpha, r.beta, r.x), square(r.beta * r.y));
    claims.less("0 < α − βx = √D", 0, r.beta * r.y);
    claims.equal("2x(γ⁻ − β) = α + βx − √D − 2βx = 0", r.alpha + r.beta * r.x - r.beta * r.y, 2 * r.beta * r.x);
  });
}

Forms<Unknowns> planted_for_all() {
  return {apart_by("sign: ρ + q₁q₂", [](const auto& r) { return square(r.alpha) * r.gap * (r.rho + r.q[0] * r.q[1]); }),
          apart_by("factor: α", [](const auto& r) { return r.alpha * r.gap * r.cross; }),
          apart_by("missing term: ρ", [](const auto& r) { return -square(r.alpha) * r.gap * r.q[0] * r.q[1]; }),
          apart_by("swapped: q₁ − q₂", [](const auto& r) { return -square(r.alpha) * r.gap * r.cross; })};
}

}  // namespace verigrad::smaller_root
