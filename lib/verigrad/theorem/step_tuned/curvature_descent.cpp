#include "verigrad/theorem/step_tuned/curvature_descent.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/gradient_variation.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/step_tuned/tuned_instance.hpp"

namespace verigrad::curvature_descent {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/alg-2",
       .stem = "curvature_descent",
       .title = "Full-batch algorithm",
       .source = "Thesis, (4.8), (4.16) and Algorithm 2",
       .text = "θ₁ = θ₀ − α∇𝒥(θ₀); γₖ = ‖Δθₖ‖²/⟨Δgₖ, Δθₖ⟩ if ⟨Δgₖ, Δθₖ⟩ > 0, ν otherwise; θₖ₊₁ = θₖ − αγₖ∇𝒥(θₖ)",
       .found = "the scaling α does not enter γₖ on quadratics; values need not fall step by step, even there",
       .code = {"algorithm/gradient_variation.hpp: CurvatureDescent", "algorithm/curvature_step.hpp: curvature_step"},
       .hypotheses = {{"parameters", "α > 0, ν > 0"}, {"smooth", "𝒥 is twice differentiable"}},
       .errata = {{.key = "transposed row",
                   .place = "(4.21), the experiment of Figure 4.2",
                   .printed = "Aₙ the n-th row of A … φ(Aₙᵀθ − bₙ)",
                   .corrected = "φ(Aₙθ − bₙ), as in 4.3.1",
                   .remark = "A is N × P: its rows are 1 × P, and Aₙᵀθ is a product of two columns.",
                   .weight = Weight::notation,
                   .one_letter = true}}},
      lines());
  return result;
}

std::string DescentRunInstance::describe() const {
  return fmt::format("{} from θ₀ = {}, α = {}, ν = {}, {} steps", J->describe(), in_words(theta0), alpha, nu, n);
}

namespace {

/// What a planted mistake does to the printed lines.
enum class Slip { none, sign, no_scaling, late, gradient_in_numerator, always_nu };

/// Lines 3 to 12 in fractions.
struct Printed {
  explicit Printed(const DescentRunInstance& instance, Slip slip = Slip::none) {
    const auto& J = instance.J->over<Rational>();
    const Rational alpha = exact<Rational>(instance.alpha), nu = exact<Rational>(instance.nu);
    Vector<Rational> before = exact<Rational>(instance.theta0), g_before = J.gradient(before);
    Vector<Rational> theta = before - alpha * g_before;
    Rational last = 1;
    points = {before, theta};
    gammas = {1};
    for (int k = 1; k < instance.n; ++k) {
      const Vector<Rational> g = J.gradient(theta), varied = g - g_before, moved = theta - before;
      Rational gamma = printed_step(moved, slip == Slip::sign ? Vector<Rational>(-varied) : varied, nu);
      if (slip == Slip::gradient_in_numerator && gamma != nu)
        gamma = squared_norm<Rational>(varied) / dot<Rational>(varied, moved);
      if (slip == Slip::always_nu) gamma = nu;
      before = theta;
      g_before = g;
      theta -= (slip == Slip::no_scaling ? Rational(1) : alpha) * (slip == Slip::late ? last : gamma) * g;
      last = gamma;
      points.push_back(theta);
      gammas.push_back(gamma);
    }
  }
  std::vector<Vector<Rational>> points;  ///< θ₀ … θₙ
  std::vector<Rational> gammas;          ///< γ₀ = 1, γ₁ … γₙ₋₁
};

/// The shipped method.
struct Run {
  using Instance = DescentRunInstance;
  explicit Run(const DescentRunInstance& i) : instance(i), J(i.J->over<Number>()) {
    const CurvatureDescent method{i.alpha, i.nu};
    auto state = CurvatureDescent::start<Number>(exact(i.theta0));
    points = {state.theta};
    for (int k = 0; k < i.n; ++k) {
      state = method.step<Number>(J, state);
      points.push_back(state.theta);
      gammas.push_back(state.gamma);
    }
  }
  /// ‖∇𝒥(θₖ)‖² and ⟨∇²𝒥∇𝒥, ∇𝒥⟩ there.
  Number squares(int k) const { return squared_norm(J.gradient(points[k])); }
  Number curvature(int k) const {
    const Vector<Number> g = J.gradient(points[k]);
    return dot(J.hessian_product(points[k], g), g);
  }

