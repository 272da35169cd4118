// States of momentum systems, of DIN and of ADAM's: energies and their rates, worked out by hand.
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/adaptive/adam_energy_decay_run.hpp"
#include "verigrad/theorem/flow/small_steps.hpp"
#include "verigrad/theorem/inertial_newton/din_instance.hpp"

#include "properties/rooms/theorem/numbers.hpp"

namespace verigrad::theorem_energies_test {
namespace {

ObjectivePtr quadratic(const Vector<double>& spectrum, const Vector<double>& centre) {
  return make_objective(Quadratic(spectrum, centre));
}

Vector<Number> numbers_of(std::initializer_list<double> entries) { return exact(vector(entries)); }

/// J(W) = (W₁ − 1)² + 2W₂² at W = (2, 1), Z = (1, −1) with κ = 1/2 and m = 3, moving with (1, 0) and (0, 2).
struct EnergiesAlong : OverRationals {
  ObjectivePtr J = quadratic(vector({2, 4}), vector({1, 0}));
  EnergyAlong along{J->over<Number>(),
                    frac(1, 2),
                    Number(3),
                    {numbers_of({2, 1}), numbers_of({1, -1})},
                    {numbers_of({1, 0}), numbers_of({0, 2})}};

  bool rate_holds(const Number& rate, const Number& L) const {
    Claims claims;
    along.claim_rate(rate, L, 1, claims);
    EXPECT_EQ(claims.list().size(), 10) << "h and −h for five lengths";
    return all_hold(claims);
  }
};

TEST_F(EnergiesAlong, are_those_of_the_moved_state) {
  EXPECT_EQ(value(along.energy(Number(0))), Rational(23, 4)) << "J(5/2, 1/2) + 3/2 · 2";
  EXPECT_EQ(value(along.energy(Number(1))), Rational(55, 4)) << "J(7/2, 3/2) + 3/2 · 2";
  EXPECT_EQ(value(along.energy(Number(-2))), Rational(175, 4)) << "J(1/2, −3/2) + 3/2 · 26";
}

TEST_F(EnergiesAlong, have_one_rate_by_differences_and_by_the_chain_rule) {
  EXPECT_EQ(value(along.rate_if_quadratic()), -1) << "⟨(1, 1), (3, 2)⟩ + 3⟨(0, 2), (1, −1)⟩";
  const Vector<Number> gradient = along.J.gradient(numbers_of({2.5, 0.5}));
  EXPECT_EQ(value(rate_by_chain_rule(along.at.z, along.velocity, gradient, along.kappa, along.m)), -1);
}

/// E(h) − E(0) + h = 9h², within h²(L/2 · 2 + 3/2 · 4) for L = 4.
TEST_F(EnergiesAlong, accept_the_rate_and_reject_others_and_too_small_an_L) {
  EXPECT_TRUE(rate_holds(Number(-1), Number(4)));
  EXPECT_TRUE(rate_holds(Number(-1), Number(3)));
  EXPECT_FALSE(rate_holds(Number(-1), frac(5, 2)));
  EXPECT_FALSE(rate_holds(frac(-255, 256), Number(4)));
  EXPECT_FALSE(rate_holds(frac(-257, 256), Number(4)));
}

TEST(Phases, can_be_decided_where_J_is_smooth_and_no_tie_is_irrational) {
  PhaseInstance phase{.J = quadratic(at(1), at(0)), .w = at(1), .z = at(0)};
  EXPECT_TRUE(rate_is_decidable(phase));
  for (const char* words : {"W = ", "Z = ", "ν = 0", "ε = 1", "τ = 1"})
    EXPECT_NE(phase.describe().find(words), std::string::npos) << phase.describe();
}

struct DinPoints : OverRationals {};

/// 𝒥 = θ²/2 at θ = 1, ψ = 3 with α = 3, β = 1/2: s = 1 + 6, θ′ = −1/2 − 7, ψ′ = −7, s′ = θ′ + 2ψ′.
TEST_F(DinPoints, by_hand) {
  const DinRun r(DinInstance{.J = quadratic(at(1), at(0)), .theta = at(1), .psi = at(3), .alpha = 3, .beta = 0.5});
  EXPECT_EQ(values(r.v), Fractions{1});
  EXPECT_EQ(values(r.s), Fractions{7});
  EXPECT_EQ(values(r.velocity.theta), (Fractions{Rational(-15, 2)}));
  EXPECT_EQ(values(r.velocity.psi), Fractions{-7});
  EXPECT_EQ(values(r.s_rate), (Fractions{Rational(-43, 2)}));
  EXPECT_EQ(value(r.rate_of_J), Rational(-15, 2));
  EXPECT_EQ(value(r.rate_of_square), Rational(-301, 2));
  EXPECT_EQ(value(r.rate(Number(2))), Rational(-331, 2));
}

/// On the parabola E_λ′ = −λ(1 + ψ) − ψ².
TEST_F(DinPoints, on_the_parabola) {
  for (const int psi : {-2, 0, 5}) {
    const DinRun r(din_on_parabola(psi));
    EXPECT_EQ(value(r.rate(Number(3))), -3 * (1 + psi) - psi * psi);
  }
}

/// The same state of unknowns: the rate of 𝒥 is ⟨θ′, v⟩, of the square ⟨s′, s⟩.
TEST_F(DinPoints, of_unknowns_obey_the_chain_rule) {
  for (int draw = 0; draw < 20; ++draw) {
    const Unknowns unknowns(draw);
    const Number alpha = unknowns.nonnegative("α"), beta = unknowns.positive("β");
    const DinRun r(unknowns, alpha, beta);
    EXPECT_EQ(value(r.rate_of_J), value(dot(r.velocity.theta, r.v)));
    const Vector<Number> s = Number(alpha - 1 / beta) * r.at.theta + Number(1 / beta) * r.at.psi;
    EXPECT_EQ(values(r.s), values(s));
    EXPECT_EQ(values(r.velocity.psi), values(Vector<Number>(-s)));
    EXPECT_EQ(values(r.velocity.theta), values(Vector<Number>(-(beta * r.v) - s)));
  }
}

struct AdamStates : OverRationals {};

/// z = 2, √d = 2, g = 3 with ε₁ = 1/2, ε₂ = 4: w′ = 1, z′ = −10, d′ = 5/4.
TEST_F(AdamStates, by_hand) {
  const adam_energy_decay::Coordinate c(Number(2), Number(2), Number(3), frac(1, 2), Number(4));
  EXPECT_EQ(value(c.velocity.w), 1);
  EXPECT_EQ(value(c.velocity.z), -10);
  EXPECT_EQ(value(c.velocity.d), Rational(5, 4));
  EXPECT_EQ(value(c.d()), 4);
  EXPECT_EQ(value(c.weighted()), 2) << "z²/√d";
  EXPECT_EQ(value(c.weighted_gradient()), Rational(9, 2)) << "g²z²/√d³";
  EXPECT_EQ(value(c.weighted_rate()), Rational(-325, 16)) << "2zz′/√d − z²d′/(2√d³)";
}

/// The same coordinate of J = 3w²/2 at w = 1: E′ = w′g + ε₁/2 (z²/√d)′ = 3 − 325/64.
TEST_F(AdamStates, have_the_rate_of_their_energy) {
  const adam_energy_decay::AdamInstance instance{
      .J = quadratic(at(3), at(0)), .w = at(1), .z = at(2), .root = at(2), .eps1 = 0.5, .eps2 = 4, .tau = 1};
  const adam_energy_decay::Run s(instance);
  EXPECT_EQ(value(s.J_rate), 3);
  EXPECT_EQ(value(s.kinetic_rate()), Rational(-325, 64));
  EXPECT_EQ(value(s.rate()), Rational(-133, 64));
  EXPECT_EQ(value(s.ratio()), Rational(1, 32));
  EXPECT_EQ(value(adam_energy_decay::printed_rate(s)), Rational(-133, 64)) << "−31/32 · 2 − 1/32 · 9/2";
}

struct SmallStepsOfQuadratics : OverRationals {};

TEST_F(SmallStepsOfQuadratics, have_an_affine_gradient) {
  const ObjectivePtr J = make_objective(Quadratic(vector({1, 3}), {vector({1, -1})}, vector({2, -1})));
  const SmallSteps instance{J, vector({1, 1}), vector({0, 2}), 6, 3};
  EXPECT_EQ(instance.k(), 8);
  EXPECT_EQ(instance.tau(), 0.75);
  const SmallStepsRun data(instance);
  EXPECT_EQ(value(data.tau), Rational(3, 4));
  EXPECT_EQ(value(data.L), 3);
  for (const Vector<double>& w : {vector({0, 0}), vector({1, 1}), vector({-3, 0.5})})
    EXPECT_EQ(values(Vector<Number>(data.a.lazyProduct(exact(w)) + data.slope)), values(data.J.gradient(exact(w))));
}

TEST(SmallSteps, say_where_the_statements_hold) {
  const SmallSteps moving = steps_on_parabola(0.5, 3, 1, 4, 2);
  EXPECT_TRUE(moves(moving) && moves_on_convex(moving) && short_steps_on_convex(moving) && one_eigenvalue(moving));
  EXPECT_FALSE(moves(steps_on_parabola(0.5, 0, 1, 4, 2))) << "at rest";
  EXPECT_FALSE(moves(steps_on_parabola(0.5, 3, 1, 0, 2))) << "no time";
  EXPECT_FALSE(moves_on_convex(steps_on_parabola(-0.5, 3, 1, 4, 2)));
  EXPECT_TRUE(short_steps_on_convex(steps_on_parabola(0.5, 3, 1, 16, 2))) << "τL = 2";
  EXPECT_FALSE(short_steps_on_convex(steps_on_parabola(0.5, 3, 1, 17, 2)));
  EXPECT_TRUE(one_eigenvalue(steps_on_parabola(0.5, 3, 1, 8, 2))) << "τλ = 1";
  EXPECT_FALSE(one_eigenvalue(steps_on_parabola(0.5, 3, 1, 9, 2)));
  EXPECT_FALSE(one_eigenvalue(steps_on_parabola(0.5, 3, 1, 1, 0))) << "one step";
}

}  // namespace
}  // namespace verigrad::theorem_energies_test
