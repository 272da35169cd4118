#include "verigrad/problem/quadratic.hpp"

#include <fmt/format.h>

#include "verigrad/number/product.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

void require_reflection(const Vector<double>& v, Eigen::Index dimension) {
  const auto valid_entry = [](double entry) { return entry == 0 || entry == 1 || entry == -1; };
  const auto count = static_cast<unsigned long>(v.cwiseAbs().sum());
  const bool power_of_two = count > 0 && (count & (count - 1)) == 0;
  if (v.size() != dimension || !std::all_of(v.begin(), v.end(), valid_entry) || !power_of_two)
    throw std::invalid_argument(
        fmt::format("Quadratic: reflection {} is invalid; use {} entries −1, 0, 1 with 1, 2, 4, 8 … of them not 0",
                    in_words(v), dimension));
}

/// Q diag(spectrum) Qᵀ in rationals: exact whatever the roundings in double would be.
Matrix<double> exact_hessian(const Vector<double>& spectrum, const std::vector<Vector<double>>& reflections) {
  const Eigen::Index d = spectrum.size();
  Matrix<Rational> h = Matrix<Rational>::Constant(d, d, Rational(0));
  for (Eigen::Index i = 0; i < d; ++i) h(i, i) = exact<Rational>(spectrum[i]);
  for (const Vector<double>& v : reflections) {
    require_reflection(v, d);
    const Vector<Rational> u = exact<Rational>(v);
    const Rational factor = Rational(2) / squared_norm(u);
    const auto reflect_columns = [&](Matrix<Rational>& m) {
      for (Eigen::Index j = 0; j < d; ++j) {
        const Rational scale = factor * dot<Rational>(u, m.col(j));
        for (Eigen::Index i = 0; i < d; ++i) m(i, j) -= scale * u[i];
      }
    };
    reflect_columns(h);
    h.transposeInPlace();
    reflect_columns(h);
  }
  Matrix<double> result(d, d);
  for (Eigen::Index i = 0; i < d; ++i)
    for (Eigen::Index j = 0; j < d; ++j) {
      result(i, j) = approximate(h(i, j));
      if (exact<Rational>(result(i, j)) != h(i, j))
        throw std::invalid_argument(
            fmt::format("Quadratic: the Hessian of spectrum {} is not exact in double; use fewer significant bits",
                        in_words(spectrum)));
    }
  return result;
}

}  // namespace

Quadratic::Quadratic(Vector<double> spectrum, const std::vector<Vector<double>>& reflections, Vector<double> centre)
    : spectrum_(std::move(spectrum)), hessian_(exact_hessian(spectrum_, reflections)), centre_(std::move(centre)) {
  if (spectrum_.size() == 0 || spectrum_.size() != centre_.size())
    throw std::invalid_argument(
        fmt::format("Quadratic: spectrum has {} entries and centre {}; use equally many, at least 1", spectrum_.size(),
                    centre_.size()));
}

std::string Quadratic::describe() const {
  const bool diagonal = hessian_.isDiagonal(0);
  return fmt::format("½(x−c)ᵀH(x−c), {} = {}, c = {}", diagonal ? "diag H" : "H",
                     diagonal ? in_words(Vector<double>(hessian_.diagonal())) : in_words(hessian_), in_words(centre_));
}

template <class T>
T Quadratic::value(const Vector<T>& x) const {
  const Vector<T> offset = x - exact<T>(centre_);
  return frac<T>(1, 2) * dot<T>(offset, product(hessian_, offset));
}

template <class T>
Vector<T> Quadratic::gradient(const Vector<T>& x) const {
  return product(hessian_, x - exact<T>(centre_));
}

template <class T>
Vector<T> Quadratic::hessian_product(const Vector<T>&, const Vector<T>& v) const {
  return product(hessian_, v);
}

template <class T>
Minimum<T> Quadratic::minimum() const {
  return {exact<T>(centre_), T(0)};
}

#define VERIGRAD_INSTANTIATE(T)                                                               \
  template T Quadratic::value<T>(const Vector<T>&) const;                                     \
  template Vector<T> Quadratic::gradient<T>(const Vector<T>&) const;                          \
  template Vector<T> Quadratic::hessian_product<T>(const Vector<T>&, const Vector<T>&) const; \
  template Minimum<T> Quadratic::minimum<T>() const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
