// Logistic regression: f(x) = (1/N) Σ log(1 + exp(−sᵢ⟨aᵢ, x⟩)) + λ‖x‖²/2 with classes sᵢ = ±1.
#pragma once

#include "verigrad/problem/dataset.hpp"
#include "verigrad/problem/minimiser.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f: ℝᵈ → ]0, ∞[, convex, with a minimiser; rationals do not hold its values.
class LogisticRegression {
public:
  /// A (N × d), s (N entries ±1), ridge λ ≥ 0; `name` stands for the data in describe(). Throws std::invalid_argument
  /// for other arguments, and when λ = 0 and the classes are separable, so that no minimiser exists, or its existence
  /// could not be proved (dependent columns, classes that a plane almost separates).
  LogisticRegression(const Matrix<double>& a, const Vector<double>& s, double ridge, std::string name = "");

  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  /// (1/N) Σ σ(mᵢ)σ(−mᵢ)⟨aᵢ, v⟩² + (λ − α)‖v‖², resp. (1/N) Σ (σ(m′ᵢ) − σ(mᵢ))(m′ᵢ − mᵢ) + (λ − α)‖x − y‖² at the
  /// margins m of x and m′ of y: for α ≤ λ sums of terms ≥ 0, none of which is lost beside another.
  template <class T>
  T hessian_beyond(const T& alpha, const Vector<T>& x, const Vector<T>& v) const;
  template <class T>
  T monotonicity_beyond(const T& alpha, const Vector<T>& x, const Vector<T>& y) const;
  /// Enclosed with proof by strong convexity (λ > 0) or self-concordance (λ = 0), see problem/minimiser.hpp.
  template <class T>
  Minimum<T> minimum() const;

  Eigen::Index dimension() const { return rows_.cols(); }
  std::string describe() const;
  /// lower = λ, upper = λ_max(AᵀA)/(4N) + λ, proven.
  Curvature curvature() const { return curvature_; }

private:
  Minimum<Ball> enclose_minimum() const;
  std::optional<Minimum<Ball>> enclose_by_self_concordance() const;
  /// Whether sᵢ⟨aᵢ, x⟩ > 0 is certain for all i.
  bool separates(const Vector<double>& x) const;
  void require_minimiser() const;
  /// σ(m)σ(−m) at the margins mᵢ = sᵢ⟨aᵢ, x⟩.
  template <class T>
  Vector<T> weights(const Vector<T>& x) const;

  Matrix<double> rows_;  ///< sᵢ aᵢ
  Vector<double> s_;
  double ridge_;
  std::string name_;
  Curvature curvature_;
  Vector<double> newton_point_;
  std::shared_ptr<MinimumCache> cache_;
};

/// Logistic regression of the two classes on the features and an intercept, which the ridge shrinks too.
/// Throws std::invalid_argument when an entry of a feature exceeds largest_entry in magnitude.
LogisticRegression logistic_regression(const DataSet& data, double ridge);

}  // namespace verigrad
