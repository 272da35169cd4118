// An optimiser of the caller's own held against a statement: check_statement([] { return MyDescent(); },
// "gradient_descent_rate").
#pragma once

#include "verigrad/conformance/in_process.hpp"
#include "verigrad/trial/trials.hpp"

namespace verigrad {

/// `make` as for check_optimiser. `own` has "lr" where the optimiser has a rate built in, "L" where it is meant for
/// functions of that smoothness, and what the method needs. Throws std::invalid_argument for a statement against which
/// no run can be held, or a hyper-parameter that it does not have.
template <class Make>
trial::Findings check_statement(const Make& make, const std::string& stem,
                                const conformance::HyperParameters& own = {}) {
  const trial::Declared declared{&conformance::dtype_of<Make>(), own};
  return judge(trial::trial_named(stem), conformance::in_process(make), declared);
}

}  // namespace verigrad
