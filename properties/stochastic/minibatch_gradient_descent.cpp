// MathDNN, Definitions 6.6 and 6.7 and mini-batches: the methods that ship against their defining equations, on ReLU
// networks with squared error in rationals and with cross-entropy by balls, and the mean and the noise of the
// estimates over all partitions into batches.
#include "verigrad/theorem/stochastic/minibatch_gradient_descent.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::minibatch_gradient_descent::properties {
namespace {

namespace theorem = minibatch_gradient_descent;
using generate::Activations;
using theorem::TrainingInstance;

constexpr const char* stem = "minibatch_gradient_descent";

/// Rates and momenta, 1 to 3 steps, any size of a batch.
Gen<TrainingInstance> training(const Gen<NetworkInstance>& networks) {
  return gen::mapcat(networks, [](const NetworkInstance& start) {
    return gen::apply(
        [start](double alpha, double beta, int n, int b) {
          return TrainingInstance{start, alpha, beta, n, b};
        },
        generate::positive(3, -4, 0), gen::elementOf(std::vector<double>{0, 0.25, 0.5, 0.875, 1}),
        generate::dimension(3), generate::dimension(int(start.inputs.rows())));
  });
}

Gen<TrainingInstance> of_the_text(int most_samples = 3) {
  return training(generate::network(Activations::of_the_text, Loss::softmax_cross_entropy, most_samples));
}
Gen<TrainingInstance> rational(int most_samples = 3) {
  return training(generate::network(Activations::piecewise_linear, Loss::squared_error, most_samples));
}

/// With a smaller last batch, from 3 samples on.
Gen<TrainingInstance> uneven() {
  return gen::map(rational(5), [](TrainingInstance instance) {
    instance.b = instance.samples() / 2 + 1;
    return instance;
  });
}

/// One layer, no weights yet, inputs 1, half the squared error of these targets: ∇ξᵢ = −yᵢ in both parameters.
TrainingInstance one_unit(const std::vector<double>& targets, int b) {
  const auto count = Eigen::Index(targets.size());
  NetworkInstance start{DenseNetwork::classifier({1, 1}), Loss::squared_error, Vector<double>::Zero(2),
                        Matrix<double>::Ones(count, 1)};
  start.targets = Eigen::Map<const Matrix<double>>(targets.data(), count, 1);
  return {.start = start, .b = b};
}

/// What holds in the text's network and in rationals.
std::vector<Check> on_both(const std::string& name, int most_samples, const Form<TrainingInstance>& form) {
  return {sampled({stem, Kind::conclusion, name + ", cross-entropy"}, of_the_text(most_samples),
                  theorem::hypotheses_hold, form),
          sampled({stem, Kind::conclusion, name + ", exact"}, rational(most_samples), theorem::hypotheses_hold, form)};
}

std::vector<Check> dropped() {
  const auto check = [](const char* name, const TrainingInstance& instance, const Form<TrainingInstance>& form) {
    return examined({stem, Kind::dropped, name, Verdict::fails}, instance, form);
  };
  return {
      check("one epoch has noise when b does not divide N", one_unit({0, 0, 3}, 2), theorem::no_noise_over_an_epoch()),
      check("in a fixed order, the first batch is biased", one_unit({0, 2}, 1), theorem::fixed_order()),
      check("given the first batch, the second is biased", one_unit({-1, 1}, 1), theorem::second_batch())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks;
  append(checks, on_both("Definition 6.6", 3, theorem::descent()));
  append(checks, on_both("Definition 6.7", 3, theorem::descent_with_momentum()));
  append(checks, on_both("an epoch of batches", 3, theorem::descent_on_batches()));
  checks.push_back(sampled({stem, Kind::conclusion, "an epoch takes every sample once, in the order drawn"},
                           rational(4), theorem::hypotheses_hold, theorem::epoch()));
  append(checks, on_both("mean of every batch's mean gradient is ∇𝒪/N", 5, theorem::estimate()));
  append(checks, on_both("mean of ∇𝒪 on a batch is |B|/N ∇𝒪", 5, theorem::batch_sums()));
  append(checks, on_both("noise of every batch", 5, theorem::noise()));
  const auto divides = [](const TrainingInstance& i) { return theorem::hypotheses_hold(i) && i.samples() % i.b == 0; };
  checks.push_back(sampled({stem, Kind::sharp, "no noise over an epoch when b divides N"}, rational(4), divides,
                           theorem::no_noise_over_an_epoch()));
  append(checks, dropped());
  for (const Lines<TrainingInstance>& lines : {theorem::descent_lines(), theorem::estimate_lines()})
    append(checks, planted_checks(stem, uneven(), theorem::hypotheses_hold, lines));
  return checks;
}

}  // namespace verigrad::minibatch_gradient_descent::properties
