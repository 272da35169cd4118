#include "verigrad/conformance/check_optimiser.hpp"

#include "verigrad/conformance/probe.hpp"

namespace verigrad {

OptimiserReport check_optimiser(const conformance::StartOptimiser& start, const conformance::Dtype& dtype,
                                const std::string& method, const conformance::HyperParameters& own, bool one_rate) {
  const conformance::Method& declared = conformance::method_named(method);
  conformance::Trace inputs = conformance::probe(declared, dtype);
  for (const auto& [name, value] : own.all()) inputs.head.hyper.set(name, value);
  if (one_rate)
    for (conformance::TraceStep& step : inputs.steps) step.rate = inputs.head.hyper.at("lr");
  OptimiserReport result{conformance::play(start, inputs), {}};
  result.found = conformance::identify(result.trace, &declared);
  return result;
}

}  // namespace verigrad
