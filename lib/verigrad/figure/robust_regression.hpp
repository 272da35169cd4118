// Thesis, (4.21): 𝒥(θ) = 1/N Σ φ(⟨Aₙ, θ⟩ − bₙ), φ(t) = t²/(1 + t²), on drawn data, for figures.
#pragma once

#include "verigrad/figure/figure.hpp"
#include "verigrad/problem/finite_sum.hpp"

namespace verigrad {

/// A has independent standard normal entries, b = Az + 3ν₁ + ν₂ with z of the deviation 2, ν₁ standard normal and ν₂
/// one in three of ten, else 0; all from the seed, in double.
class RobustRegression {
public:
  RobustRegression(int terms, int dimension, unsigned seed);

  int size() const { return int(b_.size()); }
  int dimension() const { return int(A_.cols()); }
  double value(const Vector<double>& theta) const;
  Vector<double> gradient(const Vector<double>& theta) const;
  /// The mean of the gradients of these terms.
  Vector<double> batch_gradient(const BatchIndices& batch, const Vector<double>& theta) const;
  /// E[∇²𝒥_B(θ)∇𝒥_B(θ)] over the sets B of `size` terms.
  Vector<double> expected_curvature(const Vector<double>& theta, int size) const;
  /// A start, standard normal.
  const Vector<double>& start() const { return start_; }

private:
  Matrix<double> A_;
  Vector<double> b_, start_;
};

/// Values less the best, over steps of `unit`.
Curve above(const std::string& label, const std::vector<double>& values, double best, double unit, Stroke stroke);

}  // namespace verigrad
