// What errata say is printed is printed: each has its words in quotations.txt, and these stand in the text.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "verigrad/report/errata.hpp"
#include "verigrad/report/registry.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad::report_quotations_test {
namespace {

struct Quotation {
  std::string name;   ///< "mfds/24: k = 1"
  std::string words;  ///< with … between its pieces
  std::string_view text() const { return std::string_view(name).substr(0, name.find('/')); }
};

std::vector<Quotation> quotations() {
  std::istringstream lines(read_file(VERIGRAD_SOURCE_DIR "/properties/rooms/report/quotations.txt"));
  std::vector<Quotation> result;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t bar = line.find(" | ");
    if (bar == std::string::npos) throw std::runtime_error("no id and key: " + line);
    Quotation quotation{line.substr(0, bar) + ": " + line.substr(bar + 3), ""};
    std::getline(lines, quotation.words);
    result.push_back(quotation);
  }
  return result;
}

/// Without spaces and braces, which a transcription sets as it likes.
std::string bare(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '{' || c == '}'; });
  return text;
}

/// Whether the pieces of the words stand in the text one after another.
bool stands_in(const std::string& words, const std::string& text) {
  constexpr std::string_view left_out = " … ";
  std::size_t place = 0;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find(left_out, begin), words.size());
    const std::string piece = bare(words.substr(begin, end - begin));
    place = text.find(piece, place);
    if (piece.empty() || place == std::string::npos) return false;
    begin = end + left_out.size();
  }
  return true;
}

TEST(Quotations, are_found_piece_by_piece) {
  const std::string text = bare("the sum $x^{2} + 1$ is\n positive");
  EXPECT_TRUE(stands_in("$x^2 + 1$ … positive", text));
  EXPECT_FALSE(stands_in("positive … $x^2 + 1$", text));
  EXPECT_FALSE(stands_in("$x^2 - 1$", text));
  EXPECT_FALSE(stands_in("", text));
}

TEST(Quotations, are_of_every_erratum) {
  std::set<std::string> quoted, errata;
  for (const Quotation& quotation : quotations())
    EXPECT_TRUE(quoted.insert(quotation.name).second) << quotation.name << " is quoted twice";
  for (const RefutedForm& form : refuted_forms(statements(), {})) errata.insert(name_of(form));
  EXPECT_EQ(quoted, errata);
}

TEST(Quotations, stand_in_the_texts) {
  const char* folder = std::getenv("VERIGRAD_TEXTS");
  if (!folder) GTEST_SKIP() << "the texts do not ship; VERIGRAD_TEXTS may name a folder with mfds.txt and the others";
  std::map<std::string_view, std::string> texts;
  for (const SourceText& text : source_texts())
    texts[text.key] = bare(read_file(std::filesystem::path(folder) / (std::string(text.key) + ".txt")));
  for (const Quotation& quotation : quotations())
    EXPECT_TRUE(stands_in(quotation.words, texts.at(quotation.text()))) << quotation.name << ": " << quotation.words;
}

}  // namespace
}  // namespace verigrad::report_quotations_test
