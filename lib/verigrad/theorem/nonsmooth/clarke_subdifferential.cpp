#include "verigrad/theorem/nonsmooth/clarke_subdifferential.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::clarke_subdifferential {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "inna/2.2",
                  .stem = "clarke_subdifferential",
                  .title = "Clarke subdifferential",
                  .source = "INNA, Definition 2.2 and section 2.3.3",
                  .text = "∂J(θ) = conv{lim ∇J(θₖ)}; ∂J ⊂ DJ = Σ ∂Jₙ, with equality where all is smooth or convex and "
                          "not in general: ∂(|t| − |t|) = {0} at 0, but [−1, 1] + [−1, 1] = [−2, 2]. Critical points "
                          "are D-critical, the converse is not true",
                  .hypotheses = {{"Lipschitz", "each Jₙ is locally Lipschitz continuous"},
                                 {"checked for", "Jₙ(t) = q t²/2 + b t + s|at − k|, where ∂ is known exactly"}}},
                 lines());
  return result;
}

std::string SumInstance::describe() const { return fmt::format("{}x = {}", in_words(terms), x); }

bool hypotheses_hold(const SumInstance& i) {
  return std::all_of(i.terms.begin(), i.terms.end(), [](const KinkedTerm& t) { return t.a.size() == 1; });
}

bool smooth_there(const SumInstance& i) {
  return std::all_of(i.terms.begin(), i.terms.end(), [&](const KinkedTerm& t) { return t.side(at(i.x)) != 0; });
}

bool convex(const SumInstance& i) {
  return std::all_of(i.terms.begin(), i.terms.end(), [](const KinkedTerm& t) { return t.q >= 0 && t.s >= 0; });
}

SumInstance text_example() { return {{{0, 1, 0, at(1), at(0)}, {0, -1, 0, at(1), at(0)}}, 0}; }

namespace {

/// A Clarke subdifferential in one variable: the interval between both one-sided slopes.
struct Slopes {
  Number left, right;

  Number lower() const { return smaller<Number>(left, right); }
  Number upper() const { return larger<Number>(left, right); }
};

struct Run {
  using Instance = SumInstance;
  explicit Run(const SumInstance& i)
      : x(exact(i.x)), h(exact(step_between_kinks(i.terms, at(i.x), at(1), at(0)))), curvature(0) {
    sum = {0, 0};
    D = {0, 0};
    for (const KinkedTerm& given : i.terms) {
      const KinkedTermRun term(given);
      const int side = given.side(at(i.x));
      const int direction = given.a[0] < 0 ? -1 : 1;
      const Slopes slopes = {slope(term, side != 0 ? side : -direction), slope(term, side != 0 ? side : direction)};
      each.push_back(slopes);
      terms.push_back(term);
      sum = {sum.left + slopes.left, sum.right + slopes.right};
      D = {D.left + slopes.lower(), D.right + slopes.upper()};
      curvature += term.q;
    }
  }
  Number slope(const KinkedTermRun& term, int side) const {
    return term.gradient(Vector<Number>::Constant(1, x), side)[0];
  }
  Number value(const Number& t) const {
    Number result(0);
    for (const KinkedTermRun& term : terms) result += term.value(Vector<Number>::Constant(1, t));
    return result;
  }
  /// (J(x + t) − J(x))/t − t J″/2.
  Number quotient(const Number& t) const { return (value(x + t) - value(x)) / t - frac(1, 2) * t * curvature; }

