// Families of objectives and sums: of the kind that their name says, by what is proven of the drawn member. That the
// constants of each family are right is tested in properties/rooms/problem/families.cpp.
#include <set>

#include <gtest/gtest.h>

#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/stochastic.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

#include "properties/rooms/sampling/counted.hpp"

namespace verigrad::sampling_families_test {
namespace {

std::vector<ObjectivePtr> members(const Gen<ObjectivePtr>& family) { return drawn(family, 200); }

bool strongly_convex(const Objective& f) { return f.curvature().lower > 0 && f.curvature().smooth(); }

TEST(Families, of_quadratics_have_the_signs_of_their_names) {
  for (const ObjectivePtr& f : members(generate::convex_quadratic())) {
    EXPECT_GE(f->curvature().lower, 0) << f->describe();
    EXPECT_GT(f->curvature().upper, 0) << f->describe();
  }
  for (const ObjectivePtr& f : members(generate::strongly_convex_quadratic()))
    EXPECT_TRUE(strongly_convex(*f)) << f->describe();
  for (const ObjectivePtr& f : members(generate::indefinite_quadratic()))
    EXPECT_TRUE(f->curvature().lower < 0 && !f->has_minimum()) << f->describe();
}

TEST(Families, that_are_strongly_convex_have_a_modulus) {
  for (const auto& family : {generate::strongly_convex(), generate::strongly_convex_piecewise()})
    for (const ObjectivePtr& f : members(family)) EXPECT_TRUE(strongly_convex(*f)) << f->describe();
}

TEST(Families, mixtures_keep_what_their_names_say) {
  for (const ObjectivePtr& f : members(generate::any_convex()))
    EXPECT_TRUE(f->curvature().convex() && f->curvature().smooth()) << f->describe();
  for (const ObjectivePtr& f : members(generate::any_non_convex())) EXPECT_LT(f->curvature().lower, 0) << f->describe();
  for (const ObjectivePtr& f : members(generate::any_with_minimum())) EXPECT_TRUE(f->has_minimum()) << f->describe();
  for (const ObjectivePtr& f : members(generate::any_smooth())) EXPECT_TRUE(f->curvature().smooth()) << f->describe();
  for (const ObjectivePtr& f : members(generate::absolute()))
    EXPECT_TRUE(f->curvature().convex() && !f->curvature().smooth()) << f->describe();
}

TEST(Families, without_rationals_are_drawn_away_from_the_points_that_starts_can_be) {
  for (const auto& family : {generate::logistic_regression(), generate::log_sum_exp(), generate::softplus()})
    for (const ObjectivePtr& f : members(family)) {
      EXPECT_GE(f->dimension(), 2) << f->describe();
      const Vector<double> x_star = f->over<double>().minimum().x_star;
      for (const double entry : x_star) EXPECT_NE(16 * entry, std::round(16 * entry)) << f->describe();
    }
}

TEST(Families, are_of_every_dimension_and_not_all_diagonal) {
  std::set<Eigen::Index> dimensions;
  int turned = 0;
  for (const ObjectivePtr& f : members(generate::convex_quadratic())) {
    dimensions.insert(f->dimension());
    const Vector<double> first = Vector<double>::Unit(f->dimension(), 0);
    const Vector<double> column = f->over<double>().hessian_product(first, first);
    turned += column.tail(f->dimension() - 1).any();
  }
  EXPECT_EQ(dimensions, (std::set<Eigen::Index>{1, 2, 3, 4, 5, 6}));
  EXPECT_GT(turned, 10);
}

TEST(Families, of_spectra_have_zero_equal_and_very_different_eigenvalues) {
  int flat = 0, round = 0, ill_conditioned = 0;
  for (const ObjectivePtr& f : members(generate::convex_quadratic())) {
    const Curvature curvature = f->curvature();
    flat += curvature.lower == 0 && f->dimension() > 1;
    round += curvature.lower == curvature.upper && f->dimension() > 1;
    ill_conditioned += curvature.lower > 0 && curvature.upper > 100 * curvature.lower;
  }
  EXPECT_GT(flat, 10);
  EXPECT_GT(round, 0);
  EXPECT_GT(ill_conditioned, 10);
}

TEST(Families, of_sums_have_as_many_terms_as_are_allowed) {
  for (const int most : {1, 3, 5}) {
    std::set<int> sizes;
    for (const FiniteSum& f : drawn(generate::quadratic_sum(most), 200)) {
      sizes.insert(f.size());
      for (const ObjectivePtr& term : f.terms()) EXPECT_TRUE(strongly_convex(*term)) << term->describe();
    }
    EXPECT_EQ(int(sizes.size()), most);
    EXPECT_EQ(*sizes.rbegin(), most);
  }
}

}  // namespace
}  // namespace verigrad::sampling_families_test
