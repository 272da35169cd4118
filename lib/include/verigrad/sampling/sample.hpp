// sample: draws instances with RapidCheck, decides each, shrinks a failing one. The framework decides nothing: a
// verdict is the Tally's.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <rapidcheck.h>

#include "verigrad/check/tally.hpp"
#include "verigrad/evidence/check.hpp"

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
  std::function<ClaimSource()> claims;  ///< called only if the hypotheses hold
};
Evidence run_trials(const rc::Gen<Trial>& trials, const CheckId& check, const Settings& settings, const Ladder& ladder);

}  // namespace detail

/// The check that decides claims(instance, Claims<T>&) on settings.cases drawn instances that meet the hypotheses.
/// Instance has describe() and rational(); hypotheses(instance) is a bool. When `fails` is expected (a planted
/// mistake), sampling ends at the first rejection; otherwise a failing instance is shrunk.
template <class Instance, class Hypotheses, class ClaimsOf>
Check sampled(CheckId id, const rc::Gen<Instance>& instances, Hypotheses hypotheses, ClaimsOf claims,
              const Ladder& ladder = {}) {
  const auto trial = [=](const Instance& instance) {
    return detail::Trial{instance.describe(), hypotheses(instance), [=] {
                           return claim_source([=](auto& list) { claims(instance, list); }, instance.rational());
                         }};
  };
  return {id, [=, trials = rc::gen::map(instances, trial)](const Settings& settings) {
            return detail::run_trials(trials, id, settings, ladder);
          }};
}

}  // namespace verigrad
