// Theorem 3.2 for quadratic 𝒥: along exact solutions.
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/strict_saddle_instability.hpp"

namespace verigrad::strict_saddle_instability {

bool at_strict_saddle(const DinFlowInstance& instance) {
  return hypotheses_hold(instance.at) && instance.at.lambda.minCoeff() < 0 && instance.t > 0;
}

namespace {

/// claim(run, p, claims) for each λ_p < 0.
template <class Claim>
Form<DinFlowInstance> on_unstable(const char* key, Claim claim) {
  return form<DinFlowRun>(key,
                          [claim](const DinFlowRun& r, Claims& claims) {
                            for (int p = 0; p < r.P(); ++p)
                              if (r.sign_of_lambda(p) == Sign::negative) claim(r, p, claims);
                          })
      .in_balls();
}

template <class Factor, class Rate>
Form<DinFlowInstance> grows_by(const char* key, Factor factor, Rate rate) {
  return on_unstable(key, [=](const DinFlowRun& r, int p, Claims& claims) {
    const auto u = [&](const Vector<Number>& state) {
      return Number(factor(r, p) * r.theta_along(p, state) - r.psi_along(p, state));
    };
    claims.equal("u(t) = e^{σ₊t} u(0), u = (1 + βσ₊)⟨e, θ⟩ − ⟨e, ψ⟩", u(r.end), exp(rate(r, p) * r.t) * u(r.start),
                 p + 1);
  });
}
Number growth_factor(const DinFlowRun& r, int p) { return 1 + r.beta * r.sigma(p, 1); }
Number growth_rate(const DinFlowRun& r, int p) { return r.sigma(p, 1); }

/// The state with ⟨e, ψ⟩ = (1 + βσ₊)⟨e, θ⟩, which makes u = 0, for each λ_p < 0.
Vector<Number> in_stable_subspace(const DinFlowRun& r, Vector<Number> state) {
  for (int p = 0; p < r.P(); ++p)
    if (r.sign_of_lambda(p) == Sign::negative) {
      const Number u = growth_factor(r, p) * r.theta_along(p, state) - r.psi_along(p, state);
      state.tail(r.P()) += u * r.V.col(p);
    }
  return state;
}

void claim_decay(const DinFlowRun& r, int p, const Vector<Number>& start, Claims& claims) {
  claims.equal("⟨e, θ(t)⟩ = e^{σ₋t}⟨e, θ₀⟩", r.theta_along(p, r.after(r.t, start)),
               exp(r.sigma(p, -1) * r.t) * r.theta_along(p, start), p + 1);
}

void goes_back(const DinFlowRun& r, Claims& claims) {
  claims.equal("Φ(Φ((θ₀, ψ₀), t), −t) = (θ₀, ψ₀)", r.after(-r.t, r.end), r.start);
}

}  // namespace

Form<DinFlowInstance> grows() { return grows_by("u grows", growth_factor, growth_rate).of_code(); }
Form<DinFlowInstance> converges() {
  return on_unstable("u = 0 converges",
                     [](const DinFlowRun& r, int p, Claims& claims) { claim_decay(r, p, r.start, claims); })
      .of_code();
}
Form<DinFlowInstance> converges_in_subspace() {
  return on_unstable("in the stable subspace",
                     [](const DinFlowRun& r, int p, Claims& claims) {
                       claim_decay(r, p, in_stable_subspace(r, r.start), claims);
                     })
      .of_code();
}

DinFlowInstance on_stable_line() { return {in_one_dimension(-1, 1, 1), at(1), at(2)}; }
DinFlowInstance beside_stable_line() { return {in_one_dimension(-1, 1, 1), at(1), at(1)}; }

Lines<DinFlowInstance> flow_lines() {
  const auto missing = [](const DinFlowRun& r, int p) { return Number(1 + r.sigma(p, 1)); };
  const auto wrong_sign = [](const DinFlowRun& r, int p) { return Number(1 - r.beta * r.sigma(p, 1)); };
  const auto smaller = [](const DinFlowRun& r, int p) { return r.sigma(p, -1); };
  const auto twice = [](const DinFlowRun& r, int p) { return Number(2 * r.sigma(p, 1)); };
  return {.steps = {{"(3.13)", "(θ₀, ψ₀) = Φ((θ(t), ψ(t)), −t): W(θ*, ψ*) ⊂ ∪ₖ Φ(Ω ∩ W^{sc}(θ*, ψ*), −k)",
                     form<DinFlowRun>(goes_back).in_balls().of_code()}},
          .planted = {grows_by("missing β: u with 1 + σ₊", missing, growth_rate),
                      grows_by("sign: u with 1 − βσ₊", wrong_sign, growth_rate),
                      grows_by("swapped: e^{σ₋t}", growth_factor, smaller),
                      grows_by("factor: e^{2σ₊t}", growth_factor, twice)},
          .separating = {{in_one_dimension(-1, 0.5, 0.5), at(1), at(0)}}};
}

}  // namespace verigrad::strict_saddle_instability
