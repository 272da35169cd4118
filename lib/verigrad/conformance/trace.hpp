// Recorded runs of an optimiser: JSON lines, of which the first is the head and each other one a step.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "verigrad/conformance/dtype.hpp"

namespace verigrad::conformance {

/// What cannot be read as a trace: the message names line, step, tensor and remedy.
struct TraceError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Hyper-parameters by name: numbers, and switches as 0 and 1. The pairs that frameworks write as lists have names of
/// their own: betas is beta1 and beta2, etas eta_minus and eta_plus, step_sizes smallest and largest.
class HyperParameters {
public:
  HyperParameters() = default;
  HyperParameters(std::initializer_list<std::pair<const std::string, double>> values) : values_(values) {}
  void set(const std::string& name, double value) { values_[name] = value; }
  bool has(const std::string& name) const { return values_.contains(name); }
  /// Throws std::invalid_argument, which names what is missing.
  double at(const std::string& name) const;
  double value_or(const std::string& name, double value) const;
  /// Whether it is declared and not 0.
  bool on(const std::string& name) const { return value_or(name, 0) != 0; }
  const std::map<std::string, double>& all() const { return values_; }

private:
  std::map<std::string, double> values_;
};

/// A tensor of parameters: its entries row after row.
struct TensorHead {
  std::string name;
  std::vector<std::size_t> shape;
  std::vector<double> values;  ///< before the first step
};

/// The first line of a trace.
struct TraceHead {
  const Dtype* dtype = &float64;
  std::string method;  ///< as declared, or empty
  HyperParameters hyper;
  std::vector<TensorHead> tensors;
};

/// One number for each entry of a tensor.
using Entries = std::vector<double>;

/// What an optimiser is given in a step: gradients tensor by tensor, of which some may be missing, and the rate.
struct StepInput {
  std::vector<std::optional<Entries>> gradients;
  double rate = 0;
};

/// One step: what the optimiser was given, and where it went.
struct TraceStep : StepInput {
  std::vector<Entries> parameters;  ///< after the step; NaN where no finite number was recorded
};

/// A run as a whole.
struct Trace {
  TraceHead head;
  std::vector<TraceStep> steps;
};

/// Reads a trace from text. `name` stands for it in messages. Throws TraceError.
Trace read_trace(std::string_view text, const std::string& name);

/// The head and the steps as JSON lines that read back as the same trace; steps without parameters are a probe.
std::string to_json_lines(const Trace& trace);

}  // namespace verigrad::conformance
