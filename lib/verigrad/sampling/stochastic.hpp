// Generators of finite sums whose stochastic gradient descent can be enumerated exactly.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"
#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

namespace verigrad::generate {

/// 1 to most_terms quadratics of equal dimension: equal or different curvatures, one or many centres.
Gen<FiniteSum> quadratic_sum(int most_terms = 3);

/// Strongly convex sums with a known minimiser: quadratics, claimed as convex as they are or half of it, and staircases
/// (theorem/strongly_convex_sgd.hpp), started at 0 and elsewhere. Up to highest_n steps, fewer where points do not
/// merge.
Gen<strongly_convex_sgd::StochasticInstance> stochastic(int highest_n = 12);

/// The same quadratics, diagonal and of dimension 1 or 2, with E by their moments: `steps` steps for any of them.
Gen<strongly_convex_sgd::StochasticInstance> stochastic_by_moments(int steps);

/// Sums of 2 or 3 terms that are neither quadratic nor convex, f = μx²/2 (lattice_sum), run for `steps` steps. With
/// `bump`, f itself is not convex between the points that a run meets.
Gen<strongly_convex_sgd::StochasticInstance> stochastic_on_lattice(int steps, bool bump = false);

/// Sums of 1 to most_terms terms, quadratics or one sample each of a softplus network, a point and any batch size.
Gen<BatchInstance> batches(int most_terms = 5);

}  // namespace verigrad::generate
