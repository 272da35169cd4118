#include "verigrad/problem/objective.hpp"

namespace verigrad {

Number Objective::value(const Vector<Number>& x) const {
  return over_kind([&]<class T>() { return Number(over<T>().value(of_kind<T>(x))); });
}
Vector<Number> Objective::gradient(const Vector<Number>& x) const {
  return over_kind([&]<class T>() { return numbers(over<T>().gradient(of_kind<T>(x))); });
}
Vector<Number> Objective::hessian_product(const Vector<Number>& x, const Vector<Number>& v) const {
  return over_kind([&]<class T>() { return numbers(over<T>().hessian_product(of_kind<T>(x), of_kind<T>(v))); });
}
std::optional<Number> Objective::hessian_beyond(const Number& alpha, const Vector<Number>& x,
                                                const Vector<Number>& v) const {
  return over_kind([&]<class T>() -> std::optional<Number> {
    const auto beyond = over<T>().hessian_beyond(alpha.as<T>(), of_kind<T>(x), of_kind<T>(v));
    return beyond ? std::optional(Number(*beyond)) : std::nullopt;
  });
}
std::optional<Number> Objective::monotonicity_beyond(const Number& alpha, const Vector<Number>& x,
                                                     const Vector<Number>& y) const {
  return over_kind([&]<class T>() -> std::optional<Number> {
    const auto beyond = over<T>().monotonicity_beyond(alpha.as<T>(), of_kind<T>(x), of_kind<T>(y));
    return beyond ? std::optional(Number(*beyond)) : std::nullopt;
  });
}
Minimum<Number> Objective::minimum_over(std::type_identity<Number>) const {
  return over_kind([&]<class T>() {
    const Minimum<T> minimum = over<T>().minimum();
    return Minimum<Number>{numbers(minimum.x_star), Number(minimum.f_star)};
  });
}

}  // namespace verigrad
