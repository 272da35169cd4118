// Tables after accidents: what is read has the numbers that stand in the file, each field's as strtod reads it, and
// everything else is refused in one line with file, place and remedy.
#include <unistd.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <regex>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/problem/read_csv.hpp"

#include "properties/rooms/drawn.hpp"
#include "properties/rooms/edits.hpp"

namespace verigrad::problem_edited_tables_test {
namespace {

struct Source {
  std::string text, target;
  CsvOptions options = {};
};

std::vector<Source> sources() {
  using Header = CsvOptions::Header;
  const std::string plain = "length,width,y\n1,2.5,0\n-3,1e-3,1\n0.1,5e-324,0\n1.7976931348623157e308,7,1\n";
  return {
      {plain, "y"},
      {plain, "-1", {.header = Header::present}},
      {"1,2.5,0\n-3,1e-3,1\n0.1,4,0\n", "3"},
      {"1,2.5,0\n-3,1e-3,1\n0.1,4,0\n", "-3", {.header = Header::absent}},
      {"a;\"b;c\";\"y\"\r\n1;2;0\r\n3;4;1\r\n\r\n", "y"},
      {"\xEF\xBB\xBF"
       "a\ty\tb\n+1\t0\t2\n3\t1\t4\n",
       "y"},
      {"# cars\r\r\n  18.0   8 130.0\t\"chevelle, \"\"malibu\"\"\"\r\r\n 15.0 4  ?\tford\r\r\n\r\r\n9 3 1e2\tford\r\r\n"
       "2 1 7 ford\r\r\n",
       "-1",
       {.drop_missing = true, .classes = {"chevelle, \"malibu\"", "ford"}}},
      {"sep=;\r\"long\rname\";y;\r1;0;\r2;1;\r,;0;\r3;1;\r", "y"},
      {"|1x3 Cross validator\n25, 7, <=50K.\n38, NA, <=50K.\n28, 9007199254740993, >50K.\n1, 2, >50K.\n",
       "3",
       {.header = Header::detect, .separator = 0, .drop_missing = true, .classes = {"<=50K.", ">50K."}}},
      {"\"length, \"\"outer\"\"\",y\n 1 ,0\n\"2\",1\n", "y", {.separator = ','}}};
}

// A second reader, which knows nothing of the first: letter by letter, numbers by strtod.

using Row = std::vector<std::string>;

std::string without_blanks(const std::string& field) {
  const auto first = field.find_first_not_of(' ');
  return first == std::string::npos ? "" : field.substr(first, field.find_last_not_of(' ') - first + 1);
}

/// Where lines end with CR LF or CR CR LF, with LF alone; where there is no LF, each CR is one.
std::string with_plain_line_ends(std::string text) {
  while (text.ends_with('\r')) text.pop_back();
  if (text.find('\n') != std::string::npos) return std::regex_replace(text, std::regex("\r+\n"), "\n");
  return std::regex_replace(text, std::regex("\r"), "\n");
}

bool is_passed_over(const std::string& text, std::size_t at) {
  const std::size_t word = text.find_first_not_of(" \t\r", at);
  return word == std::string::npos || std::string("\n#%|").find(text[word]) != std::string::npos;
}

/// The record at this place, which moves to the end of its last line.
Row row_at(const std::string& text, std::size_t& i, char separator) {
  Row row;
  std::string field;
  bool quoted = false, was_quoted = false;
  for (;; ++i) {
    const bool over = i >= text.size() || (!quoted && text[i] == '\n');
    const bool blank = separator == ' ' && i < text.size() && text[i] == '\t';
    if (over || (!quoted && (text[i] == separator || blank))) {
      if (separator != ' ' || was_quoted || !field.empty()) row.push_back(without_blanks(field));
      field.clear();
      was_quoted = false;
      if (over) return row;
    } else if (text[i] == '"' && (quoted || (!was_quoted && without_blanks(field).empty()))) {
      if (quoted && i + 1 < text.size() && text[i + 1] == '"') {
        field += text[i++];
        continue;
      }
      if (!quoted) field.clear();
      quoted = !quoted;
      was_quoted = true;
    } else {
      field += text[i];
    }
  }
}

std::vector<Row> rows_of(std::string text, char separator) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  text = with_plain_line_ends(text);
  if (std::regex_search(text, std::regex("^sep=.\n")) && text.find('\n') == 5) text.erase(0, 6);
  std::vector<Row> rows;
  bool last_are_empty = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_passed_over(text, at)) {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    rows.push_back(row_at(text, at, separator));
    last_are_empty = last_are_empty && rows.back().back().empty();
  }
  for (Row& row : rows)
    if (last_are_empty) row.pop_back();
  return rows;
}

bool misses_a_field(const Row& row) {
  static const std::regex missing(R"(\??|na|n/a|nan|null|none)", std::regex::icase);
  return std::any_of(row.begin(), row.end(), [](const auto& field) { return std::regex_match(field, missing); });
}

/// The bits of what strtod reads; nothing where the whole field is no decimal number.
std::optional<std::uint64_t> bits_of(const std::string& field) {
  static const std::regex decimal(R"([+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)");
  if (!std::regex_match(field, decimal)) return std::nullopt;
  return std::bit_cast<std::uint64_t>(std::strtod(field.c_str(), nullptr));
}

