// Decisions per second for the rate of gradient descent, with the guarantee, against evaluating the same margins once
// in plain 50-digit reals.
#include "verigrad/check/decide.hpp"

#include <chrono>

#include <benchmark/benchmark.h>

#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

#include "instances.hpp"

namespace verigrad::benches {
namespace {

namespace theorem = gradient_descent_rate;

/// f(xₙ) − f* ≤ R²/(nC) for the last n only.
constexpr auto last_claim = []<class T>(const DescentInstance& instance, Claims<T>& claims) {
  const Minimum<T> minimum = instance.minimum<T>();
  const Trajectory<T> x = instance.iterates<T>();
  theorem::Run<T> run;
  run.L = exact<T>(instance.L());
  run.alpha = exact<T>(instance.alpha);
  run.C = run.alpha - frac<T>(1, 2) * run.L * square(run.alpha);
  run.R2 = squared_norm<T>(x.front() - minimum.x_star);
  claims.at_most("f(xₙ) − f* ≤ R²/(nC)", instance.f->over<T>().value(x.back()) - minimum.f_star,
                 theorem::printed_bound(run, instance.n), instance.n);
};

/// The conclusion for every n = 1 … 50, with all the quantities of the proof.
constexpr auto every_claim = []<class T>(const DescentInstance& instance, Claims<T>& claims) {
  const theorem::Run<T> run(instance);
  for (int n = 1; n <= run.n; ++n)
    claims.at_most("f(xₙ) − f* ≤ R²/(nC)", run.delta[n], theorem::printed_bound(run, n), n);
};

double seconds(const auto& action) {
  const auto start = std::chrono::steady_clock::now();
  action();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Margins of all instances once in 50-digit reals.
void evaluate_in_reals(const auto& claims_of) {
  for (const DescentInstance& instance : descents()) {
    Claims<Real50> claims;
    claims_of(instance, claims);
    for (const Claim<Real50>& claim : claims.list()) benchmark::DoNotOptimize(Real50(claim.rhs - claim.lhs));
  }
}

struct Count {
  long claims = 0, in_double = 0, open = 0;

  void add(const std::vector<Decision>& decisions) {
    for (const Decision& decision : decisions) {
      ++claims;
      in_double += decision.rung == "interval" && decision.verdict != Verdict::undecided;
      open += decision.verdict == Verdict::undecided;
    }
  }
};

/// Every benchmark iteration decides all instances; the reals are timed in the same run, in between.
template <class ClaimsOf>
void decide_all(benchmark::State& state, ClaimsOf claims_of) {
  Count count;
  double deciding = 0, evaluating = 0;
  for (auto _ : state) {
    const double here = seconds([&] {
      for (const DescentInstance& instance : descents())
        count.add(decide([&](auto& list) { claims_of(instance, list); }, Kinds{}));
    });
    state.SetIterationTime(here);
    deciding += here;
    evaluating += seconds([&] { evaluate_in_reals(claims_of); });
  }
  state.counters["claims_per_s"] = double(count.claims) / deciding;
  state.counters["instances_per_s"] = double(state.iterations()) * double(descents().size()) / deciding;
  state.counters["times_faster_than_real50"] = evaluating / deciding;
  state.counters["share_in_double"] = double(count.in_double) / double(count.claims);
  state.counters["open"] = double(count.open);
}

void decide_last_claim(benchmark::State& state) { decide_all(state, last_claim); }
void decide_every_claim(benchmark::State& state) { decide_all(state, every_claim); }
BENCHMARK(decide_last_claim)->UseManualTime()->Unit(benchmark::kMillisecond)->MinTime(0.3);
BENCHMARK(decide_every_claim)->UseManualTime()->Unit(benchmark::kMillisecond)->MinTime(0.3);

}  // namespace
}  // namespace verigrad::benches
