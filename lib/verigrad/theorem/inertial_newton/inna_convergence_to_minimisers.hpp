// INNA on a Morse function: almost every convergent run ends at a local minimiser. Decided on runs that are trapped
// near one, by an energy that every step near a minimiser lowers, and where a hypothesis lacks. Thesis, Corollary 3.10.
// That the starts that lead to strict saddles have measure zero is step_size_condition.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/theorem/inertial_newton/step_size_condition.hpp"

namespace verigrad::inna_convergence_to_minimisers {

const Statement& statement();

/// A start on the double well with 𝒥″ = −1 for |θ| ≤ 1, 1 for |θ| ≥ 2, linear between: a Morse function with L = 1, the
/// strict saddle 0 and the minimisers ±3.
struct WellStart {
  double theta, psi, alpha, beta, gamma;

  bool rational() const { return true; }
  std::string describe() const;
};
/// (3.20) with L = 1, not from the saddle, whose other stable starts are irrational: (α − β)² + 4 is no square.
bool hypotheses_hold(const WellStart& start);

/// At some step the run is trapped: Vₖ < (1 + D − T)r² for y = θ − θ*, θ* one of ±3 and r = 1, the distance from θ* in
/// which 𝒥′(θ) = θ − θ*. From there on it stays in that distance, and ends at θ*.
Form<WellStart> trapped();

/// For yₖ₊₂ = Tyₖ₊₁ − Dyₖ, T = trace M_p and D = det M_p, as INNA's θ has it near a critical point:
/// Vₖ = (1 + D)(yₖ² + yₖ₊₁²) − 2Tyₖyₖ₊₁ changes by −(1 − D)(yₖ₊₂ − yₖ)² in a step, and Vₖ is (1 + D ∓ T)(yₖ² + yₖ₊₁²)
/// and ±T(yₖ ∓ yₖ₊₁)². By Schur's conditions, V is positive definite and falls: y tends to 0 from every start.
Form<Unknowns> energy();
/// 𝒥 = θ³/3 near 0, α = β = 1, γ < 1/2: from θ > 0, ψ ≤ 0, θ − ψ ≤ 1 all of this remains, and θ − ψ falls by γθ², so
/// that Σγθₖ² ≤ 1: an open set of starts leads to 0, which is neither a strict saddle nor a minimiser.
Form<Unknowns> half_stable();

/// 𝒥 and a start from which INNA rests after k steps.
struct RestStart {
  ObjectivePtr J;
  double theta, psi, alpha, beta, gamma;
  int k;

  bool rational() const { return true; }
  std::string describe() const;
};
/// (θₖ₊₁, ψₖ₊₁) = (θₖ, ψₖ), and 𝒥″(θₖ) > 0.
Form<RestStart> rests_at_minimiser();
/// From the saddle of the double well, and from the open set that a step size above the bound takes to one.
RestStart from_saddle();
RestStart above_bound();
/// θₖ → 0 on the line of stable starts of a quadratic, and λ > 0 there.
Form<step_size_condition::SaddleStart> along_stable_line();

/// The law of a start: `weight` at the saddle of the double well, the rest spread over a square.
struct StartLaw {
  double weight;

  bool rational() const { return true; }
  std::string describe() const;
};

/// The lines and wrong forms: of runs in a well, of quadratics, of a start drawn at random, and for all values.
Lines<WellStart> lines();
Lines<SpectralInstance> minimiser_lines();
Lines<StartLaw> law_lines();
Lines<Unknowns> general_lines();

}  // namespace verigrad::inna_convergence_to_minimisers
