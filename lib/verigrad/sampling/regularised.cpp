#include "verigrad/sampling/regularised.hpp"

#include <cmath>

#include "verigrad/number/spectrum.hpp"
#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {
namespace {

/// positive(), of either sign.
Gen<double> nonzero(int lowest_exponent, int highest_exponent) {
  return gen::map(gen::pair(positive(4, lowest_exponent, highest_exponent), one_in(2)),
                  [](const std::pair<double, bool>& draw) { return draw.second ? -draw.first : draw.first; });
}

using empirical_risk_gradient::RiskInstance;

RiskInstance placed(RiskInstance risk, const std::tuple<Vector<double>, Vector<double>, double>& place) {
  std::tie(risk.x, risk.direction, risk.t) = place;
  return risk;
}

Gen<RiskInstance> least_squares_risk() {
  return gen::mapcat(gen::pair(dimension(4), dimension(3)), [](const std::pair<int, int>& shape) {
    const auto [n, p] = shape;
    const auto places = gen::tuple(point(p, 5, 2), point(p, 4, 1), positive(1, -6, 0));
    return gen::map(gen::tuple(table(n, p, dyadic(4, 1)), point(n, 5, 2), one_in(2), places),
                    [](const std::tuple<Matrix<double>, Vector<double>, bool,
                                        std::tuple<Vector<double>, Vector<double>, double>>& draw) {
                      const auto& [a, y, with_ridge, place] = draw;
                      return placed(empirical_risk_gradient::least_squares_risk(a, y, with_ridge ? 0.25 : 0), place);
                    });
  });
}

Gen<RiskInstance> logistic_risk() {
  return gen::mapcat(gen::pair(dimension(4), dimension(2)), [](const std::pair<int, int>& shape) {
    const auto [n, p] = shape;
    const auto places = gen::tuple(point(p, 5, 2), entries(p, positive(3, -1, 1)), positive(1, -6, 0));
    const auto classes = entries(n, gen::map(one_in(2), [](bool first) { return first ? -1.0 : 1.0; }));
    return gen::map(
        gen::tuple(table(n, p, positive(3, -1, 1)), classes, places),
        [](const std::tuple<Matrix<double>, Vector<double>, std::tuple<Vector<double>, Vector<double>, double>>& draw) {
          const auto& [a, y, place] = draw;
          return placed(empirical_risk_gradient::logistic_risk(a, y, 0.5), place);
        });
  });
}

/// share · highest / ‖A‖² rounded down to 12 bits; 1 when A = 0.
double step_size(const Matrix<double>& a, double share) {
  const double largest = spectrum_bounds(a.transpose() * a).upper;
  if (largest == 0) return 1;
  int exponent = 0;
  const double mantissa = std::frexp(share / largest, &exponent);
  return std::ldexp(std::floor(std::ldexp(mantissa, 12)), exponent - 12);
}

/// A subgradient of ‖·‖₁ at x: quarters where xᵢ = 0.
Vector<double> subgradient(const Vector<double>& x, const Vector<double>& quarters) {
  Vector<double> s(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) s[i] = x[i] == 0 ? quarters[i] : x[i] > 0 ? 1 : -1;
  return s;
}

Gen<SolvedLasso> solved_lasso() {
  return gen::mapcat(gen::pair(dimension(4), dimension(4)), [](const std::pair<int, int>& shape) {
    const auto [rows, p] = shape;
    const auto quarter = gen::map(up_to(8), [](int k) { return (k - 4) / 4.0; });
    const auto sparse = gen::map(gen::pair(dyadic(4, 1), one_in(3)),
                                 [](const std::pair<double, bool>& draw) { return draw.second ? 0.0 : draw.first; });
    return gen::map(gen::tuple(table(rows, p, dyadic(3, 1)), point(rows, 3, 1), entries(p, sparse), entries(p, quarter),
                               dyadic(4, 2)),
                    [](const std::tuple<Matrix<double>, Vector<double>, Vector<double>, Vector<double>, double>& draw) {
                      const auto& [b, q, x_star, quarters, lambda] = draw;
                      return lasso_with_minimiser(b, q, x_star, subgradient(x_star, quarters), std::abs(lambda));
                    });
  });
}

using penalised_least_squares_limit::LimitInstance;

/// A diagonal table with the diagonal of `a`, and x* = 0 where that is 0.
LimitInstance with_one_norm(LimitInstance instance) {
  const Vector<double> diagonal = instance.a.diagonal();
  instance.penalty = LimitInstance::Penalty::one_norm;
  instance.a = diagonal.asDiagonal();
  for (Eigen::Index j = 0; j < diagonal.size(); ++j)
    if (diagonal[j] == 0) instance.x_star[j] = 0;
  return instance;
}

}  // namespace