/// Whether the field of the target says y.
bool says(const std::string& field, double y, const std::vector<std::string>& classes) {
  if (!classes.empty()) return (y == 0 || y == 1) && field == classes[std::size_t(y)];
  return bits_of(field) == std::bit_cast<std::uint64_t>(y);
}

/// Every row of the file is one of the data, but for a header; every number stands in its row and column.
bool stands_in(const std::vector<Row>& rows, const DataSet& data, std::size_t at, const CsvOptions& options) {
  const std::size_t header = rows.size() - std::size_t(data.rows());
  for (Eigen::Index i = 0; i < data.rows(); ++i) {
    const Row& row = rows[header + std::size_t(i)];
    if (!says(row[at], data.y[i], options.classes)) return false;
    for (std::size_t j = 0; j < data.features.size(); ++j)
      if (bits_of(row[j < at ? j : j + 1]) != std::bit_cast<std::uint64_t>(data.x(i, Eigen::Index(j)))) return false;
  }
  return true;
}

/// As above, for one separator and for some column as the target.
bool is_read_from(const std::string& text, char separator, const DataSet& data, const CsvOptions& options) {
  const std::size_t columns = data.features.size() + 1;
  std::vector<Row> rows = rows_of(text, separator);
  if (options.drop_missing) std::erase_if(rows, misses_a_field);
  const std::size_t header = rows.size() - std::size_t(data.rows());
  if (header > 1 || std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.size() != columns; }))
    return false;
  for (std::size_t at = 0; at < columns; ++at)
    if (stands_in(rows, data, at, options)) return true;
  return false;
}

void expect_as_in_the_file(const DataSet& data, const std::string& text, const CsvOptions& options) {
  const std::string separators = options.separator != 0 ? std::string(1, options.separator) : "\t;, =";
  EXPECT_TRUE(std::any_of(separators.begin(), separators.end(),
                          [&](char separator) { return is_read_from(text, separator, data, options); }))
      << "not read as it stands: " << data.reading << '\n'
      << text;
}

/// FILE, line 3, column 1 (a): fault; remedy.
void expect_one_line_with_place_and_remedy(const std::string& message, const std::string& file) {
  ASSERT_EQ(message.find(file), 0u) << message;
  const std::string rest = message.substr(file.size());
  EXPECT_LT(rest.size(), 500u) << message;
  EXPECT_EQ(std::count_if(rest.begin(), rest.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }), 0)
      << message;
  static const std::regex form(R"((, line [0-9]+)?(, column [0-9]+)?( \(.*\))?: .*; .*)");
  EXPECT_TRUE(std::regex_match(rest, form)) << message;
}

TEST(EditedTables, are_read_as_they_stand_or_refused_with_place_and_remedy) {
  const std::string file = std::filesystem::temp_directory_path() / fmt::format("verigrad_{}_edited.csv", getpid());
  int read = 0, refused = 0;
  for (const Source& source : sources())
    for (const std::string& text : drawn(generate::edited(source.text), edits(1000))) {
      std::ofstream(file, std::ios::binary) << text;
      try {
        expect_as_in_the_file(read_csv(file, source.target, source.options), text, source.options);
        ++read;
      } catch (const std::invalid_argument& error) {
        expect_one_line_with_place_and_remedy(error.what(), file);
        ++refused;
      }
      if (testing::Test::HasFailure()) break;
    }
  std::filesystem::remove(file);
  EXPECT_GE(read, edits(300));
  EXPECT_GE(refused, edits(1000));
}

/// What stands there in place of a number, in every row and column of the data.
TEST(EditedTables, have_no_field_that_is_silently_another_number) {
  const std::string file = std::filesystem::temp_directory_path() / fmt::format("verigrad_{}_fields.csv", getpid());
  for (const std::string word : {"NaN",
                                 "-nan",
                                 "inf",
                                 "-Infinity",
                                 "1e999",
                                 "-1e999",
                                 "1e-999",
                                 "0x10",
                                 "1,5",
                                 "1 2",
                                 "1_0",
                                 "1e",
                                 "--1",
                                 "+-1",
                                 "- 1",
                                 "true",
                                 "null",
                                 "",
                                 " ",
                                 "\"\"",
                                 "\"1",
                                 "1\"",
                                 "'1'",
                                 "\u0661",
                                 "\u22121",
                                 "1\u00A0",
                                 "1.0.0",
                                 "1f",
                                 "1d0",
                                 "\x01"
                                 "1",
                                 "1\x7F",
                                 "0b1",
                                 "1e1.5"})
    for (int cell = 0; cell < 6; ++cell) {
      std::string text = "a,b,y\n";
      for (int i = 0; i < 6; ++i) text += (i == cell ? word : std::to_string(i * i)) + (i % 3 == 2 ? "\n" : ",");
      std::ofstream(file, std::ios::binary) << text;
      try {
        expect_as_in_the_file(read_csv(file, "y"), text, {});
        ADD_FAILURE() << "read: " << text;
      } catch (const std::invalid_argument& error) {
        expect_one_line_with_place_and_remedy(error.what(), file);
      }
    }
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace verigrad::problem_edited_tables_test
