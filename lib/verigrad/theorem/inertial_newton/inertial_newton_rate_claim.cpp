#include "verigrad/theorem/inertial_newton/inertial_newton_rate_run.hpp"

namespace verigrad::inertial_newton_rate {
namespace {

struct ClaimRun {
  explicit ClaimRun(const Unknowns& u)
      : r1(u.positive("r₁")),
        r2(u.real("r₂")),
        r3(u.positive("r₃")),
        a(u.vector("a")),
        b(u.vector("b")),
        Q(r1, r2, r3, a, b) {}
  Number r1, r2, r3;
  Vector<Number> a, b;
  TwoSquares Q;
};
void claim(const ClaimRun& c, Claims& claims) {
  claims.equal("Q − C₁(a² + b²) = a sum of squares", c.Q.value - c.Q.C1 * c.Q.norm, c.Q.above);
  claims.at_most("0 ≤ the first", 0, c.Q.above);
  claims.equal("C₂(a² + b²) − Q = a sum of squares", c.Q.C2 * c.Q.norm - c.Q.value, c.Q.below);
  claims.at_most("0 ≤ the second", 0, c.Q.below);
  claims.less("0 < C₁", 0, c.Q.C1);
}
/// A planted mistake about (2.35): C1(c)(a² + b²) ≤ Q ≤ C2(c)(a² + b²).
template <class Bounds>
Form<Unknowns> claim_with(const char* key, Bounds bounds) {
  return form<ClaimRun, Unknowns>(key, [bounds](const ClaimRun& c, Claims& claims) {
    const auto [C1, C2] = bounds(c);
    claims.at_most("C₁(a² + b²) ≤ Q", C1 * c.Q.norm, c.Q.value);
    claims.at_most("Q ≤ C₂(a² + b²)", c.Q.value, C2 * c.Q.norm);
  });
}

/// r₁, r₂ = hm and r₃ for which the eigenvalues are rational: for r₂ ≠ 0, and for r₂ = 0 and r₃ < r₁², there are such h
/// and m.
struct EigenvaluesRun {
  explicit EigenvaluesRun(const Unknowns& u)
      : h(u.positive("h")),
        m(u.real("m")),
        r1(u.positive("r₁")),
        r2(h * m),
        least(square(r1) / (1 + h)),
        largest(square(r1) + h * (1 + h) * square(m)),
        r3(largest / (1 + h)),
        corner(square(r1) * h / (1 + h)),
        a(u.vector("a")),
        b(u.vector("b")),
        z(u.vector("z")),
        Q(r1, r2, r3, a, b),
        at_least(r1, r2, r3, -r1 * r2 * z, corner * z),
        at_largest(r1, r2, r3, corner * z, r1 * r2 * z) {}
  Number h, m, r1, r2;
  Number least, largest;  ///< the eigenvalues
  Number r3;
  Number corner;  ///< r₁² − the least eigenvalue
  Vector<Number> a, b, z;
  TwoSquares Q, at_least, at_largest;
};
/// ‖corner · x + r₁r₂ y‖²/corner.
Number rank_one(const EigenvaluesRun& e, const Vector<Number>& x, const Vector<Number>& y) {
  return squared_norm(e.corner * x + e.r1 * e.r2 * y) / e.corner;
}
void eigenvalues(const EigenvaluesRun& e, Claims& claims) {
  claims.equal("λ_min + λ_max = the trace", e.least + e.largest, e.Q.C2);
  claims.equal("λ_min λ_max = the determinant", e.least * e.largest, square(e.r1) * e.r3);
  const Number above = rank_one(e, e.a, e.b), below = rank_one(e, e.b, -e.a);
  claims.equal("Q − λ_min(a² + b²) = a square", e.Q.value - e.least * e.Q.norm, above);
  claims.at_most("0 ≤ the first", 0, above);
  claims.equal("λ_max(a² + b²) − Q = a square", e.largest * e.Q.norm - e.Q.value, below);
  claims.at_most("0 ≤ the second", 0, below);
}
void eigenvectors(const EigenvaluesRun& e, Claims& claims) {
  claims.equal("Q = λ_min(a² + b²) at a = −r₁r₂z, b = (r₁² − λ_min)z", e.at_least.value, e.least * e.at_least.norm);
  claims.equal("Q = λ_max(a² + b²) at a = (r₁² − λ_min)z, b = r₁r₂z", e.at_largest.value,
               e.largest * e.at_largest.norm);
}

/// α = (r − 1/r)/β, r = 1 + h: every α, β > 0, with √(α²β² + 4) = r + 1/r.
struct BestRun {
  explicit BestRun(const Unknowns& u)
      : h(u.positive("h")),
        beta(u.positive("β")),
        r(1 + h),
        tau(h * (2 + h) / r),
        alpha(tau / beta),
        g(alpha - 1 / beta),
        c1(beta * h / (2 * r * (1 + tau))),
        first(2 * beta * (1 + tau) / r),
        mixed(2 * tau - 4 * c1 * (1 + tau) * g),
        v(u.vector("v")),
        w(u.vector("w")) {}
  Number rate(const Vector<Number>& at_v, const Vector<Number>& at_w) const {
    const Vector<Number> theta_velocity = -beta * at_v - at_w;
    const Vector<Number> w_velocity = g * theta_velocity - 1 / beta * at_w;
    return 2 * (1 + tau) * dot(at_v, theta_velocity) + 2 * dot(at_w, w_velocity);
  }
  Number squared_gradient(const Vector<Number>& at_v, const Vector<Number>& at_w) const {
    return 4 * squared_norm((1 + tau) * at_v + g * at_w) + 4 / square(beta) * squared_norm(at_w);
  }
  Number h, beta, r;
  Number tau;  ///< αβ
  Number alpha, g, c1;
  Number first, mixed;  ///< of ‖v‖² and 2⟨v, w⟩ in −dE/dt − c₁‖∂E‖²
  Vector<Number> v, w;
};
void best_c1(const BestRun& s, Claims& claims) {
  const Number gap = squared_norm(s.first * s.v + s.mixed * s.w) / s.first;
  claims.equal("−dE/dt − c₁‖∂E‖² = a square", -s.rate(s.v, s.w) - s.c1 * s.squared_gradient(s.v, s.w), gap);
  claims.at_most("0 ≤ the square", 0, gap);
  const Number root = s.r + 1 / s.r;
  claims.equal("√(α²β² + 4) = r + 1/r", square(s.tau) + 4, square(root));
  claims.equal("c₁ = β(2 + αβ − √(α²β² + 4))/(4(1 + αβ))", s.c1, s.beta * (2 + s.tau - root) / (4 * (1 + s.tau)));
}
/// At the state where the square is 0: factor · c₁‖∂E‖² = −dE/dt.
template <int numerator, int denominator>
void equality_c1(const BestRun& s, Claims& claims) {
  const Vector<Number> at_v = -s.mixed * s.w, at_w = s.first * s.w;
  claims.equal("c₁‖∂E‖² = −dE/dt", frac(numerator, denominator) * s.c1 * s.squared_gradient(at_v, at_w),
               -s.rate(at_v, at_w));
}

/// (2.36) where (17/16)C₁ is too much: θ′ = 2(1 + αβ)z, ψ′ = (M₁₁ − 17/16 C₁)β²z.
struct TooMuchRun {
  explicit TooMuchRun(const Unknowns& u)
      : beta(u.positive("β")),
        q(1 + u.nonnegative("αβ")),
        z(u.vector("z")),
        corner(square(q) * (16 * square(q) + 63) / (16 * (square(q) + 5))),
        form(q / beta, -2 / beta, 1 / square(beta), 2 * q * z, corner * z) {}
  Number beta, q;
  Vector<Number> z;
  Number corner;
  TwoSquares form;
};
void nearly_best_c2(const TooMuchRun& s, Claims& claims) {
  const Number excess = 16 * square(square(s.q) - 5) + 31 * square(s.q);
  const Number factor = s.corner * square(s.q) / (256 * square(square(s.q) + 5) * square(s.beta));
  const Number gap = factor * excess * squared_norm(s.z);
  claims.equal("(17/16)C₁(‖θ′‖² + ‖ψ′‖²) − ‖∂E‖²/4", frac(17, 16) * s.form.C1 * s.form.norm - s.form.value, gap);
  claims.less("0 < its coefficient of ‖z‖²", 0, factor * excess);
}

}  // namespace

Form<Unknowns> bounds_of_claim() { return form<ClaimRun, Unknowns>(claim); }
Form<Unknowns> eigenvalues_of_claim() { return form<EigenvaluesRun, Unknowns>(eigenvalues); }
Form<Unknowns> best_assumption() { return form<BestRun, Unknowns>("(i) with the best c₁", best_c1); }
Forms<Unknowns> claim_sharp() {
  return {form<EigenvaluesRun, Unknowns>("(2.35) attained at eigenvectors", eigenvectors),
          form<BestRun, Unknowns>("best c₁ attained", equality_c1<1, 1>),
          form<TooMuchRun, Unknowns>("c₂² within 1/16 of the best", nearly_best_c2)};
}
Forms<Unknowns> planted_claims() {
  return {form<BestRun, Unknowns>("factor: (65/64)c₁ for the best", equality_c1<65, 64>),
          form<EigenvaluesRun, Unknowns>("index: λ_max for C₁",
                                         [](const EigenvaluesRun& e, Claims& claims) {
                                           claims.at_most("planted", e.largest * e.Q.norm, e.Q.value);
                                         }),
          form<EigenvaluesRun, Unknowns>(
              "missing term: C₁ = r₃, without r₂",
              [](const EigenvaluesRun& e, Claims& claims) { claims.at_most("planted", e.r3 * e.Q.norm, e.Q.value); }),
          claim_with("missing term: C₂ = r₁² + r₃",
                     [](const ClaimRun& c) {
                       return std::pair<Number, Number>{c.Q.C1, square(c.r1) + c.r3};
                     }),
          claim_with("swapped: C₁ = min of the diagonal",
                     [](const ClaimRun& c) {
                       return std::pair<Number, Number>{square(c.r1), c.Q.C2};
                     }),
          claim_with("missing factor: C₁ = r₁²r₃", [](const ClaimRun& c) {
            return std::pair<Number, Number>{square(c.r1) * c.r3, c.Q.C2};
          })};
}

}  // namespace verigrad::inertial_newton_rate
