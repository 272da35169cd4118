#include "verigrad/theorem/step_tuned/series_lemma.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/number/select.hpp"

namespace verigrad::series_lemma {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/4.6",
       .stem = "series_lemma",
       .title = "Series lemma",
       .source = "Thesis, Lemma 4.6",
       .text = "Let (uₖ), (vₖ) be non-negative. If Σ uₖvₖ < ∞, Σ vₖ = ∞ and |uₖ₊₁ − uₖ| ≤ Cvₖ for all k and a C > 0, "
               "then uₖ → 0",
       .found = "uₖ² ≤ 2C Σ_{j ≥ k} uⱼvⱼ, and 2 cannot be less. Only decreases need the bound: uₖ − uₖ₊₁ ≤ Cvₖ",
       .hypotheses = {{"signs", "uₖ ≥ 0; vₖ ≥ 0 follows from the last"},
                      {"sums", "Σ uₖvₖ < ∞, Σ vₖ = ∞"},
                      {"slow", "|uₖ₊₁ − uₖ| ≤ Cvₖ, C > 0"}},
       .formal = {.theorems = {"conclusion"}}},
      general_lines(), lines());
  return result;
}

std::string SequenceInstance::describe() const {
  return fmt::format("u = {}, …, v = {}, {}, …{}, C = {}", fmt::join(u, ", "), fmt::join(v, ", "), v_rest,
                     halving ? " halving" : "", C);
}

namespace {

bool signs_and_sizes(const SequenceInstance& s) {
  const auto not_negative = [](double x) { return x >= 0; };
  return s.C > 0 && s.n() > 0 && s.u.size() == s.v.size() + 1 && std::ranges::all_of(s.u, not_negative) &&
         std::ranges::all_of(s.v, not_negative);
}

struct Run {
  using Instance = SequenceInstance;
  explicit Run(const SequenceInstance& s) : n(s.n()), C(exact(s.C)), S(s.u.size()), V(s.u.size()) {
    for (const double x : s.u) u.push_back(exact(x));
    for (const double x : s.v) v.push_back(exact(x));
    for (int k = n - 1; k >= 0; --k) {
      S[k] = S[k + 1] + u[k] * v[k];
      V[k] = V[k + 1] + v[k];
    }
    has_weight.assign(s.u.size(), false);
    for (int k = n - 1; k >= 0; --k) has_weight[k] = has_weight[k + 1] || s.v[k] > 0;
    rest = (s.halving ? 2 : 0) * exact(s.v_rest) * u[n];
  }

  int n;
  Number C, rest;  ///< rest = Σ_{j ≥ n} uⱼvⱼ, when it is finite
  std::vector<Number> u, v, S, V;
  std::vector<bool> has_weight;
};

/// uₖ² ≤ bound(run, k) wherever some weight is left.
template <class Bound>
Form<SequenceInstance> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    for (int k = 0; k < r.n; ++k)
      if (r.has_weight[k]) claims.at_most("uₖ² ≤ bound", square(r.u[k]), bound(r, k), k);
  });
}

Number modulus(const Run& r, int k, const Number& factor) { return square(r.S[k] / r.V[k]) + factor * r.C * r.S[k]; }
Number printed_modulus(const Run& r, int k) { return modulus(r, k, 2); }

void vanishes_at_infinity(const Run& r, Claims& claims) { claims.equal("lim uₖ = 0", r.u[r.n], 0); }

/// uₖ² ≤ factor · C Σ_{j ≥ k} uⱼvⱼ.
void tail_bound(const Run& r, const Number& factor, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("uₖ² ≤ factor · C Σ_{j ≥ k} uⱼvⱼ", square(r.u[k]), factor * r.C * (r.S[k] + r.rest), k);
}

void limit_and_tail(const Run& r, Claims& claims) {
  vanishes_at_infinity(r, claims);
  tail_bound(r, 2, claims);
}

void one_step_drawn(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("uₖ² ≤ uₖ₊₁² + 2C uₖvₖ", square(r.u[k]), square(r.u[k + 1]) + 2 * r.C * r.u[k] * r.v[k], k);
}

