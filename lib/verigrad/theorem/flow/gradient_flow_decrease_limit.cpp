// The steps (5.2) beside the flow (5.3): their distance is of the order of the step, with explicit constants.
#include "verigrad/algorithm/gradient_descent.hpp"
#include "verigrad/claim/form.hpp"
#include "verigrad/number/frac.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/flow/gradient_flow_decrease.hpp"

namespace verigrad::gradient_flow_decrease {
namespace {

struct LimitRun : SmallStepsRun {
  using Instance = SmallSteps;
  explicit LimitRun(const SmallSteps& instance)
      : SmallStepsRun(instance),
        half(frac(1, 2)),
        gradient2(squared_norm(J.gradient(w0))),
        w(w0),
        flow(AffineFlow{a, -slope}.at(t, w0).col(0)) {
    const GradientDescent method{instance.tau()};
    for (int i = 0; i < k; ++i) w = method.step<Number>(J, w);
  }
  Number error2() const { return squared_norm(w - flow); }
  /// ½ tλ²τ.
  Number share() const { return half * t * square(L) * tau; }

  Number half, gradient2;
  Vector<Number> w, flow;  ///< Wᵏ, W(t)
};

/// A bound C of |Wᵏ − W(kτ)|, both squared.
template <class Bound>
Form<SmallSteps> within(std::string key, Bound bound) {
  return form<LimitRun>(std::move(key),
                        [bound](const LimitRun& r, Claims& claims) {
                          claims.at_most("|Wᵏ − W(kτ)|² ≤ (Cτ)²", r.error2(), square(bound(r)) * r.gradient2);
                        })
      .in_balls();
}

void sandwich(const LimitRun& r, Claims& claims) {
  const Number error = magnitude(r.w[0] - r.flow[0]), y = r.share();
  const Number left = exp(-(r.L * r.t)) * magnitude(r.w0[0]);
  claims.at_most("y(1 − y/2)e^{−λt}|W⁰| ≤ |Wᵏ − W(kτ)|, y = ½tλ²τ", y * (1 - r.half * y) * left, error);
  claims.at_most("|Wᵏ − W(kτ)| ≤ y e^{λτ}e^{−λt}|W⁰|", error, y * exp(r.L * r.tau) * left);
}

void nearly_half(const LimitRun& r, Claims& claims) {
  claims.at_most("99/100 · ½tL|∇J(W⁰)|τ ≤ |Wᵏ − W(kτ)|, squared",
                 square(frac(99, 100) * r.half * r.t * r.L * r.tau) * r.gradient2, r.error2());
}

void beside_the_next(const LimitRun& r, Claims& claims) {
  const Vector<Number> later = AffineFlow{r.a, -r.slope}.at(r.tau, r.flow).col(0);
  claims.at_most("|Wᵏ − W((k + 1)τ)|² ≤ (½tLτ)²|∇J(W⁰)|²", squared_norm(r.w - later),
                 square(r.half * r.t * r.L * r.tau) * r.gradient2);
}

}  // namespace

Form<SmallSteps> limit() {
  return within("limit", [](const LimitRun& r) { return r.half * r.t * r.L * r.tau; }).of_code();
}
Form<SmallSteps> limit_without_convexity() {
  return within("limit without convexity",
                [](const LimitRun& r) { return r.half * r.t * r.L * r.tau * exp(r.t * r.L); });
}
Form<SmallSteps> order_of_limit() { return form<LimitRun>("order of the limit", sandwich).in_balls(); }
Form<SmallSteps> limit_nearly_attained() { return form<LimitRun>("limit nearly attained", nearly_half).in_balls(); }

Lines<SmallSteps> limit_lines() {
  return {
      .steps = {{"limit",
                 "(5.2) is the discrete form of (5.3): |Wᵏ − W(kτ)| ≤ ½tL|∇J(W⁰)| · τ, t = kτ, for convex quadratics "
                 "and τL ≤ 2",
                 limit()}},
      .planted = {within("limit, factor: ¼tLτ", [](const LimitRun& r) { return frac(1, 4) * r.t * r.L * r.tau; }),
                  within("limit, order: ½tLτ²", [](const LimitRun& r) { return r.half * r.t * r.L * square(r.tau); }),
                  within("limit, missing L: ½tτ", [](const LimitRun& r) { return r.half * r.t * r.tau; }),
                  within("limit, missing t: ½Lτ²", [](const LimitRun& r) { return r.half * r.L * square(r.tau); }),
                  form<LimitRun>("limit, index: Wᵏ beside W((k + 1)τ)", beside_the_next).in_balls()},
      .separating = {steps_on_parabola(2, 0.0625, 0, 0.00390625, 1)}};
}

}  // namespace verigrad::gradient_flow_decrease
