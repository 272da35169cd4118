// Decisions per second for the rate of gradient descent, with the guarantee, against evaluating the same margins once
// in plain 50-digit reals.
#include "verigrad/check/decide.hpp"

#include <chrono>

#include <benchmark/benchmark.h>

#include "verigrad/number/product.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

#include "instances.hpp"
#include "real50.hpp"

namespace verigrad::benches {
namespace {

namespace theorem = gradient_descent_rate;

/// f(xₙ) − f* ≤ R²/(nC) for the last n only.
void last_claim(const DescentInstance& instance, Claims& claims) {
  const Minimum<Number> minimum = instance.minimum();
  const Trajectory<Number> x = instance.iterates();
  theorem::Run run;
  run.L = exact(instance.L());
  run.alpha = exact(instance.alpha);
  run.C = run.alpha - frac(1, 2) * run.L * square(run.alpha);
  run.R2 = squared_norm(x.front() - minimum.x_star);
  claims.at_most("f(xₙ) − f* ≤ R²/(nC)", instance.f->over<Number>().value(x.back()) - minimum.f_star,
                 theorem::printed_bound(run, instance.n), instance.n);
}

/// The conclusion for every n = 1 … 50, with all the quantities of the proof.
void every_claim(const DescentInstance& instance, Claims& claims) {
  const theorem::Run run(instance);
  for (int n = 1; n <= run.n; ++n)
    claims.at_most("f(xₙ) − f* ≤ R²/(nC)", run.delta[n], theorem::printed_bound(run, n), n);
}

/// ½⟨x − c, H(x − c)⟩, and a descent on it, in 50-digit reals.
struct PlainDescent {
  explicit PlainDescent(const DescentInstance& instance)
      : h(dimension, dimension),
        centre(instance.f->over<double>().minimum().x_star.cast<Real50>()),
        x0(instance.x0.cast<Real50>()),
        alpha(instance.alpha),
        L(instance.L()) {
    const Vector<double> origin = Vector<double>::Zero(dimension);
    for (int j = 0; j < dimension; ++j)
      h.col(j) = instance.f->over<double>().hessian_product(origin, Vector<double>::Unit(dimension, j)).cast<Real50>();
  }

  /// R²/(nC) − (f(xₙ) − f*) from n = `first` on.
  std::vector<Real50> margins(int first) const {
    const Real50 C = alpha - L * alpha * alpha / 2;
    Vector<Real50> offset = x0 - centre;
    const Real50 R2 = offset.squaredNorm();
    std::vector<Real50> result;
    for (int n = 1; n <= steps; ++n) {
      offset -= alpha * product(h, offset);
      if (n >= first) result.push_back(R2 / (n * C) - offset.dot(product(h, offset)) / 2);
    }
    return result;
  }

  Matrix<Real50> h;
  Vector<Real50> centre, x0;
  Real50 alpha, L;
};

const std::vector<PlainDescent>& plain_descents() {
  static const std::vector<PlainDescent> result(descents().begin(), descents().end());
  return result;
}

double seconds(const auto& action) {
  const auto start = std::chrono::steady_clock::now();
  action();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
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
void decide_all(benchmark::State& state, ClaimsOf claims_of, bool every) {
  Count count;
  double deciding = 0, evaluating = 0;
  plain_descents();
  for (auto _ : state) {
    const double here = seconds([&] {
      for (const DescentInstance& instance : descents())
        count.add(decide([&](Claims& list) { claims_of(instance, list); }, Kinds{}));
    });
    state.SetIterationTime(here);
    deciding += here;
    evaluating += seconds([&] {
      for (const PlainDescent& descent : plain_descents()) benchmark::DoNotOptimize(descent.margins(every ? 1 : steps));
    });
  }
  state.counters["claims_per_s"] = double(count.claims) / deciding;
  state.counters["instances_per_s"] = double(state.iterations()) * double(descents().size()) / deciding;
  state.counters["times_faster_than_real50"] = evaluating / deciding;
  state.counters["share_in_double"] = double(count.in_double) / double(count.claims);
  state.counters["open"] = double(count.open);
}

void decide_last_claim(benchmark::State& state) { decide_all(state, last_claim, false); }
void decide_every_claim(benchmark::State& state) { decide_all(state, every_claim, true); }
BENCHMARK(decide_last_claim)->UseManualTime()->Unit(benchmark::kMillisecond)->MinTime(0.3);
BENCHMARK(decide_every_claim)->UseManualTime()->Unit(benchmark::kMillisecond)->MinTime(0.3);

}  // namespace
}  // namespace verigrad::benches
