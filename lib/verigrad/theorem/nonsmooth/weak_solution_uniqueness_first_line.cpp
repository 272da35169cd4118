// Lemma 5.6.5, (5.41) as its proof takes it up: with its half, its term at t = 0, and a J₂ that is not convex.
#include <fmt/format.h>

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string DescendingInstance::describe() const {
  return fmt::format("J = |w|, W = {} − t, Y = {}, φ = {}({} − t)²", w0, y, from_0 ? "t²" : "", w0);
}
std::string NotConvexInstance::describe() const {
  return fmt::format("J₁ = 0, J₂ = −|w|, W = {} − {}t, Y = ±{}, φ = ({} − t)²", w0, speed, y, w0);
}

bool goes_down(const DescendingInstance& i) { return i.w0 > 0; }
bool stays_positive(const NotConvexInstance& i) { return i.w0 > 0 && i.speed <= 1; }

namespace {

/// The terms of (5.41) for J = |w|, W = w₀ − t down to 0, φ = t²(w₀ − t)² or (w₀ − t)².
struct DescendingRun {
  using Instance = DescendingInstance;
  explicit DescendingRun(const DescendingInstance& i) : w0(exact(i.w0)), y(exact(i.y)), from_0(i.from_0) {}

  Number phi(const Number& t) const { return from_0 ? square(t * (w0 - t)) : square(w0 - t); }
  Number phi_prime(const Number& t) const { return from_0 ? 2 * t * (w0 - t) * (w0 - 2 * t) : -2 * (w0 - t); }
  /// ∫ |W − Y|² φ′.
  Number kinetic() const {
    return polynomial_integral<Number>([this](const Number& t) { return square(w0 - t - y) * phi_prime(t); }, 0, w0);
  }
  /// ∫ (J₂(Y) − J₂(W))φ.
  Number potential() const {
    return polynomial_integral<Number>([this](const Number& t) { return (magnitude<Number>(y) - w0 + t) * phi(t); }, 0,
                                       w0);
  }
  /// |W₀ − Y|²/2 φ(0).
  Number initial() const { return frac(1, 2) * square(w0 - y) * phi(0); }

  Number w0, y;
  bool from_0;
};
void without_half(const DescendingRun& r, Claims& claims) {
  claims.at_most("−∫ |W − Y|² ∂ₜφ ≤ ∫ (J₂(Y) − J₂(W))φ", -r.kinetic(), r.potential());
}
void without_initial(const DescendingRun& r, Claims& claims) {
  claims.at_most("−∫ |W − Y|²/2 ∂ₜφ ≤ ∫ (J₂(Y) − J₂(W))φ", -frac(1, 2) * r.kinetic(), r.potential());
}
void with_initial(const DescendingRun& r, Claims& claims) {
  claims.at_most("−∫ |W − Y|²/2 ∂ₜφ ≤ ∫ (J₂(Y) − J₂(W))φ + |W₀ − Y|²/2 φ(0)", -frac(1, 2) * r.kinetic(),
                 r.potential() + r.initial());
}
bool starts_at_0(const DescendingInstance& i) { return i.from_0; }
bool does_not_start_at_0(const DescendingInstance& i) { return !i.from_0; }

/// The left side of (5.41) for J₁ = 0, J₂ = −|w|, W = w₀ − speed·t ≥ 0 and φ = (w₀ − t)².
struct NotConvexRun {
  using Instance = NotConvexInstance;
  explicit NotConvexRun(const NotConvexInstance& i) : w0(exact(i.w0)), speed(exact(i.speed)), y(exact(i.y)) {}

  Number left_side(const Number& Y) const {
    return polynomial_integral<Number>(
               [&](const Number& t) {
                 const Number w = w0 - speed * t, phi = square(w0 - t);
                 return (w - magnitude<Number>(Y)) * phi - square(w - Y) * (w0 - t);
               },
               0, w0) +
           frac(1, 2) * square((w0 - Y) * w0);
  }
  /// ∫ φ.
  Number mass() const { return frac(1, 3) * w0 * square(w0); }

  Number w0, speed, y;
};
/// Of Y and −Y only 2|Y| ∫ φ is left, which grows without bound.
void no_solution(const NotConvexRun& r, Claims& claims) {
  claims.equal("(5.41) at Y and at −Y: 2 (5.41) at 0 − 2|Y| ∫ φ", r.left_side(r.y) + r.left_side(-r.y),
               2 * r.left_side(0) - 2 * magnitude<Number>(r.y) * r.mass());
  const Number far = 1 + magnitude<Number>(r.left_side(0)) / r.mass();
  claims.less("(5.41) at Y < −(5.41) at −Y for a large Y", r.left_side(far), -r.left_side(-far));
}

FalseLine<DescendingInstance> lost_half_of_5_41() {
  return {
      .words = {.key = "half of (5.41)",
                .place = "Proof of Lemma 5.6.5, first three displays",
                .printed = "∫ [|W − Y|² ∂ₜφ + ⟨∇J₁(W), Y − W⟩ + (J₂(Y) − J₂(W))φ] dt ≥ 0",
                .corrected = "∫ [|W − Y|²/2 ∂ₜφ + (⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W))φ] dt ≥ 0 for φ(0, s) = 0",
                .remark = "(5.41) has |W − Y|²/2. The bracket that leaves φ off ∇J₁ is an erratum of (5.41) itself.",
                .by_hand = "J₁ = 0, J₂ = |w|, W = 1 − t, Y = 2, φ = t²(1 − t)² on [0, 1]: the left side is −1/20, with "
                           "the half it is 0",
                .weight = Weight::line},
      .printed = form<DescendingRun>(without_half),
      .counterexample = {.w0 = 1, .y = 2, .from_0 = true},
      .corrected = {form<DescendingRun>(without_initial).where(starts_at_0)}};
}
FalseLine<DescendingInstance> lost_term_at_0() {
  return {
      .words =
          {.key = "initial term",
           .place = "Proof of Lemma 5.6.5, first display, with φ ∈ C¹₊([0, T[²)",
           .printed =
               "φ(t, s) ∈ C¹₊([0, T)²) … ∫ [|W − Y|² ∂ₜφ + …] dt ≥ 0 [without the term |W₀ − Y|²/2 φ(0, s) of (5.41)]",
           .corrected = "∫ […] dt + |W₀ − Y|²/2 φ(0, s) ≥ 0",
           .remark = "(5.41)'s last term is 0 only where φ(0, s) = 0; for the φ of the proof it is, once the support "
                     "of a is farther from 0 than ε.",
           .by_hand =
               "J₁ = 0, J₂ = |w|, W = 1 − t, Y = 2, φ = (1 − t)² on [0, 1]: −1/2, and with |W₀ − Y|²/2 = 1/2 it is 0",
           .weight = Weight::line},
      .printed = form<DescendingRun>(without_initial),
      .counterexample = {.w0 = 1, .y = 2, .from_0 = false},
      .corrected = {form<DescendingRun>(with_initial).where(does_not_start_at_0)}};
}

}  // namespace

Lines<DescendingInstance> first_lines() { return {.errata = {lost_half_of_5_41(), lost_term_at_0()}}; }
Form<NotConvexInstance> no_solution_exists() { return form<NotConvexRun>("no solution", no_solution); }

}  // namespace verigrad::weak_solution_uniqueness
