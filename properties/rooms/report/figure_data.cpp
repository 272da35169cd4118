// What the drawn curves say, held against what is known of them: values by hand, laws of the flows, orders of methods.
#include <algorithm>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "verigrad/figure/figures.hpp"
#include "verigrad/figure/reference_flow.hpp"
#include "verigrad/figure/training.hpp"

namespace verigrad::report_figure_data_test {
namespace {

Figure figure(std::string_view stem) {
  for (const FigureSource& source : figure_sources())
    if (source.stem == stem)
      return source.make({.tables = std::filesystem::path(VERIGRAD_SOURCE_DIR) / "data"}).front();
  throw std::invalid_argument("no figure of this stem");
}

double value_at(const Curve& curve, double x) {
  const auto point =
      std::find_if(curve.points.begin(), curve.points.end(), [=](const auto& p) { return p.first == x; });
  return point == curve.points.end() ? std::nan("") : point->second;
}

bool never_rises(const Curve& curve) {
  return std::is_sorted(curve.points.begin(), curve.points.end(),
                        [](const auto& a, const auto& b) { return a.second > b.second; });
}

/// All values of two curves over the same points are as doubles the same, but for rounding.
void expect_same(const Curve& drawn, const Curve& known) {
  ASSERT_EQ(drawn.points.size(), known.points.size());
  for (std::size_t k = 0; k < drawn.points.size(); ++k) {
    EXPECT_EQ(drawn.points[k].first, known.points[k].first);
    EXPECT_NEAR(drawn.points[k].second, known.points[k].second, std::ldexp(known.points[k].second, -36)) << k;
  }
}

/// One step of the classical method for x′ = −x multiplies by 1 − h + h²/2 − h³/6 + h⁴/24.
TEST(ReferenceFlow, of_fourth_order_by_hand) {
  const Ball::Precision precision(figures::trajectory_bits);
  const auto decay = [](const figures::FlowState& x) { return figures::FlowState{-x[0]}; };
  const auto states = figures::reference_flow<figures::FourthOrder>(decay, {Ball(3)}, frac<Ball>(1, 2), 2);
  const double factor = 1 - 0.5 + 0.125 - 0.125 / 6 + 0.0625 / 24;
  ASSERT_EQ(states.size(), 3u);
  EXPECT_EQ(approximate(states[0][0]), 3);
  EXPECT_DOUBLE_EQ(approximate(states[1][0]), 3 * factor);
  EXPECT_DOUBLE_EQ(approximate(states[2][0]), 3 * factor * factor);
}

TEST(MeasuredOrder, is_the_gain_of_the_last_halving) {
  EXPECT_EQ(figures::measured_order({"", {{1, 100}, {0.5, 8}, {0.25, 1}}}), 3);
}

TEST(FigureData, of_soft_thresholds_by_hand) {
  const Figure drawn = figure("soft_threshold_curves");
  const Curve &at_half = drawn.panels[1].curves[1], &functions = drawn.panels[0].curves[2];
  EXPECT_EQ(value_at(at_half, 2), 1.5);
  EXPECT_EQ(value_at(at_half, 0.25), 0);
  EXPECT_EQ(value_at(at_half, -1), -0.5);
  EXPECT_EQ(value_at(functions, 0), 0.5);
  EXPECT_EQ(value_at(functions, -2), 6.5);
}

/// From (1, 0) the distance is e^(−t) itself; no other curve is above it.
TEST(FigureData, of_contraction_lie_on_and_below_the_bound) {
  const Figure drawn = figure("flow_contraction");
  const std::vector<Curve>& distances = drawn.panels[0].curves;
  expect_same(distances[0], distances[3]);
  for (const Curve& curve : {distances[1], distances[2]})
    for (std::size_t k = 1; k < curve.points.size(); ++k)
      EXPECT_LT(curve.points[k].second, distances[3].points[k].second) << curve.label << " " << k;
  EXPECT_NEAR(figures::measured_order(drawn.panels[1].curves[0]), 4, 0.25);
  EXPECT_NEAR(figures::measured_order(drawn.panels[1].curves[1]), 8, 0.5);
}

TEST(FigureData, of_momentum_conserve_and_lose_energy) {
  const Figure drawn = figure("momentum_energy_conservation");
  const std::vector<Curve>& energies = drawn.panels[0].curves;
  Curve level = energies[0];
  for (auto& point : level.points) point.second = energies[0].points.front().second;
  EXPECT_EQ(level.points.front().second, 1.0 + 0.2 + 0.5) << "J(1, −1/2) = 2/2 + ¼/(5/4)";
  expect_same(energies[0], level);
  EXPECT_TRUE(never_rises(energies[2]));
  EXPECT_LT(energies[2].points.back().second, 0.5 * energies[2].points.front().second);
  const double order = figures::measured_order(drawn.panels[1].curves[0]);
  EXPECT_TRUE(4 <= order && order <= 5.5) << order << ": the energy's error may be of one order more than the method's";
}

TEST(FigureData, of_the_adam_system_lie_on_both_sides_of_the_condition) {
  const Figure drawn = figure("adam_energy_decay");
  const std::vector<Curve>& energies = drawn.panels[0].curves;
  EXPECT_TRUE(never_rises(energies[0]));
  EXPECT_TRUE(never_rises(energies[1]));
  EXPECT_GT(energies[2].points[1].second, 1) << "ε₁ = 16 > 4ε₂";
  const std::vector<Curve>& moments = drawn.panels[1].curves;
  for (std::size_t k = 1; k < moments[0].points.size(); ++k)
    EXPECT_GE(moments[0].points[k].second, moments[3].points[k].second) << k;
}

TEST(FigureData, of_spirals_are_faster_where_they_turn) {
  const std::vector<Curve> distances = figure("spiral_trajectories").panels[4].curves;
  EXPECT_FALSE(never_rises(distances[0])) << "α = 2, β = 0.1 turns";
  EXPECT_TRUE(never_rises(distances[1])) << "α = 2, β = 1 does not";
  EXPECT_LT(distances[0].points.back().second, distances[1].points.back().second);
  EXPECT_LT(distances[3].points.back().second, distances[2].points.back().second) << "α = 2/t, the larger β";
}

TEST(FigureData, of_activations_by_hand) {
  const Figure drawn = figure("activation_curves");
  const Curve &sigmoid = drawn.panels[0].curves[0], &relu = drawn.panels[1].curves[0];
  EXPECT_EQ(value_at(sigmoid, 0), 0.5);
  EXPECT_DOUBLE_EQ(value_at(sigmoid, 3), 1 / (1 + std::exp(-3.0)));
  EXPECT_EQ(value_at(relu, -3), 0);
  EXPECT_EQ(value_at(relu, 3), 3);
}

TEST(FigureData, of_balls_lie_on_their_borders) {
  const double powers[] = {0.5, 1, 1.5, 2, 4, 16};
  const Figure drawn = figure("lq_balls");
  ASSERT_EQ(drawn.panels.size(), std::size(powers));
  for (std::size_t i = 0; i < std::size(powers); ++i) {
    const Curve& border = drawn.panels[i].curves[0];
    for (const auto& [x, y] : border.points)
      EXPECT_NEAR(std::pow(std::abs(x), powers[i]) + std::pow(std::abs(y), powers[i]), 1, 0x1p-40);
    EXPECT_EQ(border.points.front(), border.points.back());
    for (const double end : {-1.0, 1.0})
      EXPECT_TRUE(
          std::any_of(border.points.begin(), border.points.end(), [&](const auto& p) { return p.first == end; }));
  }
}

/// From each x: the ends of the arrows of the terms have the end of the mean's arrow as their mean.
TEST(FigureData, of_unbiased_gradients_have_the_mean_of_the_terms) {
  const std::vector<Curve> curves = figure("unbiased_gradients").panels[0].curves;
  const auto &terms = curves[0].points, &means = curves[1].points, &starts = curves[2].points;
  const std::size_t n = terms.size() / means.size();
  ASSERT_EQ(means.size(), 3 * starts.size());
  ASSERT_GT(n, 1u);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    double u = 0, v = 0;
    for (std::size_t j = 0; j < n; ++j) {
      EXPECT_EQ(terms[3 * (i * n + j) + 1], starts[i]);
      u += terms[3 * (i * n + j) + 2].first / double(n);
      v += terms[3 * (i * n + j) + 2].second / double(n);
    }
    EXPECT_EQ(means[3 * i + 1], starts[i]);
    EXPECT_NEAR(means[3 * i + 2].first, u, 0x1p-40);
    EXPECT_NEAR(means[3 * i + 2].second, v, 0x1p-40);
  }
}

TEST(FigureData, of_interpolations_meet_the_points_and_differ_in_slope) {
  const Figure drawn = figure("interpolations");
  const std::vector<Curve>& values = drawn.panels[0].curves;
  for (const auto& [x, y] : values[2].points)
    for (const Curve& curve : {values[0], values[1]}) EXPECT_NEAR(value_at(curve, x), y, 0x1p-30) << curve.label << x;
  const auto steepest = [&](std::size_t i) {
    const auto& slopes = drawn.panels[1].curves[i].points;
    return std::max_element(slopes.begin(), slopes.end(), [](auto& a, auto& b) { return a.second < b.second; })->second;
  };
  EXPECT_GT(steepest(0), 10 * steepest(1));
  const std::vector<std::pair<double, double>>& high = values[0].points;
  for (const std::size_t k : {100u, 333u, 640u})
    EXPECT_NEAR(drawn.panels[1].curves[0].points[k].second,
                std::abs(high[k + 1].second - high[k - 1].second) / (high[k + 1].first - high[k - 1].first), 0.05);
}

TEST(FigureData, of_polynomials_fit_as_well_as_their_degree_allows) {
  const Figure drawn = figure("overfitting");
  std::vector<double> squares;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::vector<Curve>& curves = drawn.panels[i].curves;
    double sum = 0, slope = 0, mean = 0;
    for (const auto& [t, y] : curves[2].points) {
      const double x = 200 * t, whole = std::floor(x);
      const auto& left = curves[0].points[std::size_t(whole)];
      const auto& right = curves[0].points[std::min<std::size_t>(std::size_t(whole) + 1, 400)];
      const double residual = left.second + (x - whole) * (right.second - left.second) - y;
      sum += residual * residual;
      slope += residual * t;
      mean += residual;
    }
    squares.push_back(sum);
    if (i == 2) continue;  // steep between the points of the curve
    EXPECT_NEAR(mean, 0, 0.01) << i << ": residuals of least squares are orthogonal to 1 and t";
    EXPECT_NEAR(slope, 0, 0.01) << i;
  }
  EXPECT_GT(squares[0], 2 * squares[1]);
  EXPECT_GT(squares[1], 100 * squares[2]) << "fourteen coefficients meet fourteen samples";
  EXPECT_TRUE(drawn.panels[3].curves[0].points.back().second < drawn.panels[3].curves[1].points.back().second);
}

