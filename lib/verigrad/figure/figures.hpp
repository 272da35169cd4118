// The figures by stem, generated from lib/catalogue.txt: a stem of the catalogue, of a figure or of a statement, has
// those that the function of its name in lib/verigrad/figure/<stem>.cpp makes.
#pragma once

#include <string_view>
#include <vector>

#include "verigrad/figure/figure.hpp"

namespace verigrad {

/// A stem, and what makes its figures.
struct FigureSource {
  std::string_view stem;
  /// Throws std::invalid_argument or FileError when a table or file is missing or is none.
  std::vector<Figure> (*make)(const FigureInput& input);
};

/// In the order of the catalogue.
const std::vector<FigureSource>& figure_sources();

}  // namespace verigrad
