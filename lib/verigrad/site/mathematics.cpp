#include "verigrad/site/mathematics.hpp"

#include <utf8.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "verigrad/report/xml_text.hpp"

namespace verigrad::site {
namespace {

using Text = std::u32string_view;

/// Where the character stands in `from`, that of `to`; 0 where it does not.
char32_t translated(char32_t c, Text from, Text to) {
  const std::size_t place = from.find(c);
  return place == Text::npos ? 0 : to[place];
}

/// The character that is raised in this one, or 0.
char32_t raised(char32_t c) {
  return translated(c, U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖᑫʳˢᵗᵘᵛʷˣʸᶻᵀᴾᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴿᵁᵂᵝᵞᵟᶿ*′″",
                    U"0123456789+−=()niabcdefghjklmopqrstuvwxyzTPABDEGHIJKLMNORUWβγδθ∗′″");
}

/// The character that is lowered in this one, or 0.
char32_t lowered(char32_t c) {
  return translated(c, U"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", U"0123456789+−=()aehijklmnoprstuvxβγρφχ");
}

/// The accent of a combining mark, or 0.
char32_t accent(char32_t c) { return translated(c, U"\u0302\u0303\u0304\u0307\u0308\u030A", U"^~¯˙¨˚"); }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char32_t c) { return c >= 'A' && c <= 'Z'; }
/// A letter of words, not of formulas alone.
bool is_word_letter(char32_t c) { return is_ascii_letter(c) || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7); }
bool is_letter(char32_t c) {
  return is_word_letter(c) || (c >= 0x370 && c < 0x400) || (c >= 0x2100 && c < 0x2150) || (c >= 0x1D400 && c < 0x1D800);
}
bool is_blank(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == 0xA0; }
bool is_bracket(char32_t c) { return Text(U"()[]{}⟨⟩⟦⟧⌈⌉⌊⌋").find(c) != Text::npos; }
bool is_bar(char32_t c) { return c == '|' || c == U'‖'; }
bool is_sum(char32_t c) { return Text(U"Σ∑Π∏∫").find(c) != Text::npos; }
bool is_fraction(char32_t c) { return Text(U"½⅓⅔¼¾⅛⅜⅝⅞").find(c) != Text::npos; }
bool ends_a_clause(char32_t c) { return Text(U",;:.").find(c) != Text::npos; }
/// Whether the character makes a formula of what it stands in.
bool is_mathematical(char32_t c) { return is_letter(c) || (c > 0x7F && Text(U"–—…“”‘’·§†").find(c) == Text::npos); }

bool is_short_word(Text word) {
  static constexpr Text all[] = {U"an", U"as", U"at", U"be", U"by", U"do", U"if", U"in", U"is", U"it",
                                 U"no", U"of", U"on", U"or", U"so", U"to", U"up", U"us", U"we"};
  const std::u32string small{is_capital(word[0]) ? word[0] + 32 : word[0], word[1]};
  return std::ranges::find(all, Text(small)) != std::end(all) || (is_capital(word[0]) && is_capital(word[1]));
}

/// Whether a word after "a" shows that this was the article.
bool follows_an_article(Text word) {
  static constexpr Text none[] = {U"and", U"are", U"for", U"from", U"such", U"that", U"with"};
  return word.size() > 2 && std::ranges::find(none, word) == std::end(none);
}

std::string in_utf8(Text text) {
  std::string result;
  for (const char32_t c : text) utf8::append(c, std::back_inserter(result));
  return result;
}

Html plain(Text text) { return words(in_utf8(text)); }
Html identifier(Text name, bool upright) {
  return element("mi", plain(name), upright ? Attributes{{"mathvariant", "normal"}} : Attributes{});
}

class Formulas {
public:
  explicit Formulas(Text text, int depth = 0) : text_(text), depth_(depth) {}

  /// Words and formulas in turn.
  Html all() {
    Html result;
    while (at_ < text_.size()) {
      if (const std::size_t length = blanks() + word())
        result += plain(taken(length));
      else
        result += formula();
    }
    return result;
  }

  /// The text as the inside of one formula.
  Html row() {
    Html result;
    while (at_ < text_.size()) result += is_blank(here()) ? gap() : with_scripts();
    return element("mrow", result);
  }

private:
  char32_t at(std::size_t place) const { return place < text_.size() ? text_[place] : 0; }
  char32_t here() const { return at(at_); }
  Text taken(std::size_t length) {
    const Text part = text_.substr(at_, length);
    at_ += part.size();
    return part;
  }

