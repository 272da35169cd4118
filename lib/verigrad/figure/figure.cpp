#include "verigrad/figure/figure.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/figure/gnuplot_script.hpp"
#include "verigrad/report/file.hpp"

namespace verigrad {
namespace {

namespace fs = std::filesystem;

/// A directory of our own that goes with its contents.
class Workshop {
public:
  Workshop() : path_((fs::temp_directory_path() / "verigrad_XXXXXX").string()) {
    if (!mkdtemp(path_.data()))
      throw std::runtime_error(fmt::format("cannot make a directory in {}; set TMPDIR to a writable place",
                                           fs::temp_directory_path().string()));
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  fs::path file(const char* name) const { return fs::path(path_) / name; }

private:
  std::string path_;
};

std::string quoted_for_shell(const fs::path& path) {
  std::string result = "'";
  for (const char letter : path.string()) result += letter == '\'' ? "'\\''" : std::string(1, letter);
  return result + "'";
}

/// What gnuplot makes of the script.
std::string drawn(const std::string& script, const std::string& name) {
  const Workshop workshop;
  write_file(workshop.file("script"), script);
  const std::string command =
      fmt::format("gnuplot {} >{} 2>{}", quoted_for_shell(workshop.file("script")),
                  quoted_for_shell(workshop.file("image")), quoted_for_shell(workshop.file("messages")));
  const int status = std::system(command.c_str());
  const std::string image = read_file(workshop.file("image"));
  if (status != 0 || image.empty())
    throw std::runtime_error(fmt::format("gnuplot failed on {}: {}; is the package gnuplot-nox whole?", name,
                                         read_file(workshop.file("messages"))));
  return image;
}

void require_drawable(const Figure& figure) {
  const auto empty = [](const Panel& panel) { return panel.curves.empty() && !panel.contours && !panel.density; };
  if (figure.panels.empty() || std::any_of(figure.panels.begin(), figure.panels.end(), empty) || figure.columns < 1)
    throw std::invalid_argument(
        fmt::format("figure {}: a panel is empty, or columns is {}; give every panel a curve, contours or a density, "
                    "and 1 column or more",
                    figure.name, figure.columns));
}

void require_gnuplot() {
  const char* path = std::getenv("PATH");
  std::istringstream directories(path ? path : "");
  for (std::string directory; std::getline(directories, directory, ':');)
    if (access((fs::path(directory) / "gnuplot").c_str(), X_OK) == 0) return;
  throw std::runtime_error("gnuplot is not on PATH; install the package gnuplot-nox");
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

std::string panel_rows(const std::string& panel_name, const Panel& panel) {
  std::string rows;
  const auto head = [&](const std::string& label) { return field(panel_name) + "," + field(label); };
  if (panel.contours) rows += grid_rows(head(panel.contours->label), panel.contours->grid);
  if (panel.density) rows += grid_rows(head(panel.density->label), panel.density->grid);
  for (const Curve& curve : panel.curves)
    for (const auto& [x, y] : curve.points) rows += fmt::format("{},{},{},\n", head(curve.label), x, y);
  return rows;
}

}  // namespace

std::string csv(const Figure& figure) {
  std::string text = "panel,curve,x,y,z\n";
  for (std::size_t i = 0; i < figure.panels.size(); ++i) {
    const std::string& title = figure.panels[i].title;
    text += panel_rows(title.empty() ? fmt::format("{}", i + 1) : title, figure.panels[i]);
  }
  return text;
}

void require_place_for_figures(const fs::path& directory) {
  require_gnuplot();
  try {
    fs::create_directories(directory);
    require_writable(directory / "figure");
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
      {".csv", csv(figure)}};
  std::vector<fs::path> files;
  for (const auto& [extension, content] : contents) {
    files.push_back(directory / (figure.name + extension));
    write_file(files.back(), content);
  }
  return files;
}

}  // namespace verigrad
