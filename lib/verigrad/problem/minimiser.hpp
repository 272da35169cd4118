// Minima without closed form, enclosed with proof: a point found by Newton's method, and a certificate of how far from
// it the minimiser can be. The search is trusted with nothing.
#pragma once

#include <functional>
#include <map>
#include <mutex>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// A convex function as the search sees it; the certificates use only its value and gradient over Ball.
struct SmoothFunction {
  std::function<Ball(const Vector<Ball>&)> value;
  std::function<Vector<Ball>(const Vector<Ball>&)> gradient;
  std::function<double(const Vector<double>&)> near_value;
  std::function<Vector<double>(const Vector<double>&)> near_gradient;
  std::function<Matrix<double>(const Vector<double>&)> near_hessian;
};

/// ∇²f(x), column by column.
template <class T, class F>
Matrix<T> hessian(const F& f, const Vector<T>& x) {
  Matrix<T> result(x.size(), x.size());
  for (Eigen::Index j = 0; j < x.size(); ++j) {
    const Vector<double> unit = Vector<double>::Unit(x.size(), j);
    result.col(j) = f.template hessian_product<T>(x, exact<T>(unit));
  }
  return result;
}

/// The view of a class with value, gradient and Hessian product, which must outlive it.
template <class F>
SmoothFunction smooth_function(const F& f) {
  return {[&f](const Vector<Ball>& x) { return f.template value<Ball>(x); },
          [&f](const Vector<Ball>& x) { return f.template gradient<Ball>(x); },
          [&f](const Vector<double>& x) { return f.template value<double>(x); },
          [&f](const Vector<double>& x) { return f.template gradient<double>(x); },
          [&f](const Vector<double>& x) { return hessian<double>(f, x); }};
}

/// Where damped Newton steps in double end.
Vector<double> newton(const SmoothFunction& f, Vector<double> start);

/// A point near the minimiser by Newton steps at the current precision, with the Hessian at x in double for all of
/// them: ‖∇f‖ falls until the precision ends it. Its entries are points.
Vector<Ball> refined(const SmoothFunction& f, const Vector<double>& x);

/// The minimum of a μ-strongly convex f, from any x: ‖x* − x‖ ≤ ‖∇f(x)‖/μ and f(x) − ‖∇f(x)‖²/(2μ) ≤ f* ≤ f(x).
Minimum<Ball> strongly_convex_minimum(const SmoothFunction& f, const Vector<Ball>& x, const Ball& mu);

/// The minimum of a convex f with |φ‴| ≤ R φ″ along every unit direction (generalised self-concordance, Bach 2010) and
/// λ_min(∇²f(x)) ≥ m > 0: as φ″(t) ≥ m e⁻ᴿᵗ, a minimiser lies within t₀ = −log(1 − ‖∇f(x)‖R/m)/R of x, and
/// f(x) − ‖∇f(x)‖t₀ ≤ f* ≤ f(x). Empty when ‖∇f(x)‖R < m is not certain.
std::optional<Minimum<Ball>> self_concordant_minimum(const SmoothFunction& f, const Vector<Ball>& x, const Ball& R,
                                                     const Ball& m);

/// Remembers an enclosure for each precision; safe among threads.
class MinimumCache {
public:
  using Enclose = std::function<Minimum<Ball>()>;

  /// Ball: enclose() at the current precision. Interval and double: rounded outward, resp. to nearest, from 128 bits.
  template <class T>
  Minimum<T> get(const Enclose& enclose);

private:
  Minimum<Ball> at_current_precision(const Enclose& enclose);

  std::mutex mutex_;
  std::map<long, Minimum<Ball>> known_;
};

template <>
Minimum<Ball> MinimumCache::get<Ball>(const Enclose& enclose);
template <>
Minimum<Interval> MinimumCache::get<Interval>(const Enclose& enclose);
template <>
Minimum<double> MinimumCache::get<double>(const Enclose& enclose);

}  // namespace verigrad
