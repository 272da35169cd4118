#include "verigrad/rate/quadratic_class.hpp"

#include <algorithm>
#include <cmath>

namespace verigrad::rate {
namespace {

Polynomial zeros(Eigen::Index size) { return Polynomial::Constant(size, Rational(0)); }

Polynomial times(const Polynomial& p, const Polynomial& q) {
  Polynomial result = zeros(p.size() + q.size() - 1);
  for (Eigen::Index i = 0; i < p.size(); ++i)
    for (Eigen::Index j = 0; j < q.size(); ++j) result[i + j] += p[i] * q[j];
  return result;
}

/// c tᵏ p
Polynomial shifted(const Polynomial& p, Eigen::Index k, const Rational& c) {
  Polynomial result = zeros(p.size() + k);
  result.tail(p.size()) = c * p;
  return result;
}

Rational at(const Polynomial& p, const Rational& t) {
  Rational value = 0;
  for (Eigen::Index i = p.size(); i-- > 0;) value = value * t + p[i];
  return value;
}

/// Bernstein coefficients on [a, b]: those of p(a + (b − a)s) in s, over binomials, summed.
Polynomial bernstein(const Polynomial& p, const Rational& a, const Rational& b) {
  const Eigen::Index n = p.size() - 1;
  Polynomial q = p;
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = n; j-- > i;) q[j] += a * q[j + 1];
  Rational scale = 1, binomial = 1;
  for (Eigen::Index i = 0; i <= n; ++i) {
    q[i] *= scale / binomial;
    scale *= b - a;
    binomial *= Rational(int(n - i)) / int(i + 1);
  }
  for (Eigen::Index i = 1; i <= n; ++i)
    for (Eigen::Index j = n; j >= i; --j) q[j] += q[j - 1];
  return q;
}

/// Coefficients on both halves, by de Casteljau's scheme.
std::pair<Polynomial, Polynomial> halves(Polynomial right) {
  const Eigen::Index n = right.size() - 1;
  Polynomial left = right;
  for (Eigen::Index i = 1; i <= n; ++i) {
    for (Eigen::Index j = 0; j <= n - i; ++j) right[j] = (right[j] + right[j + 1]) / 2;
    left[i] = right[0];
  }
  return {left, right};
}

bool nonnegative(const Polynomial& coefficients, int depth) {
  if (coefficients.minCoeff() >= 0) return true;
  if (depth == 0 || coefficients[0] < 0 || coefficients[coefficients.size() - 1] < 0) return false;
  const auto [left, right] = halves(coefficients);
  return nonnegative(left, depth - 1) && nonnegative(right, depth - 1);
}

/// The measure along an eigenvector, near enough to look for its largest.
double approximate_measure(const Certificate& certificate, const Matrix<double>& steps, double lambda) {
  Vector<double> p = Vector<double>::Ones(steps.rows());
  for (Eigen::Index k = 0; k < p.size(); ++k) p[k] += lambda * steps.row(k).head(k).dot(p.head(k));
  const double square = p[p.size() - 1] * p[p.size() - 1];
  const bool distance = certificate.setting.start == Start::distance;
  switch (certificate.setting.measure) {
    case Measure::distance: return distance ? square : square / lambda;
    case Measure::value: return distance ? lambda * square : square;
    default: return distance ? lambda * lambda * square : lambda * square;
  }
}

/// Of a grid that is fine beside the polynomial's degree, and then of ever shorter steps from there.
Rational curvature_of_largest(const Certificate& certificate) {
  const Eigen::Index last = certificate.points.rows() - 1;
  const Matrix<double> steps =
      certificate.points.rightCols(last + 1).unaryExpr([](const Rational& x) { return approximate(x); });
  const double least = approximate(certificate.setting.mu), most = approximate(certificate.setting.L);
  const auto measure = [&](double lambda) { return approximate_measure(certificate, steps, lambda); };
  const Eigen::Index cells = 64 * (last + 1) * (last + 1);
  double best = most;
  for (Eigen::Index i = 0; i < cells; ++i)
    if (const double lambda = least + (most - least) * double(i) / double(cells); measure(lambda) > measure(best))
      best = lambda;
  constexpr int halvings = 60;
  double step = (most - least) / double(cells);
  for (int i = 0; i < halvings; ++i, step /= 2)
    for (const double lambda : {std::max(least, best - step), std::min(most, best + step)})
      if (measure(lambda) > measure(best)) best = lambda;
  constexpr int bits = 24;  // the measure's fraction has as many for each degree, and the measure is flat here
  int exponent = 0;
  std::frexp(most, &exponent);
  const double rounded = std::ldexp(std::nearbyint(std::ldexp(best, bits - exponent)), exponent - bits);
  return std::clamp(exact<Rational>(rounded), certificate.setting.mu, certificate.setting.L);
}

}  // namespace

