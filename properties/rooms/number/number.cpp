// What Number allows in templates, and what it makes an error: decided by the compiler, here and against the installed
// package (examples/test.bash).
#include "verigrad/number/number.hpp"

#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad::number_number_test {
namespace {

template <class T>
concept has_exact_constants = requires(const T& x, const Vector<T>& v, const Vector<double>& data) {
  { frac<T>(1, 10) * x + T(2) - x / T(3) } -> std::same_as<T>;
  { select<T>(x, -x, T(0)) } -> std::same_as<T>;
  { larger<T>(square(x), magnitude<T>(x)) } -> std::same_as<T>;
  { sqrt(x) + exp(x) + log(x) + log1p(x) } -> std::same_as<T>;
  { dot<T>(v, exact<T>(data)) + squared_norm(v) } -> std::same_as<T>;
  { Vector<T>(v - frac<T>(1, 2) * v) } -> std::same_as<Vector<T>>;
  { certainly_less(x, T(1)) } -> std::same_as<bool>;
};
static_assert(has_exact_constants<Number> && has_exact_constants<Interval> && has_exact_constants<Ball>);

template <class T>
concept mixes_with_literals = requires(const T& x) {
  0.1 * x;
}
|| requires(const T& x) { x / 10L; }
|| requires(const T& x) { x - 10U; }
|| requires(const T& x) { x * true; }
|| requires(T y) { y += 0.5F; }
|| requires(T y) { y = 0.5; };
template <class T>
concept converts = requires {
  T(0.1);
}
|| requires { T(10L); }
|| requires { T(0.5F); }
|| requires { T(true); }
|| std::convertible_to<double, T> || std::convertible_to<T, double> || std::convertible_to<T, bool> ||
    std::constructible_from<double, T>;
template <class T>
concept has_an_order = requires(const T& x) {
  x < x;
}
|| requires(const T& x) { x <= x; }
|| requires(const T& x) { x > x; }
|| requires(const T& x) { x >= x; }
|| requires(const T& x) { x == x; }
|| requires(const T& x) { x != x; };
/// The same against a literal, on either side.
template <class T, class Literal>
concept has_an_order_with = requires(const T& x, Literal one) {
  x < one;
}
|| requires(const T& x, Literal one) { one < x; }
|| requires(const T& x, Literal one) { x >= one; }
|| requires(const T& x, Literal one) { one >= x; }
|| requires(const T& x, Literal one) { x == one; }
|| requires(const T& x, Literal one) { one != x; };
template <class T>
concept is_a_condition = requires(const T& x) {
  !x;
}
|| requires(const T& x) { x ? 1 : 0; }
|| std::constructible_from<bool, T>;
/// 2 * x, and 0 for a number.
template <class T>
concept takes_small_integers = std::convertible_to<int, T> && requires(const T& x, const Vector<T>& v) {
  { 2 * x - x / 3 } -> std::same_as<T>;
  { Vector<T>(2 * v) } -> std::same_as<Vector<T>>;
};
static_assert(takes_small_integers<Number> && !takes_small_integers<Interval> && !takes_small_integers<Ball>);
static_assert(!std::convertible_to<long, Number> && !std::convertible_to<unsigned, Number> &&
              !std::convertible_to<bool, Number> && !std::convertible_to<char, Number>);
static_assert(!mixes_with_literals<Number> && !converts<Number> && !has_an_order<Number>);
static_assert(!has_an_order_with<Number, double> && !has_an_order_with<Number, int> &&
              !has_an_order_with<Number, bool>);
static_assert(!is_a_condition<Number>);
static_assert(mixes_with_literals<double> && converts<double> && has_an_order<double>);
static_assert(has_an_order_with<double, double> && is_a_condition<double>);
static_assert(mixes_with_literals<Rational> && has_an_order<Rational>, "what Number is for");
static_assert(!mixes_with_literals<Interval> && !mixes_with_literals<Ball>);

}  // namespace
}  // namespace verigrad::number_number_test
