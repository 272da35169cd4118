#include "verigrad/theorem/nonsmooth/penalised_square.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/algorithm/soft_thresholding.hpp"
#include "verigrad/flow/kinked_flow.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/lasso.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::penalised_square {

std::string StatesInstance::describe() const {
  return fmt::format("J = |W|², ε = {}, W = {}, Z = {}, e^(−2t) = {}, C = {}", epsilon, in_words(w), in_words(z), u,
                     constant);
}

bool hypotheses_hold(const StatesInstance& i) {
  return i.epsilon > 0 && i.w.size() == i.z.size() && i.u > 0 && i.u < 1 && i.constant > 0;
}
bool on_one_side(const StatesInstance& i) { return hypotheses_hold(i) && (i.w.array() * i.z.array() > 0).all(); }
bool both_move(const StatesInstance& i) {
  const auto moves = [&](double at) {
    const Rational epsilon = exact<Rational>(i.epsilon);
    return (exact<Rational>(std::abs(at)) + epsilon) * exact<Rational>(i.u) > epsilon;
  };
  return on_one_side(i) && std::all_of(i.w.begin(), i.w.end(), moves) && std::all_of(i.z.begin(), i.z.end(), moves);
}

namespace {

struct Run {
  using Instance = StatesInstance;
  explicit Run(const StatesInstance& i)
      : instance(i),
        J(make_objective(Quadratic(Vector<double>::Constant(i.w.size(), 2), Vector<double>::Zero(i.w.size())))),
        epsilon(exact(i.epsilon)),
        u(exact(i.u)),
        constant(exact(i.constant)),
        w(exact(i.w)),
        z(exact(i.z)) {}

  /// J_tot by its definition.
  Number total(const Vector<Number>& at) const {
    return J->over<Number>().value(at) + epsilon * one_norm<Number>(J->over<Number>().gradient(at));
  }
  /// 2W + 2ε sign(W), with `at_kink` for sign(0).
  Vector<Number> subgradient(const Vector<double>& at, int at_kink) const {
    Vector<Number> result = 2 * exact(at);
    for (Eigen::Index j = 0; j < at.size(); ++j) result[j] += 2 * (at[j] > 0 ? 1 : at[j] < 0 ? -1 : at_kink) * epsilon;
    return result;
  }
  /// W(t) by the flow's pieces.
  Vector<Number> flow(const Vector<double>& start) const {
    Vector<Number> result(start.size());
    for (Eigen::Index j = 0; j < start.size(); ++j) {
      const KinkedFlow::Piece last = KinkedFlow{2, 0, 2 * instance.epsilon}.solution(start[j], instance.u).back();
      result[j] = enclose(last.constant) + enclose(last.slope) * u;
    }
    return result;
  }

  StatesInstance instance;
  ObjectivePtr J;
  Number epsilon, u, constant;
  Vector<Number> w, z;
};

void claim_total(const Run& r, const Number& factor, Claims& claims) {
  claims.equal("J + ε|∇J|₁ = |W|² + 2ε|W|₁", r.total(r.w),
               squared_norm(r.w) + factor * r.epsilon * one_norm<Number>(r.w));
}
constexpr auto second_example = [](const Run& r, Claims& claims) { claim_total(r, 2, claims); };

/// W = (ε/C, 0, …) and Z = −W.
struct Across {
  Vector<Number> difference;  ///< ∇J_tot(W) − ∇J_tot(Z), with 0 for the other entries
  Number gap;                 ///< |W − Z|
  explicit Across(const Run& r) : gap(2 * r.epsilon / r.constant) {
    const auto gradient = [&](const Number& at) { return 2 * at + 2 * r.epsilon * (at / magnitude<Number>(at)); };
    const Number delta = r.epsilon / r.constant;
    difference = Vector<Number>::Constant(1, gradient(delta) - gradient(-delta));
  }
};

void regularity_problem(const Run& r, Claims& claims) {
  const Across across(r);
  claims.less("C|W − Z| < |∇J_tot(W) − ∇J_tot(Z)|", r.constant * across.gap, magnitude<Number>(across.difference[0]));
  claims.equal("|∇J_tot(W) − ∇J_tot(Z)| = (2 + 2C)|W − Z|", magnitude<Number>(across.difference[0]),
               (2 + 2 * r.constant) * across.gap);
}
void one_sided(const Run& r, Claims& claims) {
  for (int kinks = -1; kinks <= 1; ++kinks)
    claims.at_most("2|W − Z|² ≤ ⟨∇J_tot(W) − ∇J_tot(Z), W − Z⟩", 2 * squared_norm(r.w - r.z),
                   dot(r.subgradient(r.instance.w, kinks) - r.subgradient(r.instance.z, -kinks), r.w - r.z), kinks);
}
void bounded_jump(const Run& r, Claims& claims) {
  const Across across(r);
  claims.at_most("|∇J_tot(W) − ∇J_tot(Z)| ≤ C|W − Z|", magnitude<Number>(across.difference[0]),
                 r.constant * across.gap);
}
void same_side(const Run& r, Claims& claims) {
  claims.equal("|∇J_tot(W) − ∇J_tot(Z)|² = 4|W − Z|²",
               squared_norm(r.subgradient(r.instance.w, 0) - r.subgradient(r.instance.z, 0)),
               4 * squared_norm(r.w - r.z));
}

void exact_solution(const Run& r, Claims& claims) {
  claims.equal("W(t) = S_{ε(1 − u)}(uW₀)", r.flow(r.instance.w),
               soft_threshold<Number>(Vector<Number>(r.u * r.w), r.epsilon * (1 - r.u)));
}
void contracts(const Run& r, Claims& claims) {
  claims.at_most("|W(t) − Z(t)|² ≤ e^{−4t}|W₀ − Z₀|²", squared_norm(r.flow(r.instance.w) - r.flow(r.instance.z)),
                 square(r.u) * squared_norm(r.w - r.z));
}
void attained(const Run& r, Claims& claims) {
  claims.equal("|W(t) − Z(t)|² = e^{−4t}|W₀ − Z₀|²", squared_norm(r.flow(r.instance.w) - r.flow(r.instance.z)),
               square(r.u) * squared_norm(r.w - r.z));
}

template <class Wrong>
Form<StatesInstance> wrong_solution(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) {
    claims.equal("W(t) = planted", r.flow(r.instance.w), Vector<Number>(wrong(r)));
  });
}

