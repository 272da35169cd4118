// docs/optimisers.md: which optimisers of the texts, printed and published, are the same iteration, and where the
// others part. Every line is decided when it is written.
#pragma once

#include <string>

namespace verigrad {

/// The page, as Markdown. Throws std::logic_error when a comparison does not come out as it is listed.
std::string optimiser_table();

}  // namespace verigrad
