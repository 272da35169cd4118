// One step of each optimiser in double at 10⁶ parameters against triads a = b + s·c, measured in turn within one run:
// bytes a second that each asks to read and write, their ratio, and allocations, to be 0. One triad moves as many bytes
// as the step, in more memory, as it writes what it has not read; the other takes as much memory as the step.
#include <algorithm>
#include <vector>

#include <benchmark/benchmark.h>

#include "verigrad/algorithm/adagrad.hpp"
#include "verigrad/algorithm/adam_system.hpp"
#include "verigrad/algorithm/explicit_momentum.hpp"
#include "verigrad/algorithm/gradient_descent.hpp"
#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/nesterov.hpp"
#include "verigrad/algorithm/rmsprop.hpp"
#include "verigrad/algorithm/step_tuned_sgd.hpp"

#include "allocations.hpp"
#include "fastest.hpp"

namespace verigrad::benches {
namespace {

constexpr Eigen::Index parameters = 1'000'000;

/// A triad in the memory of `arrays` vectors of parameters.
class Triad {
public:
  explicit Triad(int arrays) : n_(parameters * arrays / 3), a_(n_), b_(Vector<double>::Ones(n_)), c_(b_) {
    a_.setZero();
  }
  double bytes() const { return 3.0 * double(n_) * sizeof(double); }
  void run() {
    a_ = b_ + 0.5 * c_;
    benchmark::DoNotOptimize(a_.data());
  }

private:
  Eigen::Index n_;
  Vector<double> a_, b_, c_;
};

double gigabytes_per_second(double bytes, const Fastest& run) { return bytes / run.seconds() / 1e9; }

/// A step that reads so many vectors, and writes all of them but the gradient; `size` is its size if the method takes
/// one.
template <class Method, class State, class... Size>
void step(benchmark::State& bench, const Method& method, State state, int vectors, Size... size) {
  const Vector<double> gradient = Vector<double>::LinSpaced(parameters, -1, 1);
  const int moved = 2 * vectors - 1;
  Triad same_bytes(moved), same_memory(vectors);
  Fastest of_step, of_bytes, of_memory;
  long during_steps = 0;
  for (auto _ : bench) {
    const long before = allocations;
    bench.SetIterationTime(of_step.time([&] { method.template advance<double>(state, gradient, size...); }));
    during_steps += allocations - before;
    of_bytes.time([&] { same_bytes.run(); });
    of_memory.time([&] { same_memory.run(); });
  }
  const double rate = gigabytes_per_second(double(parameters) * moved * sizeof(double), of_step);
  bench.counters["GB_per_second"] = rate;
  bench.counters["of_triad_same_bytes"] = rate / gigabytes_per_second(same_bytes.bytes(), of_bytes);
  bench.counters["of_triad_same_memory"] = rate / gigabytes_per_second(same_memory.bytes(), of_memory);
  bench.counters["allocations"] = double(during_steps);
}

const Vector<double>& start() {
  static const Vector<double> ones = Vector<double>::Ones(parameters);
  return ones;
}

void gradient_descent(benchmark::State& s) { step(s, GradientDescent{1e-3}, start(), 2); }
void heavy_ball(benchmark::State& s) { step(s, HeavyBall{1e-3, 0.9}, HeavyBall::start<double>(start()), 3); }
void nesterov(benchmark::State& s) { step(s, Nesterov{1e-3, 0.9}, Nesterov::start<double>(start()), 3); }
void lagged_momentum(benchmark::State& s) {
  step(s, LaggedMomentum{1e-3, 0.9}, LaggedMomentum::start<double>(start()), 3);
}
void explicit_momentum(benchmark::State& s) {
  step(s, ExplicitMomentum{1e-3}, ExplicitMomentum::start<double>(start()), 3);
}
void adagrad(benchmark::State& s) {
  const Adagrad method{1e-3, 1e-8};
  step(s, method, method.start<double>(start()), 3);
}
void rmsprop(benchmark::State& s) {
  const RmsProp method{1e-3, 0.9, 1e-8};
  step(s, method, method.start<double>(start()), 3);
}
void adam(benchmark::State& s) { step(s, Adam{1e-3, 0.9, 0.999, 1e-8}, Adam::start<double>(start()), 4); }
void adam_without_correction(benchmark::State& s) {
  step(s, AdamWithoutBiasCorrection{1e-3, 0.9, 0.999, 1e-8}, AdamWithoutBiasCorrection::start<double>(start()), 4);
}
void adam_system(benchmark::State& s) {
  step(s, AdamSystem{1e-3, 1e-2, 1}, AdamSystem::start<double>(start(), start()), 4);
}
void inna(benchmark::State& s) {
  constexpr Inna method{.alpha = 0.5, .beta = 0.1};
  step(s, method, method.start<double>(start()), 3, 1e-3);
}

/// Both steps of Step-Tuned SGD on a batch, written by hand: one loop each.
class PlainStepTuned {
public:
  void batch(const Vector<double>& gradient, double rate) {
    const double eta = rate * gamma_;
    const std::size_t n = theta_.size();
    for (std::size_t i = 0; i < n; ++i) {
      first_[i] = gradient[Eigen::Index(i)];
      theta_[i] -= eta * first_[i];
    }
    double squares = 0, product = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double g = gradient[Eigen::Index(i)];
      average_[i] = 0.9 * average_[i] + 0.1 * (g - first_[i]);
      squares += first_[i] * first_[i];
      product += average_[i] * first_[i];
      theta_[i] -= eta * g;
    }
    beta_to_k_ *= 0.9;
    const double curvature = -eta * product / (1 - beta_to_k_);
    gamma_ = std::clamp(curvature > 0 ? eta * eta * squares / curvature : 2, 0.5, 2.0);
  }
  double first() const { return theta_[0]; }

private:
  std::vector<double> theta_ = std::vector<double>(parameters, 1), first_ = theta_,
                      average_ = std::vector<double>(parameters, 0);
  double gamma_ = 1, beta_to_k_ = 1;
};

/// A batch of Step-Tuned SGD is two steps: against the loops by hand, and two steps of INNA.
void step_tuned_sgd(benchmark::State& bench) {
  constexpr double rate = 1e-3;
  const Vector<double> gradient = Vector<double>::LinSpaced(parameters, -1, 1);
  const StepTunedSgd method{{rate}};
  constexpr Inna other{.alpha = 0.5, .beta = 0.1};
  auto state = method.start<double>(start());
  auto state_of_other = other.start<double>(start());
  PlainStepTuned plain;
  Fastest of_batch, of_plain, of_inna;
  long during_steps = 0;
  for (auto _ : bench) {
    const long before = allocations;
    bench.SetIterationTime(of_batch.time([&] {
      for (int half = 0; half < 2; ++half) method.advance<double>(state, gradient, rate);
    }));
    during_steps += allocations - before;
    of_plain.time([&] { plain.batch(gradient, rate); });
    of_inna.time([&] {
      for (int half = 0; half < 2; ++half) other.advance<double>(state_of_other, gradient, rate);
    });
  }
  if (plain.first() != state.theta[0]) bench.SkipWithError("the loop by hand is another method");
  bench.counters["GB_per_second"] = gigabytes_per_second(10.0 * double(parameters) * sizeof(double), of_batch);
  bench.counters["over_plain_time"] = of_batch.seconds() / of_plain.seconds();
  bench.counters["inna_over_step_tuned"] = of_inna.seconds() / of_batch.seconds();
  bench.counters["allocations"] = double(during_steps);
}

void settings(benchmark::internal::Benchmark* b) { b->UseManualTime()->MinTime(0.5)->Unit(benchmark::kMillisecond); }
BENCHMARK(gradient_descent)->Apply(settings);
BENCHMARK(heavy_ball)->Apply(settings);
BENCHMARK(nesterov)->Apply(settings);
BENCHMARK(lagged_momentum)->Apply(settings);
BENCHMARK(explicit_momentum)->Apply(settings);
BENCHMARK(adagrad)->Apply(settings);
BENCHMARK(rmsprop)->Apply(settings);
BENCHMARK(adam)->Apply(settings);
BENCHMARK(adam_without_correction)->Apply(settings);
BENCHMARK(adam_system)->Apply(settings);
BENCHMARK(inna)->Apply(settings);
BENCHMARK(step_tuned_sgd)->Apply(settings);

}  // namespace
}  // namespace verigrad::benches
