// The rungs in lock-step on random descents, on exact ties and on ties perturbed by 2⁻⁴⁵: they differ in `undecided`,
// never in sign.
#include "lock_step.hpp"

#include <fmt/format.h>

#include "verigrad/number/sign.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

#include "properties/rooms/drawn.hpp"

namespace verigrad::check_lock_step_test {
namespace {

namespace theorem = gradient_descent_rate;

/// The conclusions, the planted mistakes and the proof steps that do not divide by δ: claims of every sign.
std::vector<Form<DescentInstance>> all_forms() {
  std::vector<Form<DescentInstance>> forms{theorem::conclusion(), theorem::best_conclusion()};
  for (const auto& form : theorem::wrong_rates().planted) forms.push_back(form);
  for (const auto& form : theorem::lines().step_forms())
    if (!form.needs) forms.push_back(form);
  return forms;
}

std::vector<long> expect_lock_step_of_all(const DescentInstance& instance) {
  static const std::vector<Form<DescentInstance>> forms = all_forms();
  std::vector<long> decided(lone_rungs().size(), 0);
  for (const auto& form : forms) {
    const std::vector<long> here =
        expect_lock_step([&](Claims& claims) { form.claims(instance, claims); }, instance.describe());
    for (std::size_t rung = 0; rung < here.size(); ++rung) decided[rung] += here[rung];
  }
  return decided;
}

TEST(LockStep, on_random_descents) {
  constexpr int instances = 60;
  const auto generator = generate::descent(gen::oneOf(generate::convex_quadratic(), generate::huber()), 8);
  std::vector<long> decided(lone_rungs().size(), 0);
  for (const DescentInstance& instance : drawn(generator, instances)) {
    const std::vector<long> here = expect_lock_step_of_all(instance);
    for (std::size_t rung = 0; rung < here.size(); ++rung) decided[rung] += here[rung];
  }
  const long total = decided.back();
  EXPECT_GT(2 * decided[0], total) << "intervals decide " << decided[0] << " of " << total;
  EXPECT_GE(decided[1], decided[0] * 9 / 10);
  EXPECT_GE(decided[2], decided[1]);
}

/// (f(xₙ) − f*) against share · (its best bound), which a witness attains.
MakeClaims tie(const DescentInstance& witness, double share, bool strict = false) {
  return [=](Claims& list) {
    const theorem::Run run(witness);
    const Number bound = exact(share) * theorem::best_bound(run, run.n);
    if (strict)
      list.less("δₙ < share · best bound", run.delta[run.n], bound, run.n);
    else
      list.at_most("δₙ ≤ share · best bound", run.delta[run.n], bound, run.n);
  };
}

/// Both witnesses where each is the slower one, with step sizes that are and are not near the ends.
std::vector<DescentInstance> ties() {
  std::vector<DescentInstance> witnesses;
  for (const int n : {1, 2, 3, 7}) {
    for (const int k : {1, 5, 8, 16}) witnesses.push_back(theorem::huber_witness(k / 16.0, n));
    for (const int k : {29, 30, 31}) witnesses.push_back(theorem::parabola_witness(k / 16.0, n));
    witnesses.push_back(theorem::parabola_witness(2 - 0x1p-30, n));
  }
  return witnesses;
}

bool attained(const DescentInstance& witness) {
  const Number::Over fractions(Number::Kind::rational);
  const theorem::Run run(witness);
  return sign_of(run.delta[run.n] - theorem::best_bound(run, run.n)) == Sign::zero;
}

TEST(LockStep, on_exact_ties) {
  int decided_by_rationals = 0;
  for (const DescentInstance& witness : ties()) {
    if (!attained(witness)) continue;
    expect_lock_step(tie(witness, 1), witness.describe());
    expect_lock_step(tie(witness, 1, true), witness.describe());
    const Decision weak = decide(tie(witness, 1), {}).front();
    EXPECT_EQ(weak.verdict, Verdict::holds) << witness.describe();
    EXPECT_EQ(weak.relative_margin, 0) << witness.describe();
    EXPECT_NE(weak.rung, "interval") << witness.describe();
    EXPECT_EQ(decide(tie(witness, 1, true), {}).front().verdict, Verdict::fails) << witness.describe();
    decided_by_rationals += weak.rung == "rational";
  }
  EXPECT_GE(decided_by_rationals, 12);
}

/// Where a quotient is not dyadic no enclosure is a point, and only the rationals can know a tie.
TEST(LockStep, ties_with_a_true_quotient_are_held_by_rationals_only) {
  const DescentInstance witness = theorem::huber_witness(0.3125, 3);
  ASSERT_TRUE(attained(witness));
  EXPECT_EQ(decide(tie(witness, 1), {}).front().rung, "rational");
  const Ladder without_rationals{.rational = false};
  EXPECT_EQ(decide(tie(witness, 1), {}, without_rationals).front().verdict, Verdict::undecided);
  EXPECT_EQ(decide(tie(witness, 1), {}, without_rationals).front().rung, "ball 1024");
}

TEST(LockStep, on_ties_perturbed_by_two_to_the_minus_45) {
  for (const DescentInstance& witness : ties()) {
    if (!attained(witness)) continue;
    for (const double share : {1 - 0x1p-45, 1 + 0x1p-45}) {
      expect_lock_step(tie(witness, share), witness.describe());
      const Verdict expected = share > 1 ? Verdict::holds : Verdict::fails;
      EXPECT_EQ(decide(tie(witness, share), {}).front().verdict, expected) << witness.describe();
    }
    for (const double shift : {-0x1p-45, 0x1p-45}) {
      DescentInstance moved = witness;
      moved.x0[0] *= 1 + shift;
      expect_lock_step_of_all(moved);
      moved = witness;
      moved.alpha *= 1 + shift;
      expect_lock_step_of_all(moved);
    }
  }
}

/// Claims about a start at the minimiser: every margin is exactly 0.
TEST(LockStep, where_both_sides_are_zero) {
  const Vector<double> centre{{0.5, -3}}, weights{{1, 0.25}};
  for (const ObjectivePtr& f : {make_objective(Quadratic(weights, centre)), make_objective(Huber(weights, 1, centre))})
    for (const double alpha : {0.5, 1.0, 1.75}) {
      const DescentInstance instance{f, centre, alpha, 4};
      expect_lock_step_of_all(instance);
    }
}

}  // namespace
}  // namespace verigrad::check_lock_step_test
