#include "verigrad/theorem/stochastic/minibatch_expectation.hpp"

#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/stochastic/law.hpp"

namespace verigrad::minibatch_expectation {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/1.19",
       .stem = "minibatch_expectation",
       .title = "Expectation of mini-batch gradients",
       .source = "Thesis, (1.18) and (1.19)",
       .text = "E[∇𝒥_A(θ)] = ∇𝒥(θ) for A uniform among the subsets of {1, …, N} of a given size, where ∇𝒥_B = 1/|B| "
               "Σ_{n ∈ B} ∇𝒥ₙ (1.18) and 𝒥 = Σₙ 𝒥ₙ (1.5)",
       .code = {"problem/finite_sum.hpp: FiniteSum", "algorithm/stochastic_gradient.hpp: StochasticGradient"},
       .hypotheses = {{"uniform", "A is uniform among the subsets of one size"}, {"size", "1 ≤ |A| ≤ N"}},
       .formal = {.theorems = {"conclusion"}, .corrected = "the mean is ∇𝒥(θ)/N"}},
      lines());
  return result;
}

bool hypotheses_hold(const BatchInstance& instance) { return sizes_fit(instance); }

namespace {

Vector<Number> zero(const FiniteSum& f) { return Vector<Number>::Constant(f.dimension(), 0); }

struct Run {
  using Instance = BatchInstance;
  explicit Run(const BatchInstance& instance)
      : f(instance.f), N(f.size()), b(instance.b), theta(exact(instance.theta)), total(zero(f)) {
    for (int n = 0; n < N; ++n) total += f.term(n).template over<Number>().gradient(theta);
    whole_value = 0;
    for (int n = 0; n < N; ++n) whole_value += f.term(n).template over<Number>().value(theta);
    expectation = mean_of(all_batches(N, b), theta);
  }

  /// The mean of ∇𝒥_B over equally likely batches.
  Vector<Number> mean_of(const std::vector<BatchIndices>& batches, const Vector<Number>& at) const {
    Vector<Number> sum = zero(f);
    for (const BatchIndices& batch : batches) sum += f.batch_gradient(batch, at);
    return sum / Number(int(batches.size()));
  }

