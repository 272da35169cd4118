// sampled: reproducible, finds and shrinks what is planted, and never takes a vacuous or crashed run for a pass.
#include "verigrad/sampling/sample.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace verigrad::sampling_sample_test {
namespace {

/// An instance of a toy statement about an integer.
struct Integer {
  int k;
  std::string describe() const { return fmt::format("k = {}", k); }
  bool rational() const { return true; }
};

Gen<Integer> integers() {
  return gen::map(gen::inRange(0, 1000), [](int k) { return Integer{k}; });
}

constexpr auto any = [](const Integer&) { return true; };
constexpr auto below_bound = [](const Integer& i, Claims& c) { c.at_most("k ≤ 1000", Number(i.k), Number(1000)); };
constexpr auto small = [](const Integer& i, Claims& c) { c.at_most("k ≤ 100", Number(i.k), Number(100)); };
void small_up_to(int bound, const Integer& i, Claims& c) { c.at_most("k ≤ bound", Number(i.k), Number(bound)); }
void throwing(const Integer& i, Claims& c) {
  if (i.k > 100) throw std::runtime_error("planted crash");
  c.at_most("k ≤ 1000", Number(i.k), Number(1000));
}

CheckId id(const std::string& name, Verdict expected = Verdict::holds) {
  return {"toy", Kind::conclusion, name, expected};
}

template <class ClaimsOf>
Evidence run(const CheckId& check, ClaimsOf claims, const Settings& settings = {}) {
  return sampled(check, integers(), any, claims).run(settings);
}

/// The instances that a check draws, in order.
std::vector<int> stream(const std::string& name, std::uint64_t seed) {
  auto drawn = std::make_shared<std::vector<int>>();
  const auto watch = [drawn](const Integer& i) {
    drawn->push_back(i.k);
    return true;
  };
  sampled(id(name), integers(), watch, below_bound).run({.cases = 50, .seed = seed});
  return *drawn;
}

TEST(Sampled, same_seed_same_evidence) {
  EXPECT_EQ(stream("a", 1), stream("a", 1));
  EXPECT_EQ(stream("a", 1).size(), 50);
  for (const Verdict expected : {Verdict::holds, Verdict::fails}) {
    const Evidence first = run(id("small", expected), small), second = run(id("small", expected), small);
    EXPECT_EQ(first.verdict, second.verdict);
    EXPECT_EQ(first.cases, second.cases);
    EXPECT_EQ(first.counterexample, second.counterexample);
    EXPECT_EQ(first.smallest_margin, second.smallest_margin);
    EXPECT_EQ(first.tightest, second.tightest);
  }
}

TEST(Sampled, another_name_or_seed_is_another_stream) {
  EXPECT_NE(stream("a", 1), stream("b", 1));
  EXPECT_NE(stream("a", 1), stream("a", 2));
}

TEST(Sampled, draws_as_many_cases_as_asked) {
  const Evidence evidence = run(id("all"), below_bound, {.cases = 37, .seed = 5});
  EXPECT_EQ(evidence.verdict, Verdict::holds);
  EXPECT_EQ(evidence.cases, 37);
  EXPECT_EQ(outcome_of(id("all"), evidence), Outcome::passed) << evidence.error;
}

TEST(Sampled, few_cases_do_not_condemn_a_bound) {
  const auto far = [](const Integer& i, Claims& c) { c.at_most("k ≤ 10⁶", Number(i.k), Number(1000000)); };
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    EXPECT_EQ(outcome_of(id("far"), run(id("far"), far, {.cases = 5, .seed = seed})), Outcome::passed) << seed;
    EXPECT_EQ(outcome_of(id("far"), run(id("far"), far, {.cases = 100, .seed = seed})), Outcome::error) << seed;
  }
}

/// In one draw of three there is nothing to decide: a run of no steps, an empty sum.
TEST(Sampled, few_cases_draw_on_until_one_makes_a_claim) {
  const auto sized = gen::map(gen::inRange(0, 3), [](int k) { return Integer{k}; });
  const auto of_positive = [](const Integer& i, Claims& c) {
    if (i.k > 0) c.at_most("k ≤ 1000", Number(i.k), Number(1000));
  };
  const auto positive = [](const Integer& i) { return i.k > 0; };
  for (const int cases : {1, 2, 3, 5})
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const Settings settings{.cases = cases, .seed = seed};
      const Evidence silent = sampled(id("silent"), sized, any, of_positive).run(settings);
      const Evidence unmet = sampled(id("unmet"), sized, positive, of_positive).run(settings);
      EXPECT_EQ(outcome_of(id("silent"), silent), Outcome::passed) << seed << ": " << silent.error;
      EXPECT_EQ(outcome_of(id("unmet"), unmet), Outcome::passed) << seed << ": " << unmet.error;
      EXPECT_GT(silent.claims, 0);
    }
}

