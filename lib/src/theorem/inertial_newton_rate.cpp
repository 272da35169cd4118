#include "verigrad/theorem/inertial_newton_rate.hpp"

namespace verigrad::inertial_newton_rate {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.10",
      .stem = "inertial_newton_rate",
      .title = "Rate of DIN",
      .source = "INNA, Theorem 2.10",
      .text =
          "any bounded solution (θ, ψ) of (2.8) converges to a steady state with rate O(t^−b), b > 0, and J(θ(t)) to "
          "its limit with rate O(1/t): dE/dt ≤ −c₁‖∂E‖² and c₂²(‖θ′‖² + ‖ψ′‖²) ≤ ‖∂E‖², E = 2(1 + αβ)J(θ) + ‖w‖². "
          "Found: c₁ = αβ/(2(α + αβ² + β)((1 + αβ)² + (α − 1/β)² + 1/β²)), c₂² = 4(1 + αβ)²/(β²((1 + αβ)² + 5))",
      .hypotheses = {{"chain rule", "⟨v, θ′⟩ is the same for all v ∈ ∂J(θ) (Lemma 2.2)"},
                     {"α > 0", "the text has α ≥ 0"},
                     {"semi-algebraic",
                      "J is semi-algebraic, locally Lipschitz and bounded below; not used in what is "
                      "checked here"}},
      .steps = {{"(2.32)", "dE/dt = −‖√α θ′ − (ψ′ − θ′)/√β‖² − ‖√α θ′ + (ψ′ − θ′)/√β‖² = −2α‖θ′‖² − 2/β ‖ψ′ − θ′‖²"},
                {"(2.33)", "the gradient of ‖w‖² is 2((α − 1/β)w, w/β)"},
                {"(2.35)", "C₁(a² + b²) ≤ (r₁a + r₂b)² + r₃b² ≤ C₂(a² + b²), C₂ = r₁² + r₂² + r₃, C₁ = r₁²r₃/C₂"},
                {"w",
                 "w′ = −αw + (1 − αβ)v: with ∫‖v‖² < ∞ it gives ‖w‖² = O(1/t), which the rate of J needs beside "
                 "the rate of E, and which the proof leaves out"}},
      .errata = {
          {.key = "(2.32) with dist(0, ∂J)",
           .place = "Theorem 2.10, (2.32), last two equalities",
           .printed = "dE/dt = −2α‖−β∂J(θ) − w‖² − 2β‖∂J(θ)‖²",
           .corrected = "dE/dt = −2α‖−βv − w‖² − 2β‖v‖² for the v = (ψ′ − θ′)/β ∈ ∂J(θ) of the solution",
           .remark = "section 2.5.1 defines ‖∂J‖ as dist(0, ∂J). For J(θ) = |θ|, α = β = 1, θ = 0 and ψ = 1/2 solve "
                     "(2.8) with ψ′ = −ψ: dE/dt = −1/2, and both distances are 0"},
          {.key = "(2.36) with dist(0, ∂E)",
           .place = "Theorem 2.10, (2.36)",
           .printed = "‖∂E‖²/4 = ‖(1 + αβ)θ′/β + [(α − 1/β) − (1 + αβ)/β]ψ′‖² + ‖ψ′‖²/β²",
           .corrected = "‖∂E‖²/4 ≥ C₁(‖θ′‖² + ‖ψ′‖²), C₁ = (1 + αβ)²/(β²((1 + αβ)² + 5)): for every v′ ∈ ∂J, "
                        "‖−βv′ − w‖² = ‖θ′‖² + β²‖v′ − v‖² by the chain rule",
           .remark = "the right side is at the v of the solution, where ‖∂E‖ = dist(0, ∂E) is only at most this, and "
                     "assumption (ii) needs the other direction. In the same example 1/4 = 5/4 is printed"},
          {.key = "strict decrease",
           .place = "Theorem 2.10, proof, the line before the claim (2.35)",
           .printed = "½ dE/dt + c₁/4 ‖∂E‖² < 0",
           .corrected = "dE/dt + c₁‖∂E‖² ≤ 0",
           .remark = "a solution at rest has 0 < 0; the line after the claim has ≤"},
          {.key = "α = 0",
           .place = "Theorem 2.10, with α ≥ 0 of (2.5)",
           .printed = "any bounded trajectory (θ, ψ) converges to a point of S",
           .corrected = "for α > 0: then c₁ > 0",
           .remark = "with α = 0 the form (2.32) is no longer definite, and r₁ > 0 in (2.35) is not met. J(θ) = "
                     "(|θ| − 1)₊² with α = 0, β = 1: a wall returns the speed e^−π of what came, so θ passes from one "
                     "wall to the other for ever, each time in finite time; it is bounded and does not converge"}}};
  return result;
}

