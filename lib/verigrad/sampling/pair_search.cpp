// Pairs that show that an objective is not convex, by a search in double.
#include <cmath>

#include <Eigen/Eigenvalues>

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/pairs.hpp"

namespace verigrad::generate {
namespace {

/// (∇f(a + hv) − ∇f(a − hv))/(2h), in double.
Vector<double> curvature_along(const Objective& f, const Vector<double>& a, const Vector<double>& v) {
  const double h = std::ldexp(1, -10);
  const auto& over = f.over<double>();
  return (over.gradient(Vector<double>(a + h * v)) - over.gradient(Vector<double>(a - h * v))) / (2 * h);
}

/// The direction of lowest curvature at a, from an eigendecomposition in double, rounded to multiples of 2⁻²⁰.
Vector<double> low_direction(const Objective& f, const Vector<double>& a) {
  Matrix<double> hessian(a.size(), a.size());
  for (Eigen::Index i = 0; i < a.size(); ++i) hessian.col(i) = curvature_along(f, a, Vector<double>::Unit(a.size(), i));
  const Eigen::SelfAdjointEigenSolver<Matrix<double>> solver(hessian);
  return solver.eigenvectors().col(0).unaryExpr(
      [](double entry) { return std::ldexp(std::round(std::ldexp(entry, 20)), -20); });
}

/// How far the middle of a ± v lies above the chord, in double.
double height_above_chord(const Objective& f, const Vector<double>& a, const Vector<double>& v) {
  const auto& over = f.over<double>();
  return over.value(a) - (over.value(Vector<double>(a + v)) + over.value(Vector<double>(a - v))) / 2;
}

/// How much ∇f falls from a − v to a + v, for the distance, in double.
double fall_of_gradient(const Objective& f, const Vector<double>& a, const Vector<double>& v) {
  const auto& over = f.over<double>();
  const Vector<double> change = over.gradient(Vector<double>(a + v)) - over.gradient(Vector<double>(a - v));
  return -dot<double>(change, v) / v.squaredNorm();
}

using Score = double (*)(const Objective&, const Vector<double>& a, const Vector<double>& v);

PairInstance ordered_pair(const ObjectivePtr& f, const Vector<double>& a, const Vector<double>& v) {
  const auto& over = f->over<double>();
  const Vector<double> x = a - v, y = a + v;
  const double tilt = 2 * dot<double>(over.gradient(a), v);
  const bool y_is_further_below = over.value(y) - over.value(x) <= tilt;
  return y_is_further_below ? PairInstance{f, x, y, 0.5} : PairInstance{f, y, x, 0.5};
}

/// The best pair a ± v seen so far, and its score.
struct Best {
  PairInstance pair;
  double score = -INFINITY;

  void consider(const ObjectivePtr& f, const Vector<double>& a, const Vector<double>& v, Score score_of) {
    const double found = score_of(*f, a, v);
    if (!(found > score)) return;
    score = found;
    pair = ordered_pair(f, a, v);
  }
};

/// One variable: a fine grid, which meets every piece that is 1/32 long or more, and a coarse one with longer steps.
PairInstance search_line(const ObjectivePtr& f, Score score) {
  Best best;
  for (int k = -1536; k <= 1536; ++k) best.consider(f, at(k / 64.0), at(1.0 / 64), score);
  for (int k = -192; k <= 192; ++k)
    for (const double step : {1.0, 0.125}) best.consider(f, at(k / 8.0), at(step), score);
  return best.pair;
}

/// Several variables: along directions of low curvature at some points around base.
PairInstance search_space(const ObjectivePtr& f, const Vector<double>& base, Score score) {
  Best best;
  for (const double offset : {0.0, 1.0, -1.0, 4.0, -4.0, 16.0, -16.0}) {
    const Vector<double> a = base.array() + offset, v = low_direction(*f, a);
    for (const double step : {1.0, 0.125, 1.0 / 64}) best.consider(f, a, Vector<double>(step * v), score);
  }
  return best.pair;
}

PairInstance search(const ObjectivePtr& f, const Vector<double>& base, Score score) {
  return f->dimension() > 1 ? search_space(f, base, score) : search_line(f, score);
}

Gen<PairInstance> searched(Gen<ObjectivePtr> objectives, Score score) {
  return gen::mapcat(std::move(objectives), [score](const ObjectivePtr& f) {
    return gen::map(point(f->dimension()), [f, score](const Vector<double>& base) { return search(f, base, score); });
  });
}

}  // namespace

Gen<PairInstance> across_downward_curvature(Gen<ObjectivePtr> objectives) {
  return searched(std::move(objectives), height_above_chord);
}

Gen<PairInstance> across_falling_gradient(Gen<ObjectivePtr> objectives) {
  return searched(std::move(objectives), fall_of_gradient);
}

}  // namespace verigrad::generate
