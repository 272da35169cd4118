#include "verigrad/conformance/sign_family.hpp"

namespace verigrad::conformance {
namespace {

class SignDefinition : public Definition {
public:
  SignDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : of_(dialect.pick<SignOf>(sign_of_what)),
        reset_(dialect.pick<Buffer>(sign_buffer) == Buffer::reset),
        before_(dialect.pick<MemoryOrder>(sign_order) == MemoryOrder::before),
        towards_(hyper.value_or("beta1", 0), dialect.pick<Weights>(sign_first_weights)),
        memory_(hyper.value_or(of_ == SignOf::memory ? "beta1" : "beta2", 0),
                dialect.pick<Weights>(sign_second_weights)) {}

  void begin(const TensorStep& step) override { rate_ = step.rate; }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    Rounded& m = state[0];
    const Rounded old = m;
    m = memory_(m, g);
    const Rounded along = of_ == SignOf::gradient ? g : of_ == SignOf::memory ? m : towards_(before_ ? m : old, g);
    if (reset_) m = Rounded(0);
    return theta - rate_ * signum(along);
  }

private:
  SignOf of_;
  bool reset_, before_;
  Average towards_, memory_;
  Rounded rate_;
};

bool keeps_memory(const HyperParameters&, const Dialect& dialect) {
  return dialect.pick<SignOf>(sign_of_what) != SignOf::gradient;
}
bool blends(const HyperParameters&, const Dialect& dialect) {
  return dialect.pick<SignOf>(sign_of_what) == SignOf::blend;
}
bool has_beta(const HyperParameters& hyper, const Dialect&) { return hyper.has("beta1"); }

std::vector<Identity> sign_identities() {
  return {{[](const HyperParameters& hyper, const Dialect& dialect) {
             return hyper.has("beta1") && dialect.pick<SignOf>(sign_of_what) != SignOf::gradient &&
                    dialect.pick<Buffer>(sign_buffer) == Buffer::reset;
           },
           sign_of_what, int(SignOf::gradient), "after a buffer of 0 both are positive multiples of g"},
          {[](const HyperParameters&, const Dialect& dialect) {
             return dialect.pick<Decay>(decay) == Decay::multiplying_gradient;
           },
           decay, int(Decay::none), "sign((1 + λ)g) = sign(g)"},
          {[](const HyperParameters&, const Dialect& dialect) {
             return dialect.pick<SignOf>(sign_of_what) == SignOf::memory &&
                    dialect.pick<Weights>(sign_second_weights) == Weights::share_missing;
           },
           sign_second_weights, int(Weights::usual), "sign(m/(1 − β)) = sign(m)"},
          {[](const HyperParameters& hyper, const Dialect& dialect) {
             return dialect.pick<SignOf>(sign_of_what) == SignOf::gradient && !decays(hyper, dialect);
           },
           missing, int(Missing::skipped), "without buffer and decay, a gradient 0 moves nothing"}};
}

std::vector<Choice> sign_choices() {
  return {{"what the sign is of",
           {{"the sign of the gradient", "Bernstein et al. (2018), signSGD"},
            {"the sign of an average of gradients", "Bernstein et al. (2018), Signum"},
            {"the sign of the average blended with the gradient", "Chen et al. (2023), Lion"}},
           has_beta},
          {"buffer",
           {{"a kept buffer", "Bernstein et al. (2018)"}, {"a buffer that is reset in each step", ""}},
           keeps_memory},
          {"weights of the direction",
           {{"β₁ and 1 − β₁", "Chen et al. (2023)"}, {"β₁ and 1 − β₁ exchanged", ""}, {"1 for 1 − β₁", ""}},
           blends},
          {"weights of the buffer",
           {{"β and 1 − β in the buffer", "Chen et al. (2023)"},
            {"β and 1 − β exchanged in the buffer", ""},
            {"1 for 1 − β in the buffer", "PyTorch's momentum"}},
           keeps_memory},
          {"order",
           {{"the buffer updated after the step", "Chen et al. (2023)"}, {"the buffer updated before the step", ""}},
           blends}};
}

}  // namespace

const Family& sign_family() {
  static const Family result{"signs",
                             with_common_choices({}, sign_choices()),
                             with_common_identities(sign_identities()),
                             {},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<SignDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
