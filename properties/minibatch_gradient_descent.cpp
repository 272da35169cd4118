// MathDNN, Definitions 6.6 and 6.7 and mini-batches: the methods that ship against their defining equations, and the
// mean of the estimates over all partitions into batches.
#include "verigrad/theorem/minibatch_gradient_descent.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/stochastic.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = minibatch_gradient_descent;
using theorem::BlockInstance;

constexpr const char* stem = "minibatch_gradient_descent";

Vector<double> at(double x) { return Vector<double>::Constant(1, x); }

/// ξᵢ = (θ − c)²/2 at θ = 0.
BatchInstance parabolas(const std::vector<double>& centres, int b) {
  std::vector<ObjectivePtr> rows;
  for (const double c : centres) rows.push_back(make_objective(Quadratic(at(1), at(c))));
  return {FiniteSum(rows), at(0), b};
}

/// Quadratics and least squares, blocks of 1 to 3 entries.
rc::Gen<BlockInstance> blocks() {
  return rc::gen::mapcat(
      rc::gen::oneOf(generate::convex_quadratic(), generate::least_squares()), [](const ObjectivePtr& f) {
        return rc::gen::map(rc::gen::tuple(generate::point(f->dimension()), generate::positive(3, -4, 0),
                                           rc::gen::elementOf(std::vector<double>{0, 0.25, 0.5, 0.875, 1}),
                                           generate::dimension(3), generate::dimension(4)),
                            [f](const std::tuple<Vector<double>, double, double, int, int>& draw) {
                              const auto& [x0, alpha, beta, block, n] = draw;
                              return BlockInstance{
                                  .f = f, .x0 = x0, .alpha = alpha, .beta = beta, .n = n, .block = block};
                            });
      });
}

/// Two rows or more, a smaller last batch, and ∇O ≠ 0 with and without the last row: where wrong forms show.
bool planted_can_show(const BatchInstance& instance) {
  if (!sizes_fit(instance) || !instance.rational() || instance.f.size() % instance.b == 0) return false;
  return squared_norm(instance.f.gradient<Rational>(exact<Rational>(instance.theta))) != 0;
}

std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "one epoch has noise when b does not divide n", Verdict::fails},
                   parabolas({0, 0, 3}, 2), theorem::no_noise_over_an_epoch()),
          examined({stem, Kind::dropped, "given the first batch, the second is biased", Verdict::fails},
                   parabolas({-1, 1}, 1), theorem::second_batch())};
}

}  // namespace

std::vector<Check> minibatch_gradient_descent() {
  const auto batches = generate::batches();
  const auto divides = [](const BatchInstance& i) { return sizes_fit(i) && i.f.size() % i.b == 0; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "Definition 6.6"}, blocks(), theorem::hypotheses_hold, theorem::descent()),
      sampled({stem, Kind::conclusion, "Definition 6.7"}, blocks(), theorem::hypotheses_hold,
              theorem::descent_with_momentum()),
      sampled({stem, Kind::conclusion, "mean of every batch's mean gradient is ∇O/n"}, batches, sizes_fit,
              theorem::estimate()),
      sampled({stem, Kind::conclusion, "mean of ∇O on a batch is |B|/n ∇O"}, batches, sizes_fit, theorem::batch_sums()),
      sampled({stem, Kind::sharp, "no noise over an epoch when b divides n"}, batches, divides,
              theorem::no_noise_over_an_epoch())};
  append(checks, dropped());
  append(checks, sampled_each(stem, Kind::planted, blocks(), theorem::hypotheses_hold, theorem::planted_descents()));
  append(checks, sampled_each(stem, Kind::planted, batches, planted_can_show, theorem::planted_estimates()));
  return checks;
}

std::vector<Check> minibatch_gradient_descent_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
