// Wolfe's nearest point against its optimality conditions, and on polytopes whose nearest point is known.
#include "verigrad/gradient/nearest_point.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

namespace verigrad::gradient_nearest_point_test {
namespace {

Matrix<Real50> real(const Matrix<double>& a) { return a.cast<Real50>(); }
Vector<Real50> real(const Vector<double>& a) { return a.cast<Real50>(); }

const Real50 rounding("1e-40");

void expect_near(const Vector<Real50>& a, const Vector<double>& b) {
  EXPECT_LT((a - real(b)).norm(), rounding) << a.transpose() << " for " << b.transpose();
}

TEST(NearestPoint, finds_vertices_edges_and_the_target_itself) {
  const Matrix<Real50> triangle = real(Matrix<double>{{0, 4, 0}, {0, 0, 4}});
  expect_near(nearest_point(triangle, real(Vector<double>{{-1, -2}})).point, Vector<double>{{0, 0}});
  expect_near(nearest_point(triangle, real(Vector<double>{{3, -2}})).point, Vector<double>{{3, 0}});
  expect_near(nearest_point(triangle, real(Vector<double>{{3, 3}})).point, Vector<double>{{2, 2}});
  expect_near(nearest_point(triangle, real(Vector<double>{{1, 1.5}})).point, Vector<double>{{1, 1.5}});
  expect_near(nearest_point(triangle, real(Vector<double>{{4, 0}})).point, Vector<double>{{4, 0}});
  expect_near(nearest_point(real(Matrix<double>{{1}, {2}}), real(Vector<double>{{5, 5}})).point,
              Vector<double>{{1, 2}});
  const Matrix<Real50> doubled = real(Matrix<double>{{1, 1, -1, -1, 0}, {1, 1, 1, 1, 1}});
  expect_near(nearest_point(doubled, real(Vector<double>{{0.25, 0}})).point, Vector<double>{{0.25, 1}});
}

/// p is nearest to t exactly if no vertex v has ⟨t − p, v⟩ > ⟨t − p, p⟩.
TEST(NearestPoint, meets_the_conditions_of_optimality) {
  for (int n = 1; n <= 6; ++n)
    for (int trial = 0; trial < 20; ++trial) {
      std::srand(unsigned(100 * n + trial));
      const Matrix<Real50> vertices = real(Matrix<double>(Matrix<double>::Random(n, 1 + trial)));
      const Vector<Real50> target = real(Vector<double>(Vector<double>::Random(n) * (trial % 3) / 2));
      const NearestPoint nearest = nearest_point(vertices, target);
      EXPECT_LT(abs(Real50(nearest.weights.sum() - 1)), rounding);
      EXPECT_GE(nearest.weights.minCoeff(), Real50(0));
      EXPECT_LT((vertices * nearest.weights - nearest.point).norm(), rounding);
      const Vector<Real50> outward = target - nearest.point;
      const Real50 reached = outward.dot(nearest.point);
      for (Eigen::Index k = 0; k < vertices.cols(); ++k)
        EXPECT_LE(outward.dot(vertices.col(k)), reached + rounding) << n << " " << trial;
    }
}

}  // namespace
}  // namespace verigrad::gradient_nearest_point_test