void smallest(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    Number least = r.u[k];
    for (int j = k; j < r.n; ++j) least = smaller<Number>(least, r.u[j]);
    claims.at_most("min uⱼ · Vₖ ≤ Sₖ", least * r.V[k], r.S[k], k);
  }
}

/// u = uₖ, w = uₖ₊₁ and Cv = u − w + slack.
struct Step1 {
  explicit Step1(const Unknowns& a)
      : u(a.nonnegative("uₖ")), w(a.real("uₖ₊₁")), C(a.positive("C")), slack(a.nonnegative("Cvₖ − (uₖ − uₖ₊₁)")) {}
  Number v() const { return (u - w + slack) / C; }
  Number u, w, C, slack;
};

void one_step(const Step1& r, Claims& claims) {
  const Number excess = 2 * r.u * r.slack + square(r.u - r.w);
  claims.equal("uₖ₊₁² + 2C uₖvₖ − uₖ² = 2uₖ(Cvₖ − (uₖ − uₖ₊₁)) + (uₖ − uₖ₊₁)²",
               square(r.w) + 2 * r.C * r.u * r.v() - square(r.u), excess);
  claims.at_most("0 ≤ 2uₖ(Cvₖ − (uₖ − uₖ₊₁)) + (uₖ − uₖ₊₁)²", 0, excess);
}

/// The bound for k + 1, with the sum T from k + 1 on and the least value m after it.
struct Chain : Step1 {
  explicit Chain(const Unknowns& a) : Step1(a), m(a.nonnegative("uⱼ")), room(a.nonnegative("uⱼ² + 2CSₖ₊₁ − uₖ₊₁²")) {}
  Number sum_after() const { return (square(w) + room - square(m)) / (2 * C); }
  Number m, room;
};

void chained(const Chain& r, Claims& claims) {
  const Number excess = 2 * r.u * r.slack + square(r.u - r.w) + r.room;
  claims.equal("uⱼ² + 2C(uₖvₖ + Sₖ₊₁) − uₖ² = a sum of what is not negative",
               square(r.m) + 2 * r.C * (r.u * r.v() + r.sum_after()) - square(r.u), excess);
  claims.at_most("0 ≤ that sum", 0, excess);
}

/// m is at most uₖ and, over the places after k, mV ≤ S.
struct Least {
  explicit Least(const Unknowns& a)
      : m(a.nonnegative("min")),
        above(a.nonnegative("uₖ − min")),
        v(a.nonnegative("vₖ")),
        V(a.nonnegative("Vₖ₊₁")),
        room(a.nonnegative("Sₖ₊₁ − min Vₖ₊₁")) {}
  Number m, above, v, V, room;
};

void least_value(const Least& r, Claims& claims) {
  const Number excess = r.above * r.v + r.room;
  claims.equal("uₖvₖ + Sₖ₊₁ − min(vₖ + Vₖ₊₁) = (uₖ − min)vₖ + (Sₖ₊₁ − min Vₖ₊₁)",
               (r.m + r.above) * r.v + (r.m * r.V + r.room) - r.m * (r.v + r.V), excess);
  claims.at_most("0 ≤ (uₖ − min)vₖ + (Sₖ₊₁ − min Vₖ₊₁)", 0, excess);
}

/// The least uⱼ with uⱼV ≤ S, and the bound from k to j.
struct Together {
  explicit Together(const Unknowns& a)
      : C(a.positive("C")),
        V(a.positive("Vₖ")),
        m(a.nonnegative("min")),
        after(a.nonnegative("Sⱼ")),
        room(a.nonnegative("Sₖ − min Vₖ")),
        loss(a.nonnegative("min² + 2C(Sₖ − Sⱼ) − uₖ²")) {}
  Number C, V, m, after, room, loss;
};

