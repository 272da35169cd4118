#include "verigrad/rate/check_certificate.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/number/exact_solve.hpp"
#include "verigrad/rate/quadratic_class.hpp"

namespace verigrad::rate {
namespace {

using Exact = Matrix<Rational>;

[[noreturn]] void refuse(const std::string& reason) { throw Refused(reason); }

Exact zeros(Eigen::Index rows, Eigen::Index columns) { return Exact::Constant(rows, columns, Rational(0)); }

/// A B, of which one is often mostly zeros.
Exact product(const Exact& a, const Exact& b) {
  Exact result = zeros(a.rows(), b.cols());
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index k = 0; k < a.cols(); ++k)
      if (a(i, k) != 0)
        for (Eigen::Index j = 0; j < b.cols(); ++j)
          if (b(k, j) != 0) result(i, j) += a(i, k) * b(k, j);
  return result;
}

/// ½(A + Aᵀ)
Exact symmetric(const Exact& a) {
  const Exact sum = a + Exact(a.transpose());
  return Rational(1) / 2 * sum;
}

/// The points and gradients of a certificate in the basis x₀ − x*, g₀, …, g_N: a row each, the last row is x*.
struct Rows {
  Exact x, g;
  int last = 0;  ///< N
  int star = 0;  ///< N + 1

  explicit Rows(const Certificate& certificate) : last(certificate.steps), star(last + 1) {
    const Eigen::Index basis = certificate.steps + 2;
    const StepMatrix& points = certificate.points;
    if (points.rows() != star || points.cols() != basis)
      refuse(fmt::format("the step matrix is {}×{}, not {}×{}", points.rows(), points.cols(), star, basis));
    x = zeros(basis, basis);
    x.topRows(star) = points;
    g = zeros(basis, basis);
    for (int k = 0; k <= last; ++k) g(k, 1 + k) = 1;
  }
};

/// f_i − f_j ≥ ⟨g_j, x_i − x_j⟩ + a ‖g_i − g_j‖² + b ‖x_i − x_j‖² − c ⟨g_i − g_j, x_i − x_j⟩.
struct Interpolation {
  Rational a, b, c;
};

Interpolation interpolation(const Setting& setting) {
  if (setting.of == Class::convex_bounded) return {0, 0, 0};
  const Rational mu = setting.of == Class::smooth_non_convex ? Rational(-setting.L) : setting.mu;
  const Rational weight = setting.L / (2 * (setting.L - mu));
  return {weight / setting.L, weight * mu, 2 * weight * mu / setting.L};
}

bool is_sound_pair(const Certificate& certificate, const Inequality& pair) {
  const int star = certificate.steps + 1;
  const bool in_range = pair.i >= 0 && pair.i <= star && pair.j >= 0 && pair.j <= star && pair.i != pair.j;
  return in_range && (certificate.setting.of != Class::smooth_non_convex || pair.i != star);
}

/// Adds multiplier · (left side of an inequality ≥ 0) into constant, coefficients of values, and form.
struct Sum {
  Rational constant = 0, best = 0;
  Vector<Rational> values;
  Exact form;
};

/// Σ λ_ij times what the pairs' inequalities say, grouped by gradients and points.
void add_pairs(Sum& sum, const Exact& lambda, const Rows& rows, const Setting& setting) {
  const Eigen::Index n = lambda.rows();
  Exact weight = lambda + Exact(lambda.transpose()), towards = lambda.transpose();
  Exact laplacian = zeros(n, n);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j) {
      laplacian(i, i) += weight(i, j);
      laplacian(i, j) -= weight(i, j);
      towards(j, j) -= lambda(i, j);
      if (i < n - 1) sum.values[i] += lambda(i, j);
      if (j < n - 1) sum.values[j] -= lambda(i, j);
    }
  const auto [a, b, c] = interpolation(setting);
  const Exact gt = rows.g.transpose(), xt = rows.x.transpose();
  sum.form -= symmetric(product(gt, product(towards, rows.x)));
  if (a != 0) sum.form -= a * product(gt, product(laplacian, rows.g));
  if (b != 0) sum.form -= b * product(xt, product(laplacian, rows.x));
  if (c != 0) sum.form += c * symmetric(product(gt, product(laplacian, rows.x)));
}

void add_start(Sum& sum, const Rational& multiplier, const Setting& setting) {
  sum.constant += multiplier * setting.start_bound;
  if (setting.start == Start::distance)
    sum.form(0, 0) -= multiplier;
  else
    sum.values[0] -= multiplier;
}

void add_best(Sum& sum, const Rational& multiplier, int i, const Setting& setting) {
  sum.best -= multiplier;
  if (setting.measure == Measure::best_gradient)
    sum.form(1 + i, 1 + i) += multiplier;
  else
    sum.values[i] += multiplier;
}

