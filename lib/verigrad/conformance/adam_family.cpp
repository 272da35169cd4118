#include "verigrad/conformance/adam_family.hpp"

#include <algorithm>

namespace verigrad::conformance {
namespace {

/// What stands for 1 − βᵏ, by which a moment is divided, in the k-th step.
Rounded correction_of(Correction kind, bool first, Powers& powers, long k) {
  const auto rest = [&](long count) { return Rounded(1) - powers.to(count); };
  switch (kind) {
    case Correction::none: return Rounded(1);
    case Correction::first: return first ? rest(k) : Rounded(1);
    case Correction::second: return first ? Rounded(1) : rest(k);
    case Correction::frozen: return rest(1);
    case Correction::multiplied: return Rounded(1) / rest(k);
    case Correction::ahead: return rest(k + 1);
    case Correction::behind: return rest(std::max(k - 1, 1L));
    case Correction::both: break;
  }
  return rest(k);
}

class AdamDefinition : public Definition {
public:
  AdamDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : epsilon_place_(dialect.pick<Epsilon>(adam_epsilon)),
        rooted_(dialect.picks[adam_root] == 0),
        correction_(dialect.pick<Correction>(adam_correction)),
        moment_(dialect.pick<Moment>(adam_moment)),
        largest_(dialect.pick<Largest>(adam_maximum)),
        towards_(dialect.pick<Towards>(adam_direction)),
        rectification_(dialect.pick<Rectification>(adam_rectification)),
        order_(dialect.pick<Order>(adam_order)),
        first_average_(hyper.at("beta1"), dialect.pick<Weights>(adam_first_weights)),
        second_average_(hyper.at("beta2"), dialect.pick<Weights>(adam_second_weights)),
        beta1_(Rounded::written(hyper.at("beta1"))),
        beta2_(Rounded::written(hyper.at("beta2"))),
        epsilon_(Rounded::written(hyper.at("eps"))),
        momentum_decay_(Rounded::written(hyper.value_or("momentum_decay", 0.004))),
        beta1_to_(hyper.at("beta1")),
        beta2_to_(hyper.at("beta2")) {}

  void begin(const TensorStep& step) override {
    rate_ = step.rate;
    first_correction_ = correction_of(correction_, true, beta1_to_, step.k);
    second_correction_ = correction_of(correction_, false, beta2_to_, step.k);
    begin_direction(step.k);
    if (rectification_ != Rectification::none) begin_rectification(step.k);
  }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    const EntryState old = state;
    Rounded &m = state[0], &v = state[1];
    m = first_average_(m, g);
    v = second_average_(v, moment_of(g, old[0], m));
    if (is_in_state(epsilon_place_)) v = v + epsilon_;
    const Rounded& mean = order_ == Order::old_first ? old[0] : m;
    const Rounded step = rate_ * direction(mean, g), below = divided_by(old, state);
    if (!rectified_) return still_ ? theta : theta - step;
    const Rounded adaptive = theta - step * rectifier_ / below;
    return maybe_rectified_ ? hull(adaptive, still_ ? theta : theta - step) : adaptive;
  }

private:
  Rounded moment_of(const Rounded& g, const Rounded& old_mean, const Rounded& new_mean) const {
    if (moment_ == Moment::about_new_mean) return square(g - new_mean);
    if (moment_ == Moment::about_old_mean) return square(g - old_mean);
    return square(g);
  }

  Rounded divided_by(const EntryState& old, EntryState& state) const {
    Rounded& v = state[1];
    Rounded& largest = state[2];
    const auto with_epsilon = [&](const Rounded& moment, const Rounded& correction) {
      return divisor(epsilon_place_, rooted_, moment, correction, epsilon_);
    };
    switch (largest_) {
      case Largest::uncorrected:
        largest = maximum(largest, v);
        return with_epsilon(order_ == Order::old_second ? old[2] : largest, second_correction_);
      case Largest::corrected:
        largest = maximum(largest, v / second_correction_);
        return with_epsilon(order_ == Order::old_second ? old[2] : largest, Rounded(1));
      case Largest::replacing:
        v = maximum(old[1], v);
        return with_epsilon(order_ == Order::old_second ? old[1] : v, second_correction_);
      case Largest::never_stored: return with_epsilon(largest, second_correction_);
      case Largest::none: break;
    }
    return with_epsilon(order_ == Order::old_second ? old[1] : v, second_correction_);
  }