namespace {

/// ‖r₁a + r₂b‖² + r₃‖b‖² and its bounds (2.35), with the squares that show them.
template <class T>
struct TwoSquares {
  TwoSquares(const T& r1, const T& r2, const T& r3, const Vector<T>& a, const Vector<T>& b)
      : value(squared_norm<T>(r1 * a + r2 * b) + r3 * squared_norm(b)),
        norm(squared_norm(a) + squared_norm(b)),
        C2(square(r1) + square(r2) + r3),
        C1(square(r1) * r3 / C2),
        above((squared_norm<T>(square(r1) * a + r1 * r2 * b) + squared_norm<T>(r1 * r2 * a + (square(r2) + r3) * b)) /
              C2),
        below(squared_norm<T>(r2 * a - r1 * b) + r3 * squared_norm(a)) {}

  T value, norm;
  T C2;     ///< the trace of the form's matrix
  T C1;     ///< its determinant over its trace
  T above;  ///< value − C₁ norm
  T below;  ///< C₂ norm − value
};

template <class T>
struct State {
  explicit State(Unknowns<T>& u)
      : root_alpha(u.positive("√α")),
        root_beta(u.positive("√β")),
        alpha(square(root_alpha)),
        beta(square(root_beta)),
        g(alpha - T(1) / beta),
        v(u.vector("v")),
        w(u.vector("w")),
        z(u.vector("z")),
        theta_velocity(-beta * v - w),
        psi_velocity(-w),
        w_velocity(g * theta_velocity + T(1) / beta * psi_velocity),
        rate(T(2) * (T(1) + alpha * beta) * dot<T>(v, theta_velocity) + T(2) * dot<T>(w, w_velocity)),
        friction(root_alpha * T(1), root_alpha * beta, beta, w, v),
        gradient(T(1) + alpha * beta, g, T(1) / square(beta), v, w) {}

  /// c₁ of (i).
  T c1() const { return friction.C1 / (T(2) * gradient.C2); }
  /// ‖∂E‖² at the v of the solution: at least dist(0, ∂E)².
  T squared_gradient() const { return T(4) * gradient.value; }
  /// Another v′ ∈ ∂J less v: any vector orthogonal to θ′.
  Vector<T> other() const { return squared_norm(theta_velocity) * z - dot<T>(z, theta_velocity) * theta_velocity; }