void add_measure(Sum& sum, const Certificate& certificate) {
  const int last = certificate.steps;
  switch (certificate.setting.measure) {
    case Measure::value: sum.values[last] += 1; break;
    case Measure::gradient: sum.form(1 + last, 1 + last) += 1; break;
    case Measure::distance: {
      const Exact x = certificate.points.row(last);
      sum.form += product(x.transpose(), x);
      break;
    }
    default: sum.best += 1;
  }
}

bool is_best(Measure measure) { return measure == Measure::best_gradient || measure == Measure::best_value; }

void add(Sum& sum, Exact& lambda, const Certificate& certificate, const Multiplier& multiplier) {
  const Setting& setting = certificate.setting;
  const auto& [of, value] = multiplier;
  const bool has_point = of.i >= 0 && of.i <= certificate.steps;
  if (value < 0) refuse("a multiplier is below 0");
  switch (of.kind) {
    case Inequality::Kind::pair:
      if (!is_sound_pair(certificate, of)) refuse(fmt::format("no inequality holds of the pair {}, {}", of.i, of.j));
      if (setting.of == Class::smooth_non_convex && of.j == certificate.steps + 1) {
        sum.values[of.i] += value;
        sum.form(1 + of.i, 1 + of.i) -= value / (2 * setting.L);
      } else {
        lambda(of.i, of.j) += value;
      }
      break;
    case Inequality::Kind::start: add_start(sum, value, setting); break;
    case Inequality::Kind::bounded:
      if (setting.of != Class::convex_bounded || !has_point) refuse("the class does not bound that gradient");
      sum.constant += value * setting.M * setting.M;
      sum.form(1 + of.i, 1 + of.i) -= value;
      break;
    case Inequality::Kind::best:
      if (!is_best(setting.measure) || !has_point) refuse("the measure is no least one over that point");
      add_best(sum, value, of.i, setting);
  }
}

/// Inner products of the rows, from those of the basis.
struct Products {
  Exact xx, gx, gg;

  Products(const Rows& rows, const Exact& gram)
      : xx(product(product(rows.x, gram), rows.x.transpose())),
        gx(product(product(rows.g, gram), rows.x.transpose())),
        gg(product(product(rows.g, gram), rows.g.transpose())) {}
};

void require_pair(const Products& p, const Vector<Rational>& f, int i, int j, const Interpolation& rule) {
  const Rational gradients = p.gg(i, i) - 2 * p.gg(i, j) + p.gg(j, j),
                 points = p.xx(i, i) - 2 * p.xx(i, j) + p.xx(j, j);
  const Rational mixed = p.gx(i, i) - p.gx(i, j) - p.gx(j, i) + p.gx(j, j);
  const Rational right = p.gx(j, i) - p.gx(j, j) + rule.a * gradients + rule.b * points - rule.c * mixed;
  if (f[i] - f[j] < right) refuse(fmt::format("no function of the class passes through the points {} and {}", i, j));
}

void require_interpolated(const Certificate& certificate, const Products& p, const Vector<Rational>& f) {
  const Setting& setting = certificate.setting;
  const int star = certificate.steps + 1;
  const bool convex = setting.of != Class::smooth_non_convex;
  const Interpolation rule = interpolation(setting);
  for (int i = 0; i <= star; ++i)
    for (int j = 0; j <= star; ++j)
      if (i != j && (convex || (i != star && j != star))) require_pair(p, f, i, j, rule);
  for (int i = 0; i < star; ++i) {
    if (!convex && f[i] < p.gg(i, i) / (2 * setting.L)) refuse(fmt::format("f falls below f* from the point {}", i));
    if (setting.of == Class::convex_bounded && p.gg(i, i) > setting.M * setting.M)
      refuse(fmt::format("the subgradient at the point {} exceeds M", i));
  }
}

Rational measured(const Certificate& certificate, const Products& p, const Vector<Rational>& f) {
  const int last = certificate.steps;
  std::vector<Rational> all;
  switch (certificate.setting.measure) {
    case Measure::value: return f[last];
    case Measure::distance: return p.xx(last, last);
    case Measure::gradient: return p.gg(last, last);
    case Measure::best_gradient:
      for (int k = 0; k <= last; ++k) all.push_back(p.gg(k, k));
      break;
    case Measure::best_value:
      for (int k = 0; k <= last; ++k) all.push_back(f[k]);
  }
  return *std::min_element(all.begin(), all.end());
}

/// x_j and x_i are one point for every choice of gradients, so that f has one value and one gradient there.
void identify(Sum& sum, Exact& x, Eigen::Index j, Eigen::Index i) {
  x.col(1 + i) += Vector<Rational>(x.col(1 + j));
  x.col(1 + j).setConstant(Rational(0));
  sum.values[i] += sum.values[j];
  sum.values[j] = 0;
  sum.form.row(1 + i) += Vector<Rational>(sum.form.row(1 + j)).transpose();
  sum.form.row(1 + j).setConstant(Rational(0));
  sum.form.col(1 + i) += Vector<Rational>(sum.form.col(1 + j));
  sum.form.col(1 + j).setConstant(Rational(0));
}

