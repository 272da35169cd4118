// What the drawn curves say, held against what is known of them: values by hand, laws of the flows, orders of methods.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/figure/figures.hpp"
#include "verigrad/figure/reference_flow.hpp"

namespace verigrad::report_figure_data_test {
namespace {

Figure figure(std::string_view stem) {
  for (const FigureSource& source : figure_sources())
    if (source.stem == stem) return source.make(std::filesystem::path(VERIGRAD_SOURCE_DIR) / "data").front();
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

}  // namespace
}  // namespace verigrad::report_figure_data_test
