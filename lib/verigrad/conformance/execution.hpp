// A dialect run step by step: enclosures of the parameters after each step, from the parameters recorded before it.
#pragma once

#include "verigrad/conformance/dialect.hpp"

namespace verigrad::conformance {

/// How a computation rounds: entries in the type of the trace; coefficients (1 − β, powers, rates) in `coefficients` or
/// any wider type.
struct Arithmetic {
  const Dtype* entries;
  const Dtype* coefficients;

  /// Coefficients in float32 for the 16-bit types, which hold no β near 1, else in the same type.
  static Arithmetic of(const Dtype& dtype);
  /// The same with coefficients in float32, as some implementations keep them in float64 runs.
  Arithmetic with_single_coefficients() const;
};

/// The hidden state starts as the definition says, and is carried from step to step in enclosures.
class Execution {
public:
  /// Throws std::invalid_argument when the definition needs a hyper-parameter that the head does not declare.
  Execution(const Dialect& dialect, const TraceHead& head, Arithmetic arithmetic);

  /// Encloses the parameters after a step from those before it. `next_rate` is the rate of the step after it. The
  /// result is valid until the next call.
  const std::vector<std::vector<Rounded>>& step(const std::vector<Entries>& before, const StepInput& input,
                                                double next_rate);

private:
  struct TensorState {
    std::vector<EntryState> entries;
    long steps = 0;
  };

  double rate_of(const StepInput& input, double next_rate);
  void count(const StepInput& input);
  long counter_of(std::size_t tensor);
  Rounded clipping_factor(const Entries& gradient) const;
  Rounded clipping_factor(const StepInput& input) const;
  Rounded prepared(double g, const Rounded& theta, const Rounded& factor) const;
  Rounded around_step(double g, double theta, const Rounded& factor, EntryState& state);
  void step_tensor(std::size_t tensor, const Entries& before, const Entries* gradient, const Rounded& factor);

  Dialect dialect_;
  HyperParameters hyper_;
  Arithmetic arithmetic_;
  std::unique_ptr<Definition> definition_;
  std::vector<TensorState> states_;
  std::vector<std::vector<Rounded>> after_;
  long steps_ = 0, once_a_tensor_ = 0;
  std::size_t first_active_ = 0, last_active_ = 0;
  double rate_ = 0, first_rate_ = 0, last_rate_ = 0;
  Rounded keep_, strength_, batch_factor_{1}, clip_;
};

}  // namespace verigrad::conformance
