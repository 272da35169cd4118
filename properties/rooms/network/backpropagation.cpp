// The double path of back-propagation: inside its own interval, free of allocations, right at extreme sizes and inputs,
// clear about wrong calls.
#include <cmath>
#include <cstdlib>

#include <gtest/gtest.h>

#include "verigrad/autodiff/counted.hpp"
#include "verigrad/network/backpropagation_inline.hpp"
#include "verigrad/network/softmax.hpp"
#include "verigrad/sampling/networks.hpp"

#include "properties/rooms/allocations.hpp"

namespace verigrad {
/// The library has σ and tanh over its own number types only.
template <>
inline constexpr bool has_exp<Counted> = false;
}  // namespace verigrad

namespace verigrad::network_backpropagation_test {
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

TEST(Backpropagation, double_result_lies_inside_its_derived_rounding_bound) {
  for (const Activation hidden :
       {Activation::identity, Activation::relu, Activation::leaky_relu, Activation::square, Activation::sigmoid,
        Activation::tanh, Activation::softplus, Activation::elu, Activation::silu}) {
    const DenseNetwork network = DenseNetwork::classifier({150, 140, 30, 7}, hidden);
    const Batch<double> batch{filled(5, 150), {0, 6, 3, 3, 1}, filled(5, 7)};
    expect_inside(network, Loss::softmax_cross_entropy, filled(network.parameter_count()), batch);
    expect_inside(network, Loss::squared_error, filled(network.parameter_count()), batch);
  }
}

/// ½((3(2x + 1)² − 1)² − 675)² at x = 1: z = 3, 26 and y = 9, 676, so that δ₂ = 1·52 and δ₁ = 52·3·6.
TEST(Backpropagation, of_two_squares_by_hand) {
  const DenseNetwork network({1, 1, 1}, {Activation::square, Activation::square});
  const Vector<Rational> theta{{Rational(2), Rational(1), Rational(3), Rational(-1)}};
  const Batch<Rational> batch{
      Matrix<Rational>::Constant(1, 1, Rational(1)), {}, Matrix<Rational>::Constant(1, 1, Rational(675))};
  Backpropagation<Rational> pass(network, Loss::squared_error);
  Vector<Rational> gradient;
  EXPECT_EQ(pass.outputs(theta, batch.inputs)(0, 0), 676);
  EXPECT_EQ(pass.objective_and_gradient(theta, batch, gradient), Rational(1, 2));
  EXPECT_EQ(gradient, (Vector<Rational>{{Rational(936), Rational(936), Rational(468), Rational(52)}}));
}

TEST(Activations, elu_is_exp_minus_one_below_zero) {
  EXPECT_EQ(activate<double>(Activation::elu, 2), 2);
  EXPECT_NEAR(activate<double>(Activation::elu, -1), std::expm1(-1.0), 0x1p-52);
  EXPECT_EQ(activate<double>(Activation::elu, -1000), -1);
}

TEST(Backpropagation, a_step_allocates_nothing_after_the_first) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the address sanitizer owns malloc";
#else
  const DenseNetwork network = DenseNetwork::classifier({784, 256, 128, 10});
  Backpropagation<double> pass(network, Loss::softmax_cross_entropy);
  const Vector<double> theta = filled(network.parameter_count());
  const Batch<double> batch{filled(128, 784), std::vector<int>(128, 3)};
  Vector<double> gradient;
  const long before_first = allocations();
  pass.objective_and_gradient(theta, batch, gradient);
  EXPECT_GT(allocations(), before_first) << "the counter counts";
  const long before = allocations();
  pass.objective_and_gradient(theta, batch, gradient);
  EXPECT_EQ(allocations(), before);
#endif
}

