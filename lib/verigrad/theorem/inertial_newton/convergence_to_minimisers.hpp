// DIN on a coercive Morse function: every solution converges, and almost every one to a local minimiser. Decided where
// solutions are known exactly: in a well of a double well that they cannot leave, and, with αβ = 1 and ψ = 0, from
// everywhere. Thesis, Corollary 3.3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/inertial_newton/din_flow.hpp"

namespace verigrad::convergence_to_minimisers {

const Statement& statement();

/// The solution at t for double_well(s, a, 0), with minimisers ±2a and a strict saddle at 0, from (θ, ψ).
struct WellInstance {
  double s, a, alpha, beta, theta, psi, t;

  bool rational() const { return false; }
  std::string describe() const;
};
/// α ≥ 0, β > 0, t > 0, θ > a, not at rest, and less energy than at rest at a: as E falls, the solution stays beyond a,
/// where 𝒥 is quadratic.
bool in_well(const WellInstance& instance);

/// The solution from (θ, ψ) near the saddle, until u = (1 + βσ₊)θ − ψ has grown so that θ is about a/4.
struct EscapeInstance {
  double s, a, alpha, beta, theta, psi;

  bool rational() const { return false; }
  std::string describe() const;
  /// About u(0), and that time.
  double u() const;
  double time() const;
};
/// α ≥ 0, β > 0, |θ| + |ψ| ≤ a/256, and u is not 0.
bool beside_stable_line(const EscapeInstance& instance);

/// 𝒥 = (θ² − 1)²/4, and a start that is the saddle point (0, 0) with this probability and Gaussian otherwise.
struct StartInstance {
  double probability;

  bool rational() const { return true; }
  std::string describe() const;
};

/// 𝒥 = θ⁴/4 − θ³/3, coercive, with 𝒥″ = 0 at its critical point 0; αβ = 1, ψ = 0.
struct InflectionInstance {
  double theta, beta;

  bool rational() const { return true; }
  std::string describe() const;
};

/// No λ = 0.
bool morse(const SpectralInstance& instance);

/// a < θ(t), E does not grow, and V of Remark 3.7 falls as there: the solution converges to the minimiser 2a.
Form<WellInstance> converges_in_well();
/// Until t, |θ| < a, where 𝒥 is quadratic; at t, θ has the sign of u(0) and E is less than at the saddle. As E falls, θ
/// is never 0 any more, and the solution converges to the minimiser on this side.
Form<EscapeInstance> leaves_for_minimiser();
/// 𝒥 = (θ² − 1)²/4, αβ = 1, ψ = 0, any θ ≠ 0: y = 1/θ² − 1 has y′ = −2βy, so that θ tends to 1 or to −1.
Form<Unknowns> double_well();
/// With an eigenvalue λ < 0, 𝒥(e) < 𝒥(0); without, 𝒥(0) < 𝒥(h).
Form<SpectralInstance> minimisers();
/// |u(t)| ≤ |u(0)| for u = (1 + βσ₊)⟨e, θ⟩ − ⟨e, ψ⟩ and the first λ, which is negative.
Form<DinFlowInstance> bounded();
/// θ′ > 0 from θ < 0, so that θ tends to 0; and 𝒥(0) ≤ 𝒥(½), as at a minimiser.
Form<InflectionInstance> limit_is_minimiser();

/// The lines and wrong forms: for all values, of quadratics, of a start drawn at random, and near the saddle.
Lines<Unknowns> general_lines();
Lines<SpectralInstance> lines();
Lines<StartInstance> start_lines();
Lines<EscapeInstance> escape_lines();

}  // namespace verigrad::convergence_to_minimisers
