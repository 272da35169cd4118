// The levels of docs/evidence_and_trust.md: each is carried by a conclusion of the statement that the page names for
// it.
#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "verigrad/report/registry.hpp"
#include "verigrad/report/worker.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad::report_levels_test {
namespace {

/// The statement that the page names for each level.
std::map<std::string, std::string> named_on_page() {
  std::map<std::string, std::string> result;
  static const std::regex row("\\| `([a-z]+)` \\| [^|]* \\| `([a-z_]+)` \\|");
  std::istringstream page(read_file(VERIGRAD_SOURCE_DIR "/docs/evidence_and_trust.md"));
  std::smatch match;
  for (std::string line; std::getline(page, line);)
    if (std::regex_match(line, match, row)) result[match[1]] = match[2];
  return result;
}

/// Whether a conclusion of the statement holds at this level.
bool carries(const std::string& stem, std::string_view level) {
  for (const Check& check : property_checks()) {
    if (check.id.statement != stem || check.id.kind != Kind::conclusion) continue;
    const Evidence evidence = evidence_of(check, {.cases = 5});
    if (outcome_of(check.id, evidence) == Outcome::passed && name(evidence.level) == level) return true;
  }
  return false;
}

/// Whether the statement names theorems that are its conclusion as printed; that the kernel has checked them is what
/// the tests with the label kernel see.
bool names_theorems(const std::string& stem) {
  const auto statement = std::ranges::find(statements(), stem, &Statement::stem);
  return statement != statements().end() && !statement->formal.theorems.empty() && statement->formal.corrected.empty();
}

TEST(Levels, are_each_carried_by_a_conclusion) {
  const std::map<std::string, std::string> named = named_on_page();
  for (const Level level : all_levels) {
    const auto found = named.find(std::string(name(level)));
    ASSERT_NE(found, named.end()) << name(level);
    const bool carried = level == Level::kernel ? names_theorems(found->second) : carries(found->second, name(level));
    EXPECT_TRUE(carried) << found->second << ": " << name(level);
  }
  EXPECT_EQ(named.size(), std::size(all_levels));
}

}  // namespace
}  // namespace verigrad::report_levels_test
