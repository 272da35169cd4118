// Losses ℓ(s, y) of linear models, s = ⟨a, x⟩: Mathematical Foundations of Data Sciences, (14.10) and (14.11).
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// ½(s − y)², ¼(s − y)⁴, log(1 + exp(−sy)).
enum class LinearModelLoss { squared, quartic, logistic };

/// "½(s − y)²".
const char* in_words(LinearModelLoss loss);

/// ℓ(s, y), its derivative ∂ℓ/∂s, and an upper bound of |∂²ℓ/∂s²| between s and s + step. The logistic loss throws
/// std::domain_error over Rational.
template <class T>
T loss_value(LinearModelLoss loss, const T& s, const T& y);
template <class T>
T loss_derivative(LinearModelLoss loss, const T& s, const T& y);
template <class T>
T loss_curvature(LinearModelLoss loss, const T& s, const T& step, const T& y);

}  // namespace verigrad
