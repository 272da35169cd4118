#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

#include <array>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness_differences.hpp"

namespace verigrad::weak_solution_uniqueness {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.6.5",
       .stem = "weak_solution_uniqueness",
       .title = "The weak solution is unique",
       .source = "Stochastic gradient methods, Lemma 5.6.5",
       .text = "A solution W ∈ C⁰([0, T[) of the weak formulation is unique; by |W₁(t) − W₂(t)|² ≤ C ∫ |W₁ − W₂|² dα "
               "and Gronwall's lemma. Shown on exact solutions, with C = −2a for J₁ = aw²/2 − cw",
       .code = {"flow/kinked_flow.hpp: KinkedFlow"},
       .hypotheses = {{"∇J₁ Lipschitz", "∇²J₁ is bounded"},
                      {"J₂ convex",
                       "J₂ is convex. Found: the proof does not need it, J₂ cancels in the sum; but for J₂ = −|w| "
                       "there is no weak solution at all"}}},
      first_lines(), doubled_lines(), limit_lines(), lines(), cutoff_lines(), estimate_lines(), gronwall_lines());
  return result;
}

std::string TwoFlowsInstance::describe() const {
  return fmt::format("{}, Z₀ = {}", WeakFlowInstance::describe(), in_words(z0));
}
std::string SquareRootInstance::describe() const { return fmt::format("w′ = √w, w(0) = 0, t = {}", t); }

bool hypotheses_hold(const TwoFlowsInstance& i) { return (i.lambda.array() >= 0).all(); }

namespace {

/// Whether every coordinate of W and of Z stays on one side of 0, the same for both.
bool on_one_side(const TwoFlowsInstance& i) {
  for (Eigen::Index j = 0; j < i.w0.size(); ++j)
    if (i.w0[j] * i.z0[j] <= 0 || i.coordinate(j, i.w0[j]).size() > 1 || i.coordinate(j, i.z0[j]).size() > 1)
      return false;
  return true;
}

constexpr int marks = 4;

struct Run {
  using Instance = TwoFlowsInstance;
  explicit Run(const TwoFlowsInstance& i) : a(exact(i.a)), end(exact(i.end)), kinetic(0), slope(0) {
    for (Number& d : distance2) d = 0;
    for (int k = 0; k <= marks; ++k) clock[std::size_t(k)] = enclose(clock_at(i, Rational(k, marks)));
    for (Eigen::Index j = 0; j < i.w0.size(); ++j) add(i, j);
  }

  Number a, end;
  std::array<Number, marks + 1> clock;      ///< u at four later times, from 1 to the end
  std::array<Number, marks + 1> distance2;  ///< |W − Z|² then
  Number kinetic;                           ///< ∫ |W − Z|²/2 a′ dα for the bump a
  Number slope;                             ///< ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα

private:
  void add(const TwoFlowsInstance& i, Eigen::Index j) {
    for (int k = 0; k <= marks; ++k)
      distance2[std::size_t(k)] += enclose(distance2_at(i, j, clock_at(i, Rational(k, marks))));
    for (const Difference& d : differences_of(i, j))
      integrate(enclose(d.from), enclose(d.to), enclose(d.constant), enclose(d.slope));
  }
  /// W − Z = constant + slope u, and a = u (1 − u)² (e − u)².
  void integrate(const Number& from, const Number& to, const Number& constant, const Number& rate) {
    const auto square_at = [&](const Number& u) { return square(constant + rate * u); };
    kinetic += polynomial_integral<Number>(
        [&](const Number& u) {
          const Number root = (1 - u) * (end - u);
          return frac(1, 2) * square_at(u) * (square(root) + 2 * u * root * (2 * u - 1 - end));
        },
        from, to);
    slope -= polynomial_integral<Number>([&](const Number& u) { return square_at(u) * square((1 - u) * (end - u)); },
                                         from, to);
  }
};

/// bound(run, j, k) for (uₖ/uⱼ)² in the estimate from time j to time k.
template <class Bound>
Form<TwoFlowsInstance> estimate(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    for (std::size_t j = 0; j < marks; ++j)
      for (std::size_t k = j + 1; k <= marks; ++k)
        claims.at_most("|W(t) − Z(t)|² ≤ e^(−2a(t − s)) |W(s) − Z(s)|²", r.distance2[k],
                       bound(r, j, k) * r.distance2[j], int(k));
  });
}
constexpr auto contraction = [](const Run& r, std::size_t j, std::size_t k) { return square(r.clock[k] / r.clock[j]); };
void equality(const Run& r, Claims& claims) {
  claims.equal("|W(t) − Z(t)|² = e^(−2at) |W₀ − Z₀|²", r.distance2[marks], square(r.end) * r.distance2[0]);
}
void printed_sum(const Run& r, Claims& claims) {
  claims.at_most("−∫ |W − Z|²/2 a′ ≤ ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a", -r.kinetic, r.slope);
}
void sum(const Run& r, Claims& claims) {
  claims.at_most("−∫ |W − Z|²/2 a′ ≤ ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a", -r.kinetic, -r.slope);
}
/// |W(t) − Z(t)|² and |W(s) − Z(s)|² + factor ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα, where W − Z = (W₀ − Z₀)u.
template <class Compare>
void between_marks(const Run& r, int factor, const Compare& compare) {
  for (std::size_t s = 0; s < marks; ++s)
    for (std::size_t t = s + 1; t <= marks; ++t) {
      const Number work = frac(1, 2) * (square(r.clock[s]) - square(r.clock[t])) * r.distance2[0];
      compare(r.distance2[t], r.distance2[s] + factor * work, int(t));
    }
}
void printed_estimate(const Run& r, Claims& claims) {
  between_marks(r, 1, [&](const Number& later, const Number& bound, int t) {
    claims.at_most("|W(t) − Z(t)|² ≤ |W(s) − Z(s)|² + ∫", later, bound, t);
  });
}
void estimate_with_two(const Run& r, Claims& claims) {
  between_marks(r, -2, [&](const Number& later, const Number& bound, int t) {
    claims.equal("|W(t) − Z(t)|² = |W(s) − Z(s)|² − 2∫ where J₂ is affine", later, bound, t);
  });
}

