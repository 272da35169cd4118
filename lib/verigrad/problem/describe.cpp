#include "verigrad/problem/describe.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace verigrad {

std::string in_words(const Vector<double>& x) { return fmt::format("({})", fmt::join(x.begin(), x.end(), ", ")); }

std::string in_words(const Matrix<double>& a) {
  std::string rows;
  for (Eigen::Index i = 0; i < a.rows(); ++i) {
    const Eigen::RowVectorXd row = a.row(i);
    rows += fmt::format("{}{}", i == 0 ? "" : "; ", fmt::join(row.begin(), row.end(), " "));
  }
  return fmt::format("[{}]", rows);
}

}  // namespace verigrad
