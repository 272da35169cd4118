// The web site of a report: what a run found as pages that need no network, written from the findings alone.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/statement.hpp"
#include "verigrad/report/report.hpp"

namespace verigrad::site {

/// A file of the site.
struct File {
  std::string path;  ///< within the site, "statements/momentum.html"
  std::string text;
};

/// A drawing, as `verigrad plot` names it: the stem that it belongs to, and what tells it from others of that stem.
struct Drawing {
  std::string name;
  std::string svg;
};

/// What `verigrad check … --json` found.
struct CheckRun {
  std::string name;  ///< of its file
  std::string json;
};

/// All that a site is made of; what it refers to must outlive it.
struct Contents {
  const std::vector<Statement>& statements;  ///< the words; a statement without findings in the report has no page
  const Report& report;
  const Report* before = nullptr;  ///< an earlier report, which the front page compares with
  std::vector<Drawing> drawings = {};
  std::vector<CheckRun> checks = {};
};

/// All files of the site: index.html, statements.html, statements/<stem>.html, errata/<text>.html, figures.html with
/// figures/<name>.svg, checks/<number>.html, style.css and script.js. Throws std::invalid_argument, with its name, when
/// a check's JSON or a drawing's SVG is none.
std::vector<File> site(const Contents& contents);

}  // namespace verigrad::site
