#include "verigrad/theorem/nonsmooth/weak_solution_existence.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad::weak_solution_existence {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.6.3",
      .stem = "weak_solution_existence",
      .title = "A weak solution exists",
      .source = "Stochastic gradient methods, (5.41) and Lemma 5.6.3",
      .text =
          "There exists W ∈ C⁰[0, T[ with ∫ [|W − Y|²/2 φ′ + ⟨∇J₁(W), Y − W⟩ + (J₂(Y) − J₂(W))φ] dt + |W₀ − Y|²/2 "
          "φ(0) ≥ 0 for all Y and all φ ≥ 0 in C¹ with compact support in [0, T[. Shown on flows with an exact "
          "solution; the limit ε → 0 with the rate √(λεt/2), and with ε where J₁ is a parabola",
      .hypotheses = {{"J₂ convex", "J₂ is convex with a bounded subgradient"},
                     {"J₁ smooth", "∇J₁ is Lipschitz; J₁ need not be convex"}},
      .steps = {{"second example", "J_tot = J + ε|∇J|₁ is |W|² + 2ε|W|₁ for J = |W|² (5.6, before (5.35))"},
                {"regularity problem", "no constant bounds |∇J_tot(W) − ∇J_tot(Z)|/|W − Z| across 0"},
                {"one-sided bound", "2|W − Z|² ≤ ⟨∇J_tot(W) − ∇J_tot(Z), W − Z⟩ all the same"},
                {"exact solution", "W(t) = S_{ε(1 − u)}(uW₀) with u = e^{−2t} for J_tot: 0 after a finite time"},
                {"contraction", "|W(t) − Z(t)| ≤ e^{−2t}|W₀ − Z₀| for J_tot"}},
      .errata = {
          {.key = "φ on the gradient of J₁",
           .place = "the weak formulations after (5.40), (5.41), and the first display of the proof of Lemma 5.6.5",
           .printed = "∫ [|W − Y|²/2 φ′ + ⟨∇J₁(W), Y − W⟩ + (J₂(Y) − J₂(W))φ] dt + |W₀ − Y|²/2 φ(0) ≥ 0",
           .corrected = "∫ [|W − Y|²/2 φ′ + (⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W))φ] dt + |W₀ − Y|²/2 φ(0) ≥ 0",
           .remark = "(5.39) is multiplied by φ as a whole. With φ = 0 the printed form says ∫⟨∇J₁(W), Y − W⟩ dt "
                     "≥ 0 for all Y, which no W satisfies unless ∇J₁(W) has mean 0: J₁ = −w, J₂ = |w|, W = 0, "
                     "Y = 1, T = 1 gives −1. Printed so in three displays, so not a scanning artefact"},
          {.key = "W for W_ε",
           .place = "the weak formulation of (5.38), between (5.40) and (5.41)",
           .printed = "⟨∇J₁(W_ε(t)), Y − W(t)⟩ in the integral",
           .corrected = "⟨∇J₁(W_ε(t)), Y − W_ε(t)⟩",
           .remark = "(5.38) has Y − W_ε(t), and W is the limit. J₁ = −w, J₂ = 2|w|, Huber's width ε = 2, W₀ = 1: "
                     "W_ε = 1 rests, W = 1 − t; Y = 1 and φ = (1 − t)² on [0, 1], on every term, give −1/12. Only one "
                     "printing of the line is at hand, so that the slip may be the printer's"}}};
  return result;
}

std::string TestedFlow::describe() const {
  return fmt::format("{}; Y = {}, φ = u(u − {})²({} + {}u)²", WeakFlow::describe(), in_words(y), end, p, q);
}
std::string AtRest::describe() const {
  return fmt::format("J₁ = −{}w, J₂ = {}|w|, W = 0, Y = {}, φ = {}(1 − t/T)², T = {}", c, lambda, y, kappa, T);
}
std::string SmoothRest::describe() const {
  return fmt::format("J₁ = −{}w, J₂ = {}|w|, ε = {}, W₀ = W_ε = {}, Y = {}, φ = (1 − t/T)², T = {}", c, lambda, epsilon,
                     c * epsilon / lambda, y, T);
}
std::string States::describe() const {
  return fmt::format("λ = {}, ε = {}, W_ε = {}, W = {}", lambda, epsilon, w_epsilon, w);
}
std::string Regularised::describe() const {
  return fmt::format("J₁ = {}w²/2, J₂ = {}|w|, ε = λ/({}a), W₀ = {}, u = {}", a, lambda, k, w0, u);
}

