// Forms that say what the rate E′ of an energy is, correct or planted: at states of an objective that is quadratic or
// smooth, and at all states. A Run has rate, which is E′, and along(), L and tau for EnergyAlong::claim_rate.
#pragma once

#include <string>

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad {

/// E′ = rate(state).
template <class Rate>
auto rate_claim(Rate rate) {
  return [rate]<class Run>(const Run& r, Claims& claims) { claims.equal("E′ = rate", r.rate, Number(rate(r))); };
}

/// The same from values of E along the velocity, for any smooth objective.
template <class Rate>
auto smooth_rate_claim(Rate rate) {
  return [rate]<class Run>(const Run& r, Claims& claims) { r.along().claim_rate(Number(rate(r)), r.L, r.tau, claims); };
}

/// A form of a Run by its key: E′ = rate(run).
template <class Run>
constexpr auto rate_form = [](const std::string& key, auto rate) { return form<Run>(key, rate_claim(rate)); };

/// The same where J is smooth, which a run knows by its values along the velocity.
template <class Run>
constexpr auto smooth_rate_form =
    [](const std::string& key, auto rate) { return form<Run>(key + ", smooth J", smooth_rate_claim(rate)); };

/// The same for all states.
template <class Run>
constexpr auto general_rate_form =
    [](const std::string& key, auto rate) { return form<Run, Unknowns>(key + ", all states", rate_claim(rate)); };

}  // namespace verigrad
