#include "verigrad/theorem/inertial_newton/inna_minibatch.hpp"

#include "verigrad/number/types.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"

namespace verigrad::inna_minibatch {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.13",
      .stem = "inna_minibatch",
      .title = "INNA, mini-batch",
      .source = "Thesis, (2.13), (2.14) and Algorithm 1",
      .text =
          "v ∈ D𝒥_B(θ), θ⁺ = θ + γ((1/β − α)θ − ψ/β − βv), ψ⁺ = ψ + γ((1/β − α)θ − ψ/β): an Euler step of (2.12), "
          "equivalent to (2.14), the step along w ∈ D𝒥(θ) with ξ added to θ⁺, ξ = −β(v − w) of mean 0",
      .hypotheses = {{"parameters", "α ≥ 0, β > 0, γ > 0; the step is Euler's for any signs, β ≠ 0"},
                     {"batches",
                      "nonempty, uniform among all nonempty subsets of {1, …, N}, or among those of one size"},
                     {"terms", "𝒥ₙ locally Lipschitz; D𝒥_B = Σ_{n ∈ B} ∂𝒥ₙ. With ∂𝒥 in place of D𝒥 no w fits"}},
      .steps = {{"Euler step", "(θ⁺, ψ⁺) = (θ, ψ) + γ · velocity of (2.12) along v"},
                {"full batch", "B = {1, …, N} moves θ by the sum of what the terms move it"},
                {"(2.14)", "ξ = −β(v − w); the batch moves θ alone, ψ⁺ is the same for all"}},
      .errata = {
          {.key = "zero-mean noise",
           .place = "before (2.14): η compensates for the missing subgradients and can be seen as a zero-mean noise; "
                    "likewise 'the centered noise (ξₖ)' in the proof of Theorem 2.1",
           .printed = "v = w + η with w ∈ D𝒥(θ) and E[η] = 0, batches uniform among the nonempty subsets",
           .corrected = "E[v] = c w, c = 2^{N−1}/(2^N − 1); for batches of one size b, c = b/N",
           .remark = "(2.10) and (2.11) are sums over the batch, without N/|B|. So the noise around D𝒥 has the mean "
                     "−(1 − c)w, which is 0 for N = 1 only; INNA on batches follows DIN of c𝒥. N = 2, 𝒥₁ = 𝒥₂ = θ²/2, "
                     "θ = 1: v "
                     "is 1, 1, 2, of mean 4/3, and w = 2. Theorem 2.1 survives, as c𝒥 has the D-critical points of 𝒥. "
                     "That E[η] = 0 for some other w in the set D𝒥(θ) is no way out: here the set has one element"}}};
  return result;
}

namespace {

template <class T>
Inna::State<T> euler(const InnaRun<T>& r, const Vector<T>& v) {
  const DinState<T> velocity = din_velocity<T>({r.now.theta, r.now.psi}, v, r.alpha, r.beta);
  return {r.now.theta + r.gamma * velocity.theta, r.now.psi + r.gamma * velocity.psi};
}

template <class T>
void claim_state(const Inna::State<T>& a, const Inna::State<T>& b, Claims<T>& claims) {
  claims.equal("θ⁺", a.theta, b.theta);
  claims.equal("ψ⁺", a.psi, b.psi);
}

constexpr auto euler_on_every_batch = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  for (const BatchIndices& batch : nonempty_batches(r.N()))
    claim_state(r.after(batch), euler(r, r.element(batch)), claims);
};

constexpr auto on_all_terms = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  const Inna::State<T> none = r.method.template step<T>(r.now, T(0) * r.now.theta, r.gamma);
  Inna::State<T> sum = none;
  for (int n = 0; n < r.N(); ++n) sum.theta += r.after({n}).theta - none.theta;
  claim_state(r.after(all_terms(r.N())), sum, claims);
};

constexpr auto with_noise = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  const Vector<T> w = r.whole();
  const Inna::State<T> full = r.after(all_terms(r.N()));
  for (const BatchIndices& batch : nonempty_batches(r.N())) {
    const Inna::State<T> now = r.after(batch);
    claims.equal("θ⁺ = full-batch θ⁺ + γξ", now.theta,
                 Vector<T>(full.theta - T(r.gamma * r.beta) * (r.element(batch) - w)));
    claims.equal("ψ⁺ = full-batch ψ⁺", now.psi, full.psi);
  }
};

/// Mean of v over these batches, each with the same probability.
template <class T>
Vector<T> mean_v(const InnaRun<T>& r, const std::vector<BatchIndices>& batches) {
  Vector<T> sum = T(0) * r.now.theta;
  for (const BatchIndices& batch : batches) sum += r.element(batch);
  return sum / T(int(batches.size()));
}