bool hypotheses_hold(const TestedFlow& i) { return (i.lambda.array() >= 0).all(); }
bool rests(const AtRest& i) { return std::abs(i.c) <= i.lambda && i.T > 0 && i.kappa >= 0; }
bool rests_smoothly(const SmoothRest& i) {
  return 0 < i.c && i.c <= i.lambda && i.epsilon > 0 && i.T > 0 && (i.lambda - i.c) * i.T * i.lambda <= i.c * i.epsilon;
}
bool states_hypotheses_hold(const States& i) { return i.lambda >= 0 && i.epsilon > 0; }
bool regularised_hypotheses_hold(const Regularised& i) {
  return i.a > 0 && i.lambda > 0 && i.k > 0 && i.u > 0 && i.u <= 1 && i.w0 * i.a * i.k > i.lambda;
}

namespace {

/// The four terms of (5.41).
template <class T>
struct Run {
  using Instance = TestedFlow;
  explicit Run(const TestedFlow& i) : kinetic(0), slope(0), potential(0), initial(0) {
    const ClockTest<T> phi{exact<T>(i.end), exact<T>(i.p), exact<T>(i.q)};
    for (Eigen::Index j = 0; j < i.y.size(); ++j) {
      for (const KinkedFlow::Piece& piece : i.coordinate(j, i.w0[j])) add(i, j, phi, ClockPiece<T>(piece));
      initial += frac<T>(1, 2) * square(T(exact<T>(i.w0[j]) - exact<T>(i.y[j]))) * phi.value(T(1));
    }
  }

  T kinetic;    ///< ∫ |W − Y|²/2 φ′ dt
  T slope;      ///< ∫ ⟨∇J₁(W), Y − W⟩φ dt
  T potential;  ///< ∫ (J₂(Y) − J₂(W))φ dt
  T initial;    ///< |W₀ − Y|²/2 φ(0)

private:
  /// One piece of the coordinate j; φ dt = −φ du/(au).
  void add(const TestedFlow& i, Eigen::Index j, const ClockTest<T>& phi, const ClockPiece<T>& w) {
    const T a = exact<T>(i.a), c = exact<T>(i.c[j]), lambda = exact<T>(i.lambda[j]), y = exact<T>(i.y[j]);
    const auto integral = [&](auto f) { return polynomial_integral<T>(f, w.from, w.to); };
    kinetic += integral([&](const T& u) { return frac<T>(1, 2) * square(T(w.at(u) - y)) * phi.derivative(u); });
    slope -= integral([&](const T& u) { return (a * w.at(u) - c) * (y - w.at(u)) * phi.over_clock(u); }) / a;
    potential -= lambda / a *
                 integral([&](const T& u) { return (magnitude<T>(y) - magnitude<T>(w.at(u))) * phi.over_clock(u); });
  }
};

constexpr auto weak_inequality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Y|²/2 φ′ dt − |W₀ − Y|²/2 φ(0) ≤ ∫ (⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W))φ dt",
                 -r.kinetic - r.initial, r.slope + r.potential);
};
constexpr auto equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("the left side of (5.41) is 0", r.kinetic + r.initial + r.slope + r.potential, T(0));
};

template <class Wrong>
Form<TestedFlow> at_least_zero(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong]<class T>(const Run<T>& r, Claims<T>& claims) {
    claims.at_most("0 ≤ a wrong left side", T(0), T(wrong(r)));
  });
}

