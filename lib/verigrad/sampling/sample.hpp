// sample: draws instances with RapidCheck, decides each, shrinks a failing one. The framework decides nothing: a
// verdict is the Tally's.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "verigrad/check/ratio.hpp"
#include "verigrad/check/sides.hpp"
#include "verigrad/check/tally.hpp"
#include "verigrad/claim/form.hpp"
#include "verigrad/evidence/check.hpp"
#include "verigrad/sampling/gen.hpp"

namespace verigrad {

/// How many instances shrinking may decide after a failure.
inline constexpr int shrink_budget = 200;

/// The seed of one check: the run's seed mixed with the check's full name, the same on any shard.
std::uint64_t mixed_seed(std::uint64_t seed, const CheckId& check);

namespace detail {

/// One instance's outcome as the sampling loop needs it.
struct Trial {
  std::string instance;
  bool hypotheses_hold;
  MakeClaims claims;  ///< called only if the hypotheses hold
  Kinds kinds;
};
Evidence run_trials(const std::vector<Trial>& named, const Gen<Trial>& drawn, const CheckId& check,
                    const Settings& settings, const Ladder& ladder);

}  // namespace detail

/// The check that decides a form on the named instances, then on settings.cases drawn ones that make a claim; all of
/// them meet the hypotheses, and what the form needs. hypotheses(instance) is a bool. When `fails` is expected (a
/// planted mistake), named and drawn instances each end at their first rejection; otherwise a failing drawn instance is
/// shrunk.
template <class Instance, class Hypotheses>
Check sampled(CheckId id, const Gen<Instance>& instances, Hypotheses hypotheses, const Form<Instance>& form,
              const Ladder& ladder = {}, const std::vector<Instance>& named = {}) {
  const auto trial = [=](const Instance& instance) {
    return detail::Trial{instance.describe(), hypotheses(instance) && form.applies_to(instance),
                         [=](Claims& claims) { form.claims(instance, claims); }, kinds_of(form, instance)};
  };
  const Check check{id, [=, drawn = gen::map(instances, trial)](const Settings& settings) {
                      std::vector<detail::Trial> trials;
                      for (const Instance& instance : named) trials.push_back(trial(instance));
                      return detail::run_trials(trials, drawn, id, settings, ladder);
                    }};
  return naming_sides(form.notes_ratio ? noting_largest_ratio(check) : check, form.left_is_code);
}

/// As above, for claims(instance, Claims&). Instance has describe() and rational().
template <class Instance, class Hypotheses, std::invocable<const Instance&, Claims&> ClaimsOf>
Check sampled(CheckId id, const Gen<Instance>& instances, Hypotheses hypotheses, ClaimsOf claims,
              const Ladder& ladder = {}) {
  return sampled(std::move(id), instances, hypotheses, Form<Instance>{"", claims}, ladder);
}

/// One check a form: the steps of a proof, corrected errata, planted mistakes. Of planted mistakes, `separating` has an
/// instance that refutes each, so that no seed acquits one; the drawn instances show that drawing finds it out as well.
template <class Instance, class Hypotheses>
std::vector<Check> sampled_each(const std::string& stem, Kind kind, const Gen<Instance>& instances,
                                Hypotheses hypotheses, const Forms<Instance>& forms,
                                const std::vector<Instance>& separating = {}) {
  std::vector<Check> checks;
  for (const Form<Instance>& form : forms)
    checks.push_back(sampled(check_of(stem, kind, form.key), instances, hypotheses, form, {}, separating));
  return checks;
}

}  // namespace verigrad
