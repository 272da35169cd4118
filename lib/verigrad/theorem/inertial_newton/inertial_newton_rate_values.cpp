#include <fmt/format.h>

#include "verigrad/claim/ball_form.hpp"
#include "verigrad/theorem/inertial_newton/inertial_newton_rate_state.hpp"
#include "verigrad/theorem/inertial_newton/power_function.hpp"

namespace verigrad::inertial_newton_rate {
namespace {

/// E_λ = λJ + ½‖w‖² at one time: its rate by the chain rule.
template <class T>
T rate_of(const State<T>& s, const T& lambda) {
  return lambda * dot<T>(s.v, s.theta_velocity) + dot<T>(s.w, s.w_velocity);
}
/// Claims for λ = (1 ± √(αβ))² with `sign` before √β v.
template <class T>
void claim_decrease(const State<T>& s, int sign, Claims<T>& claims) {
  const T root = s.root_alpha * s.root_beta;
  for (const int energy : {1, -1}) {
    const Vector<T> sum = s.root_alpha * s.theta_velocity - T(sign * energy) * s.root_beta * s.v;
    claims.equal("E_λ′ = −‖√α θ′ ∓ √β v‖²", rate_of<T>(s, square(T(T(1) + T(energy) * root))), -squared_norm(sum));
    claims.at_most("E_λ′ ≤ 0", -squared_norm(sum), T(0));
  }
}
constexpr auto both_decrease = []<class T>(const State<T>& s, Claims<T>& claims) {
  claim_decrease(s, 1, claims);
  const T root = s.root_alpha * s.root_beta;
  claims.equal("E_min + E_max = E", square(T(T(1) + root)) + square(T(T(1) - root)), T(2) * (T(1) + s.alpha * s.beta));
  claims.equal("E_max − E_min = 4√(αβ) J", square(T(T(1) + root)) - square(T(T(1) - root)), T(4) * root);
};
constexpr auto critical = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("‖∂E‖²/4 − C₁(‖v‖² + ‖w‖²) = a sum of squares", s.gradient.value - s.gradient.C1 * s.gradient.norm,
               s.gradient.above);
  claims.at_most("0 ≤ the sum of squares", T(0), s.gradient.above);
  claims.less("0 < C₁", T(0), s.gradient.C1);
  const Vector<T>&theta = s.v, &psi = s.z;
  claims.equal("βw = ψ − (1 − αβ)θ", s.beta * (s.g * theta + T(1) / s.beta * psi),
               psi - (T(1) - s.alpha * s.beta) * theta);
};

/// What E_min and E_max are above their limits, which are not negative as both decrease.
template <class T>
struct Energies {
  explicit Energies(Unknowns<T>& u)
      : root(u.positive("√(αβ)")),
        least(u.nonnegative("E_min − lim E_min")),
        largest(u.nonnegative("E_max − lim E_max")),
        E(least + largest),
        J((largest - least) / (T(4) * root)),
        squared_w(E - T(2) * (T(1) + square(root)) * J) {}
  T root, least, largest;
  T E, J, squared_w;  ///< above their limits
};
constexpr auto values = []<class T>(const Energies<T>& e, Claims<T>& claims) {
  const T bound = e.E / (T(4) * e.root);
  claims.equal("(E − Ē)/(4√(αβ)) − (J − J̄)", bound - e.J, e.least / (T(2) * e.root));
  claims.equal("(E − Ē)/(4√(αβ)) + (J − J̄)", bound + e.J, e.largest / (T(2) * e.root));
  claims.at_most("0 ≤ both", T(0), e.least / (T(2) * e.root), 0);
  claims.at_most("0 ≤ both", T(0), e.largest / (T(2) * e.root), 1);
  const T excess = (T(1) + square(e.root)) * e.largest / e.root;
  claims.equal("(1 + √(αβ))²(E − Ē)/(2√(αβ)) − ‖w‖²", square(T(T(1) + e.root)) * e.E / (T(2) * e.root) - e.squared_w,
               excess);
  claims.at_most("0 ≤ the third", T(0), excess);
};
/// A planted mistake: left(energies) ≤ right(energies), where ‖w‖² ≥ 0.
template <class Left, class Right>
GeneralForm values_with(const char* key, Left left, Right right) {
  return general_form<Energies>(key, [=]<class T>(const Energies<T>& e, Claims<T>& claims) {
    claims.at_most("planted", T(left(e)), T(right(e)));
  });
}

/// θ(t) = θ₀e^{−pt}, p = √(α/β), for J(θ) = −(α/β) min(θ², 1)/2: from one side, down onto a local maximum.
template <class T>
struct Saddle {
  explicit Saddle(Unknowns<T>& u)
      : root_alpha(u.positive("√α")),
        root_beta(u.positive("√β")),
        theta(u.real("θ")),
        alpha(square(root_alpha)),
        beta(square(root_beta)),
        root(root_alpha * root_beta),
        p(root_alpha / root_beta),
        v(-square(p) * theta),
        J(-square(p) * square(theta) / T(2)),
        w(p * theta - beta * v),
        E(T(2) * (T(1) + alpha * beta) * J + square(w)) {}
  T root_alpha, root_beta, theta, alpha, beta, root, p, v, J, w, E;
};
constexpr auto on_saddle = []<class T>(const Saddle<T>& s, Claims<T>& claims) {
  claims.equal("w′ = −αw + (1 − αβ)v", -s.p * s.w, -s.alpha * s.w + (T(1) - s.alpha * s.beta) * s.v);
  claims.equal("−J = E/(4√(αβ))", -s.J, s.E / (T(4) * s.root));
  claims.equal("w² = (1 + √(αβ))²E/(2√(αβ))", square(s.w), square(T(T(1) + s.root)) * s.E / (T(2) * s.root));
};

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

/// Over balls: u^p and u^q are the two modes.
struct Flow {
  using Instance = OverdampedFlow;
  explicit Flow(const OverdampedFlow& i)
      : p(i.p),
        q(i.q),
        A(Ball::point(i.A)),
        B(Ball::point(i.B)),
        beta(Ball::point(i.beta)),
        alpha(Ball(i.p + i.q) - beta * Ball(i.p * i.q)),
        reach(Ball(1) + alpha * beta),
        k(i.p * i.q),
        t(-log(Ball::point(i.u))),
        start(at(Ball(1))),
        end(at(Ball::point(i.u))) {
    const Ball tau = alpha * beta, g = alpha - Ball(1) / beta;
    c1 = beta * (Ball(2) + tau - sqrt(square(tau) + Ball(4))) / (Ball(4) * reach);
    squared_c2 = Ball(4) * square(reach) / (square(beta) * (square(reach) + Ball(5)));
    const Ball stiffness = reach * k;
    squared_rho = (stiffness + square(g) + Ball(1) / square(beta)) * square(beta) / stiffness;
    kappa = Ball(4) * c1 / squared_rho;
  }
  struct Point {
    Ball theta, psi, w, J, E;
  };
  /// w = −θ′ − βkθ, ψ = (1 − αβ)θ + βw.
  Point at(const Ball& u) const {
    const Ball first = A * power(u, p), second = B * power(u, q);
    const Ball theta = first + second;
    const Ball w = Ball(p) * first + Ball(q) * second - beta * k * theta;
    const Ball J = k * square(theta) / Ball(2);
    return {theta, (Ball(1) - alpha * beta) * theta + beta * w, w, J, Ball(2) * reach * J + square(w)};
  }
  /// ρ²/(c₁c₂)² E(0)e^{−κt}, where κ is taken `faster` times.
  Ball squared_distance_bound(int faster = 1) const {
    return squared_rho / (square(c1) * squared_c2) * start.E * exp(-Ball(faster) * kappa * t);
  }

