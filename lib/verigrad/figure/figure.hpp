// Figures: panels of curves, points, contour lines and densities on labelled axes, drawn by gnuplot as SVG and PNG,
// with their data as CSV beside them.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace verigrad {

/// How a curve is drawn.
enum class Stroke {
  solid,
  dashed,  ///< a bound or a reference, not a measurement
  thin,    ///< one of many
  points,
  cross  ///< a place to be found, such as a minimiser
};

/// A point with a coordinate that is not finite breaks the line: many runs can share one curve and one legend.
struct Curve {
  std::string label;
  std::vector<std::pair<double, double>> points;
  Stroke stroke = Stroke::solid;
  std::vector<std::pair<double, double>> range = {};  ///< lowest and highest at each point, shaded; empty for none
};

/// One axis of a panel.
struct Axis {
  std::string label;  ///< with its unit
  bool logarithmic = false;
  std::optional<double> lowest = {};  ///< where the axis begins; chosen from the data if absent
  std::optional<double> highest = {};
};

/// Values z on a rectangular grid: z[j][i] belongs to (x[i], y[j]).
struct Grid {
  std::vector<double> x, y;
  std::vector<std::vector<double>> z;
};
/// The ends of so many cells of one width, from first to last.
std::vector<double> evenly(double first, double last, int cells);
/// z[j][i] = f(x[i], y[j]).
Grid grid_of(std::vector<double> x, std::vector<double> y, const std::function<double(double, double)>& f);

/// The lines z = level, drawn under the curves.
struct Contours {
  std::string label;
  Grid grid;
  std::vector<double> levels;
};

/// z as shades from white (0) to dark (the largest value), drawn under the curves.
struct Density {
  std::string label;
  Grid grid;
};

/// One coordinate system with what is drawn in it.
struct Panel {
  std::string title;  ///< may be empty
  Axis x, y;
  std::vector<Curve> curves;
  std::optional<Contours> contours = {};
  std::optional<Density> density = {};
};

/// A figure with all that is drawn and said below it.
struct Figure {
  std::string name;  ///< file name without extension
  std::string title;
  std::vector<Panel> panels;
  int columns = 1;                  ///< panels side by side
  std::string caption = {};         ///< what was chosen where the text leaves it open; lines below the panels
  std::filesystem::path kept = {};  ///< a directory with what its training has come to, of no use once it is drawn
};

/// What figures are made from; those that train a network take long, and can be asked for less.
struct FigureInput {
  std::filesystem::path tables;       ///< the directory of the tables, as shipped
  std::filesystem::path images = {};  ///< a directory with the four files of MNIST; empty for the shipped digits
  std::optional<int> epochs = {};     ///< of training; as many as the figure has by default
  std::optional<int> seeds = {};      ///< starts of each method; as many as the figure has by default
  int jobs = 1;                       ///< runs of training at a time
  std::filesystem::path keep = {};    ///< the directory in which training keeps what it has come to; empty for none
  std::function<void(const std::string&)> progress = {};  ///< told how far training is
  std::function<void(const std::string&)> tell = {};      ///< told what is to be read later too
};

/// A signal came while a figure's training ran; all that it had come to is in `kept`.
struct TrainingStopped : std::runtime_error {
  TrainingStopped(int signal, std::filesystem::path directory)
      : std::runtime_error("the training was stopped"), signal_number(signal), kept(std::move(directory)) {}
  int signal_number;
  std::filesystem::path kept;
};

/// Writes name.svg, name.png and name.csv into the directory, which is made if it is missing: all three, each whole,
/// or, when drawing fails or one of them cannot be written, none. Points that a logarithmic axis cannot show (≤ 0) are
/// left out of the drawing and kept in the CSV, whose columns are panel, curve, x, y, z; z is the value of a grid. The
/// ends of a curve's range are curves of their own there.
/// Returns the files written. Throws std::invalid_argument when the directory cannot be written, a panel has nothing to
/// draw, or a range has more or fewer entries than points, std::runtime_error when gnuplot is missing or fails.
std::vector<std::filesystem::path> draw(const Figure& figure, const std::filesystem::path& directory);

/// The figure's data as CSV.
std::string to_csv(const Figure& figure);

/// Makes the directory if it is missing. Throws std::runtime_error, naming the package to install, when gnuplot does
/// not run, std::invalid_argument when the directory cannot be written.
void require_place_for_figures(const std::filesystem::path& directory);

}  // namespace verigrad
