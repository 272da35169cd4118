#include "verigrad/problem/read_csv.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include <boost/crc.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/csv.hpp"
#include "verigrad/problem/file_kind.hpp"
#include "verigrad/text/read_file.hpp"
#include "verigrad/text/suggest.hpp"

namespace verigrad::csv {
namespace {

/// Lines and columns of a table of text, before its fields are numbers.
struct Layout {
  std::string file;
  Record first, second;             ///< the second is empty if there is one line only
  std::size_t lines = 0;            ///< records, with the header
  std::size_t columns = 0;          ///< without what follows a separator at the end of every line
  bool ends_with_separator = true;  ///< each line does
  bool has_header = false;
  std::vector<std::string> names;  ///< the header, or "column 1", "column 2" …
  std::vector<bool> left_out;      ///< by column

  /// Columns that are read.
  std::size_t width() const { return columns - std::size_t(std::count(left_out.begin(), left_out.end(), true)); }

  std::string column(std::size_t j) const {
    const std::string number = fmt::format("column {}", j + 1);
    return number + (names[j] == number ? "" : fmt::format(" ({})", shown(names[j])));
  }
  std::string place(int line, std::size_t j) const { return fmt::format("{}, line {}, {}", file, line, column(j)); }
};

template <class... Parts>
[[noreturn]] void refuse(fmt::format_string<Parts...> form, Parts&&... parts) {
  throw std::invalid_argument(fmt::format(form, std::forward<Parts>(parts)...));
}

std::string checksum_of(std::string_view text) {
  boost::crc_32_type crc;
  crc.process_bytes(text.data(), text.size());
  return fmt::format("{:08x}", crc.checksum());
}

bool is_missing(std::string_view field) {
  constexpr std::array<std::string_view, 7> words{"", "?", "na", "n/a", "nan", "null", "none"};
  if (field.size() > 4) return false;
  std::string lower(field);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  return std::find(words.begin(), words.end(), lower) != words.end();
}

std::optional<double> class_of(const std::string& field, const std::vector<std::string>& classes) {
  const auto found = std::find(classes.begin(), classes.end(), field);
  return found == classes.end() ? std::nullopt : std::optional(double(found - classes.begin()));
}

// The shape: every line has as many fields as the first.

/// A line whose number of fields is not the first one's.
struct OddLine {
  int line = 0;
  std::size_t fields = 0;
  std::size_t count = 0;  ///< of such lines
  bool all_alike = true;  ///< they have one number of fields
};

[[noreturn]] void refuse_shape(const Layout& layout, const OddLine& odd) {
  const std::size_t columns = layout.first.fields.size();
  if (odd.count > 1 && odd.count + 1 == layout.lines && odd.all_alike)
    refuse("{}, line {}: {} fields where every other line has {}; {}", layout.file, layout.first.line, columns,
           odd.fields,
           columns + 1 == odd.fields ? "name every column, that of row names too"
                                     : "remove the line if it is a heading, or name the separator");
  refuse("{}, line {}: {} fields where the first line has {}; add or remove fields", layout.file, odd.line, odd.fields,
         columns);
}

Layout shape_of(Reader& reader, const std::string& file) {
  Layout layout{.file = file, .first = {}, .second = {}, .names = {}, .left_out = {}};
  OddLine odd;
  Record record;
  while (reader.next(record)) {
    if (++layout.lines == 1) layout.first = record;
    if (layout.lines == 2) layout.second = record;
    layout.ends_with_separator = layout.ends_with_separator && record.fields.back().empty();
    if (record.fields.size() == layout.first.fields.size()) continue;
    if (odd.count++ == 0) odd.line = record.line, odd.fields = record.fields.size();
    odd.all_alike = odd.all_alike && record.fields.size() == odd.fields;
  }
  if (layout.lines == 0) refuse("{}: the file is empty; give a table with a row an observation", file);
  if (odd.count > 0) refuse_shape(layout, odd);
  layout.columns = layout.first.fields.size() - (layout.ends_with_separator ? 1 : 0);
  if (layout.columns < 2)
    refuse("{}: the table has 1 column; give a target and at least 1 feature, separated by ',', ';' or tabs", file);
  return layout;
}

// The header.

std::string with(std::string field, std::string_view letters, char replacement) {
  for (char& letter : field)
    if (letters.find(letter) != std::string_view::npos) letter = replacement;
  return field;
}

/// 1,5 for 1.5, which is no name.
bool has_decimal_comma(const std::string& field) {
  return field.find(',') != std::string::npos && number_in(with(field, ",", '.'));
}

bool all_numbers(const Record& record, std::size_t columns) {
  return std::all_of(record.fields.begin(), record.fields.begin() + std::ptrdiff_t(columns),
                     [](const std::string& field) { return number_in(field).has_value(); });
}

/// Whole numbers, each one more than that on its left: three at least, or years.
bool in_sequence(const Record& record, std::size_t columns) {
  constexpr double least_year = 1000;
  if (record.fields.empty() || !all_numbers(record, columns)) return false;
  const double start = *number_in(record.fields[0]);
  for (std::size_t j = 0; j < columns; ++j) {
    const double number = *number_in(record.fields[j]);
    if (number != std::floor(number) || number != start + double(j)) return false;
  }
  return columns >= 3 || start >= least_year;
}

/// The column numbered k from the left, from 1, or from the right, from −1.
std::optional<std::size_t> numbered_column(double k, std::size_t columns) {
  if (k != std::floor(k) || k == 0 || std::abs(k) > double(columns)) return std::nullopt;
  return k > 0 ? std::size_t(k) - 1 : columns - std::size_t(-k);
}

/// A field of the first line is the target's name; of numbers only those in sequence are names, and a column's number
/// is none.
bool names_target(const Layout& layout, const std::string& target) {
  const auto number = number_in(target);
  if (number && (numbered_column(*number, layout.columns) || !in_sequence(layout.first, layout.columns))) return false;
  const auto end = layout.first.fields.begin() + std::ptrdiff_t(layout.columns);
  return std::find(layout.first.fields.begin(), end, target) != end;
}

bool detected_header(const Layout& layout, const std::string& target, const CsvOptions& options) {
  if (names_target(layout, target)) return true;
  std::size_t numbers = 0, text_column = layout.columns;
  bool text_below = true;
  for (std::size_t j = 0; j < layout.columns; ++j) {
    const std::string& field = layout.first.fields[j];
    const bool number = number_in(field) || has_decimal_comma(field) || class_of(field, options.classes);
    numbers += number;
    if (number || is_missing(field)) continue;
    text_column = j;
    text_below = text_below && !layout.second.fields.empty() && !number_in(layout.second.fields[j]);
  }
  const int line = layout.first.line;
  if (in_sequence(layout.first, layout.columns) && !in_sequence(layout.second, layout.columns))
    refuse(
        "{}, line {}: the fields are whole numbers in sequence, as names of columns are; give --header yes, or "
        "--header no if they are data",
        layout.file, line);
  if (numbers > 0 && text_column < layout.columns && !text_below)
    refuse(
        "{}, line {}, column {}: '{}' is not a number, but other fields are; correct it, or give --header yes if "
        "line {} holds the names of the columns",
        layout.file, line, text_column + 1, shown(layout.first.fields[text_column]), line);
  return numbers == 0;
}

bool is_header(const Layout& layout, bool after_comment, const std::string& target, const CsvOptions& options) {
  if (options.header == CsvOptions::Header::detect) return detected_header(layout, target, options);
  const bool present = options.header == CsvOptions::Header::present;
  if (present && after_comment && all_numbers(layout.first, layout.columns))
    refuse(
        "{}, line {}: the header would be a line of numbers below a comment; take the mark off the comment if it "
        "holds the names, or remove it",
        layout.file, layout.first.line);
  return present;
}

Layout layout_of(Reader& reader, const std::string& file, const std::string& target, const CsvOptions& options) {
  Layout layout = shape_of(reader, file);
  reader.rewind();
  Record first;
  reader.next(first);
  layout.has_header = is_header(layout, reader.comments() > 0, target, options);
  if (!layout.has_header) reader.rewind();
  layout.names.assign(first.fields.begin(), first.fields.begin() + std::ptrdiff_t(layout.columns));
  for (std::size_t j = 0; j < layout.columns; ++j)
    if (!layout.has_header || layout.names[j].empty()) layout.names[j] = fmt::format("column {}", j + 1);
  layout.left_out.assign(layout.columns, false);
  return layout;
}

// The target.

/// "give a column's name such as a, b or c, ", of the columns with names like the one that is unknown.
std::string proposed_names(const Layout& layout, const std::string& unknown) {
  constexpr std::size_t most = 3;
  if (!layout.has_header) return "give ";
  std::vector<std::string> near = suggestions(unknown, {layout.names.begin(), layout.names.end()});
  if (near.empty()) near.assign(layout.names.begin(), layout.names.begin() + std::min(most, layout.columns));
  std::transform(near.begin(), near.end(), near.begin(), shown);
  return fmt::format("give a column's name such as {}, ", fmt::join(near, ", "));
}

/// The column of this name or number; `role` is what a complaint calls it.
std::size_t column_of(const Layout& layout, const std::string& target, std::string_view role) {
  const auto& names = layout.names;
  const auto count = std::count(names.begin(), names.end(), target);
  if (count > 1)
    refuse("{}, line {}: {} columns are named '{}'; rename all but one, or give a number", layout.file,
           layout.first.line, count, shown(target));
  if (count == 1) return std::size_t(std::find(names.begin(), names.end(), target) - names.begin());
  if (const auto number = number_in(target))
    if (const auto column = numbered_column(*number, layout.columns)) return *column;
  refuse("{}: unknown {} '{}'; {}a number from 1 to {}, or from -1 to -{} counted from the right", layout.file, role,
         shown(target), proposed_names(layout, target), layout.columns, layout.columns);
}

void leave_out(Layout& layout, const std::vector<std::string>& words, std::size_t target) {
  for (const std::string& word : words) {
    const std::size_t column = column_of(layout, word, "column to leave out");
    if (column == target) refuse("{}: '{}' is the target; leave out features", layout.file, shown(word));
    layout.left_out[column] = true;
  }
  if (layout.width() < 2) refuse("{}: no feature is left; leave out fewer columns", layout.file);
}

// The numbers.

/// Digits in groups of three, as 1.234.567, 12 345 or 1'000.
bool has_groups_of_three(std::string_view field) {
  if (!field.empty() && (field[0] == '-' || field[0] == '+')) field.remove_prefix(1);
  const auto head = field.find_first_of(".,' ");
  if (head == std::string_view::npos || head == 0 || head > 3 || field[0] == '0' || (field.size() - head) % 4 != 0)
    return false;
  for (std::size_t i = 0; i < field.size(); ++i)
    if (is_digit(field[i]) == (i >= head && (i - head) % 4 == 0)) return false;
  return field.find_first_not_of("0123456789.,' ") == std::string_view::npos;
}

/// Why the field is no number, where that shows, and what to write.
std::string remedy_for(const std::string& field) {
  if (number_in(with(field, "dD", 'e'))) return "write Fortran's exponent D as E";
  if (has_groups_of_three(field) || has_groups_of_three(std::string_view(field).substr(0, field.rfind(','))))
    return "write thousands without separators, and decimals with a point";
  if (has_decimal_comma(field)) return "write decimals with a point, not a comma";
  return "write numbers with a decimal point, and classes as 0 and 1";
}

/// Fields of a column that are no numbers.
struct Faults {
  std::size_t count = 0;
  int line = 0;
  std::string field;  ///< the first, in this line
};

struct Missing {
  std::size_t fields = 0, rows = 0;
  int line = 0;
  std::size_t column = 0;  ///< of the first, in this line
};

struct Numbers {
  std::vector<double> rows;  ///< one after the other, those without missing fields
  std::vector<Faults> faults;
  std::set<std::string> words;  ///< of the target, if they are no numbers; a few at most
  std::vector<bool> in_groups;  ///< by column: every number is as 1.234, with three digits behind its point
  Missing missing;
};

/// Whole numbers beyond 2⁵³, of which several are one double, by column and double.
using Large = std::map<std::pair<std::size_t, double>, std::pair<std::string, int>>;

void require_no_collision(Large& large, const Layout& layout, const Record& record, std::size_t j, double number) {
  std::string_view digits = record.fields[j];
  if (std::abs(number) < 0x1p53) return;
  if (digits[0] == '-' || digits[0] == '+') digits.remove_prefix(1);
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  if (const auto point = digits.find('.'); point != std::string_view::npos)
    if (digits.find_first_not_of('0', point + 1) == std::string_view::npos) digits = digits.substr(0, point);
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return;
  const auto [known, is_new] = large.try_emplace({j, number}, std::string(digits), record.line);
  if (!is_new && known->second.first != digits)
    refuse("{}: '{}' and the whole number in line {} are the same double; take off an offset or remove the column",
           layout.place(record.line, j), shown(record.fields[j]), known->second.second);
}

void require_finite(const Layout& layout, const Record& record, std::size_t j, double number) {
  const std::string& field = record.fields[j];
  if (std::isfinite(number)) return;
  if (std::any_of(field.begin(), field.end(), is_digit))
    refuse("{}: '{}' is beyond the range of double, 5e-324 to 1.8e308; rescale the column or remove the row",
           layout.place(record.line, j), shown(field));
  refuse("{}: '{}' is not a finite number; correct it or remove the row", layout.place(record.line, j), shown(field));
}

class NumberReader {
public:
  NumberReader(const Layout& layout, std::size_t target, const CsvOptions& options)
      : layout_(layout), target_(target), options_(options) {
    numbers_.faults.resize(layout.columns);
    numbers_.in_groups = layout.left_out;
    numbers_.in_groups.flip();
    numbers_.rows.reserve(layout.lines * layout.width());
  }

