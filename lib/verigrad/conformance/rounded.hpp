// Enclosures of what a floating-point computation can give: intervals whose every operation leaves room for rounding.
#pragma once

#include "verigrad/conformance/dtype.hpp"
#include "verigrad/number/interval.hpp"

namespace verigrad::conformance {

/// A set that contains the exact result of a formula, and the result of each computation of it in the working type,
/// or in a wider one, in the orders of evaluation that are in use. Every operation adds to the exact enclosure two
/// roundings to nearest, its own and that of an operation which another order has in its place, as rate·m/d for
/// rate·(m/d). A rounding changes no sign: an end at 0 stays there. Beyond the range of the type the set is the whole
/// line, as it is after an invalid operation; it decides nothing.
///
/// The working type is that of the innermost `Rounded::In` of the calling thread, float64 if there is none.
class Rounded {
public:
  /// Sets the type in which roundings happen for the lifetime of the object, in the calling thread.
  class In {
  public:
    explicit In(const Dtype& dtype);
    ~In();
    In(const In&) = delete;
    In& operator=(const In&) = delete;

  private:
    const Dtype* previous_;
  };

  Rounded() = default;
  explicit Rounded(int point) : set_(point) {}
  explicit Rounded(const Interval& set) : set_(set) {}
  /// The point x, without rounding: a number that was recorded.
  static Rounded exactly(double x) { return Rounded(Interval::point(x)); }
  /// x and its neighbours in the working type: a number that was written down, such as a coefficient.
  static Rounded written(double x);

  const Interval& set() const { return set_; }
  double lower() const { return set_.lower(); }
  double upper() const { return set_.upper(); }
  bool is_finite() const { return set_.is_finite(); }
  bool contains(double x) const { return lower() <= x && x <= upper(); }
  double width() const { return upper() - lower(); }
  double middle() const { return lower() / 2 + upper() / 2; }

  Rounded operator-() const { return Rounded(-set_); }
  friend Rounded operator+(const Rounded& a, const Rounded& b) { return Rounded(a.set_ + b.set_).widened(); }
  friend Rounded operator-(const Rounded& a, const Rounded& b) { return Rounded(a.set_ - b.set_).widened(); }
  friend Rounded operator*(const Rounded& a, const Rounded& b) { return Rounded(a.set_ * b.set_).widened(); }
  friend Rounded operator/(const Rounded& a, const Rounded& b) { return Rounded(a.set_ / b.set_).widened(); }

  /// The set of all x + error with |error| ≤ bound, ends at 0 included.
  Rounded within(double bound) const;
  /// Room for two roundings.
  Rounded widened() const;

private:
  Interval set_;
};

/// {x² : x ∈ a}, with room for rounding.
Rounded square(const Rounded& a);
/// {√x : x ∈ a, x ≥ 0}: a computation that meets x < 0 gives NaN, which no set contains. The whole line when all of a
/// is below 0.
Rounded root(const Rounded& a);
Rounded absolute(const Rounded& a);
Rounded maximum(const Rounded& a, const Rounded& b);
Rounded minimum(const Rounded& a, const Rounded& b);
Rounded hull(const Rounded& a, const Rounded& b);
/// −1, 0 or 1 where the sign is known, else what lies between those that are possible.
Rounded signum(const Rounded& a);
/// The largest |x|, x ∈ a.
double magnitude(const Rounded& a);
/// aᵖ for a > 0, which power functions give to within three units in the last place.
Rounded power(const Rounded& a, const Rounded& p);

/// weight·a + share·x, also as a + share·(x − a), or for share ≥ ½ as x − weight·(x − a), where the weights add up to
/// 1: these round relative to a and x, however small the result.
Rounded blend(const Rounded& weight, const Rounded& a, const Rounded& share, const Rounded& x);

}  // namespace verigrad::conformance
