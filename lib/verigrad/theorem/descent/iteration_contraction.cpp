#include "verigrad/theorem/descent/iteration_contraction.hpp"

#include <fmt/format.h>

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::iteration_contraction {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.1.3",
                  .stem = "iteration_contraction",
                  .title = "Contraction of the discrete iteration",
                  .source = "Stochastic gradient methods, Lemma 5.1.3",
                  .text = "there exists ε ∈ (0, 1) such that |Wⁿ − W*| ≤ (1 − ε)ⁿ |W⁰ − W*|",
                  .code = {"algorithm/gradient_descent.hpp: GradientDescent", "algorithm/trajectory.hpp: trajectory"},
                  .hypotheses = {{"lower bound", "∇²J ≥ α > 0"},
                                 {"upper bound", "∇²J ≤ β"},
                                 {"extremal", "∇J(W*) = 0 (5.5)"},
                                 {"step", "0 < Δt < 2α/β²; Δt < 2/β is enough, and needed"},
                                 {"continuous Hessian", "∇²J ∈ C⁰; a Hessian that jumps is enough"}},
                  .formal = {.theorems = {"conclusion_squares", "conclusion"}}},
                 lines());
  return result;
}

std::string Instance::describe() const {
  std::string words = fmt::format("J = {}; α = {}, β = {}, Δt = {}, W⁰ = {}, n = {}", f->describe(), lower(), L(),
                                  alpha, in_words(x0), n);
  if (reference) words += fmt::format(", W* = {}", in_words(*reference));
  return words;
}

namespace {

bool extremal_and_bounded(const Instance& instance) {
  const Curvature own = instance.f->curvature();
  return instance.lower() > 0 && own.lower >= instance.lower() && own.upper <= instance.L() &&
         instance.f->has_minimum() && !instance.reference;
}

struct Run {
  using Instance = iteration_contraction::Instance;
  explicit Run(const Instance& instance)
      : J(instance.f->over<Number>()),
        alpha(exact(instance.lower())),
        beta(exact(instance.L())),
        dt(exact(instance.alpha)),
        curvature(instance.f->curvature()),
        shipped_factor(exact(GradientDescent{instance.alpha}.lipschitz(curvature))),
        w_star(instance.minimum().x_star),
        w(instance.iterates()),
        n(int(w.size()) - 1) {
    for (const Vector<Number>& point : w) {
      gradient.push_back(J.gradient(point));
      distance2.push_back(squared_norm(point - w_star));
    }
  }

  const ObjectiveOver<Number>& J;
  Number alpha, beta, dt;
  Curvature curvature;
  Number shipped_factor;  ///< what GradientDescent says that a step multiplies distances by, at most
  Vector<Number> w_star;
  Trajectory<Number> w;
  int n;
  Trajectory<Number> gradient = {};
  std::vector<Number> distance2 = {};  ///< |Wᵏ − W*|²
};

/// 2Δtα − Δt²β².
Number printed_epsilon(const Run& r) { return 2 * r.dt * r.alpha - square(r.dt) * square(r.beta); }

/// 1 − ε with ε = Δtα − Δt²β²/2.
Number factor(const Run& r) { return 1 - frac(1, 2) * printed_epsilon(r); }

/// (1 − κΔt)².
Number factor2_of(const Run& r, const Number& kappa) { return square(1 - kappa * r.dt); }

/// s² = max{(1 − αΔt)², (1 − βΔt)²}.
Number sharp_factor2(const Run& r) { return larger<Number>(factor2_of(r, r.alpha), factor2_of(r, r.beta)); }

/// |Wᵏ − W*|² ≤ baseᵏ |W⁰ − W*|² for k = 1 … n.
void contracts(std::string_view name, const Run& r, const Number& base, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most(name, r.distance2[k], power(base, k) * r.distance2[0], k);
}

void some_epsilon(const Run& r, Claims& claims) {
  const Number one_minus = factor(r);
  claims.less("0 < ε", one_minus, 1);
  claims.less("ε < 1", 0, one_minus);
  contracts("|Wᵏ − W*|² ≤ (1 − ε)²ᵏ |W⁰ − W*|²", r, square(one_minus), claims);
}

void with_sharp_factor(const Run& r, Claims& claims) {
  claims.less("s² < 1", sharp_factor2(r), 1);
  contracts("|Wᵏ − W*|² ≤ s²ᵏ |W⁰ − W*|²", r, sharp_factor2(r), claims);
}

void bounded_by_code(const Run& r, Claims& claims) {
  for (const double h : {r.curvature.lower, r.curvature.upper})
    claims.at_most("(1 − hΔt)² ≤ GradientDescent::lipschitz²", factor2_of(r, exact(h)), square(r.shipped_factor));
  claims.at_most("GradientDescent::lipschitz ≤ 1", r.shipped_factor, 1);
  contracts("|Wᵏ − W*|² ≤ lipschitz²ᵏ |W⁰ − W*|²", r, square(r.shipped_factor), claims);
}

void attains(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k)
    claims.equal("|Wᵏ − W*|² = s²ᵏ |W⁰ − W*|²", r.distance2[k], power(sharp_factor2(r), k) * r.distance2[0], k);
}

