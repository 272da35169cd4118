// docs/reading.md names statements and errata that there are.
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/report/errata.hpp"
#include "verigrad/report/registry.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad::report_reading_test {
namespace {

TEST(Reading, names_statements_and_errata_that_there_are) {
  std::set<std::string> names;
  for (const CatalogueEntry& entry : catalogue()) names.emplace(entry.id);
  for (const RefutedForm& form : refuted_forms(statements(), {})) names.insert(name_of(form));
  const std::string page = read_file(VERIGRAD_SOURCE_DIR "/docs/reading.md");
  const std::regex name("`((mathdnn|sgm|mfds|inna)/[^`]+)`");
  int found = 0;
  for (std::sregex_iterator match(page.begin(), page.end(), name), end; match != end; ++match, ++found)
    EXPECT_TRUE(names.contains((*match)[1])) << (*match)[1];
  EXPECT_GT(found, 0);
}

}  // namespace
}  // namespace verigrad::report_reading_test
