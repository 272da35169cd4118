#include "verigrad/theorem/inertial_newton/convergence_to_minimisers.hpp"

#include <fmt/format.h>

#include "verigrad/number/product.hpp"
#include "verigrad/number/rational.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/din_instance.hpp"

namespace verigrad::convergence_to_minimisers {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.3",
       .stem = "convergence_to_minimisers",
       .title = "Convergence to local minimisers",
       .source = "Thesis, Corollary 3.3",
       .text = "𝒥 a twice continuously differentiable, coercive Morse function: for any initialization the solution of "
               "(3.1) converges. Let (θ₀, ψ₀) be a non-degenerate random variable: with probability one, θ* is a local "
               "minimizer of 𝒥",
       .found =
           "convergence holds for α = 0 as well: critical points are isolated, and on the limit set ∇𝒥 = 0. Near the "
           "saddle of a double well, the sign of (1 + βσ₊)θ − ψ says to which minimiser a solution goes",
       .code = {"flow/din.hpp: din_velocity", "flow/affine_flow.hpp: matrix_exponential",
                "problem/non_convex.hpp: double_well"},
       .hypotheses = {{"parameters", "α ≥ 0, β > 0"},
                      {"Morse", "∇²𝒥 has no eigenvalue 0 where ∇𝒥 = 0"},
                      {"coercive", "𝒥(θ) → ∞ as ‖θ‖ → ∞"},
                      {"distribution", "of (θ₀, ψ₀): absolutely continuous"}}},
      general_lines(), lines(), start_lines());
  return result;
}

std::string WellInstance::describe() const {
  return fmt::format("𝒥″ = −{} within {} of 0, {} beyond; α = {}, β = {}, θ₀ = {}, ψ₀ = {}, t = {}", s, a, s, alpha,
                     beta, theta, psi, t);
}
std::string StartInstance::describe() const {
  return fmt::format("𝒥 = (θ² − 1)²/4, α = β = 1, (θ₀, ψ₀) = (0, 0) with probability {}, else Gaussian", probability);
}
std::string InflectionInstance::describe() const {
  return fmt::format("𝒥 = θ⁴/4 − θ³/3, α = 1/β, β = {}, ψ = 0, θ = {}", beta, theta);
}

bool in_well(const WellInstance& i) {
  if (!(i.s > 0 && i.a > 0 && i.alpha >= 0 && i.beta > 0 && i.t > 0 && i.theta > i.a)) return false;
  const Rational s(i.s), a(i.a), alpha(i.alpha), beta(i.beta), theta(i.theta), psi(i.psi);
  const Rational w = (alpha - 1 / beta) * theta + psi / beta;
  const Rational energy = (1 + alpha * beta) * s * square(Rational(theta - 2 * a)) + square(w);
  return energy > 0 && energy < (1 + alpha * beta) * s * square(a);
}
bool morse(const SpectralInstance& instance) { return (instance.lambda.array() != 0).all(); }

