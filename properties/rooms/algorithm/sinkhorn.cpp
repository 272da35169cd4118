// Sinkhorn's algorithm: exact small cases, non-square kernels, tiny ε, histograms and kernels that are refused.
#include "verigrad/algorithm/sinkhorn.hpp"

#include <gtest/gtest.h>

namespace verigrad::algorithm_sinkhorn_test {
namespace {

/// What an exception says; "" when there is none.
template <class F>
std::string complaint(const F& f) {
  try {
    f();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "";
}

TEST(Sinkhorn, one_bin_is_solved_in_one_step) {
  const Sinkhorn<Rational> sinkhorn(Matrix<Rational>::Constant(1, 1, 2), Vector<Rational>{{Rational(1)}},
                                    Vector<Rational>{{Rational(1)}});
  const Multipliers<Rational> x = sinkhorn.step(sinkhorn.start());
  EXPECT_EQ(x.u[0], Rational(1, 2));
  EXPECT_EQ(x.v[0], Rational(1));
  EXPECT_EQ(sinkhorn.error(x), Rational(0));
}

/// A kernel of rank 1 is solved in one step, whatever its sizes.
TEST(Sinkhorn, a_non_square_kernel_of_rank_one_is_solved_in_one_step) {
  const Vector<Rational> p{{Rational(1), Rational(2)}}, q{{Rational(3), Rational(1), Rational(1, 2)}};
  const Vector<Rational> a{{Rational(1, 4), Rational(3, 4)}}, b{{Rational(1, 2), Rational(1, 3), Rational(1, 6)}};
  const Sinkhorn<Rational> sinkhorn(p * q.transpose(), a, b);
  EXPECT_EQ(sinkhorn.error(sinkhorn.step(sinkhorn.start())), Rational(0));
}

TEST(Sinkhorn, each_step_meets_the_columns_and_decreases_the_error) {
  const Matrix<Rational> kernel{{Rational(1), Rational(2), Rational(1)}, {Rational(3), Rational(1), Rational(1)}};
  const Vector<Rational> a{{Rational(1, 4), Rational(3, 4)}}, b{{Rational(1, 2), Rational(1, 4), Rational(1, 4)}};
  const Sinkhorn<Rational> sinkhorn(kernel, a, b);
  Multipliers<Rational> x = sinkhorn.step(sinkhorn.start());
  for (int k = 0; k < 4; ++k) {
    const Multipliers<Rational> next = sinkhorn.step(x);
    EXPECT_EQ(Vector<Rational>(next.v.cwiseProduct(kernel.transpose() * next.u)), b);
    EXPECT_LT(sinkhorn.error(next), sinkhorn.error(x));
    x = next;
  }
}

/// Both sums of the error and all terms of the energy, where neither histogram is met yet.
TEST(Sinkhorn, error_and_energy_by_hand) {
  const Matrix<double> kernel{{1, 2}, {3, 4}};
  const Vector<double> one{{1, 1}}, u{{2, 1}}, v{{1, 4}};
  const Sinkhorn<double> sinkhorn(kernel, one, Vector<double>{{1, 3}});
  EXPECT_EQ(sinkhorn.error(sinkhorn.start()), (2 + 6) + (3 + 3));
  EXPECT_EQ(sinkhorn.energy(sinkhorn.start()), -10);
  EXPECT_DOUBLE_EQ(sinkhorn.energy({u, v}), std::log(2.0) + 3 * std::log(4.0) - (2 * 9 + 19));
}

const Matrix<double> cost{{0, 1}, {1, 0}};
const Vector<double> half{{0.5, 0.5}}, quarters{{0.25, 0.75}};

/// ε E tends to the cost of transport, 1/4: with ε = 1/256 there are numbers from exp(−256) to exp(256) on the way.
TEST(Sinkhorn, tiny_epsilon_keeps_its_multipliers_finite) {
  const double epsilon = 0x1p-8;
  const Sinkhorn<double> sinkhorn(gibbs_kernel(cost, epsilon), half, quarters);
  Multipliers<double> x = sinkhorn.start();
  for (int k = 0; k < 1000; ++k) x = sinkhorn.step(x);
  for (const Vector<double>& multiplier : {x.u, x.v})
    for (const double entry : multiplier) EXPECT_TRUE(std::isfinite(entry) && entry > 0) << entry;
  const double value = epsilon * sinkhorn.energy(x);
  EXPECT_LE(value, 0.25);
  EXPECT_GE(value, 0.25 - epsilon * (1 + 2 * std::log(4)));
}

TEST(Sinkhorn, epsilons_that_make_the_kernel_underflow_are_refused) {
  EXPECT_NE(complaint([] { gibbs_kernel(cost, 0x1p-12); }).find("take a larger epsilon"), std::string::npos);
  for (const double epsilon : {0.0, -1.0, std::nan("")})
    EXPECT_NE(complaint([=] { gibbs_kernel(cost, epsilon); }).find("epsilon = "), std::string::npos) << epsilon;
}

TEST(Sinkhorn, entries_without_mass_are_refused_by_name) {
  const Matrix<double> kernel = Matrix<double>::Ones(2, 2);
  const Vector<double> empty{{1, 0}}, negative{{-1, 2}}, none{{std::nan(""), 1}};
  EXPECT_NE(complaint([&] { Sinkhorn<double>(kernel, empty, half); }).find("a[1] = 0"), std::string::npos);
  EXPECT_NE(complaint([&] { Sinkhorn<double>(kernel, half, empty); }).find("b[1] = 0"), std::string::npos);
  EXPECT_NE(complaint([&] { Sinkhorn<double>(kernel, negative, half); }).find("a[0] = -1"), std::string::npos);
  EXPECT_NE(complaint([&] { Sinkhorn<double>(kernel, half, none); }).find("b[0] = "), std::string::npos);
}

TEST(Sinkhorn, kernels_of_the_wrong_size_or_sign_are_refused) {
  const Matrix<double> wide = Matrix<double>::Ones(2, 3), empty_row{{1, 1}, {0, 0}}, empty_column{{1, 0}, {1, 0}},
                       negative{{1, -1}, {1, 1}};
  EXPECT_NE(complaint([&] { Sinkhorn<double>(wide, half, half); }).find("2 × 3"), std::string::npos);
  EXPECT_NE(complaint([&] { Sinkhorn<double>(empty_row, half, half); }).find("row 1"), std::string::npos);
  EXPECT_NE(complaint([&] { Sinkhorn<double>(empty_column, half, half); }).find("column 1"), std::string::npos);
  EXPECT_NE(complaint([&] { Sinkhorn<double>(negative, half, half); }).find("row 0"), std::string::npos);
}

}  // namespace
}  // namespace verigrad::algorithm_sinkhorn_test
