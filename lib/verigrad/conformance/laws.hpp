// Laws that a trace must obey whatever the method: they need no reference.
#pragma once

#include <string>
#include <vector>

#include "verigrad/conformance/trace.hpp"

namespace verigrad::conformance {

/// A law that does not hold, and where.
struct BrokenLaw {
  std::string law;
  std::string where;
};

/// Decides, each by comparing recorded numbers exactly:
/// - an entry whose gradients have all been 0 or missing has not moved (without weight decay);
/// - a tensor without gradient does not move;
/// - the first step goes against the gradient, or along it with maximize (without weight decay);
/// - entries that started alike and had the same gradients stay alike;
/// - a rate of 0 moves nothing.
std::vector<BrokenLaw> broken_laws(const Trace& trace);

}  // namespace verigrad::conformance
