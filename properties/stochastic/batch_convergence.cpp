// Stochastic gradient methods, Theorem 5.3.1: the explicit bound on random problems and batches, how tight it is, a
// long run, each half of the step-size condition and each other hypothesis dropped, planted mistakes.
#include "verigrad/theorem/stochastic/batch_convergence.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/algorithm/batch_splitting.hpp"
#include "verigrad/check/examine.hpp"
#include "verigrad/claim/form.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/splitting.hpp"

namespace verigrad::batch_convergence::properties {
namespace {

namespace theorem = batch_convergence;

constexpr const char* stem = "batch_convergence";

/// first · 2⁻ᵉ with e = ⌊log₂(k + 1)⌋: between 1/(k + 1) and 2/(k + 1) times first, so that the sum diverges.
std::vector<double> harmonic(double first, int n) {
  std::vector<double> dt;
  for (int k = 0; k < n; ++k) dt.push_back(std::ldexp(first, -std::ilogb(k + 1)));
  return dt;
}

std::vector<double> constant(double step, int n) { return std::vector<double>(std::size_t(n), step); }

/// Three batches that attain the leading term: gradients ±1 with curvature 4⁻ᵉ around one of gradient 0, curvature 1.
SplittingInstance attaining(int e) {
  const double small = std::ldexp(1, -e), large = std::ldexp(1, e);
  return {Eigen::Vector3d(small, 1, small),
          Eigen::Vector3d(-large, 0, large),
          Vector<double>::Constant(3, 0.5),
          Matrix<double>::Zero(1, 1),
          {small},
          {{{0}, {1}, {2}}}};
}

/// a₁/(½ΘSΔt²) → 1 as curvatures ±4⁻ᵉ and Δt = 2⁻ᵉ fall: the ½ of ½ΘS is sharp. On w²/2 the ½ of ½Θ² is.
Evidence attained(const Settings&) {
  Tally tally(Level::instance);
  std::string shares;
  for (int e = 3; e <= 10; ++e) {
    const auto claims = [e](Claims& list) {
      const theorem::Run far(attaining(e)), alone(theorem::parabola({std::ldexp(1, -e)}));
      const Number distance = 1 - far.a[1] / far.bound[1];
      list.less("1 − a₁/B₁ < 4Δt with a₀ = 0", distance, 4 * far.dt[0]);
      const Number second = alone.bound[1] - 1 + alone.dt[0];
      list.less("1 − (a₁ − 1 + Δt)/½Δt² < Δt with S = 0", 1 - (alone.a[1] - 1 + alone.dt[0]) / second, alone.dt[0]);
    };
    tally.add(attaining(e).describe(), decide(claims, in_balls));
    const Number::Over balls(Number::Kind::ball);
    const Ball::Precision precision(128);
    const theorem::Run run(attaining(e));
    shares += fmt::format(" {:.4f}", approximate(run.a[1] / run.bound[1]));
  }
  tally.note("a₁/B₁ from W₀ = W* for Δt = 2⁻³ … 2⁻¹⁰:" + shares);
  return tally.finish(Verdict::holds);
}

/// Five points in the plane, dealt anew to one to five batches in every epoch.
SplittingInstance long_run(int n) {
  Matrix<double> x(5, 2), y(5, 1);
  x << 1, 0, 0, 1, 0.5, 0.5, -0.5, 1, 1, -0.5;
  y << 1, -1, 0.5, 0, -0.5;
  SplittingInstance result{x, y, Vector<double>::Constant(5, 0.5), Matrix<double>::Constant(2, 1, 4), harmonic(1, n),
                           {}};
  for (int k = 0; k < n; ++k) {
    SplittingInstance::Epoch epoch(std::size_t(1 + k % 5));
    for (int i = 0; i < 5; ++i) epoch[std::size_t((i * (1 + k % 4) + k) % int(epoch.size()))].push_back(i);
    result.epochs.push_back(epoch);
  }
  return result;
}

/// 255 epochs with Δtₖ between 1/(k + 1) and 2/(k + 1): aₖ, Bₖ and how far Bₖ falls further on.
Evidence long_run_converges(const Settings&) {
  constexpr int n = 255;
  const SplittingInstance instance = long_run(n);
  Tally tally(Level::instance);
  tally.add("five points, 255 epochs", decide(theorem::conclusion(), instance));
  tally.add("five points, 255 epochs", decide(theorem::approaches(), instance));
  const Number::Over balls(Number::Kind::ball);
  const Ball::Precision precision(64);
  const theorem::Run run(instance);
  const auto later = run.constants.bounds(run.a[0], harmonic(1, 1 << 16));
  tally.note(
      fmt::format("λ = {:.3f}, Θ = {:.3f}, S = {:.3f}, a₀ = {:.3f}: a₆₃ = {:.4f} ≤ {:.4f}, a₂₅₅ = {:.5f} ≤ "
                  "{:.4f}; whatever the batches a₁₀₂₃ ≤ {:.5f}, a₆₅₅₃₅ ≤ {:.7f}",
                  approximate(run.constants.lambda), approximate(run.constants.Theta), approximate(run.constants.S),
                  approximate(run.a[0]), approximate(run.a[63]), approximate(run.bound[63]), approximate(run.a[n]),
                  approximate(run.bound[n]), approximate(later[1023]), approximate(later[65535])));
  return tally.finish(Verdict::holds);
}

/// With Δtₖ = Δt: wₖ = ∓tanh(Δt/2)(1 − exp(−2kΔt)), the sign by the order of the two batches.
Check limit_with_constant_step() {
  return {{stem, Kind::dropped, "constant step: the limit is ∓tanh(Δt/2), by the order of the batches"},
          [](const Settings&) {
            Tally tally(Level::instance);
            for (const double step : {0.25, 1.0, 4.0})
              for (const bool reversed : {false, true}) {
                SplittingInstance instance = theorem::opposed(constant(step, 12));
                if (reversed) instance.epochs.assign(12, {{1}, {0}});
                tally.add(instance.describe(), decide(
                                                   [instance, reversed](Claims& list) {
                                                     const theorem::Run run(instance);
                                                     const Number decay = exp(-run.dt[0]);
                                                     const Number limit =
                                                         (decay - 1) / (decay + 1) * Number(reversed ? -1 : 1);
                                                     for (int k = 1; k <= run.n; ++k)
                                                       list.equal("wₖ = ∓tanh(Δt/2)(1 − exp(−2kΔt))", run.w[k](0, 0),
                                                                  limit * (1 - exp(Number(-2 * k) * run.dt[0])), k);
                                                   },
                                                   in_balls));
              }
            return tally.finish(Verdict::holds);
          }};
}

/// Fully discrete, Δtₖ = Δt: wₖ = −Δt/(2 − Δt) (1 − (1 − Δt)²ᵏ), in rationals.
Check discrete_limit_with_constant_step() {
  return {{stem, Kind::dropped, "constant step, fully discrete: the limit is −Δt/(2 − Δt)"}, [](const Settings&) {
            const auto claims = [](Claims& list) {
              for (const double step : {0.25, 0.5, 1.5}) {
                Vector<Number> w = Vector<Number>::Constant(1, 0);
                const Number dt = exact(step);
                Number power(1);
                for (int k = 1; k <= 12; ++k) {
                  w = BatchSplitting{step}.epoch(w, 2, [](int r, const Vector<Number>& v) {
                    return Vector<Number>(v + Vector<Number>::Constant(1, Number(r == 1 ? -1 : 1)));
                  });
                  power *= square(Number(1 - dt));
                  list.equal("wₖ = −Δt/(2 − Δt)(1 − (1 − Δt)²ᵏ)", w[0], -dt / (2 - dt) * (1 - power), k);
                }
              }
            };
            return examine("(w − 1)²/2 and (w + 1)²/2 in turn from 0, Δt = 1/4, 1/2, 3/2", claims, Kinds{});
          }};
}

/// Δtₖ = 2⁻ᵏ⁻¹ on w²/2: aₙ = exp(−Tₙ), above exp(−1) for all n.
Check limit_with_summable_steps(const std::vector<double>& dt) {
  return {{stem, Kind::dropped, "summable steps: aₙ = exp(−Tₙ) stays above exp(−Σ Δtₖ)"}, [dt](const Settings&) {
            return examine(
                theorem::parabola(dt).describe(),
                [dt](Claims& list) {
                  const theorem::Run run(theorem::parabola(dt));
                  for (int k = 1; k <= run.n; ++k) {
                    list.equal("aₖ = exp(−Tₖ)", run.a[k], exp(-run.time[k]), k);
                    list.less("exp(−1) < aₖ", exp(Number(-1)), run.a[k], k);
                  }
                },
                in_balls);
          }};
}

std::vector<double> halving(int n) {
  std::vector<double> dt;
  for (int k = 1; k <= n; ++k) dt.push_back(std::ldexp(1, -k));
  return dt;
}

/// Terms on the first axis only: nothing moves along the second.
SplittingInstance singular(const std::vector<double>& dt) {
  const Matrix<double> x = (Matrix<double>(2, 2) << 1, 0, 2, 0).finished();
  return {x,
          Matrix<double>::Zero(2, 1),
          Vector<double>::Constant(2, 0.5),
          Matrix<double>::Ones(2, 1),
          dt,
          std::vector<SplittingInstance::Epoch>(dt.size(), {{0}, {1}})};
}

/// With singular A: the second coordinate stays, the first tends to 0, W to the minimiser nearest to W₀.
Check limit_without_uniqueness() {
  return {{stem, Kind::dropped, "A singular: Wₖ tends to the minimiser nearest to W₀"}, [](const Settings&) {
            const SplittingInstance instance = singular(harmonic(1, 15));
            return examine(
                instance.describe(),
                [instance](Claims& list) {
                  const theorem::Run run(instance);
                  for (int k = 1; k <= run.n; ++k) {
                    list.equal("second coordinate stays", run.w[k](1, 0), Number(1), k);
                    list.equal("first is exp(−5Tₖ)", run.w[k](0, 0), exp(Number(-5) * run.time[k]), k);
                  }
                },
                in_balls);
          }};
}

/// The term of y = 1 is in no batch: the limit is the other term's minimiser 0, not ½.
SplittingInstance without_a_term() {
  SplittingInstance result = theorem::opposed(harmonic(1, 31));
  result.y = Eigen::Vector2d(0, 1);
  result.epochs.assign(result.dt.size(), {{0}});
  result.w0.setConstant(0.75);
  return result;
}

/// For each Δt₀ and each order of φ₁ and φ₂: the well that w ends in.
Evidence order_decides(const Settings&) {
  Tally tally(Level::instance);
  for (int e = 1; e <= 10; ++e)
    for (const bool reversed : {false, true}) {
      const theorem::TwoWells instance{std::ldexp(1, -e), 32, reversed};
      tally.add(instance.describe(), decide(theorem::order_decides_the_limit(), instance));
      if (reversed) tally.add(instance.describe(), decide(theorem::approaches_the_minimiser(), instance));
    }
  return tally.finish(Verdict::holds);
}

SplittingInstance negative_weight() {
  SplittingInstance result = theorem::parabola(harmonic(1, 31));
  result.alpha.setConstant(-0.5);
  return result;
}

/// Three terms that differ in y, and two that differ in x.
std::vector<SplittingInstance> separating() {
  return {{.x = Matrix<double>{{0.25}, {0.25}, {0.25}},
           .y = Matrix<double>{{0}, {0}, {0.25}},
           .alpha = vector({0.5, 0.5, 0.5}),
           .w0 = Matrix<double>{{-0.25}},
           .dt = {0.125},
           .epochs = {{{2}, {0}, {1}}}},
          {.x = Matrix<double>{{0.25, 0.5}, {0.25, 0.25}},
           .y = Matrix<double>{{0}, {0}},
           .alpha = vector({0.5, 0.5}),
           .w0 = Matrix<double>{{0.25}, {0.25}},
           .dt = {0.5},
           .epochs = {{{0}, {1}}}}};
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = generate::splitting();
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "aₖ ≤ Bₖ whatever the batches"}, instances, theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "aₖ by the steps' tail"}, instances, theorem::hypotheses_hold, theorem::tail()),
      {{stem, Kind::conclusion, "a long run converges"}, long_run_converges},
      examined({stem, Kind::conclusion, "opposed batches with (5.31)"}, theorem::opposed(harmonic(1, 31)),
               theorem::approaches()),
      {{stem, Kind::sharp, "both factors ½ of the bound are attained as Δt → 0"}, attained},
      examined({stem, Kind::dropped, "without Δtₖ → 0: Δtₖ = 1", Verdict::fails}, theorem::opposed(constant(1, 31)),
               theorem::approaches()),
      limit_with_constant_step(),
      discrete_limit_with_constant_step(),
      examined({stem, Kind::dropped, "without Σ Δtₖ = ∞: Δtₖ = 2⁻ᵏ⁻¹", Verdict::fails}, theorem::parabola(halving(31)),
               theorem::approaches()),
      limit_with_summable_steps(halving(31)),
      examined({stem, Kind::dropped, "without a unique minimiser", Verdict::fails}, singular(harmonic(1, 31)),
               theorem::approaches()),
      limit_without_uniqueness(),
      examined({stem, Kind::dropped, "a term in no batch", Verdict::fails}, without_a_term(), theorem::approaches()),
      examined({stem, Kind::dropped, "without αᵢ > 0", Verdict::fails}, negative_weight(), theorem::approaches()),
      examined({stem, Kind::dropped, "without (5.30): two wells, one of them the minimiser", Verdict::fails},
               theorem::TwoWells{0.5, 32, false}, theorem::approaches_the_minimiser()),
      {{stem, Kind::dropped, "without (5.30): two wells, the order of one epoch's batches decides"}, order_decides},
      examined({stem, Kind::dropped, "without (5.30): w⁴/4 tends to W* as 1/√Tₖ"}, theorem::Quartic{1, harmonic(1, 63)},
               theorem::slower_than_exponential()),
      examined({stem, Kind::dropped, "without (5.30): w⁴/4 has no λ > 0 in the recursion", Verdict::fails},
               theorem::Quartic{1, {0.25}}, theorem::recursion_by_curvature_at_start())};
  append(checks,
         sampled_each(stem, Kind::planted, instances, theorem::hypotheses_hold, theorem::planted(), separating()));
  return checks;
}

}  // namespace verigrad::batch_convergence::properties
