#include "verigrad/theorem/nonsmooth/clarke_subdifferential.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::clarke_subdifferential {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.2",
      .stem = "clarke_subdifferential",
      .title = "Clarke subdifferential",
      .source = "INNA, Definition 2.2 and section 2.3.3",
      .text =
          "∂J(θ) = conv{lim ∇J(θₖ)}; ∂J ⊂ DJ = Σ ∂Jₙ, with equality where all is smooth or convex and not in general: "
          "∂(|t| − |t|) = {0} at 0, but [−1, 1] + [−1, 1] = [−2, 2]. Critical points are D-critical, the converse is "
          "not true",
      .hypotheses = {{"Lipschitz", "each Jₙ is locally Lipschitz continuous"},
                     {"checked for", "Jₙ(t) = q t²/2 + b t + s|at − k|, where ∂ is known exactly"}},
      .steps = {{"limits", "∂J(x) is spanned by the limits of J′ at x from both sides (2.7)"}},
      .errata = {}};
  return result;
}

std::string SumAt::describe() const { return fmt::format("{}x = {}", in_words(terms), x); }

bool hypotheses_hold(const SumAt& i) {
  return std::all_of(i.terms.begin(), i.terms.end(), [](const KinkedTerm& t) { return t.a.size() == 1; });
}

bool smooth_there(const SumAt& i) {
  return std::all_of(i.terms.begin(), i.terms.end(), [&](const KinkedTerm& t) { return t.side(at(i.x)) != 0; });
}

bool convex(const SumAt& i) {
  return std::all_of(i.terms.begin(), i.terms.end(), [](const KinkedTerm& t) { return t.q >= 0 && t.s >= 0; });
}

SumAt text_example() { return {{{0, 1, 0, at(1), at(0)}, {0, -1, 0, at(1), at(0)}}, 0}; }

namespace {

/// A Clarke subdifferential in one variable: the interval between both one-sided slopes.
template <class T>
struct Slopes {
  T left, right;

  T lower() const { return smaller<T>(left, right); }
  T upper() const { return larger<T>(left, right); }
};

template <class T>
struct Run {
  using Instance = SumAt;
  explicit Run(const SumAt& i)
      : x(exact<T>(i.x)), h(exact<T>(step_between_kinks(i.terms, at(i.x), at(1), at(0)))), curvature(0) {
    sum = {T(0), T(0)};
    D = {T(0), T(0)};
    for (const KinkedTerm& given : i.terms) {
      const KinkedTermOver<T> term(given);
      const int side = given.side(at(i.x));
      const int direction = given.a[0] < 0 ? -1 : 1;
      const Slopes<T> slopes = {slope(term, side != 0 ? side : -direction), slope(term, side != 0 ? side : direction)};
      each.push_back(slopes);
      terms.push_back(term);
      sum = {sum.left + slopes.left, sum.right + slopes.right};
      D = {D.left + slopes.lower(), D.right + slopes.upper()};
      curvature += term.q;
    }
  }
  T slope(const KinkedTermOver<T>& term, int side) const { return term.gradient(Vector<T>::Constant(1, x), side)[0]; }
  T value(const T& t) const {
    T result(0);
    for (const KinkedTermOver<T>& term : terms) result += term.value(Vector<T>::Constant(1, t));
    return result;
  }
  /// (J(x + t) − J(x))/t − t J″/2.
  T quotient(const T& t) const { return (value(x + t) - value(x)) / t - frac<T>(1, 2) * t * curvature; }