  const DescentRunInstance& instance;
  const ObjectiveOver<Number>& J;
  std::vector<Vector<Number>> points;
  std::vector<Number> gammas;
};

void follows(const Run& r, const Printed& printed, Claims& claims) {
  for (int k = 0; k < r.instance.n; ++k) {
    claims.equal("γₖ", r.gammas[k], enclose<Number>(printed.gammas[k]), k);
    claims.equal("θₖ₊₁", r.points[k + 1], enclose(printed.points[k + 1]));
  }
}

void follows_print(const Run& r, Claims& claims) { follows(r, Printed(r.instance), claims); }

void curvature_before(const Run& r, Claims& claims) {
  for (int k = 1; k < r.instance.n; ++k)
    claims.equal("γₖ = γ(θₖ₋₁)", r.gammas[k], r.squares(k - 1) / r.curvature(k - 1), k);
}

void at_minimiser(const Run& r, Claims& claims) { claims.equal("θ₂ = θ*", r.points[2], r.J.minimum().x_star); }

void falls(const Run& r, Claims& claims) {
  for (int k = 0; k < r.instance.n; ++k)
    claims.at_most("𝒥(θₖ₊₁) ≤ 𝒥(θₖ)", r.J.value(r.points[k + 1]), r.J.value(r.points[k]), k);
}

/// (4.16) times its denominator, for the k where that is positive: (θₖ₊₁ − θₖ)⟨Δgₖ, Δθₖ⟩ = −α‖Δθₖ‖²∇𝒥(θₖ).
void barzilai_borwein(const Run& r, Claims& claims) {
  const Printed printed(r.instance);
  for (int k = 1; k < r.instance.n; ++k) {
    const auto& J = r.instance.J->over<Rational>();
    const Vector<Rational> moved = printed.points[k] - printed.points[k - 1];
    const Vector<Rational> varied = J.gradient(printed.points[k]) - J.gradient(printed.points[k - 1]);
    const Rational product = dot<Rational>(varied, moved);
    if (product <= 0) continue;
    const Vector<Rational> right =
        -exact<Rational>(r.instance.alpha) * squared_norm<Rational>(moved) * J.gradient(printed.points[k]);
    claims.equal("(θₖ₊₁ − θₖ)⟨Δgₖ, Δθₖ⟩", Vector<Number>(enclose<Number>(product) * (r.points[k + 1] - r.points[k])),
                 enclose(right));
  }
}

Form<DescentRunInstance> slipped(const char* key, Slip slip) {
  return form<Run>(key, [slip](const Run& r, Claims& claims) { follows(r, Printed(r.instance, slip), claims); });
}

}  // namespace

bool hypotheses_hold(const DescentRunInstance& instance) {
  return instance.alpha > 0 && instance.nu > 0 && instance.n >= 1 && instance.theta0.size() == instance.J->dimension();
}

bool convex_quadratic(const DescentRunInstance& instance) {
  if (!hypotheses_hold(instance) || instance.J->curvature().lower <= 0) return false;
  const Printed printed(instance);
  const auto& J = instance.J->over<Rational>();
  for (int k = 0; k < instance.n; ++k)
    if (squared_norm<Rational>(J.gradient(printed.points[k])) == 0) return false;
  return true;
}

Form<DescentRunInstance> conclusion() { return form<Run>("as printed", follows_print).of_code(); }
Form<DescentRunInstance> previous_curvature() { return form<Run>("curvature before", curvature_before).of_code(); }
Form<DescentRunInstance> two_steps() { return form<Run>("two steps", at_minimiser).of_code(); }
Form<DescentRunInstance> monotone() { return form<Run>("monotone", falls); }

Lines<DescentRunInstance> lines() {
  const ObjectivePtr bowl = make_objective(Quadratic(vector({1, 4}), vector({0, 0})));
  return {.steps = {{"(4.16)", "θₖ₊₁ = θₖ − α‖Δθₖ‖²/⟨∇𝒥(θₖ) − ∇𝒥(θₖ₋₁), Δθₖ⟩ ∇𝒥(θₖ) where the denominator is positive",
                     form<Run>(barzilai_borwein).of_code()}},
          .planted = {slipped("sign: −Δg", Slip::sign), slipped("missing factor: α", Slip::no_scaling),
                      slipped("index: γₖ₋₁", Slip::late), slipped("‖Δg‖² for ‖Δθ‖²", Slip::gradient_in_numerator),
                      slipped("ν at every step", Slip::always_nu)},
          .separating = {{bowl, vector({1, 1}), 0.5, 2, 3}}};
}

}  // namespace verigrad::curvature_descent
