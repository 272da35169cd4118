// The families of problems beyond quadratics and Huber's function, and the mixtures of all.
#include <cmath>

#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/log_sum_exp.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/problem/softplus.hpp"
#include "verigrad/problem/softplus_network.hpp"
#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {
namespace {

/// A table with 1 to most_rows rows and 1 to most_columns columns, not all 0.
Gen<Matrix<double>> nonzero_table(int most_rows, int most_columns, int bits, int fraction_bits) {
  return gen::mapcat(gen::pair(dimension(most_columns), up_to(most_rows - 1)), [=](const std::pair<int, int>& shape) {
    return gen::map(gen::pair(table(shape.second + 1, shape.first, dyadic(bits, fraction_bits)),
                              positive(bits, -fraction_bits, bits - fraction_bits)),
                    [](std::pair<Matrix<double>, double> draw) {
                      if (draw.first.isZero(0)) draw.first(0, 0) = draw.second;
                      return draw.first;
                    });
  });
}

// An inequality that is an equality on an instance can only be decided in rationals. Functions with exp and log are
// therefore drawn away from equality: of dimension 2 or more, with minimisers that no start of `point` can be, nor lie
// on a line with it and its gradient but by rare accident.

void vary_columns(Matrix<double>& a) {
  for (Eigen::Index j = 0; j < a.cols(); ++j)
    if (a.col(j).minCoeff() == a.col(j).maxCoeff()) a(1, j) *= -2;
}

/// Two columns made to vary, and the first two rows independent: where the second step makes a column constant, the
/// third keeps them so.
Matrix<double> generic(Matrix<double> a, double size) {
  if (a.row(0).isZero(0)) a(0, 0) = size;
  vary_columns(a);
  if (a(0, 0) * a(1, 1) == a(0, 1) * a(1, 0)) a.row(1) << -2 * a(0, 1), 2 * a(0, 0);
  vary_columns(a);
  return a;
}

/// A generic table with 2 to 1 + most_rows rows and 2 columns.
Gen<Matrix<double>> generic_table(int most_rows, int fraction_bits) {
  return gen::mapcat(up_to(most_rows - 1), [=](int more) {
    return gen::map(gen::pair(table(2 + more, 2, dyadic(6, fraction_bits)), positive(3, -1, 2)),
                    [](const std::pair<Matrix<double>, double>& draw) { return generic(draw.first, draw.second); });
  });
}

/// Odd multiples of 2⁻⁷: never a coordinate of a start.
Gen<Vector<double>> odd_point(Eigen::Index dimension) {
  return entries(dimension, gen::map(dyadic(9, 6), [](double x) { return x + 0x1p-7; }));
}

/// make(A, right-hand side of dyadics, ridge) on small tables.
template <class Make>
Gen<ObjectivePtr> on_table(Gen<double> ridge, Make make) {
  return gen::mapcat(nonzero_table(5, 3, 4, 1), [=](const Matrix<double>& a) {
    return gen::map(gen::pair(point(a.rows(), 5, 2), ridge), [=](const std::pair<Vector<double>, double>& draw) {
      return make_objective(make(a, draw.first, draw.second));
    });
  });
}

/// make(weights > 0, centre) in a small dimension.
template <class Make>
Gen<ObjectivePtr> weighted(Make make) {
  return gen::mapcat(dimension(), [=](int d) {
    return gen::map(gen::pair(entries(d, positive()), point(d)),
                    [=](const std::pair<Vector<double>, Vector<double>>& draw) {
                      return make_objective(make(draw.first, draw.second));
                    });
  });
}

/// Knots from a first one and the gaps after it, f″ from `slope` inside, `outer` at both ends.
Gen<PiecewiseQuadratic::Data> piecewise_data(Gen<double> slope, Gen<double> outer) {
  return gen::mapcat(up_to(3), [=](int gaps) {
    return gen::map(
        gen::tuple(dyadic(5, 2), entries(gaps, positive(3, -2, 2)), entries(gaps, slope), gen::pair(outer, outer),
                   dyadic(5, 2)),
        [](const std::tuple<double, Vector<double>, Vector<double>, std::pair<double, double>, double>& draw) {
          const auto& [first, steps, inner, ends, derivative] = draw;
          PiecewiseQuadratic::Data data{{first}, {ends.first}, derivative};
          for (const double step : steps) data.knots.push_back(data.knots.back() + step);
          data.slopes.insert(data.slopes.end(), inner.begin(), inner.end());
          data.slopes.push_back(ends.second);
          return data;
        });
  });
}

Gen<ObjectivePtr> piecewise(Gen<PiecewiseQuadratic::Data> data) {
  return gen::map(std::move(data),
                  [](const PiecewiseQuadratic::Data& drawn) { return make_objective(PiecewiseQuadratic(drawn)); });
}

/// The smallest power of two ≥ x > 0.
double power_of_two_from(double x) {
  int exponent = 0;
  return std::frexp(x, &exponent) == 0.5 ? x : std::ldexp(1.0, exponent);
}

Gen<double> positive_or_zero() {
  return gen::map(gen::pair(positive(), one_in(4)),
                  [](const std::pair<double, bool>& draw) { return draw.second ? 0.0 : draw.first; });
}

}  // namespace

