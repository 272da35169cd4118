// Forward differences: an approximation of the gradient from p + 1 values of a function. MFDS, section 14.3.1.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// (f(x + εδₖ) − f(x))/ε for k = 1 … p; f maps Vector<T> to T. Where ∇f is L-Lipschitz each entry is within |ε|L/2 of
/// ∂f/∂xₖ, up to the rounding of T, which grows like 1/ε.
template <class T, class F>
Vector<T> forward_differences(const F& f, const Vector<T>& x, const T& epsilon) {
  const T at_x = f(x);
  Vector<T> result(x.size());
  for (Eigen::Index k = 0; k < x.size(); ++k) {
    Vector<T> moved = x;
    moved[k] += epsilon;
    result[k] = (f(moved) - at_x) / epsilon;
  }
  return result;
}

}  // namespace verigrad
