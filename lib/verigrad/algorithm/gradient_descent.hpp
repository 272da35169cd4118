// Gradient descent x⁺ = x − α ∇f(x): MathDNN (22), thesis (1.15).
#pragma once

#include "verigrad/algorithm/blocks.hpp"
#include "verigrad/algorithm/coefficient.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// x⁺ = x − α ∇f(x); the iterate is all its state.
struct GradientDescent {
  double alpha;  ///< learning rate, > 0

  /// One step in place along the gradient at x, which may be a mini-batch's, at the rate α or at one of its own.
  template <class T>
  void advance(Vector<T>& x, const Vector<T>& gradient) const {
    advance<T>(x, gradient, coefficient<T>(alpha));
  }
  template <class T>
  void advance(Vector<T>& x, const Vector<T>& gradient, const Coefficient<T>& rate) const {
    require_gradient_of(x, gradient);
    x -= T(rate) * gradient;
  }
  /// The iterate after x.
  template <class T>
  Vector<T> step(const ObjectiveOver<T>& f, Vector<T> x) const {
    advance<T>(x, f.gradient(x));
    return x;
  }

  /// A Lipschitz constant of x ↦ step(f, x): max |1 − α h| over the curvatures h of f, rounded up.
  double lipschitz(const Curvature& curvature) const;
};

}  // namespace verigrad