/// y = wx + b on the sample (1, 0), with 𝒥 = scale/2 · y² + λ/2 (w² + b²).
training::TrainingProblem one_sample(double scale, double ridge) {
  const Batch<double> sample{Matrix<double>::Ones(1, 1), {}, Matrix<double>::Zero(1, 1)};
  return {"", DenseNetwork::classifier({1, 1}), Loss::squared_error, scale, ridge, 32, sample, sample};
}

/// From b = 0: y⁺ = (1 − 2·scale·rate) y.
TEST(Training, of_one_sample_by_hand) {
  const auto trained = training::train(one_sample(2, 0), {training::sgd(training::by_the_epoch(1), {0.125})},
                                       {.epochs = 2, .seeds = 2, .tuning = 1});
  ASSERT_EQ(trained.size(), 1u);
  ASSERT_EQ(trained[0].runs.size(), 2u);
  EXPECT_NE(trained[0].runs[0].loss[0], trained[0].runs[1].loss[0]);
  for (const training::History& run : trained[0].runs) {
    ASSERT_EQ(run.loss.size(), 3u);
    EXPECT_DOUBLE_EQ(run.loss[1], run.loss[0] / 4) << "1 − 4/8 = ½";
    EXPECT_DOUBLE_EQ(run.loss[2], run.loss[1] * 0.75 * 0.75) << "the rate is 1/16";
    EXPECT_EQ(run.loss, run.tested);
  }
  const auto decayed = training::train(one_sample(1, 1), {training::sgd(training::constant_rate, {0.5})},
                                       {.epochs = 1, .seeds = 1, .tuning = 1});
  const training::History& run = decayed[0].runs[0];
  EXPECT_DOUBLE_EQ(run.loss[0], 2 * run.tested[0]) << "b = 0 and w = y: the ridge is as much";
  EXPECT_DOUBLE_EQ(run.tested[1], run.tested[0] / 4) << "w⁺ = w − ½(w + w), b⁺ = −w/2";
  EXPECT_DOUBLE_EQ(run.loss[1], 2 * run.tested[1]);
}

