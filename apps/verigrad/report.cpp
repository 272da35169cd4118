// verigrad report: a web site of what a run of verify found.
#include <algorithm>
#include <memory>
#include <set>
#include <sstream>
#include <system_error>

#include <fmt/format.h>

#include "verigrad/report/echo.hpp"
#include "verigrad/report/file.hpp"
#include "verigrad/report/registry.hpp"
#include "verigrad/site/site.hpp"

#include "command.hpp"
#include "report_file.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

namespace fs = std::filesystem;

struct ReportFlags {
  std::string report, directory, before, figures;
  std::vector<std::string> checks;
};

[[noreturn]] void refuse(const std::string& why) { throw UsageError(why); }

/// The drawings that `verigrad plot` put into the directory, by name.
std::vector<site::Drawing> drawings_in(const std::string& directory) {
  std::vector<site::Drawing> drawings;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, error))
    if (entry.path().extension() == ".svg") drawings.push_back({entry.path().stem().string(), read_file(entry.path())});
  if (error) refuse(fmt::format("cannot read the directory {}: {}; name another", directory, error.message()));
  if (drawings.empty())
    refuse(fmt::format("{} holds no SVG; verigrad plot --out {} draws the figures", directory, directory));
  std::ranges::sort(drawings, {}, &site::Drawing::name);
  return drawings;
}

/// Lists the pages of the site that stands in a directory, a path a line.
const fs::path list_of_pages = "pages.txt";

/// Removes what an earlier report wrote there and this one does not: its verdicts are not this one's.
void remove_others(const std::set<fs::path>& written, const fs::path& directory) {
  if (!fs::exists(directory / list_of_pages)) return;
  std::istringstream before(read_file(directory / list_of_pages));
  for (std::string path; std::getline(before, path);) {
    const fs::path page = fs::path(path).lexically_normal();
    const bool inside = page.is_relative() && !page.empty() && *page.begin() != "..";
    std::error_code absent;
    if (inside && !written.contains(page) && fs::is_regular_file(directory / page, absent))
      fs::remove(directory / page, absent);
  }
}

void write(const std::vector<site::File>& files, const fs::path& directory) {
  std::set<fs::path> written;
  std::string list;
  for (const site::File& file : files) {
    const fs::path path = directory / file.path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
      refuse(fmt::format("cannot make the directory {}: {}; choose another for --out", path.parent_path().string(),
                         error.message()));
    write_file(path, file.text);
    written.insert(file.path);
    list += file.path + "\n";
  }
  remove_others(written, directory);
  write_file(directory / list_of_pages, list);
}

int report(const ReportFlags& flags) {
  const Report now = load_report_of_any_version(flags.report);
  const Report before = flags.before.empty() ? Report{} : load_report_of_any_version(flags.before);
  site::Contents contents{statements(), now, flags.before.empty() ? nullptr : &before};
  if (!flags.figures.empty()) contents.drawings = drawings_in(flags.figures);
  for (const std::string& file : flags.checks)
    contents.checks.push_back({fs::path(file).filename().string(), read_file(file)});
  write(site::site(contents), flags.directory);
  fmt::print("{}\n", on_one_line((fs::path(flags.directory) / "index.html").string()));
  return EXIT_SUCCESS;
}

}  // namespace

void add_report(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("report", "a web site of what a run of verify found, which needs no network");
  command->footer(
      "Examples:\n"
      "  verigrad verify --json run.json; verigrad report run.json --out site\n"
      "  verigrad plot --out figures; verigrad report run.json --figures figures --out site\n"
      "  verigrad report run.json --against last.json --check optimiser.json --out site");
  const auto flags = std::make_shared<ReportFlags>();
  command->add_option("report", flags->report, "what verigrad verify --json wrote, here or on another machine")
      ->type_name("FILE")
      ->check(not_empty())
      ->required();
  command->add_option("--out", flags->directory, "directory for the site; made if missing")
      ->type_name("DIR")
      ->check(not_empty())
      ->required();
  command->add_option("--against", flags->before, "an earlier report: the front page says what is new since")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_option("--figures", flags->figures, "directory that verigrad plot drew figures into")
      ->type_name("DIR")
      ->check(not_empty());
  command->add_option("--check", flags->checks, "what verigrad check --json wrote: a page for each")
      ->type_name("FILE")
      ->check(not_empty());
  command->callback([=, &action] { action = [=] { return report(*flags); }; });
}

}  // namespace verigrad::app
