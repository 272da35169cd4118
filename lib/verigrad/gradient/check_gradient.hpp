// Whether your gradient is the gradient: entry by entry against derivatives enclosed with proof, or against
// extrapolated differences where f has double values only.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/evidence/evidence.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// The entries offset … offset + rows · columns − 1 of x are a matrix, column by column.
struct MatrixBlock {
  Eigen::Index offset, rows, columns;
};

/// How strictly check_gradient judges, and what its remarks may use.
struct GradientOptions {
  /// How far the error estimates are trusted: a difference beyond `doubt` times the error is a mistake, one between the
  /// error and that is undecided. At least 1.
  double doubt = 10;
  /// A relative error of the gradient that you allow besides.
  double relative = 0;
  /// Significant binary digits of the numbers that f computes in: 24 for float32, 11 for float16, 8 for bfloat16.
  /// check_gradient asks f at such numbers only, and takes x for the nearest; values of fewer digits lower it.
  int digits = 53;
  /// f is a sum or mean over so many samples; 0: not said. For the remarks only, as the next.
  int samples = 0;
  std::vector<MatrixBlock> blocks = {};
};

/// What is known of ∂f/∂xᵢ: it lies in [lower, upper], give or take `error`. At a kink these are the one-sided
/// derivatives, and what lies between them is a subgradient, of Clarke's kind. At a kink that is shared with other
/// coordinates they span the gradients that were found beside it: not all that lies between is a subgradient.
struct PartialDerivative {
  double lower, upper;
  double error = std::numeric_limits<double>::infinity();
  double reach = error;  ///< what is farther than this from [lower, upper] is not the derivative
  double scale = 0;      ///< of the slopes nearby: an estimate that is not small against it does not settle an entry 0
  bool kink = false;
  bool shared = false;  ///< of the kink: judged together with the other coordinates that share it

  double middle() const { return lower / 2 + upper / 2; }
  /// How far `given` is from [lower, upper].
  double distance(double given) const;
};

/// One entry of a gradient. `holds`: within the error, which is small enough to tell the entry from 0, its negative,
/// its double and its half. `fails`: beyond the reach, or not finite. Where the derivative is unknown the entry is
/// undecided, whatever is given.
///
/// At a kink of one coordinate alone, where the derivative depends on the sign of yᵢ − xᵢ only, [lower, upper] decides.
/// Where coordinates share a kink, as at a tie of max(x₀, x₁), their entries have one verdict in common. They hold when
/// a convex combination of gradients of f found beside the kink is within the error of them: these combinations are
/// Clarke's subgradients, whether f is convex there or not. They fail when along some direction d all gradients near x,
/// or all one-sided slopes, are on one side of ⟨given, d⟩. What is neither is undecided.
struct GradientEntry {
  Eigen::Index index;
  double given;
  std::optional<PartialDerivative> derivative;  ///< none where it is unknown
  Verdict verdict;
  double relative_error;  ///< distance / |derivative|
  double ulps;            ///< distance in units in the last place of the derivative
  std::string remark;     ///< what is wrong, or why it is undecided

  std::string describe() const;
};

/// What pseudo-random directions tell of the entries that are not judged one by one.
struct AlongDirections {
  int directions = 0;                                     ///< in which f was compared with ⟨given, d⟩
  Eigen::Index entries = 0;                               ///< that they judge together
  double seen = std::numeric_limits<double>::infinity();  ///< a mistake beyond this in any one entry would have shown
  double size = 0;                                        ///< of the entries given: their root mean square
  Eigen::Index hidden = 0;  ///< entries in which a mistake of half the entry, or half that size, would not show
  bool fewer = false;       ///< the search was ended before every mistake was found
};

/// What was found of a gradient, entry by entry.
struct GradientReport {
  bool enclosed;  ///< the derivatives are enclosed with proof; else they are estimates, and so are the verdicts
  std::vector<GradientEntry> entries;  ///< all of them, or those that directions led to
  std::optional<AlongDirections> along = {};
  int digits = 53;        ///< in which f computes
  double noise = 0;       ///< of the values of f, measured, a unit in their last place apart
  bool constant = false;  ///< f had one and the same value wherever it was asked, which tests nothing

  /// fails if an entry fails, else undecided if one is undecided or hidden, or f is constant, else holds.
  Verdict verdict() const;
  /// A line in sum, and one for each entry that does not hold or sits at a kink.
  std::string describe() const;
};

/// f: ℝᵈ → ℝ and ∇f: ℝᵈ → ℝᵈ as a caller has them, in double.
using ValueFunction = std::function<double(const Vector<double>&)>;
using GradientFunction = std::function<Vector<double>(const Vector<double>&)>;