  Rounded direction(const Rounded& m, const Rounded& g) const {
    switch (towards_) {
      case Towards::nesterov:
      case Towards::nesterov_squared:
      case Towards::nesterov_simple: return along_m_ * m + along_g_ * g;
      case Towards::sign: return signum(m);
      case Towards::gradient: return g;
      case Towards::mean: break;
    }
    return m / first_correction_;
  }

  /// μₖ = β₁(1 − ½·0.96^{kψ})
  Rounded mu(long k) const {
    const Rounded falling = power(Rounded::written(0.96), Rounded(int(k)) * momentum_decay_);
    return beta1_ * (Rounded(1) - Rounded::written(0.5) * falling);
  }
  const Rounded& mu_product(long k) {
    while (long(mu_products_.size()) <= k) mu_products_.push_back(mu_products_.back() * mu(long(mu_products_.size())));
    return mu_products_[std::size_t(k)];
  }
  void begin_direction(long k) {
    if (towards_ == Towards::nesterov_simple) {
      along_m_ = beta1_ / (Rounded(1) - beta1_to_.to(k + 1));
      along_g_ = (Rounded(1) - beta1_) / (Rounded(1) - beta1_to_.to(k));
    }
    if (towards_ != Towards::nesterov && towards_ != Towards::nesterov_squared) return;
    const Rounded now = mu(k), next = mu(k + 1), product = mu_product(k);
    const Rounded ahead = towards_ == Towards::nesterov ? product * next : product * now * next;
    along_m_ = next / (Rounded(1) - ahead);
    along_g_ = (Rounded(1) - now) / (Rounded(1) - product);
  }

  /// rₖ² = (ρₖ − 4)(ρₖ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρₖ) where ρₖ = ρ∞ − 2kβ₂ᵏ/(1 − β₂ᵏ) is above the threshold.
  void begin_rectification(long k) {
    const Rounded limit = Rounded(2) / (Rounded(1) - beta2_) - Rounded(1);
    const Rounded power = beta2_to_.to(k);
    const Rounded rho = limit - Rounded(int(2 * k)) * power / (Rounded(1) - power);
    const int threshold = rectification_ == Rectification::above_4 ? 4 : 5;
    still_ = rectification_ == Rectification::above_5_else_still;
    rectified_ = rho.upper() > threshold;
    maybe_rectified_ = rectified_ && rho.lower() <= threshold;
    if (!rectified_) return;
    const auto term = [](const Rounded& r) { return (r - Rounded(4)) * (r - Rounded(2)); };
    rectifier_ = root(term(rho) * limit / (term(limit) * rho));
  }

