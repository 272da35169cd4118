#include "verigrad/theorem/step_tuned/curvature_step_size.hpp"

#include "verigrad/algorithm/curvature_step.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::curvature_step_size {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/4.4",
       .stem = "curvature_step_size",
       .title = "Curvature step size",
       .source = "Thesis, (4.2) to (4.5)",
       .text = "q_d(γ) = 𝒥(θ) + γ⟨∇𝒥(θ), d⟩ + γ²/2 ⟨∇²𝒥(θ)d, d⟩; if ⟨∇²𝒥(θ)d, d⟩ > 0, q_d has a unique minimiser at γ* "
               "= −⟨∇𝒥(θ), d⟩/⟨∇²𝒥(θ)d, d⟩; for d = −∇𝒥(θ), γ(θ) = ‖∇𝒥(θ)‖²/⟨∇²𝒥(θ)∇𝒥(θ), ∇𝒥(θ)⟩",
       .found = "|𝒥(θ + γd) − q_d(γ)| ≤ ρ|γ|³‖d‖³/6 for a Hessian with the Lipschitz constant ρ, attained by x³",
       .code = {"algorithm/curvature_step.hpp: curvature_step", "problem/polynomial.hpp: Polynomial"},
       .hypotheses = {{"curvature", "⟨∇²𝒥(θ)d, d⟩ > 0"},
                      {"quadratic", "for 𝒥 itself: 𝒥 is quadratic, or its Hessian ρ-Lipschitz"}}},
      general_lines(), lines(), segment_lines());
  return result;
}

std::string SegmentInstance::describe() const { return in_words(a) + " and " + in_words(b); }