struct SquareRootRun {
  using Instance = SquareRootInstance;
  explicit SquareRootRun(const SquareRootInstance& i) : t(exact(i.t)) {}
  Number t;
};
void both_solutions(const SquareRootRun& r, Claims& claims) {
  claims.equal("(w′)² = w for w = t²/4", square(frac(1, 2) * r.t), frac(1, 4) * square(r.t));
  claims.equal("t²/4 = 0", frac(1, 4) * square(r.t), 0);
}

Forms<TwoFlowsInstance> planted_contraction() {
  return {estimate("sign: e^(2a(t − s))",
                   [](const Run& r, std::size_t j, std::size_t k) { return square(r.clock[j] / r.clock[k]); }),
          estimate("exponent: e^(−4at)",
                   [](const Run& r, std::size_t, std::size_t k) { return square(square(r.clock[k])); }),
          estimate("without ∇J₁", [](const Run&, std::size_t, std::size_t) { return Number(1); }),
          estimate("factor: half", [](const Run& r, std::size_t j, std::size_t k) {
            return frac(1, 2) * square(r.clock[k] / r.clock[j]);
          })};
}

/// J₁ = −w²/2, W = e^t, Z = 0, to e^t = 2.
TwoFlowsInstance growing() { return {{-1, at(0), at(0), at(1), 2}, at(0)}; }

FalseLine<TwoFlowsInstance> sign_of_B() {
  return {.words = {.key = "sum in the limit",
                    .place = "Proof of Lemma 5.6.5, the sum before a(α)",
                    .printed = "∫ |W − Z|²/2 a′ dα + ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα ≥ 0",
                    .corrected = "∫ |W − Z|²/2 a′ dα + ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a dα ≥ 0",
                    .remark =
                        "The sign of B. W and Z satisfy (5.41) for positive times; the line does not use their starts.",
                    .by_hand = "J₁ = −w²/2, J₂ = 0, W = eᵗ, Z = 0: the left side is −2∫ |W − Z|² a",
                    .weight = Weight::line,
                    .same_as = "sgm/5.6.5: limit of B"},
          .printed = form<Run>(printed_sum),
          .counterexample = growing(),
          .corrected = {form<Run>(sum)}};
}
FalseLine<TwoFlowsInstance> sign_and_factor() {
  return {.words = {.key = "estimate",
                    .place = "Proof of Lemma 5.6.5, the display after μ → 0, and with O(μ) the one before",
                    .printed = "|W(s) − Z(s)|² + ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα ≥ |W(t) − Z(t)|²",
                    .corrected = "|W(s) − Z(s)|² − 2 ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα ≥ |W(t) − Z(t)|²",
                    .remark = "Sign and factor.",
                    .by_hand =
                        "J₁ = −w²/2, W = eᵗ, Z = 0, from eˢ = 1 to eᵗ = 5/4: 1 − 9/32 is not ≥ 25/16, and 1 + 9/16 is",
                    .weight = Weight::line,
                    .same_as = "sgm/5.6.5: limit of B"},
          .printed = form<Run>(printed_estimate),
          .counterexample = growing(),
          .corrected = {right_estimate()}};
}

}  // namespace

TwoFlowsInstance near_the_kink(double a, double w0, double z0) {
  return {{a, at(0), at(0.5), at(w0), a < 0 ? 1.25 : 0.0625}, at(z0)};
}

Lines<TwoFlowsInstance> lines() {
  return {
      .errata = {sign_of_B()},
      .planted = planted_contraction(),
      .separating = {{{-0.25, at(0), at(0), at(0), 1.25}, at(0.25)}, {{0.25, at(0), at(0), at(0), 0.0625}, at(0.25)}}};
}
Lines<TwoFlowsInstance> estimate_lines() {
  return {
      .steps = {{"estimate attained", "the corrected estimate from s to t, for 0 ≤ s < t",
                 form<Run>(estimate_with_two).where(on_one_side)},
                {"constant C", "|W₁(t) − W₂(t)|² ≤ C ∫ |W₁ − W₂|² dα, with C = 2 sup |∇²J₁|", bounded_by_constant()}},
      .errata = {sign_and_factor()},
      .planted = planted_estimates(),
      .separating = {near_the_kink(-0.25, 0.25, -4.25), near_the_kink(0.25, 0.25, -4.25)}};
}

Form<TwoFlowsInstance> conclusion() { return estimate("stability", contraction); }
Form<TwoFlowsInstance> attained() { return form<Run>("attained", equality); }
Form<SquareRootInstance> unique() { return form<SquareRootRun>("unique", both_solutions); }

}  // namespace verigrad::weak_solution_uniqueness
