#include "verigrad/conformance/execution.hpp"

#include <algorithm>

#include "verigrad/conformance/common_choices.hpp"

namespace verigrad::conformance {
namespace {

bool is_decoupled_before(Decay decay) {
  return decay == Decay::decoupled || decay == Decay::decoupled_without_rate || decay == Decay::decoupled_by_schedule;
}
bool is_decoupled_after(Decay decay) {
  return decay == Decay::decoupled_after || decay == Decay::decoupled_without_rate_after;
}

/// 1 − rate·λ, or what the dialect has in its place.
Rounded kept_share(Decay decay, const Rounded& strength, const Rounded& rate, double first_rate) {
  if (decay == Decay::decoupled_without_rate || decay == Decay::decoupled_without_rate_after)
    return Rounded(1) - strength;
  if (decay == Decay::decoupled_by_schedule) return Rounded(1) - rate / Rounded::written(first_rate) * strength;
  return Rounded(1) - rate * strength;
}

Rounded batch_factor(const Dialect& dialect, const HyperParameters& hyper) {
  const Rounded size = Rounded::written(hyper.value_or("batch_size", 1));
  switch (dialect.pick<Batch>(batch)) {
    case Batch::multiplied: return size;
    case Batch::divided: return Rounded(1) / size;
    case Batch::mean: break;
  }
  return Rounded(1);
}

}  // namespace

Arithmetic Arithmetic::of(const Dtype& dtype) { return {&dtype, dtype.bits < float32.bits ? &float32 : &dtype}; }

Arithmetic Arithmetic::with_single_coefficients() const { return {entries, &float32}; }

Execution::Execution(const Dialect& dialect, const TraceHead& head, Arithmetic arithmetic)
    : dialect_(dialect), hyper_(head.hyper), arithmetic_(arithmetic) {
  const Rounded::In coefficients(*arithmetic.coefficients);
  for (const std::string_view name : dialect.family->required) static_cast<void>(hyper_.at(std::string(name)));
  definition_ = dialect.family->define(dialect, hyper_);
  strength_ = Rounded::written(hyper_.value_or("weight_decay", 0));
  batch_factor_ = batch_factor(dialect, hyper_);
  clip_ = Rounded::written(hyper_.value_or("clip_norm", 0));
  for (const TensorHead& tensor : head.tensors) {
    TensorState& state = states_.emplace_back();
    for (const double theta : tensor.values) state.entries.push_back(definition_->start(Rounded::exactly(theta)));
    after_.emplace_back(tensor.values.size());
  }
}

const std::vector<std::vector<Rounded>>& Execution::step(const std::vector<Entries>& before, const StepInput& input,
                                                         double next_rate) {
  rate_ = rate_of(input, next_rate);
  count(input);
  const Rounded whole = clipping_factor(input);
  const bool by_tensor = hyper_.has("clip_norm") && dialect_.pick<Clipping>(clipping) == Clipping::by_tensor;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    const Entries* gradient = input.gradients[i] ? &*input.gradients[i] : nullptr;
    step_tensor(i, before[i], gradient, by_tensor && gradient ? clipping_factor(*gradient) : whole);
  }
  return after_;
}

double Execution::rate_of(const StepInput& input, double next_rate) {
  if (steps_ == 0) first_rate_ = last_rate_ = input.rate;
  const double late = last_rate_;
  last_rate_ = input.rate;
  switch (dialect_.pick<Schedule>(schedule)) {
    case Schedule::one_late: return late;
    case Schedule::one_early: return next_rate;
    case Schedule::of_the_step: break;
  }
  return input.rate;
}

void Execution::count(const StepInput& input) {
  ++steps_;
  const bool zero = dialect_.pick<Missing>(missing) == Missing::zero;
  first_active_ = states_.size();
  for (std::size_t i = 0; i < states_.size(); ++i)
    if (zero || input.gradients[i]) {
      ++states_[i].steps;
      first_active_ = std::min(first_active_, i);
      last_active_ = i;
    }
}