  T root_alpha, root_beta, alpha, beta, g;
  Vector<T> v, w, z;
  Vector<T> theta_velocity, psi_velocity, w_velocity;
  T rate;                  ///< dE/dt by the chain rule and the product rule
  TwoSquares<T> friction;  ///< α‖w + βv‖² + β‖v‖² = −½ dE/dt
  TwoSquares<T> gradient;  ///< ‖(1 + αβ)v + (α − 1/β)w‖² + ‖w/β‖²
};

/// (2.36) at a subgradient v′, in θ′ = −βv′ − w and ψ′.
template <class T>
TwoSquares<T> in_velocities(const State<T>& s, const Vector<T>& theta_velocity) {
  const T r1 = (T(1) + s.alpha * s.beta) / s.beta;
  return {r1, s.g - r1, T(1) / square(s.beta), theta_velocity, s.psi_velocity};
}

constexpr auto decrease = []<class T>(const State<T>& s, Claims<T>& claims) {
  const T excess = T(2) * s.friction.above + T(2) * s.friction.C1 / s.gradient.C2 * s.gradient.below;
  claims.equal("−dE/dt − c₁‖∂E‖² = a sum of squares", -s.rate - s.c1() * s.squared_gradient(), excess);
  claims.at_most("0 ≤ the sum of squares", T(0), excess);
  claims.less("0 < c₁", T(0), s.c1());
};
constexpr auto speed = []<class T>(const State<T>& s, Claims<T>& claims) {
  const Vector<T> other = s.v + s.other();
  const Vector<T> u = -s.beta * other - s.w;
  const TwoSquares<T> form = in_velocities<T>(s, u);
  const T at_other =
      squared_norm<T>((T(1) + s.alpha * s.beta) * other + s.g * s.w) + squared_norm(s.w) / square(s.beta);
  const T excess = form.above + form.C1 * square(s.beta) * squared_norm<T>(s.other());
  claims.equal("‖∂E‖²/4 − C₁(‖θ′‖² + ‖ψ′‖²) = a sum of squares, for every v′",
               at_other - form.C1 * (squared_norm(s.theta_velocity) + squared_norm(s.psi_velocity)), excess);
  claims.at_most("0 ≤ the sum of squares", T(0), excess);
  claims.equal("C₁ = (1 + αβ)²/(β²((1 + αβ)² + 5))", form.C1,
               square(T(T(1) + s.alpha * s.beta)) / (square(s.beta) * (square(T(T(1) + s.alpha * s.beta)) + T(5))));
};
constexpr auto speed_at_zero = []<class T>(const State<T>& s, Claims<T>& claims) {
  const TwoSquares<T> form = in_velocities<T>(s, -s.w);
  claims.at_most("C₁(‖θ′‖² + ‖ψ′‖²) ≤ ‖∂E‖²/4 at v′ = 0",
                 form.C1 * (squared_norm(s.theta_velocity) + squared_norm(s.psi_velocity)), form.value);
};
constexpr auto constants = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("c₁ = αβ/(2(α + αβ² + β)(…))", s.c1(),
               s.alpha * s.beta /
                   (T(2) * (s.alpha + s.alpha * square(s.beta) + s.beta) *
                    (square(T(T(1) + s.alpha * s.beta)) + square(s.g) + T(1) / square(s.beta))));
};
constexpr auto first_line = []<class T>(const State<T>& s, Claims<T>& claims) {
  const Vector<T> turn = T(1) / s.root_beta * (s.psi_velocity - s.theta_velocity);
  const Vector<T> scaled = s.root_alpha * s.theta_velocity;
  const T two = T(-2) * s.alpha * squared_norm(s.theta_velocity) -
                T(2) / s.beta * squared_norm<T>(s.psi_velocity - s.theta_velocity);
  claims.equal("dE/dt = −‖… − …‖² − ‖… + …‖²", s.rate,
               -squared_norm<T>(scaled - turn) - squared_norm<T>(scaled + turn));
  claims.equal("dE/dt = −2α‖θ′‖² − 2/β ‖ψ′ − θ′‖²", s.rate, two);
};
constexpr auto at_subgradient = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("dE/dt = −2α‖−βv − w‖² − 2β‖v‖²", s.rate,
               T(-2) * s.alpha * squared_norm<T>(-s.beta * s.v - s.w) - T(2) * s.beta * squared_norm(s.v));
};
constexpr auto smooth_gradient = []<class T>(const State<T>& s, Claims<T>& claims) {
  const Vector<T> move = s.g * s.v + T(1) / s.beta * s.z;
  claims.equal("d‖w‖² along (v, z) = 2⟨(α − 1/β)w, v⟩ + 2⟨w/β, z⟩",
               frac<T>(1, 2) * (squared_norm<T>(s.w + move) - squared_norm<T>(s.w - move)),
               T(2) * s.g * dot<T>(s.w, s.v) + T(2) / s.beta * dot<T>(s.w, s.z));
};
constexpr auto in_w = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("⟨z, w′⟩ = ⟨z, −αw + (1 − αβ)v⟩", dot<T>(s.z, s.w_velocity),
               dot<T>(s.z, -s.alpha * s.w + (T(1) - s.alpha * s.beta) * s.v));
};

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

