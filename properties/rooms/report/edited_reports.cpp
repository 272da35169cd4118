// Reports after accidents: what is read says all that stands in the file and no more, and everything else is refused in
// one line that names line or field.
#include <algorithm>
#include <cstdlib>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "verigrad/report/json.hpp"

#include "planted.hpp"
#include "properties/rooms/drawn.hpp"
#include "properties/rooms/edits.hpp"

namespace verigrad::report_edited_reports_test {
namespace {

using nlohmann::json;

Report a_report() {
  Report report;
  std::vector<Check> checks{planted::check("good", planted::good), planted::check("seeded", planted::seeded),
                            planted::check("throws", planted::throws)};
  report.planned = checks.size();
  report.open = {"mathdnn/1.1", "inna/2.3"};
  report.statements = {"planted_statement"};
  run_tasks(planted::tasks(std::move(checks)), {}, [&](Finding finding) { report.add(finding); });
  report.findings[0].data = "breast_cancer";
  report.findings[1].code = {"algorithm/adam.hpp: Adam", "algorithm/moments.hpp"};
  report.data = DataOptions{"table.csv", "999ba1d1", "benign",   "comma", "yes", "drop",
                            "no,yes",    "id",       "logistic", 0.125,   true,  "8 rows"};
  return report;
}

/// The words, numbers and brackets of a JSON text, each number as strtod reads it; nothing is parsed.
std::multiset<std::string> tokens_of(const std::string& text) {
  std::multiset<std::string> tokens;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    if (text[i] == '"') {
      while (text[end] != '"') end += text[end] == '\\' ? 2 : 1;
      tokens.insert(json::parse(text.substr(i, ++end - i)).dump());
    } else if (std::isdigit(static_cast<unsigned char>(text[i])) != 0 || text[i] == '-') {
      end = std::min(text.find_first_not_of("0123456789+-.eE", i), text.size());
      tokens.insert(json(std::strtod(text.substr(i, end - i).c_str(), nullptr)).dump());
    } else if (std::isalpha(static_cast<unsigned char>(text[i])) != 0) {
      end = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", i), text.size());
      tokens.insert(text.substr(i, end - i));
    } else if (std::isspace(static_cast<unsigned char>(text[i])) == 0) {
      tokens.insert(text.substr(i, 1));
    }
    i = end;
  }
  return tokens;
}

/// Every name in the report, of fields and in them.
void collect_names(const json& value, std::set<std::string>& names) {
  if (value.is_object())
    for (const auto& [name, inner] : value.items()) {
      names.insert(name);
      collect_names(inner, names);
    }
  if (value.is_array())
    for (const json& inner : value) collect_names(inner, names);
}

void expect_one_line_with_place(const std::string& message, const std::set<std::string>& names) {
  EXPECT_FALSE(message.empty());
  EXPECT_EQ(message.find("json.exception"), std::string::npos) << message;
  const bool names_line = message.find("line ") != std::string::npos;
  const bool names_field =
      std::ranges::any_of(names, [&](const std::string& name) { return message.find(name) != std::string::npos; });
  const bool names_path = message.starts_with('/'), names_what_stands_twice = message.starts_with('"');
  EXPECT_TRUE(names_line || names_field || names_path || names_what_stands_twice ||
              message.find("at the beginning") != std::string::npos)
      << message;
}

TEST(EditedReports, are_read_as_they_stand_or_refused_with_place) {
  const std::string good = to_json(a_report());
  std::set<std::string> names;
  collect_names(json::parse(good), names);
  ASSERT_EQ(tokens_of(good), tokens_of(to_json(report_from_json(good))));
  int read = 0, refused = 0;
  for (const std::string& text : drawn(generate::edited(good), edits(3000))) {
    try {
      const Report report = report_from_json(text);
      EXPECT_EQ(tokens_of(to_json(report)), tokens_of(text)) << text;
      EXPECT_EQ(json(report.settings.seed), json::parse(text).at("seed")) << "a double does not hold every seed";
      ++read;
    } catch (const std::invalid_argument& error) {
      expect_one_line_with_place(error.what(), names);
      ++refused;
    }
    if (HasFailure()) return;
  }
  EXPECT_GE(read, edits(30));
  EXPECT_GE(refused, edits(1000));
}

/// Each value of the report with another in its place.
TEST(EditedReports, have_no_value_that_is_silently_another) {
  const json good = json::parse(to_json(a_report()));
  std::set<std::string> names;
  collect_names(good, names);
  const std::vector<json> others{nullptr,
                                 true,
                                 "",
                                 "1",
                                 -1,
                                 0,
                                 1,
                                 0.5,
                                 1e300,
                                 UINT64_MAX,
                                 json::array(),
                                 json::object(),
                                 json{{"a", 1}},
                                 std::string(10000, 'x')};
  const json flat = good.flatten();
  for (const auto& [pointer, value] : flat.items())
    for (const json& other : others) {
      json edited = good;
      edited[json::json_pointer(pointer)] = other;
      try {
        EXPECT_EQ(json::parse(to_json(report_from_json(edited.dump()))), edited) << pointer;
      } catch (const std::invalid_argument& error) {
        expect_one_line_with_place(error.what(), names);
      }
    }
}

/// Of two values with one name a reader may take either.
TEST(EditedReports, are_refused_where_a_name_stands_twice) {
  const std::string good = to_json(a_report());
  for (std::size_t at = good.find("\": "); at != std::string::npos; at = good.find("\": ", at + 1)) {
    const std::size_t name = good.rfind('"', at - 1);
    const std::string again = good.substr(name, at + 1 - name) + ": 7, ";
    try {
      report_from_json(good.substr(0, name) + again + good.substr(name));
      ADD_FAILURE() << again << " before " << good.substr(name, 40);
    } catch (const std::invalid_argument& error) {
      EXPECT_NE(std::string(error.what()).find(again.substr(0, again.find(':')) + " stands twice"), std::string::npos)
          << error.what();
    }
  }
}

TEST(EditedEvidence, is_read_as_it_stands_or_refused) {
  const std::string good = to_json(planted::good_evidence());
  int read = 0;
  for (const std::string& text : drawn(generate::edited(good), edits(2000))) {
    try {
      const std::string again = to_json(evidence_from_json(text));
      EXPECT_EQ(to_json(evidence_from_json(again)), again);
      ++read;
    } catch (const std::invalid_argument& error) {
      EXPECT_NE(std::string(error.what()), "");
    }
  }
  EXPECT_GE(read, edits(20));
}

}  // namespace
}  // namespace verigrad::report_edited_reports_test