  const FiniteSum& f;
  int N, b;
  Vector<Number> theta;
  Vector<Number> total;  ///< ∇𝒥 = Σ ∇𝒥ₙ
  Number whole_value;    ///< 𝒥 = Σ 𝒥ₙ
  Vector<Number> expectation;
};

Vector<Number> mean_gradient(const Run& r) { return r.total / Number(r.N); }

void printed(const Run& r, Claims& claims) { claims.equal("E ∇𝒥_A = ∇𝒥", r.expectation, r.total); }

void divided(const Run& r, Claims& claims) { claims.equal("E ∇𝒥_A = ∇𝒥/N", r.expectation, mean_gradient(r)); }

void probability(const Run& r, Claims& claims) {
  Vector<Number> sum = zero(r.f);
  for (const BatchIndices& batch : all_batches(r.N, 1)) sum += (1 / Number(r.N)) * r.f.batch_gradient(batch, r.theta);
  claims.equal("Σ P(A = B) ∇𝒥_B = Σ 1/N ∇𝒥_B", r.mean_of(all_batches(r.N, 1), r.theta), sum);
}

/// Σ_B Σ_{n ∈ B} ∇𝒥ₙ over the batches of one.
Vector<Number> nested_sum(const Run& r) {
  Vector<Number> sum = zero(r.f);
  for (const BatchIndices& batch : all_batches(r.N, 1))
    for (const int n : batch) sum += r.f.term(n).template over<Number>().gradient(r.theta);
  return sum;
}

void batch_gradient(const Run& r, Claims& claims) {
  Vector<Number> sum = zero(r.f);
  for (const BatchIndices& batch : all_batches(r.N, 1)) sum += (1 / Number(r.N)) * r.f.batch_gradient(batch, r.theta);
  claims.equal("Σ_B 1/N ∇𝒥_B = 1/N Σ_B Σ_{n ∈ B} ∇𝒥ₙ", sum, nested_sum(r) / Number(r.N));
}

void collected(const Run& r, Claims& claims) {
  Vector<Number> sum = zero(r.f);
  for (int n = 0; n < r.N; ++n) sum += r.f.term(n).template over<Number>().gradient(r.theta) / Number(r.N);
  claims.equal("1/N Σ_B Σ_{n ∈ B} ∇𝒥ₙ = 1/N Σₙ ∇𝒥ₙ", nested_sum(r) / Number(r.N), sum);
}

void noisy_descent(const Run& r, Claims& claims) {
  const StochasticGradient method{ConstantStep{1}};
  for (int n = 0; n < r.N; ++n)
    claims.equal("θ⁺ = θ − γ∇𝒥ₙ", method.step<Number>(r.f, {r.theta}, n).x,
                 r.theta - r.f.term(n).template over<Number>().gradient(r.theta));
  for (const BatchIndices& batch : all_batches(r.N, r.b)) {
    const Vector<Number> noise = r.f.batch_gradient(batch, r.theta) - r.total;
    claims.equal("θ⁺ = θ − γ(∇𝒥 + ξ)", method.step<Number>(r.f, {r.theta}, batch).x, r.theta - (r.total + noise));
  }
}

void whole_batch(const Run& r, Claims& claims) {
  claims.equal("𝒥_B = 𝒥", r.f.batch_value(all_terms(r.N), r.theta), r.whole_value);
  claims.equal("∇𝒥_B = ∇𝒥", r.f.batch_gradient(all_terms(r.N), r.theta), r.total);
}

void whole_batch_divided(const Run& r, Claims& claims) {
  claims.equal("𝒥_B = 𝒥/N", Number(r.N * r.f.batch_value(all_terms(r.N), r.theta)), r.whole_value);
  claims.equal("∇𝒥_B = ∇𝒥/N", Number(r.N) * r.f.batch_gradient(all_terms(r.N), r.theta), r.total);
}

/// E ξ = E ∇𝒥_B − share ∇𝒥, as the mean of the differences.
Vector<Number> mean_noise(const Run& r, const Vector<Number>& theta, const Number& share) {
  Vector<Number> whole = zero(r.f), sum = whole;
  for (int n = 0; n < r.N; ++n) whole += r.f.term(n).template over<Number>().gradient(theta);
  const std::vector<BatchIndices> batches = all_batches(r.N, r.b);
  for (const BatchIndices& batch : batches) sum += r.f.batch_gradient(batch, theta) - share * whole;
  return sum / Number(int(batches.size()));
}

void noise_printed(const Run& r, Claims& claims) {
  claims.equal("E[ξₖ | θₖ] = 0", mean_noise(r, r.theta, 1), zero(r.f));
}

void noise_divided(const Run& r, Claims& claims) {
  claims.equal("E[∇𝒥_B − ∇𝒥/N] = 0", mean_noise(r, r.theta, frac(1, r.N)), zero(r.f));
}

/// For each first batch, with γ = 1: the conditional mean of the second noise, and what it is claimed to be.
template <class Expected>
void second_noise(const Run& r, Expected expected, Claims& claims) {
  const StochasticGradient method{ConstantStep{1}};
  const Number share = 1 / Number(r.N);
  for (const BatchIndices& batch : all_batches(r.N, r.b)) {
    const Vector<Number> first = r.f.batch_gradient(batch, r.theta) - share * r.total;
    const Vector<Number> theta = method.step<Number>(r.f, {r.theta}, batch).x;
    claims.equal("E[ξ₁ | ξ₀]", mean_noise(r, theta, share), expected(first));
  }
}

void martingale(const Run& r, Claims& claims) {
  second_noise(
      r, [](const Vector<Number>& first) { return first; }, claims);
}

void differences(const Run& r, Claims& claims) {
  second_noise(
      r, [&](const Vector<Number>&) { return zero(r.f); }, claims);
}

void sets_of_any_size(const Run& r, Claims& claims) {
  std::vector<BatchIndices> batches;
  for (int b = 1; b <= r.N; ++b)
    for (const BatchIndices& batch : all_batches(r.N, b)) batches.push_back(batch);
  claims.equal("E ∇𝒥_A = ∇𝒥/N", r.mean_of(batches, r.theta), mean_gradient(r));
}

void drawn_with_repetitions(const Run& r, Claims& claims) {
  Law<BatchIndices> batches = certain(BatchIndices());
  for (int draw = 0; draw < r.b && batches.size() < 200; ++draw)
    batches = after_draw(batches, uniform(r.N), [](BatchIndices& batch, int n) { batch.push_back(n); });
  const auto gradient = [&](const BatchIndices& batch) { return r.f.batch_gradient(batch, r.theta); };
  claims.equal("E ∇𝒥_A = ∇𝒥/N", expectation<Number>(batches, gradient), mean_gradient(r));
}

void unequal(const Run& r, Claims& claims) {
  const std::vector<BatchIndices> batches = all_batches(r.N, r.b);
  const std::vector<BatchIndices> others(batches.begin() + 1, batches.end());
  if (others.empty()) return;
  const Vector<Number> first = r.f.batch_gradient(batches.front(), r.theta);
  claims.equal("E ∇𝒥_A = ∇𝒥/N", frac(1, 2) * (first + r.mean_of(others, r.theta)), mean_gradient(r));
}

/// A planted mistake: E ∇𝒥_A = wrong(run).
template <class Wrong>
Form<BatchInstance> equal_to(const char* key, Wrong wrong) {
  return form<Run>(
      key, [wrong](const Run& r, Claims& claims) { claims.equal("E ∇𝒥_A = planted", r.expectation, wrong(r)); });
}

Forms<BatchInstance> planted() {
  return {
      equal_to("sign", [](const Run& r) -> Vector<Number> { return -r.total / Number(r.N); }),
      equal_to("factor: ∇𝒥/(N + 1)", [](const Run& r) -> Vector<Number> { return r.total / Number(r.N + 1); }),
      equal_to("swapped: ∇𝒥/b for ∇𝒥/N", [](const Run& r) -> Vector<Number> { return r.total / Number(r.b); }),
      equal_to("missing 1/|B|: b ∇𝒥/N", [](const Run& r) -> Vector<Number> { return Number(r.b) * mean_gradient(r); }),
      equal_to("index: without the last term",
               [](const Run& r) -> Vector<Number> {
                 return (r.total - r.f.term(r.N - 1).template over<Number>().gradient(r.theta)) / Number(r.N);
               }),
      equal_to("P(A = B) = 1/N for any size", [](const Run& r) -> Vector<Number> {
        return Number(int(all_batches(r.N, r.b).size())) / Number(r.N) * r.expectation;
      })};
}

/// 𝒥ₙ = (θ − c)²/2 at θ.
BatchInstance parabolas(const std::vector<double>& centres, double theta, int b) {
  std::vector<ObjectivePtr> terms;
  for (const double c : centres) terms.push_back(make_objective(Quadratic(at(1), at(c))));
  return {FiniteSum(terms), at(theta), b};
}

/// ∇𝒥_B = 1 and ∇𝒥 = 2.
BatchInstance two_alike() { return parabolas({0, 0}, 1, 1); }

FalseLine<BatchInstance> factor_N() {
  return {.words = {.key = "factor N",
                    .place = "(1.19), last equality, and the sentence before it",
                    .printed = "E[∇𝒥_A(θ)] = 1/N Σₙ ∇𝒥ₙ(θ) = ∇𝒥(θ)",
                    .corrected = "E[∇𝒥_A(θ)] = 1/N Σₙ ∇𝒥ₙ(θ) = ∇𝒥(θ)/N, for any batch size",
                    .remark = "(1.5) defines 𝒥 as the sum without 1/N, and 4.3.2 repeats it. With 𝒥 = 1/N Σ 𝒥ₙ the "
                              "equality, the next two entries and (1.21) hold as printed.",
                    .by_hand = "𝒥₁ = 𝒥₂ = θ²/2: 𝒥 = θ² by (1.5), each draw has the gradient θ, and ∇𝒥 = 2θ",
                    .weight = Weight::statement,
                    .survives = "with ∇𝒥/N, or with 𝒥 = 1/N Σ 𝒥ₙ",
                    .of_statement = true},
          .printed = form<Run>(printed),
          .counterexample = two_alike(),
          .corrected = {form<Run>(divided).of_code()}};
}

FalseLine<BatchInstance> full_batch() {
  return {.words = {.key = "full batch",
                    .place = "after (1.18)",
                    .printed = "𝒥_B = 𝒥 for B = {1, …, N}",
                    .corrected = "𝒥_B = 𝒥/N for B = {1, …, N}",
                    .remark = "(1.18) divides by |B|, (1.5) does not divide.",
                    .by_hand = "𝒥₁ = 𝒥₂ = θ²/2: 𝒥_B = θ²/2 and 𝒥 = θ²",
                    .weight = Weight::line,
                    .same_as = "inna/1.19: factor N"},
          .printed = form<Run>(whole_batch),
          .counterexample = two_alike(),
          .corrected = {form<Run>(whole_batch_divided).of_code()}};
}

FalseLine<BatchInstance> mean_of_noise() {
  return {.words = {.key = "mean of the noise",
                    .place = "after (1.21)",
                    .printed = "E[ξₖ | θₖ] = E[∇𝒥_B(θₖ) | θₖ] − ∇𝒥(θₖ) = 0",
                    .corrected = "E[∇𝒥_B(θₖ) | θₖ] − ∇𝒥(θₖ)/N = 0",
                    .remark = "As printed, the mean of the noise is −(1 − 1/N)∇𝒥(θₖ).",
                    .by_hand = "𝒥₁ = 𝒥₂ = θ²/2 at θ = 1: the noise is 1 − 2 = −1 whatever is drawn",
                    .weight = Weight::line,
                    .same_as = "inna/1.19: factor N"},
          .printed = form<Run>(noise_printed),
          .counterexample = two_alike(),
          .corrected = {form<Run>(noise_divided)}};
}

FalseLine<BatchInstance> noise_as_martingale() {
  return {
      .words =
          {.key = "martingale",
           .place = "after (1.21)",
           .printed = "(ξₖ) is actually a sequence of zero-mean martingales [E[ξₖ₊₁ | ξ₀ … ξₖ] = ξₖ]",
           .corrected = "(ξₖ) are martingale differences: E[ξₖ₊₁ | ξ₀ … ξₖ] = 0, with ∇𝒥/N in ξ",
           .remark = "Zero conditional mean, which is what the text derives, makes the sums of the ξₖ a martingale, "
                     "not the ξₖ: a martingale keeps its last value in the mean.",
           .by_hand =
               "𝒥₁ = (θ − 1)²/2, 𝒥₂ = (θ + 1)²/2 at θ₀ = 0: ξ₀ is 1 or −1, and E[ξ₁ | θ₁] = 0 by the text's own line",
           .weight = Weight::statement,
           .survives = "the ξₖ are martingale differences, their sums a martingale"},
      .printed = form<Run>(martingale),
      .counterexample = parabolas({1, -1}, 0, 1),
      .corrected = {form<Run>(differences)}};
}

}  // namespace