TEST(Training, takes_the_rate_with_the_least_loss_and_marks_what_diverged) {
  const training::Size size{.epochs = 600, .seeds = 1, .tuning = 600};
  const auto trained = training::train(
      one_sample(1, 0),
      {training::sgd(training::constant_rate, {0x1p-10, 0.25, 4}), training::sgd(training::constant_rate, {1024})},
      size);
  EXPECT_EQ(trained[0].chosen, "0.25");
  EXPECT_EQ(trained[1].final_loss(), std::numeric_limits<double>::infinity());
  EXPECT_EQ(training::lowest(trained), 0u);
}

TEST(Training, counts_both_steps_on_a_batch) {
  const auto methods = [] {
    return std::vector{training::step_tuned_sgd(training::constant_rate, {0.125}),
                       training::sgd(training::constant_rate, {0.125})};
  };
  std::vector<std::string> told;
  const auto by_gradients = training::train(one_sample(1, 0), methods(), {4, 1, 2, training::Epoch::gradients},
                                            {.progress = [&](const std::string& text) { told.push_back(text); }});
  const std::vector<Curve> curves = training::losses(by_gradients).curves;
  ASSERT_EQ(curves[0].points.size(), 3u);
  EXPECT_EQ(curves[0].points[1].first, 2);
  EXPECT_EQ(curves[1].points.size(), 5u);
  EXPECT_DOUBLE_EQ(curves[0].points[1].second, curves[1].points[2].second) << "γ₀ = 1: two steps of gradient descent";
  EXPECT_NE(told.back().find("16 of 16 epochs"), std::string::npos) << told.back();
  const auto by_data = training::train(one_sample(1, 0), methods(), {4, 1, 2});
  EXPECT_EQ(training::losses(by_data).curves[0].points.size(), 5u);
}

