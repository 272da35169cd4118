// Splitting over batches: the gradient flow of each batch in turn, and one gradient step a batch.
// Stochastic gradient methods, (5.29) and the display after it.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/stochastic/splitting_instance.hpp"

namespace verigrad::batch_splitting {

const Statement& statement();

/// αᵢ > 0, Δt > 0, and each epoch's batches are disjoint and hold all terms.
bool hypotheses_hold(const SplittingInstance& instance);
/// No batch of the first epoch is at rest at W₀: no bound there is 0 ≤ 0.
bool batches_move(const SplittingInstance& instance);
/// Δt tr A ≤ 2 in the first epoch: no step of a batch moves two points apart.
bool steps_do_not_amplify(const SplittingInstance& instance);

/// The fully discrete method, intended, is Wₖ₊₁ᵗ = Δt Σᵣ (Πₛ₍ₛ﹥ᵣ₎ (I − ΔtAˢ)) bʳ + Πᵣ (I − ΔtAʳ) Wₖᵗ.
Form<SplittingInstance> discrete_epoch();
/// ‖exact flows − fully discrete‖ ≤ ½Δt² Σᵣ ‖Aʳ∇Jʳ(Zʳ⁻¹)‖ after one epoch, where steps_do_not_amplify.
Form<SplittingInstance> flow_near_discrete();
/// (that distance) / (that bound) in the first epoch.
Number share_of_bound(const SplittingInstance& instance);

/// J(W) = Σᵣ Jₖʳ(W), for every epoch.
Form<SplittingInstance> sum_over_batches();

/// The displayed lines, the errata, and wrong forms of the fully discrete method that its closed form must reject.
Lines<SplittingInstance> lines();

}  // namespace verigrad::batch_splitting
