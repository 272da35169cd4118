// The step size of Barzilai and Borwein where the gradient's variation along the last move shows positive curvature,
// and a large one where it does not; and the decay of step sizes. Thesis, (4.8) and Algorithms 2 to 6.
#pragma once

#include "verigrad/algorithm/argument.hpp"
#include "verigrad/algorithm/coefficient.hpp"
#include "verigrad/algorithm/real_power.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad {

/// ‖Δθ‖²/⟨Δg, Δθ⟩ if ⟨Δg, Δθ⟩ > 0, else ν. An enclosure that reaches 0 has the hull of both.
template <class T>
T curvature_step(const T& squared_move, const T& curvature, const T& nu) {
  switch (sign_of(curvature)) {
    case Sign::positive: return squared_move / curvature;
    case Sign::zero:
    case Sign::negative:
    case Sign::nonpositive: return nu;
    case Sign::nonnegative:
    case Sign::unknown: break;
  }
  return hull(T(squared_move / curvature), nu);
}

/// [m̃, M̃], which step sizes are restricted to.
struct StepRange {
  NonNegative<"m"> m = 0.5;  ///< > 0
  NonNegative<"M"> M = 2;

  /// Throws std::invalid_argument unless m̃ ≤ M̃.
  void require() const { require_ordered("m", m, "M", M); }
  /// min(max(γ, m̃), M̃).
  template <class T>
  T restricted(const T& gamma) const {
    return smaller<T>(larger<T>(gamma, T(coefficient<T>(m))), T(coefficient<T>(M)));
  }
};

/// Decaying rates.
struct PowerDecay {
  NonNegative<"alpha"> alpha;             ///< learning rate, > 0
  Argument<"delta", 0, 1> delta = 0.001;  ///< in (0, 1/2) for the convergence of Theorem 4.2

  /// α/(k + 1)^{1/2 + δ}. Over Rational only for k = 0.
  template <class T>
  T at(int k) const {
    const Coefficient<T> exponent = Coefficient<T>(1) / Coefficient<T>(2) + coefficient<T>(delta);
    return T(coefficient<T>(alpha) / real_power<Coefficient<T>>(Coefficient<T>(k + 1), exponent));
  }
};

}  // namespace verigrad
