// What every method for training must do, whatever its formula.
#include <gtest/gtest.h>

#include "properties/rooms/algorithm/methods.hpp"
#include "properties/rooms/allocations.hpp"

namespace verigrad::algorithm_method_laws_test {
namespace {

constexpr double lambda = 0.375;
const Rprop rprop{.alpha = 0.5, .bounds = {0.125, 2}};

/// Entries of more than two blocks, all different, of both signs.
Vector<double> ramp(double from, double to) { return Vector<double>::LinSpaced(600, from, to); }
const Vector<double> theta0 = ramp(2, -1);
/// The gradient of step k; some entries flip their sign, one is always 0.
Vector<double> gradient(int k) {
  Vector<double> g = ramp(-1.5, 2.5) * (k % 3 == 2 ? -0.75 : 1.25);
  g[7] = 0;
  return g;
}

/// From `state`, the steps first … last − 1, of gradients as `seen` shows them.
template <class Method, class State, class Seen>
void run(const Method& method, State& state, int first, int last, const Seen& seen) {
  for (int k = first; k < last; ++k) method.template advance<double>(state, seen(gradient(k)));
}
Vector<double> whole(const Vector<double>& x) { return x; }

/// All methods with either decay and with none, and Rprop.
template <class Body>
void for_all(const Body& body) {
  for_each_method({}, body);
  for_each_method(decoupled(lambda), body);
  for_each_method(coupled(lambda), body);
  body("Rprop", rprop);
}

TEST(Method, continues_from_a_saved_state) {
  for_all([](const char* name, const auto& method) {
    auto state = method.template start<double>(theta0);
    run(method, state, 0, 4, whole);
    auto saved = state;
    run(method, state, 4, 8, whole);
    run(method, saved, 4, 8, whole);
    EXPECT_EQ(saved.theta, state.theta) << name;
    auto anew = method.template start<double>(theta0);
    run(method, anew, 0, 8, whole);
    EXPECT_EQ(anew.theta, state.theta) << name;
  });
}

TEST(Method, treats_each_entry_alone_wherever_it_stands) {
  for_all([](const char* name, const auto& method) {
    auto all = method.template start<double>(theta0);
    run(method, all, 0, 8, whole);
    const auto backwards = [](const Vector<double>& x) { return Vector<double>(x.reverse()); };
    auto reversed = method.template start<double>(backwards(theta0));
    run(method, reversed, 0, 8, backwards);
    EXPECT_EQ(backwards(reversed.theta), all.theta) << name;
    for (const Eigen::Index i : {0, 7, 255, 256, 599}) {
      const auto entry = [i](const Vector<double>& x) { return Vector<double>::Constant(1, x[i]); };
      auto alone = method.template start<double>(entry(theta0));
      run(method, alone, 0, 8, entry);
      EXPECT_EQ(alone.theta[0], all.theta[i]) << name << ", entry " << i;
    }
  });
}

TEST(Method, rests_where_no_gradient_ever_came) {
  const auto rests = [](const char* name, const auto& method) {
    auto state = method.template start<double>(theta0);
    for (int k = 0; k < 6; ++k) method.template advance<double>(state, Vector<double>::Zero(600));
    EXPECT_EQ(state.theta, theta0) << name;
  };
  for_each_method({}, rests);
  rests("Rprop", rprop);
}

TEST(Method, moves_every_entry_that_has_a_gradient) {
  for_all([](const char* name, const auto& method) {
    auto state = method.template start<double>(theta0);
    run(method, state, 0, 1, whole);
    for (Eigen::Index i = 0; i < 600; ++i)
      EXPECT_TRUE(i == 7 || state.theta[i] != theta0[i]) << name << ", entry " << i;
  });
}

TEST(Method, decays_decoupled_before_the_step) {
  for_each_method(decoupled(lambda), [](const char* name, const auto& method) {
    auto decayed = method.template start<double>(theta0);
    method.template advance<double>(decayed, gradient(0));
    auto plain = method;
    plain.decay = {};
    auto shrunk = plain.template start<double>((1 - 0.5 * lambda) * theta0);
    plain.template advance<double>(shrunk, gradient(0));
    EXPECT_EQ(decayed.theta, shrunk.theta) << name;
  });
}

TEST(Method, decays_coupled_through_the_gradient) {
  for_each_method(coupled(lambda), [](const char* name, const auto& method) {
    auto decayed = method.template start<double>(theta0);
    method.template advance<double>(decayed, gradient(0));
    auto plain = method;
    plain.decay = {};
    auto penalised = plain.template start<double>(theta0);
    plain.template advance<double>(penalised, gradient(0) + lambda * theta0);
    EXPECT_EQ(decayed.theta, penalised.theta) << name;
  });
}

TEST(Method, takes_the_rate_of_each_step) {
  for_each_method(decoupled(lambda), [](const char* name, const auto& method) {
    auto given = method.template start<double>(theta0), own = given, other = given;
    for (int k = 0; k < 5; ++k) {
      method.template advance<double>(given, gradient(k), 0.5);
      method.template advance<double>(own, gradient(k));
      method.template advance<double>(other, gradient(k), k < 2 ? 0.5 : 0.25);
      EXPECT_EQ(other.theta == own.theta, k < 2) << name;
    }
    EXPECT_EQ(given.theta, own.theta) << name;
  });
}

/// Over float: an iterate near that over double, which a coefficient of another step, or one kept wrongly, would not
/// be.
TEST(Method, runs_over_float) {
  double largest = 0;
  for_all([&](const char*, const auto& method) {
    auto wide = method.template start<double>(theta0.cast<float>().template cast<double>());
    auto narrow = method.template start<float>(theta0.cast<float>());
    for (int k = 0; k < 8; ++k) {
      const Vector<float> g = gradient(k).cast<float>();
      method.template advance<double>(wide, g.cast<double>());
      method.template advance<float>(narrow, g);
    }
    const Vector<double> error = narrow.theta.template cast<double>() - wide.theta;
    largest = std::max(largest, (error.array() / wide.theta.array().abs().max(1)).abs().maxCoeff());
  });
  EXPECT_LT(largest, 64 * 0x1p-24);
  EXPECT_GT(largest, 0);
}

TEST(Method, refuses_a_gradient_of_another_size_and_keeps_its_state) {
  for_all([](const char* name, const auto& method) {
    auto state = method.template start<double>(theta0), twin = state;
    EXPECT_THROW(method.template advance<double>(state, Vector<double>::Ones(3)), std::invalid_argument) << name;
    method.template advance<double>(state, gradient(0));
    method.template advance<double>(twin, gradient(0));
    EXPECT_EQ(state.theta, twin.theta) << name;
  });
}

TEST(RmsProp, refuses_a_state_of_other_options) {
  const RmsProp plain{.alpha = 1, .beta = 0.5, .epsilon = 1};
  auto state = plain.start<double>(theta0);
  RmsProp centred = plain, with_momentum = plain;
  centred.centred = true;
  with_momentum.mu = 0.5;
  EXPECT_THROW(centred.advance<double>(state, theta0), std::invalid_argument);
  EXPECT_THROW(with_momentum.advance<double>(state, theta0), std::invalid_argument);
}

#ifndef __SANITIZE_ADDRESS__
TEST(Method, allocates_nothing) {
  for_all([](const char* name, const auto& method) {
    auto state = method.template start<double>(theta0);
    const long before_gradient = allocations();
    const Vector<double> g = gradient(0);
    const long before = allocations();
    EXPECT_GT(before, before_gradient) << "the counter counts";
    method.template advance<double>(state, g);
    EXPECT_EQ(allocations(), before) << name;
  });
}
#endif

}  // namespace
}  // namespace verigrad::algorithm_method_laws_test
