// Softmax regression: f(x) = (1/N) Σ (log Σ_c exp⟨w_c, aᵢ⟩ − ⟨w_{yᵢ}, aᵢ⟩) + λ‖x‖²/2, x the weights w_c one class after
// the other.
#pragma once

#include "verigrad/problem/dataset.hpp"

namespace verigrad {

/// f: ℝᵈᶜ → [0, ∞[ for c classes, strongly convex with μ = λ.
class SoftmaxRegression {
public:
  /// A (N × d), classes y (N whole numbers from 0 to classes − 1), ridge λ > 0. Throws std::invalid_argument otherwise.
  SoftmaxRegression(const Matrix<double>& a, const Vector<double>& y, int classes, double ridge);

  int size() const { return int(a_.rows()); }
  /// d · classes.
  Eigen::Index dimension() const { return a_.cols() * classes_; }
  /// λ, a strong convexity constant of f.
  double mu() const { return ridge_; }
  /// The largest Lipschitz constant of a ∇fᵢ, max ‖aᵢ‖²/2 + λ, rounded to nearest: for step sizes, not for verdicts.
  double largest_L() const { return largest_L_; }

  /// f(x) and ∇f(x) over double and Interval.
  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;

  /// g = ∇fᵢ(x), λx included. Allocates nothing if g has the dimension of x.
  void gradient(int i, const Vector<double>& x, Vector<double>& g) const;

  /// f* ∈ f(x) − [0, ‖∇f(x)‖²/(2λ)], by strong convexity: tight where x is near the minimiser.
  Interval enclosed_minimum(const Vector<double>& x) const;

private:
  template <class T>
  Matrix<T> scores(const Vector<T>& x) const;

  Matrix<double> a_, rows_;  ///< rows_ is a_ transposed
  std::vector<int> y_;
  int classes_;
  double ridge_;
  double largest_L_;
};

}  // namespace verigrad
