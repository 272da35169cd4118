// f along a line through x, asked at points of the numbers that f computes in.
#pragma once

#include "verigrad/gradient/check_gradient.hpp"
#include "verigrad/gradient/extrapolation.hpp"

namespace verigrad {

/// The nearest number of the format with so many significant binary digits.
double rounded(double value, int digits);
Vector<double> rounded(const Vector<double>& x, int digits);

/// t ↦ f(x + t d/length).
class Ray {
public:
  Ray(const ValueFunction& f, const Vector<double>& x, const Vector<double>& d, int digits);

  /// A power of 2, by which the slopes are too small.
  double length() const { return length_; }
  double widest_step() const;
  /// The larger of the noise to both sides.
  double noise() const;
  OneSidedAndCentral slopes(double f_x, double noise) const;
  /// How much larger they are than ⟨v, d⟩. Points that are rounded are then taken for what they are.
  OneSidedAndCentral slopes_beyond(const Vector<double>& v, double f_x, double noise) const;

private:
  Vector<double> at(double t) const;
  double value(double t) const { return f_(at(t)); }
  double on_grid(double t) const;
  int steps() const;
  ValuesOnALine line(double f_x, double noise) const;

  const ValueFunction& f_;
  const Vector<double>& x_;
  Vector<double> d_;
  int digits_;
  double length_, size_ = 0;
};

}  // namespace verigrad
