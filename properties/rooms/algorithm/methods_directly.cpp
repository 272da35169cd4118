// Six steps of each method at changing rates in balls of 256 bits, against formulas that sum over all gradients.
#include <functional>
#include <numeric>

#include <gtest/gtest.h>

#include "properties/rooms/algorithm/methods.hpp"

namespace verigrad::algorithm_methods_directly_test {
namespace {

using Balls = std::vector<Ball>;

const Balls& rates() {
  static const Balls all{exact<Ball>(0.5),  exact<Ball>(0.5),   exact<Ball>(2),
                         exact<Ball>(0.25), exact<Ball>(0.125), Ball(1)};
  return all;
}
const std::vector<std::vector<double>> gradients{{2, -0.3}, {1, 0.7}, {-0.5, 0.1}, {0, -3}, {-3, 0.2}, {0.75, 1.1}};
const Ball lambda = exact<Ball>(0.3);

Ball sum(const Balls& terms) { return std::accumulate(terms.begin(), terms.end(), Ball(0)); }
/// Σⱼ wᵏ⁻ʲ xⱼ.
Ball discounted(const Ball& w, const Balls& x) {
  Balls terms;
  for (std::size_t j = 0; j < x.size(); ++j) terms.push_back(power(w, int(x.size() - 1 - j)) * x[j]);
  return sum(terms);
}
Ball average(const Ball& w, const Balls& x) { return (Ball(1) - w) * discounted(w, x); }
Ball corrected(const Ball& w, const Balls& x) { return average(w, x) / (Ball(1) - power(w, int(x.size()))); }
Balls squares(const Balls& x) {
  Balls result;
  for (const Ball& entry : x) result.push_back(entry * entry);
  return result;
}
/// value(x₁ … xⱼ) for j = 1 … k.
Balls prefixes(const Balls& x, const std::function<Ball(const Balls&)>& value) {
  Balls result;
  for (std::size_t j = 1; j <= x.size(); ++j) result.push_back(value(Balls(x.begin(), x.begin() + long(j))));
  return result;
}
Ball largest(const Balls& x) {
  return std::accumulate(x.begin(), x.end(), Ball(0), [](const Ball& a, const Ball& b) { return larger<Ball>(a, b); });
}

/// What the rate of the last step multiplies, from the gradients of all steps.
using Direction = std::function<Ball(const Balls& gradients)>;

void expect_same(const Ball& a, const Ball& b, const std::string& where) {
  EXPECT_TRUE(certainly_less<Ball>(abs(a - b), power(frac<Ball>(1, 2), 200))) << where;
}

/// Each parameter of the method goes θ⁺ = kept θ − rate direction, where the direction may see g + λθ.
template <class Method>
void expect_direction(const Method& plain, const Direction& direction) {
  const Ball::Precision precision(256);
  for (const int decayed : {0, 1, 2}) {
    Method method = plain;
    if (decayed == 1) method.decay = coupled(0.3);
    if (decayed == 2) method.decay = decoupled(0.3);
    auto state = method.template start<Ball>(Vector<Ball>{{Ball(2), Ball(-3)}});
    std::vector<Balls> seen(2);
    Balls theta{Ball(2), Ball(-3)};
    for (std::size_t k = 0; k < gradients.size(); ++k) {
      const Vector<Ball> g{{exact<Ball>(gradients[k][0]), exact<Ball>(gradients[k][1])}};
      method.template advance<Ball>(state, g, rates()[k]);
      for (std::size_t i : {0, 1}) {
        seen[i].push_back(decayed == 1 ? Ball(g[long(i)] + lambda * theta[i]) : g[long(i)]);
        if (decayed == 2) theta[i] = theta[i] - rates()[k] * lambda * theta[i];
        theta[i] = theta[i] - rates()[k] * direction(seen[i]);
        expect_same(state.theta[long(i)], theta[i], "step " + std::to_string(k) + ", decay " + std::to_string(decayed));
      }
    }
  }
}

const Ball b1 = exact<Ball>(0.8), b2 = exact<Ball>(0.9), eps = exact<Ball>(0.1);

TEST(Adam, goes_along_its_formula) {
  expect_direction(Adam{1, 0.8, 0.9, 0.1},
                   [](const Balls& g) { return corrected(b1, g) / (sqrt(corrected(b2, squares(g))) + eps); });
}

TEST(AmsGrad, goes_along_each_of_its_formulas) {
  const auto second = [](const Balls& g) { return average(b2, squares(g)); };
  expect_direction(AmsGrad{1, 0.8, 0.9, 0.1, AmsGrad::Correction::none},
                   [&](const Balls& g) { return average(b1, g) / (sqrt(largest(prefixes(g, second))) + eps); });
  expect_direction(AmsGrad{1, 0.8, 0.9, 0.1, AmsGrad::Correction::after_maximum}, [&](const Balls& g) {
    const Ball short_of_one = Ball(1) - power(b2, int(g.size()));
    return corrected(b1, g) / (sqrt(largest(prefixes(g, second)) / short_of_one) + eps);
  });
  const auto second_corrected = [](const Balls& g) { return corrected(b2, squares(g)); };
  expect_direction(AmsGrad{1, 0.8, 0.9, 0.1, AmsGrad::Correction::before_maximum}, [&](const Balls& g) {
    return corrected(b1, g) / (sqrt(largest(prefixes(g, second_corrected))) + eps);
  });
}

TEST(NAdam, goes_along_its_formula) {
  const auto mu = [](int k) {
    return b1 * (Ball(1) - exp(Ball(k) * exact<Ball>(0.2) * log(frac<Ball>(96, 100))) / Ball(2));
  };
  const auto product = [&](int k) {
    Ball result(1);
    for (int j = 1; j <= k; ++j) result *= mu(j);
    return result;
  };
  expect_direction(NAdam{1, 0.8, 0.9, 0.1, 0.2}, [&](const Balls& g) {
    const int k = int(g.size());
    const Ball along_m = mu(k + 1) * average(b1, g) / (Ball(1) - product(k + 1));
    const Ball along_g = (Ball(1) - mu(k)) * g.back() / (Ball(1) - product(k));
    return (along_m + along_g) / (sqrt(corrected(b2, squares(g))) + eps);
  });
}

/// ρₖ of β₂ = 0.9: 19 − 20 for k = 1, where the moments are not to be divided by, to above 4 and 5 for k = 5 and 6.
TEST(RAdam, goes_along_its_formula) {
  const auto direction = [](const Balls& g, int threshold) {
    const int k = int(g.size());
    const Ball limit = Ball(2) / (Ball(1) - b2) - Ball(1);
    const Ball rho = limit - Ball(2 * k) * power(b2, k) / (Ball(1) - power(b2, k));
    if (certainly_less<Ball>(rho, Ball(threshold))) return corrected(b1, g);
    const Ball squared = (rho - Ball(4)) * (rho - Ball(2)) * limit / ((limit - Ball(4)) * (limit - Ball(2)) * rho);
    const Ball length = sqrt(Ball(1) - power(b2, k)) / (sqrt(average(b2, squares(g))) + eps);
    return Ball(corrected(b1, g) * sqrt(squared) * length);
  };
  RAdam method{1, 0.8, 0.9, 0.1};
  expect_direction(method, [&](const Balls& g) { return direction(g, 5); });
  method.threshold = 4;
  expect_direction(method, [&](const Balls& g) { return direction(g, 4); });
}

TEST(RAdam, knows_when_it_may_divide) {
  const RAdam method{1, 0.8, 0.9, 0.1};
  AdamState<double> state = RAdam::start<double>(Vector<double>::Ones(1));
  std::vector<bool> above_four, above_five;
  for (int k = 1; k <= 7; ++k) {
    method.advance<double>(state, Vector<double>::Ones(1));
    above_four.push_back(method.rho<double>(state) > 4);
    above_five.push_back(method.rho<double>(state) > 5);
  }
  EXPECT_EQ(above_four, (std::vector<bool>{false, false, false, false, true, true, true}));
  EXPECT_EQ(above_five, (std::vector<bool>{false, false, false, false, false, true, true}));
}

TEST(Adamax, goes_along_its_formula) {
  expect_direction(Adamax{1, 0.8, 0.9, 0.1}, [](const Balls& g) {
    Balls weighted;
    for (std::size_t j = 0; j < g.size(); ++j) weighted.push_back(power(b2, int(g.size() - 1 - j)) * (abs(g[j]) + eps));
    return corrected(b1, g) / largest(weighted);
  });
}

TEST(AdaBelief, goes_along_its_formula) {
  expect_direction(AdaBelief{1, 0.8, 0.9, 0.1}, [](const Balls& g) {
    const Balls surprises = prefixes(g, [](const Balls& past) { return past.back() - average(b1, past); });
    const Ball floors = discounted(b2, Balls(g.size(), eps));
    const Ball s = average(b2, squares(surprises)) + floors;
    return corrected(b1, g) / (sqrt(s / (Ball(1) - power(b2, int(g.size())))) + eps);
  });
}

TEST(Adadelta, goes_along_its_formula) {
  expect_direction(Adadelta{1, 0.8, 0.1}, [](const Balls& g) {
    Balls moves;
    for (std::size_t k = 1; k <= g.size(); ++k) {
      const Ball of_moves = average(b1, squares(moves)) + eps;
      const Ball of_gradients = average(b1, squares(Balls(g.begin(), g.begin() + long(k)))) + eps;
      moves.push_back(sqrt(of_moves / of_gradients) * g[k - 1]);
    }
    return moves.back();
  });
}

TEST(RmsProp, goes_along_each_of_its_formulas) {
  const Ball mu = exact<Ball>(0.7);
  const auto scaled = [](const Balls& g) { return g.back() / (sqrt(average(b2, squares(g))) + eps); };
  const auto centred = [](const Balls& g) {
    const Ball mean = average(b2, g);
    return g.back() / (sqrt(average(b2, squares(g)) - mean * mean) + eps);
  };
  expect_direction(RmsProp{.alpha = 1, .beta = 0.9, .epsilon = 0.1}, scaled);
  expect_direction(RmsProp{.alpha = 1, .beta = 0.9, .epsilon = 0.1, .centred = true}, centred);
  expect_direction(RmsProp{.alpha = 1, .beta = 0.9, .epsilon = 0.1, .mu = 0.7},
                   [&](const Balls& g) { return discounted(mu, prefixes(g, scaled)); });
  expect_direction(RmsProp{.alpha = 1, .beta = 0.9, .epsilon = 0.1, .mu = 0.7, .centred = true},
                   [&](const Balls& g) { return discounted(mu, prefixes(g, centred)); });
}

TEST(Adagrad, goes_along_its_formula) {
  expect_direction(Adagrad{.alpha = 1, .epsilon = 0.1, .initial = 0.6},
                   [](const Balls& g) { return g.back() / (sqrt(exact<Ball>(0.6) + sum(squares(g))) + eps); });
}

TEST(Sgd, goes_along_each_of_its_formulas) {
  const Ball mu = exact<Ball>(0.7), share = Ball(1) - exact<Ball>(0.3);
  const auto velocity = [&](const Balls& g) {
    Balls weighted{g.front()};
    for (std::size_t j = 1; j < g.size(); ++j) weighted.push_back(share * g[j]);
    return discounted(mu, weighted);
  };
  expect_direction(Sgd{.gamma = 1, .mu = 0.7, .dampening = 0.3}, velocity);
  expect_direction(Sgd{.gamma = 1, .mu = 0.7, .dampening = 0.3, .nesterov = true},
                   [&](const Balls& g) { return Ball(g.back() + mu * velocity(g)); });
}

TEST(RAdam, encloses_both_steps_where_the_threshold_is_open) {
  const Ball::Precision precision(256);
  RAdam method{1, 0.5, 0.875, 0.5};
  const Vector<Ball> one{{Ball(1)}};
  AdamState<Ball> before = RAdam::start<Ball>(one);
  for (int k = 1; k < 5; ++k) method.advance<Ball>(before, one);
  before.beta2_to_k = before.beta2_to_k.widened(power(frac<Ball>(1, 2), 30));
  AdamState<Ball> counted = before;
  counted.count(method.beta1, method.beta2);
  const auto after = [&](double threshold) {
    AdamState<Ball> state = before;
    method.threshold = threshold;
    method.advance<Ball>(state, one);
    return state.theta[0];
  };
  const Ball open = after(approximate(method.rho<Ball>(counted))), rectified = after(4), plain = after(5);
  EXPECT_LT(plain.upper(), rectified.lower());
  EXPECT_LE(open.lower(), plain.lower());
  EXPECT_GE(open.upper(), rectified.upper());
}

}  // namespace
}  // namespace verigrad::algorithm_methods_directly_test
