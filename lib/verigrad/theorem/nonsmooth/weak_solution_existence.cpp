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
struct Run {
  using Instance = TestedFlow;
  explicit Run(const TestedFlow& i) : kinetic(0), slope(0), potential(0), initial(0) {
    const ClockTest phi{exact(i.end), exact(i.p), exact(i.q)};
    for (Eigen::Index j = 0; j < i.y.size(); ++j) {
      for (const KinkedFlow::Piece& piece : i.coordinate(j, i.w0[j])) add(i, j, phi, ClockPiece(piece));
      initial += frac(1, 2) * square(Number(exact(i.w0[j]) - exact(i.y[j]))) * phi.value(Number(1));
    }
  }

  Number kinetic;    ///< ∫ |W − Y|²/2 φ′ dt
  Number slope;      ///< ∫ ⟨∇J₁(W), Y − W⟩φ dt
  Number potential;  ///< ∫ (J₂(Y) − J₂(W))φ dt
  Number initial;    ///< |W₀ − Y|²/2 φ(0)

private:
  /// One piece of the coordinate j; φ dt = −φ du/(au).
  void add(const TestedFlow& i, Eigen::Index j, const ClockTest& phi, const ClockPiece& w) {
    const Number a = exact(i.a), c = exact(i.c[j]), lambda = exact(i.lambda[j]), y = exact(i.y[j]);
    const auto integral = [&](auto f) { return polynomial_integral<Number>(f, w.from, w.to); };
    kinetic += integral([&](const Number& u) { return frac(1, 2) * square(Number(w.at(u) - y)) * phi.derivative(u); });
    slope -= integral([&](const Number& u) { return (a * w.at(u) - c) * (y - w.at(u)) * phi.over_clock(u); }) / a;
    potential -= lambda / a * integral([&](const Number& u) {
                   return (magnitude<Number>(y) - magnitude<Number>(w.at(u))) * phi.over_clock(u);
                 });
  }
};

void weak_inequality(const Run& r, Claims& claims) {
  claims.at_most("−∫ |W − Y|²/2 φ′ dt − |W₀ − Y|²/2 φ(0) ≤ ∫ (⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W))φ dt",
                 -r.kinetic - r.initial, r.slope + r.potential);
}
void equality(const Run& r, Claims& claims) {
  claims.equal("the left side of (5.41) is 0", r.kinetic + r.initial + r.slope + r.potential, 0);
}

template <class Wrong>
Form<TestedFlow> at_least_zero(const char* key, Wrong wrong) {
  return form<Run>(
      key, [wrong](const Run& r, Claims& claims) { claims.at_most("0 ≤ a wrong left side", 0, Number(wrong(r))); });
}

struct RestRun {
  using Instance = AtRest;
  explicit RestRun(const AtRest& i) : slope(-exact(i.c) * exact(i.y)), T_end(exact(i.T)) {
    const Number kappa = exact(i.kappa), y = exact(i.y);
    const auto phi = [&](const Number& t) { return kappa * square(Number((T_end - t) / T_end)); };
    const auto phi_prime = [&](const Number& t) { return -2 * kappa * (T_end - t) / square(T_end); };
    mass = polynomial_integral<Number>(phi, Number(0), T_end);
    rest = frac(1, 2) * square(y) * (polynomial_integral<Number>(phi_prime, Number(0), T_end) + phi(Number(0))) +
           exact(i.lambda) * magnitude<Number>(y) * mass;
  }
  Number slope;  ///< ⟨∇J₁(0), Y⟩
  Number T_end;
  Number mass;  ///< ∫ φ dt
  Number rest;  ///< all of (5.41) but the gradient of J₁
};
void without_phi(const RestRun& r, Claims& claims) {
  claims.at_most("−∫⟨∇J₁(W), Y − W⟩ dt ≤ the other terms", -(r.slope * r.T_end), r.rest);
}
void with_phi(const RestRun& r, Claims& claims) {
  claims.at_most("−∫⟨∇J₁(W), Y − W⟩φ dt ≤ the other terms", -(r.slope * r.mass), r.rest);
}

