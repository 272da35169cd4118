// docs/statements.md: every statement by topic with what a run found, the figures, and what is open.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/statement.hpp"
#include "verigrad/report/report.hpp"

namespace verigrad {

/// The page as Markdown. `drawn` are the stems of the figures. Throws std::invalid_argument when the report has no
/// finding of a statement.
std::string statements_page(const std::vector<Statement>& statements, const std::vector<std::string>& drawn,
                            const Report& report);

}  // namespace verigrad
