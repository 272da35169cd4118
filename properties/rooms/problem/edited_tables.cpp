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

#include "verigrad/problem/dataset.hpp"

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
  return {{plain, "y"},
          {plain, "-1", {.header = Header::present}},
          {"1,2.5,0\n-3,1e-3,1\n0.1,4,0\n", "3"},
          {"1,2.5,0\n-3,1e-3,1\n0.1,4,0\n", "-3", {.header = Header::absent}},
          {"a;\"b;c\";\"y\"\r\n1;2;0\r\n3;4;1\r\n\r\n", "y"},
          {"\xEF\xBB\xBF"
           "a\ty\tb\n+1\t0\t2\n3\t1\t4\n",
           "y"},
          {"\"length, \"\"outer\"\"\",y\n 1 ,0\n\"2\",1\n", "y", {.separator = ','}}};
}

// A second reader, which knows nothing of the first: letter by letter, numbers by strtod.

using Row = std::vector<std::string>;

std::string without_blanks(const std::string& field) {
  const auto first = field.find_first_not_of(' ');
  return first == std::string::npos ? "" : field.substr(first, field.find_last_not_of(' ') - first + 1);
}

Row row_of(const std::string& line, char separator) {
  Row row;
  std::string field;
  bool quoted = false, was_quoted = false;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const bool end = i == line.size() || (!quoted && line[i] == separator);
    if (end) {
      row.push_back(without_blanks(field));
      field.clear();
      was_quoted = false;
    } else if (line[i] == '"' && (quoted || (!was_quoted && without_blanks(field).empty()))) {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
        field += line[i++];
        continue;
      }
      if (!quoted) field.clear();
      quoted = !quoted;
      was_quoted = true;
    } else {
      field += line[i];
    }
  }
  return row;
}

std::vector<Row> rows_of(std::string text, char separator) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const std::size_t end_of_text = text.find_last_not_of(" \t\r\n") + 1;
  std::vector<Row> rows;
  for (std::size_t begin = 0; begin < end_of_text;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    rows.push_back(row_of(line, separator));
    begin = end + 1;
  }
  return rows;
}

/// The bits of what strtod reads; nothing where the whole field is no decimal number.
std::optional<std::uint64_t> bits_of(const std::string& field) {
  static const std::regex decimal(R"([+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)");
  if (!std::regex_match(field, decimal)) return std::nullopt;
  return std::bit_cast<std::uint64_t>(std::strtod(field.c_str(), nullptr));
}

/// The separator that gives the table as many columns as were read.
char separator_for(const std::string& text, std::size_t columns, const CsvOptions& options) {
  if (options.separator != 0) return options.separator;
  for (const char separator : {'\t', ';', ','})
    if (const auto rows = rows_of(text, separator); !rows.empty() && rows[0].size() == columns) return separator;
  return ',';
}

/// Every number of the table stands in the file, in its row and column.
void expect_as_in_the_file(const DataSet& data, const std::string& text, const CsvOptions& options) {
  const std::size_t columns = data.features.size() + 1;
  std::vector<Row> rows = rows_of(text, separator_for(text, columns, options));
  ASSERT_GE(rows.size(), std::size_t(data.rows())) << text;
  rows.erase(rows.begin(), rows.end() - data.rows());
  Eigen::Index target = -1;
  for (Eigen::Index at = 0; at < Eigen::Index(columns) && target < 0; ++at) {
    bool fits = true;
    for (Eigen::Index i = 0; i < data.rows(); ++i) {
      ASSERT_EQ(rows[std::size_t(i)].size(), columns) << text;
      fits = fits && bits_of(rows[std::size_t(i)][std::size_t(at)]) == std::bit_cast<std::uint64_t>(data.y[i]);
    }
    for (Eigen::Index i = 0; i < data.rows(); ++i)
      for (Eigen::Index j = 0; j + 1 < Eigen::Index(columns); ++j)
        fits = fits && bits_of(rows[std::size_t(i)][std::size_t(j < at ? j : j + 1)]) ==
                           std::bit_cast<std::uint64_t>(data.x(i, j));
    if (fits) target = at;
  }
  EXPECT_GE(target, 0) << "no column is the target with the others as they were read:\n" << text;
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
