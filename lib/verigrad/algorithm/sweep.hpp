// A step that treats each parameter alone, in one pass over memory. Over double the loops are compiled in sweep.cpp,
// for the widest registers that the processor has; results do not depend on the width.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// entry(θᵢ, sᵢ, gᵢ) for each i.
template <class Entry, class T>
void sweep(const Entry& entry, Vector<T>& theta, Vector<T>& s, const Vector<T>& g) {
  for (Eigen::Index i = 0; i < g.size(); ++i) entry(theta[i], s[i], g[i]);
}

/// entry(θᵢ, mᵢ, vᵢ, gᵢ) for each i.
template <class Entry, class T>
void sweep(const Entry& entry, Vector<T>& theta, Vector<T>& m, Vector<T>& v, const Vector<T>& g) {
  for (Eigen::Index i = 0; i < g.size(); ++i) entry(theta[i], m[i], v[i], g[i]);
}

}  // namespace verigrad
