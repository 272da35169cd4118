// Infinities, NaN, overflow, underflow, division around 0: never an answer that looks like one.
#include "law.hpp"
#include "operands.hpp"
#include "operations.hpp"

namespace verigrad::number_special_values_test {
namespace {

using namespace generate;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double smallest = std::numeric_limits<double>::denorm_min();

template <class T>
bool decides_nothing(const T& x) {
  return !x.is_finite() && sign_of(x) == Sign::unknown && !(x == x);
}

template <class T>
std::vector<T> invalid() {
  return {T::point(infinity),
          T::point(-infinity),
          T::point(nan),
          T::hull(nan, 1),
          T::hull(0, nan),
          T::hull(-infinity, 0),
          T::hull(1, infinity),
          T::hull(-infinity, infinity),
          T(1) / T(0),
          T(0) / T::hull(-1, 1),
          sqrt(T::hull(-2, -1)),
          log(T(0)),
          log(T::hull(-1, 1)),
          log1p(T::hull(-1, 0)),
          log1p(T::hull(-3, -2)),
          sqrt(T::hull(-1, 1)),
          T::point(nan) * T::point(nan)};
}

template <class T>
class SpecialValues : public testing::Test {};
using Enclosures = testing::Types<Interval, Ball>;
TYPED_TEST_SUITE(SpecialValues, Enclosures);

TYPED_TEST(SpecialValues, that_are_invalid_decide_nothing) {
  for (const TypeParam& x : invalid<TypeParam>()) EXPECT_TRUE(decides_nothing(x)) << x;
}

TYPED_TEST(SpecialValues, go_through_every_operation) {
  using T = TypeParam;
  const std::vector<T> others{T(0), T(1), T::hull(-1, 2), T::hull(1, 2), T::point(largest), T::point(infinity)};
  for (const T& x : invalid<T>()) {
    if (x.is_finite()) continue;
    operations::for_each(operations::binary, [&](const auto& operation) {
      if (std::string(operation.name) == "select") return;
      for (const T& other : others) {
        EXPECT_TRUE(decides_nothing(operation.apply(x, other))) << operation.name << x << other;
        EXPECT_TRUE(decides_nothing(operation.apply(other, x))) << operation.name << other << x;
      }
    });
    const auto one_operand = [&](const auto& operation) {
      const T result = operation.apply(x);
      EXPECT_TRUE(decides_nothing(result)) << operation.name << x;
    };
    operations::for_each(operations::unary, one_operand);
    operations::for_each(operations::transcendental, one_operand);
    EXPECT_TRUE(decides_nothing(hull(x, T(1))) && decides_nothing(hull(T(1), x))) << x;
    EXPECT_TRUE(decides_nothing(select<T>(T(1), x, T(1)))) << x;
    EXPECT_TRUE(decides_nothing(select<T>(x, x, T(1)))) << x;
  }
}

TYPED_TEST(SpecialValues, go_through_vectors) {
  using T = TypeParam;
  const Vector<T> spoiled{{T(1), T::point(nan)}}, ones{{T(1), T(1)}};
  EXPECT_TRUE(decides_nothing(squared_norm(spoiled)));
  EXPECT_TRUE(decides_nothing(norm(spoiled)));
  EXPECT_TRUE(decides_nothing(dot<T>(spoiled, ones)));
  EXPECT_TRUE(decides_nothing(dot<T>(ones, spoiled)));
}

TYPED_TEST(SpecialValues, division_by_what_contains_zero_has_no_value) {
  using T = TypeParam;
  for (const T& divisor : {T(0), T::hull(-1, 1), T::hull(0, 1), T::hull(-1, 0), T::hull(-smallest, smallest)})
    for (const T& dividend : {T(0), T(1), T::hull(-1, 1), T::point(largest)})
      EXPECT_TRUE(decides_nothing(T(dividend / divisor))) << dividend << divisor;
}

TEST(Specials, overflow_of_intervals_is_the_whole_line) {
  const Interval huge = Interval::point(largest), tiny = Interval::point(smallest);
  for (const Interval& x : {huge + huge, -huge - huge, huge * huge, -huge * huge, huge / tiny, -huge / tiny,
                            square(huge), exp(Interval::point(710)), huge + Interval::point(0x1p970)})
    EXPECT_TRUE(decides_nothing(x)) << x;
  EXPECT_TRUE((huge - huge).is_point());
}

TEST(Specials, underflow_of_intervals_keeps_its_sign_open_or_right) {
  const Interval tiny = Interval::point(smallest);
  for (const Interval& x : {tiny * tiny, tiny / Interval(2), tiny * Interval::point(0.25), square(tiny)}) {
    EXPECT_TRUE(x.is_finite() && x.lower() <= 0 && x.upper() >= smallest) << x;
  }
  const Interval vanishing = exp(Interval::point(-800));
  EXPECT_TRUE(vanishing.lower() == 0 && vanishing.upper() == smallest) << vanishing;
}

TEST(Specials, balls_know_neither_overflow_nor_underflow) {
  const Ball huge = Ball::point(largest), tiny = Ball::point(smallest);
  EXPECT_EQ(sign_of(huge * huge * huge), Sign::positive);
  EXPECT_EQ(sign_of(tiny * tiny * tiny), Sign::positive);
  EXPECT_EQ((huge * huge).upper(), infinity);
  EXPECT_EQ((huge * huge).lower(), largest);
  EXPECT_EQ((tiny * tiny).lower(), 0);
  EXPECT_EQ((tiny * tiny).upper(), smallest);
}

TEST(Specials, bounds_of_balls_are_outward) {
  expect_law("bounds of balls", [] {
    const Ball::Precision bits(*between(2, 300));
    const auto a = *inside<Ball>(finite_double());
    const Ball b = a.enclosure * Ball::point(*finite_double());
    for (const Ball& x : {a.enclosure, b}) {
      RC_ASSERT((x.lower() == -infinity || !certainly_less(x, Ball::point(x.lower()))));
      RC_ASSERT((x.upper() == infinity || !certainly_less(Ball::point(x.upper()), x)));
      RC_ASSERT(x.lower() <= x.upper());
    }
    RC_ASSERT((a.enclosure.lower() == -infinity || Rational(a.enclosure.lower()) <= a.value));
    RC_ASSERT((a.enclosure.upper() == infinity || Rational(a.enclosure.upper()) >= a.value));
  });
  EXPECT_EQ(Ball::point(nan).lower(), -infinity);
  EXPECT_EQ(Ball::point(nan).upper(), infinity);
}

/// Sums with an operand at the end of the range, where the intermediate differences of TwoSum might overflow.
TEST(Specials, sums_near_the_largest_double_are_enclosed) {
  for (const double a : {largest, -largest, std::nextafter(largest, 0.0), 0x1p1023, -0x1p1023})
    for (int exponent = 965; exponent <= 1023; ++exponent)
      for (const double factor :
           {1.0, 1.5, 1.75, 1 + 0x1p-52, 2 - 0x1p-52, 1.9, -1.0, -1.5, -1.75, -1 - 0x1p-52, -1.9}) {
        const double b = std::ldexp(factor, exponent);
        for (const Interval& sum : {Interval::point(a) + Interval::point(b), Interval::point(b) + Interval::point(a)})
          EXPECT_TRUE(contains(sum, Rational(a) + Rational(b))) << a << " + " << b << " in " << sum;
      }
}

TEST(Specials, nan_of_plain_reals_is_not_hidden_by_a_branch) {
  const auto is_nan = [](double x) { return std::isnan(x); };
  EXPECT_TRUE(is_nan(larger<double>(1, nan)) && is_nan(larger<double>(nan, 1)));
  EXPECT_TRUE(is_nan(smaller<double>(1, nan)) && is_nan(smaller<double>(nan, 1)));
  EXPECT_TRUE(is_nan(magnitude<double>(nan)) && is_nan(clamp<double>(nan, 1)) && is_nan(select<double>(nan, 1, 2)));
}

TYPED_TEST(SpecialValues, data_that_are_not_finite_are_refused) {
  for (const double x : {infinity, -infinity, nan}) {
    EXPECT_THROW(exact<TypeParam>(x), std::domain_error);
    EXPECT_THROW(exact<Rational>(x), std::domain_error);
  }
  EXPECT_THROW(frac<TypeParam>(1, 0), std::domain_error);
}

}  // namespace
}  // namespace verigrad::number_special_values_test
