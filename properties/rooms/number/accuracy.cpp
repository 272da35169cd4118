// The second law of enclosures: results on points are narrow, so that "(−∞, ∞)" is no answer; and what is computed in
// another way, at another precision or in another type overlaps.
#include "law.hpp"
#include "operands.hpp"
#include "operations.hpp"

namespace verigrad::number_accuracy_test {
namespace {

using namespace generate;

/// width ≤ ulps · 2⁻⁵² · |result| of a result that is neither near overflow nor near underflow.
bool narrow(const Interval& x, int ulps) {
  const double size = std::max(std::abs(x.lower()), std::abs(x.upper()));
  return x.is_finite() && x.upper() - x.lower() <= ulps * 0x1p-52 * size;
}

/// radius ≤ 2²⁻ᵖ · |midpoint|, that is width ≤ 2³⁻ᵖ.
bool narrow(const Ball& x, long bits) {
  return x.is_finite() && (x.is_point() || arb_rel_accuracy_bits(x.arb()) >= bits - 3);
}

bool tight(const Interval& x) { return narrow(x, 8); }
bool tight(const Ball& x) { return narrow(x, Ball::precision()); }

template <class T>
class Accuracy : public testing::Test {
protected:
  static std::string named(const std::string& operation) {
    return "accuracy: " + operation + (std::is_same_v<T, Interval> ? " of intervals" : " of balls");
  }
};
using Enclosures = testing::Types<Interval, Ball>;
TYPED_TEST_SUITE(Accuracy, Enclosures);

TYPED_TEST(Accuracy, of_two_points) {
  operations::for_each(operations::binary, [&](const auto& operation) {
    expect_law(this->named(operation.name), [&] {
      const Ball::Precision bits(*between(53, 300));
      const auto a = exact<TypeParam>(*ordinary_double()), b = exact<TypeParam>(*ordinary_double());
      RC_ASSERT(tight(operation.apply(a, b)));
    });
  });
}

TYPED_TEST(Accuracy, of_one_point) {
  const auto law = [&](const auto& operation) {
    expect_law(this->named(operation.name), [&] {
      const Ball::Precision bits(*between(53, 300));
      const double a = *gen::oneOf(full_double(8), full_double(2));
      if (operation.defined(Rational(a))) RC_ASSERT(tight(operation.apply(exact<TypeParam>(a))));
    });
  };
  operations::for_each(operations::unary, law);
  operations::for_each(operations::transcendental, law);
}

TYPED_TEST(Accuracy, of_constants) {
  expect_law(this->named("frac and enclose"), [] {
    const Ball::Precision bits(*between(53, 300));
    const int numerator = *between(-1000, 1000), denominator = *between(1, 1000);
    RC_ASSERT(tight(frac<TypeParam>(numerator, denominator)));
    RC_ASSERT(tight(enclose<TypeParam>(Rational(numerator) / denominator)));
    RC_ASSERT(frac<TypeParam>(numerator, 64).is_point());
    RC_ASSERT(frac<TypeParam>(numerator * denominator, denominator) == TypeParam(numerator));
  });
}

/// Sums that doubles hold exactly stay points; what is 0 or not negative stays so.
TYPED_TEST(Accuracy, keeps_zeros_and_signs) {
  expect_law(this->named("zeros and signs"), [] {
    const auto a = inside<TypeParam>(finite_double());
    const TypeParam x = (*a).enclosure, y = (*a).enclosure, zero(0);
    RC_ASSERT((x * zero) == zero);
    RC_ASSERT((zero * x) == zero);
    RC_ASSERT(square(zero) == zero);
    RC_ASSERT(sqrt(zero) == zero);
    RC_ASSERT(!certainly_less(square(x), zero));
    const Vector<TypeParam> pair{{x, y}};
    for (const TypeParam& size : {square(x), magnitude<TypeParam>(x), squared_norm(pair)})
      RC_ASSERT((!generate::to_ball(size).is_finite() || certainly_at_most(zero, size)));
  });
}

/// ‖x‖ of an enclosure around 0 is a number: a sum of squares never reaches below 0.
TYPED_TEST(Accuracy, norm_of_small_boxes_is_finite) {
  expect_law(this->named("norm"), [] {
    const Ball::Precision bits(*between(30, 300));
    Vector<TypeParam> box(*between(1, 8));
    for (TypeParam& entry : box) {
      const double radius = std::abs(*full_double(60));
      entry = hull_of<TypeParam>(-radius, radius * *between(0, 3));
    }
    RC_ASSERT(norm(box).is_finite());
    RC_ASSERT(certainly_at_most(TypeParam(0), norm(box)));
  });
}

TEST(Agreement, balls_at_two_precisions_overlap) {
  const auto twice = [](const auto& apply) {
    const Ball::Precision first(*between(2, 120));
    const Ball low = apply();
    const Ball::Precision second(*between(2, 500));
    RC_ASSERT(overlap(low, apply()));
  };
  operations::for_each(operations::binary, [&](const auto& operation) {
    expect_law(std::string("two precisions: ") + operation.name, [&] {
      const auto a = *inside<Ball>(finite_double()), b = *inside<Ball>(finite_double());
      twice([&] { return operation.apply(a.enclosure, b.enclosure); });
    });
  });
  const auto unary_law = [&](const auto& operation) {
    expect_law(std::string("two precisions: ") + operation.name, [&] {
      const auto a = *inside<Ball>(finite_double());
      twice([&] { return operation.apply(a.enclosure); });
    });
  };
  operations::for_each(operations::unary, unary_law);
  operations::for_each(operations::transcendental, unary_law);
}

TEST(Agreement, intervals_and_balls_overlap) {
  operations::for_each(operations::binary, [](const auto& operation) {
    expect_law(std::string("interval and ball: ") + operation.name, [&] {
      const auto a = *inside<Interval>(finite_double()), b = *inside<Interval>(finite_double());
      const Ball ball = operation.apply(to_ball(a.enclosure), to_ball(b.enclosure));
      RC_ASSERT(overlap(to_ball(operation.apply(a.enclosure, b.enclosure)), ball));
    });
  });
  const auto unary_law = [](const auto& operation) {
    expect_law(std::string("interval and ball: ") + operation.name, [&] {
      const auto a = *inside<Interval>(gen::oneOf(finite_double(), full_double(8)));
      RC_ASSERT(overlap(to_ball(operation.apply(a.enclosure)), operation.apply(to_ball(a.enclosure))));
    });
  };
  operations::for_each(operations::unary, unary_law);
  operations::for_each(operations::transcendental, unary_law);
}

}  // namespace
}  // namespace verigrad::number_accuracy_test
