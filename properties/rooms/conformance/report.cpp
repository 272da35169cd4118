// What is said of an identification: words, JSON against docs/identification.schema.json, JUnit, exit status.
#pragma GCC diagnostic ignored "-Wrestrict"  // a false alarm of GCC 12 in what valijson inlines
#include <fstream>
#include <limits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "verigrad/conformance/adam_family.hpp"
#include "verigrad/conformance/probe.hpp"
#include "verigrad/report/identification_report.hpp"

#include "properties/rooms/conformance/plain_run.hpp"

namespace verigrad::conformance::test {
namespace {

using nlohmann::json;

bool is_valid(const json& found) {
  const json document = json::parse(std::ifstream(VERIGRAD_SOURCE_DIR "/docs/identification.schema.json"));
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
  return valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(found), nullptr);
}

/// A run of ADAM on the probe with one option changed, and what is found when ADAM is declared.
struct Case {
  explicit Case(int choice = adam_epsilon, int option = 0)
      : trace(plain_run<float>(declared_dialect(adam, hyper()).with(std::size_t(choice), option),
                               probe(adam, float32))) {}

  HyperParameters hyper() const { return probe_hyper_parameters(adam); }
  Identification found() const { return identify(trace, &adam); }
  json as_json() const { return json::parse(to_json(found(), trace.head, "run.jsonl")); }

  const Method& adam = method_named("adam");
  Trace trace;
};

TEST(IdentificationReport, is_valid_json_for_each_outcome) {
  Case right, dialect(adam_epsilon, int(Epsilon::inside)), mistake(adam_epsilon, int(Epsilon::subtracted)), strange,
      endless, open;
  strange.trace.steps[2].parameters[1][0] = 7;
  endless.trace.steps[2].parameters[1][0] = std::numeric_limits<double>::quiet_NaN();
  open.trace.steps.resize(1);
  for (const auto& [one, outcome] :
       {std::pair(&right, "as declared"), std::pair(&dialect, "another dialect"), std::pair(&mistake, "mistake"),
        std::pair(&strange, "none fits"), std::pair(&endless, "not finite"), std::pair(&open, "as declared")}) {
    const json document = one->as_json();
    EXPECT_TRUE(is_valid(document)) << document.dump(2);
    EXPECT_EQ(document["outcome"], outcome);
  }
  EXPECT_FALSE(open.as_json()["alternatives"].empty());
  json spoilt = right.as_json();
  spoilt["outcome"] = "perhaps";
  EXPECT_FALSE(is_valid(spoilt));
}

TEST(IdentificationReport, says_where_the_declared_method_departs) {
  const Case mistake(adam_epsilon, int(Epsilon::subtracted));
  const std::string text = to_text(mistake.found(), mistake.trace.head);
  EXPECT_EQ(text.find("mistake: ADAM with ε subtracted\n"), 0U) << text;
  EXPECT_NE(text.find("step 1, tensor \"a\", entry 0: recorded "), std::string::npos) << text;
  EXPECT_NE(text.find("ADAM as declared gives "), std::string::npos) << text;
}

TEST(IdentificationReport, has_the_exit_statuses_of_verify) {
  const Case right, mistake(adam_epsilon, int(Epsilon::subtracted));
  Case open;
  open.trace.steps.resize(1);
  EXPECT_EQ(exit_status(right.found(), true), 0);
  EXPECT_EQ(exit_status(mistake.found(), false), 1);
  EXPECT_EQ(exit_status(open.found(), false), 0);
  EXPECT_EQ(exit_status(open.found(), true), 3);
  EXPECT_EQ(exit_status(identify(right.trace, nullptr), false), 0);
}

TEST(IdentificationReport, fails_in_junit_as_the_exit_status_says) {
  const Case right, mistake(adam_epsilon, int(Epsilon::subtracted));
  EXPECT_EQ(to_junit(right.found(), right.trace.head, "run", false).find("<failure"), std::string::npos);
  const std::string xml = to_junit(mistake.found(), mistake.trace.head, "a<b", false);
  EXPECT_NE(xml.find("<failure message=\"mistake: ADAM with ε subtracted\""), std::string::npos) << xml;
  EXPECT_NE(xml.find("name=\"a&lt;b\""), std::string::npos) << xml;
}

}  // namespace
}  // namespace verigrad::conformance::test