  Html gap() {
    ++at_;
    return {"<mspace width=\"0.25em\"></mspace>"};
  }

  std::size_t blanks() const {
    std::size_t length = 0;
    while (is_blank(at(at_ + length))) ++length;
    return length;
  }

  std::size_t letters_from(std::size_t place) const {
    std::size_t length = 0;
    while (is_word_letter(at(place + length))) ++length;
    return length;
  }

  /// The length of the word of prose that begins here, or 0 where a formula does.
  std::size_t word() const {
    std::size_t end = at_ + letters_from(at_), longest = end - at_;
    while (end > at_ && is_joint(end)) {
      const std::size_t part = letters_from(end + 1);
      longest = std::max(longest, part);
      end += 1 + part;
    }
    const Text word = text_.substr(at_, end - at_);
    if (longest > 2) return takes_scripts(end) || at(end) == '(' ? 0 : word.size();
    if (word.size() == 2) return takes_scripts(end) || at(end) == '(' || !is_short_word(word) ? 0 : 2;
    return is_article(word, end) ? 1 : 0;
  }

  /// Whether a mark within a word stands here: step-size, Newton's, gradient_descent, gradient_descent_rate.v.
  bool is_joint(std::size_t place) const {
    const char32_t c = at(place);
    const std::size_t part = letters_from(place + 1);
    return ((c == '-' || c == '\'' || c == U'’' || c == '.') && part > 0) || (c == '_' && part > 1);
  }

  bool is_article(Text word, std::size_t end) const {
    const bool may_be = word == U"a" || (word == U"A" && at_ == 0);
    if (!may_be || !is_blank(at(end))) return false;
    return follows_an_article(text_.substr(end + 1, letters_from(end + 1))) || names_one(end + 1);
  }

  /// Whether one Greek letter with a relative clause begins here, as in "a φ that jumps".
  bool names_one(std::size_t place) const {
    const std::size_t clause = place + 2;
    const Text relative = text_.substr(std::min(clause, text_.size()), letters_from(clause));
    return is_letter(at(place)) && !is_word_letter(at(place)) && is_blank(at(place + 1)) &&
           (relative == U"that" || relative == U"which" || relative == U"whose");
  }

  /// One formula, with the mark of the clause that follows it, so that no line begins with one.
  Html formula() {
    const std::size_t begin = at_;
    Html content;
    bool mathematical = false;
    do {
      const std::size_t before = at_;
      content += with_scripts();
      mathematical = mathematical || std::ranges::any_of(text_.substr(before, at_ - before), is_mathematical);
    } while (at_ < text_.size() && !is_blank(here()) && !clause_ends() && !begins_word());
    if (mathematical && clause_ends()) content += element("mtext", plain(taken(1)));
    return mathematical ? element("math", content) : plain(text_.substr(begin, at_ - begin));
  }

  bool begins_word() const { return !is_word_letter(at(at_ - 1)) && word() > 0; }
  bool clause_ends() const { return ends_a_clause(here()) && (at_ + 1 == text_.size() || is_blank(at(at_ + 1))); }

  /// A base with its indices and exponents.
  Html with_scripts() {
    const bool bare = takes_scripts(at_);
    const Html base = bare ? element("mrow", {}) : base_alone();
    Html below, above;
    while (takes_scripts(at_)) {
      Html& place = goes_below() ? below : above;
      place += script();
    }
    if (below.empty() && above.empty()) return base;
    const Html scripts =
        (below.empty() ? Html{} : element("mrow", below)) + (above.empty() ? Html{} : element("mrow", above));
    return element(below.empty() ? "msup" : above.empty() ? "msub" : "msubsup", base + scripts);
  }

  bool goes_below() const { return here() == '_' || lowered(here()) != 0; }
  bool takes_scripts(std::size_t place) const {
    const char32_t c = at(place);
    return raised(c) != 0 || lowered(c) != 0 || ((c == '_' || c == '^') && length_of_script(place + 1) > 0);
  }

  /// What the mark before this place raises or lowers; 0 where it is no mark of the notation.
  std::size_t length_of_script(std::size_t place) const {
    const char32_t c = at(place);
    if (c == '{' || c == '(') return length_of_group(place);
    if (c == U'−' && at(place + 1) != c) return length_of_script(place + 1) > 0 ? 1 + length_of_script(place + 1) : 0;
    if (is_word_letter(c)) return letters_from(place) == 1 ? 1 : 0;
    if (is_digit(c)) return digits_from(place);
    return is_letter(c) || c == U'⊤' || c == U'∞' ? 1 : 0;
  }

