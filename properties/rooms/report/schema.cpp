// The JSON report against its published schema, docs/report.schema.json.
#pragma GCC diagnostic ignored "-Wrestrict"  // a false alarm of GCC 12 in what valijson inlines
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "verigrad/report/comparison.hpp"
#include "verigrad/report/json.hpp"

#include "planted.hpp"

namespace verigrad::report_schema_test {
namespace {

using nlohmann::json;

json schema_document() { return json::parse(std::ifstream(VERIGRAD_SOURCE_DIR "/docs/report.schema.json")); }

bool is_valid(const json& report) {
  valijson::Schema schema;
  const json document = schema_document();
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
  return valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(report), nullptr);
}

Report report_of(std::vector<Check> checks) {
  Report report;
  report.planned = checks.size();
  report.open = {"mathdnn/1.1"};
  run_tasks(planted::tasks(std::move(checks)), {}, [&](Finding finding) { report.add(finding); });
  return report;
}

json a_report() {
  Report report = report_of({planted::check("good", planted::good), planted::check("throws", planted::throws),
                             planted::check("aborts", planted::aborts)});
  report.findings[0].data = "breast_cancer";
  report.data = DataOptions{.file = "",
                            .checksum = "999ba1d1",
                            .target = "benign",
                            .separator = "",
                            .header = "",
                            .missing = "",
                            .classes = "",
                            .model = "logistic",
                            .ridge = 0.125,
                            .standardise = true,
                            .reading = "569 rows of 31 columns, separated by commas, names in line 1"};
  return json::parse(to_json(report));
}

/// The report with the value at the pointer replaced.
json with(const char* pointer, json value) {
  json report = a_report();
  report[json::json_pointer(pointer)] = std::move(value);
  return report;
}

TEST(Schema, reports_are_valid) {
  EXPECT_TRUE(is_valid(a_report()));
  EXPECT_TRUE(is_valid(json::parse(to_json(Report{}))));
}

TEST(Schema, a_report_held_against_an_earlier_one_is_valid) {
  Report before = report_of({planted::check("good", planted::good), planted::check("lost", planted::good)});
  Report after = report_of({planted::check("good", [](const Settings&) { return Evidence{}; })});
  after.against = against(before, after);
  EXPECT_TRUE(is_valid(json::parse(to_json(after))));
  after.against->lost[0].id.name = "";
  EXPECT_FALSE(is_valid(json::parse(to_json(after))));
}

TEST(Schema, a_partial_report_is_valid_and_says_so) {
  Report report = report_of({planted::check("good", planted::good)});
  report.planned = 2;
  const json partial = json::parse(to_json(report));
  EXPECT_TRUE(is_valid(partial));
  EXPECT_EQ(partial["complete"], false);
}

TEST(Schema, an_infinite_margin_is_null) {
  Report report = report_of({planted::check("none", [](const Settings&) { return Evidence{}; })});
  const json parsed = json::parse(to_json(report));
  EXPECT_TRUE(parsed["checks"][0]["smallest_margin"].is_null());
  EXPECT_TRUE(is_valid(parsed));
}

TEST(Schema, what_is_not_checked_here_says_why) {
  Report report = report_of({planted::check("kernel", [](const Settings&) {
    Evidence evidence;
    evidence.not_checked = "for there is no coqc";
    return evidence;
  })});
  const json parsed = json::parse(to_json(report));
  EXPECT_EQ(parsed["checks"][0]["outcome"], "not checked here");
  EXPECT_EQ(parsed["summary"]["not_checked"], 1);
  EXPECT_TRUE(is_valid(parsed));
  EXPECT_EQ(report_from_json(to_json(report)).findings[0].evidence.not_checked, "for there is no coqc");
}

TEST(Schema, broken_reports_are_rejected) {
  EXPECT_FALSE(is_valid(with("/schema_version", 1)));
  EXPECT_FALSE(is_valid(with("/complete", "yes")));
  EXPECT_FALSE(is_valid(with("/cases", 0)));
  EXPECT_FALSE(is_valid(with("/shard/index", 0)));
  EXPECT_FALSE(is_valid(with("/unknown", 1)));
  EXPECT_FALSE(is_valid(with("/data/checksum", "none")));
  EXPECT_FALSE(is_valid(with("/data/header", "maybe")));
  EXPECT_FALSE(is_valid(with("/data/missing", "keep")));
  EXPECT_FALSE(is_valid(with("/data/classes", "one")));
  EXPECT_FALSE(is_valid(with("/data/reading", nullptr)));
  EXPECT_FALSE(is_valid(with("/data/ridge", -1)));
  EXPECT_FALSE(is_valid(with("/checks/0/verdict", "true")));
  EXPECT_FALSE(is_valid(with("/checks/0/cases", -1)));
  EXPECT_FALSE(is_valid(with("/checks/0/smallest_margin", "inf")));
  EXPECT_FALSE(is_valid(with("/checks/0/error", "an error that passed")));
  EXPECT_FALSE(is_valid(with("/checks/1/error", nullptr)));
  EXPECT_FALSE(is_valid(with("/checks/0/not_checked", "not checked, and passed")));
  EXPECT_FALSE(is_valid(with("/checks/0/whole", "yes")));
}

TEST(Schema, every_field_is_required) {
  const json report = a_report();
  for (const auto& [field, value] : report.items()) {
    json without = report;
    without.erase(field);
    EXPECT_FALSE(is_valid(without)) << field;
  }
  for (const auto& [field, value] : report["data"].items()) {
    json without = report;
    without["data"].erase(field);
    EXPECT_FALSE(is_valid(without)) << field;
  }
  for (const auto& [field, value] : report["checks"][0].items()) {
    json without = report;
    without["checks"][0].erase(field);
    EXPECT_FALSE(is_valid(without)) << field;
  }
}

void expect_described(const json& schema, const std::string& place) {
  EXPECT_TRUE(schema.contains("description")) << place;
  if (schema.contains("properties"))
    for (const auto& [field, inner] : schema["properties"].items()) expect_described(inner, place + "/" + field);
  if (schema.contains("items") && schema["items"].contains("properties"))
    expect_described(schema["items"], place + "/items");
}

TEST(Schema, every_field_is_documented) { expect_described(schema_document(), ""); }

}  // namespace
}  // namespace verigrad::report_schema_test