  void take(const Record& record) {
    const std::size_t before = numbers_.rows.size();
    bool whole = true;
    for (std::size_t j = 0; j < layout_.columns; ++j) {
      if (layout_.left_out[j]) continue;
      const auto number = value(record, j);
      if (number) numbers_.rows.push_back(*number);
      whole = whole && number;
    }
    if (!whole) numbers_.rows.resize(before);
    if (missing_in_ == record.line) ++numbers_.missing.rows;
  }
  Numbers result() && { return std::move(numbers_); }

private:
  std::optional<double> value(const Record& record, std::size_t j) {
    const std::string& field = record.fields[j];
    const bool in_words = j == target_ && !options_.classes.empty();
    if (in_words)
      if (const auto number = class_of(field, options_.classes)) return number;
    if (is_missing(field)) return note_missing(record.line, j);
    const auto number = in_words ? std::nullopt : number_in(field);
    if (!number) return note_fault(record, j);
    numbers_.in_groups[j] = numbers_.in_groups[j] && has_groups_of_three(field);
    require_finite(layout_, record, j, *number);
    require_no_collision(large_, layout_, record, j, *number);
    return number;
  }

  std::nullopt_t note_missing(int line, std::size_t j) {
    Missing& missing = numbers_.missing;
    if (missing.fields++ == 0) missing.line = line, missing.column = j;
    missing_in_ = line;
    return std::nullopt;
  }