void sharper(const Run& r, Claims& claims) {
  claims.less("s² < 1 − 2Δtα + Δt²β²", sharp_factor2(r), 1 - printed_epsilon(r));
}

void as_sharp(const Run& r, Claims& claims) {
  claims.equal("s² = 1 − 2Δtα + Δt²β²", sharp_factor2(r), 1 - printed_epsilon(r));
}

void rewriting(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("Wᵏ⁺¹ − W* = Wᵏ − W* − Δt∇J(Wᵏ)", r.w[k + 1] - r.w_star, r.w[k] - r.w_star - r.dt * r.gradient[k]);
}

void expansion(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal(
        "expansion of |Wᵏ⁺¹ − W*|²", r.distance2[k + 1],
        r.distance2[k] - 2 * r.dt * dot(r.w[k] - r.w_star, r.gradient[k]) + square(r.dt) * squared_norm(r.gradient[k]),
        k);
}

void gradient_bound(const Run& r, Claims& claims) {
  const Vector<Number> at_w_star = r.J.gradient(r.w_star);
  for (int k = 0; k <= r.n; ++k) {
    claims.equal("|∇J(Wᵏ)|² = |∇J(Wᵏ) − ∇J(W*)|²", squared_norm(r.gradient[k]), squared_norm(r.gradient[k] - at_w_star),
                 k);
    claims.at_most("|∇J(Wᵏ)|² ≤ β²|Wᵏ − W*|²", squared_norm(r.gradient[k]), square(r.beta) * r.distance2[k], k);
  }
}

void contraction_of_square(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("|Wᵏ⁺¹ − W*|² ≤ (1 − 2Δtα + Δt²β²)|Wᵏ − W*|²", r.distance2[k + 1],
                   (1 - printed_epsilon(r)) * r.distance2[k], k);
}

void epsilon_positive(const Run& r, Claims& claims) {
  claims.less("Δt²β² < 2Δtα", square(r.dt) * square(r.beta), 2 * r.dt * r.alpha);
}

void epsilon_of_square(const Run& r, Claims& claims) {
  contracts("|Wᵏ − W*|² ≤ (1 − ε)²ᵏ |W⁰ − W*|²", r, square(1 - printed_epsilon(r)), claims);
}

void halved_epsilon(const Run& r, Claims& claims) {
  claims.at_most("1 − 2ε ≤ (1 − ε)²", 1 - printed_epsilon(r), square(factor(r)));
  contracts("|Wᵏ − W*|² ≤ (1 − 2Δtα + Δt²β²)ᵏ |W⁰ − W*|²", r, 1 - printed_epsilon(r), claims);
}

/// W₁ = W⁰, W₂ = W*, and a Hessian that is constant.
Vector<Number> integral(const Run& r) { return r.J.hessian_product(r.w[0], r.w_star - r.w[0]); }

void integral_as_printed(const Run& r, Claims& claims) {
  claims.equal("∇J(W₁) − ∇J(W₂) = ∫₀¹ ∇²J(W₁ + s(W₂ − W₁))(W₂ − W₁) ds", r.gradient[0] - r.J.gradient(r.w_star),
               integral(r));
}

void integral_exchanged(const Run& r, Claims& claims) {
  claims.equal("∇J(W₂) − ∇J(W₁) = ∫₀¹ ∇²J(W₁ + s(W₂ − W₁))(W₂ − W₁) ds", r.J.gradient(r.w_star) - r.gradient[0],
               integral(r));
}