  /// From the bracket here to the one that closes it; 0 where none does.
  std::size_t length_of_group(std::size_t place) const {
    constexpr int deepest_nesting = 20;
    if (depth_ == deepest_nesting) return 0;
    const char32_t open = at(place), close = open == '{' ? '}' : ')';
    int depth = 0;
    for (std::size_t length = 0; place + length < text_.size(); ++length) {
      const char32_t c = at(place + length);
      depth += int(c == open) - int(c == close);
      if (depth == 0) return length + 1;
    }
    return 0;
  }

  Html script() {
    if (here() == '_' || here() == '^') {
      ++at_;
      const Text part = taken(length_of_script(at_));
      return Formulas(part[0] == '{' ? part.substr(1, part.size() - 2) : part, depth_ + 1).row();
    }
    const auto of_here = goes_below() ? lowered : raised;
    Html result;
    while (const char32_t c = of_here(here())) {
      result += element(is_digit(c) ? "mn" : is_letter(c) ? "mi" : "mo", plain(Text(&c, 1)));
      ++at_;
    }
    return result;
  }

  std::size_t digits_from(std::size_t place) const {
    std::size_t length = 0;
    while (is_digit(at(place + length)) || (length && at(place + length) == '.' && is_digit(at(place + length + 1))))
      ++length;
    return length;
  }

  Html base_alone() {
    const char32_t c = here();
    if (is_digit(c)) return element("mn", plain(taken(digits_from(at_))));
    if (is_fraction(c)) return element("mn", plain(taken(1)));
    if (c == U'√') return root();
    if (is_sum(c)) return sum();
    if (is_word_letter(c)) return letters();
    if (is_letter(c) || c == U'∇' || c == U'∂' || c == U'∞')
      return accented(identifier(taken(1), c == U'∇' || c == U'∞'));
    return sign();
  }

  /// The name of a function, or one letter.
  Html letters() {
    const std::size_t length = letters_from(at_);
    const bool name = length > 2 && length <= 12;
    return name ? identifier(taken(length), true) : accented(identifier(taken(1), false));
  }

  Html accented(const Html& base) {
    const char32_t mark = accent(here());
    if (!mark) return base;
    ++at_;
    return element("mover", base + element("mo", plain(Text(&mark, 1)), {{"stretchy", "false"}}), {{"accent", "true"}});
  }

  /// Of what is in the brackets that follow, else of one base with its scripts.
  Html root() {
    ++at_;
    const std::size_t group = here() == '(' ? length_of_group(at_) : 0;
    if (group) {
      const Text part = taken(group);
      return element("msqrt", Formulas(part.substr(1, group - 2), depth_ + 1).row(), {{"class", "of-brackets"}});
    }
    const bool nothing = at_ == text_.size() || is_blank(here()) || here() == U'√';
    return nothing ? element("mo", plain(U"√")) : element("msqrt", with_scripts());
  }

  Html sum() {
    const char32_t c = here() == U'Σ' ? U'∑' : here() == U'Π' ? U'∏' : here();
    ++at_;
    return element("mo", plain(Text(&c, 1)), {{"movablelimits", "false"}});
  }

  Html sign() {
    const char32_t c = here();
    if (is_bracket(c)) return element("mo", plain(taken(1)), {{"stretchy", "false"}});
    if (is_bar(c)) return element("mo", plain(taken(1)), {{"stretchy", "false"}, {"lspace", "0"}, {"rspace", "0"}});
    const char32_t before = at_ == 0 ? U' ' : at(at_ - 1);
    const bool of_sign = (c == U'−' || c == '+' || c == U'±') && (is_bracket(before) || is_bar(before)) &&
                         Text(U")]⟩}").find(before) == Text::npos;
    if (of_sign) return element("mo", plain(taken(1)), {{"form", "prefix"}});
    const bool alone = (at_ == 0 || is_blank(at(at_ - 1))) && (at_ + 1 >= text_.size() || is_blank(at(at_ + 1)));
    const bool spaces_itself = alone || c == '/';
    return element("mo", plain(taken(1)), spaces_itself ? Attributes{{"lspace", "0"}, {"rspace", "0"}} : Attributes{});
  }

  Text text_;
  int depth_;  ///< how many indices, exponents and roots it is within
  std::size_t at_ = 0;
};

}  // namespace

Html mathematics(std::string_view text) {
  const std::string valid = xml_text(text);
  std::u32string characters;
  for (auto place = valid.begin(); place != valid.end();) characters += utf8::next(place, valid.end());
  return Formulas(characters).all();
}

}  // namespace verigrad::site