Gen<ObjectivePtr> least_squares() {
  return on_table(gen::just(0.0), [](const Matrix<double>& a, const Vector<double>& b, double ridge) {
    return LeastSquares(a, b, ridge);
  });
}

Gen<ObjectivePtr> ridge_regression() {
  return on_table(positive(3, -5, 2), [](const Matrix<double>& a, const Vector<double>& b, double ridge) {
    return LeastSquares(a, b, ridge);
  });
}

Gen<ObjectivePtr> logistic_regression() {
  return gen::mapcat(generic_table(5, 3), [](const Matrix<double>& a) {
    const auto sign = gen::map(gen::boolean(), [](bool negative) { return negative ? -1.0 : 1.0; });
    return gen::map(gen::pair(entries(a.rows(), sign), positive(3, -5, 1)),
                    [=](const std::pair<Vector<double>, double>& draw) {
                      return make_objective(LogisticRegression(a, draw.first, draw.second));
                    });
  });
}

Gen<ObjectivePtr> log_sum_exp() {
  return gen::mapcat(generic_table(3, 5), [](const Matrix<double>& a) {
    return gen::map(gen::tuple(point(a.rows(), 4, 2), positive(2, 1, 3), odd_point(a.cols()), positive(3, 1, 3)),
                    [=](const std::tuple<Vector<double>, double, Vector<double>, double>& draw) {
                      const auto& [b, rho, centre, ridge] = draw;
                      return make_objective(LogSumExp(a, b, rho, centre, ridge));
                    });
  });
}

Gen<ObjectivePtr> softplus() {
  const auto kappa = gen::map(up_to(30), [](int k) { return (k + 1.5) / 8; });
  return gen::mapcat(dimension(4), [=](int less_one) {
    const int d = less_one + 1;
    return gen::map(gen::tuple(entries(d, positive()), odd_point(d), entries(d, kappa)),
                    [](const std::tuple<Vector<double>, Vector<double>, Vector<double>>& draw) {
                      return make_objective(Softplus(std::get<0>(draw), std::get<1>(draw), std::get<2>(draw)));
                    });
  });
}

Gen<ObjectivePtr> absolute() {
  return weighted([](const Vector<double>& w, const Vector<double>& c) { return Absolute(w, c); });
}

Gen<ObjectivePtr> convex_piecewise() { return piecewise(piecewise_data(positive_or_zero(), positive())); }

