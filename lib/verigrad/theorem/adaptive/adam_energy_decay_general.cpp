// The claims about all states: unknown coordinates and parameters.
#include "verigrad/theorem/adaptive/adam_energy_decay_run.hpp"

namespace verigrad::adam_energy_decay {
namespace {

/// A state with any ε₁, ε₂ > 0.
struct AnyParameters : Run {
  explicit AnyParameters(const Unknowns& unknowns)
      : Run{unknowns, unknowns.positive("ε₁"), unknowns.positive("ε₂"), unknowns.real("g")} {}
};

/// A state with ε₁ ≤ 4ε₂.
struct Inside : Run {
  explicit Inside(const Unknowns& unknowns)
      : Inside{unknowns, unknowns.positive("ε₁"), unknowns.nonnegative("4ε₂ − ε₁")} {}
  Inside(const Unknowns& unknowns, const Number& first, const Number& difference)
      : Run(unknowns, first, (first + difference) / 4, unknowns.real("g")), slack(difference) {}

  Number slack;  ///< 4ε₂ − ε₁
};

/// A state with any ε₁, ε₂ > 0 and g ≥ √d; E′ does not change when z and g change sign.
struct LargeGradient : Run {
  explicit LargeGradient(const Unknowns& unknowns)
      : LargeGradient{unknowns, unknowns.positive("√d"), unknowns.nonnegative("|g| − √d")} {}
  LargeGradient(const Unknowns& unknowns, const Number& root, const Number& more)
      : Run{unknowns, unknowns.positive("ε₁"), unknowns.positive("ε₂"), root + more, root}, excess(more) {}

  Number excess;  ///< |g| − √d
};

/// A state where ∇J(W) = 0, Z ≠ 0 and ε₁ > 4ε₂.
struct Outside {
  explicit Outside(const Unknowns& unknowns)
      : eps2(unknowns.positive("ε₂")),
        excess(unknowns.positive("ε₁ − 4ε₂")),
        eps1(4 * eps2 + excess),
        c(unknowns.positive("|z|"), unknowns.positive("√d"), 0, eps1, eps2) {}

  Number rate() const { return frac(1, 2) * eps1 * c.weighted_rate(); }

  Number eps2, excess, eps1;
  Coordinate c;
};

/// A state with ε₁ ≤ 8ε₂ only.
struct TooWeak : Run {
  explicit TooWeak(const Unknowns& unknowns) : TooWeak(unknowns, unknowns.positive("ε₁")) {}
  TooWeak(const Unknowns& unknowns, const Number& first)
      : Run{unknowns, first, (first + unknowns.nonnegative("8ε₂ − ε₁")) / 8, unknowns.real("g")} {}
};

void decays_inside(const Inside& r, Claims& claims) {
  is_printed_rate(r, claims);
  const Number sum = -(r.slack / (4 * r.eps2)) * r.weighted() - r.ratio() * r.weighted_gradient();
  claims.equal("E′ = −(4ε₂ − ε₁)/(4ε₂) z²/√d − ε₁/(4ε₂) g²z²/√d³", r.rate(), sum);
  claims.at_most("… ≤ 0", sum, 0);
}

void decays_anyway(const LargeGradient& r, Claims& claims) {
  const Coordinate& c = r.coordinates[0];
  const Number g2_less_d = r.excess * (2 * c.root + r.excess);
  const Number sum = -square(c.z) * (r.eps1 * g2_less_d + 4 * r.eps2 * c.d()) / (4 * r.eps2 * c.root * c.d());
  claims.equal("E′ = −z²/(4ε₂√d³) (ε₁(g² − d) + 4ε₂d)", r.rate(), sum);
  claims.at_most("… ≤ 0", sum, 0);
}

void increases_outside(const Outside& r, Claims& claims) {
  const Number sum = r.excess / (4 * r.eps2) * r.c.weighted();
  claims.equal("E′ = (ε₁ − 4ε₂)/(4ε₂) z²/√d at ∇J(W) = 0", r.rate(), sum);
  claims.less("0 < …", 0, sum);
}

void exact_rate(const Run& r, Claims& claims) {
  const Coordinate& c = r.coordinates[0];
  claims.equal("E′ = z²/(4ε₂√d³) (ε₁(d − g²) − 4ε₂d)", r.rate(),
               square(c.z) / (4 * r.eps2 * c.root * c.d()) * (r.eps1 * (c.d() - square(c.g)) - 4 * r.eps2 * c.d()));
}

}  // namespace

Form<Unknowns> general_conclusion() { return form<Inside, Unknowns>("as printed, all states", decays_inside); }
Form<Unknowns> general_increase() { return form<Outside, Unknowns>("increases", increases_outside); }
Form<Unknowns> exact_condition() { return form<AnyParameters, Unknowns>("exact condition", exact_rate); }
Form<Unknowns> large_gradient() { return form<LargeGradient, Unknowns>("large gradient", decays_anyway); }

Lines<Unknowns> general_lines() {
  const auto wrong = [](const std::string& key, auto rate) {
    return form<AnyParameters, Unknowns>(key + ", all states", rate_claim(rate));
  };
  Lines<Unknowns> lines{
      .steps = {{"variation, all states", "for all ε₁, ε₂ > 0", form<AnyParameters, Unknowns>(variation)},
                {"two terms, all states", "for all ε₁, ε₂ > 0", form<AnyParameters, Unknowns>(two_terms)}},
      .planted = planted_with(wrong)};
  lines.planted.push_back(form<TooWeak, Unknowns>("condition: ε₁ ≤ 8ε₂", rate_at_most_zero));
  lines.planted.push_back(form<AnyParameters, Unknowns>("no condition", rate_at_most_zero));
  return lines;
}

}  // namespace verigrad::adam_energy_decay
