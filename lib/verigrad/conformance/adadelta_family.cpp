#include "verigrad/conformance/adadelta_family.hpp"

namespace verigrad::conformance {
namespace {

class AdadeltaDefinition : public Definition {
public:
  AdadeltaDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : epsilon_place_(dialect.pick<AdadeltaEpsilon>(adadelta_epsilon)),
        rate_place_(dialect.pick<AdadeltaRate>(adadelta_rate_place)),
        steps_(dialect.pick<AdadeltaSteps>(adadelta_steps)),
        average_(hyper.at("rho"), dialect.pick<Weights>(adadelta_weights)),
        epsilon_(Rounded::written(hyper.at("eps"))) {}

  void begin(const TensorStep& step) override { rate_ = step.rate; }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    Rounded &v = state[0], &u = state[1];
    v = average_(v, square(g));
    Rounded delta = size(u, v) * g;
    if (rate_place_ == AdadeltaRate::inside) delta = rate_ * delta;
    u = average_(u, remembered(delta, g));
    if (steps_ == AdadeltaSteps::new_mean) delta = size(u, v) * g;
    return theta - (rate_place_ == AdadeltaRate::outside ? rate_ * delta : delta);
  }

private:
  /// √(u + ε)/√(v + ε)
  Rounded size(const Rounded& u, const Rounded& v) const {
    switch (epsilon_place_) {
      case AdadeltaEpsilon::outside_both: return (root(u) + epsilon_) / (root(v) + epsilon_);
      case AdadeltaEpsilon::inside_below: return root(u) / root(v + epsilon_);
      case AdadeltaEpsilon::inside_above: return root(u + epsilon_) / root(v);
      case AdadeltaEpsilon::inside_both: break;
    }
    return root(u + epsilon_) / root(v + epsilon_);
  }
  Rounded remembered(const Rounded& delta, const Rounded& g) const {
    if (steps_ == AdadeltaSteps::of_gradients) return square(g);
    return steps_ == AdadeltaSteps::of_absolutes ? absolute(delta) : square(delta);
  }

  AdadeltaEpsilon epsilon_place_;
  AdadeltaRate rate_place_;
  AdadeltaSteps steps_;
  Average average_;
  Rounded epsilon_, rate_;
};

std::vector<Choice> adadelta_choices() {
  return {
      {"place of ε",
       {{"ε inside both roots", "Zeiler (2012), Algorithm 1; PyTorch, optax, Keras"},
        {"ε outside both roots", ""},
        {"ε inside the root of the mean square only, so that nothing ever moves", ""},
        {"ε inside the root of the mean square step only", ""}}},
      {"place of the rate",
       {{"the rate outside the steps that are remembered", "PyTorch, optax, Keras"},
        {"the rate inside the steps that are remembered", ""},
        {"no rate", "Zeiler (2012), Algorithm 1"}}},
      {"weights of the means", {{"ρ and 1 − ρ", "Zeiler (2012)"}, {"ρ and 1 − ρ exchanged", ""}, {"1 for 1 − ρ", ""}}},
      {"steps that are remembered",
       {{"the mean square step before its update", "Zeiler (2012), Algorithm 1"},
        {"the mean square step after its update", ""},
        {"gradients remembered for steps", ""},
        {"absolute values of steps remembered", ""}}}};
}

}  // namespace

const Family& adadelta_family() {
  static const Family result{"Adadelta",
                             with_common_choices({}, adadelta_choices()),
                             with_common_identities({}),
                             {"rho", "eps"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<AdadeltaDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
