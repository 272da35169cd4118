#include "verigrad/theorem/inertial_newton/strict_saddle_instability.hpp"

#include "verigrad/flow/din.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad::strict_saddle_instability {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.2",
       .stem = "strict_saddle_instability",
       .title = "Unstable direction at strict saddles",
       .source = "Thesis, Theorem 3.2, (3.5) to (3.13)",
       .text =
           "Suppose that Assumption 3.1 holds for 𝒥, then for almost any initialization, the corresponding solution "
           "of (3.1) does not converge to a point in S_{<0}. Shown by: λ_p < 0 ⟹ σ_{p,+} > 0, so that "
           "Jac_G(θ*, ψ*) has at least one positive eigenvalue",
       .found = "no sign of α or β is needed for the positive eigenvalue, not even β ≠ 0 in (3.8). Nor are isolated "
                "critical points for the theorem: countably many Ω of Theorem 3.5 cover S_{<0}, and its (ii) asks of a "
                "solution only to stay in one of them. For quadratic 𝒥 with k negative eigenvalues and none 0 the "
                "stable set is a subspace of dimension 2P − k",
       .code = {"flow/din.hpp: din_velocity", "flow/affine_flow.hpp: matrix_exponential"},
       .hypotheses = {{"parameters", "α ≥ 0, β > 0; only β ≠ 0 is needed"},
                      {"strict saddle", "∇²𝒥(θ*) has a negative eigenvalue"},
                      {"isolated critical points", "Assumption 3.1; not needed"}},
       .errata = {{.key = "codomain of Φ",
                   .place = "Theorem 3.2, proof, before (3.11)",
                   .printed = "Φ : ℝ^P × ℝ^P × ℝ → ℝ^P × ℝ^P × ℝ",
                   .corrected = "→ ℝ^P × ℝ^P: (θ(t), ψ(t)) = Φ((θ₀, ψ₀), t)",
                   .weight = Weight::notation},
                  {.key = "span of eigenvalues",
                   .place = "Theorem 3.5",
                   .printed = "Let E^{sc}(Θ*) be the linear subspace of ℝ^{2P} spanned by the eigenvalues of Jac_F(Θ*) "
                              "with non-positive real part",
                   .corrected = "by the generalised eigenvectors for these eigenvalues, real and imaginary parts",
                   .weight = Weight::notation}}},
      general_lines(), lines(), flow_lines());
  return result;
}

bool hypotheses_hold(const SpectralInstance& instance) { return instance.alpha >= 0 && instance.beta > 0; }

