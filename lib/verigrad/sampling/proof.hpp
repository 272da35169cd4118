// The checks of a statement's lines on drawn instances: steps of the proof, errata, what holds in their place, planted
// mistakes.
#pragma once

#include "verigrad/check/examine.hpp"
#include "verigrad/claim/lines.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad {

/// The steps, on drawn instances that meet the hypotheses.
template <class Instance, class Hypotheses>
std::vector<Check> step_checks(const std::string& stem, const Gen<Instance>& instances, Hypotheses hypotheses,
                               const Lines<Instance>& lines) {
  return sampled_each(stem, Kind::step, instances, hypotheses, lines.step_forms());
}

/// What holds in place of the errata, on drawn instances that meet the hypotheses.
template <class Instance, class Hypotheses>
std::vector<Check> corrected_checks(const std::string& stem, const Gen<Instance>& instances, Hypotheses hypotheses,
                                    const Lines<Instance>& lines) {
  return sampled_each(stem, Kind::corrected, instances, hypotheses, lines.corrected_forms());
}

/// The steps and what holds in place of the errata, on drawn instances, and each erratum on its counterexample.
template <class Instance, class Hypotheses>
std::vector<Check> proof_checks(const std::string& stem, const Gen<Instance>& instances, Hypotheses hypotheses,
                                const Lines<Instance>& lines) {
  std::vector<Check> checks = step_checks(stem, instances, hypotheses, lines);
  append(checks, erratum_checks(stem, lines));
  append(checks, corrected_checks(stem, instances, hypotheses, lines));
  return checks;
}

/// The planted mistakes: the separating instances refute each, and drawing must find it out as well.
template <class Instance, class Hypotheses>
std::vector<Check> planted_checks(const std::string& stem, const Gen<Instance>& instances, Hypotheses hypotheses,
                                  const Lines<Instance>& lines) {
  return sampled_each(stem, Kind::planted, instances, hypotheses, lines.planted, lines.separating);
}

}  // namespace verigrad
