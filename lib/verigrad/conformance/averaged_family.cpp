#include "verigrad/conformance/averaged_family.hpp"

namespace verigrad::conformance {
namespace {

class AveragedDefinition : public Definition {
public:
  AveragedDefinition(const Dialect& dialect, const HyperParameters&)
      : weights_(dialect.pick<AverageWeights>(averaged_weights)), of_(dialect.pick<AverageOf>(averaged_of)) {}

  EntryState start(const Rounded& theta) const override { return {theta}; }
  void begin(const TensorStep& step) override {
    rate_ = step.rate;
    share_ = share(step.steps);
  }

  Rounded iterate(const Rounded& parameter, const EntryState& state) const override {
    return of_ == AverageOf::stepped_from ? parameter : state[0];
  }
  Rounded advance(const Rounded& g, const Rounded& theta, EntryState&) const override { return theta - rate_ * g; }
  Rounded shown(const Rounded& iterate, const Rounded& before, EntryState& state) const override {
    const Rounded& averaged = of_ == AverageOf::old_iterates ? state[0] : iterate;
    const Rounded average = blend(Rounded(1) - share_, before, share_, averaged);
    state[0] = iterate;
    return average;
  }

private:
  /// Of the k-th iterate.
  Rounded share(long k) const {
    const Rounded one(1);
    switch (weights_) {
      case AverageWeights::one_more: return one / Rounded(int(k + 1));
      case AverageWeights::one_less: return k == 1 ? one : one / Rounded(int(k - 1));
      case AverageWeights::exchanged: return Rounded(int(k - 1)) / Rounded(int(k));
      case AverageWeights::half: return one / Rounded(2);
      case AverageWeights::uniform: break;
    }
    return one / Rounded(int(k));
  }

  AverageWeights weights_;
  AverageOf of_;
  Rounded rate_, share_;
};

std::vector<Identity> averaged_identities() {
  return {
      {[](const HyperParameters&, const Dialect& dialect) { return dialect.pick<Decay>(decay) == Decay::decoupled; },
       decay, int(Decay::coupled), "(1 − γλ)θ − γg = θ − γ(g + λθ)"}};
}

std::vector<Choice> averaged_choices() {
  return {{"weights",
           {{"1/k for the k-th iterate", "MFDS 14.2.4; PyTorch, torch.optim.swa_utils"},
            {"1/(k + 1) for the k-th iterate", ""},
            {"1/(k − 1) for the k-th iterate", ""},
            {"(k − 1)/k for the k-th iterate, the weights exchanged", ""},
            {"½ for each new iterate", ""}}},
          {"what is averaged",
           {{"the average of the iterates after each step", "MFDS 14.2.4"},
            {"the average of the iterates before each step", "Polyak and Juditsky (1992)"},
            {"steps from the average itself", ""}}}};
}

}  // namespace

const Family& averaged_family() {
  static const Family result{"averages of iterates",
                             with_common_choices({}, averaged_choices()),
                             with_common_identities(averaged_identities()),
                             {},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<AveragedDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
