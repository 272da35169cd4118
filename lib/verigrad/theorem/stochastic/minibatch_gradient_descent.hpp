// Back-propagation gradient descent of the dense network block by block, with momentum, and with mini-batches drawn
// without replacement. MathDNN, Definitions 6.6 and 6.7 and the note between them.
#pragma once

#include <optional>

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::minibatch_gradient_descent {

const Statement& statement();

/// A network at its start, and how it is trained.
struct TrainingInstance {
  NetworkInstance start;
  double alpha = 1;
  double beta = 0;
  int n = 1;  ///< steps
  int b = 1;  ///< size of a batch
  /// A recorded θ⁽¹⁾ to go on from, in place of the method's own.
  std::optional<Vector<double>> first = {};

  int samples() const { return int(start.inputs.rows()); }
  bool rational() const { return start.rational(); }
  std::string describe() const;
};

/// α > 0, β ∈ [0, 1], n ≥ 0 and 1 ≤ b ≤ the number of samples.
bool hypotheses_hold(const TrainingInstance& instance);

/// Whether rationals decide, or no unit's input is exactly 0 at a point that is reached and that no double is: there,
/// balls cannot tell which side of the kink it is on. What the forms below ask for.
bool meets_no_later_tie(const TrainingInstance& instance);

/// Gradient descent on the stacked θ, the one that ships, is Definition 6.6: every W⁽ᵏ⁾ and b⁽ᵏ⁾ moves against the
/// partial gradient of 𝒪 in itself alone, by dual numbers, where all others keep their values of n.
Form<TrainingInstance> descent();
/// LaggedMomentum on the stacked θ is Definition 6.7, m⁽⁰⁾ = 0; W⁽¹⁾ = W⁽⁰⁾ and b⁽¹⁾ = b⁽⁰⁾.
Form<TrainingInstance> descent_with_momentum();
/// StochasticGradient over one epoch of mini_batches: every block moves against the mean over the batch's samples.
Form<TrainingInstance> descent_on_batches();
/// mini_batches takes every sample once, in the order drawn, b at a time: for every order of the samples.
Form<TrainingInstance> epoch();
/// Errata on values at n = 0, and wrong forms of these: a sign, a factor, an index, a missing term, blocks that see
/// each other's new values.
Lines<TrainingInstance> descent_lines();

/// The mini-batches of one epoch, all partitions equally likely; gradients by back-propagation on each batch.
/// E of each batch's mean gradient, also of the smaller last one's, is ∇𝒪/N; E of their mean over the epoch too.
Form<TrainingInstance> estimate();
/// E‖mean gradient of Bⱼ − ∇𝒪/N‖² = (N − |Bⱼ|)/(|Bⱼ|(N − 1)) S², S² = (1/N) Σ ‖∇ξᵢ − ∇𝒪/N‖²: the smaller last batch
/// is the noisier one.
Form<TrainingInstance> noise();
/// E of ∇𝒪 on the batch j is |Bⱼ|/N ∇𝒪.
Form<TrainingInstance> batch_sums();
/// The epoch's mean of the batches' mean gradients is ∇𝒪/N for every single partition: true if b divides N only.
Form<TrainingInstance> no_noise_over_an_epoch();
/// The mean gradient of the first batch is ∇𝒪/N for the samples in their order: false, it is so in the mean only.
Form<TrainingInstance> fixed_order();
/// After a step on the first batch, E of the second batch's mean gradient given the first is ∇𝒪/N at the new point:
/// false, as the samples of the first batch are gone.
Form<TrainingInstance> second_batch();
/// The erratum on the mean of the batches, and wrong forms of `estimate` and `noise`.
Lines<TrainingInstance> estimate_lines();

/// Cross-entropy on samples (1, class 0), all parameters 0.
TrainingInstance from_zero(const std::vector<int>& widths, Eigen::Index samples);
/// One ReLU with bias 1, three samples in batches of 2.
TrainingInstance one_relu(double first_input, double first_target, double beta);

}  // namespace verigrad::minibatch_gradient_descent
