// The catalogue is lib/catalogue.txt row by row, and find_entry finds what a user types.
#include "verigrad/evidence/catalogue.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "verigrad/text/read_file.hpp"

namespace verigrad::evidence_catalogue_test {
namespace {

/// id, topic/stem and title of each row.
struct Row {
  std::string id, place, title;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<Row> rows() {
  std::istringstream file(read_file(VERIGRAD_SOURCE_DIR "/lib/catalogue.txt"));
  std::vector<Row> result;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto first = line.find('|'), second = line.find('|', first + 1);
    result.push_back({trimmed(line.substr(0, first)), trimmed(line.substr(first + 1, second - first - 1)),
                      trimmed(line.substr(second + 1))});
  }
  return result;
}

std::string place_of(const CatalogueEntry& entry) {
  if (entry.open()) return "-";
  return entry.topic.empty() ? std::string(entry.stem) : std::string(entry.topic) + "/" + std::string(entry.stem);
}

/// A statement that is checked; a figure may share its stem.
bool has_stem(const CatalogueEntry& entry) {
  return entry.kind == CatalogueEntry::Kind::statement && !entry.open();
}

TEST(Catalogue, is_the_file_row_by_row) {
  const std::vector<Row> expected = rows();
  ASSERT_EQ(catalogue().size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(catalogue()[i].id, expected[i].id);
    EXPECT_EQ(place_of(catalogue()[i]), expected[i].place);
    EXPECT_EQ(catalogue()[i].title, expected[i].title);
  }
}

TEST(Catalogue, tells_figures_from_statements) {
  for (const CatalogueEntry& entry : catalogue()) {
    const bool figure = entry.id.find("/fig-") != std::string_view::npos;
    EXPECT_EQ(entry.kind, figure ? CatalogueEntry::Kind::figure : CatalogueEntry::Kind::statement) << entry.id;
    EXPECT_EQ(entry.topic.empty(), figure || entry.open()) << entry.id;
  }
}

/// A user names one of them: two with one name would hide one.
TEST(Catalogue, names_nothing_twice) {
  std::set<std::string_view> names;
  for (const CatalogueEntry& entry : catalogue()) {
    EXPECT_TRUE(names.insert(entry.id).second) << entry.id;
    EXPECT_TRUE(!has_stem(entry) || names.insert(entry.stem).second) << entry.stem;
  }
}

TEST(FindEntry, finds_every_entry_by_id_and_every_statement_by_stem) {
  for (const CatalogueEntry& entry : catalogue()) {
    EXPECT_EQ(find_entry(entry.id), &entry) << entry.id;
    EXPECT_TRUE(!has_stem(entry) || find_entry(entry.stem) == &entry) << entry.stem;
  }
}

TEST(FindEntry, finds_nothing_by_other_words) {
  for (const char* words : {"", "-", "no such stem", "descent/gradient_descent_rate", "Co-coercivity of the gradient",
                            "CO_COERCIVITY", " co_coercivity"})
    EXPECT_EQ(find_entry(words), nullptr) << words;
}

}  // namespace
}  // namespace verigrad::evidence_catalogue_test
