#include "verigrad/theorem/inertial_newton/spirals.hpp"

#include <fmt/format.h>

#include "verigrad/number/pi.hpp"
#include "verigrad/number/rational.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad::spirals {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.8",
       .stem = "spirals",
       .title = "Spirals",
       .source = "Thesis, Theorem 3.8 and 3.3.2, with (3.14) to (3.18)",
       .text = "If αβ ≤ 1 and all the eigenvalues of ∇²𝒥(θ*) are not in ((2 − αβ)/β² − 2√(1 − αβ)/β², (2 − αβ)/β² + "
               "2√(1 − αβ)/β²), or if αβ > 1, then all the eigenvalues of Jac_G(θ*, ψ*) are real so the coordinates … "
               "are sums of exponential functions decreasing in time. For λ_p in the interval there are two complex "
               "eigenvalues −(α + βλ_p)/2 ± iω_p, ω_p = √(4λ_p − (α + βλ_p)²)/2, and the solution of the linearized "
               "model spirals around (θ*, ψ*) as it converges toward it; ω_p is a decreasing function of β",
       .found = "the angle falls at the constant rate ω_p, and each coordinate is 0 once every half turn; with real "
                "eigenvalues, once at most. All of it for αβ of any size",
       .code = {"flow/din.hpp: din_velocity", "flow/affine_flow.hpp: matrix_exponential"},
       .hypotheses = {{"parameters", "α ≥ 0, β > 0; α > −βλ is enough, but for ω to fall in β"},
                      {"minimiser", "∇²𝒥(θ*) has positive eigenvalues only"}},
       .errata = {{.key = "Hessian ∇𝒥",
                   .place = "3.3.1.4",
                   .printed = "an eigenvalue λ_p of the Hessian ∇𝒥(θ*)",
                   .corrected = "of ∇²𝒥(θ*)",
                   .weight = Weight::notation,
                   .one_letter = true},
                  {.key = "order of Q and Q⁻¹",
                   .place = "3.3.2.2, form of the solutions",
                   .printed = "the coordinates of Q^{−1}e^{tD}Q in (3.18)",
                   .corrected = "(3.18) has Qe^{tD}Q^{−1}",
                   .weight = Weight::notation},
                  {.key = "t₀ for 0",
                   .place = "3.3.2.2, before (3.18)",
                   .printed = "with initial condition (θ̃(t₀), ψ̃(t₀)) = H(θ(0), ψ(0))",
                   .corrected = "(θ̃(0), ψ̃(0)); t₀ comes later",
                   .weight = Weight::notation}}},
      general_lines(), lines(), flow_lines(), centre_lines(), illustration_lines());
  return result;
}

bool near_minimiser(const SpectralInstance& instance) {
  return instance.alpha >= 0 && instance.beta > 0 && instance.lambda.minCoeff() > 0;
}