/// A planted mistake: |Wᵏ − W*|² ≤ base(run)^{k + later} |W⁰ − W*|² for k = 1 … n.
template <class Base>
Form<Instance> contracts_by(const char* key, Base base, int later = 0) {
  return form<Run>(key, [=](const Run& r, Claims& claims) {
    for (int k = 1; k <= r.n; ++k)
      claims.at_most("|Wᵏ − W*|² ≤ planted bound", r.distance2[k], power(base(r), k + later) * r.distance2[0], k);
  });
}

std::vector<Step<Instance>> steps() {
  return {
      {"rewriting", "Wⁿ⁺¹ − W* = Wⁿ − W* − Δt∇J(Wⁿ)", form<Run>(rewriting).of_code()},
      {"expansion", "|Wⁿ⁺¹ − W*|² = |Wⁿ − W*|² − 2Δt⟨Wⁿ − W*, ∇J(Wⁿ)⟩ + Δt²|∇J(Wⁿ)|²", form<Run>(expansion).of_code()},
      {"gradient bound", "|∇J(Wⁿ)| = |∇J(Wⁿ) − ∇J(W*)| ≤ β|Wⁿ − W*|", form<Run>(gradient_bound)},
      {"contraction of the square", "|Wⁿ⁺¹ − W*|² ≤ (1 − 2Δtα + Δt²β²)|Wⁿ − W*|²",
       form<Run>(contraction_of_square).of_code()},
      {"ε positive", "2Δtα − Δt²β² > 0", form<Run>(epsilon_positive)}};
}

/// ‖X‖²/2 from (1, 0) with Δt = 1/2, where W¹ = (1/2, 0), ε = 3/4: refutes both errata.
Instance halving_bowl() { return slowest_quadratic(1, 1, 0.5, 1); }

FalseLine<Instance> epsilon_of_the_square() {
  return {
      .words = {.key = "ε of the square",
                .place = "Lemma 5.1.3, proof, last line",
                .printed = "ε = 2Δtα − Δt²β² > 0 so the claim is obtained [|Wⁿ − W*| ≤ (1 − ε)ⁿ |W⁰ − W*|]",
                .corrected = "ε = Δtα − Δt²β²/2, as √(1 − 2ε) ≤ 1 − ε; or |Wⁿ − W*|² ≤ (1 − 2Δtα + Δt²β²)ⁿ |W⁰ − W*|²",
                .remark =
                    "The line before bounds the square of the distance, the lemma the distance. The lemma's words "
                    "hold, with another ε. The printed ε may also be 1, for α = β = 1/Δt, which (0, 1) excludes.",
                .by_hand = "J = W²/2, α = β = 1, Δt = ½, W⁰ = 1: ε = ¾, but W¹ = ½ is more than 1 − ε = ¼",
                .weight = Weight::proof},
      .printed = form<Run>(epsilon_of_square),
      .counterexample = halving_bowl(),
      .corrected = {form<Run>(halved_epsilon)}};
}

FalseLine<Instance> sign_of_the_integral() {
  return {
      .words = {.key = "sign of the integral",
                .place = "Lemma 5.1.3, proof, formula for ∇J(W₁) − ∇J(W₂)",
                .printed = "∇J(W₁) − ∇J(W₂) = ∫₀¹ d/ds ∇J(W₁ + s(W₂ − W₁)) ds = ∫₀¹ ∇²J(W₁ + s(W₂ − W₁))(W₂ − W₁) ds",
                .corrected = "∇J(W₂) − ∇J(W₁) = ∫₀¹ ∇²J(W₁ + s(W₂ − W₁))(W₂ − W₁) ds",
                .remark = "At s = 1 the argument is W₂; both displayed integrals have the same orientation. The norm "
                          "that is taken next hides the sign.",
                .by_hand = "J = W²/2, W₁ = 1, W₂ = 0: the left side is 1, both integrals are −1",
                .weight = Weight::line},
      .printed = form<Run>(integral_as_printed),
      .counterexample = halving_bowl(),
      .corrected = {form<Run>(integral_exchanged)}};
}

/// A short step along the flat axis of a bowl, and a long one along the steep axis.
std::vector<Instance> separating() {
  return {{{make_objective(Quadratic(vector({2, 1}), vector({0, 0}))), vector({0, 1}), 0x1p-11, 1}},
          {{make_objective(Quadratic(vector({1, 0.875}), vector({0, 0}))), vector({1, 0}), 1.5, 1}}};
}

