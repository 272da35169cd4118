// Reads a data set from a table of text, as people have it; a number is never read as another one in silence.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "verigrad/problem/dataset.hpp"

namespace verigrad {

/// How read_csv reads a file; by default it finds out for itself.
struct CsvOptions {
  /// detect: the first line is a header when it names the target or has no numbers. Whole numbers in sequence, as
  /// years are, may be either, and are refused.
  enum class Header { detect, present, absent };
  Header header = Header::detect;
  /// ',', ';', a tab or another letter; ' ' for runs of spaces and tabs; 0: the first that the first line has of a tab,
  /// a semicolon, a comma and blanks, and blanks where the fields between tabs are several numbers each.
  char separator = 0;
  /// Leaves out rows with a missing field: an empty one, ?, NA, N/A, NaN, null, none.
  bool drop_missing = false;
  /// The two words of the target, which become 0 and 1; empty for a target of numbers.
  std::vector<std::string> classes = {};
  /// Told how many rows, those with missing fields too, and columns there are before a number is read; may throw.
  std::function<void(Eigen::Index rows, Eigen::Index columns)> accept_shape = [](Eigen::Index, Eigen::Index) {};
  /// Names or numbers of columns, as of a target, that are left out; their fields may be text or missing.
  std::vector<std::string> leave_out = {};
};

/// Reads a table of numbers. `target` is a column's name, or its number: 1, 2 … from the left, −1, −2 … from the right.
/// Accepted are quoted fields, lines that end with LF, CR LF, CR CR LF or CR, a UTF-8 byte order mark, blank lines,
/// comments that begin with #, % or |, a first line "sep=;", and a separator at the end of every line.
/// Throws FileError when the file cannot be read to its end, and std::invalid_argument, in one line with file, line,
/// column and remedy, when it is empty or of a known kind that is no table, a row has another number of fields than the
/// first, a field is missing (counted over the file) or not a finite number within the range of double, two whole
/// numbers of a column become the same double, the target or a column to leave out is unknown, a feature is constant,
/// or there are fewer than 2 rows or 1 feature.
DataSet read_csv(const std::filesystem::path& file, const std::string& target, const CsvOptions& options = {});

}  // namespace verigrad
