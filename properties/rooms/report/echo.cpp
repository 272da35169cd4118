// Foreign text on a terminal: nothing in it that moves the cursor, turns the line, or floods the screen.
#include "verigrad/report/echo.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "verigrad/report/columns.hpp"
#include "verigrad/report/table.hpp"

#include "planted.hpp"

namespace verigrad::report_echo_test {
namespace {

/// An escape sequence, line ends, C1, a turn to the left, and a byte that is not UTF-8.
const std::string hostile = "a\x1b[2Jb\nc\rd\u009B31me\u202Ef\u2066g\u2028h\xFFi\x7Fj";
const std::string harmless = "a [2Jb c d 31me f g h\uFFFDi j";

TEST(Echo, one_line_as_it_stands) {
  EXPECT_EQ(on_one_line(hostile), harmless);
  EXPECT_EQ(on_one_line("∇f(x̂) ≤ ½‖x‖²"), "∇f(x̂) ≤ ½‖x‖²");
}

TEST(Echo, every_table_and_message_of_a_report_is_harmless) {
  Report report;
  Evidence evidence = planted::good_evidence();
  evidence.note = hostile;
  report.add({0, {"rate", Kind::step, hostile}, hostile, evidence});
  evidence.error = hostile;
  report.add({1, {"rate", Kind::step, hostile}, hostile, evidence});
  report.planned = 2;
  for (const std::string& text :
       {statement_table(report), check_table(report), problems(report, hostile), notes(report)}) {
    EXPECT_NE(text.find(harmless), std::string::npos) << text;
    std::string without_line_ends = text;
    std::erase(without_line_ends, '\n');
    EXPECT_EQ(on_one_line(without_line_ends), without_line_ends);
  }
  EXPECT_EQ(std::ranges::count(problems(report, hostile), '\n'), 1);
  EXPECT_EQ(std::ranges::count(columns({{hostile}, {hostile}}, "l"), '\n'), 2);
}

TEST(Echo, long_texts_lose_their_middle_between_characters) {
  EXPECT_EQ(shortened("abc", 3), "abc");
  EXPECT_EQ(shortened("0123456789", 9), "012 … 789");
  const std::string greek = "αβγδεζηθικλμ";
  EXPECT_EQ(shortened(greek, 12), greek);
  EXPECT_EQ(shortened(greek, 7), "αβ … λμ");
  EXPECT_EQ(shortened(std::string(100'000, '\xFF'), 5), "\uFFFD … \uFFFD");
  EXPECT_LE(shortened(std::string(100'000, 'x'), 600).size(), 604u);
}

}  // namespace
}  // namespace verigrad::report_echo_test
