// The derivative of a function of one variable from its double values: extrapolated differences with error estimates.
#pragma once

#include <functional>
#include <limits>
#include <vector>

namespace verigrad {

/// A derivative and an estimate of its error; ∞ when nothing is known.
struct Extrapolated {
  double value = std::numeric_limits<double>::quiet_NaN();
  double error = std::numeric_limits<double>::infinity();
};

struct OneSidedAndCentral {
  Extrapolated left, right, central;
  bool left_finite = true, right_finite = true;  ///< whether φ is finite at the smallest step
  double slope = 0;  ///< the largest difference quotient at the widest step where f is finite
};

/// φ′(0) for φ(t) finite near 0 on one side at least, from values at t = ±h, ±h/2, …, `count` of them. `noise` is how
/// far off a value φ(t) may be, a unit in its last place apart; h is a power of 2, and `grid(t)` the t that x + t
/// really is in double.
OneSidedAndCentral extrapolate(const std::function<double(double)>& phi, double phi_0, double h, int count,
                               double noise, const std::function<double(double)>& grid);

/// The noise of φ near 0, three standard deviations, from sixth differences at steps of 2⁻⁴⁰ to 2⁻¹⁶ of the width. It
/// is noise that differences of every order show alike, whereas they shrink from order to order where φ is smooth.
double measured_noise(const std::function<double(double)>& phi, double width);

}  // namespace verigrad
