// Step matrices of programs: those of shipped methods come out the same, what has no fixed steps is named.
#include "verigrad/rate/foreign_method.hpp"

#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "verigrad/rate/linear_form.hpp"

namespace verigrad::rate_foreign_method_test {
namespace {

using namespace rate;
using conformance::Entries;
using conformance::StartOptimiser;
using conformance::StepInput;
using conformance::TraceHead;

/// What a method remembers of one entry.
struct Memory {
  double a = 0, b = 0;
  int steps = 0;
};
/// The parameter after a step from it, its gradient and the rate.
using Entry = std::function<double(double x, double g, double rate, Memory& memory)>;

StartOptimiser optimiser(const Entry& entry) {
  return [entry](const TraceHead& head) -> conformance::TakeStep {
    return [entry, x = head.tensors[0].values,
            memory = std::vector<Memory>(head.tensors[0].values.size())](const StepInput& input) mutable {
      for (std::size_t i = 0; i < x.size(); ++i) x[i] = entry(x[i], (*input.gradients[0])[i], input.rate, memory[i]);
      return std::vector<Entries>{x};
    };
  };
}

double descend(double x, double g, double rate, Memory&) { return x - rate * g; }
double roll(double x, double g, double rate, Memory& memory) {
  memory.a = 0.75 * memory.a - rate * g;
  return x + memory.a;
}

StepMatrix asked(const Entry& entry, double rate, int steps) {
  return step_matrix(optimiser(entry), {rate, {}}, steps);
}

TEST(ForeignMethod, hasTheStepsOfTheShippedOne) {
  for (const int steps : {1, 2, 7}) {
    EXPECT_EQ(asked(descend, 0.5, steps),
              step_matrix(fixed_step_method("gradient_descent"), {{"alpha", Rational(1) / 2}}, steps));
    EXPECT_EQ(asked(roll, 0.25, steps), step_matrix(fixed_step_method("heavy_ball"),
                                                    {{"gamma", Rational(1) / 4}, {"mu", Rational(3) / 4}}, steps));
  }
}

TEST(ForeignMethod, hasTheProgramsOwnNumbers) {
  const StepMatrix matrix = asked(descend, 0.1, 2);
  EXPECT_EQ(matrix(1, 1), exact<Rational>(-0.1));
  EXPECT_NE(matrix(1, 1), Rational(-1) / 10);
  EXPECT_NO_THROW(asked(
      [](double x, double g, double rate, Memory& memory) {
        memory.a = 0.9 * memory.a + 0.1 * g;
        return x - rate * memory.a / 3;
      },
      0.3, 20));
}

TEST(ForeignMethod, isNamedWhereNoFixedStepsAnswer) {
  const std::vector<std::pair<const char*, Entry>> none{
      {"a sign", [](double x, double g, double rate, Memory&) { return x - rate * (g > 0) + rate * (g < 0); }},
      {"a square", [](double x, double g, double rate, Memory&) { return x - rate * g * std::abs(g); }},
      {"a clipped gradient", [](double x, double g, double rate, Memory&) { return x - rate * std::min(g, 2.0); }},
      {"Adagrad",
       [](double x, double g, double rate, Memory& memory) {
         memory.a += g * g;
         return memory.a == 0 ? x : x - rate * g / std::sqrt(memory.a);
       }},
      {"a decayed weight", [](double x, double g, double rate, Memory&) { return x - rate * (g + 0.01 * x); }},
      {"a slope of its own", [](double x, double g, double rate, Memory&) { return x - rate * (g + 1); }},
      {"momentum that restarts",
       [](double x, double g, double rate, Memory& memory) {
         memory.a = (g * memory.a < 0 ? 0 : memory.a) + g;
         return x - rate * memory.a;
       }},
      {"the largest gradient so far",
       [](double x, double g, double rate, Memory& memory) {
         if (std::abs(g) > std::abs(memory.a)) memory.a = g;
         return x - rate * memory.a;
       }},
      {"a loss of digits",
       [](double x, double g, double rate, Memory&) { return double(float(x - rate * g)) * (1 + 1e-12); }},
      {"what is not finite", [](double x, double g, double rate, Memory&) { return x - rate * g / 0.0; }}};
  for (const auto& [what, entry] : none) EXPECT_THROW(asked(entry, 0.5, 6), NotLinear) << what;
}

TEST(ForeignMethod, saysWhereItIsNotLinear) {
  try {
    asked([](double x, double g, double rate, Memory&) { return x - rate * g * g; }, 0.5, 3);
    ADD_FAILURE() << "steps for squares";
  } catch (const NotLinear& refused) {
    EXPECT_NE(std::string(refused.what()).find("after step 1 entry 0 is -0.5, and with its gradients times 0.0625"),
              std::string::npos)
        << refused.what();
  }
}

TEST(ForeignMethod, mayRoundInItsOwnType) {
  const Entry single = [](double x, double g, double rate, Memory& memory) {
    memory.a = float(float(0.9F * float(memory.a)) + float(g));
    return double(float(float(x) - float(float(rate) * float(memory.a))));
  };
  const ForeignQuestion asked_as_single{double(0.1F), {}, &conformance::float32};
  EXPECT_NO_THROW(step_matrix(optimiser(single), asked_as_single, 10));
  EXPECT_THROW(step_matrix(optimiser(single), {double(0.1F), {}}, 10), NotLinear);
}

TEST(ForeignMethod, takesAStepAtLeast) { EXPECT_THROW(asked(descend, 0.5, 0), std::invalid_argument); }

}  // namespace
}  // namespace verigrad::rate_foreign_method_test
