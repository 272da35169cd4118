// Whether your gradient is the gradient: entry by entry against derivatives enclosed with proof, or against
// extrapolated differences where f has double values only.
#pragma once

#include <functional>
#include <limits>
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
  /// A relative error of the gradient that you allow besides, as of single precision.
  double relative = 0;
  /// f is a sum or mean over so many samples; 0: not said. For the remarks only, as the next.
  int samples = 0;
  std::vector<MatrixBlock> blocks = {};
};

/// What is known of ∂f/∂xᵢ: it lies in [lower, upper], give or take `error`. At a kink these are the one-sided
/// derivatives, and what lies between them is taken for a subgradient.
struct PartialDerivative {
  double lower, upper;
  double error = std::numeric_limits<double>::infinity();
  double reach = error;  ///< what is farther than this from [lower, upper] is not the derivative
  double scale = 0;      ///< of the slopes nearby: an estimate that is not small against it does not settle an entry 0
  bool kink = false;
  std::string remark = {};

  double middle() const { return lower / 2 + upper / 2; }
  /// How far `given` is from [lower, upper].
  double distance(double given) const;
};

/// One entry of a gradient. `holds`: within the error, which is small enough to tell the entry from 0, its negative,
/// its double and its half. `fails`: beyond the reach, or not finite. A kink is judged one coordinate at a time:
/// necessary for a subgradient, and sufficient only where f is a sum of functions of one coordinate each.
struct GradientEntry {
  Eigen::Index index;
  double given;
  PartialDerivative derivative;
  Verdict verdict;
  double relative_error;  ///< distance / |derivative|
  double ulps;            ///< distance in units in the last place of the derivative
  std::string remark;     ///< what is wrong, or why it is undecided

  std::string describe() const;
};

/// What was found of a gradient, entry by entry.
struct GradientReport {
  bool enclosed;  ///< the derivatives are enclosed with proof; else they are estimates, and so are the verdicts
  std::vector<GradientEntry> entries;

  /// fails if an entry fails, else undecided if one is undecided, else holds.
  Verdict verdict() const;
  /// A line in sum, and one for each entry that does not hold or sits at a kink.
  std::string describe() const;
};

using ValueFunction = std::function<double(const Vector<double>&)>;
using GradientFunction = std::function<Vector<double>(const Vector<double>&)>;

/// Compares gradient(x) with one-sided and central differences of f at x, extrapolated by Ridders' method: about 200
/// evaluations of f a coordinate. The error is that of the extrapolation plus the noise of f, measured near x, carried
/// through: an estimate, not a bound. It is deceived by an f that is rounded in steps wider than 2⁻¹⁶|xᵢ| and smooth
/// between them. C. J. F. Ridders, Accurate computation of F′(x) and F′(x)F″(x) (1982); J. J. Moré, S. M. Wild,
/// Estimating computational noise (2011).
/// Throws std::invalid_argument when x is empty or not finite, f(x) is not finite, or the gradient has another size.
GradientReport check_gradient(const ValueFunction& f, const GradientFunction& gradient, const Vector<double>& x,
                              const GradientOptions& options = {});
/// The same for the value and gradient of an objective.
GradientReport check_gradient(const Objective& f, const Vector<double>& x, const GradientOptions& options = {});

namespace detail {

/// ∂f/∂xᵢ over T.
template <class T>
using Slope = std::function<T(const Vector<T>& x, Eigen::Index i)>;

template <class T, class F>
Slope<T> slope_of(const F& f) {
  return [&f](const Vector<T>& x, Eigen::Index i) {
    Vector<Dual<T>> along = x.unaryExpr([](const T& entry) { return Dual<T>(entry); });
    along[i] = Dual<T>::variable(x[i], 0, 1);
    const Dual<T> y = f(along);
    return y.tangent();
  };
}

GradientReport certify(const Slope<Ball>& ball, const Slope<Interval>& interval, const GradientFunction& gradient,
                       const Vector<double>& x, const GradientOptions& options);

}  // namespace detail

/// Compares gradient(x) with derivatives enclosed by dual numbers over balls of 512 bits, for an f that maps Vector<V>
/// to V for V = Dual<Ball> and Dual<Interval>. Constants are frac<V>(1, 10) or V(2), branches go through select,
/// larger, relu, …. The error is what the derivative over intervals bounds of the rounding of a double computation of
/// it, but at least a unit in the last place. At kinks the one-sided derivatives are enclosed at distances of about
/// 2⁻²⁰⁰|xᵢ| (2⁻²⁰⁰ for xᵢ = 0). Where balls enclose no derivative, as outside f's domain, the entry is undecided.
/// Throws std::invalid_argument when x is empty or not finite, or the gradient has another size.
template <class F>
GradientReport certify_gradient(const F& f, const GradientFunction& gradient, const Vector<double>& x,
                                const GradientOptions& options = {}) {
  return detail::certify(detail::slope_of<Ball>(f), detail::slope_of<Interval>(f), gradient, x, options);
}

}  // namespace verigrad