/// W_ε = w₀ = cε/λ at rest, W = w₀ − (λ − c)t until T.
struct SmoothRestRun {
  using Instance = SmoothRest;
  explicit SmoothRestRun(const SmoothRest& i)
      : c(exact(i.c)),
        lambda(exact(i.lambda)),
        epsilon(exact(i.epsilon)),
        y(exact(i.y)),
        T_end(exact(i.T)),
        w0(c * epsilon / lambda) {}

  Number phi(const Number& t) const { return square(Number((T_end - t) / T_end)); }
  /// J₂^ε = λ times Huber's function, (|w|² − (|w| − ε)₊²)/(2ε).
  Number J2(const Number& w) const {
    const Number beyond = larger<Number>(magnitude<Number>(w) - epsilon, Number(0));
    return lambda * (square(w) - square(beyond)) / (2 * epsilon);
  }
  /// ∫ (J₂^ε(Y) − J₂^ε(W_ε))φ dt: what is left with |W_ε − Y|²/2 (∫ φ′ + φ(0)) = 0.
  Number potential() const {
    return (J2(y) - J2(w0)) * polynomial_integral<Number>([this](const Number& t) { return phi(t); }, Number(0), T_end);
  }
  /// ∫ ⟨∇J₁(W_ε), Y − w₀ + (w₀ − w)⟩φ dt for a w that falls at the given speed.
  Number slope(const Number& speed) const {
    return -c * polynomial_integral<Number>([&](const Number& t) { return (y - w0 + speed * t) * phi(t); }, Number(0),
                                            T_end);
  }

  Number c, lambda, epsilon, y, T_end, w0;
};
void limit_for_W(const SmoothRestRun& r, Claims& claims) {
  claims.at_most("−∫⟨∇J₁(W_ε), Y − W⟩φ dt ≤ the other terms", -r.slope(r.lambda - r.c), r.potential());
}
void own_W(const SmoothRestRun& r, Claims& claims) {
  claims.at_most("−∫⟨∇J₁(W_ε), Y − W_ε⟩φ dt ≤ the other terms", -r.slope(Number(0)), r.potential());
}

struct StatesRun {
  using Instance = States;
  explicit StatesRun(const States& i)
      : lambda(exact(i.lambda)),
        epsilon(exact(i.epsilon)),
        w_epsilon(exact(i.w_epsilon)),
        w(exact(i.w)),
        gradient(lambda * clamp<Number>(w_epsilon / epsilon, Number(1))),
        gap(huber_gap()),
        side(i.w > 0   ? 1
             : i.w < 0 ? -1
                       : 0) {}
  /// |w_ε| − h_ε(w_ε) for Huber's h_ε(w) = w²/(2ε) up to ε, |w| − ε/2 beyond: (ε − (ε − |w|)₊²/ε)/2.
  Number huber_gap() const {
    const Number inside = larger<Number>(epsilon - magnitude<Number>(w_epsilon), Number(0));
    return frac(1, 2) * (epsilon - square(inside) / epsilon);
  }
  /// The smallest of ⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ over s in the subdifferential of λ|·| at W.
  Number monotonicity() const {
    const Number along = gradient * (w_epsilon - w);
    if (side == 0) return along - lambda * magnitude<Number>(w_epsilon);
    return along - Number(side) * lambda * (w_epsilon - w);
  }

