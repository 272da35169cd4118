#include "verigrad/theorem/adaptive/adam_energy_decay.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/adaptive/adam_energy_decay_run.hpp"

namespace verigrad::adam_energy_decay {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.2.6",
       .stem = "adam_energy_decay",
       .title = "Energy decay of the ADAM system",
       .source = "Stochastic gradient methods, Lemma 5.2.6, (5.24)",
       .text = "d/dt (J(W(t)) + ε₁/2 ⟨D(t)^{−1/2} Z(t), Z(t)⟩) ≤ 0 for all t ≥ 0",
       .code = {"flow/momentum_systems.hpp: adam_velocity"},
       .hypotheses = {{"start", "D(0) > 0; by Lemma 5.2.5 D(t) > 0, without which D^{−1/2} is not defined"},
                      {"condition", "ε₁ ≤ 4ε₂"},
                      {"relaxation", "ε₁ > 0 and ε₂ > 0, said at (5.23)"},
                      {"system", "W′ = D^{−1/2}Z, Z′ = −(∇J(W) + Z)/ε₁, D′ = (diag(∇J(W) ⊗ ∇J(W)) − D)/ε₂ (5.23)"}},
       .formal = {.theorems = {"conclusion", "conclusion_decreases"},
                  .given = "t > 0, for (5.23) gives no derivative at 0; up to t = 0 the energy does not increase"}},
      lines(), inverse_lines());
  return result;
}

std::string AdamInstance::describe() const {
  return fmt::format("J = {}; W = {}, Z = {}, √D = {}, ε₁ = {}, ε₂ = {}, τ = {}", J->describe(), in_words(w),
                     in_words(z), in_words(root), eps1, eps2, tau);
}

std::string CoefficientInstance::describe() const { return fmt::format("M = {}, M′ = {}", m, m_prime); }

bool state_is_defined(const AdamInstance& instance) {
  return instance.root.minCoeff() > 0 && instance.eps1 > 0 && instance.eps2 > 0;
}

bool rate_is_decidable(const AdamInstance& instance) {
  return state_is_defined(instance) && instance.J->curvature().smooth() && std::isinf(instance.J->domain_radius()) &&
         (instance.rational() || !instance.z.isZero(0));
}

namespace {

void is_printed_rate_if_smooth(const Run& r, Claims& claims) {
  r.along().claim_rate(printed_rate(r) - r.kinetic_rate(), r.L, r.tau, claims);
}

void rate_is_zero(const Run& r, Claims& claims) { claims.equal("E′ = 0", r.rate(), 0); }

template <class Rate>
auto smooth_rate_claim(Rate rate) {
  return [rate](const Run& r, Claims& claims) { r.along().claim_rate(rate(r) - r.kinetic_rate(), r.L, r.tau, claims); };
}

/// 1/m, and its derivative by dual numbers.
struct InverseRun {
  using Instance = CoefficientInstance;
  explicit InverseRun(const CoefficientInstance& instance) : m(exact(instance.m)), m_prime(exact(instance.m_prime)) {}
  explicit InverseRun(const Unknowns& unknowns) : m(unknowns.positive("m")), m_prime(unknowns.real("m′")) {}

  Number derivative() const {
    return (Dual<Number>(1) / Dual<Number>(m, Vector<Number>::Constant(1, m_prime))).tangent();
  }

  Number m, m_prime;
};

void printed_inverse(const InverseRun& r, Claims& claims) {
  claims.equal("(M⁻¹)′ = M⁻² M′", r.derivative(), r.m_prime / square(r.m));
}

void corrected_inverse(const InverseRun& r, Claims& claims) {
  claims.equal("(M⁻¹)′ = −M⁻² M′", r.derivative(), -r.m_prime / square(r.m));
}

/// J = w²/2 at w = z = 1 with √D = 1/2.
AdamInstance on_parabola() {
  return {.J = make_objective(Quadratic(at(1), at(0))),
          .w = at(1),
          .z = at(1),
          .root = at(0.5),
          .eps1 = 0.03125,
          .eps2 = 8,
          .tau = 0.125};
}

}  // namespace

Form<AdamInstance> quadratic_rate() { return form<Run>(is_printed_rate).of_code(); }
Form<AdamInstance> smooth_rate() { return form<Run>(is_printed_rate_if_smooth); }
Form<AdamInstance> decays() { return form<Run>(rate_at_most_zero).of_code(); }
Form<AdamInstance> stationary() { return form<Run>(rate_is_zero).of_code(); }

Lines<AdamInstance> lines() {
  const auto wrong = [](const char* key, auto rate) { return form<Run>(key, rate_claim(rate)); };
  return {.steps = {{"variation",
                     "E′ = ⟨D^{−1/2}Z, ∇J(W)⟩ − ⟨∇J(W) + Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2}(diag(∇J ⊗ ∇J) − D)Z, Z⟩",
                     form<Run>(variation).of_code()},
                    {"two terms", "… = −(1 − ε₁/(4ε₂))⟨Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2} diag(∇J ⊗ ∇J)Z, Z⟩",
                     form<Run>(two_terms)}},
          .planted = planted_with(wrong),
          .separating = {on_parabola()}};
}

Lines<AdamInstance> smooth_lines() {
  const auto wrong = [](const std::string& key, auto rate) {
    return form<Run>(key + ", smooth J", smooth_rate_claim(rate));
  };
  return {.planted = planted_with(wrong), .separating = {on_parabola()}};
}

Lines<CoefficientInstance> inverse_lines() {
  return {.errata = {{.words = {.key = "derivative of the inverse",
                                .place = "proof of Lemma 5.2.6, first line",
                                .printed = "d/dt M(t)^{−1} = M(t)^{−2} M′(t)",
                                .corrected = "d/dt M(t)^{−1} = −M(t)^{−2} M′(t)",
                                .remark = "The next line of the proof has the right sign.",
                                .by_hand = "M(t) = 1 + t at t = 0: the derivative of 1/M is −1, and the printed side 1",
                                .weight = Weight::line},
                      .printed = form<InverseRun>(printed_inverse),
                      .corrected = {form<InverseRun>("derivative of the inverse, on numbers", corrected_inverse)}}}};
}

Form<Unknowns> general_inverse_derivative() {
  return form<InverseRun, Unknowns>("derivative of the inverse", corrected_inverse);
}

}  // namespace verigrad::adam_energy_decay
