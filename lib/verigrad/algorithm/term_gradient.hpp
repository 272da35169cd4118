// ∇fᵢ(x) of a finite sum of any kind, written in place: what every stochastic method is made of.
#pragma once

#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// g = ∇fᵢ(x), i from 0 to n − 1. `Terms` is a FiniteSum, or a class with size() and gradient(i, x, g), which need not
/// allocate.
template <class T, class Terms>
void term_gradient(const Terms& terms, int i, const Vector<T>& x, Vector<T>& g) {
  if constexpr (requires { terms.gradient(i, x, g); })
    terms.gradient(i, x, g);
  else
    g = terms.term(i).template over<T>().gradient(x);
}

}  // namespace verigrad
