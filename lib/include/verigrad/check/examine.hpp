// examine: decides one named instance: a witness, a counterexample, a dropped hypothesis, real data.
#pragma once

#include "verigrad/check/tally.hpp"
#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// Decides the claims of one instance, whose words go into the evidence; a failing claim states its sides exactly
/// where the source has a rational rung.
Evidence examine(const std::string& instance, const ClaimSource& source, const Ladder& ladder = {});

/// The check that decides claims(instance, Claims<T>&) on this one instance, which has describe() and rational().
template <class Instance, class ClaimsOf>
Check examined(CheckId id, Instance instance, ClaimsOf claims, const Ladder& ladder = {}) {
  return {std::move(id), [=](const Settings&) {
            return examine(instance.describe(),
                           claim_source([&](auto& list) { claims(instance, list); }, instance.rational()), ladder);
          }};
}

}  // namespace verigrad
