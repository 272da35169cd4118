// Steps of INNA by hand.
#include "verigrad/algorithm/inna.hpp"

#include <gtest/gtest.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::algorithm_inna_test {
namespace {

constexpr Inna method{.alpha = 1, .beta = 0.5};

TEST(Inna, starts_where_it_rests_without_a_gradient) {
  const auto start = method.start(at(4));
  EXPECT_EQ(start.psi, at(2));
  const auto next = method.step<double>(start, at(0), 0.25);
  EXPECT_EQ(next.theta, at(4));
  EXPECT_EQ(next.psi, at(2));
}

TEST(Inna, steps_both_variables_from_the_old_state) {
  // damping = (2 − 1) · 1 − 2 · 4 = −7
  const auto next = method.step<double>({at(1), at(4)}, at(3), 0.25);
  EXPECT_EQ(next.theta, at(1 + 0.25 * (-7 - 1.5)));
  EXPECT_EQ(next.psi, at(4 - 0.25 * 7));
}

TEST(Inna, refuses_a_gradient_of_another_size) {
  auto state = method.start(at(4));
  EXPECT_THROW(method.advance<double>(state, Vector<double>::Ones(2), 0.25), std::invalid_argument);
}

TEST(Inna, a_batch_adds_its_gradients_up) {
  const FiniteSum terms({make_objective(Quadratic(at(1), at(1))), make_objective(Quadratic(at(3), at(-1)))});
  const Inna::State<double> now{at(1), at(4)};
  const auto both = method.step<double>(terms, now, BatchIndices{0, 1}, 0.25);
  EXPECT_EQ(both.theta, method.step<double>(now, at(0 + 6), 0.25).theta);
  const auto second = method.step<double>(terms.term(1).over<double>(), now, 0.25);
  EXPECT_EQ(second.theta, both.theta) << "the first term has gradient 0 at 1";
}

}  // namespace
}  // namespace verigrad::algorithm_inna_test
