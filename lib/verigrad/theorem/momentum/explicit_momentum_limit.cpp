// The steps (5.17) beside the system (5.16): their distance in the energy is of the order of the step, with explicit
// constants.
#include "verigrad/algorithm/explicit_momentum.hpp"
#include "verigrad/number/frac.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/theorem/momentum/explicit_momentum.hpp"

namespace verigrad::explicit_momentum {
namespace {

struct LimitRun : SmallStepsRun {
  using Instance = SmallSteps;
  explicit LimitRun(const SmallSteps& instance) : SmallStepsRun(instance), state{w0, z0} {
    const ExplicitMomentum method{instance.tau()};
    for (int i = 0; i < k; ++i) method.advance<Number>(state, J.gradient(state.w));
    const Eigen::Index d = w0.size();
    AffineFlow system{Matrix<Number>::Constant(2 * d, 2 * d, 0), Matrix<Number>::Constant(2 * d, 1, 0)};
    for (Eigen::Index i = 0; i < d; ++i) system.a(i, d + i) = -1;
    system.a.bottomLeftCorner(d, d) = a;
    system.b.bottomRows(d) = -slope;
    Matrix<Number> start(2 * d, 1);
    start << w0, z0;
    const Matrix<Number> end = system.at(t, start);
    dw = state.w - end.topRows(d).col(0);
    dz = state.z - end.bottomRows(d).col(0);
  }
  /// ⟨A dW, dW⟩ + |dZ|²: twice the energy of the difference.
  Number error2() const { return dot(Vector<Number>(product(a, dw)), dw) + squared_norm(dz); }
  /// 2(J(W⁰) − J* + ½|Z⁰|²).
  Number start2() const { return 2 * (J.value(w0) - J.minimum().f_star) + squared_norm(z0); }
  /// (½tLτ)².
  Number share2() const { return square(frac(1, 2) * t * L * tau); }
  /// (1 + Lτ²)^power.
  Number growth(int power) const {
    Number result(1);
    for (int i = 0; i < power; ++i) result *= 1 + L * square(tau);
    return result;
  }

  ExplicitMomentum::State<Number> state;
  Vector<Number> dw, dz;
};

template <class Bound>
Form<SmallSteps> within(std::string key, Bound bound) {
  return form<LimitRun>(std::move(key),
                        [bound](const LimitRun& r, Claims& claims) {
                          claims.at_most("⟨A dW, dW⟩ + |dZ|² ≤ (Cτ)²", r.error2(), bound(r) * r.start2());
                        })
      .in_balls();
}

const auto at_least = [](const LimitRun& r, Claims& claims) {
  claims.at_most("(½tLτ)² · 2E⁰ ≤ ⟨A dW, dW⟩ + |dZ|²", r.share2() * r.start2(), r.error2());
};
/// On J = λw²/2 the two norms are one for λ > 0.
const auto in_norm = [](const LimitRun& r, Claims& claims) {
  claims.at_most("L|dW|² + |dZ|² ≤ (½tLτ)²(1 + Lτ²)^{k−1}(L|W⁰|² + |Z⁰|²)",
                 r.L * squared_norm(r.dw) + squared_norm(r.dz),
                 r.share2() * r.growth(r.k - 1) * (r.L * squared_norm(r.w0) + squared_norm(r.z0)));
};

}  // namespace

Form<SmallSteps> order_of_limit() { return form<LimitRun>("order of the limit", at_least).in_balls(); }
Form<SmallSteps> limit_in_norm() { return form<LimitRun>("limit in the norm", in_norm).in_balls(); }

Lines<SmallSteps> limit_lines() {
  return {
      .steps = {{"limit",
                 "⟨A dW, dW⟩ + |dZ|² ≤ (½tLΔt)²(1 + LΔt²)^{n−1} · 2(E⁰ − J*) for the differences from (5.16) at t = "
                 "nΔt, convex quadratics",
                 within("limit", [](const LimitRun& r) { return r.share2() * r.growth(r.k - 1); })}},
      .planted = {within("limit, factor: ¼tLτ",
                         [](const LimitRun& r) { return frac(1, 4) * r.share2() * r.growth(r.k - 1); }),
                  within("limit, order: ½tLτ²",
                         [](const LimitRun& r) { return square(r.tau) * r.share2() * r.growth(r.k - 1); }),
                  within("limit, missing L: ½tτ",
                         [](const LimitRun& r) { return r.share2() / square(r.L) * r.growth(r.k - 1); }),
                  within("limit, without (1 + Lτ²)^{k−1}", [](const LimitRun& r) { return r.share2(); }),
                  within("limit, missing t: ½Lτ²", [](const LimitRun& r) { return square(r.tau / r.t) * r.share2(); })},
      .separating = {steps_on_parabola(2, 0.0625, 0, 0.00390625, 1)}};
}

}  // namespace verigrad::explicit_momentum
