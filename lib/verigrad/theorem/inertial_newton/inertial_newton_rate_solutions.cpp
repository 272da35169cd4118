#include <fmt/format.h>

#include "verigrad/claim/form.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/inertial_newton/inertial_newton_rate.hpp"

namespace verigrad::inertial_newton_rate {
namespace {

struct Wall {
  explicit Wall(const Unknowns& u)
      : speed(u.positive("s")), e(u.positive("e^−τ")), sine(u.real("sin τ")), cosine(u.real("cos τ")) {}
  Number speed, e, sine, cosine;
};
void solves(const Wall& u, Claims& claims) {
  const Number depth = u.speed * u.e * u.sine;
  const Number velocity = u.speed * u.e * (u.cosine - u.sine);
  const Number acceleration = u.speed * u.e * (-(u.cosine - u.sine) - u.sine - u.cosine);
  const Number v = 2 * depth;
  const Number w_velocity = -acceleration - 2 * velocity;
  claims.equal("w′ = −αw + (1 − αβ)v for α = 0", w_velocity, v);
  claims.equal("θ″ + β∇²J θ′ + ∇J = 0", acceleration + 2 * velocity + v, 0);
}

struct Rest {
  using Instance = RestingAtKink;
  explicit Rest(const RestingAtKink& i) : alpha(exact(i.alpha)), beta(exact(i.beta)), psi(exact(i.psi)) {
    g = alpha - 1 / beta;
    w = psi / beta;
    psi_velocity = -w;
    v = psi_velocity / beta;
    rate = 2 * w * psi_velocity / beta;
    const Number reach = 1 + alpha * beta;
    squared_distance = square(beyond(Number(g * w), reach)) + square(Number(w / beta));
  }
  /// dist(0, centre + [−radius, radius]).
  static Number beyond(const Number& centre, const Number& radius) {
    return larger<Number>(Number(0), magnitude<Number>(centre) - radius);
  }
  Number at_velocities() const {
    return square(Number((g - (1 + alpha * beta) / beta) * psi_velocity)) + square(Number(psi_velocity / beta));
  }
  Number C1() const {
    const Number r = square(Number(1 + alpha * beta));
    return r / (square(beta) * (r + 5));
  }

