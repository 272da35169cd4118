// Generators for statements about minima on boxes. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/convexity/minimum_on_compact_set.hpp"

namespace verigrad::generate {

/// A box whose middle lies up to reach/8 half sides from the objective's minimiser, or from 0 if it has none, and a gap
/// of 2⁻⁴ to 2⁻¹² (dimension 1) or 2⁻⁸ (more). Without given objectives: of dimension 1 or 2, convex or not.
Gen<minimum_on_compact_set::BoxInstance> box_problem(Gen<ObjectivePtr> objectives, int reach = 12);
Gen<minimum_on_compact_set::BoxInstance> box_problem(int reach = 12);

/// In dimension 1 to 6, eigenvalues of either sign or 0, and a point of the box, a corner in one draw of four.
Gen<minimum_on_compact_set::SeparableInstance> separable_on_box();

/// In ]0, 1], with up to 5 more entries.
Gen<minimum_on_compact_set::Candidate> candidate();

}  // namespace verigrad::generate
