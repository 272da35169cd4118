// What is said of a trial: words, JSON against docs/trial.schema.json, JUnit, exit status.
#pragma GCC diagnostic ignored "-Wrestrict"  // a false alarm of GCC 12 in what valijson inlines
#include "verigrad/report/trial_report.hpp"

#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "verigrad/trial/trials.hpp"

#include "properties/rooms/trial/optimisers.hpp"

namespace verigrad::trial_report_test {
namespace {

using nlohmann::json;
using trial::Findings;
using trial_test::Memory;

bool is_valid(const json& found) {
  const json document = json::parse(std::ifstream(VERIGRAD_SOURCE_DIR "/docs/trial.schema.json"));
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
  return valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(found), nullptr);
}

Findings right() {
  return judge(trial::gradient_descent_rate_trial(), trial_test::optimiser<double>(trial_test::descend<double>), {});
}
Findings wrong() {
  return judge(
      trial::gradient_descent_rate_trial(),
      trial_test::optimiser<double>([](double x, double g, double rate, Memory<double>&) { return x - 8 * rate * g; }),
      {});
}

TEST(TrialReport, says_what_holds_and_how_near) {
  const std::string text = to_text(right());
  EXPECT_EQ(text.find("holds: gradient_descent_rate on 15 of 15 problems, "), 0U) << text;
  EXPECT_NE(text.find("nearest to its bound: f(xₖ) − f* ≤ best bound after step "), std::string::npos) << text;
}

TEST(TrialReport, says_problem_step_and_both_sides_of_what_fails) {
  const std::string text = to_text(wrong());
  EXPECT_EQ(text.find("fails: gradient_descent_rate on 0 of 15 problems, "), 0U) << text;
  EXPECT_NE(text.find("problem 1 of 15: f = "), std::string::npos) << text;
  EXPECT_NE(text.find("step 1 is not one of the method: entry 0 is -3; it can be 0.5\n"), std::string::npos) << text;
  EXPECT_NE(text.find("each step is one at the rate 4\n"), std::string::npos) << text;
  EXPECT_NE(text.find("broken: f(xₖ) − f* ≤ R²/(kC) after step "), std::string::npos) << text;
}

TEST(TrialReport, is_valid_json) {
  const json holds = json::parse(to_json(right(), "mine")), fails = json::parse(to_json(wrong(), "mine"));
  EXPECT_TRUE(is_valid(holds)) << holds.dump(2);
  EXPECT_TRUE(is_valid(fails)) << fails.dump(2);
  EXPECT_EQ(holds["verdict"], "holds");
  EXPECT_EQ(fails["problems"][0]["stray"]["departure"]["step"], 1);
  json spoilt = holds;
  spoilt["verdict"] = "perhaps";
  EXPECT_FALSE(is_valid(spoilt));
}

TEST(TrialReport, fails_in_junit_and_exit_status) {
  EXPECT_EQ(to_junit(right(), "mine").find("<failure"), std::string::npos);
  const std::string xml = to_junit(wrong(), "a<b");
  EXPECT_NE(xml.find("failures=\"15\""), std::string::npos) << xml.substr(0, 300);
  EXPECT_NE(xml.find("a&lt;b"), std::string::npos);
  EXPECT_EQ(exit_status(right(), true), 0);
  EXPECT_EQ(exit_status(wrong(), false), 1);
}

}  // namespace
}  // namespace verigrad::trial_report_test
