#include "verigrad/conformance/sgd_family.hpp"

namespace verigrad::conformance {
namespace {

class SgdDefinition : public Definition {
public:
  SgdDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : velocity_(dialect.pick<Velocity>(sgd_velocity)),
        inside_(dialect.pick<RatePlace>(sgd_rate_place) == RatePlace::inside),
        look_ahead_(dialect.pick<LookAhead>(sgd_look_ahead)),
        dampening_(dialect.pick<Dampening>(sgd_dampening)),
        has_momentum_(hyper.on("momentum") && velocity_ != Velocity::ignored),
        inertia_(Rounded::written(hyper.value_or("momentum", 0))),
        share_(Rounded(1) - Rounded::written(hyper.value_or("dampening", 0))) {
    if (dialect.pick<Inertia>(sgd_inertia) == Inertia::exchanged) inertia_ = Rounded(1) - inertia_;
    if (velocity_ == Velocity::average) share_ = Rounded(1) - inertia_;
    if (dampening_ == Dampening::ignored && velocity_ != Velocity::average) share_ = Rounded(1);
  }

  void begin(const TensorStep& step) override {
    rate_ = step.rate;
    undamped_ = step.steps == 1 && dampening_ == Dampening::not_first;
  }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    const Rounded push = inside_ ? rate_ * g : g;
    if (!has_momentum_) return moved(theta, push);
    const Rounded old = state[0];
    Rounded& b = state[0];
    b = next(old, push);
    return moved(theta, velocity_ == Velocity::lagged ? old : looking_ahead(push, old, b));
  }

private:
  Rounded next(const Rounded& b, const Rounded& push) const {
    if (velocity_ == Velocity::average) return blend(inertia_, b, share_, push);
    const Rounded pushed = undamped_ ? push : share_ * push;
    if (velocity_ == Velocity::reset) return pushed;
    return velocity_ == Velocity::negative ? pushed - inertia_ * b : inertia_ * b + pushed;
  }
  Rounded looking_ahead(const Rounded& push, const Rounded& old, const Rounded& b) const {
    switch (look_ahead_) {
      case LookAhead::nesterov:
        return velocity_ == Velocity::average ? blend(inertia_, b, share_, push) : push + inertia_ * b;
      case LookAhead::wrong_sign: return push - inertia_ * b;
      case LookAhead::old_velocity: return push + inertia_ * old;
      case LookAhead::not_undone: return b + inertia_ * old;
      case LookAhead::without_inertia: return push + b;
      case LookAhead::twice: return push + inertia_ * (push + inertia_ * b);
      case LookAhead::none: break;
    }
    return b;
  }
  Rounded moved(const Rounded& theta, const Rounded& along) const { return theta - (inside_ ? along : rate_ * along); }

  Velocity velocity_;
  bool inside_;
  LookAhead look_ahead_;
  Dampening dampening_;
  bool has_momentum_;
  Rounded inertia_, share_, rate_;
  bool undamped_ = false;
};

bool sgd_has_momentum(const HyperParameters& hyper, const Dialect&) { return hyper.on("momentum"); }
bool sgd_keeps_velocity(const HyperParameters& hyper, const Dialect& dialect) {
  return hyper.on("momentum") && dialect.pick<Velocity>(sgd_velocity) != Velocity::ignored;
}
bool sgd_looks_ahead(const HyperParameters& hyper, const Dialect& dialect) {
  return sgd_keeps_velocity(hyper, dialect) && dialect.pick<Velocity>(sgd_velocity) != Velocity::lagged;
}
bool is_damped(const HyperParameters& hyper, const Dialect& dialect) {
  return sgd_keeps_velocity(hyper, dialect) && hyper.on("dampening") &&
         dialect.pick<Velocity>(sgd_velocity) != Velocity::average;
}

/// Every gradient enters the velocity in full.
bool is_undamped(const HyperParameters& hyper, const Dialect& dialect) {
  return dialect.pick<Velocity>(sgd_velocity) != Velocity::average &&
         (!hyper.on("dampening") || dialect.pick<Dampening>(sgd_dampening) == Dampening::ignored);
}

std::vector<Identity> sgd_identities() {
  return {{[](const HyperParameters& hyper, const Dialect& dialect) {
             return dialect.pick<Velocity>(sgd_velocity) == Velocity::reset && is_undamped(hyper, dialect) &&
                    dialect.pick<LookAhead>(sgd_look_ahead) == LookAhead::none;
           },
           sgd_velocity, int(Velocity::ignored), "μ·0 + g = g"},
          {[](const HyperParameters& hyper, const Dialect& dialect) {
             return dialect.pick<LookAhead>(sgd_look_ahead) == LookAhead::old_velocity &&
                    dialect.pick<Velocity>(sgd_velocity) == Velocity::heavy_ball && is_undamped(hyper, dialect);
           },
           sgd_look_ahead, int(LookAhead::none), "g + μb = b⁺, where g enters b⁺ in full"},
          {[](const HyperParameters& hyper, const Dialect& dialect) {
             return !sgd_keeps_velocity(hyper, dialect) && dialect.pick<Decay>(decay) == Decay::decoupled;
           },
           decay, int(Decay::coupled), "(1 − γλ)θ − γg = θ − γ(g + λθ)"},
          {[](const HyperParameters& hyper, const Dialect& dialect) {
             return !sgd_keeps_velocity(hyper, dialect) && !decays(hyper, dialect);
           },
           missing, int(Missing::skipped), "without velocity and decay, a gradient 0 moves nothing"}};
}

std::vector<Choice> sgd_choices() {
  return {{"velocity",
           {{"a velocity that adds gradients (heavy ball)", "Polyak (1964); PyTorch, optax, Keras"},
            {"a velocity that averages gradients (1 − μ before the gradient)", "optax, ema"},
            {"the velocity before its update", "MathDNN (23)"},
            {"no momentum", ""},
            {"the velocity's sign turned", ""},
            {"a velocity that is forgotten after each step", ""}},
           sgd_has_momentum},
          {"place of the rate",
           {{"the rate outside the velocity", "PyTorch, optax"},
            {"the rate inside the velocity", "thesis (1.28); Sutskever et al. (2013); Keras"}},
           sgd_keeps_velocity},
          {"look-ahead",
           {{"no look-ahead", "Polyak (1964)"},
            {"Nesterov's look-ahead", "Sutskever et al. (2013); PyTorch, nesterov=True; Keras"},
            {"Nesterov's look-ahead with the wrong sign", ""},
            {"Nesterov's look-ahead along the old velocity", ""},
            {"a look-ahead that is not undone", ""},
            {"Nesterov's look-ahead without μ", ""},
            {"Nesterov's look-ahead twice", ""}},
           sgd_looks_ahead},
          {"inertia", {{"μ", "all"}, {"1 − μ for μ", ""}}, sgd_keeps_velocity},
          {"dampening",
           {{"dampening from the second step on", "PyTorch"},
            {"dampening from the first step on", ""},
            {"no dampening", ""}},
           is_damped}};
}

}  // namespace

const Family& sgd_family() {
  static const Family result{"SGD",
                             with_common_choices({}, sgd_choices()),
                             with_common_identities(sgd_identities()),
                             {},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<SgdDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
