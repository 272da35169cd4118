// Stochastic averaged gradient (SAG): a step along the mean of the last gradient seen of each term.
// N. Le Roux, M. Schmidt, F. Bach, A stochastic gradient method with an exponential convergence rate for finite
// training sets (2012); M. Schmidt, N. Le Roux, F. Bach, Minimizing finite sums with the stochastic average gradient
// (2017).
#pragma once

#include "verigrad/algorithm/term_gradient.hpp"

namespace verigrad {

/// What SAG remembers.
template <class T>
struct GradientMemory {
  Vector<T> x;
  Vector<T> sum;      ///< g = Σ Gⁱ
  Matrix<T> last;     ///< Gⁱ in column i: p × n numbers
  Vector<T> scratch;  ///< h

  /// All Gⁱ = 0.
  static GradientMemory start(const Vector<T>& x0, int n) {
    const Vector<T> zero = Vector<T>::Constant(x0.size(), T(0));
    return {x0, zero, Matrix<T>::Constant(x0.size(), n, T(0)), zero};
  }
  /// Gⁱ = ∇fᵢ(x₀).
  template <class Terms>
  static GradientMemory at_start(const Terms& terms, const Vector<T>& x0) {
    GradientMemory memory = start(x0, terms.size());
    for (int i = 0; i < terms.size(); ++i) memory.replace(terms, i, x0);
    return memory;
  }

  /// h = ∇fᵢ(at), g = g − Gⁱ + h, Gⁱ = h.
  template <class Terms>
  void replace(const Terms& terms, int i, const Vector<T>& at) {
    term_gradient<T>(terms, i, at, scratch);
    sum += scratch - last.col(i);
    last.col(i) = scratch;
  }
};

/// xₖ₊₁ = xₖ − (τ/n) g with h = ∇fᵢ(xₖ): the published method. It converges for τ = 1/(16L), L the largest Lipschitz
/// constant of the ∇fᵢ.
struct StochasticAveragedGradient {
  double tau;  ///< > 0

  template <class T, class Terms>
  void step(const Terms& terms, GradientMemory<T>& memory, int i) const {
    memory.replace(terms, i, memory.x);
    memory.x -= exact<T>(tau) / T(terms.size()) * memory.sum;
  }
};

/// xₖ₊₁ = xₖ − τ g as MFDS 14.2.5 prints it: g is the sum, not the mean, so that the step is n times as long as that of
/// the published method. It needs τ of the order of 1/(nL). Kept to be checked, not to be used.
struct StochasticSummedGradient {
  double tau;

  template <class T, class Terms>
  void step(const Terms& terms, GradientMemory<T>& memory, int i) const {
    step(terms, memory, i, memory.x);
  }
  /// With h = ∇fᵢ(x̃) at another point x̃, the letter that is printed.
  template <class T, class Terms>
  void step(const Terms& terms, GradientMemory<T>& memory, int i, const Vector<T>& x_tilde) const {
    memory.replace(terms, i, x_tilde);
    memory.x -= exact<T>(tau) * memory.sum;
  }
};

}  // namespace verigrad
