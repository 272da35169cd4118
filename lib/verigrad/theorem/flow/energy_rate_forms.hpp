// Forms that say what the rate E′ of an energy is, correct or planted: at states of an objective that is quadratic or
// smooth, and at all states. A State has rate, which is E′, and along(), L and tau for EnergyAlong::claim_rate.
#pragma once

#include <string>

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad {

/// E′ = rate(state).
template <class Rate>
auto rate_claim(Rate rate) {
  return [rate]<class State>(const State& s, Claims& claims) { claims.equal("E′ = rate", s.rate, Number(rate(s))); };
}

/// The same from values of E along the velocity, for any smooth objective.
template <class Rate>
auto smooth_rate_claim(Rate rate) {
  return [rate]<class State>(const State& s, Claims& claims) {
    s.along().claim_rate(Number(rate(s)), s.L, s.tau, claims);
  };
}

template <class State>
constexpr auto rate_form = [](const std::string& key, auto rate) { return form<State>(key, rate_claim(rate)); };

template <class State>
constexpr auto smooth_rate_form =
    [](const std::string& key, auto rate) { return form<State>(key + ", smooth J", smooth_rate_claim(rate)); };

template <class State>
constexpr auto general_rate_form =
    [](const std::string& key, auto rate) { return form<State, Unknowns>(key + ", all states", rate_claim(rate)); };

}  // namespace verigrad
