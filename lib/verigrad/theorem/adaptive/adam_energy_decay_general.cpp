// The claims about all states: unknown coordinates and parameters.
#include "verigrad/theorem/adaptive/adam_energy_state.hpp"

namespace verigrad::adam_energy_decay {
namespace {

/// A state with any ε₁, ε₂ > 0.
struct AnyParameters : State {
  explicit AnyParameters(const Unknowns& unknowns)
      : State{unknowns, unknowns.positive("ε₁"), unknowns.positive("ε₂"), unknowns.real("g")} {}
};

/// A state with ε₁ ≤ 4ε₂.
struct Inside : State {
  explicit Inside(const Unknowns& unknowns)
      : Inside{unknowns, unknowns.positive("ε₁"), unknowns.nonnegative("4ε₂ − ε₁")} {}
  Inside(const Unknowns& unknowns, const Number& first, const Number& difference)
      : State(unknowns, first, (first + difference) / 4, unknowns.real("g")), slack(difference) {}

  Number slack;  ///< 4ε₂ − ε₁
};

/// A state with any ε₁, ε₂ > 0 and g ≥ √d; E′ does not change when z and g change sign.
struct LargeGradient : State {
  explicit LargeGradient(const Unknowns& unknowns)
      : LargeGradient{unknowns, unknowns.positive("√d"), unknowns.nonnegative("|g| − √d")} {}
  LargeGradient(const Unknowns& unknowns, const Number& root, const Number& more)
      : State{unknowns, unknowns.positive("ε₁"), unknowns.positive("ε₂"), root + more, root}, excess(more) {}

  Number excess;  ///< |g| − √d
};

/// A state where ∇J(W) = 0, Z ≠ 0 and ε₁ > 4ε₂.
struct Outside {
  explicit Outside(const Unknowns& unknowns)
      : eps2(unknowns.positive("ε₂")),
        excess(unknowns.positive("ε₁ − 4ε₂")),
        eps1(4 * eps2 + excess),
        c(unknowns.positive("|z|"), unknowns.positive("√d"), Number(0), eps1, eps2) {}

  Number rate() const { return frac(1, 2) * eps1 * c.weighted_rate(); }

  Number eps2, excess, eps1;
  Coordinate c;
};

/// A state with ε₁ ≤ 8ε₂ only.
struct TooWeak : State {
  explicit TooWeak(const Unknowns& unknowns) : TooWeak(unknowns, unknowns.positive("ε₁")) {}
  TooWeak(const Unknowns& unknowns, const Number& first)
      : State{unknowns, first, (first + unknowns.nonnegative("8ε₂ − ε₁")) / 8, unknowns.real("g")} {}
};

void decays_inside(const Inside& s, Claims& claims) {
  is_printed_rate(s, claims);
  const Number sum = -(s.slack / (4 * s.eps2)) * s.weighted() - s.ratio() * s.weighted_gradient();
  claims.equal("E′ = −(4ε₂ − ε₁)/(4ε₂) z²/√d − ε₁/(4ε₂) g²z²/√d³", s.rate(), sum);
  claims.at_most("… ≤ 0", sum, 0);
}

void decays_anyway(const LargeGradient& s, Claims& claims) {
  const Coordinate& c = s.coordinates[0];
  const Number g2_less_d = s.excess * (2 * c.root + s.excess);
  const Number sum = -square(c.z) * (s.eps1 * g2_less_d + 4 * s.eps2 * c.d()) / (4 * s.eps2 * c.root * c.d());
  claims.equal("E′ = −z²/(4ε₂√d³) (ε₁(g² − d) + 4ε₂d)", s.rate(), sum);
  claims.at_most("… ≤ 0", sum, 0);
}

void increases_outside(const Outside& s, Claims& claims) {
  const Number sum = s.excess / (4 * s.eps2) * s.c.weighted();
  claims.equal("E′ = (ε₁ − 4ε₂)/(4ε₂) z²/√d at ∇J(W) = 0", s.rate(), sum);
  claims.less("0 < …", 0, sum);
}

void exact_rate(const State& s, Claims& claims) {
  const Coordinate& c = s.coordinates[0];
  claims.equal("E′ = z²/(4ε₂√d³) (ε₁(d − g²) − 4ε₂d)", s.rate(),
               square(c.z) / (4 * s.eps2 * c.root * c.d()) * (s.eps1 * (c.d() - square(c.g)) - 4 * s.eps2 * c.d()));
}

}  // namespace

Form<Unknowns> general_conclusion() { return form<Inside, Unknowns>("as printed, all states", decays_inside); }
Form<Unknowns> general_increase() { return form<Outside, Unknowns>("increases", increases_outside); }
Form<Unknowns> exact_condition() { return form<AnyParameters, Unknowns>("exact condition", exact_rate); }
Form<Unknowns> large_gradient() { return form<LargeGradient, Unknowns>("large gradient", decays_anyway); }
Forms<Unknowns> general_steps() {
  return {form<AnyParameters, Unknowns>("variation, all states", variation),
          form<AnyParameters, Unknowns>("two terms, all states", two_terms)};
}
Forms<Unknowns> general_planted() {
  Forms<Unknowns> result = planted_with([](const std::string& key, auto rate) {
    return form<AnyParameters, Unknowns>(key + ", all states", rate_claim(rate));
  });
  result.push_back(form<TooWeak, Unknowns>("condition: ε₁ ≤ 8ε₂", rate_at_most_zero));
  result.push_back(form<AnyParameters, Unknowns>("no condition", rate_at_most_zero));
  return result;
}

}  // namespace verigrad::adam_energy_decay
