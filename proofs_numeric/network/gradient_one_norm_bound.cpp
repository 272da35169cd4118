// SGM, Lemma 5.5.2: the lines of the proof, and the errata.
#include "verigrad/theorem/network/gradient_one_norm_bound.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_one_norm_bound::proofs_numeric {
namespace {

namespace theorem = gradient_one_norm_bound;
using gradient_norm_bound::slopes_at_most_one;

constexpr const char* stem = "gradient_one_norm_bound";

/// f = 2 · ReLU(2x) at x = 1.
NetworkInstance counterexample(const std::string&) {
  NetworkInstance result = gradient_norm_bound::one_unit(Activation::relu, 1);
  result.theta << 2, 0, 2, 0;
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

}  // namespace verigrad::gradient_one_norm_bound::proofs_numeric
