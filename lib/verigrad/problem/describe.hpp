// Vectors and matrices of doubles in words, with digits that read back as the same doubles.
#pragma once

#include <string>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// "(1, 0.5)".
std::string in_words(const Vector<double>& x);
/// "[1 0; 0 2]", rows separated by semicolons.
std::string in_words(const Matrix<double>& a);

}  // namespace verigrad