  int p, q;
  Ball A, B, beta, alpha;
  Ball reach;  ///< 1 + αβ
  Ball k, t;
  Point start, end;
  Ball c1, squared_c2;
  Ball squared_rho;  ///< tr/det, of the exponent ½
  Ball kappa;        ///< c₁/(ρ²(1 − ½)²)
};
constexpr auto rates = [](const Flow& f, Claims<Ball>& claims) {
  claims.less("E(t) < E(0)e^{−κt}", f.end.E, f.start.E * exp(-f.kappa * f.t));
  claims.less("‖(θ, ψ)‖² < ρ²/(c₁c₂)² E(0)e^{−κt}", square(f.end.theta) + square(f.end.psi),
              f.squared_distance_bound());
  const Ball root = sqrt(f.alpha * f.beta);
  claims.at_most("J ≤ E/(4√(αβ))", f.end.J, f.end.E / (Ball(4) * root));
  claims.at_most("‖w‖² ≤ (1 + √(αβ))²E/(2√(αβ))", square(f.end.w), square(Ball(1) + root) * f.end.E / (Ball(2) * root));
};
/// left(flow) ≤ right(flow), a planted mistake.
template <class Left, class Right>
Form<OverdampedFlow> wrong(const char* key, Left left, Right right) {
  return ball_form<Flow>(key,
                         [=](const Flow& f, Claims<Ball>& claims) { claims.at_most("planted", left(f), right(f)); });
}

}  // namespace