  std::nullopt_t note_fault(const Record& record, std::size_t j) {
    constexpr std::size_t few = 8;
    Faults& faults = numbers_.faults[j];
    if (faults.count++ == 0) faults.line = record.line, faults.field = record.fields[j];
    if (j == target_ && numbers_.words.size() < few) numbers_.words.insert(record.fields[j]);
    return std::nullopt;
  }

  const Layout& layout_;
  std::size_t target_;
  const CsvOptions& options_;
  Numbers numbers_;
  Large large_;
  int missing_in_ = 0;  ///< the last line with a missing field
};

std::string quoted(const std::string& word) { return "'" + shown(word) + "'"; }

/// A word of the target that is no class; says so where a final dot is all that differs.
[[noreturn]] void refuse_class(const Layout& layout, std::size_t target, const Faults& faults,
                               const std::vector<std::string>& classes) {
  std::string bare = faults.field;
  if (bare.ends_with('.')) bare.pop_back();
  const bool dot =
      bare != faults.field ? class_of(bare, classes).has_value() : class_of(faults.field + ".", classes).has_value();
  refuse("{}: {} is neither of the classes {} and {}{}, in {} rows; {}", layout.place(faults.line, target),
         quoted(faults.field), quoted(classes[0]), quoted(classes[1]), dot ? " but for a final dot" : "", faults.count,
         dot ? "give --classes as this file writes them" : "correct --classes, or the rows");
}

[[noreturn]] void refuse_words(const Layout& layout, std::size_t target, const Numbers& numbers,
                               const CsvOptions& options) {
  const Faults& faults = numbers.faults[target];
  const std::set<std::string>& words = numbers.words;
  if (!options.classes.empty()) refuse_class(layout, target, faults, options.classes);
  if (faults.count > 1 && words.size() == 2 && numbers.rows.empty())
    refuse("{}: the target is one of the words {} and {}; give --classes with the two, the one of +1 last",
           layout.place(faults.line, target), quoted(*words.begin()), quoted(*words.rbegin()));
  refuse("{}: {} is not a number{}; {}", layout.place(faults.line, target), quoted(faults.field),
         faults.count == 1   ? ""
         : faults.count == 2 ? ", nor is 1 more in this column"
                             : fmt::format(", nor are {} more in this column", faults.count - 1),
         remedy_for(faults.field));
}

/// All columns with text at once: the first, with its first field, and how many there are.
void require_numbers(const Layout& layout, std::size_t target, const Numbers& numbers, const CsvOptions& options) {
  constexpr std::size_t readable = 6;
  std::size_t count = 0, columns = 0, first = layout.columns;
  std::vector<std::size_t> others;
  for (std::size_t j = 0; j < layout.columns; ++j) {
    const Faults& faults = numbers.faults[j];
    if (faults.count == 0 || j == target) continue;
    count += faults.count;
    if (columns++ < readable) others.push_back(j + 1);
    if (first == layout.columns || faults.line < numbers.faults[first].line) first = j;
  }
  if (count == 0 && numbers.faults[target].count > 0) refuse_words(layout, target, numbers, options);
  if (count == 0) return;
  const Faults& faults = numbers.faults[first];
  const std::string place = layout.place(faults.line, first);
  if (count == 1) refuse("{}: {} is not a number; {}", place, quoted(faults.field), remedy_for(faults.field));
  const bool is_text = faults.count + numbers.missing.rows >= layout.lines - (layout.has_header ? 1 : 0);
  refuse("{}: {} is not a number, nor {}, in {} {}{}; {}", place, quoted(faults.field),
         count == 2 ? std::string("is 1 more field") : fmt::format("are {} more fields", count - 1),
         columns == 1 ? "column" : "columns", fmt::join(others, ", "), columns > readable ? " …" : "",
         is_text && remedy_for(faults.field) == remedy_for("")
             ? "turn text into columns of 0 and 1, or remove its columns"
             : remedy_for(faults.field));
}

void require_none_missing(const Layout& layout, const Missing& missing, const CsvOptions& options) {
  if (missing.fields == 0 || options.drop_missing) return;
  refuse("{}: {} missing, in {} of {} rows, this the first; fill in, or give --missing drop to leave out these rows",
         layout.place(missing.line, missing.column),
         missing.fields == 1 ? "1 field is" : fmt::format("{} fields are", missing.fields), missing.rows,
         layout.lines - (layout.has_header ? 1 : 0));
}

Numbers numbers_of(Reader& reader, const Layout& layout, std::size_t target, const CsvOptions& options) {
  NumberReader result(layout, target, options);
  Record record;
  while (reader.next(record)) result.take(record);
  Numbers numbers = std::move(result).result();
  require_numbers(layout, target, numbers, options);
  require_none_missing(layout, numbers.missing, options);
  const std::size_t rows = numbers.rows.size() / layout.width();
  if (rows < 2) refuse("{}: too few rows, {} of data; give at least 2", layout.file, rows);
  return numbers;
}

void require_varying(const Layout& layout, const Matrix<double>& x, std::size_t target) {
  for (std::size_t j = 0, k = 0; j < layout.columns; ++j) {
    if (j == target || layout.left_out[j]) continue;
    const auto column = x.col(Eigen::Index(k++));
    if (column.minCoeff() == column.maxCoeff())
      refuse("{}, column {} ({}): the column is constant, {} in every row; remove the column", layout.file, j + 1,
             shown(layout.names[j]), column[0]);
  }
}

// How the table was read, in words.

std::string separator_in_words(char separator) {
  switch (separator) {
    case blanks: return "blanks";
    case '\t': return "tabs";
    case ',': return "commas";
    case ';': return "semicolons";
    default: return fmt::format("'{}'", separator);
  }
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// Where decimals are written with a comma, as beside semicolons, 1.234 may be meant as 1234.
std::string suspected_thousands(const Layout& layout, const Numbers& numbers, const CsvOptions& options,
                                std::size_t target) {
  std::vector<std::string> columns;
  for (std::size_t j = 0; j < layout.columns; ++j)
    if (numbers.in_groups[j] && (j != target || options.classes.empty())) columns.push_back(layout.column(j));
  if (columns.empty()) return "";
  return fmt::format("; three digits behind every point in {}: read as decimals, not as thousands",
                     fmt::join(columns, ", "));
}

std::string left_out_in_words(const Layout& layout) {
  std::vector<std::string> columns;
  for (std::size_t j = 0; j < layout.columns; ++j)
    if (layout.left_out[j]) columns.push_back(layout.column(j));
  return fmt::format("{}", fmt::join(columns, ", "));
}

std::string reading_of(const Reader& reader, const Layout& layout, const Numbers& numbers, const CsvOptions& options,
                       std::size_t target) {
  const std::size_t rows = numbers.rows.size() / layout.width();
  std::string words =
      fmt::format("{} of {}, separated by {}, {}", counted(rows, "row", "rows"),
                  counted(layout.columns, "column", "columns"), separator_in_words(reader.separator()),
                  layout.has_header ? fmt::format("names in line {}", layout.first.line) : std::string("no header"));
  if (layout.width() < layout.columns) words += "; left out: " + left_out_in_words(layout);
  if (numbers.missing.rows > 0)
    words += fmt::format("; {} with missing fields left out, line {} the first",
                         counted(numbers.missing.rows, "row", "rows"), numbers.missing.line);
  if (reader.comments() > 0)
    words += fmt::format("; {} passed over", counted(std::size_t(reader.comments()), "comment", "comments"));
  if (layout.ends_with_separator) words += "; every line ends with a separator";
  if (reader.separator() == ';') words += suspected_thousands(layout, numbers, options, target);
  if (!options.classes.empty())
    words += fmt::format("; classes {} (0) and {} (1)", shown(options.classes[0]), shown(options.classes[1]));
  return words;
}

}  // namespace
}  // namespace verigrad::csv

namespace verigrad {

DataSet read_csv(const std::filesystem::path& file, const std::string& target, const CsvOptions& options) {
  const std::string text = read_file(file);
  if (const std::string kind = csv::foreign_kind(text); !kind.empty()) csv::refuse("{}: {}", file.string(), kind);
  csv::Reader reader(text, file.string(), options.separator);
  csv::Layout layout = csv::layout_of(reader, file.string(), target, options);
  const std::size_t at = csv::column_of(layout, target, "target");
  csv::leave_out(layout, options.leave_out, at);
  options.accept_shape(Eigen::Index(layout.lines) - (layout.has_header ? 1 : 0), Eigen::Index(layout.width()));
  const csv::Numbers numbers = csv::numbers_of(reader, layout, at, options);
  const auto before = std::count(layout.left_out.begin(), layout.left_out.begin() + std::ptrdiff_t(at), false);
  const auto columns = Eigen::Index(layout.width()), left = Eigen::Index(before), right = columns - left - 1;
  using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const Rows> table(numbers.rows.data(), Eigen::Index(numbers.rows.size()) / columns, columns);
  DataSet data{file.stem().string(),
               {},
               layout.names[at],
               Matrix<double>(table.rows(), columns - 1),
               table.col(left),
               csv::checksum_of(text),
               csv::reading_of(reader, layout, numbers, options, at)};
  for (std::size_t j = 0; j < layout.columns; ++j)
    if (j != at && !layout.left_out[j]) data.features.push_back(layout.names[j]);
  data.x << table.leftCols(left), table.rightCols(right);
  csv::require_varying(layout, data.x, at);
  return data;
}

}  // namespace verigrad