namespace {

/// γ(θ) by the shipped code, with ν = 0 where c is not positive.
Number tuned(const CurvatureRun& r) { return curvature_step<Number>(r.squares, r.c, 0); }

void least_along_gradient(const CurvatureRun& r, Claims& claims) {
  const Number best = tuned(r);
  claims.equal("𝒥(θ − γ(θ)∇𝒥) = 𝒥(θ − γ∇𝒥) − c(γ − γ(θ))²/2", r.value_along(best),
               r.value_along(r.gamma) - r.c * square(r.gamma - best) / 2);
  claims.at_most("𝒥(θ − γ(θ)∇𝒥) ≤ 𝒥(θ − γ∇𝒥)", r.value_along(best), r.value_along(r.gamma));
}

void least_value_of_model(const CurvatureRun& r, Claims& claims) {
  claims.at_most("q(γ(θ)) ≤ q(γ)", r.model(r.squares / r.c), r.model(r.gamma));
}

/// ρ²γ⁶‖∇𝒥‖⁶.
Number cubic(const CurvatureRun& r) { return square(r.rho) * power(r.gamma, 6) * power(r.squares, 3); }

Form<CurvatureInstance> remainder_with(const char* key, int factor) {
  return form<CurvatureRun>(key, [factor](const CurvatureRun& r, Claims& claims) {
    claims.at_most("(𝒥(θ − γ∇𝒥) − q(γ))² ≤ (ργ³‖∇𝒥‖³/factor)²", square(r.value_along(r.gamma) - r.model(r.gamma)),
                   cubic(r) / (factor * factor));
  });
}

void equal_remainder(const CurvatureRun& r, Claims& claims) {
  claims.equal("(𝒥(θ − γ∇𝒥) − q(γ))² = (ργ³‖∇𝒥‖³/6)²", square(r.value_along(r.gamma) - r.model(r.gamma)),
               cubic(r) / 36);
}

void concave_along(const CurvatureRun& r, Claims& claims) {
  claims.at_most("(𝒥(θ + γd) + 𝒥(θ − γd))/2 ≤ 𝒥(θ)", (r.value_along(r.gamma) + r.value_along(-r.gamma)) / 2,
                 r.value_along(0));
}

/// c < 0 and ργ‖d‖³ ≤ 3|c|: the remainders of both sides do not outweigh cγ².
bool short_and_concave(const CurvatureInstance& instance) {
  const Number::Over fractions(Number::Kind::rational);
  const CurvatureRun r(instance);
  const Number reach = square(r.rho * r.gamma) * power(r.squares, 3);
  return sign_of(r.c) == Sign::negative && certainly_at_most<Number>(reach, 9 * square(r.c));
}

/// A planted mistake: the model is least at `step`.
template <class Step>
Form<CurvatureInstance> least_at(const char* key, Step step) {
  return form<CurvatureRun>(key, [step](const CurvatureRun& r, Claims& claims) {
    claims.at_most("planted: q(step) ≤ q(γ(θ))", r.model(step(r)), r.model(r.squares / r.c));
  });
}

/// x + x⁴ at 0: 𝒥′ = 1, 𝒥″ = 0, and 𝒥 is strictly convex.
CurvatureInstance flat_and_convex() { return polynomial(vector({0, 1, 0, 0, 1}), 24, 0, 1); }

FalseLine<CurvatureInstance> concavity() {
  return {.words = {.key = "locally concave",
                    .place = "after (4.3)",
                    .printed = "when ⟨∇²𝒥(θ)d, d⟩ ≤ 0, the infinitesimal model q_d is concave (or equivalently 𝒥 is "
                               "locally concave in the direction d)",
                    .corrected = "for ⟨∇²𝒥(θ)d, d⟩ = c < 0, 𝒥 is locally concave in the direction d, with steps up to "
                                 "3|c|/(ρ‖d‖³); for = 0 only q_d is",
                    .remark = "The text takes the large step ν for = 0 as well.",
                    .by_hand = "𝒥 = x + x⁴ at 0, d = −1: the curvature is 0, q_d is affine, and 𝒥 is strictly convex: "
                               "(𝒥(1) + 𝒥(−1))/2 = 1 > 𝒥(0) = 0",
                    .weight = Weight::line},
          .printed = form<CurvatureRun>(concave_along),
          .counterexample = flat_and_convex(),
          .corrected = {form<CurvatureRun>(concave_along).where(short_and_concave)}};
}

/// bowl (x² + y²) + x²y².
Number valley(const Number& bowl, const Number& x, const Number& y) {
  return bowl * (square(x) + square(y)) + square(x) * square(y);
}

/// The value in the middle of a and b, and the mean of the values at both.
struct MiddleRun {
  using Instance = SegmentInstance;
  MiddleRun(const SegmentInstance& s, const Number& bowl) {
    const Vector<Number> a = exact(s.a), b = exact(s.b), middle = (a + b) / Number(2);
    at_middle = valley(bowl, middle[0], middle[1]);
    mean = (valley(bowl, a[0], a[1]) + valley(bowl, b[0], b[1])) / 2;
  }
  Number at_middle, mean;
};

Form<SegmentInstance> convex_with(int bowl) {
  return {"", [bowl](const SegmentInstance& s, Claims& claims) {
            const MiddleRun r(s, bowl);
            claims.at_most("𝒥((a + b)/2) ≤ (𝒥(a) + 𝒥(b))/2", r.at_middle, r.mean);
          }};
}

FalseLine<SegmentInstance> convexity() {
  return {.words = {.key = "locally convex",
                    .place = "after (4.3)",
                    .printed = "since 𝒥 is locally convex around local minima",
                    .corrected = "around local minima where ∇²𝒥 is positive definite",
                    .remark = "At a local minimum ∇²𝒥 is positive semi-definite, and 𝒥 need not be convex near it. "
                              "Checked with x² + y² in addition.",
                    .by_hand = "𝒥 = x²y² is least at (0, 0); on the segment from (2h, 0) to (0, 2h) its ends have 0 "
                               "and its middle h⁴",
                    .weight = Weight::line},
          .printed = convex_with(0),
          .counterexample = {vector({2, 0}), vector({0, 2})},
          .corrected = {convex_with(1)}};
}

/// (4.2) with ⟨∇²𝒥(θ)d, d⟩ = c.
struct Model {
  explicit Model(const Unknowns& u)
      : value(u.real("𝒥(θ)")),
        g(u.vector("∇𝒥(θ)")),
        d(u.vector("d")),
        c(u.positive("|⟨∇²𝒥(θ)d, d⟩|")),
        gamma(u.real("γ")),
        e(u.positive("e")) {}
  Number q(const Vector<Number>& along, const Number& curvature, const Number& step) const {
    return value + step * dot(g, along) + square(step) / 2 * curvature;
  }
  Number value;
  Vector<Number> g, d;
  Number c, gamma, e;
};

void minimiser(const Model& m, Claims& claims) {
  const Number best = -dot(m.g, m.d) / m.c;
  claims.equal("q_d(γ) − q_d(γ*) = c(γ − γ*)²/2", m.q(m.d, m.c, m.gamma) - m.q(m.d, m.c, best),
               m.c * square(m.gamma - best) / 2);
  claims.at_most("0 ≤ c(γ − γ*)²/2", 0, m.c * square(m.gamma - best) / 2);
  claims.equal("q_d(γ* + e) − q_d(γ*) = ce²/2", m.q(m.d, m.c, best + m.e) - m.q(m.d, m.c, best), m.c * m.e * m.e / 2);
  claims.equal("q_d(γ* − e) − q_d(γ*) = ce²/2", m.q(m.d, m.c, best - m.e) - m.q(m.d, m.c, best), m.c * m.e * m.e / 2);
  claims.less("0 < ce²/2", 0, m.c * m.e * m.e / 2);
}

void along_gradient(const Model& m, Claims& claims) {
  const Vector<Number> down = -m.g;
  claims.equal("−⟨∇𝒥, −∇𝒥⟩/c = ‖∇𝒥‖²/c", -dot(m.g, down) / m.c, squared_norm(m.g) / m.c);
}

void both(const Model& m, Claims& claims) {
  minimiser(m, claims);
  along_gradient(m, claims);
}

/// With curvature −c < 0.
void concave_model(const Model& m, Claims& claims) {
  const auto q = [&](const Number& step) { return m.q(m.d, -m.c, step); };
  claims.equal("q_d(γ + e) + q_d(γ − e) − 2q_d(γ) = −ce²", q(m.gamma + m.e) + q(m.gamma - m.e) - 2 * q(m.gamma),
               -m.c * m.e * m.e);
  claims.less("−ce² < 0", -m.c * m.e * m.e, 0);
}

void large_steps_descend(const Model& m, Claims& claims) {
  const Vector<Number> down = -m.g;
  const Number fall = m.e * squared_norm(m.g) + square(m.e) * m.c / 2;
  claims.equal("q(e) = q(0) − e‖∇𝒥‖² − e²c/2", m.q(down, -m.c, m.e), m.value - fall);
  claims.less("0 < e²c/2 + e‖∇𝒥‖²", 0, fall);
}

}  // namespace