  Number x, h, curvature;
  std::vector<KinkedTermRun> terms;
  std::vector<Slopes> each;  ///< ∂Jₙ(x)
  Slopes sum;                ///< ∂J(x)
  Slopes D;                  ///< Σ ∂Jₙ(x)
};

void inclusion(const Run& r, Claims& claims) {
  claims.at_most("min DJ ≤ min ∂J", r.D.left, r.sum.lower());
  claims.at_most("max ∂J ≤ max DJ", r.sum.upper(), r.D.right);
}
void sums_agree(const Run& r, Claims& claims) {
  claims.equal("min DJ = min ∂J", r.D.left, r.sum.lower());
  claims.equal("max DJ = max ∂J", r.D.right, r.sum.upper());
}
void smooth(const Run& r, Claims& claims) {
  sums_agree(r, claims);
  const Number central = (r.value(r.x + r.h) - r.value(r.x - r.h)) / (2 * r.h);
  claims.equal("min ∂J = J′", r.D.left, central);
  claims.equal("max ∂J = J′", r.D.right, central);
}
void subgradients(const Run& r, Claims& claims) {
  claims.equal("min DJ = J′(x⁻)", r.D.left, r.quotient(-r.h));
  claims.equal("max DJ = J′(x⁺)", r.D.right, r.quotient(r.h));
  sums_agree(r, claims);
  for (int k = -4; k <= 4; ++k)
    for (const Number& v : {r.sum.lower(), r.sum.upper()})
      claims.at_most("J(x) + v(y − x) ≤ J(y)", r.value(r.x) + v * k * r.h, r.value(r.x + k * r.h), k);
}
void limits_of_slopes(const Run& r, Claims& claims) {
  claims.equal("J′(x⁺)", r.quotient(r.h), r.sum.right);
  claims.equal("J′(x⁻)", r.quotient(-r.h), r.sum.left);
}
void text_numbers(const Run& r, Claims& claims) {
  claims.equal("min ∂J = 0", r.sum.lower(), 0);
  claims.equal("max ∂J = 0", r.sum.upper(), 0);
  claims.equal("min DJ = −2", r.D.left, -2);
  claims.equal("max DJ = 2", r.D.right, 2);
  for (int n = 0; n < 2; ++n) {
    claims.equal("min ∂Jₙ = −1", r.each[std::size_t(n)].lower(), -1, n);
    claims.equal("max ∂Jₙ = 1", r.each[std::size_t(n)].upper(), 1, n);
  }
  const Number sum_of_both =
      r.terms[1].value(Vector<Number>::Constant(1, 1)) + r.terms[1].value(Vector<Number>::Constant(1, -1));
  claims.less("(1.14) for −|t| at y = 1 and y = −1 would give 0 ≤ −2", sum_of_both, 0);
}
/// 0 is between both ends.
void critical(const Run& r, Claims& claims) { claims.at_most("min ∂J · max ∂J ≤ 0", r.sum.lower() * r.sum.upper(), 0); }

/// A planted mistake: wrong(run) in the place of DJ, said to contain ∂J.
template <class Wrong>
Form<SumInstance> contains(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) {
    const Slopes D = wrong(r);
    claims.at_most("min ≤ min ∂J", D.left, r.sum.lower());
    claims.at_most("max ∂J ≤ max", r.sum.upper(), D.right);
  });
}

void reversed_inclusion(const Run& r, Claims& claims) {
  claims.at_most("min ∂J ≤ min DJ", r.sum.lower(), r.D.left);
  claims.at_most("max DJ ≤ max ∂J", r.D.right, r.sum.upper());
}
void crossed_limits(const Run& r, Claims& claims) { claims.equal("J′(x⁺)", r.quotient(r.h), r.sum.left); }

struct InnaRun {
  using Instance = KinkInstance;
  explicit InnaRun(const KinkInstance& i)
      : alpha(exact(i.alpha)),
        beta(exact(i.beta)),
        gamma(exact(i.gamma)),
        s1(exact(i.s1)),
        s2(exact(i.s2)),
        b(exact(i.b)),
        offset(exact(i.offset)),
        clarke{b - s1 + s2, b + s1 - s2},
        steps(i.steps) {}

  struct Phase {
    Number theta, psi;
  };
  Phase start() const { return {0, offset}; }
  /// One step (2.9) from a phase with v.
  Phase step(const Phase& from, const Number& v) const {
    const Number common = (1 / beta - alpha) * from.theta - from.psi / beta;
    return {from.theta + gamma * (common - beta * v), from.psi + gamma * common};
  }
  /// dist(0, ∂J(0)), 0 being outside.
  Number distance() const { return larger<Number>(clarke.lower(), -clarke.upper()); }

  Number alpha, beta, gamma, s1, s2, b, offset;
  Slopes clarke;  ///< ∂J(0)
  int steps;
};