namespace {

/// Any α and β, λ = −ℓ < 0; α + βλ = ±c.
template <int sign>
struct SaddleRun {
  explicit SaddleRun(const Unknowns& u)
      : beta(u.real("β")),
        l(u.positive("−λ")),
        c(u.nonnegative("|α + βλ|")),
        block{sign * c + beta * l, beta, -l},
        root_of_discriminant(root(Number(square(c) + 4 * l))) {}
  Number beta, l, c;
  DinBlock block;
  Number root_of_discriminant;  ///< √Δ
};

template <int sign>
void changes_sign(const SaddleRun<sign>& r, Claims& claims) {
  const Number far = 1 + r.l + r.c;
  const Number value = sign > 0 ? 1 + r.l * (1 + r.l) + r.c * (3 + 3 * r.l + 2 * r.c) : 1 + r.l * (1 + r.l + r.c) + r.c;
  claims.less("χ(0) = λ < 0", r.block.characteristic(0), 0);
  claims.equal("χ(1 − λ + |α + βλ|), as a sum", r.block.characteristic(far), value);
  claims.less("0 < that sum", 0, value);
}
/// (3.10), where 2σ₊ is `sum`, whose sign shows.
template <int sign>
void is_positive_root(const SaddleRun<sign>& r, Claims& claims) {
  const Number sigma = -(r.block.damping() / 2) + r.root_of_discriminant / 2;
  const Number sum = sign > 0 ? 4 * r.l / (r.c + r.root_of_discriminant) : r.c + r.root_of_discriminant;
  claims.equal("Δ = (α + βλ)² + 4(−λ)", r.block.discriminant(), square(r.c) + 4 * r.l);
  claims.equal("χ(σ₊) = 0", r.block.characteristic(sigma), 0);
  claims.equal("2σ₊, as a sum", 2 * sigma, sum);
  claims.less("0 < 2σ₊", 0, sum);
}
template <int sign>
Form<Unknowns> root_between(const char* key) {
  return form<SaddleRun<sign>, Unknowns>(key, changes_sign<sign>);
}

struct BlockRun {
  explicit BlockRun(const Unknowns& u) : block{u.nonnegative("α"), u.positive("β"), u.real("λ")}, X(u.real("X")) {}
  DinBlock block;
  Number X;
};
void polynomial(const BlockRun& r, Claims& claims) {
  claims.equal("X² − trace(M_p)X + det(M_p) = X² + (α + βλ)X + λ",
               square(r.X) - r.block.trace() * r.X + r.block.determinant(), r.block.characteristic(r.X));
}
void its_discriminant(const BlockRun& r, Claims& claims) {
  claims.equal("trace² − 4 det = (α + βλ)² − 4λ", square(r.block.trace()) - 4 * r.block.determinant(),
               r.block.discriminant());
}
template <class Polynomial>
Form<Unknowns> planted_polynomial(const char* key, Polynomial planted) {
  return form<BlockRun, Unknowns>(key, [planted](const BlockRun& r, Claims& claims) {
    claims.equal("X² − trace(M_p)X + det(M_p) = planted", square(r.X) - r.block.trace() * r.X + r.block.determinant(),
                 planted(r.block, r.X));
  });
}

/// √(1 − αβ) = r ≤ 1, and the lower end of the interval of Lemma 3.6.
struct EndRun {
  explicit EndRun(const Unknowns& u) : r(u.nonnegative("√(1 − αβ)")), beta(u.positive("β")) {}
  Number r, beta;
};
void end_is_not_negative(const EndRun& e, Claims& claims) {
  const Number product = 1 - square(e.r);
  claims.equal("2 − x − 2√(1 − x) = (1 − √(1 − x))²", 2 - product - 2 * e.r, square(1 - e.r));
  claims.at_most("0 ≤ (2 − αβ)/β² − 2√(1 − αβ)/β²", 0, square((1 - e.r) / e.beta));
}

/// A state, whose velocity vanishes exactly on S.
struct StateRun {
  explicit StateRun(const Unknowns& u)
      : alpha(u.nonnegative("α")),
        beta(u.positive("β")),
        theta(u.vector("θ")),
        psi(u.vector("ψ")),
        gradient(u.vector("∇𝒥(θ)")),
        velocity(din_velocity<Number>({theta, psi}, gradient, alpha, beta)) {}
  Number alpha, beta;
  Vector<Number> theta, psi, gradient;
  DinState<Number> velocity;
};
void stationary(const StateRun& r, Claims& claims) {
  const DinState<Number> rest =
      din_velocity<Number>({r.theta, (1 - r.alpha * r.beta) * r.theta}, 0 * r.theta, r.alpha, r.beta);
  claims.equal("‖G(θ, (1 − αβ)θ)‖² = 0 where ∇𝒥 = 0", squared_norm(rest.theta) + squared_norm(rest.psi), 0);
  claims.equal("∇𝒥(θ) = (ψ′ − θ′)/β", squared_norm(r.beta * r.gradient - (r.velocity.psi - r.velocity.theta)), 0);
  claims.equal("ψ − (1 − αβ)θ = −βψ′", squared_norm(r.psi - (1 - r.alpha * r.beta) * r.theta + r.beta * r.velocity.psi),
               0);
}

struct AlongRun {
  explicit AlongRun(const Unknowns& u)
      : x(u.real("⟨e, θ⟩/‖e‖²")),
        y(u.real("⟨e, ψ⟩/‖e‖²")),
        block{u.nonnegative("α"), u.positive("β"), u.real("λ")},
        along(u, block, x, y) {}
  Number x, y;
  DinBlock block;
  DinAlong along;
};
void along_eigenvector(const AlongRun& r, Claims& claims) {
  claims.equal("⟨e, θ′⟩ = ‖e‖²(M₁₁x + M₁₂y)", r.along.theta_rate(),
               r.along.norm2 * (r.block.theta_theta() * r.x + r.block.theta_psi() * r.y));
  claims.equal("⟨e, ψ′⟩ = ‖e‖²(M₂₁x + M₂₂y)", r.along.psi_rate(),
               r.along.norm2 * (r.block.psi_theta() * r.x + r.block.psi_psi() * r.y));
}

/// λ = −st, α = t − s + βst: all λ < 0 and α with σ₊ = s, σ₋ = −t.
struct Split {
  explicit Split(const Unknowns& u)
      : s(u.positive("σ₊")), t(u.positive("−σ₋")), beta(u.positive("β")), block{t - s + beta * s * t, beta, -(s * t)} {}
  Number s, t, beta;
  DinBlock block;
};
struct GrowthRun : Split {
  explicit GrowthRun(const Unknowns& u)
      : Split(u), x(u.real("⟨e, θ⟩/‖e‖²")), y(u.real("⟨e, ψ⟩/‖e‖²")), along(u, block, x, y) {}
  Number x, y;
  DinAlong along;
};
/// u = 0.
struct StableRun : Split {
  explicit StableRun(const Unknowns& u)
      : Split(u), x(u.real("⟨e, θ⟩/‖e‖²")), y((1 + beta * s) * x), along(u, block, x, y) {}
  Number x, y;
  DinAlong along;
};
template <class Factor, class Rate>
Form<Unknowns> grows_at(const char* key, Factor factor, Rate rate) {
  return form<GrowthRun, Unknowns>(key, [=](const GrowthRun& r, Claims& claims) {
    const Number f = factor(r);
    claims.equal("u′ = σ₊u, u = (1 + βσ₊)⟨e, θ⟩ − ⟨e, ψ⟩", f * r.along.theta_rate() - r.along.psi_rate(),
                 rate(r) * r.along.norm2 * (f * r.x - r.y));
  });
}
Number factor(const GrowthRun& r) { return 1 + r.beta * r.s; }
Number rate(const GrowthRun& r) { return r.s; }
void shrinks(const StableRun& r, Claims& claims) {
  claims.equal("⟨e, θ′⟩ = σ₋⟨e, θ⟩", r.along.theta_rate(), -(r.t * r.along.norm2 * r.x));
  claims.equal("⟨e, ψ′⟩ = σ₋⟨e, ψ⟩", r.along.psi_rate(), -(r.t * r.along.norm2 * r.y));
}

/// 𝒥(θ) = ±θ⁴/4 with αβ = 1 from ψ = 0: θ′ = ∓βθ³, 1/θ² = 1/θ₀² ± 2βt.
template <int sign>
struct QuarticRun {
  explicit QuarticRun(const Unknowns& u)
      : theta0(u.positive("θ₀")),
        beta(u.positive("β")),
        t(u.real("t")),
        later(u.nonnegative("t₊")),
        velocity(din_velocity<Number>({Vector<Number>::Constant(1, theta0), Vector<Number>::Constant(1, 0)},
                                      Vector<Number>::Constant(1, sign * theta0 * square(theta0)), 1 / beta, beta)) {}
  Number inverse_square(const Number& time) const { return 1 / square(theta0) + sign * 2 * beta * time; }
  Number theta0, beta, t, later;
  DinState<Number> velocity;
};
template <int sign>
void quartic_solution(const QuarticRun<sign>& r, Claims& claims) {
  claims.equal("ψ′ = 0", r.velocity.psi[0], 0);
  claims.equal("d/dt 1/θ² = −2θ′/θ³ = ±2β", -2 * r.velocity.theta[0], sign * 2 * r.beta * r.theta0 * square(r.theta0));
}
template <int sign>
void exists_at(const QuarticRun<sign>& r, const Number& time, Claims& claims) {
  claims.less("0 < 1/θ(t)²", 0, r.inverse_square(time));
}
void exists_at_t(const QuarticRun<1>& r, Claims& claims) { exists_at(r, r.t, claims); }
template <int sign>
void exists_later(const QuarticRun<sign>& r, Claims& claims) {
  exists_at(r, r.later, claims);
}

FalseLine<Unknowns> solutions_for_all_times() {
  return {
      .words = {.key = "solutions for all times",
                .place = "After (3.1)",
                .printed = "the existence and uniqueness … of the solutions of (3.1) [for all t > 0] are granted by "
                           "the Cauchy-Lipschitz theorem",
                .corrected = "on a maximal interval, which is all of t > 0 where 𝒥 is bounded below, or ∇𝒥 Lipschitz",
                .remark = "Theorem 3.2 holds all the same: a solution that blows up does not converge.",
                .by_hand = "𝒥 = −θ⁴/4, α = β = 1, θ₀ = 1, ψ₀ = 0: 1/θ(t)² = 1 − 2t, until t = 1/2",
                .weight = Weight::hypothesis,
                .survives = "where 𝒥 is bounded below, as in Corollary 3.3, or ∇𝒥 is Lipschitz, as in Assumption 3.2"},
      .printed = form<QuarticRun<-1>, Unknowns>(exists_later<-1>),
      .corrected = {form<QuarticRun<-1>, Unknowns>("solution for −θ⁴/4", quartic_solution<-1>)}};
}

FalseLine<Unknowns> flow_for_all_times() {
  return {
      .words = {.key = "Φ for all times",
                .place = "Theorem 3.2, proof, before (3.11)",
                .printed = "Denote Φ : ℝ^P × ℝ^P × ℝ → [ℝ^P × ℝ^P] the flow of the solutions of (3.3)",
                .corrected = "Φ(·, −k) on the open set of those states whose solution goes back to −k, which has "
                             "all that have come from a start",
                .remark = "∇𝒥 is C¹ alone, and need not be Lipschitz as in Assumption 3.2. On that set, Φ(·, −k) is "
                          "a diffeomorphism onto its image, and (3.13) holds.",
                .by_hand = "𝒥(θ) = θ⁴/4, α = β = 1 from θ₀ = 1, ψ₀ = 0: ψ = 0 and 1/θ(t)² = 1 + 2t, so that there "
                           "is no θ(−1)",
                .weight = Weight::proof},
      .printed = form<QuarticRun<1>, Unknowns>(exists_at_t),
      .corrected = {form<QuarticRun<1>, Unknowns>("onward from a start", exists_later<1>),
                    form<QuarticRun<1>, Unknowns>("solution for θ⁴/4", quartic_solution<1>)}};
}

}  // namespace