  Epsilon epsilon_place_;
  bool rooted_;
  Correction correction_;
  Moment moment_;
  Largest largest_;
  Towards towards_;
  Rectification rectification_;
  Order order_;
  Average first_average_, second_average_;
  Rounded beta1_, beta2_, epsilon_, momentum_decay_;
  Powers beta1_to_, beta2_to_;
  std::vector<Rounded> mu_products_{Rounded(1)};
  Rounded rate_, first_correction_, second_correction_, along_m_, along_g_, rectifier_{1};
  bool rectified_ = true, maybe_rectified_ = false, still_ = false;
};

bool corrects_second(const HyperParameters&, const Dialect& dialect) {
  const Correction kind = dialect.pick<Correction>(adam_correction);
  return kind != Correction::none && kind != Correction::first;
}
bool is_nesterov(const Dialect& dialect) {
  const Towards towards = dialect.pick<Towards>(adam_direction);
  return towards == Towards::nesterov || towards == Towards::nesterov_squared || towards == Towards::nesterov_simple;
}
bool corrects_first(const Dialect& dialect) { return dialect.pick<Towards>(adam_direction) == Towards::mean; }
bool adam_counts(const HyperParameters&, const Dialect& dialect) {
  const Correction kind = dialect.pick<Correction>(adam_correction);
  return (kind != Correction::none && kind != Correction::frozen) || is_nesterov(dialect) ||
         dialect.pick<Rectification>(adam_rectification) != Rectification::none;
}

bool reads_nothing(const HyperParameters&, const Dialect& dialect) {
  return dialect.pick<Largest>(adam_maximum) == Largest::never_stored;
}
bool reads_moment(const HyperParameters& hyper, const Dialect& dialect) { return !reads_nothing(hyper, dialect); }
bool reads_mean(const HyperParameters&, const Dialect& dialect) {
  return dialect.pick<Towards>(adam_direction) != Towards::gradient ||
         dialect.pick<Moment>(adam_moment) != Moment::squares;
}
/// Whether what is rooted is corrected on the way to the divisor.
bool corrects_in_divisor(const HyperParameters& hyper, const Dialect& dialect) {
  return corrects_second(hyper, dialect) && dialect.pick<Largest>(adam_maximum) != Largest::corrected;
}
template <Epsilon place>
bool reads_nothing_at(const HyperParameters& hyper, const Dialect& dialect) {
  return reads_nothing(hyper, dialect) && dialect.pick<Epsilon>(adam_epsilon) == place;
}

std::vector<Identity> identities_of_correction() {
  return {{[](const HyperParameters&, const Dialect& dialect) {
             return !corrects_first(dialect) && dialect.pick<Correction>(adam_correction) == Correction::first;
           },
           adam_correction, int(Correction::none), "the direction has a correction of its own, or needs none"},
          {[](const HyperParameters&, const Dialect& dialect) {
             return !corrects_first(dialect) && dialect.pick<Correction>(adam_correction) == Correction::second;
           },
           adam_correction, int(Correction::both), "the direction has a correction of its own, or needs none"},
          {[](const HyperParameters& hyper, const Dialect& dialect) {
             return dialect.pick<Largest>(adam_maximum) == Largest::corrected && !corrects_second(hyper, dialect);
           },
           adam_maximum, int(Largest::uncorrected), "max(w, v/1) = max(w, v)"}};
}

std::vector<Identity> identities_of_epsilon() {
  std::vector<Identity> result = without_correction<adam_epsilon, corrects_in_divisor>();
  result.push_back({[](const HyperParameters&, const Dialect& dialect) {
                      return dialect.picks[adam_root] == 1 && dialect.pick<Epsilon>(adam_epsilon) == Epsilon::inside;
                    },
                    adam_epsilon, int(Epsilon::outside), "without a root nothing is inside it"});
  result.push_back({[](const HyperParameters&, const Dialect& dialect) {
                      return dialect.picks[adam_root] == 1 &&
                             dialect.pick<Epsilon>(adam_epsilon) == Epsilon::inside_uncorrected;
                    },
                    adam_epsilon, int(Epsilon::scaled), "(v + ε)/c, with a root or without"});
  result.push_back({[](const HyperParameters& hyper, const Dialect& dialect) {
                      return dialect.pick<Epsilon>(adam_epsilon) == Epsilon::absent && dialect.picks[adam_root] == 0 &&
                             dialect.pick<Rectification>(adam_rectification) == Rectification::none &&
                             hyper.on("weight_decay") && dialect.pick<Decay>(decay) == Decay::multiplying_gradient;
                    },
                    decay, int(Decay::none), "without ε a multiple of all gradients changes nothing"});
  return result;
}

/// Where the moment in the divisor is 0.
std::vector<Identity> identities_of_nothing_read() {
  const std::string_view why = "√0 + ε = max(√0, ε)";
  return {{reads_nothing_at<Epsilon::larger>, adam_epsilon, int(Epsilon::outside), why},
          {reads_nothing_at<Epsilon::in_state_and_outside>, adam_epsilon, int(Epsilon::outside), why},
          {reads_nothing_at<Epsilon::in_state>, adam_epsilon, int(Epsilon::absent), "√0 = √0"},
          {[](const HyperParameters& hyper, const Dialect& dialect) {
             const Epsilon place = dialect.pick<Epsilon>(adam_epsilon);
             return reads_nothing(hyper, dialect) &&
                    (place == Epsilon::outside || place == Epsilon::absent || place == Epsilon::subtracted);
           },
           adam_root, 0, "√0 = 0"},
          {[](const HyperParameters& hyper, const Dialect& dialect) {
             return reads_nothing(hyper, dialect) && dialect.pick<Order>(adam_order) == Order::old_second;
           },
           adam_order, int(Order::new_moments), "0 before and after"}};
}

std::vector<Identity> adam_identities() {
  std::vector<Identity> result = identities_of_correction();
  for (const auto& more : {identities_of_nothing_read(), identities_of_epsilon()})
    result.insert(result.end(), more.begin(), more.end());
  return result;
}

std::vector<Choice> adam_choices() {
  return {{"place of ε", places_of_epsilon()},
          {"root", {{"the root of the second moment", "Kingma and Ba (2015)"}, {"no root of the second moment", ""}}},
          {"bias correction",
           {{"both moments corrected", "Kingma and Ba (2015); PyTorch, optax"},
            {"no bias correction", "Reddi et al. (2018); thesis (1.32)"},
            {"only the first moment corrected", ""},
            {"only the second moment corrected", ""},
            {"the correction of the first step in every step (1 − β for 1 − βᵏ)", ""},
            {"moments multiplied by 1 − βᵏ, not divided", ""},
            {"the counter of the correction one ahead", ""},
            {"the counter of the correction one behind", ""}}},
          {"second moment",
           {{"squares of gradients", "Kingma and Ba (2015)"},
            {"squares about the new mean", "Zhuang et al. (2020), AdaBelief"},
            {"squares about the old mean", ""}},
           reads_moment},
          {"maximum",
           {{"no maximum", "Kingma and Ba (2015)"},
            {"the maximum of uncorrected second moments", "PyTorch, amsgrad=True"},
            {"the maximum of corrected second moments", "optax, amsgrad"},
            {"the maximum in place of the second moment", ""},
            {"a maximum that is read but never stored", ""}}},
          {"direction",
           {{"the mean of gradients", "Kingma and Ba (2015)"},
            {"Nesterov's momentum with the product of μ", "Dozat (2016); PyTorch, NAdam"},
            {"Nesterov's momentum with μ twice in the next product", "PyTorch 1.13, NAdam of a single tensor"},
            {"Nesterov's momentum with powers of β₁", "optax, nadam"},
            {"the sign of the mean", ""},
            {"the gradient, not its mean", ""}}},
          {"rectification",
           {{"no rectification", "Kingma and Ba (2015)"},
            {"rectification above 5", "PyTorch, RAdam"},
            {"rectification above 4", "Liu et al. (2020), Algorithm 2"},
            {"rectification above 5, no step below", ""}}},
          {"weights of the first moment",
           {{"β₁ and 1 − β₁", "Kingma and Ba (2015)"}, {"β₁ and 1 − β₁ exchanged", ""}, {"1 for 1 − β₁", ""}},
           reads_mean},
          {"weights of the second moment",
           {{"β₂ and 1 − β₂", "Kingma and Ba (2015)"}, {"β₂ and 1 − β₂ exchanged", ""}, {"1 for 1 − β₂", ""}},
           reads_moment},
          {"order",
           {{"the new moments", "Kingma and Ba (2015)"},
            {"the first moment before its update", ""},
            {"the second moment before its update", ""}}}};
}

}  // namespace

const Family& adam_family() {
  static const Family result{"ADAM",
                             with_common_choices({.counter = adam_counts}, adam_choices()),
                             with_common_identities(adam_identities()),
                             {"beta1", "beta2", "eps"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<AdamDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
