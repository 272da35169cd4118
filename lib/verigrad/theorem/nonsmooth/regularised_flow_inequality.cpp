#include "verigrad/theorem/nonsmooth/regularised_flow_inequality.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::regularised_flow_inequality {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.6.1",
       .stem = "regularised_flow_inequality",
       .title = "Variational inequality of the regularised flow",
       .source = "Stochastic gradient methods, Lemma 5.6.1",
       .text = "⟨W_ε′(t) + ∇J₁(W_ε(t)), Y − W_ε(t)⟩ + J₂^ε(Y) − J₂^ε(W_ε(t)) ≥ 0 for all Y and all t",
       .found = "J₁ need not be convex, and the limit (5.39) holds for |w| with every subgradient in place of ∇J₂",
       .code = {"problem/quadratic.hpp: Quadratic"},
       .hypotheses = {{"flow", "W_ε′ = −∇(J₁ + J₂^ε)(W_ε)"}, {"convex", "J₂^ε is convex and C²"}},
       .formal = {.theorems = {"conclusion", "conclusion_uniform_bound"}, .given = "W has a velocity at t = 0, too"}},
      lines());
  return result;
}

std::string StateInstance::describe() const {
  return fmt::format("J₁ = {}, J₂ = {}, W = {}, Y = {}", J1->describe(), J2->describe(), in_words(w), in_words(y));
}
std::string BoundedInstance::describe() const {
  return fmt::format("slopes c = {}, λ = {}, ε = {}, W = {}{}", c, lambda, epsilon, in_words(w),
                     unbounded ? ", J₂ = λ‖W‖²/(2ε)" : "");
}

bool hypotheses_hold(const StateInstance& i) { return i.J2->curvature().convex() && (i.J2->rational() || i.w != i.y); }
bool bounded_hypotheses_hold(const BoundedInstance& i) {
  return i.c >= 0 && i.lambda >= 0 && i.epsilon > 0 && !i.unbounded;
}

namespace {

struct Run {
  using Instance = StateInstance;
  explicit Run(const StateInstance& i)
      : w(exact(i.w)), to_y(exact(i.y) - w), gradient_1(i.J1->over<Number>().gradient(w)) {
    const ObjectiveOver<Number>& J2 = i.J2->over<Number>();
    gradient_2 = J2.gradient(w);
    velocity = -(gradient_1 + gradient_2);
    increase = J2.value(exact(i.y)) - J2.value(w);
  }
  Vector<Number> w, to_y;
  Vector<Number> gradient_1, gradient_2;  ///< ∇J₁(W), ∇J₂(W)
  Vector<Number> velocity;                ///< W′
  Number increase;                        ///< J₂(Y) − J₂(W)
};

/// −⟨W′ + drift, Y − W⟩ ≤ J₂(Y) − J₂(W).
void inequality(const Run& r, const Vector<Number>& drift, Claims& claims) {
  claims.at_most("−⟨W′ + ∇J₁(W), Y − W⟩ ≤ J₂(Y) − J₂(W)", -dot(r.velocity + drift, r.to_y), r.increase);
}
constexpr auto printed = [](const Run& r, Claims& claims) { inequality(r, r.gradient_1, claims); };
void equality(const Run& r, Claims& claims) {
  claims.equal("(5.38) is 0", dot(r.velocity + r.gradient_1, r.to_y) + r.increase, 0);
}
void substitution(const Run& r, Claims& claims) {
  claims.equal("⟨W′ + ∇J₁(W), Y − W⟩ = −⟨∇J₂(W), Y − W⟩", dot(r.velocity + r.gradient_1, r.to_y),
               -dot(r.gradient_2, r.to_y));
}

template <class Drift>
Form<StateInstance> wrong_drift(const char* key, Drift drift) {
  return form<Run>(key, [drift](const Run& r, Claims& claims) { inequality(r, drift(r), claims); });
}

struct BoundedRun {
  using Instance = BoundedInstance;
  explicit BoundedRun(const BoundedInstance& i) : C(exact(i.c) + exact(i.lambda)), w(exact(i.w)) {
    const Number epsilon = exact(i.epsilon);
    velocity = w.unaryExpr([&](const Number& x) {
      const Number slope = i.unbounded ? x / epsilon : clamp<Number>(x / epsilon, 1);
      return Number(-(exact(i.c) * clamp<Number>(x, 1) + exact(i.lambda) * slope));
    });
  }
  Number C;
  Vector<Number> w, velocity;
};
void bounded(const BoundedRun& r, Claims& claims) {
  for (Eigen::Index j = 0; j < r.w.size(); ++j)
    claims.at_most("|Wⱼ′| ≤ c + λ", magnitude<Number>(r.velocity[j]), r.C, int(j));
}
void at_bound(const BoundedRun& r, Claims& claims) {
  for (Eigen::Index j = 0; j < r.w.size(); ++j)
    claims.equal("|Wⱼ′| = c + λ", magnitude<Number>(r.velocity[j]), r.C, int(j));
}

Forms<StateInstance> planted() {
  return {wrong_drift("missing ∇J₁", [](const Run& r) { return Vector<Number>::Constant(r.w.size(), 0).eval(); }),
          wrong_drift("sign of ∇J₁", [](const Run& r) { return Vector<Number>(-r.gradient_1); }),
          wrong_drift("factor: 2∇J₁", [](const Run& r) { return Vector<Number>(2 * r.gradient_1); }),
          wrong_drift("∇J₂ added", [](const Run& r) { return Vector<Number>(r.gradient_1 + 2 * r.gradient_2); }),
          form<Run>("sign of W′", [](const Run& r, Claims& claims) {
            claims.at_most("⟨W′ − ∇J₁(W), Y − W⟩ ≤ J₂(Y) − J₂(W)", dot(r.velocity - r.gradient_1, r.to_y), r.increase);
          })};
}

ObjectivePtr parabola(double curvature, double centre) { return make_objective(Quadratic(at(curvature), at(centre))); }

/// Along the axis of −5W₁²/4 with a parabola for J₂.
StateInstance along_the_axis() {
  return {make_objective(Quadratic(vector({-2.5, 0}), vector({0, 0}))),
          make_objective(Quadratic(vector({1, 1}), vector({0, -2.625}))), vector({0.19140625, 0}), vector({0, -0.375})};
}
/// Beside the maximum of J₁ = −(W − 1/4)²/4.
StateInstance beside_the_maximum() { return {parabola(-0.5, 0.25), parabola(0.25, 0), at(0), at(-0.5625)}; }

}  // namespace

Lines<StateInstance> lines() {
  return {.steps = {{"substitution", "the left side = −⟨∇J₂^ε(W_ε), Y − W_ε⟩ + J₂^ε(Y) − J₂^ε(W_ε)",
                     form<Run>(substitution)}},
          .planted = planted(),
          .separating = {along_the_axis(), beside_the_maximum()}};
}

Form<StateInstance> conclusion() { return form<Run>("as printed", printed); }
Form<StateInstance> attained() { return form<Run>("attained", equality); }
Form<BoundedInstance> uniform_bound() { return form<BoundedRun>("uniform bound", bounded); }
Form<BoundedInstance> bound_attained() { return form<BoundedRun>("bound attained", at_bound); }

}  // namespace verigrad::regularised_flow_inequality
