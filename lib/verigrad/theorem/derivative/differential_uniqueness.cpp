#include "verigrad/theorem/derivative/differential_uniqueness.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::differential_uniqueness {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mathdnn/1.1",
       .stem = "differential_uniqueness",
       .title = "Uniqueness of the differential; differentiable implies continuous",
       .source = "MathDNN, Proposition 1.1",
       .text = "f ∈ D(E, F), a ∈ E̊: ∂f/∂·(a) is unique, and D(E, F) ⊂ C(E, F). Checked on functions with a Lipschitz "
               "gradient, for which o(‖h‖) is at most ½L‖h‖²",
       .code = {"problem/objective.hpp: ObjectiveOver"},
       .hypotheses = {{"differentiable", "f(a + h) = f(a) + ∂f/∂h(a) + o(‖h‖) with a linear ∂f/∂·(a)"},
                      {"interior", "a ∈ E̊"}},
       .formal = {.theorems = {"conclusion_unique", "conclusion_continuous"},
                  .corrected = "continuity at the interior points of E"}},
      lines(), jump_lines());
  return result;
}

std::string Instance::describe() const {
  return fmt::format("{}, a = {}, d = {}, τ = 2^−{}, e = {}", f->describe(), in_words(a), in_words(d), k,
                     in_words(extra));
}
std::string Jump::describe() const { return fmt::format("f = 0 on [0, 1[, f(1) = 1; x = 1 − 2^−{}", k); }

bool hypotheses_hold(const Instance& i) {
  const double reach = i.a.norm() + std::max(i.d.norm(), i.extra.norm());
  return i.k >= 0 && i.f->curvature().smooth() && i.f->curvature().smoothness() > 0 && !i.d.isZero(0) &&
         reach < i.f->domain_radius();
}
bool extra_is_not_zero(const Instance& i) { return !i.extra.isZero(0); }

namespace {

struct Run {
  using Instance = differential_uniqueness::Instance;
  explicit Run(const Instance& i)
      : f(i.f->over<Number>()),
        L(exact(i.f->curvature().smoothness())),
        a(exact(i.a)),
        d(exact(i.d)),
        e(exact(i.extra)),
        value(f.value(a)),
        gradient(f.gradient(a)),
        tau(exact(std::ldexp(1.0, -i.k))),
        short_tau(exact(std::ldexp(1.0, -i.k - std::max(0, std::ilogb(i.f->curvature().smoothness()) + 1)))) {
    h = tau * d;
  }

  /// f(a + h) − f(a) − ⟨g, h⟩.
  Number remainder(const Vector<Number>& g, const Vector<Number>& at) const {
    return f.value(a + at) - value - dot(g, at);
  }
  Number half_L(const Vector<Number>& at) const { return frac(1, 2) * L * squared_norm(at); }

  const ObjectiveOver<Number>& f;
  Number L;
  Vector<Number> a, d, e;
  Number value;
  Vector<Number> gradient;
  Number tau, short_tau;  ///< 2⁻ᵏ, and 2⁻ᵏ times a power of 2 that is at most 1/L and at most 1
  Vector<Number> h;
};

Number sum_of_magnitudes(const Vector<Number>& x) {
  Number sum(0);
  for (const Number& entry : x) sum += magnitude<Number>(entry);
  return sum;
}

/// |remainder at h| ≤ bound(run), both inequalities.
void remainder_at_most(const Run& r, const Number& bound, Claims& claims) {
  const Number remainder = r.remainder(r.gradient, r.h);
  claims.at_most("f(a+h) − f(a) − ⟨∇f(a), h⟩ ≤ bound", remainder, bound);
  claims.at_most("−bound ≤ f(a+h) − f(a) − ⟨∇f(a), h⟩", -bound, remainder);
}

void second_order(const Run& r, Claims& claims) { remainder_at_most(r, r.half_L(r.h), claims); }

/// With h = τe and φ = ∇f(a) + e: φ's remainder is at most −(1 − ½Lτ)τ‖e‖² ≤ −½τ‖e‖².
void no_other(const Run& r, Claims& claims) {
  const Vector<Number> along = r.short_tau * r.e;
  claims.at_most("remainder of ∇f(a) + e ≤ −½‖e‖‖h‖", r.remainder(r.gradient + r.e, along),
                 -frac(1, 2) * r.short_tau * squared_norm(r.e));
}

void continuity(const Run& r, Claims& claims) {
  const Number bound = sum_of_magnitudes(r.gradient) * sum_of_magnitudes(r.h) + r.half_L(r.h);
  const Number change = r.f.value(r.a + r.h) - r.value;
  claims.at_most("f(a+h) − f(a) ≤ ‖∇f‖₁‖h‖₁ + ½L‖h‖²", change, bound);
  claims.at_most("f(a) − f(a+h) ≤ ‖∇f‖₁‖h‖₁ + ½L‖h‖²", -change, bound);
}

void difference(const Run& r, Claims& claims) {
  const Vector<Number> other = r.gradient + r.e;
  claims.at_most("|φ₂(h) − φ₁(h)| ≤ |remainder₁| + |remainder₂|", magnitude<Number>(dot(r.e, r.h)),
                 magnitude<Number>(r.remainder(r.gradient, r.h)) + magnitude<Number>(r.remainder(other, r.h)));
}

void linear(const Run& r, Claims& claims) {
  const Vector<Number> other = r.gradient + r.e;
  claims.equal("φ₂(th) − φ₁(th) = t(φ₂(h) − φ₁(h))", dot(other, r.h) - dot(r.gradient, r.h), r.tau * dot(r.e, r.d));
}

void small_o(const Run& r, Claims& claims) {
  claims.at_most("|remainder|² ≤ (½L‖h‖)²‖h‖²", square(r.remainder(r.gradient, r.h)), square(r.half_L(r.h)));
}

void at_zero(const Run& r, Claims& claims) {
  const Vector<Number> zero = Vector<Number>::Constant(r.a.size(), 0);
  claims.equal("∂f/∂0(a) = 0", dot(r.gradient, zero), 0);
  continuity(r, claims);
}

void equality(const Run& r, Claims& claims) {
  claims.equal("remainder = ½Lh²", r.remainder(r.gradient, r.h), r.half_L(r.h));
}

struct JumpRun {
  using Instance = Jump;
  explicit JumpRun(const Jump& jump) : distance(exact(std::ldexp(1.0, -jump.k))) {}
  Number distance;  ///< 1 − x
  Number f_x = 0, f_1 = 1;
};

/// Continuity at 1 with ε = ½: this x is near enough to 1.
void near_the_jump(const JumpRun& r, Claims& claims) {
  claims.less("x ≠ 1", 0, r.distance);
  claims.at_most("|f(x) − f(1)| ≤ ½", magnitude<Number>(r.f_x - r.f_1), frac(1, 2));
}

/// Remainders of opposite signs make the first an equality, which balls leave open.
std::vector<Step<Instance>> steps() {
  return {
      {"difference of differentials", "φ₂(h) − φ₁(h) = o(‖h‖): at most the sum of both remainders",
       form<Run>(difference).where(&Instance::rational)},
      {"linear", "φ₂(th) − φ₁(th) = t(φ₂(h) − φ₁(h)), so that a bound near 0 holds everywhere", form<Run>(linear)},
      {"limit", "‖φ₂(h) − φ₁(h)‖ ≤ 2‖h‖ε for every ε > 0, down to ε = 2⁻ᵏL‖h‖ for φ₁ = φ₂ = ∇f(a)", form<Run>(small_o)},
      {"continuous at 0", "∂f/∂0(a) = 0, and f(a + h) → f(a)", form<Run>(at_zero)}};
}

template <class Bound>
Form<Instance> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) { remainder_at_most(r, Number(bound(r)), claims); });
}