Forms<Unknowns> positive_eigenvalue() {
  return {root_between<-1>("α + βλ ≤ 0, a root in between"), root_between<1>("α + βλ ≥ 0, a root in between")};
}
Form<Unknowns> growth() { return grows_at("growth", factor, rate).of_code(); }
Form<Unknowns> stable_subspace() { return form<StableRun, Unknowns>("stable subspace", shrinks).of_code(); }

Lines<Unknowns> general_lines() {
  return {
      .steps = {{"stationary points", "(θ, ψ) ∈ S ⟺ G(θ, ψ) = 0", form<StateRun, Unknowns>(stationary).of_code()},
                {"block", "M_p = (−(α − 1/β) − βλ_p, −1/β; −(α − 1/β), −1/β)",
                 form<AlongRun, Unknowns>(along_eigenvector).of_code()},
                {"(3.8)", "χ_{M_p}(X) = X² + (α + βλ_p)X + λ_p", form<BlockRun, Unknowns>(polynomial)},
                {"(3.9)", "discriminant Δ_{M_p} = (α + βλ_p)² − 4λ_p", form<BlockRun, Unknowns>(its_discriminant)},
                {"Δ ≤ 0", "for 0 ≤ αβ ≤ 1, (2 − αβ)/β² − 2√(1 − αβ)/β² ≥ 0, so Δ_{M_p} ≤ 0 implies λ_p ≥ 0",
                 form<EndRun, Unknowns>(end_is_not_negative)},
                {"α + βλ ≤ 0", "σ_{p,+} is a sum of a non-negative and a positive term, so σ_{p,+} > 0",
                 form<SaddleRun<-1>, Unknowns>(is_positive_root<-1>)},
                {"α + βλ ≥ 0", "2σ_{p,+} = −(α + βλ_p) + √((α + βλ_p)² + 4(−λ_p)) > 0",
                 form<SaddleRun<1>, Unknowns>(is_positive_root<1>)}},
      .errata = {solutions_for_all_times(), flow_for_all_times()},
      .planted = {
          planted_polynomial("sign: X² − (α + βλ)X + λ",
                             [](const DinBlock& M, const Number& X) { return square(X) - M.damping() * X + M.lambda; }),
          planted_polynomial(
              "missing factor: α + λ for α + βλ",
              [](const DinBlock& M, const Number& X) { return square(X) + (M.alpha + M.lambda) * X + M.lambda; }),
          planted_polynomial(
              "factor: βλ for λ",
              [](const DinBlock& M, const Number& X) { return square(X) + M.damping() * X + M.beta * M.lambda; }),
          grows_at(
              "missing factor: 1 + σ₊ for 1 + βσ₊", [](const GrowthRun& r) { return 1 + r.s; }, rate),
          grows_at(
              "sign: 1 − βσ₊", [](const GrowthRun& r) { return 1 - r.beta * r.s; }, rate),
          grows_at("swapped: −σ₋ for σ₊", factor, [](const GrowthRun& r) { return r.t; })}};
}

}  // namespace verigrad::strict_saddle_instability
