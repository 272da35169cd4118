// What a rate is about: a class of functions, what is known of the start, and what is measured at the end.
#pragma once

#include <string>
#include <vector>

#include "verigrad/number/rational.hpp"

namespace verigrad::rate {

/// Curvatures of the smooth ones lie in [μ, L]: μ = 0, 0 < μ < L, μ = −L; of the quadratic ones 0 ≤ μ < L.
enum class Class { smooth_convex, smooth_strongly_convex, smooth_non_convex, convex_bounded, quadratic };

/// At the last iterate x_N, or the least over all points where a gradient is known.
enum class Measure { value, distance, gradient, best_gradient, best_value };

/// ‖x₀ − x*‖² ≤ R², or f(x₀) − f* ≤ Δ.
enum class Start { distance, value };

/// The class, the start and the measure of one worst case.
struct Setting {
  Class of = Class::smooth_convex;
  Rational mu = 0;
  Rational L = 1;  ///< of the smooth and the quadratic classes
  Rational M = 1;  ///< bound of the subgradients of convex_bounded
  Measure measure = Measure::value;
  Start start = Start::distance;
  Rational start_bound = 1;  ///< R² or Δ
};

/// "smooth-convex", …
std::string name(Class of);
/// "f(x_N) − f*", …
std::string name(Measure measure);
/// "‖x_0 − x*‖²" or "f(x_0) − f*".
std::string name(Start start);
/// Also without symbols: "f(x_N) - f*", "||x_N - x*||^2", "||grad f(x_N)||^2", …. Throw std::invalid_argument, with all
/// names, for another one.
Class class_named(const std::string& text);
Measure measure_named(const std::string& text);
Start start_named(const std::string& text);

/// Throws std::invalid_argument, which names the field, unless 0 < L, M and the start's bound, μ fits the class, and
/// the measure is finite over it: of functions that need not be convex only gradients are measured, from f(x₀) − f*.
void require_sound(const Setting& setting);

}  // namespace verigrad::rate
