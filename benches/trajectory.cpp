// Two ways to enclose an iteration: steps over enclosures, and the plain iteration with a bound on its drift. Width of
// the last iterate and time.
#include "verigrad/algorithm/trajectory.hpp"

#include <benchmark/benchmark.h>

#include "instances.hpp"

namespace verigrad::benches {
namespace {

/// x ↦ step(f, x) on enclosures, again and again.
template <class T>
Trajectory<T> natural(const DescentInstance& instance) {
  const GradientDescent method{instance.alpha};
  Trajectory<T> iterates{exact<T>(instance.x0)};
  for (int k = 0; k < instance.n; ++k) iterates.push_back(method.step(instance.f->over<T>(), iterates.back()));
  return iterates;
}
template <class T>
Trajectory<T> by_drift(const DescentInstance& instance) {
  return trajectory<T>(GradientDescent{instance.alpha}, *instance.f, instance.x0, instance.n);
}

double width(const Interval& x) { return x.upper() - x.lower(); }
double width(const Ball& x) { return x.upper() - x.lower(); }

/// The widest entry of the last iterate over the size of the start, as a power of ten: the middle of all instances.
template <class T>
double digits_of_width(Trajectory<T> (*enclose_run)(const DescentInstance&)) {
  std::vector<double> digits;
  for (const DescentInstance& instance : descents()) {
    const Trajectory<T> iterates = enclose_run(instance);
    double widest = 0;
    for (const T& entry : iterates.back()) widest = std::max(widest, width(entry));
    digits.push_back(std::log10(widest / instance.x0.cwiseAbs().maxCoeff()));
  }
  std::nth_element(digits.begin(), digits.begin() + 100, digits.end());
  return digits[100];
}

template <class T, Trajectory<T> (*enclose_run)(const DescentInstance&)>
void enclose_iterates(benchmark::State& state) {
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(enclose_run(descents()[i++ % descents().size()]));
  state.counters["log10_width"] = digits_of_width<T>(enclose_run);
}
BENCHMARK(enclose_iterates<Interval, natural<Interval>>)->Name("interval_natural")->MinTime(0.2);
BENCHMARK(enclose_iterates<Interval, by_drift<Interval>>)->Name("interval_drift")->MinTime(0.2);
BENCHMARK(enclose_iterates<Ball, natural<Ball>>)->Name("ball_64_natural")->MinTime(0.2);
BENCHMARK(enclose_iterates<Ball, by_drift<Ball>>)->Name("ball_64_drift")->MinTime(0.2);

void plain_iterates(benchmark::State& state) {
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(by_drift<double>(descents()[i++ % descents().size()]));
}
BENCHMARK(plain_iterates)->MinTime(0.2);

}  // namespace
}  // namespace verigrad::benches
