// Forms with matrix exponentials: their claims exist over balls only, and the interval rung reads a ball's ends.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/number/interval.hpp"

namespace verigrad {

/// Every ball's ends as an interval.
Claims<Interval> in_intervals(const Claims<Ball>& claims);

/// The source of evaluate(Claims<Ball>&); its interval rung are balls of 53 bits.
ClaimSource ball_source(std::function<void(Claims<Ball>&)> evaluate);

/// The form whose claims are claims_of(Run(instance), Claims<Ball>&).
template <class Run, class Instance = typename Run::Instance, class ClaimsOf>
Form<Instance> ball_form(std::string key, ClaimsOf claims_of) {
  return {std::move(key), [claims_of](const Instance& given) {
            const auto instance = std::make_shared<const Instance>(given);
            return ball_source([=](Claims<Ball>& claims) { claims_of(Run(*instance), claims); });
          }};
}

}  // namespace verigrad
