// What the condition (3.20) on the step size of INNA does: it is positive where it is defined; at a strict saddle one
// eigenvalue of Jac_G exceeds 1, so that the starts from which INNA comes to it lie in a hyperplane near it; at a
// minimiser all have magnitude below 1. Thesis, Theorem 3.9 with (3.25) to (3.35), Theorem 3.11. That G is a local
// diffeomorphism is local_diffeomorphism; the stable manifold theorem and the sets of measure zero that it yields are
// not computed.
#pragma once

#include "verigrad/algorithm/branch_and_bound.hpp"
#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/inertial_newton/inna_step.hpp"

namespace verigrad::step_size_condition {

const Statement& statement();

/// The right side of (3.20) is positive, for all α, β, L where its root is real.
Form<Unknowns> positive();
/// λ = −st < 0: 1 + γs > 1 is an eigenvalue of M_p, 1 − γt the other, and ℓ = (1 + βs)θ − ψ grows by 1 + γs in every
/// step: INNA comes to the saddle from ℓ = 0 alone. For every γ > 0 and every α.
Form<Unknowns> saddle();
/// 0 < λ ≤ L and (3.20): Schur's conditions |trace| < 1 + det, det < 1, which hold if and only if both eigenvalues have
/// magnitude below 1.
Form<Unknowns> minimiser();
/// λ = 0 and (3.20): the eigenvalues 1 and 1 − γα, 0 < 1 − γα < 1.
Form<Unknowns> singular();
/// The characteristic polynomial of Jac_G is the product of those of the M_p.
Form<SpectralInstance> characteristic_polynomial();

/// A start (θ₀, ψ₀) of INNA on a quadratic with λ₁ = −st.
struct SaddleStart {
  SpectralInstance quadratic;
  double s, t;
  Vector<double> theta, psi;

  bool rational() const { return true; }
  std::string describe() const;
};
/// λ₁ = −st and α = t − s + βst, s, t > 0, and ℓ(θ₀, ψ₀) ≠ 0.
bool off_stable_set(const SaddleStart& start);
/// ℓ(θₖ₊₁, ψₖ₊₁) = (1 + γs)ℓ(θₖ, ψₖ), and |ℓ| grows: INNA does not come to the saddle.
Form<SaddleStart> leaves();
/// On a saddle of one variable, from ψ₀ = (1 + βs)θ₀: θₖ₊₁ = (1 − γt)θₖ, and INNA comes to it.
Form<SaddleStart> arrives();

/// 𝒥 twice continuously differentiable, with a strict saddle at 0 and L = 1 + 1/n, where 𝒥′(θ) = θ from n + 1 on;
/// α = 1/2, β = 3/2 and γ = 1, which is below β, above γ⁻(L), and next to it where n is large. A start with n + 1 ≤ θ₀.
struct AboveBound {
  double n, theta, psi;

  bool rational() const { return true; }
  std::string describe() const;
};
/// Such starts from which θ₁ ≥ n + 1 too.
Box starts(double n);
/// n + 1 ≤ θ₀ and n + 1 ≤ θ₁ at the starts p = (θ₀, ψ₀): inequalities over enclosures.
void stays_beyond(double n, const Vector<Number>& p, Claims& claims);
/// (θ₂, ψ₂) = (0, 0), the strict saddle: 𝒥′(0) = 0, 𝒥″(0) < 0; and γ⁻(L) < γ < β.
Form<AboveBound> reaches_saddle();
/// For every γ > 0, β between γ and 2γ, α = (2γ − β)/γ² and λ = 1/γ², two steps lead from every (θ, ψ) to (0, 0).
Form<Unknowns> two_steps_to_rest();
/// With these γ, β, α and every n there is such a 𝒥 with L = (1 + 1/n)/γ² and γ⁻(L) < γ < β: from all of an unbounded
/// set of starts, θ₁ stays where 𝒥′(θ) = θ/γ², and two steps lead to its strict saddle 0.
Form<Unknowns> open_set_to_saddle();

/// (3.20) and 0 ≤ λ: both eigenvalues have magnitude at most 1; below 1 where 0 < λ.
bool admissible_and_nonnegative(const InnaStep& step);
Form<InnaStep> at_most_one();
Form<InnaStep> below_one();

/// A start of INNA on 3.4.4's θ₁⁴ − 4θ₁² + θ₂², with θ₂ = ψ₂ = 0.
struct IllustrationStart {
  double theta, psi, alpha, beta, gamma;

  bool rational() const { return true; }
  std::string describe() const;
};
/// θ₁ ≠ 0, and positive parameters.
bool off_manifold(const IllustrationStart& start);

/// The lines and wrong forms: of one step, of the text's illustration, and for all values.
Lines<InnaStep> lines();
Lines<IllustrationStart> illustration_lines();
Lines<Unknowns> general_lines();

}  // namespace verigrad::step_size_condition
