// Back-propagation gradient descent block by block, with momentum, and with mini-batches drawn without replacement.
// MathDNN, Definitions 6.6 and 6.7 and the note between them.
#pragma once

#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/theorem/batch_instance.hpp"
#include "verigrad/theorem/form.hpp"
#include "verigrad/theorem/statement.hpp"

namespace verigrad::minibatch_gradient_descent {

const Statement& statement();

/// An objective whose variables are the blocks W⁽¹⁾, b⁽¹⁾, … one after another.
struct BlockInstance {
  ObjectivePtr f;  ///< a quadratic, so that central differences give the partial gradients exactly
  Vector<double> x0;
  double alpha;
  double beta;
  int n;
  int block;  ///< entries of a block; the last one may be smaller
  /// A recorded x₁ to go on from, in place of the methods' own.
  std::optional<Vector<double>> first = {};

  bool rational() const { return f->rational(); }
  std::string describe() const;
};

/// α > 0, β ∈ [0, 1], blocks of 1 entry or more.
bool hypotheses_hold(const BlockInstance& instance);

/// Every block moves against its own partial gradient, taken where all other blocks are old: Definition 6.6.
Form<BlockInstance> descent();
/// The same with momentum: Definition 6.7, m⁰ = 0.
Form<BlockInstance> descent_with_momentum();
/// Wrong forms of both: a sign, a factor, an index, blocks that see each other's new values.
Forms<BlockInstance> planted_descents();

/// The mini-batches of one epoch, all partitions equally likely; O = Σ ξᵢ (14) is n times the instance's f.
/// E of each batch's mean gradient, also of the smaller last one's, is ∇O/n; E of their mean over the epoch too.
Form<BatchInstance> estimate();
/// As printed: the mean over the batches of ∇O(batch) = ∇O.
Form<BatchInstance> printed_estimate();
/// What it is instead: ∇O/⌈n/b⌉, for every single partition.
Form<BatchInstance> scaled_estimate();
/// E of ∇O on the batch j is |Bⱼ|/n ∇O.
Form<BatchInstance> batch_sums();
/// The epoch's mean of the batches' mean gradients is ∇O/n for every single partition: true if b divides n only.
Form<BatchInstance> no_noise_over_an_epoch();
/// After a step on the first batch, E of the second batch's mean gradient given the first is ∇O/n at the new point:
/// false, as the rows of the first batch are gone.
Form<BatchInstance> second_batch();
/// Wrong forms of `estimate` and `scaled_estimate`.
Forms<BatchInstance> planted_estimates();

}  // namespace verigrad::minibatch_gradient_descent
