#include "verigrad/problem/softplus_network.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/dataset.hpp"
#include "verigrad/problem/reals.hpp"
#include "verigrad/problem/sigmoid.hpp"
#include "verigrad/problem/table.hpp"

namespace verigrad {

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
  for (int j = 0; j < hidden_; ++j) result.col(j) = product<T>(inputs_, theta.segment(j * width, width));
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
    const Vector<T> outputs = z.col(j).unaryExpr([](const T& t) { return softplus<T>(t); });
    const Vector<T> slopes = z.col(j).unaryExpr([](const T& t) { return sigmoid<T>(t); });
    result[theta.size() - hidden_ + j] = dot<T>(errors, outputs);
    result.segment(j * width, width) = v * transposed_product<T>(inputs_, errors.cwiseProduct(slopes));
  }
  return result;
}

#define VERIGRAD_INSTANTIATE(T)                                 \
  template T SoftplusNetwork::value<T>(const Vector<T>&) const; \
  template Vector<T> SoftplusNetwork::gradient<T>(const Vector<T>&) const;
VERIGRAD_FOR_EACH_REAL(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
