// Reading tables: what is accepted reads the same; every mistake is one line with place and remedy.
#include "verigrad/problem/dataset.hpp"

#include <unistd.h>

#include <cmath>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/number/frac.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"
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
  EXPECT_EQ(read("2019,2020\n1,2\n3,4\n", "2").rows(), 3);
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
       ", line 2, column 1 (a): '1,5' is not a number; write numbers with a decimal point, and classes as 0 and 1"},
      {"a,y\n1,0\n0x10,1\n", "y",
       ", line 3, column 1 (a): '0x10' is not a number; write numbers with a decimal point, and classes as 0 and 1"},
      {"a,y\n1,0\nNaN,1\n", "y", ", line 3, column 1 (a): 'NaN' is not a finite number; correct it or remove the row"},
      {"a,y\n1,0\n-inf,1\n", "y",
       ", line 3, column 1 (a): '-inf' is not a finite number; correct it or remove the row"},
      {"a,y\n1,0\n1e999,1\n", "y",
       ", line 3, column 1 (a): '1e999' is not a finite number; correct it or remove the row"},
      {"a,y\n1,0\n,1\n", "y", ", line 3, column 1 (a): the field is empty; fill it in or remove the row"},
      {"a,y\n1,0\n\n2,1\n", "y", ", line 3: the line is blank; remove it"},
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
