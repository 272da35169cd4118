#include "verigrad/sampling/pairs.hpp"

#include <cmath>

#include <Eigen/Eigenvalues>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::generate {
namespace {

/// Uniform in [0, highest], whatever RapidCheck's size.
rc::Gen<int> up_to(int highest) { return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, highest + 1)); }

rc::Gen<double> sixteenths(int lowest) {
  return rc::gen::map(up_to(16 - lowest), [lowest](int k) { return (k + lowest) / 16.0; });
}

ObjectivePtr objective_of(const PiecewiseQuadratic::Data& data) { return make_objective(PiecewiseQuadratic(data)); }

PiecewiseQuadratic::Data assemble(const std::vector<double>& gaps, const std::vector<double>& inner,
                                  const std::pair<double, double>& outer, double first_derivative) {
  PiecewiseQuadratic::Data data;
  data.first_derivative = first_derivative;
  double knot = -8;
  for (const double gap : gaps) data.knots.push_back(knot += gap);
  data.slopes = inner;
  data.slopes.resize(gaps.size() - 1);
  data.slopes.insert(data.slopes.begin(), outer.first);
  data.slopes.push_back(outer.second);
  return data;
}

/// Within ±16, ±4 and ±1: where objectives with exp and log are flat, bent and steep.
rc::Gen<Vector<double>> scaled_point(Eigen::Index dimension) {
  return rc::gen::oneOf(point(dimension), point(dimension, 8, 6), point(dimension, 8, 8));
}

/// x halved until the curvature of f holds there.
Vector<double> into_domain(const Objective& f, Vector<double> x) {
  while (x.norm() > f.domain_radius()) x /= 2;
  return x;
}

rc::Gen<Vector<double>> second_point(const ObjectivePtr& f, const Vector<double>& x) {
  const auto close =
      rc::gen::map(point(x.size(), 8, 14), [x](const Vector<double>& d) { return Vector<double>(x + d); });
  const auto minimiser =
      rc::gen::just(f->has_minimum() ? Vector<double>(f->over<double>().minimum().x_star) : Vector<double>(-x));
  return rc::gen::weightedOneOf<Vector<double>>(
      {{6, scaled_point(x.size())}, {2, close}, {1, minimiser}, {f->rational() ? 1 : 0, rc::gen::just(x)}});
}

}  // namespace

rc::Gen<PiecewiseQuadratic::Data> piecewise_quadratic(rc::Gen<double> inner, rc::Gen<double> outer) {
  return rc::gen::mapcat(up_to(3), [=](int more_knots) {
    const auto count = std::size_t(more_knots) + 1;
    const auto gaps = rc::gen::container<std::vector<double>>(count, positive(4, -1, 2));
    return rc::gen::map(rc::gen::tuple(gaps, rc::gen::container<std::vector<double>>(count, inner),
                                       rc::gen::pair(outer, outer), dyadic()),
                        [](const auto& draw) { return std::apply(assemble, draw); });
  });
}

rc::Gen<PiecewiseQuadratic::Data> convex_piecewise_quadratic() {
  const auto slope = rc::gen::map(dyadic(6, 3), [](double s) { return std::abs(s); });
  return rc::gen::map(piecewise_quadratic(slope, slope), [](PiecewiseQuadratic::Data data) {
    data.slopes[1] += 0.125;
    return data;
  });
}

rc::Gen<PiecewiseQuadratic::Data> non_convex_piecewise_quadratic() {
  return rc::gen::map(piecewise_quadratic(dyadic(6, 3), dyadic(6, 3)), [](PiecewiseQuadratic::Data data) {
    data.slopes[1] = -std::abs(data.slopes[1]) - 0.125;
    return data;
  });
}

rc::Gen<ObjectivePtr> any_convex() {
  return rc::gen::weightedOneOf<ObjectivePtr>(
      {{3, convex_smooth()}, {1, rc::gen::map(convex_piecewise_quadratic(), objective_of)}});
}

rc::Gen<ObjectivePtr> any_non_convex() {
  return rc::gen::weightedOneOf<ObjectivePtr>(
      {{3, non_convex_smooth()}, {1, rc::gen::map(non_convex_piecewise_quadratic(), objective_of)}});
}

rc::Gen<ObjectivePtr> any_smooth() {
  return rc::gen::weightedOneOf<ObjectivePtr>({{4, any_convex()}, {4, any_non_convex()}, {1, softplus_network()}});
}

rc::Gen<ObjectivePtr> any_with_minimum() {
  const auto with_walls = piecewise_quadratic(dyadic(6, 3), positive(4, -3, 3));
  return rc::gen::oneOf(convex_smooth(), rc::gen::map(with_walls, objective_of));
}