/// Compares gradient(x) with one-sided and central differences of f at x, extrapolated by Ridders' method: about 200
/// evaluations of f a coordinate. Where f is not finite on both sides along a coordinate, its entry is undecided. A
/// kink that coordinates share shows where slopes along pseudo-random directions are not the sums of those along the
/// axes; up to 16 coordinates are then judged together, at up to 10⁵ evaluations a coordinate. There `fails` rests on
/// slopes along a direction that no gradient found beside the kink contradicts. The error is that of the extrapolation
/// plus the noise of f, measured near x, carried through: an estimate, not a bound. It is deceived by an f that is
/// rounded in steps wider than 2⁻¹⁶|xᵢ| and smooth between them, unless its values have the digits of float32, float16
/// or bfloat16, too: then f is asked at such numbers only. C. J. F. Ridders, Accurate computation of F′(x) and
/// F′(x)F″(x) (1982); J. J. Moré, S. M. Wild, Estimating computational noise (2011). Throws std::invalid_argument when
/// x is empty or not finite, f(x) is not finite, or the gradient has another size.
GradientReport check_gradient(const ValueFunction& f, const GradientFunction& gradient, const Vector<double>& x,
                              const GradientOptions& options = {});
/// The same for the value and gradient of an objective.
GradientReport check_gradient(const Objective& f, const Vector<double>& x, const GradientOptions& options = {});

/// The same for a gradient of many entries, at some 10² evaluations a direction: ⟨gradient(x), d⟩ is compared with the
/// slopes of f along ten directions d. Where they part, halving leads to the entries, which are judged as by
/// check_gradient; after four the search ends.
GradientReport check_gradient_along_directions(const ValueFunction& f, const GradientFunction& gradient,
                                               const Vector<double>& x, const GradientOptions& options = {});

/// J v at x, of a map with the Jacobian J.
using ProductFunction = std::function<Vector<double>(const Vector<double>& x, const Vector<double>& v)>;

/// product(x, v) = J v for the Jacobian J of a map, such as the gradient of f, whose Jacobian is the Hessian: compared
/// with extrapolated differences of the map along v, entry by entry. Where the map has a kink along v, products outside
/// of the one-sided derivatives are undecided. Throws as check_gradient does, and when v is 0.
GradientReport check_product(const GradientFunction& map, const ProductFunction& product, const Vector<double>& x,
                             const Vector<double>& v, const GradientOptions& options = {});

namespace detail {

/// f at x with its derivative along a direction: t ↦ f(x + t direction) at t = 0, over T.
template <class T>
using Along = std::function<Dual<T>(const Vector<T>& x, const Vector<T>& direction)>;

template <class T, class F>
Along<T> along(const F& f) {
  return [&f](const Vector<T>& x, const Vector<T>& direction) {
    Vector<Dual<T>> moving = x.unaryExpr([](const T& entry) { return Dual<T>(entry); });
    for (Eigen::Index i = 0; i < x.size(); ++i)
      if (!is_zero(direction[i])) moving[i] = Dual<T>(x[i], Vector<T>::Constant(1, direction[i]));
    return Dual<T>(f(moving));
  };
}

GradientReport certify(const Along<Ball>& ball, const Along<Interval>& interval, const GradientFunction& gradient,
                       const Vector<double>& x, const GradientOptions& options);

}  // namespace detail

/// Compares gradient(x) with derivatives enclosed by dual numbers over balls, for an f that maps Vector<V> to V for
/// V = Dual<Ball> and Dual<Interval> and is made of their functions. Constants are frac<V>(1, 10) or V(2), branches go
/// through select, larger, relu, …. The error is what the derivative over intervals bounds of the rounding of a double
/// computation of it, but at least a unit in the last place; at a kink where intervals bound nothing, what they bound
/// at four points beside it stands in for it, an estimate.
///
/// A derivative is proved where it is one and the same double for all points within 2⁻²⁰⁰ of x, over 512 bits, or
/// within 2⁻¹²⁰⁰, over 6144 bits. Else there is a kink. One-sided derivatives and gradients beside it are enclosed at
/// 2⁻¹²⁰⁰ and 2⁻¹²⁶⁴ from x, and count where they agree with each other and with the quotients of the values: what f
/// does nearer to x than that is not seen. Where coordinates share a kink, entries fail by a bound on the derivatives
/// along a direction in the whole neighbourhood, or for two or three coordinates in a shell of cells around x.
/// Where balls enclose no value of f on both sides, as at the border of its domain or outside of it, or no derivative,
/// the entry is undecided.
/// Throws std::invalid_argument when x is empty or not finite, or the gradient has another size.
template <class F>
GradientReport certify_gradient(const F& f, const GradientFunction& gradient, const Vector<double>& x,
                                const GradientOptions& options = {}) {
  return detail::certify(detail::along<Ball>(f), detail::along<Interval>(f), gradient, x, options);
}

}  // namespace verigrad
