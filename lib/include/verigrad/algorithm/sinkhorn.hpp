// Sinkhorn's algorithm: u ← a/(Kv), v ← b/(Kᵀu) in turn. MFDS, section 14.3.7, with the second update corrected to take
// the new u.
#pragma once

#include <cmath>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// The multipliers (u, v), u > 0 (n), v > 0 (m).
template <class T>
struct Multipliers {
  Vector<T> u, v;
};

/// Histograms a (n) and b (m) of equal mass, and a kernel K > 0 (n × m).
template <class T>
struct Sinkhorn {
  Vector<T> a, b;
  Matrix<T> kernel;

  Multipliers<T> start() const { return {Vector<T>::Constant(a.size(), T(1)), Vector<T>::Constant(b.size(), T(1))}; }
  Vector<T> updated_u(const Vector<T>& v) const { return quotient(a, product(kernel, v)); }
  Vector<T> updated_v(const Vector<T>& u) const { return quotient(b, product(kernel.transpose(), u)); }
  Multipliers<T> step(const Multipliers<T>& x) const {
    const Vector<T> u = updated_u(x.v);
    return {u, updated_v(u)};
  }
  /// ⟨a, log u⟩ + ⟨b, log v⟩ − ⟨Kv, u⟩, which each update maximises over its own multiplier.
  T energy(const Multipliers<T>& x) const {
    using std::log;
    T sum(0);
    const Vector<T> kv = product(kernel, x.v);
    for (Eigen::Index i = 0; i < a.size(); ++i) sum += a[i] * log(x.u[i]) - kv[i] * x.u[i];
    for (Eigen::Index j = 0; j < b.size(); ++j) sum += b[j] * log(x.v[j]);
    return sum;
  }

private:
  static Vector<T> product(const Matrix<T>& k, const Vector<T>& x) {
    Vector<T> result(k.rows());
    for (Eigen::Index i = 0; i < k.rows(); ++i) result[i] = dot<T>(k.row(i).transpose(), x);
    return result;
  }
  static Vector<T> quotient(const Vector<T>& above, const Vector<T>& below) {
    Vector<T> result(above.size());
    for (Eigen::Index i = 0; i < above.size(); ++i) result[i] = above[i] / below[i];
    return result;
  }
};

}  // namespace verigrad
