#include "verigrad/number/number.hpp"

#include <stdexcept>

#include "verigrad/number/eigen.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad {
namespace {

thread_local Number::Kind current_kind = Number::Kind::interval;

std::logic_error mixed() { return std::logic_error("Number: operands of different kinds; none may outlive its Over"); }

/// f of both, which are of one kind.
template <class F, class... Kinds>
auto both(const std::variant<Kinds...>& a, const std::variant<Kinds...>& b, const F& f) {
  return std::visit(
      [&](const auto& x) {
        const auto* y = std::get_if<std::decay_t<decltype(x)>>(&b);
        if (!y) throw mixed();
        return f(x, *y);
      },
      a);
}

/// a ∘= b for operands of one kind.
template <class F, class... Kinds>
void update(std::variant<Kinds...>& a, const std::variant<Kinds...>& b, const F& f) {
  std::visit(
      [&](auto& x) {
        const auto* y = std::get_if<std::decay_t<decltype(x)>>(&b);
        if (!y) throw mixed();
        f(x, *y);
      },
      a);
}

Rational exp(const Rational&) { throw std::domain_error("no exp or log in rationals; use Interval, Ball or double"); }
Rational log(const Rational& a) { return exp(a); }
Rational log1p(const Rational& a) { return exp(a); }
Symbolic exp(const Symbolic&) { throw std::domain_error("symbols have + − × ÷ and √ only"); }
Symbolic log(const Symbolic& a) { return exp(a); }
Symbolic log1p(const Symbolic& a) { return exp(a); }
Symbolic hull(const Symbolic& a, const Symbolic&) { return exp(a); }
Symbolic nonnegative_part(const Symbolic& a) { return a; }
Rational sqrt(const Rational& a) { return root<Rational>(a); }
Interval nonnegative_part(const Interval& a) { return a; }
Rational nonnegative_part(const Rational& a) { return a; }

}  // namespace

Number::Over::Over(Kind kind) : previous_(current_kind) { current_kind = kind; }
Number::Over::~Over() { current_kind = previous_; }
Number::Kind Number::kind() { return current_kind; }

Number::Number() : Number(0) {}
Number::Number(int value) {
  switch (current_kind) {
    case Kind::interval: value_.emplace<Interval>(value); break;
    case Kind::ball: value_.emplace<Ball>(value); break;
    case Kind::rational: value_.emplace<Rational>(value); break;
    case Kind::symbolic: value_.emplace<Symbolic>(value); break;
  }
}
Number::Number(const Interval& value) : value_(value) {}
Number::Number(Ball value) : value_(std::move(value)) {}
Number::Number(Rational value) : value_(std::move(value)) {}
Number::Number(Symbolic value) : value_(std::move(value)) {}
Number::Number(const Number&) = default;
Number::Number(Number&&) noexcept = default;
Number& Number::operator=(const Number&) = default;
Number& Number::operator=(Number&&) noexcept = default;
Number::~Number() = default;

template <class T>
const T& Number::as() const {
  if (const T* value = std::get_if<T>(&value_)) return *value;
  throw mixed();
}
template const Interval& Number::as<Interval>() const;
template const Ball& Number::as<Ball>() const;
template const Rational& Number::as<Rational>() const;
template const Symbolic& Number::as<Symbolic>() const;

Number Number::operator-() const {
  return std::visit([]<class T>(const T& x) { return Number(T(-x)); }, value_);
}
Number& Number::operator+=(const Number& other) {
  update(value_, other.value_, [](auto& x, const auto& y) { x += y; });
  return *this;
}
Number& Number::operator-=(const Number& other) {
  update(value_, other.value_, [](auto& x, const auto& y) { x -= y; });
  return *this;
}
Number& Number::operator*=(const Number& other) {
  update(value_, other.value_, [](auto& x, const auto& y) { x *= y; });
  return *this;
}
Number& Number::operator/=(const Number& other) {
  update(value_, other.value_, [](auto& x, const auto& y) { x /= y; });
  return *this;
}
Number operator+(const Number& a, const Number& b) {
  return both(a.value_, b.value_, []<class T>(const T& x, const T& y) { return Number(T(x + y)); });
}
Number operator-(const Number& a, const Number& b) {
  return both(a.value_, b.value_, []<class T>(const T& x, const T& y) { return Number(T(x - y)); });
}
Number operator*(const Number& a, const Number& b) {
  return both(a.value_, b.value_, []<class T>(const T& x, const T& y) { return Number(T(x * y)); });
}
Number operator/(const Number& a, const Number& b) {
  return both(a.value_, b.value_, []<class T>(const T& x, const T& y) { return Number(T(x / y)); });
}

namespace {

template <class F>
Number image(const Number& a, const F& f) {
  return std::visit([&](const auto& x) { return Number(f(x)); }, a.value());
}

}  // namespace

Number square(const Number& a) {
  return image(a, [](const auto& x) { return square(x); });
}
Number sqrt(const Number& a) {
  return image(a, [](const auto& x) { return sqrt(x); });
}
Number exp(const Number& a) {
  return image(a, [](const auto& x) { return exp(x); });
}
Number log(const Number& a) {
  return image(a, [](const auto& x) { return log(x); });
}
Number log1p(const Number& a) {
  return image(a, [](const auto& x) { return log1p(x); });
}
Number nonnegative_part(const Number& a) {
  return image(a, [](const auto& x) { return nonnegative_part(x); });
}
Number hull(const Number& a, const Number& b) {
  return both(a.value(), b.value(), [](const auto& x, const auto& y) { return Number(hull(x, y)); });
}

template <>
Number frac<Number>(int numerator, int denominator) {
  if (Number::kind() == Number::Kind::symbolic) return Number(numerator) / Number(denominator);
  return over_kind([&]<class T>() { return Number(frac<T>(numerator, denominator)); });
}
template <>
Number exact<Number>(double x) {
  if (Number::kind() == Number::Kind::symbolic) return Number(Symbolic(exact<Rational>(x)));
  return over_kind([&]<class T>() { return Number(exact<T>(x)); });
}
template <>
Number enclose<Number>(const Rational& x) {
  if (Number::kind() == Number::Kind::symbolic) return Number(Symbolic(x));
  return over_kind([&]<class T>() { return Number(enclose<T>(x)); });
}

template <>
Number dot<Number>(const Vector<Number>& x, const Vector<Number>& y) {
  if (Number::kind() == Number::Kind::symbolic) return Number(inner_product(x[0].as<Symbolic>(), y[0].as<Symbolic>()));
  Number sum(0);
  for (Eigen::Index i = 0; i < x.size(); ++i) sum += x[i] * y[i];
  return sum;
}
template <>
Number squared_norm<Number>(const Vector<Number>& x) {
  if (Number::kind() == Number::Kind::symbolic) return Number(inner_square(x[0].as<Symbolic>()));
  Number sum(0);
  for (const Number& entry : x) sum += square(entry);
  return nonnegative_part(sum);
}

namespace {
double approximate(const Symbolic&) { return std::numeric_limits<double>::quiet_NaN(); }
}  // namespace

bool vanishes(const Matrix<Number>& a) {
  for (const Number& entry : a.reshaped())
    if (sign_of(entry) != Sign::zero) return false;
  return true;
}

double approximate(const Number& a) {
  return std::visit([](const auto& x) { return approximate(x); }, a.value());
}
Sign sign_of(const Number& a) {
  return std::visit([](const auto& x) { return sign_of(x); }, a.value());
}

}  // namespace verigrad
