// Shrinking goes through instances that meet the hypotheses, ends within its budget, and at a smaller one that fails.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/rapidcheck.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/splitting.hpp"
#include "verigrad/sampling/stochastic.hpp"
#include "verigrad/theorem/convexity/co_coercivity.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"
#include "verigrad/theorem/network/relu_jacobian.hpp"
#include "verigrad/theorem/stochastic/batch_splitting.hpp"

#include "properties/rooms/sampling/counted.hpp"

namespace verigrad::sampling_shrinking_test {
namespace {

template <class T>
rc::Shrinkable<T> shrinkable(const Gen<T>& generator, std::uint64_t seed) {
  return to_rapidcheck(generator)(rc::Random(seed));
}

/// What is left of an instance that fails, and how many were tried for it.
template <class T, class Fails>
std::pair<T, int> simplest(rc::Shrinkable<T> instance, Fails fails) {
  int tried = 0;
  auto smaller = instance.shrinks();
  while (const auto next = smaller.next()) {
    ++tried;
    if (!fails(next->value())) continue;
    instance = *next;
    smaller = instance.shrinks();
  }
  return {instance.value(), tried};
}

/// What is left where every instance fails.
template <class T>
std::pair<T, int> simplest(rc::Shrinkable<T> instance) {
  return simplest(std::move(instance), [](const T&) { return true; });
}

TEST(Shrinking, of_numbers_ends_at_the_simplest) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    EXPECT_EQ(simplest(shrinkable(generate::dyadic(), seed)).first, 0);
    EXPECT_EQ(simplest(shrinkable(generate::dimension(), seed)).first, 1);
    EXPECT_EQ(simplest(shrinkable(generate::positive(4, -8, 4), seed)).first, 1) << "2⁴ · 2⁻⁴, of one bit";
    EXPECT_TRUE(simplest(shrinkable(generate::point(5), seed)).first.isZero(0));
  }
}

/// Every instance fails: what is left has one dimension, one layer, one term, one step.
TEST(Shrinking, of_instances_ends_at_the_smallest_within_the_budget) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto [f, for_f] = simplest(shrinkable(generate::convex_smooth(), seed));
    EXPECT_EQ(f->dimension(), 1 + (f->rational() ? 0 : 1)) << f->describe();
    const auto [descent, for_descent] = simplest(shrinkable(generate::descent(generate::convex_quadratic(), 12), seed));
    EXPECT_TRUE(descent.n == 1 && descent.f->dimension() == 1) << descent.describe();
    const auto [layer, for_layer] = simplest(shrinkable(generate::dense_layer(), seed));
    EXPECT_TRUE(layer.W.size() == 1 && layer.x.isZero(0)) << layer.describe();
    const auto [network, for_network] =
        simplest(shrinkable(generate::network(generate::Activations::smooth, Loss::squared_error), seed));
    EXPECT_TRUE(network.network.depth() == 1 && network.inputs.size() == 1) << network.describe();
    const auto [graph, for_graph] = simplest(shrinkable(generate::graph_at_point(generate::Algebra::smooth), seed));
    EXPECT_TRUE(graph.graph.nodes().size() == 1 && graph.x.size() == 1) << graph.describe();
    const auto [run, for_run] = simplest(shrinkable(generate::stochastic(6), seed));
    EXPECT_EQ(run.n, 0) << run.describe();
    for (const int tried : {for_f, for_descent, for_layer, for_network, for_graph, for_run})
      EXPECT_LT(tried, shrink_budget);
  }
}

template <class T>
std::string describe(const T& instance) {
  return instance.describe();
}
std::string describe(int k) { return std::to_string(k); }
std::string describe(const Vector<double>& x) { return fmt::format("{}", fmt::join(x, ", ")); }

