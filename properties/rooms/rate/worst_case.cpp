// Worst cases against the literature. Where the packaged solver is not installed these tests are skipped.
#include "verigrad/rate/worst_case.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

#include "verigrad/number/power.hpp"
#include "verigrad/rate/check_certificate.hpp"

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
  for (const int steps : {1, 2, 5})
    for (int i = 1; i <= 32; ++i) {
      const Rational h = fraction(2 * i, 33), bend = power(Rational(1 - h), 2 * steps), line = 1 / (2 * steps * h + 1);
      const WorstCase found = of_gradient_descent(h, steps, {});
      expect_known(found, std::max(bend, line) / 2, "h = " + h.str() + ", N = " + std::to_string(steps));
    }
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

TEST_F(WorstCases, withoutConvexityFallWithTheSteps) {
  Setting setting;
  setting.of = Class::smooth_non_convex;
  setting.start = Start::value;
  setting.measure = Measure::best_gradient;
  for (const int steps : {1, 2, 5})
    expect_known(of_gradient_descent(1, steps, setting), fraction(4, 3 * steps + 2), "N = " + std::to_string(steps));
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
  }
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