bool near_minimum(const SegmentInstance& segment) {
  return segment.a.size() == 2 && segment.b.size() == 2 && segment.a.cwiseAbs().maxCoeff() <= 0.5 &&
         segment.b.cwiseAbs().maxCoeff() <= 0.5;
}

Form<CurvatureInstance> conclusion() { return form<CurvatureRun>("as printed", least_along_gradient).of_code(); }
Form<Unknowns> general_conclusion() { return form<Model, Unknowns>("minimiser of the model", both); }
Form<CurvatureInstance> remainder() { return remainder_with("remainder", 6); }
Form<CurvatureInstance> remainder_attained() { return form<CurvatureRun>("remainder attained", equal_remainder); }
Form<CurvatureInstance> smaller_remainder() { return remainder_with("1/7 for 1/6", 7); }
Form<CurvatureInstance> least_of_model() { return form<CurvatureRun>("least of the model", least_value_of_model); }

Lines<CurvatureInstance> lines() {
  return {
      .steps = {{"Taylor expansion", "𝒥(θ + γd) ≈ q_d(γ): to within ρ|γ|³‖d‖³/6", remainder_with("", 6)}},
      .errata = {concavity()},
      .planted = {least_at("sign: −γ(θ)", [](const CurvatureRun& r) -> Number { return -r.squares / r.c; }),
                  least_at("factor: ‖∇𝒥‖²/(2c)", [](const CurvatureRun& r) -> Number { return r.squares / (2 * r.c); }),
                  least_at("exponent: c/‖∇𝒥‖²", [](const CurvatureRun& r) -> Number { return r.c / r.squares; }),
                  least_at("missing square: 1/c", [](const CurvatureRun& r) -> Number { return 1 / r.c; })},
      .separating = {{make_objective(Quadratic(at(2), at(0))), 0, at(1), 1}}};
}

Lines<SegmentInstance> segment_lines() { return {.errata = {convexity()}}; }

Lines<Unknowns> general_lines() {
  return {.steps = {{"(4.3)", "γ* = −⟨∇𝒥(θ), d⟩/⟨∇²𝒥(θ)d, d⟩ is the unique minimiser of q_d",
                     form<Model, Unknowns>(minimiser)},
                    {"(4.4)", "d = −∇𝒥(θ) gives γ(θ)", form<Model, Unknowns>(along_gradient)},
                    {"concave model", "for ⟨∇²𝒥(θ)d, d⟩ < 0, q_d is concave", form<Model, Unknowns>(concave_model)},
                    {"large steps", "which suggests taking a large step: q falls by γ‖∇𝒥‖² or more",
                     form<Model, Unknowns>(large_steps_descend)}}};
}

}  // namespace verigrad::curvature_step_size
