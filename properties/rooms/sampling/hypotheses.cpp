// Generators of instances: what is drawn meets the hypotheses of the statements that it is drawn for, so that no check
// decides the few draws that happen to, and has the sizes and ranges that the generator's words say.
#include <set>

#include <Eigen/LU>
#include <gtest/gtest.h>

#include "verigrad/sampling/adam_states.hpp"
#include "verigrad/sampling/architectures.hpp"
#include "verigrad/sampling/boxes.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/inna_states.hpp"
#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/optimisers.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/polynomials.hpp"
#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/recurrent.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/second_moments.hpp"
#include "verigrad/sampling/separating_flows.hpp"
#include "verigrad/sampling/splitting.hpp"
#include "verigrad/sampling/stochastic.hpp"
#include "verigrad/sampling/strongly_convex.hpp"
#include "verigrad/sampling/weak_flows.hpp"
#include "verigrad/theorem/adaptive/adam.hpp"
#include "verigrad/theorem/convexity/co_coercivity.hpp"
#include "verigrad/theorem/convexity/quadratic_upper_bound.hpp"
#include "verigrad/theorem/convexity/stationarity_at_minimum.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"
#include "verigrad/theorem/inertial_newton/din_energy_rates.hpp"
#include "verigrad/theorem/inertial_newton/lojasiewicz_exponents.hpp"
#include "verigrad/theorem/momentum/heavy_ball.hpp"
#include "verigrad/theorem/network/cross_entropy_gradient.hpp"
#include "verigrad/theorem/network/relu_jacobian.hpp"
#include "verigrad/theorem/network/softmax_cross_entropy_gradient.hpp"
#include "verigrad/theorem/regression/lasso_surrogate.hpp"
#include "verigrad/theorem/stochastic/batch_splitting.hpp"
#include "verigrad/theorem/stochastic/stochastic_gradient_averaging.hpp"

#include "properties/rooms/sampling/counted.hpp"

