#include "verigrad/theorem/adaptive/adam_energy_decay.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/adaptive/adam_energy_state.hpp"

namespace verigrad::adam_energy_decay {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.2.6",
      .stem = "adam_energy_decay",
      .title = "Energy decay of the ADAM system",
      .source = "Stochastic gradient methods, Lemma 5.2.6, (5.24)",
      .text = "d/dt (J(W(t)) + ε₁/2 ⟨D(t)^{−1/2} Z(t), Z(t)⟩) ≤ 0 for all t ≥ 0",
      .hypotheses = {{"start", "D(0) > 0; by Lemma 5.2.5 D(t) > 0, without which D^{−1/2} is not defined"},
                     {"condition", "ε₁ ≤ 4ε₂"},
                     {"relaxation", "ε₁ > 0 and ε₂ > 0, said at (5.23)"},
                     {"system", "W′ = D^{−1/2}Z, Z′ = −(∇J(W) + Z)/ε₁, D′ = (diag(∇J(W) ⊗ ∇J(W)) − D)/ε₂ (5.23)"}},
      .steps = {{"variation",
                 "E′ = ⟨D^{−1/2}Z, ∇J(W)⟩ − ⟨∇J(W) + Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2}(diag(∇J ⊗ ∇J) − D)Z, Z⟩"},
                {"two terms", "… = −(1 − ε₁/(4ε₂))⟨Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2} diag(∇J ⊗ ∇J)Z, Z⟩"}},
      .errata = {{.key = "derivative of the inverse",
                  .place = "proof of Lemma 5.2.6, first line",
                  .printed = "d/dt M(t)^{−1} = M(t)^{−2} M′(t)",
                  .corrected = "d/dt M(t)^{−1} = −M(t)^{−2} M′(t)",
                  .remark =
                      "M(t) = 1 + t at t = 0 gives −1, and the printed side 1. The next line of the proof has the "
                      "right sign."}}};
  return result;
}

std::string AdamState::describe() const {
  return fmt::format("J = {}; W = {}, Z = {}, √D = {}, ε₁ = {}, ε₂ = {}, τ = {}", J->describe(), in_words(w),
                     in_words(z), in_words(root), eps1, eps2, tau);
}

std::string DiagonalCoefficient::describe() const { return fmt::format("M = {}, M′ = {}", m, m_prime); }

bool state_is_defined(const AdamState& instance) {
  return instance.root.minCoeff() > 0 && instance.eps1 > 0 && instance.eps2 > 0;
}

bool rate_is_decidable(const AdamState& instance) {
  return state_is_defined(instance) && instance.J->curvature().smooth() && std::isinf(instance.J->domain_radius()) &&
         (instance.rational() || !instance.z.isZero(0));
}

namespace {

void is_printed_rate_if_smooth(const State& s, Claims& claims) {
  s.along().claim_rate(printed_rate(s) - s.kinetic_rate(), s.L, s.tau, claims);
}

void rate_is_zero(const State& s, Claims& claims) { claims.equal("E′ = 0", s.rate(), 0); }

template <class Rate>
auto smooth_rate_claim(Rate rate) {
  return [rate](const State& s, Claims& claims) {
    s.along().claim_rate(Number(rate(s)) - s.kinetic_rate(), s.L, s.tau, claims);
  };
}

/// 1/m, and its derivative by dual numbers.
struct Inverse {
  using Instance = DiagonalCoefficient;
  explicit Inverse(const DiagonalCoefficient& instance) : m(exact(instance.m)), m_prime(exact(instance.m_prime)) {}
  explicit Inverse(const Unknowns& unknowns) : m(unknowns.positive("m")), m_prime(unknowns.real("m′")) {}

  Number derivative() const {
    return (Dual<Number>(Number(1)) / Dual<Number>(m, Vector<Number>::Constant(1, m_prime))).tangent();
  }

  Number m, m_prime;
};

void printed_inverse(const Inverse& i, Claims& claims) {
  claims.equal("(M⁻¹)′ = M⁻² M′", i.derivative(), i.m_prime / square(i.m));
}

void corrected_inverse(const Inverse& i, Claims& claims) {
  claims.equal("(M⁻¹)′ = −M⁻² M′", i.derivative(), -i.m_prime / square(i.m));
}

}  // namespace

Form<AdamState> quadratic_rate() { return form<State>("rate, quadratic J", is_printed_rate); }
Form<AdamState> smooth_rate() { return form<State>("rate, smooth J", is_printed_rate_if_smooth); }
Form<AdamState> decays() { return form<State>("decays", rate_at_most_zero); }
Form<AdamState> stationary() { return form<State>("stationary", rate_is_zero); }

Forms<AdamState> steps() { return {form<State>("variation", variation), form<State>("two terms", two_terms)}; }

Forms<AdamState> planted() {
  return planted_with([](const char* key, auto rate) { return form<State>(key, rate_claim(rate)); });
}
Forms<AdamState> smooth_planted() {
  return planted_with(
      [](const std::string& key, auto rate) { return form<State>(key + ", smooth J", smooth_rate_claim(rate)); });
}

Form<DiagonalCoefficient> printed_inverse_derivative() {
  return form<Inverse>("derivative of the inverse", printed_inverse);
}
Form<DiagonalCoefficient> corrected_inverse_derivative() {
  return form<Inverse>("derivative of the inverse, random coefficients", corrected_inverse);
}
Form<Unknowns> general_inverse_derivative() {
  return form<Inverse, Unknowns>("derivative of the inverse", corrected_inverse);
}

}  // namespace verigrad::adam_energy_decay
