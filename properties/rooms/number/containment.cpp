// The first law of enclosures: the exact result for numbers inside the operands lies inside the result.
#include <gtest/gtest-spi.h>

#include "law.hpp"
#include "operands.hpp"
#include "operations.hpp"

namespace verigrad::number_containment_test {
namespace {

using namespace generate;

template <class T>
class Containment : public testing::Test {
protected:
  static std::string named(const std::string& operation) {
    return operation + (std::is_same_v<T, Interval> ? " of intervals" : " of balls");
  }
};
using Enclosures = testing::Types<Interval, Ball>;
TYPED_TEST_SUITE(Containment, Enclosures);

Gen<int> precision() { return gen::oneOf(between(2, 40), between(41, 300), gen::element(53, 64, 128, 256)); }

TYPED_TEST(Containment, of_two_operands) {
  operations::for_each(operations::binary, [&](const auto& operation) {
    expect_law(this->named(operation.name), [&] {
      const Ball::Precision bits(*precision());
      const auto a = *inside<TypeParam>(finite_double());
      const auto b = *inside<TypeParam>(finite_double());
      RC_PRE(operation.defined(a.value, b.value));
      RC_ASSERT(contains(operation.apply(a.enclosure, b.enclosure), operation.apply(a.value, b.value)));
    });
  });
}

TYPED_TEST(Containment, of_one_operand) {
  operations::for_each(operations::unary, [&](const auto& operation) {
    expect_law(this->named(operation.name), [&] {
      const Ball::Precision bits(*precision());
      const auto a = *inside<TypeParam>(finite_double());
      RC_ASSERT(contains(operation.apply(a.enclosure), operation.apply(a.value)));
    });
  });
}

/// f at the exact number, within 2⁻¹⁹⁰⁰ or so.
template <class Operation>
Ball at_high_precision(const Operation& operation, const Rational& value) {
  const Ball::Precision high(2000);
  return operation.apply(enclose<Ball>(value));
}

/// Operands where exp neither overflows nor vanishes are drawn as often as all others together.
Gen<double> argument() {
  return gen::oneOf(finite_double(), full_double(8), gen::map(full_double(0), [](double x) { return x - 1; }));
}

TYPED_TEST(Containment, of_sqrt_exp_log) {
  operations::for_each(operations::transcendental, [&](const auto& operation) {
    expect_law(this->named(operation.name), [&] {
      const Ball::Precision bits(*precision());
      const auto a = *inside<TypeParam>(argument());
      if (!operation.defined(a.value)) return;
      RC_ASSERT(overlap(to_ball(operation.apply(a.enclosure)), at_high_precision(operation, a.value)));
    });
  });
}

TYPED_TEST(Containment, of_hull) {
  expect_law(this->named("hull"), [] {
    const Ball::Precision bits(*precision());
    const auto a = *inside<TypeParam>(finite_double());
    const auto b = *inside<TypeParam>(finite_double());
    const TypeParam both = hull(a.enclosure, b.enclosure);
    RC_ASSERT(contains(both, a.value));
    RC_ASSERT(contains(both, b.value));
  });
}

TYPED_TEST(Containment, of_select_when_the_sign_is_open) {
  const TypeParam open = hull_of<TypeParam>(-1, 1);
  const TypeParam result = select<TypeParam>(open, TypeParam(3), TypeParam(5));
  EXPECT_TRUE(contains(result, 3));
  EXPECT_TRUE(contains(result, 5));
}

TYPED_TEST(Containment, of_constants_and_data) {
  expect_law(this->named("enclose"), [] {
    const Ball::Precision bits(*precision());
    const double a = *finite_double(), b = *finite_double();
    RC_PRE(b != 0);
    const Rational value = Rational(a) / Rational(b);
    RC_ASSERT(contains(enclose<TypeParam>(value), value));
  });
  expect_law(this->named("frac"), [] {
    const Ball::Precision bits(*precision());
    const int extreme = std::numeric_limits<int>::min();
    const auto integer =
        gen::oneOf(between(-100, 100), gen::inRange(extreme, ~extreme), gen::element(extreme, ~extreme));
    const int numerator = *integer, denominator = *integer;
    RC_PRE(denominator != 0);
    RC_ASSERT(contains(frac<TypeParam>(numerator, denominator), Rational(numerator) / denominator));
  });
  expect_law(this->named("exact"), [] {
    const double x = *finite_double();
    const TypeParam point = exact<TypeParam>(x);
    RC_ASSERT(point.is_point());
    RC_ASSERT(contains(point, Rational(x)));
  });
}

TYPED_TEST(Containment, survives_aliased_operands) {
  expect_law(this->named("aliased operands"), [] {
    const Ball::Precision bits(*precision());
    const auto a = *inside<TypeParam>(finite_double());
    TypeParam sum = a.enclosure, difference = a.enclosure, product = a.enclosure, quotient = a.enclosure;
    sum += sum;
    difference -= difference;
    product *= product;
    quotient /= quotient;
    RC_ASSERT(contains(sum, 2 * a.value));
    RC_ASSERT(contains(difference, 0));
    RC_ASSERT(contains(product, square(a.value)));
    RC_ASSERT((a.value == 0 || contains(quotient, 1)));
    const TypeParam& same = a.enclosure;
    RC_ASSERT(contains(TypeParam(same * same), square(a.value)));
    RC_ASSERT(contains(larger<TypeParam>(same, same), a.value));
    RC_ASSERT(contains(hull(same, same), a.value));
    TypeParam assigned = same;
    assigned = *&assigned;
    RC_ASSERT(contains(assigned, a.value));
  });
}

TEST(Law, that_fails_fails_the_test_with_seed_and_counterexample) {
  const auto false_law = [] { RC_ASSERT(*between(0, 99) < 50); };
  EXPECT_NONFATAL_FAILURE(expect_law("false", false_law), "VERIGRAD_SEED=");
  EXPECT_NONFATAL_FAILURE(expect_law("false", false_law), "50");
  EXPECT_NONFATAL_FAILURE(expect_law("vacuous", [] { RC_PRE(false); }), "vacuous");
}

}  // namespace
}  // namespace verigrad::number_containment_test
