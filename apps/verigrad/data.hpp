// Tables of real data that verify runs on, beside generated instances.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "verigrad/evidence/check.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/report/report.hpp"

namespace verigrad::app {

struct DataFlags {
  std::string file;                    ///< the user's table; empty for the shipped one
  std::string target;                  ///< its target column, by name or number
  std::string separator;               ///< its name or itself; empty to find out
  std::string header;                  ///< whether the first line is a header: yes, no, or empty to find out
  std::string missing;                 ///< drop, or empty to refuse missing fields
  std::string classes;                 ///< the target's two words, with a comma between; empty for numbers
  std::vector<std::string> leave_out;  ///< names or numbers of columns that are no features
  std::string model = "logistic";
  std::optional<double> ridge;  ///< 1/N for logistic, 0 for least-squares unless given
  bool standardise = false;
  bool none = false;  ///< generated instances only
};

/// The checks on one table and model.
struct DataChecks {
  std::string label;  ///< "breast_cancer, logistic"
  DataOptions options;
  std::vector<Check> checks;
};

/// The directory of the shipped tables. Throws UsageError when it is not there.
std::filesystem::path shipped_tables();

/// Adds --data, --target, --separator, --header, --missing, --classes, --leave-out, --model, --ridge, --standardise and
/// --no-data.
void add_data_flags(CLI::App& command, DataFlags& flags);

/// The checks on the user's table, or on the shipped one: breast_cancer, standardised, logistic regression with ridge
/// 1/N; nothing with --no-data. Says on stderr what is computed when that takes long. Throws FileError when the table
/// cannot be read, std::invalid_argument when it has no such model, and UsageError when it is too large for one: more
/// than 5·10⁷ entries, or more than 1,000 features, of which least squares admits any number beside 1,000 rows.
std::optional<DataChecks> checks_on_data(const DataFlags& flags);

/// The options that name the same data again, each after a blank.
std::string options_to_repeat(const DataFlags& flags);

}  // namespace verigrad::app
