#include "verigrad/gradient/nearest_point.hpp"

#include <algorithm>

#include <Eigen/LU>

namespace verigrad {
namespace {

/// The weights, of either sign, of the point nearest to 0 in the affine hull of the points, one a column.
Vector<Real50> affine_weights(const Matrix<Real50>& points) {
  const Matrix<Real50> gram = points.transpose() * points;
  const Matrix<Real50> ones = Matrix<Real50>::Constant(gram.rows(), gram.cols(), Real50(1));
  const Vector<Real50> solution =
      Eigen::FullPivLU<Matrix<Real50>>(gram + ones).solve(Vector<Real50>::Constant(gram.rows(), Real50(1)));
  return solution / solution.sum();
}

/// Some points with weights > 0: a point of their hull.
class Corral {
public:
  explicit Corral(const Matrix<Real50>& points) : points_(points) {}

  bool contains(Eigen::Index k) const { return std::find(members_.begin(), members_.end(), k) != members_.end(); }
  void add(Eigen::Index k, const Real50& weight) {
    members_.push_back(k);
    weights_.conservativeResize(weights_.size() + 1);
    weights_[weights_.size() - 1] = weight;
  }
  Vector<Real50> point() const { return points_(Eigen::all, members_) * weights_; }

  /// Moves to the nearest point of the affine hull, and drops members on the way for as long as that lies outside.
  void descend() {
    for (;;) {
      const Vector<Real50> aim = affine_weights(points_(Eigen::all, members_));
      Real50 step(1);
      for (Eigen::Index k = 0; k < aim.size(); ++k)
        if (!(aim[k] > 0) && weights_[k] > aim[k])
          step = std::min<Real50>(step, weights_[k] / Real50(weights_[k] - aim[k]));
      weights_ += step * Vector<Real50>(aim - weights_);
      if (step == 1) return;
      drop_smallest();
    }
  }

  Vector<Real50> weights() const {
    Vector<Real50> result = Vector<Real50>::Constant(points_.cols(), Real50(0));
    for (Eigen::Index k = 0; k < weights_.size(); ++k) result[members_[std::size_t(k)]] = weights_[k];
    return result;
  }

private:
  void drop_smallest() {
    Eigen::Index smallest = 0;
    for (Eigen::Index k = 1; k < weights_.size(); ++k)
      if (weights_[k] < weights_[smallest]) smallest = k;
    members_.erase(members_.begin() + smallest);
    for (Eigen::Index k = smallest; k + 1 < weights_.size(); ++k) weights_[k] = weights_[k + 1];
    weights_.conservativeResize(weights_.size() - 1);
  }

  const Matrix<Real50>& points_;
  std::vector<Eigen::Index> members_;
  Vector<Real50> weights_;
};

/// The point that reaches least far along `direction`.
Eigen::Index least_along(const Vector<Real50>& direction, const Matrix<Real50>& points) {
  const Vector<Real50> along = points.transpose() * direction;
  Eigen::Index least = 0;
  for (Eigen::Index k = 1; k < along.size(); ++k)
    if (along[k] < along[least]) least = k;
  return least;
}

}  // namespace

NearestPoint nearest_point(const Matrix<Real50>& vertices, const Vector<Real50>& target) {
  const Matrix<Real50> points = vertices.colwise() - target;
  Corral corral(points);
  corral.add(least_along(points.col(0), points), Real50(1));
  Vector<Real50> nearest = corral.point();
  for (;;) {
    const Eigen::Index next = least_along(nearest, points);
    if (corral.contains(next)) break;
    corral.add(next, Real50(0));
    corral.descend();
    const Vector<Real50> nearer = corral.point();
    if (!(nearer.squaredNorm() < nearest.squaredNorm())) break;
    nearest = nearer;
  }
  const Vector<Real50> weights = corral.weights();
  return {weights, vertices * weights};
}

}  // namespace verigrad
