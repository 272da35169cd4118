#include "verigrad/conformance/check_optimiser.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/conformance/probe.hpp"

namespace verigrad {
namespace conformance {
namespace {

constexpr std::size_t most_tensors = 7;  ///< the three of the probe and four more

Entries times(double scale, Entries entries) {
  for (double& entry : entries) entry *= scale;
  return entries;
}

/// The questions with their first tensor once more, times `scale`.
Trace with_scaled_tensor(const Trace& asked, double scale) {
  Trace result = asked;
  TensorHead more = asked.head.tensors.front();
  more.name = std::string(1, char('a' + asked.head.tensors.size()));
  more.values = times(scale, more.values);
  result.head.tensors.push_back(std::move(more));
  for (TraceStep& step : result.steps) {
    const std::optional<Entries>& first = step.gradients.front();
    step.gradients.push_back(first ? std::optional(times(scale, *first)) : std::nullopt);
    step.parameters.clear();
  }
  return result;
}

bool are_held(const Trace& questions) {
  const auto held = [&](const Entries& entries) {
    return std::all_of(entries.begin(), entries.end(), [&](double x) { return questions.head.dtype->holds(x); });
  };
  return held(questions.head.tensors.back().values) &&
         std::all_of(questions.steps.begin(), questions.steps.end(),
                     [&](const TraceStep& step) { return !step.gradients.back() || held(*step.gradients.back()); });
}

/// How many of the alternatives the questions part from the named dialect; none where they leave one of them undecided.
std::size_t parted(const Trace& questions, const Identification& found, Arithmetic arithmetic) {
  const Trace run = simulated(found.found->dialect, questions);
  if (!replay(found.found->dialect, run, arithmetic).fits()) return 0;
  std::size_t count = 0;
  for (const Alternative& other : found.alternatives) {
    const Replay replayed = replay(other.candidate.dialect, run, arithmetic);
    if (!replayed.departure && !replayed.fits()) return 0;
    count += replayed.departure.has_value();
  }
  return count;
}

}  // namespace

std::optional<Trace> further_questions(const Trace& asked, const Identification& found) {
  constexpr int least = -44, greatest = 20, stride = 4;  // no square of a gradient is subnormal in float32
  const bool told = found.found && found.found->replay.fits() && found.outcome != Telling::not_finite;
  if (!told || found.alternatives.empty() || asked.head.tensors.size() >= most_tensors) return std::nullopt;
  Arithmetic arithmetic = Arithmetic::of(*asked.head.dtype);
  if (found.single_coefficients) arithmetic = arithmetic.with_single_coefficients();
  std::optional<Trace> best;
  std::size_t most = 0;
  for (int exponent = least; exponent <= greatest; exponent += stride) {
    Trace questions = with_scaled_tensor(asked, std::ldexp(1.0, exponent));
    if (!are_held(questions)) continue;
    const std::size_t count = parted(questions, found, arithmetic);
    if (count > most) best = std::move(questions), most = count;
  }
  return best;
}

}  // namespace conformance

OptimiserReport check_optimiser(const conformance::StartOptimiser& start, const conformance::Dtype& dtype,
                                const std::string& method, const conformance::HyperParameters& own, bool one_rate) {
  const conformance::Method& declared = conformance::method_named(method);
  conformance::Trace inputs = conformance::probe(declared, dtype);
  for (const auto& [name, value] : own.all()) inputs.head.hyper.set(name, value);
  if (one_rate)
    for (conformance::TraceStep& step : inputs.steps) step.rate = inputs.head.hyper.at("lr");
  OptimiserReport result{conformance::play(start, inputs), {}};
  result.found = conformance::identify(result.trace, &declared);
  while (const std::optional<conformance::Trace> further = conformance::further_questions(result.trace, result.found)) {
    result.trace = conformance::play(start, *further);
    result.found = conformance::identify(result.trace, &declared);
  }
  return result;
}

}  // namespace verigrad
