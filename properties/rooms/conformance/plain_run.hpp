// Every dialect once more, as a program would have it: plain loops over float or double, coefficients in double, in the
// order of evaluation of PyTorch where it has the method. The recorded runs of tests come from here.
#pragma once

#include "verigrad/conformance/dialect.hpp"

namespace verigrad::conformance::test {

/// The run of the dialect on the head, gradients and rates of a trace, computed in T, float or double.
template <class T>
Trace plain_run(const Dialect& dialect, const Trace& inputs);

}  // namespace verigrad::conformance::test