  Number lambda, epsilon, w_epsilon, w, gradient, gap;
  int side;
};
void close(const StatesRun& r, Claims& claims) {
  claims.at_most("J₂^ε ≤ J₂", 0, r.lambda * r.gap);
  claims.at_most("J₂ − J₂^ε ≤ λε/2", r.lambda * r.gap, frac(1, 2) * r.lambda * r.epsilon);
  claims.at_most("|∇J₂^ε| ≤ λ", magnitude<Number>(r.gradient), r.lambda);
  claims.at_most("−⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ ≤ λε/4", -r.monotonicity(), frac(1, 4) * r.lambda * r.epsilon);
}
void quarter(const StatesRun& r, Claims& claims) {
  claims.equal("−⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ = λε/4", -r.monotonicity(), frac(1, 4) * r.lambda * r.epsilon);
}

/// Outside of [0, ε] both flows are w = m + (w₀ − m)u with m = −λ/a; inside, W_ε = ε (u/u_ε)^{k+1}.
struct RegularisedRun {
  using Instance = Regularised;
  explicit RegularisedRun(const Regularised& i) : epsilon(exact(i.lambda) / (exact(i.a) * Number(i.k))) {
    const Number m = -exact(i.lambda) / exact(i.a), w0 = exact(i.w0), u = exact(i.u);
    const Number straight = m + (w0 - m) * u, u_epsilon = (epsilon - m) / (w0 - m);
    w = larger<Number>(straight, Number(0));
    Number inside = epsilon;
    for (int factor = 0; factor <= i.k; ++factor) inside *= u / u_epsilon;
    w_epsilon = select<Number>(straight - epsilon, straight, inside);
  }
  Number epsilon, w, w_epsilon;
};
void within_epsilon(const RegularisedRun& r, Claims& claims) {
  claims.at_most("W ≤ W_ε", r.w, r.w_epsilon);
  claims.at_most("W_ε − W ≤ ε", r.w_epsilon - r.w, r.epsilon);
}

}  // namespace

Form<TestedFlow> conclusion() { return form<Run>("corrected", weak_inequality); }
Form<TestedFlow> attained() { return form<Run>("attained", equality); }

Forms<TestedFlow> planted() {
  return {at_least_zero("missing initial term", [](const auto& r) { return r.kinetic + r.slope + r.potential; }),
          at_least_zero("sign of ∇J₁", [](const auto& r) { return r.kinetic + r.initial - r.slope + r.potential; }),
          at_least_zero("sign of J₂", [](const auto& r) { return r.kinetic + r.initial + r.slope - r.potential; }),
          at_least_zero("missing J₂", [](const auto& r) { return r.kinetic + r.initial + r.slope; }),
          at_least_zero("factor: |W − Y|² in the integral only",
                        [](const Run& r) { return 2 * r.kinetic + r.initial + r.slope + r.potential; })};
}

Forms<AtRest> errata() { return {form<RestRun>("φ on the gradient of J₁", without_phi)}; }
Forms<AtRest> corrected() { return {form<RestRun>("φ on the gradient of J₁", with_phi)}; }

Forms<SmoothRest> smooth_errata() { return {form<SmoothRestRun>("W for W_ε", limit_for_W)}; }
Forms<SmoothRest> smooth_corrected() { return {form<SmoothRestRun>("W for W_ε", own_W)}; }

Form<States> approximation() { return form<StatesRun>("approximation", close); }
Form<States> quarter_attained() { return form<StatesRun>("1/4 attained", quarter); }
Forms<States> wrong_approximations() {
  return {form<StatesRun>("factor: λε/8",
                          [](const StatesRun& r, Claims& claims) {
                            claims.at_most("−⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ ≤ λε/8", -r.monotonicity(),
                                           frac(1, 8) * r.lambda * r.epsilon);
                          }),
          form<StatesRun>("∇J₂^ε − s monotone", [](const StatesRun& r, Claims& claims) {
            claims.at_most("0 ≤ ⟨∇J₂^ε(W_ε) − s, W_ε − W⟩", 0, r.monotonicity());
          })};
}

Form<Regularised> converges() { return form<RegularisedRun>("converges", within_epsilon); }

}  // namespace verigrad::weak_solution_existence
