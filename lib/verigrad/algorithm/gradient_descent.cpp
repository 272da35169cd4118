#include "verigrad/algorithm/gradient_descent.hpp"

namespace verigrad {

double GradientDescent::lipschitz(const Curvature& curvature) const {
  const auto factor = [&](double h) {
    const Interval distance = Interval(1) - Interval::point(alpha) * Interval::point(h);
    return std::max(std::abs(distance.lower()), std::abs(distance.upper()));
  };
  return std::max(factor(curvature.lower), factor(curvature.upper));
}

}  // namespace verigrad
