#include <algorithm>

#include <fmt/format.h>

#include "verigrad/site/files.hpp"
#include "verigrad/site/pages.hpp"

namespace verigrad::site {

Html errata_page(const SourceText& text, const std::vector<RefutedForm>& forms) {
  const std::string root = root_of("errata/page");
  Html all, weights;
  for (const RefutedForm& form : forms) all += erratum(form, &root);
  for (const Weight weight : all_weights)
    if (std::ranges::any_of(forms, [&](const RefutedForm& form) { return form.erratum->weight == weight; }))
      weights += option(std::string(name(weight)));
  const std::string author = text.author.empty() ? "" : fmt::format(" {}.", text.author);
  return filled(
      errata_html,
      {{"title", element("cite", words(text.title)) + words(author)},
       {"counts", words(fmt::format("{} slips in {} places, the gravest first.", slips(forms), forms.size()))},
       {"weights", weights},
       {"errata", all}});
}

}  // namespace verigrad::site