Gen<ObjectivePtr> non_convex_piecewise() {
  const auto negative = gen::map(positive(), [](double slope) { return -slope; });
  return piecewise(gen::map(gen::tuple(piecewise_data(dyadic(6, 3), positive()), negative, positive(3, -2, 2)),
                            [](const std::tuple<PiecewiseQuadratic::Data, double, double>& draw) {
                              auto [data, slope, step] = draw;
                              data.knots.push_back(data.knots.back() + step);
                              data.slopes.insert(data.slopes.end() - 1, slope);
                              return data;
                            }));
}

Gen<ObjectivePtr> double_well() {
  return gen::map(gen::tuple(positive(), positive(3, -2, 2), dyadic(5, 2)),
                  [](const std::tuple<double, double, double>& draw) {
                    const auto& [s, a, centre] = draw;
                    return make_objective(verigrad::double_well(s, a, centre));
                  });
}

Gen<ObjectivePtr> geman_mcclure() {
  return weighted([](const Vector<double>& w, const Vector<double>& c) { return GemanMcClure(w, c); });
}

Gen<ObjectivePtr> softplus_network() {
  return gen::mapcat(nonzero_table(3, 2, 4, 2), [](const Matrix<double>& inputs) {
    return gen::map(gen::tuple(point(inputs.rows(), 4, 2), up_to(2), positive(2, 0, 3)),
                    [=](const std::tuple<Vector<double>, int, double>& draw) {
                      const auto& [outputs, more_units, radius] = draw;
                      return make_objective(SoftplusNetwork(inputs, outputs, 1 + more_units, radius));
                    });
  });
}

Gen<ObjectivePtr> convex_smooth() {
  return gen::weightedOneOf<ObjectivePtr>({{6, convex_quadratic()},
                                           {4, huber()},
                                           {2, convex_piecewise()},
                                           {2, least_squares()},
                                           {2, ridge_regression()},
                                           {4, logistic_regression()},
                                           {2, log_sum_exp()},
                                           {2, softplus()}});
}

Gen<ObjectivePtr> rational_with_minimum() {
  return gen::oneOf(convex_quadratic(), huber(), convex_piecewise(), non_convex_piecewise());
}

Gen<ObjectivePtr> non_convex_smooth() {
  return gen::weightedOneOf<ObjectivePtr>(
      {{2, indefinite_quadratic()}, {2, geman_mcclure()}, {1, double_well()}, {2, non_convex_piecewise()}});
}

Gen<Interpolation> interpolation() {
  const auto family = gen::oneOf(
      gen::mapcat(dimension(3),
                  [](int d) {
                    return gen::map(gen::pair(entries(d, positive(3, -2, 2)), point(d, 6, 2)),
                                    [](const std::pair<Vector<double>, Vector<double>>& draw) {
                                      return make_objective(Quadratic(draw.first, draw.second));
                                    });
                  }),
      gen::mapcat(dimension(3), [](int d) {
        return gen::map(gen::tuple(entries(d, positive(3, -2, 2)), positive(2, -1, 2), point(d, 6, 2)),
                        [](const std::tuple<Vector<double>, double, Vector<double>>& draw) {
                          return make_objective(Huber(std::get<0>(draw), std::get<1>(draw), std::get<2>(draw)));
                        });
      }));
  return gen::mapcat(family, [](const ObjectivePtr& f) {
    const auto points = gen::mapcat(up_to(3), [d = f->dimension()](int more) {
      return gen::container<std::vector<Vector<double>>>(std::size_t(2 + more), point(d, 6, 2));
    });
    return gen::map(
        gen::tuple(points, up_to(2), up_to(100)), [f](const std::tuple<std::vector<Vector<double>>, int, int>& draw) {
          const auto& [at, kind, root] = draw;
          const double own_L = f->curvature().smoothness();
          if (kind == 0) return interpolation_of(*f, at, own_L);
          const double L = power_of_two_from(own_L);
          const Interpolation data = interpolation_of(*f, at, L);
          return extreme_interpolation(data, root % data.size(), kind == 1 ? Extreme::lowest : Extreme::highest);
        });
  });
}

}  // namespace verigrad::generate