namespace {

DinFlowInstance from_minimiser(const WellInstance& i) {
  const double rest = (1 - i.alpha * i.beta) * 2 * i.a;
  return {in_one_dimension(i.s, i.alpha, i.beta), at(i.theta - 2 * i.a), at(i.psi - rest), i.t};
}

struct WellRun : DinFlowRun {
  using Instance = WellInstance;
  explicit WellRun(const WellInstance& i)
      : DinFlowRun(from_minimiser(i)), a(exact(i.a)), J(make_objective(verigrad::double_well(i.s, i.a, 0))) {}
  /// Of what is a state less the minimiser's.
  DinState<Number> state(const Vector<Number>& x) const {
    const Vector<Number> middle = Vector<Number>::Constant(1, 2 * a);
    return {x.head(1) + middle, x.tail(1) + (1 - alpha * beta) * middle};
  }
  Number energy(const Vector<Number>& x) const {
    const DinState<Number> here = state(x);
    const Number above = J->over<Number>().value(here.theta) - J->over<Number>().minimum().f_star;
    return 2 * (1 + alpha * beta) * above + squared_norm(din_residual(here, alpha, beta));
  }
  Number V(const Vector<Number>& x) const { return lyapunov().value(x[0], product(generator, x)[0]); }
  DinLyapunov lyapunov() const { return DinLyapunov(block(0)); }
  Number a;
  ObjectivePtr J;
};
void in_its_well(const WellRun& r, Claims& claims) {
  const DinState<Number> there = r.state(r.end);
  const Vector<Number> gradient = r.J->over<Number>().gradient(there.theta), velocity = product(r.generator, r.end);
  claims.equal("θ′(t)", din_velocity(there, gradient, r.alpha, r.beta).theta[0], velocity[0]);
  claims.at_most("a ≤ θ(t)", r.a, there.theta[0]);
  claims.at_most("E(t) ≤ E(0)", r.energy(r.end), r.energy(r.start));
  claims.at_most("V(t) ≤ e^{−κt}V(0)", r.V(r.end), exp(-r.lyapunov().kappa() * r.t) * r.V(r.start));
}

/// 𝒥 = (θ² − 1)²/4 at a θ of either sign, over α = 1/β.
template <int sign>
struct SliceRun {
  explicit SliceRun(const Unknowns& u) : SliceRun{u.positive("β"), u.positive("|θ|")} {}
  SliceRun(const Number& positive_beta, const Number& size_of_theta)
      : beta(positive_beta),
        size(size_of_theta),
        theta(sign * size),
        velocity(din_velocity<Number>({Vector<Number>::Constant(1, theta), Vector<Number>::Constant(1, 0)},
                                      Vector<Number>::Constant(1, theta * square(size) - theta), 1 / beta, beta)) {}
  Number y() const { return 1 / square(size) - 1; }
  Number y_rate() const { return -2 * velocity.theta[0] / (theta * square(size)); }
  Number beta, size, theta;
  DinState<Number> velocity;
};
template <class Run>
void claim_slice(const Run& r, const Number& rate, Claims& claims) {
  claims.equal("ψ′ = 0", r.velocity.psi[0], 0);
  claims.equal("y′ = −2βy for y = 1/θ² − 1", r.y_rate(), rate * r.y());
}
struct BothSides {
  explicit BothSides(const Unknowns& u) : right(u), left(right.beta, right.size) {}
  SliceRun<1> right;
  SliceRun<-1> left;
};
void on_both_sides(const BothSides& r, Claims& claims) {
  claim_slice(r.right, -2 * r.right.beta, claims);
  claim_slice(r.left, -2 * r.left.beta, claims);
}
template <class Rate>
Form<Unknowns> slice_at(const char* key, Rate rate) {
  return form<SliceRun<1>, Unknowns>(key,
                                     [rate](const SliceRun<1>& r, Claims& claims) { claim_slice(r, rate(r), claims); });
}

/// A state, with 𝒥 and its least value.
struct EnergyRun : DinRun {
  explicit EnergyRun(const Unknowns& u)
      : DinRun(u, u.nonnegative("α"), u.positive("β")), above(u.nonnegative("𝒥(θ) − min 𝒥")) {}
  Number E() const { return 2 * (1 + alpha * beta) * above + squared_norm(s); }
  Number above;
};
void is_bounded(const EnergyRun& r, Claims& claims) {
  const Number fall = 2 * (r.alpha * squared_norm(r.velocity.theta) + r.beta * squared_norm(r.v));
  claims.equal("E′ = −2(α‖θ′‖² + β‖∇𝒥‖²)", 2 * r.rate(1 + r.alpha * r.beta), -fall);
  claims.at_most("E′ ≤ 0", -fall, 0);
  claims.equal("E − 2(1 + αβ)(𝒥(θ) − min 𝒥) = ‖w‖²", r.E() - 2 * (1 + r.alpha * r.beta) * r.above, squared_norm(r.s));
  claims.at_most("0 ≤ ‖w‖²", 0, squared_norm(r.s));
  claims.equal("ψ = βw + (1 − αβ)θ", squared_norm(r.at.psi - r.beta * r.s - (1 - r.alpha * r.beta) * r.at.theta), 0);
}

struct CriticalRun : SpectralRun {
  using SpectralRun::SpectralRun;
  /// 𝒥(θ* + h), where 𝒥(θ*) = 1.
  Number value(const Vector<Number>& h) const { return 1 + dot(h, product(H, h)) / 2; }
};
void is_minimiser_or_saddle(const CriticalRun& r, Claims& claims) {
  bool saddle = false;
  for (int p = 0; p < r.P(); ++p) {
    if (sign_of(r.lambda[p]) != Sign::negative) continue;
    saddle = true;
    claims.less("𝒥(θ* + e) < 𝒥(θ*)", r.value(r.V.col(p)), 1, p + 1);
  }
  if (!saddle) claims.less("𝒥(θ*) < 𝒥(θ* + h)", 1, r.value(Vector<Number>::Constant(r.P(), 1)));
}

void does_not_grow(const DinFlowRun& r, Claims& claims) {
  const auto u2 = [&](const Vector<Number>& x) {
    return square((1 + r.beta * r.sigma(0, 1)) * r.theta_along(0, x) - r.psi_along(0, x));
  };
  claims.at_most("u(t)² ≤ u(0)²", u2(r.end), u2(r.start));
}

struct InflectionRun {
  using Instance = InflectionInstance;
  explicit InflectionRun(const InflectionInstance& i)
      : theta(exact(i.theta)),
        beta(exact(i.beta)),
        velocity(din_velocity<Number>({Vector<Number>::Constant(1, theta), Vector<Number>::Constant(1, 0)},
                                      Vector<Number>::Constant(1, square(theta) * (theta - 1)), 1 / beta, beta)) {}
  static Number value(const Number& at) { return square(square(at)) / 4 - at * square(at) / 3; }
  Number theta, beta;
  DinState<Number> velocity;
};
void tends_to_minimiser(const InflectionRun& r, Claims& claims) {
  claims.less("0 < θ′ from θ < 0", 0, r.velocity.theta[0]);
  claims.at_most("𝒥(0) ≤ 𝒥(½)", r.value(0), r.value(frac(1, 2)));
}

struct StartRun {
  using Instance = StartInstance;
  explicit StartRun(const StartInstance& i) : probability(exact(i.probability)) {}
  Number probability;
};
void rests_with_probability_0(const StartRun& r, Claims& claims) {
  const Vector<Number> zero = Vector<Number>::Constant(1, 0);
  const DinState<Number> velocity = din_velocity<Number>({zero, zero}, zero, 1, 1);
  claims.equal("‖(θ′, ψ′)‖² = 0 at the saddle", squared_norm(velocity.theta) + squared_norm(velocity.psi), 0);
  claims.at_most("P((θ₀, ψ₀) = (0, 0)) ≤ P(θ* = 0) = 0", r.probability, 0);
}

FalseLine<StartInstance> distribution_with_atoms() {
  return {
      .words = {.key = "non-degenerate distribution",
                .place = "Corollary 3.3, proof",
                .printed = "a non-degenerate distribution …, by definition the support … has non-zero measure",
                .corrected = "from an absolutely continuous distribution: sets of measure 0 have probability 0",
                .remark = "The proof goes on with “So, almost surely” from a set of measure 0. The examples that "
                          "are named, Gaussian and uniform distributions, have a density.",
                .by_hand = "𝒥 = (θ² − 1)²/4, (θ₀, ψ₀) = (0, 0) with probability ½, else Gaussian: with probability ½ "
                           "it rests at the maximiser 0",
                .weight = Weight::hypothesis,
                .survives = "for distributions with a density",
                .of_statement = true},
      .printed = form<StartRun>(rests_with_probability_0),
      .counterexample = {.probability = 0.5}};
}

}  // namespace

