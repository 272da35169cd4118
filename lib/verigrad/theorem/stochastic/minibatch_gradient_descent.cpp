#include "verigrad/theorem/stochastic/minibatch_gradient_descent.hpp"

#include <map>

#include <fmt/format.h>

#include "verigrad/network/network_objective.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"

namespace verigrad::minibatch_gradient_descent {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mathdnn/6.sgd",
       .stem = "minibatch_gradient_descent",
       .title = "Back-propagation and stochastic gradient descent",
       .source = "MathDNN, Definitions 6.6 and 6.7 and the note between them",
       .text = "W⁽ᵏ⁾⁽ⁿ⁺¹⁾ = W⁽ᵏ⁾⁽ⁿ⁾ − α∇̃𝒪(…, ·, …), where all other W and b are those of n, likewise b⁽ᵏ⁾; with "
               "momentum, … − αm⁽ⁿ⁾, m⁽ⁿ⁺¹⁾ = βm⁽ⁿ⁾ + (1 − β)∇̃𝒪(…, ·, …). Stochastic: estimates from batches of size "
               "b, drawn without replacement, the last one of size ≤ b",
       .found = "momentum never moves in the first step, as m⁽⁰⁾ = 0",
       .code = {"algorithm/gradient_descent.hpp: GradientDescent", "algorithm/momentum.hpp: LaggedMomentum",
                "algorithm/stochastic_gradient.hpp: StochasticGradient", "algorithm/mini_batches.hpp: mini_batches",
                "network/backpropagation.hpp: Backpropagation"},
       .hypotheses = {{"rate", "α > 0"},
                      {"momentum", "β ∈ [0, 1], m⁽⁰⁾ = 0; Definition 6.6 names a β that it does not use"},
                      {"without replacement", "the batches of an epoch are a uniform partition of the samples"},
                      {"reading",
                       "each ∇̃𝒪 is taken at the block's own value of n, and (W⁽ᵂ⁾⁽ⁿ⁾) in the lines of b is "
                       "(W⁽ᵏ⁾⁽ⁿ⁾): neither is printed, and nothing else would fit"}},
       .errata = {{.key = "W for k",
                   .place = "Definitions 6.6 and 6.7, lines of b",
                   .printed = "(W^{(W)(n)})_{k ∈ ⟦1,p⟧}",
                   .corrected = "(W^{(k)(n)})_{k ∈ ⟦1,p⟧}",
                   .weight = Weight::notation,
                   .one_letter = true}}},
      descent_lines(), estimate_lines());
  return result;
}

std::string TrainingInstance::describe() const {
  return fmt::format("{}; α = {}, β = {}, {} steps, batches of {}{}", start.describe(), alpha, beta, n, b,
                     first ? ", θ⁽¹⁾ = " + in_words(*first) : "");
}

bool hypotheses_hold(const TrainingInstance& instance) {
  return instance.alpha > 0 && instance.beta >= 0 && instance.beta <= 1 && instance.n >= 0 && instance.b >= 1 &&
         instance.b <= instance.samples();
}

namespace {

struct EpochRun {
  using Instance = TrainingInstance;
  explicit EpochRun(const TrainingInstance& instance)
      : data(instance.start), N(instance.samples()), partitions(all_partitions(N, instance.b)) {
    whole = gradient(all_terms(N), data.theta);
    for (int i = 0; i < N; ++i) row.push_back(gradient({i}, data.theta));
    for (const auto& partition : partitions)
      for (const BatchIndices& batch : partition)
        if (!on_batch.contains(batch)) on_batch[batch] = gradient(batch, data.theta);
  }

  /// ∇𝒪 of these samples, by back-propagation on them as one batch.
  Vector<Number> gradient(const BatchIndices& samples, const Vector<Number>& theta) const {
    Vector<Number> result;
    Backpropagation<Number>(data.network, data.loss)
        .objective_and_gradient(theta, rows_of(data.batch, samples), result);
    return result;
  }
  int batches() const { return int(partitions.front().size()); }
  int size(int j) const { return int(partitions.front()[std::size_t(j)].size()); }
  Vector<Number> batch_mean(const BatchIndices& batch) const { return on_batch.at(batch) / Number(int(batch.size())); }
  Vector<Number> zero() const { return Vector<Number>::Constant(data.theta.size(), 0); }
  /// (1/⌈N/b⌉) Σ over the batches of a partition, of their sums or of their means.
  Vector<Number> over_batches(const std::vector<BatchIndices>& partition, bool means) const {
    Vector<Number> sum = zero();
    for (const BatchIndices& batch : partition) sum += means ? batch_mean(batch) : on_batch.at(batch);
    return sum / Number(batches());
  }
  /// E over all partitions of value(partition), a number or a vector, from its zero.
  template <class Value, class Of>
  Value expectation(Value sum, Of of) const {
    for (const auto& partition : partitions) sum += of(partition);
    return sum / Number(int(partitions.size()));
  }
  Vector<Number> epoch_mean() const {
    return expectation(zero(), [&](const auto& partition) { return over_batches(partition, true); });
  }
  /// E‖mean gradient of Bⱼ − ∇𝒪/N‖².
  Number squared_noise(int j) const {
    return expectation(Number(0), [&](const auto& partition) {
      return squared_norm(batch_mean(partition[std::size_t(j)]) - whole / Number(N));
    });
  }
  /// S².
  Number spread() const {
    Number sum(0);
    for (const Vector<Number>& g : row) sum += squared_norm(g - whole / Number(N));
    return sum / Number(N);
  }

