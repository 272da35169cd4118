// Kinks in one coordinate: what lies between the one-sided derivatives holds, what lies outside fails.
#include <cmath>

#include "properties/rooms/gradient/verdicts.hpp"

namespace verigrad::gradient_single_kinks_test {
namespace {

using namespace gradient_test;

constexpr auto root_of_square = []<class V>(const Vector<V>& x) {
  using std::sqrt;
  return V(sqrt(square(x[0])));
};
constexpr auto root_of_product = []<class V>(const Vector<V>& x) {
  using std::sqrt;
  return V(sqrt(V(x[0] * x[0])));
};
constexpr auto length = []<class V>(const Vector<V>& x) {
  if constexpr (std::is_same_v<V, double>)
    return x.norm();
  else
    return norm(x);
};

template <class F>
void expect_unit_kink(const F& f) {
  for (const double inside : {-1.0, -0.5, 0.0, 5e-324, 0.999, 1.0})
    expect_both(f, vector({0}), vector({inside}), Verdict::holds);
  for (const double outside : {-1.001, 1 + 1e-10, 1.5, -7.0, 1e300})
    expect_both(f, vector({0}), vector({outside}), Verdict::fails);
  for (const double x : {1e-100, -3.0}) {
    expect_enclosed(f, vector({x}), vector({x > 0 ? 1.0 : -1.0}), Verdict::holds);
    for (const double wrong : {x > 0 ? -1.0 : 1.0, 0.0, 0.5})
      expect_enclosed(f, vector({x}), vector({wrong}), Verdict::fails);
  }
}

TEST(GradientAtSingleKinks, judges_all_spellings_of_the_magnitude) {
  expect_unit_kink(root_of_square);
  expect_unit_kink(root_of_product);
  expect_unit_kink(length);
  expect_unit_kink([]<class V>(const Vector<V>& x) { return V(magnitude(x[0])); });
  expect_unit_kink([]<class V>(const Vector<V>& x) { return V(larger(x[0], V(-x[0]))); });
  expect_unit_kink([]<class V>(const Vector<V>& x) { return V(select(x[0], x[0], V(-x[0]))); });
}

TEST(GradientAtSingleKinks, judges_sums_of_them_entry_by_entry) {
  const auto sum = []<class V>(const Vector<V>& x) {
    using std::sqrt;
    return V(V(2) * larger(V(0), x[0]) - magnitude(x[1]) + sqrt(square(x[2])) + x[3] * square(x[0]));
  };
  const Point x = vector({0, 0, 0, 4});
  for (const double first : {0.0, 0.75, 2.0})
    for (const double second : {-1.0, 0.25, 1.0})
      for (const double third : {-1.0, 0.0, 1.0})
        expect_both(sum, x, vector({first, second, third, 0}), Verdict::holds);
  expect_both(sum, x, vector({2.5, 0, 0, 0}), Verdict::fails);
  expect_both(sum, x, vector({-0.5, 0, 0, 0}), Verdict::fails);
  expect_both(sum, x, vector({1, 1.25, 0, 0}), Verdict::fails);
  expect_both(sum, x, vector({1, 0, -1.25, 0}), Verdict::fails);
  expect_both(sum, x, vector({1, 0, 0, 1}), Verdict::fails);
}

/// What the conventions at 0 of a formula give is no derivative when f is smooth there.
TEST(GradientAtSingleKinks, sees_through_kinks_that_cancel) {
  const auto identity = []<class V>(const Vector<V>& x) { return V(larger(V(0), x[0]) - larger(V(0), V(-x[0]))); };
  for (const double x : {0.0, 2.0, -2.0}) {
    expect_both(identity, vector({x}), vector({1}), Verdict::holds);
    expect_both(identity, vector({x}), vector({0}), Verdict::fails);
  }
  const auto smooth = []<class V>(const Vector<V>& x) { return V(x[0] * magnitude(x[0]) + square(x[0])); };
  expect_both(smooth, vector({0}), vector({0}), Verdict::holds);
  expect_both(smooth, vector({0}), vector({1}), Verdict::fails);
}

/// A kink as far from x as two doubles are is not at x.
TEST(GradientAtSingleKinks, tells_a_kink_nearby_from_one_at_the_point) {
  for (const double knee : {0x1p-1074, 0x1p-300, 1e-17}) {
    const auto f = [=]<class V>(const Vector<V>& x) { return V(larger(V(0), V(x[0] - exact<V>(knee)))); };
    expect_enclosed(f, vector({0}), vector({0}), Verdict::holds);
    for (const double wrong : {0.5, 1.0}) expect_enclosed(f, vector({0}), vector({wrong}), Verdict::fails);
    expect_enclosed(f, vector({knee}), vector({0.5}), Verdict::holds);
    expect_enclosed(f, vector({knee}), vector({1.5}), Verdict::fails);
  }
}

TEST(GradientAtSingleKinks, judges_products_at_a_kink) {
  const auto product = []<class V>(const Vector<V>& x) { return V(x[0] * magnitude(x[1])); };
  for (const double weight : {3.0, -3.0}) {
    const Point x = vector({weight, 0});
    for (const double inside : {-3.0, 0.0, 2.5}) expect_both(product, x, vector({0, inside}), Verdict::holds);
    for (const double outside : {-3.5, 4.0}) expect_both(product, x, vector({0, outside}), Verdict::fails);
    expect_both(product, x, vector({1, 0}), Verdict::fails);
  }
  expect_both(product, vector({0, 0}), vector({0, 0}), Verdict::holds);
  expect_both(product, vector({0, 0}), vector({0, 1}), Verdict::fails);
  expect_both(product, vector({0, 0}), vector({1, 0}), Verdict::fails);
}

}  // namespace
}  // namespace verigrad::gradient_single_kinks_test