Forms<Instance> planted() {
  return {bounded_by("factor: ¼L‖h‖²", [](const Run& r) { return r.half_L(r.h) / 2; }),
          bounded_by("power: ½L‖h‖⁴", [](const Run& r) { return r.half_L(r.h) * squared_norm(r.h); }),
          bounded_by("power: ½L²‖h‖²", [](const Run& r) { return r.L * r.half_L(r.h); }),
          form<Run>("sign: −∇f(a)",
                    [](const Run& r, Claims& claims) {
                      claims.at_most("planted remainder", r.remainder(-r.gradient, r.h), r.half_L(r.h));
                    }),
          form<Run>("factor: 2∇f(a)",
                    [](const Run& r, Claims& claims) {
                      claims.at_most("planted remainder", r.remainder(2 * r.gradient, r.h), r.half_L(r.h));
                    }),
          form<Run>("another differential", [](const Run& r, Claims& claims) {
            const Vector<Number> along = r.short_tau * r.e;
            claims.at_most("planted remainder", -r.remainder(r.gradient + r.e, along), r.half_L(along));
          }).where(extra_is_not_zero)};
}

/// −(x + 1/16)²/4 and −x²/2 from beside their maxima.
std::vector<Instance> separating() {
  return {{make_objective(Quadratic(at(-0.5), at(-0.0625))), at(0), at(-0.0625), at(0.0625), 0},
          {make_objective(Quadratic(at(-1), at(0))), at(-0.0625), at(-0.0625), at(0), 1}};
}

}  // namespace

Form<Instance> taylor() { return form<Run>("remainder is of second order", second_order); }
Form<Instance> unique() { return form<Run>("unique", no_other).where(extra_is_not_zero); }
Form<Instance> continuous() { return form<Run>("continuous", continuity); }
Form<Instance> attained() { return form<Run>("attained", equality); }

Lines<Instance> lines() { return {.steps = steps(), .planted = planted(), .separating = separating()}; }

Lines<Jump> jump_lines() {
  return {.errata = {{.words = {.key = "continuous on E",
                                .place = "Proposition 1.1, conclusion",
                                .printed = "D(E, F) ⊂ C(E, F)",
                                .corrected = "f ∈ D(E, F) is continuous at every a ∈ E̊",
                                .remark = "Definition 1.1 asks for a differential at a ∈ E̊ only, while C(E, F) is "
                                          "continuity on E. The proof takes a ∈ E̊.",
                                .by_hand = "f = 0 on [0, 1[ and f(1) = 1 is in D([0, 1], ℝ), as Definition 1.1 asks "
                                           "for nothing at 1, and jumps there",
                                .weight = Weight::hypothesis,
                                .survives = "f ∈ D(E, F) is continuous at every interior point; all of it for open E",
                                .of_statement = true},
                      .printed = form<JumpRun>(near_the_jump),
                      .counterexample = {20},
                      .corrected = {}}}};
}

}  // namespace verigrad::differential_uniqueness