bool is_bound(const Rational& bound, const MeasureOfCurvature& measure, const Setting& setting) {
  Polynomial left = -measure.above;
  left.head(measure.below.size()) += bound * measure.below;
  return nonnegative_on(left, setting.mu, setting.L);
}

bool nonnegative_on(const Polynomial& p, const Rational& a, const Rational& b) {
  constexpr int most_halvings = 60;
  return nonnegative(bernstein(p, a, b), most_halvings);
}

std::vector<Polynomial> residuals(const StepMatrix& points) {
  std::vector<Polynomial> all;
  for (Eigen::Index k = 0; k < points.rows(); ++k) {
    Polynomial p = zeros(points.rows());
    p[0] = points(k, 0);
    for (Eigen::Index j = 0; j < k; ++j)
      if (points(k, 1 + j) != 0)
        p.tail(points.rows() - 1) += points(k, 1 + j) * all[std::size_t(j)].head(points.rows() - 1);
    all.push_back(p);
  }
  return all;
}

MeasureOfCurvature measure_of_curvature(const Certificate& certificate) {
  const Setting& setting = certificate.setting;
  const Polynomial p = residuals(certificate.points).back(), square = times(p, p);
  const bool distance = setting.start == Start::distance;
  const Rational start = distance ? setting.start_bound : Rational(2 * setting.start_bound);
  MeasureOfCurvature measure{zeros(1), zeros(distance ? 1 : 2)};
  measure.below[measure.below.size() - 1] = 1;
  switch (setting.measure) {
    case Measure::distance: measure.above = shifted(square, 0, start); break;
    case Measure::value: measure.above = shifted(square, 1, start / 2); break;
    default: measure.above = shifted(square, 2, start);
  }
  return measure;
}

LowerBound run_of_curvature(const Certificate& certificate, const Rational& lambda) {
  const Setting& setting = certificate.setting;
  const Rational start =
      setting.start == Start::distance ? setting.start_bound : Rational(2 * setting.start_bound / lambda);
  const std::vector<Polynomial> p = residuals(certificate.points);
  LowerBound run{0, zeros(certificate.points.rows()), Matrix<Rational>(p.size() + 1, p.size() + 1)};
  Vector<Rational> along(certificate.points.cols());
  along[0] = 1;
  for (std::size_t k = 0; k < p.size(); ++k) {
    const Rational x = at(p[k], lambda);
    along[1 + Eigen::Index(k)] = lambda * x;
    run.values[Eigen::Index(k)] = lambda * x * x * start / 2;
  }
  run.gram = start * Matrix<Rational>(along * along.transpose());
  const MeasureOfCurvature measure = measure_of_curvature(certificate);
  run.bound = at(measure.above, lambda) / at(measure.below, lambda);
  return run;
}

void bound_over_quadratics(Certificate& certificate) {
  certificate.lower = run_of_curvature(certificate, curvature_of_largest(certificate));
  const MeasureOfCurvature measure = measure_of_curvature(certificate);
  constexpr int finest = 40, coarser = 4;
  for (int bits = finest; bits > 0; bits -= coarser) {
    const Rational bound = exact<Rational>(approximate(certificate.lower->bound) * (1 + std::ldexp(1, -bits)));
    if (!is_bound(bound, measure, certificate.setting)) continue;
    certificate.upper = UpperBound{bound, {}};
    return;
  }
}

}  // namespace verigrad::rate
