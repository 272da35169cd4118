// Thesis, (1.19): the mean of all mini-batch gradients of random sums, for every batch size; hypotheses dropped,
// planted mistakes.
#include "verigrad/theorem/stochastic/minibatch_expectation.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/stochastic.hpp"

namespace verigrad::minibatch_expectation::properties {
namespace {

namespace theorem = minibatch_expectation;

constexpr const char* stem = "minibatch_expectation";

/// 𝒥ₙ = (θ − c)²/2 at θ = 0.
BatchInstance parabolas(const std::vector<double>& centres, int b) {
  std::vector<ObjectivePtr> terms;
  for (const double c : centres) terms.push_back(make_objective(Quadratic(at(1), at(c))));
  return {FiniteSum(terms), at(0), b};
}

/// Two samples or more and ∇𝒥 ≠ 0, where wrong factors show.
bool planted_can_show(const BatchInstance& instance) {
  if (!theorem::hypotheses_hold(instance) || !instance.rational() || instance.f.size() < 2) return false;
  return squared_norm(instance.f.gradient<Rational>(exact<Rational>(instance.theta))) != 0;
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = generate::batches();
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "with ∇𝒥/N, any batch size"}, instances, theorem::hypotheses_hold,
              theorem::corrected_conclusion()),
      examined({stem, Kind::sharp, "as printed for N = 1"}, parabolas({1}, 1), theorem::conclusion()),
      examined({stem, Kind::dropped, "without uniform sets", Verdict::fails}, parabolas({0, 0, 3}, 1),
               theorem::not_uniform()),
      sampled({stem, Kind::dropped, "without one size: all sets but ∅"}, instances, theorem::hypotheses_hold,
              theorem::any_size()),
      sampled({stem, Kind::dropped, "without distinct indices"}, instances, theorem::hypotheses_hold,
              theorem::with_repetitions())};
  append(checks, planted_checks(stem, instances, planted_can_show, theorem::lines()));
  return checks;
}

}  // namespace verigrad::minibatch_expectation::properties