namespace {

/// How many λ have (α + βλ)² < 4λ, exactly.
int turning_planes(const SpectralInstance& instance) {
  int count = 0;
  for (const double lambda : instance.lambda)
    count +=
        square(Rational(Rational(instance.alpha) + Rational(instance.beta) * Rational(lambda))) < 4 * Rational(lambda);
  return count;
}

/// ⟨e, θ⟩ ≠ 0 for each eigenvector e.
bool starts_off_zero(const DinFlowInstance& instance) {
  const Matrix<Rational> V = eigenvectors(instance.at);
  for (Eigen::Index p = 0; p < V.cols(); ++p)
    if (dot<Rational>(V.col(p), exact<Rational>(instance.theta)) == 0) return false;
  return true;
}

/// Δ = −4ω²: λ = ω² + b²/4 and α = b − βλ, for b = α + βλ.
struct ComplexRun {
  explicit ComplexRun(const Unknowns& u)
      : omega(u.positive("ω")), b(u.positive("α + βλ")), beta(u.positive("β")), block(of(omega, b, beta)) {}
  static DinBlock of(const Number& omega, const Number& b, const Number& beta) {
    const Number lambda = square(omega) + square(b) / 4;
    return {b - beta * lambda, beta, lambda};
  }
  Number omega, b, beta;
  DinBlock block;
};
void complex_eigenvalues(const ComplexRun& r, Claims& claims) {
  const Number real = -(r.block.damping() / 2);
  claims.equal("Re χ(σ±) = 0", square(real) - square(r.omega) + r.block.damping() * real + r.block.lambda, 0);
  claims.equal("Im χ(σ±) = 0", 2 * real * r.omega + r.block.damping() * r.omega, 0);
  claims.equal("4ω² = 4λ − (α + βλ)²", 4 * square(r.omega), 4 * r.block.lambda - square(r.block.damping()));
}
struct PlaneRun : ComplexRun {
  explicit PlaneRun(const Unknowns& u)
      : ComplexRun(u), x(u.real("⟨e, θ⟩/‖e‖²")), y(u.real("⟨e, ψ⟩/‖e‖²")), along(u, block, x, y) {}
  /// θ′ + bθ/2 along e, of a state or of a velocity.
  Number across(const Number& theta, const Number& psi) const {
    return (block.theta_theta() + b / 2) * theta + block.theta_psi() * psi;
  }
  Number x, y;
  DinAlong along;
};
/// The rate of the angle times the squared radius, and of that, for an angle and a shrinking claimed.
template <class Turn, class Shrink>
Form<Unknowns> spiral_at(const char* key, Turn turn, Shrink shrink) {
  return form<PlaneRun, Unknowns>(key, [=](const PlaneRun& r, Claims& claims) {
    const Number p = r.omega * r.x, q = r.across(r.x, r.y), radius2 = r.along.norm2 * (square(p) + square(q));
    const Number p_rate = r.omega * r.along.theta_rate(), q_rate = r.across(r.along.theta_rate(), r.along.psi_rate());
    claims.equal("pq′ − qp′ = −ω(p² + q²)", p * q_rate - q * p_rate, -turn(r) * radius2);
    claims.equal("(p² + q²)′ = −(α + βλ)(p² + q²)", 2 * (p * p_rate + q * q_rate), -shrink(r) * radius2);
  });
}
Number turn(const PlaneRun& r) { return r.omega; }
Number shrink(const PlaneRun& r) { return r.b; }

/// −m and −n are the eigenvalues of M_p: λ = mn, α + βλ = m + n.
struct RealRun {
  explicit RealRun(const Unknowns& u)
      : m(u.positive("m")),
        n(u.positive("n")),
        beta(u.positive("β")),
        x(u.real("⟨e, θ⟩/‖e‖²")),
        y(u.real("⟨e, ψ⟩/‖e‖²")),
        block{m + n - beta * m * n, beta, m * n},
        along(u, block, x, y) {}
  /// θ′ and ψ′ along e, of a state or of a velocity.
  Number theta_rate(const Number& theta, const Number& psi) const {
    return block.theta_theta() * theta + block.theta_psi() * psi;
  }
  Number psi_rate(const Number& theta, const Number& psi) const {
    return block.psi_theta() * theta + block.psi_psi() * psi;
  }
  Number m, n, beta, x, y;
  DinBlock block;
  DinAlong along;
};
void falls_without_turn(const RealRun& r, Claims& claims) {
  const Number x_rate = r.along.theta_rate(), y_rate = r.along.psi_rate();
  claims.equal("Δ = (m − n)²", r.block.discriminant(), square(r.m - r.n));
  claims.equal("w = θ′ + mθ has w′ = −nw", r.theta_rate(x_rate, y_rate) + r.m * x_rate,
               -r.n * r.along.norm2 * (r.theta_rate(r.x, r.y) + r.m * r.x));
  claims.equal("w = ψ′ + mψ has w′ = −nw", r.psi_rate(x_rate, y_rate) + r.m * y_rate,
               -r.n * r.along.norm2 * (r.psi_rate(r.x, r.y) + r.m * r.y));
}

struct FrequencyRun {
  explicit FrequencyRun(const Unknowns& u)
      : alpha(u.nonnegative("α")), beta(u.positive("β")), d(u.positive("the growth of β")), lambda(u.positive("λ")) {}
  /// 4ω².
  Number frequency(const Number& at) const { return 4 * lambda - square(alpha + at * lambda); }
  Number alpha, beta, d, lambda;
};
void falls_in_beta(const FrequencyRun& r, Claims& claims) {
  const Number by = r.d * r.lambda * (2 * r.alpha + 2 * r.beta * r.lambda + r.d * r.lambda);
  claims.equal("4ω² falls by dλ(2α + 2βλ + dλ)", r.frequency(r.beta) - r.frequency(r.beta + r.d), by);
  claims.less("0 < dλ(2α + 2βλ + dλ)", 0, by);
}
struct AnyAlphaRun : FrequencyRun {
  explicit AnyAlphaRun(const Unknowns& u) : FrequencyRun(u) { alpha = u.real("α of any sign"); }
};

/// The eigenvalues' real parts at a minimiser.
void negative_real_parts(const ComplexRun& r, Claims& claims) {
  claims.equal("α + βλ = b", r.block.damping(), r.b);
  claims.less("Re σ± = −b/2 < 0", -(r.b / 2), 0);
}
void negative_real_eigenvalues(const RealRun& r, Claims& claims) {
  claims.equal("χ(−m) = 0", r.block.characteristic(-r.m), 0);
  claims.equal("χ(−n) = 0", r.block.characteristic(-r.n), 0);
  claims.less("−m < 0", -r.m, 0);
}

/// Δ for α = 2.
Number discriminant(const Number& beta, const Number& lambda) { return DinBlock{2, beta, lambda}.discriminant(); }
void illustrated_range(const Illustration&, Claims& claims) {
  const Number beta = frac(1, 10);
  for (const int lambda : {2, 4}) {
    claims.less("(2, 0.1): Δ < 0 at 2 and 4", discriminant(beta, lambda), 0, lambda);
    claims.less("(2, 1): 0 < Δ at 2 and 4", 0, discriminant(1, lambda), lambda);
  }
  claims.less("1 < the lower end", 0, discriminant(beta, 1));
  claims.less("the lower end < 3/2", discriminant(beta, frac(3, 2)), 0);
  claims.less("717/2 < the upper end", discriminant(beta, frac(717, 2)), 0);
  claims.less("the upper end < 359", 0, discriminant(beta, 359));
}
void faster_with_spirals(const Illustration&, Claims& claims) {
  const DinBlock without{2, 1, 2}, with{2, frac(1, 10), 2};
  claims.less("−σ₊ of (2, 1) at 2 < −Re σ± of (2, 0.1) at 2", without.damping() / 2 - root(without.discriminant()) / 2,
              with.damping() / 2);
}

struct CentreRun {
  using Instance = CentreInstance;
  explicit CentreRun(const CentreInstance& instance)
      : squared_radius(square(exact(instance.radius))), time(2 * instance.turns * pi()) {}
  Number squared_radius, time;
};
void returns(const CentreRun& r, Claims& claims) {
  claims.equal("‖Θ(2πk)‖² = ‖Θ₀‖²", r.squared_radius / (1 + 2 * r.squared_radius * r.time), r.squared_radius);
}
/// Θ′ = JΘ − ‖Θ‖²Θ, for any J with ⟨JΘ, Θ⟩ = 0.
struct RotationRun {
  explicit RotationRun(const Unknowns& u) : x(u.real("Θ₁")), y(u.real("Θ₂")) {}
  Number x, y;
};
void norm_falls(const RotationRun& r, Claims& claims) {
  const Number norm2 = square(r.x) + square(r.y);
  const Number x_rate = -r.y - norm2 * r.x, y_rate = r.x - norm2 * r.y;
  claims.equal("(‖Θ‖²)′ = −2‖Θ‖⁴, so that 1/‖Θ‖² = 1/‖Θ₀‖² + 2t", 2 * (r.x * x_rate + r.y * y_rate),
               -2 * square(norm2));
  claims.equal("of (3.16), (‖Φ‖²)′ = 0", 2 * (r.x * -r.y + r.y * r.x), 0);
}

FalseLine<CentreInstance> rotation_at_zero() {
  return {
      .words = {.key = "non-zero eigenvalues",
                .place = "Theorem 3.8",
                .printed = "Jac_F(Θ*) has only non-zero eigenvalues. Then, there exists … a homeomorphism H",
                .corrected = "only eigenvalues with non-zero real parts",
                .remark = "As the theorem is in the book that the text cites for it. At minimisers, where the text "
                          "uses it, the real parts are negative. In the counterexample ‖Θ‖ falls: the solution stays "
                          "in Ω, and the intervals 𝕋 of its points join.",
                .by_hand = "Θ′ = JΘ − ‖Θ‖²Θ, J = (0, −1; 1, 0): 1/‖Θ‖² = 1/‖Θ₀‖² + 2t, Θ → 0, and solutions of "
                           "(3.16) are periodic",
                .weight = Weight::hypothesis,
                .survives = "for eigenvalues with non-zero real parts, as DIN has at minimisers",
                .of_statement = true},
      .printed = form<CentreRun>(returns).in_balls(),
      .counterexample = {.radius = 1, .turns = 1}};
}

}  // namespace

