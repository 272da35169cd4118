// The guard against a claim whose two sides are the same expression: it finds them where enclosures show how a side was
// computed, and takes no right identity for one. Where data and arithmetic are exact, every right identity has equal
// points on both sides, and no evaluation can tell it from x = x: there the guard is silent.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::check_trivial_test {
namespace {

/// k from 1 to 1000.
struct Whole {
  int k;
  bool fractions = true;
  bool rational() const { return fractions; }
  std::string describe() const { return fmt::format("k = {}", k); }
};

using ClaimsOf = void (*)(const Number& k, Claims& claims);

Form<Whole> form_of(ClaimsOf claims_of) {
  return {"form", [claims_of](const Whole& whole, Claims& claims) { claims_of(Number(whole.k), claims); }};
}

Evidence evidence_of(const Form<Whole>& form, const Ladder& ladder = {}, bool fractions = true) {
  const auto wholes = gen::map(generate::up_to(999), [=](int k) { return Whole{k + 1, fractions}; });
  const CheckId id{"toy", Kind::conclusion, "form"};
  return sampled(
             id, wholes, [](const Whole&) { return true; }, form, ladder)
      .run({});
}

bool is_trivial(const Evidence& evidence) {
  EXPECT_EQ(evidence.verdict, Verdict::holds) << evidence.counterexample;
  return evidence.error.find("trivial") == 0;
}
bool is_right(const Evidence& evidence) {
  EXPECT_EQ(evidence.error, "");
  return evidence.verdict == Verdict::holds && evidence.error.empty();
}

/// eᵏ/³, where intervals and balls are no points; on both sides the same operations.
void same_exponentials(const Number& k, Claims& claims) {
  claims.equal("e^(k/300) = e^(k/300)", exp(k / 300), exp(k / 300));
}
void same_fractions(const Number& k, Claims& claims) { claims.equal("k/3 = k/3", k / 3, k / 3); }

TEST(Trivial, identities_of_one_expression_are_found_on_intervals) {
  EXPECT_TRUE(is_trivial(evidence_of(form_of(same_exponentials), {}, false)));
  EXPECT_TRUE(is_trivial(evidence_of(form_of(same_fractions)))) << "though rationals decide them";
}

TEST(Trivial, identities_of_one_expression_are_found_among_inequalities) {
  EXPECT_TRUE(is_trivial(evidence_of(form_of([](const Number& k, Claims& claims) {
    claims.at_most("k ≤ 1000", k, 1000);
    claims.equal("k/3 = k/3", k / 3, k / 3);
  }))));
}

TEST(Trivial, inequalities_of_one_expression_are_found_where_rationals_decide_them) {
  EXPECT_TRUE(is_trivial(
      evidence_of(form_of([](const Number& k, Claims& claims) { claims.at_most("k² ≤ k²", square(k), square(k)); }))));
  EXPECT_TRUE(is_trivial(
      evidence_of(form_of([](const Number& k, Claims& claims) { claims.at_most("k/3 ≤ k/3", k / 3, k / 3); }))));
}

/// No enclosure shows that a number is at most itself, and no rung says that it is less.
TEST(Trivial, inequalities_of_one_expression_never_hold_without_rationals) {
  const auto at_most = form_of([](const Number& k, Claims& claims) { claims.at_most("a ≤ a", exp(k), exp(k)); });
  const auto less = form_of([](const Number& k, Claims& claims) { claims.less("a < a", exp(k), exp(k)); });
  EXPECT_EQ(evidence_of(at_most, {}, false).verdict, Verdict::undecided);
  EXPECT_EQ(evidence_of(at_most.in_balls()).verdict, Verdict::undecided);
  EXPECT_EQ(evidence_of(less, {}, false).verdict, Verdict::undecided);
  const auto exact = form_of([](const Number& k, Claims& claims) { claims.less("k/3 < k/3", k / 3, k / 3); });
  EXPECT_EQ(evidence_of(exact).verdict, Verdict::fails);
}

TEST(Trivial, right_identities_with_exp_and_roots_are_not_taken_for_one) {
  const auto squares = form_of([](const Number& k, Claims& claims) {
    claims.equal("(e^(k/300))² = e^(2k/300)", square(exp(k / 300)), exp(2 * k / 300));
    claims.equal("√k √k = k", sqrt(k) * sqrt(k), k);
  });
  EXPECT_TRUE(is_right(evidence_of(squares, {}, false)));
  EXPECT_TRUE(is_right(evidence_of(squares.in_balls())));
}

/// One right identity beside a trivial one: the check as a whole still decides something.
TEST(Trivial, one_expression_beside_a_right_identity_is_let_pass) {
  EXPECT_TRUE(is_right(evidence_of(form_of([](const Number& k, Claims& claims) {
    claims.equal("k/3 = k/3", k / 3, k / 3);
    claims.equal("k/3 + k/6 = k/2", k / 3 + k / 6, k / 2);
  }))));
}

/// x = 1/(√2² − 2 + 2⁻⁶⁰): on intervals the divisor holds 0, and both sides of the right identity 2x/k = (2/k)x are the
/// whole line, in every instance.
TEST(Trivial, sides_that_are_unbounded_alike_are_not_taken_for_one_expression) {
  EXPECT_TRUE(is_right(evidence_of(form_of([](const Number& k, Claims& claims) {
                                     const Number x = 1 / (square(sqrt(Number(2))) - 2 + exact(0x1p-60));
                                     claims.equal("2x/k = (2/k)x", 2 * x / k, 2 / k * x);
                                   }),
                                   {}, false)));
}

}  // namespace
}  // namespace verigrad::check_trivial_test
