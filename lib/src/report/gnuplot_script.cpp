#include "gnuplot_script.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace verigrad {
namespace {

constexpr const char* colours[] = {"#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#8c564b", "#17becf"};

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') result += '\\';
    if (letter == '\n')
      result += "\\n";
    else
      result += letter;
  }
  return result + "\"";
}

bool shown(const Axis& axis, double value) { return !axis.logarithmic || value > 0; }

/// A data block of a curve; a blank line breaks it.
std::string curve_block(const Panel& panel, const Curve& curve, const std::string& block) {
  std::string text = fmt::format("${} << EOD\n", block);
  for (const auto& [x, y] : curve.points)
    if (!std::isfinite(x) || !std::isfinite(y))
      text += "\n";
    else if (shown(panel.x, x) && shown(panel.y, y))
      text += fmt::format("{} {}\n", x, y);
  return text + "EOD\n";
}

std::string grid_block(const Grid& grid, const std::string& block) {
  std::string text = fmt::format("${} << EOD\n", block);
  for (std::size_t j = 0; j < grid.y.size(); ++j) {
    for (std::size_t i = 0; i < grid.x.size(); ++i)
      text += fmt::format("{} {} {}\n", grid.x[i], grid.y[j], grid.z[j][i]);
    text += "\n";
  }
  return text + "EOD\n";
}

/// Computes the lines z = level into the data block `block`_lines.
std::string contour_lines(const Contours& contours, const std::string& block) {
  return grid_block(contours.grid, block) +
         fmt::format(
             "set contour base\nunset surface\nset cntrparam levels discrete {}\nset table ${}_lines\nsplot ${} using "
             "1:2:3 with lines\nunset table\nunset contour\n",
             fmt::join(contours.levels, ","), block, block);
}

std::string style(Stroke stroke, const std::string& colour) {
  switch (stroke) {
    case Stroke::solid: return fmt::format("with lines lw 2 lc rgb '{}'", colour);
    case Stroke::dashed: return fmt::format("with lines lw 2 dt 2 lc rgb '{}'", colour);
    case Stroke::thin: return fmt::format("with lines lw 0.5 lc rgb '{}'", colour);
    case Stroke::points: return fmt::format("with points pt 7 ps 0.9 lc rgb '{}'", colour);
    case Stroke::cross: return "with points pt 2 ps 2 lw 3 lc rgb 'black'";
  }
  return "";
}

std::string range(const char* axis, const Axis& a) {
  const auto end = [](const std::optional<double>& value) { return value ? fmt::format("{}", *value) : "*"; };
  return fmt::format("set {}range [{}:{}]\n", axis, end(a.lowest), end(a.highest)) +
         (a.logarithmic ? fmt::format("set logscale {0}\nset format {0} '10^{{%L}}'\n", axis)
                        : fmt::format("unset logscale {0}\nset format {0} '%g'\n", axis));
}

std::string panel_script(const Panel& panel, std::size_t number) {
  const auto block = [&](const std::string& part) { return fmt::format("panel{}_{}", number, part); };
  std::string text, underneath;
  std::vector<std::string> drawn;
  if (panel.density) {
    text += grid_block(panel.density->grid, block("density"));
    drawn.push_back(fmt::format("${} using 1:2:3 with image title {}", block("density"), quoted(panel.density->label)));
  }
  if (panel.contours) {
    text += contour_lines(*panel.contours, block("contours"));
    drawn.push_back(fmt::format("${}_lines using 1:2 with lines lw 1 lc rgb '#999999' title {}", block("contours"),
                                quoted(panel.contours->label)));
  }
  std::size_t colour = 0;
  for (std::size_t i = 0; i < panel.curves.size(); ++i) {
    const Curve& curve = panel.curves[i];
    text += curve_block(panel, curve, block(fmt::format("curve{}", i)));
    drawn.push_back(fmt::format("${} using 1:2 {} title {}", block(fmt::format("curve{}", i)),
                                style(curve.stroke, colours[colour % std::size(colours)]), quoted(curve.label)));
    colour += curve.stroke != Stroke::cross;
  }
  text += fmt::format("set title {}\nset xlabel {} noenhanced\nset ylabel {} noenhanced\n",
                      panel.title.empty() ? "\"\"" : quoted(panel.title) + " noenhanced", quoted(panel.x.label),
                      quoted(panel.y.label));
  return text + range("x", panel.x) + range("y", panel.y) + fmt::format("plot {}\n", fmt::join(drawn, ", "));
}

int lines_in(const std::string& text) { return text.empty() ? 0 : 1 + int(std::count(text.begin(), text.end(), '\n')); }

/// A panel is 960 wide when alone, 640 beside others; heights leave room for the legend.
std::string terminal_line(GnuplotTerminal terminal, int columns, int rows, int caption_lines) {
  const int width = columns == 1 ? 960 : 640 * columns;
  const int height = (rows == 1 ? 640 : 500 * rows) + 24 * caption_lines;
  if (terminal == GnuplotTerminal::svg)
    return fmt::format("set terminal svg size {},{} font 'Helvetica,16' background rgb 'white'\n", width, height);
  return fmt::format("set terminal pngcairo size {},{} font 'Helvetica,16'\n", width * 5 / 4, height * 5 / 4);
}

}  // namespace

std::string gnuplot_script(const Figure& figure, GnuplotTerminal terminal) {
  const int count = int(figure.panels.size());
  const int columns = std::min(figure.columns, count), rows = (count + columns - 1) / columns;
  const int caption_lines = lines_in(figure.caption);
  std::string text = "set encoding utf8\n" + terminal_line(terminal, columns, rows, caption_lines);
  text += "set key below noenhanced samplen 2\nset grid lw 1 lc rgb '#cccccc'\nunset colorbox\n";
  text += "set palette defined (0 'white', 0.1 '#c6dbef', 0.4 '#6baed6', 1 '#08306b')\nset cbrange [0:*]\n";
  if (!figure.caption.empty())
    text += fmt::format("set label 1 {} noenhanced at screen 0.5, character {} center font ',12'\n",
                        quoted(figure.caption), 0.9 * caption_lines);
  const double bottom = caption_lines * 0.045 * 640 / (640.0 * rows);
  text += fmt::format(
      "set multiplot layout {},{} title {} noenhanced margins screen 0.09, 0.97, {}, 0.88 spacing screen "
      "0.09, 0.2\n",
      rows, columns, quoted(figure.title), 0.17 + bottom);
  for (std::size_t i = 0; i < figure.panels.size(); ++i) {
    text += panel_script(figure.panels[i], i);
    text += "unset label 1\n";
  }
  return text + "unset multiplot\n";
}

}  // namespace verigrad
