// Settings of the tests of statements come from the environment: what is no whole number is refused in words, and never
// read as 0 cases.
#include <cstdlib>
#include <optional>

#include "verigrad/report/googletest.hpp"

namespace verigrad::report_environment_test {
namespace {

/// Sets a variable of the environment while it lives.
class Environment {
public:
  Environment(const char* variable, const char* text) : variable_(variable) {
    if (const char* before = std::getenv(variable)) before_ = before;
    text ? setenv(variable, text, 1) : unsetenv(variable);
  }
  ~Environment() { before_ ? setenv(variable_, before_->c_str(), 1) : unsetenv(variable_); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

private:
  const char* variable_;
  std::optional<std::string> before_;
};

/// The message with which the settings are refused; empty if they are not.
std::string refusal(const char* variable, const char* text) {
  const Environment environment(variable, text);
  try {
    settings_from_environment();
    return "";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

TEST(Environment, is_read_where_it_is_set) {
  const Environment cases("VERIGRAD_CASES", "7"), seed("VERIGRAD_SEED", "18446744073709551615");
  EXPECT_EQ(settings_from_environment().cases, 7);
  EXPECT_EQ(settings_from_environment().seed, 18446744073709551615u);
}

TEST(Environment, leaves_the_defaults_where_it_is_not) {
  const Environment cases("VERIGRAD_CASES", nullptr), seed("VERIGRAD_SEED", nullptr);
  EXPECT_EQ(settings_from_environment().cases, Settings{}.cases);
  EXPECT_EQ(settings_from_environment().seed, Settings{}.seed);
}

TEST(Environment, allows_the_seed_0_and_at_least_one_case) {
  EXPECT_EQ(refusal("VERIGRAD_SEED", "0"), "");
  EXPECT_EQ(refusal("VERIGRAD_CASES", "1"), "");
  EXPECT_NE(refusal("VERIGRAD_CASES", "0"), "");
}

TEST(Environment, is_refused_in_words_where_it_is_no_whole_number) {
  for (const char* variable : {"VERIGRAD_CASES", "VERIGRAD_SEED"})
    for (const char* text : {"abc", "", " ", "1.5", "1e3", "5 ", " 5", "+5", "-1", "0x10", "99999999999999999999"}) {
      const std::string message = refusal(variable, text);
      EXPECT_NE(message.find(std::string(variable) + " is '" + text + "'"), std::string::npos) << message;
      EXPECT_NE(message.find("set it to a whole number from"), std::string::npos) << message;
    }
}

}  // namespace
}  // namespace verigrad::report_environment_test
