#include "verigrad/theorem/inertial_newton/inertial_newton_rate_state.hpp"

namespace verigrad::inertial_newton_rate {
namespace {

template <class T>
struct Claimed {
  explicit Claimed(Unknowns<T>& u)
      : r1(u.positive("r₁")),
        r2(u.real("r₂")),
        r3(u.positive("r₃")),
        a(u.vector("a")),
        b(u.vector("b")),
        Q(r1, r2, r3, a, b) {}
  T r1, r2, r3;
  Vector<T> a, b;
  TwoSquares<T> Q;
};
constexpr auto claim = []<class T>(const Claimed<T>& c, Claims<T>& claims) {
  claims.equal("Q − C₁(a² + b²) = a sum of squares", c.Q.value - c.Q.C1 * c.Q.norm, c.Q.above);
  claims.at_most("0 ≤ the first", T(0), c.Q.above);
  claims.equal("C₂(a² + b²) − Q = a sum of squares", c.Q.C2 * c.Q.norm - c.Q.value, c.Q.below);
  claims.at_most("0 ≤ the second", T(0), c.Q.below);
  claims.less("0 < C₁", T(0), c.Q.C1);
};
/// A planted mistake about (2.35): C1(c)(a² + b²) ≤ Q ≤ C2(c)(a² + b²).
template <class Bounds>
GeneralForm claim_with(const char* key, Bounds bounds) {
  return general_form<Claimed>(key, [bounds]<class T>(const Claimed<T>& c, Claims<T>& claims) {
    const auto [C1, C2] = bounds(c);
    claims.at_most("C₁(a² + b²) ≤ Q", C1 * c.Q.norm, c.Q.value);
    claims.at_most("Q ≤ C₂(a² + b²)", c.Q.value, C2 * c.Q.norm);
  });
}

/// r₁, r₂ = hm and r₃ for which the eigenvalues are rational: for r₂ ≠ 0, and for r₂ = 0 and r₃ < r₁², there are such h
/// and m.
template <class T>
struct Eigenvalues {
  explicit Eigenvalues(Unknowns<T>& u)
      : h(u.positive("h")),
        m(u.real("m")),
        r1(u.positive("r₁")),
        r2(h * m),
        least(square(r1) / (T(1) + h)),
        largest(square(r1) + h * (T(1) + h) * square(m)),
        r3(largest / (T(1) + h)),
        corner(square(r1) * h / (T(1) + h)),
        a(u.vector("a")),
        b(u.vector("b")),
        z(u.vector("z")),
        Q(r1, r2, r3, a, b),
        at_least(r1, r2, r3, -r1 * r2 * z, corner * z),
        at_largest(r1, r2, r3, corner * z, r1 * r2 * z) {}
  T h, m, r1, r2;
  T least, largest;  ///< the eigenvalues
  T r3;
  T corner;  ///< r₁² − the least eigenvalue
  Vector<T> a, b, z;
  TwoSquares<T> Q, at_least, at_largest;
};
/// ‖corner · x + r₁r₂ y‖²/corner.
template <class T>
T rank_one(const Eigenvalues<T>& e, const Vector<T>& x, const Vector<T>& y) {
  return squared_norm<T>(e.corner * x + e.r1 * e.r2 * y) / e.corner;
}
constexpr auto eigenvalues = []<class T>(const Eigenvalues<T>& e, Claims<T>& claims) {
  claims.equal("λ_min + λ_max = the trace", e.least + e.largest, e.Q.C2);
  claims.equal("λ_min λ_max = the determinant", e.least * e.largest, square(e.r1) * e.r3);
  const T above = rank_one<T>(e, e.a, e.b), below = rank_one<T>(e, e.b, -e.a);
  claims.equal("Q − λ_min(a² + b²) = a square", e.Q.value - e.least * e.Q.norm, above);
  claims.at_most("0 ≤ the first", T(0), above);
  claims.equal("λ_max(a² + b²) − Q = a square", e.largest * e.Q.norm - e.Q.value, below);
  claims.at_most("0 ≤ the second", T(0), below);
};
constexpr auto eigenvectors = []<class T>(const Eigenvalues<T>& e, Claims<T>& claims) {
  claims.equal("Q = λ_min(a² + b²) at a = −r₁r₂z, b = (r₁² − λ_min)z", e.at_least.value, e.least * e.at_least.norm);
  claims.equal("Q = λ_max(a² + b²) at a = (r₁² − λ_min)z, b = r₁r₂z", e.at_largest.value,
               e.largest * e.at_largest.norm);
};

/// α = (r − 1/r)/β, r = 1 + h: every α, β > 0, with √(α²β² + 4) = r + 1/r.
template <class T>
struct Best {
  explicit Best(Unknowns<T>& u)
      : h(u.positive("h")),
        beta(u.positive("β")),
        r(T(1) + h),
        tau(h * (T(2) + h) / r),
        alpha(tau / beta),
        g(alpha - T(1) / beta),
        c1(beta * h / (T(2) * r * (T(1) + tau))),
        first(T(2) * beta * (T(1) + tau) / r),
        mixed(T(2) * tau - T(4) * c1 * (T(1) + tau) * g),
        v(u.vector("v")),
        w(u.vector("w")) {}
  T rate(const Vector<T>& at_v, const Vector<T>& at_w) const {
    const Vector<T> theta_velocity = -beta * at_v - at_w;
    const Vector<T> w_velocity = g * theta_velocity - T(1) / beta * at_w;
    return T(2) * (T(1) + tau) * dot<T>(at_v, theta_velocity) + T(2) * dot<T>(at_w, w_velocity);
  }
  T squared_gradient(const Vector<T>& at_v, const Vector<T>& at_w) const {
    return T(4) * squared_norm<T>((T(1) + tau) * at_v + g * at_w) + T(4) / square(beta) * squared_norm(at_w);
  }
  T h, beta, r;
  T tau;  ///< αβ
  T alpha, g, c1;
  T first, mixed;  ///< of ‖v‖² and 2⟨v, w⟩ in −dE/dt − c₁‖∂E‖²
  Vector<T> v, w;
};
constexpr auto best_c1 = []<class T>(const Best<T>& s, Claims<T>& claims) {
  const T gap = squared_norm<T>(s.first * s.v + s.mixed * s.w) / s.first;
  claims.equal("−dE/dt − c₁‖∂E‖² = a square", -s.rate(s.v, s.w) - s.c1 * s.squared_gradient(s.v, s.w), gap);
  claims.at_most("0 ≤ the square", T(0), gap);
  const T root = s.r + T(1) / s.r;
  claims.equal("√(α²β² + 4) = r + 1/r", square(s.tau) + T(4), square(root));
  claims.equal("c₁ = β(2 + αβ − √(α²β² + 4))/(4(1 + αβ))", s.c1,
               s.beta * (T(2) + s.tau - root) / (T(4) * (T(1) + s.tau)));
};
/// At the state where the square is 0: factor · c₁‖∂E‖² = −dE/dt.
template <int numerator, int denominator>
constexpr auto equality_c1 = []<class T>(const Best<T>& s, Claims<T>& claims) {
  const Vector<T> at_v = -s.mixed * s.w, at_w = s.first * s.w;
  claims.equal("c₁‖∂E‖² = −dE/dt", frac<T>(numerator, denominator) * s.c1 * s.squared_gradient(at_v, at_w),
               -s.rate(at_v, at_w));
};

/// (2.36) where (17/16)C₁ is too much: θ′ = 2(1 + αβ)z, ψ′ = (M₁₁ − 17/16 C₁)β²z.
template <class T>
struct TooMuch {
  explicit TooMuch(Unknowns<T>& u)
      : beta(u.positive("β")),
        q(T(1) + u.nonnegative("αβ")),
        z(u.vector("z")),
        corner(square(q) * (T(16) * square(q) + T(63)) / (T(16) * (square(q) + T(5)))),
        form(q / beta, T(-2) / beta, T(1) / square(beta), T(2) * q * z, corner * z) {}
  T beta, q;
  Vector<T> z;
  T corner;
  TwoSquares<T> form;
};
constexpr auto nearly_best_c2 = []<class T>(const TooMuch<T>& s, Claims<T>& claims) {
  const T excess = T(16) * square(T(square(s.q) - T(5))) + T(31) * square(s.q);
  const T factor = s.corner * square(s.q) / (T(256) * square(T(square(s.q) + T(5))) * square(s.beta));
  const T gap = factor * excess * squared_norm(s.z);
  claims.equal("(17/16)C₁(‖θ′‖² + ‖ψ′‖²) − ‖∂E‖²/4", frac<T>(17, 16) * s.form.C1 * s.form.norm - s.form.value, gap);
  claims.less("0 < its coefficient of ‖z‖²", T(0), factor * excess);
};

}  // namespace

GeneralForms claim_steps() {
  return {general_form<Claimed>("(2.35)", claim), general_form<Eigenvalues>("(2.35), eigenvalues", eigenvalues)};
}
GeneralForm best_assumption() { return general_form<Best>("(i) with the best c₁", best_c1); }
GeneralForms claim_sharp() {
  return {general_form<Eigenvalues>("(2.35) attained at eigenvectors", eigenvectors),
          general_form<Best>("best c₁ attained", equality_c1<1, 1>),
          general_form<TooMuch>("c₂² within 1/16 of the best", nearly_best_c2)};
}
GeneralForms claim_planted() {
  return {general_form<Best>("factor: (65/64)c₁ for the best", equality_c1<65, 64>),
          general_form<Eigenvalues>("index: λ_max for C₁",
                                    []<class T>(const Eigenvalues<T>& e, Claims<T>& claims) {
                                      claims.at_most("planted", e.largest * e.Q.norm, e.Q.value);
                                    }),
          general_form<Eigenvalues>("missing term: C₁ = r₃, without r₂",
                                    []<class T>(const Eigenvalues<T>& e, Claims<T>& claims) {
                                      claims.at_most("planted", e.r3 * e.Q.norm, e.Q.value);
                                    }),
          claim_with("missing term: C₂ = r₁² + r₃",
                     []<class T>(const Claimed<T>& c) {
                       return std::pair<T, T>{c.Q.C1, square(c.r1) + c.r3};
                     }),
          claim_with("swapped: C₁ = min of the diagonal",
                     []<class T>(const Claimed<T>& c) {
                       return std::pair<T, T>{square(c.r1), c.Q.C2};
                     }),
          claim_with("missing factor: C₁ = r₁²r₃", []<class T>(const Claimed<T>& c) {
            return std::pair<T, T>{square(c.r1) * c.r3, c.Q.C2};
          })};
}

}  // namespace verigrad::inertial_newton_rate