std::vector<Step<StatesInstance>> steps() {
  return {{"second example", "J_tot = J + ε|∇J|₁ is |W|² + 2ε|W|₁ for J = |W|² (5.6, before (5.35))",
           form<Run>(second_example)},
          {"regularity problem", "no constant bounds |∇J_tot(W) − ∇J_tot(Z)|/|W − Z| across 0",
           form<Run>(regularity_problem)},
          {"one-sided bound", "2|W − Z|² ≤ ⟨∇J_tot(W) − ∇J_tot(Z), W − Z⟩ all the same", one_sided_bound()},
          {"exact solution", "W(t) = S_{ε(1 − u)}(uW₀) with u = e^{−2t} for J_tot: 0 after a finite time",
           form<Run>(exact_solution).of_code()},
          {"contraction", "|W(t) − Z(t)| ≤ e^{−2t}|W₀ − Z₀| for J_tot", form<Run>(contracts).of_code()}};
}

Forms<StatesInstance> planted() {
  return {form<Run>("J_tot, factor: ε|W|₁", [](const Run& r, Claims& claims) { claim_total(r, 1, claims); }),
          form<Run>("J_tot, sign: −2ε|W|₁", [](const Run& r, Claims& claims) { claim_total(r, -2, claims); }),
          form<Run>("monotone with 4 for 2",
                    [](const Run& r, Claims& claims) {
                      claims.at_most("4|W − Z|² ≤ ⟨∇J_tot(W) − ∇J_tot(Z), W − Z⟩", 4 * squared_norm(r.w - r.z),
                                     dot(r.subgradient(r.instance.w, 0) - r.subgradient(r.instance.z, 0), r.w - r.z));
                    }),
          wrong_solution("threshold ε for ε(1 − u)",
                         [](const Run& r) { return soft_threshold<Number>(Vector<Number>(r.u * r.w), r.epsilon); }),
          wrong_solution("threshold 2ε(1 − u)",
                         [](const Run& r) {
                           return soft_threshold<Number>(Vector<Number>(r.u * r.w), 2 * r.epsilon * (1 - r.u));
                         }),
          wrong_solution("without the penalty: uW₀", [](const Run& r) { return Vector<Number>(r.u * r.w); }),
          wrong_solution("without rest", [](const Run& r) {
            return Vector<Number>(r.u * r.w - frac(1, 2) * (1 - r.u) * (r.subgradient(r.instance.w, 0) - 2 * r.w));
          })};
}

}  // namespace

Lines<StatesInstance> lines() {
  return {
      .steps = steps(), .planted = planted(), .separating = {{0.5, vector({0.75, 0.25}), vector({0, 0}), 0.4375, 128}}};
}

Form<StatesInstance> one_sided_bound() { return form<Run>(one_sided); }
Form<StatesInstance> lipschitz_on_one_side() { return form<Run>("Lipschitz on one side", same_side); }
Form<StatesInstance> lipschitz() { return form<Run>("Lipschitz", bounded_jump); }
Form<StatesInstance> contraction_attained() { return form<Run>("contraction attained", attained).of_code(); }

}  // namespace verigrad::penalised_square
