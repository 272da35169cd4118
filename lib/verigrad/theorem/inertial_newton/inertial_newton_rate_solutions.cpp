#include <fmt/format.h>

#include "verigrad/claim/ball_form.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/inertial_newton/inertial_newton_rate.hpp"

namespace verigrad::inertial_newton_rate {
namespace {

template <class T>
struct Wall {
  explicit Wall(Unknowns<T>& u)
      : speed(u.positive("s")), e(u.positive("e^−τ")), sine(u.real("sin τ")), cosine(u.real("cos τ")) {}
  T speed, e, sine, cosine;
};
constexpr auto solves = []<class T>(const Wall<T>& u, Claims<T>& claims) {
  const T depth = u.speed * u.e * u.sine;
  const T velocity = u.speed * u.e * (u.cosine - u.sine);
  const T acceleration = u.speed * u.e * (-(u.cosine - u.sine) - u.sine - u.cosine);
  const T v = T(2) * depth;
  const T w_velocity = -acceleration - T(2) * velocity;
  claims.equal("w′ = −αw + (1 − αβ)v for α = 0", w_velocity, v);
  claims.equal("θ″ + β∇²J θ′ + ∇J = 0", acceleration + T(2) * velocity + v, T(0));
};

template <class T>
struct Rest {
  using Instance = RestingAtKink;
  explicit Rest(const RestingAtKink& i) : alpha(exact<T>(i.alpha)), beta(exact<T>(i.beta)), psi(exact<T>(i.psi)) {
    g = alpha - T(1) / beta;
    w = psi / beta;
    psi_velocity = -w;
    v = psi_velocity / beta;
    rate = T(2) * w * psi_velocity / beta;
    const T reach = T(1) + alpha * beta;
    squared_distance = square(beyond(T(g * w), reach)) + square(T(w / beta));
  }
  /// dist(0, centre + [−radius, radius]).
  static T beyond(const T& centre, const T& radius) { return larger<T>(T(0), magnitude<T>(centre) - radius); }
  T at_velocities() const {
    return square(T((g - (T(1) + alpha * beta) / beta) * psi_velocity)) + square(T(psi_velocity / beta));
  }
  T C1() const {
    const T r = square(T(T(1) + alpha * beta));
    return r / (square(beta) * (r + T(5)));
  }

  T alpha, beta, psi, g, w, psi_velocity, v;
  T rate;              ///< d/dt of E = ‖w‖²
  T squared_distance;  ///< dist(0, ∂E)²/4
};
constexpr auto printed_rate = []<class T>(const Rest<T>& r, Claims<T>& claims) {
  claims.equal("dE/dt = −2α dist(0, −β∂J − w)² − 2β dist(0, ∂J)²", r.rate,
               T(-2) * r.alpha * square(Rest<T>::beyond(r.w, r.beta)));
};
constexpr auto rate_at_v = []<class T>(const Rest<T>& r, Claims<T>& claims) {
  claims.equal("dE/dt = −2α‖−βv − w‖² − 2β‖v‖²", r.rate,
               T(-2) * r.alpha * square(T(-r.beta * r.v - r.w)) - T(2) * r.beta * square(r.v));
};
constexpr auto printed_gradient = []<class T>(const Rest<T>& r, Claims<T>& claims) {
  claims.equal("‖∂E‖²/4 = (2.36)", r.squared_distance, r.at_velocities());
};
constexpr auto gradient_bound = []<class T>(const Rest<T>& r, Claims<T>& claims) {
  claims.at_most("C₁‖ψ′‖² ≤ ‖∂E‖²/4", r.C1() * square(r.psi_velocity), r.squared_distance);
};
constexpr auto strictly = []<class T>(const Rest<T>& r, Claims<T>& claims) {
  claims.less("½ dE/dt + c₁/4 ‖∂E‖² < 0 for c₁ = 1, which does not matter at rest",
              frac<T>(1, 2) * r.rate + r.squared_distance, T(0));
};

template <class T>
struct Passing {
  using Instance = BetweenWalls;
  explicit Passing(const BetweenWalls& i) : r(exact<T>(i.r)) {
    T velocity = exact<T>(i.speed);
    theta.push_back(T(-1));
    for (int k = 0; k < i.passes; ++k) {
      const T duration = T(2) / magnitude<T>(velocity);
      theta.push_back(theta.back() + velocity * duration);
      velocity = -r * velocity;
    }
  }
  T r;
  std::vector<T> theta;  ///< at the ends of the passes
};
constexpr auto settles = []<class T>(const Passing<T>& p, Claims<T>& claims) {
  claims.at_most("|θ(tₖ) − θ(tₖ₋₁)| ≤ 1 in the end", magnitude<T>(T(p.theta.back() - p.theta[p.theta.size() - 2])),
                 T(1));
};

/// Over balls: (2.22) holds with ρ along the solution, where ‖∂E‖ = 4|J′|.
struct Slow {
  using Instance = SlowSolution;
  explicit Slow(const SlowSolution& i)
      : p(i.at.p),
        q(i.at.q),
        m(p - 2 * q),
        s(Ball::point(i.at.s)),
        s0(Ball::point(i.s0)),
        beta(Ball::point(i.beta)),
        root(exp(log(Ball(4)) * Ball(q) / Ball(p))),
        rho(Ball::point(i.at.rho) / root),
        c1(beta * (Ball(3) - sqrt(Ball(5))) / Ball(8)),
        c2(Ball(4) / (Ball(3) * beta)),
        time((power(s, -m) - power(s0, -m)) / (beta * frac<Ball>(p, q) * frac<Ball>(m, q))),
        growth(frac<Ball>(m, p) * c1 * square(frac<Ball>(p, q) / rho) * time) {}
  /// E^{1−2a} = (4s^p)^{−m/p}.
  Ball reduced(const Ball& at) const { return power(at, -m) * square(root) / Ball(4); }

