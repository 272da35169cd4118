// Ties, kinks, zeros and ends are drawn: what a statement says there is decided, and not by luck. The shares are those
// that the generators' words say, with room for chance.
#include <gtest/gtest.h>

#include "verigrad/number/spectrum.hpp"
#include "verigrad/sampling/boxes.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/inna_states.hpp"
#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/separating_flows.hpp"
#include "verigrad/sampling/splitting.hpp"
#include "verigrad/sampling/stochastic.hpp"
#include "verigrad/sampling/weak_flows.hpp"

#include "properties/rooms/sampling/counted.hpp"

namespace verigrad::sampling_boundaries_test {
namespace {

bool any_zero(const Vector<double>& x) { return (x.array() == 0).any(); }

bool any_tie(const Vector<double>& x) {
  for (Eigen::Index i = 0; i < x.size(); ++i)
    for (Eigen::Index j = 0; j < i; ++j)
      if (x[i] == x[j]) return true;
  return false;
}

TEST(Boundaries, of_pairs_points_that_are_equal_close_or_the_minimiser) {
  const auto pairs = generate::pair(generate::any_convex());
  EXPECT_GT(percent(pairs, [](const PairInstance& i) { return i.x == i.y; }), 3);
  EXPECT_GT(percent(pairs, [](const PairInstance& i) { return i.x != i.y && (i.x - i.y).norm() < 0.1; }), 5);
  EXPECT_GT(percent(pairs,
                    [](const PairInstance& i) {
                      if (!i.f->has_minimum()) return false;
                      const Vector<double> x_star = i.f->over<double>().minimum().x_star;
                      return i.x == x_star || i.y == x_star;
                    }),
            3);
  EXPECT_GT(percent(pairs, [](const PairInstance& i) { return i.tau == 0 || i.tau == 1; }), 4);
}

/// Where nothing but rationals can tell an equality, no equality is drawn.
TEST(Boundaries, of_pairs_are_not_drawn_where_nothing_decides_them) {
  expect_always(generate::pair(generate::any_convex()),
                [](const PairInstance& i) { return i.rational() || i.x != i.y; });
}

TEST(Boundaries, of_descent_steps_near_0_near_1_and_near_2_over_L) {
  const auto share = [](double low, double high) {
    return percent(generate::descent(), [=](const DescentInstance& i) {
      const double h = i.alpha * i.L();
      return low <= h && h <= high;
    });
  };
  EXPECT_GT(share(0, 0.02), 10);
  EXPECT_GT(share(0.99, 1.01), 10);
  EXPECT_GT(share(1.98, 2), 10);
  EXPECT_GT(percent(generate::descent(), [](const DescentInstance& i) { return i.n == 1; }), 4);
}

TEST(Boundaries, of_layers_units_at_their_kink_and_tied) {
  EXPECT_GT(percent(generate::relu_layer(), [](const LayerInstance& i) { return any_zero(i.x); }), 15);
  EXPECT_GT(percent(generate::softmax_layer(), [](const LayerInstance& i) { return any_tie(i.x); }), 5);
  EXPECT_GT(percent(generate::relu_layer(), [](const LayerInstance& i) { return any_zero(i.h); }), 15);
}

/// Of the first layer.
bool any_unit_at_kink(const NetworkInstance& i) {
  const Matrix<double> z = (i.inputs * i.network.weights<double>(i.theta, 1).transpose()).rowwise() +
                           i.network.bias<double>(i.theta, 1).transpose();
  return (z.array() == 0).any();
}

TEST(Boundaries, of_networks_units_at_their_kink) {
  EXPECT_GT(percent(generate::network(generate::Activations::of_the_text, Loss::squared_error), any_unit_at_kink), 10);
}

TEST(Boundaries, of_kinked_sums_two_terms_in_three_at_their_kink) {
  int at_kink = 0, terms = 0;
  for (const auto& i : drawn(generate::kinked_sum(), many_draws))
    for (const KinkedTerm& term : i.terms) {
      at_kink += term.side(Vector<double>::Constant(1, i.x)) == 0;
      ++terms;
    }
  EXPECT_GT(at_kink, 0.6 * terms);
  EXPECT_LT(at_kink, 0.8 * terms);
}

/// θ + tu + t²w on a term's kink: ⟨a, u⟩ = ⟨a, w⟩ = 0 lies in it, ⟨a, u⟩ = 0 touches it.
TEST(Boundaries, of_curves_lie_in_kinks_touch_and_avoid_them) {
  int in = 0, touching = 0, off = 0, terms = 0;
  for (const auto& i : drawn(generate::curve_through(), many_draws))
    for (const KinkedTerm& term : i.terms) {
      const bool on = term.side(i.theta) == 0, straight = term.a.dot(i.u) == 0, bent = term.a.dot(i.w) != 0;
      in += on && straight && !bent;
      touching += on && straight && bent;
      off += !on;
      ++terms;
    }
  EXPECT_GT(in, terms / 10);
  EXPECT_GT(touching, terms / 10);
  EXPECT_GT(off, terms / 10);
}

TEST(Boundaries, of_INNA_at_kinks_and_without_friction) {
  const auto at_kink = [](const InnaInstance& i) { return i.theta.isZero(0); };
  EXPECT_GT(percent(generate::inna_state(), at_kink), 40);
  EXPECT_GT(percent(generate::inna_state(), [](const InnaInstance& i) { return i.alpha == 0; }), 5);
}

TEST(Boundaries, of_DIN_without_friction_and_at_rest) {
  EXPECT_GT(percent(generate::smooth_din_state(), [](const DinInstance& i) { return i.alpha == 0; }), 5);
  EXPECT_GT(percent(generate::smooth_din_state(),
                    [](const DinInstance& i) { return i.psi == (1 - i.alpha * i.beta) * i.theta; }),
            8);
}

TEST(Boundaries, of_momentum_starts_with_and_without_it) {
  const double moving = percent(generate::momentum_along(), [](const OptimiserInstance& i) { return i.m0 != 0; });
  EXPECT_GT(moving, 12);
  EXPECT_LT(moving, 40);
}

TEST(Boundaries, of_thresholds_entries_at_the_threshold_and_0) {
  using soft_thresholding::ProximalInstance;
  EXPECT_GT(
      percent(generate::proximal(), [](const ProximalInstance& i) { return (i.y.array().abs() == i.lambda).any(); }),
      4);
  EXPECT_GT(percent(generate::proximal(), [](const ProximalInstance& i) { return i.lambda == 0; }), 5);
  EXPECT_GT(percent(generate::lasso(2), [](const LassoInstance& i) { return i.lasso.lambda == 0; }), 5);
  EXPECT_GT(percent(generate::lasso(2), [](const LassoInstance& i) { return any_zero(*i.x_star); }), 30);
}

TEST(Boundaries, of_step_sizes_near_the_longest) {
  const auto near = [](const LassoInstance& i) {
    return i.tau * spectrum_bounds(i.lasso.a.transpose() * i.lasso.a).upper > 0.98;
  };
  EXPECT_GT(percent(generate::lasso(1), near), 20);
}

TEST(Boundaries, of_flows_of_the_absolute_value_that_stop_before_at_and_after_the_end) {
  using absolute_value_flow::FlowInstance;
  const auto flows = generate::tested_absolute_value_flow();
  EXPECT_GT(percent(flows, [](const FlowInstance& i) { return i.T == std::abs(i.w0); }), 15);
  EXPECT_GT(percent(flows, [](const FlowInstance& i) { return i.T < std::abs(i.w0); }), 15);
  EXPECT_GT(percent(flows, [](const FlowInstance& i) { return i.T > std::abs(i.w0); }), 15);
  EXPECT_GT(percent(flows, [](const FlowInstance& i) { return i.w0 == 0; }), 5);
}

TEST(Boundaries, of_sign_schemes_that_meet_0_and_that_jump_over_it) {
  using absolute_value_flow::SchemeInstance;
  const auto meets = [](const SchemeInstance& i) { return std::remainder(i.w0, i.dt) == 0; };
  EXPECT_GT(percent(generate::sign_scheme(), meets), 40);
  EXPECT_LT(percent(generate::sign_scheme(), meets), 60);
}

/// In the clock u: a coordinate stops at 0, passes it, or stays on its side until the end.
TEST(Boundaries, of_weak_flows_coordinates_that_stop_pass_and_stay) {
  int stop = 0, pass = 0, stay = 0, coordinates = 0;
  for (const WeakFlowInstance& flow : drawn(generate::weak_flow(), many_draws))
    for (Eigen::Index j = 0; j < flow.w0.size(); ++j) {
      const auto pieces = flow.coordinate(j, flow.w0[j]);
      const bool at_rest = pieces.back().slope == 0 && pieces.back().constant == 0;
      stop += pieces.size() == 2 && at_rest;
      pass += pieces.size() == 2 && !at_rest;
      stay += pieces.size() == 1 && !at_rest;
      ++coordinates;
    }
  EXPECT_GT(stop, coordinates / 20);
  EXPECT_GT(pass, coordinates / 20);
  EXPECT_GT(stay, coordinates / 20);
}

TEST(Boundaries, of_two_flows_on_one_side_of_0_and_on_both) {
  const auto flows = generate::two_weak_flows();
  using weak_solution_uniqueness::TwoFlowsInstance;
  EXPECT_GT(percent(flows, [](const TwoFlowsInstance& i) { return (i.w0.array() * i.z0.array() >= 0).all(); }), 30);
  EXPECT_GT(percent(flows, [](const TwoFlowsInstance& i) { return i.w0[0] * i.z0[0] < 0; }), 30);
  EXPECT_GT(percent(generate::doubled_weak_flows(),
                    [](const weak_solution_uniqueness::DoubledInstance& i) { return i.w0 == i.z0; }),
            20);
}

TEST(Boundaries, of_separating_flows_that_start_together_but_for_one_coordinate) {
  using cauchy_lipschitz::LinearInstance;
  const auto differ = [](const LinearInstance& i) { return (i.w0.array() != i.z0.array()).count(); };
  EXPECT_GT(
      percent(generate::linear_flows(), [&](const LinearInstance& i) { return i.w0.size() > 1 && differ(i) == 1; }),
      30);
  EXPECT_NEAR(percent(generate::linear_flows(), [](const LinearInstance& i) { return i.backward; }), 50, 8);
}

TEST(Boundaries, of_boxes_corners_and_minimisers_outside) {
  using minimum_on_compact_set::SeparableInstance;
  const auto corner = [](const SeparableInstance& i) {
    return (i.w.array() == i.omega.lower.array() || i.w.array() == i.omega.upper.array()).all();
  };
  EXPECT_GT(percent(generate::separable_on_box(), corner), 20);
  EXPECT_LT(percent(generate::separable_on_box(), corner), 50);
  EXPECT_GT(
      percent(generate::separable_on_box(),
              [](const SeparableInstance& i) {
                return (i.centre.array() < i.omega.lower.array() || i.centre.array() > i.omega.upper.array()).any();
              }),
      20);
  EXPECT_GT(percent(generate::separable_on_box(), [](const SeparableInstance& i) { return any_zero(i.spectrum); }), 5);
}

TEST(Boundaries, of_splitting_empty_batches_and_starts_at_the_minimiser) {
  const auto empty = [](const SplittingInstance& i) {
    return std::any_of(i.epochs.begin(), i.epochs.end(), [](const SplittingInstance::Epoch& epoch) {
      return std::any_of(epoch.begin(), epoch.end(), [](const auto& terms) { return terms.empty(); });
    });
  };
  EXPECT_EQ(percent(generate::splitting(), empty), 0);
  EXPECT_GT(percent(generate::splitting(), [](const SplittingInstance& i) { return i.w0.isZero(0); }), 5);
}

TEST(Boundaries, of_batches_of_one_term_of_all_and_of_sizes_that_do_not_divide) {
  const auto sizes = generate::batches();
  EXPECT_GT(percent(sizes, [](const BatchInstance& i) { return i.b == i.f.size(); }), 20);
  EXPECT_GT(percent(sizes, [](const BatchInstance& i) { return i.b == 1 && i.f.size() > 1; }), 10);
  EXPECT_GT(percent(sizes, [](const BatchInstance& i) { return i.f.size() % i.b != 0; }), 5);
}

}  // namespace
}  // namespace verigrad::sampling_boundaries_test
