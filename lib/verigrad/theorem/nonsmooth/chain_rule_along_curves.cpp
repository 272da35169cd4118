#include "verigrad/theorem/nonsmooth/chain_rule_along_curves.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::chain_rule_along_curves {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.3",
      .stem = "chain_rule_along_curves",
      .title = "Chain rule along curves",
      .source = "INNA, Lemmas 2.2 and 2.3",
      .text = "for a.e. t and all v ∈ DJ(Γ(t)): d/dt J(Γ(t)) = ⟨v, Γ′(t)⟩",
      .hypotheses = {{"tame",
                      "each Jₙ is locally Lipschitz continuous and tame; checked for Jₙ with one kink, where the "
                      "exceptional times are those at which Γ crosses it. Tame is needed: let f′ = 1 on the "
                      "Smith–Volterra–Cantor set and f(x) = f(a) − g f((x − a)/g) in its gaps (a, a + g). Then "
                      "∂f = [−1, 1] on all of [0, 1], and f(1) − f(0) = 1/3: along Γ(t) = t, v = 0 ∈ ∂f(Γ(t)) for all "
                      "t gives 0"},
                     {"curve", "Γ is absolutely continuous; checked for parabolas in ℝ¹ to ℝ³"},
                     {"almost every t", "Γ does not cross a kink at t"}},
      .steps = {{"terms", "d/dt Jₙ(Γ(t)) = ⟨vₙ, Γ′(t)⟩ for all vₙ ∈ ∂Jₙ(Γ(t))"},
                {"sum", "d/dt J(Γ(t)) = Σ d/dt Jₙ(Γ(t)) = Σ ⟨vₙ, Γ′(t)⟩"}},
      .errata = {}};
  return result;
}

std::string CurveThrough::describe() const {
  return fmt::format("{}Γ(t) = {} + t{} + t²{}", in_words(terms), in_words(theta), in_words(u), in_words(w));
}

bool hypotheses_hold(const CurveThrough& i) {
  return std::all_of(i.terms.begin(), i.terms.end(), [&](const KinkedTerm& term) {
    return term.side(i.theta) != 0 || dot<Rational>(exact<Rational>(term.a), exact<Rational>(i.u)) == 0;
  });
}

namespace {

template <class T>
struct Run {
  using Instance = CurveThrough;
  explicit Run(const CurveThrough& i)
      : theta(exact<T>(i.theta)),
        u(exact<T>(i.u)),
        w(exact<T>(i.w)),
        h(exact<T>(step_between_kinks(i.terms, i.theta, i.u, i.w))) {
    for (const KinkedTerm& term : i.terms) {
      terms.emplace_back(term);
      sides.push_back(term.side(i.theta));
    }
  }
  std::size_t size() const { return terms.size(); }
  Vector<T> curve(const T& t) const { return theta + t * u + t * t * w; }
  /// d/dt Jₙ(Γ) at 0 from its values at ±h and ±2h: exact for polynomials of degree 4.
  T rate(std::size_t n) const {
    const auto odd = [&](const T& t) { return terms[n].value(curve(t)) - terms[n].value(curve(-t)); };
    return (T(8) * odd(h) - odd(T(2) * h)) / (T(12) * h);
  }
  T rate() const {
    T sum(0);
    for (std::size_t n = 0; n < size(); ++n) sum += rate(n);
    return sum;
  }
  /// vₙ ∈ ∂Jₙ(θ), an end of the segment where θ is on the kink.
  Vector<T> end(std::size_t n, int side) const { return terms[n].gradient(theta, sides[n] != 0 ? sides[n] : side); }
  T lowest(std::size_t n) const { return smaller<T>(dot<T>(end(n, -1), u), dot<T>(end(n, 1), u)); }
  T highest(std::size_t n) const { return larger<T>(dot<T>(end(n, -1), u), dot<T>(end(n, 1), u)); }

  Vector<T> theta, u, w;
  T h;
  std::vector<KinkedTermOver<T>> terms;
  std::vector<int> sides;
};

constexpr auto chain_rule = []<class T>(const Run<T>& r, Claims<T>& claims) {
  T lowest(0), highest(0);
  for (std::size_t n = 0; n < r.size(); ++n) {
    lowest += r.lowest(n);
    highest += r.highest(n);
  }
  claims.equal("d/dt J(Γ) = min ⟨v, Γ′⟩", r.rate(), lowest);
  claims.equal("d/dt J(Γ) = max ⟨v, Γ′⟩", r.rate(), highest);
};
constexpr auto each_term = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (std::size_t n = 0; n < r.size(); ++n)
    for (const int side : {-1, 1})
      claims.equal("d/dt Jₙ(Γ) = ⟨vₙ, Γ′⟩", r.rate(n), dot<T>(r.end(n, side), r.u), int(n));
};
/// J = Σ Jₙ is added up before it is differentiated.
constexpr auto sum_of_terms = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const auto value = [&](const T& t) {
    T sum(0);
    for (const KinkedTermOver<T>& term : r.terms) sum += term.value(r.curve(t));
    return sum;
  };
  const T whole = (T(8) * (value(r.h) - value(-r.h)) - value(T(2) * r.h) + value(T(-2) * r.h)) / (T(12) * r.h);
  T inner(0);
  for (std::size_t n = 0; n < r.size(); ++n) inner += dot<T>(r.end(n, n % 2 ? 1 : -1), r.u);
  claims.equal("d/dt J(Γ) = Σ d/dt Jₙ(Γ)", whole, r.rate());
  claims.equal("d/dt J(Γ) = Σ ⟨vₙ, Γ′⟩", whole, inner);
};

/// A planted mistake: d/dt J(Γ) = right(run).
template <class Right>
Form<CurveThrough> rate_is(const char* key, Right right) {
  return form<Run>(key, [right]<class T>(const Run<T>& r, Claims<T>& claims) {
    claims.equal("d/dt J(Γ) = planted", r.rate(), T(right(r)));
  });
}
/// Σ ⟨vₙ(Γ₀), direction⟩ over the terms from `first` on.
template <class T>
T inner(const Run<T>& r, const Vector<T>& direction, std::size_t first = 0) {
  T sum(0);
  for (std::size_t n = first; n < r.size(); ++n) sum += dot<T>(r.end(n, 1), direction);
  return sum;
}

}  // namespace

Form<CurveThrough> conclusion() { return form<Run>("as printed", chain_rule); }
Forms<CurveThrough> steps() { return {form<Run>("terms", each_term), form<Run>("sum", sum_of_terms)}; }
Forms<CurveThrough> planted() {
  return {rate_is("sign: −⟨v, Γ′⟩", []<class T>(const Run<T>& r) { return -inner<T>(r, r.u); }),
          rate_is("factor: ⟨v, Γ′⟩/2", []<class T>(const Run<T>& r) { return frac<T>(1, 2) * inner<T>(r, r.u); }),
          rate_is("missing term: without J₁", []<class T>(const Run<T>& r) { return inner<T>(r, r.u, 1); }),
          rate_is("swapped: ⟨v, Γ⟩", []<class T>(const Run<T>& r) { return inner<T>(r, r.theta); }),
          rate_is("order: ⟨v, Γ′ + Γ″⟩",
                  []<class T>(const Run<T>& r) { return inner<T>(r, Vector<T>(r.u + T(2) * r.w)); })};
}

}  // namespace verigrad::chain_rule_along_curves
