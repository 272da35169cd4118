// A named form of claims on an instance: the conclusion, a displayed line of a proof, a false printed form, a planted
// mistake. The formula is compiled once, over Number; checks only pass it on.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "verigrad/claim/claims.hpp"

namespace verigrad {

/// An instance has describe(), enough to redo it by hand, and rational(), whether exact fractions can hold its claims.
template <class Instance>
struct Form {
  std::string key;
  /// Puts the claims on an instance into a list, over the kind of number made now.
  std::function<void(const Instance&, Claims&)> claims;
  /// What this form asks of an instance beyond the statement's hypotheses, such as divisors that are not 0; all meet it
  /// when empty.
  std::function<bool(const Instance&)> needs = {};
  /// Whether fractions can hold the claims wherever they can hold the instance: not with exp, log, √.
  bool rational = true;
  /// Whether intervals can: not with what encloses in balls alone, as matrix exponentials do.
  bool interval = true;

  /// This form, where `condition` is needed.
  Form where(std::function<bool(const Instance&)> condition) const {
    return {key, claims, std::move(condition), rational, interval};
  }
  /// This form, whose claims only balls can hold.
  Form in_balls() const { return {key, claims, needs, false, false}; }
  bool applies_to(const Instance& instance) const { return !needs || needs(instance); }
  bool rational_on(const Instance& instance) const { return rational && instance.rational(); }
};

template <class Instance>
using Forms = std::vector<Form<Instance>>;

/// The form of this key. Throws std::invalid_argument when there is none.
template <class Instance>
Form<Instance> with_key(const Forms<Instance>& forms, const std::string& key) {
  for (const Form<Instance>& form : forms)
    if (form.key == key) return form;
  throw std::invalid_argument("no form has the key '" + key + "'; use one of the list's own");
}

/// The form whose claims are claims_of(Run(instance), Claims&). Run::Instance is what a run is made from, where there
/// is only one such type.
template <class Run, class Instance = typename Run::Instance, class ClaimsOf>
Form<Instance> form(std::string key, ClaimsOf claims_of) {
  return {std::move(key), [claims_of](const Instance& instance, Claims& claims) { claims_of(Run(instance), claims); }};
}

}  // namespace verigrad
