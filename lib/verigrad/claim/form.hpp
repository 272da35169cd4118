// A named form of claims on an instance: the conclusion, a displayed line of a proof, a false printed form, a planted
// mistake. The formula is compiled once, over Number; checks only pass it on.
#pragma once

#include <concepts>
#include <functional>
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
  /// Whether balls can: not with identities that only fractions can decide, where balls would take long to leave them
  /// open.
  bool ball = true;
  /// Whether left sides are what the shipped code yields, and right sides what the text says of it.
  bool left_is_code = false;
  /// Whether the largest ratio of both sides found is worth a note: no instance attains the bound.
  bool notes_ratio = false;

  /// This form, with this key where it has none of its own.
  Form keyed(const std::string& other) const {
    Form form = *this;
    if (key.empty()) form.key = other;
    return form;
  }
  /// This form, where `condition` is needed.
  Form where(std::function<bool(const Instance&)> condition) const {
    Form form = *this;
    form.needs = std::move(condition);
    return form;
  }
  /// This form, whose claims only balls can hold.
  Form in_balls() const { return with(&Form::rational, false).with(&Form::interval, false); }
  /// This form, whose claims are left to intervals and fractions.
  Form without_balls() const { return with(&Form::ball, false); }
  /// This form, of what the shipped code yields, on the left, and what the text says of it, on the right.
  Form of_code() const { return with(&Form::left_is_code, true); }
  /// This form, whose check notes the largest ratio of both sides that it found.
  Form noting_largest_ratio() const { return with(&Form::notes_ratio, true); }
  bool applies_to(const Instance& instance) const { return !needs || needs(instance); }
  bool rational_on(const Instance& instance) const { return rational && instance.rational(); }

  /// A copy that change(form) has been applied to.
  /// This form after change(form).
  template <class Change>
  Form with(Change change) const {
    Form form = *this;
    change(form);
    return form;
  }
  /// This form with one of its flags at `value`.
  Form with(bool Form::*flag, bool value) const {
    Form form = *this;
    form.*flag = value;
    return form;
  }
};

/// Several forms of one instance, as the parts of a conclusion.
template <class Instance>
using Forms = std::vector<Form<Instance>>;

/// Claims on a run, by a function or a lambda without captures.
template <class Run>
using ClaimsOfRun = void (*)(const Run&, Claims&);

namespace detail {

/// A function of any type, called as its type asks for. All that have no state are held so: a compiler spends on every
/// other type that a std::function holds what it spends on ten lines of a statement.
template <class Instance>
struct Stateless {
  using Function = void (*)();
  void (*call)(Function, const Instance&, Claims&);
  Function function;
  void operator()(const Instance& instance, Claims& claims) const { call(function, instance, claims); }
};

}  // namespace detail

/// The form whose claims are claims_of(Run(instance), Claims&). Run::Instance is what a run is made from, where there
/// is only one such type.
template <class Run, class Instance = typename Run::Instance>
Form<Instance> form(std::string key, ClaimsOfRun<Run> claims_of) {
  using Held = detail::Stateless<Instance>;
  const auto call = [](typename Held::Function function, const Instance& instance, Claims& claims) {
    reinterpret_cast<ClaimsOfRun<Run>>(function)(Run(instance), claims);
  };
  return {std::move(key), Held{call, reinterpret_cast<typename Held::Function>(claims_of)}};
}

/// The same by a callable of another type: of what a run derives from, or with captures.
template <class Run, class Instance = typename Run::Instance, class ClaimsOf>
requires(!std::convertible_to<ClaimsOf, ClaimsOfRun<Run>>) Form<Instance> form(std::string key, ClaimsOf claims_of) {
  using Held = detail::Stateless<Instance>;
  if constexpr (std::is_pointer_v<ClaimsOf>) {
    const auto call = [](typename Held::Function function, const Instance& instance, Claims& claims) {
      reinterpret_cast<ClaimsOf>(function)(Run(instance), claims);
    };
    return {std::move(key), Held{call, reinterpret_cast<typename Held::Function>(claims_of)}};
  } else {
    return {std::move(key),
            [claims_of](const Instance& instance, Claims& claims) { claims_of(Run(instance), claims); }};
  }
}

/// The same without a key: the line that it becomes has one (claim/lines.hpp).
template <class Run, class Instance = typename Run::Instance>
Form<Instance> form(ClaimsOfRun<Run> claims_of) {
  return form<Run, Instance>("", claims_of);
}
/// The same of such a callable.
template <class Run, class Instance = typename Run::Instance, class ClaimsOf>
requires(!std::convertible_to<ClaimsOf, ClaimsOfRun<Run>>) Form<Instance> form(ClaimsOf claims_of) {
  return form<Run, Instance>("", claims_of);
}

}  // namespace verigrad
