// SGD and SAG in double on 10,000 × 100 logistic regression against loops written by hand: epochs per second of both
// and their ratio, measured in turn within one run, and the allocations of a step, which must be 0.
#include <chrono>
#include <cmath>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>

#include "verigrad/algorithm/stochastic_averaged_gradient.hpp"
#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/problem/linear_terms.hpp"

#include "allocations.hpp"

namespace verigrad::benches {
namespace {

constexpr int rows = 10'000, columns = 100;
constexpr double ridge = 1.0 / rows, tau = 0x1p-8;

struct Table {
  Matrix<double> a{rows, columns};
  Vector<double> y{rows};
  std::vector<double> flat;  ///< a row by row

  Table() {
    std::mt19937 engine(1);
    std::normal_distribution<double> normal;
    for (double& entry : a.reshaped()) entry = normal(engine);
    for (double& sign : y) sign = engine() % 2 ? 1 : -1;
    for (int i = 0; i < rows; ++i)
      for (int j = 0; j < columns; ++j) flat.push_back(a(i, j));
  }
};

const Table& table() {
  static const Table result;
  return result;
}

/// The order of terms of one epoch, drawn with replacement.
const std::vector<int>& order() {
  static const std::vector<int> result = [] {
    std::mt19937 engine(2);
    std::vector<int> indices;
    for (int k = 0; k < rows; ++k) indices.push_back(int(engine() % rows));
    return indices;
  }();
  return result;
}

double slope(const double* row, double y, const std::vector<double>& x) {
  double score = 0;
  for (int j = 0; j < columns; ++j) score += row[j] * x[std::size_t(j)];
  return -y / (1 + std::exp(y * score));
}

class PlainSgd {
public:
  void epoch() {
    for (const int i : order()) {
      const double* row = table().flat.data() + std::ptrdiff_t(i) * columns;
      const double step = tau / (1 + double(k_++) / rows), share = slope(row, table().y[i], x_);
      for (int j = 0; j < columns; ++j) x_[std::size_t(j)] -= step * (share * row[j] + ridge * x_[std::size_t(j)]);
    }
  }
  double first() const { return x_[0]; }

private:
  std::vector<double> x_ = std::vector<double>(columns, 0);
  long k_ = 0;
};

class ShippedSgd {
public:
  void epoch() {
    for (const int i : order()) method_.advance<double>(terms_, state_, i, scratch_);
  }
  double first() const { return state_.x[0]; }

private:
  LinearTerms terms_{LinearTerms::Loss::logistic, table().a, table().y, ridge};
  StochasticGradient method_{DecayingStep{tau, rows}};
  StochasticGradient::State<double> state_ = StochasticGradient::start<double>(Vector<double>::Zero(columns));
  Vector<double> scratch_ = Vector<double>::Zero(columns);
};

class PlainSag {
public:
  void epoch() {
    for (const int i : order()) {
      const std::ptrdiff_t offset = std::ptrdiff_t(i) * columns;
      const double* row = table().flat.data() + offset;
      double* last = last_.data() + offset;
      const double share = slope(row, table().y[i], x_);
      for (std::size_t j = 0; j < columns; ++j) {
        const double h = share * row[j] + ridge * x_[j];
        sum_[j] += h - last[j];
        last[j] = h;
        x_[j] -= tau / rows * sum_[j];
      }
    }
  }
  double first() const { return x_[0]; }

private:
  std::vector<double> x_ = std::vector<double>(columns, 0), sum_ = x_;
  std::vector<double> last_ = std::vector<double>(std::size_t(rows) * columns, 0);
};

class ShippedSag {
public:
  void epoch() {
    for (const int i : order()) method_.step<double>(terms_, memory_, i);
  }
  double first() const { return memory_.x[0]; }

private:
  LinearTerms terms_{LinearTerms::Loss::logistic, table().a, table().y, ridge};
  StochasticAveragedGradient method_{tau};
  GradientMemory<double> memory_ = GradientMemory<double>::start(Vector<double>::Zero(columns), rows);
};

template <class Method>
double seconds_of_an_epoch(Method& method) {
  const auto start = std::chrono::steady_clock::now();
  method.epoch();
  benchmark::DoNotOptimize(method.first());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

template <class Shipped, class Plain>
void epochs(benchmark::State& state) {
  Shipped shipped;
  Plain plain;
  double shipped_seconds = 0, plain_seconds = 0, epochs = 0;
  long during_steps = 0;
  for (auto _ : state) {
    const long before = allocations;
    const double seconds = seconds_of_an_epoch(shipped);
    during_steps += allocations - before;
    state.SetIterationTime(seconds);
    shipped_seconds += seconds;
    plain_seconds += seconds_of_an_epoch(plain);
    ++epochs;
  }
  state.counters["epochs_per_second"] = epochs / shipped_seconds;
  state.counters["plain_epochs_per_second"] = epochs / plain_seconds;
  state.counters["shipped_over_plain_time"] = shipped_seconds / plain_seconds;
  state.counters["allocations_per_step"] = double(during_steps) / (epochs * rows);
  state.counters["difference"] = std::abs(shipped.first() - plain.first());
}
BENCHMARK(epochs<ShippedSgd, PlainSgd>)->Name("sgd")->UseManualTime()->MinTime(1)->Unit(benchmark::kMillisecond);
BENCHMARK(epochs<ShippedSag, PlainSag>)->Name("sag")->UseManualTime()->MinTime(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace verigrad::benches
