// What an optimiser of the caller's own computes: check_optimiser([] { return MyAdam(); }, "adam").
#pragma once

#include <string>

#include "verigrad/conformance/identify.hpp"
#include "verigrad/conformance/in_process.hpp"

namespace verigrad {
namespace conformance {

/// The questions once more, with one tensor more: the first, times a power of two, the one that parts the most dialects
/// from the named one in the dtype of the run. An ε of 10⁻⁸ has no place in float32 beside gradients of size 1, and has
/// one beside gradients of its own size. None where nothing is open, where no power parts anything, and after four.
std::optional<Trace> further_questions(const Trace& asked, const Identification& found);

}  // namespace conformance

/// The run on the probe, and what it was told to be.
struct OptimiserReport {
  conformance::Trace trace;
  conformance::Identification found;

  bool as_declared() const { return found.outcome == conformance::Telling::as_declared; }
};

/// Plays the probe of the method, and further questions where it leaves something open, each time from a new start.
/// `own` stands in place of the probe's hyper-parameters, for optimisers that have theirs built in; with `one_rate`
/// every step is at the hyper-parameter "lr". Throws std::invalid_argument for a method or a hyper-parameter that is
/// not there, and as conformance::play does.
OptimiserReport check_optimiser(const conformance::StartOptimiser& start, const conformance::Dtype& dtype,
                                const std::string& method, const conformance::HyperParameters& own = {},
                                bool one_rate = false);

/// make() or make(hyper-parameters) returns an optimiser with step(x, gradient, rate) or step(x, gradient), which
/// changes x, a std::vector or Vector of double or float. One is made for each tensor. The one without a rate has "lr"
/// built in.
template <class Make>
requires requires { typename conformance::MadeBy<Make>; }
OptimiserReport check_optimiser(const Make& make, const std::string& method,
                                const conformance::HyperParameters& own = {}) {
  return check_optimiser(conformance::in_process(make), conformance::dtype_of<Make>(), method, own,
                         !conformance::takes_rate<Make>);
}

}  // namespace verigrad
