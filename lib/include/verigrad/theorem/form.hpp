// A named form of claims on an instance: the conclusion, a displayed line of a proof, a false printed form, a planted
// mistake. The formula is compiled over every number type that decides, here; checks only pass it on.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "verigrad/number/claims.hpp"

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

namespace detail {

template <class Run, class T>
using Body = std::function<void(const Run&, Claims<T>&)>;

/// What a form says over each number type that decides. Not a template of the claims themselves: it compiles once a
/// Run.
template <template <class> class Run, class Instance>
Form<Instance> form_of(std::string key, Body<Run<Interval>, Interval> over_interval, Body<Run<Ball>, Ball> over_ball,
                       Body<Run<Rational>, Rational> over_rational) {
  const auto source = []<class T>(const Body<Run<T>, T>& body, const std::shared_ptr<const Instance>& instance) {
    return std::function<Claims<T>()>([=] {
      Claims<T> claims;
      body(Run<T>(*instance), claims);
      return claims;
    });
  };
  const auto on = [=](const Instance& given) {
    const auto instance = std::make_shared<const Instance>(given);
    ClaimSource result{source.template operator()<Interval>(over_interval, instance),
                       source.template operator()<Ball>(over_ball, instance),
                       {}};
    if (given.rational()) result.rational = source.template operator()<Rational>(over_rational, instance);
    return result;
  };
  return {std::move(key), on};
}

}  // namespace detail

/// The form whose claims are claims_of(Run<T>(instance), Claims<T>&). Run<T>::Instance is what a run is made from,
/// where there is only one such type.
template <template <class> class Run, class Instance = typename Run<Interval>::Instance, class ClaimsOf>
Form<Instance> form(std::string key, ClaimsOf claims_of) {
#ifdef VERIGRAD_ARCHETYPE
  detail::Body<Run<Archetype>, Archetype> compiled_only = claims_of;
  return {std::move(key), {}};
#else
  return detail::form_of<Run, Instance>(std::move(key), claims_of, claims_of, claims_of);
#endif
}

}  // namespace verigrad