GeneralForms value_steps() {
  return {general_form<State>("E_min and E_max", both_decrease), general_form<Energies>("J from E", values),
          general_form<State>("critical points", critical)};
}
GeneralForm value_attained() { return general_form<Saddle>("J from E attained", on_saddle); }
GeneralForms value_planted() {
  const auto below = [](const auto& e) { return -e.J; };
  return {
      values_with("missing term: |J − J̄| ≤ (E − Ē)/(2(1 + αβ)), without w", below,
                  []<class T>(const Energies<T>& e) { return e.E / (T(2) * (T(1) + square(e.root))); }),
      values_with("factor: 8√(αβ) for 4√(αβ)", below,
                  []<class T>(const Energies<T>& e) { return e.E / (T(8) * e.root); }),
      values_with(
          "missing factor: ‖w‖² ≤ E − Ē", [](const auto& e) { return e.squared_w; }, [](const auto& e) { return e.E; }),
      general_form<State>("swapped: E_max′ = −‖√α θ′ + √β v‖²",
                          []<class T>(const State<T>& s, Claims<T>& claims) { claim_decrease(s, -1, claims); })};
}
GeneralForm quadratic_exponent() { return general_form<Parabola>("exponent ½ for J(θ) = kθ²/2", exponent_half); }

std::string OverdampedFlow::describe() const {
  return fmt::format("J(θ) = kθ²/2, k = {}, β = {}, α = {} − {}β, θ(t) = {}e^(−{}t) + {}e^(−{}t), e^−t = {}", p * q,
                     beta, p + q, p * q, A, p, B, q, u);
}
bool flow_hypotheses_hold(const OverdampedFlow& i) {
  return i.p > 0 && i.q > 0 && i.p != i.q && i.beta > 0 && Rational(i.beta) * i.p * i.q < i.p + i.q && i.u > 0 &&
         i.u < 1 && (i.A != 0 || i.B != 0);
}
Form<OverdampedFlow> evaluated() {
  return ball_form<Flow>("evaluated rate", rates).where([](const OverdampedFlow& i) {
    const Rational beta(i.beta);
    return beta * (i.p + i.q - beta * i.p * i.q) != 1;
  });
}
Forms<OverdampedFlow> flow_planted() {
  const auto energy = [](const Flow& f) { return f.end.E; };
  const auto value = [](const Flow& f) { return f.end.J; };
  return {
      wrong("factor: 256κ", energy, [](const Flow& f) { return f.start.E * exp(-Ball(256) * f.kappa * f.t); }),
      wrong(
          "inverse: ρ²c₁²c₂²", [](const Flow& f) { return square(f.end.theta) + square(f.end.psi); },
          [](const Flow& f) { return f.squared_rho * square(f.c1) * f.squared_c2 * f.start.E * exp(-f.kappa * f.t); }),
      wrong("factor: 8√(αβ) for 4√(αβ) on solutions", value,
            [](const Flow& f) { return f.end.E / (Ball(8) * sqrt(f.alpha * f.beta)); })};
}

}  // namespace verigrad::inertial_newton_rate