TEST(Sampled, on_one_function_hypotheses_that_are_not_met_are_a_note) {
  const auto never = [](const Integer&) { return false; };
  const auto seldom = [](const Integer& i) { return i.k % 100 == 7; };
  for (const int cases : {1, 5, 100}) {
    const Settings settings{.cases = cases, .must_bind = false};
    const Evidence none = sampled(id("never"), integers(), never, below_bound).run(settings);
    EXPECT_EQ(none.error, "");
    EXPECT_EQ(none.verdict, Verdict::undecided);
    EXPECT_NE(none.note.find("the hypotheses held on none of"), std::string::npos) << none.note;
    EXPECT_EQ(sampled(id("seldom"), integers(), seldom, below_bound).run(settings).error, "");
  }
}

TEST(Sampled, few_cases_are_drawn_until_there_is_something_to_decide) {
  const auto seldom = [](const Integer& i) { return i.k % 40 == 7; };
  const auto sparse = [](const Integer& i, Claims& c) {
    if (i.k % 40 == 7) c.at_most("k ≤ 1000", Number(i.k), Number(1000));
  };
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Settings settings{.cases = 1, .seed = seed};
    const CheckId check = id("few");
    for (const Evidence& evidence :
         {sampled(check, integers(), seldom, below_bound).run(settings), run(check, sparse, settings)}) {
      EXPECT_EQ(outcome_of(check, evidence), Outcome::passed) << evidence.error;
      EXPECT_EQ(evidence.cases, 1);
    }
  }
}

TEST(Sampled, no_draw_that_meets_the_hypotheses_leaves_a_planted_mistake_to_its_name) {
  const auto only_named = [](const Integer& i) { return i.k > 1000; };
  const Forms<Integer> forms{{"bound", [](const Integer& i, Claims& c) { small(i, c); }}};
  const Check check = sampled_each("toy", Kind::planted, integers(), only_named, forms, {{1001}}).front();
  const Evidence evidence = check.run({});
  EXPECT_EQ(outcome_of(check.id, evidence), Outcome::passed) << evidence.error;
  EXPECT_NE(evidence.note, "");
}

TEST(Sampled, finds_a_false_claim_and_shrinks_it) {
  const Evidence evidence = run(id("small"), small);
  EXPECT_EQ(evidence.verdict, Verdict::fails);
  EXPECT_EQ(evidence.counterexample, "k = 101: k ≤ 100: 101 ≤ 100 is false");
  EXPECT_EQ(outcome_of(id("small"), evidence), Outcome::failed);
}

TEST(Sampled, ends_at_the_first_rejection_of_a_planted_mistake) {
  const CheckId planted = id("planted", Verdict::fails);
  const Evidence evidence = run(planted, small);
  EXPECT_EQ(outcome_of(planted, evidence), Outcome::passed) << evidence.error;
  EXPECT_LT(evidence.cases, 20);
}

/// "k ≤ bound", planted, with instances that are named.
Check planted_bound(int bound, const std::vector<Integer>& named) {
  const auto on = [bound](const Integer& i, Claims& c) { small_up_to(bound, i, c); };
  return sampled_each("toy", Kind::planted, integers(), any, Forms<Integer>{{"bound", on}}, named).front();
}

TEST(Sampled, a_named_instance_refutes_a_planted_mistake_that_no_draw_does_on_any_seed) {
  for (const int cases : {0, 1, 100})
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      const Check named = planted_bound(1000, {{7}, {1001}}), unnamed = planted_bound(1000, {});
      const Settings settings{.cases = cases, .seed = seed};
      const Evidence evidence = named.run(settings);
      EXPECT_EQ(outcome_of(named.id, evidence), Outcome::passed) << evidence.error;
      EXPECT_EQ(evidence.cases, 2 + cases);
      EXPECT_EQ(evidence.counterexample, "k = 1001: k ≤ bound: 1001 ≤ 1000 is false");
      EXPECT_EQ(evidence.note.empty(), cases == 0) << "that no draw refutes it is noted";
      EXPECT_NE(outcome_of(unnamed.id, unnamed.run(settings)), Outcome::passed);
    }
}

TEST(Sampled, drawing_goes_on_after_the_named_instance_until_it_refutes_too) {
  const Check check = planted_bound(100, {{101}});
  const Evidence evidence = check.run({});
  EXPECT_EQ(outcome_of(check.id, evidence), Outcome::passed);
  EXPECT_EQ(evidence.counterexample, "k = 101: k ≤ bound: 101 ≤ 100 is false");
  EXPECT_GT(evidence.cases, 1);
  EXPECT_EQ(evidence.note, "");
}

