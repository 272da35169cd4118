// The checks on one function, as a user's table makes it: whatever the table, each is decided, or is not asked.
#include <gtest/gtest.h>

#include "verigrad/problem/dataset.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/report/registry.hpp"

namespace verigrad::check_on_one_function_test {
namespace {

/// Runs every check on f, once for each number of cases.
void expect_decided(const ObjectivePtr& f, std::initializer_list<int> numbers_of_cases) {
  const std::vector<Check> checks = checks_on(f);
  EXPECT_FALSE(checks.empty());
  for (const Check& check : checks)
    for (const int cases : numbers_of_cases) {
      const Evidence evidence = check.run({.cases = cases, .must_bind = false});
      EXPECT_EQ(outcome_of(check.id, evidence), Outcome::passed)
          << check.id.full_name() << ", " << cases << " cases: " << evidence.error << evidence.counterexample
          << evidence.note;
    }
}

/// A column for each of three groups, so that they add up to the intercept, and one more.
DataSet dummies() {
  Matrix<double> x = Matrix<double>::Zero(45, 4);
  Vector<double> y(45);
  for (int i = 0; i < 45; ++i) {
    x(i, i % 3) = 1;
    x(i, 3) = i * i % 11;
    y[i] = i * 7 % 13 / 4.0;
  }
  return {"dummies", {"a", "b", "c", "d"}, "y", x, y};
}

DataSet wide() {
  Matrix<double> x(6, 8);
  Vector<double> y(6);
  for (int i = 0; i < 6; ++i) {
    for (int j = 0; j < 8; ++j) x(i, j) = (i * 5 + j * j * 3) % 17 - 8;
    y[i] = i % 2;
  }
  return {"wide", std::vector<std::string>(8, "x"), "y", x, y};
}

/// Two classes that no plane separates, with entries of which the largest is `scale`.
DataSet raw(double scale) {
  Matrix<double> x(12, 2);
  Vector<double> y(12);
  for (int i = 0; i < 12; ++i) {
    x(i, 0) = scale * (i * 5 % 12 - 6) / 6;
    x(i, 1) = scale * (i * i % 7 - 3) / 6;
    y[i] = i % 3 == 0;
  }
  return {"raw", {"a", "b"}, "y", x, y};
}

TEST(OnOneFunction, dependent_columns_are_no_error) {
  for (const DataSet& data : {dummies(), wide()})
    for (const double ridge : {0.0, 0.125}) expect_decided(make_objective(least_squares(data, ridge)), {1, 3, 5});
}

TEST(OnOneFunction, features_of_any_scale_are_decided) {
  for (const double scale : {0x1p-20, 1.0, 0x1p20})
    expect_decided(make_objective(logistic_regression(raw(scale), 1 / 12.0)), {1, 3, 5});
}

}  // namespace
}  // namespace verigrad::check_on_one_function_test
