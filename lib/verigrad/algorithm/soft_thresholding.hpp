// Soft thresholding, the proximal map of λ‖·‖₁: Mathematical Foundations of Data Sciences, Proposition 46.
#pragma once

#include "verigrad/number/eigen.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad {

/// sign(r) max(|r| − λ, 0) for λ ≥ 0, as max(r − λ, 0) + min(r + λ, 0): monotone in r, so that enclosures stay narrow.
template <class T>
T soft_threshold(const T& r, const T& lambda) {
  return larger<T>(r - lambda, T(0)) + smaller<T>(r + lambda, T(0));
}

/// Entry by entry.
template <class T>
Vector<T> soft_threshold(const Vector<T>& x, const T& lambda) {
  return x.unaryExpr([&](const T& r) { return soft_threshold<T>(r, lambda); });
}

}  // namespace verigrad
