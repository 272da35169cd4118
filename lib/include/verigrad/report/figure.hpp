// Figures: curves on labelled axes, drawn by gnuplot as SVG and PNG, with their data as CSV beside them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace verigrad {

struct Curve {
  std::string label;
  std::vector<std::pair<double, double>> points;
  bool bound = false;  ///< drawn dashed: a bound, not a measurement
};

struct Axis {
  std::string label;  ///< with its unit
  bool logarithmic = false;
  std::optional<double> lowest = {};  ///< where the axis begins; chosen from the data if absent
};

struct Figure {
  std::string name;  ///< file name without extension
  std::string title;
  Axis x, y;
  std::vector<Curve> curves;
};

/// Writes name.svg, name.png and name.csv into the directory, which is made if it is missing; each file appears whole
/// or not at all. Points that a logarithmic axis cannot show (≤ 0) are left out of the drawing and kept in the CSV.
/// Returns the files written. Throws std::invalid_argument when the directory cannot be written, std::runtime_error
/// when gnuplot is missing or fails.
std::vector<std::filesystem::path> draw(const Figure& figure, const std::filesystem::path& directory);

}  // namespace verigrad
