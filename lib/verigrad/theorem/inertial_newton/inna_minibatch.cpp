#include "verigrad/theorem/inertial_newton/inna_minibatch.hpp"

#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"

namespace verigrad::inna_minibatch {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/2.13",
       .stem = "inna_minibatch",
       .title = "INNA, mini-batch",
       .source = "Thesis, (2.13), (2.14) and Algorithm 1",
       .text = "v ∈ D𝒥_B(θ), θ⁺ = θ + γ((1/β − α)θ − ψ/β − βv), ψ⁺ = ψ + γ((1/β − α)θ − ψ/β): an Euler step of (2.12), "
               "equivalent to (2.14), the step along w ∈ D𝒥(θ) with ξ added to θ⁺, ξ = −β(v − w) of mean 0",
       .code = {"algorithm/inna.hpp: Inna"},
       .hypotheses = {{"parameters", "α ≥ 0, β > 0, γ > 0; the step is Euler's for any signs, β ≠ 0"},
                      {"batches",
                       "nonempty, uniform among all nonempty subsets of {1, …, N}, or among those of one size"},
                      {"terms", "𝒥ₙ locally Lipschitz; D𝒥_B = Σ_{n ∈ B} ∂𝒥ₙ. With ∂𝒥 in place of D𝒥 no w fits"}},
       .formal = {.theorems = {"conclusion", "conclusion_noise", "conclusion_noise_converse", "conclusion_mean"},
                  .corrected = "the mean of v is 2ᴺ⁻¹/(2ᴺ − 1) w for a uniform nonempty batch, so that the noise has a "
                               "mean other than 0"},
       .steps = {{"Euler step", "(θ⁺, ψ⁺) = (θ, ψ) + γ · velocity of (2.12) along v"},
                 {"full batch", "B = {1, …, N} moves θ by the sum of what the terms move it"}}},
      lines());
  return result;
}

