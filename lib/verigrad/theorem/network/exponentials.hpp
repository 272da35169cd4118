// 𝒮(z) by its exponentials: with rationals in the place of eᶻ, the equalities of the proofs are exact.
#pragma once

#include "verigrad/network/jacobian.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad {

template <class T>
struct Exponentials {
  using Instance = LayerInstance;
  explicit Exponentials(const LayerInstance& instance) : m(int(instance.x.size())), y_star(instance.y_star), sum(0) {
    using std::exp;
    e = verigrad::exact<T>(instance.x);
    if (!instance.x_is_exponential) {
      detail::require_exp<T>("exponentials");
      if constexpr (has_exp<T>)
        for (T& entry : e) entry = exp(entry);
    }
    for (const T& entry : e) sum += entry;
    s = e / sum;
    jacobian = jacobian::softmax(s);
  }

  T delta(int i, int j) const { return T(i == j ? 1 : 0); }

  int m;
  Vector<int> y_star;
  Vector<T> e, s;      ///< eᶻ and 𝒮(z)
  T sum;               ///< Σₖ e^{zₖ}
  Matrix<T> jacobian;  ///< the library's
};

}  // namespace verigrad
