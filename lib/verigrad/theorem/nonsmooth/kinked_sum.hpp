// Sums J = Σ Jₙ of terms with one kink each, where Clarke subdifferentials are known exactly: the instances of
// statements about ∂J and DJ = Σ ∂Jₙ.
#pragma once

#include <string>
#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Jₙ(θ) = q/2 ‖θ‖² + ⟨b, θ⟩ + s|⟨a, θ⟩ − k|, s of any sign. Its Clarke subdifferential is {qθ + b ± sa} off the
/// kink ⟨a, θ⟩ = k, and the segment between both on it.
struct KinkedTerm {
  double q, s, k;
  Vector<double> a, b;

  /// The sign of ⟨a, θ⟩ − k.
  int side(const Vector<double>& theta) const;
  std::string describe() const;
};
using KinkedTerms = std::vector<KinkedTerm>;

/// One term a line.
std::string in_words(const KinkedTerms& terms);

/// A power of 2 so small that no term that is off its kink at θ meets it on θ + tu + t²w for |t| ≤ 2h.
double step_between_kinks(const KinkedTerms& terms, const Vector<double>& theta, const Vector<double>& u,
                          const Vector<double>& w);

/// The quantities of a term.
struct KinkedTermRun {
  explicit KinkedTermRun(const KinkedTerm& term);
  Number value(const Vector<Number>& theta) const;
  /// qθ + b + side·s·a.
  Vector<Number> gradient(const Vector<Number>& theta, int side) const;

  Number q, s, k;
  Vector<Number> a, b;
};

}  // namespace verigrad
