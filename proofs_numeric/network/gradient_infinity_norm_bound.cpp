// SGM, Lemma 5.5.1: the lines of the proof, and the errata.
#include "verigrad/theorem/network/gradient_infinity_norm_bound.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_infinity_norm_bound::proofs_numeric {
namespace {

namespace theorem = gradient_infinity_norm_bound;
using gradient_norm_bound::slopes_at_most_one;

constexpr const char* stem = "gradient_infinity_norm_bound";

/// f = x₁ + x₂: W_0 = (1 1).
NetworkInstance counterexample(const std::string&) {
  NetworkInstance result{DenseNetwork::classifier({2, 1}), Loss::squared_error, Vector<double>(3)};
  result.theta << 1, 1, 0;
  result.inputs = Matrix<double>::Ones(1, 2);
  result.targets = Matrix<double>::Zero(1, 1);
  return result;
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = generate::affine_ended_rational();
  std::vector<Check> checks = sampled_each(stem, Kind::step, instances, slopes_at_most_one, theorem::steps());
  checks.push_back(sampled({stem, Kind::step, "‖∇A_r‖ ≤ 1, sigmoids"}, generate::affine_ended_sigmoid(),
                           slopes_at_most_one, with_key(theorem::steps(), "‖∇A_r‖ ≤ 1")));
  const std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, errata);
  append(checks, sampled_each(stem, Kind::corrected, instances, slopes_at_most_one, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::gradient_infinity_norm_bound::proofs_numeric
