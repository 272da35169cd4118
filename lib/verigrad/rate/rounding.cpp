#include "verigrad/rate/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "verigrad/number/exact_solve.hpp"

namespace verigrad::rate {
namespace {

/// Digits after the binary point of the largest number.
constexpr int bits = 55;

/// x as the nearest multiple of 2^−bits of a number of the size of `largest`.
Rational rounded(double x, double largest) {
  int exponent = 0;
  std::frexp(largest, &exponent);
  return exact<Rational>(std::ldexp(std::nearbyint(std::ldexp(x, bits - exponent)), exponent - bits));
}

/// Indices of constraints whose coefficients of values are a basis of all, the largest multipliers first.
std::vector<std::size_t> pivots(const Program& program, const Vector<double>& multipliers) {
  std::vector<std::size_t> order(program.constraints.size()), chosen;
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return multipliers[Eigen::Index(a)] > multipliers[Eigen::Index(b)];
  });
  std::vector<std::pair<Eigen::Index, Vector<double>>> reduced;
  for (const std::size_t i : order) {
    Vector<double> values = program.constraints[i].values;
    for (const auto& [pivot, row] : reduced) values -= values[pivot] / row[pivot] * row;
    Eigen::Index pivot = 0;
    constexpr double least_pivot = 0.01;
    if (values.size() == 0 || values.cwiseAbs().maxCoeff(&pivot) < least_pivot) continue;
    reduced.emplace_back(pivot, values);
    chosen.push_back(i);
  }
  return chosen;
}

/// What is left of the values in the measure and the weighted constraints.
Vector<Rational> defect(const Program& program, const std::vector<Rational>& multipliers) {
  Vector<Rational> left = exact<Rational>(program.values);
  for (std::size_t i = 0; i < multipliers.size(); ++i)
    for (Eigen::Index k = 0; k < left.size(); ++k)
      if (const double value = program.constraints[i].values[k]; value != 0)
        left[k] += exact<Rational>(value) * multipliers[i];
  return left;
}

/// For each of x₀ − x*, g₀, …, g_N its row in the program's matrix, or −1.
std::vector<Eigen::Index> rows(const Program& program, Eigen::Index basis) {
  std::vector<Eigen::Index> all;
  for (Eigen::Index k = 0; k < basis; ++k) {
    const Eigen::Index vector = k == 0 ? 0 : 1 + program.point[std::size_t(k - 1)];
    const auto found = std::find(program.basis.begin(), program.basis.end(), vector);
    all.push_back(found == program.basis.end() ? -1 : found - program.basis.begin());
  }
  return all;
}

/// Where points of different subgradients are one, their values cancel each other: neither is below the other.
void cancel_values_of_one_point(UpperBound& upper, const Program& program, const Setting& setting) {
  const std::size_t points = program.value.size();
  std::vector<Rational> left(points, Rational(0));
  if (setting.measure == Measure::value) left.back() = 1;
  for (const auto& [of, value] : upper.multipliers) {
    const bool of_value = of.kind == Inequality::Kind::best && setting.measure == Measure::best_value;
    if ((of.kind == Inequality::Kind::pair || of_value) && std::size_t(of.i) < points) left[std::size_t(of.i)] += value;
    if (of.kind == Inequality::Kind::pair && std::size_t(of.j) < points) left[std::size_t(of.j)] -= value;
  }
  for (std::size_t k = 0; k < points; ++k) {
    const auto first = std::find(program.value.begin(), program.value.end(), program.value[k]) - program.value.begin();
    if (first == std::ptrdiff_t(k) || left[k] == 0) continue;
    const int one = int(first), other = int(k);
    const bool above = left[k] > 0;
    upper.multipliers.push_back({{Inequality::Kind::pair, above ? one : other, above ? other : one}, abs(left[k])});
  }
}

}  // namespace

std::optional<UpperBound> rounded_upper_bound(const Program& program, const Vector<double>& multipliers,
                                              const Setting& setting) {
  const double largest = multipliers.maxCoeff();
  std::vector<Rational> lambda;
  for (const double multiplier : multipliers) lambda.push_back(rounded(std::max(multiplier, 0.0), largest));
  const std::vector<std::size_t> basis = pivots(program, multipliers);
  if (!basis.empty()) {
    Matrix<Rational> coefficients(program.values.size(), Eigen::Index(basis.size()));
    for (std::size_t j = 0; j < basis.size(); ++j)
      coefficients.col(Eigen::Index(j)) = exact<Rational>(program.constraints[basis[j]].values);
    const auto correction = solution(coefficients, defect(program, lambda));
    if (!correction) return std::nullopt;
    for (std::size_t j = 0; j < basis.size(); ++j) lambda[basis[j]] -= (*correction)[Eigen::Index(j)];
  }
  UpperBound upper{0, {}};
  for (std::size_t i = 0; i < lambda.size(); ++i) {
    const Inequality& of = program.constraints[i].of;
    if (lambda[i] != 0) upper.multipliers.push_back({of, lambda[i]});
    if (of.kind == Inequality::Kind::start) upper.bound += lambda[i] * setting.start_bound;
    if (of.kind == Inequality::Kind::bounded) upper.bound += lambda[i] * setting.M * setting.M;
  }
  if (setting.of == Class::convex_bounded) cancel_values_of_one_point(upper, program, setting);
  return upper;
}

LowerBound rounded_lower_bound(const Program& program, const Approximation& answer, const Certificate& certificate) {
  const Eigen::Index basis = certificate.points.cols(), last = certificate.steps;
  LowerBound lower{0, Vector<Rational>(last + 1), Matrix<Rational>::Constant(basis, basis, Rational(0))};
  const double largest = answer.gram.cwiseAbs().maxCoeff(), highest = answer.values.cwiseAbs().maxCoeff();
  const std::vector<Eigen::Index> row = rows(program, basis);
  for (Eigen::Index i = 0; i < basis; ++i)
    for (Eigen::Index j = 0; j < basis; ++j)
      if (const Eigen::Index a = row[std::size_t(i)], b = row[std::size_t(j)]; a >= 0 && b >= 0)
        lower.gram(i, j) = rounded(answer.gram(a, b), largest);
  for (Eigen::Index k = 0; k <= last; ++k)
    lower.values[k] = rounded(answer.values[program.value[std::size_t(k)]], highest);
  const Vector<Rational> x = certificate.points.row(last);
  switch (certificate.setting.measure) {
    case Measure::value: lower.bound = lower.values[last]; break;
    case Measure::distance: lower.bound = x.dot(Vector<Rational>(lower.gram * x)); break;
    case Measure::gradient: lower.bound = lower.gram(1 + last, 1 + last); break;
    case Measure::best_gradient: lower.bound = lower.gram.diagonal().tail(last + 1).minCoeff(); break;
    case Measure::best_value: lower.bound = lower.values.minCoeff();
  }
  return lower;
}

}  // namespace verigrad::rate
