// One step of each optimiser in double at 10⁶ parameters against a triad a = b + s·c, measured in turn within one run:
// bytes moved a second of both (reads and writes that the method asks for) and their ratio, and allocations, to be 0.
#include <chrono>
#include <cstdlib>
#include <limits>

#include <benchmark/benchmark.h>

#include "verigrad/algorithm/adagrad.hpp"
#include "verigrad/algorithm/adam_system.hpp"
#include "verigrad/algorithm/explicit_momentum.hpp"
#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/nesterov.hpp"
#include "verigrad/algorithm/rmsprop.hpp"

namespace {
long allocations = 0;
}  // namespace

#ifndef __SANITIZE_ADDRESS__
extern "C" void* __libc_malloc(std::size_t size);
extern "C" void* malloc(std::size_t size) {
  ++allocations;
  return __libc_malloc(size);
}
#endif

namespace verigrad::benches {
namespace {

constexpr Eigen::Index parameters = 1'000'000;

/// The triad over as many bytes as a step of `arrays` vector reads and writes.
class Triad {
public:
  explicit Triad(int arrays) : n_(parameters * arrays / 3), a_(n_), b_(Vector<double>::Ones(n_)), c_(b_) {
    a_.setZero();
  }
  void run() {
    a_ = b_ + 0.5 * c_;
    benchmark::DoNotOptimize(a_.data());
  }

private:
  Eigen::Index n_;
  Vector<double> a_, b_, c_;
};

template <class Run>
double seconds_of(Run run) {
  const auto start = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// arrays: vectors that a step reads, plus those it writes.
template <class Method, class State>
void step(benchmark::State& bench, const Method& method, State state, int arrays) {
  const Vector<double> gradient = Vector<double>::LinSpaced(parameters, -1, 1);
  Triad triad(arrays);
  double step_seconds = 0, triad_seconds = 0;
  double best_step = std::numeric_limits<double>::infinity(), best_triad = best_step;
  long during_steps = 0;
  for (auto _ : bench) {
    const long before = allocations;
    const double seconds = seconds_of([&] { method.template advance<double>(state, gradient); });
    during_steps += allocations - before;
    bench.SetIterationTime(seconds);
    const double of_triad = seconds_of([&] { triad.run(); });
    step_seconds += seconds;
    triad_seconds += of_triad;
    best_step = std::min(best_step, seconds);
    best_triad = std::min(best_triad, of_triad);
  }
  const double bytes = double(parameters) * arrays * sizeof(double);
  bench.counters["GB_per_second"] = bytes / best_step / 1e9;
  bench.counters["triad_GB_per_second"] = bytes / best_triad / 1e9;
  bench.counters["share_of_triad"] = best_triad / best_step;
  bench.counters["share_on_average"] = triad_seconds / step_seconds;
  bench.counters["allocations"] = double(during_steps);
}

const Vector<double>& start() {
  static const Vector<double> ones = Vector<double>::Ones(parameters);
  return ones;
}

void heavy_ball(benchmark::State& s) { step(s, HeavyBall{1e-3, 0.9}, HeavyBall::start<double>(start()), 5); }
void nesterov(benchmark::State& s) { step(s, Nesterov{1e-3, 0.9}, Nesterov::start<double>(start()), 5); }
void lagged_momentum(benchmark::State& s) {
  step(s, LaggedMomentum{1e-3, 0.9}, LaggedMomentum::start<double>(start()), 5);
}
void explicit_momentum(benchmark::State& s) {
  step(s, ExplicitMomentum{1e-3}, ExplicitMomentum::start<double>(start()), 5);
}
void adagrad(benchmark::State& s) { step(s, Adagrad{1e-3, 1e-8}, Adagrad::start<double>(start()), 5); }
void rmsprop(benchmark::State& s) { step(s, RmsProp{1e-3, 0.9, 1e-8}, RmsProp::start<double>(start()), 5); }
void adam(benchmark::State& s) { step(s, Adam{1e-3, 0.9, 0.999, 1e-8}, Adam::start<double>(start()), 7); }
void adam_without_correction(benchmark::State& s) {
  step(s, AdamWithoutBiasCorrection{1e-3, 0.9, 0.999, 1e-8}, AdamWithoutBiasCorrection::start<double>(start()), 7);
}
void adam_system(benchmark::State& s) {
  step(s, AdamSystem{1e-3, 1e-2, 1}, AdamSystem::start<double>(start(), start()), 7);
}

void settings(benchmark::internal::Benchmark* b) { b->UseManualTime()->MinTime(0.5)->Unit(benchmark::kMillisecond); }
BENCHMARK(heavy_ball)->Apply(settings);
BENCHMARK(nesterov)->Apply(settings);
BENCHMARK(lagged_momentum)->Apply(settings);
BENCHMARK(explicit_momentum)->Apply(settings);
BENCHMARK(adagrad)->Apply(settings);
BENCHMARK(rmsprop)->Apply(settings);
BENCHMARK(adam)->Apply(settings);
BENCHMARK(adam_without_correction)->Apply(settings);
BENCHMARK(adam_system)->Apply(settings);

}  // namespace
}  // namespace verigrad::benches
