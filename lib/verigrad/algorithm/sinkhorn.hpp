// Sinkhorn's algorithm: u ← a/(Kv), v ← b/(Kᵀu) in turn. MFDS, section 14.3.7, with the second update corrected to take
// the new u, and the energy corrected to one that the updates maximise.
#pragma once

#include <cmath>
#include <stdexcept>
#include <string>

#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad {

/// K = exp(−C/ε), entry by entry. Throws std::invalid_argument unless ε > 0, and where an entry underflows to 0, which
/// would forbid what C only makes costly.
template <class T>
Matrix<T> gibbs_kernel(const Matrix<T>& cost, const T& epsilon) {
  using std::exp;
  if (sign_of(epsilon) != Sign::positive)
    throw std::invalid_argument("gibbs_kernel: epsilon = " + std::to_string(approximate(epsilon)) + "; take it > 0");
  const Matrix<T> kernel = cost.unaryExpr([&](const T& c) { return T(exp(T(-c / epsilon))); });
  for (Eigen::Index i = 0; i < kernel.rows(); ++i)
    for (Eigen::Index j = 0; j < kernel.cols(); ++j)
      if (sign_of(kernel(i, j)) == Sign::zero)
        throw std::invalid_argument("gibbs_kernel: exp(−cost(" + std::to_string(i) + ", " + std::to_string(j) +
                                    ")/epsilon) underflows to 0; take a larger epsilon");
  return kernel;
}

/// The multipliers (u, v), u > 0 (n), v > 0 (m).
template <class T>
struct Multipliers {
  Vector<T> u, v;
};

/// Between histograms a (n) and b (m); they must have equal mass, or the multipliers grow without limit.
template <class T>
class Sinkhorn {
public:
  /// K is n × m. Throws std::invalid_argument when sizes differ, when an entry of a or b is not > 0, or when a row or
  /// column of K has a negative entry or none that is positive.
  Sinkhorn(Matrix<T> kernel, Vector<T> a, Vector<T> b) : k_(std::move(kernel)), a_(std::move(a)), b_(std::move(b)) {
    if (k_.rows() != a_.size() || k_.cols() != b_.size())
      throw std::invalid_argument("Sinkhorn: the kernel is " + std::to_string(k_.rows()) + " × " +
                                  std::to_string(k_.cols()) + ", a has " + std::to_string(a_.size()) + " and b " +
                                  std::to_string(b_.size()) + " entries; take a kernel of size(a) × size(b)");
    require_mass("a", a_);
    require_mass("b", b_);
    for (Eigen::Index i = 0; i < k_.rows(); ++i) require_line("row", i, k_.row(i).transpose());
    for (Eigen::Index j = 0; j < k_.cols(); ++j) require_line("column", j, k_.col(j));
  }

  Multipliers<T> start() const { return {Vector<T>::Constant(a_.size(), T(1)), Vector<T>::Constant(b_.size(), T(1))}; }
  Vector<T> updated_u(const Vector<T>& v) const { return a_.cwiseQuotient(product(k_, v)); }
  Vector<T> updated_v(const Vector<T>& u) const { return b_.cwiseQuotient(product(k_.transpose(), u)); }
  Multipliers<T> step(const Multipliers<T>& x) const {
    const Vector<T> u = updated_u(x.v);
    return {u, updated_v(u)};
  }
  /// ⟨a, log u⟩ + ⟨b, log v⟩ − ⟨Kv, u⟩, which each update maximises over its own multiplier; ε times it tends to the
  /// cost of transport for K = exp(−C/ε), ε → 0.
  T energy(const Multipliers<T>& x) const {
    using std::log;
    const Vector<T> kv = product(k_, x.v);
    T sum = -dot<T>(kv, x.u);
    for (Eigen::Index i = 0; i < a_.size(); ++i) sum += a_[i] * log(x.u[i]);
    for (Eigen::Index j = 0; j < b_.size(); ++j) sum += b_[j] * log(x.v[j]);
    return sum;
  }
  /// Σ|u·Kv − a| + Σ|v·Kᵀu − b|.
  T error(const Multipliers<T>& x) const {
    const Vector<T> rows = x.u.cwiseProduct(product(k_, x.v)) - a_,
                    columns = x.v.cwiseProduct(product(k_.transpose(), x.u)) - b_;
    T sum(0);
    for (const T& entry : rows) sum += magnitude(entry);
    for (const T& entry : columns) sum += magnitude(entry);
    return sum;
  }

private:
  static void require_mass(const std::string& name, const Vector<T>& histogram) {
    for (Eigen::Index i = 0; i < histogram.size(); ++i)
      if (!may_be_positive(histogram[i]))
        throw std::invalid_argument("Sinkhorn: " + name + "[" + std::to_string(i) + "] = " +
                                    std::to_string(approximate(histogram[i])) + "; leave out entries without mass");
  }
  static void require_line(const std::string& name, Eigen::Index i, const Vector<T>& line) {
    bool positive = false;
    for (const T& entry : line) {
      if (!may_be_positive(entry) && sign_of(entry) != Sign::zero)
        throw std::invalid_argument("Sinkhorn: " + name + " " + std::to_string(i) + " of the kernel has the entry " +
                                    std::to_string(approximate(entry)) + "; take entries ≥ 0");
      positive = positive || may_be_positive(entry);
    }
    if (!positive)
      throw std::invalid_argument("Sinkhorn: " + name + " " + std::to_string(i) +
                                  " of the kernel is 0; give it a positive entry");
  }
  /// False for NaN, too.
  static bool may_be_positive(const T& x) {
    switch (sign_of(x)) {
      case Sign::positive:
      case Sign::nonnegative: return true;
      case Sign::unknown: return !std::isnan(approximate(x));
      default: return false;
    }
  }

  Matrix<T> k_;
  Vector<T> a_, b_;
};

}  // namespace verigrad
