// Stochastic gradient methods, Theorem 5.3.1: each displayed line of the proof, and its errata.
#include "verigrad/theorem/stochastic/batch_convergence.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/splitting.hpp"

namespace verigrad::batch_convergence::proofs_numeric {
namespace {

namespace theorem = batch_convergence;

constexpr const char* stem = "batch_convergence";

/// α(w − 1)² with one batch, from w0.
SplittingInstance single(double alpha, double w0) {
  SplittingInstance result = theorem::parabola({1});
  result.alpha.setConstant(alpha);
  result.y.setConstant(1);
  result.w0.setConstant(w0);
  return result;
}

/// x = (1, 0), y = 0, and W₀ = (0, 2) taken as the batch's minimiser.
SplittingInstance line_of_minimisers() {
  return {(Matrix<double>(1, 2) << 1, 0).finished(),
          Matrix<double>::Zero(1, 1),
          Vector<double>::Constant(1, 0.5),
          (Matrix<double>(2, 1) << 0, 2).finished(),
          {1},
          {{{0}}}};
}

/// (w − 1)²/2, then a term x = 0 whose flow rests, from 0.
SplittingInstance one_rests() {
  SplittingInstance result = theorem::opposed({1});
  result.x = Eigen::Vector2d(1, 0);
  result.y = Eigen::Vector2d(1, 0);
  return result;
}

/// The smallest counterexample to an erratum; on w²/2 from 1, λ = Θ = 1, S = 0, C = ½.
SplittingInstance counterexample(const std::string& key) {
  if (key == "weights in b") return single(2, 0);
  if (key == "factor 2") return single(0.5, 0);
  if (key == "bounded minimisers") return line_of_minimisers();
  if (key == "product index") return one_rests();
  if (key == "W for W*") return single(0.5, 0);
  if (key == "index of a") return theorem::parabola({0.5, 0.25});
  if (key == "equality") return theorem::parabola({0.5});
  if (key == "product over q") return theorem::parabola({1, 1});
  if (key == "negative factors") return theorem::parabola({4, 2});
  if (key == "exponent") return theorem::opposed({1});
  return theorem::parabola({1, 0.25});
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = generate::splitting(4);
  std::vector<Check> checks = sampled_each(stem, Kind::step, instances, theorem::hypotheses_hold, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  append(checks, sampled_each(stem, Kind::corrected, instances, theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::batch_convergence::proofs_numeric
