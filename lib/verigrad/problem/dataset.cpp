#include "verigrad/problem/dataset.hpp"

#include <cmath>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/problem/csv.hpp"

namespace verigrad {
namespace {

constexpr double grid = 0x1p20;

/// The column shifted and scaled to mean 0 and standard deviation 1, on the grid; sums in the order of the rows.
Vector<double> standardised_column(const Vector<double>& column, const DataSet& data, Eigen::Index j) {
  const double n = double(column.size());
  double sum = 0;
  for (const double entry : column) sum += entry;
  const double mean = sum / n;
  double squares = 0;
  for (const double entry : column) squares += (entry - mean) * (entry - mean);
  const double deviation = std::sqrt(squares / n);
  if (!std::isnormal(deviation))
    throw std::invalid_argument(fmt::format("{}: feature {} has standard deviation {}; {}", data.name,
                                            csv::shown(data.features[std::size_t(j)]), deviation,
                                            deviation == 0 ? "remove it" : "rescale it"));
  return column.unaryExpr([=](double entry) { return std::round((entry - mean) / deviation * grid) / grid; });
}

/// Below this in every row, a column's minimiser leaves the range of double as the squares of large ones do.
constexpr double smallest_column = 1 / largest_entry;

void require_moderate(const DataSet& data, std::string_view role, const std::string& name,
                      const Vector<double>& column) {
  Eigen::Index row = 0;
  if (column.cwiseAbs().maxCoeff(&row) > largest_entry)
    throw std::invalid_argument(
        fmt::format("{}: {} {} has the entry {} in row {} of the data, and squares of squares of entries beyond {:.1g} "
                    "leave the range of numbers; rescale the column",
                    data.name, role, csv::shown(name), column[row], row + 1, largest_entry));
}

void require_visible(const DataSet& data, const std::string& name, const Vector<double>& column) {
  const double most = column.cwiseAbs().maxCoeff();
  if (most < smallest_column)
    throw std::invalid_argument(
        fmt::format("{}: feature {} has no entry beyond {}, and factors of columns below {:.1g} leave the range of "
                    "numbers; rescale the column",
                    data.name, csv::shown(name), most, smallest_column));
}

}  // namespace

DataSet standardised(DataSet data) {
  for (Eigen::Index j = 0; j < data.x.cols(); ++j) data.x.col(j) = standardised_column(data.x.col(j), data, j);
  return data;
}

void require_moderate_features(const DataSet& data) {
  for (Eigen::Index j = 0; j < data.x.cols(); ++j) {
    require_moderate(data, "feature", data.features[std::size_t(j)], data.x.col(j));
    require_visible(data, data.features[std::size_t(j)], data.x.col(j));
  }
}

void require_moderate_target(const DataSet& data) { require_moderate(data, "target", data.target, data.y); }

Vector<double> class_signs(const DataSet& data) {
  const std::set<double> values(data.y.begin(), data.y.end());
  if (values.size() != 2)
    throw std::invalid_argument(fmt::format(
        "{}: target {} has {}; give a column with exactly two values, or use least squares", data.name, data.target,
        values.size() == 1 ? fmt::format("one class only, {} in every row", *values.begin())
                           : fmt::format("{} different values where two classes are needed", values.size())));
  return data.y.unaryExpr([&](double entry) { return entry == *values.begin() ? -1.0 : 1.0; });
}

Matrix<double> with_intercept(const Matrix<double>& x) {
  Matrix<double> result(x.rows(), x.cols() + 1);
  result << x, Vector<double>::Ones(x.rows());
  return result;
}

}  // namespace verigrad
