// Products of a double matrix with a vector over any number type: the kernel of every linear model.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// A x, with A's doubles taken exactly. Interval: one pass in double with an a-priori bound on its rounding
/// errors, |fl(Σ aᵢcᵢ) − Σ aᵢcᵢ| ≤ γₙ Σ|aᵢ||cᵢ| + n 2⁻¹⁰⁷⁴ in any order of summation (Higham, Accuracy and
/// Stability, (3.5)), plus |A| times the radius of x.
template <class T>
Vector<T> product(const Matrix<double>& a, const Vector<T>& x);

/// Aᵀ x, as above.
template <class T>
Vector<T> transposed_product(const Matrix<double>& a, const Vector<T>& x);

}  // namespace verigrad
