// The claims about all states: unknown coordinates and parameters.
#include "verigrad/theorem/adaptive/adam_energy_state.hpp"

namespace verigrad::adam_energy_decay {
namespace {

/// A state with any ε₁, ε₂ > 0.
template <class T>
struct AnyParameters : State<T> {
  explicit AnyParameters(Unknowns<T>& unknowns)
      : State<T>{unknowns, unknowns.positive("ε₁"), unknowns.positive("ε₂"), unknowns.real("g")} {}
};

/// A state with ε₁ ≤ 4ε₂.
template <class T>
struct Inside : State<T> {
  explicit Inside(Unknowns<T>& unknowns)
      : Inside{unknowns, unknowns.positive("ε₁"), unknowns.nonnegative("4ε₂ − ε₁")} {}
  Inside(Unknowns<T>& unknowns, const T& first, const T& difference)
      : State<T>(unknowns, first, (first + difference) / T(4), unknowns.real("g")), slack(difference) {}

  T slack;  ///< 4ε₂ − ε₁
};

/// A state with any ε₁, ε₂ > 0 and g ≥ √d; E′ does not change when z and g change sign.
template <class T>
struct LargeGradient : State<T> {
  explicit LargeGradient(Unknowns<T>& unknowns)
      : LargeGradient{unknowns, unknowns.positive("√d"), unknowns.nonnegative("|g| − √d")} {}
  LargeGradient(Unknowns<T>& unknowns, const T& root, const T& more)
      : State<T>{unknowns, unknowns.positive("ε₁"), unknowns.positive("ε₂"), root + more, root}, excess(more) {}

  T excess;  ///< |g| − √d
};

/// A state where ∇J(W) = 0, Z ≠ 0 and ε₁ > 4ε₂.
template <class T>
struct Outside {
  explicit Outside(Unknowns<T>& unknowns)
      : eps2(unknowns.positive("ε₂")),
        excess(unknowns.positive("ε₁ − 4ε₂")),
        eps1(T(4) * eps2 + excess),
        c(unknowns.positive("|z|"), unknowns.positive("√d"), T(0), eps1, eps2) {}

  T rate() const { return frac<T>(1, 2) * eps1 * c.weighted_rate(); }

  T eps2, excess, eps1;
  Coordinate<T> c;
};

/// A state with ε₁ ≤ 8ε₂ only.
template <class T>
struct TooWeak : State<T> {
  explicit TooWeak(Unknowns<T>& unknowns) : TooWeak(unknowns, unknowns.positive("ε₁")) {}
  TooWeak(Unknowns<T>& unknowns, const T& first)
      : State<T>{unknowns, first, (first + unknowns.nonnegative("8ε₂ − ε₁")) / T(8), unknowns.real("g")} {}
};

constexpr auto decays_inside = []<class T>(const Inside<T>& s, Claims<T>& claims) {
  is_printed_rate(s, claims);
  const T sum = -(s.slack / (T(4) * s.eps2)) * s.weighted() - s.ratio() * s.weighted_gradient();
  claims.equal("E′ = −(4ε₂ − ε₁)/(4ε₂) z²/√d − ε₁/(4ε₂) g²z²/√d³", s.rate(), sum);
  claims.at_most("… ≤ 0", sum, T(0));
};

constexpr auto decays_anyway = []<class T>(const LargeGradient<T>& s, Claims<T>& claims) {
  const Coordinate<T>& c = s.coordinates[0];
  const T g2_less_d = s.excess * (T(2) * c.root + s.excess);
  const T sum = -square(c.z) * (s.eps1 * g2_less_d + T(4) * s.eps2 * c.d()) / (T(4) * s.eps2 * c.root * c.d());
  claims.equal("E′ = −z²/(4ε₂√d³) (ε₁(g² − d) + 4ε₂d)", s.rate(), sum);
  claims.at_most("… ≤ 0", sum, T(0));
};

constexpr auto increases_outside = []<class T>(const Outside<T>& s, Claims<T>& claims) {
  const T sum = s.excess / (T(4) * s.eps2) * s.c.weighted();
  claims.equal("E′ = (ε₁ − 4ε₂)/(4ε₂) z²/√d at ∇J(W) = 0", s.rate(), sum);
  claims.less("0 < …", T(0), sum);
};

constexpr auto exact_rate = []<class T>(const State<T>& s, Claims<T>& claims) {
  const Coordinate<T>& c = s.coordinates[0];
  claims.equal(
      "E′ = z²/(4ε₂√d³) (ε₁(d − g²) − 4ε₂d)", s.rate(),
      square(c.z) / (T(4) * s.eps2 * c.root * c.d()) * (s.eps1 * (c.d() - square(c.g)) - T(4) * s.eps2 * c.d()));
};

}  // namespace

GeneralForm general_conclusion() { return general_form<Inside>("as printed, all states", decays_inside); }
GeneralForm general_increase() { return general_form<Outside>("increases", increases_outside); }
GeneralForm exact_condition() { return general_form<AnyParameters>("exact condition", exact_rate); }
GeneralForm large_gradient() { return general_form<LargeGradient>("large gradient", decays_anyway); }
GeneralForms general_steps() {
  return {general_form<AnyParameters>("variation, all states", variation),
          general_form<AnyParameters>("two terms, all states", two_terms)};
}
GeneralForms general_planted() {
  GeneralForms result = planted_with([](const std::string& key, auto rate) {
    return general_form<AnyParameters>(key + ", all states", rate_claim(rate));
  });
  result.push_back(general_form<TooWeak>("condition: ε₁ ≤ 8ε₂", rate_at_most_zero));
  result.push_back(general_form<AnyParameters>("no condition", rate_at_most_zero));
  return result;
}

}  // namespace verigrad::adam_energy_decay
