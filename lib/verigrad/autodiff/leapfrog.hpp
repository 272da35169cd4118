// The leapfrog scheme and its reversal: a recurrence whose states need not be stored. MFDS, section 14.3.7.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// The split variable (r, s).
template <class T>
struct Split {
  Vector<T> r, s;
};

/// rₖ₊₁ = rₖ + τF(sₖ, k), sₖ₊₁ = sₖ + τG(rₖ₊₁, k).
template <class T, class F, class G>
Split<T> leapfrog(const Split<T>& x, const T& tau, int k, const F& f, const G& g) {
  const Vector<T> r = x.r + tau * f(x.s, k);
  const Vector<T> s = x.s + tau * g(r, k);
  return {r, s};
}

/// sₖ = sₖ₊₁ − τG(rₖ₊₁, k), rₖ = rₖ₊₁ − τF(sₖ, k): undoes leapfrog exactly where + and − are exact, up to rounding in
/// double.
template <class T, class F, class G>
Split<T> leapfrog_back(const Split<T>& x, const T& tau, int k, const F& f, const G& g) {
  const Vector<T> s = x.s - tau * g(x.r, k);
  const Vector<T> r = x.r - tau * f(s, k);
  return {r, s};
}

}  // namespace verigrad
