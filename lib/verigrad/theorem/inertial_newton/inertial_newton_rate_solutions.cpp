#include <fmt/format.h>

#include "verigrad/number/pi.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/inertial_newton/inertial_newton_rate_run.hpp"

namespace verigrad::inertial_newton_rate {
namespace {

struct WallRun {
  explicit WallRun(const Unknowns& u)
      : speed(u.positive("s")), e(u.positive("e^−τ")), sine(u.real("sin τ")), cosine(u.real("cos τ")) {}
  Number speed, e, sine, cosine;
};
void solves(const WallRun& u, Claims& claims) {
  const Number depth = u.speed * u.e * u.sine;
  const Number velocity = u.speed * u.e * (u.cosine - u.sine);
  const Number acceleration = u.speed * u.e * (-(u.cosine - u.sine) - u.sine - u.cosine);
  const Number v = 2 * depth;
  const Number w_velocity = -acceleration - 2 * velocity;
  claims.equal("w′ = −αw + (1 − αβ)v for α = 0", w_velocity, v);
  claims.equal("θ″ + β∇²J θ′ + ∇J = 0", acceleration + 2 * velocity + v, 0);
}

struct RestRun {
  using Instance = KinkInstance;
  explicit RestRun(const KinkInstance& i) : alpha(exact(i.alpha)), beta(exact(i.beta)), psi(exact(i.psi)) {
    g = alpha - 1 / beta;
    w = psi / beta;
    psi_velocity = -w;
    v = psi_velocity / beta;
    rate = 2 * w * psi_velocity / beta;
    const Number reach = 1 + alpha * beta;
    squared_distance = square(beyond(Number(g * w), reach)) + square(w / beta);
  }
  /// dist(0, centre + [−radius, radius]).
  static Number beyond(const Number& centre, const Number& radius) {
    return larger<Number>(0, magnitude<Number>(centre) - radius);
  }
  Number at_velocities() const {
    return square((g - (1 + alpha * beta) / beta) * psi_velocity) + square(psi_velocity / beta);
  }
  Number C1() const {
    const Number r = square(1 + alpha * beta);
    return r / (square(beta) * (r + 5));
  }

  Number alpha, beta, psi, g, w, psi_velocity, v;
  Number rate;              ///< d/dt of E = ‖w‖²
  Number squared_distance;  ///< dist(0, ∂E)²/4
};
void printed_rate(const RestRun& r, Claims& claims) {
  claims.equal("dE/dt = −2α dist(0, −β∂J − w)² − 2β dist(0, ∂J)²", r.rate,
               -2 * r.alpha * square(RestRun::beyond(r.w, r.beta)));
}
void rate_at_v(const RestRun& r, Claims& claims) {
  claims.equal("dE/dt = −2α‖−βv − w‖² − 2β‖v‖²", r.rate,
               -2 * r.alpha * square(-r.beta * r.v - r.w) - 2 * r.beta * square(r.v));
}
void printed_gradient(const RestRun& r, Claims& claims) {
  claims.equal("‖∂E‖²/4 = (2.36)", r.squared_distance, r.at_velocities());
}
void gradient_bound(const RestRun& r, Claims& claims) {
  claims.at_most("C₁‖ψ′‖² ≤ ‖∂E‖²/4", r.C1() * square(r.psi_velocity), r.squared_distance);
}
void strictly(const RestRun& r, Claims& claims) {
  claims.less("½ dE/dt + c₁/4 ‖∂E‖² < 0 for c₁ = 1, which does not matter at rest",
              frac(1, 2) * r.rate + r.squared_distance, 0);
}

/// e^−π, by which a contact with a wall multiplies the speed.
Number returned() { return exp(-pi()); }

struct PassingRun {
  using Instance = WallsInstance;
  explicit PassingRun(const WallsInstance& i) {
    const Number r = returned();
    Number velocity = exact(i.speed);
    theta.push_back(-1);
    for (int k = 0; k < i.passes; ++k) {
      const Number duration = 2 / magnitude<Number>(velocity);
      theta.push_back(theta.back() + velocity * duration);
      velocity = -r * velocity;
    }
  }
  std::vector<Number> theta;  ///< at the ends of the passes
};
void settles(const PassingRun& p, Claims& claims) {
  claims.at_most("|θ(tₖ) − θ(tₖ₋₁)| ≤ 1 in the end", magnitude<Number>(p.theta.back() - p.theta[p.theta.size() - 2]),
                 1);
}

/// Over balls: (2.22) holds with ρ along the solution, where ‖∂E‖ = 4|J′|.
struct SlowRun {
  using Instance = SlowInstance;
  explicit SlowRun(const SlowInstance& i)
      : p(i.at.p),
        q(i.at.q),
        m(p - 2 * q),
        s(exact(i.at.s)),
        s0(exact(i.s0)),
        beta(exact(i.beta)),
        root(exp(log(Number(4)) * q / Number(p))),
        rho(exact(i.at.rho) / root),
        c1(beta * (3 - sqrt(Number(5))) / 8),
        c2(4 / (3 * beta)),
        time((power(s, -m) - power(s0, -m)) / (beta * frac(p, q) * frac(m, q))),
        growth(frac(m, p) * c1 * square(frac(p, q) / rho) * time) {}
  /// E^{1−2a} = (4s^p)^{−m/p}.
  Number reduced(const Number& at) const { return power(at, -m) * square(root) / 4; }

