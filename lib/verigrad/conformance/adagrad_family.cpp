#include "verigrad/conformance/adagrad_family.hpp"

namespace verigrad::conformance {
namespace {

double initial_value(Initial initial, const HyperParameters& hyper) {
  switch (initial) {
    case Initial::zero: return 0;
    case Initial::tenth: return 0.1;
    case Initial::one: return 1;
    case Initial::declared: break;
  }
  return hyper.value_or("initial_accumulator_value", 0);
}

class AdagradDefinition : public Definition {
public:
  AdagradDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : epsilon_place_(dialect.pick<Epsilon>(adagrad_epsilon)),
        rooted_(dialect.picks[adagrad_root] == 0),
        summed_(dialect.pick<Summed>(adagrad_sum)),
        rate_decay_kind_(dialect.pick<RateDecay>(adagrad_rate_decay)),
        epsilon_(Rounded::written(hyper.at("eps"))),
        rate_decay_(Rounded::written(hyper.value_or("lr_decay", 0))),
        initial_(Rounded::written(initial_value(dialect.pick<Initial>(adagrad_initial), hyper))) {}

  EntryState start(const Rounded&) const override { return {initial_}; }

  void begin(const TensorStep& step) override {
    const bool ignored = rate_decay_kind_ == RateDecay::ignored;
    const Rounded past(int(rate_decay_kind_ == RateDecay::from_1 ? step.k : step.k - 1));
    rate_ = ignored ? step.rate : step.rate / (Rounded(1) + past * rate_decay_);
  }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    const Rounded old = state[0];
    Rounded sum = old + (summed_ == Summed::of_absolutes ? absolute(g) : square(g));
    if (is_in_state(epsilon_place_)) sum = sum + epsilon_;
    if (summed_ != Summed::not_kept) state[0] = sum;
    const Rounded& used = summed_ == Summed::old_sum ? old : sum;
    return theta - rate_ * g / divisor(epsilon_place_, rooted_, used, Rounded(1), epsilon_);
  }

private:
  Epsilon epsilon_place_;
  bool rooted_;
  Summed summed_;
  RateDecay rate_decay_kind_;
  Rounded epsilon_, rate_decay_, initial_, rate_;
};

bool rate_decays(const HyperParameters& hyper, const Dialect&) { return hyper.on("lr_decay"); }

bool adagrad_counts(const HyperParameters& hyper, const Dialect& dialect) {
  return hyper.on("lr_decay") && dialect.pick<RateDecay>(adagrad_rate_decay) != RateDecay::ignored;
}

std::vector<Identity> adagrad_identities() {
  std::vector<Identity> result = without_correction<adagrad_epsilon>();
  result.push_back({[](const HyperParameters& hyper, const Dialect& dialect) {
                      return initial_value(dialect.pick<Initial>(adagrad_initial), hyper) ==
                             initial_value(Initial::declared, hyper);
                    },
                    adagrad_initial, int(Initial::declared), "the declared accumulator has this value"});
  result.push_back({[](const HyperParameters& hyper, const Dialect& dialect) {
                      return !decays(hyper, dialect) && !adagrad_counts(hyper, dialect) &&
                             !is_in_state(dialect.pick<Epsilon>(adagrad_epsilon));
                    },
                    missing, int(Missing::skipped), "without decays, a gradient 0 changes nothing"});
  return result;
}

std::vector<Choice> adagrad_choices() {
  return {{"place of ε", places_of_epsilon()},
          {"root", {{"the root of the sum", "Duchi, Hazan and Singer (2011)"}, {"no root of the sum", ""}}},
          {"initial accumulator",
           {{"the declared initial accumulator", "PyTorch, initial_accumulator_value"},
            {"an initial accumulator of 0", "PyTorch's usual value"},
            {"an initial accumulator of 0.1", "optax's and Keras's usual value"},
            {"an initial accumulator of 1", ""}}},
          {"sum",
           {{"the sum with the new gradient", "Duchi, Hazan and Singer (2011)"},
            {"the sum before the new gradient", ""},
            {"a sum that is not kept", ""},
            {"the sum of absolute values", ""}}},
          {"decay of the rate",
           {{"the rate's decay counted from 0", "PyTorch, lr_decay"},
            {"the rate's decay counted from 1", ""},
            {"no decay of the rate", ""}},
           rate_decays}};
}

}  // namespace

const Family& adagrad_family() {
  static const Family result{"Adagrad",
                             with_common_choices({.counter = adagrad_counts}, adagrad_choices()),
                             with_common_identities(adagrad_identities()),
                             {"eps"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<AdagradDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
