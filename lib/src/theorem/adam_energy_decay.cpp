#include "verigrad/theorem/adam_energy_decay.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/autodiff/dual.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/momentum_energy.hpp"

namespace verigrad::adam_energy_decay {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.2.6",
      .stem = "adam_energy_decay",
      .title = "Energy decay of the ADAM system",
      .source = "Stochastic gradient methods, Lemma 5.2.6, (5.24)",
      .text = "d/dt (J(W(t)) + ε₁/2 ⟨D(t)^{−1/2} Z(t), Z(t)⟩) ≤ 0 for all t ≥ 0",
      .hypotheses = {{"start", "D(0) > 0; by Lemma 5.2.5 D(t) > 0, without which D^{−1/2} is not defined"},
                     {"condition", "ε₁ ≤ 4ε₂"},
                     {"relaxation", "ε₁ > 0 and ε₂ > 0, said at (5.23)"},
                     {"system", "W′ = D^{−1/2}Z, Z′ = −(∇J(W) + Z)/ε₁, D′ = (diag(∇J(W) ⊗ ∇J(W)) − D)/ε₂ (5.23)"}},
      .steps = {{"variation",
                 "E′ = ⟨D^{−1/2}Z, ∇J(W)⟩ − ⟨∇J(W) + Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2}(diag(∇J ⊗ ∇J) − D)Z, Z⟩"},
                {"two terms", "… = −(1 − ε₁/(4ε₂))⟨Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2} diag(∇J ⊗ ∇J)Z, Z⟩"}},
      .errata = {{.key = "derivative of the inverse",
                  .place = "proof of Lemma 5.2.6, first line",
                  .printed = "d/dt M(t)^{−1} = M(t)^{−2} M′(t)",
                  .corrected = "d/dt M(t)^{−1} = −M(t)^{−2} M′(t)",
                  .remark =
                      "M(t) = 1 + t at t = 0 gives −1, and the printed side 1. The next line of the proof has the "
                      "right sign."}}};
  return result;
}

std::string AdamState::describe() const {
  return fmt::format("J = {}; W = {}, Z = {}, √D = {}, ε₁ = {}, ε₂ = {}, τ = {}", J->describe(), in_words(w),
                     in_words(z), in_words(root), eps1, eps2, tau);
}

std::string DiagonalCoefficient::describe() const { return fmt::format("M = {}, M′ = {}", m, m_prime); }

bool state_is_defined(const AdamState& instance) {
  return instance.root.minCoeff() > 0 && instance.eps1 > 0 && instance.eps2 > 0;
}

bool rate_is_decidable(const AdamState& instance) {
  return state_is_defined(instance) && instance.J->curvature().smooth() && std::isinf(instance.J->domain_radius()) &&
         (instance.rational() || !instance.z.isZero(0));
}

namespace {

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

template <class T>
T printed_rate(const State<T>& s) {
  return -(T(1) - s.ratio()) * s.weighted() - s.ratio() * s.weighted_gradient();
}

constexpr auto is_printed_rate = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("E′ = −(1 − ε₁/(4ε₂))⟨Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2} diag(∇J ⊗ ∇J)Z, Z⟩", s.rate(), printed_rate(s));
};

constexpr auto is_printed_rate_if_smooth = []<class T>(const State<T>& s, Claims<T>& claims) {
  s.along().claim_rate(printed_rate(s) - s.kinetic_rate(), s.L, s.tau, claims);
};

constexpr auto rate_at_most_zero = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.at_most("E′ ≤ 0", s.rate(), T(0));
};

constexpr auto rate_is_zero = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("E′ = 0", s.rate(), T(0));
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

template <class T>
T variation_line(const State<T>& s) {
  return s.sum([&](const Coordinate<T>& c) {
    return c.z / c.root * c.g - (c.g + c.z) * (c.z / c.root) -
           s.ratio() * (square(c.g) - c.d()) * square(c.z) / (c.d() * c.root);
  });
}