Form<BatchInstance> conclusion() { return form<Run>("as printed", printed).of_code(); }
Form<BatchInstance> corrected_conclusion() { return form<Run>("with ∇𝒥/N", divided).of_code(); }
Form<BatchInstance> any_size() { return form<Run>("any size", sets_of_any_size).of_code(); }
Form<BatchInstance> with_repetitions() { return form<Run>("with repetitions", drawn_with_repetitions).of_code(); }
Form<BatchInstance> not_uniform() { return form<Run>("not uniform", unequal); }

Lines<BatchInstance> lines() {
  return {
      .steps = {{"probability", "Σ_B P(A = B) ∇𝒥_B = Σ_B 1/N ∇𝒥_B, |B| = 1", form<Run>(probability)},
                {"batch gradient", "Σ_B 1/N ∇𝒥_B = 1/N Σ_B Σ_{n ∈ B} ∇𝒥ₙ, |B| = 1", form<Run>(batch_gradient)},
                {"collected", "1/N Σ_B Σ_{n ∈ B} ∇𝒥ₙ = 1/N Σₙ ∇𝒥ₙ, |B| = 1", form<Run>(collected)},
                {"(1.21)", "θ − γ∇𝒥_B = θ − γ(∇𝒥 + ξ), ξ = ∇𝒥_B − ∇𝒥, with γ = 1", form<Run>(noisy_descent).of_code()}},
      .errata = {factor_N(), full_batch(), mean_of_noise(), noise_as_martingale()},
      .planted = planted(),
      .separating = {parabolas({1, 1, 1, 1}, 0, 2)}};
}

}  // namespace verigrad::minibatch_expectation
