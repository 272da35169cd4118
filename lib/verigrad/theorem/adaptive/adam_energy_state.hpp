// A state of the ADAM system with its energy's rate of change, from an instance or from unknowns, and the claims that
// are made of both. Stochastic gradient methods, Lemma 5.2.6.
#pragma once

#include "verigrad/autodiff/dual.hpp"
#include "verigrad/theorem/adaptive/adam_energy_decay.hpp"
#include "verigrad/theorem/flow/momentum_energy.hpp"

namespace verigrad::adam_energy_decay {

/// One coordinate of the state, in the text's letters; g of ∇J(W).
template <class T>
struct Coordinate {
  T z, root, g;
  AdamCoordinate<T> velocity;

  Coordinate(T z_i, T root_i, T g_i, const T& eps1, const T& eps2)
      : z(std::move(z_i)),
        root(std::move(root_i)),
        g(std::move(g_i)),
        velocity(adam_velocity(z, root, g, eps1, eps2)) {}

  T d() const { return square(root); }
  /// z²/√d, a part of ⟨D^{−1/2}Z, Z⟩, and g²z²/√d³.
  T weighted() const { return square(z) / root; }
  T weighted_gradient() const { return square(g) * weighted() / d(); }
  /// d/dt (z²/√d), with (√d)′ = d′/(2√d).
  T weighted_rate() const {
    const auto moving = [](const T& value, const T& rate) { return Dual<T>(value, Vector<T>::Constant(1, rate)); };
    const Dual<T> z_t = moving(z, velocity.z), root_t = moving(root, velocity.d / (T(2) * root));
    return T((square(z_t) / root_t).tangent());
  }
};

template <class T>
struct State {
  using Instance = AdamState;
  explicit State(const AdamState& instance)
      : J(&instance.J->over<T>()),
        L(exact<T>(instance.J->curvature().smoothness())),
        tau(instance.tau),
        w(exact<T>(instance.w)),
        eps1(exact<T>(instance.eps1)),
        eps2(exact<T>(instance.eps2)),
        J_rate(0) {
    const Vector<T> z = exact<T>(instance.z), root = exact<T>(instance.root), g = J->gradient(w);
    for (Eigen::Index i = 0; i < w.size(); ++i) coordinates.emplace_back(z[i], root[i], g[i], eps1, eps2);
    J_rate = along().rate_if_quadratic();
  }
  State(Unknowns<T>& unknowns, T first, T second, const T& gradient)
      : State{unknowns, std::move(first), std::move(second), gradient, unknowns.positive("√d")} {}
  State(Unknowns<T>& unknowns, T first, T second, const T& gradient, const T& root)
      : eps1(std::move(first)), eps2(std::move(second)), J_rate(0) {
    coordinates.emplace_back(unknowns.real("z"), root, gradient, eps1, eps2);
    J_rate = coordinates[0].velocity.w * coordinates[0].g;
  }

  /// J along W′.
  EnergyAlong<T> along() const {
    Vector<T> velocity(w.size());
    for (Eigen::Index i = 0; i < w.size(); ++i) velocity[i] = coordinates[std::size_t(i)].velocity.w;
    const Vector<T> none = Vector<T>::Constant(w.size(), T(0));
    return {*J, T(0), T(0), {w, none}, {velocity, none}};
  }
  template <class Term>
  T sum(Term term) const {
    T result(0);
    for (const Coordinate<T>& c : coordinates) result += term(c);
    return result;
  }
  T weighted() const {
    return sum([](const auto& c) { return c.weighted(); });
  }
  T weighted_gradient() const {
    return sum([](const auto& c) { return c.weighted_gradient(); });
  }
  /// d/dt of ε₁/2 ⟨D^{−1/2}Z, Z⟩.
  T kinetic_rate() const {
    return frac<T>(1, 2) * eps1 * sum([](const auto& c) { return c.weighted_rate(); });
  }
  T rate() const { return J_rate + kinetic_rate(); }
  T ratio() const { return eps1 / (T(4) * eps2); }

  const ObjectiveOver<T>* J = nullptr;
  T L{};
  double tau = 0;
  Vector<T> w = {};
  T eps1, eps2;
  std::vector<Coordinate<T>> coordinates;
  T J_rate;  ///< d/dt J(W)
};

template <class T>
T printed_rate(const State<T>& s) {
  return -(T(1) - s.ratio()) * s.weighted() - s.ratio() * s.weighted_gradient();
}

inline constexpr auto is_printed_rate = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("E′ = −(1 − ε₁/(4ε₂))⟨Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2} diag(∇J ⊗ ∇J)Z, Z⟩", s.rate(), printed_rate(s));
};

inline constexpr auto rate_at_most_zero = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.at_most("E′ ≤ 0", s.rate(), T(0));
};

template <class T>
T variation_line(const State<T>& s) {
  return s.sum([&](const Coordinate<T>& c) {
    return c.z / c.root * c.g - (c.g + c.z) * (c.z / c.root) -
           s.ratio() * (square(c.g) - c.d()) * square(c.z) / (c.d() * c.root);
  });
}

inline constexpr auto variation = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("E′ = ⟨D^{−1/2}Z, ∇J⟩ − ⟨∇J + Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2}(diag(∇J ⊗ ∇J) − D)Z, Z⟩", s.rate(),
               variation_line(s));
};

inline constexpr auto two_terms = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("the variation is the sum of two terms", variation_line(s), printed_rate(s));
};

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign of the last term",
           []<class T>(const State<T>& s) { return printed_rate(s) + T(2) * s.ratio() * s.weighted_gradient(); }),
      make("sign: 1 + ε₁/(4ε₂)",
           []<class T>(const State<T>& s) { return printed_rate(s) - T(2) * s.ratio() * s.weighted(); }),
      make("factor: ε₁/(2ε₂)",
           []<class T>(const State<T>& s) {
             return printed_rate(s) + s.ratio() * (s.weighted() - s.weighted_gradient());
           }),
      make("missing term: D′ left out", []<class T>(const State<T>& s) { return -s.weighted(); }),
      make("swapped constants: ε₂/(4ε₁)",
           []<class T>(const State<T>& s) {
             const T swapped = s.eps2 / (T(4) * s.eps1);
             return -(T(1) - swapped) * s.weighted() - swapped * s.weighted_gradient();
           }),
      make("power: D^{−1/2} in the last term", []<class T>(const State<T>& s) {
        return -(T(1) - s.ratio()) * s.weighted() -
               s.ratio() * s.sum([](const auto& c) { return square(c.g) * c.weighted(); });
      })};
}

template <class Rate>
auto rate_claim(Rate rate) {
  return [rate]<class T>(const State<T>& s, Claims<T>& claims) {
    claims.equal("E′ = planted rate", s.rate(), T(rate(s)));
  };
}
}  // namespace verigrad::adam_energy_decay
