// Mathematical Foundations of Data Sciences, 14.2.2: the printed derivative of the logistic loss, and the corrected
// one.
#include "verigrad/theorem/regression/logistic_loss_derivative.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::logistic_loss_derivative::proofs_numeric {
namespace {

namespace theorem = logistic_loss_derivative;

constexpr const char* stem = "logistic_loss_derivative";

}  // namespace

std::vector<Check> checks() {
  const auto counterexample = [](const std::string&) { return theorem::LossInstance{0, 1, 1}; };
  std::vector<Check> checks = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(checks.front()));
  append(checks, sampled_each(stem, Kind::corrected, generate::logistic_loss(), theorem::hypotheses_hold,
                              theorem::corrected()));
  return checks;
}

}  // namespace verigrad::logistic_loss_derivative::proofs_numeric