template <class T>
struct RestRun {
  using Instance = AtRest;
  explicit RestRun(const AtRest& i) : slope(-exact<T>(i.c) * exact<T>(i.y)), T_end(exact<T>(i.T)) {
    const T kappa = exact<T>(i.kappa), y = exact<T>(i.y);
    const auto phi = [&](const T& t) { return kappa * square(T((T_end - t) / T_end)); };
    const auto phi_prime = [&](const T& t) { return -T(2) * kappa * (T_end - t) / square(T_end); };
    mass = polynomial_integral<T>(phi, T(0), T_end);
    rest = frac<T>(1, 2) * square(y) * (polynomial_integral<T>(phi_prime, T(0), T_end) + phi(T(0))) +
           exact<T>(i.lambda) * magnitude<T>(y) * mass;
  }
  T slope;  ///< ⟨∇J₁(0), Y⟩
  T T_end;
  T mass;  ///< ∫ φ dt
  T rest;  ///< all of (5.41) but the gradient of J₁
};
constexpr auto without_phi = []<class T>(const RestRun<T>& r, Claims<T>& claims) {
  claims.at_most("−∫⟨∇J₁(W), Y − W⟩ dt ≤ the other terms", -(r.slope * r.T_end), r.rest);
};
constexpr auto with_phi = []<class T>(const RestRun<T>& r, Claims<T>& claims) {
  claims.at_most("−∫⟨∇J₁(W), Y − W⟩φ dt ≤ the other terms", -(r.slope * r.mass), r.rest);
};

/// W_ε = w₀ = cε/λ at rest, W = w₀ − (λ − c)t until T.
template <class T>
struct SmoothRestRun {
  using Instance = SmoothRest;
  explicit SmoothRestRun(const SmoothRest& i)
      : c(exact<T>(i.c)),
        lambda(exact<T>(i.lambda)),
        epsilon(exact<T>(i.epsilon)),
        y(exact<T>(i.y)),
        T_end(exact<T>(i.T)),
        w0(c * epsilon / lambda) {}

  T phi(const T& t) const { return square(T((T_end - t) / T_end)); }
  /// J₂^ε = λ times Huber's function, (|w|² − (|w| − ε)₊²)/(2ε).
  T J2(const T& w) const {
    const T beyond = larger<T>(magnitude<T>(w) - epsilon, T(0));
    return lambda * (square(w) - square(beyond)) / (T(2) * epsilon);
  }
  /// ∫ (J₂^ε(Y) − J₂^ε(W_ε))φ dt: what is left with |W_ε − Y|²/2 (∫ φ′ + φ(0)) = 0.
  T potential() const {
    return (J2(y) - J2(w0)) * polynomial_integral<T>([this](const T& t) { return phi(t); }, T(0), T_end);
  }
  /// ∫ ⟨∇J₁(W_ε), Y − w₀ + (w₀ − w)⟩φ dt for a w that falls at the given speed.
  T slope(const T& speed) const {
    return -c * polynomial_integral<T>([&](const T& t) { return (y - w0 + speed * t) * phi(t); }, T(0), T_end);
  }

  T c, lambda, epsilon, y, T_end, w0;
};
constexpr auto limit_for_W = []<class T>(const SmoothRestRun<T>& r, Claims<T>& claims) {
  claims.at_most("−∫⟨∇J₁(W_ε), Y − W⟩φ dt ≤ the other terms", -r.slope(r.lambda - r.c), r.potential());
};
constexpr auto own_W = []<class T>(const SmoothRestRun<T>& r, Claims<T>& claims) {
  claims.at_most("−∫⟨∇J₁(W_ε), Y − W_ε⟩φ dt ≤ the other terms", -r.slope(T(0)), r.potential());
};

template <class T>
struct StatesRun {
  using Instance = States;
  explicit StatesRun(const States& i)
      : lambda(exact<T>(i.lambda)),
        epsilon(exact<T>(i.epsilon)),
        w_epsilon(exact<T>(i.w_epsilon)),
        w(exact<T>(i.w)),
        gradient(lambda * clamp<T>(w_epsilon / epsilon, T(1))),
        gap(huber_gap()),
        side(i.w > 0   ? 1
             : i.w < 0 ? -1
                       : 0) {}
  /// |w_ε| − h_ε(w_ε) for Huber's h_ε(w) = w²/(2ε) up to ε, |w| − ε/2 beyond: (ε − (ε − |w|)₊²/ε)/2.
  T huber_gap() const {
    const T inside = larger<T>(epsilon - magnitude<T>(w_epsilon), T(0));
    return frac<T>(1, 2) * (epsilon - square(inside) / epsilon);
  }
  /// The smallest of ⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ over s in the subdifferential of λ|·| at W.
  T monotonicity() const {
    const T along = gradient * (w_epsilon - w);
    if (side == 0) return along - lambda * magnitude<T>(w_epsilon);
    return along - T(side) * lambda * (w_epsilon - w);
  }

