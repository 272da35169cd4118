#include "verigrad/problem/softplus_network.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/number/sigmoid.hpp"
#include "verigrad/problem/dataset.hpp"
#include "verigrad/problem/reals.hpp"
#include "verigrad/problem/table.hpp"

namespace verigrad {
namespace {

template <class T>
Vector<T> softplus_of(const Vector<T>& t) {
  return t.unaryExpr([](const T& entry) { return softplus<T>(entry); });
}
template <class T>
Vector<T> sigmoid_of(const Vector<T>& t) {
  return t.unaryExpr([](const T& entry) { return sigmoid<T>(entry); });
}
/// σ′ = σ(t)σ(−t).
template <class T>
Vector<T> sigmoid_slope_of(const Vector<T>& t) {
  return t.unaryExpr([](const T& entry) { return T(sigmoid<T>(entry) * sigmoid<T>(-entry)); });
}

}  // namespace

SoftplusNetwork::SoftplusNetwork(const Matrix<double>& inputs, Vector<double> outputs, int hidden, double radius)
    : inputs_(with_intercept(inputs)), outputs_(std::move(outputs)), hidden_(hidden), radius_(radius) {
  require_table("SoftplusNetwork", inputs, outputs_, 0);
  if (hidden_ < 1 || !(radius_ > 0) || !std::isfinite(radius_))
    throw std::invalid_argument(
        fmt::format("SoftplusNetwork: {} hidden units and radius {}; use 1 or more units and a finite radius > 0",
                    hidden_, radius_));
  curvature_ = curvature_on_ball();
}

std::string SoftplusNetwork::describe() const {
  return fmt::format("(1/2N)Σ(Σ v·softplus(⟨w,a⟩+c) − y)², {} hidden units, ‖θ‖ ≤ {}, {}", hidden_, radius_,
                     table_in_words("", inputs_, "y", outputs_));
}

Curvature SoftplusNetwork::curvature_on_ball() const {
  using std::log;
  using std::sqrt;
  const Ball::Precision precision(128);
  const Ball r = Ball::point(radius_);
  const Ball offset = sqrt(Ball(hidden_)) * log(Ball(2));
  Ball slopes(0), bends(0);
  for (Eigen::Index i = 0; i < inputs_.rows(); ++i) {
    const Ball size = norm(exact<Ball>(Vector<double>(inputs_.row(i))));
    const Ball error = r * offset + size * square(r) / Ball(2) + magnitude(Ball::point(outputs_[i]));
    slopes += square(Ball(offset + size * r));
    bends += error * (size + r * square(size) / Ball(4));
  }
  const Ball count(int(inputs_.rows()));
  return {-Ball(bends / count).upper(), Ball((slopes + bends) / count).upper()};
}

template <class T>
Matrix<T> SoftplusNetwork::activations(const Vector<T>& theta) const {
  const Eigen::Index width = inputs_.cols();
  Matrix<T> result(inputs_.rows(), hidden_);
  for (int j = 0; j < hidden_; ++j) result.col(j) = product(inputs_, theta.segment(j * width, width));
  return result;
}

template <class T>
Vector<T> SoftplusNetwork::residuals(const Matrix<T>& activations, const Vector<T>& theta) const {
  Vector<T> result = -exact<T>(outputs_);
  for (int j = 0; j < hidden_; ++j)
    for (Eigen::Index i = 0; i < result.size(); ++i)
      result[i] += theta[theta.size() - hidden_ + j] * softplus<T>(activations(i, j));
  return result;
}

template <class T>
T SoftplusNetwork::value(const Vector<T>& theta) const {
  return squared_norm<T>(residuals<T>(activations<T>(theta), theta)) / T(2 * int(inputs_.rows()));
}

template <class T>
Vector<T> SoftplusNetwork::gradient(const Vector<T>& theta) const {
  const Eigen::Index width = inputs_.cols();
  const Matrix<T> z = activations<T>(theta);
  const Vector<T> errors = residuals<T>(z, theta) / T(int(inputs_.rows()));
  Vector<T> result(theta.size());
  for (int j = 0; j < hidden_; ++j) {
    const T& v = theta[theta.size() - hidden_ + j];
    result[theta.size() - hidden_ + j] = dot<T>(errors, softplus_of<T>(z.col(j)));
    result.segment(j * width, width) = v * product(inputs_.transpose(), errors.cwiseProduct(sigmoid_of<T>(z.col(j))));
  }
  return result;
}

template <class T>
Vector<T> SoftplusNetwork::output_slopes(const Matrix<T>& activations, const Matrix<T>& moved, const Vector<T>& theta,
                                         const Vector<T>& direction) const {
  Vector<T> result = Vector<T>::Constant(inputs_.rows(), T(0));
  for (int j = 0; j < hidden_; ++j) {
    const Eigen::Index unit = theta.size() - hidden_ + j;
    result += direction[unit] * softplus_of<T>(activations.col(j)) +
              theta[unit] * sigmoid_of<T>(activations.col(j)).cwiseProduct(moved.col(j));
  }
  return result;
}

template <class T>
Vector<T> SoftplusNetwork::hessian_product(const Vector<T>& theta, const Vector<T>& direction) const {
  const Eigen::Index width = inputs_.cols();
  const T count(int(inputs_.rows()));
  const Matrix<T> z = activations<T>(theta), moved = activations<T>(direction);
  const Vector<T> errors = residuals<T>(z, theta) / count;
  const Vector<T> changes = output_slopes<T>(z, moved, theta, direction) / count;
  Vector<T> result(theta.size());
  for (int j = 0; j < hidden_; ++j) {
    const Eigen::Index unit = theta.size() - hidden_ + j;
    const Vector<T> slopes = sigmoid_of<T>(z.col(j));
    const Vector<T> bent = errors.cwiseProduct(sigmoid_slope_of<T>(z.col(j))).cwiseProduct(moved.col(j));
    const Vector<T> pull =
        direction[unit] * errors.cwiseProduct(slopes) + theta[unit] * (changes.cwiseProduct(slopes) + bent);
    result[unit] = dot<T>(changes, softplus_of<T>(z.col(j))) + dot<T>(errors, slopes.cwiseProduct(moved.col(j)));
    result.segment(j * width, width) = product(inputs_.transpose(), pull);
  }
  return result;
}

#define VERIGRAD_INSTANTIATE(T)                                            \
  template T SoftplusNetwork::value<T>(const Vector<T>&) const;            \
  template Vector<T> SoftplusNetwork::gradient<T>(const Vector<T>&) const; \
  template Vector<T> SoftplusNetwork::hessian_product<T>(const Vector<T>&, const Vector<T>&) const;
VERIGRAD_FOR_EACH_REAL(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
