// Reading tables: what is accepted reads the same; every mistake is one line with place and remedy.
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <regex>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/number/frac.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/read_csv.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad::problem_dataset_test {
namespace {

const std::filesystem::path data_directory = std::filesystem::path(VERIGRAD_SOURCE_DIR) / "data";

struct CsvFile : testing::Test {
  std::filesystem::path file =
      std::filesystem::temp_directory_path() /
      fmt::format("verigrad_{}_{}.csv", getpid(), testing::UnitTest::GetInstance()->current_test_info()->name());
  ~CsvFile() override { std::filesystem::remove(file); }

  DataSet read(const std::string& text, const std::string& target, const CsvOptions& options = {}) {
    std::ofstream(file, std::ios::binary) << text;
    return read_csv(file, target, options);
  }
  /// The message of the error without the file's name; empty when nothing is thrown.
  std::string error(const std::string& text, const std::string& target, const CsvOptions& options = {}) {
    try {
      read(text, target, options);
    } catch (const std::invalid_argument& problem) {
      const std::string message = problem.what();
      EXPECT_EQ(message.find(file.string()), 0u) << message;
      EXPECT_EQ(message.find('\n'), std::string::npos) << message;
      return message.substr(file.string().size());
    }
    return "";
  }
};

Matrix<double> matrix(std::initializer_list<std::initializer_list<double>> rows) { return Matrix<double>(rows); }

TEST_F(CsvFile, reads_names_features_and_target) {
  const DataSet data = read("a,b,y\n1,2.5,0\n-3,1e-3,1\n", "y");
  EXPECT_EQ(data.name, file.stem().string());
  EXPECT_EQ(data.features, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(data.target, "y");
  EXPECT_EQ(data.x, matrix({{1, 2.5}, {-3, 1e-3}}));
  EXPECT_EQ(data.y, (Vector<double>(2) << 0, 1).finished());
}

TEST_F(CsvFile, reads_the_same_table_in_every_accepted_dress) {
  const DataSet plain = read("a,y,b\n1,0,2\n3,1,4\n", "y");
  const std::vector<std::string> dresses{"a;y;b\n1;0;2\n3;1;4", "a\ty\tb\n1\t0\t2\n3\t1\t4\n",
                                         "a,y,b\r\n1,0,2\r\n3,1,4\r\n\r\n\r\n",
                                         "\xEF\xBB\xBF"
                                         "a,y,b\n1,0,2\n3,1,4\n \n",
                                         "\"a\",\"y\", \"b\"\n\"1\",\"0\",\"2\"\n 3 , 1 ,+4\n"};
  for (const std::string& dress : dresses) {
    const DataSet data = read(dress, "y");
    EXPECT_EQ(data.features, plain.features) << dress;
    EXPECT_EQ(data.x, plain.x) << dress;
    EXPECT_EQ(data.y, plain.y) << dress;
  }
}

TEST_F(CsvFile, quoted_names_may_hold_separators_and_quotes) {
  const DataSet data = read("\"length, \"\"outer\"\"\",y\n1,0\n2,1\n", "y");
  EXPECT_EQ(data.features, std::vector<std::string>{"length, \"outer\""});
}

TEST_F(CsvFile, without_a_header_the_target_is_a_number_from_either_end) {
  const std::string text = "1,2,0\n3,5,1\n";
  EXPECT_EQ(read(text, "3").x, read(text, "-1").x);
  EXPECT_EQ(read(text, "1").y, (Vector<double>(2) << 1, 3).finished());
  EXPECT_EQ(read(text, "-3").y, read(text, "1").y);
  EXPECT_EQ(read(text, "3").features, (std::vector<std::string>{"column 1", "column 2"}));
}

TEST_F(CsvFile, a_header_of_numbers_is_told_by_the_option) {
  const CsvOptions with_header{.header = CsvOptions::Header::present, .separator = 0};
  EXPECT_EQ(read("2019,2020\n1,2\n3,4\n", "2020", with_header).y, (Vector<double>(2) << 2, 4).finished());
  EXPECT_EQ(read("2019,2020\n1,2\n3,4\n", "2020").rows(), 2) << "2020 is no column's number, but a name";
  EXPECT_EQ(read("2019,2020\n1,2\n3,4\n", "2", {.header = CsvOptions::Header::absent}).rows(), 3);
  const std::string in_sequence =
      ", line 1: the fields are whole numbers in sequence, as names of columns are; give --header yes, or --header no "
      "if they are data";
  EXPECT_EQ(error("2019,2020\n1,2\n3,4\n", "2"), in_sequence);
  EXPECT_EQ(error("0,1,2\n1,5,2\n3,4,2\n", "2"), in_sequence);
  EXPECT_EQ(read("1,2,3\n2,3,4\n4,2,5\n", "2").rows(), 3) << "rows in sequence are data";
  EXPECT_EQ(
      error("# x, y\n1,2\n3,4\n5,7\n", "2", with_header),
      ", line 2: the header would be a line of numbers below a comment; take the mark off the comment if it holds "
      "the names, or remove it");
}

/// x and y of the table a = (1, 2, 3), y = (0, 1, 1), however it was written.
void expect_three_rows(const DataSet& data) {
  EXPECT_EQ(data.x, matrix({{1}, {2}, {3}})) << data.reading;
  EXPECT_EQ(data.y, (Vector<double>(3) << 0, 1, 1).finished()) << data.reading;
}

TEST_F(CsvFile, line_ends_blank_lines_comments_and_separators_at_the_end_do_not_matter) {
  for (const std::string text :
       {"a,y\r\n1,0\r\n2,1\r\n3,1\r\n", "a,y\r\r\n1,0\r\r\n2,1\r\r\n3,1\r\r\n", "a,y\r1,0\r2,1\r3,1",
        "\n# one\na,y\n\n1,0\n% two\n2,1\n \t\n3,1\n\n", "| three\na,y\n1,0\n2,1\n3,1", "a,y,\n1,0,\n2,1,\n3,1,\n",
        "\xEF\xBB\xBFsep=;\r\na;y\r\n1;0\r\n2;1\r\n3;1", "sep=,\na,y\n1,0\n2,1\n3,1\n"})
    expect_three_rows(read(text, "y"));
  EXPECT_EQ(read("\n# one\na,y,\n\n1,0,\n% two\n2,1,\n", "y").reading,
            "2 rows of 2 columns, separated by commas, names in line 3; 2 comments passed over; every line ends with a "
            "separator");
  EXPECT_EQ(error("a,y\n1,0\n\n# two\n2,x\n", "y").substr(0, 8), ", line 5") << "lines are counted as an editor does";
  EXPECT_EQ(error("a,y\n1,0,\n2,1,\n", "y"),
            ", line 1: 2 fields where every other line has 3; name every column, that of row names too");
  EXPECT_EQ(
      error("My table\na,b,y\n1,2,0\n2,1,1\n", "y"),
      ", line 1: 2 fields where every other line has 1; remove the line if it is a heading, or name the separator");
}

TEST_F(CsvFile, quoted_names_go_on_over_lines_and_are_shown_escaped) {
  const DataSet data = read("\"length\n(mm)\",y\n1,0\n2,1\n3,1\n", "y");
  expect_three_rows(data);
  EXPECT_EQ(data.features, std::vector<std::string>{"length\n(mm)"});
  EXPECT_EQ(error("\"length\n(mm)\",y\n1,0\nx\x1B,1\n", "y").substr(0, 58),
            ", line 4, column 1 (length\\n(mm)): 'x\\x1B' is not a number");
}

TEST_F(CsvFile, blanks_separate_where_nothing_else_does_or_where_they_are_named) {
  expect_three_rows(read("  a   y\n  1   0\n2\t1 \n 3 1\n", "y"));
  expect_three_rows(read("1|0\n2|1\n3|1\n", "2", {.separator = '|'}));
  expect_three_rows(read("a;b y\n1 0\n2 1\n3 1\n", "y", {.separator = ' '}));
}

TEST_F(CsvFile, a_table_of_cars_in_blanks_and_a_tab) {
  const std::string cars =
      "18.0   8   130.0      3504.  70  1\t\"chevrolet chevelle malibu\"\n"
      "25.0   4   ?          2046.  71  1\t\"ford pinto\"\n"
      "24.0   4   95.00      2372.  72  3\t\"toyota corona mark ii\"\n"
      "22.0   6   NA         2833.  71  2\t\"plymouth duster\"\n"
      "21.0   6   90.00      2648.  70  1\t\"amc gremlin\"\n";
  EXPECT_EQ(error(cars, "1"),
            ", line 1, column 7: 'chevrolet chevelle malibu' is not a number, nor are 4 more fields, in column 7; turn "
            "text into columns of 0 and 1, or remove its columns");
  const std::string numbers = std::regex_replace(cars, std::regex("\t.*"), "\t");
  EXPECT_EQ(error(numbers, "1"),
            ", line 2, column 3: 2 fields are missing, in 2 of 5 rows, this the first; fill in, or give --missing drop "
            "to leave out these rows");
  const DataSet data = read(numbers, "1", {.drop_missing = true});
  EXPECT_EQ(data.x, matrix({{8, 130, 3504, 70, 1}, {4, 95, 2372, 72, 3}, {6, 90, 2648, 70, 1}}));
  EXPECT_EQ(data.y, (Vector<double>(3) << 18, 24, 21).finished());
  EXPECT_EQ(
      data.reading,
      "3 rows of 6 columns, separated by blanks, no header; 2 rows with missing fields left out, line 2 the first");
}

TEST_F(CsvFile, decimal_commas_between_blanks_are_told_as_such) {
  const std::string remedy = "write decimals with a point, not a comma";
  EXPECT_EQ(error("1,5 2,3\n2,5 3,3\n", "2"),
            ", line 1, column 1: '1,5' is not a number, nor is 1 more field, in column 1; " + remedy);
  EXPECT_EQ(error("  -0,5\t2,3e1  7,0\n2,5 3,3 1,0\n", "2").substr(0, 35), ", line 1, column 1: '-0,5' is not a");
  expect_three_rows(read("a, y\n1, 0\n2, 1\n3, 1\n", "y"));
}

TEST_F(CsvFile, columns_are_left_out_by_name_or_number) {
  const std::string text = "id,a,y,b\nx1,1,0,4\nx2,2,1,\nx3,3,1,6\n";
  const DataSet data = read(text, "y", {.leave_out = {"id", "-1"}});
  expect_three_rows(data);
  EXPECT_EQ(data.features, std::vector<std::string>{"a"});
  EXPECT_EQ(data.reading,
            "3 rows of 4 columns, separated by commas, names in line 1; left out: column 1 (id), column 4 (b)");
  EXPECT_EQ(read("1,7,0\n2,7,1\n", "3", {.leave_out = {"2"}}).x, matrix({{1}, {2}}));
  EXPECT_EQ(error(text, "y", {.leave_out = {"c"}}).substr(0, 34), ": unknown column to leave out 'c';");
  EXPECT_EQ(error(text, "y", {.leave_out = {"y"}}), ": 'y' is the target; leave out features");
  EXPECT_EQ(error(text, "y", {.leave_out = {"1", "2", "4"}}), ": no feature is left; leave out fewer columns");
}

TEST_F(CsvFile, the_shape_is_told_before_a_number_is_read) {
  CsvOptions options;
  options.accept_shape = [](Eigen::Index rows, Eigen::Index columns) {
    throw std::length_error(fmt::format("{} × {}", rows, columns));
  };
  options.leave_out = {"a"};
  try {
    read("a,b,y\n1,2,no number\n3,4,5\n", "y", options);
    FAIL() << "not told";
  } catch (const std::length_error& told) {
    EXPECT_STREQ(told.what(), "2 × 2");
  }
}

TEST_F(CsvFile, a_table_of_adults_with_text_classes) {
  const std::string adults = "|1x3 Cross validator\n25, 7, 0, <=50K.\n38, 9, 0, <=50K.\n28, 12, 2174, >50K.\n";
  EXPECT_EQ(error(adults, "4"),
            ", line 2, column 4: the target is one of the words '<=50K.' and '>50K.'; give --classes with the two, the "
            "one of +1 last");
  EXPECT_EQ(error(adults, "4", {.classes = {"<=50K", ">50K"}}),
            ", line 2, column 4: '<=50K.' is neither of the classes '<=50K' and '>50K' but for a final dot, in 3 rows; "
            "give --classes as this file writes them");
  EXPECT_EQ(error(adults, "4", {.classes = {"<=50K.", "more"}}),
            ", line 4, column 4: '>50K.' is neither of the classes '<=50K.' and 'more', in 1 rows; correct --classes, "
            "or the rows");
  const DataSet data = read(adults, "4", {.classes = {"<=50K.", ">50K."}});
  EXPECT_EQ(data.y, (Vector<double>(3) << 0, 0, 1).finished());
  EXPECT_EQ(read(adults, "4", {.classes = {">50K.", "<=50K."}}).y, (Vector<double>(3) << 1, 1, 0).finished());
  EXPECT_EQ(data.reading,
            "3 rows of 4 columns, separated by commas, no header; 1 comment passed over; classes <=50K. (0) and >50K. "
            "(1)");
  EXPECT_EQ(error("39, State, Never, 0\n50, Self, Married, 1\n38, State, Single, 1\n", "4"),
            ", line 1, column 2: 'State' is not a number, nor are 5 more fields, in columns 2, 3; turn text into "
            "columns of 0 and 1, or remove its columns");
}

TEST_F(CsvFile, missing_fields_are_counted_over_the_file) {
  const std::string text = "a,b,y\n?,1,0\n2,,1\n3,NA,1\n4,nan,0\n5,N/A,0\n6,None,1\n7,2,0\n8,3,NULL\n,,\n9,4,1\n";
  EXPECT_EQ(
      error(text, "y"),
      ", line 2, column 1 (a): 10 fields are missing, in 8 of 10 rows, this the first; fill in, or give --missing "
      "drop to leave out these rows");
  EXPECT_EQ(read(text, "y", {.drop_missing = true}).x, matrix({{7, 2}, {9, 4}}));
  EXPECT_EQ(error("a,y\n1,0\n?,1\n", "y", {.drop_missing = true}), ": too few rows, 1 of data; give at least 2");
}

TEST_F(CsvFile, what_is_no_table_is_called_by_its_name) {
  using namespace std::string_literals;
  for (const auto& [text, kind] : std::vector<std::pair<std::string, std::string>>{
           {"\x1F\x8B\x08\x00"s, "gzip"},
           {"PK\x03\x04..."s, "spreadsheet"},
           {"\xFF\xFE"s + "a\0,\0y\0\n\0"s, "UTF-16"},
           {"\xFE\xFF\0a\0,\0y"s, "UTF-16"},
           {"1\0,\0002\0\n\0"s, "UTF-16"},
           {"\0\0\x08\x03\0\0\xEA\x60"s, "IDX"},
           {"% Iris\n@RELATION iris\n@attribute a numeric\n@data\n1\n"s, "ARFF"},
           {"+1 1:0.5 3:-2e-3\n-1 2:1\n"s, "LIBSVM"},
           {"<!DOCTYPE html><html>"s, "HTML"},
           {"{\"a\": [1, 2]}"s, "JSON"}}) {
    const std::string message = error(text, "1");
    EXPECT_NE(message.find(kind), std::string::npos) << message;
    EXPECT_NE(message.find("; "), std::string::npos) << message;
  }
}

TEST_F(CsvFile, no_number_is_read_as_another_in_silence) {
  const auto fault = [&](const std::string& field) {
    const std::string message = error("a;y\n" + field + ";0\n2;1\n", "y");
    return message.substr(std::min(message.size(), message.find(": ") + 2));
  };
  EXPECT_EQ(fault("1.5D+03"), "'1.5D+03' is not a number; write Fortran's exponent D as E");
  for (const char* thousands : {"1.234.567", "1,234", "-12 345", "1'000", "1.234.567,5"})
    EXPECT_NE(fault(thousands).find("; write "), std::string::npos) << fault(thousands);
  EXPECT_EQ(fault("1,234"), "'1,234' is not a number; write thousands without separators, and decimals with a point");
  EXPECT_EQ(fault("1e-999"),
            "'1e-999' is beyond the range of double, 5e-324 to 1.8e308; rescale the column or remove the row");
  EXPECT_EQ(
      error("id,y\n9007199254740993,0\n1,1\n9007199254740992,1\n", "y"),
      ", line 4, column 1 (id): '9007199254740992' and the whole number in line 2 are the same double; take off an "
      "offset or remove the column");
  EXPECT_EQ(read("id,y\n9007199254740993,0\n1,1\n+09007199254740993,1\n", "y").rows(), 3) << "the same number twice";
  EXPECT_EQ(
      error("a;b;y\n1,5;1;0\n2,5;3;1\n1;2,25;1\n", "y"),
      ", line 2, column 1 (a): '1,5' is not a number, nor are 2 more fields, in columns 1, 2; write decimals with a "
      "point, not a comma");
  EXPECT_EQ(
      error("a;y\n1,5;0\n2,5;1\n", "y"),
      ", line 2, column 1 (a): '1,5' is not a number, nor is 1 more field, in column 1; write decimals with a point, "
      "not a comma");
  EXPECT_EQ(error("1,5;2,5;0\n3,5;4,25;1\n", "3").substr(0, 27), ", line 1, column 1: '1,5' i") << "no header";
  EXPECT_EQ(fault("1.234,5"),
            "'1.234,5' is not a number; write thousands without separators, and decimals with a point");
  EXPECT_NE(error("id,y\n9007199254740993.0,0\n9007199254740992,1\n", "y").find("are the same double"),
            std::string::npos);
  const DataSet suspicious = read("a;b;y\n1.234;1.5;0\n12.500;1.234;1\n", "y");
  EXPECT_NE(suspicious.reading.find("three digits behind every point in column 1 (a): read as decimals"),
            std::string::npos)
      << suspicious.reading;
  EXPECT_EQ(suspicious.reading.find("column 2"), std::string::npos) << suspicious.reading;
}

TEST_F(CsvFile, repeated_names_do_not_matter_but_for_the_target) {
  EXPECT_EQ(read("a,a,y\n1,2,0\n2,3,1\n", "y").features, (std::vector<std::string>{"a", "a"}));
  EXPECT_EQ(read("y,y\n1,0\n2,1\n", "-1").y, (Vector<double>(2) << 0, 1).finished());
}

TEST_F(CsvFile, doubles_are_read_to_the_nearest) {
  const DataSet data = read("0.1,0\n5e-324,1\n1.7976931348623157e308,1\n", "2");
  EXPECT_EQ(data.x, matrix({{0.1}, {5e-324}, {1.7976931348623157e308}}));
}

TEST_F(CsvFile, mistakes_are_named_with_place_and_remedy) {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases{
      {"", "y", ": the file is empty; give a table with a row an observation"},
      {"\n \r\n", "y", ": the file is empty; give a table with a row an observation"},
      {"a,y\n1,0\n2\n", "y", ", line 3: 1 fields where the first line has 2; add or remove fields"},
      {"a,y\n1,0\n2,1,7\n", "y", ", line 3: 3 fields where the first line has 2; add or remove fields"},
      {"a,y\n1,0\ntwo,1\n", "y",
       ", line 3, column 1 (a): 'two' is not a number; write numbers with a decimal point, and classes as 0 and 1"},
      {"a;y\n1,5;0\n2;1\n", "y",
       ", line 2, column 1 (a): '1,5' is not a number; write decimals with a point, not a comma"},
      {"a,y\n1,0\n0x10,1\n", "y",
       ", line 3, column 1 (a): '0x10' is not a number; write numbers with a decimal point, and classes as 0 and 1"},
      {"a,y\n1,0\nNaN,1\n", "y",
       ", line 3, column 1 (a): 1 field is missing, in 1 of 2 rows, this the first; fill in, or give --missing drop to "
       "leave out these rows"},
      {"a,y\n1,0\n-inf,1\n", "y",
       ", line 3, column 1 (a): '-inf' is not a finite number; correct it or remove the row"},
      {"a,y\n1,0\n1e999,1\n", "y",
       ", line 3, column 1 (a): '1e999' is beyond the range of double, 5e-324 to 1.8e308; rescale the column or remove "
       "the row"},
      {"a,y\n1,0\n,1\n", "y",
       ", line 3, column 1 (a): 1 field is missing, in 1 of 2 rows, this the first; fill in, or give --missing drop to "
       "leave out these rows"},
      {"a,y\n1,0\n\"2,1\n", "y", ", line 3, column 1: a quote is not closed; close it or remove it"},
      {"a,y\n1,0\n\"2\"x,1\n", "y", ", line 3, column 1: a quote is not closed; close it or remove it"},
      {"a,y\n1,0\n2,1\n", "z",
       ": unknown target 'z'; give a column's name such as a, y, a number from 1 to 2, or from -1 to -2 counted from "
       "the right"},
      {"1,0\n2,1\n", "3", ": unknown target '3'; give a number from 1 to 2, or from -1 to -2 counted from the right"},
      {"1,0\n2,1\n", "0", ": unknown target '0'; give a number from 1 to 2, or from -1 to -2 counted from the right"},
      {"1,0\n2,1\n", "1.5",
       ": unknown target '1.5'; give a number from 1 to 2, or from -1 to -2 counted from the right"},
      {"y,y\n1,0\n2,1\n", "y", ", line 1: 2 columns are named 'y'; rename all but one, or give a number"},
      {"a,b,y\n1,7,0\n2,7,1\n", "y", ", column 2 (b): the column is constant, 7 in every row; remove the column"},
      {"a,y\n1,0\n", "y", ": too few rows, 1 of data; give at least 2"},
      {"a,y\n", "y", ": too few rows, 0 of data; give at least 2"},
      {"y\n0\n1\n", "y",
       ": the table has 1 column; give a target and at least 1 feature, separated by ',', ';' or tabs"},
      {"1,two,0\n3,4,1\n", "3",
       ", line 1, column 2: 'two' is not a number, but other fields are; correct it, or give --header yes if line 1 "
       "holds "
       "the names of the columns"}};
  for (const auto& [text, target, message] : cases) EXPECT_EQ(error(text, target), message) << text;
}

TEST_F(CsvFile, unprintable_and_long_fields_stay_one_short_line) {
  const std::string message = error("a,y\n1,0\n\x1B[31m" + std::string(500, 'x') + ",1\n", "y");
  EXPECT_LT(message.size(), 200u);
  EXPECT_EQ(message.find('\x1B'), std::string::npos);
}

TEST_F(CsvFile, characters_stay_whole_where_a_long_field_is_cut) {
  const std::string message = error("a,y\n1,0\n" + std::string(39, 'x') + "\u00e9\u00e9,1\n", "y");
  EXPECT_NE(message.find("'" + std::string(39, 'x') + "\u2026'"), std::string::npos) << message;
}

TEST_F(CsvFile, of_many_columns_the_nearest_to_an_unknown_target_are_named) {
  std::string header = "y", row = "1";
  for (int k = 0; k < 5000; ++k) {
    header += fmt::format(",feature_{}_{}", k, std::string(100, 'x'));
    row += ",1";
  }
  const std::string many = header + ",species\n" + row + ",1\n" + row + ",2\n";
  const std::string near = error(many, "spceies");
  EXPECT_NE(near.find("such as species, a number from 1 to 5002"), std::string::npos) << near;
  EXPECT_LT(error(many, "quaternion").size(), 400u);
  EXPECT_LT(error(many, std::string(100000, 'q')).size(), 400u);
}

TEST_F(CsvFile, the_checksum_is_that_of_the_bytes) {
  EXPECT_EQ(read("a,y\n1,0\n2,1\n", "y").checksum, "999ba1d1");
  EXPECT_NE(read("a,y\n1,0\n2,1", "y").checksum, "999ba1d1");
}

std::string file_error(const std::filesystem::path& file) {
  try {
    read_csv(file, "y");
  } catch (const FileError& problem) {
    return problem.what();
  }
  return "";
}

TEST(Csv, what_cannot_be_read_to_its_end_is_refused) {
  EXPECT_EQ(file_error("/nowhere/table.csv"),
            "cannot read /nowhere/table.csv: No such file or directory; name a readable file");
  EXPECT_NE(file_error(data_directory).find("Is a directory"), std::string::npos);
  // It opens, and the first read fails, as on a disk with an error.
  EXPECT_EQ(file_error("/proc/self/mem"), "cannot read /proc/self/mem: Input/output error; name a readable file");
}

template <class Fit>
std::string fit_error(const DataSet& data, Fit fit) {
  try {
    fit(data);
  } catch (const std::invalid_argument& problem) {
    return problem.what();
  }
  return "";
}

TEST(Models, of_entries_whose_squares_lose_sense_are_refused) {
  const auto squares = [](const DataSet& data) { least_squares(data, 1); };
  const auto logistic = [](const DataSet& data) { logistic_regression(data, 1); };
  const Vector<double> classes = (Vector<double>(3) << 0, 1, 1).finished();
  for (const double huge : {1e90, -1e150, 1e308}) {
    const DataSet feature{"wild", {"a", "b"}, "y", matrix({{1, 2}, {3, huge}, {2, 2}}), classes};
    const std::string words = fmt::format("wild: feature b has the entry {} in row 2 of the data", huge);
    for (const std::string& message : {fit_error(feature, squares), fit_error(feature, logistic)}) {
      EXPECT_EQ(message.find(words), 0u) << message;
      EXPECT_NE(message.find("rescale"), std::string::npos) << message;
    }
    const DataSet target{"wild", {"a"}, "y", matrix({{1}, {3}, {2}}), huge * classes};
    EXPECT_EQ(fit_error(target, squares).find("wild: target y has the entry"), 0u);
    EXPECT_EQ(fit_error(target, logistic), "") << "classes may be any two numbers";
  }
  EXPECT_EQ(fit_error({"tame", {"a"}, "y", matrix({{1}, {largest_entry}, {2}}), classes}, squares), "");
}

std::string class_error(const Vector<double>& y) {
  try {
    class_signs({"table", {"a"}, "y", Matrix<double>::Zero(y.size(), 1), y});
  } catch (const std::invalid_argument& problem) {
    return problem.what();
  }
  return "";
}

TEST(Classes, are_two_and_become_signs) {
  const DataSet data{"table", {"a"}, "y", Matrix<double>::Zero(3, 1), (Vector<double>(3) << 7, 2, 7).finished()};
  EXPECT_EQ(class_signs(data), (Vector<double>(3) << 1, -1, 1).finished());
  EXPECT_EQ(class_error((Vector<double>(2) << 1, 1).finished()),
            "table: target y has one class only, 1 in every row; give a column with exactly two values, or use least "
            "squares");
  EXPECT_EQ(class_error((Vector<double>(3) << 1, 2, 3).finished()),
            "table: target y has 3 different values where two classes are needed; give a column with exactly two "
            "values, or use least squares");
}

TEST(Standardised, columns_have_mean_0_and_deviation_1_up_to_the_grid) {
  const DataSet data = standardised(read_csv(data_directory / "breast_cancer.csv", "benign"));
  for (Eigen::Index j = 0; j < data.x.cols(); ++j) {
    Rational sum = 0, squares = 0;
    for (const double entry : data.x.col(j)) {
      EXPECT_EQ(std::ldexp(entry, 20), std::floor(std::ldexp(entry, 20)));
      sum += exact<Rational>(entry);
      squares += square(exact<Rational>(entry));
    }
    const Rational rows = int(data.rows());
    EXPECT_LE(abs(sum), rows / (1 << 20)) << data.features[std::size_t(j)];
    EXPECT_LE(abs(squares - rows), 2 * rows / (1 << 20)) << data.features[std::size_t(j)];
  }
}

TEST(Standardised, refuses_what_cannot_be_scaled) {
  const Vector<double> y = Vector<double>::Zero(2);
  EXPECT_THROW(standardised({"t", {"a"}, "y", Matrix<double>::Constant(2, 1, 3), y}), std::invalid_argument);
  EXPECT_THROW(standardised({"t", {"a"}, "y", matrix({{1e200}, {-1e200}}), y}), std::invalid_argument);
}

TEST(ShippedData, have_the_documented_shape) {
  const DataSet cancer = read_csv(data_directory / "breast_cancer.csv", "benign");
  EXPECT_EQ(cancer.x.rows(), 569);
  EXPECT_EQ(cancer.x.cols(), 30);
  EXPECT_EQ(cancer.y.sum(), 357);
  EXPECT_EQ(cancer.features.front(), "mean_radius");
  EXPECT_EQ(cancer.features.back(), "worst_fractal_dimension");
  const DataSet iris = read_csv(data_directory / "iris.csv", "species");
  EXPECT_EQ(iris.x.rows(), 150);
  EXPECT_EQ(iris.x.cols(), 4);
  EXPECT_EQ(iris.y.sum(), 150);
}

}  // namespace
}  // namespace verigrad::problem_dataset_test
