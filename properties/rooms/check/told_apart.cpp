// A failure's two sides, read again from its words alone: on every rung, and by as little as a claim can tell apart,
// the words say which side is larger.
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/check/examine.hpp"
#include "verigrad/number/power.hpp"

#include "properties/rooms/drawn.hpp"
#include "properties/rooms/number/operands.hpp"

namespace verigrad::check_told_apart_test {
namespace {

/// A number that is computed anew over each kind.
struct Value {
  std::string words;
  std::function<Number()> compute;
  bool rational = true;
};

struct Rung {
  const char* name;
  Ladder ladder;
  bool rational = false;
};

const std::vector<Rung>& rungs() {
  static const auto ball = [](int bits) { return Ladder{.interval = false, .ball_bits = {bits}, .rational = false}; };
  static const std::vector<Rung> all{{"interval", {.ball_bits = {}, .rational = false}},
                                     {"ball 53", ball(53)},
                                     {"ball 64", ball(64)},
                                     {"ball 128", ball(128)},
                                     {"ball 256", ball(256)},
                                     {"ball 512", ball(512)},
                                     {"ball 1024", ball(1024)},
                                     {"rational", {.interval = false, .ball_bits = {}}, true},
                                     {"all", {}, true}};
  return all;
}

Value a_double(double x) {
  return {fmt::format("{}", x), [=] { return exact(x); }};
}
Value a_fraction(int p, int q) {
  return {fmt::format("{}/{}", p, q), [=] { return frac(p, q); }};
}
Value a_long_fraction(int p, int q) {
  return {fmt::format("({}/{})⁴⁰", p, q), [=] { return power(frac(p, q), 40); }};
}
Value beyond_doubles(double x, int n) {
  return {fmt::format("{}^{}", x, n), [=] { return power(exact(x), n); }};
}
Value a_root(int p) {
  return {fmt::format("√{}", p), [=] { return sqrt(Number(p)); }, false};
}
Value an_exponential(int p, int q) {
  return {fmt::format("exp({}/{})", p, q), [=] { return exp(frac(p, q)); }, false};
}
/// Between x and x(1 + 2⁻ᵏ): no more is known of it at any precision.
Value a_wide_enclosure(int p, int k) {
  return {fmt::format("{}/97 to (1 + 2^−{}) {}/97", p, k, p),
          [=] { return hull(frac(p, 97), frac(p, 97) * (1 + exact(std::ldexp(1, -k)))); }, false};
}

Gen<Value> value() {
  using generate::between;
  return gen::oneOf(gen::map(generate::full_double(1000), a_double), gen::map(generate::full_double(2), a_double),
                    gen::apply(a_fraction, between(-999, 999), between(1, 999)),
                    gen::apply(a_long_fraction, between(1, 99), between(1, 99)),
                    gen::apply(beyond_doubles, gen::element(0x1.8p900, -0x1.8p900, 0x1.8p-900), gen::element(3, 5)),
                    gen::map(between(2, 99), a_root), gen::apply(an_exponential, between(-9999, 9999), between(1, 99)),
                    gen::apply(a_wide_enclosure, between(1, 999), between(0, 60)));
}

/// 2⁻ᵏ.
Number two_to_minus(int k) { return power(exact(0x1p-1000), k / 1000) * exact(std::ldexp(1, -(k % 1000))); }

/// x, and what is larger by |x| 2⁻ᵏ m/8 (by 2⁻ᵏ m/8, if x is 0).
struct Pair {
  Value x;
  Relation relation;
  bool larger_first;
  int m;

