// MFDS, section 14.3.7: gradients through recurrences, fixed points and minimisers on small exact instances; what they
// need, checkpoints at their best, what reversal loses in double.
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/autodiff/checkpoints.hpp"
#include "verigrad/autodiff/leapfrog.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/recurrent.hpp"

namespace verigrad::recurrent_and_implicit_gradients::properties {
namespace {

namespace theorem = recurrent_and_implicit_gradients;

constexpr const char* stem = "recurrent_and_implicit_gradients";

constexpr auto always = [](const auto&) { return true; };

template <class Instance>
void sample_lines(std::vector<Check>& checks, const Gen<Instance>& instances, const Lines<Instance>& lines) {
  append(checks, sampled_each(stem, Kind::conclusion, instances, always, lines.step_forms()));
  append(checks, planted_checks(stem, instances, always, lines));
}

Matrix<double> one_by_one(double entry) { return Matrix<double>::Constant(1, 1, entry); }

SweepCost cost_of_sweep(int t) {
  return checkpointed_sweep(
      0, t, [](int, int x) { return x + 1; }, [](int, int) {});
}

/// t = 1, 2, 4, … 4096: both bounds are attained.
Evidence attained(const Settings&) {
  const auto form = theorem::checkpoints_attained();
  Tally tally(Level::instance);
  for (int t = 1; t <= 4096; t *= 2) {
    const SweepInstance instance{t};
    tally.add(instance.describe(), decide(form, instance));
  }
  const SweepCost cost = cost_of_sweep(4096), uneven = cost_of_sweep(1000);
  tally.note(fmt::format("counted: t = 4096 takes {} stored states and {} steps, t = 1000 {} and {}", cost.most_live,
                         cost.steps, uneven.most_live, uneven.steps));
  return tally.finish(Verdict::holds);
}

/// r′ = s, s′ = −r³ from (1, 0) with τ = 1/64, `steps` forward and back in double: the largest coordinate's drift.
double drift(int steps) {
  const auto f = [](const Vector<double>& s, int) { return s; };
  const auto g = [](const Vector<double>& r, int) { return Vector<double>(-r.array().cube()); };
  const Split<double> start{vector({1}), vector({0})};
  const double tau = 1.0 / 64;
  Split<double> x = start;
  for (int k = 0; k < steps; ++k) x = leapfrog(x, tau, k, f, g);
  for (int k = steps; k-- > 0;) x = leapfrog_back(x, tau, k, f, g);
  return std::max(std::abs(x.r[0] - start.r[0]), std::abs(x.s[0] - start.s[0]));
}

Evidence leapfrog_in_double(const Settings&) {
  const LeapfrogInstance instance{.m = one_by_one(1),
                                  .n = one_by_one(-1),
                                  .r0 = vector({1}),
                                  .s0 = vector({0}),
                                  .theta = vector({1, 1, 0.5, 0.5}),
                                  .tau = 0.25};
  Tally tally(Level::instance);
  tally.add(instance.describe(), decide(theorem::leapfrog_reversed(), instance));
  tally.note(
      fmt::format("exact in rationals; in double, r″ = −r³ forward and back drifts by {:.1e} after 100 steps, "
                  "{:.1e} after 10,000, {:.1e} after 1,000,000",
                  drift(100), drift(10'000), drift(1'000'000)));
  return tally.finish(Verdict::holds);
}

AffineMapInstance doubling() {
  return {.a = one_by_one(2), .b = one_by_one(1), .theta = vector({1}), .x0 = vector({0}), .l = vector({1}), .t = 3};
}
ArgminInstance square_about_theta() {
  return {.h = Matrix<double>::Identity(2, 2),
          .b = Matrix<double>::Identity(2, 2),
          .theta = vector({0, 1, 0}),
          .c = vector({0, 0}),
          .d = vector({0, 0, 0}),
          .x = vector({0, 0})};
}

/// h(x, θ) with a scalar x and its fixed point x*(θ), near θ = 0.
struct ScalarMap {
  bool smooth;  ///< h = x − x³ + θ, x* = θ^⅓; else h = x/2 + |θ|/2, x* = |θ|

  bool rational() const { return true; }
  std::string describe() const { return smooth ? "h = x − x³ + θ at θ = 0: ∂h/∂x = 1" : "h = x/2 + |θ|/2 at θ = 0"; }
};
/// x* = s at θ = s³: no D bounds |x*|/|θ|, though h is smooth.
void bounded_derivative(const ScalarMap&, Claims& claims) {
  for (int bits = 0; bits <= 20; bits += 4) {
    const Number d(1 << bits), s = 1 / (2 * d), theta = square(s) * s;
    claims.equal("s = h(s, s³)", s, s - square(s) * s + theta, bits);
    claims.at_most("|x*(θ)| ≤ D|θ|, D = 2ᵏ", s, d * theta, bits);
  }
}
void one_derivative(const ScalarMap&, Claims& claims) {
  for (const int theta : {1, -1})
    claims.equal("|θ| = h(|θ|, θ)", 1, frac(1, 2) + frac(1, 2) * magnitude(Number(theta)), theta);
  claims.equal("(x*(s) − x*(0))/s = (x*(0) − x*(−s))/s", magnitude(Number(1)), -magnitude(Number(-1)));
}

/// K = (1, 2)(1, 3)ᵀ, of rank 1.
EnergyInstance of_rank_1() {
  EnergyInstance result;
  result.k = Matrix<double>{{1, 3}, {2, 6}};
  result.x = vector({1, 2, 3, 0.5});
  result.direction = vector({1, -0.5, 2, 1});
  result.other = vector({1, 1, 1, 1});
  return result;
}

std::vector<Check> attained_by_gradients_and_values() {
  const TransportInstance one_bin{.cost = one_by_one(1), .a = vector({1}), .b = vector({1}), .epsilon = 0.25, .t = 1};
  const TransportInstance free{
      .cost = Matrix<double>::Zero(2, 2), .a = vector({0.5, 0.5}), .b = vector({0.5, 0.5}), .epsilon = 0.25, .t = 1};
  return {examined({stem, Kind::sharp, "tape through one of Sinkhorn's steps, K of rank 1"}, of_rank_1(),
                   theorem::tape_through_one_step()),
          examined({stem, Kind::sharp, "value of transport: f + ε = OT for one bin"}, one_bin,
                   theorem::value_without_entropy()),
          examined({stem, Kind::sharp, "value of transport: OT = f + ε(1 + log nm) for C = 0"}, free,
                   theorem::value_with_most_entropy())};
}

std::vector<Check> dropped() {
  const LeapfrogInstance not_split{
      .m = one_by_one(1), .n = one_by_one(1), .r0 = vector({1}), .s0 = vector({1}), .theta = vector({1, 1}), .tau = 1};
  const ScalingInstance no_plan{
      .k = Matrix<double>::Identity(2, 2), .a = vector({0.5, 0.5}), .b = vector({0.25, 0.75})};
  const ScalingInstance unequal{.k = one_by_one(1), .a = vector({1}), .b = vector({2})};
  const auto id = [](const char* name, Verdict expected = Verdict::fails) {
    return CheckId{stem, Kind::dropped, name, expected};
  };
  return {examined(id("without the split of the field"), not_split, theorem::reversed_without_split()),
          examined(id("through iterations that diverge"), doubling(), theorem::iterations_approach()),
          examined(id("(14.30) needs no convergence", Verdict::holds), doubling(), theorem::implicit_gradient()),
          examined(id("(14.32) away from the minimiser"), square_about_theta(), theorem::envelope_anywhere()),
          examined(id("(14.32) for another loss"), square_about_theta(), theorem::envelope_of_another_loss()),
          examined(id("a kernel with zeros, which ℝ₊ allows"), no_plan, theorem::error_halved()),
          examined(id("without equal masses"), unequal, theorem::error_halved()),
          examined(id("regular: Id − ∂h/∂x = 0 at x* (by formula)"), ScalarMap{true}, bounded_derivative),
          examined(id("smooth: |θ| in h (by formula)"), ScalarMap{false}, one_derivative)};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks;
  sample_lines(checks, generate::residual_network(), theorem::residual_lines());
  sample_lines(checks, generate::polynomial_flow(), theorem::adjoint_lines());
  sample_lines(checks, generate::sweep(), theorem::checkpoint_lines());
  sample_lines(checks, generate::leapfrog_run(), theorem::leapfrog_lines());
  for (const auto& lines : {theorem::fixed_point_lines(), theorem::approximation_lines()})
    sample_lines(checks, generate::contracting_map(), lines);
  sample_lines(checks, generate::triangular_map(), theorem::triangular_lines());
  for (const auto& lines : {theorem::argmin_lines(), theorem::envelope_lines()})
    sample_lines(checks, generate::argmin_layer(), lines);
  sample_lines(checks, generate::kernel(), theorem::kernel_lines());
  for (const auto& lines : {theorem::taped_lines(), theorem::limit_lines()})
    sample_lines(checks, generate::kernel_with_energy(), lines);
  sample_lines(checks, generate::scaling(), theorem::scaling_lines());
  sample_lines(checks, generate::transport(), theorem::transport_lines());
  checks.push_back({{stem, Kind::sharp, "checkpoints attained"}, attained});
  checks.push_back({{stem, Kind::sharp, "leapfrog reversed, in double"}, leapfrog_in_double});
  append(checks, attained_by_gradients_and_values());
  append(checks, dropped());
  checks.push_back(sampled({stem, Kind::dropped, "regular: never at Sinkhorn's limit"}, generate::kernel(), always,
                           theorem::not_regular()));
  return checks;
}

}  // namespace verigrad::recurrent_and_implicit_gradients::properties