long Execution::counter_of(std::size_t tensor) {
  switch (dialect_.pick<Counter>(counter)) {
    case Counter::of_the_steps: return steps_;
    case Counter::of_the_last_tensor: return states_[last_active_].steps;
    case Counter::once_a_tensor: return ++once_a_tensor_;
    case Counter::of_the_first_tensor: return states_[first_active_].steps;
    case Counter::of_the_tensor: break;
  }
  return states_[tensor].steps;
}

/// min(1, clip/‖g‖)
Rounded Execution::clipping_factor(const Entries& gradient) const {
  Rounded sum;
  for (const double g : gradient) sum = sum + square(Rounded::exactly(g));
  const Rounded norm = root(sum);
  return norm.upper() <= clip_.lower() ? Rounded(1) : minimum(Rounded(1), clip_ / norm);
}

Rounded Execution::clipping_factor(const StepInput& input) const {
  const Clipping kind = dialect_.pick<Clipping>(clipping);
  if (!hyper_.has("clip_norm") || (kind != Clipping::whole && kind != Clipping::whole_guarded)) return Rounded(1);
  const Rounded::In in(*arithmetic_.entries);
  Rounded sum;
  for (const auto& gradient : input.gradients)
    if (gradient)
      for (const double g : *gradient) sum = sum + square(Rounded::exactly(g));
  const Rounded norm = kind == Clipping::whole_guarded ? root(sum) + Rounded::written(1.0 / 1000000) : root(sum);
  return norm.upper() <= clip_.lower() ? Rounded(1) : minimum(Rounded(1), clip_ / norm);
}

/// The gradient that the definition gets.
Rounded Execution::prepared(double g, const Rounded& theta, const Rounded& factor) const {
  Rounded result = Rounded::exactly(dialect_.pick<Direction>(direction) == Direction::ascent ? -g : g) * factor;
  if (hyper_.has("clip_norm") && dialect_.pick<Clipping>(clipping) == Clipping::by_value)
    result = minimum(maximum(result, -clip_), clip_);
  switch (dialect_.pick<Decay>(decay)) {
    case Decay::coupled: return result + strength_ * theta;
    case Decay::subtracted: return result - strength_ * theta;
    case Decay::multiplying_gradient: return result * (Rounded(1) + strength_);
    default: return result;
  }
}

Rounded Execution::around_step(double g, double theta, const Rounded& factor, EntryState& state) {
  const Decay kind = dialect_.pick<Decay>(decay);
  const Rounded exact = Rounded::exactly(theta), at = definition_->iterate(exact, state);
  const Rounded start = is_decoupled_before(kind) ? at * keep_ : at;
  const Rounded end = definition_->advance(prepared(g, at, factor), start, state);
  return definition_->shown(is_decoupled_after(kind) ? end * keep_ : end, exact, state);
}

void Execution::step_tensor(std::size_t tensor, const Entries& before, const Entries* gradient, const Rounded& factor) {
  TensorState& state = states_[tensor];
  std::vector<Rounded>& after = after_[tensor];
  if (!gradient && dialect_.pick<Missing>(missing) == Missing::skipped) {
    for (std::size_t i = 0; i < before.size(); ++i) after[i] = Rounded::exactly(before[i]);
    return;
  }
  Rounded whole_factor;
  {
    const Rounded::In coefficients(*arithmetic_.coefficients);
    const Rounded rate = Rounded::written(rate_);
    keep_ = kept_share(dialect_.pick<Decay>(decay), strength_, rate, first_rate_);
    whole_factor = factor * batch_factor_;
    definition_->begin({rate, counter_of(tensor), state.steps});
  }
  const Rounded::In entries(*arithmetic_.entries);
  for (std::size_t i = 0; i < before.size(); ++i)
    after[i] = around_step(gradient ? (*gradient)[i] : 0, before[i], whole_factor, state.entries[i]);
}

}  // namespace verigrad::conformance
