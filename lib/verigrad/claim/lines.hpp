// Lines: what a statement says line by line, each line's words together with its claims, and the wrong forms that every
// check of it must reject.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"

namespace verigrad {

/// A displayed line of the proof that holds.
template <class Instance>
struct Step {
  std::string key;   ///< names its check
  std::string text;  ///< as printed
  Form<Instance> claims;
};

/// A printed form that is false.
template <class Instance>
struct FalseLine {
  Erratum words;                ///< words.key names its checks
  Form<Instance> printed;       ///< as printed: false on …
  Instance counterexample{};    ///< … this instance, the smallest exact one found
  Forms<Instance> corrected{};  ///< what holds instead; a form without a key has the erratum's
};

/// The lines of a statement that speak of one type of instance; a statement whose lines speak of several has one Lines
/// each.
template <class Instance>
struct Lines {
  std::vector<Step<Instance>> steps{};
  std::vector<FalseLine<Instance>> errata{};
  Forms<Instance> planted{};           ///< wrong forms, each with its key
  std::vector<Instance> separating{};  ///< refute the planted forms: each is refuted by one of these at least

  /// The steps as forms, each with its key.
  Forms<Instance> step_forms() const {
    Forms<Instance> forms;
    for (const Step<Instance>& step : steps) forms.push_back(step.claims.keyed(step.key));
    return forms;
  }
  /// What holds in place of the errata, each form with its own key or the erratum's.
  Forms<Instance> corrected_forms() const {
    Forms<Instance> forms;
    for (const FalseLine<Instance>& line : errata)
      for (const Form<Instance>& form : line.corrected) forms.push_back(form.keyed(line.words.key));
    return forms;
  }
};

/// The statement with the words of these lines, in this order, after those that it has.
template <class... Instances>
Statement with_lines(Statement statement, const Lines<Instances>&... lines) {
  const auto add = [&](const auto& of_one_type) {
    for (const auto& step : of_one_type.steps) statement.steps.push_back({step.key, step.text});
    for (const auto& line : of_one_type.errata) statement.errata.push_back(line.words);
  };
  (add(lines), ...);
  return statement;
}

}  // namespace verigrad
