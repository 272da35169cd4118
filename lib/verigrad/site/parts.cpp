#include <fmt/format.h>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/report/errata_parts.hpp"
#include "verigrad/site/mathematics.hpp"
#include "verigrad/site/pages.hpp"

namespace verigrad::site {
namespace {

/// The style of a statement's verdict.
std::string outcome_of_verdict(const std::string& verdict) {
  if (verdict == "holds") return "passed";
  if (verdict == "fails (erratum)") return "erratum";
  return verdict == "fails" ? "failed" : verdict;
}

/// The longest of the catalogue's stems that the name is, or begins with: adam_energy_decay_x is none of adam's.
std::string stem_of(const Drawing& drawing) {
  std::string longest;
  for (const CatalogueEntry& entry : catalogue())
    if ((drawing.name + "_").starts_with(std::string(entry.stem) + "_") && entry.stem.size() > longest.size())
      longest = entry.stem;
  return longest;
}

Html part(const Row& labelled) {
  return row(labelled[0], labelled[0] == "instance" ? element("code", words(labelled[1])) : mathematics(labelled[1]));
}

}  // namespace

std::string root_of(const std::string& path) {
  std::string root;
  for (const char c : path)
    if (c == '/') root += "../";
  return root;
}

Html badge(const std::string& outcome, const std::string& text) {
  return element("span", words(text), {{"class", "badge " + outcome}});
}

Html verdict_badge(const SuiteSummary& summary) { return badge(outcome_of_verdict(summary.verdict), summary.verdict); }

Html section(const std::string& title, const Html& content) {
  return content.empty() ? Html{} : element("section", element("h2", words(title)) + content);
}

Html row(const std::string& term, const Html& description) {
  return description.empty() ? Html{} : element("dt", mathematics(term)) + element("dd", description);
}

Html option(const std::string& value) { return element("option", words(value)); }

Html erratum(const RefutedForm& form, const std::string* root) {
  const Statement& statement = *form.statement;
  Html title = words(form.erratum->key);
  if (root) title = link(*root + path_of(statement.stem), words(statement.id)) + words(": ") + title;
  const Html head = element("h3", title) + badge("erratum", std::string(name(form.erratum->weight))) +
                    element("span", mathematics(form.erratum->place), {{"class", "where"}});
  Html all;
  for (const Row& labelled : parts(form, Detail::instances)) all += part(labelled);
  const std::string searched = fmt::format("{} {} {} {} {}", statement.id, statement.title, form.erratum->key,
                                           form.erratum->place, form.erratum->printed);
  return element(
      "article", element("header", head) + element("dl", all, {{"class", "rows words"}}),
      {{"class", "erratum-entry"}, {"data-words", searched}, {"data-weight", std::string(name(form.erratum->weight))}});
}

std::vector<const Drawing*> drawings_of(std::string_view stem, const std::vector<Drawing>& drawings) {
  std::vector<const Drawing*> result;
  for (const Drawing& drawing : drawings)
    if (const std::string its = stem_of(drawing); !its.empty() && its == stem) result.push_back(&drawing);
  return result;
}

Html pictures(const std::vector<const Drawing*>& drawings) {
  Html result;
  for (const Drawing* drawing : drawings)
    result += element("figure", inline_svg(*drawing) + element("figcaption", element("code", words(drawing->name))));
  return result;
}

namespace {

/// Of all drawings, as files beside the page, which are read as far as they are looked at.
Html linked_pictures(const std::vector<const Drawing*>& drawings) {
  Html result;
  for (const Drawing* drawing : drawings) {
    const Html name = words(drawing->name);
    const Html image{fmt::format("<img alt=\"{0}\" loading=\"lazy\" src=\"figures/{0}.svg\">", name.text)};
    result += element("figure", image + element("figcaption", element("code", name)));
  }
  return result;
}

}  // namespace

Html figures_page(const Contents& contents) {
  Html result = element("h1", words("Figures"));
  for (const CatalogueEntry& entry : catalogue()) {
    const std::vector<const Drawing*> drawings = drawings_of(entry.stem, contents.drawings);
    if (!drawings.empty()) result += section(fmt::format("{}: {}", entry.id, entry.title), linked_pictures(drawings));
  }
  return result;
}

}  // namespace verigrad::site