/// J(θ) = kθ²/2 in one variable: E = ⟨X, MX⟩ = (1 + αβ)kθ² + w², X = (θ, ψ).
template <class T>
struct Parabola {
  explicit Parabola(Unknowns<T>& u)
      : alpha(u.positive("α")),
        beta(u.positive("β")),
        k(u.positive("k")),
        theta(u.real("θ")),
        psi(u.real("ψ")),
        g(alpha - T(1) / beta),
        stiffness((T(1) + alpha * beta) * k) {}

  T energy(const T& x, const T& y) const { return stiffness * square(x) + square(T(g * x + y / beta)); }
  T first(const T& x, const T& y) const { return stiffness * x + g * (g * x + y / beta); }
  T second(const T& x, const T& y) const { return (g * x + y / beta) / beta; }

  T alpha, beta, k, theta, psi, g, stiffness;
};
constexpr auto exponent_half = []<class T>(const Parabola<T>& p, Claims<T>& claims) {
  const T det = p.stiffness / square(p.beta);
  const T trace = p.stiffness + square(p.g) + T(1) / square(p.beta);
  const T x = p.first(p.theta, p.psi), y = p.second(p.theta, p.psi);
  const T excess = p.energy(x, y) / trace;
  claims.equal("‖∇E‖²/4 − det/tr E = a sum of squares", square(x) + square(y) - det / trace * p.energy(p.theta, p.psi),
               excess);
  claims.at_most("0 ≤ the sum of squares", T(0), excess);
};

}  // namespace

GeneralForms general_conclusions() {
  return {general_form<State>("(i) with c₁", decrease), general_form<State>("(ii) with c₂", speed),
          general_form<Parabola>("exponent ½ for J(θ) = kθ²/2", exponent_half)};
}
GeneralForm without_chain_rule() { return general_form<State>("(ii) without the chain rule", speed_at_zero); }
GeneralForms general_steps() {
  return {general_form<State>("(2.32)", first_line), general_form<State>("(2.33)", smooth_gradient),
          general_form<Claimed>("(2.35)", claim), general_form<State>("w", in_w),
          general_form<State>("value of c₁", constants)};
}
GeneralForms general_corrected() {
  return {general_form<State>("(2.32) with dist(0, ∂J) corrected", at_subgradient),
          general_form<State>("(2.36) with dist(0, ∂E) corrected", speed),
          general_form<State>("strict decrease corrected", decrease), general_form<State>("α = 0 corrected", decrease)};
}
GeneralForms general_planted() {
  const auto at_most = [](const char* key, auto factor) {
    return general_form<State>(key, [factor]<class T>(const State<T>& s, Claims<T>& claims) {
      claims.at_most("factor · c₁‖∂E‖² ≤ −dE/dt", T(factor(s)) * s.squared_gradient(), -s.rate);
    });
  };
  return {at_most("factor: 4c₁", []<class T>(const State<T>& s) { return T(4) * s.c1(); }),
          at_most("missing factor: c₁ without 1/C₂", []<class T>(const State<T>& s) { return s.friction.C1; }),
          at_most("swapped: C₂/C₁", []<class T>(const State<T>& s) { return s.gradient.C2 / s.friction.C1; }),
          at_most("index: C₂ of (2.32) for C₁",
                  []<class T>(const State<T>& s) { return s.friction.C2 / (T(2) * s.gradient.C2); }),
          general_form<State>("sign: dE/dt = −2α‖θ′‖² + 2/β ‖ψ′ − θ′‖²",
                              []<class T>(const State<T>& s, Claims<T>& claims) {
                                claims.equal("planted", s.rate,
                                             T(-2) * s.alpha * squared_norm(s.theta_velocity) +
                                                 T(2) * s.beta * squared_norm(s.v));
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