Forms<Instance> planted() {
  const auto epsilon_form = [](const char* key, auto epsilon) {
    return contracts_by(key, [epsilon](const Run& r) { return square(1 - epsilon(r)); });
  };
  return {epsilon_form("sign: ε = Δtα + Δt²β²/2",
                       [](const Run& r) { return r.dt * r.alpha + frac(1, 2) * square(r.dt * r.beta); }),
          epsilon_form("swapped constants: ε = Δtβ − Δt²α²/2",
                       [](const Run& r) { return r.dt * r.beta - frac(1, 2) * square(r.dt * r.alpha); }),
          epsilon_form("factor: ε = 3Δtα/2 − Δt²β²/2",
                       [](const Run& r) { return frac(3, 2) * r.dt * r.alpha - frac(1, 2) * square(r.dt * r.beta); }),
          contracts_by(
              "index: (1 − ε)²ᵏ⁺²", [](const auto& r) { return square(factor(r)); }, 1),
          contracts_by("lost root: (1 − ε)⁴ᵏ", [](const auto& r) { return square(square(factor(r))); }),
          contracts_by("sharp factor with min for max",
                       [](const Run& r) { return smaller<Number>(factor2_of(r, r.alpha), factor2_of(r, r.beta)); }),
          contracts_by("sharp factor without |1 − βΔt|", [](const auto& r) { return factor2_of(r, r.alpha); }),
          contracts_by("sharp factor without |1 − αΔt|", [](const auto& r) { return factor2_of(r, r.beta); }),
          contracts_by(
              "sharp factor, index k + 1", [](const auto& r) { return sharp_factor2(r); }, 1)};
}

struct EnclosedRun {
  using Instance = iteration_contraction::Instance;
  explicit EnclosedRun(const Instance& i)
      : enclosures(trajectory<Interval>(GradientDescent{i.alpha}, *i.f, i.x0, i.n)),
        exactly(trajectory<Rational>(GradientDescent{i.alpha}, *i.f, i.x0, i.n)) {}

  Trajectory<Interval> enclosures;
  Trajectory<Rational> exactly;
};

bool lies_in(const Rational& w, const Interval& enclosure) {
  return exact<Rational>(enclosure.lower()) <= w && w <= exact<Rational>(enclosure.upper());
}

void in_their_enclosures(const EnclosedRun& r, Claims& claims) {
  for (std::size_t k = 0; k < r.exactly.size(); ++k)
    for (Eigen::Index i = 0; i < r.exactly[k].size(); ++i)
      claims.equal("Wᵏᵢ lies in its enclosure", lies_in(r.exactly[k][i], r.enclosures[k][i]) ? 1 : 0, 1, int(k));
}

}  // namespace

Lines<Instance> lines() {
  return {.steps = steps(),
          .errata = {epsilon_of_the_square(), sign_of_the_integral()},
          .planted = planted(),
          .separating = separating()};
}

bool hypotheses_hold(const Instance& instance) {
  return extremal_and_bounded(instance) && instance.alpha > 0 &&
         exact<Rational>(instance.alpha) * square(exact<Rational>(instance.L())) <
             2 * exact<Rational>(instance.lower());
}

bool step_below_two_over_beta(const Instance& instance) {
  return extremal_and_bounded(instance) && instance.step_is_admissible();
}

Form<Instance> conclusion() { return form<Run>("as printed, ε = Δtα − Δt²β²/2", some_epsilon); }
Form<Instance> sharp_conclusion() { return form<Run>("sharp factor", with_sharp_factor); }
Form<Instance> shipped_factor() { return form<Run>("factor of the code", bounded_by_code); }
Form<Instance> enclosed_iterates() { return form<EnclosedRun>("enclosed iterates", in_their_enclosures).of_code(); }
Form<Instance> attained() { return form<Run>("sharp factor attained", attains).of_code(); }
Form<Instance> sharper_than_printed() { return form<Run>("sharper than printed", sharper); }
Form<Instance> as_sharp_as_printed() { return form<Run>("as sharp as printed", as_sharp); }

Instance slowest_quadratic(double a, double b, double dt, int n) {
  const bool along_a = std::abs(1 - a * dt) >= std::abs(1 - b * dt);
  return {{make_objective(Quadratic(vector({a, b}), vector({0, 0}))), Vector<double>::Unit(2, along_a ? 0 : 1), dt, n},
          {}};
}

}  // namespace verigrad::iteration_contraction
