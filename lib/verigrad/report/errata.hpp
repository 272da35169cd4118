// Errata: false printed forms with their counterexamples, the gravest first, as text, Markdown, JSON or a letter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "verigrad/claim/statement.hpp"
#include "verigrad/report/finding.hpp"

namespace verigrad {

/// A source text, which the ids of its statements begin with.
struct SourceText {
  std::string_view key;     ///< "mfds"
  std::string_view title;   ///< with the part that was read, and its year
  std::string_view author;  ///< empty where the copy at hand does not say
};
/// The texts that the catalogue is about, in its order.
const std::vector<SourceText>& source_texts();
/// The key of the text that a statement is from: "mfds" of "mfds/24".
std::string_view text_of(const Statement& statement);

/// One erratum with what its checks found; `refuted` and `corrected` are null where no such check ran.
struct RefutedForm {
  const Statement* statement;
  const Erratum* erratum;
  const Finding* refuted;    ///< the check of the printed form: it must fail
  const Finding* corrected;  ///< the check of the corrected form, or of the step that fills a gap
};

/// Whether the check decides a printed form that is false, be it the statement itself, or a form that replaces one.
bool decides_erratum(const CheckId& check);
/// Whether it is the step that fills a gap of one of the statements.
bool fills_gap(const CheckId& check, const std::vector<Statement>& statements);

/// Every erratum of the statements, text by text and the gravest first. They and the findings must outlive the result.
std::vector<RefutedForm> refuted_forms(const std::vector<Statement>& statements, const std::vector<Finding>& findings);

/// "id: key", the name by which other errata refer to it.
std::string name_of(const RefutedForm& form);
/// The errata that repeat no other: what their author has to mend.
std::size_t slips(const std::vector<RefutedForm>& forms);

/// How much the words of an erratum tell.
enum class Detail { by_hand, instances };  ///< without, or with the exact instance that the check decides

/// The list in plain text, for a terminal.
std::string errata_text(const std::vector<RefutedForm>& forms, Detail detail = Detail::by_hand);
/// One erratum as lines of a terminal.
std::string erratum_text(const RefutedForm& form, const std::string& indent, Detail detail = Detail::by_hand);
/// A list of objects with every field of an erratum, and what its checks found.
std::string errata_json(const std::vector<RefutedForm>& forms);
/// The page on all of them: counts, the claims that fall, then text by text, with the slips of notation last.
std::string errata_markdown(const std::vector<RefutedForm>& forms);
/// What one could send to the author of one text: a page on the claims that fall, and an appendix.
std::string errata_letter(const SourceText& text, const std::vector<RefutedForm>& forms);

}  // namespace verigrad
