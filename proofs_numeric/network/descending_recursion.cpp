// SGM, (5.14) and Definition 5.1.9: the printed ranges and the printed label.
#include "verigrad/theorem/network/descending_recursion.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::descending_recursion::proofs_numeric {
namespace {

namespace theorem = descending_recursion;

constexpr const char* stem = "descending_recursion";

/// f = 2x, φ = z²/2, x = 1: p = 0.
NetworkInstance doubling(const std::string&) {
  NetworkInstance result{DenseNetwork::classifier({1, 1}), Loss::squared_error, Vector<double>(2)};
  result.theta << 2, 0;
  result.inputs = Matrix<double>::Ones(1, 1);
  result.targets = Matrix<double>::Zero(1, 1);
  return result;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = examined_each(stem, Kind::erratum, theorem::errata(), doubling);
  checks.push_back(as_conclusion(checks.front()));
  append(checks, sampled_each(
                     stem, Kind::corrected, generate::affine_ended_rational(),
                     [](const NetworkInstance&) { return true; }, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::descending_recursion::proofs_numeric