void identify_coinciding_points(Sum& sum, Exact x, int last) {
  for (int j = 1; j <= last; ++j)
    for (int i = 0; i < j; ++i)
      if (x.row(i) == x.row(j)) {
        identify(sum, x, j, i);
        break;
      }
}

void require_quadratic_upper_bound(const Certificate& certificate) {
  const Rows rows(certificate);
  if (!certificate.upper->multipliers.empty()) refuse("no multipliers are of quadratic functions");
  if (!is_bound(certificate.upper->bound, measure_of_curvature(certificate), certificate.setting))
    refuse("along an eigenvector of some curvature the measure exceeds the bound");
}

/// Of one curvature within [μ, L]: g_k = λ (x_k − x*) and f(x_k) − f* = λ/2 ‖x_k − x*‖² for all k.
void require_of_one_curvature(const Certificate& certificate, const Rows& rows) {
  const Setting& setting = certificate.setting;
  const LowerBound& lower = *certificate.lower;
  if (lower.gram(0, 0) == 0) refuse("the function starts at its minimum");
  const Rational lambda = lower.gram(1, 0) / lower.gram(0, 0);
  if (lambda < setting.mu || lambda > setting.L) refuse("the function's curvature is none of the class");
  const Exact x = product(certificate.points, lower.gram), squares = product(x, certificate.points.transpose());
  for (int k = 0; k < rows.star; ++k) {
    if (Exact(lower.gram.row(1 + k)) != Exact(lambda * x.row(k)))
      refuse(fmt::format("the gradient at the point {} is not that of the curvature", k));
    if (2 * lower.values[k] != lambda * squares(k, k))
      refuse(fmt::format("the value at the point {} is not that of the curvature", k));
  }
}

}  // namespace

void require_points_of_method(const Certificate& certificate) {
  if (!certificate.command.empty()) return;
  const StepMatrix points = step_matrix(fixed_step_method(certificate.method), certificate.hyper, certificate.steps);
  const StepMatrix& claimed = certificate.points;
  if (claimed.rows() != points.rows() || claimed.cols() != points.cols() || claimed != points)
    refuse(fmt::format("the steps are not those of {}", certificate.method));
}

Matrix<Rational> what_multipliers_leave(const Certificate& certificate) {
  require_sound(certificate.setting);
  if (certificate.setting.of == Class::quadratic) refuse("no multipliers are of quadratic functions");
  const Rows rows(certificate);
  const Eigen::Index basis = certificate.steps + 2;
  Sum sum{0, 0, Vector<Rational>::Constant(basis - 1, Rational(0)), zeros(basis, basis)};
  add_measure(sum, certificate);
  Exact lambda = zeros(basis, basis);
  for (const Multiplier& multiplier : certificate.upper->multipliers) add(sum, lambda, certificate, multiplier);
  add_pairs(sum, lambda, rows, certificate.setting);
  if (certificate.setting.of != Class::convex_bounded) identify_coinciding_points(sum, rows.x, rows.last);
  if (sum.best != 0) refuse("the multipliers of the least measure do not add up to 1");
  for (Eigen::Index k = 0; k < sum.values.size(); ++k)
    if (sum.values[k] != 0) refuse(fmt::format("the multipliers do not cancel f(x_{})", k));
  if (sum.constant != certificate.upper->bound) refuse("the bound is not what the multipliers give");
  return -sum.form;
}

void require_upper_bound(const Certificate& certificate) {
  require_sound(certificate.setting);
  if (certificate.setting.of == Class::quadratic) return require_quadratic_upper_bound(certificate);
  if (!positive_semidefinite(what_multipliers_leave(certificate)))
    refuse("what the multipliers leave is no sum of squares");
}

void require_lower_bound(const Certificate& certificate) {
  require_sound(certificate.setting);
  const Rows rows(certificate);
  const LowerBound& lower = *certificate.lower;
  if (lower.gram.rows() != rows.x.cols() || lower.gram.cols() != rows.x.cols() || lower.values.size() != rows.star)
    refuse("the function has not one value and one gradient a point");
  if (lower.gram != Exact(lower.gram.transpose()) || !positive_semidefinite(lower.gram))
    refuse("the inner products are of no points");
  Vector<Rational> f(rows.star + 1);
  f << lower.values, Rational(0);
  const Products p(rows, lower.gram);
  if (certificate.setting.of == Class::quadratic)
    require_of_one_curvature(certificate, rows);
  else
    require_interpolated(certificate, p, f);
  const Setting& setting = certificate.setting;
  if ((setting.start == Start::distance ? lower.gram(0, 0) : f[0]) > setting.start_bound)
    refuse("the function starts beyond the start's bound");
  if (measured(certificate, p, f) != lower.bound) refuse("the function's measure is not the bound claimed");
}

}  // namespace verigrad::rate
