#include <fmt/format.h>

#include "verigrad/theorem/inertial_newton/inertial_newton_rate_run.hpp"

namespace verigrad::inertial_newton_rate {
namespace {

/// E_λ = λJ + ½‖w‖² at one time: its rate by the chain rule.
Number rate_of(const Run& s, const Number& lambda) {
  return lambda * dot(s.v, s.theta_velocity) + dot(s.w, s.w_velocity);
}
/// Claims for λ = (1 ± √(αβ))² with `sign` before √β v.
void claim_decrease(const Run& s, int sign, Claims& claims) {
  const Number root = s.root_alpha * s.root_beta;
  for (const int energy : {1, -1}) {
    const Vector<Number> sum = s.root_alpha * s.theta_velocity - (sign * energy) * s.root_beta * s.v;
    claims.equal("E_λ′ = −‖√α θ′ ∓ √β v‖²", rate_of(s, square(1 + energy * root)), -squared_norm(sum));
    claims.at_most("E_λ′ ≤ 0", -squared_norm(sum), 0);
  }
}
void both_decrease(const Run& s, Claims& claims) {
  claim_decrease(s, 1, claims);
  const Number root = s.root_alpha * s.root_beta;
  claims.equal("E_min + E_max = E", square(1 + root) + square(1 - root), 2 * (1 + s.alpha * s.beta));
  claims.equal("E_max − E_min = 4√(αβ) J", square(1 + root) - square(1 - root), 4 * root);
}
void critical(const Run& s, Claims& claims) {
  claims.equal("‖∂E‖²/4 − C₁(‖v‖² + ‖w‖²) = a sum of squares", s.gradient.value - s.gradient.C1 * s.gradient.norm,
               s.gradient.above);
  claims.at_most("0 ≤ the sum of squares", 0, s.gradient.above);
  claims.less("0 < C₁", 0, s.gradient.C1);
  const Vector<Number>&theta = s.v, &psi = s.z;
  claims.equal("βw = ψ − (1 − αβ)θ", s.beta * (s.g * theta + 1 / s.beta * psi), psi - (1 - s.alpha * s.beta) * theta);
}

/// What E_min and E_max are above their limits, which are not negative as both decrease.
struct EnergiesRun {
  explicit EnergiesRun(const Unknowns& u)
      : root(u.positive("√(αβ)")),
        least(u.nonnegative("E_min − lim E_min")),
        largest(u.nonnegative("E_max − lim E_max")),
        E(least + largest),
        J((largest - least) / (4 * root)),
        squared_w(E - 2 * (1 + square(root)) * J) {}
  Number root, least, largest;
  Number E, J, squared_w;  ///< above their limits
};
void values(const EnergiesRun& e, Claims& claims) {
  const Number bound = e.E / (4 * e.root);
  claims.equal("(E − Ē)/(4√(αβ)) − (J − J̄)", bound - e.J, e.least / (2 * e.root));
  claims.equal("(E − Ē)/(4√(αβ)) + (J − J̄)", bound + e.J, e.largest / (2 * e.root));
  claims.at_most("0 ≤ both", 0, e.least / (2 * e.root), 0);
  claims.at_most("0 ≤ both", 0, e.largest / (2 * e.root), 1);
  const Number excess = (1 + square(e.root)) * e.largest / e.root;
  claims.equal("(1 + √(αβ))²(E − Ē)/(2√(αβ)) − ‖w‖²", square(1 + e.root) * e.E / (2 * e.root) - e.squared_w, excess);
  claims.at_most("0 ≤ the third", 0, excess);
}
/// A planted mistake: left(energies) ≤ right(energies), where ‖w‖² ≥ 0.
template <class Left, class Right>
Form<Unknowns> values_with(const char* key, Left left, Right right) {
  return form<EnergiesRun, Unknowns>(
      key, [=](const EnergiesRun& e, Claims& claims) { claims.at_most("planted", left(e), right(e)); });
}

/// θ(t) = θ₀e^{−pt}, p = √(α/β), for J(θ) = −(α/β) min(θ², 1)/2: from one side, down onto a local maximum.
struct SaddleRun {
  explicit SaddleRun(const Unknowns& u)
      : root_alpha(u.positive("√α")),
        root_beta(u.positive("√β")),
        theta(u.real("θ")),
        alpha(square(root_alpha)),
        beta(square(root_beta)),
        root(root_alpha * root_beta),
        p(root_alpha / root_beta),
        v(-square(p) * theta),
        J(-square(p) * square(theta) / 2),
        w(p * theta - beta * v),
        E(2 * (1 + alpha * beta) * J + square(w)) {}
  Number root_alpha, root_beta, theta, alpha, beta, root, p, v, J, w, E;
};
void on_saddle(const SaddleRun& s, Claims& claims) {
  claims.equal("w′ = −αw + (1 − αβ)v", -s.p * s.w, -s.alpha * s.w + (1 - s.alpha * s.beta) * s.v);
  claims.equal("−J = E/(4√(αβ))", -s.J, s.E / (4 * s.root));
  claims.equal("w² = (1 + √(αβ))²E/(2√(αβ))", square(s.w), square(1 + s.root) * s.E / (2 * s.root));
}

/// J(θ) = kθ²/2 in one variable: E = ⟨X, MX⟩ = (1 + αβ)kθ² + w², X = (θ, ψ).
struct ParabolaRun {
  explicit ParabolaRun(const Unknowns& u)
      : alpha(u.positive("α")),
        beta(u.positive("β")),
        k(u.positive("k")),
        theta(u.real("θ")),
        psi(u.real("ψ")),
        g(alpha - 1 / beta),
        stiffness((1 + alpha * beta) * k) {}

