// Worst cases against the literature. Where the packaged solver is not installed these tests are skipped.
#include "verigrad/rate/worst_case.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/rate/check_certificate.hpp"
#include "verigrad/rate/quadratic_class.hpp"
#include "verigrad/rate/rounding.hpp"
#include "verigrad/report/rate_report.hpp"

namespace verigrad::rate_worst_case_test {
namespace {

using namespace rate;

Rational fraction(int above, int below) { return Rational(above) / below; }

class WorstCases : public testing::Test {
protected:
  void SetUp() override {
    if (std::system("command -v csdp >/dev/null") != 0) GTEST_SKIP() << "csdp is not installed: coinor-csdp";
  }
};

WorstCase of_gradient_descent(const Rational& alpha, int steps, const Setting& setting) {
  return worst_case("gradient_descent", {{"alpha", alpha}}, steps, setting, {});
}

/// lower ≤ known ≤ upper, and upper − lower ≤ 10⁻⁶ upper.
void expect_known(const WorstCase& found, const Rational& known, const std::string& about) {
  const Certificate& certificate = found.certificate;
  ASSERT_TRUE(certificate.upper && certificate.lower) << about;
  const Rational &upper = certificate.upper->bound, &lower = certificate.lower->bound;
  EXPECT_LE(lower, known) << about << ": " << approximate(lower) << " " << approximate(known);
  EXPECT_GE(upper, known) << about << ": " << approximate(upper) << " " << approximate(known);
  EXPECT_LE(1000000 * (upper - lower), upper) << about;
}

// Y. Drori, M. Teboulle (2014), Theorem 3.1 for αL ≤ 1; both regimes: A. Taylor et al. (2017), Conjecture 3.
TEST_F(WorstCases, ofGradientDescentAreDroriAndTeboulles) {
  const auto meets = [](int i, int steps) {
    const Rational h = fraction(2 * i, 33), bend = power(Rational(1 - h), 2 * steps), line = 1 / (2 * steps * h + 1);
    const WorstCase found = of_gradient_descent(h, steps, {});
    expect_known(found, std::max(bend, line) / 2, "h = " + h.str() + ", N = " + std::to_string(steps));
  };
  for (const int steps : {1, 2, 5, 10})
    for (int i = 1; i <= 32; ++i) meets(i, steps);
  for (const int i : {4, 16, 29, 32}) meets(i, 20);
}

TEST_F(WorstCases, scaleWithConstantsAndStart) {
  Setting setting;
  setting.L = 5;
  setting.start_bound = 9;
  expect_known(of_gradient_descent(fraction(1, 5), 10, setting), fraction(5 * 9, 4 * 10 + 2), "L = 5, R = 3");
}

// E. de Klerk, F. Glineur, A. Taylor (2017): the distance contracts by max |1 − αμ|, |1 − αL| a step.
TEST_F(WorstCases, ofStrongConvexityContract) {
  Setting setting;
  setting.of = Class::smooth_strongly_convex;
  setting.mu = fraction(1, 10);
  setting.measure = Measure::distance;
  for (const int steps : {1, 2, 4})
    for (const Rational& alpha : {fraction(1, 2), Rational(1), fraction(20, 11), fraction(19, 10)}) {
      const Rational at_mu = 1 - alpha * setting.mu, at_l = 1 - alpha;
      const Rational factor = std::max(Rational(at_mu * at_mu), Rational(at_l * at_l));
      expect_known(of_gradient_descent(alpha, steps, setting), power(factor, steps), "alpha = " + alpha.str());
    }
}

// A. Taylor, J. Hendrickx, F. Glineur (2018), Theorem 3.3: so do the values, from f(x₀) − f* ≤ Δ. The usual
// (1 − μ/L)^N at α = 1/L is its square root.
TEST_F(WorstCases, ofStrongConvexityBeatTheUsualFactor) {
  Setting setting;
  setting.of = Class::smooth_strongly_convex;
  setting.mu = fraction(1, 10);
  setting.start = Start::value;
  for (const int steps : {1, 2, 4})
    for (const Rational& alpha : {fraction(1, 2), Rational(1), fraction(20, 11), fraction(19, 10)}) {
      const Rational factor = std::max(Rational(1 - alpha * setting.mu), Rational(alpha - 1));
      const WorstCase found = of_gradient_descent(alpha, steps, setting);
      expect_known(found, power(factor, 2 * steps), "alpha = " + alpha.str());
      if (alpha == 1) EXPECT_LT(found.certificate.upper->bound, power(Rational(1 - setting.mu), steps));
    }
}

// From ‖x₀ − x*‖ ≤ R: ‖∇f(x_N)‖ ≤ L R max(1/(Nh + 1), |1 − h|^N), Taylor et al. (2017), Conjecture 4.
TEST_F(WorstCases, ofTheGradientFallWithTheSquareOfTheSteps) {
  Setting setting;
  for (const Measure measure : {Measure::gradient, Measure::best_gradient})
    for (const int steps : {1, 3, 6})
      for (const Rational& h : {fraction(1, 2), Rational(1), fraction(3, 2)}) {
        setting.measure = measure;
        const Rational known = std::max(power(Rational(1 / (steps * h + 1)), 2), power(Rational(1 - h), 2 * steps));
        expect_known(of_gradient_descent(h, steps, setting), known, name(measure) + ", h = " + h.str());
      }
}

// N. Shor; Y. Nesterov (2004), Theorem 3.2.2: R M/√(N + 1) at the step R/(M√(N + 1)).
TEST_F(WorstCases, ofSubgradientsAreShors) {
  Setting setting;
  setting.of = Class::convex_bounded;
  setting.measure = Measure::best_value;
  setting.M = 2;
  for (const int root : {2, 3})
    expect_known(of_gradient_descent(fraction(1, 2 * root), root * root - 1, setting), fraction(2, root),
                 "subgradients");
}

// H. Abbaszadehpeivasti, E. de Klerk, M. Zamani (2022), Theorem 2, for αL ≤ 1.
TEST_F(WorstCases, withoutConvexityFallWithTheSteps) {
  Setting setting;
  setting.of = Class::smooth_non_convex;
  setting.start = Start::value;
  setting.measure = Measure::best_gradient;
  for (const int steps : {1, 2, 5})
    for (const Rational& h : {fraction(1, 2), fraction(3, 4), Rational(1)})
      expect_known(of_gradient_descent(h, steps, setting), 4 / (2 + steps * h * (4 - h)),
                   "h = " + h.str() + ", N = " + std::to_string(steps));
}

TEST_F(WorstCases, ofNesterovBeatItsRate) {
  for (const int steps : {1, 3, 6}) {
    const WorstCase found = worst_case("nesterov_schedule", {{"gamma", 1}}, steps, {}, {});
    ASSERT_TRUE(found.certificate.upper && found.certificate.lower);
    EXPECT_LT(found.certificate.upper->bound, fraction(2, (steps + 1) * (steps + 1)));
    EXPECT_GT(found.certificate.lower->bound, fraction(1, 2 * (steps + 2) * (steps + 2)));
  }
}

// L. Lessard, B. Recht, A. Packard (2016): with Polyak's parameters the heavy ball need not converge where f is no
// parabola. On parabolas ‖x_N − x*‖ falls like N (2/3)^N here.
TEST_F(WorstCases, ofPolyaksHeavyBallDoNotFall) {
  Setting setting;
  setting.of = Class::smooth_strongly_convex;
  setting.mu = fraction(1, 25);
  setting.measure = Measure::distance;
  for (const int steps : {2, 4, 6}) {
    const WorstCase found =
        worst_case("heavy_ball", {{"gamma", fraction(25, 9)}, {"mu", fraction(4, 9)}}, steps, setting, {});
    ASSERT_TRUE(found.certificate.lower) << steps;
    EXPECT_GT(found.certificate.lower->bound, 1) << steps;
    EXPECT_TRUE(shows_no_decrease(found.certificate)) << steps;
  }
  const WorstCase descent = of_gradient_descent(1, 4, setting);
  EXPECT_FALSE(shows_no_decrease(descent.certificate));
}

// The same, section 4.6: no number of steps brings the ball nearer. The iterates return after three.
TEST(HeavyBall, cyclesOnAFunctionOfTheClass) {
  const PiecewiseQuadratic f({{1, 2}, {25, 1, 25}, 25});
  const Rational L = 25, mu = 1, gamma = fraction(4, 36), inertia = fraction(4, 9);
  EXPECT_EQ(gamma * L, fraction(25, 9));
  EXPECT_EQ(f.minimum<Rational>().x_star[0], 0);
  const auto at = [](const Rational& x) { return Vector<Rational>(Vector<Rational>::Constant(1, x)); };
  const std::vector<Rational> cycle{fraction(792, 1225), fraction(-2208, 1225), fraction(2592, 1225)};
  HeavyBall::State<Rational> state{at(cycle[0]), at(cycle[0] - cycle[2])};
  for (int k = 1; k <= 6; ++k) {
    HeavyBall::advance<Rational>(state, f.gradient<Rational>(state.theta), gamma, inertia);
    EXPECT_EQ(state.theta[0], cycle[std::size_t(k % 3)]) << k;
  }
  for (const Rational& x : cycle)
    for (const Rational& y : cycle)
      EXPECT_LE(mu * square(x - y), (f.gradient<Rational>(at(x))[0] - f.gradient<Rational>(at(y))[0]) * (x - y));
}

// Subgradients at one point may differ: to take them for one bounds too little, and is refused.
TEST_F(WorstCases, ofSubgradientsKeepPointsApart) {
  Setting setting;
  setting.of = Class::convex_bounded;
  setting.measure = Measure::distance;
  const WorstCase found = worst_case("lagged_momentum", {{"alpha", 1}, {"beta", fraction(1, 2)}}, 4, setting, {});
  ASSERT_TRUE(found.certificate.upper && found.certificate.lower);
  expect_known(found, found.certificate.lower->bound, "lagged_momentum");
  Certificate certificate = found.certificate;
  ASSERT_EQ(certificate.points.row(0), certificate.points.row(1));
  const Program as_one = program(certificate.points, setting, coinciding(certificate.points));
  certificate.upper = rounded_upper_bound(as_one, solve(as_one, 1e-7, {}).multipliers, setting);
  ASSERT_TRUE(certificate.upper);
  EXPECT_LT(certificate.upper->bound, found.certificate.lower->bound) << "nothing is planted";
  EXPECT_THROW(require_upper_bound(certificate), Refused);
}

// The first step of these does not move: x₁ is x₀, and has its gradient.
TEST_F(WorstCases, areFoundWherePointsAreOne) {
  for (const auto& [method, hyper] :
       std::map<std::string, HyperParameters>{{"explicit_momentum", {{"dt", fraction(1, 2)}}},
                                              {"lagged_momentum", {{"alpha", 1}, {"beta", fraction(1, 2)}}}}) {
    const WorstCase found = worst_case(method, hyper, 5, {}, {});
    ASSERT_TRUE(found.certificate.upper && found.certificate.lower) << method;
    expect_known(found, found.certificate.lower->bound, method);
  }
}

// Along an eigenvector of the curvature λ gradient descent multiplies by 1 − αλ: over quadratic functions
// ‖x_N − x*‖² ≤ max(|1 − αμ|, |1 − αL|)^2N R², and from α = 1/L on f(x_N) − f* is λ/2 (1 − λ)^2N at λ = 1/(2N + 1).
TEST(WorstCase, ofQuadraticsIsThatOfAnEigenvector) {
  Setting setting;
  setting.of = Class::quadratic;
  setting.mu = fraction(1, 10);
  setting.measure = Measure::distance;
  for (const int steps : {1, 3, 8})
    for (const Rational& alpha : {fraction(1, 2), Rational(1), fraction(20, 11), fraction(19, 10)}) {
      const Rational factor = std::max(Rational(1 - alpha * setting.mu), Rational(alpha - 1));
      expect_known(of_gradient_descent(alpha, steps, setting), power(factor, 2 * steps), "alpha = " + alpha.str());
    }
  setting.measure = Measure::value;
  setting.mu = 0;
  for (const int steps : {1, 2, 5, 10, 30}) {
    const Rational lambda = fraction(1, 2 * steps + 1);
    expect_known(of_gradient_descent(1, steps, setting), lambda / 2 * power(Rational(1 - lambda), 2 * steps),
                 "N = " + std::to_string(steps));
  }
  setting.measure = Measure::gradient;
  for (const int steps : {1, 2, 5}) {
    const Rational lambda = fraction(1, steps + 1);
    expect_known(of_gradient_descent(1, steps, setting),
                 power(Rational(lambda * power(Rational(1 - lambda), steps)), 2),
                 "gradient, N = " + std::to_string(steps));
  }
  setting.mu = fraction(1, 10);
  setting.start = Start::value;
  setting.start_bound = 3;
  setting.measure = Measure::value;
  expect_known(of_gradient_descent(1, 4, setting), 3 * power(fraction(9, 10), 8), "from a value");
  setting.measure = Measure::distance;
  expect_known(of_gradient_descent(1, 4, setting), 60 * power(fraction(9, 10), 8), "distance from a value");
}

// On parabolas Polyak's heavy ball falls like N (2/3)^N, on others of the same curvatures it does not (above).
TEST(WorstCase, ofPolyaksHeavyBallFallsOnQuadratics) {
  Setting setting;
  setting.of = Class::quadratic;
  setting.mu = fraction(1, 25);
  setting.measure = Measure::distance;
  const WorstCase found =
      worst_case("heavy_ball", {{"gamma", fraction(25, 9)}, {"mu", fraction(4, 9)}}, 20, setting, {});
  ASSERT_TRUE(found.certificate.upper && found.certificate.lower);
  EXPECT_LT(found.certificate.upper->bound, square(Rational(41 * power(fraction(2, 3), 20))));
  EXPECT_GT(found.certificate.lower->bound, square(Rational(20 * power(fraction(2, 3), 20))));
}

TEST(WorstCase, ofQuadraticsRefusesMistakes) {
  Setting setting;
  setting.of = Class::quadratic;
  setting.mu = fraction(1, 10);
  const Certificate right = of_gradient_descent(fraction(19, 10), 4, setting).certificate;
  ASSERT_TRUE(right.upper && right.lower);
  EXPECT_NO_THROW(require_upper_bound(right));
  EXPECT_NO_THROW(require_lower_bound(right));
  const Rational bit = fraction(1, 1 << 20);
  Certificate wrong = right;
  wrong.upper->bound = right.lower->bound * (1 - bit);
  EXPECT_THROW(require_upper_bound(wrong), Refused);
  wrong = right;
  wrong.upper->multipliers.push_back({{}, 1});
  EXPECT_THROW(require_upper_bound(wrong), Refused);
  wrong = right;
  wrong.setting.L = 1 + bit;
  EXPECT_THROW(require_upper_bound(wrong), Refused);
  const std::vector<std::pair<const char*, void (*)(Certificate&)>> of_lower{
      {"a larger bound", [](Certificate& c) { c.lower->bound *= 2; }},
      {"a curvature above L", [](Certificate& c) { c.setting.L = fraction(99, 100); }},
      {"a curvature below μ", [](Certificate& c) { c.setting.mu = fraction(1001, 1000), c.setting.L = 2; }},
      {"another gradient", [](Certificate& c) { c.lower->gram(4, 4) += 1; }},
      {"another value", [](Certificate& c) { c.lower->values[1] += 1; }},
      {"another start", [](Certificate& c) { c.setting.start_bound = fraction(1, 2); }},
      {"no start", [](Certificate& c) { c.lower->gram.setConstant(Rational(0)); }},
      {"other steps", [](Certificate& c) { c.points(2, 1) += 1; }}};
  for (const auto& [what, plant] : of_lower) {
    wrong = right;
    plant(wrong);
    EXPECT_THROW(require_lower_bound(wrong), Refused) << what;
  }
  setting.measure = Measure::best_gradient;
  EXPECT_THROW(of_gradient_descent(1, 2, setting), std::invalid_argument);
  setting.measure = Measure::value;
  setting.mu = 1;
  EXPECT_THROW(of_gradient_descent(1, 2, setting), std::invalid_argument);
  setting.mu = 0;
  setting.start = Start::value;
  EXPECT_THROW(of_gradient_descent(1, 2, setting), std::invalid_argument);
}

TEST(Quadratic, signsOfPolynomialsAreExact) {
  const auto p = [](std::vector<int> coefficients) {
    Polynomial result(Eigen::Index(coefficients.size()));
    for (std::size_t i = 0; i < coefficients.size(); ++i) result[Eigen::Index(i)] = coefficients[i];
    return result;
  };
  EXPECT_TRUE(nonnegative_on(p({0}), 0, 1));
  EXPECT_TRUE(nonnegative_on(p({0, 1, -1}), 0, 1));
  EXPECT_FALSE(nonnegative_on(p({0, 1, -1}), 0, 1 + fraction(1, 1 << 20)));
  EXPECT_TRUE(nonnegative_on(p({1001, -4000, 4000}), 0, 1));
  EXPECT_FALSE(nonnegative_on(p({999, -4000, 4000}), 0, 1));
  EXPECT_TRUE(nonnegative_on(p({-6, 11, -6, 1}), 1, 2));
  EXPECT_FALSE(nonnegative_on(p({-6, 11, -6, 1}), 1, 3));
  EXPECT_TRUE(nonnegative_on(p({-6, 11, -6, 1}), 3, 5));
}

TEST(WorstCase, saysWhatToInstallForWantOfASolver) {
  SolverOptions options;
  options.command = "no-such-solver";
  try {
    worst_case("gradient_descent", {{"alpha", 1}}, 2, {}, options);
    ADD_FAILURE() << "a bound without a solver";
  } catch (const SolverError& missing) {
    EXPECT_NE(std::string(missing.what()).find("install coinor-csdp"), std::string::npos) << missing.what();
  }
}

TEST_F(WorstCases, areNotTakenFromASolverThatLies) {
  SolverOptions options;
  options.command =
      "lie() { csdp problem solution; code=$?; sed -i 's/^2 2 \\([0-9]* [0-9]*\\) .*/2 2 \\1 0.5/' solution; return "
      "$code; }; lie";
  const WorstCase found = worst_case("gradient_descent", {{"alpha", 1}}, 2, {}, options);
  EXPECT_FALSE(found.certificate.upper);
  EXPECT_TRUE(found.certificate.lower);
  EXPECT_FALSE(found.failures.empty());
}

}  // namespace
}  // namespace verigrad::rate_worst_case_test
