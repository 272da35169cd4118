#include "verigrad/theorem/stochastic/splitting_instance.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/number/exact_solve.hpp"
#include "verigrad/number/spectrum.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string SplittingInstance::describe() const {
  const std::string same =
      epochs.size() > 1 && std::equal(epochs.begin() + 1, epochs.end(), epochs.begin()) ? " in every epoch" : "";
  const std::vector<Epoch> shown(epochs.begin(), same.empty() ? epochs.end() : epochs.begin() + 1);
  return fmt::format("Σ αᵢ|Wxᵢ − yᵢ|², x = {}, y = {}, α = {}, W₀ᵗ = {}, Δt = {}, batches {}{}", in_words(x),
                     in_words(y), in_words(alpha), in_words(w0), dt, shown, same);
}

void SplittingInstance::require_valid() const {
  const auto refuse = [](const std::string& what) { throw std::invalid_argument("SplittingInstance: " + what); };
  if (x.size() == 0 || y.size() == 0) refuse("x or y is empty; give one row a term");
  if (y.rows() != x.rows() || alpha.size() != x.rows())
    refuse(fmt::format("{} rows in x, {} in y, {} α; use as many of each", x.rows(), y.rows(), alpha.size()));
  if (w0.rows() != x.cols() || w0.cols() != y.cols())
    refuse(fmt::format("W₀ᵗ is {}×{}; use {}×{}", w0.rows(), w0.cols(), x.cols(), y.cols()));
  if (dt.size() != epochs.size() || dt.empty())
    refuse(fmt::format("{} step sizes for {} epochs; use as many, at least one", dt.size(), epochs.size()));
  for (const Epoch& epoch : epochs)
    for (const auto& terms : epoch)
      for (const int i : terms)
        if (i < 0 || i >= x.rows()) refuse(fmt::format("a batch holds term {}; use 0 to {}", i, x.rows() - 1));
}

bool batches_are_partitions(const SplittingInstance& instance) {
  std::vector<int> all(std::size_t(instance.x.rows()));
  std::iota(all.begin(), all.end(), 0);
  return std::all_of(instance.epochs.begin(), instance.epochs.end(), [&](const SplittingInstance::Epoch& epoch) {
    std::vector<int> used;
    for (const auto& terms : epoch) used.insert(used.end(), terms.begin(), terms.end());
    std::sort(used.begin(), used.end());
    return used == all;
  });
}

namespace {

std::vector<int> all_terms_of(const SplittingInstance& instance) {
  std::vector<int> all(std::size_t(instance.x.rows()));
  std::iota(all.begin(), all.end(), 0);
  return all;
}

Matrix<double> as_doubles(const Matrix<Rational>& a) {
  const Matrix<double> result = a.unaryExpr([](const Rational& entry) { return approximate(entry); });
  if (exact<Rational>(result) != a)
    throw std::invalid_argument("SplittingInstance: an entry of Σ αᵢ xᵢxᵢᵗ is no double; use x and α of fewer digits");
  return result;
}

Matrix<Number> enclosed(const Matrix<Rational>& a) {
  return a.unaryExpr([](const Rational& entry) { return enclose(entry); });
}

LinearSystem<Number> enclosed(const LinearSystem<Rational>& system) {
  return {enclosed(system.a), enclosed(system.b), enclosed(system.minimiser), enclosed(system.another)};
}

const SplittingInstance& valid(const SplittingInstance& instance) {
  instance.require_valid();
  return instance;
}

/// (Wxᵢ − yᵢ), a column.
Vector<Number> residual(const SplittingInstance& instance, int i, const Matrix<Number>& w) {
  Vector<Number> result(instance.y.cols());
  const Vector<Number> x = exact(Vector<double>(instance.x.row(i)));
  for (Eigen::Index j = 0; j < result.size(); ++j) result[j] = dot(w.col(j), x) - exact(instance.y(i, j));
  return result;
}

}  // namespace

double smallest_eigenvalue(const SplittingInstance& instance) {
  return spectrum_bounds(as_doubles(normal_system(instance, all_terms_of(instance)).a)).lower;
}

Number batch_value(const SplittingInstance& instance, const std::vector<int>& terms, const Matrix<Number>& w) {
  Number sum(0);
  for (const int i : terms) sum += exact(instance.alpha[i]) * squared_norm(residual(instance, i, w));
  return sum;
}

Matrix<Number> batch_gradient(const SplittingInstance& instance, const std::vector<int>& terms,
                              const Matrix<Number>& w) {
  Matrix<Number> sum = Matrix<Number>::Constant(w.rows(), w.cols(), 0);
  for (const int i : terms) {
    const Vector<Number> r = residual(instance, i, w);
    const Number weight = 2 * exact(instance.alpha[i]);
    for (Eigen::Index row = 0; row < w.rows(); ++row)
      for (Eigen::Index col = 0; col < w.cols(); ++col) sum(row, col) += weight * exact(instance.x(i, row)) * r[col];
  }
  return sum;
}

LinearSystem<Rational> normal_system(const SplittingInstance& instance, const std::vector<int>& terms) {
  const Eigen::Index m = instance.x.cols(), n = instance.y.cols();
  LinearSystem<Rational> result{Matrix<Rational>::Constant(m, m, 0), Matrix<Rational>::Constant(m, n, 0),
                                Matrix<Rational>(m, n), exact<Rational>(instance.w0)};
  for (const int i : terms) {
    const Vector<Rational> x = exact<Rational>(Vector<double>(instance.x.row(i)));
    const Vector<Rational> y = exact<Rational>(Vector<double>(instance.y.row(i)));
    const Rational weight = 2 * exact<Rational>(instance.alpha[i]);
    result.a += weight * x * x.transpose();
    result.b += weight * x * y.transpose();
  }
  const Matrix<Rational> rest = result.b - result.a * result.another;
  for (Eigen::Index j = 0; j < n; ++j) {
    result.minimiser.col(j) = solve(result.a, result.b.col(j));
    result.another.col(j) += solve(result.a, rest.col(j));
  }
  return result;
}

SplittingRun::SplittingRun(const SplittingInstance& given)
    : instance(valid(given)), all(enclosed(normal_system(given, all_terms_of(given)))), w0(exact(given.w0)) {
  for (const SplittingInstance::Epoch& epoch : given.epochs) {
    batches.emplace_back();
    for (const auto& terms : epoch) batches.back().push_back(enclosed(normal_system(given, terms)));
  }
}

std::vector<Matrix<Number>> flow_epoch(const SplittingRun& system, int k, const Matrix<Number>& w) {
  std::vector<AffineFlow> flows;
  for (const LinearSystem<Number>& batch : system.batches[std::size_t(k)]) flows.push_back({batch.a, batch.b});
  return BatchFlow{system.instance.dt[std::size_t(k)]}.epoch(w, flows);
}

Number frobenius_norm(const Matrix<Number>& m) { return norm(Vector<Number>(m.reshaped())); }

}  // namespace verigrad
