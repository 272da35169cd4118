// Expectation of mini-batch gradients: E ∇𝒥_A = ∇𝒥 for a set A drawn uniformly among those of one size.
// Thesis, (1.18), (1.19).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"

namespace verigrad::minibatch_expectation {

const Statement& statement();

/// All expectations are sums over all sets of the batch size. In the text, 𝒥 = Σ 𝒥ₙ (1.5); the instance's f is 𝒥/N.
bool hypotheses_hold(const BatchInstance& instance);

/// E ∇𝒥_A = ∇𝒥 with 𝒥 = Σ 𝒥ₙ, as printed: false but for N = 1.
Form<BatchInstance> conclusion();
/// E ∇𝒥_A = ∇𝒥/N: what (1.18) gives for any batch size.
Form<BatchInstance> corrected_conclusion();
/// The same when A is drawn among all sets but ∅, or with repetitions: neither one size nor distinct indices are
/// needed.
Form<BatchInstance> any_size();
Form<BatchInstance> with_repetitions();
/// The same when A is the first set with probability 1/2 and each other one with the same share of the rest.
Form<BatchInstance> not_uniform();

/// The displayed equalities, the errata, and wrong forms of the corrected conclusion.
Lines<BatchInstance> lines();

}  // namespace verigrad::minibatch_expectation