namespace verigrad::sampling_hypotheses_test {
namespace {

TEST(Hypotheses, of_two_points_hold_and_can_be_decided) {
  expect_always(generate::pair(generate::any_convex()), co_coercivity::hypotheses_hold);
  expect_always(generate::pair(generate::any_smooth()), quadratic_upper_bound::hypotheses_hold);
  expect_always(generate::pair(generate::any_smooth()), [](const PairInstance& i) {
    return i.x.norm() <= i.f->domain_radius() && i.y.norm() <= i.f->domain_radius() && 0 <= i.tau && i.tau <= 1;
  });
  expect_always(generate::at_minimum(generate::any_with_minimum()), stationarity_at_minimum::hypotheses_hold);
  expect_always(generate::hessian_bounds(), extremal_and_bounded);
}

/// f(y) ≥ f(x) + ⟨∇f(x), y − x⟩ + ‖∇f(y) − ∇f(x)‖²/(2L), and the same with x and y exchanged: then some convex L-smooth
/// function takes these values (Taylor, Hendrickx and Glineur 2017, Theorem 4).
bool interpolates(const InterpolationInstance& data) {
  const auto p = data.pair<Rational>();
  const Rational curvature = squared_norm<Rational>(p.g_y - p.g_x) / (2 * p.L);
  return p.f_y - p.f_x - dot<Rational>(p.g_x, p.y - p.x) >= curvature &&
         p.f_x - p.f_y - dot<Rational>(p.g_y, p.x - p.y) >= curvature;
}

TEST(Hypotheses, of_interpolation_data_hold_exactly) {
  expect_always(generate::interpolable_pair(), interpolates);
  expect_always(generate::extreme_interpolable_pair(), interpolates);
  expect_always(generate::interpolated_pair(), interpolates);
}

/// s = ±1: the length of ∇f(y) − ∇f(x) − L/2 (y − x) is L/2 ‖y − x‖, the most that the class allows.
TEST(Hypotheses, of_extreme_interpolation_data_hold_with_equality) {
  expect_always(generate::extreme_interpolable_pair(), [](const InterpolationInstance& data) {
    const auto p = data.pair<Rational>();
    const Rational half = p.L / 2;
    const Vector<Rational> d = p.y - p.x, bent = p.g_y - p.g_x - half * d;
    return squared_norm<Rational>(bent) == half * half * squared_norm<Rational>(d);
  });
}

TEST(Hypotheses, that_a_function_is_not_convex_are_found_by_the_search_in_most_draws) {
  const auto falls = [](const PairInstance& i) {
    const auto p = i.pair<Ball>();
    return certainly_less(dot<Ball>(p.g_y - p.g_x, p.y - p.x), Ball(0));
  };
  EXPECT_EQ(percent(generate::across_falling_gradient(generate::any_non_convex()), falls), 100);
  const auto above_chord = [](const PairInstance& i) {
    const auto p = i.pair<Ball>();
    const Ball middle = i.f->over<Ball>().value(Vector<Ball>(Ball::point(0.5) * (p.x + p.y)));
    return certainly_less(Ball(p.f_x + p.f_y), Ball(Ball(2) * middle));
  };
  EXPECT_EQ(percent(generate::across_downward_curvature(generate::any_non_convex()), above_chord), 100);
}

TEST(Hypotheses, of_runs_of_gradient_descent_hold) {
  expect_always(generate::descent(), gradient_descent_rate::hypotheses_hold);
  expect_always(generate::slowest_descent(32), gradient_descent_rate::hypotheses_hold);
  expect_always(generate::descent(9), [](const DescentInstance& i) { return i.n >= 1 && i.n <= 9; });
  expect_always(generate::contraction(generate::strongly_convex()), iteration_contraction::step_below_two_over_beta);
}

TEST(Hypotheses, of_optimisers_hold) {
  expect_always(generate::momentum_along(), heavy_ball::hypotheses_hold);
  expect_always(generate::momentum_on(generate::convex_smooth()), heavy_ball::hypotheses_hold);
  for (const bool from_zero : {false, true})
    for (const auto& runs : {generate::adaptive(from_zero), generate::exact_roots(from_zero)}) {
      expect_always(runs, adam::hypotheses_hold);
      expect_always(runs, [=](const OptimiserInstance& i) { return (i.v0 == 0) == from_zero && i.epsilon > 0; });
    }
  expect_always(generate::adaptive_along(true), [](const OptimiserInstance& i) {
    return std::ldexp(1, std::ilogb(1 - i.beta1)) == 1 - i.beta1 &&
           std::ldexp(1, std::ilogb(1 - i.beta2)) == 1 - i.beta2;
  });
}

/// √v at every step, of v⁺ = β₂v + (1 − β₂)g² or v + g².
bool roots_are_rational(const OptimiserInstance& i, bool sums) {
  Rational v = i.v0;
  for (const Vector<double>& g : i.gradients) {
    const Rational g2 = square(exact<Rational>(g[0])), b = exact<Rational>(i.beta2);
    v = sums ? Rational(v + g2) : Rational(b * v + (1 - b) * g2);
    const auto is_square = [](const auto& whole) { return sqrt(whole) * sqrt(whole) == whole; };
    if (!is_square(numerator(v)) || !is_square(denominator(v))) return false;
  }
  return true;
}

TEST(Hypotheses, of_exact_roots_hold_at_every_step) {
  for (const bool from_zero : {false, true})
    expect_always(generate::exact_roots(from_zero),
                  [](const OptimiserInstance& i) { return roots_are_rational(i, false); });
  expect_always(generate::exact_roots_of_sums(),
                [](const OptimiserInstance& i) { return roots_are_rational(i, true); });
}

TEST(Hypotheses, of_states_hold) {
  expect_always(generate::phase(generate::any_convex()),
                [](const PhaseInstance& i) { return i.nu >= 0 && i.epsilon > 0 && i.tau > 0; });
  expect_always(generate::smooth_adam_state(), adam_energy_decay::state_is_defined);
  expect_always(generate::smooth_din_state(), din_energy_rates::hypotheses_hold);
  expect_always(generate::inna_state(),
                [](const InnaInstance& i) { return inna_parameters(i) && i.gamma <= 2 && i.terms.size() <= 3; });
  expect_always(generate::second_moment(), second_moment_positivity::hypotheses_hold);
}

/// λ in [(1 − √(αβ))², (1 + √(αβ))²], that is (λ − 1 − αβ)² ≤ 4αβ.
TEST(Hypotheses, of_energies_of_DIN_hold_exactly_with_both_ends) {
  const auto slack = [](const DinInstance& i) {
    const Rational product = exact<Rational>(i.alpha) * exact<Rational>(i.beta), lambda = exact<Rational>(i.lambda);
    return Rational(4 * product - square(Rational(lambda - 1 - product)));
  };
  expect_always(generate::quadratic_din_state(), [&](const DinInstance& i) { return slack(i) >= 0; });
  EXPECT_GT(percent(generate::quadratic_din_state(), [&](const DinInstance& i) { return slack(i) == 0; }), 30);
}

TEST(Hypotheses, of_power_functions_and_their_flows_hold) {
  expect_always(generate::power_function(), lojasiewicz_exponents::hypotheses_hold);
  EXPECT_GT(percent(generate::power_function(true), lojasiewicz_exponents::larger_exponent), 40);
  expect_always(generate::slow_power_flow(), [](const lojasiewicz_rate::PowerFlowInstance& i) {
    return lojasiewicz_rate::hypotheses_hold(i) && lojasiewicz_rate::slow(i);
  });
  expect_always(generate::fast_power_flow(), [](const lojasiewicz_rate::PowerFlowInstance& i) {
    return lojasiewicz_rate::hypotheses_hold(i) && !lojasiewicz_rate::slow(i);
  });
  expect_always(generate::small_value(), lojasiewicz_rate::below_one);
}

TEST(Hypotheses, of_flows_hold) {
  expect_always(generate::linear_flows(),
                [](const cauchy_lipschitz::LinearInstance& i) { return cauchy_lipschitz::hypotheses_hold(i); });
  expect_always(generate::logistic_flows(), cauchy_lipschitz::stays_in_domain);
  expect_always(generate::quadratic_flow(), flow_contraction::hypotheses_hold);
  expect_always(generate::scalar_flow(), flow_contraction::goes_down);
  expect_always(generate::small_steps_on_parabola(), [](const SmallSteps& i) {
    return i.J->dimension() == 1 && i.J->curvature().lower > 0 && i.t > 0 && i.k() <= 64;
  });
}

TEST(Hypotheses, of_weak_solutions_hold) {
  const auto clock_runs_with_time = [](const WeakFlowInstance& i) {
    return (i.lambda.array() >= 0).all() && i.end > 0 && (i.a > 0 ? i.end < 1 : i.a < 0 && i.end > 1);
  };
  expect_always(generate::weak_flow(), clock_runs_with_time);
  expect_always(generate::tested_absolute_value_flow(), absolute_value_flow::hypotheses_hold);
  expect_always(generate::sign_scheme(), absolute_value_flow::scheme_hypotheses_hold);
  expect_always(generate::penalised_square(),
                [](const penalised_square::StatesInstance& i) { return penalised_square::hypotheses_hold(i); });
  expect_always(generate::flow_at_rest(), weak_solution_existence::rests);
  expect_always(generate::smooth_rest(), weak_solution_existence::rests_smoothly);
  expect_always(generate::regularised_states(), weak_solution_existence::states_hypotheses_hold);
  expect_always(generate::weak_path(),
                [](const weak_initial_value::PathInstance& i) { return weak_initial_value::hypotheses_hold(i); });
  expect_always(generate::doubled_paths(), weak_solution_uniqueness::paths_hypotheses_hold);
  expect_always(generate::non_convex_descent(), weak_solution_uniqueness::stays_positive);
  expect_always(generate::descending(), weak_solution_uniqueness::goes_down);
}

TEST(Hypotheses, of_kinked_sums_hold) {
  expect_always(generate::kinked_sum(), clarke_subdifferential::hypotheses_hold);
  expect_always(generate::convex_kinked_sum(), clarke_subdifferential::convex);
  expect_always(generate::smooth_kinked_sum(), clarke_subdifferential::smooth_there);
  expect_always(generate::started_at_kink(), clarke_subdifferential::inna_hypotheses_hold);
}

TEST(Hypotheses, of_linear_models_hold) {
  expect_always(generate::proximal(), soft_thresholding::hypotheses_hold);
  expect_always(generate::ridge(), ridge_regression::hypotheses_hold);
  expect_always(generate::logistic_loss(), logistic_loss_derivative::hypotheses_hold);
  expect_always(generate::linear_model(), linear_model_gradient::hypotheses_hold);
  expect_always(generate::limit(), penalised_least_squares_limit::hypotheses_hold);
  expect_always(generate::lasso(4), iterative_soft_thresholding::any_step);
  expect_always(generate::lasso(1), iterative_soft_thresholding::short_step);
  expect_always(generate::lasso(1), lasso_surrogate::hypotheses_hold);
  expect_always(generate::fista(), [](const iterative_soft_thresholding::FistaInstance& i) {
    return iterative_soft_thresholding::short_step(i) && i.x != *i.x_star;
  });
}

TEST(Hypotheses, of_layers_hold) {
  expect_always(generate::relu_layer(), relu_jacobian::hypotheses_hold);
  expect_always(generate::cross_entropy(), cross_entropy_gradient::hypotheses_hold);
  expect_always(generate::cross_entropy(),
                [](const LayerInstance& i) { return i.x.minCoeff() > 0 && i.x.maxCoeff() < 1; });
  expect_always(generate::exponentials(),
                [](const LayerInstance& i) { return i.x.minCoeff() > 0 && i.y_star.sum() == 1; });
  expect_always(generate::dense_layer(), [](const LayerInstance& i) {
    return i.x.size() == i.W.cols() && i.b.size() == i.W.rows() && i.c.size() == i.W.rows() && i.row < i.W.rows() &&
           i.h.size() == i.x.size() && i.Q == i.Q.transpose();
  });
  expect_always(generate::dense_layer_moved_in_bias(), [](const LayerInstance& i) { return i.h.size() == i.b.size(); });
}

TEST(Hypotheses, of_networks_hold) {
  using enum generate::Activations;
  for (const generate::Activations activations :
       {of_the_text, piecewise_linear, polynomial, generate::Activations::sigmoid, smooth})
    for (const Loss loss : {Loss::squared_error, Loss::softmax_cross_entropy, Loss::logistic})
      expect_always(generate::network(activations, loss), [&](const NetworkInstance& i) {
        const Eigen::Index samples = i.inputs.rows();
        const bool labelled = loss != Loss::squared_error;
        return i.network.depth() <= 3 && samples >= 1 && samples <= 3 &&
               i.theta.size() == i.network.parameter_count() &&
               (labelled ? Eigen::Index(i.labels.size()) : i.targets.rows()) == samples;
      });
  for (const auto& networks :
       {generate::affine_ended_rational(), generate::affine_ended_smooth(), generate::affine_ended_sigmoid()})
    expect_always(networks, [](const NetworkInstance& i) {
      return i.network.activation(i.network.depth()) == Activation::identity && i.network.depth() <= 4;
    });
  expect_always(generate::affine_ended_rational(), [](const NetworkInstance& i) { return i.rational(); });
}

TEST(Hypotheses, of_graphs_and_architectures_hold) {
  using enum generate::Algebra;
  for (const generate::Algebra algebra : {polynomial, generate::Algebra::rational, smooth})
    expect_always(generate::graph_at_point(algebra, 6), [&](const GraphInstance& i) {
      return i.graph.inputs() == i.x.size() && i.graph.outputs() == 1 && i.graph.nodes().size() <= 6 &&
             i.x.cwiseAbs().maxCoeff() <= 2 && (algebra == smooth || i.rational());
    });
  for (const ArchitectureInstance& i : drawn(generate::architecture(smooth), many_draws)) {
    Eigen::Index width = i.x0.size();
    EXPECT_TRUE(i.t() >= 1 && i.t() <= 3 && i.theta.size() == i.layers.size()) << i.describe();
    for (std::size_t k = 0; k < i.layers.size(); ++k) {
      EXPECT_EQ(i.layers[k].inputs(), width + i.theta[k].size()) << i.describe();
      width = i.layers[k].outputs();
    }
    EXPECT_EQ(i.loss.inputs(), width) << i.describe();
  }
}

TEST(Hypotheses, of_recurrent_architectures_hold) {
  expect_always(generate::contracting_map(),
                [](const AffineMapInstance& i) { return i.a.cwiseAbs().rowwise().sum().maxCoeff() <= 0.375; });
  expect_always(generate::triangular_map(),
                [](const TriangularMapInstance& i) { return std::abs(i.theta[0]) < 1 && std::abs(i.theta[2]) < 1; });
  expect_always(generate::argmin_layer(), [](const ArgminInstance& i) {
    return i.h == i.h.transpose() && i.h(0, 0) > 0 && i.h.determinant() > 0 && i.theta[0] >= 0;
  });
  expect_always(generate::kernel(), [](const KernelInstance& i) {
    return i.k.minCoeff() > 0 && i.x.minCoeff() > 0 && i.other.minCoeff() > 0 && i.epsilon > 0;
  });
  expect_always(generate::transport(), [](const TransportInstance& i) {
    return i.epsilon >= 0.25 && i.cost.minCoeff() >= 0 && i.cost.maxCoeff() < 2 && i.a.sum() == 1 && i.b.sum() == 1 &&
           i.a.minCoeff() > 0 && i.b.minCoeff() > 0;
  });
}

/// a = u·Kv and b = v·Kᵀu have one mass: uᵀKv.
TEST(Hypotheses, of_scaling_hold_with_histograms_of_equal_mass) {
  expect_always(generate::scaling(), [](const ScalingInstance& i) {
    return exact<Rational>(i.a).sum() == exact<Rational>(i.b).sum() && i.a.minCoeff() > 0 && i.t >= 2 && i.t <= 4;
  });
}

TEST(Hypotheses, of_splitting_hold) {
  expect_always(generate::splitting(), batch_splitting::hypotheses_hold);
  expect_always(generate::splitting(), [](const SplittingInstance& i) {
    i.require_valid();
    const Rational trace = 2 * (i.alpha.asDiagonal() * i.x.cwiseAbs2()).sum();
    return exact<Rational>(i.dt.front()) * trace <= 2 && i.epochs.size() <= 5;
  });
}

TEST(Hypotheses, of_stochastic_runs_hold) {
  expect_always(generate::stochastic(6), strongly_convex_sgd::hypotheses_hold);
  expect_always(generate::stochastic_on_lattice(5, true), strongly_convex_sgd::hypotheses_hold_at_points);
  expect_always(generate::batches(), sizes_fit);
  expect_always(generate::stochastic_run(4, 2), stochastic_gradient_averaging::hypotheses_hold);
}

TEST(Hypotheses, of_step_sizes_hold_exactly) {
  for (const double highest : {1.0, 2.0})
    expect_always(generate::stochastic_run(4, highest), [=](const FiniteSumInstance& i) {
      return exact<Rational>(i.tau.front()) * exact<Rational>(i.largest_L()) <= exact<Rational>(highest);
    });
}

TEST(Hypotheses, of_boxes_hold) {
  expect_always(generate::box_problem(), [](const minimum_on_compact_set::BoxInstance& i) {
    return minimum_on_compact_set::hypotheses_hold(i) && i.J->dimension() <= 2 && i.gap_bits >= 4 &&
           i.gap_bits <= (i.J->dimension() == 1 ? 12 : 8);
  });
  expect_always(generate::separable_on_box(), minimum_on_compact_set::is_point_of_box);
  expect_always(generate::candidate(), [](const minimum_on_compact_set::Candidate& i) {
    return 0 < i.w[0] && i.w[0] <= 1 && i.w.size() <= 6;
  });
}

TEST(Hypotheses, of_polynomials_hold) {
  expect_always(generate::polynomial(),
                [](const finite_differences::PolynomialInstance& i) { return finite_differences::hypotheses_hold(i); });
}

}  // namespace
}  // namespace verigrad::sampling_hypotheses_test