/// Few of the instances fail: what is left is the smallest of them.
template <class T, class Fails, class Smallest>
void expect_smallest(const Gen<T>& generator, Fails fails, Smallest smallest) {
  int failed = 0;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const auto instance = shrinkable(generator, seed);
    if (!fails(instance.value())) continue;
    ++failed;
    const auto [left, tried] = simplest(instance, fails);
    EXPECT_TRUE(smallest(left)) << seed << ": " << describe(left);
    EXPECT_LT(tried, shrink_budget) << seed;
  }
  EXPECT_GT(failed, 5);
}
TEST(Shrinking, of_what_seldom_fails_ends_at_the_smallest_within_the_budget) {
  expect_smallest(
      generate::up_to(1000), [](int k) { return k > 700; }, [](int k) { return k == 701; });
  expect_smallest(
      generate::point(5), [](const Vector<double>& x) { return x.maxCoeff() >= 10; },
      [](const Vector<double>& x) { return x.maxCoeff() == 10 && x.lpNorm<1>() == 10; });
  expect_smallest(
      generate::descent(generate::convex_quadratic(), 12),
      [](const DescentInstance& i) { return i.n > 3 && i.f->dimension() > 1; },
      [](const DescentInstance& i) { return i.n == 4 && i.f->dimension() == 2 && i.x0.isZero(0); });
  expect_smallest(
      generate::network(generate::Activations::smooth, Loss::squared_error),
      [](const NetworkInstance& i) { return i.network.depth() > 1; },
      [](const NetworkInstance& i) { return i.network.depth() == 2 && i.inputs.size() == 1; });
}

/// The first instances on the way, one step down from each.
template <class T, class Condition>
void expect_on_the_way(const Gen<T>& generator, Condition condition) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    auto instance = shrinkable(generator, seed);
    for (int step = 0; step < 12; ++step) {
      auto shrinks = instance.shrinks();
      for (int tried = 0; tried < 12; ++tried) {
        const auto smaller = shrinks.next();
        if (!smaller) break;
        EXPECT_TRUE(condition(smaller->value())) << smaller->value().describe();
        if (tried == step % 3) instance = *smaller;
      }
    }
  }
}

TEST(Shrinking, keeps_the_hypotheses) {
  expect_on_the_way(generate::descent(), gradient_descent_rate::hypotheses_hold);
  expect_on_the_way(generate::pair(generate::any_convex()), co_coercivity::hypotheses_hold);
  expect_on_the_way(generate::relu_layer(), relu_jacobian::hypotheses_hold);
  expect_on_the_way(generate::splitting(), batch_splitting::hypotheses_hold);
  expect_on_the_way(generate::stochastic(6), strongly_convex_sgd::hypotheses_hold);
}

/// How long the words are for the first instance that fails, and for the one it shrinks to, over some seeds.
template <class Instance, class Hypotheses>
void expect_smaller(const Gen<Instance>& instances, Hypotheses hypotheses, const Form<Instance>& wrong) {
  std::size_t first = 0, shrunk = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto words = [&](Verdict expected) {
      const CheckId id{"shrinking", Kind::step, wrong.key, expected};
      const Evidence evidence = sampled(id, instances, hypotheses, wrong).run({.seed = seed});
      EXPECT_EQ(evidence.verdict, Verdict::fails) << wrong.key << ": " << evidence.error;
      EXPECT_NE(evidence.counterexample.find("is false"), std::string::npos) << wrong.key;
      return evidence.counterexample.size();
    };
    first += words(Verdict::fails);
    shrunk += words(Verdict::holds);
  }
  EXPECT_LT(8 * shrunk, 7 * first) << wrong.key;
}

void below_tangent(const PairRun& r, Claims& claims) {
  claims.at_most("f(y) ≤ f(x) + ⟨∇f(x), y − x⟩", r.f_y, r.f_x + dot(r.g_x, r.y - r.x));
}
void near_each_other(const PairRun& r, Claims& claims) { claims.at_most("‖y − x‖² ≤ 16", squared_norm(r.y - r.x), 16); }
void at_the_minimum(const DescentInstance& i, Claims& claims) {
  claims.at_most("f(xₙ) ≤ f*", i.f->over<Number>().value(i.iterates().back()), i.minimum().f_star);
}

/// The same form is taken for a planted mistake, which is not shrunk, and for a right one, which is.
TEST(Shrinking, ends_at_smaller_instances_that_still_fail) {
  const auto pairs = generate::pair(generate::any_convex());
  expect_smaller(pairs, co_coercivity::hypotheses_hold, form<PairRun, PairInstance>("tangent", below_tangent));
  expect_smaller(pairs, co_coercivity::hypotheses_hold, form<PairRun, PairInstance>("near", near_each_other));
  expect_smaller(generate::descent(), gradient_descent_rate::hypotheses_hold, {"minimum", at_the_minimum});
}

}  // namespace
}  // namespace verigrad::sampling_shrinking_test