  T x, h, curvature;
  std::vector<KinkedTermOver<T>> terms;
  std::vector<Slopes<T>> each;  ///< ∂Jₙ(x)
  Slopes<T> sum;                ///< ∂J(x)
  Slopes<T> D;                  ///< Σ ∂Jₙ(x)
};

constexpr auto inclusion = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("min DJ ≤ min ∂J", r.D.left, r.sum.lower());
  claims.at_most("max ∂J ≤ max DJ", r.sum.upper(), r.D.right);
};
constexpr auto sums_agree = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("min DJ = min ∂J", r.D.left, r.sum.lower());
  claims.equal("max DJ = max ∂J", r.D.right, r.sum.upper());
};
constexpr auto smooth = []<class T>(const Run<T>& r, Claims<T>& claims) {
  sums_agree(r, claims);
  const T central = (r.value(r.x + r.h) - r.value(r.x - r.h)) / (T(2) * r.h);
  claims.equal("min ∂J = J′", r.D.left, central);
  claims.equal("max ∂J = J′", r.D.right, central);
};
constexpr auto subgradients = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("min DJ = J′(x⁻)", r.D.left, r.quotient(-r.h));
  claims.equal("max DJ = J′(x⁺)", r.D.right, r.quotient(r.h));
  sums_agree(r, claims);
  for (int k = -4; k <= 4; ++k)
    for (const T& v : {r.sum.lower(), r.sum.upper()})
      claims.at_most("J(x) + v(y − x) ≤ J(y)", r.value(r.x) + v * T(k) * r.h, r.value(r.x + T(k) * r.h), k);
};
constexpr auto limits_of_slopes = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("J′(x⁺)", r.quotient(r.h), r.sum.right);
  claims.equal("J′(x⁻)", r.quotient(-r.h), r.sum.left);
};
constexpr auto text_numbers = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("min ∂J = 0", r.sum.lower(), T(0));
  claims.equal("max ∂J = 0", r.sum.upper(), T(0));
  claims.equal("min DJ = −2", r.D.left, T(-2));
  claims.equal("max DJ = 2", r.D.right, T(2));
  for (int n = 0; n < 2; ++n) {
    claims.equal("min ∂Jₙ = −1", r.each[std::size_t(n)].lower(), T(-1), n);
    claims.equal("max ∂Jₙ = 1", r.each[std::size_t(n)].upper(), T(1), n);
  }
  const T sum_of_both =
      r.terms[1].value(Vector<T>::Constant(1, T(1))) + r.terms[1].value(Vector<T>::Constant(1, T(-1)));
  claims.less("(1.14) for −|t| at y = 1 and y = −1 would give 0 ≤ −2", sum_of_both, T(0));
};
/// 0 is between both ends.
constexpr auto critical = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("min ∂J · max ∂J ≤ 0", r.sum.lower() * r.sum.upper(), T(0));
};

/// A planted mistake: wrong(run) in the place of DJ, said to contain ∂J.
template <class Wrong>
Form<SumAt> contains(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong]<class T>(const Run<T>& r, Claims<T>& claims) {
    const Slopes<T> D = wrong(r);
    claims.at_most("min ≤ min ∂J", D.left, r.sum.lower());
    claims.at_most("max ∂J ≤ max", r.sum.upper(), D.right);
  });
}

constexpr auto reversed_inclusion = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("min ∂J ≤ min DJ", r.sum.lower(), r.D.left);
  claims.at_most("max DJ ≤ max ∂J", r.D.right, r.sum.upper());
};
constexpr auto crossed_limits = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("J′(x⁺)", r.quotient(r.h), r.sum.left);
};

template <class T>
struct Inna {
  using Instance = StartedAtKink;
  explicit Inna(const StartedAtKink& i)
      : alpha(exact<T>(i.alpha)),
        beta(exact<T>(i.beta)),
        gamma(exact<T>(i.gamma)),
        s1(exact<T>(i.s1)),
        s2(exact<T>(i.s2)),
        b(exact<T>(i.b)),
        offset(exact<T>(i.offset)),
        clarke{b - s1 + s2, b + s1 - s2},
        steps(i.steps) {}

  struct State {
    T theta, psi;
  };
  State start() const { return {T(0), offset}; }
  /// One step (2.9) from a state with v.
  State step(const State& from, const T& v) const {
    const T common = (T(1) / beta - alpha) * from.theta - from.psi / beta;
    return {from.theta + gamma * (common - beta * v), from.psi + gamma * common};
  }
  /// dist(0, ∂J(0)), 0 being outside.
  T distance() const { return larger<T>(clarke.lower(), -clarke.upper()); }

  T alpha, beta, gamma, s1, s2, b, offset;
  Slopes<T> clarke;  ///< ∂J(0)
  int steps;
};

