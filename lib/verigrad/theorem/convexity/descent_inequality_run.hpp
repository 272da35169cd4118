// The steps of descent_inequality over a number type, and its lines with a Hessian between two iterates.
#pragma once

#include "verigrad/theorem/convexity/descent_inequality.hpp"

namespace verigrad::descent_inequality {

/// The quantities of (1.27).
struct Run {
  using Instance = DescentInstance;
  explicit Run(const DescentInstance& instance)
      : L(exact(instance.L())),
        gamma(exact(instance.alpha)),
        largest_eigenvalue(exact(instance.f->curvature().upper)),
        theta(instance.iterates()),
        n(int(theta.size()) - 1) {
    const ObjectiveOver<Number>& f = instance.f->over<Number>();
    for (const Vector<Number>& point : theta) {
      gradient.push_back(f.gradient(point));
      value.push_back(f.value(point));
    }
  }

  Number L, gamma;
  Number largest_eigenvalue;  ///< of the Hessian, over all of ℝᴾ; may be negative
  Trajectory<Number> theta, gradient;
  std::vector<Number> value;
  int n;
};

/// (1.25), (1.26) and the last term of (1.27).
Form<DescentInstance> taylor_lagrange();
Form<DescentInstance> with_gradient();
Form<DescentInstance> hessian_bound();
/// Mistakes planted in (1.26).
Forms<DescentInstance> planted_with_gradient();

}  // namespace verigrad::descent_inequality
