// Images with labels in the IDX format, in which MNIST comes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// N images, one a row, pixel after pixel from 0 (white) to 1, with the classes that they show.
struct LabelledImages {
  Matrix<double> pixels;
  std::vector<int> labels;
};

/// The first `at_most` images of <stem>-images-idx3-ubyte and <stem>-labels-idx1-ubyte, either with or without `.gz`:
/// 00 00 08 03, N, rows, columns, pixels, and 00 00 08 01, N, labels; the numbers have 4 bytes, most significant first,
/// pixels and labels 1. Throws FileError when one cannot be read, std::invalid_argument, in one line with file, field
/// and remedy, when one has another header, is shorter or longer than its header says, or the two have different N.
LabelledImages read_idx_images(const std::filesystem::path& directory, const std::string& stem, Eigen::Index at_most);

}  // namespace verigrad
