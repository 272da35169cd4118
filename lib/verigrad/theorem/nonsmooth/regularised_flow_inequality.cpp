#include "verigrad/theorem/nonsmooth/regularised_flow_inequality.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::regularised_flow_inequality {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.6.1",
      .stem = "regularised_flow_inequality",
      .title = "Variational inequality of the regularised flow",
      .source = "Stochastic gradient methods, Lemma 5.6.1",
      .text =
          "⟨W_ε′(t) + ∇J₁(W_ε(t)), Y − W_ε(t)⟩ + J₂^ε(Y) − J₂^ε(W_ε(t)) ≥ 0 for all Y and all t. Found: J₁ need not "
          "be convex, and the limit (5.39) holds for |w| with every subgradient in place of ∇J₂",
      .hypotheses = {{"flow", "W_ε′ = −∇(J₁ + J₂^ε)(W_ε)"}, {"convex", "J₂^ε is convex and C²"}},
      .steps = {{"substitution", "the left side = −⟨∇J₂^ε(W_ε), Y − W_ε⟩ + J₂^ε(Y) − J₂^ε(W_ε)"}},
      .errata = {}};
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

template <class T>
struct Run {
  using Instance = StateInstance;
  explicit Run(const StateInstance& i)
      : w(exact<T>(i.w)), to_y(exact<T>(i.y) - w), gradient_1(i.J1->over<T>().gradient(w)) {
    const ObjectiveOver<T>& J2 = i.J2->over<T>();
    gradient_2 = J2.gradient(w);
    velocity = -(gradient_1 + gradient_2);
    increase = J2.value(exact<T>(i.y)) - J2.value(w);
  }
  Vector<T> w, to_y;
  Vector<T> gradient_1, gradient_2;  ///< ∇J₁(W), ∇J₂(W)
  Vector<T> velocity;                ///< W′
  T increase;                        ///< J₂(Y) − J₂(W)
};

/// −⟨W′ + drift, Y − W⟩ ≤ J₂(Y) − J₂(W).
template <class T>
void inequality(const Run<T>& r, const Vector<T>& drift, Claims<T>& claims) {
  claims.at_most("−⟨W′ + ∇J₁(W), Y − W⟩ ≤ J₂(Y) − J₂(W)", -dot<T>(r.velocity + drift, r.to_y), r.increase);
}
constexpr auto printed = []<class T>(const Run<T>& r, Claims<T>& claims) { inequality<T>(r, r.gradient_1, claims); };
constexpr auto equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("(5.38) is 0", dot<T>(r.velocity + r.gradient_1, r.to_y) + r.increase, T(0));
};
constexpr auto substitution = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("⟨W′ + ∇J₁(W), Y − W⟩ = −⟨∇J₂(W), Y − W⟩", dot<T>(r.velocity + r.gradient_1, r.to_y),
               -dot<T>(r.gradient_2, r.to_y));
};

template <class Drift>
Form<StateInstance> wrong_drift(const char* key, Drift drift) {
  return form<Run>(
      key, [drift]<class T>(const Run<T>& r, Claims<T>& claims) { inequality<T>(r, Vector<T>(drift(r)), claims); });
}

template <class T>
struct BoundedRun {
  using Instance = BoundedInstance;
  explicit BoundedRun(const BoundedInstance& i) : C(exact<T>(i.c) + exact<T>(i.lambda)), w(exact<T>(i.w)) {
    const T epsilon = exact<T>(i.epsilon);
    velocity = w.unaryExpr([&](const T& x) {
      const T slope = i.unbounded ? T(x / epsilon) : clamp<T>(T(x / epsilon), T(1));
      return T(-(exact<T>(i.c) * clamp<T>(x, T(1)) + exact<T>(i.lambda) * slope));
    });
  }
  T C;
  Vector<T> w, velocity;
};
constexpr auto bounded = []<class T>(const BoundedRun<T>& r, Claims<T>& claims) {
  for (Eigen::Index j = 0; j < r.w.size(); ++j)
    claims.at_most("|Wⱼ′| ≤ c + λ", magnitude<T>(r.velocity[j]), r.C, int(j));
};
constexpr auto at_bound = []<class T>(const BoundedRun<T>& r, Claims<T>& claims) {
  for (Eigen::Index j = 0; j < r.w.size(); ++j) claims.equal("|Wⱼ′| = c + λ", magnitude<T>(r.velocity[j]), r.C, int(j));
};

}  // namespace

Form<StateInstance> conclusion() { return form<Run>("as printed", printed); }
Form<StateInstance> attained() { return form<Run>("attained", equality); }
Forms<StateInstance> steps() { return {form<Run>("substitution", substitution)}; }

Forms<StateInstance> planted() {
  return {
      wrong_drift("missing ∇J₁", []<class T>(const Run<T>& r) { return Vector<T>::Constant(r.w.size(), T(0)).eval(); }),
      wrong_drift("sign of ∇J₁", []<class T>(const Run<T>& r) { return Vector<T>(-r.gradient_1); }),
      wrong_drift("factor: 2∇J₁", []<class T>(const Run<T>& r) { return Vector<T>(T(2) * r.gradient_1); }),
      wrong_drift("∇J₂ added", []<class T>(const Run<T>& r) { return Vector<T>(r.gradient_1 + T(2) * r.gradient_2); }),
      form<Run>("sign of W′", []<class T>(const Run<T>& r, Claims<T>& claims) {
        claims.at_most("⟨W′ − ∇J₁(W), Y − W⟩ ≤ J₂(Y) − J₂(W)", dot<T>(r.velocity - r.gradient_1, r.to_y), r.increase);
      })};
}

Form<BoundedInstance> uniform_bound() { return form<BoundedRun>("uniform bound", bounded); }
Form<BoundedInstance> bound_attained() { return form<BoundedRun>("bound attained", at_bound); }

}  // namespace verigrad::regularised_flow_inequality