  NetworkRun data;
  int N;
  std::vector<std::vector<BatchIndices>> partitions;
  Vector<Number> whole;                             ///< ∇𝒪
  std::vector<Vector<Number>> row;                  ///< ∇ξᵢ
  std::map<BatchIndices, Vector<Number>> on_batch;  ///< ∇𝒪 on it
};

void unbiased(const EpochRun& e, Claims& claims) {
  for (int j = 0; j < e.batches(); ++j)
    claims.equal(
        "N E[mean over Bⱼ of ∇ξᵢ] = ∇𝒪",
        Number(e.N) *
            e.expectation(e.zero(), [&](const auto& partition) { return e.batch_mean(partition[std::size_t(j)]); }),
        e.whole);
  claims.equal("N E[mean over the batches] = ∇𝒪", Number(e.N) * e.epoch_mean(), e.whole);
}

void sums(const EpochRun& e, Claims& claims) {
  for (int j = 0; j < e.batches(); ++j) {
    const auto sum = [&](const auto& partition) { return e.on_batch.at(partition[std::size_t(j)]); };
    claims.equal("N E ∇𝒪(Bⱼ) = |Bⱼ| ∇𝒪", Number(e.N) * e.expectation(e.zero(), sum), Number(e.size(j)) * e.whole);
  }
}

void printed_mean(const EpochRun& e, Claims& claims) {
  for (const auto& partition : e.partitions)
    claims.equal("mean over the batches of ∇𝒪(batch) = ∇𝒪", e.over_batches(partition, false), e.whole);
}

void scaled_mean(const EpochRun& e, Claims& claims) {
  for (const auto& partition : e.partitions)
    claims.equal("⌈N/b⌉ · mean over the batches of ∇𝒪(batch) = ∇𝒪",
                 Number(e.batches()) * e.over_batches(partition, false), e.whole);
}

void no_noise(const EpochRun& e, Claims& claims) {
  for (const auto& partition : e.partitions)
    claims.equal("N · mean over the batches of their mean gradients = ∇𝒪",
                 Number(e.N) * e.over_batches(partition, true), e.whole);
}

void one_order(const EpochRun& e, Claims& claims) {
  claims.equal("N · mean gradient of the first batch = ∇𝒪", Number(e.N) * e.batch_mean(e.partitions.front().front()),
               e.whole);
}

/// The mean gradient of the second batch, given the first, against ∇𝒪/N, both after a step of rate 1 on the first.
void second(const EpochRun& e, Claims& claims) {
  if (e.batches() < 2) return;
  const BatchIndices& first = e.partitions.front().front();
  const Vector<Number> moved = e.data.theta - e.batch_mean(first);
  Vector<Number> sum = e.zero();
  int count = 0;
  for (const auto& partition : e.partitions)
    if (partition.front() == first) {
      sum += e.gradient(partition[1], moved) / Number(int(partition[1].size()));
      ++count;
    }
  claims.equal("E[∇ on B₂ | B₁] = ∇𝒪/N", sum / Number(count), e.gradient(all_terms(e.N), moved) / Number(e.N));
}

/// E‖mean gradient of Bⱼ − ∇𝒪/N‖² = factor(N, |Bⱼ|) S².
template <class Factor>
Form<TrainingInstance> noise_is(const char* key, Factor factor) {
  return form<EpochRun>(key,
                        [factor](const EpochRun& e, Claims& claims) {
                          for (int j = 0; j < e.batches(); ++j)
                            claims.equal("E‖mean of Bⱼ − ∇𝒪/N‖² = factor · S²", e.squared_noise(j),
                                         Number(factor(Number(e.N), Number(e.size(j)))) * e.spread(), j);
                        })
      .where([](const TrainingInstance& instance) { return instance.samples() > 1; });
}

/// A planted mistake: N E[mean over the batches] = wrong(epoch).
template <class Wrong>
Form<TrainingInstance> mean_is(const char* key, Wrong wrong) {
  return form<EpochRun>(key, [wrong](const EpochRun& e, Claims& claims) {
    claims.equal("N E[mean over the batches] = planted", Number(e.N) * e.epoch_mean(), wrong(e));
  });
}

Forms<TrainingInstance> planted_estimates() {
  return {
      mean_is("estimate: sign", [](const EpochRun& e) -> Vector<Number> { return -e.whole; }),
      mean_is("estimate: ∇𝒪/N for ∇𝒪", [](const EpochRun& e) -> Vector<Number> { return e.whole / Number(e.N); }),
      mean_is("estimate: without the last sample",
              [](const EpochRun& e) -> Vector<Number> { return e.whole - e.row.back(); }),
      mean_is("estimate: last batch divided by b",
              [](const EpochRun& e) -> Vector<Number> {
                const Number kept = Number(e.size(e.batches() - 1)) / Number(e.size(0));
                return (Number(e.batches() - 1) + kept) / Number(e.batches()) * e.whole;
              }),
      noise_is("noise: 1/|B|, as with replacement", [](const Number&, const Number& size) { return 1 / size; }),
      noise_is("noise: (N − |B|)/(|B|N)", [](const Number& N, const Number& size) { return (N - size) / (size * N); })};
}

FalseLine<TrainingInstance> mean_of_batches() {
  return {
      .words =
          {.key = "mean of the batches",
           .place = "note between Definitions 6.6 and 6.7",
           .printed = "The estimated gradient is equal to the mean of the gradients of each batch",
           .corrected = "that mean is ∇𝒪/⌈N/b⌉; the batches' gradients must be added up to give ∇𝒪",
           .remark =
               "(14) defines 𝒪 as the sum over the samples, without 1/N. The mean over all batches of an epoch is the "
               "same for every partition: no estimate, and no less work than ∇𝒪. If the gradient of a batch is read as "
               "the mean over its samples, its expectation is ∇𝒪/N: an estimate up to a factor under either reading.",
           .by_hand = "two samples (1, class 0), two classes, all parameters 0: ∇𝒪 = (−1, 1, −1, 1); the mean of two "
                      "batches of one is half of it",
           .weight = Weight::statement,
           .survives = "the batches' gradients add up to ∇𝒪; each, taken as a mean over its samples and times N, is an "
                       "estimate without bias"},
      .printed = form<EpochRun>(printed_mean),
      .counterexample = from_zero({1, 2}, 2),
      .corrected = {form<EpochRun>(scaled_mean)}};
}

}  // namespace

