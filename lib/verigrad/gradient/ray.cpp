#include "verigrad/gradient/ray.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/gradient/findings.hpp"

namespace verigrad {

double rounded(double value, int digits) {
  if (digits >= all_digits || value == 0 || !std::isfinite(value)) return value;
  const int unit = std::max(std::ilogb(value) + 1 - digits, least_exponent(digits));
  return std::ldexp(std::nearbyint(std::ldexp(value, -unit)), unit);
}

Vector<double> rounded(const Vector<double>& x, int digits) {
  return x.unaryExpr([=](double entry) { return rounded(entry, digits); });
}

Ray::Ray(const ValueFunction& f, const Vector<double>& x, const Vector<double>& d, int digits)
    : f_(f), x_(x), digits_(digits), length_(std::exp2(std::ilogb(d.cwiseAbs().maxCoeff()))) {
  d_ = d / length_;
  for (Eigen::Index i = 0; i < x.size(); ++i)
    if (d[i] != 0) size_ = std::max(size_, std::abs(x[i]));
}

double Ray::widest_step() const { return std::exp2(std::floor(std::log2(std::max(size_, 1.0))) - 1); }

/// The last steps are a few units in the last place of x.
int Ray::steps() const { return digits_ - 3 + (size_ > 0 && size_ < 1 ? -std::ilogb(size_) : 0); }

Vector<double> Ray::at(double t) const { return rounded(Vector<double>(x_ + t * d_), digits_); }

/// t, changed by as much as the largest rounding of an entry of x + t d.
double Ray::on_grid(double t) const { return t + ((at(t) - x_) - t * d_).cwiseAbs().maxCoeff(); }

double Ray::noise() const {
  const double width = size_ > 0 ? size_ : 1;
  const auto phi = [&](double t) { return value(t); };
  return std::max(measured_noise(phi, width, digits_), measured_noise(phi, -width, digits_));
}

ValuesOnALine Ray::line(double f_x, double noise) const {
  ValuesOnALine line{[&](double t) { return value(t); }, f_x, noise, digits_, [&](double t) { return on_grid(t); }};
  return line;
}

OneSidedAndCentral Ray::slopes(double f_x, double noise) const {
  return extrapolate(line(f_x, noise), widest_step(), steps());
}

OneSidedAndCentral Ray::slopes_beyond(const Vector<double>& v, double f_x, double noise) const {
  ValuesOnALine along = line(f_x, noise);
  along.expected = [&](double t) {
    const Vector<double> step = at(t) - x_;
    long double sum = 0;
    for (Eigen::Index i = 0; i < step.size(); ++i) sum += static_cast<long double>(v[i]) * step[i];
    return double(sum);
  };
  return extrapolate(along, widest_step(), steps());
}

}  // namespace verigrad
