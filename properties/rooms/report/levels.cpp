// The levels of docs/evidence_and_trust.md: each is carried by a conclusion of the statement that the page names for
// it.
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

TEST(Levels, are_each_carried_by_a_conclusion) {
  const std::map<std::string, std::string> named = named_on_page();
  for (const Level level : {Level::instance, Level::sampled, Level::covered, Level::proved}) {
    const auto found = named.find(std::string(name(level)));
    ASSERT_NE(found, named.end()) << name(level);
    EXPECT_TRUE(carries(found->second, name(level))) << found->second << ": " << name(level);
  }
  EXPECT_EQ(named.size(), 4u);
}

}  // namespace
}  // namespace verigrad::report_levels_test
