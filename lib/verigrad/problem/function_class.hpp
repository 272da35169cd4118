// Function classes as data: triples (xᵢ, gᵢ, fᵢ) that a convex L-smooth function interpolates.
// Taylor, Hendrickx, Glineur: Smooth strongly convex interpolation and exact worst-case performance of first-order
// methods (2017), Theorem 4.
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f(xᵢ) = fᵢ and ∇f(xᵢ) = gᵢ for some convex L-smooth f if and only if slack(i, j) ≥ 0 for all i ≠ j.
struct Interpolation {
  std::vector<Vector<double>> x, g;
  Vector<double> f;
  double L;

  int size() const { return int(x.size()); }
  /// fᵢ − fⱼ − ⟨gⱼ, xᵢ − xⱼ⟩ − ‖gᵢ − gⱼ‖²/(2L).
  template <class T>
  T slack(int i, int j) const {
    const auto at = [](const std::vector<Vector<double>>& points, int k) { return exact<T>(points[std::size_t(k)]); };
    const Vector<T> moved = at(x, i) - at(x, j), bent = at(g, i) - at(g, j);
    return exact<T>(f[i]) - exact<T>(f[j]) - dot<T>(at(g, j), moved) - squared_norm<T>(bent) / (T(2) * exact<T>(L));
  }
  /// Whether all slacks are ≥ 0, decided in rationals.
  bool satisfies_class() const;
  /// The ordered pairs whose slack is 0: the class is at its limit there.
  int tight_pairs() const;
  std::string describe() const;
};

/// The triples of a rational, convex f at the given points, for an L ≥ f's own. Throws std::invalid_argument when
/// f is not rational, not convex or less smooth, or when a value or gradient is no double (use fewer significant bits).
Interpolation interpolation_of(const Objective& f, const std::vector<Vector<double>>& points, double L);

/// Which of the values that a class allows is asked for.
enum class Extreme { lowest, highest };
/// The same xᵢ and gᵢ with the lowest, or the highest, fᵢ that the class allows beside fᵣ, r = root: one pair a point
/// is tight at least. Throws std::invalid_argument when data are not in the class, root is none of its points, or a
/// value is no double (use an L that is a power of two, and fewer significant bits).
Interpolation extreme_interpolation(Interpolation data, int root, Extreme extreme);

}  // namespace verigrad