void stays(const InnaRun& r, Claims& claims) {
  claims.at_most("min DJ ≤ 0", r.b - r.s1 - r.s2, 0);
  claims.at_most("0 ≤ max DJ", 0, r.b + r.s1 + r.s2);
  auto state = r.start();
  for (int k = 0; k < r.steps; ++k) {
    state = r.step(state, 0);
    claims.equal("θₖ = θ₀ for v = 0 ∈ DJ", state.theta, 0, k + 1);
    claims.equal("ψₖ = ψ₀ for v = 0 ∈ DJ", state.psi, r.start().psi, k + 1);
  }
  claims.less("0 < dist(0, ∂J)", 0, r.distance());
  for (const Number& v : {r.clarke.lower(), r.clarke.upper()})
    claims.at_most("γβ dist(0, ∂J) ≤ |θ₁ − θ₀| for v ∈ ∂J", r.gamma * r.beta * r.distance(),
                   magnitude(r.step(r.start(), v).theta));
}
void nearest_end(const InnaRun& r, Claims& claims) {
  const Number least = smaller<Number>(magnitude<Number>(r.clarke.lower()), magnitude<Number>(r.clarke.upper()));
  claims.equal("|θ₁ − θ₀| = γβ dist(0, ∂J)", magnitude(r.step(r.start(), least).theta),
               r.gamma * r.beta * r.distance());
}
/// A planted mistake about the move: right(run) ≤ |θ₁ − θ₀| for both ends of ∂J.
template <class Bound>
Form<KinkInstance> moves_by(const char* key, Bound bound) {
  return form<InnaRun>(key, [bound](const InnaRun& r, Claims& claims) {
    for (const Number& v : {r.clarke.lower(), r.clarke.upper()})
      claims.at_most("wrong ≤ |θ₁ − θ₀|", bound(r), magnitude(r.step(r.start(), v).theta));
  });
}
void stays_with_clarke(const InnaRun& r, Claims& claims) {
  claims.equal("θ₁ = θ₀ for v ∈ ∂J", r.step(r.start(), r.clarke.lower()).theta, 0);
}

Forms<SumInstance> planted() {
  return {form<Run>("sum rule: ∂J = DJ", sums_agree),
          form<Run>("reversed: DJ ⊂ ∂J", reversed_inclusion),
          form<Run>("swapped: the limit from the left on the right", crossed_limits),
          contains("missing hull: right limits only",
                   [](const Run& r) {
                     Number right(0);
                     for (const Slopes& s : r.each) right += s.right;
                     return Slopes{right, right};
                   }),
          contains("missing term: without the last ∂Jₙ",
                   [](const Run& r) {
                     return Slopes{r.D.left - r.each.back().lower(), r.D.right - r.each.back().upper()};
                   }),
          contains("factor: DJ/2", [](const Run& r) {
            return Slopes{frac(1, 2) * r.D.left, frac(1, 2) * r.D.right};
          })};
}
Forms<KinkInstance> wrong_moves() {
  return {form<InnaRun>("INNA stays with v ∈ ∂J", stays_with_clarke),
          moves_by("missing factor: γ dist for γβ dist", [](const InnaRun& r) { return r.gamma * r.distance(); }),
          moves_by("swapped: γ dist/β", [](const InnaRun& r) { return r.gamma * r.distance() / r.beta; }),
          moves_by("factor: 2γβ dist", [](const InnaRun& r) { return 2 * r.gamma * r.beta * r.distance(); })};
}

/// |x|/4 − |2x|/2 at 0.
SumInstance opposite_kinks() { return {{{0, 0.25, 0, at(1), at(0)}, {0, -0.5, 0, at(-2), at(0)}}, 0}; }

}  // namespace

Lines<SumInstance> lines() {
  return {.steps = {{"limits", "∂J(x) is spanned by the limits of J′ at x from both sides (2.7)",
                     form<Run>(limits_of_slopes)}},
          .planted = planted(),
          .separating = {opposite_kinks()}};
}
Lines<KinkInstance> inna_lines() {
  return {.planted = wrong_moves(), .separating = {{0.5, 0.5, 0.125, 0.5, 0.5, 0.125, 1}}};
}

Form<SumInstance> conclusion() { return form<Run>("inclusion", inclusion); }
Form<SumInstance> converse() { return form<Run>("converse", critical); }
Form<SumInstance> equal_where_smooth() { return form<Run>("smooth", smooth).where(smooth_there); }
Form<SumInstance> equal_if_convex() { return form<Run>("convex", subgradients).where(convex); }
Form<SumInstance> sum_rule() { return form<Run>("sum rule", sums_agree); }
Form<SumInstance> example() { return form<Run>("example", text_numbers); }
Form<KinkInstance> inna_stays() { return form<InnaRun>("INNA stays", stays); }
Form<KinkInstance> least_move() { return form<InnaRun>("least move", nearest_end); }

std::string KinkInstance::describe() const {
  return fmt::format("J₁(t) = {}|t|, J₂(t) = {}t − {}|t|, θ₀ = 0, ψ₀ = {}, α = {}, β = {}, γ = {}, {} steps", s1, b, s2,
                     offset, alpha, beta, gamma, steps);
}

bool inna_hypotheses_hold(const KinkInstance& i) {
  const Rational s1 = i.s1, s2 = i.s2, b = abs(Rational(i.b));
  return i.alpha >= 0 && i.beta > 0 && i.gamma > 0 && s1 > 0 && s2 > 0 && b <= s1 + s2 && abs(Rational(s1 - s2)) < b &&
         i.offset == 0;
}

}  // namespace verigrad::clarke_subdifferential
