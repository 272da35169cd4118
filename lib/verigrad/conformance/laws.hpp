// Laws that a trace must obey whatever the method: they need no reference.
#pragma once

#include <string>
#include <vector>

#include "verigrad/conformance/trace_source.hpp"

namespace verigrad::conformance {

/// A law that does not hold, and where.
struct BrokenLaw {
  std::string law;
  std::string where;
};

/// Decides, each by comparing recorded numbers exactly, in one reading:
/// - an entry whose gradients have all been 0 or missing has not moved;
/// - the first step goes against the gradient, or along it with maximize;
/// - an entry whose gradients have all had one sign, as a constant gradient has, never moves along them, or against
///   them with maximize; these three where nothing besides the gradient moves the parameters, such as weight decay;
/// - a tensor without gradient does not move;
/// - a rate of 0 moves nothing;
/// - entries that started alike and had the same gradients stay alike;
/// - entries that started as opposites and had opposite gradients stay opposites: so does all that scales by −1 without
///   rounding.
std::vector<BrokenLaw> broken_laws(TraceSource& trace);
std::vector<BrokenLaw> broken_laws(const Trace& trace);

}  // namespace verigrad::conformance
