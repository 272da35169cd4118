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
    return Number((square(z_t) / root_t).tangent());
  }
};

struct State {
  using Instance = AdamState;
  explicit State(const AdamState& instance)
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
  State(const Unknowns& unknowns, Number first, Number second, const Number& gradient)
      : State{unknowns, std::move(first), std::move(second), gradient, unknowns.positive("√d")} {}
  State(const Unknowns& unknowns, Number first, Number second, const Number& gradient, const Number& root)
      : eps1(std::move(first)), eps2(std::move(second)), J_rate(0) {
    coordinates.emplace_back(unknowns.real("z"), root, gradient, eps1, eps2);
    J_rate = coordinates[0].velocity.w * coordinates[0].g;
  }

  /// J along W′.
  EnergyAlong along() const {
    Vector<Number> velocity(w.size());
    for (Eigen::Index i = 0; i < w.size(); ++i) velocity[i] = coordinates[std::size_t(i)].velocity.w;
    const Vector<Number> none = Vector<Number>::Constant(w.size(), 0);
    return {*J, Number(0), Number(0), {w, none}, {velocity, none}};
  }
  template <class Term>
  Number sum(Term term) const {
    Number result(0);
    for (const Coordinate& c : coordinates) result += term(c);
    return result;
  }
  Number weighted() const {
    return sum([](const auto& c) { return c.weighted(); });
  }
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

inline Number printed_rate(const State& s) {
  return -(1 - s.ratio()) * s.weighted() - s.ratio() * s.weighted_gradient();
}

inline constexpr auto is_printed_rate = [](const State& s, Claims& claims) {
  claims.equal("E′ = −(1 − ε₁/(4ε₂))⟨Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2} diag(∇J ⊗ ∇J)Z, Z⟩", s.rate(), printed_rate(s));
};

inline constexpr auto rate_at_most_zero = [](const State& s, Claims& claims) { claims.at_most("E′ ≤ 0", s.rate(), 0); };

inline Number variation_line(const State& s) {
  return s.sum([&](const Coordinate& c) {
    return c.z / c.root * c.g - (c.g + c.z) * (c.z / c.root) -
           s.ratio() * (square(c.g) - c.d()) * square(c.z) / (c.d() * c.root);
  });
}

inline constexpr auto variation = [](const State& s, Claims& claims) {
  claims.equal("E′ = ⟨D^{−1/2}Z, ∇J⟩ − ⟨∇J + Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2}(diag(∇J ⊗ ∇J) − D)Z, Z⟩", s.rate(),
               variation_line(s));
};

inline constexpr auto two_terms = [](const State& s, Claims& claims) {
  claims.equal("the variation is the sum of two terms", variation_line(s), printed_rate(s));
};

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign of the last term",
           [](const State& s) { return printed_rate(s) + 2 * s.ratio() * s.weighted_gradient(); }),
      make("sign: 1 + ε₁/(4ε₂)", [](const State& s) { return printed_rate(s) - 2 * s.ratio() * s.weighted(); }),
      make("factor: ε₁/(2ε₂)",
           [](const State& s) { return printed_rate(s) + s.ratio() * (s.weighted() - s.weighted_gradient()); }),
      make("missing term: D′ left out", [](const State& s) { return -s.weighted(); }),
      make("swapped constants: ε₂/(4ε₁)",
           [](const State& s) {
             const Number swapped = s.eps2 / (4 * s.eps1);
             return -(1 - swapped) * s.weighted() - swapped * s.weighted_gradient();
           }),
      make("power: D^{−1/2} in the last term", [](const State& s) {
        return -(1 - s.ratio()) * s.weighted() -
               s.ratio() * s.sum([](const auto& c) { return square(c.g) * c.weighted(); });
      })};
}

template <class Rate>
auto rate_claim(Rate rate) {
  return [rate](const State& s, Claims& claims) { claims.equal("E′ = planted rate", s.rate(), Number(rate(s))); };
}
}  // namespace verigrad::adam_energy_decay