constexpr auto variation = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("E′ = ⟨D^{−1/2}Z, ∇J⟩ − ⟨∇J + Z, D^{−1/2}Z⟩ − ε₁/(4ε₂) ⟨D^{−3/2}(diag(∇J ⊗ ∇J) − D)Z, Z⟩", s.rate(),
               variation_line(s));
};

constexpr auto two_terms = []<class T>(const State<T>& s, Claims<T>& claims) {
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
template <class Rate>
auto smooth_rate_claim(Rate rate) {
  return [rate]<class T>(const State<T>& s, Claims<T>& claims) {
    s.along().claim_rate(T(rate(s)) - s.kinetic_rate(), s.L, s.tau, claims);
  };
}

/// 1/m, and its derivative by dual numbers.
template <class T>
struct Inverse {
  using Instance = DiagonalCoefficient;
  explicit Inverse(const DiagonalCoefficient& instance)
      : m(exact<T>(instance.m)), m_prime(exact<T>(instance.m_prime)) {}
  explicit Inverse(Unknowns<T>& unknowns) : m(unknowns.positive("m")), m_prime(unknowns.real("m′")) {}

  T derivative() const { return (Dual<T>(T(1)) / Dual<T>(m, Vector<T>::Constant(1, m_prime))).tangent(); }

  T m, m_prime;
};

constexpr auto printed_inverse = []<class T>(const Inverse<T>& i, Claims<T>& claims) {
  claims.equal("(M⁻¹)′ = M⁻² M′", i.derivative(), i.m_prime / square(i.m));
};

constexpr auto corrected_inverse = []<class T>(const Inverse<T>& i, Claims<T>& claims) {
  claims.equal("(M⁻¹)′ = −M⁻² M′", i.derivative(), -i.m_prime / square(i.m));
};

}  // namespace

Form<AdamState> quadratic_rate() { return form<State>("rate, quadratic J", is_printed_rate); }
Form<AdamState> smooth_rate() { return form<State>("rate, smooth J", is_printed_rate_if_smooth); }
Form<AdamState> decays() { return form<State>("decays", rate_at_most_zero); }
Form<AdamState> stationary() { return form<State>("stationary", rate_is_zero); }

GeneralForm general_conclusion() { return general_form<Inside>("as printed, all states", decays_inside); }
GeneralForm general_increase() { return general_form<Outside>("increases", increases_outside); }
GeneralForm large_gradient() { return general_form<LargeGradient>("large gradient", decays_anyway); }
GeneralForm exact_condition() { return general_form<AnyParameters>("exact condition", exact_rate); }

Forms<AdamState> steps() { return {form<State>("variation", variation), form<State>("two terms", two_terms)}; }
GeneralForms general_steps() {
  return {general_form<AnyParameters>("variation, all states", variation),
          general_form<AnyParameters>("two terms, all states", two_terms)};
}

Forms<AdamState> planted() {
  return planted_with([](const char* key, auto rate) { return form<State>(key, rate_claim(rate)); });
}
Forms<AdamState> smooth_planted() {
  return planted_with(
      [](const std::string& key, auto rate) { return form<State>(key + ", smooth J", smooth_rate_claim(rate)); });
}
GeneralForms general_planted() {
  GeneralForms result = planted_with([](const std::string& key, auto rate) {
    return general_form<AnyParameters>(key + ", all states", rate_claim(rate));
  });
  result.push_back(general_form<TooWeak>("condition: ε₁ ≤ 8ε₂", rate_at_most_zero));
  result.push_back(general_form<AnyParameters>("no condition", rate_at_most_zero));
  return result;
}

Form<DiagonalCoefficient> printed_inverse_derivative() {
  return form<Inverse>("derivative of the inverse", printed_inverse);
}
Form<DiagonalCoefficient> corrected_inverse_derivative() {
  return form<Inverse>("derivative of the inverse", corrected_inverse);
}
GeneralForm general_inverse_derivative() {
  return general_form<Inverse>("derivative of the inverse (all coefficients)", corrected_inverse);
}

}  // namespace verigrad::adam_energy_decay
