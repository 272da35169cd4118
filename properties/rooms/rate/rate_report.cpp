// What is printed of a worst case: decimals never cross the exact bound; JSON against docs/rate.schema.json.
#pragma GCC diagnostic ignored "-Wrestrict"  // a false alarm of GCC 12 in what valijson inlines
#include "verigrad/report/rate_report.hpp"

#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace verigrad::rate_report_test {
namespace {

Rational fraction(int above, int below) { return Rational(above) / below; }

TEST(RateReport, roundsOutwards) {
  EXPECT_EQ(decimal_below(fraction(1, 42), 5), "0.023809");
  EXPECT_EQ(decimal_above(fraction(1, 42), 5), "0.023810");
  EXPECT_EQ(decimal_below(fraction(200, 3), 3), "66.6");
  EXPECT_EQ(decimal_above(fraction(200, 3), 3), "66.7");
  EXPECT_EQ(decimal_above(Rational(12345), 3), "12400");
  EXPECT_EQ(decimal_below(Rational(12345), 3), "12300");
  EXPECT_EQ(decimal_above(fraction(999999, 1000000), 3), "1.000");
  EXPECT_EQ(decimal_below(fraction(1, 4), 3), "0.250");
  EXPECT_EQ(decimal_above(fraction(1, 4), 3), "0.250");
  EXPECT_EQ(decimal_above(Rational(0), 3), "0");
}

TEST(RateReport, namesTheSimplestFraction) {
  EXPECT_EQ(simplest_between(fraction(23809, 1000000), fraction(23810, 1000000)), fraction(1, 42));
  EXPECT_EQ(simplest_between(fraction(1, 3), fraction(1, 2)), fraction(1, 2));
  EXPECT_EQ(simplest_between(fraction(3, 7), fraction(3, 7)), fraction(3, 7));
  EXPECT_EQ(simplest_between(fraction(31415, 10000), fraction(31416, 10000)), fraction(333, 106));
  EXPECT_EQ(simplest_between(Rational(0), fraction(1, 9)), 0);
  EXPECT_EQ(simplest_between(fraction(5, 2), fraction(7, 2)), 3);
}

rate::Certificate with_lower(const rate::Setting& setting, const Rational& bound) {
  rate::Certificate certificate;
  certificate.setting = setting;
  certificate.lower = rate::LowerBound{bound, {}, {}};
  return certificate;
}

// The largest measures at x₀: of L/2 ‖x − x*‖², of M ‖x − x*‖, and over the curvatures from −L from a value.
TEST(RateReport, saysWhereNothingFalls) {
  struct Case {
    rate::Class of;
    rate::Start start;
    rate::Measure measure;
    Rational at_start;
  };
  using enum rate::Class;
  using rate::Measure, rate::Start;
  const std::vector<Case> cases{{smooth_convex, Start::distance, Measure::value, fraction(3 * 4, 2)},
                                {smooth_convex, Start::distance, Measure::distance, 4},
                                {smooth_convex, Start::distance, Measure::gradient, 9 * 4},
                                {convex_bounded, Start::distance, Measure::best_value, 5 * 2},
                                {convex_bounded, Start::distance, Measure::gradient, 25},
                                {smooth_strongly_convex, Start::value, Measure::value, 4},
                                {smooth_strongly_convex, Start::value, Measure::distance, 8},
                                {smooth_non_convex, Start::value, Measure::best_gradient, 2 * 3 * 4}};
  for (const Case& at : cases) {
    rate::Setting setting{.of = at.of, .L = 3, .M = 5, .measure = at.measure, .start = at.start, .start_bound = 4};
    if (at.of == smooth_strongly_convex) setting.mu = 1;
    EXPECT_TRUE(shows_no_decrease(with_lower(setting, at.at_start))) << name(at.of) << name(at.measure);
    EXPECT_FALSE(shows_no_decrease(with_lower(setting, at.at_start - fraction(1, 1000))))
        << name(at.of) << name(at.measure);
  }
  EXPECT_FALSE(shows_no_decrease({}));
}

using nlohmann::json;

bool is_valid(const json& found) {
  const json document = json::parse(std::ifstream(VERIGRAD_SOURCE_DIR "/docs/rate.schema.json"));
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
  return valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(found), nullptr);
}

rate::WorstCase kept(const char* name) {
  std::ifstream file(std::string(VERIGRAD_SOURCE_DIR) + "/properties/rooms/rate/certificates/" + name);
  return {rate::certificate_in(std::string(std::istreambuf_iterator<char>(file), {})), 4, 10, {"a failure"}};
}

json with(const json& found, const char* pointer, const json& value) {
  json changed = found;
  changed[json::json_pointer(pointer)] = value;
  return changed;
}

TEST(RateReport, isValidJson) {
  for (const char* name : {"gradient_descent.txt", "strongly_convex.txt", "non_convex.txt", "subgradient.txt",
                           "heavy_ball.txt", "program.txt"}) {
    rate::WorstCase found = kept(name);
    EXPECT_TRUE(is_valid(json::parse(to_json(found, {1, 0.5})))) << name;
    found.certificate.upper.reset();
    EXPECT_TRUE(is_valid(json::parse(to_json(found, {})))) << name;
    found.certificate.lower.reset();
    const json neither = json::parse(to_json(found, {}));
    EXPECT_TRUE(is_valid(neither)) << name;
    EXPECT_TRUE(neither["level"].is_null()) << name;
  }
}

TEST(RateReport, isNotValidJsonWithAMistake) {
  const json found = json::parse(to_json(kept("gradient_descent.txt"), {}));
  for (const auto& [pointer, value] : std::vector<std::pair<const char*, json>>{{"/schema_version", 2},
                                                                                {"/steps", 0},
                                                                                {"/class", "convex"},
                                                                                {"/measure", "f"},
                                                                                {"/level", "kernel"},
                                                                                {"/L", 1},
                                                                                {"/mu", "0.5"},
                                                                                {"/hyperparameters/alpha", "1/0"},
                                                                                {"/upper/exact", 0.5},
                                                                                {"/upper/decimal", "1e-3"},
                                                                                {"/lower/more", "1"},
                                                                                {"/command", "both"},
                                                                                {"/no_decrease", "no"},
                                                                                {"/another", 1}})
    EXPECT_FALSE(is_valid(with(found, pointer, value))) << pointer;
  for (const auto& [field, value] : found.items()) {
    json without = found;
    without.erase(field);
    EXPECT_FALSE(is_valid(without)) << field;
  }
}

}  // namespace
}  // namespace verigrad::rate_report_test