void together(const Together& r, Claims& claims) {
  const Number S = r.m * r.V + r.room, excess = (S / r.V + r.m) * r.room / r.V + 2 * r.C * r.after + r.loss;
  claims.equal("(Sₖ/Vₖ)² + 2CSₖ − uₖ² = a sum of what is not negative",
               square(S / r.V) + 2 * r.C * S - (square(r.m) + 2 * r.C * (S - r.after) - r.loss), excess);
  claims.at_most("0 ≤ that sum", 0, excess);
}

}  // namespace

bool hypotheses_hold(const SequenceInstance& s) {
  if (!decreases_bounded(s)) return false;
  for (int k = 0; k < s.n(); ++k)
    if (exact<Rational>(s.u[k + 1]) - exact<Rational>(s.u[k]) > exact<Rational>(s.C) * exact<Rational>(s.v[k]))
      return false;
  return true;
}

bool sums_hold(const SequenceInstance& s) {
  return hypotheses_hold(s) && !s.halving && s.v_rest > 0 && s.u.back() == 0;
}

bool decreases_bounded(const SequenceInstance& s) {
  if (!signs_and_sizes(s)) return false;
  for (int k = 0; k < s.n(); ++k)
    if (exact<Rational>(s.u[k]) - exact<Rational>(s.u[k + 1]) > exact<Rational>(s.C) * exact<Rational>(s.v[k]))
      return false;
  return true;
}

SequenceInstance ramp(int n) {
  SequenceInstance result{{1}, {}, 1};
  for (int k = 1; k <= n; ++k) {
    result.u.push_back(double(n - k) / n);
    result.v.push_back(1.0 / n);
  }
  return result;
}

Form<SequenceInstance> conclusion() { return bounded_by("as printed", printed_modulus).noting_largest_ratio(); }
Form<SequenceInstance> limit() { return form<Run>("limit", limit_and_tail).noting_largest_ratio(); }
Form<SequenceInstance> smaller_factor() {
  return form<Run>("15/8 for 2", [](const Run& r, Claims& claims) { tail_bound(r, frac(15, 8), claims); });
}
Form<Unknowns> general_conclusion() { return form<Together, Unknowns>("modulus, all values", together); }

Lines<SequenceInstance> lines() {
  return {
      .steps = {{"one step, drawn", "uₖ² ≤ uₖ₊₁² + 2C uₖvₖ", form<Run>(one_step_drawn)},
                {"smallest value, drawn", "min_{j ≥ k} uⱼ · Σ_{j ≥ k} vⱼ ≤ Σ_{j ≥ k} uⱼvⱼ", form<Run>(smallest)}},
      .planted = {bounded_by("factor: C for 2C", [](const Run& r, int k) { return modulus(r, k, 1); }),
                  bounded_by("sign: (Sₖ/Vₖ)² − 2CSₖ", [](const Run& r, int k) { return modulus(r, k, -2); }),
                  bounded_by("missing term: (Sₖ/Vₖ)²", [](const Run& r, int k) { return modulus(r, k, 0); }),
                  bounded_by("missing term: CSₖ alone", [](const Run& r, int k) { return r.C * r.S[k]; }),
                  bounded_by("index: Sₖ₊₁ for Sₖ",
                             [](const Run& r, int k) { return square(r.S[k + 1] / r.V[k]) + 2 * r.C * r.S[k + 1]; })},
      .separating = {ramp(16), {{1, 0}, {1}, 1}}};
}

Lines<Unknowns> general_lines() {
  return {
      .steps = {
          {"one step", "uₖ² ≤ uₖ₊₁² + 2C uₖvₖ", form<Step1, Unknowns>(one_step)},
          {"step after step", "uₖ² ≤ uⱼ² + 2C(uₖvₖ + … + uⱼ₋₁vⱼ₋₁) for j > k", form<Chain, Unknowns>(chained)},
          {"smallest value", "min_{j ≥ k} uⱼ · Σ_{j ≥ k} vⱼ ≤ Σ_{j ≥ k} uⱼvⱼ", form<Least, Unknowns>(least_value)}}};
}

}  // namespace verigrad::series_lemma
