// The pages of the site, each from the same chapters: a statement with all that was found of it.
#pragma once

#include <string>
#include <vector>

#include "verigrad/report/errata.hpp"
#include "verigrad/report/summary.hpp"
#include "verigrad/site/html.hpp"
#include "verigrad/site/site.hpp"

namespace verigrad::site {

/// A statement and its findings. One that this version of the catalogue lacks has its stem alone.
struct Chapter {
  Statement statement;
  std::string topic;
  std::vector<Finding> findings;  ///< on generated instances
  std::vector<Finding> on_tables;
  SuiteSummary summary;
  std::vector<const Drawing*> drawings;
};

/// The page of the statement of this stem: "statements/momentum.html".
std::string path_of(const std::string& stem);

/// In the order of the catalogue; the rest, in that of the report, last.
std::vector<Chapter> chapters_of(const Contents& contents);

/// "../" for each folder that the page at this path is in.
std::string root_of(const std::string& path);

/// "holds", coloured by the outcome that it has.
Html badge(const std::string& outcome, const std::string& text);
/// The verdict of a statement as printed.
Html verdict_badge(const SuiteSummary& summary);
Html section(const std::string& title, const Html& content);
/// <dt> and <dd>; nothing where there is no description.
Html row(const std::string& term, const Html& description);
/// <option>
Html option(const std::string& value);
/// An erratum with all its parts, its statement linked from `root` if that is given.
Html erratum(const RefutedForm& form, const std::string* root);
/// Those of this stem.
std::vector<const Drawing*> drawings_of(std::string_view stem, const std::vector<Drawing>& drawings);
/// The drawing as part of the page, as wide as the page allows: what draws and nothing else of it, with identifiers
/// that begin with its name. Throws std::invalid_argument when it is no SVG.
Html inline_svg(const Drawing& drawing);
/// Each with its name below.
Html pictures(const std::vector<const Drawing*>& drawings);

/// The bodies of the pages: of index.html, statements.html, one statement (the place-th chapter), the errata of one
/// text, figures.html, and a run of check.
Html front_page(const Contents& contents, const std::vector<Chapter>& chapters);
Html statements_table(const Contents& contents, const std::vector<Chapter>& chapters);
Html statement_page(const Contents& contents, const std::vector<Chapter>& chapters, std::size_t place);
Html errata_page(const SourceText& text, const std::vector<RefutedForm>& forms);
Html figures_page(const Contents& contents);
Html check_page(const CheckRun& run);

/// What was decided in the run, as a title: "as declared".
std::string check_verdict(const CheckRun& run);

}  // namespace verigrad::site
