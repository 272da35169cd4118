#include "verigrad/theorem/nonsmooth/weak_solution_existence.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/nonsmooth/penalised_square.hpp"

namespace verigrad::weak_solution_existence {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.6.3",
       .stem = "weak_solution_existence",
       .title = "A weak solution exists",
       .source = "Stochastic gradient methods, (5.41) and Lemma 5.6.3",
       .text = "There exists W ∈ C⁰[0, T[ with ∫ [|W − Y|²/2 φ′ + ⟨∇J₁(W), Y − W⟩ + (J₂(Y) − J₂(W))φ] dt + |W₀ − Y|²/2 "
               "φ(0) ≥ 0 for all Y and all φ ≥ 0 in C¹ with compact support in [0, T[. Shown on flows with an exact "
               "solution; the limit ε → 0 with the rate √(λεt/2), and with ε where J₁ is a parabola",
       .code = {"flow/kinked_flow.hpp: KinkedFlow"},
       .hypotheses = {{"J₂ convex", "J₂ is convex with a bounded subgradient"},
                      {"J₁ smooth", "∇J₁ is Lipschitz; J₁ need not be convex"}}},
      penalised_square::lines(), rest_lines(), smooth_rest_lines());
  return result;
}

std::string FlowInstance::describe() const {
  return fmt::format("{}; Y = {}, φ = u(u − {})²({} + {}u)²", WeakFlowInstance::describe(), in_words(y), end, p, q);
}
std::string RestInstance::describe() const {
  return fmt::format("J₁ = −{}w, J₂ = {}|w|, W = 0, Y = {}, φ = {}(1 − t/T)², T = {}", c, lambda, y, kappa, T);
}
std::string SmoothRestInstance::describe() const {
  return fmt::format("J₁ = −{}w, J₂ = {}|w|, ε = {}, W₀ = W_ε = {}, Y = {}, φ = (1 − t/T)², T = {}", c, lambda, epsilon,
                     c * epsilon / lambda, y, T);
}
std::string StatesInstance::describe() const {
  return fmt::format("λ = {}, ε = {}, W_ε = {}, W = {}", lambda, epsilon, w_epsilon, w);
}
std::string RegularisedInstance::describe() const {
  return fmt::format("J₁ = {}w²/2, J₂ = {}|w|, ε = λ/({}a), W₀ = {}, u = {}", a, lambda, k, w0, u);
}

bool hypotheses_hold(const FlowInstance& i) { return (i.lambda.array() >= 0).all(); }
bool rests(const RestInstance& i) { return std::abs(i.c) <= i.lambda && i.T > 0 && i.kappa >= 0; }
bool rests_smoothly(const SmoothRestInstance& i) {
  return 0 < i.c && i.c <= i.lambda && i.epsilon > 0 && i.T > 0 && (i.lambda - i.c) * i.T * i.lambda <= i.c * i.epsilon;
}
bool states_hypotheses_hold(const StatesInstance& i) { return i.lambda >= 0 && i.epsilon > 0; }
bool regularised_hypotheses_hold(const RegularisedInstance& i) {
  return i.a > 0 && i.lambda > 0 && i.k > 0 && i.u > 0 && i.u <= 1 && i.w0 * i.a * i.k > i.lambda;
}

namespace {

/// The four terms of (5.41).
struct Run {
  using Instance = FlowInstance;
  explicit Run(const FlowInstance& i) : kinetic(0), slope(0), potential(0), initial(0) {
    const ClockTest phi{exact(i.end), exact(i.p), exact(i.q)};
    for (Eigen::Index j = 0; j < i.y.size(); ++j) {
      for (const KinkedFlow::Piece& piece : i.coordinate(j, i.w0[j])) add(i, j, phi, ClockPiece(piece));
      initial += frac(1, 2) * square(exact(i.w0[j]) - exact(i.y[j])) * phi.value(1);
    }
  }

