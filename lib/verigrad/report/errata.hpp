// Errata: false printed forms with their counterexamples, as text or Markdown.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/statement.hpp"
#include "verigrad/report/finding.hpp"

namespace verigrad {

/// One erratum with what its checks found; `refuted` and `corrected` are null where no such check ran.
struct RefutedForm {
  const Statement* statement;
  const Erratum* erratum;
  const Finding* refuted;    ///< the check of the printed form: it must fail
  const Finding* corrected;  ///< the check of the corrected form
};

/// Whether the check decides a printed form that is false, be it the statement itself, or a form that replaces one.
bool decides_erratum(const CheckId& check);

/// Every erratum of the statements. They and the findings must outlive the result.
std::vector<RefutedForm> refuted_forms(const std::vector<Statement>& statements, const std::vector<Finding>& findings);

std::string errata_text(const std::vector<RefutedForm>& forms);
std::string errata_markdown(const std::vector<RefutedForm>& forms);

/// One erratum as lines of a terminal.
std::string erratum_text(const RefutedForm& form, const std::string& indent);

}  // namespace verigrad
