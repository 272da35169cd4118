#include "properties/rooms/conformance/random_inputs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "verigrad/conformance/probe.hpp"

namespace verigrad::conformance::test {

Trace random_inputs(const Method& method, std::uint64_t seed) {
  std::mt19937_64 engine(seed);
  std::normal_distribution<double> normal;
  const double scale = std::ldexp(1.0, int(engine() % 25) - 12);
  const auto number = [&] { return engine() % 7 == 0 ? 0.0 : double(float(scale * normal(engine))); };
  Trace result{probe(method, float64).head, {}};
  HyperParameters& hyper = result.head.hyper;
  for (const auto& [name, value] : std::map(hyper.all()))
    if (name == "eps") hyper.set(name, std::ldexp(1.0, -int(engine() % 20)));
  if (hyper.has("beta1") && engine() % 2) hyper.set("beta1", 0.9);
  if (hyper.has("beta2") && engine() % 2) hyper.set("beta2", 0.999);
  result.head.tensors = {{"a", {3}, {number(), number(), number()}}, {"b", {2}, {number(), number()}}};
  for (int i = 0; i < 12; ++i) {
    TraceStep& step = result.steps.emplace_back();
    step.rate = std::ldexp(1.0, -int(engine() % 8));
    for (const TensorHead& tensor : result.head.tensors) {
      Entries g(tensor.values.size());
      std::generate(g.begin(), g.end(), number);
      step.gradients.push_back(engine() % 6 == 0 ? std::nullopt : std::optional(g));
    }
  }
  return result;
}

}  // namespace verigrad::conformance::test
