#include "verigrad/sampling/pairs.hpp"

#include <cmath>

#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {
namespace {

Gen<double> sixteenths(int lowest) {
  return gen::map(up_to(16 - lowest), [lowest](int k) { return (k + lowest) / 16.0; });
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
Gen<Vector<double>> scaled_point(Eigen::Index dimension) {
  return gen::oneOf(point(dimension), point(dimension, 8, 6), point(dimension, 8, 8));
}

/// x halved until the curvature of f holds there.
Vector<double> into_domain(const Objective& f, Vector<double> x) {
  while (x.norm() > f.domain_radius()) x /= 2;
  return x;
}

/// y, or another point where it is x and nothing but rationals decides 0 ≤ 0.
Vector<double> second_of(const Objective& f, const Vector<double>& x, const Vector<double>& y) {
  const Vector<double> second = into_domain(f, y);
  if (f.rational() || second != x) return second;
  return x.isZero(0) ? into_domain(f, Vector<double>::Unit(x.size(), 0)) : Vector<double>(x / 2);
}

Gen<Vector<double>> second_point(const ObjectivePtr& f, const Vector<double>& x) {
  const auto close = gen::map(point(x.size(), 8, 14), [x](const Vector<double>& d) { return Vector<double>(x + d); });
  const auto minimiser =
      gen::just(f->has_minimum() ? Vector<double>(f->over<double>().minimum().x_star) : Vector<double>(-x));
  return gen::weightedOneOf<Vector<double>>(
      {{6, scaled_point(x.size())}, {2, close}, {1, minimiser}, {f->rational() ? 1 : 0, gen::just(x)}});
}

}  // namespace

Gen<PiecewiseQuadratic::Data> piecewise_quadratic(Gen<double> inner, Gen<double> outer) {
  return gen::mapcat(up_to(3), [=](int more_knots) {
    const auto count = std::size_t(more_knots) + 1;
    const auto gaps = gen::container<std::vector<double>>(count, positive(4, -1, 2));
    return gen::map(
        gen::tuple(gaps, gen::container<std::vector<double>>(count, inner), gen::pair(outer, outer), dyadic()),
        [](const auto& draw) { return std::apply(assemble, draw); });
  });
}

Gen<PiecewiseQuadratic::Data> convex_piecewise_quadratic() {
  const auto slope = gen::map(dyadic(6, 3), [](double s) { return std::abs(s); });
  return gen::map(piecewise_quadratic(slope, slope), [](PiecewiseQuadratic::Data data) {
    data.slopes[1] += 0.125;
    return data;
  });
}

Gen<PiecewiseQuadratic::Data> non_convex_piecewise_quadratic() {
  return gen::map(piecewise_quadratic(dyadic(6, 3), dyadic(6, 3)), [](PiecewiseQuadratic::Data data) {
    data.slopes[1] = -std::abs(data.slopes[1]) - 0.125;
    return data;
  });
}

Gen<ObjectivePtr> any_convex() {
  return gen::weightedOneOf<ObjectivePtr>(
      {{3, convex_smooth()}, {1, gen::map(convex_piecewise_quadratic(), objective_of)}});
}

Gen<ObjectivePtr> any_non_convex() {
  return gen::weightedOneOf<ObjectivePtr>(
      {{3, non_convex_smooth()}, {1, gen::map(non_convex_piecewise_quadratic(), objective_of)}});
}

Gen<ObjectivePtr> any_smooth() {
  return gen::weightedOneOf<ObjectivePtr>({{4, any_convex()}, {4, any_non_convex()}, {1, softplus_network()}});
}

Gen<ObjectivePtr> any_with_minimum() {
  const auto with_walls = piecewise_quadratic(dyadic(6, 3), positive(4, -3, 3));
  return gen::oneOf(convex_smooth(), gen::map(with_walls, objective_of));
}

Gen<PairInstance> pair(Gen<ObjectivePtr> objectives) {
  return gen::mapcat(std::move(objectives), [](const ObjectivePtr& f) {
    return gen::mapcat(scaled_point(f->dimension()), [f](const Vector<double>& first) {
      const Vector<double> x = into_domain(*f, first);
      return gen::map(gen::tuple(second_point(f, x), sixteenths(0), gen::boolean()),
                      [f, x](const std::tuple<Vector<double>, double, bool>& draw) {
                        const auto& [second, tau, exchanged] = draw;
                        const Vector<double> y = second_of(*f, x, second);
                        return exchanged ? PairInstance{f, y, x, tau} : PairInstance{f, x, y, tau};
                      });
    });
  });
}

namespace {

/// The first point with its gradient, and d = y − x.
struct Start {
  Vector<double> x, g, d;
};

/// share = −1 … 1 is s; level = 0 … 1 says where f(y) − f(x) lies between its bounds.
InterpolationInstance interpolate(const Start& start, const Vector<double>& reflected, double L, double share,
                                  double level) {
  const auto& [x, g, d] = start;
  const Vector<double> change = L / 2 * (d + share * reflected);
  const double least = g.dot(d) + change.squaredNorm() / (2 * L);
  const double slack = d.dot(change) - change.squaredNorm() / L;
  return {"values and gradients of some convex L-smooth function",
          {.L = L, .x = x, .y = x + d, .g_x = g, .g_y = g + change, .f_x = 0, .f_y = least + level * slack}};
}

Gen<InterpolationInstance> interpolable(const Gen<double>& shares) {
  const auto smoothness = gen::map(up_to(8), [](int e) { return std::ldexp(1, e - 4); });
  return gen::mapcat(dimension(), [=](int n) {
    const auto start = gen::map(gen::tuple(point(n), point(n), point(n)), [](const auto& draw) {
      return Start{std::get<0>(draw), std::get<1>(draw), std::get<2>(draw)};
    });
    return gen::map(gen::tuple(start, up_to(n - 1), up_to(n - 1), smoothness, shares, sixteenths(0)),
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

Gen<InterpolationInstance> interpolable_pair() {
  return interpolable(gen::map(up_to(32), [](int k) { return k / 16.0 - 1; }));
}

Gen<InterpolationInstance> extreme_interpolable_pair() {
  return interpolable(gen::map(up_to(1), [](int k) { return 2.0 * k - 1; }));
}

namespace {

InterpolationInstance pair_of(const Interpolation& data, int i, int j) {
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

Gen<InterpolationInstance> interpolated_pair() {
  return gen::mapcat(interpolation(), [](const Interpolation& data) {
    return gen::map(gen::pair(up_to(data.size() - 1), up_to(data.size() - 2)), [data](const std::pair<int, int>& draw) {
      const int skip = draw.second >= draw.first ? 1 : 0;
      return pair_of(data, draw.first, draw.second + skip);
    });
  });
}

Gen<MinimumInstance> at_minimum(Gen<ObjectivePtr> objectives) {
  return gen::mapcat(std::move(objectives), [](const ObjectivePtr& f) {
    const Eigen::Index d = f->dimension();
    const auto direction = gen::weightedOneOf<Vector<double>>(
        {{11, point(d)}, {f->rational() ? 1 : 0, gen::just(Vector<double>(Vector<double>::Zero(d)))}});
    return gen::map(gen::tuple(direction, scaled_point(d), sixteenths(1)),
                    [f](const std::tuple<Vector<double>, Vector<double>, double>& draw) {
                      const auto& [v, x, tau] = draw;
                      return MinimumInstance{f, v, x, tau};
                    });
  });
}

}  // namespace verigrad::generate