  int p, q, m;
  Ball s, s0, beta;
  Ball root;  ///< 4^{1/c}
  Ball rho, c1, c2, time;
  Ball growth;  ///< (2a − 1)κt
};
constexpr auto slowly = [](const Slow& r, Claims<Ball>& claims) {
  claims.less("E₀^{1−2a} + (2a − 1)κt < E^{1−2a}", r.reduced(r.s0) + r.growth, r.reduced(r.s));
  claims.less("‖(θ, ψ)‖^m ((2a − 1)κt)^q < (ρ/(c₁c₂))^m, m/q = (2a − 1)/(1 − a)",
              power(r.s, r.q * r.m) * power(r.growth, r.q), power(r.rho / (r.c1 * r.c2), r.m));
  claims.less("J < (E₀ − Ē)/(4√(αβ)(1 + κE₀^{2a−1}t))",
              power(r.s, r.p) * (Ball(1) + r.growth * frac<Ball>(r.p, r.m) / r.reduced(r.s0)), power(r.s0, r.p));
};
Form<SlowSolution> reduced_exceeds(const char* key, std::function<Ball(const Slow&)> growth) {
  return ball_form<Slow>(key, [growth](const Slow& r, Claims<Ball>& claims) {
    claims.less("planted", r.reduced(r.s0) + growth(r), r.reduced(r.s));
  });
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
GeneralForm motion_in_wall() { return general_form<Wall>("motion in the wall, α = 0", solves); }

std::string SlowSolution::describe() const {
  return fmt::format("J = {}, from {}^{}, θ′ = −βJ′, ψ = 0, αβ = 1, β = {}", at.describe(), s0, at.q, beta);
}
bool slow_hypotheses_hold(const SlowSolution& i) {
  return is_valid(i.at) && i.at.m == 0 && i.at.rho > 1 && i.at.p > 2 * i.at.q && i.at.s < i.s0 && i.s0 <= 1 &&
         i.beta > 0;
}
Form<SlowSolution> slow_rate() { return ball_form<Slow>("slow rate", slowly); }
Forms<SlowSolution> slow_planted() {
  return {reduced_exceeds("factor: 4κ", [](const Slow& r) { return Ball(4) * r.growth; }),
          reduced_exceeds("missing factor: κ without 2a − 1",
                          [](const Slow& r) { return r.growth * frac<Ball>(r.p, r.m); })};
}

}  // namespace verigrad::inertial_newton_rate
