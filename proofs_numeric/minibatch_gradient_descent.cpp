// MathDNN, Definitions 6.6 and 6.7 and the note on batches: the errata.
#include "verigrad/theorem/minibatch_gradient_descent.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/stochastic.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = minibatch_gradient_descent;

constexpr const char* stem = "minibatch_gradient_descent";

Vector<double> at(double x) { return Vector<double>::Constant(1, x); }

ObjectivePtr parabola() { return make_objective(Quadratic(at(1), at(0))); }

/// x²/2 from 0 goes on from 1: Definition 6.6 says nothing of the first step.
theorem::BlockInstance any_first_iterate() {
  return {.f = parabola(), .x0 = at(0), .alpha = 1, .beta = 0, .n = 1, .block = 1, .first = at(1)};
}

}  // namespace

std::vector<Check> minibatch_gradient_descent() {
  const BatchInstance two_rows{FiniteSum({parabola(), parabola()}), at(1), 1};
  return {examined(check_of(stem, Kind::erratum, "first iterate"), any_first_iterate(), theorem::descent()),
          examined(check_of(stem, Kind::erratum, "mean of the batches"), two_rows, theorem::printed_estimate()),
          sampled(check_of(stem, Kind::corrected, "mean of the batches"), generate::batches(), sizes_fit,
                  theorem::scaled_estimate())};
}

std::vector<Check> minibatch_gradient_descent_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
