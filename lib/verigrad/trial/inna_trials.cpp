// INNA with θ alone recorded: ψ follows from the steps that were taken.
//
// Both lines of (2.13) have the same pull, so that ψₖ = (1 − αβ)θ₀ + (θₖ − θ₀) + γβ(v₀ + … + vₖ₋₁): the step from the
// recorded θ₀ … θₖ is a function of them and of the gradients that were sent, and a right one ends within ρ of it.
#include <algorithm>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/trial/declared.hpp"
#include "verigrad/trial/trials.hpp"

namespace verigrad::trial {
namespace {

template <class T>
struct Parameters {
  explicit Parameters(const Problem& problem)
      : alpha(exact<T>(problem.hyper.at("alpha"))),
        beta(exact<T>(problem.hyper.at("beta"))),
        gamma(enclose<T>(problem.rates.front())) {}
  T alpha, beta, gamma;
};

/// θ + γ((1/β − α)θ − ψ/β − βv) from the k-th recorded iterate.
template <class T>
Vector<T> euler_step(const Problem& problem, const Run& run, int k) {
  const Parameters<T> p(problem);
  const Vector<T> first = exact<T>(run.x.front()), theta = exact<T>(run.x[std::size_t(k)]);
  Vector<T> psi = theta - p.alpha * p.beta * first;
  for (int j = 0; j < k; ++j) psi += p.gamma * p.beta * exact<T>(run.gradients[std::size_t(j)]);
  const Vector<T> v = exact<T>(run.gradients[std::size_t(k)]);
  const T share = T(1) / p.beta;
  return theta + p.gamma * ((share - p.alpha) * theta - share * psi - p.beta * v);
}

Vector<Interval> last_euler_step(const Problem& problem, const Run& run, const Vector<Interval>&) {
  return euler_step<Interval>(problem, run, run.steps());
}
Vector<Interval> no_step(const Problem&, const Run& run, const Vector<Interval>&) {
  return exact<Interval>(run.x.back());
}

conformance::HyperParameters usual(std::string_view stem, const Declared& declared) {
  require_hyper_parameters(stem, declared, {"lr", "alpha", "beta"});
  conformance::HyperParameters result{{"alpha", 0.5}, {"beta", 0.1}};
  for (const auto& [name, value] : declared.hyper.all()) result.set(name, value);
  return result;
}

Problem at_one_rate(FiniteSum f, Vector<double> start, const conformance::HyperParameters& hyper, int steps) {
  const Rational rate = exact<Rational>(hyper.value_or("lr", 0.0625));
  return {std::move(f), std::move(start), std::vector<Rational>(std::size_t(steps), rate), hyper};
}

/// The largest of all runs for each number of steps; 0 before the first.
template <class Of>
std::vector<double> largest_of(const std::vector<Run>& runs, Of of) {
  std::vector<double> result;
  for (const Run& run : runs)
    for (int k = 0; k <= run.steps(); ++k) {
      if (std::size_t(k) >= result.size()) result.push_back(0);
      result[std::size_t(k)] = std::max(result[std::size_t(k)], of(run, k));
    }
  return result;
}

double squared(double slack) { return square(Interval::point(slack)).upper(); }

std::vector<Problem> along_terms(const Declared& declared) {
  const conformance::HyperParameters hyper = usual("inna_minibatch", declared);
  const auto bowl = [](double curvature, double centre) {
    return make_objective(Quadratic(at(curvature), at(centre)));
  };
  const ObjectivePtr valley = make_objective(Quadratic(vector({2, 0.25}), vector({1, -1})));
  return {at_one_rate(FiniteSum({bowl(1, 1), bowl(3, -1)}), at(2), hyper, 4),
          at_one_rate(FiniteSum({bowl(1, 0), bowl(-0.5, 0), bowl(2, 0.5)}), at(-1), hyper, 3),
          at_one_rate(FiniteSum({valley}), vector({-1, 3}), hyper, 12)};
}

void euler_steps(const Problem& problem, const std::vector<Run>& runs, Claims& claims) {
  for (const Run& run : runs)
    for (int k = 1; k <= run.steps(); ++k) {
      const Vector<Number> step = euler_step<Number>(problem, run, k - 1);
      claims.at_most("‖θ⁺ − θ − γ((1/β − α)θ − ψ/β − βv)‖² ≤ 0", squared_norm(exact(run.x[std::size_t(k)]) - step), 0,
                     k);
    }
}

std::vector<double> of_steps(const Problem&, const std::vector<Run>& runs) {
  return largest_of(runs, [](const Run& run, int k) { return k == 0 ? 0 : squared(run.slack[std::size_t(k) - 1]); });
}

std::vector<Problem> at_minima(const Declared& declared) {
  const conformance::HyperParameters hyper = usual("inna_steady_states", declared);
  const auto at_centre = [&](const Vector<double>& spectrum, const Vector<double>& centre) {
    return at_one_rate(FiniteSum({make_objective(Quadratic(spectrum, centre))}), centre, hyper, 12);
  };
  const double third = declared.dtype->nearest(1.0 / 3), large = declared.dtype->nearest(100.0 / 7);
  return {at_centre(at(1), at(third)), at_centre(at(4), at(-large)),
          at_centre(vector({1, 0, 8}), vector({0.75, third, -large}))};
}

void rests(const Problem&, const std::vector<Run>& runs, Claims& claims) {
  const Run& run = runs.front();
  for (int k = 1; k <= run.steps(); ++k)
    claims.at_most("‖θₖ − θ₀‖² ≤ 0", squared_norm(exact(run.x[std::size_t(k)]) - exact(run.x.front())), 0, k);
}

std::vector<double> of_distances(const Problem&, const std::vector<Run>& runs) {
  return largest_of(runs, [](const Run& run, int k) { return squared(run.slack_before(k)); });
}

}  // namespace

Trial inna_minibatch_trial() {
  return {"inna_minibatch", {"inna"}, along_terms, euler_steps, of_steps, last_euler_step};
}
Trial inna_steady_states_trial() { return {"inna_steady_states", {"inna"}, at_minima, rests, of_distances, no_step}; }

}  // namespace verigrad::trial
