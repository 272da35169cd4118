// examine: decides one named instance: a witness, a counterexample, a dropped hypothesis, real data.
#pragma once

#include <concepts>
#include <vector>

#include "verigrad/check/tally.hpp"
#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// Decides the claims of one instance, whose words go into the evidence; a failing claim states its sides exactly
/// where the source has a rational rung.
Evidence examine(const std::string& instance, const ClaimSource& source, const Ladder& ladder = {});

/// A form of claims on an Instance, as of theorem/form.hpp.
template <class F, class Instance>
concept FormOn = requires(const F& form, const Instance& instance) {
  { form.on(instance) } -> std::same_as<ClaimSource>;
};

/// Decides a form on one instance.
template <class Instance, FormOn<Instance> F>
Evidence examine(const Instance& instance, const F& form, const Ladder& ladder = {}) {
  return examine(instance.describe(), form.on(instance), ladder);
}

/// The check that decides a form on this one instance.
template <class Instance, FormOn<Instance> F>
Check examined(CheckId id, Instance instance, F form, const Ladder& ladder = {}) {
  return {std::move(id), [=](const Settings&) { return examine(instance, form, ladder); }};
}

/// The check that decides claims(instance, Claims<T>&) on this one instance, which has describe() and rational().
template <class Instance, class ClaimsOf>
Check examined(CheckId id, Instance instance, ClaimsOf claims, const Ladder& ladder = {}) {
  return {std::move(id), [=](const Settings&) {
            return examine(instance.describe(),
                           claim_source([&](auto& list) { claims(instance, list); }, instance.rational()), ladder);
          }};
}

/// One check a form, each on instance_for(key): the smallest counterexample to an erratum, a line's own instance.
template <class Forms, class InstanceFor>
std::vector<Check> examined_each(const std::string& stem, Kind kind, const Forms& forms, InstanceFor instance_for) {
  std::vector<Check> checks;
  for (const auto& form : forms)
    checks.push_back(examined(check_of(stem, kind, form.key), instance_for(form.key), form));
  return checks;
}

}  // namespace verigrad
