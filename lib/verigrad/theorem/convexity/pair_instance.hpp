// Two points of one function: what statements about convexity and smoothness speak of.
#pragma once

#include <optional>
#include <string>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f and ∇f at x and y, and a smoothness constant L, over one number type.
template <class T>
struct Pair {
  T L;
  Vector<T> x, y;
  Vector<T> g_x, g_y;  ///< ∇f(x), ∇f(y)
  T f_x, f_y;
};

/// An objective, two points of it, and a weight τ for the points between them.
struct PairInstance {
  ObjectivePtr f;
  Vector<double> x, y;
  double tau = 0.5;
  /// A smoothness constant to claim in place of the objective's own.
  std::optional<double> claimed_L = {};

  double L() const { return claimed_L.value_or(f->curvature().smoothness()); }
  bool rational() const { return f->rational(); }
  std::string describe() const;
  /// Whether enclosures can decide strict claims here: f is rational, or 0 < τ < 1 and ∇f(x) ≠ ∇f(y) for certain.
  /// Elsewhere both sides may be one real number, which no enclosure of exp, log or √ shows.
  bool decidable() const;

  /// L, the two points and what f has there.
  template <class T>
  Pair<T> pair() const {
    const ObjectiveOver<T>& over = f->over<T>();
    const Vector<T> at_x = exact<T>(x), at_y = exact<T>(y);
    return {exact<T>(L()), at_x, at_y, over.gradient(at_x), over.gradient(at_y), over.value(at_x), over.value(at_y)};
  }
};

/// Values and gradients at two points without a formula for f: interpolation data of a function class, one-sided
/// derivatives at a kink, a function on a smaller domain.
struct InterpolationInstance {
  std::string words;  ///< which function it is
  Pair<double> data;

  bool rational() const { return true; }
  std::string describe() const;

  template <class T>
  Pair<T> pair() const {
    return {exact<T>(data.L),   exact<T>(data.x),   exact<T>(data.y),  exact<T>(data.g_x),
            exact<T>(data.g_y), exact<T>(data.f_x), exact<T>(data.f_y)};
  }
};

/// A pair as a form's run: constructed from its PairInstance or InterpolationInstance.
struct PairRun : Pair<Number> {
  template <class Instance>
  explicit PairRun(const Instance& instance) : Pair<Number>(instance.template pair<Number>()) {}
};

}  // namespace verigrad
