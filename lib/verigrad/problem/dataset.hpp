// Data sets: a table of numbers with a target column, read from CSV. Its doubles are the data, exactly.
#pragma once

#include <filesystem>
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

  Eigen::Index rows() const { return x.rows(); }
};
/// How read_csv reads a file; by default it finds out for itself.
struct CsvOptions {
  /// detect: the first line is a header when it has no numbers, or when it names the target.
  enum class Header { detect, present, absent };
  Header header = Header::detect;
  /// ',', ';' or a tab; 0: a tab if the first line has one, else a semicolon if it has one, else a comma.
  char separator = 0;
};

/// Reads a table of numbers. `target` is a column's name, or its number: 1, 2 … from the left, −1, −2 … from the right.
/// Fields may be quoted; CRLF, a UTF-8 byte order mark and blank lines at the end are accepted.
/// Throws FileError when the file cannot be read to its end, and std::invalid_argument, in one line with file, line,
/// column and remedy, when it is empty, a row has another number of fields than the first, a field is not a finite
/// number, the target is unknown, a feature is constant, or there are fewer than 2 rows or 1 feature.
DataSet read_csv(const std::filesystem::path& file, const std::string& target, const CsvOptions& options = {});

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
