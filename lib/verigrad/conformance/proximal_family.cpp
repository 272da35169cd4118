#include "verigrad/conformance/proximal_family.hpp"

namespace verigrad::conformance {
namespace {

/// max(x − threshold, 0) + min(x + threshold, 0).
Rounded soft_threshold(const Rounded& x, const Rounded& threshold) {
  return maximum(x - threshold, Rounded(0)) + minimum(x + threshold, Rounded(0));
}

/// x where |x| > threshold, else 0.
Rounded hard_threshold(const Rounded& x, const Rounded& threshold) {
  if (absolute(x).lower() > threshold.upper()) return x;
  if (absolute(x).upper() <= threshold.lower()) return Rounded(0);
  return hull(x, Rounded(0));
}

/// t₁ = 1, t₂, …, each worked out once.
class Sequence {
public:
  /// tₖ, k ≥ 1.
  const Rounded& at(long k) {
    while (long(all_.size()) < k)
      all_.push_back((Rounded(1) + root(Rounded(1) + Rounded(4) * square(all_.back()))) / Rounded(2));
    return all_[std::size_t(k) - 1];
  }

private:
  std::vector<Rounded> all_{Rounded(1)};
};

class ProximalDefinition : public Definition {
public:
  ProximalDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : threshold_(dialect.pick<Threshold>(proximal_threshold)),
        before_(dialect.pick<ThresholdPlace>(proximal_place) == ThresholdPlace::before_gradient),
        extrapolates_(dialect.pick<Extrapolation>(proximal_extrapolation) == Extrapolation::fista),
        weight_(dialect.pick<ExtrapolationWeight>(proximal_weight)),
        from_(dialect.pick<ExtrapolationFrom>(proximal_from)),
        lambda_(Rounded::written(hyper.at("l1"))) {}

  EntryState start(const Rounded& theta) const override { return {theta}; }
  void begin(const TensorStep& step) override {
    rate_ = step.rate;
    const Rounded strength = threshold_ == Threshold::without_rate ? lambda_ : rate_ * lambda_;
    limit_ = threshold_ == Threshold::halved ? strength / Rounded(2) : strength;
    if (extrapolates_) share_ = weight(step.steps);
  }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    const Rounded old = state[0], x = moved(g, theta);
    state[0] = x;
    if (!extrapolates_) return x;
    switch (from_) {
      case ExtrapolationFrom::gradient_point: return x + share_ * (x - theta);
      case ExtrapolationFrom::added_to_gradient_point: return theta + share_ * (x - old);
      case ExtrapolationFrom::reversed: return x + share_ * (old - x);
      case ExtrapolationFrom::new_point: break;
    }
    return x + share_ * (x - old);
  }

private:
  Rounded moved(const Rounded& g, const Rounded& theta) const {
    if (threshold_ == Threshold::subgradient) return theta - rate_ * (g + lambda_ * signum(theta));
    return before_ ? thresholded(theta) - rate_ * g : thresholded(theta - rate_ * g);
  }
  Rounded thresholded(const Rounded& x) const {
    if (threshold_ == Threshold::hard) return hard_threshold(x, limit_);
    if (threshold_ == Threshold::positive_part) return maximum(x - limit_, Rounded(0));
    return soft_threshold(x, limit_);
  }
  /// Of the difference, after the k-th step.
  Rounded weight(long k) {
    const Rounded one(1);
    switch (weight_) {
      case ExtrapolationWeight::chambolle_dossal: return Rounded(int(k - 1)) / Rounded(int(k + 2));
      case ExtrapolationWeight::late: return k == 1 ? Rounded(0) : (t_.at(k - 1) - one) / t_.at(k);
      case ExtrapolationWeight::over_own: return (t_.at(k) - one) / t_.at(k);
      case ExtrapolationWeight::unshifted: return (t_.at(k + 1) - one) / t_.at(k + 1);
      case ExtrapolationWeight::constant: return one / Rounded(2);
      case ExtrapolationWeight::beck_teboulle: break;
    }
    return (t_.at(k) - one) / t_.at(k + 1);
  }

  Threshold threshold_;
  bool before_, extrapolates_;
  ExtrapolationWeight weight_;
  ExtrapolationFrom from_;
  Rounded lambda_, rate_, limit_, share_;
  Sequence t_;
};

bool extrapolates(const HyperParameters&, const Dialect& dialect) {
  return dialect.pick<Extrapolation>(proximal_extrapolation) == Extrapolation::fista;
}
bool thresholds(const HyperParameters&, const Dialect& dialect) {
  return dialect.pick<Threshold>(proximal_threshold) != Threshold::subgradient;
}

/// Whether the point of the gradient enters along −γg alone.
bool descends_alone(const HyperParameters& hyper, const Dialect& dialect) {
  const ExtrapolationFrom from = dialect.pick<ExtrapolationFrom>(proximal_from);
  return thresholds(hyper, dialect) && dialect.pick<ThresholdPlace>(proximal_place) == ThresholdPlace::after_gradient &&
         (!extrapolates(hyper, dialect) || from == ExtrapolationFrom::new_point || from == ExtrapolationFrom::reversed);
}

std::vector<Identity> proximal_identities() {
  return {{[](const HyperParameters& hyper, const Dialect& dialect) {
             return dialect.pick<Decay>(decay) == Decay::decoupled && descends_alone(hyper, dialect);
           },
           decay, int(Decay::coupled), "(1 − γλ)x − γg = x − γ(g + λx)"}};
}

std::vector<Choice> proximal_choices() {
  return {{"threshold",
           {{"soft thresholding by the rate times λ", "MFDS (14.7); Beck and Teboulle (2009)"},
            {"soft thresholding by λ without the rate", ""},
            {"soft thresholding by half the rate times λ", ""},
            {"hard thresholding", "Blumensath and Davies (2008)"},
            {"a subgradient of λ‖x‖₁ in the gradient", "an L¹ penalty in a loss"},
            {"the positive part of soft thresholding", ""}}},
          {"place of the threshold",
           {{"the threshold after the gradient", "MFDS (14.7); Beck and Teboulle (2009)"},
            {"the threshold before the gradient", ""}},
           thresholds},
          {"extrapolation",
           {{"no extrapolation (ISTA)", "MFDS (14.7)"}, {"FISTA's extrapolation", "Beck and Teboulle (2009)"}}},
          {"weight of the extrapolation",
           {{"(tₖ − 1)/tₖ₊₁ with tₖ₊₁ = (1 + √(1 + 4tₖ²))/2", "Beck and Teboulle (2009)"},
            {"(k − 1)/(k + 2)", "Chambolle and Dossal (2015), a = 3"},
            {"(tₖ₋₁ − 1)/tₖ, one step late", ""},
            {"(tₖ − 1)/tₖ", ""},
            {"(tₖ₊₁ − 1)/tₖ₊₁", ""},
            {"½ in every step", ""}},
           extrapolates},
          {"point of the extrapolation",
           {{"the difference of the last two iterates, from the new one", "Beck and Teboulle (2009)"},
            {"the difference to the point of the gradient", ""},
            {"the difference added to the point of the gradient", ""},
            {"the difference with the wrong sign", ""}},
           extrapolates}};
}

}  // namespace

const Family& proximal_family() {
  static const Family result{"proximal gradients",
                             with_common_choices({}, proximal_choices()),
                             with_common_identities(proximal_identities()),
                             {"l1"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<ProximalDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
