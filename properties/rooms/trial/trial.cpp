// Right optimisers never fail, whatever the order of their roundings; each fault is told with problem, step and sides.
#include "verigrad/trial/trial.hpp"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/trial/trials.hpp"

#include "properties/rooms/trial/optimisers.hpp"

namespace verigrad::trial_test {
namespace {

using conformance::float32;
using conformance::float64;
using trial::Declared;
using trial::Findings;
using trial::Problem;
using trial::ProblemFinding;
using trial::Trial;

Declared in(const conformance::Dtype& dtype) { return {&dtype, {}}; }

void expect_holds(const Findings& found) {
  EXPECT_EQ(found.verdict(), Verdict::holds) << found.stem;
  for (const ProblemFinding& finding : found.problems) {
    EXPECT_FALSE(finding.stray) << finding.problem << ", step " << finding.stray->departure->step;
    EXPECT_EQ(finding.bound(), Verdict::holds) << finding.problem;
    for (const auto& claim : finding.broken) EXPECT_EQ(claim.lhs, claim.rhs) << claim.decision.name;
  }
}

template <class T>
void expect_right_ones_hold(const conformance::Dtype& dtype) {
  for (const Trial& trial : trial::trials())
    for (const auto& right : right_ones<T>(trial.stem)) expect_holds(judge(trial, right, in(dtype)));
}

TEST(Trials, hold_for_right_optimisers_in_float64) { expect_right_ones_hold<double>(float64); }
TEST(Trials, hold_for_right_optimisers_in_float32) { expect_right_ones_hold<float>(float32); }

double random_number(std::mt19937_64& engine) {
  return double(float(std::ldexp(std::normal_distribution<double>()(engine), int(engine() % 9) - 4)));
}

/// A quadratic in up to three variables from a random start, for the rates at which the trial's own problems are run.
Problem random_problem(const Trial& trial, std::mt19937_64& engine) {
  Problem result = trial.problems(Declared{}).front();
  const Eigen::Index n = 1 + Eigen::Index(engine() % 3);
  const bool strict = trial.stem != "gradient_descent_rate";
  const double mu = result.hyper.value_or("momentum", 0), rate = approximate(result.rates.front());
  const double largest = (mu > 0 ? 2 * (1 - mu) : 1.99) / rate;
  Vector<double> spectrum(n), centre(n), start(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    spectrum[i] = largest * double(engine() % 4096 + (strict ? 1 : 0)) / 4096;
    centre[i] = random_number(engine);
    start[i] = random_number(engine);
  }
  spectrum[0] = std::max(spectrum[0], largest / 4096);
  result.f = FiniteSum({make_objective(Quadratic(spectrum, centre))});
  result.start = start;
  return result;
}

template <class T>
void expect_right_on_random_problems(const Trial& trial, const conformance::Dtype& dtype) {
  std::mt19937_64 engine(1);
  for (int n = 0; n < 200; ++n) {
    const Problem problem = random_problem(trial, engine);
    const auto start = right_ones<T>(trial.stem).front();
    const ProblemFinding found = judge(trial, start, in(dtype), problem);
    EXPECT_FALSE(found.stray) << problem.describe();
    EXPECT_TRUE(found.broken.empty()) << problem.describe() << ": " << found.broken.front().decision.name;
    EXPECT_EQ(found.open, 0) << problem.describe();
  }
}

TEST(Trials, hold_for_right_optimisers_on_random_problems) {
  for (const Trial& trial : trial::trials()) {
    // Others say more of their problems: diagonal ones, minima, all sequences of indices.
    const bool takes_any = trial.stem == "gradient_descent_rate" || trial.stem == "polyak_lojasiewicz_rate" ||
                           trial.stem == "iteration_contraction" || trial.stem == "heavy_ball";
    if (!takes_any) continue;
    expect_right_on_random_problems<double>(trial, float64);
    expect_right_on_random_problems<float>(trial, float32);
  }
}

TEST(Trials, come_near_their_bounds) {
  for (const Trial& trial : trial::trials()) {
    const bool inna = trial.stem.starts_with("inna_"), half = trial.stem == "iterative_soft_thresholding";
    double nearest = 1;
    for (const ProblemFinding& finding : judge(trial, right_ones<double>(trial.stem).front(), in(float64)).problems)
      if (finding.tightest) nearest = std::min(nearest, finding.tightest->decision.relative_margin);
    const double expected = inna ? 0.999 : half || trial.stem == "heavy_ball" ? 0.501 : 0x1p-40;
    EXPECT_LT(nearest, expected) << trial.stem;
  }
}

struct Fault {
  const char* name;
  double (*step)(double x, double g, double rate, Memory<double>& memory);
};

const Fault faults[] = {
    {"sign", [](double x, double g, double rate, Memory<double>&) { return x + rate * g; }},
    {"twice the rate", [](double x, double g, double rate, Memory<double>&) { return x - 2 * rate * g; }},
    {"1/4096 more", [](double x, double g, double rate, Memory<double>&) { return x - 4097.0 / 4096 * rate * g; }},
    {"a gradient late",
     [](double x, double g, double rate, Memory<double>& m) { return x - rate * std::exchange(m.last, g); }},
    {"a rate that falls",
     [](double x, double g, double rate, Memory<double>& m) { return x - rate / (m.steps + 1) * g; }},
    {"decay", [](double x, double g, double rate, Memory<double>&) { return x - rate * (g + x / 64); }},
    {"momentum ¼", [](double x, double g, double rate, Memory<double>& m) { return x - rate * (m.v = m.v / 4 + g); }}};

TEST(Trials, tell_steps_that_are_not_the_methods) {
  for (const Trial& trial : trial::trials())
    for (const Fault& fault : faults) {
      if (trial.stem == "inna_steady_states") continue;  // where all of these rest, too
      const Findings found = judge(trial, optimiser<double>(fault.step), in(float64));
      EXPECT_EQ(found.verdict(), Verdict::fails) << trial.stem << ", " << fault.name;
      ASSERT_TRUE(found.problems.front().stray) << trial.stem << ", " << fault.name;
      const auto& departure = found.problems.front().stray->departure;
      ASSERT_TRUE(departure) << trial.stem << ", " << fault.name;
      EXPECT_FALSE(departure->possible.lower() <= departure->recorded &&
                   departure->recorded <= departure->possible.upper());
    }
}

long broken_bounds(const Findings& found) {
  return std::count_if(found.problems.begin(), found.problems.end(),
                       [](const ProblemFinding& finding) { return finding.bound() == Verdict::fails; });
}

TEST(Trials, tell_bounds_that_a_fault_breaks) {
  for (const Trial& trial : trial::trials()) {
    if (trial.stem == "inna_steady_states") continue;
    const auto wrong_sign = judge(trial, optimiser<double>(faults[0].step), in(float64));
    EXPECT_GT(broken_bounds(wrong_sign), 0) << trial.stem;
    const auto much_too_fast = judge(
        trial, optimiser<double>([](double x, double g, double rate, Memory<double>&) { return x - 8 * rate * g; }),
        in(float64));
    EXPECT_GT(broken_bounds(much_too_fast), 0) << trial.stem;
  }
}

TEST(Trials, tell_a_fault_of_a_thousandth_where_the_bound_is_attained) {
  const auto slow =
      optimiser<double>([](double x, double g, double rate, Memory<double>&) { return x - 1023.0 / 1024 * rate * g; });
  EXPECT_GT(broken_bounds(judge(trial::gradient_descent_rate_trial(), slow, in(float64))), 0);
  EXPECT_GT(broken_bounds(judge(trial::polyak_lojasiewicz_rate_trial(), slow, in(float64))), 0);
  EXPECT_GT(broken_bounds(judge(trial::iteration_contraction_trial(), slow, in(float64))), 0);
}

TEST(Trials, name_the_rate_that_was_taken) {
  const auto doubled =
      optimiser<double>([](double x, double g, double rate, Memory<double>&) { return x - 2 * rate * g; });
  const Findings found = judge(trial::gradient_descent_rate_trial(), doubled, in(float64));
  ASSERT_TRUE(found.problems.front().rates);
  EXPECT_LE(found.problems.front().rates->lower(), 1);
  EXPECT_GE(found.problems.front().rates->upper(), 1);
}

TEST(Trials, keep_the_bound_where_another_method_meets_it) {
  const auto half = optimiser<double>(
      [](double x, double g, double rate, Memory<double>& m) { return x - (m.steps > 1 ? 1 : 0.5) * rate * g; });
  const Findings found = judge(trial::heavy_ball_trial(), half, in(float64));
  EXPECT_EQ(found.verdict(), Verdict::fails);
  EXPECT_EQ(broken_bounds(found), 0) << "Polyak's energy decays, though no step is the heavy ball's";
}

TEST(Trials, scale_their_problems_to_the_rate_of_the_program) {
  Declared declared;
  declared.hyper.set("lr", 0.1);
  const auto own_rate = optimiser<double>([](double x, double g, double, Memory<double>&) { return x - 0.1 * g; });
  expect_holds(judge(trial::gradient_descent_rate_trial(), own_rate, declared));
  expect_holds(judge(trial::iteration_contraction_trial(), own_rate, declared));
}

TEST(Trials, tell_a_rate_beyond_the_admissible_ones) {
  Declared declared;
  declared.hyper.set("lr", 0.5);
  declared.hyper.set("L", 4);
  const Findings found = judge(trial::gradient_descent_rate_trial(), optimiser<double>(descend<double>), declared);
  ASSERT_EQ(found.verdict(), Verdict::fails);
  const auto& broken = found.problems.front().broken;
  ASSERT_FALSE(broken.empty());
  EXPECT_EQ(broken.front().decision.name, "α < 2/L");
  EXPECT_EQ(broken.front().lhs, 0.5);
  EXPECT_EQ(broken.front().rhs, 0.5) << "2/L itself is not admissible";
  EXPECT_FALSE(found.problems.front().stray) << "the steps are right";
  declared.hyper.set("L", 3.75);
  expect_holds(judge(trial::gradient_descent_rate_trial(), optimiser<double>(descend<double>), declared));
}

TEST(Trials, tell_an_inna_that_does_not_start_at_rest) {
  const auto off = optimiser<double>(
      [](double x, double g, double rate, Memory<double>& m) { return inna(x, g, rate, m, -0.0625); });
  for (const Trial& trial : {trial::inna_steady_states_trial(), trial::inna_minibatch_trial()}) {
    const Findings found = judge(trial, off, in(float64));
    EXPECT_EQ(found.verdict(), Verdict::fails) << trial.stem;
    EXPECT_GT(broken_bounds(found), 0) << trial.stem;
    ASSERT_TRUE(found.problems.front().stray) << trial.stem;
    EXPECT_EQ(found.problems.front().stray->departure->step, 1) << trial.stem;
  }
}

TEST(Trials, tell_a_threshold_without_the_rate) {
  const auto wrong = optimiser<double>([](double x, double g, double rate, Memory<double>&) {
    const double y = x - rate * g, rest = std::max(std::abs(y) - 0.5, 0.0);
    return y < 0 ? -rest : rest;
  });
  const Findings found = judge(trial::iterative_soft_thresholding_trial(), wrong, in(float64));
  EXPECT_EQ(found.verdict(), Verdict::fails);
  EXPECT_TRUE(found.problems.front().stray);
}

TEST(Trials, leave_open_what_roundings_beyond_the_range_hide) {
  const Trial trial = trial::gradient_descent_rate_trial();
  Problem far = trial.problems(Declared{}).front();
  far.rates.assign(2, exact<Rational>(1.875));
  far.start = at(0x1.8p127);
  const ProblemFinding found = judge(trial, optimiser<float>(descend_fused<float>), in(float32), far);
  EXPECT_FALSE(found.stray) << "the product of rate and gradient is beyond float32, the step is not";
  EXPECT_EQ(found.bound(), Verdict::undecided);
  EXPECT_EQ(found.open, 2);
}

TEST(Trials, tell_numbers_that_are_not_finite) {
  const auto nan = optimiser<double>(
      [](double x, double g, double rate, Memory<double>& m) { return m.steps == 3 ? std::nan("") : x - rate * g; });
  const Findings found = judge(trial::gradient_descent_rate_trial(), nan, in(float64));
  EXPECT_EQ(found.verdict(), Verdict::fails);
  EXPECT_EQ(found.problems.front().stray->not_finite, 3);
}

TEST(Trials, refuse_what_a_statement_has_no_word_for) {
  Declared declared;
  declared.hyper.set("momentum", 0.5);
  EXPECT_THROW(trial::gradient_descent_rate_trial().problems(declared), std::invalid_argument);
  EXPECT_THROW(trial::trial_named("soft_thresholding"), std::invalid_argument);
  declared.hyper = {};
  declared.hyper.set("lr", -1);
  EXPECT_THROW(trial::gradient_descent_rate_trial().problems(declared), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::trial_test
