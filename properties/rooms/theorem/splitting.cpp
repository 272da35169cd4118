// Least squares split into batches, finite sums and LASSOs: their systems, gradients and constants, by hand.
#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/regression/lasso_instance.hpp"
#include "verigrad/theorem/stochastic/finite_sum_instance.hpp"
#include "verigrad/theorem/stochastic/splitting_instance.hpp"

#include "properties/rooms/theorem/numbers.hpp"

namespace verigrad::theorem_splitting_test {
namespace {

/// x = (1, 2) and (3, −1), y = 1 and 2, α = 1 and 1/2: A = (11, 1; 1, 9), b = (8, 2).
SplittingInstance two_terms() {
  return {.x = Matrix<double>{{1, 2}, {3, -1}},
          .y = Matrix<double>{{1}, {2}},
          .alpha = vector({1, 0.5}),
          .w0 = Matrix<double>{{1}, {1}},
          .dt = {0.25},
          .epochs = {{{0}, {1}}}};
}

Matrix<Rational> matrix(std::initializer_list<std::initializer_list<Rational>> rows) {
  Matrix<Rational> result(Eigen::Index(rows.size()), Eigen::Index(rows.begin()->size()));
  Eigen::Index i = 0;
  for (const auto& row : rows) {
    Eigen::Index j = 0;
    for (const Rational& entry : row) result(i, j++) = entry;
    ++i;
  }
  return result;
}

struct Splitting : OverRationals {};

TEST_F(Splitting, has_the_normal_system_of_all_terms_and_of_each) {
  const LinearSystem<Rational> all = normal_system(two_terms(), {0, 1});
  EXPECT_EQ(all.a, matrix({{11, 1}, {1, 9}}));
  EXPECT_EQ(all.b, matrix({{8}, {2}}));
  EXPECT_EQ(all.minimiser, matrix({{Rational(70, 98)}, {Rational(14, 98)}}));
  EXPECT_EQ(all.another, all.minimiser) << "A is invertible";
  const LinearSystem<Rational> first = normal_system(two_terms(), {0});
  EXPECT_EQ(first.a, matrix({{2, 4}, {4, 8}}));
  EXPECT_EQ(first.b, matrix({{2}, {4}}));
  const LinearSystem<Rational> none = normal_system(two_terms(), {});
  EXPECT_EQ(none.a, matrix({{0, 0}, {0, 0}}));
}

TEST_F(Splitting, has_solutions_with_and_without_the_free_part_of_the_start) {
  SplittingInstance instance = two_terms();
  instance.w0 = Matrix<double>{{5}, {7}};
  const LinearSystem<Rational> first = normal_system(instance, {0});
  EXPECT_EQ(Matrix<Rational>(first.a * first.minimiser), first.b);
  EXPECT_EQ(Matrix<Rational>(first.a * first.another), first.b);
  EXPECT_NE(first.another, first.minimiser);
}

/// J(1, 1) = (3 − 1)² + ½(2 − 2)² and ∇J = AW − b.
TEST_F(Splitting, has_values_and_gradients_of_batches) {
  const Matrix<Number> w = exact(two_terms().w0);
  EXPECT_EQ(value(batch_value(two_terms(), {0, 1}, w)), 4);
  EXPECT_EQ(value(batch_value(two_terms(), {1}, w)), 0);
  EXPECT_EQ(values(Vector<Number>(batch_gradient(two_terms(), {0, 1}, w).col(0))), (Fractions{4, 8}));
  EXPECT_EQ(values(Vector<Number>(batch_gradient(two_terms(), {1}, w).col(0))), (Fractions{0, 0}));
  EXPECT_EQ(values(Vector<Number>(batch_gradient(two_terms(), {}, w).col(0))), (Fractions{0, 0}));
}

TEST_F(Splitting, has_a_system_for_every_batch_of_every_epoch) {
  SplittingInstance instance = two_terms();
  instance.epochs = {{{0}, {1}}, {{0, 1}}};
  instance.dt = {0.25, 0.5};
  const SplittingRun system(instance);
  ASSERT_EQ(system.batches.size(), 2);
  EXPECT_EQ(system.batches[0].size(), 2);
  EXPECT_EQ(value(system.batches[0][0].a(0, 1)), 4);
  EXPECT_EQ(value(system.batches[1][0].a(0, 1)), 1);
  EXPECT_EQ(value(system.all.a(0, 0)), 11);
  EXPECT_EQ(value(system.w0(1, 0)), 1);
}

TEST_F(Splitting, is_refused_where_sizes_differ_before_anything_is_read) {
  const auto refused = [](auto change) {
    SplittingInstance instance = two_terms();
    change(instance);
    EXPECT_THROW(instance.require_valid(), std::invalid_argument);
    EXPECT_THROW(SplittingRun{instance}, std::invalid_argument);
  };
  refused([](SplittingInstance& i) { i.x.resize(0, 0); });
  refused([](SplittingInstance& i) { i.y = Matrix<double>{{1}}; });
  refused([](SplittingInstance& i) { i.alpha = vector({1}); });
  refused([](SplittingInstance& i) { i.w0 = Matrix<double>{{1}}; });
  refused([](SplittingInstance& i) { i.dt = {}; });
  refused([](SplittingInstance& i) { i.dt = {1, 1}; });
  refused([](SplittingInstance& i) { i.epochs = {{{0}, {2}}}; });
  refused([](SplittingInstance& i) { i.epochs = {{{0}, {-1}}}; });
}

TEST(SplittingInstances, are_partitions_where_every_term_is_used_once) {
  const auto partitions = [](const SplittingInstance::Epoch& epoch) {
    SplittingInstance instance = two_terms();
    instance.epochs = {{{0, 1}}, epoch};
    return batches_are_partitions(instance);
  };
  EXPECT_TRUE(partitions({{1}, {0}}));
  EXPECT_TRUE(partitions({{}, {0, 1}}));
  EXPECT_FALSE(partitions({{0}})) << "one is missing";
  EXPECT_FALSE(partitions({{0, 1}, {1}})) << "one is used twice";
  EXPECT_FALSE(partitions({{0, 0}}));
}

/// A = (11, 1; 1, 9) has 10 ± √2; diagonal ones are exact.
TEST(SplittingInstances, have_a_lower_bound_of_the_smallest_eigenvalue) {
  const double lower = smallest_eigenvalue(two_terms());
  const Rational share = 1 - Rational(1) / (1LL << 36);
  const Rational below = 10 - exact<Rational>(lower), above = 10 - exact<Rational>(lower) / share;
  EXPECT_GE(below * below, 2);
  EXPECT_LE(above * above, 2) << "within 2⁻³⁶, relatively";
  SplittingInstance diagonal = two_terms();
  diagonal.x = Matrix<double>{{1, 0}, {0, 3}};
  EXPECT_EQ(smallest_eigenvalue(diagonal), 2);
}

/// ½(w − 1)² from 3: the exact flow over Δt = 1/4 goes to 1 + 2e^{−1/4}, and again from there.
TEST(SplittingInstances, have_exact_flows_of_their_batches) {
  const Number::Over balls(Number::Kind::ball);
  const Ball::Precision precision(128);
  const SplittingInstance instance{.x = Matrix<double>{{1}, {1}},
                                   .y = Matrix<double>{{1}, {1}},
                                   .alpha = vector({0.5, 0.5}),
                                   .w0 = Matrix<double>{{3}},
                                   .dt = {0.25},
                                   .epochs = {{{0}, {1}}}};
  const SplittingRun system(instance);
  const std::vector<Matrix<Number>> z = flow_epoch(system, 0, system.w0);
  ASSERT_EQ(z.size(), 3);
  for (int k = 0; k < 3; ++k) {
    const Number expected = 1 + 2 * exp(frac(-k, 4));
    const Ball difference = Number(z[std::size_t(k)](0, 0) - expected).as<Ball>();
    EXPECT_TRUE(difference.lower() <= 0 && 0 <= difference.upper()) << k;
    EXPECT_LT(difference.upper() - difference.lower(), 0x1p-100) << k;
  }
}

TEST_F(Splitting, has_norms_and_unit_matrices) {
  const Matrix<Number> m = exact(Matrix<double>{{3, 0}, {0, -4}});
  EXPECT_EQ(value(frobenius_norm(m)), 5);
  EXPECT_EQ(values(Vector<Number>(identity_like(m).reshaped())), (Fractions{1, 0, 0, 1}));
  EXPECT_EQ(values(Vector<Number>(zero_like(m).reshaped())), (Fractions{0, 0, 0, 0}));
  EXPECT_EQ(values(Vector<Number>(product(m, m).reshaped())), (Fractions{9, 0, 0, 16}));
}

ObjectivePtr parabola(double lambda) { return make_objective(Quadratic(at(lambda), at(0))); }

TEST(FiniteSumInstances, know_the_largest_L_of_a_term_and_whether_all_are_convex) {
  const FiniteSumInstance convex{FiniteSum({parabola(2), parabola(3)}), at(1), {0.5, 0.25}};
  EXPECT_EQ(convex.steps(), 2);
  EXPECT_EQ(convex.largest_L(), 3);
  EXPECT_TRUE(convex.convex());
  const FiniteSumInstance bent{FiniteSum({parabola(5), parabola(-6)}), at(1), {0.5}};
  EXPECT_EQ(bent.largest_L(), 6) << "of either sign";
  EXPECT_FALSE(bent.convex());
  const FiniteSumInstance kinked{FiniteSum({parabola(1), make_objective(Absolute(at(1), at(0)))}), at(1), {0.5}};
  EXPECT_FALSE(kinked.convex()) << "a term is not smooth";
}

LassoInstance lasso(const Matrix<double>& a, double tau) {
  return {.lasso = Lasso{a, Vector<double>::Ones(a.rows()), 1},
          .tau = tau,
          .x = Vector<double>::Zero(a.cols()),
          .other = Vector<double>::Zero(a.cols())};
}

/// ‖A‖² = 4, and 2 for a row (1, 1).
TEST(LassoInstances, decide_their_step_size_exactly) {
  const Matrix<double> two{{2}}, row{{1, 1}};
  EXPECT_TRUE(lasso(two, 0.25).step_is_at_most(1));
  EXPECT_FALSE(lasso(two, 0.25 + 0x1p-54).step_is_at_most(1));
  EXPECT_TRUE(lasso(row, 0.5).step_is_at_most(1));
  EXPECT_FALSE(lasso(row, 0.5 + 0x1p-53).step_is_at_most(1));
  EXPECT_TRUE(lasso(two, 0.5 - 0x1p-54).step_is_below_two());
  EXPECT_FALSE(lasso(two, 0.5).step_is_below_two()) << "τ‖A‖² = 2";
  EXPECT_FALSE(lasso(row, 1).step_is_below_two());
  EXPECT_TRUE(lasso(row, 1 - 0x1p-53).step_is_below_two());
}

}  // namespace
}  // namespace verigrad::theorem_splitting_test
