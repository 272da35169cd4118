// A step that treats each parameter alone, in one pass over memory. Over double the loops are compiled in sweep.cpp,
// for the widest registers that the processor has; results do not depend on the width.
#pragma once

#include "verigrad/algorithm/coefficient.hpp"

namespace verigrad {

/// Whether sweep.cpp has the loop over this entry.
template <class Entry>
inline constexpr bool compiled = false;

/// What sweep does over double; defined in sweep.cpp, for the entries that are compiled there.
template <class Entry, class... Doubles>
void compiled_sweep(const Entry& entry, Eigen::Index n, const double* g, Doubles*... states);

/// entry(gᵢ, θᵢ, sᵢ, …) for each i.
template <class Entry, class T, class... States>
void sweep(const Entry& entry, const Vector<T>& g, Vector<T>& theta, States&... states) {
  if constexpr (compiled<Entry>)
    compiled_sweep(entry, g.size(), g.data(), theta.data(), states.data()...);
  else
    for (Eigen::Index i = 0; i < g.size(); ++i) entry(g[i], theta[i], states[i]...);
}

}  // namespace verigrad