Form<TrainingInstance> estimate() { return form<EpochRun>("estimate", unbiased); }
Form<TrainingInstance> noise() {
  return noise_is("noise", [](const Number& N, const Number& size) { return (N - size) / (size * (N - 1)); });
}
Form<TrainingInstance> batch_sums() { return form<EpochRun>("batch sums", sums); }
Form<TrainingInstance> no_noise_over_an_epoch() { return form<EpochRun>("no noise over an epoch", no_noise); }
Form<TrainingInstance> fixed_order() { return form<EpochRun>("fixed order", one_order); }
Form<TrainingInstance> second_batch() { return form<EpochRun>("second batch", second); }

TrainingInstance from_zero(const std::vector<int>& widths, Eigen::Index samples) {
  const DenseNetwork network = DenseNetwork::classifier(widths);
  return {.start = {network, Loss::softmax_cross_entropy, Vector<double>::Zero(network.parameter_count()),
                    Matrix<double>::Ones(samples, 1), std::vector<int>(std::size_t(samples), 0)}};
}

TrainingInstance one_relu(double first_input, double first_target, double beta) {
  return {.start = {.network = DenseNetwork({1, 1}, {Activation::relu}),
                    .theta = vector({0, 1}),
                    .inputs = Matrix<double>{{first_input}, {0}, {0}},
                    .targets = Matrix<double>{{first_target}, {0}, {0}}},
          .alpha = 0.125,
          .beta = beta,
          .n = 1,
          .b = 2};
}

Lines<TrainingInstance> estimate_lines() {
  return {.errata = {mean_of_batches()}, .planted = planted_estimates(), .separating = {one_relu(0, 1, 1)}};
}

}  // namespace verigrad::minibatch_gradient_descent
