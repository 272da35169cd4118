// Formulas as MathML: what becomes of the notation, and that no text is refused and no character lost.
#include "verigrad/site/mathematics.hpp"

#include <utf8.h>

#include <algorithm>
#include <pugixml.hpp>
#include <random>

#include <gtest/gtest.h>

#include "verigrad/report/registry.hpp"

namespace verigrad::site_mathematics_test {
namespace {

std::string of(const char* text) { return site::mathematics(text).text; }

TEST(Mathematics, raises_and_lowers) {
  EXPECT_EQ(of("x_λ"), "<math><msub><mi>x</mi><mrow><mrow><mi>λ</mi></mrow></mrow></msub></math>");
  EXPECT_EQ(of("xₖ²"), "<math><msubsup><mi>x</mi><mrow><mi>k</mi></mrow><mrow><mn>2</mn></mrow></msubsup></math>");
  EXPECT_EQ(of("f*"), "<math><msup><mi>f</mi><mrow><mo>∗</mo></mrow></msup></math>");
  EXPECT_EQ(of("θ′₁"), "<math><msubsup><mi>θ</mi><mrow><mn>1</mn></mrow><mrow><mo>′</mo></mrow></msubsup></math>");
  EXPECT_NE(of("e^{−t}").find("<msup><mi>e</mi>"), std::string::npos);
  EXPECT_NE(of("x̃").find("<mover accent=\"true\"><mi>x</mi>"), std::string::npos);
  EXPECT_NE(of("√(a + b)").find("<msqrt class=\"of-brackets\">"), std::string::npos);
  EXPECT_NE(of("Σ aᵢ").find("∑"), std::string::npos);
}

TEST(Mathematics, leaves_prose_and_numbers_alone) {
  for (const char* prose :
       {"a step of the proof", "by (19) and (21)", "Cauchy-Schwarz", "is L-smooth", "at 2.6.2", "gradient_descent_rate",
        "gradient_descent_rate.v", "Newton's method", "", "  ", "Peyré, Łojasiewicz"})
    EXPECT_EQ(of(prose), site::words(prose).text);
  EXPECT_EQ(of("where C is a number, by"), "where <math><mi>C</mi></math> is a number, by");
  EXPECT_EQ(of("a φ that jumps"), "a <math><mi>φ</mi></math> that jumps");
  EXPECT_EQ(of("a φ and that"), "<math><mi>a</mi></math> <math><mi>φ</mi></math> and that");
  EXPECT_EQ(of("a < b & c"), "<math><mi>a</mi></math> &lt; <math><mi>b</mi></math> &amp; <math><mi>c</mi></math>");
}

/// The characters without blanks, the notation's marks and brackets, each raised or lowered one as its own, sorted.
std::u32string characters(const std::string& text) {
  static constexpr std::u32string_view from =
      U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖᑫʳˢᵗᵘᵛʷˣʸᶻᵀᴾᴬᴮᴺᵂ₀₁₂₃₄₅₆₇₈₉₊₋₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ∗Σ\u0302\u0303\u0304\u0307\u0308"
      U"\u030AΠ";
  static constexpr std::u32string_view to =
      U"0123456789+−=()niabcdefghjklmopqrstuvwxyzTPABNW0123456789+−=aehijklmnoprstuvx*∑^~¯˙¨˚∏";
  static_assert(from.size() == to.size());
  std::u32string result;
  for (auto place = text.begin(); place != text.end();) {
    char32_t c = utf8::next(place, text.end());
    if (const std::size_t found = from.find(c); found != from.npos) c = to[found];
    if (std::u32string_view(U" \n\t_^{}()√").find(c) == std::u32string_view::npos) result += c;
  }
  std::ranges::sort(result);
  return result;
}

std::string content(pugi::xml_node node) {
  std::string text = node.value();
  for (const pugi::xml_node child : node) text += content(child);
  return text;
}

void expect_nothing_lost(const std::string& text) {
  const std::string page = "<p>" + site::mathematics(text).text + "</p>";
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(page.c_str(), pugi::parse_default | pugi::parse_ws_pcdata)) << page;
  EXPECT_EQ(characters(content(document)), characters(text)) << text << "\n" << page;
}

TEST(Mathematics, loses_no_character_of_any_statement) {
  long texts = 0;
  const auto look_at = [&](const std::string& text) {
    expect_nothing_lost(text);
    ++texts;
  };
  for (const Statement& statement : statements()) {
    for (const std::string* text : {&statement.title, &statement.source, &statement.text, &statement.found})
      look_at(*text);
    for (const auto* lines : {&statement.hypotheses, &statement.steps})
      for (const Line& line : *lines) look_at(line.text);
    for (const Erratum& erratum : statement.errata)
      for (const std::string* text :
           {&erratum.place, &erratum.printed, &erratum.corrected, &erratum.remark, &erratum.by_hand, &erratum.survives})
        look_at(*text);
  }
  EXPECT_GT(texts, 1000);
}

TEST(Mathematics, takes_any_text) {
  static const std::vector<std::string> pieces{"x", "ab", "the", " ", "(", ")", "{", "}", "_",  "^", "ₖ", "²",
                                               "*", "′",  "√",   "‖", "Σ", "∇", "½", "1", ".2", ",", "−", "<",
                                               "&", "x̃",  "]]>", "𝒥", "⟨", "-", "'", "é", "|",  "/", "∫", ";"};
  std::mt19937 engine(1);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (unsigned length = engine() % 14; length > 0; --length) text += pieces[engine() % pieces.size()];
    expect_nothing_lost(text);
  }
  const std::string deep(100000, '(');
  std::string nested;
  for (int i = 0; i < 2000; ++i) nested += "^(√(";
  for (const std::string& text : {deep, nested + std::string(4000, ')'), std::string("\xff\xfe x\x01")})
    EXPECT_FALSE(site::mathematics(text).empty());
}

}  // namespace
}  // namespace verigrad::site_mathematics_test
