// The double path of back-propagation: inside its own interval, free of allocations, right at extreme sizes and inputs,
// clear about wrong calls.
#include "verigrad/network/backpropagation.hpp"

#include <cmath>
#include <cstdlib>
#include <new>

#include <gtest/gtest.h>

#include "verigrad/network/dense_layer.hpp"
#include "verigrad/network/softmax.hpp"
#include "verigrad/sampling/networks.hpp"

namespace {
long allocations = 0;
}
// Eigen allocates by malloc, which nothing replaces portably: glibc's own is behind __libc_malloc.
extern "C" void* __libc_malloc(std::size_t);
extern "C" void* malloc(std::size_t size) {
  ++allocations;
  return __libc_malloc(size);
}

namespace verigrad {
namespace {

Matrix<double> filled(Eigen::Index rows, Eigen::Index columns) {
  return Matrix<double>::NullaryExpr(rows, columns, [](Eigen::Index i, Eigen::Index j) {
    return std::ldexp(double((37 * i + 101 * j) % 129 - 64), -9);
  });
}
Vector<double> filled(Eigen::Index size) { return filled(size, 1); }

template <class T>
Batch<T> over(const Batch<double>& batch) {
  return {exact<T>(batch.inputs), batch.labels, exact<T>(batch.targets)};
}

bool contains(const Interval& x, double y) { return x.lower() <= y && y <= x.upper(); }

void expect_inside(const DenseNetwork& network, Loss loss, const Vector<double>& theta, const Batch<double>& batch) {
  Vector<double> gradient;
  Vector<Interval> enclosure;
  const double value = Backpropagation<double>(network, loss).objective_and_gradient(theta, batch, gradient);
  const Interval values = Backpropagation<Interval>(network, loss)
                              .objective_and_gradient(exact<Interval>(theta), over<Interval>(batch), enclosure);
  EXPECT_TRUE(contains(values, value)) << network.describe();
  ASSERT_EQ(gradient.size(), enclosure.size());
  for (Eigen::Index i = 0; i < gradient.size(); ++i)
    ASSERT_TRUE(contains(enclosure[i], gradient[i])) << network.describe() << " at " << i;
}

TEST(backpropagation, double_result_lies_inside_its_derived_rounding_bound) {
  for (const Activation hidden :
       {Activation::identity, Activation::relu, Activation::leaky_relu, Activation::square, Activation::sigmoid,
        Activation::tanh, Activation::softplus, Activation::elu, Activation::silu}) {
    const DenseNetwork network = DenseNetwork::classifier({150, 140, 30, 7}, hidden);
    const Batch<double> batch{filled(5, 150), {0, 6, 3, 3, 1}, filled(5, 7)};
    expect_inside(network, Loss::softmax_cross_entropy, filled(network.parameter_count()), batch);
    expect_inside(network, Loss::squared_error, filled(network.parameter_count()), batch);
  }
}

TEST(backpropagation, a_step_allocates_nothing_after_the_first) {
  const DenseNetwork network = DenseNetwork::classifier({784, 256, 128, 10});
  Backpropagation<double> pass(network, Loss::softmax_cross_entropy);
  const Vector<double> theta = filled(network.parameter_count());
  const Batch<double> batch{filled(128, 784), std::vector<int>(128, 3)};
  Vector<double> gradient;
  const long before_first = allocations;
  pass.objective_and_gradient(theta, batch, gradient);
  EXPECT_GT(allocations, before_first) << "the counter counts";
  const long before = allocations;
  pass.objective_and_gradient(theta, batch, gradient);
  EXPECT_EQ(allocations, before);
}

TEST(backpropagation, null_deep_and_wide_networks_work) {
  Vector<double> gradient;
  Backpropagation<double> null(DenseNetwork({3}, {}), Loss::softmax_cross_entropy);
  EXPECT_TRUE(std::isfinite(null.objective_and_gradient(Vector<double>(0), {filled(2, 3), {0, 1}}, gradient)));
  EXPECT_EQ(gradient.size(), 0);

  const DenseNetwork deep(std::vector<int>(201, 1), std::vector<Activation>(200, Activation::identity));
  Vector<double> theta = Vector<double>::Zero(deep.parameter_count());
  for (int k = 1; k <= 200; ++k) deep.weights(theta, k).fill(1);
  Backpropagation<double> through(deep, Loss::squared_error);
  through.objective_and_gradient(theta, {Matrix<double>::Ones(1, 1), {}, Matrix<double>::Zero(1, 1)}, gradient);
  EXPECT_EQ(gradient, Vector<double>::Ones(400));

  const DenseNetwork wide = DenseNetwork::classifier({2, 10000, 3});
  expect_inside(wide, Loss::softmax_cross_entropy, filled(wide.parameter_count()), {filled(2, 2), {0, 2}});
}

TEST(softmax, is_right_at_ten_thousand) {
  Vector<double> z(3);
  z << 10000, -10000, 10000;
  EXPECT_EQ(softmax(z), (Vector<double>(3) << 0.5, 0, 0.5).finished());
  EXPECT_EQ(softmax_cross_entropy(z, 1), 20000 + std::log1p(1));
  z << 10000, -10000, 9960;
  EXPECT_EQ(softmax_cross_entropy(z, 0), std::log1p(std::exp(-40))) << "no cancellation";
}

TEST(backpropagation, wrong_calls_name_field_value_and_remedy) {
  const DenseNetwork network = DenseNetwork::classifier({2, 3, 2});
  Backpropagation<double> pass(network, Loss::softmax_cross_entropy);
  Vector<double> theta = filled(network.parameter_count());
  const auto message = [&](const Vector<double>& parameters, const Batch<double>& batch) -> std::string {
    try {
      pass.objective(parameters, batch);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "no error";
  };
  EXPECT_EQ(message(filled(3), {filled(1, 2), {0}}),
            "theta: 3 entries; the network 2–3–2, relu, identity has 17 parameters");
  EXPECT_EQ(message(theta, {filled(1, 3), {0}}),
            "inputs: 3 columns; the network 2–3–2, relu, identity reads 2, one sample a row");
  EXPECT_EQ(message(theta, {filled(0, 2), {}}), "inputs: an empty batch; give one row or more");
  EXPECT_EQ(message(theta, {filled(1, 2), {2}}), "labels[0] is 2; use 0 … 1, the index of a class");
  EXPECT_EQ(message(theta, {filled(1, 2), {0, 1}}), "labels: 2 for a batch of 1; give one a sample");
  theta[4] = std::nan("");
  EXPECT_EQ(message(theta, {filled(1, 2), {0}}), "theta: entry 4 is nan; give finite numbers");
  EXPECT_THROW(DenseNetwork({2, 0}, {Activation::relu}), std::invalid_argument);
  EXPECT_THROW(DenseNetwork({2, 1}, {}), std::invalid_argument);
  EXPECT_THROW(activate<Rational>(Activation::tanh, Rational(1)), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad
