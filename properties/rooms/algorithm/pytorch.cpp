// Optimisers of PyTorch 1.13 against ours, from a record: pytorch/record.py writes pytorch/trajectories.json.
#include <cmath>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "verigrad/algorithm/heavy_ball.hpp"

#include "properties/rooms/algorithm/methods.hpp"

namespace verigrad::algorithm_pytorch_test {
namespace {

const nlohmann::json& record() {
  static const nlohmann::json all =
      nlohmann::json::parse(std::ifstream(VERIGRAD_SOURCE_DIR "/properties/rooms/algorithm/pytorch/trajectories.json"));
  return all;
}

/// Numbers, where null is NaN.
Vector<double> vector(const nlohmann::json& entries) {
  Vector<double> result(Eigen::Index(entries.size()));
  for (std::size_t i = 0; i < entries.size(); ++i)
    result[Eigen::Index(i)] = entries[i].is_null() ? std::nan("") : entries[i].get<double>();
  return result;
}

/// The largest distance of an entry of ours, in units in the last place of the larger of 1 and the recorded entry.
template <class T>
double ulps(const Vector<T>& ours, const Vector<double>& all_recorded) {
  const Vector<double> recorded = all_recorded.head(ours.size());
  const double distance =
      ((ours.template cast<double>() - recorded).array() / recorded.array().abs().max(1)).abs().maxCoeff();
  return distance / std::numeric_limits<T>::epsilon();
}

/// The rates of the record, or of the step before.
double rate_now(std::size_t k) { return record()["rates"][k]; }
double rate_before(std::size_t k) { return rate_now(k == 0 ? 0 : k - 1); }

/// One run of PyTorch, and how ours is to be held against it.
struct Run {
  std::string name;
  const char* field = "theta";
  double (*rate)(std::size_t) = rate_now;
  double sign = 1;  ///< of the gradients
};

/// How far the method ever is from the run in `part` of its state.
template <class T, class Method, class Part>
double distance(const Run& run, const Method& method, const Part& part) {
  auto state = method.template start<T>(vector(record()["theta0"]).cast<T>());
  const nlohmann::json& iterates = record()["runs"][run.name][run.field];
  double largest = 0;
  for (std::size_t k = 0; k < iterates.size(); ++k) {
    const Vector<T> g = (run.sign * vector(record()["gradients"][k])).cast<T>();
    if constexpr (requires { method.template advance<T>(state, g, 1.0); })
      method.template advance<T>(state, g, run.rate(k));
    else
      method.template advance<T>(state, g);
    largest = std::max(largest, ulps<T>(part(state), vector(iterates[k])));
  }
  return largest;
}
template <class T = double, class Method>
double distance(const Run& run, const Method& method) {
  return distance<T>(run, method, [](const auto& state) { return state.theta; });
}

/// Twelve steps of a dozen operations each, done in another order, and β to the power of k by other means.
constexpr double rounding = 4;
/// What only another formula explains.
constexpr double another = 0x1p30;

template <class Method>
void expect_agrees(const std::string& name, const Method& method) {
  EXPECT_LE(distance({name}, method), rounding) << name;
}
template <class Method>
void expect_agrees_in_single(const std::string& name, const Method& method) {
  EXPECT_LE(distance<float>({name + ", float32"}, method), rounding) << name;
}
template <class Method>
void expect_parts(const std::string& name, const Method& method) {
  EXPECT_GT(distance({name}, method), another) << name;
}

const WeightDecay l2 = coupled(0.3), apart = decoupled(0.3);

TEST(PyTorch, sgd) {
  expect_agrees("SGD", Sgd{.gamma = 0.5});
  expect_agrees("SGD, weight decay", Sgd{.gamma = 0.5, .decay = l2});
  expect_agrees("SGD, momentum", Sgd{.gamma = 0.5, .mu = 0.9});
  expect_agrees("SGD, dampening", Sgd{.gamma = 0.5, .mu = 0.9, .dampening = 0.3});
  expect_agrees("SGD, Nesterov, weight decay", Sgd{.gamma = 0.5, .mu = 0.9, .nesterov = true, .decay = l2});
  EXPECT_LE(distance({.name = "SGD, maximize", .sign = -1}, Sgd{.gamma = 0.5}), rounding);
}
TEST(PyTorch, sgd_parts_from_the_heavy_ball_where_the_rate_changes) {
  expect_parts("SGD, momentum", HeavyBall{0.5, 0.9});
}

TEST(PyTorch, adagrad) {
  expect_agrees("Adagrad", Adagrad{.alpha = 0.5, .epsilon = 0.1});
  expect_agrees("Adagrad, all options",
                Adagrad{.alpha = 0.5, .epsilon = 0.1, .rate_decay = 0.2, .initial = 0.6, .decay = l2});
}

TEST(PyTorch, rms_prop) {
  RmsProp method{.alpha = 0.5, .beta = 0.9, .epsilon = 0.1};
  expect_agrees("RMSprop", method);
  method.mu = 0.7;
  expect_agrees("RMSprop, momentum", method);
  method.centred = true;
  method.decay = l2;
  expect_agrees("RMSprop, all options", method);
  method.mu = 0;
  method.decay = {};
  expect_agrees("RMSprop, centred", method);
  method.centred = false;
  method.decay = l2;
  expect_agrees("RMSprop, weight decay", method);
}

TEST(PyTorch, adam) {
  expect_agrees("Adam", Adam{0.5, 0.8, 0.9, 0.1});
  expect_agrees("Adam, weight decay", Adam{0.5, 0.8, 0.9, 0.1, l2});
  expect_agrees("AdamW", Adam{0.5, 0.8, 0.9, 0.1, apart});
  expect_parts("AdamW", Adam{0.5, 0.8, 0.9, 0.1, l2});
}

TEST(PyTorch, ams_grad_corrects_after_the_maximum) {
  using Correction = AmsGrad::Correction;
  expect_agrees("Adam, amsgrad", AmsGrad{0.5, 0.8, 0.9, 0.1, Correction::after_maximum});
  expect_agrees("AdamW, amsgrad", AmsGrad{0.5, 0.8, 0.9, 0.1, Correction::after_maximum, apart});
  expect_parts("Adam, amsgrad", AmsGrad{0.5, 0.8, 0.9, 0.1, Correction::before_maximum});
  expect_parts("Adam, amsgrad", AmsGrad{0.5, 0.8, 0.9, 0.1, Correction::none});
}

TEST(PyTorch, n_adam_multiplies_mu_twice_but_with_foreach) {
  expect_agrees("NAdam, foreach", NAdam{0.5, 0.8, 0.9, 0.1, 0.2});
  expect_agrees("NAdam, foreach, weight decay", NAdam{0.5, 0.8, 0.9, 0.1, 0.2, l2});
  expect_parts("NAdam, single tensor", NAdam{0.5, 0.8, 0.9, 0.1, 0.2});
}

TEST(PyTorch, r_adam_forgets_epsilon_with_foreach) {
  expect_agrees("RAdam, single tensor", RAdam{0.5, 0.8, 0.9, 0.1});
  expect_agrees("RAdam, single tensor, weight decay", RAdam{0.5, 0.8, 0.9, 0.1, 5, l2});
  const auto moved = [](const auto& state) { return Vector<double>(state.theta.head(3)); };
  EXPECT_LE(distance<double>({"RAdam, foreach"}, RAdam{0.5, 0.8, 0.9, 0}, moved), rounding);
  EXPECT_GT(distance<double>({"RAdam, foreach"}, RAdam{0.5, 0.8, 0.9, 0.1}, moved), another);
  EXPECT_TRUE(std::isnan(vector(record()["runs"]["RAdam, foreach"]["theta"][0])[3])) << "0/0 where no gradient came";
}

TEST(PyTorch, adamax) {
  expect_agrees("Adamax", Adamax{0.5, 0.8, 0.9, 0.1});
  expect_agrees("Adamax, weight decay", Adamax{0.5, 0.8, 0.9, 0.1, l2});
}

TEST(PyTorch, adadelta) {
  expect_agrees("Adadelta", Adadelta{0.5, 0.8, 0.1});
  expect_agrees("Adadelta, weight decay", Adadelta{0.5, 0.8, 0.1, l2});
}

TEST(PyTorch, rprop) {
  expect_agrees("Rprop", Rprop{.alpha = 0.5, .eta_minus = 0.4, .eta_plus = 1.3, .bounds = {0.1, 0.7}});
}

TEST(PyTorch, asgd_takes_a_rate_one_step_late) {
  AveragedStochasticGradient method{.gamma = 0.5, .lambda = 0.3, .t0 = 4};
  const auto average = [](const auto& state) { return state.average; };
  for (const char* run : {"ASGD", "ASGD, weight decay"}) {
    EXPECT_LE(distance({.name = run, .rate = rate_before}, method), rounding) << run;
    EXPECT_LE(distance<double>({run, "average", rate_before}, method, average), rounding) << run;
    expect_parts(run, method);
    method.decay = l2;
  }
}

TEST(PyTorch, in_single) {
  expect_agrees_in_single("SGD, Nesterov, weight decay", Sgd{.gamma = 0.5, .mu = 0.9, .nesterov = true, .decay = l2});
  expect_agrees_in_single("Adagrad, all options",
                          Adagrad{.alpha = 0.5, .epsilon = 0.1, .rate_decay = 0.2, .initial = 0.6, .decay = l2});
  expect_agrees_in_single("RMSprop, all options",
                          RmsProp{.alpha = 0.5, .beta = 0.9, .epsilon = 0.1, .mu = 0.7, .centred = true, .decay = l2});
  expect_agrees_in_single("Adam, weight decay", Adam{0.5, 0.8, 0.9, 0.1, l2});
  expect_agrees_in_single("AdamW, amsgrad", AmsGrad{0.5, 0.8, 0.9, 0.1, AmsGrad::Correction::after_maximum, apart});
}

}  // namespace
}  // namespace verigrad::algorithm_pytorch_test
