#include "verigrad/trial/problem.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad::trial {
namespace {

using conformance::Dtype;
using conformance::Entries;
using conformance::Rounded;
using conformance::StepInput;

double sent_rate(const Problem& problem, int k) { return approximate(problem.rates[std::size_t(k)]); }

conformance::TraceHead head_of(const Problem& problem, const Dtype& dtype) {
  conformance::TraceHead head;
  head.dtype = &dtype;
  head.hyper = problem.hyper;
  if (!head.hyper.has("lr")) head.hyper.set("lr", sent_rate(problem, 0));
  head.tensors = {{"x", {std::size_t(problem.start.size())}, {problem.start.begin(), problem.start.end()}}};
  return head;
}

/// The doubles of the dtype that are nearest to the middles.
Vector<double> rounded(const Vector<Interval>& enclosed, const Dtype& dtype) {
  return enclosed.unaryExpr([&](const Interval& g) { return dtype.nearest(approximate(g)); });
}

/// The largest distance of a point of the one set from a point of the other.
double distance(const Interval& a, const Interval& b) {
  if (!a.is_finite() || !b.is_finite()) return std::numeric_limits<double>::infinity();
  const auto from = [](double x, double y) { return (Interval::point(x) - Interval::point(y)).upper(); };
  return std::max({from(a.upper(), b.lower()), from(b.upper(), a.lower()), 0.0});
}

double slack_of(const std::vector<Rounded>& possible, const Vector<Interval>& exact) {
  Vector<Interval> apart(exact.size());
  for (Eigen::Index i = 0; i < exact.size(); ++i)
    apart[i] = Interval::point(distance(possible[std::size_t(i)].set(), exact[i]));
  return norm<Interval>(apart).upper();
}

std::optional<conformance::Departure> departure(const std::vector<Rounded>& possible, const Entries& recorded,
                                                int step) {
  for (std::size_t e = 0; e < recorded.size(); ++e)
    if (possible[e].is_finite() && !possible[e].contains(recorded[e]))
      return conformance::Departure{step, 0, e, recorded[e], possible[e].set()};
  return std::nullopt;
}

/// One run under way.
class Player {
public:
  Player(const Problem& problem, const std::vector<conformance::Dialect>& dialects, const Dtype& dtype,
         ExactStep exact_step, std::vector<int> indices)
      : problem_(problem), dtype_(dtype), head_(head_of(problem, dtype)), exact_step_(exact_step) {
    for (const conformance::Dialect& dialect : dialects)
      executions_.emplace_back(dialect, head_, conformance::Arithmetic::of(dtype));
    run_.indices = std::move(indices);
    run_.x = {problem.start};
  }

  Run play(const conformance::StartOptimiser& start) {
    const conformance::TakeStep take_step = start(head_);
    for (int k = 0; k < problem_.steps() && !run_.not_finite; ++k) advance(take_step, k);
    return std::move(run_);
  }

private:
  void advance(const conformance::TakeStep& take_step, int k) {
    const ObjectiveOver<Interval>& term = problem_.f.term(run_.indices[std::size_t(k)]).over<Interval>();
    const Vector<Interval> gradient = term.gradient(exact<Interval>(run_.x.back()));
    const Vector<double> sent = rounded(gradient, dtype_);
    StepInput input;
    input.rate = sent_rate(problem_, k);
    input.gradients = {Entries(sent.begin(), sent.end())};
    const std::vector<Rounded> possible = possible_steps(input);
    run_.gradients.push_back(sent);
    run_.exact.push_back(exact_step_(problem_, run_, gradient));
    run_.slack.push_back(slack_of(possible, run_.exact.back()));
    record(take_step(input), possible, k + 1);
  }
  /// What a step of one of the dialects can give.
  std::vector<Rounded> possible_steps(const StepInput& input) {
    const std::vector<Entries> before{Entries(run_.x.back().begin(), run_.x.back().end())};
    std::vector<Rounded> all;
    for (conformance::Execution& execution : executions_) {
      const std::vector<Rounded>& one = execution.step(before, input, input.rate).front();
      if (all.empty()) all = one;
      for (std::size_t e = 0; e < all.size(); ++e) all[e] = hull(all[e], one[e]);
    }
    return all;
  }
  void record(const std::vector<Entries>& answer, const std::vector<Rounded>& possible, int step) {
    conformance::require_parameters(answer, head_, std::size_t(step));
    const Entries& after = answer.front();
    if (!std::all_of(after.begin(), after.end(), [](double x) { return std::isfinite(x); })) {
      run_.not_finite = step;
      return;
    }
    if (!run_.departure) run_.departure = departure(possible, after, step);
    run_.x.push_back(Eigen::Map<const Vector<double>>(after.data(), Eigen::Index(after.size())));
  }

