// The figures by stem, generated from lib/catalogue.txt: a stem of the catalogue, of a figure or of a statement, has
// those that the function of its name in lib/verigrad/figure/<stem>.cpp makes.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "verigrad/figure/figure.hpp"

namespace verigrad {

struct FigureSource {
  std::string_view stem;
  /// Makes them from the tables in the directory `data`, as shipped. Throws std::invalid_argument when one is missing.
  std::vector<Figure> (*make)(const std::filesystem::path& data);
};

/// In the order of the catalogue.
const std::vector<FigureSource>& figure_sources();

}  // namespace verigrad
