// Tables as users bring them: on whatever the models accept no check fails or is an error, and none stays undecided but
// where that is said; the rest is refused with the table's name and a remedy.
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/report/registry.hpp"
#include "verigrad/report/workers.hpp"

#include "properties/rooms/drawn.hpp"

namespace verigrad::report_tables_test {
namespace {

struct UserTable {
  std::string words;
  DataSet data;
  bool logistic_minimum_is_known = true;  ///< closely enough for every check
};

/// A table whose entries in row i and column j are f(i, j), with the classes 0 and 1 in turn.
template <class Entry>
UserTable table(std::string words, int rows, int columns, Entry entry) {
  DataSet data{words, {}, "y", Matrix<double>(rows, columns), Vector<double>(rows)};
  for (int j = 0; j < columns; ++j) data.features.push_back(fmt::format("x{}", j));
  for (int i = 0; i < rows; ++i) {
    data.y[i] = i % 2;
    for (int j = 0; j < columns; ++j) data.x(i, j) = entry(i, j);
  }
  return {std::move(words), std::move(data), true};
}

double scattered(int i, int j) { return (i * 5 + j * j * 3 + i * i * j) % 17 - 8; }

/// Beyond about 10¹⁵ the minimum of a logistic regression on it is enclosed too widely for sixteen checks.
UserTable with_one_entry(double entry) {
  UserTable result = table(fmt::format("with one entry {}", entry), 5, 2,
                           [=](int i, int j) { return i == 2 && j == 0 ? entry : scattered(i, j + 1); });
  result.logistic_minimum_is_known = entry < 1e15;
  return result;
}

/// One of each kind that tables are, and were refused for or misjudged.
std::vector<UserTable> tables() {
  return {
      table("dummies beside the intercept", 9, 3, [](int i, int j) { return i % 3 == j ? 1 : 0; }),
      table("fewer rows than columns", 3, 5, scattered),
      table("two rows", 2, 1, scattered),
      table("a column twice", 6, 2, [](int i, int) { return i * i; }),
      table("columns nearly dependent", 6, 2, [](int i, int j) { return i + (j == 1 && i == 0 ? 0x1p-50 : 0); }),
      table("raw, of many sizes", 8, 3, [](int i, int j) { return scattered(i, j + 1) * std::pow(10.0, 3 * j); }),
      table("raw, large", 8, 2, [](int i, int j) { return 1e6 + 1000 * scattered(i, j + 1); }),
      table("raw, far apart", 6, 2,
            [](int i, int j) { return j == 0 ? 1e9 * scattered(i, 1) : 1e-9 * scattered(i, 2); }),
      with_one_entry(1e12),
      with_one_entry(largest_entry),
      table("tiny", 5, 2, [](int i, int j) { return std::ldexp(scattered(i, j + 1), -240); }),
      table("subnormal", 4, 1, [](int i, int) { return i * 5e-324; }),
      table("separable", 6, 1, [](int i, int) { return i % 2 == 0 ? -1 - i : 1 + i; }),
  };
}

Gen<UserTable> drawn_table() {
  return Gen<UserTable>([](Choices& choices) {
    const int rows = int(2 + choices.up_to(5)), columns = int(1 + choices.up_to(3));
    Matrix<double> x(rows, columns);
    for (int j = 0; j < columns; ++j) {
      const int exponent = int(choices.up_to(60)) - 30;
      for (int i = 0; i < rows; ++i) x(i, j) = std::ldexp(double(choices.up_to(16)) - 8, exponent);
      if (x.col(j).minCoeff() == x.col(j).maxCoeff()) x(0, j) += std::ldexp(1, exponent);
    }
    return table("drawn", rows, columns, [&](int i, int j) { return x(i, j); });
  });
}

/// All checks on one objective, as the program runs them on a table with few cases.
void expect_all_pass(const ObjectivePtr& f, const std::string& words, bool may_be_open = false) {
  std::vector<Task> tasks;
  for (Check& check : checks_on(f)) tasks.push_back({tasks.size(), std::move(check)});
  EXPECT_GT(tasks.size(), 20u) << words;
  const Settings settings{.cases = 1, .must_bind = false};
  run_tasks(tasks, {.settings = settings, .jobs = 2, .time_limit = 60}, [&](const Finding& finding) {
    const Evidence& evidence = finding.evidence;
    const bool open = may_be_open && finding.outcome() == Outcome::undecided;
    EXPECT_TRUE(open || finding.outcome() == Outcome::passed)
        << words << ": " << finding.id.full_name() << ": " << evidence.error << evidence.counterexample;
  });
}

/// The model, or nullptr where it is refused with the table's name and a remedy.
template <class Fit>
ObjectivePtr fitted(const DataSet& data, Fit fit) {
  try {
    return make_objective(fit());
  } catch (const std::invalid_argument& refusal) {
    const std::string message = refusal.what();
    EXPECT_NE(message.find(data.name), std::string::npos) << message;
    EXPECT_NE(message.find("; "), std::string::npos) << message;
    return nullptr;
  }
}

void expect_all_models_pass(const UserTable& table) {
  for (const double ridge : {0.0, 0.125}) {
    const std::string words = fmt::format("{}, ridge {}", table.words, ridge);
    const ObjectivePtr squares = fitted(table.data, [&] { return least_squares(table.data, ridge); });
    const ObjectivePtr logistic = fitted(table.data, [&] { return logistic_regression(table.data, ridge); });
    if (squares) expect_all_pass(squares, "least squares, " + words);
    if (logistic) expect_all_pass(logistic, "logistic, " + words, !table.logistic_minimum_is_known);
  }
}

TEST(Tables, of_every_kind_are_judged) {
  for (const UserTable& table : tables()) expect_all_models_pass(table);
}

TEST(Tables, that_are_drawn_are_judged) {
  for (const UserTable& table : drawn(drawn_table(), 4)) expect_all_models_pass(table);
}

}  // namespace
}  // namespace verigrad::report_tables_test
