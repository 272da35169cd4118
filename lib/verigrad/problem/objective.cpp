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
Minimum<Number> Objective::minimum_over(std::type_identity<Number>) const {
  return over_kind([&]<class T>() {
    const Minimum<T> minimum = over<T>().minimum();
    return Minimum<Number>{numbers(minimum.x_star), Number(minimum.f_star)};
  });
}

}  // namespace verigrad
