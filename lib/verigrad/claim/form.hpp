// A named form of claims on an instance: the conclusion, a displayed line of a proof, a false printed form, a planted
// mistake. The formula is compiled once, over Number; checks only pass it on.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "verigrad/claim/claims.hpp"

namespace verigrad {

/// An instance has describe(), enough to redo it by hand, and rational(), whether exact fractions can hold its claims.
template <class Instance>
struct Form {
  std::string key;
  std::function<ClaimSource(const Instance&)> on;
  /// What this form asks of an instance beyond the statement's hypotheses, such as divisors that are not 0; all meet it
  /// when empty.
  std::function<bool(const Instance&)> needs = {};

  /// This form, where `condition` is needed.
  Form where(std::function<bool(const Instance&)> condition) const { return {key, on, std::move(condition)}; }
  bool applies_to(const Instance& instance) const { return !needs || needs(instance); }
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

/// The form whose claims are claims_of(Run<Number>(instance), Claims<Number>&). Run<T>::Instance is what a run is made
/// from, where there is only one such type.
template <template <class> class Run, class Instance = typename Run<Number>::Instance, class ClaimsOf>
Form<Instance> form(std::string key, ClaimsOf claims_of) {
  const auto on = [claims_of](const Instance& given) {
    const auto evaluate = [claims_of, instance = std::make_shared<const Instance>(given)](Claims<Number>& claims) {
      claims_of(Run<Number>(*instance), claims);
    };
    return claim_source(evaluate, given.rational());
  };
  return {std::move(key), on};
}

}  // namespace verigrad
