#include "verigrad/gradient/nearest_point.hpp"

#include <algorithm>

#include "verigrad/number/linear_solve.hpp"
#include "verigrad/number/product.hpp"

namespace verigrad {
namespace {

/// The weights, of either sign, of the point nearest to 0 in the affine hull of the points, one a column, of which none
/// lies in the affine hull of the others.
Vector<Rational> affine_weights(const Matrix<Rational>& points) {
  const Matrix<Rational> gram = product(points.transpose(), points);
  const Matrix<Rational> ones = Matrix<Rational>::Constant(gram.rows(), gram.cols(), Rational(1));
  const Vector<Rational> solution = linear_solve<Rational>(gram + ones, ones.col(0));
  return solution / solution.sum();
}

/// Some points with weights > 0: a point of their hull.
class Corral {
public:
  explicit Corral(const Matrix<Rational>& points) : points_(points) {}

  void add(Eigen::Index k, const Rational& weight) {
    members_.push_back(k);
    weights_.conservativeResize(weights_.size() + 1);
    weights_[weights_.size() - 1] = weight;
  }
  Vector<Rational> point() const { return product(points_(Eigen::all, members_), weights_); }

  /// Moves to the nearest point of the affine hull, and drops members on the way for as long as that lies outside.
  void descend() {
    for (;;) {
      const Vector<Rational> aim = affine_weights(points_(Eigen::all, members_));
      Rational step(1);
      for (Eigen::Index k = 0; k < aim.size(); ++k)
        if (!(aim[k] > 0) && weights_[k] > aim[k])
          step = std::min<Rational>(step, weights_[k] / (weights_[k] - aim[k]));
      weights_ += step * (aim - weights_);
      if (step == 1) return;
      drop_smallest();
    }
  }

  Vector<Rational> weights() const {
    Vector<Rational> result = Vector<Rational>::Constant(points_.cols(), Rational(0));
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

  const Matrix<Rational>& points_;
  std::vector<Eigen::Index> members_;
  Vector<Rational> weights_;
};

}  // namespace

NearestPoint nearest_point(const Matrix<Rational>& vertices, const Vector<Rational>& target) {
  const Matrix<Rational> points = vertices.colwise() - target;
  Corral corral(points);
  corral.add(0, Rational(1));
  for (;;) {
    const Vector<Rational> nearest = corral.point(), along = product(points.transpose(), nearest);
    const auto least = std::min_element(along.begin(), along.end());
    if (*least >= squared_norm(nearest)) break;
    corral.add(least - along.begin(), Rational(0));
    corral.descend();
  }
  const Vector<Rational> weights = corral.weights();
  return {weights, product(vertices, weights)};
}

}  // namespace verigrad
