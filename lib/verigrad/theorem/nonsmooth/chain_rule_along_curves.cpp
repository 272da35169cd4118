#include "verigrad/theorem/nonsmooth/chain_rule_along_curves.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::chain_rule_along_curves {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/2.3",
       .stem = "chain_rule_along_curves",
       .title = "Chain rule along curves",
       .source = "INNA, Lemmas 2.2 and 2.3",
       .text = "for a.e. t and all v ∈ DJ(Γ(t)): d/dt J(Γ(t)) = ⟨v, Γ′(t)⟩",
       .hypotheses =
           {{"tame",
             "each Jₙ is locally Lipschitz continuous and tame; checked for Jₙ with one kink, where the exceptional "
             "times are those at which Γ crosses it. Tame is needed: let f′ = 1 on the Smith–Volterra–Cantor set and "
             "f(x) = f(a) − g f((x − a)/g) in its gaps (a, a + g). Then ∂f = [−1, 1] on all of [0, 1], and f(1) − f(0) "
             "= 1/3: along Γ(t) = t, v = 0 ∈ ∂f(Γ(t)) for all t gives 0"},
            {"curve", "Γ is absolutely continuous; checked for parabolas in ℝ¹ to ℝ³"},
            {"almost every t", "Γ does not cross a kink at t"}}},
      lines());
  return result;
}

std::string CurveInstance::describe() const {
  return fmt::format("{}Γ(t) = {} + t{} + t²{}", in_words(terms), in_words(theta), in_words(u), in_words(w));
}

bool hypotheses_hold(const CurveInstance& i) {
  return std::all_of(i.terms.begin(), i.terms.end(), [&](const KinkedTerm& term) {
    return term.side(i.theta) != 0 || dot<Rational>(exact<Rational>(term.a), exact<Rational>(i.u)) == 0;
  });
}

namespace {

struct Run {
  using Instance = CurveInstance;
  explicit Run(const CurveInstance& i)
      : theta(exact(i.theta)), u(exact(i.u)), w(exact(i.w)), h(exact(step_between_kinks(i.terms, i.theta, i.u, i.w))) {
    for (const KinkedTerm& term : i.terms) {
      terms.emplace_back(term);
      sides.push_back(term.side(i.theta));
    }
  }
  std::size_t size() const { return terms.size(); }
  Vector<Number> curve(const Number& t) const { return theta + t * u + t * t * w; }
  /// d/dt Jₙ(Γ) at 0 from its values at ±h and ±2h: exact for polynomials of degree 4.
  Number rate(std::size_t n) const {
    const auto odd = [&](const Number& t) { return terms[n].value(curve(t)) - terms[n].value(curve(-t)); };
    return (8 * odd(h) - odd(2 * h)) / (12 * h);
  }
  Number rate() const {
    Number sum(0);
    for (std::size_t n = 0; n < size(); ++n) sum += rate(n);
    return sum;
  }
  /// vₙ ∈ ∂Jₙ(θ), an end of the segment where θ is on the kink.
  Vector<Number> end(std::size_t n, int side) const {
    return terms[n].gradient(theta, sides[n] != 0 ? sides[n] : side);
  }
  Number lowest(std::size_t n) const { return smaller<Number>(dot(end(n, -1), u), dot(end(n, 1), u)); }
  Number highest(std::size_t n) const { return larger<Number>(dot(end(n, -1), u), dot(end(n, 1), u)); }

  Vector<Number> theta, u, w;
  Number h;
  std::vector<KinkedTermRun> terms;
  std::vector<int> sides;
};

void chain_rule(const Run& r, Claims& claims) {
  Number lowest(0), highest(0);
  for (std::size_t n = 0; n < r.size(); ++n) {
    lowest += r.lowest(n);
    highest += r.highest(n);
  }
  claims.equal("d/dt J(Γ) = min ⟨v, Γ′⟩", r.rate(), lowest);
  claims.equal("d/dt J(Γ) = max ⟨v, Γ′⟩", r.rate(), highest);
}
void each_term(const Run& r, Claims& claims) {
  for (std::size_t n = 0; n < r.size(); ++n)
    for (const int side : {-1, 1}) claims.equal("d/dt Jₙ(Γ) = ⟨vₙ, Γ′⟩", r.rate(n), dot(r.end(n, side), r.u), int(n));
}
/// J = Σ Jₙ is added up before it is differentiated.
void sum_of_terms(const Run& r, Claims& claims) {
  const auto value = [&](const Number& t) {
    Number sum(0);
    for (const KinkedTermRun& term : r.terms) sum += term.value(r.curve(t));
    return sum;
  };
  const Number whole = (8 * (value(r.h) - value(-r.h)) - value(2 * r.h) + value(-2 * r.h)) / (12 * r.h);
  Number inner(0);
  for (std::size_t n = 0; n < r.size(); ++n) inner += dot(r.end(n, n % 2 ? 1 : -1), r.u);
  claims.equal("d/dt J(Γ) = Σ d/dt Jₙ(Γ)", whole, r.rate());
  claims.equal("d/dt J(Γ) = Σ ⟨vₙ, Γ′⟩", whole, inner);
}

/// A planted mistake: d/dt J(Γ) = right(run).
template <class Right>
Form<CurveInstance> rate_is(const char* key, Right right) {
  return form<Run>(key,
                   [right](const Run& r, Claims& claims) { claims.equal("d/dt J(Γ) = planted", r.rate(), right(r)); });
}
/// Σ ⟨vₙ(Γ₀), direction⟩ over the terms from `first` on.
Number inner(const Run& r, const Vector<Number>& direction, std::size_t first = 0) {
  Number sum(0);
  for (std::size_t n = first; n < r.size(); ++n) sum += dot(r.end(n, 1), direction);
  return sum;
}

Forms<CurveInstance> planted() {
  return {rate_is("sign: −⟨v, Γ′⟩", [](const Run& r) { return -inner(r, r.u); }),
          rate_is("factor: ⟨v, Γ′⟩/2", [](const Run& r) { return frac(1, 2) * inner(r, r.u); }),
          rate_is("missing term: without J₁", [](const Run& r) { return inner(r, r.u, 1); }),
          rate_is("swapped: ⟨v, Γ⟩", [](const Run& r) { return inner(r, r.theta); }),
          rate_is("order: ⟨v, Γ′ + Γ″⟩", [](const Run& r) { return inner(r, r.u + 2 * r.w); })};
}

/// J = θ/4 along t/2 + t²/2.
CurveInstance along_line() { return {{{0, 0, 0, at(0), at(0.25)}}, at(0), at(0.5), at(0.5)}; }

}  // namespace

Lines<CurveInstance> lines() {
  return {.steps = {{"terms", "d/dt Jₙ(Γ(t)) = ⟨vₙ, Γ′(t)⟩ for all vₙ ∈ ∂Jₙ(Γ(t))", form<Run>(each_term)},
                    {"sum", "d/dt J(Γ(t)) = Σ d/dt Jₙ(Γ(t)) = Σ ⟨vₙ, Γ′(t)⟩", form<Run>(sum_of_terms)}},
          .planted = planted(),
          .separating = {along_line()}};
}

Form<CurveInstance> conclusion() { return form<Run>("as printed", chain_rule); }

}  // namespace verigrad::chain_rule_along_curves
