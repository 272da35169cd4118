// The mathematics in a statement's words, from the Unicode notation they are written in to MathML.
#pragma once

#include <string_view>

#include "verigrad/site/html.hpp"

namespace verigrad::site {

/// Words with their formulas as MathML: x_{k+1}, xₖ, xⁿ, f*, f′ become indices and exponents, √(…) a root, x̃ an accent,
/// Σ a sum. Each run of characters without a blank is a formula of its own, so that lines can break between them. Every
/// text is accepted, and no character but the marks _ ^ { } of the notation and blanks inside of indices is lost.
Html mathematics(std::string_view text);

}  // namespace verigrad::site
