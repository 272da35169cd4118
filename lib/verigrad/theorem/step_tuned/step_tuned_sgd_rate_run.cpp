#include "verigrad/theorem/step_tuned/step_tuned_sgd_rate_run.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/algorithm/step_tuned_sgd.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"
#include "verigrad/theorem/stochastic/law.hpp"

namespace verigrad::step_tuned_sgd_rate {

std::string RateInstance::describe() const {
  const std::string rate =
      rates.empty() ? fmt::format("α = {}, δ = {}", alpha, delta) : fmt::format("rates {}", fmt::join(rates, ", "));
  const std::string constants = (claimed_L ? fmt::format(", L = {}", *claimed_L) : "") +
                                (claimed_C22 ? fmt::format(", C₂² = {}", *claimed_C22) : "");
  return fmt::format("{}; θ₀ = {}, {} batches of {}, {}, ν = {}, β = {}, γ in [{}, {}]{}", f.describe(),
                     in_words(theta0), n, b, rate, nu, beta, m, M, constants);
}

namespace {

using State = StepTunedSgd::State<Number>;

/// f over any kind of number.
Number whole_value(const FiniteSum& f, const Vector<Number>& theta) {
  return f.batch_value(all_terms(f.size()), theta);
}
Vector<Number> whole_gradient(const FiniteSum& f, const Vector<Number>& theta) {
  return f.batch_gradient(all_terms(f.size()), theta);
}

double largest_smoothness(const FiniteSum& f) {
  double largest = 0;
  for (const ObjectivePtr& term : f.terms()) largest = std::max(largest, term->curvature().smoothness());
  return largest;
}

/// Both steps from `state` on the batch, and the branch that they are.
Branch branch_of(const RateInstance& i, const StepTunedSgd& method, const BatchIndices& batch, const Number& rate,
                 State& state) {
  Branch branch;
  branch.b = i.f.batch_gradient(batch, state.theta);
  method.advance<Number>(state, branch.b, rate);
  branch.half = state.theta;
  branch.c = whole_gradient(i.f, state.theta);
  branch.d = i.f.batch_gradient(batch, state.theta);
  branch.value_half = whole_value(i.f, state.theta);
  method.advance<Number>(state, branch.d, rate);
  branch.next = state.theta;
  branch.next_gradient = whole_gradient(i.f, state.theta);
  branch.value_next = whole_value(i.f, state.theta);
  return branch;
}

/// The largest ‖∇𝒥ₙ(θ)‖² over all terms, and `so_far`.
Number largest_gradient(const FiniteSum& f, const Vector<Number>& theta, const Number& so_far) {
  Number largest = so_far;
  for (const ObjectivePtr& term : f.terms())
    largest = larger<Number>(largest, squared_norm(term->over<Number>().gradient(theta)));
  return largest;
}

}  // namespace

Run::Run(const RateInstance& i)
    : instance(i), n(i.n), C22(0), m(exact(i.m)), M(exact(i.M)), alpha(exact(i.alpha)), lowest(0) {
  const StepTunedSgd method{{i.alpha, i.delta}, i.nu, i.beta, {i.m, i.M}};
  const std::vector<BatchIndices> batches = all_batches(i.f.size(), i.b);
  L = exact(i.claimed_L.value_or(largest_smoothness(i.f)));
  if (i.f.has_minimum()) lowest = make_objective(i.f)->over<Number>().minimum().f_star;
  if (!i.rates.empty()) alpha = exact(i.rates[0]);
  Law<State> law = certain(method.start<Number>(exact(i.theta0)));
  for (int k = 0; k <= n; ++k) {
    value.push_back(expectation<Number>(law, [&](const State& s) { return whole_value(i.f, s.theta); }));
    squares.push_back(
        expectation<Number>(law, [&](const State& s) { return squared_norm(whole_gradient(i.f, s.theta)); }));
    if (k == n) break;
    rates.push_back(i.rates.empty() ? method.decay.at<Number>(k) : exact(i.rates[k]));
    Law<State> next;
    for (const Atom<State>& atom : law) {
      Point point{k,
                  atom.probability,
                  atom.state.theta,
                  whole_gradient(i.f, atom.state.theta),
                  whole_value(i.f, atom.state.theta),
                  rates[k] * atom.state.gamma,
                  {}};
      C22 = largest_gradient(i.f, atom.state.theta, C22);
      for (const BatchIndices& batch : batches) {
        next.push_back({atom.state, atom.probability / Rational(int(batches.size()))});
        point.branches.push_back(branch_of(i, method, batch, rates[k], next.back().state));
        C22 = largest_gradient(i.f, point.branches.back().half, C22);
        C22 = largest_gradient(i.f, point.branches.back().next, C22);
      }
      points.push_back(std::move(point));
    }
    law = std::move(next);
  }
  if (i.claimed_C22) C22 = exact(*i.claimed_C22);
}

Number Run::sum_of_rates(int k) const {
  Number sum = 0;
  for (int j = 0; j < k; ++j) sum += rates[j];
  return sum;
}

Number Run::sum_of_squares(int k) const {
  Number sum = 0;
  for (int j = 0; j < k; ++j) sum += square(rates[j]);
  return sum;
}

Number Run::least_gradient(int from, int k) const {
  Number least = squares[from];
  for (int j = from + 1; j < k; ++j) least = smaller<Number>(least, squares[j]);
  return least;
}

bool hypotheses_hold(const RateInstance& i) {
  const auto positive = [](double x) { return x > 0; };
  return i.n >= 1 && i.b >= 1 && i.b <= i.f.size() && i.theta0.size() == i.f.dimension() && i.alpha > 0 &&
         i.delta > 0 && i.delta < 0.5 && (i.rates.empty() || int(i.rates.size()) == i.n) &&
         std::ranges::all_of(i.rates, positive) && i.nu > 0 && i.beta >= 0 && i.beta < 1 && i.m > 0 && i.m <= 1 &&
         i.M >= 1 &&
         std::ranges::all_of(i.f.terms(), [](const ObjectivePtr& term) { return term->curvature().smooth(); });
}

}  // namespace verigrad::step_tuned_sgd_rate
