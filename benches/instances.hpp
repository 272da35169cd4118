// Random descents to measure on: dense quadratics of dimension 10, 50 steps, step sizes log-uniform and uniform in
// (0, 2/L).
#pragma once

#include <random>

#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/descent/descent_instance.hpp"

namespace verigrad::benches {

inline constexpr int dimension = 10;
inline constexpr int steps = 50;

class Draw {
public:
  explicit Draw(unsigned seed) : engine_(seed) {}

  int between(int lowest, int highest) { return std::uniform_int_distribution<int>(lowest, highest)(engine_); }
  /// k · 2ᵉ with k of 4 bits and e log-uniform in [−8, 4].
  double eigenvalue() { return std::ldexp(between(1, 16), between(-12, 0)); }
  Vector<double> point() {
    return Vector<double>::NullaryExpr(dimension, [this](Eigen::Index) { return std::ldexp(between(-256, 256), -4); });
  }
  /// 8 of the 10 entries ±1, so that two reflections make a dense Hessian.
  Vector<double> reflection() {
    Vector<double> v = Vector<double>::NullaryExpr(dimension, [this](Eigen::Index) { return 2.0 * between(0, 1) - 1; });
    const int first = between(0, dimension - 1);
    v[first] = v[(first + 1 + between(0, dimension - 2)) % dimension] = 0;
    return v;
  }
  ObjectivePtr quadratic() {
    const Vector<double> spectrum =
        Vector<double>::NullaryExpr(dimension, [this](Eigen::Index) { return eigenvalue(); });
    return make_objective(Quadratic(spectrum, {reflection(), reflection()}, point()));
  }
  DescentInstance descent() {
    const ObjectivePtr f = quadratic();
    const int k = between(0, 1) == 0 ? between(1, 2047) : 1 << between(0, 10);
    return {f, point(), std::ldexp(k, -10) / f->curvature().smoothness(), steps};
  }

private:
  std::mt19937 engine_;
};

inline const std::vector<DescentInstance>& descents() {
  static const std::vector<DescentInstance> instances = [] {
    Draw draw(1);
    std::vector<DescentInstance> result;
    for (int i = 0; i < 200; ++i) result.push_back(draw.descent());
    return result;
  }();
  return instances;
}

}  // namespace verigrad::benches
