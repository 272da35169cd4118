// Triples of the class of convex L-smooth functions: what is drawn satisfies it, extremes attain it, mistakes leave it.
#include "verigrad/problem/function_class.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

#include "drawn.hpp"

namespace verigrad::problem_function_class_test {
namespace {

TEST(Interpolation, drawn_triples_are_in_the_class_and_many_are_at_its_limit) {
  int at_the_limit = 0;
  const auto triples = drawn(generate::interpolation(), 300);
  for (const Interpolation& data : triples) {
    EXPECT_TRUE(data.satisfies_class()) << data.describe();
    at_the_limit += data.tight_pairs() > 0;
  }
  EXPECT_GT(at_the_limit, 200);
}

/// The same triples for the smallest power of two above their L.
Interpolation with_dyadic_L(Interpolation data) {
  int exponent = 0;
  std::frexp(data.L, &exponent);
  data.L = std::ldexp(1.0, exponent);
  return data;
}

TEST(Interpolation, no_value_can_pass_the_extremes) {
  for (const Interpolation& drawn_data : drawn(generate::interpolation(), 100))
    for (const Extreme extreme : {Extreme::lowest, Extreme::highest}) {
      const Interpolation data = extreme_interpolation(with_dyadic_L(drawn_data), 0, extreme);
      const double outward = extreme == Extreme::lowest ? -1 : 1;
      EXPECT_TRUE(data.satisfies_class()) << data.describe();
      EXPECT_GE(data.tight_pairs(), data.size() - 1) << data.describe();
      EXPECT_EQ(data.f[0], drawn_data.f[0]);
      for (int i = 1; i < data.size(); ++i) {
        EXPECT_GE(outward * data.f[i], outward * drawn_data.f[i]) << data.describe();
        Interpolation beyond = data;
        beyond.f[i] += 0x1p-20 * outward;
        EXPECT_FALSE(beyond.satisfies_class()) << beyond.describe();
      }
    }
}

TEST(Interpolation, the_parabola_and_the_straight_line_are_tight_everywhere) {
  const Quadratic parabola(at(2), at(0)), line(at(0), at(0));
  const std::vector<Vector<double>> points{at(-1), at(0.5), at(3)};
  EXPECT_EQ(interpolation_of(*make_objective(parabola), points, 2).tight_pairs(), 6);
  EXPECT_EQ(interpolation_of(*make_objective(parabola), points, 4).tight_pairs(), 0);
  EXPECT_EQ(interpolation_of(*make_objective(line), points, 1).tight_pairs(), 6);
}

TEST(Interpolation, slack_is_the_formula) {
  const Interpolation data{{at(0), at(1)}, {at(0), at(3)}, (Vector<double>(2) << 0, 2).finished(), 4};
  EXPECT_EQ(data.slack<Rational>(0, 1), Rational(0) - 2 + 3 - Rational(9) / 8);
  EXPECT_EQ(data.slack<Rational>(1, 0), Rational(2) - Rational(9) / 8);
  EXPECT_FALSE(data.satisfies_class());
  EXPECT_EQ(data.describe(), "triples (x, g, f) with L = 4: ((0), (0), 0) ((1), (3), 2)");
}

TEST(Interpolation, less_smooth_or_non_convex_functions_are_refused) {
  const std::vector<Vector<double>> points{at(0), at(1)};
  EXPECT_THROW(interpolation_of(*make_objective(Quadratic(at(2), at(0))), points, 1), std::invalid_argument);
  EXPECT_THROW(interpolation_of(*make_objective(double_well(1, 1, 0)), points, 1), std::invalid_argument);
  EXPECT_THROW(interpolation_of(*make_objective(Quadratic(at(0x1.8p-50), at(0x1p40))), {at(1.5)}, 1),
               std::invalid_argument);
  const Interpolation out{{at(0), at(1)}, {at(0), at(-1)}, Vector<double>::Zero(2), 1};
  EXPECT_THROW(extreme_interpolation(out, 0, Extreme::lowest), std::invalid_argument);
  const Interpolation data = interpolation_of(*make_objective(Quadratic(at(2), at(0))), points, 2);
  EXPECT_THROW(extreme_interpolation(data, 2, Extreme::lowest), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::problem_function_class_test
