// The terms fᵢ(x) = ℓ(⟨aᵢ, x⟩, yᵢ) + λ‖x‖²/2 of a linear model in double, with gradients written in place: what
// stochastic methods step along. Mathematical Foundations of Data Sciences (14.10), (14.13).
#pragma once

#include "verigrad/problem/dataset.hpp"

namespace verigrad {

/// fᵢ: ℝᵈ → ℝ, i from 0 to n − 1, for A (n × d) and y (n); ridge λ ≥ 0.
class LinearTerms {
public:
  /// logistic: ℓ(s, y) = log(1 + e⁻ˢʸ) with y = ±1; their mean is LogisticRegression. squares: ℓ(s, y) = (s − y)²/2;
  /// their mean is LeastSquares.
  enum class Loss { logistic, squares };

  /// Throws std::invalid_argument when a is empty, y has not an entry a row, an entry is not finite, or λ < 0.
  LinearTerms(Loss loss, const Matrix<double>& a, const Vector<double>& y, double ridge);

  int size() const { return int(rows_.cols()); }
  Eigen::Index dimension() const { return rows_.rows(); }
  /// The largest Lipschitz constant of a ∇fᵢ, rounded to nearest: for step sizes, not for verdicts.
  double largest_L() const { return largest_L_; }

  /// g = ∇fᵢ(x) = ℓ′(⟨aᵢ, x⟩, yᵢ) aᵢ + λx. Allocates nothing if g has the dimension of x.
  void gradient(int i, const Vector<double>& x, Vector<double>& g) const;

private:
  Loss loss_;
  Matrix<double> rows_;  ///< aᵢ in column i
  Vector<double> y_;
  double ridge_;
  double largest_L_;
};

}  // namespace verigrad