  const Problem& problem_;
  const Dtype& dtype_;
  conformance::TraceHead head_;
  std::vector<conformance::Execution> executions_;
  ExactStep exact_step_;
  Run run_;
};

}  // namespace

std::string Problem::describe() const {
  const std::string function = f.size() == 1 ? objective()->describe() : f.describe();
  std::string result = fmt::format("f = {}; from {}", function, in_words(start));
  const bool one_rate = std::all_of(rates.begin(), rates.end(), [&](const Rational& r) { return r == rates.front(); });
  std::vector<std::string> words;
  for (const Rational& rate : rates) words.push_back(rate.str());
  result += one_rate ? fmt::format(", {} steps at the rate {}", steps(), approximate(rates.front()))
                     : fmt::format(", {} steps at the rates {}", steps(), fmt::join(words, ", "));
  for (const auto& [name, value] : hyper.all())
    if (name != "lr" && name != "L") result += fmt::format(", {} {}", name, value);
  return result;
}

double Run::slack_before(int k) const {
  Interval sum;
  for (int j = 0; j < k; ++j) sum += Interval::point(slack[std::size_t(j)]);
  return sum.upper();
}

Vector<Interval> heavy_ball_step(const Problem& problem, const Run& run, const Vector<Interval>& gradient) {
  const Interval mu = Interval::point(problem.hyper.value_or("momentum", 0));
  const Interval rate = enclose<Interval>(problem.rates[std::size_t(run.steps())]);
  const Vector<Interval> x = exact<Interval>(run.x.back());
  if (run.steps() == 0) return x - rate * gradient;
  return x + mu * (x - exact<Interval>(run.x[run.x.size() - 2])) - rate * gradient;
}

Run play(const conformance::StartOptimiser& start, const Problem& problem,
         const std::vector<conformance::Dialect>& dialects, const Dtype& dtype, ExactStep exact_step,
         std::vector<int> indices) {
  return Player(problem, dialects, dtype, exact_step, std::move(indices)).play(start);
}

std::optional<Interval> rates_of_descent(const Run& run, const Dtype& dtype) {
  const Rounded::In in(dtype);
  double lower = -std::numeric_limits<double>::infinity(), upper = -lower;
  for (int k = 0; k < run.steps(); ++k)
    for (Eigen::Index i = 0; i < run.x[std::size_t(k)].size(); ++i) {
      const double before = run.x[std::size_t(k)][i], after = run.x[std::size_t(k) + 1][i];
      const double g = run.gradients[std::size_t(k)][i];
      if (g == 0 && before != after) return std::nullopt;
      if (g == 0) continue;
      const Rounded moved = Rounded::exactly(before) - Rounded::exactly(after).widened();
      const Rounded rate = moved / Rounded::exactly(g);
      lower = std::max(lower, rate.lower());
      upper = std::min(upper, rate.upper());
    }
  if (!(lower <= upper) || !std::isfinite(lower) || !std::isfinite(upper)) return std::nullopt;
  return Interval::hull(lower, upper);
}

}  // namespace verigrad::trial
