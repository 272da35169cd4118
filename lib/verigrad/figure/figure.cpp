#include "verigrad/figure/figure.hpp"

#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "verigrad/figure/gnuplot_script.hpp"
#include "verigrad/report/file.hpp"
#include "verigrad/text/descriptor.hpp"

namespace verigrad {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view how_to_get_it = "install the package gnuplot-nox";

/// Text that another program reads or writes as a file; it has no name and goes with the last descriptor.
class TextInMemory {
public:
  explicit TextInMemory(std::string_view text = "") : descriptor_(memfd_create("text", MFD_CLOEXEC)) {
    if (!descriptor_.is_open()) throw std::system_error(errno, std::generic_category(), "no memory for a figure");
    write_file(path(), text);
    lseek(descriptor_.number(), 0, SEEK_SET);
  }
  std::string text() const { return read_file(path()); }
  int descriptor() const { return descriptor_.number(); }

private:
  fs::path path() const { return fmt::format("/proc/self/fd/{}", descriptor_.number()); }

  Descriptor descriptor_;
};

class SpawnActions {
public:
  SpawnActions() { posix_spawn_file_actions_init(&actions_); }
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  void give(const TextInMemory& text, int as) { posix_spawn_file_actions_adddup2(&actions_, text.descriptor(), as); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
  posix_spawn_file_actions_t actions_;
};

struct GnuplotRun {
  bool succeeded;
  std::string output, messages;
};

/// gnuplot on the script, without the settings of the user's own ~/.gnuplot.
GnuplotRun run_gnuplot(const std::string& script) {
  const TextInMemory input(script), output, messages;
  SpawnActions actions;
  actions.give(input, STDIN_FILENO);
  actions.give(output, STDOUT_FILENO);
  actions.give(messages, STDERR_FILENO);
  std::string words[] = {"gnuplot", "--default-settings", "/dev/stdin"};
  char* const arguments[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
  pid_t process = -1;
  if (const int error = posix_spawnp(&process, words[0].c_str(), actions.get(), nullptr, arguments, environ))
    throw std::runtime_error(error == ENOENT ? fmt::format("gnuplot is not on PATH; {}", how_to_get_it)
                                             : fmt::format("gnuplot: {}; {}", std::strerror(error), how_to_get_it));
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  return {WIFEXITED(status) && WEXITSTATUS(status) == 0, output.text(), messages.text()};
}

/// What gnuplot makes of the script.
std::string drawn(const std::string& script, const std::string& name) {
  const GnuplotRun run = run_gnuplot(script);
  if (!run.succeeded || run.output.empty())
    throw std::runtime_error(
        fmt::format("gnuplot failed on {}: {}; is the package gnuplot-nox whole?", name, run.messages));
  return run.output;
}

void require_drawable(const Figure& figure) {
  const auto empty = [](const Panel& panel) { return panel.curves.empty() && !panel.contours && !panel.density; };
  if (figure.panels.empty() || std::any_of(figure.panels.begin(), figure.panels.end(), empty) || figure.columns < 1)
    throw std::invalid_argument(
        fmt::format("figure {}: a panel is empty, or columns is {}; give every panel a curve, contours or a density, "
                    "and 1 column or more",
                    figure.name, figure.columns));
  for (const Panel& panel : figure.panels)
    for (const Curve& curve : panel.curves)
      if (!curve.range.empty() && curve.range.size() != curve.points.size())
        throw std::invalid_argument(
            fmt::format("figure {}, curve {}: a range of {} entries for {} points; give one a point", figure.name,
                        curve.label, curve.range.size(), curve.points.size()));
}

std::string field(const std::string& text) {
  std::string result = "\"";
  for (const char letter : text) result += letter == '"' ? "\"\"" : std::string(1, letter);
  return result + "\"";
}

std::string grid_rows(const std::string& head, const Grid& grid) {
  std::string rows;
  for (std::size_t j = 0; j < grid.y.size(); ++j)
    for (std::size_t i = 0; i < grid.x.size(); ++i)
      rows += fmt::format("{},{},{},{}\n", head, grid.x[i], grid.y[j], grid.z[j][i]);
  return rows;
}

/// A row of the curve's points and, where it has a range, one of its lowest and one of its highest values.
std::string curve_rows(const std::string& panel, const Curve& curve) {
  std::string rows, lowest, highest;
  const auto row = [&](const std::string& label, double x, double y) {
    return fmt::format("{},{},{},{},\n", field(panel), field(label), x, y);
  };
  for (const auto& [x, y] : curve.points) rows += row(curve.label, x, y);
  for (std::size_t i = 0; i < curve.range.size(); ++i) {
    lowest += row(curve.label + ", lowest", curve.points[i].first, curve.range[i].first);
    highest += row(curve.label + ", highest", curve.points[i].first, curve.range[i].second);
  }
  return rows + lowest + highest;
}

std::string panel_rows(const std::string& panel_name, const Panel& panel) {
  std::string rows;
  const auto head = [&](const std::string& label) { return field(panel_name) + "," + field(label); };
  if (panel.contours) rows += grid_rows(head(panel.contours->label), panel.contours->grid);
  if (panel.density) rows += grid_rows(head(panel.density->label), panel.density->grid);
  for (const Curve& curve : panel.curves) rows += curve_rows(panel_name, curve);
  return rows;
}

}  // namespace

std::vector<double> evenly(double first, double last, int cells) {
  std::vector<double> result;
  for (int i = 0; i <= cells; ++i) result.push_back(first + (last - first) * i / cells);
  return result;
}

Grid grid_of(std::vector<double> x, std::vector<double> y, const std::function<double(double, double)>& f) {
  Grid grid{std::move(x), std::move(y), {}};
  for (const double v : grid.y) {
    grid.z.emplace_back();
    for (const double u : grid.x) grid.z.back().push_back(f(u, v));
  }
  return grid;
}

std::string to_csv(const Figure& figure) {
  std::string text = "panel,curve,x,y,z\n";
  for (std::size_t i = 0; i < figure.panels.size(); ++i) {
    const std::string& title = figure.panels[i].title;
    text += panel_rows(title.empty() ? fmt::format("{}", i + 1) : title, figure.panels[i]);
  }
  return text;
}

void require_place_for_figures(const fs::path& directory) {
  if (!run_gnuplot("").succeeded) throw std::runtime_error(fmt::format("gnuplot does not run; {}", how_to_get_it));
  try {
    fs::create_directories(directory);
    const OutputFile trial(directory / "figure");
  } catch (const std::runtime_error& error) {
    throw std::invalid_argument(fmt::format("cannot write into directory {}; choose one you may write to ({})",
                                            directory.string(), error.what()));
  }
}

std::vector<fs::path> draw(const Figure& figure, const fs::path& directory) {
  require_drawable(figure);
  require_place_for_figures(directory);
  const std::pair<const char*, std::string> contents[] = {
      {".svg", drawn(gnuplot_script(figure, GnuplotTerminal::svg), figure.name)},
      {".png", drawn(gnuplot_script(figure, GnuplotTerminal::png), figure.name)},
      {".csv", to_csv(figure)}};
  std::vector<OutputFile> outputs;
  for (const auto& [extension, content] : contents) outputs.emplace_back(directory / (figure.name + extension));
  std::vector<fs::path> files;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    outputs[i].write(contents[i].second);
    files.push_back(outputs[i].name());
  }
  return files;
}

}  // namespace verigrad
