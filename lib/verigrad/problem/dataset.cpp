#include "verigrad/problem/dataset.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include <boost/crc.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/csv.hpp"
#include "verigrad/text/read_file.hpp"
#include "verigrad/text/suggest.hpp"

namespace verigrad {
namespace {

using csv::Line;

constexpr double grid = 0x1p20;

/// At most 40 bytes of the text, whole characters of UTF-8, without control characters.
std::string shortened(std::string_view text) {
  std::size_t length = std::min<std::size_t>(text.size(), 40);
  const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  while (length > 0 && length < text.size() && continues(length)) --length;
  std::string result = std::string(text.substr(0, length)) + (length < text.size() ? "…" : "");
  for (char& letter : result)
    if (static_cast<unsigned char>(letter) < ' ' || letter == '\x7F') letter = '?';
  return result;
}

/// A table of text whose header, if any, has been told apart.
struct Table {
  std::string file;
  std::string checksum;
  std::vector<std::string> names;  ///< the header, or "column 1", "column 2" …
  std::vector<Line> lines;
  bool has_header;

  std::string place(const Line& line, std::size_t column) const {
    const std::string number = fmt::format("column {}", column + 1);
    return fmt::format("{}, line {}, {}{}", file, line.number, number,
                       names[column] == number ? "" : fmt::format(" ({})", shortened(names[column])));
  }
};

std::string checksum_of(std::string_view text) {
  boost::crc_32_type crc;
  crc.process_bytes(text.data(), text.size());
  return fmt::format("{:08x}", crc.checksum());
}

bool is_header(const Line& line, const std::string& file, const std::string& target, CsvOptions::Header option) {
  if (option != CsvOptions::Header::detect) return option == CsvOptions::Header::present;
  std::size_t numbers = 0, text = 0, text_column = 0;
  for (std::size_t j = 0; j < line.fields.size(); ++j) {
    const bool number = csv::number_in(line.fields[j]).has_value();
    number ? ++numbers : ++text;
    if (!number) text_column = j;
    if (!number && line.fields[j] == target) return true;
  }
  if (numbers > 0 && text > 0)
    throw std::invalid_argument(
        fmt::format("{}, line {}, column {}: '{}' is not a number, but other fields are; correct it, or give --header "
                    "yes if line {} holds the names of the columns",
                    file, line.number, text_column + 1, shortened(line.fields[text_column]), line.number));
  return numbers == 0;
}

Table table_of(const std::filesystem::path& path, const std::string& target, const CsvOptions& options) {
  const std::string text = read_file(path);
  Table table{path.string(), checksum_of(text), {}, csv::lines_of(text, path.string(), options.separator), false};
  if (table.lines.empty())
    throw std::invalid_argument(
        fmt::format("{}: the file is empty; give a table with a row an observation", table.file));
  table.has_header = is_header(table.lines.front(), table.file, target, options.header);
  table.names = table.lines.front().fields;
  for (std::size_t j = 0; j < table.names.size(); ++j)
    if (!table.has_header || table.names[j].empty()) table.names[j] = fmt::format("column {}", j + 1);
  if (table.has_header) table.lines.erase(table.lines.begin());
  return table;
}

void require_shape(const Table& table) {
  const std::size_t columns = table.names.size();
  if (columns < 2)
    throw std::invalid_argument(fmt::format(
        "{}: the table has 1 column; give a target and at least 1 feature, separated by ',', ';' or tabs", table.file));
  for (const Line& line : table.lines)
    if (line.fields.size() != columns)
      throw std::invalid_argument(
          fmt::format("{}, line {}: {} fields where the first line has {}; add or remove fields", table.file,
                      line.number, line.fields.size(), columns));
  if (table.lines.size() < 2)
    throw std::invalid_argument(
        fmt::format("{}: too few rows, {} of data; give at least 2", table.file, table.lines.size()));
}

/// The column numbered k from the left, from 1, or from the right, from −1.
std::optional<std::size_t> numbered_column(double k, std::size_t columns) {
  if (k != std::floor(k) || k == 0 || std::abs(k) > double(columns)) return std::nullopt;
  return k > 0 ? std::size_t(k) - 1 : columns - std::size_t(-k);
}

/// "give a column's name such as a, b or c, ", of the columns with names like the one that is unknown.
std::string proposed_names(const Table& table, const std::string& unknown) {
  constexpr std::size_t most = 3;
  if (!table.has_header) return "give ";
  std::vector<std::string> near = suggestions(unknown, {table.names.begin(), table.names.end()});
  if (near.empty()) near.assign(table.names.begin(), table.names.begin() + std::min(most, table.names.size()));
  std::transform(near.begin(), near.end(), near.begin(), shortened);
  return fmt::format("give a column's name such as {}, ", fmt::join(near, ", "));
}

std::size_t target_column(const Table& table, const std::string& target) {
  const auto count = std::count(table.names.begin(), table.names.end(), target);
  if (count > 1)
    throw std::invalid_argument(
        fmt::format("{}, line 1: {} columns are named '{}'; rename all but one, or give a number", table.file, count,
                    shortened(target)));
  if (count == 1) return std::size_t(std::find(table.names.begin(), table.names.end(), target) - table.names.begin());
  if (const auto number = csv::number_in(target))
    if (const auto column = numbered_column(*number, table.names.size())) return *column;
  throw std::invalid_argument(fmt::format(
      "{}: unknown target '{}'; {}a number from 1 to {}, or from -1 to -{} counted from the right", table.file,
      shortened(target), proposed_names(table, target), table.names.size(), table.names.size()));
}

double finite_number(const Table& table, const Line& line, std::size_t column) {
  const std::string& field = line.fields[column];
  const auto number = csv::number_in(field);
  if (field.empty())
    throw std::invalid_argument(
        fmt::format("{}: the field is empty; fill it in or remove the row", table.place(line, column)));
  if (!number)
    throw std::invalid_argument(
        fmt::format("{}: '{}' is not a number; write numbers with a decimal point, and classes as 0 and 1",
                    table.place(line, column), shortened(field)));
  if (!std::isfinite(*number))
    throw std::invalid_argument(fmt::format("{}: '{}' is not a finite number; correct it or remove the row",
                                            table.place(line, column), shortened(field)));
  return *number;
}

Matrix<double> numbers_of(const Table& table) {
  Matrix<double> result(table.lines.size(), table.names.size());
  for (std::size_t i = 0; i < table.lines.size(); ++i)
    for (std::size_t j = 0; j < table.names.size(); ++j)
      result(Eigen::Index(i), Eigen::Index(j)) = finite_number(table, table.lines[i], j);
  return result;
}

void require_varying(const Table& table, const Matrix<double>& numbers, std::size_t target) {
  for (std::size_t j = 0; j < table.names.size(); ++j) {
    const auto column = numbers.col(Eigen::Index(j));
    if (j != target && column.minCoeff() == column.maxCoeff())
      throw std::invalid_argument(
          fmt::format("{}, column {} ({}): the column is constant, {} in every row; remove the column", table.file,
                      j + 1, shortened(table.names[j]), column[0]));
  }
}

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
                                            shortened(data.features[std::size_t(j)]), deviation,
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
                    data.name, role, shortened(name), column[row], row + 1, largest_entry));
}

void require_visible(const DataSet& data, const std::string& name, const Vector<double>& column) {
  const double most = column.cwiseAbs().maxCoeff();
  if (most < smallest_column)
    throw std::invalid_argument(
        fmt::format("{}: feature {} has no entry beyond {}, and factors of columns below {:.1g} leave the range of "
                    "numbers; rescale the column",
                    data.name, shortened(name), most, smallest_column));
}

}  // namespace

DataSet read_csv(const std::filesystem::path& file, const std::string& target, const CsvOptions& options) {
  const Table table = table_of(file, target, options);
  require_shape(table);
  const std::size_t target_index = target_column(table, target);
  const Matrix<double> numbers = numbers_of(table);
  require_varying(table, numbers, target_index);
  const auto at = Eigen::Index(target_index);
  const Eigen::Index right = numbers.cols() - at - 1;
  DataSet data{file.stem().string(),      table.names,
               table.names[target_index], Matrix<double>(numbers.rows(), numbers.cols() - 1),
               numbers.col(at),           table.checksum};
  data.features.erase(data.features.begin() + at);
  data.x << numbers.leftCols(at), numbers.rightCols(right);
  return data;
}

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