TEST(Sampled, a_named_instance_without_the_hypotheses_refutes_nothing) {
  const Forms<Integer> forms{{"bound", [](const Integer& i, Claims& c) { small(i, c); }}};
  const auto never = [](const Integer&) { return false; };
  const Check check = sampled_each("toy", Kind::planted, integers(), never, forms, {{500}}).front();
  EXPECT_EQ(outcome_of(check.id, check.run({.cases = 0})), Outcome::error);
}

TEST(Sampled, a_named_instance_that_crashes_is_an_error) {
  const Forms<Integer> forms{{"crash", [](const Integer& i, Claims& c) { throwing(i, c); }}};
  const Check check = sampled_each("toy", Kind::planted, integers(), any, forms, {{500}}).front();
  for (const int cases : {0, 100}) {
    const Evidence evidence = check.run({.cases = cases});
    EXPECT_EQ(outcome_of(check.id, evidence), Outcome::error);
    EXPECT_NE(evidence.error.find("planted crash"), std::string::npos) << evidence.error;
  }
}

TEST(Sampled, a_planted_mistake_that_is_no_mistake_is_a_failure) {
  const CheckId planted = id("harmless", Verdict::fails);
  EXPECT_EQ(outcome_of(planted, run(planted, below_bound)), Outcome::failed);
}

TEST(Sampled, hypotheses_that_are_never_met_are_an_error) {
  for (const Verdict expected : {Verdict::holds, Verdict::fails}) {
    const CheckId check = id("never", expected);
    const auto never = [](const Integer&) { return false; };
    const Evidence evidence = sampled(check, integers(), never, small).run({});
    EXPECT_EQ(outcome_of(check, evidence), Outcome::error);
    EXPECT_NE(evidence.error.find("vacuous"), std::string::npos) << evidence.error;
    EXPECT_EQ(evidence.cases, 0);
  }
}

TEST(Sampled, hypotheses_that_are_seldom_met_are_an_error) {
  const auto seldom = [](const Integer& i) { return i.k % 100 == 7; };
  const Evidence evidence = sampled(id("seldom"), integers(), seldom, below_bound).run({});
  EXPECT_EQ(outcome_of(id("seldom"), evidence), Outcome::error);
  EXPECT_GT(evidence.unmet, 0);
}

TEST(Sampled, unmet_instances_are_counted_not_decided) {
  const auto even = [](const Integer& i) { return i.k % 2 == 0; };
  const auto even_claim = [](const Integer& i, Claims& c) {
    c.equal("k even", Number(i.k % 2), Number(0));
    c.at_most("k ≤ 1000", Number(i.k), Number(1000));
  };
  const Evidence evidence = sampled(id("even"), integers(), even, even_claim).run({});
  EXPECT_EQ(outcome_of(id("even"), evidence), Outcome::passed) << evidence.error << evidence.counterexample;
  EXPECT_EQ(evidence.cases, 100);
  EXPECT_GT(evidence.unmet, 20);
}

TEST(Sampled, an_exception_is_an_error_neither_a_pass_nor_a_rejection) {
  for (const Verdict expected : {Verdict::holds, Verdict::fails}) {
    const CheckId check = id("crash", expected);
    const Evidence evidence = run(check, throwing);
    EXPECT_EQ(outcome_of(check, evidence), Outcome::error);
    EXPECT_NE(evidence.error.find("planted crash"), std::string::npos) << evidence.error;
  }
}

/// Shrinking an instance that crashes must not end in another instance's verdict.
TEST(Sampled, an_exception_stays_an_error_when_a_smaller_instance_fails) {
  const auto crash_or_fail = [](const Integer& i, Claims& c) {
    if (i.k > 50) throw std::runtime_error("planted crash");
    c.at_most("k ≤ 10 or k > 50", Number(i.k), Number(10));
  };
  const Evidence evidence = run(id("crash or fail"), crash_or_fail);
  EXPECT_EQ(outcome_of(id("crash or fail"), evidence), Outcome::error) << name(evidence.verdict);
  EXPECT_NE(evidence.error.find("planted crash"), std::string::npos) << evidence.error;
}

TEST(Sampled, an_open_claim_is_undecided) {
  const auto open = [](const Integer& i, Claims& c) { c.at_most("0 ≤ 1/0", Number(i.k), 1 / Number(0)); };
  struct Irrational : Integer {
    bool rational() const { return false; }
  };
  const auto generator = gen::map(integers(), [](const Integer& i) { return Irrational{i}; });
  const Evidence evidence = sampled(id("open"), generator, any, open).run({.cases = 3});
  EXPECT_EQ(outcome_of(id("open"), evidence), Outcome::undecided);
  EXPECT_FALSE(evidence.counterexample.empty());
}

}  // namespace
}  // namespace verigrad::sampling_sample_test
