// What a failure says: sides that differ never read alike, a wrong form that nothing refutes shows its numbers, and the
// code's side is named.
#include "verigrad/check/sides.hpp"

#include <gtest/gtest.h>

#include "verigrad/check/examine.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::check_sides_test {
namespace {

struct Instance {
  std::string describe() const { return "x = 1/8"; }
  bool rational() const { return true; }
};

CheckId id(Verdict expected) { return {"planted_statement", Kind::planted, "rejects nothing", expected}; }

void claim_eighths(const Instance&, Claims& claims) { claims.equal("x = y", frac(1, 8), frac(2, 16)); }
void claim_eighth_and_ninth(const Instance&, Claims& claims) { claims.equal("x = y", frac(1, 8), frac(1, 9)); }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t i = text.find(part); i != std::string::npos; i = text.find(part, i + 1)) ++found;
  return found;
}

TEST(Sides, that_differ_never_read_alike) {
  const Evidence evidence = examine(
      "x",
      [](Claims& claims) {
        const Number x = 1 + power(frac(1, 3), 80);
        claims.at_most("x + 2⁻²⁰⁰ ≤ x", x + power(frac(1, 2), 200), x);
      },
      Kinds{});
  EXPECT_EQ(evidence.verdict, Verdict::fails);
  EXPECT_EQ(count(evidence.counterexample, "(rhs − lhs: -"), 1) << evidence.counterexample;
}

TEST(Sides, of_an_examined_form_that_must_fail_and_holds_are_shown) {
  const Evidence evidence = examined(id(Verdict::fails), Instance{}, Form<Instance>{"", claim_eighths}).run(Settings{});
  EXPECT_EQ(evidence.counterexample, "none found; for one, x = 1/8: x = y: 1/8 = 1/8");
}

TEST(Sides, of_a_sampled_form_that_must_fail_and_holds_are_shown) {
  const Check check = sampled(
      id(Verdict::fails), gen::just(Instance{}), [](const Instance&) { return true; }, claim_eighths);
  EXPECT_EQ(check.run(Settings{}).counterexample, "none found; for one, x = 1/8: x = y: 1/8 = 1/8");
}

TEST(Sides, of_a_form_that_only_balls_hold_are_shown) {
  const Form<Instance> form{
      "", [](const Instance&, Claims& claims) { claims.at_most("1 ≤ e", Number(1), exp(Number(1))); }};
  const Evidence evidence = examined(id(Verdict::fails), Instance{}, form.in_balls()).run(Settings{});
  EXPECT_NE(evidence.counterexample.find("2.718"), std::string::npos) << evidence.counterexample;
}

TEST(Sides, are_named_where_the_left_one_is_the_code) {
  const Form<Instance> form{"", claim_eighth_and_ninth};
  const auto said = [](const Form<Instance>& of, Verdict expected) {
    return count(examined(id(expected), Instance{}, of).run(Settings{}).counterexample, "left: the code");
  };
  EXPECT_EQ(said(form.of_code(), Verdict::holds), 1);
  EXPECT_EQ(said(form, Verdict::holds), 0) << "nothing is known of its sides";
  EXPECT_EQ(said(form.of_code(), Verdict::fails), 0) << "fails, as it must";
}

}  // namespace
}  // namespace verigrad::check_sides_test
