#include "verigrad/conformance/asgd_family.hpp"

namespace verigrad::conformance {
namespace {

class AsgdDefinition : public Definition {
public:
  AsgdDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : rate_kind_(dialect.pick<AsgdRate>(asgd_rate)),
        power_kind_(dialect.pick<AsgdPower>(asgd_power)),
        decay_(dialect.pick<AsgdDecay>(asgd_decay)),
        lambda_(Rounded::written(hyper.at("lambd"))),
        power_(Rounded::written(hyper.value_or("alpha", 0.75))) {}

  void begin(const TensorStep& step) override {
    rate_ = falling(step.rate, step.k);
    kept_ = Rounded(1) - (decay_ == AsgdDecay::without_rate ? lambda_ : lambda_ * rate_);
  }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState&) const override {
    switch (decay_) {
      case AsgdDecay::ignored: return theta - rate_ * g;
      case AsgdDecay::after: return (theta - rate_ * g) * kept_;
      case AsgdDecay::in_gradient_besides: return theta * kept_ - rate_ * (g + lambda_ * theta);
      default: return theta * kept_ - rate_ * g;
    }
  }

private:
  Rounded falling(const Rounded& rate, long k) const {
    if (rate_kind_ == AsgdRate::constant) return rate;
    const Rounded past(int(rate_kind_ == AsgdRate::from_1 ? k : k - 1));
    const Rounded slope = rate_kind_ == AsgdRate::without_rate ? lambda_ : lambda_ * rate;
    const Rounded base = Rounded(1) + slope * past;
    if (power_kind_ == AsgdPower::missing) return rate / base;
    return rate / (power_kind_ == AsgdPower::root ? root(base) : power(base, power_));
  }

  AsgdRate rate_kind_;
  AsgdPower power_kind_;
  AsgdDecay decay_;
  Rounded lambda_, power_, rate_, kept_;
};

bool asgd_falls(const HyperParameters&, const Dialect& dialect) {
  return dialect.pick<AsgdRate>(asgd_rate) != AsgdRate::constant;
}

std::vector<Choice> asgd_choices() {
  return {{"decay of the rate",
           {{"1 + λ times the rate times the steps before", "Bottou (2012); PyTorch, torch.optim.ASGD"},
            {"1 + λ times the rate times the steps, this one included", ""},
            {"1 + λ times the steps before, without the rate", ""},
            {"a rate that does not fall", ""}}},
          {"power",
           {{"the declared power of it", "PyTorch, alpha"},
            {"no power of it", "Bottou (2012), stochastic gradient descent without averaging"},
            {"its root", ""}},
           asgd_falls},
          {"decay by λ",
           {{"λ times the rate off the parameters, before the step", "PyTorch, torch.optim.ASGD"},
            {"λ times the rate off the parameters, after the step", ""},
            {"λ in the gradient besides", ""},
            {"no decay by λ", ""},
            {"λ off the parameters without the rate", ""}}}};
}

}  // namespace

const Family& asgd_family() {
  static const Family result{"ASGD",
                             with_common_choices({.counter = asgd_falls}, asgd_choices()),
                             with_common_identities({}),
                             {"lambd"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<AsgdDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
