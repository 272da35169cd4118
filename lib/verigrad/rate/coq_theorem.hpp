// A certificate's upper bound as a theorem for Coq.
#pragma once

#include "verigrad/rate/certificate.hpp"

namespace verigrad::rate {

/// A file for coqc that states the bound for every inner-product space and every function of the class, by
/// proofs_formal/base/worst_case.v, and proves it by a computation in the kernel. Throws std::invalid_argument where
/// there is no upper bound, or two points of a smooth class are one whatever the gradients are; Refused where the upper
/// bound does not hold.
std::string coq_theorem(const Certificate& certificate);

}  // namespace verigrad::rate
