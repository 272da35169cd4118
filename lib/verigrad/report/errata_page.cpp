// The page docs/errata.md, and the letters docs/errata/<text>.md.
#include <algorithm>

#include <fmt/format.h>

#include "verigrad/report/errata_parts.hpp"

namespace verigrad {
namespace {

using RefutedForms = std::vector<RefutedForm>;

/// Markdown in which no character of the text is markup.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

constexpr std::string_view meaning_of(Weight weight) {
  switch (weight) {
    case Weight::statement: return "a claim is false";
    case Weight::hypothesis: return "a claim needs a hypothesis that is not printed";
    case Weight::proof: return "a step of a proof is false, what it is to show is true";
    case Weight::gap: return "a step of a proof does not follow, and is true";
    case Weight::line: return "a sign, a factor or a term of one display; the lines around it are unharmed";
    case Weight::notation: break;
  }
  return "an index, a shape, a letter or a reference";
}

bool falls(const RefutedForm& form) { return form.erratum->weight <= Weight::hypothesis; }
bool repeats(const RefutedForm& form) { return !form.erratum->same_as.empty(); }

template <class Condition>
RefutedForms those(const RefutedForms& forms, Condition condition) {
  RefutedForms result;
  std::ranges::copy_if(forms, std::back_inserter(result), condition);
  return result;
}

RefutedForms of(const SourceText& text, const RefutedForms& forms) {
  return those(forms, [&](const RefutedForm& form) { return text_of(*form.statement) == text.key; });
}
RefutedForms of(Weight weight, const RefutedForms& forms) {
  return those(forms, [&](const RefutedForm& form) { return form.erratum->weight == weight; });
}

std::string dagger(const RefutedForm& form) { return form.erratum->one_letter ? " †" : ""; }

constexpr std::string_view rules =
    "What is printed is quoted: `…` marks what is left out, and what the context says is in brackets. Each "
    "counterexample\n"
    "can be redone by hand; the exact instance that the check decides is shown by `verigrad errata --verbose`. A slip "
    "that\n"
    "repeats another, or follows from it, says `same as` and is counted once. The texts at hand are scans: † marks a "
    "slip\n"
    "of one letter, sign or exponent, which a scan could also have misread or lost. A gap has no counterexample, and "
    "a\n"
    "slip of notation is a line of the appendix.\n";

std::string counts(const RefutedForms& forms) {
  std::string head = "\n| weight | what it means |", rule = "\n|---|---|";
  for (const SourceText& text : source_texts()) {
    head += fmt::format(" {} |", text.key);
    rule += "--:|";
  }
  std::string table = head + " all |" + rule + "--:|\n";
  for (const Weight weight : all_weights) {
    const RefutedForms weighty = of(weight, forms);
    table += fmt::format("| {} | {} |", name(weight), meaning_of(weight));
    for (const SourceText& text : source_texts()) table += fmt::format(" {} |", of(text, weighty).size());
    table += fmt::format(" {} |\n", weighty.size());
  }
  return table;
}

std::string table_of_falling(const RefutedForms& forms) {
  std::string table =
      "\n## Claims that fall\n\n| where | what is printed | counterexample | what survives |\n|---|---|---|---|\n";
  for (const RefutedForm& form : those(forms, falls))
    table +=
        fmt::format("| `{}` {}{} | {} | {} | {} |\n", form.statement->id, escaped(form.erratum->place), dagger(form),
                    escaped(form.erratum->printed), escaped(counterexample(form)), escaped(form.erratum->survives));
  return table;
}

std::string entry(const RefutedForm& form) {
  std::string text = fmt::format("\n#### `{}`: {}\n\n*{}* · {}\n\n", form.statement->id, escaped(form.erratum->key),
                                 name(form.erratum->weight), escaped(form.erratum->place));
  for (const Row& part : parts(form, Detail::by_hand)) text += fmt::format("- **{}:** {}\n", part[0], escaped(part[1]));
  return text;
}

/// One erratum in one line: place, printed, what is right.
std::string in_one_line(const RefutedForm& form) {
  return fmt::format("- {}{}: {} → {}{}\n", escaped(form.erratum->place), dagger(form), escaped(form.erratum->printed),
                     escaped(form.erratum->corrected),
                     repeats(form) ? fmt::format(" (same as {})", escaped(form.erratum->same_as)) : "");
}

std::string lines_of(Weight weight, const RefutedForms& forms) {
  const RefutedForms weighty = of(weight, forms);
  if (weighty.empty()) return "";
  const std::string_view meaning = meaning_of(weight);
  std::string text = fmt::format("\n### {}{}\n\n", char(meaning[0] - 'a' + 'A'), meaning.substr(1));
  for (const RefutedForm& form : weighty) text += in_one_line(form);
  return text;
}

std::string item(std::size_t number, const RefutedForm& form) {
  return fmt::format("{}. **{}**{}: {}. *But:* {}.\n", number, escaped(form.erratum->place), dagger(form),
                     escaped(form.erratum->printed), escaped(counterexample(form)));
}

std::string places_in_words(const RefutedForms& forms) {
  return fmt::format("{} slips in {} places", slips(forms), forms.size());
}

}  // namespace

std::string errata_markdown(const RefutedForms& forms) {
  std::string page = fmt::format(
      "# Errata\n\n**{}**, found by checking every statement and every displayed line of a proof as it is printed.\n"
      "Written by `verigrad errata --markdown`; a test compares this file with that output. Letters to the authors:\n"
      "[errata/](errata/).\n\n{}{}{}",
      places_in_words(forms), rules, counts(forms), table_of_falling(forms));
  for (const SourceText& text : source_texts()) {
    page += fmt::format("\n## {}\n", escaped(text.title));
    for (const RefutedForm& form : of(text, forms))
      if (form.erratum->weight != Weight::notation) page += entry(form);
  }
  page += "\n## Appendix: notation\n";
  for (const SourceText& text : source_texts()) {
    const RefutedForms slips_of_notation = of(Weight::notation, of(text, forms));
    if (slips_of_notation.empty()) continue;
    page += fmt::format("\n### {}\n\n", escaped(text.title));
    for (const RefutedForm& form : slips_of_notation) page += in_one_line(form);
  }
  return page;
}

std::string errata_letter(const SourceText& text, const RefutedForms& all) {
  const RefutedForms forms = of(text, all);
  std::string letter = fmt::format(
      "# Errata of *{}*\n\nTo {}: every statement of this text, and every displayed line of its proofs, was checked as "
      "it\n"
      "is printed. There are {}. This page has the claims that fall, each with a counterexample that can be redone by\n"
      "hand; the appendix has every slip, with what is right. Our copy is a scan: † marks one letter, sign or "
      "exponent,\n"
      "which the scan may have misread or lost.\n\n## What is false as printed, or needs a hypothesis\n\n",
      escaped(text.title), text.author.empty() ? "the author" : escaped(text.author), places_in_words(forms));
  std::size_t number = 0;
  for (const RefutedForm& form : forms)
    if (falls(form) && !repeats(form)) letter += item(++number, form);
  letter += "\n## Appendix\n\nPlace: what is printed → what is right.\n";
  for (const Weight weight : all_weights) letter += lines_of(weight, forms);
  return letter;
}

}  // namespace verigrad
