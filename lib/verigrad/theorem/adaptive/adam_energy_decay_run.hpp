// A state of the ADAM system with its energy's rate of change, from an instance or from unknowns, and the claims that
// are made of both. Stochastic gradient methods, Lemma 5.2.6.
#pragma once

#include "verigrad/autodiff/dual.hpp"
#include "verigrad/theorem/adaptive/adam_energy_decay.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad::adam_energy_decay {

/// One coordinate of the state, in the text's letters; g of ∇J(W).
struct Coordinate {
  Number z, root, g;
  AdamCoordinate<Number> velocity;

  Coordinate(Number z_i, Number root_i, Number g_i, const Number& eps1, const Number& eps2)
      : z(std::move(z_i)),
        root(std::move(root_i)),
        g(std::move(g_i)),
        velocity(adam_velocity(z, root, g, eps1, eps2)) {}

  Number d() const { return square(root); }
  /// z²/√d, a part of ⟨D^{−1/2}Z, Z⟩, and g²z²/√d³.
  Number weighted() const { return square(z) / root; }
  Number weighted_gradient() const { return square(g) * weighted() / d(); }
  /// d/dt (z²/√d), with (√d)′ = d′/(2√d).
  Number weighted_rate() const {
    const auto moving = [](const Number& value, const Number& rate) {
      return Dual<Number>(value, Vector<Number>::Constant(1, rate));
    };
    const Dual<Number> z_t = moving(z, velocity.z), root_t = moving(root, velocity.d / (2 * root));
    return (square(z_t) / root_t).tangent();
  }
};

/// The state of the whole system, its coordinates and the rates of both parts of the energy.
struct Run {
  using Instance = AdamInstance;
  explicit Run(const AdamInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        w(exact(instance.w)),
        eps1(exact(instance.eps1)),
        eps2(exact(instance.eps2)),
        J_rate(0) {
    const Vector<Number> z = exact(instance.z), root = exact(instance.root), g = J->gradient(w);
    for (Eigen::Index i = 0; i < w.size(); ++i) coordinates.emplace_back(z[i], root[i], g[i], eps1, eps2);
    J_rate = along().rate_if_quadratic();
  }
  Run(const Unknowns& unknowns, Number first, Number second, const Number& gradient)
      : Run{unknowns, std::move(first), std::move(second), gradient, unknowns.positive("√d")} {}
  Run(const Unknowns& unknowns, Number first, Number second, const Number& gradient, const Number& root)
      : eps1(std::move(first)), eps2(std::move(second)), J_rate(0) {
    coordinates.emplace_back(unknowns.real("z"), root, gradient, eps1, eps2);
    J_rate = coordinates[0].velocity.w * coordinates[0].g;
  }

  /// J along W′.
  EnergyAlong along() const {
    Vector<Number> velocity(w.size());
    for (Eigen::Index i = 0; i < w.size(); ++i) velocity[i] = coordinates[std::size_t(i)].velocity.w;
    const Vector<Number> none = Vector<Number>::Constant(w.size(), 0);
    return {*J, 0, 0, {w, none}, {velocity, none}};
  }
  /// Σ term(c) over the coordinates.
  template <class Term>
  Number sum(Term term) const {
    Number result = 0;
    for (const Coordinate& c : coordinates) result += term(c);
    return result;
  }
  /// ⟨D^{−1/2}Z, Z⟩.
  Number weighted() const {
    return sum([](const auto& c) { return c.weighted(); });
  }
  /// ⟨D^{−3/2} diag(∇J ⊗ ∇J)Z, Z⟩.
  Number weighted_gradient() const {
    return sum([](const auto& c) { return c.weighted_gradient(); });
  }
  /// d/dt of ε₁/2 ⟨D^{−1/2}Z, Z⟩.
  Number kinetic_rate() const {
    return frac(1, 2) * eps1 * sum([](const auto& c) { return c.weighted_rate(); });
  }
  Number rate() const { return J_rate + kinetic_rate(); }
  Number ratio() const { return eps1 / (4 * eps2); }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Vector<Number> w = {};
  Number eps1, eps2;
  std::vector<Coordinate> coordinates;
  Number J_rate;  ///< d/dt J(W)
};

/// E′ as the text prints it.
inline Number printed_rate(const Run& r) { return -(1 - r.ratio()) * r.weighted() - r.ratio() * r.weighted_gradient(); }

/// E′ is the printed rate.
inline constexpr auto is_printed_rate = [](const Run& r, Claims& claims) {
  claims.equal("E′ = −(1 − ε₁/(4ε₂))⟨Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2} diag(∇J ⊗ ∇J)Z, Z⟩", r.rate(), printed_rate(r));
};

/// The energy does not grow.
inline constexpr auto rate_at_most_zero = [](const Run& r, Claims& claims) { claims.at_most("E′ ≤ 0", r.rate(), 0); };

/// The variation before its terms are gathered.
inline Number variation_line(const Run& r) {
  return r.sum([&](const Coordinate& c) {
    return c.z / c.root * c.g - (c.g + c.z) * (c.z / c.root) -
           r.ratio() * (square(c.g) - c.d()) * square(c.z) / (c.d() * c.root);
  });
}

/// E′ is that variation.
inline constexpr auto variation = [](const Run& r, Claims& claims) {
  claims.equal("E′ = ⟨D^{−1/2}Z, ∇J⟩ − ⟨∇J + Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2}(diag(∇J ⊗ ∇J) − D)Z, Z⟩", r.rate(),
               variation_line(r));
};

/// Gathered, it is the printed rate.
inline constexpr auto two_terms = [](const Run& r, Claims& claims) {
  claims.equal("the variation is the sum of two terms", variation_line(r), printed_rate(r));
};

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign of the last term",
           [](const Run& r) { return printed_rate(r) + 2 * r.ratio() * r.weighted_gradient(); }),
      make("sign: 1 + ε₁/(4ε₂)", [](const Run& r) { return printed_rate(r) - 2 * r.ratio() * r.weighted(); }),
      make("factor: ε₁/(2ε₂)",
           [](const Run& r) { return printed_rate(r) + r.ratio() * (r.weighted() - r.weighted_gradient()); }),
      make("missing term: D′ left out", [](const Run& r) { return -r.weighted(); }),
      make("swapped constants: ε₂/(4ε₁)",
           [](const Run& r) {
             const Number swapped = r.eps2 / (4 * r.eps1);
             return -(1 - swapped) * r.weighted() - swapped * r.weighted_gradient();
           }),
      make("power: D^{−1/2} in the last term", [](const Run& r) {
        return -(1 - r.ratio()) * r.weighted() -
               r.ratio() * r.sum([](const auto& c) { return square(c.g) * c.weighted(); });
      })};
}

/// E′ is rate(run), which a planted form says.
template <class Rate>
auto rate_claim(Rate rate) {
  return [rate](const Run& r, Claims& claims) { claims.equal("E′ = planted rate", r.rate(), rate(r)); };
}
}  // namespace verigrad::adam_energy_decay
