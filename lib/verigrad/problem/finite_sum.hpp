// Finite sums f = (1/n) Σ fᵢ of objectives, with the gradients of single terms and of batches of them.
// Mathematical Foundations of Data Sciences (14.8), (14.12); thesis (1.18).
#pragma once

#include <vector>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// A batch as the indices of its terms, each from 0 to n − 1.
using BatchIndices = std::vector<int>;
/// f: ℝᵈ → ℝ, an objective itself; d and the number types are those that all terms share.
class FiniteSum {
public:
  /// `curvature`: bounds on the curvature of f that the caller has proved, in place of the means of the terms' bounds.
  /// Throws std::invalid_argument when there are no terms, one is null, or their dimensions differ.
  explicit FiniteSum(std::vector<ObjectivePtr> terms, std::optional<Curvature> curvature = {});

  int size() const { return int(terms_.size()); }
  /// fᵢ, i from 0 to n − 1. Throws std::invalid_argument for another i.
  const Objective& term(int i) const;
  const std::vector<ObjectivePtr>& terms() const { return terms_; }

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  /// (1/|B|) Σ fᵢ and (1/|B|) Σ ∇fᵢ over i ∈ B. Throws std::invalid_argument when B is empty or an index is not of a
  /// term.
  template <class T>
  T batch_value(const BatchIndices& batch, const Vector<T>& x) const;
  template <class T>
  Vector<T> batch_gradient(const BatchIndices& batch, const Vector<T>& x) const;
  /// The solution of the linear system that ∇f = 0 is when all ∇fᵢ are affine, in exact rationals, then enclosed in T.
  template <class T>
  Minimum<T> minimum() const;

  /// Whether f is rational and convex, and the point of minimum() has ∇f = 0 exactly: then it is a minimiser, whatever
  /// the terms are.
  bool has_minimum() const { return exact_minimum().has_value(); }
  /// Whether all terms are.
  bool rational() const;
  Eigen::Index dimension() const { return terms_.front()->dimension(); }
  std::string describe() const;
  /// As given, or the means of the terms' bounds, rounded outward: f may be less curved.
  Curvature curvature() const;
  /// The smallest of the terms'.
  double domain_radius() const;

private:
  struct Solution;
  const std::optional<Minimum<Rational>>& exact_minimum() const;

  std::vector<ObjectivePtr> terms_;
  std::optional<Curvature> curvature_;
  std::shared_ptr<Solution> solution_;
};

/// {0, …, n − 1}, the batch of all terms.
BatchIndices all_terms(int n);

}  // namespace verigrad
