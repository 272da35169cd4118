// Iterative soft thresholding (ISTA) for the LASSO: Mathematical Foundations of Data Sciences, (14.7).
#pragma once

#include "verigrad/algorithm/soft_thresholding.hpp"
#include "verigrad/problem/lasso.hpp"

namespace verigrad {

/// x⁺ = S_λτ(x − τAᵀ(Ax − y)).
struct IterativeSoftThresholding {
  double tau;  ///< step size, in (0, 2/‖A‖²)

  template <class T>
  Vector<T> step(const Lasso& f, const Vector<T>& x) const {
    const T step_size = exact<T>(tau);
    return soft_threshold<T>(Vector<T>(x - step_size * f.smooth_gradient<T>(x)), exact<T>(f.lambda) * step_size);
  }
};

}  // namespace verigrad
