// 𝒮(z) by its exponentials: with rationals in the place of eᶻ, the equalities of the proofs are exact.
#pragma once

#include "verigrad/network/jacobian.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"

namespace verigrad {

/// e, 𝒮 and the Jacobian of 𝒮.
struct SoftmaxRun {
  using Instance = LayerInstance;
  explicit SoftmaxRun(const LayerInstance& instance) : m(int(instance.x.size())), y_star(instance.y_star), sum(0) {
    using std::exp;
    e = verigrad::exact(instance.x);
    if (!instance.x_is_exponential)
      for (Number& entry : e) entry = exp(entry);
    for (const Number& entry : e) sum += entry;
    s = e / sum;
    jacobian = jacobian::softmax(s);
  }

  Number delta(int i, int j) const { return i == j ? 1 : 0; }

  int m;
  Vector<int> y_star;
  Vector<Number> e, s;      ///< eᶻ and 𝒮(z)
  Number sum;               ///< Σₖ e^{zₖ}
  Matrix<Number> jacobian;  ///< the library's
};

}  // namespace verigrad
