// Weight decay, for every method that has it: as a penalty's gradient, or apart from the gradient.
#pragma once

#include "verigrad/algorithm/argument.hpp"
#include "verigrad/algorithm/sweep.hpp"

namespace verigrad {

/// The step of one parameter with its decay: θ ← kept θ, then the step along g + pull θ.
template <class T, class Entry>
struct DecayedEntry {
  T kept, pull;
  Entry entry;

  template <class... States>
  void operator()(const T& g, T& theta, States&... states) const {
    theta *= kept;
    entry(g + pull * theta, theta, states...);
  }
};
template <class Entry>
inline constexpr bool compiled<DecayedEntry<double, Entry>> = compiled<Entry>;

/// Of strength λ: coupled, the step goes along g + λθ, as a penalty ½λ‖θ‖² asks for (L2); decoupled, θ ← (1 − γλ)θ at
/// the step's rate γ before a step along g (I. Loshchilov, F. Hutter, Decoupled weight decay regularization (2019);
/// their λ is γλ here, as in PyTorch). None unless asked for.
class WeightDecay {
public:
  enum class Kind { coupled, decoupled };

  WeightDecay() = default;
  WeightDecay(Kind kind, NonNegative<"lambda"> lambda) : kind_(kind), lambda_(lambda) {}

  bool is_none() const { return !(lambda_ > 0); }
  /// `entry` with this decay, in a step of the given rate.
  template <class T, class Entry>
  DecayedEntry<T, Entry> around(const Entry& entry, const Coefficient<T>& rate) const {
    const Coefficient<T> lambda = coefficient<T>(lambda_);
    if (kind_ == Kind::coupled) return {T(1), T(lambda), entry};
    return {T(Coefficient<T>(1) - rate * lambda), T(0), entry};
  }

private:
  Kind kind_ = Kind::coupled;
  NonNegative<"lambda"> lambda_ = 0;
};

/// λθ added to the gradient, and θ shrunk apart from it.
inline WeightDecay coupled(double lambda) { return {WeightDecay::Kind::coupled, lambda}; }
inline WeightDecay decoupled(double lambda) { return {WeightDecay::Kind::decoupled, lambda}; }

/// entry(gᵢ, θᵢ, sᵢ, …) for each i, with weight decay, in a step of the given rate.
template <class T, class Entry, class... States>
void sweep(const WeightDecay& decay, const Coefficient<T>& rate, const Entry& entry, const Vector<T>& g,
           Vector<T>& theta, States&... states) {
  if (decay.is_none())
    sweep(entry, g, theta, states...);
  else
    sweep(decay.around<T>(entry, rate), g, theta, states...);
}

}  // namespace verigrad