namespace {

Inna::State<Number> euler(const InnaRun& r, const Vector<Number>& v) {
  const DinState<Number> velocity = din_velocity<Number>({r.now.theta, r.now.psi}, v, r.alpha, r.beta);
  return {r.now.theta + r.gamma * velocity.theta, r.now.psi + r.gamma * velocity.psi};
}

void claim_state(const Inna::State<Number>& a, const Inna::State<Number>& b, Claims& claims) {
  claims.equal("θ⁺", a.theta, b.theta);
  claims.equal("ψ⁺", a.psi, b.psi);
}

void euler_on_every_batch(const InnaRun& r, Claims& claims) {
  for (const BatchIndices& batch : nonempty_batches(r.N()))
    claim_state(r.after(batch), euler(r, r.element(batch)), claims);
}

void on_all_terms(const InnaRun& r, Claims& claims) {
  const Inna::State<Number> none = r.method.template step<Number>(r.now, 0 * r.now.theta, r.gamma);
  Inna::State<Number> sum = none;
  for (int n = 0; n < r.N(); ++n) sum.theta += r.after({n}).theta - none.theta;
  claim_state(r.after(all_terms(r.N())), sum, claims);
}

void with_noise(const InnaRun& r, Claims& claims) {
  const Vector<Number> w = r.whole();
  const Inna::State<Number> full = r.after(all_terms(r.N()));
  for (const BatchIndices& batch : nonempty_batches(r.N())) {
    const Inna::State<Number> now = r.after(batch);
    claims.equal("θ⁺ = full-batch θ⁺ + γξ", now.theta,
                 Vector<Number>(full.theta - (r.gamma * r.beta) * (r.element(batch) - w)));
    claims.equal("ψ⁺ = full-batch ψ⁺", now.psi, full.psi);
  }
}

/// Mean of v over these batches, each with the same probability.
Vector<Number> mean_v(const InnaRun& r, const std::vector<BatchIndices>& batches) {
  Vector<Number> sum = 0 * r.now.theta;
  for (const BatchIndices& batch : batches) sum += r.element(batch);
  return sum / Number(int(batches.size()));
}

void claim_mean(const InnaRun& r, const Number& factor, const Vector<Number>& w, Claims& claims) {
  claims.equal("E[v] = factor · w", mean_v(r, nonempty_batches(r.N())), Vector<Number>(factor * w));
}

/// c = 2^{N−1}/(2^N − 1).
Number share(int N) { return frac(1 << (N - 1), (1 << N) - 1); }

void printed_mean(const InnaRun& r, Claims& claims) { claim_mean(r, 1, r.whole(), claims); }
void right_mean(const InnaRun& r, Claims& claims) { claim_mean(r, share(r.N()), r.whole(), claims); }
void clarke_mean(const InnaRun& r, Claims& claims) {
  claim_mean(r, share(r.N()), Vector<Number>(Vector<Number>::Constant(1, 1)), claims);
}
void one_size(const InnaRun& r, Claims& claims) {
  for (int b = 1; b <= r.N(); ++b)
    claims.equal("E[v] = b/N · w", mean_v(r, all_batches(r.N(), b)), Vector<Number>(frac(b, r.N()) * r.whole()));
}
void scaled_batches(const InnaRun& r, Claims& claims) {
  for (int b = 1; b <= r.N(); ++b) {
    Vector<Number> sum = 0 * r.now.theta;
    const auto batches = all_batches(r.N(), b);
    for (const BatchIndices& batch : batches)
      sum += Number(r.N()) * r.terms->template batch_gradient<Number>(batch, r.now.theta);
    claims.equal("E[N/|B| v] = w", Vector<Number>(sum / Number(int(batches.size()))), r.whole());
  }
}

/// The mean over the batch for its sum.
void mean_for_sum(const InnaRun& r, Claims& claims) {
  for (const BatchIndices& batch : nonempty_batches(r.N()))
    claim_state(r.after(batch), euler(r, r.terms->template batch_gradient<Number>(batch, r.now.theta)), claims);
}

/// θ²/2 twice, at 1.
InnaInstance two_parabolas() {
  const ObjectivePtr parabola = make_objective(Quadratic(at(1), at(0)));
  return {.terms = FiniteSum({parabola, parabola}), .theta = at(1), .psi = at(0), .alpha = 1};
}
/// θ²/4 twice, from 1/4.
InnaInstance twice_a_parabola() {
  const ObjectivePtr term = make_objective(Quadratic(at(0.5), at(0)));
  return {.terms = FiniteSum({term, term}), .theta = at(0.25), .psi = at(0), .alpha = 0, .beta = 0.125, .gamma = 0.125};
}

FalseLine<InnaInstance> centred_noise() {
  return {.words = {.key = "zero-mean noise",
                    .place = "sentence before (2.14)",
                    .printed = "η_k compensates for the missing subgradients and can be seen as a zero-mean noise [v_k "
                               "= w + η_k, w ∈ D𝒥(θ), E[η_k] = 0]",
                    .corrected = "E[v] = c w, c = 2^{N−1}/(2^N − 1); for batches of one size b, c = b/N",
                    .remark = "(2.10) and (2.11) are sums over the batch, without N/|B|. So the noise around D𝒥 has "
                              "the mean −(1 − c)w, which is 0 for N = 1 only; INNA on batches follows DIN of c𝒥. That "
                              "E[η] = 0 for some other w in the set D𝒥(θ) is no way out: here the set has one element. "
                              "'The centered noise (ξₖ)' in the proof of Theorem 2.1 says the same.",
                    .by_hand = "N = 2, 𝒥₁ = 𝒥₂ = θ²/2, θ = 1: v is 1, 1, 2, of mean 4/3, and w = 2",
                    .weight = Weight::statement,
                    .survives = "Theorem 2.1, as c𝒥 has the D-critical points of 𝒥",
                    .of_statement = true},
          .printed = form<InnaRun>(printed_mean),
          .counterexample = two_parabolas(),
          .corrected = {form<InnaRun>(right_mean)}};
}

/// wrong(key, the planted state after a step along v).
Forms<InnaInstance> planted() {
  const auto wrong = [](const char* key, auto step) {
    return form<InnaRun>(key, [step](const InnaRun& r, Claims& claims) {
      for (const BatchIndices& batch : nonempty_batches(r.N()))
        claim_state(r.after(batch), step(r, r.element(batch)), claims);
    });
  };
  return {
      wrong("sign: +βv", [](const InnaRun& r, const Vector<Number>& v) { return euler(r, Vector<Number>(-v)); }),
      wrong("factor: v for βv",
            [](const InnaRun& r, const Vector<Number>& v) { return euler(r, Vector<Number>((1 / r.beta) * v)); }),
      wrong("sign: (α − 1/β)θ",
            [](const InnaRun& r, const Vector<Number>& v) {
              const Vector<Number> damping = (r.alpha - 1 / r.beta) * r.now.theta - (1 / r.beta) * r.now.psi;
              return Inna::State<Number>{r.now.theta + r.gamma * (damping - r.beta * v), r.now.psi + r.gamma * damping};
            }),
      wrong("extra term: −βv in ψ⁺",
            [](const InnaRun& r, const Vector<Number>& v) {
              Inna::State<Number> after = euler(r, v);
              after.psi -= (r.gamma * r.beta) * v;
              return after;
            }),
      wrong("index: θ⁺ in ψ⁺",
            [](const InnaRun& r, const Vector<Number>& v) {
              Inna::State<Number> after = euler(r, v);
              after.psi += Number(r.gamma * (1 / r.beta - r.alpha)) * (after.theta - r.now.theta);
              return after;
            }),
      form<InnaRun>("factor: mean over the batch for the sum", mean_for_sum)};
}

}  // namespace

Lines<InnaInstance> lines() {
  return {.steps = {{"(2.14)", "ξ = −β(v − w); the batch moves θ alone, ψ⁺ is the same for all",
                     form<InnaRun>(with_noise)}},
          .errata = {centred_noise()},
          .planted = planted(),
          .separating = {twice_a_parabola()}};
}

Form<InnaInstance> euler_step() { return form<InnaRun>("Euler step", euler_on_every_batch).of_code(); }
Form<InnaInstance> full_batch() { return form<InnaRun>("full batch", on_all_terms); }
Form<InnaInstance> mean_of_one_size() { return form<InnaRun>("batches of one size", one_size); }
Form<InnaInstance> mean_is_clarke() { return form<InnaRun>("∂𝒥 for D𝒥", clarke_mean); }
Form<InnaInstance> scaled_mean() { return form<InnaRun>("batches scaled by N/|B|", scaled_batches); }
}  // namespace verigrad::inna_minibatch
