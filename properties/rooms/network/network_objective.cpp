// A network's objective as a function of its parameters: its value and gradient, its samples as terms of a sum.
#include "verigrad/network/network_objective.hpp"

#include <gtest/gtest.h>

#include "verigrad/algorithm/gradient_descent.hpp"

namespace verigrad::network_network_objective_test {
namespace {

/// o = wx + b on (1, 3) and (2, −1).
const DenseNetwork line = DenseNetwork::classifier({1, 1});
Batch<double> two_samples() {
  Batch<double> samples{Matrix<double>(2, 1), {}, Matrix<double>(2, 1)};
  samples.inputs << 1, 2;
  samples.targets << 3, -1;
  return samples;
}
Vector<double> parameters(double w, double b) {
  Vector<double> theta(2);
  theta << w, b;
  return theta;
}

TEST(NetworkObjective, is_the_sum_over_the_samples) {
  const NetworkObjective f(line, Loss::squared_error, two_samples());
  EXPECT_EQ(f.value<double>(parameters(1, 0)), (4 + 9) / 2.0);
  EXPECT_EQ(f.gradient<double>(parameters(1, 0)), parameters(-2 + 6, -2 + 3));
}

TEST(NetworkObjective, is_taken_by_every_optimiser) {
  const ObjectivePtr f = make_objective(NetworkObjective(line, Loss::squared_error, two_samples()));
  EXPECT_EQ(GradientDescent{0.5}.step<double>(f->over<double>(), parameters(1, 0)), parameters(-1, -0.5));
  EXPECT_FALSE(f->curvature().smooth());
  EXPECT_TRUE(f->rational());
}

TEST(NetworkObjective, has_one_term_a_sample) {
  const FiniteSum f = one_term_a_sample(line, Loss::squared_error, two_samples());
  ASSERT_EQ(f.size(), 2);
  EXPECT_EQ(f.batch_gradient<double>({1}, parameters(1, 0)), parameters(6, 3));
  EXPECT_EQ(f.gradient<double>(parameters(1, 0)), parameters(2, 0.5));
}

TEST(NetworkObjective, refuses_callers_mistakes) {
  EXPECT_THROW(NetworkObjective(line, Loss::softmax_cross_entropy, two_samples()), std::invalid_argument);
  EXPECT_THROW(NetworkObjective(DenseNetwork::classifier({2, 1}), Loss::squared_error, two_samples()),
               std::invalid_argument);
}

TEST(Rows, are_taken_in_the_given_order) {
  const Batch<double> rows = rows_of(two_samples(), {1, 0});
  EXPECT_EQ(rows.inputs(0, 0), 2);
  EXPECT_EQ(rows.targets(1, 0), 3);
  EXPECT_EQ(rows_of(Batch<double>{Matrix<double>::Ones(2, 1), {0, 1}}, {1}).labels, std::vector<int>{1});
  EXPECT_THROW(rows_of(two_samples(), {2}), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::network_network_objective_test
