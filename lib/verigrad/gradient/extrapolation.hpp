// The derivative of a function of one variable from its double values: extrapolated differences with error estimates.
#pragma once

#include <functional>
#include <limits>
#include <vector>

namespace verigrad {

/// The exponent of the least positive number of the format with so many significant binary digits: float64 has 53,
/// float32 24, float16 11, bfloat16 8.
int least_exponent(int digits);

/// A derivative and an estimate of its error; ∞ when nothing is known.
struct Extrapolated {
  double value = std::numeric_limits<double>::quiet_NaN();
  double error = std::numeric_limits<double>::infinity();
};

/// The derivatives of φ at 0 from the left, from the right and from both sides.
struct OneSidedAndCentral {
  Extrapolated left, right, central;
  bool left_finite = true, right_finite = true;  ///< whether φ is finite at the smallest step
  double slope = 0;  ///< the largest difference quotient at the widest step where f is finite
  /// The steps go below what a fourth power keeps of them: what shows there may be underflow on the way.
  bool may_underflow = false;
};

/// φ(t), the value of f on a line through x = x(0), and what is known of it.
struct ValuesOnALine {
  std::function<double(double)> phi;
  double phi_0;
  double noise;                        ///< how far off a value φ(t) may be, a unit in its last place apart
  int digits = 53;                     ///< significant binary digits of the numbers that f computes in
  std::function<double(double)> grid;  ///< the t that x(t) really is among these numbers
  /// How much φ should grow from 0 to t, as told by a gradient; φ′(0) is then what it really grows faster.
  std::function<double(double)> expected = [](double) { return 0; };
};

/// φ′(0) for φ(t) finite near 0 on one side at least, from values at t = ±h, ±h/2, …, `count` of them; h is a power
/// of 2. The errors allow for the underflow of fourth powers within φ, of squares where numbers have 11 digits.
OneSidedAndCentral extrapolate(const ValuesOnALine& line, double h, int count);

/// The noise of φ near 0, three standard deviations, from sixth differences at steps of 2⁻⁴⁰ to 2⁻¹⁶ of the width for
/// numbers of 53 digits, in proportion for fewer. It is noise that differences of every order show alike, whereas they
/// shrink from order to order where φ is smooth.
double measured_noise(const std::function<double(double)>& phi, double width, int digits);

}  // namespace verigrad