  T lambda, epsilon, w_epsilon, w, gradient, gap;
  int side;
};
constexpr auto close = []<class T>(const StatesRun<T>& r, Claims<T>& claims) {
  claims.at_most("J₂^ε ≤ J₂", T(0), r.lambda * r.gap);
  claims.at_most("J₂ − J₂^ε ≤ λε/2", r.lambda * r.gap, frac<T>(1, 2) * r.lambda * r.epsilon);
  claims.at_most("|∇J₂^ε| ≤ λ", magnitude<T>(r.gradient), r.lambda);
  claims.at_most("−⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ ≤ λε/4", -r.monotonicity(), frac<T>(1, 4) * r.lambda * r.epsilon);
};
constexpr auto quarter = []<class T>(const StatesRun<T>& r, Claims<T>& claims) {
  claims.equal("−⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ = λε/4", -r.monotonicity(), frac<T>(1, 4) * r.lambda * r.epsilon);
};

/// Outside of [0, ε] both flows are w = m + (w₀ − m)u with m = −λ/a; inside, W_ε = ε (u/u_ε)^{k+1}.
template <class T>
struct RegularisedRun {
  using Instance = Regularised;
  explicit RegularisedRun(const Regularised& i) : epsilon(exact<T>(i.lambda) / (exact<T>(i.a) * T(i.k))) {
    const T m = -exact<T>(i.lambda) / exact<T>(i.a), w0 = exact<T>(i.w0), u = exact<T>(i.u);
    const T straight = m + (w0 - m) * u, u_epsilon = (epsilon - m) / (w0 - m);
    w = larger<T>(straight, T(0));
    T inside = epsilon;
    for (int factor = 0; factor <= i.k; ++factor) inside *= u / u_epsilon;
    w_epsilon = select<T>(straight - epsilon, straight, inside);
  }
  T epsilon, w, w_epsilon;
};
constexpr auto within_epsilon = []<class T>(const RegularisedRun<T>& r, Claims<T>& claims) {
  claims.at_most("W ≤ W_ε", r.w, r.w_epsilon);
  claims.at_most("W_ε − W ≤ ε", r.w_epsilon - r.w, r.epsilon);
};

}  // namespace

Form<TestedFlow> conclusion() { return form<Run>("corrected", weak_inequality); }
Form<TestedFlow> attained() { return form<Run>("attained", equality); }

Forms<TestedFlow> planted() {
  return {at_least_zero("missing initial term", [](const auto& r) { return r.kinetic + r.slope + r.potential; }),
          at_least_zero("sign of ∇J₁", [](const auto& r) { return r.kinetic + r.initial - r.slope + r.potential; }),
          at_least_zero("sign of J₂", [](const auto& r) { return r.kinetic + r.initial + r.slope - r.potential; }),
          at_least_zero("missing J₂", [](const auto& r) { return r.kinetic + r.initial + r.slope; }),
          at_least_zero("factor: |W − Y|² in the integral only",
                        []<class T>(const Run<T>& r) { return T(2) * r.kinetic + r.initial + r.slope + r.potential; })};
}

Forms<AtRest> errata() { return {form<RestRun>("φ on the gradient of J₁", without_phi)}; }
Forms<AtRest> corrected() { return {form<RestRun>("φ on the gradient of J₁", with_phi)}; }

Forms<SmoothRest> smooth_errata() { return {form<SmoothRestRun>("W for W_ε", limit_for_W)}; }
Forms<SmoothRest> smooth_corrected() { return {form<SmoothRestRun>("W for W_ε", own_W)}; }

Form<States> approximation() { return form<StatesRun>("approximation", close); }
Form<States> quarter_attained() { return form<StatesRun>("1/4 attained", quarter); }
Forms<States> wrong_approximations() {
  return {form<StatesRun>("factor: λε/8",
                          []<class T>(const StatesRun<T>& r, Claims<T>& claims) {
                            claims.at_most("−⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ ≤ λε/8", -r.monotonicity(),
                                           frac<T>(1, 8) * r.lambda * r.epsilon);
                          }),
          form<StatesRun>("∇J₂^ε − s monotone", []<class T>(const StatesRun<T>& r, Claims<T>& claims) {
            claims.at_most("0 ≤ ⟨∇J₂^ε(W_ε) − s, W_ε − W⟩", T(0), r.monotonicity());
          })};
}

Form<Regularised> converges() { return form<RegularisedRun>("converges", within_epsilon); }

}  // namespace verigrad::weak_solution_existence
