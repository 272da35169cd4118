#include "verigrad/conformance/sag_family.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad::conformance {
namespace {

/// Beside the gradients, their running sum is remembered.
constexpr int most_terms = int(std::tuple_size_v<EntryState>) - 1;

int terms_of(const HyperParameters& hyper) {
  const double terms = hyper.at("terms");
  if (!(terms >= 1 && terms <= most_terms) || terms != int(terms))
    throw std::invalid_argument(fmt::format("terms is {}; take a whole number from 1 to {}", terms, most_terms));
  return int(terms);
}

/// L is the largest Lipschitz constant of the gradients of the terms: for terms φ(⟨aᵢ, x⟩), max φ″ times the largest
/// ‖aᵢ‖²; mean_L is the mean of these constants, L_of_mean the constant of the mean of the terms.
Rounded divisor_of_rate(SagConstant kind, const HyperParameters& hyper) {
  if (!hyper.has("L")) return Rounded(1);
  const auto declared = [&](const char* name) { return Rounded::written(hyper.at(name)); };
  switch (kind) {
    case SagConstant::largest: return declared("L");
    case SagConstant::of_the_mean: return declared("L_of_mean");
    case SagConstant::mean: return declared("mean_L");
    case SagConstant::of_the_sum: return declared("L_of_mean") * Rounded(terms_of(hyper));
    case SagConstant::root_of_largest: return root(declared("L"));
    case SagConstant::none: break;
  }
  return Rounded(1);
}

class SagDefinition : public Definition {
public:
  SagDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : direction_(dialect.pick<SagDirection>(sag_direction)),
        late_(dialect.pick<SagOrder>(sag_order) == SagOrder::step_first),
        adds_(dialect.pick<SagOld>(sag_old) == SagOld::kept),
        terms_(terms_of(hyper)),
        divisor_(divisor_of_rate(dialect.pick<SagConstant>(sag_constant), hyper)) {}

  void begin(const TensorStep& step) override {
    rate_ = step.rate / divisor_;
    term_ = std::size_t((step.k - 1) % terms_);
    seen_ = int(std::min(step.k, long(terms_)));
  }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    const EntryState old = state;
    state[term_] = adds_ ? old[term_] + g : g;
    state[most_terms] = adds_ ? old[most_terms] + g : old[most_terms] - old[term_] + g;
    return theta - rate_ * along(g, old, late_ ? old : state);
  }

private:
  Rounded along(const Rounded& g, const EntryState& old, const EntryState& used) const {
    switch (direction_) {
      case SagDirection::sum: return sum(used);
      case SagDirection::mean_of_seen: return sum(used) / Rounded(seen_);
      case SagDirection::saga: return g - old[term_] + sum(old) / Rounded(terms_);
      case SagDirection::new_alone: return g / Rounded(terms_);
      case SagDirection::mean: break;
    }
    return sum(used) / Rounded(terms_);
  }
  /// The running sum, which keeps the roundings of all that it ever held, or one that is added up anew.
  Rounded sum(const EntryState& gradients) const {
    Rounded anew;
    for (int i = 0; i < terms_; ++i) anew = anew + gradients[std::size_t(i)];
    return hull(anew, gradients[most_terms]);
  }

  SagDirection direction_;
  bool late_, adds_;
  int terms_, seen_ = 1;
  std::size_t term_ = 0;
  Rounded divisor_, rate_;
};

bool remembers(const HyperParameters&, const Dialect& dialect) {
  return dialect.pick<SagDirection>(sag_direction) != SagDirection::new_alone;
}
bool sums_after_the_new(const HyperParameters& hyper, const Dialect& dialect) {
  return remembers(hyper, dialect) && dialect.pick<SagDirection>(sag_direction) != SagDirection::saga;
}

bool declares_constants(const HyperParameters& hyper, const Dialect&) { return hyper.has("L"); }

std::vector<Choice> sag_choices() {
  return {{"direction",
           {{"the mean of the last gradients of all terms", "Le Roux, Schmidt and Bach (2012)"},
            {"their sum, n times as long", "MFDS 14.2.5"},
            {"the mean over the terms seen so far", "Schmidt, Le Roux and Bach (2017), section 4"},
            {"the new gradient less the old one of its term, and the mean",
             "Defazio, Bach and Lacoste-Julien (2014), SAGA"},
            {"the new gradient alone, over n", ""}}},
          {"order",
           {{"the step after the new gradient is remembered", "Le Roux, Schmidt and Bach (2012)"},
            {"the step before the new gradient is remembered", ""}},
           sums_after_the_new},
          {"old gradient",
           {{"the old gradient of the term replaced", "Le Roux, Schmidt and Bach (2012)"},
            {"the old gradient of the term kept beside the new one", ""}},
           remembers},
          {"constant",
           {{"the rate as it is given", "all, where no L is declared"},
            {"the rate over L, the largest constant of a term", "Le Roux, Schmidt and Bach (2012), 1/(16L)"},
            {"the rate over the constant of the mean of the terms", ""},
            {"the rate over the mean of the constants of the terms", ""},
            {"the rate over the constant of the sum of the terms", ""},
            {"the rate over the root of L, a norm that is not squared", ""}},
           declares_constants}};
}

bool always(const HyperParameters&, const Dialect&) { return true; }

}  // namespace

const Family& sag_family() {
  static const Family result{"averages of gradients",
                             with_common_choices({.counter = always}, sag_choices()),
                             with_common_identities({}),
                             {"terms"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<SagDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
