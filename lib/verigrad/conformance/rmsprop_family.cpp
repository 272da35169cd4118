#include "verigrad/conformance/rmsprop_family.hpp"

namespace verigrad::conformance {
namespace {

class RmspropDefinition : public Definition {
public:
  RmspropDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : epsilon_place_(dialect.pick<Epsilon>(rmsprop_epsilon)),
        rooted_(dialect.picks[rmsprop_root] == 0),
        centre_(dialect.pick<Centre>(rmsprop_centre)),
        initial_(dialect.pick<RmspropInitial>(rmsprop_initial)),
        corrected_(dialect.pick<RmspropCorrection>(rmsprop_correction) == RmspropCorrection::by_power),
        old_(dialect.picks[rmsprop_order] == 1),
        velocity_(hyper.on("momentum") ? dialect.pick<RmspropVelocity>(rmsprop_velocity) : RmspropVelocity::ignored),
        inside_(dialect.picks[rmsprop_rate_place] == 1),
        average_(hyper.at("alpha"), dialect.pick<Weights>(rmsprop_weights)),
        to_(hyper.at("alpha")),
        epsilon_(Rounded::written(hyper.at("eps"))),
        inertia_(Rounded::written(hyper.value_or("momentum", 0))) {}

  EntryState start(const Rounded&) const override { return {Rounded(initial_ == RmspropInitial::one ? 1 : 0)}; }

  void begin(const TensorStep& step) override {
    rate_ = step.rate;
    first_ = step.steps == 1;
    correction_ = corrected_ ? Rounded(1) - to_.to(step.k) : Rounded(1);
  }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    const EntryState old = state;
    Rounded &v = state[0], &mean = state[1];
    v = first_ && initial_ == RmspropInitial::first_square ? square(g) : average_(v, square(g));
    if (is_in_state(epsilon_place_)) v = v + epsilon_;
    mean = average_(mean, g);
    const Rounded scaled = g / divisor(epsilon_place_, rooted_, centred(old, state), correction_, epsilon_);
    return moved(theta, inside_ ? rate_ * scaled : scaled, state[2]);
  }

private:
  Rounded centred(const EntryState& old, const EntryState& now) const {
    const Rounded& v = old_ ? old[0] : now[0];
    switch (centre_) {
      case Centre::new_mean: return v - square(now[1]);
      case Centre::old_mean: return v - square(old[1]);
      case Centre::mean_not_squared: return v - now[1];
      case Centre::none: break;
    }
    return v;
  }
  Rounded moved(const Rounded& theta, const Rounded& push, Rounded& b) const {
    Rounded along = push;
    if (velocity_ == RmspropVelocity::averages)
      along = b = blend(inertia_, b, Rounded(1) - inertia_, push);
    else if (velocity_ != RmspropVelocity::ignored)
      along = b = inertia_ * b + push;
    if (velocity_ == RmspropVelocity::nesterov) along = push + inertia_ * b;
    return theta - (inside_ ? along : rate_ * along);
  }

  Epsilon epsilon_place_;
  bool rooted_;
  Centre centre_;
  RmspropInitial initial_;
  bool corrected_, old_;
  RmspropVelocity velocity_;
  bool inside_;
  Average average_;
  Powers to_;
  Rounded epsilon_, inertia_, rate_, correction_{1};
  bool first_ = true;
};

bool rmsprop_has_momentum(const HyperParameters& hyper, const Dialect&) { return hyper.on("momentum"); }
bool rmsprop_keeps_velocity(const HyperParameters& hyper, const Dialect& dialect) {
  return hyper.on("momentum") && dialect.pick<RmspropVelocity>(rmsprop_velocity) != RmspropVelocity::ignored;
}

bool rmsprop_corrects(const HyperParameters&, const Dialect& dialect) {
  return dialect.pick<RmspropCorrection>(rmsprop_correction) == RmspropCorrection::by_power;
}

std::vector<Choice> rmsprop_choices() {
  return {{"place of ε", places_of_epsilon()},
          {"root", {{"the root of the mean square", "Tieleman and Hinton (2012)"}, {"no root of the mean square", ""}}},
          {"centre",
           {{"squares about 0", "Tieleman and Hinton (2012)"},
            {"squares about the mean", "Graves (2013), (38) to (45); PyTorch, centered=True"},
            {"squares about the old mean", ""},
            {"the mean subtracted, not its square", ""}}},
          {"initial accumulator",
           {{"an initial accumulator of 0", "PyTorch, optax, Keras"},
            {"an initial accumulator of 1", "TensorFlow 1"},
            {"the first square as initial accumulator", ""}}},
          {"weights of the mean square",
           {{"α and 1 − α", "Tieleman and Hinton (2012)"}, {"α and 1 − α exchanged", ""}, {"1 for 1 − α", ""}}},
          {"bias correction", {{"no bias correction", "PyTorch"}, {"bias correction", "optax, bias_correction"}}},
          {"order", {{"the new mean square", "Tieleman and Hinton (2012)"}, {"the mean square before its update", ""}}},
          {"velocity",
           {{"a velocity that adds scaled gradients", "Graves (2013); PyTorch, momentum"},
            {"a velocity that averages scaled gradients", ""},
            {"no momentum", ""},
            {"Nesterov's look-ahead", "optax, rmsprop with nesterov"}},
           rmsprop_has_momentum},
          {"place of the rate",
           {{"the rate outside the velocity", "PyTorch"}, {"the rate inside the velocity", "Graves (2013); Keras"}},
           rmsprop_keeps_velocity}};
}

}  // namespace

const Family& rmsprop_family() {
  static const Family result{"RMSprop",
                             with_common_choices({.counter = rmsprop_corrects}, rmsprop_choices()),
                             with_common_identities(without_correction<rmsprop_epsilon, rmsprop_corrects>()),
                             {"alpha", "eps"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<RmspropDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