Form<WellInstance> converges_in_well() {
  return form<WellRun>("converges in its well", in_its_well).in_balls().of_code();
}
Form<Unknowns> double_well() { return form<BothSides, Unknowns>("double well", on_both_sides).of_code(); }
Form<SpectralInstance> minimisers() { return form<CriticalRun>("S ∖ S_{<0}", is_minimiser_or_saddle); }
Form<DinFlowInstance> bounded() { return form<DinFlowRun>("bounded", does_not_grow).in_balls().of_code(); }
Form<InflectionInstance> limit_is_minimiser() {
  return form<InflectionRun>("limit is a minimiser", tends_to_minimiser);
}

Lines<Unknowns> general_lines() {
  return {.steps = {{"bounded", "the coercivity of 𝒥 guarantees that any solution of (3.1) remains bounded",
                     form<EnergyRun, Unknowns>(is_bounded)}},
          .planted = {slice_at("factor: y′ = −βy", [](const auto& r) { return Number(-r.beta); }),
                      slice_at("sign: y′ = 2βy", [](const auto& r) { return Number(2 * r.beta); }),
                      slice_at("missing factor: y′ = −2y", [](const auto&) { return Number(-2); }),
                      slice_at("index: y′ = −2β²y", [](const auto& r) { return Number(-2 * square(r.beta)); })}};
}
Lines<SpectralInstance> lines() {
  return {.steps = {{"S ∖ S_{<0}", "since 𝒥 is a Morse function, S ∖ S_{<0} is exactly the set of local minimizers",
                     minimisers()}}};
}
Lines<StartInstance> start_lines() { return {.errata = {distribution_with_atoms()}}; }

}  // namespace verigrad::convergence_to_minimisers