  Number larger(int k) const {
    const Number x_now = x.compute(), gap = frac(m, 8) * two_to_minus(k);
    return x_now + (is_zero() ? gap : negative() ? -x_now * gap : x_now * gap);
  }
  void operator()(int k, Claims& claims) const {
    const bool first = larger_first || relation != Relation::equal;
    claims.add({"a and b", -1, relation, first ? larger(k) : x.compute(), first ? x.compute() : larger(k)});
  }
  MakeClaims at(int k) const {
    return [=, this](Claims& claims) { (*this)(k, claims); };
  }

private:
  bool negative() const { return x.words[0] == '-'; }
  bool is_zero() const { return x.words[0] == '0'; }
};

Gen<Pair> pair() {
  return gen::apply(
      [](Value x, Relation relation, bool larger_first, int m) {
        return Pair{std::move(x), relation, larger_first, m};
      },
      value(), gen::element(Relation::at_most, Relation::less, Relation::equal), gen::boolean(),
      generate::between(8, 15));
}

Decision decided(const Pair& pair, const Rung& rung, int k) {
  return decide(pair.at(k), Kinds{.rational = pair.x.rational}, rung.ladder).at(0);
}

/// The number that decimal digits, or a fraction of them, spell.
Rational spelled(const std::string& words) {
  if (const auto bar = words.find('/'); bar != std::string::npos)
    return spelled(words.substr(0, bar)) / spelled(words.substr(bar + 1));
  const auto e = std::min(words.find('e'), words.size());
  const auto point = std::min(words.find('.'), e);
  const std::string digits = words.substr(0, point) + words.substr(std::min(point + 1, e), e - std::min(point + 1, e));
  const int exponent = (e < words.size() ? std::stoi(words.substr(e + 1)) : 0) - int(e - std::min(point + 1, e));
  return Rational(digits) * power(Rational(10), exponent);
}

/// What a reader of a side knows.
struct Reading {
  Rational lower, upper;
};

/// Of an interval its ends, of a ball its middle and radius; a fraction is itself, a long one its first digits: cutting
/// keeps the order of those that are not cut alike.
Reading reading(std::string words) {
  words = words.substr(0, words.find(" ("));
  if (words[0] != '[') return {spelled(words), spelled(words)};
  const std::string inner = words.substr(1, words.size() - 2);
  if (const auto comma = inner.find(", "); comma != std::string::npos)
    return {Rational(std::stod(inner.substr(0, comma))), Rational(std::stod(inner.substr(comma + 2)))};
  const auto radius_at = inner.find("+/- ");
  const Rational middle = radius_at == 0 ? Rational(0) : spelled(inner.substr(0, radius_at - 1));
  const Rational radius = spelled(inner.substr(radius_at + 4));
  return {middle - radius, middle + radius};
}

Sign sign_of(const Reading& x) {
  if (x.lower > 0) return Sign::positive;
  if (x.upper < 0) return Sign::negative;
  if (x.lower == 0 && x.upper == 0) return Sign::zero;
  return x.upper == 0 ? Sign::nonpositive : x.lower == 0 ? Sign::nonnegative : Sign::unknown;
}

/// What the words say of rhs − lhs.
Sign sign_read(const Decision& decision) {
  const std::string difference = " (rhs − lhs: ";
  const auto at = decision.rhs.find(difference);
  if (at == std::string::npos) {
    const Reading lhs = reading(decision.lhs), rhs = reading(decision.rhs);
    return sign_of(Reading{rhs.lower - lhs.upper, rhs.upper - lhs.lower});
  }
  const std::string words =
      decision.rhs.substr(at + difference.size(), decision.rhs.size() - at - difference.size() - 1);
  if (words.ends_with(", positive")) return Sign::positive;
  if (words.ends_with(", negative")) return Sign::negative;
  if (words.ends_with(", not positive")) return Sign::nonpositive;
  return sign_of(reading(words));
}

/// The largest k at which the rung tells the two apart, if there is one.
std::optional<int> least_told_apart(Pair pair, const Rung& rung) {
  pair.relation = Relation::equal;
  int told = -1, open = 5000;
  while (open - told > 1) {
    const int k = (told + open) / 2;
    (decided(pair, rung, k).verdict == Verdict::fails ? told : open) = k;
  }
  return told < 0 ? std::nullopt : std::optional(told);
}

Sign expected_sign(const Pair& pair) {
  return pair.larger_first || pair.relation != Relation::equal ? Sign::negative : Sign::positive;
}

/// Enclosures that touch refute a strict inequality, and tell no two numbers apart.
bool says_which_is_larger(const Pair& pair, const Decision& decision) {
  const Sign read = sign_read(decision);
  const bool touch = pair.relation == Relation::less && read == Sign::nonpositive;
  return read == expected_sign(pair) || touch;
}

void expect_told_apart(const Pair& pair, const Rung& rung, int k) {
  const Decision decision = decided(pair, rung, k);
  if (decision.verdict != Verdict::fails) return;
  EXPECT_TRUE(says_which_is_larger(pair, decision))
      << pair.x.words << ", by 2^−" << k << ", " << rung.name << ": " << in_words(decision);
}

TEST(ToldApart, on_every_rung_by_as_little_as_it_can_tell) {
  std::map<std::string, long> told;
  for (const Pair& pair : drawn(pair(), 200))
    for (const Rung& rung : rungs()) {
      if (rung.rational && !pair.x.rational) continue;
      if (testing::Test::HasFailure()) return;
      const std::optional<int> least = least_told_apart(pair, rung);
      if (!least) continue;
      ++told[rung.name];
      for (int k = *least; k >= 0 && k > *least - 8; --k) expect_told_apart(pair, rung, k);
      for (int k = *least - 8; k >= 0; k = k / 2 - 1) expect_told_apart(pair, rung, k);
    }
  for (const Rung& rung : rungs()) EXPECT_GE(told[rung.name], 100) << rung.name;
}

/// Exact sides take the place of enclosures in what `examine` reports.
TEST(ToldApart, in_the_evidence_of_an_instance) {
  for (const Pair& pair : drawn(pair(), 200, 2))
    for (const int k : {0, 20, 52, 53, 60, 100, 1000, 4000}) {
      const Evidence evidence = examine("x", pair.at(k), Kinds{.rational = pair.x.rational});
      if (evidence.verdict != Verdict::fails) continue;
      std::vector<Decision> decisions = decide(pair.at(k), Kinds{.rational = pair.x.rational});
      state_exact_sides(pair.at(k), Kinds{.rational = pair.x.rational}, decisions);
      EXPECT_NE(evidence.counterexample.find(in_words(decisions[0])), std::string::npos) << evidence.counterexample;
      EXPECT_TRUE(says_which_is_larger(pair, decisions[0])) << evidence.counterexample;
    }
}

/// A wrong form that holds shows both sides of its first claim.
TEST(ToldApart, in_the_words_of_an_acquittal) {
  for (Pair pair : drawn(pair(), 200, 3)) {
    pair.relation = Relation::equal;
    for (const int k : {0, 52, 60, 200, 900}) {
      if (decided(pair, rungs().back(), k).verdict != Verdict::fails) continue;
      const std::string words = first_claim_in_words(pair.at(k), Kinds{.rational = pair.x.rational});
      Decision said("", -1, Relation::equal);
      const std::size_t equals = words.find(" = ");
      said.lhs = words.substr(words.find(": ") + 2, equals - words.find(": ") - 2);
      said.rhs = words.substr(equals + 3);
      EXPECT_TRUE(says_which_is_larger(pair, said)) << pair.x.words << ": " << words;
    }
  }
}

/// Where the claim's excess alone has a sign, it is what the words give.
TEST(ToldApart, by_the_excess) {
  const auto claims = [](Claims& c) {
    const Number share = exp(Number(-100000));
    c.at_most("λ + share ≤ λ", frac(1, 3) + share, frac(1, 3), -1, -share);
  };
  const Decision decision = decide(claims, {.rational = false}).at(0);
  EXPECT_EQ(decision.verdict, Verdict::fails);
  EXPECT_EQ(sign_read(decision), Sign::negative) << in_words(decision);
}

}  // namespace
}  // namespace verigrad::check_told_apart_test
