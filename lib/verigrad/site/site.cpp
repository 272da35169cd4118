#include "verigrad/site/site.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/site/files.hpp"
#include "verigrad/site/pages.hpp"

namespace verigrad::site {
namespace {

class Site {
public:
  explicit Site(const Contents& contents) : contents_(contents), chapters_(chapters_of(contents)) {
    for (const Chapter& chapter : chapters_) {
      statements_.push_back(chapter.statement);
      findings_.insert(findings_.end(), chapter.findings.begin(), chapter.findings.end());
    }
    forms_ = refuted_forms(statements_, findings_);
  }

  std::vector<File> files() const {
    std::vector<File> result{{"style.css", std::string(style_css)}, {"script.js", std::string(script_js)}};
    result.push_back(page("index.html", "Report", front_page(contents_, chapters_)));
    result.push_back(page("statements.html", "Statements", statements_table(contents_, chapters_)));
    for (std::size_t i = 0; i < chapters_.size(); ++i)
      result.push_back(page(path_of(chapters_[i].statement.stem), chapters_[i].statement.title,
                            statement_page(contents_, chapters_, i)));
    for (const SourceText& text : source_texts())
      if (const auto forms = forms_of(text); !forms.empty())
        result.push_back(page(errata_path(text), fmt::format("Errata of {}", text.key), errata_page(text, forms)));
    add_drawings(result);
    for (std::size_t i = 0; i < contents_.checks.size(); ++i)
      result.push_back(
          page(fmt::format("checks/{}.html", i + 1), contents_.checks[i].name, check_page(contents_.checks[i])));
    return result;
  }

private:
  static std::string errata_path(const SourceText& text) { return fmt::format("errata/{}.html", text.key); }

  std::vector<RefutedForm> forms_of(const SourceText& text) const {
    std::vector<RefutedForm> result;
    const auto is_of_it = [&](const RefutedForm& form) { return text_of(*form.statement) == text.key; };
    std::ranges::copy_if(forms_, std::back_inserter(result), is_of_it);
    return result;
  }

  void add_drawings(std::vector<File>& files) const {
    for (const Drawing& drawing : contents_.drawings)
      files.push_back({fmt::format("figures/{}.svg", drawing.name), drawing.svg});
    if (!contents_.drawings.empty()) files.push_back(page("figures.html", "Figures", figures_page(contents_)));
  }

  /// The links above every page; the page's own is marked.
  Html navigation(const std::string& path) const {
    Html links;
    const auto add = [&](const std::string& target, const std::string& text) {
      Attributes attributes{{"href", root_of(path) + target}};
      if (target == path) attributes.push_back({"aria-current", "page"});
      links += element("a", words(text), attributes) + Html{"\n"};
    };
    add("statements.html", "Statements");
    for (const SourceText& text : source_texts())
      if (!forms_of(text).empty()) add(errata_path(text), fmt::format("Errata {}", text.key));
    if (!contents_.drawings.empty()) add("figures.html", "Figures");
    return links;
  }

  File page(const std::string& path, const std::string& title, const Html& body) const {
    const Report& report = contents_.report;
    const std::string colophon = fmt::format("verigrad {}, {} checks, seed {}. These pages need no network.",
                                             report.version, report.findings.size(), report.settings.seed);
    return {path, filled(page_html, {{"root", words(root_of(path))},
                                     {"title", words(title + " · verigrad")},
                                     {"navigation", navigation(path)},
                                     {"body", body},
                                     {"colophon", words(colophon)}})
                      .text};
  }

  const Contents& contents_;
  std::vector<Chapter> chapters_;
  std::vector<Statement> statements_;
  std::vector<Finding> findings_;
  std::vector<RefutedForm> forms_;
};

}  // namespace

std::vector<File> site(const Contents& contents) { return Site(contents).files(); }

}  // namespace verigrad::site
