#include "verigrad/conformance/inna_family.hpp"

namespace verigrad::conformance {
namespace {

class InnaDefinition : public Definition {
public:
  InnaDefinition(const Dialect& dialect, const HyperParameters& hyper)
      : start_(dialect.pick<PsiStart>(inna_start)),
        order_(dialect.pick<PsiOrder>(inna_order)),
        gradient_(dialect.pick<InnaGradient>(inna_gradient)),
        psi_rate_(dialect.pick<PsiRate>(inna_psi_rate)),
        alpha_(Rounded::written(hyper.at("alpha"))),
        beta_(Rounded::written(hyper.at("beta"))) {
    const Damping damping = dialect.pick<Damping>(inna_damping);
    if (damping == Damping::exchanged) std::swap(alpha_, beta_);
    share_ = Rounded(1) / beta_;
    pull_ = damping == Damping::sum               ? share_ + alpha_
            : damping == Damping::without_alpha   ? share_
            : damping == Damping::alpha_over_beta ? share_ - alpha_ * share_
                                                  : share_ - alpha_;
  }

  EntryState start(const Rounded& theta) const override {
    switch (start_) {
      case PsiStart::at_theta: return {theta};
      case PsiStart::at_zero: return {Rounded(0)};
      case PsiStart::at_rest: break;
    }
    return {(Rounded(1) - alpha_ * beta_) * theta};
  }
  void begin(const TensorStep& step) override { rate_ = step.rate; }

  Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const override {
    Rounded& psi = state[0];
    const Rounded old = psi;
    if (order_ != PsiOrder::theta_first) psi = next_psi(g, theta, old);
    const Rounded after = theta + rate_ * (velocity(theta, order_ == PsiOrder::psi_first ? psi : old) - push(g));
    if (order_ == PsiOrder::theta_first) psi = next_psi(g, after, old);
    return after;
  }

private:
  /// pull·θ − ψ/β, which programs also have as −((α − 1/β)θ + ψ/β).
  Rounded velocity(const Rounded& theta, const Rounded& psi) const { return pull_ * theta - share_ * psi; }
  Rounded next_psi(const Rounded& g, const Rounded& theta, const Rounded& psi) const {
    Rounded along = velocity(theta, psi);
    if (gradient_ == InnaGradient::in_both || gradient_ == InnaGradient::in_psi) along = along - beta_ * g;
    return psi + (psi_rate_ == PsiRate::without_rate ? along : rate_ * along);
  }
  Rounded push(const Rounded& g) const {
    switch (gradient_) {
      case InnaGradient::alone: return g;
      case InnaGradient::over_beta: return share_ * g;
      case InnaGradient::in_psi: return Rounded(0);
      default: return beta_ * g;
    }
  }

  PsiStart start_;
  PsiOrder order_;
  InnaGradient gradient_;
  PsiRate psi_rate_;
  Rounded alpha_, beta_, share_, pull_, rate_;
};

std::vector<Choice> inna_choices() {
  return {{"ψ at the start",
           {{"ψ = (1 − αβ)θ at the start", "thesis (2.16)"}, {"ψ = θ at the start", ""}, {"ψ = 0 at the start", ""}}},
          {"order",
           {{"θ and ψ moved together", "thesis (2.13)"},
            {"ψ moved first, and θ along the new one", ""},
            {"θ moved first, and ψ along the new one", ""}}},
          {"gradient",
           {{"β times the gradient in θ", "thesis (2.13)"},
            {"the gradient without β in θ", ""},
            {"the gradient over β in θ", ""},
            {"β times the gradient in both θ and ψ", ""},
            {"β times the gradient in ψ", ""}}},
          {"damping",
           {{"(1/β − α)θ", "thesis (2.13)"},
            {"(1/β + α)θ", ""},
            {"θ/β without α", ""},
            {"(1/β − α/β)θ", ""},
            {"α and β exchanged", ""}}},
          {"rate of ψ", {{"the rate on ψ", "thesis (2.13)"}, {"ψ moved without the rate", ""}}}};
}

}  // namespace

const Family& inna_family() {
  static const Family result{"INNA",
                             with_common_choices({}, inna_choices()),
                             with_common_identities({}),
                             {"alpha", "beta"},
                             [](const Dialect& dialect, const HyperParameters& hyper) -> std::unique_ptr<Definition> {
                               return std::make_unique<InnaDefinition>(dialect, hyper);
                             }};
  return result;
}

}  // namespace verigrad::conformance