TEST(Backpropagation, null_deep_and_wide_networks_work) {
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

/// Few bits an entry, so that doubles hold every sum.
Matrix<double> few_bits(Eigen::Index rows, Eigen::Index columns) {
  return Matrix<double>::NullaryExpr(
      rows, columns, [](Eigen::Index i, Eigen::Index j) { return std::ldexp(double((5 * i + 7 * j) % 17 - 8), -3); });
}

/// Two hundred of each: products in blocks lose nothing beyond their first block.
TEST(Backpropagation, of_many_inputs_units_or_samples_is_exact_where_doubles_are) {
  for (const auto& [widths, samples] : std::vector<std::pair<std::vector<int>, int>>{
           {{200, 3, 2}, 3}, {{2, 200, 2}, 3}, {{2, 3, 200}, 3}, {{2, 3, 2}, 200}}) {
    const DenseNetwork network = DenseNetwork::classifier(widths);
    const Batch<double> batch{few_bits(samples, network.inputs()), {}, few_bits(samples, network.outputs())};
    const Vector<double> theta = few_bits(network.parameter_count(), 1);
    Vector<double> gradient;
    Vector<Rational> exactly;
    const double value =
        Backpropagation<double>(network, Loss::squared_error).objective_and_gradient(theta, batch, gradient);
    EXPECT_EQ(exact<Rational>(value),
              Backpropagation<Rational>(network, Loss::squared_error)
                  .objective_and_gradient(exact<Rational>(theta), over<Rational>(batch), exactly));
    EXPECT_EQ(exact<Rational>(gradient), exactly) << network.describe() << ", samples " << samples;
  }
}

TEST(Backpropagation, two_hundred_layers_of_each_activation_stay_inside_their_bound) {
  for (const Activation hidden : {Activation::relu, Activation::leaky_relu, Activation::sigmoid, Activation::tanh,
                                  Activation::softplus, Activation::elu, Activation::silu}) {
    std::vector<int> widths(201, 3);
    const DenseNetwork deep = DenseNetwork::classifier(widths, hidden);
    expect_inside(deep, Loss::softmax_cross_entropy, filled(deep.parameter_count()), {filled(2, 3), {0, 2}});
  }
}

/// z and what 𝒮(z), ξ(𝒮(z), e_label) and its gradient are, in a precision that e⁻²⁰⁰⁰⁰ does not exhaust.
template <class T>
void expect_softmax(const Vector<double>& z, Eigen::Index label, const Vector<double>& s, double loss) {
  const Vector<T> at = exact<T>(z);
  const Vector<T> values = softmax(at);
  Vector<T> gradient(z.size());
  softmax_cross_entropy_gradient_into(at, label, gradient);
  const auto encloses = [](const T& enclosure, double value) {
    EXPECT_TRUE(std::isfinite(enclosure.lower()) && std::isfinite(enclosure.upper()));
    EXPECT_LE(enclosure.lower(), value);
    EXPECT_GE(enclosure.upper(), value);
    EXPECT_LE(enclosure.upper() - enclosure.lower(), std::ldexp(std::max(std::abs(value), 1.0), -45));
  };
  for (Eigen::Index k = 0; k < z.size(); ++k) {
    encloses(values[k], s[k]);
    encloses(gradient[k], s[k] - (k == label));
  }
  encloses(softmax_cross_entropy(at, label), loss);
}

// Values that doubles hold to their last place: log 2 and what e^±20000 is against.
TEST(Softmax, is_enclosed_at_ten_thousand) {
  const Vector<double> tie{{10000, -10000, 10000}}, low{{-10000, -10000, -10000, -10000}};
  const Vector<double> halves{{0.5, 0, 0.5}}, quarters = Vector<double>::Constant(4, 0.25);
  for (const Eigen::Index label : {0, 2}) {
    expect_softmax<Interval>(tie, label, halves, std::log(2.0));
    const Ball::Precision precision(64);
    expect_softmax<Ball>(tie, label, halves, std::log(2.0));
  }
  expect_softmax<Interval>(tie, 1, halves, 20000 + std::log(2.0));
  expect_softmax<Interval>(low, 3, quarters, std::log(4.0));
  const Vector<Ball> narrow = softmax(exact<Ball>(tie));
  EXPECT_EQ(sign_of(narrow[1]), Sign::positive) << "e⁻²⁰⁰⁰⁰/2 is not 0";
  EXPECT_EQ(sign_of(softmax_cross_entropy(exact<Ball>(Vector<double>{{10000, -10000}}), 0)), Sign::positive);
}

TEST(Softmax, is_right_at_ten_thousand) {
  Vector<double> z(3);
  z << 10000, -10000, 10000;
  EXPECT_EQ(softmax(z), (Vector<double>(3) << 0.5, 0, 0.5).finished());
  EXPECT_EQ(softmax_cross_entropy(z, 1), 20000 + std::log1p(1));
  EXPECT_EQ(softmax(Vector<double>{{-10000, 10000, 10000}}), (Vector<double>{{0, 0.5, 0.5}}))
      << "the largest is not first";
  z << 10000, -10000, 9960;
  EXPECT_EQ(softmax_cross_entropy(z, 0), std::log1p(std::exp(-40))) << "no cancellation";
}

/// Multiplications of the objective, and of the objective with its gradient.
std::pair<long, long> multiplications(const DenseNetwork& network, int samples) {
  Backpropagation<Counted> pass(network, Loss::squared_error);
  const Vector<Counted> theta = filled(network.parameter_count()).unaryExpr(&Counted::of);
  const Batch<Counted> batch{filled(samples, network.inputs()).unaryExpr(&Counted::of),
                             {},
                             filled(samples, network.outputs()).unaryExpr(&Counted::of)};
  Vector<Counted> gradient;
  return {Counted::count([&] { pass.objective(theta, batch); }).multiplications,
          Counted::count([&] { pass.objective_and_gradient(theta, batch, gradient); }).multiplications};
}

// Mathematical Foundations of Data Sciences, 14.3.1: the reverse mode has in most cases a cost proportional to a single
// evaluation of f. Here: the forward pass has N Σₖ mₖmₖ₋₁ multiplications and those of the loss, the backward pass the
// same for the weights, N Σ_{k ≥ 2} mₖmₖ₋₁ for the inputs and one an activated unit.
TEST(Backpropagation, costs_at_most_four_evaluations) {
  for (const auto& widths : std::vector<std::vector<int>>{{5, 4, 3}, {1, 1, 1, 1}, {2, 30, 20, 7}, {8, 3}})
    for (const int n : {1, 4}) {
      const DenseNetwork network = DenseNetwork::classifier(widths, Activation::relu);
      long products = 0, hidden = 0;
      for (int k = 1; k <= network.depth(); ++k) products += long(network.width(k)) * network.width(k - 1);
      for (int k = 1; k < network.depth(); ++k) hidden += network.width(k);
      const auto [evaluation, both] = multiplications(network, n);
      EXPECT_EQ(evaluation, n * (products + network.outputs())) << network.describe();
      EXPECT_EQ(both - evaluation, n * (2 * products - long(network.width(1)) * network.width(0) + hidden))
          << network.describe();
      EXPECT_LE(both, 4 * evaluation);
    }
}

TEST(Backpropagation, wrong_calls_name_field_value_and_remedy) {
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
  EXPECT_EQ(message(theta, {filled(1, 2), {-1}}), "labels[0] is -1; use 0 … 1, the index of a class");
  EXPECT_EQ(message(theta, {filled(1, 2), {0, 1}}), "labels: 2 for a batch of 1; give one a sample");
  Matrix<double> infinite = filled(1, 2);
  infinite(0, 1) = INFINITY;
  EXPECT_EQ(message(theta, {infinite, {0}}), "inputs: entry 1 is inf; give finite numbers");
  Backpropagation<double> squares(network, Loss::squared_error);
  EXPECT_THROW(squares.objective(theta, {filled(1, 2), {}, filled(2, 2)}), std::invalid_argument);
  theta[4] = std::nan("");
  EXPECT_EQ(message(theta, {filled(1, 2), {0}}), "theta: entry 4 is nan; give finite numbers");
  EXPECT_THROW(DenseNetwork({2, 0}, {Activation::relu}), std::invalid_argument);
  EXPECT_THROW(DenseNetwork({2, 1}, {}), std::invalid_argument);
  EXPECT_THROW(activate<Rational>(Activation::tanh, Rational(1)), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::network_backpropagation_test