  int p, q, m;
  Number s, s0, beta;
  Number root;  ///< 4^{1/c}
  Number rho, c1, c2, time;
  Number growth;  ///< (2a − 1)κt
};
void slowly(const SlowRun& r, Claims& claims) {
  claims.less("E₀^{1−2a} + (2a − 1)κt < E^{1−2a}", r.reduced(r.s0) + r.growth, r.reduced(r.s));
  claims.less("‖(θ, ψ)‖^m ((2a − 1)κt)^q < (ρ/(c₁c₂))^m, m/q = (2a − 1)/(1 − a)",
              power(r.s, r.q * r.m) * power(r.growth, r.q), power(r.rho / (r.c1 * r.c2), r.m));
  claims.less("J < (E₀ − Ē)/(4√(αβ)(1 + κE₀^{2a−1}t))",
              power(r.s, r.p) * (1 + r.growth * frac(r.p, r.m) / r.reduced(r.s0)), power(r.s0, r.p));
}
Form<SlowInstance> reduced_exceeds(const char* key, std::function<Number(const SlowRun&)> growth) {
  return form<SlowRun>(key,
                       [growth](const SlowRun& r, Claims& claims) {
                         claims.less("planted", r.reduced(r.s0) + growth(r), r.reduced(r.s));
                       })
      .in_balls();
}

FalseLine<KinkInstance> distance_in_rate() {
  return {.words = {.key = "(2.32) with dist(0, ∂J)",
                    .place = "Theorem 2.10, (2.32), last two equalities",
                    .printed = "= −2α‖θ′‖² − 2/β ‖β∂J(θ)‖² = −2α‖−β∂J(θ) − w‖² − 2β‖∂J(θ)‖²",
                    .corrected = "dE/dt = −2α‖−βv − w‖² − 2β‖v‖² for the v = (ψ′ − θ′)/β ∈ ∂J(θ) of the solution",
                    .remark = "Section 2.5.1 defines ‖∂J‖ as dist(0, ∂J).",
                    .by_hand = "J(θ) = |θ|, α = β = 1, θ = 0 and ψ = 1/2 solve (2.8) with ψ′ = −ψ: dE/dt = −1/2, and "
                               "both distances are 0",
                    .weight = Weight::proof},
          .printed = form<RestRun>(printed_rate),
          .counterexample = resting_at_kink,
          .corrected = {form<RestRun>("(2.32) at rest in the kink", rate_at_v)}};
}
FalseLine<KinkInstance> distance_in_gradient() {
  return {.words = {.key = "(2.36) with dist(0, ∂E)",
                    .place = "Theorem 2.10, (2.36)",
                    .printed = "‖∂E‖²/4 = ‖(1 + αβ)θ′/β + [(α − 1/β) − (1 + αβ)/β]ψ′‖² + ‖ψ′‖²/β²",
                    .corrected = "‖∂E‖²/4 ≥ C₁(‖θ′‖² + ‖ψ′‖²), C₁ = (1 + αβ)²/(β²((1 + αβ)² + 5)): for every v′ ∈ ∂J, "
                                 "‖−βv′ − w‖² = ‖θ′‖² + β²‖v′ − v‖² by the chain rule",
                    .remark = "The right side is at the v of the solution, where ‖∂E‖ = dist(0, ∂E) is only at most "
                              "this, and assumption (ii) needs the other direction.",
                    .by_hand = "J(θ) = |θ|, α = β = 1, θ = 0, ψ = 1/2: the left side is 1/4, the right side 5/4",
                    .weight = Weight::proof},
          .printed = form<RestRun>(printed_gradient),
          .counterexample = resting_at_kink,
          .corrected = {form<RestRun>("(2.36) at rest in the kink", gradient_bound)}};
}
FalseLine<KinkInstance> strict_decrease() {
  return {.words = {.key = "strict decrease",
                    .place = "Theorem 2.10, proof, the line before the claim (2.35)",
                    .printed = "½ dE/dt + c₁/4 ‖∂E‖² < 0",
                    .corrected = "dE/dt + c₁‖∂E‖² ≤ 0",
                    .remark = "The line after the claim has ≤.",
                    .by_hand = "a solution at rest: 0 < 0",
                    .weight = Weight::line},
          .printed = form<RestRun>(strictly),
          .counterexample = {.alpha = 1, .beta = 1, .psi = 0}};
}
FalseLine<WallsInstance> zero_alpha() {
  return {.words =
              {.key = "α = 0",
               .place = "Theorem 2.10, with α ≥ 0 of (2.5)",
               .printed = "any bounded trajectory (θ, ψ) that solves (2.8) converges to a point … ∈ S [α ≥ 0]",
               .corrected = "for α > 0: then c₁ > 0",
               .remark = "With α = 0 the form (2.32) is no longer definite, and r₁ > 0 in (2.35) is not met.",
               .by_hand =
                   "J(θ) = (|θ| − 1)₊², α = 0, β = 1: a wall returns the speed e^−π of what came, so that θ passes "
                   "from one wall to the other for ever, each time in finite time; it is bounded and does not converge",
               .weight = Weight::hypothesis,
               .survives = "for α > 0",
               .of_statement = true},
          .printed = form<PassingRun>(settles).in_balls(),
          .counterexample = {.speed = 1, .passes = 4}};
}

}  // namespace

std::string KinkInstance::describe() const {
  return fmt::format("J(θ) = |θ|, α = {}, β = {}, θ = 0, ψ = {}", alpha, beta, psi);
}
bool hypotheses_hold(const KinkInstance& i) {
  return i.alpha > 0 && i.beta > 0 && abs(Rational(i.psi)) <= square(Rational(i.beta));
}
std::string WallsInstance::describe() const {
  return fmt::format("J(θ) = (|θ| − 1)₊², α = 0, β = 1, from θ = −1 with speed {}, times e^−π at each wall, {} passes",
                     speed, passes);
}

Lines<KinkInstance> kink_lines() { return {.errata = {distance_in_rate(), distance_in_gradient(), strict_decrease()}}; }
Lines<WallsInstance> walls_lines() { return {.errata = {zero_alpha()}}; }
Form<Unknowns> motion_in_wall() { return form<WallRun, Unknowns>("motion in the wall, α = 0", solves); }

std::string SlowInstance::describe() const {
  return fmt::format("J = {}, from {}^{}, θ′ = −βJ′, ψ = 0, αβ = 1, β = {}", at.describe(), s0, at.q, beta);
}
bool slow_hypotheses_hold(const SlowInstance& i) {
  return is_valid(i.at) && i.at.m == 0 && i.at.rho > 1 && i.at.p > 2 * i.at.q && i.at.s < i.s0 && i.s0 <= 1 &&
         i.beta > 0;
}
Form<SlowInstance> slow_rate() { return form<SlowRun>("slow rate", slowly).in_balls(); }
Lines<SlowInstance> slow_lines() {
  return {.planted = {reduced_exceeds("factor: 4κ", [](const SlowRun& r) { return 4 * r.growth; }),
                      reduced_exceeds("missing factor: κ without 2a − 1",
                                      [](const SlowRun& r) { return r.growth * frac(r.p, r.m); })},
          .separating = {{{3, 1, 0x1p-8, 1.0625}, 0.0625, 0.5}}};
}

}  // namespace verigrad::inertial_newton_rate