  Number alpha, beta, psi, g, w, psi_velocity, v;
  Number rate;              ///< d/dt of E = ‖w‖²
  Number squared_distance;  ///< dist(0, ∂E)²/4
};
void printed_rate(const Rest& r, Claims& claims) {
  claims.equal("dE/dt = −2α dist(0, −β∂J − w)² − 2β dist(0, ∂J)²", r.rate,
               Number(-2) * r.alpha * square(Rest::beyond(r.w, r.beta)));
}
void rate_at_v(const Rest& r, Claims& claims) {
  claims.equal("dE/dt = −2α‖−βv − w‖² − 2β‖v‖²", r.rate,
               Number(-2) * r.alpha * square(Number(-r.beta * r.v - r.w)) - 2 * r.beta * square(r.v));
}
void printed_gradient(const Rest& r, Claims& claims) {
  claims.equal("‖∂E‖²/4 = (2.36)", r.squared_distance, r.at_velocities());
}
void gradient_bound(const Rest& r, Claims& claims) {
  claims.at_most("C₁‖ψ′‖² ≤ ‖∂E‖²/4", r.C1() * square(r.psi_velocity), r.squared_distance);
}
void strictly(const Rest& r, Claims& claims) {
  claims.less("½ dE/dt + c₁/4 ‖∂E‖² < 0 for c₁ = 1, which does not matter at rest",
              frac(1, 2) * r.rate + r.squared_distance, 0);
}

struct Passing {
  using Instance = BetweenWalls;
  explicit Passing(const BetweenWalls& i) : r(exact(i.r)) {
    Number velocity = exact(i.speed);
    theta.push_back(Number(-1));
    for (int k = 0; k < i.passes; ++k) {
      const Number duration = 2 / magnitude<Number>(velocity);
      theta.push_back(theta.back() + velocity * duration);
      velocity = -r * velocity;
    }
  }
  Number r;
  std::vector<Number> theta;  ///< at the ends of the passes
};
void settles(const Passing& p, Claims& claims) {
  claims.at_most("|θ(tₖ) − θ(tₖ₋₁)| ≤ 1 in the end",
                 magnitude<Number>(Number(p.theta.back() - p.theta[p.theta.size() - 2])), 1);
}

/// Over balls: (2.22) holds with ρ along the solution, where ‖∂E‖ = 4|J′|.
struct Slow {
  using Instance = SlowSolution;
  explicit Slow(const SlowSolution& i)
      : p(i.at.p),
        q(i.at.q),
        m(p - 2 * q),
        s(exact(i.at.s)),
        s0(exact(i.s0)),
        beta(exact(i.beta)),
        root(exp(log(Number(4)) * Number(q) / Number(p))),
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
void slowly(const Slow& r, Claims& claims) {
  claims.less("E₀^{1−2a} + (2a − 1)κt < E^{1−2a}", r.reduced(r.s0) + r.growth, r.reduced(r.s));
  claims.less("‖(θ, ψ)‖^m ((2a − 1)κt)^q < (ρ/(c₁c₂))^m, m/q = (2a − 1)/(1 − a)",
              power(r.s, r.q * r.m) * power(r.growth, r.q), power(r.rho / (r.c1 * r.c2), r.m));
  claims.less("J < (E₀ − Ē)/(4√(αβ)(1 + κE₀^{2a−1}t))",
              power(r.s, r.p) * (1 + r.growth * frac(r.p, r.m) / r.reduced(r.s0)), power(r.s0, r.p));
}
Form<SlowSolution> reduced_exceeds(const char* key, std::function<Number(const Slow&)> growth) {
  return form<Slow>(key,
                    [growth](const Slow& r, Claims& claims) {
                      claims.less("planted", r.reduced(r.s0) + growth(r), r.reduced(r.s));
                    })
      .in_balls();
}

}  // namespace

std::string RestingAtKink::describe() const {
  return fmt::format("J(θ) = |θ|, α = {}, β = {}, θ = 0, ψ = {}", alpha, beta, psi);
}
bool hypotheses_hold(const RestingAtKink& i) {
  return i.alpha > 0 && i.beta > 0 && abs(Rational(i.psi)) <= square(Rational(i.beta));
}
std::string BetweenWalls::describe() const {
  return fmt::format("J(θ) = (|θ| − 1)₊², α = 0, from θ = −1 with speed {}, times {} at each wall, {} passes", speed, r,
                     passes);
}

Forms<RestingAtKink> errata() {
  return {form<Rest>("(2.32) with dist(0, ∂J)", printed_rate), form<Rest>("(2.36) with dist(0, ∂E)", printed_gradient),
          form<Rest>("strict decrease", strictly)};
}
Forms<RestingAtKink> corrected() {
  return {form<Rest>("(2.32) at rest in the kink", rate_at_v),
          form<Rest>("(2.36) at rest in the kink", gradient_bound)};
}
Form<BetweenWalls> converges() { return form<Passing>("α = 0", settles); }
Form<Unknowns> motion_in_wall() { return form<Wall, Unknowns>("motion in the wall, α = 0", solves); }

std::string SlowSolution::describe() const {
  return fmt::format("J = {}, from {}^{}, θ′ = −βJ′, ψ = 0, αβ = 1, β = {}", at.describe(), s0, at.q, beta);
}
bool slow_hypotheses_hold(const SlowSolution& i) {
  return is_valid(i.at) && i.at.m == 0 && i.at.rho > 1 && i.at.p > 2 * i.at.q && i.at.s < i.s0 && i.s0 <= 1 &&
         i.beta > 0;
}
Form<SlowSolution> slow_rate() { return form<Slow>("slow rate", slowly).in_balls(); }
Forms<SlowSolution> slow_planted() {
  return {reduced_exceeds("factor: 4κ", [](const Slow& r) { return 4 * r.growth; }),
          reduced_exceeds("missing factor: κ without 2a − 1", [](const Slow& r) { return r.growth * frac(r.p, r.m); })};
}

}  // namespace verigrad::inertial_newton_rate
