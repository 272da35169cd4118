#include "verigrad/conformance/probe.hpp"

#include <array>

#include "verigrad/conformance/families.hpp"

namespace verigrad::conformance {
namespace {

/// Of the tensors a, b and c in one step; no number: no gradient.
struct ProbeStep {
  std::optional<double> a, b;
  std::optional<std::array<double, 2>> c;
};

const std::array<ProbeStep, 15> probe_steps{{{2, -1, {{0.25, -0.125}}},
                                             {1, 3, {{-0.25, 0.5}}},
                                             {1, 0.25, {{0.125, -1}}},
                                             {0, 1, {{0.25, 0.25}}},
                                             {-3, 0, {{-0.5, 0}}},
                                             {0.5, {}, {{0.25, 2}}},
                                             {{}, 2, {{-0.125, 0.5}}},
                                             {1, -0.5, {}},
                                             {0, 1, {{1, -0.5}}},
                                             {1, {}, {{-0.0625, 0.25}}},
                                             {2, -1, {{0.25, 0.125}}},
                                             {-1, 0.5, {{-0.25, -2}}},
                                             {0.5, 2, {{0.5, 1}}},
                                             {1, 0, {{-0.5, 0}}},
                                             {-2, 1, {{0.25, -0.5}}}}};

double rate_of(std::size_t step) { return step < 1 ? 0.5 : step < 4 ? 1 : step < 11 ? 0.125 : 0.25; }

std::optional<Entries> entries_of(std::optional<double> g) { return g ? std::optional(Entries{*g}) : std::nullopt; }

}  // namespace

Trace probe_for(const TraceHead& head) {
  Trace result{head, {}};
  for (const auto& [a, b, c] : probe_steps) {
    const double rate = rate_of(result.steps.size());
    TraceStep& step = result.steps.emplace_back();
    step.rate = rate;
    step.gradients = {entries_of(a), entries_of(b), c ? std::optional(Entries(c->begin(), c->end())) : std::nullopt};
  }
  result.head.tensors = {{"a", {1}, {2}}, {"b", {1}, {-3}}, {"c", {2}, {0.5, -1}}};
  return result;
}

HyperParameters probe_hyper_parameters(const Method& method) {
  HyperParameters hyper;
  const Family* family = method.dialect.family;
  hyper.set("lr", 0.5);
  if (family == &adam_family() || family == &adamax_family() || family == &sign_family()) {
    hyper.set("beta1", 0.75);
    hyper.set("beta2", 0.875);
  }
  for (const std::string_view name : family->required)
    if (name == "eps") hyper.set("eps", 0.5);
  if (family == &rmsprop_family()) hyper.set("alpha", 0.75);
  if (family == &adagrad_family()) {
    hyper.set("lr_decay", 0.5);
    hyper.set("initial_accumulator_value", 0.125);
  }
  if (family == &adadelta_family()) hyper.set("rho", 0.75);
  if (family == &asgd_family()) {
    hyper.set("lambd", 0.5);
    hyper.set("alpha", 0.75);
  }
  if (family == &inna_family()) {
    hyper.set("alpha", 0.75);
    hyper.set("beta", 0.5);
  }
  if (family == &sag_family()) hyper.set("terms", 3);
  if (family == &proximal_family()) hyper.set("l1", 0.25);
  if (family == &sgd_family()) {
    hyper.set("momentum", 0.75);
    hyper.set("dampening", method.name == "sgd" ? 0.5 : 0);
  }
  if (family == &rprop_family()) {
    hyper.set("eta_minus", 0.5);
    hyper.set("eta_plus", 1.25);
    hyper.set("smallest", 0.375);
    hyper.set("largest", 0.75);
  } else {
    hyper.set("weight_decay", 0.125);
  }
  if (method.name == "nadam") hyper.set("momentum_decay", 0.25);
  return hyper;
}

HyperParameters probe_hyper_parameters() {
  HyperParameters result;
  for (const Method& method : methods()) {
    const HyperParameters hyper = probe_hyper_parameters(method);
    for (const auto& [name, value] : hyper.all())
      if (!result.has(name)) result.set(name, value);
  }
  result.set("dampening", 0);
  return result;
}

Trace probe(const Method& method, const Dtype& dtype) {
  TraceHead head;
  head.dtype = &dtype;
  head.method = method.name;
  head.hyper = probe_hyper_parameters(method);
  return probe_for(head);
}

}  // namespace verigrad::conformance
