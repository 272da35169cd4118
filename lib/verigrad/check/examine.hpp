// examine: decides one named instance: a witness, a counterexample, a dropped hypothesis, real data.
#pragma once

#include <concepts>
#include <vector>

#include "verigrad/check/sides.hpp"
#include "verigrad/check/tally.hpp"
#include "verigrad/claim/lines.hpp"
#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// Decides the claims of one instance, whose words go into the evidence; a failing claim states its sides exactly
/// where fractions can hold it.
Evidence examine(const std::string& instance, const MakeClaims& make, Kinds kinds, const Ladder& ladder = {});

/// What the evidence of a wrong form that no instance refutes shows instead of a counterexample: an instance, and the
/// first claim on it with both sides.
std::string acquittal(const std::string& instance, const MakeClaims& make, Kinds kinds);

/// Decides a form on one instance, in words of your own or its own.
template <class Instance>
Evidence examine(const std::string& words, const Instance& instance, const Form<Instance>& form,
                 const Ladder& ladder = {}) {
  return examine(words, claims_on(form, instance), kinds_of(form, instance), ladder);
}
/// As above, with the instance's own words.
template <class Instance>
Evidence examine(const Instance& instance, const Form<Instance>& form, const Ladder& ladder = {}) {
  return examine(instance.describe(), instance, form, ladder);
}

/// The check that decides a form on this one instance.
template <class Instance>
Check examined(CheckId id, Instance instance, Form<Instance> form, const Ladder& ladder = {}) {
  return naming_sides({id,
                       [=](const Settings&) {
                         Evidence evidence = examine(instance, form, ladder);
                         if (is_acquittal(id, evidence))
                           evidence.counterexample =
                               acquittal(instance.describe(), claims_on(form, instance), kinds_of(form, instance));
                         return evidence;
                       }},
                      form.left_is_code);
}

/// The check that decides claims(instance, Claims&) on this one instance, which has describe() and rational().
template <class Instance, std::invocable<const Instance&, Claims&> ClaimsOf>
Check examined(CheckId id, Instance instance, ClaimsOf claims, const Ladder& ladder = {}) {
  return examined(std::move(id), std::move(instance), Form<Instance>{"", claims}, ladder);
}

/// The checks of the errata: each printed form on its counterexample, which must refute it; where the statement's own
/// words are false, as the conclusion it is, too.
template <class Instance>
std::vector<Check> erratum_checks(const std::string& stem, const Lines<Instance>& lines) {
  std::vector<Check> checks;
  for (const FalseLine<Instance>& line : lines.errata) {
    checks.push_back(examined(check_of(stem, Kind::erratum, line.words.key), line.counterexample,
                              line.printed.keyed(line.words.key)));
    if (line.words.of_statement) checks.push_back(as_conclusion(checks.back()));
  }
  return checks;
}

/// One check a form, all on one instance.
template <class Instance>
std::vector<Check> examined_each(const std::string& stem, Kind kind, const Forms<Instance>& forms,
                                 const Instance& instance) {
  std::vector<Check> checks;
  for (const Form<Instance>& form : forms) checks.push_back(examined(check_of(stem, kind, form.key), instance, form));
  return checks;
}

}  // namespace verigrad