/// ψ₀ makes the first step one along −∇𝒥(θ₀).
TEST(Training, begins_inna_along_the_gradient) {
  const training::Method inna = training::inna(0.5, 0.125, training::by_the_batch(0.5), {1});
  const Vector<double> theta0 = Vector<double>::LinSpaced(3, -1, 2), g = Vector<double>::LinSpaced(3, 3, 1);
  const training::Running run = inna.settings[0].begin(theta0, g);
  EXPECT_EQ(run.theta(), theta0);
  run.advance(g, 0.25);
  for (Eigen::Index i = 0; i < 3; ++i) EXPECT_NEAR(run.theta()[i], theta0[i] - 0.25 * g[i], 0x1p-45);
  EXPECT_EQ(inna.decay(3, 8), 0.5);
  EXPECT_EQ(training::by_the_epoch(0.5)(3, 8), 1 / 3.0);
}

TEST(FigureData, of_training_are_the_same_again_and_begin_at_one_start) {
  const FigureInput little{.tables = std::filesystem::path(VERIGRAD_SOURCE_DIR) / "data", .epochs = 2, .seeds = 2};
  for (const FigureSource& source : figure_sources()) {
    if (source.stem != "inna_training" && source.stem != "auto_encoder_training") continue;
    const Figure drawn = source.make(little).front();
    EXPECT_EQ(to_csv(drawn), to_csv(source.make(little).front()));
    for (const Panel& panel : drawn.panels)
      for (const Curve& curve : panel.curves) {
        EXPECT_EQ(curve.points.front(), panel.curves.front().points.front()) << curve.label;
        ASSERT_EQ(curve.range.size(), curve.points.size());
        for (std::size_t k = 0; k < curve.points.size(); ++k)
          EXPECT_TRUE(curve.range[k].first <= curve.points[k].second &&
                      curve.points[k].second <= curve.range[k].second);
      }
    for (const Curve& curve : drawn.panels[0].curves)
      EXPECT_LT(curve.points.back().second, curve.points.front().second) << curve.label;
  }
}

}  // namespace
}  // namespace verigrad::report_figure_data_test