Gen<soft_thresholding::ProximalInstance> proximal(int highest_dimension) {
  return gen::mapcat(dimension(highest_dimension), [](int p) {
    return gen::map(gen::tuple(point(p, 5, 2), dyadic(5, 2), point(p, 5, 2)),
                    [](const std::tuple<Vector<double>, double, Vector<double>>& draw) {
                      const auto& [y, lambda, x] = draw;
                      return soft_thresholding::ProximalInstance{y, std::abs(lambda), x};
                    });
  });
}

Gen<ridge_regression::RidgeInstance> ridge() {
  return gen::mapcat(gen::pair(dimension(4), dimension(4)), [](const std::pair<int, int>& shape) {
    const auto [n, p] = shape;
    return gen::map(gen::tuple(table(n, p, dyadic(4, 1)), point(n, 5, 2), positive(3, -8, 2), point(p, 5, 2)),
                    [](const std::tuple<Matrix<double>, Vector<double>, double, Vector<double>>& draw) {
                      const auto& [a, y, lambda, x] = draw;
                      return ridge_regression::RidgeInstance{a, y, lambda, x};
                    });
  });
}

Gen<logistic_loss_derivative::LossInstance> logistic_loss() {
  return gen::map(gen::tuple(dyadic(5, 2), nonzero(-3, 1), nonzero(-20, 0)),
                  [](const std::tuple<double, double, double>& draw) {
                    const auto& [s, y, h] = draw;
                    return logistic_loss_derivative::LossInstance{s, y, h};
                  });
}

Gen<linear_model_gradient::ModelInstance> linear_model() {
  using linear_model_gradient::ModelInstance;
  return gen::mapcat(gen::pair(dimension(4), up_to(2)), [](const std::pair<int, int>& draw) {
    const auto [p, loss] = draw;
    const bool logistic = loss == int(LinearModelLoss::logistic);
    const auto coordinates = [p = p, logistic] { return logistic ? entries(p, positive(3, -2, 1)) : point(p, 5, 2); };
    return gen::map(
        gen::tuple(coordinates(), nonzero(-2, 1), point(p, 5, 2), coordinates(), nonzero(-10, 0)),
        [loss = loss](const std::tuple<Vector<double>, double, Vector<double>, Vector<double>, double>& data) {
          const auto& [a, y, x, direction, t] = data;
          return ModelInstance{LinearModelLoss(loss), a, y, x, direction, t};
        });
  });
}

Gen<empirical_risk_gradient::RiskInstance> risk() { return gen::oneOf(least_squares_risk(), logistic_risk()); }

Gen<LassoInstance> lasso(int highest_step) {
  return gen::mapcat(solved_lasso(), [highest_step](const SolvedLasso& solved) {
    const Eigen::Index p = solved.x_star.size();
    return gen::map(gen::tuple(up_to(96), point(p, 4, 1), point(p, 4, 1), up_to(5)),
                    [=](const std::tuple<int, Vector<double>, Vector<double>, int>& draw) {
                      const auto& [k, offset, other, n] = draw;
                      const double share = std::min(k + 1, 64) / 64.0 * highest_step;
                      return LassoInstance{
                          solved.lasso, step_size(solved.lasso.a, share), solved.x_star + offset, other, n,
                          solved.x_star};
                    });
  });
}

Gen<iterative_soft_thresholding::FistaInstance> fista() {
  return gen::map(lasso(1), [](const LassoInstance& instance) {
    iterative_soft_thresholding::FistaInstance result{instance};
    if (result.x == *result.x_star) result.x[0] += 1;
    return result;
  });
}

Gen<LimitInstance> limit() {
  return gen::mapcat(gen::tuple(dimension(3), dimension(3), one_in(2)), [](const std::tuple<int, int, bool>& shape) {
    const auto [rows, p, one_norm] = shape;
    const int n = one_norm ? p : rows;
    return gen::map(gen::tuple(table(n, p, dyadic(3, 1)), entries(p, positive(1, -2, 2)), point(n, 3, 1),
                               point(p, 4, 1), point(p, 4, 1), positive(2, -8, 1), up_to(6)),
                    [one_norm = one_norm](const std::tuple<Matrix<double>, Vector<double>, Vector<double>,
                                                           Vector<double>, Vector<double>, double, int>& draw) {
                      const auto& [a, d, nu, x_star, x, lambda, steps] = draw;
                      const LimitInstance instance{
                          LimitInstance::Penalty::quadratic, a, d, nu, x_star, x, lambda, steps};
                      return one_norm ? with_one_norm(instance) : instance;
                    });
  });
}

}  // namespace verigrad::generate
