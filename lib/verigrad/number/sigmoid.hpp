// The sigmoid σ(t) = 1/(1 + e⁻ᵗ) and its primitive softplus(t) = log(1 + eᵗ): what logistic models are made of.
#pragma once

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// log(1 + eᵗ) as max(t, 0) + log(1 + e⁻|ᵗ|). Over double, Interval and Ball. Over Interval it takes no call
/// into Arb: polynomials in double with a derived error bound, at both ends.
template <class T>
T softplus(const T& t);

/// 1/(1 + e⁻ᵗ) as 1/(1 + e⁻|ᵗ|) for t ≥ 0, e⁻|ᵗ|/(1 + e⁻|ᵗ|) for t < 0; as above.
template <class T>
T sigmoid(const T& t);

}  // namespace verigrad
