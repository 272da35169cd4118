// Enclosures against float and double computations in several orders of evaluation.
#include "verigrad/conformance/rounded.hpp"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace verigrad::conformance::test {
namespace {

/// Numbers of T over many scales, with zeros and dyadic ones among them.
template <class T>
class Draw {
public:
  T operator()() {
    const int kind = int(engine_() % 8);
    if (kind == 0) return 0;
    if (kind == 1) return T(std::ldexp(1.0, int(engine_() % 9) - 4));
    return T(std::ldexp(mantissa_(engine_), int(engine_() % 41) - 20));
  }

private:
  std::mt19937_64 engine_{42};
  std::uniform_real_distribution<double> mantissa_{-1, 1};
};

Rounded at(double x) { return Rounded::exactly(x); }

#define EXPECT_CONTAINS(set, x) \
  EXPECT_TRUE((set).contains(double(x))) << (x) << " not in [" << (set).lower() << ", " << (set).upper() << "]"

template <class T>
void expect_orders_contained(const Dtype& dtype) {
  const Rounded::In in(dtype);
  Draw<T> draw;
  for (int i = 0; i < 20000; ++i) {
    const T a = draw(), b = draw(), c = draw(), d = draw();
    EXPECT_CONTAINS(at(a) + at(b), a + b);
    EXPECT_CONTAINS(at(a) * at(b), a * b);
    EXPECT_CONTAINS(at(a) * at(b) + at(c), T(a * b) + c);
    EXPECT_CONTAINS(at(a) * at(b) + at(c), std::fma(a, b, c));
    if (d != 0) {
      EXPECT_CONTAINS(at(a) * at(b) / at(d), T(a * b) / d);
      EXPECT_CONTAINS(at(a) * at(b) / at(d), a * T(b / d));
      EXPECT_CONTAINS(at(a) * at(b) / at(d), T(a / d) * b);
      EXPECT_CONTAINS(at(c) - at(a) * at(b) / at(d), c - a * T(b / d));
    }
    EXPECT_CONTAINS(root(square(at(a)) + square(at(b))), std::sqrt(a * a + b * b));
    EXPECT_CONTAINS(maximum(at(a), at(b)), std::max(a, b));
    EXPECT_CONTAINS(signum(at(a)), (a > 0) - (a < 0));
    EXPECT_CONTAINS(absolute(at(a) - at(b)), std::abs(a - b));
  }
}

TEST(Rounded, contains_what_float_gives_in_each_order) { expect_orders_contained<float>(float32); }
TEST(Rounded, contains_what_double_gives_in_each_order) { expect_orders_contained<double>(float64); }

template <class T>
void expect_averages_contained(const Dtype& dtype) {
  const Rounded::In in(dtype);
  Draw<T> draw;
  for (int i = 0; i < 20000; ++i) {
    const T a = draw(), x = draw();
    for (const double beta : {0.25, 0.5, 0.75, 0.875, 0.9, 0.1, 0.999}) {
      const Rounded weight = Rounded::written(beta), average = blend(weight, at(a), Rounded(1) - weight, at(x));
      EXPECT_CONTAINS(average, T(T(beta) * a) + T(T(1 - beta) * x));
      EXPECT_CONTAINS(average, T(T(beta) * a) + T(T(T(1) - T(beta)) * x));
      EXPECT_CONTAINS(average, a + T(1 - beta) * T(x - a));
      if (beta <= 0.5) {
        EXPECT_CONTAINS(average, x - T(x - a) * T(beta));
      }
    }
  }
}

TEST(Rounded, contains_running_averages_also_as_interpolations) {
  expect_averages_contained<float>(float32);
  expect_averages_contained<double>(float64);
}

TEST(Rounded, is_a_point_where_nothing_rounds_to_something_else) {
  const Rounded::In in(float32);
  EXPECT_EQ(Rounded::written(0.875).width(), 0);
  EXPECT_GT(Rounded::written(0.9).width(), 0);
  EXPECT_TRUE(Rounded::written(0.9).contains(double(0.9F)));
  EXPECT_EQ((at(0) * at(3)).width(), 0);
}

TEST(Rounded, is_narrow) {
  const Rounded::In in(float32);
  const Rounded third = at(1) / at(3);
  EXPECT_LE(third.width(), 0x1p-23);
}

TEST(Rounded, decides_nothing_beyond_the_range_or_after_an_invalid_operation) {
  {
    const Rounded::In in(float16);
    EXPECT_FALSE((at(40000) + at(40000)).is_finite());
  }
  EXPECT_FALSE((at(1) / at(0)).is_finite());
  EXPECT_FALSE(root(at(-1)).is_finite());
  EXPECT_TRUE(root(hull(at(-1), at(4))).contains(2));
}

TEST(Rounded, working_types_nest) {
  const Rounded::In outer(float32);
  const double wide = (at(1) / at(3)).width();
  {
    const Rounded::In inner(float64);
    EXPECT_LT((at(1) / at(3)).width(), wide);
  }
  EXPECT_EQ((at(1) / at(3)).width(), wide);
}

TEST(Dtype, holds_its_numbers_and_no_others) {
  for (const float x : {1.0F, 0.1F, 3e38F, 1e-45F, -2.5e-39F}) EXPECT_TRUE(float32.holds(x)) << x;
  for (const double x : {0.1, 1e39, 1e-46, 1 + 0x1p-24}) EXPECT_FALSE(float32.holds(x)) << x;
  EXPECT_TRUE(float16.holds(65504) && float16.holds(0x1p-24) && float16.holds(1 + 0x1p-10));
  EXPECT_FALSE(float16.holds(65536) || float16.holds(0x1p-25) || float16.holds(1 + 0x1p-11));
  EXPECT_TRUE(bfloat16.holds(1 + 0x1p-7) && !bfloat16.holds(1 + 0x1p-8));
  for (const double x : {0.1, 5e-324, 1.7e308}) EXPECT_TRUE(float64.holds(x)) << x;
}

TEST(Dtype, rounds_to_the_nearest_as_the_processor_does) {
  Draw<double> draw;
  for (int i = 0; i < 20000; ++i) {
    const double x = std::ldexp(draw() * (1 + draw() / 3), i % 2 ? 0 : -140);
    EXPECT_EQ(float32.nearest(x), double(float(x))) << x;
    EXPECT_EQ(float64.nearest(x), x);
    EXPECT_TRUE(float16.holds(float16.nearest(x))) << x;
  }
  EXPECT_EQ(float16.nearest(65519), 65504) << "the largest";
  EXPECT_TRUE(std::isinf(float16.nearest(65520)));
  EXPECT_EQ(bfloat16.nearest(1 + 0x1p-8), 1) << "a tie, to even";
}

}  // namespace
}  // namespace verigrad::conformance::test