  Number kinetic;    ///< ∫ |W − Y|²/2 φ′ dt
  Number slope;      ///< ∫ ⟨∇J₁(W), Y − W⟩φ dt
  Number potential;  ///< ∫ (J₂(Y) − J₂(W))φ dt
  Number initial;    ///< |W₀ − Y|²/2 φ(0)

private:
  /// One piece of the coordinate j; φ dt = −φ du/(au).
  void add(const FlowInstance& i, Eigen::Index j, const ClockTest& phi, const ClockPiece& w) {
    const Number a = exact(i.a), c = exact(i.c[j]), lambda = exact(i.lambda[j]), y = exact(i.y[j]);
    const auto integral = [&](auto f) { return polynomial_integral<Number>(f, w.from, w.to); };
    kinetic += integral([&](const Number& u) { return frac(1, 2) * square(w.at(u) - y) * phi.derivative(u); });
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
Form<FlowInstance> at_least_zero(const char* key, Wrong wrong) {
  return form<Run>(key,
                   [wrong](const Run& r, Claims& claims) { claims.at_most("0 ≤ a wrong left side", 0, wrong(r)); });
}

struct RestRun {
  using Instance = RestInstance;
  explicit RestRun(const RestInstance& i) : slope(-exact(i.c) * exact(i.y)), T_end(exact(i.T)) {
    const Number kappa = exact(i.kappa), y = exact(i.y);
    const auto phi = [&](const Number& t) { return kappa * square((T_end - t) / T_end); };
    const auto phi_prime = [&](const Number& t) { return -2 * kappa * (T_end - t) / square(T_end); };
    mass = polynomial_integral<Number>(phi, 0, T_end);
    rest = frac(1, 2) * square(y) * (polynomial_integral<Number>(phi_prime, 0, T_end) + phi(0)) +
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
  using Instance = SmoothRestInstance;
  explicit SmoothRestRun(const SmoothRestInstance& i)
      : c(exact(i.c)),
        lambda(exact(i.lambda)),
        epsilon(exact(i.epsilon)),
        y(exact(i.y)),
        T_end(exact(i.T)),
        w0(c * epsilon / lambda) {}

  Number phi(const Number& t) const { return square((T_end - t) / T_end); }
  /// J₂^ε = λ times Huber's function, (|w|² − (|w| − ε)₊²)/(2ε).
  Number J2(const Number& w) const {
    const Number beyond = larger<Number>(magnitude<Number>(w) - epsilon, 0);
    return lambda * (square(w) - square(beyond)) / (2 * epsilon);
  }
  /// ∫ (J₂^ε(Y) − J₂^ε(W_ε))φ dt: what is left with |W_ε − Y|²/2 (∫ φ′ + φ(0)) = 0.
  Number potential() const {
    return (J2(y) - J2(w0)) * polynomial_integral<Number>([this](const Number& t) { return phi(t); }, 0, T_end);
  }
  /// ∫ ⟨∇J₁(W_ε), Y − w₀ + (w₀ − w)⟩φ dt for a w that falls at the given speed.
  Number slope(const Number& speed) const {
    return -c * polynomial_integral<Number>([&](const Number& t) { return (y - w0 + speed * t) * phi(t); }, 0, T_end);
  }

  Number c, lambda, epsilon, y, T_end, w0;
};
void limit_for_W(const SmoothRestRun& r, Claims& claims) {
  claims.at_most("−∫⟨∇J₁(W_ε), Y − W⟩φ dt ≤ the other terms", -r.slope(r.lambda - r.c), r.potential());
}
void own_W(const SmoothRestRun& r, Claims& claims) {
  claims.at_most("−∫⟨∇J₁(W_ε), Y − W_ε⟩φ dt ≤ the other terms", -r.slope(0), r.potential());
}

struct StatesRun {
  using Instance = StatesInstance;
  explicit StatesRun(const StatesInstance& i)
      : lambda(exact(i.lambda)),
        epsilon(exact(i.epsilon)),
        w_epsilon(exact(i.w_epsilon)),
        w(exact(i.w)),
        gradient(lambda * clamp<Number>(w_epsilon / epsilon, 1)),
        gap(huber_gap()),
        side(i.w > 0   ? 1
             : i.w < 0 ? -1
                       : 0) {}
  /// |w_ε| − h_ε(w_ε) for Huber's h_ε(w) = w²/(2ε) up to ε, |w| − ε/2 beyond: (ε − (ε − |w|)₊²/ε)/2.
  Number huber_gap() const {
    const Number inside = larger<Number>(epsilon - magnitude<Number>(w_epsilon), 0);
    return frac(1, 2) * (epsilon - square(inside) / epsilon);
  }
  /// The smallest of ⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ over s in the subdifferential of λ|·| at W.
  Number monotonicity() const {
    const Number along = gradient * (w_epsilon - w);
    if (side == 0) return along - lambda * magnitude<Number>(w_epsilon);
    return along - side * lambda * (w_epsilon - w);
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
  using Instance = RegularisedInstance;
  explicit RegularisedRun(const RegularisedInstance& i) : epsilon(exact(i.lambda) / (exact(i.a) * i.k)) {
    const Number m = -exact(i.lambda) / exact(i.a), w0 = exact(i.w0), u = exact(i.u);
    const Number straight = m + (w0 - m) * u, u_epsilon = (epsilon - m) / (w0 - m);
    w = larger<Number>(straight, 0);
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

Forms<FlowInstance> planted() {
  return {at_least_zero("missing initial term", [](const Run& r) { return r.kinetic + r.slope + r.potential; }),
          at_least_zero("sign of ∇J₁", [](const Run& r) { return r.kinetic + r.initial - r.slope + r.potential; }),
          at_least_zero("sign of J₂", [](const Run& r) { return r.kinetic + r.initial + r.slope - r.potential; }),
          at_least_zero("missing J₂", [](const Run& r) { return r.kinetic + r.initial + r.slope; }),
          at_least_zero("factor: |W − Y|² in the integral only",
                        [](const Run& r) { return 2 * r.kinetic + r.initial + r.slope + r.potential; })};
}

FalseLine<RestInstance> phi_on_the_gradient() {
  return {
      .words = {.key = "φ on the gradient of J₁",
                .place =
                    "the weak formulations after (5.40), (5.41), and the first display of the proof of Lemma 5.6.5",
                .printed = "∫ [|W − Y|²/2 φ′ + ⟨∇J₁(W), Y − W⟩ + (J₂(Y) − J₂(W))φ] dt + |W₀ − Y|²/2 φ(0) ≥ 0",
                .corrected = "∫ [|W − Y|²/2 φ′ + (⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W))φ] dt + |W₀ − Y|²/2 φ(0) ≥ 0",
                .remark = "(5.39) is multiplied by φ as a whole. With φ = 0 the printed form says ∫⟨∇J₁(W), Y − W⟩ dt "
                          "≥ 0 for all Y, which no W satisfies unless ∇J₁(W) has mean 0. Printed so in three displays.",
                .by_hand = "J₁ = −w, J₂ = |w|, W = 0, Y = 1, T = 1, φ = 0: the printed left side is ∫ −1 dt = −1",
                .weight = Weight::statement,
                .survives = "the definition with φ on the whole bracket, and every lemma on it",
                .of_statement = true},
      .printed = form<RestRun>(without_phi),
      .counterexample = {.c = 1, .lambda = 1, .y = 1, .T = 1, .kappa = 0},
      .corrected = {conclusion_at_rest()}};
}
FalseLine<SmoothRestInstance> limit_in_one_place() {
  return {
      .words = {.key = "W for W_ε",
                .place = "the weak formulation of (5.38), between (5.40) and (5.41)",
                .printed = "⟨∇J₁(W_ε(t)), Y − W(t)⟩ in the integral",
                .corrected = "⟨∇J₁(W_ε(t)), Y − W_ε(t)⟩",
                .remark = "(5.38) has Y − W_ε(t), and W is the limit. J₁ = −w, J₂ = 2|w|, Huber's width ε = 2, W₀ = 1: "
                          "W_ε = 1 rests, W = 1 − t; Y = 1 and φ = (1 − t)² on [0, 1], on every term, give −1/12.",
                .weight = Weight::notation,
                .one_letter = true},
      .printed = form<SmoothRestRun>(limit_for_W),
      .counterexample = {.c = 1, .lambda = 2, .epsilon = 2, .y = 1, .T = 1},
      .corrected = {form<SmoothRestRun>(own_W)}};
}

Forms<StatesInstance> wrong_approximations() {
  return {form<StatesRun>("factor: λε/8",
                          [](const StatesRun& r, Claims& claims) {
                            claims.at_most("−⟨∇J₂^ε(W_ε) − s, W_ε − W⟩ ≤ λε/8", -r.monotonicity(),
                                           frac(1, 8) * r.lambda * r.epsilon);
                          }),
          form<StatesRun>("∇J₂^ε − s monotone", [](const StatesRun& r, Claims& claims) {
            claims.at_most("0 ≤ ⟨∇J₂^ε(W_ε) − s, W_ε − W⟩", 0, r.monotonicity());
          })};
}

}  // namespace

Lines<FlowInstance> lines() {
  return {.planted = planted(), .separating = {{{0.25, at(0), at(0.5), at(0.5), 0.5625}, at(1.25), 0.5, 0}}};
}
Lines<RestInstance> rest_lines() { return {.errata = {phi_on_the_gradient()}}; }
Lines<SmoothRestInstance> smooth_rest_lines() { return {.errata = {limit_in_one_place()}}; }
Lines<StatesInstance> states_lines() { return {.planted = wrong_approximations(), .separating = {{1, 1, -0.8125, 0}}}; }

Form<FlowInstance> conclusion() { return form<Run>("corrected", weak_inequality); }
Form<FlowInstance> attained() { return form<Run>("attained", equality); }
Form<RestInstance> conclusion_at_rest() { return form<RestRun>(with_phi); }
Form<StatesInstance> approximation() { return form<StatesRun>("approximation", close); }
Form<StatesInstance> quarter_attained() { return form<StatesRun>("1/4 attained", quarter); }
Form<RegularisedInstance> converges() { return form<RegularisedRun>("converges", within_epsilon); }

}  // namespace verigrad::weak_solution_existence
