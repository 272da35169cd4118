#include "verigrad/conformance/rprop_family.hpp"

namespace verigrad::conformance {
namespace {

class RpropDefinition : public Definition {
public:
  RpropDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : flip_(dialect.pick<Flip>(rprop_flip)),
        late_(dialect.pick<RpropOrder>(rprop_order) == RpropOrder::old_size),
        bounded_(dialect.pick<Bounds>(rprop_bounds) == Bounds::kept),
        shrink_(Rounded::written(hyper.at("eta_minus"))),
        grow_(Rounded::written(hyper.at("eta_plus"))),
        smallest_(Rounded::written(hyper.value_or("smallest", 1.0 / 1000000))),
        largest_(Rounded::written(hyper.value_or("largest", 50))) {
    const Factors factors = dialect.pick<Factors>(rprop_factors);
    if (factors == Factors::exchanged) std::swap(shrink_, grow_);
    if (factors == Factors::never_grows) grow_ = Rounded(1);
    if (factors == Factors::never_shrinks) shrink_ = Rounded(1);
  }

  void begin(const TensorStep& step) override {
    if (step.steps == 1) first_size_ = step.rate;
    first_ = step.steps == 1;
  }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    Rounded &last = state[0], &size = state[1], &moved = state[2];
    if (first_) size = first_size_;
    const Rounded agreement = signum(g) * signum(last), old_size = size;
    const bool flips = agreement.upper() < 0, unsure = agreement.lower() < 0 && !flips;
    if (unsure) return whole(state);
    size = bounded(flips ? shrink_ * size : agreement.lower() > 0 ? grow_ * size : size);
    if (flips && flip_ == Flip::goes_back) {
      last = Rounded(0);
      return theta + moved;
    }
    const Rounded along = flips && flip_ == Flip::forgets ? Rounded(0) : g;
    last = flips && flip_ != Flip::remembers ? Rounded(0) : g;
    moved = (late_ ? old_size : size) * signum(along);
    return theta - moved;
  }

private:
  static Rounded whole(EntryState& state) {
    state.fill(Rounded(Interval::whole()));
    return state[0];
  }
  Rounded bounded(const Rounded& size) const { return bounded_ ? minimum(maximum(size, smallest_), largest_) : size; }

  Flip flip_;
  bool late_, bounded_;
  Rounded shrink_, grow_, smallest_, largest_, first_size_;
  bool first_ = true;
};

bool has_bounds(const HyperParameters& hyper, const Dialect&) { return hyper.has("smallest") || hyper.has("largest"); }

std::vector<Identity> rprop_identities() {
  return {{[](const HyperParameters& hyper, const Dialect& dialect) {
             return dialect.pick<Schedule>(schedule) == Schedule::one_late && !decays(hyper, dialect);
           },
           schedule, int(Schedule::of_the_step), "only the first rate is read"},
          {[](const HyperParameters&, const Dialect& dialect) {
             return dialect.pick<Flip>(rprop_flip) == Flip::goes_back &&
                    dialect.pick<Factors>(rprop_factors) == Factors::never_shrinks &&
                    dialect.pick<RpropOrder>(rprop_order) == RpropOrder::new_size;
           },
           rprop_flip, int(Flip::moves), "a step of the same size with the other sign undoes the last one"},
          {[](const HyperParameters&, const Dialect& dialect) {
             return dialect.pick<Flip>(rprop_flip) == Flip::forgets &&
                    dialect.pick<Factors>(rprop_factors) == Factors::never_grows;
           },
           rprop_order, int(RpropOrder::new_size), "sizes change at flips only, where no step is taken"}};
}

std::vector<Choice> rprop_choices() {
  return {{"flip of a sign",
           {{"no step at a flip, and the derivative forgotten", "Igel and Hüsken (2000), iRprop⁻; PyTorch, Rprop"},
            {"a step at a flip, and the derivative remembered", "Igel and Hüsken (2000), Rprop⁻"},
            {"a step at a flip, and the derivative forgotten", ""},
            {"the last step undone at a flip", "Riedmiller and Braun (1993), Rprop⁺"}}},
          {"order", {{"the new step size", "Riedmiller and Braun (1993)"}, {"step sizes one step late", ""}}},
          {"factors",
           {{"η⁻ at a flip, η⁺ else", "Riedmiller and Braun (1993)"},
            {"η⁻ and η⁺ exchanged", ""},
            {"step sizes that never grow", ""},
            {"step sizes that never shrink", ""}}},
          {"bounds",
           {{"step sizes within their bounds", "PyTorch, step_sizes"}, {"step sizes without bounds", ""}},
           has_bounds}};
}

}  // namespace

const Family& rprop_family() {
  static const Family result{"Rprop",
                             with_common_choices({}, rprop_choices()),
                             with_common_identities(rprop_identities()),
                             {"eta_minus", "eta_plus"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<RpropDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
