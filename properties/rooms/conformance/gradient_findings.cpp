// Gradients of programs of the shell: what is asked, what the answers may be, and the JSON that is written.
#pragma GCC diagnostic ignored "-Wrestrict"  // a false alarm of GCC 12 in what valijson inlines
#include "verigrad/conformance/gradient_findings.hpp"

#include <cmath>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "verigrad/problem/point.hpp"

namespace verigrad::conformance_gradient_findings_test {
namespace {

constexpr double patience = 60;

bool is_valid(const nlohmann::json& findings) {
  valijson::Schema schema;
  const auto document = nlohmann::json::parse(std::ifstream(VERIGRAD_SOURCE_DIR "/docs/gradient.schema.json"));
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
  return valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(findings), nullptr);
}

/// A program that answers these lines to these requests.
std::string answering(const std::string& start, const std::string& value, const std::string& both) {
  return "while read -r line; do case $line in *'\"start\"'*) echo '" + start + "' ;; *'\"value\"'*) echo '" + value +
         "' ;; *) echo '" + both + "' ;; esac; done";
}

std::string refusal(const std::string& start) {
  try {
    Process process(answering(start, "", ""), patience);
    const GradientProgram program(process);
  } catch (const ProcessError& error) {
    return error.what();
  }
  return "none";
}

TEST(GradientProgram, reads_what_is_said_at_the_start) {
  Process process(
      answering(R"({"dtype": "float16", "points": [[1, 2.5]], "samples": 9, "hessian_product": true})", "", ""),
      patience);
  const GradientProgram program(process);
  EXPECT_EQ(program.dimension(), 2);
  EXPECT_EQ(program.format().digits, 11);
  EXPECT_EQ(program.points(), std::vector{vector({1, 2.5})});
  EXPECT_EQ(program.samples(), 9);
  EXPECT_TRUE(program.gives_hessian_products());
}

TEST(GradientProgram, refuses_what_cannot_be) {
  EXPECT_EQ(refusal("{}"), "none");
  EXPECT_EQ(refusal(R"({"dimension": 0})"), R"(the answer to start has "dimension": 0; give a whole number from 1 on)");
  EXPECT_EQ(refusal(R"({"dimension": 2.5})"),
            R"(the answer to start has "dimension": 2.5; give a whole number from 1 on)");
  EXPECT_EQ(refusal(R"({"dtype": "double"})"),
            R"(the answer to start has "dtype": "double"; give float64, float32, float16 or bfloat16)");
  EXPECT_EQ(refusal(R"({"dimension": 2, "points": [[1, 2], [3]]})"),
            "point 2 of the answer to start is not of 2 finite numbers; give such points");
  EXPECT_EQ(refusal(R"({"points": [[1, NaN]]})"),
            "point 1 of the answer to start is not of 2 finite numbers; give such points");
  EXPECT_EQ(refusal(R"({"points": [1]})"), "point 1 of the answer to start is no list of numbers; give one");
  EXPECT_EQ(refusal(R"({"error": "no model"})"), "the program answered start with the error: no model");
}

TEST(GradientFindings, are_json_as_the_schema_says) {
  GradientFindings findings{"mine", {"float64", 53}, 2};
  EXPECT_TRUE(is_valid(nlohmann::json::parse(to_json(findings))));
  EXPECT_EQ(findings.verdict(), Verdict::undecided);
  Process process(answering(R"({"dimension": 2})", R"({"value": 1})", R"({"value": 1, "gradient": [0, NaN]})"),
                  patience);
  GradientProgram program(process);
  findings.points.push_back(judge_at(program, vector({0.5, 1})));
  EXPECT_EQ(findings.points[0].verdict(), Verdict::fails);
  findings.points.push_back(judge_at(program, vector({0, 0})));
  findings.points[1].gradient.along = AlongDirections{};
  findings.points[1].products.push_back(findings.points[0].gradient);
  const auto json = nlohmann::json::parse(to_json(findings));
  EXPECT_TRUE(is_valid(json)) << json;
  EXPECT_EQ(json["verdict"], "fails");
  EXPECT_TRUE(json["points"][0]["gradient"]["entries"][1]["given"].is_null());
  auto broken = json;
  broken["points"][0]["gradient"]["entries"][1].erase("verdict");
  EXPECT_FALSE(is_valid(broken));
}

TEST(GradientFindings, another_value_with_the_gradient_fails) {
  Process process(answering(R"({"dimension": 1})", R"({"value": 1})", R"({"value": 2, "gradient": [0]})"), patience);
  GradientProgram program(process);
  const PointFinding finding = judge_at(program, vector({0.5}));
  EXPECT_EQ(finding.verdict(), Verdict::fails);
  EXPECT_EQ(finding.other_value, "the value is 1, but 2 where the gradient is asked with it, at the same point");
}

TEST(GeneratedPoints, lie_in_the_cube_and_depend_on_seed_and_number) {
  const Vector<double> first = generated_point(50, 1, 0);
  EXPECT_LT(first.cwiseAbs().maxCoeff(), 1);
  EXPECT_EQ(first, generated_point(50, 1, 0));
  EXPECT_NE(first, generated_point(50, 1, 1));
  EXPECT_NE(first, generated_point(50, 2, 0));
}

}  // namespace
}  // namespace verigrad::conformance_gradient_findings_test
