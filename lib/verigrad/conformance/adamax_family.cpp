#include "verigrad/conformance/adamax_family.hpp"

#include <algorithm>

namespace verigrad::conformance {
namespace {

enum class MeanCorrection { by_power, none, frozen, multiplied, ahead, behind };

class AdamaxDefinition : public Definition {
public:
  AdamaxDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : epsilon_place_(dialect.pick<AdamaxEpsilon>(adamax_epsilon)),
        correction_kind_(dialect.pick<MeanCorrection>(adamax_correction)),
        norm_(dialect.pick<AdamaxNorm>(adamax_norm)),
        average_(hyper.at("beta1"), dialect.pick<Weights>(adamax_first_weights)),
        beta2_(Rounded::written(hyper.at("beta2"))),
        epsilon_(Rounded::written(hyper.at("eps"))),
        to_(hyper.at("beta1")) {}

  void begin(const TensorStep& step) override {
    rate_ = step.rate;
    correction_ = correction(step.k);
  }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    Rounded &m = state[0], &u = state[1];
    m = average_(m, g);
    u = next_norm(u, norm_ == AdamaxNorm::of_squares ? square(g) : absolute(g));
    return theta - rate_ / correction_ * m / divisor(u);
  }

private:
  Rounded correction(long k) {
    const auto rest = [&](long count) { return Rounded(1) - to_.to(count); };
    switch (correction_kind_) {
      case MeanCorrection::none: return Rounded(1);
      case MeanCorrection::frozen: return rest(1);
      case MeanCorrection::multiplied: return Rounded(1) / rest(k);
      case MeanCorrection::ahead: return rest(k + 1);
      case MeanCorrection::behind: return rest(std::max(k - 1, 1L));
      case MeanCorrection::by_power: break;
    }
    return rest(k);
  }
  Rounded next_norm(const Rounded& u, const Rounded& size) const {
    const Rounded raised = epsilon_place_ == AdamaxEpsilon::in_maximum ? size + epsilon_ : size;
    if (norm_ == AdamaxNorm::new_only) return raised;
    return maximum(norm_ == AdamaxNorm::never_falling ? u : beta2_ * u, raised);
  }
  Rounded divisor(const Rounded& u) const {
    switch (epsilon_place_) {
      case AdamaxEpsilon::outside: return u + epsilon_;
      case AdamaxEpsilon::subtracted: return u - epsilon_;
      case AdamaxEpsilon::least: return maximum(u, epsilon_);
      case AdamaxEpsilon::in_maximum:
      case AdamaxEpsilon::absent: break;
    }
    return u;
  }

  AdamaxEpsilon epsilon_place_;
  MeanCorrection correction_kind_;
  AdamaxNorm norm_;
  Average average_;
  Rounded beta2_, epsilon_;
  Powers to_;
  Rounded rate_, correction_;
};

bool adamax_counts(const HyperParameters&, const Dialect& dialect) {
  const MeanCorrection kind = dialect.pick<MeanCorrection>(adamax_correction);
  return kind != MeanCorrection::none && kind != MeanCorrection::frozen;
}

std::vector<Choice> adamax_choices() {
  return {{"place of ε",
           {{"ε beside the new gradient, inside the maximum", "PyTorch, optax"},
            {"ε outside the maximum", "Keras"},
            {"no ε", "Kingma and Ba (2015), Algorithm 2"},
            {"ε subtracted", ""},
            {"ε as the least divisor", ""}}},
          {"bias correction",
           {{"the first moment corrected", "Kingma and Ba (2015), Algorithm 2"},
            {"no bias correction", ""},
            {"the correction of the first step in every step (1 − β for 1 − βᵏ)", ""},
            {"the moment multiplied by 1 − βᵏ, not divided", ""},
            {"the counter of the correction one ahead", ""},
            {"the counter of the correction one behind", ""}}},
          {"weights of the first moment",
           {{"β₁ and 1 − β₁", "Kingma and Ba (2015)"}, {"β₁ and 1 − β₁ exchanged", ""}, {"1 for 1 − β₁", ""}}},
          {"norm",
           {{"a maximum that falls by β₂", "Kingma and Ba (2015), Algorithm 2"},
            {"a maximum that never falls", ""},
            {"a maximum of squares", ""},
            {"the new gradient alone", ""}}}};
}

}  // namespace

const Family& adamax_family() {
  static const Family result{"Adamax",
                             with_common_choices({.counter = adamax_counts}, adamax_choices()),
                             with_common_identities({}),
                             {"beta1", "beta2", "eps"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<AdamaxDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