constexpr auto stays = []<class T>(const Inna<T>& r, Claims<T>& claims) {
  claims.at_most("min DJ ≤ 0", r.b - r.s1 - r.s2, T(0));
  claims.at_most("0 ≤ max DJ", T(0), r.b + r.s1 + r.s2);
  auto state = r.start();
  for (int k = 0; k < r.steps; ++k) {
    state = r.step(state, T(0));
    claims.equal("θₖ = θ₀ for v = 0 ∈ DJ", state.theta, T(0), k + 1);
    claims.equal("ψₖ = ψ₀ for v = 0 ∈ DJ", state.psi, r.start().psi, k + 1);
  }
  claims.less("0 < dist(0, ∂J)", T(0), r.distance());
  for (const T& v : {r.clarke.lower(), r.clarke.upper()})
    claims.at_most("γβ dist(0, ∂J) ≤ |θ₁ − θ₀| for v ∈ ∂J", r.gamma * r.beta * r.distance(),
                   magnitude<T>(T(r.step(r.start(), v).theta)));
};
constexpr auto nearest_end = []<class T>(const Inna<T>& r, Claims<T>& claims) {
  const T least = smaller<T>(magnitude<T>(r.clarke.lower()), magnitude<T>(r.clarke.upper()));
  claims.equal("|θ₁ − θ₀| = γβ dist(0, ∂J)", magnitude<T>(T(r.step(r.start(), least).theta)),
               r.gamma * r.beta * r.distance());
};
/// A planted mistake about the move: right(run) ≤ |θ₁ − θ₀| for both ends of ∂J.
template <class Bound>
Form<StartedAtKink> moves_by(const char* key, Bound bound) {
  return form<Inna>(key, [bound]<class T>(const Inna<T>& r, Claims<T>& claims) {
    for (const T& v : {r.clarke.lower(), r.clarke.upper()})
      claims.at_most("wrong ≤ |θ₁ − θ₀|", T(bound(r)), magnitude<T>(T(r.step(r.start(), v).theta)));
  });
}
constexpr auto stays_with_clarke = []<class T>(const Inna<T>& r, Claims<T>& claims) {
  claims.equal("θ₁ = θ₀ for v ∈ ∂J", r.step(r.start(), r.clarke.lower()).theta, T(0));
};

}  // namespace

Form<SumAt> conclusion() { return form<Run>("inclusion", inclusion); }
Form<SumAt> converse() { return form<Run>("converse", critical); }
Form<SumAt> equal_where_smooth() { return form<Run>("smooth", smooth).where(smooth_there); }
Form<SumAt> equal_if_convex() { return form<Run>("convex", subgradients).where(convex); }
Form<SumAt> sum_rule() { return form<Run>("sum rule", sums_agree); }
Form<SumAt> example() { return form<Run>("example", text_numbers); }
Form<SumAt> limits() { return form<Run>("limits", limits_of_slopes); }

Forms<SumAt> planted() {
  return {form<Run>("sum rule: ∂J = DJ", sums_agree),
          form<Run>("reversed: DJ ⊂ ∂J", reversed_inclusion),
          form<Run>("swapped: the limit from the left on the right", crossed_limits),
          contains("missing hull: right limits only",
                   []<class T>(const Run<T>& r) {
                     T right(0);
                     for (const Slopes<T>& s : r.each) right += s.right;
                     return Slopes<T>{right, right};
                   }),
          contains("missing term: without the last ∂Jₙ",
                   []<class T>(const Run<T>& r) {
                     return Slopes<T>{r.D.left - r.each.back().lower(), r.D.right - r.each.back().upper()};
                   }),
          contains("factor: DJ/2", []<class T>(const Run<T>& r) {
            return Slopes<T>{frac<T>(1, 2) * r.D.left, frac<T>(1, 2) * r.D.right};
          })};
}

std::string StartedAtKink::describe() const {
  return fmt::format("J₁(t) = {}|t|, J₂(t) = {}t − {}|t|, θ₀ = 0, ψ₀ = {}, α = {}, β = {}, γ = {}, {} steps", s1, b, s2,
                     offset, alpha, beta, gamma, steps);
}

bool inna_hypotheses_hold(const StartedAtKink& i) {
  const Rational s1 = i.s1, s2 = i.s2, b = abs(Rational(i.b));
  return i.alpha >= 0 && i.beta > 0 && i.gamma > 0 && s1 > 0 && s2 > 0 && b <= s1 + s2 && abs(Rational(s1 - s2)) < b &&
         i.offset == 0;
}

Form<StartedAtKink> inna_stays() { return form<Inna>("INNA stays", stays); }
Form<StartedAtKink> least_move() { return form<Inna>("least move", nearest_end); }
Forms<StartedAtKink> inna_planted() {
  return {
      form<Inna>("INNA stays with v ∈ ∂J", stays_with_clarke),
      moves_by("missing factor: γ dist for γβ dist", [](const auto& r) { return r.gamma * r.distance(); }),
      moves_by("swapped: γ dist/β", [](const auto& r) { return r.gamma * r.distance() / r.beta; }),
      moves_by("factor: 2γβ dist", []<class T>(const Inna<T>& r) { return T(2) * r.gamma * r.beta * r.distance(); })};
}

}  // namespace verigrad::clarke_subdifferential