rc::Gen<PairInstance> pair(rc::Gen<ObjectivePtr> objectives) {
  return rc::gen::mapcat(std::move(objectives), [](const ObjectivePtr& f) {
    return rc::gen::mapcat(scaled_point(f->dimension()), [f](const Vector<double>& first) {
      const Vector<double> x = into_domain(*f, first);
      return rc::gen::map(rc::gen::tuple(second_point(f, x), sixteenths(0), rc::gen::arbitrary<bool>()),
                          [f, x](const std::tuple<Vector<double>, double, bool>& draw) {
                            const auto& [second, tau, exchanged] = draw;
                            const Vector<double> y = into_domain(*f, second);
                            return exchanged ? PairInstance{f, y, x, tau} : PairInstance{f, x, y, tau};
                          });
    });
  });
}

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

rc::Gen<PairInstance> searched(rc::Gen<ObjectivePtr> objectives, Score score) {
  return rc::gen::mapcat(std::move(objectives), [score](const ObjectivePtr& f) {
    return rc::gen::map(point(f->dimension()),
                        [f, score](const Vector<double>& base) { return search(f, base, score); });
  });
}

}  // namespace

rc::Gen<PairInstance> across_downward_curvature(rc::Gen<ObjectivePtr> objectives) {
  return searched(std::move(objectives), height_above_chord);
}

rc::Gen<PairInstance> across_falling_gradient(rc::Gen<ObjectivePtr> objectives) {
  return searched(std::move(objectives), fall_of_gradient);
}

namespace {

/// The first point with its gradient, and d = y − x.
struct Start {
  Vector<double> x, g, d;
};

/// share = −1 … 1 is s; level = 0 … 1 says where f(y) − f(x) lies between its bounds.
PairData interpolate(const Start& start, const Vector<double>& reflected, double L, double share, double level) {
  const auto& [x, g, d] = start;
  const Vector<double> change = L / 2 * (d + share * reflected);
  const double least = g.dot(d) + change.squaredNorm() / (2 * L);
  const double slack = d.dot(change) - change.squaredNorm() / L;
  return {"values and gradients of some convex L-smooth function",
          {.L = L, .x = x, .y = x + d, .g_x = g, .g_y = g + change, .f_x = 0, .f_y = least + level * slack}};
}

rc::Gen<PairData> interpolable(const rc::Gen<double>& shares) {
  const auto smoothness = rc::gen::map(up_to(8), [](int e) { return std::ldexp(1, e - 4); });
  return rc::gen::mapcat(dimension(), [=](int n) {
    const auto start = rc::gen::map(rc::gen::tuple(point(n), point(n), point(n)), [](const auto& draw) {
      return Start{std::get<0>(draw), std::get<1>(draw), std::get<2>(draw)};
    });
    return rc::gen::map(rc::gen::tuple(start, up_to(n - 1), up_to(n - 1), smoothness, shares, sixteenths(0)),
                        [](const std::tuple<Start, int, int, double, double, double>& draw) {
                          const auto& [from, i, j, L, share, level] = draw;
                          Vector<double> reflected = from.d;
                          reflected[i] = -from.d[j];
                          reflected[j] = -from.d[i];
                          return interpolate(from, reflected, L, share, level);
                        });
  });
}

}  // namespace

rc::Gen<PairData> interpolable_pair() {
  return interpolable(rc::gen::map(up_to(32), [](int k) { return k / 16.0 - 1; }));
}

rc::Gen<PairData> extreme_interpolable_pair() {
  return interpolable(rc::gen::map(up_to(1), [](int k) { return 2.0 * k - 1; }));
}

namespace {

PairData pair_of(const Interpolation& data, int i, int j) {
  const auto at = [](const std::vector<Vector<double>>& points, int k) { return points[std::size_t(k)]; };
  return {"two of " + data.describe(),
          {.L = data.L,
           .x = at(data.x, i),
           .y = at(data.x, j),
           .g_x = at(data.g, i),
           .g_y = at(data.g, j),
           .f_x = data.f[i],
           .f_y = data.f[j]}};
}

}  // namespace

rc::Gen<PairData> interpolated_pair() {
  return rc::gen::mapcat(interpolation(), [](const Interpolation& data) {
    return rc::gen::map(rc::gen::pair(up_to(data.size() - 1), up_to(data.size() - 2)),
                        [data](const std::pair<int, int>& draw) {
                          const int skip = draw.second >= draw.first ? 1 : 0;
                          return pair_of(data, draw.first, draw.second + skip);
                        });
  });
}

rc::Gen<MinimumInstance> at_minimum(rc::Gen<ObjectivePtr> objectives) {
  return rc::gen::mapcat(std::move(objectives), [](const ObjectivePtr& f) {
    const Eigen::Index d = f->dimension();
    const auto direction = rc::gen::weightedOneOf<Vector<double>>(
        {{11, point(d)}, {f->rational() ? 1 : 0, rc::gen::just(Vector<double>(Vector<double>::Zero(d)))}});
    return rc::gen::map(rc::gen::tuple(direction, scaled_point(d), sixteenths(1)),
                        [f](const std::tuple<Vector<double>, Vector<double>, double>& draw) {
                          const auto& [v, x, tau] = draw;
                          return MinimumInstance{f, v, x, tau};
                        });
  });
}

}  // namespace verigrad::generate