std::string CentreInstance::describe() const {
  return fmt::format("Θ′ = JΘ − ‖Θ‖²Θ in ℝ², J = (0, −1; 1, 0), ‖Θ₀‖ = {}, t = 2π · {}", radius, turns);
}

bool turns(const DinFlowInstance& instance) {
  return near_minimiser(instance.at) && turning_planes(instance.at) == instance.at.P() && starts_off_zero(instance);
}
bool turns_nowhere(const DinFlowInstance& instance) {
  return near_minimiser(instance.at) && turning_planes(instance.at) == 0 && starts_off_zero(instance);
}

Form<Unknowns> spiral() { return spiral_at("spiral", turn, shrink).of_code(); }
Form<Unknowns> no_turn() { return form<RealRun, Unknowns>("no turn", falls_without_turn).of_code(); }
Form<Unknowns> frequency_falls() { return form<FrequencyRun, Unknowns>("ω in β", falls_in_beta); }
Form<Unknowns> frequency_falls_for_any_alpha() { return form<AnyAlphaRun, Unknowns>("any α", falls_in_beta); }

Lines<Unknowns> general_lines() {
  return {.steps = {{"(3.14)", "two complex eigenvalues −(α + βλ_p)/2 ± i√(4λ_p − (α + βλ_p)²)/2",
                     form<ComplexRun, Unknowns>(complex_eigenvalues)},
                    {"complex pairs", "all the eigenvalues of Jac_G(θ*, ψ*) have strictly negative real parts",
                     form<ComplexRun, Unknowns>(negative_real_parts)},
                    {"real pairs", "all the eigenvalues of Jac_G(θ*, ψ*) have strictly negative real parts",
                     form<RealRun, Unknowns>(negative_real_eigenvalues)},
                    {"ω in β", "ω_p is a decreasing function of β", frequency_falls()},
                    {"rotation", "Θ′ = JΘ − ‖Θ‖²Θ, whose linearisation is a rotation, has 1/‖Θ‖² = 1/‖Θ₀‖² + 2t",
                     form<RotationRun, Unknowns>(norm_falls)}},
          .planted = {spiral_at(
                          "missing ½: 2ω", [](const PlaneRun& r) { return 2 * r.omega; }, shrink),
                      spiral_at(
                          "the other way round", [](const PlaneRun& r) { return -r.omega; }, shrink),
                      spiral_at("factor: (α + βλ)/2", turn, [](const PlaneRun& r) { return r.b / 2; }),
                      spiral_at("missing factor: α + λ", turn,
                                [](const PlaneRun& r) { return r.block.alpha + r.block.lambda; })}};
}

Lines<CentreInstance> centre_lines() { return {.errata = {rotation_at_zero()}}; }

Lines<Illustration> illustration_lines() {
  const Form<Illustration> range{"", illustrated_range}, speed{"", faster_with_spirals};
  return {
      .steps = {{"illustrated range",
                 "with (α, β) = (2, 0.1), the range of eigenvalues for which we should observe spirals is "
                 "approximately [1, 359] so both eigenvalues of the Hessian lie in this interval; (2, 1) has αβ > 1",
                 range},
                {"illustrated speed",
                 "Despite the presence of spirals, the setting where αβ < 1 yields a faster algorithm", speed}}};
}

}  // namespace verigrad::spirals