  Number energy(const Number& x, const Number& y) const { return stiffness * square(x) + square(g * x + y / beta); }
  Number first(const Number& x, const Number& y) const { return stiffness * x + g * (g * x + y / beta); }
  Number second(const Number& x, const Number& y) const { return (g * x + y / beta) / beta; }

  Number alpha, beta, k, theta, psi, g, stiffness;
};
void exponent_half(const ParabolaRun& p, Claims& claims) {
  const Number det = p.stiffness / square(p.beta);
  const Number trace = p.stiffness + square(p.g) + 1 / square(p.beta);
  const Number x = p.first(p.theta, p.psi), y = p.second(p.theta, p.psi);
  const Number excess = p.energy(x, y) / trace;
  claims.equal("‖∇E‖²/4 − det/tr E = a sum of squares", square(x) + square(y) - det / trace * p.energy(p.theta, p.psi),
               excess);
  claims.at_most("0 ≤ the sum of squares", 0, excess);
}

/// Over balls: u^p and u^q are the two modes.
struct FlowRun {
  using Instance = OverdampedInstance;
  explicit FlowRun(const OverdampedInstance& i)
      : p(i.p),
        q(i.q),
        A(exact(i.A)),
        B(exact(i.B)),
        beta(exact(i.beta)),
        alpha(Number(i.p + i.q) - beta * Number(i.p * i.q)),
        reach(1 + alpha * beta),
        k(i.p * i.q),
        t(-log(exact(i.u))),
        start(at(1)),
        end(at(exact(i.u))) {
    const Number tau = alpha * beta, g = alpha - 1 / beta;
    c1 = beta * (2 + tau - sqrt(square(tau) + 4)) / (4 * reach);
    squared_c2 = 4 * square(reach) / (square(beta) * (square(reach) + 5));
    const Number stiffness = reach * k;
    squared_rho = (stiffness + square(g) + 1 / square(beta)) * square(beta) / stiffness;
    kappa = 4 * c1 / squared_rho;
  }
  struct Point {
    Number theta, psi, w, J, E;
  };
  /// w = −θ′ − βkθ, ψ = (1 − αβ)θ + βw.
  Point at(const Number& u) const {
    const Number first = A * power(u, p), second = B * power(u, q);
    const Number theta = first + second;
    const Number w = p * first + q * second - beta * k * theta;
    const Number J = k * square(theta) / 2;
    return {theta, (1 - alpha * beta) * theta + beta * w, w, J, 2 * reach * J + square(w)};
  }
  /// ρ²/(c₁c₂)² E(0)e^{−κt}, where κ is taken `faster` times.
  Number squared_distance_bound(int faster = 1) const {
    return squared_rho / (square(c1) * squared_c2) * start.E * exp(-faster * kappa * t);
  }

