// Data sets: a table of numbers with a target column. Its doubles are the data, exactly.
#pragma once

#include <string>
#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// N rows of features x (N × d) with targets y (N).
struct DataSet {
  std::string name;  ///< the file's stem
  std::vector<std::string> features;
  std::string target;
  Matrix<double> x;
  Vector<double> y;
  std::string checksum = {};  ///< CRC-32 of the file's bytes, 8 hexadecimal digits; empty for a table from elsewhere
  std::string reading = {};   ///< how read_csv took the file, for people to see

  Eigen::Index rows() const { return x.rows(); }
};

/// Every feature shifted and scaled to mean 0 and standard deviation 1 (divisor N) in double, then rounded to a
/// multiple of 2⁻²⁰: the rounded table is the data from then on, exact and short for every number type.
/// Throws std::invalid_argument when a feature is constant or its squares leave the range of double.
DataSet standardised(DataSet data);

/// The largest magnitude at which squares of squares, summed over rows and columns, stay far from the end of double.
inline constexpr double largest_entry = 0x1p240;
/// Throws std::invalid_argument when an entry of a feature exceeds largest_entry in magnitude, or none of its entries
/// reaches 1/largest_entry: L² and the steps of the methods on such a table have no sense in double.
void require_moderate_features(const DataSet& data);
/// As above, of the target.
void require_moderate_target(const DataSet& data);

/// −1 for the smaller and +1 for the larger value of y. Throws std::invalid_argument unless y has exactly two values.
Vector<double> class_signs(const DataSet& data);

/// x with a column of ones on the right: the intercept of a linear model.
Matrix<double> with_intercept(const Matrix<double>& x);

}  // namespace verigrad
