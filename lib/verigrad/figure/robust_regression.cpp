#include "verigrad/figure/robust_regression.hpp"

#include <cmath>

#include "verigrad/figure/normal_numbers.hpp"

namespace verigrad {
namespace {

/// φ′ and φ″.
double robust_slope(double t) { return 2 * t / ((1 + t * t) * (1 + t * t)); }
double robust_curvature(double t) { return (2 - 6 * t * t) / std::pow(1 + t * t, 3); }

}  // namespace

RobustRegression::RobustRegression(int terms, int dimension, unsigned seed) : A_(terms, dimension), b_(terms) {
  NormalNumbers normal(seed);
  for (int n = 0; n < terms; ++n) A_.row(n) = normal.vector(dimension).transpose();
  const Vector<double> z = 2 * normal.vector(dimension);
  b_ = A_ * z + 3 * normal.vector(terms);
  for (double& entry : b_) entry += normal.uniform() < 0.3 ? 1 : 0;
  start_ = normal.vector(dimension);
}

double RobustRegression::value(const Vector<double>& theta) const {
  const auto squares = (A_ * theta - b_).array().square().eval();
  return (squares / (1 + squares)).mean();
}

Vector<double> RobustRegression::gradient(const Vector<double>& theta) const {
  const Vector<double> t = A_ * theta - b_;
  return A_.transpose() * t.unaryExpr(&robust_slope) / size();
}

Vector<double> RobustRegression::batch_gradient(const BatchIndices& batch, const Vector<double>& theta) const {
  Vector<double> sum = Vector<double>::Zero(dimension());
  for (const int n : batch) sum += robust_slope(A_.row(n).dot(theta) - b_[n]) * A_.row(n).transpose();
  return sum / double(batch.size());
}

/// The mean of the ∇²𝒥ₙ∇𝒥ₙ and ∇²𝒥∇𝒥, in the shares that drawing without replacement gives them.
Vector<double> RobustRegression::expected_curvature(const Vector<double>& theta, int batch) const {
  const Vector<double> t = A_ * theta - b_, g = gradient(theta), along = A_ * g;
  Vector<double> of_terms = Vector<double>::Zero(dimension()), of_whole = of_terms;
  for (int n = 0; n < size(); ++n) {
    of_terms += robust_curvature(t[n]) * robust_slope(t[n]) * A_.row(n).squaredNorm() * A_.row(n).transpose();
    of_whole += robust_curvature(t[n]) * along[n] * A_.row(n).transpose();
  }
  const double N = size(), share = (N - batch) / (batch * (N - 1));
  return (share * of_terms + (1 - share) * of_whole) / N;
}

Curve above(const std::string& label, const std::vector<double>& values, double best, double unit, Stroke stroke) {
  Curve curve{label, {}, stroke};
  for (std::size_t k = 0; k < values.size(); ++k) curve.points.emplace_back(unit * double(k), values[k] - best);
  return curve;
}

}  // namespace verigrad