  int p, q;
  Number A, B, beta, alpha;
  Number reach;  ///< 1 + αβ
  Number k, t;
  Point start, end;
  Number c1, squared_c2;
  Number squared_rho;  ///< tr/det, of the exponent ½
  Number kappa;        ///< c₁/(ρ²(1 − ½)²)
};
void rates(const FlowRun& f, Claims& claims) {
  claims.less("E(t) < E(0)e^{−κt}", f.end.E, f.start.E * exp(-f.kappa * f.t));
  claims.less("‖(θ, ψ)‖² < ρ²/(c₁c₂)² E(0)e^{−κt}", square(f.end.theta) + square(f.end.psi),
              f.squared_distance_bound());
  const Number root = sqrt(f.alpha * f.beta);
  claims.at_most("J ≤ E/(4√(αβ))", f.end.J, f.end.E / (4 * root));
  claims.at_most("‖w‖² ≤ (1 + √(αβ))²E/(2√(αβ))", square(f.end.w), square(1 + root) * f.end.E / (2 * root));
}
/// left(flow) ≤ right(flow), a planted mistake.
template <class Left, class Right>
Form<OverdampedInstance> wrong(const char* key, Left left, Right right) {
  return form<FlowRun>(key, [=](const FlowRun& f, Claims& claims) { claims.at_most("planted", left(f), right(f)); })
      .in_balls();
}

Forms<OverdampedInstance> planted_flows() {
  const auto energy = [](const FlowRun& f) { return f.end.E; };
  const auto value = [](const FlowRun& f) { return f.end.J; };
  return {wrong("factor: 256κ", energy, [](const FlowRun& f) { return f.start.E * exp(-256 * f.kappa * f.t); }),
          wrong(
              "inverse: ρ²c₁²c₂²", [](const FlowRun& f) { return square(f.end.theta) + square(f.end.psi); },
              [](const FlowRun& f) {
                return f.squared_rho * square(f.c1) * f.squared_c2 * f.start.E * exp(-f.kappa * f.t);
              }),
          wrong("factor: 8√(αβ) for 4√(αβ) on solutions", value,
                [](const FlowRun& f) { return f.end.E / (8 * sqrt(f.alpha * f.beta)); })};
}

}  // namespace

Form<Unknowns> decrease_of_both() { return form<Run, Unknowns>(both_decrease); }
Form<Unknowns> values_from_energies() { return form<EnergiesRun, Unknowns>(values); }
Form<Unknowns> critical_points() { return form<Run, Unknowns>(critical); }
Form<Unknowns> value_attained() { return form<SaddleRun, Unknowns>("J from E attained", on_saddle); }
Forms<Unknowns> planted_values() {
  const auto below = [](const auto& e) { return -e.J; };
  return {
      values_with("missing term: |J − J̄| ≤ (E − Ē)/(2(1 + αβ)), without w", below,
                  [](const EnergiesRun& e) { return e.E / (2 * (1 + square(e.root))); }),
      values_with("factor: 8√(αβ) for 4√(αβ)", below, [](const EnergiesRun& e) { return e.E / (8 * e.root); }),
      values_with(
          "missing factor: ‖w‖² ≤ E − Ē", [](const auto& e) { return e.squared_w; }, [](const auto& e) { return e.E; }),
      form<Run, Unknowns>("swapped: E_max′ = −‖√α θ′ + √β v‖²",
                          [](const Run& s, Claims& claims) { claim_decrease(s, -1, claims); })};
}
Form<Unknowns> quadratic_exponent() {
  return form<ParabolaRun, Unknowns>("exponent ½ for J(θ) = kθ²/2", exponent_half);
}

std::string OverdampedInstance::describe() const {
  return fmt::format("J(θ) = kθ²/2, k = {}, β = {}, α = {} − {}β, θ(t) = {}e^(−{}t) + {}e^(−{}t), e^−t = {}", p * q,
                     beta, p + q, p * q, A, p, B, q, u);
}
bool flow_hypotheses_hold(const OverdampedInstance& i) {
  return i.p > 0 && i.q > 0 && i.p != i.q && i.beta > 0 && Rational(i.beta) * i.p * i.q < i.p + i.q && i.u > 0 &&
         i.u < 1 && (i.A != 0 || i.B != 0);
}
Form<OverdampedInstance> evaluated() {
  return form<FlowRun>("evaluated rate", rates).in_balls().where([](const OverdampedInstance& i) {
    const Rational beta(i.beta);
    return beta * (i.p + i.q - beta * i.p * i.q) != 1;
  });
}
Lines<OverdampedInstance> flow_lines() {
  return {.planted = planted_flows(), .separating = {{1, 2, 0.125, 0.25, 0, 0.25}}};
}

}  // namespace verigrad::inertial_newton_rate