template <class T>
void claim_mean(const InnaRun<T>& r, const T& factor, const Vector<T>& w, Claims<T>& claims) {
  claims.equal("E[v] = factor · w", mean_v(r, nonempty_batches(r.N())), Vector<T>(factor * w));
}

/// c = 2^{N−1}/(2^N − 1).
template <class T>
T share(int N) {
  return frac<T>(1 << (N - 1), (1 << N) - 1);
}

constexpr auto printed_mean = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  claim_mean(r, T(1), r.whole(), claims);
};
constexpr auto right_mean = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  claim_mean(r, share<T>(r.N()), r.whole(), claims);
};
constexpr auto clarke_mean = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  claim_mean(r, share<T>(r.N()), Vector<T>(Vector<T>::Constant(1, T(1))), claims);
};
constexpr auto one_size = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  for (int b = 1; b <= r.N(); ++b)
    claims.equal("E[v] = b/N · w", mean_v(r, all_batches(r.N(), b)), Vector<T>(frac<T>(b, r.N()) * r.whole()));
};
constexpr auto scaled_batches = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  for (int b = 1; b <= r.N(); ++b) {
    Vector<T> sum = T(0) * r.now.theta;
    const auto batches = all_batches(r.N(), b);
    for (const BatchIndices& batch : batches) sum += T(r.N()) * r.terms->template batch_gradient<T>(batch, r.now.theta);
    claims.equal("E[N/|B| v] = w", Vector<T>(sum / T(int(batches.size()))), r.whole());
  }
};

/// make(key, the planted state after a step along v).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign: +βv", []<class T>(const InnaRun<T>& r, const Vector<T>& v) { return euler(r, Vector<T>(-v)); }),
      make("factor: v for βv",
           []<class T>(const InnaRun<T>& r, const Vector<T>& v) { return euler(r, Vector<T>(T(T(1) / r.beta) * v)); }),
      make("sign: (α − 1/β)θ",
           []<class T>(const InnaRun<T>& r, const Vector<T>& v) {
             const Vector<T> damping = T(r.alpha - T(1) / r.beta) * r.now.theta - T(T(1) / r.beta) * r.now.psi;
             return Inna::State<T>{r.now.theta + r.gamma * (damping - r.beta * v), r.now.psi + r.gamma * damping};
           }),
      make("extra term: −βv in ψ⁺",
           []<class T>(const InnaRun<T>& r, const Vector<T>& v) {
             Inna::State<T> after = euler(r, v);
             after.psi -= T(r.gamma * r.beta) * v;
             return after;
           }),
      make("index: θ⁺ in ψ⁺", []<class T>(const InnaRun<T>& r, const Vector<T>& v) {
        Inna::State<T> after = euler(r, v);
        after.psi += T(r.gamma * (T(1) / r.beta - r.alpha)) * (after.theta - r.now.theta);
        return after;
      })};
}

template <class Step>
auto step_claims(Step step) {
  return [step]<class T>(const InnaRun<T>& r, Claims<T>& claims) {
    for (const BatchIndices& batch : nonempty_batches(r.N()))
      claim_state(r.after(batch), Inna::State<T>(step(r, r.element(batch))), claims);
  };
}

/// The mean over the batch for its sum.
constexpr auto mean_for_sum = []<class T>(const InnaRun<T>& r, Claims<T>& claims) {
  for (const BatchIndices& batch : nonempty_batches(r.N()))
    claim_state(r.after(batch), euler(r, r.terms->template batch_gradient<T>(batch, r.now.theta)), claims);
};

}  // namespace

Form<InnaInstance> euler_step() { return form<InnaRun>("Euler step", euler_on_every_batch); }
Form<InnaInstance> full_batch() { return form<InnaRun>("full batch", on_all_terms); }
Form<InnaInstance> noise_form() { return form<InnaRun>("(2.14)", with_noise); }
Form<InnaInstance> mean_of_one_size() { return form<InnaRun>("batches of one size", one_size); }
Form<InnaInstance> mean_is_clarke() { return form<InnaRun>("∂𝒥 for D𝒥", clarke_mean); }
Form<InnaInstance> scaled_mean() { return form<InnaRun>("batches scaled by N/|B|", scaled_batches); }
Forms<InnaInstance> errata() { return {form<InnaRun>("zero-mean noise", printed_mean)}; }
Forms<InnaInstance> corrected() { return {form<InnaRun>("zero-mean noise", right_mean)}; }

Forms<InnaInstance> planted() {
  Forms<InnaInstance> forms =
      planted_with([](const char* key, auto step) { return form<InnaRun>(key, step_claims(step)); });
  forms.push_back(form<InnaRun>("factor: mean over the batch for the sum", mean_for_sum));
  return forms;
}

}  // namespace verigrad::inna_minibatch
