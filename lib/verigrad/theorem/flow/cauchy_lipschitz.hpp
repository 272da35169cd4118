// Well-posedness of W′ = −∇J(W) where ∇J has the Lipschitz constant C: |W(t) − Z(t)| ≤ e^{C|t|} |W(0) − Z(0)|.
// Stochastic gradient methods, Theorem 5.1.1.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/convexity/hessian_bounds_instance.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad::cauchy_lipschitz {

const Statement& statement();

/// Two flows of J = Σ mᵢ·unit (Wᵢ − centreᵢ)²/2 with whole mᵢ of any sign, at the time t with e^{−unit·t} = q, or 1/q
/// when backward: Wᵢ(t) = centreᵢ + (e^{−unit·t})^{mᵢ} (Wᵢ(0) − centreᵢ). C = unit·max |mᵢ|.
struct LinearInstance {
  std::vector<int> multiples;
  double unit = 1;
  Vector<double> centre, w0, z0;
  double q = 0.5;
  bool backward = false;

  ObjectivePtr objective() const;
  bool rational() const { return true; }
  std::string describe() const;
};

/// Two flows of J = −W²/2 + W³/3 on Ω = ]0, 1[, where C = 1: W(t) = w0/(w0 + (1 − w0)e^{−t}), e^{−t} = q or 1/q.
struct LogisticInstance {
  double w0, z0, q;
  bool backward = false;

  bool rational() const { return true; }
  std::string describe() const;
};

/// 0 < q ≤ 1, and all of one dimension.
bool hypotheses_hold(const LinearInstance& instance);
/// 0 < w0, z0 < 1 and 0 < q ≤ 1.
bool stays_in_domain(const LogisticInstance& instance);
/// ∇J is Lipschitz on ℝ^q, and the points differ where J is not rational.
bool state_hypotheses_hold(const HessianBoundsInstance& instance);
/// ∇J is Lipschitz and affine.
bool picard_hypotheses_hold(const PhaseInstance& instance);

/// e^{−C|t|} |W(0) − Z(0)| ≤ |W(t) − Z(t)| ≤ e^{C|t|} |W(0) − Z(0)|, squared, on exact solutions that are checked to
/// solve the flow.
Form<LinearInstance> conclusion();
Form<LogisticInstance> logistic_conclusion();
/// The upper bound, and the lower one, with equality.
Form<LinearInstance> upper_attained();
Form<LinearInstance> lower_attained();
/// |d/dt |W − Z|²| ≤ 2C|W − Z|² at two states of any J.
Form<HessianBoundsInstance> separation();
Form<HessianBoundsInstance> separation_attained();
/// From |G| ≤ C|D|, G = ∇J(W) − ∇J(Z), D = W − Z: 2C⟨G, D⟩ and −2C⟨G, D⟩ are C²|D|² + |G|² less a square.
Form<Unknowns> general_separation();
/// Wrong forms: of the separation on exact solutions, at two states, and for all states.
Lines<LinearInstance> lines();
Lines<HessianBoundsInstance> state_lines();
Lines<Unknowns> general_lines();
/// Existence: Picard's map P(U)(t) = W₀ − ∫₀ᵗ ∇J(U) contracts paths U, U + D by Ct. D(s) = w + sz with the instance's w
/// and z, at t = τ, and J quadratic.
Lines<PhaseInstance> picard_lines();

/// From the same start 0: w′ = √w, J = −⅔w^{3/2}, has the solutions w = 0 and w = ((t − s)₊)²/4 for any s ≥ 0.
struct SquareRootInstance {
  double s, t;

  bool rational() const { return true; }
  std::string describe() const;
};
/// It solves the flow; it is the solution w = 0.
Form<SquareRootInstance> leaves_zero();
Form<SquareRootInstance> unique_from_zero();

/// w′ = w², J = −w³/3, from w0 > 0, beside the solution z = 0: w = w0/(1 − w0 t) up to T = 1/w0. At t = share/w0.
struct SquareInstance {
  double w0, share;
  int claimed_C;

  bool rational() const { return true; }
  std::string describe() const;
};
/// It solves the flow; it is within e^C of z = 0 for t ≤ 1, for which e^C < 3^C stands.
Form<SquareInstance> blows_up();
Form<SquareInstance> stays_bounded();

/// Flows of J = |w|, ]0, ∞[ to 0 at speed 1, from w0 and z0, at the time t.
struct KinkInstance {
  double w0, z0, t;

  bool rational() const { return true; }
  std::string describe() const;
};
/// |w(t) − z(t)| ≤ |w0 − z0|, and w(t) ≠ z(t) where w0 ≠ z0.
Form<KinkInstance> kink_contracts();
Form<KinkInstance> kink_stays_apart();

}  // namespace verigrad::cauchy_lipschitz
