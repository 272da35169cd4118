// Generators for statements about weak solutions of non-smooth flows. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/nonsmooth/absolute_value_flow.hpp"
#include "verigrad/theorem/nonsmooth/penalised_square.hpp"
#include "verigrad/theorem/nonsmooth/regularised_flow_inequality.hpp"
#include "verigrad/theorem/nonsmooth/weak_initial_value.hpp"
#include "verigrad/theorem/nonsmooth/weak_solution_existence.hpp"
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::generate {

/// w₀, y and a test function that ends before, at, or after the time |w₀|.
Gen<absolute_value_flow::FlowInstance> tested_absolute_value_flow();
/// Up to 12 steps; w₀ is a multiple of Δt in half of the draws, and s(0) among −1, −1/2, 0, 1/2, 1.
Gen<absolute_value_flow::SchemeInstance> sign_scheme();

/// Flows in dimension 1 to 3, of convex and of concave J₁, with coordinates that stop at 0, pass it, or do not reach
/// it.
Gen<WeakFlowInstance> weak_flow();
Gen<weak_solution_existence::FlowInstance> tested_weak_flow();
/// The same of |W|² + 2ε|W|₁.
Gen<weak_solution_existence::FlowInstance> tested_penalised_square();
/// On one side of 0 in every entry in a third of the draws.
Gen<penalised_square::StatesInstance> penalised_square();
Gen<weak_solution_existence::RestInstance> flow_at_rest();
/// Y within and beyond ε, and at W_ε.
Gen<weak_solution_existence::SmoothRestInstance> smooth_rest();
/// Within and beyond ε, on both sides.
Gen<weak_solution_existence::StatesInstance> regularised_states();
Gen<weak_solution_existence::RegularisedInstance> regularised_flow();

/// Straight paths in dimension 1 to 3 that start at W₀ or elsewhere.
Gen<weak_initial_value::PathInstance> weak_path();

/// Two flows of one problem; in a third of the draws their starts lie on one side of 0 in every coordinate, in a
/// third on both sides in the first.
Gen<weak_solution_uniqueness::TwoFlowsInstance> two_weak_flows();
/// As these; in a quarter of the draws W = Z.
Gen<weak_solution_uniqueness::DoubledInstance> doubled_weak_flows();
/// With an even b in a third of the draws.
Gen<weak_solution_uniqueness::PathsInstance> doubled_paths();
Gen<weak_solution_uniqueness::NotConvexInstance> non_convex_descent();
Gen<weak_solution_uniqueness::DescendingInstance> descending();

/// A state of the flow of J₁, any smooth function, and J₂, of the given kind in the same dimension.
Gen<regularised_flow_inequality::StateInstance> flow_state(Gen<ObjectivePtr> convex_parts);
/// Within and beyond both widths.
Gen<regularised_flow_inequality::BoundedInstance> bounded_flow_state();

}  // namespace verigrad::generate
