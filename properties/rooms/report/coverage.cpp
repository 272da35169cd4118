// Every displayed line and every erratum of a statement has a check of its name, but for slips of notation, so that no
// report says "not checked"; and a statement whose formulas run code that ships names it.
#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/report/registry.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad::report_coverage_test {
namespace {

class Coverage : public testing::Test {
protected:
  Coverage() : checks_(property_checks()) { append(checks_, proof_checks()); }

  bool has(const CheckId& id) const {
    return std::any_of(checks_.begin(), checks_.end(), [&](const Check& check) {
      return check.id.statement == id.statement && check.id.kind == id.kind && check.id.name == id.name;
    });
  }

  std::vector<CheckId> of_kind(Kind kind) const {
    std::vector<CheckId> ids;
    for (const Check& check : checks_)
      if (check.id.kind == kind) ids.push_back(check.id);
    return ids;
  }

private:
  std::vector<Check> checks_;
};

TEST_F(Coverage, every_line_of_a_proof_has_a_check) {
  for (const Statement& statement : statements())
    for (const Line& step : statement.steps)
      EXPECT_TRUE(has({statement.stem, Kind::step, step.key}) || has({statement.stem, Kind::conclusion, step.key}))
          << statement.stem << ": " << step.key;
}

TEST_F(Coverage, every_gap_is_filled) {
  for (const Statement& statement : statements())
    for (const Erratum& erratum : statement.errata)
      if (erratum.weight == Weight::gap) {
        EXPECT_TRUE(has(check_of(statement.stem, Kind::step, erratum.key))) << statement.stem << ": " << erratum.key;
      }
}

TEST_F(Coverage, every_erratum_is_refuted) {
  for (const Statement& statement : statements())
    for (const Erratum& erratum : statement.errata) {
      if (erratum.weight == Weight::gap || erratum.weight == Weight::notation) continue;
      const CheckId id = check_of(statement.stem, Kind::erratum, erratum.key);
      EXPECT_TRUE(has(id) || has(as_conclusion({id, {}}).id)) << statement.stem << ": " << erratum.key;
    }
}

/// A check of Kind::erratum is of an erratum that there is: "KEY", which must fail, or "KEY, what shows it besides",
/// which holds.
TEST_F(Coverage, every_check_of_an_erratum_has_its_erratum) {
  std::set<std::string> ids, keys;
  for (const Statement& statement : statements())
    for (const Erratum& erratum : statement.errata) keys.insert(statement.stem + "." + erratum.key);
  for (const CheckId& id : of_kind(Kind::erratum)) {
    const std::string name = id.full_name();
    const auto begins = [&](const std::string& key) { return name.starts_with(key + ", "); };
    EXPECT_TRUE(id.expected == Verdict::fails ? keys.contains(name) : std::ranges::any_of(keys, begins)) << name;
    ids.insert(name);
  }
  EXPECT_GT(ids.size(), 50u);
}

const std::filesystem::path lib = std::filesystem::path(VERIGRAD_SOURCE_DIR) / "lib/verigrad";

/// Whether a source of the statement includes what ships: optimisers, flows, networks, derivatives, objectives.
bool runs_code(const Statement& statement) {
  static const std::regex ships("\"verigrad/(algorithm|flow|network|autodiff|problem/(?!describe|point))[^\"]*\"");
  for (const auto& file : std::filesystem::directory_iterator(lib / "theorem" / find_entry(statement.stem)->topic))
    if (file.path().filename().string().starts_with(statement.stem) && std::regex_search(read_file(file.path()), ships))
      return true;
  return false;
}

TEST(CodeUnderTest, is_named_by_each_statement_that_runs_it) {
  for (const Statement& statement : statements())
    if (runs_code(statement)) {
      EXPECT_FALSE(statement.code.empty()) << statement.stem;
    }
}

TEST(CodeUnderTest, is_a_name_in_a_file_that_ships) {
  for (const Statement& statement : statements())
    for (const std::string& code : statement.code) {
      const std::string file = code.substr(0, code.find(": ")), name = code.substr(code.rfind(':') + 1);
      ASSERT_TRUE(std::filesystem::exists(lib / file)) << statement.stem << ": " << code;
      EXPECT_NE(read_file(lib / file).find(name.substr(name.find_first_not_of(' '))), std::string::npos)
          << statement.stem << ": " << code;
    }
}

}  // namespace
}  // namespace verigrad::report_coverage_test
