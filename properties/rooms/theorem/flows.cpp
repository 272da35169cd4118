// Flows and INNA at one state: weak flows in their clock, test functions, linear and logistic flows, steps, by hand.
#include <set>

#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/flow/cauchy_lipschitz_runs.hpp"
#include "verigrad/theorem/inertial_newton/inna_instance.hpp"
#include "verigrad/theorem/inertial_newton/power_function.hpp"
#include "verigrad/theorem/nonsmooth/weak_flow_instance.hpp"

#include "properties/rooms/theorem/numbers.hpp"

namespace verigrad::theorem_flows_test {
namespace {

struct WeakFlows : OverRationals {};

/// φ = u(u − e)²(p + qu)², multiplied out: its value and its derivative at u.
std::pair<Rational, Rational> multiplied_out(const Rational& e, const Rational& p, const Rational& q,
                                             const Rational& u) {
  std::vector<Rational> coefficients{0, 1};
  for (const auto& [constant, slope] : {std::pair<Rational, Rational>{-e, 1}, {-e, 1}, {p, q}, {p, q}}) {
    std::vector<Rational> next(coefficients.size() + 1, 0);
    for (std::size_t k = 0; k < coefficients.size(); ++k) {
      next[k] += constant * coefficients[k];
      next[k + 1] += slope * coefficients[k];
    }
    coefficients = next;
  }
  Rational value = 0, derivative = 0;
  for (std::size_t k = coefficients.size(); k-- > 0;) {
    derivative = derivative * u + value;
    value = value * u + coefficients[k];
  }
  return {value, derivative};
}

TEST_F(WeakFlows, are_tested_with_a_polynomial_and_its_derivative) {
  const Rational e(1, 4), p(-3, 2), q(2);
  const ClockTest phi{Number(e), Number(p), Number(q)};
  for (int k = -4; k <= 12; ++k) {
    const Rational u(k, 8);
    const auto [expected, slope] = multiplied_out(e, p, q, u);
    EXPECT_EQ(value(phi.value(Number(u))), expected) << u;
    EXPECT_EQ(value(phi.derivative(Number(u))), slope) << u;
    EXPECT_EQ(value(phi.over_clock(Number(u))) * u, expected) << u;
    EXPECT_TRUE(u < 0 || expected >= 0) << u;
  }
  EXPECT_EQ(value(phi.value(Number(e))), 0);
  EXPECT_EQ(value(phi.derivative(Number(e))), 0);
}

/// W′ = −W + c − λ sign W with c = 0, λ = 1 from 1: W = 2u − 1 until u = 1/2, then 0.
TEST_F(WeakFlows, have_pieces_in_the_clock) {
  const WeakFlowInstance flow{1, vector({0, 2}), vector({1, 0}), vector({1, 3}), 0.25};
  const auto pieces = flow.coordinate(0, flow.w0[0]);
  ASSERT_EQ(pieces.size(), 2);
  const ClockPiece down(pieces[0]), rest(pieces[1]);
  EXPECT_EQ(value(down.from), 1);
  EXPECT_EQ(value(down.to), Rational(1, 2));
  EXPECT_EQ(value(down.at(Number(1))), 1);
  EXPECT_EQ(value(down.at(frac(3, 4))), Rational(1, 2));
  EXPECT_EQ(value(rest.at(frac(1, 4))), 0);
  const auto other = flow.coordinate(1, flow.w0[1]);
  ASSERT_EQ(other.size(), 1);
  EXPECT_EQ(value(ClockPiece(other[0]).at(frac(1, 2))), Rational(5, 2)) << "2 + (3 − 2)u";
}

struct LinearInstance : OverRationals {};

/// Eigenvalues 1 and −2 halves around (1, 0), at e^{−t/2} = 1/2.
TEST_F(LinearInstance, go_by_powers_of_their_decay) {
  cauchy_lipschitz::LinearInstance instance{{1, -2}, 0.5, vector({1, 0}), vector({5, 3}), vector({1, 2}), 0.5, false};
  const cauchy_lipschitz::Run forward(instance);
  EXPECT_EQ(values(forward.w), (Fractions{3, 12}));
  EXPECT_EQ(values(forward.z), (Fractions{1, 8}));
  EXPECT_EQ(value(forward.start2), 17);
  EXPECT_EQ(value(forward.distance2), 20);
  EXPECT_EQ(values(forward.velocity(forward.w)), (Fractions{-1, 12})) << "−½(3 − 1), 12";
  EXPECT_EQ(forward.C(), 2);
  EXPECT_EQ(value(forward.growth), 2);
  instance.backward = true;
  const cauchy_lipschitz::Run backward(instance);
  EXPECT_EQ(values(backward.w), (Fractions{9, Rational(3, 4)}));
  EXPECT_EQ(value(backward.growth), 2);
}

/// w = w₀/(w₀ + (1 − w₀)e^{−t}) solves w′ = w(1 − w).
TEST_F(LinearInstance, logistic_ones_solve_their_equation) {
  const cauchy_lipschitz::LogisticRun r({0.25, 0.75, 0.5, false});
  EXPECT_EQ(value(r.at(r.w0)), Rational(2, 5));
  for (const Number& start : {r.w0, r.z0, frac(1, 9)}) {
    const Number w = r.at(start);
    EXPECT_EQ(value(r.velocity(start)), value(w * (1 - w)));
  }
}

/// d/dt |W − Z|² = −2⟨W − Z, ∇J(W) − ∇J(Z)⟩.
TEST_F(LinearInstance, states_part_at_the_rate_of_the_chain_rule) {
  for (int draw = 0; draw < 20; ++draw) {
    const cauchy_lipschitz::StatesRun r{Unknowns(draw)};
    EXPECT_EQ(value(r.rate()), value(-2 * dot(r.d, r.g)));
  }
}

struct InnaRuns : OverRationals {};

TEST_F(InnaRuns, step_along_the_sum_of_the_batch) {
  const InnaInstance instance{split_identity(0.5, 0.25), at(2), at(1), 0, 1, 1};
  const InnaRun r(instance);
  EXPECT_EQ(r.N(), 2);
  EXPECT_EQ(values(r.element({0})), Fractions{1}) << "max(x, 0) at 2";
  EXPECT_EQ(values(r.element({1})), Fractions{0});
  EXPECT_EQ(values(r.whole()), Fractions{1});
  EXPECT_EQ(values(r.after({0, 1}).theta), Fractions{2}) << "2 + (2 − 1 − 1)";
  EXPECT_EQ(values(r.after({1}).theta), Fractions{3});
  for (const BatchIndices& batch : nonempty_batches(2)) EXPECT_EQ(values(r.after(batch).psi), Fractions{2});
}

/// α = 1, β = 1/2, γ = 1/4: θ + γ((1/β − α)θ − ψ/β − βv) = 2 + ¼(2 − 2 − ½).
TEST_F(InnaRuns, step_with_all_parameters) {
  const InnaRun r(InnaInstance{split_identity(0, 0), at(2), at(1), 1, 0.5, 0.25});
  EXPECT_EQ(values(r.after({0}).theta), (Fractions{Rational(15, 8)}));
  EXPECT_EQ(values(r.after({0}).psi), Fractions{1});
}

TEST_F(InnaRuns, take_the_given_subgradients_at_the_kink) {
  const InnaRun r(InnaInstance{split_identity(0.5, 0.25), at(0), at(1), 0, 1, 1});
  EXPECT_EQ(values(r.element({0})), (Fractions{Rational(1, 2)}));
  EXPECT_EQ(values(r.element({1})), (Fractions{Rational(1, 4)}));
  EXPECT_EQ(values(r.whole()), (Fractions{Rational(3, 4)})) << "no subgradient of the sum x";
}

TEST_F(InnaRuns, are_of_terms_whose_sum_is_x) {
  for (const double x : {-2.0, -0.5, 0.0, 0.5, 2.0}) {
    Rational sum = 0;
    for (const ObjectivePtr& term : split_identity(0.5, 0.25).terms())
      sum += term->over<Rational>().value(exact<Rational>(at(x)));
    EXPECT_EQ(sum, exact<Rational>(x));
  }
}

TEST(InnaInstances, have_all_batches_once) {
  const std::vector<BatchIndices> all = nonempty_batches(4);
  EXPECT_EQ(all.size(), 15);
  EXPECT_EQ(std::set<BatchIndices>(all.begin(), all.end()).size(), 15);
}

TEST(InnaInstances, have_the_parameters_of_the_text) {
  const auto allowed = [](double alpha, double beta, double gamma) {
    return inna_parameters({split_identity(0, 0), at(0), at(0), alpha, beta, gamma});
  };
  EXPECT_TRUE(allowed(0, 0.5, 0.5));
  EXPECT_FALSE(allowed(-0.5, 0.5, 0.5));
  EXPECT_FALSE(allowed(0, 0, 0.5));
  EXPECT_FALSE(allowed(0, 0.5, 0));
}

TEST(PowerFunctions, are_valid_where_c_is_more_than_1_and_a_inside) {
  EXPECT_TRUE(is_valid({3, 2, 0.5, 1, 0})) << "a = 1/3";
  EXPECT_TRUE(is_valid({3, 2, 0.5, 1, 1})) << "a = 2/3";
  EXPECT_FALSE(is_valid({3, 2, 0.5, 1, 2})) << "a = 1";
  EXPECT_FALSE(is_valid({3, 2, 0.5, 1, -1})) << "a = 0";
  EXPECT_FALSE(is_valid({2, 2, 0.5, 1, 1})) << "c = 1";
  EXPECT_FALSE(is_valid({1, 0, 0.5, 1, 0}));
  EXPECT_FALSE(is_valid({3, 2, 0, 1, 0})) << "at 0";
}

}  // namespace
}  // namespace verigrad::theorem_flows_test
