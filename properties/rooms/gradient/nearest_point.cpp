// Wolfe's nearest point against its optimality conditions, and on polytopes whose nearest point is known.
#include "verigrad/gradient/nearest_point.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

#include "verigrad/number/product.hpp"

namespace verigrad::gradient_nearest_point_test {
namespace {

Vector<double> nearest(const Matrix<double>& vertices, const Vector<double>& target) {
  return approximate(nearest_point(exact<Rational>(vertices), exact<Rational>(target)).point);
}

TEST(NearestPoint, finds_vertices_edges_and_the_target_itself) {
  const Matrix<double> triangle{{0, 4, 0}, {0, 0, 4}};
  EXPECT_EQ(nearest(triangle, Vector<double>{{-1, -2}}), (Vector<double>{{0, 0}}));
  EXPECT_EQ(nearest(triangle, Vector<double>{{3, -2}}), (Vector<double>{{3, 0}}));
  EXPECT_EQ(nearest(triangle, Vector<double>{{3, 3}}), (Vector<double>{{2, 2}}));
  EXPECT_EQ(nearest(triangle, Vector<double>{{1, 1.5}}), (Vector<double>{{1, 1.5}}));
  EXPECT_EQ(nearest(triangle, Vector<double>{{4, 0}}), (Vector<double>{{4, 0}}));
  EXPECT_EQ(nearest(Matrix<double>{{1}, {2}}, Vector<double>{{5, 5}}), (Vector<double>{{1, 2}}));
  const Matrix<double> doubled{{1, 1, -1, -1, 0}, {1, 1, 1, 1, 1}};
  EXPECT_EQ(nearest(doubled, Vector<double>{{0.25, 0}}), (Vector<double>{{0.25, 1}}));
}

/// p is nearest to t exactly if no vertex v has ⟨t − p, v⟩ > ⟨t − p, p⟩.
TEST(NearestPoint, meets_the_conditions_of_optimality) {
  for (int n = 1; n <= 6; ++n)
    for (int trial = 0; trial < 20; ++trial) {
      std::srand(unsigned(100 * n + trial));
      const Matrix<Rational> vertices = exact<Rational>(Matrix<double>(Matrix<double>::Random(n, 1 + trial)));
      const Vector<Rational> target = exact<Rational>(Vector<double>(Vector<double>::Random(n) * (trial % 3) / 2));
      const NearestPoint found = nearest_point(vertices, target);
      EXPECT_EQ(found.weights.sum(), 1);
      for (const Rational& weight : found.weights) EXPECT_GE(weight, 0);
      EXPECT_EQ(product(vertices, found.weights), found.point);
      const Vector<Rational> outward = target - found.point;
      const Rational reached = dot<Rational>(outward, found.point);
      for (const Rational& along : product(vertices.transpose(), outward))
        EXPECT_LE(along, reached) << n << " " << trial;
    }
}

}  // namespace
}  // namespace verigrad::gradient_nearest_point_test
