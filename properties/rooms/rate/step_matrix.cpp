// Step matrices: the shipped algorithm over linear forms writes down what it does to numbers.
#include <gtest/gtest.h>

#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/algorithm/nesterov.hpp"
#include "verigrad/algorithm/sgd.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/rate/fixed_step_method.hpp"
#include "verigrad/rate/linear_form.hpp"

namespace verigrad::rate_step_matrix_test {
namespace {

using namespace rate;

Rational fraction(int above, int below) { return Rational(above) / below; }

TEST(LinearForm, isLinear) {
  const LinearForm u = LinearForm::unknown(0), v = LinearForm::unknown(2);
  const LinearForm form = (LinearForm(2) * u - v / LinearForm(3)) * LinearForm(6) + LinearForm(5);
  EXPECT_EQ(form.coefficient(0), 12);
  EXPECT_EQ(form.coefficient(1), 0);
  EXPECT_EQ(form.coefficient(2), -2);
  EXPECT_EQ(form.coefficient(7), 0);
  EXPECT_EQ(form.constant(), 5);
  EXPECT_TRUE((u - u).is_number());
  EXPECT_TRUE(u - u == LinearForm(0));
  EXPECT_TRUE(LinearForm(1) < LinearForm(2));
}

TEST(LinearForm, refusesWhatIsNotLinear) {
  const LinearForm u = LinearForm::unknown(0), v = LinearForm::unknown(1);
  EXPECT_THROW(u * v, NotLinear);
  EXPECT_THROW(LinearForm(1) / u, NotLinear);
  EXPECT_THROW((void)(u < v), NotLinear);
  EXPECT_THROW((void)(u == v), NotLinear);
  EXPECT_THROW(u / LinearForm(0), std::domain_error);
}

TEST(StepMatrix, ofGradientDescentHasTheStepBelowTheDiagonal) {
  const StepMatrix matrix = step_matrix(fixed_step_method("gradient_descent"), {{"alpha", fraction(2, 3)}}, 4);
  ASSERT_EQ(matrix.rows(), 5);
  ASSERT_EQ(matrix.cols(), 6);
  for (Eigen::Index k = 0; k < 5; ++k) {
    EXPECT_EQ(matrix(k, 0), 1);
    for (Eigen::Index j = 0; j < 5; ++j) EXPECT_EQ(matrix(k, 1 + j), j < k ? fraction(-2, 3) : Rational(0));
  }
}

TEST(StepMatrix, ofTheHeavyBallHasGeometricSums) {
  const Rational gamma = fraction(1, 3), mu = fraction(1, 3);
  const StepMatrix matrix = step_matrix(fixed_step_method("heavy_ball"), {{"gamma", gamma}, {"mu", mu}}, 5);
  for (int k = 0; k <= 5; ++k)
    for (int j = 0; j <= 5; ++j) {
      const Rational sum = j < k ? Rational((1 - power(mu, k - j)) / (1 - mu)) : Rational(0);
      EXPECT_EQ(matrix(k, 1 + j), -gamma * sum) << k << " " << j;
    }
}

/// The points that the matrix says for these gradients, from x₀.
std::vector<Rational> predicted(const StepMatrix& matrix, const Rational& x0, const std::vector<Rational>& gradients) {
  std::vector<Rational> points;
  for (Eigen::Index k = 0; k < matrix.rows(); ++k) {
    Rational x = x0;
    for (std::size_t j = 0; j < gradients.size(); ++j) x += matrix(k, 1 + Eigen::Index(j)) * gradients[j];
    points.push_back(x);
  }
  return points;
}

using Numbers = Vector<Rational>;
Numbers number(const Rational& x) { return Numbers::Constant(1, x); }

const std::vector<Rational> gradients{fraction(3, 7), fraction(-11, 5), Rational(2), fraction(1, 9)};
const Rational x0 = fraction(-13, 4);

TEST(StepMatrix, saysWhatNesterovDoesToNumbers) {
  const Rational gamma = fraction(1, 3), mu = fraction(2, 5);
  const auto points =
      predicted(step_matrix(fixed_step_method("nesterov"), {{"gamma", gamma}, {"mu", mu}}, 4), x0, gradients);
  auto state = Nesterov::start<Rational>(number(x0));
  for (std::size_t k = 0; k < gradients.size(); ++k) {
    EXPECT_EQ(points[k], state.theta[0] + mu * state.m[0]);
    Nesterov::advance<Rational>(state, number(gradients[k]), gamma, mu);
  }
  EXPECT_EQ(points.back(), state.theta[0]);
}

TEST(StepMatrix, saysWhatSgdAndInnaDoToNumbers) {
  const auto of_sgd =
      predicted(step_matrix(fixed_step_method("sgd_nesterov"), {{"gamma", fraction(1, 8)}, {"mu", fraction(3, 4)}}, 4),
                x0, gradients);
  const auto of_inna =
      predicted(step_matrix(fixed_step_method("inna"),
                            {{"alpha", fraction(1, 2)}, {"beta", fraction(1, 4)}, {"gamma", fraction(1, 3)}}, 4),
                x0, gradients);
  const Sgd sgd{0.125, 0.75, 0, true};
  const Inna inna{0.5, 0.25};
  auto of_one = Sgd::start<Rational>(number(x0));
  auto of_other = inna.start<Rational>(number(x0));
  for (std::size_t k = 0; k < gradients.size(); ++k) {
    EXPECT_EQ(of_sgd[k], of_one.theta[0]);
    EXPECT_EQ(of_inna[k], of_other.theta[0]);
    sgd.advance<Rational>(of_one, number(gradients[k]));
    inna.advance<Rational>(of_other, number(gradients[k]), fraction(1, 3));
  }
  EXPECT_EQ(of_sgd.back(), of_one.theta[0]);
  EXPECT_EQ(of_inna.back(), of_other.theta[0]);
}

TEST(StepMatrix, holdsWhatTheAlgorithmHolds) {
  const HyperParameters hyper =
      complete(fixed_step_method("sgd"), {{"gamma", fraction(1, 3)}, {"mu", fraction(9, 10)}});
  EXPECT_EQ(hyper.at("mu"), exact<Rational>(0.9));
  EXPECT_EQ(hyper.at("gamma"), fraction(1, 3));
  EXPECT_EQ(hyper.at("dampening"), 0);
}

TEST(StepMatrix, ofEveryMethodStartsAtTheStart) {
  const Rational half = fraction(1, 2);
  for (const FixedStepMethod& method : fixed_step_methods()) {
    HyperParameters hyper;
    for (const std::string& name : method.required) hyper[name] = half;
    const StepMatrix matrix = step_matrix(method, hyper, 3);
    EXPECT_EQ(matrix(0, 0), 1) << method.name;
    EXPECT_TRUE(matrix.row(0).tail(4).isZero()) << method.name;
    EXPECT_FALSE(matrix.row(3).tail(4).isZero()) << method.name;
    EXPECT_EQ(matrix(3, 4), 0) << method.name << " knows the gradient at its end";
  }
}

TEST(StepMatrix, refusesWrongQuestions) {
  const FixedStepMethod& descent = fixed_step_method("gradient_descent");
  EXPECT_THROW(step_matrix(descent, {}, 3), std::invalid_argument);
  EXPECT_THROW(step_matrix(descent, {{"alpha", 1}, {"beta", 1}}, 3), std::invalid_argument);
  EXPECT_THROW(step_matrix(descent, {{"alpha", 1}}, 0), std::invalid_argument);
  EXPECT_THROW(step_matrix(descent, {{"alpha", 0}}, 3), std::invalid_argument);
  EXPECT_THROW(fixed_step_method("adam"), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::rate_step_matrix_test
