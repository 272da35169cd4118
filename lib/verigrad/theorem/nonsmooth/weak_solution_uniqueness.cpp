#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

#include <array>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness_differences.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string TwoFlows::describe() const { return fmt::format("{}, Z₀ = {}", WeakFlow::describe(), in_words(z0)); }
std::string SquareRoot::describe() const { return fmt::format("w′ = √w, w(0) = 0, t = {}", t); }

bool hypotheses_hold(const TwoFlows& i) { return (i.lambda.array() >= 0).all(); }

namespace {

/// Whether every coordinate of W and of Z stays on one side of 0, the same for both.
bool on_one_side(const TwoFlows& i) {
  for (Eigen::Index j = 0; j < i.w0.size(); ++j)
    if (i.w0[j] * i.z0[j] <= 0 || i.coordinate(j, i.w0[j]).size() > 1 || i.coordinate(j, i.z0[j]).size() > 1)
      return false;
  return true;
}

constexpr int marks = 4;

struct Run {
  using Instance = TwoFlows;
  explicit Run(const TwoFlows& i) : a(exact(i.a)), end(exact(i.end)), kinetic(0), slope(0) {
    for (Number& d : distance2) d = Number(0);
    for (int k = 0; k <= marks; ++k) clock[std::size_t(k)] = enclose(clock_at(i, Rational(k, marks)));
    for (Eigen::Index j = 0; j < i.w0.size(); ++j) add(i, j);
  }

  Number a, end;
  std::array<Number, marks + 1> clock;      ///< u at four later times, from 1 to the end
  std::array<Number, marks + 1> distance2;  ///< |W − Z|² then
  Number kinetic;                           ///< ∫ |W − Z|²/2 a′ dα for the bump a
  Number slope;                             ///< ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα

private:
  void add(const TwoFlows& i, Eigen::Index j) {
    for (int k = 0; k <= marks; ++k)
      distance2[std::size_t(k)] += enclose(distance2_at(i, j, clock_at(i, Rational(k, marks))));
    for (const Difference& d : differences_of(i, j))
      integrate(enclose(d.from), enclose(d.to), enclose(d.constant), enclose(d.slope));
  }
  /// W − Z = constant + slope u, and a = u (1 − u)² (e − u)².
  void integrate(const Number& from, const Number& to, const Number& constant, const Number& rate) {
    const auto square_at = [&](const Number& u) { return square(Number(constant + rate * u)); };
    kinetic += polynomial_integral<Number>(
        [&](const Number& u) {
          const Number root = (1 - u) * (end - u);
          return frac(1, 2) * square_at(u) * (square(root) + 2 * u * root * (2 * u - 1 - end));
        },
        from, to);
    slope -= polynomial_integral<Number>(
        [&](const Number& u) { return square_at(u) * square(Number((1 - u) * (end - u))); }, from, to);
  }
};

/// bound(run, j, k) for (uₖ/uⱼ)² in the estimate from time j to time k.
template <class Bound>
Form<TwoFlows> estimate(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    for (std::size_t j = 0; j < marks; ++j)
      for (std::size_t k = j + 1; k <= marks; ++k)
        claims.at_most("|W(t) − Z(t)|² ≤ e^(−2a(t − s)) |W(s) − Z(s)|²", r.distance2[k],
                       Number(bound(r, j, k)) * r.distance2[j], int(k));
  });
}
constexpr auto contraction = [](const Run& r, std::size_t j, std::size_t k) {
  return square(Number(r.clock[k] / r.clock[j]));
};
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
      compare(r.distance2[t], Number(r.distance2[s] + Number(factor) * work), int(t));
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
  using Instance = SquareRoot;
  explicit SquareRootRun(const SquareRoot& i) : t(exact(i.t)) {}
  Number t;
};
void both_solutions(const SquareRootRun& r, Claims& claims) {
  claims.equal("(w′)² = w for w = t²/4", square(Number(frac(1, 2) * r.t)), frac(1, 4) * square(r.t));
  claims.equal("t²/4 = 0", frac(1, 4) * square(r.t), 0);
}

}  // namespace

Form<TwoFlows> conclusion() { return estimate("stability", contraction); }
Form<TwoFlows> attained() { return form<Run>("attained", equality); }

Forms<TwoFlows> planted() {
  return {estimate("sign: e^(2a(t − s))",
                   [](const Run& r, std::size_t j, std::size_t k) { return square(Number(r.clock[j] / r.clock[k])); }),
          estimate("exponent: e^(−4at)",
                   [](const Run& r, std::size_t, std::size_t k) { return square(square(r.clock[k])); }),
          estimate("without ∇J₁", [](const Run&, std::size_t, std::size_t) { return Number(1); }),
          estimate("factor: half", [](const Run& r, std::size_t j, std::size_t k) {
            return frac(1, 2) * square(Number(r.clock[k] / r.clock[j]));
          })};
}

Forms<TwoFlows> flow_errata() {
  return {form<Run>("sum in the limit", printed_sum), form<Run>("estimate", printed_estimate)};
}
Form<TwoFlows> sum_in_the_limit() { return form<Run>("sum in the limit", sum); }
Form<TwoFlows> estimate_attained() { return form<Run>("estimate attained", estimate_with_two).where(on_one_side); }

Form<SquareRoot> unique() { return form<SquareRootRun>("unique", both_solutions); }

}  // namespace verigrad::weak_solution_uniqueness
