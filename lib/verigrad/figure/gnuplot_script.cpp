#include "verigrad/figure/gnuplot_script.hpp"

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

/// A data block of x, lowest and highest.
std::string range_block(const Panel& panel, const Curve& curve, const std::string& block) {
  std::string text = fmt::format("${} << EOD\n", block);
  for (std::size_t i = 0; i < curve.range.size(); ++i) {
    const double x = curve.points[i].first;
    const auto& [lowest, highest] = curve.range[i];
    if (!std::isfinite(lowest) || !std::isfinite(highest))
      text += "\n";
    else if (shown(panel.x, x) && shown(panel.y, lowest))
      text += fmt::format("{} {} {}\n", x, lowest, highest);
  }
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

std::string ends(const char* axis, const Axis& a) {
  const auto end = [](const std::optional<double>& value) { return value ? fmt::format("{}", *value) : "*"; };
  return fmt::format("set {}range [{}:{}]\n", axis, end(a.lowest), end(a.highest)) +
         (a.logarithmic ? fmt::format("set logscale {0}\nset format {0} '10^{{%L}}'\n", axis)
                        : fmt::format("unset logscale {0}\nset format {0} '%g'\n", axis));
}

/// In pixels of the SVG; the PNG has 5/4 of them.
constexpr int title_height = 44, panel_title_height = 30, plot_height = 400, tics_height = 66, legend_line = 22;
constexpr int left_margin = 100, right_margin = 30, caption_line = 20;

int lines_in(const std::string& text) { return text.empty() ? 0 : 1 + int(std::count(text.begin(), text.end(), '\n')); }

/// Letters of a UTF-8 text.
int length(const std::string& text) {
  return int(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::vector<std::string> labels(const Panel& panel) {
  std::vector<std::string> all;
  if (panel.density) all.push_back(panel.density->label);
  if (panel.contours) all.push_back(panel.contours->label);
  for (const Curve& curve : panel.curves) all.push_back(curve.label);
  return all;
}

/// Where the panels stand.
class Layout {
public:
  explicit Layout(const Figure& figure)
      : figure_(figure), columns_(std::min(figure.columns, int(figure.panels.size()))) {
    panel_width_ = columns_ == 1 ? 960 : columns_ == 2 ? 660 : 520;
    rows_ = (int(figure.panels.size()) + columns_ - 1) / columns_;
    for (const Panel& panel : figure.panels) legend_lines_ = std::max(legend_lines_, legend_lines(panel));
    row_height_ = panel_title_height + plot_height + tics_height + legend_line * legend_lines_;
  }

  int width() const { return panel_width_ * columns_; }
  int height() const { return title_height + rows_ * row_height_ + caption_line * lines_in(figure_.caption) + 10; }

  std::string panel(std::size_t i) const {
    const int left = int(i) % columns_ * panel_width_, top = title_height + int(i) / columns_ * row_height_;
    const int plot_top = top + panel_title_height, plot_bottom = plot_top + plot_height;
    const int legend_rows = legend_lines(figure_.panels[i]);
    return fmt::format(
        "set lmargin at screen {}\nset rmargin at screen {}\nset tmargin at screen {}\nset bmargin at screen {}\n"
        "set key noenhanced vertical maxrows {} Left reverse center top at screen {}, screen {}\n",
        across(left + left_margin), across(left + panel_width_ - right_margin), up(plot_top), up(plot_bottom),
        legend_rows, across(left + (left_margin + panel_width_ - right_margin) / 2), up(plot_bottom + tics_height));
  }

  std::string caption() const {
    if (figure_.caption.empty()) return "";
    const int middle = height() - 5 - caption_line * lines_in(figure_.caption) / 2;
    return fmt::format("set label 1 {} noenhanced at screen 0.5, screen {} center font ',12'\n",
                       quoted(figure_.caption), up(middle - caption_line * (lines_in(figure_.caption) - 1) / 2));
  }

private:
  double across(int pixels) const { return double(pixels) / width(); }
  double up(int pixels_from_top) const { return 1 - double(pixels_from_top) / height(); }
  /// As many columns as the longest label allows.
  int legend_lines(const Panel& panel) const {
    const std::vector<std::string> all = labels(panel);
    int longest = 1;
    for (const std::string& label : all) longest = std::max(longest, length(label));
    const int legend_columns = std::max(1, (panel_width_ - 40) / (10 * longest + 80));
    return (int(all.size()) + legend_columns - 1) / legend_columns;
  }

  const Figure& figure_;
  int columns_, rows_, panel_width_, row_height_;
  int legend_lines_ = 1;
};

std::string panel_script(const Panel& panel, std::size_t number) {
  const auto block = [&](const std::string& part) { return fmt::format("panel{}_{}", number, part); };
  std::string text = ends("x", panel.x) + ends("y", panel.y);
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
  std::size_t colour = panel.density ? 1 : 0;
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < panel.curves.size(); ++i) {
    const Curve& curve = panel.curves[i];
    const std::string points = block(fmt::format("curve{}", i)), range = block(fmt::format("range{}", i));
    const std::string shade = colours[colour % std::size(colours)];
    text += curve_block(panel, curve, points);
    lines.push_back(fmt::format("${} using 1:2 {} title {}", points, style(curve.stroke, shade), quoted(curve.label)));
    if (!curve.range.empty()) {
      text += range_block(panel, curve, range);
      drawn.push_back(fmt::format(
          "${} using 1:2:3 with filledcurves fs transparent solid 0.15 noborder lc rgb '{}' notitle", range, shade));
    }
    colour += curve.stroke != Stroke::cross;
  }
  drawn.insert(drawn.end(), lines.begin(), lines.end());
  text += fmt::format("set title {} offset 0,-0.4\nset xlabel {} noenhanced\nset ylabel {} noenhanced\n",
                      panel.title.empty() ? "\"\"" : quoted(panel.title) + " noenhanced", quoted(panel.x.label),
                      quoted(panel.y.label));
  return text + fmt::format("plot {}\n", fmt::join(drawn, ", "));
}

std::string terminal_line(GnuplotTerminal terminal, const Layout& layout) {
  if (terminal == GnuplotTerminal::svg)
    return fmt::format("set terminal svg size {},{} font 'Helvetica,16' background rgb 'white'\n", layout.width(),
                       layout.height());
  return fmt::format("set terminal pngcairo size {},{} font 'Helvetica,12' fontscale 1.25\n", layout.width() * 5 / 4,
                     layout.height() * 5 / 4);
}

}  // namespace

std::string gnuplot_script(const Figure& figure, GnuplotTerminal terminal) {
  const Layout layout(figure);
  std::string text = "set encoding utf8\n" + terminal_line(terminal, layout);
  text += "set key samplen 2 width 1\nset grid lt 1 lw 0.5 lc rgb '#cccccc'\nunset colorbox\n";
  text += "set palette defined (0 'white', 0.1 '#c6dbef', 0.4 '#6baed6', 1 '#08306b')\nset cbrange [0:*]\n";
  text += fmt::format("set multiplot title {} noenhanced\n", quoted(figure.title)) + layout.caption();
  for (std::size_t i = 0; i < figure.panels.size(); ++i)
    text += layout.panel(i) + panel_script(figure.panels[i], i) + "unset label 1\n";
  return text + "unset multiplot\n";
}

}  // namespace verigrad
