#include "verigrad/theorem/weak_solution_uniqueness.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/ball_form.hpp"

namespace verigrad::weak_solution_uniqueness {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.6.5",
      .stem = "weak_solution_uniqueness",
      .title = "The weak solution is unique",
      .source = "Stochastic gradient methods, Lemma 5.6.5",
      .text =
          "A solution W ∈ C⁰([0, T[) of the weak formulation is unique; by |W₁(t) − W₂(t)|² ≤ C ∫ |W₁ − W₂|² dα and "
          "Gronwall's lemma. Shown on exact solutions, with C = −2a for J₁ = aw²/2 − cw. Found: a in the proof is "
          "piecewise linear, where C¹ is asked for; J stands for J₂ in two displays",
      .hypotheses = {{"∇J₁ Lipschitz", "∇²J₁ is bounded"}, {"J₂ convex", "J₂ is convex"}},
      .steps = {{"sum of derivatives", "(∂ₜ + ∂ₛ)φ(t, s) = a′(α) (1/ε) b(β/ε)"},
                {"B", "B = ∫∫ ⟨∇J₁(W(t)) − ∇J₁(Z(s)), Z(s) − W(t)⟩ φ dt ds, up to O(ε²) −α ∫ |W − Z|² a dα"}},
      .errata = {
          {.key = "half of (5.41)",
           .place = "Proof of Lemma 5.6.5, first and second display",
           .printed = "∫ [|W − Y|² ∂ₜφ + ⟨∇J₁(W), Y − W⟩ + (J₂(Y) − J₂(W))φ] dt ≥ 0",
           .corrected = "∫ [|W − Y|²/2 ∂ₜφ + (⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W))φ] dt ≥ 0 for φ(0, s) = 0",
           .remark =
               "(5.41) has |W − Y|²/2, and |W₀ − Y|²/2 φ(0) where φ(0, s) > 0. J₁ = 0, J₂ = |w|, W = 1 − t, Y = 2, "
               "φ = t²(1 − t)² on [0, 1]: the left side is −1/20, with the half it is 0"},
          {.key = "limit of A",
           .place = "Proof of Lemma 5.6.5, after footnote 1",
           .printed = "A = ∫∫ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dα dβ → ∫ |W − Z|²/2 a′ dα",
           .corrected = "A → ∫ |W − Z|² a′ dα",
           .remark =
               "∫ b = 1. W = t, Z = 0, a a bump on [0, 1]: both sides are exact for every ε. In the end the ratio "
               "of A to B is right: (5.41)'s ½ and the Jacobian dt ds = 2 dα dβ were lost before"},
          {.key = "Jacobian",
           .place = "Proof of Lemma 5.6.5, A in the variables α and β",
           .printed = "dt ds = dα dβ for α = (t + s)/2, β = (t − s)/2",
           .corrected = "dt ds = 2 dα dβ",
           .remark = "t = α + β, s = α − β has the determinant −2"},
          {.key = "limit of B",
           .place = "Proof of Lemma 5.6.5, \"A similar algebra\", and the display after it",
           .printed = "B → ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα",
           .corrected = "B → ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a dα",
           .remark = "B was defined with Z − W. The line speaks of any continuous W and Z"},
          {.key = "half",
           .place = "Proof of Lemma 5.6.5, the display after a(α)",
           .printed = "∫ |W − Z|²/2 a′ dα = (1/μ) ∫ |W − Z|² over [s − μ, s] − (1/μ) ∫ |W − Z|² over [t − μ, t]",
           .corrected = "∫ |W − Z|²/2 a′ dα = (1/2μ) ∫ |W − Z|² − (1/2μ) ∫ |W − Z|², over the same intervals",
           .remark = "a′ is 1/μ, 0 and −1/μ. W = 1, Z = 0 and two widths would not tell: both sides are 0; W = t does"},
          {.key = "sum in the limit",
           .place = "Proof of Lemma 5.6.5, the sum before a(α)",
           .printed = "∫ |W − Z|²/2 a′ dα + ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα ≥ 0",
           .corrected = "∫ |W − Z|²/2 a′ dα + ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a dα ≥ 0",
           .remark =
               "the sign of B. W = eᵗ and Z = 0 for J₁ = −w²/2, J₂ = 0: the left side is −2∫ |W − Z|² a. The line uses "
               "that W and Z satisfy (5.41) for positive times, not their starts"},
          {.key = "estimate",
           .place = "Proof of Lemma 5.6.5, the display after μ → 0",
           .printed = "|W(s) − Z(s)|² + ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα ≥ |W(t) − Z(t)|²",
           .corrected = "|W(s) − Z(s)|² − 2 ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα ≥ |W(t) − Z(t)|²",
           .remark = "sign and factor. J₁ = −w²/2, W = eᵗ, Z = 0, s = 0, eᵗ = 2: 1 − 3/2 is not ≥ 4, and 1 + 3 is"}}};
  return result;
}

std::string TwoFlows::describe() const { return fmt::format("{}, Z₀ = {}", WeakFlow::describe(), in_words(z0)); }
std::string SquareRoot::describe() const { return fmt::format("w′ = √w, w(0) = 0, t = {}", t); }

bool hypotheses_hold(const TwoFlows& i) { return (i.lambda.array() >= 0).all(); }

namespace {

using Pieces = std::vector<KinkedFlow::Piece>;

/// The piece of a solution when the clock shows u.
const KinkedFlow::Piece& piece_at(const Pieces& pieces, const Rational& u) {
  for (const KinkedFlow::Piece& piece : pieces)
    if (u <= std::max(piece.from, piece.to) && u >= std::min(piece.from, piece.to)) return piece;
  return pieces.back();
}

/// W − Z = constant + slope u in one coordinate, while the clock goes from `from` to `to`.
struct Difference {
  Rational from, to, constant, slope;

  Rational squared(const Rational& u) const { return square(Rational(constant + slope * u)); }
};
std::vector<Difference> differences_of(const TwoFlows& i, Eigen::Index j) {
  const Pieces w = i.coordinate(j, i.w0[j]), z = i.coordinate(j, i.z0[j]);
  std::vector<Rational> knots{1};
  for (const Pieces* pieces : {&w, &z})
    for (const KinkedFlow::Piece& piece : *pieces) knots.push_back(piece.to);
  std::sort(knots.begin(), knots.end());
  if (i.a > 0) std::reverse(knots.begin(), knots.end());
  std::vector<Difference> differences;
  for (std::size_t k = 0; k + 1 < knots.size(); ++k) {
    const Rational middle = (knots[k] + knots[k + 1]) / 2;
    const KinkedFlow::Piece &of_w = piece_at(w, middle), &of_z = piece_at(z, middle);
    differences.push_back({knots[k], knots[k + 1], of_w.constant - of_z.constant, of_w.slope - of_z.slope});
  }
  return differences;
}

/// Whether every coordinate of W and of Z stays on one side of 0, the same for both.
bool on_one_side(const TwoFlows& i) {
  for (Eigen::Index j = 0; j < i.w0.size(); ++j)
    if (i.w0[j] * i.z0[j] <= 0 || i.coordinate(j, i.w0[j]).size() > 1 || i.coordinate(j, i.z0[j]).size() > 1)
      return false;
  return true;
}

constexpr int marks = 4;

template <class T>
struct Run {
  using Instance = TwoFlows;
  explicit Run(const TwoFlows& i) : a(exact<T>(i.a)), end(exact<T>(i.end)), kinetic(0), slope(0) {
    for (T& d : distance2) d = T(0);
    for (int k = 0; k <= marks; ++k) clock[std::size_t(k)] = enclose<T>(mark(i, k));
    for (Eigen::Index j = 0; j < i.w0.size(); ++j) add(i, j);
  }

  T a, end;
  std::array<T, marks + 1> clock;      ///< u at four later times, from 1 to the end
  std::array<T, marks + 1> distance2;  ///< |W − Z|² then
  T kinetic;                           ///< ∫ |W − Z|²/2 a′ dα for the bump a
  T slope;                             ///< ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα

private:
  static Rational mark(const TwoFlows& i, int k) { return 1 + Rational(k, marks) * (Rational(i.end) - 1); }

  void add(const TwoFlows& i, Eigen::Index j) {
    const Pieces w = i.coordinate(j, i.w0[j]), z = i.coordinate(j, i.z0[j]);
    for (int k = 0; k <= marks; ++k) {
      const Rational u = mark(i, k);
      const KinkedFlow::Piece &of_w = piece_at(w, u), &of_z = piece_at(z, u);
      distance2[std::size_t(k)] +=
          enclose<T>(square(Rational(of_w.constant - of_z.constant + (of_w.slope - of_z.slope) * u)));
    }
    for (const Difference& d : differences_of(i, j))
      integrate(enclose<T>(d.from), enclose<T>(d.to), enclose<T>(d.constant), enclose<T>(d.slope));
  }
  /// W − Z = constant + slope u, and a = u (1 − u)² (e − u)².
  void integrate(const T& from, const T& to, const T& constant, const T& rate) {
    const auto square_at = [&](const T& u) { return square(T(constant + rate * u)); };
    kinetic += polynomial_integral<T>(
        [&](const T& u) {
          const T root = (T(1) - u) * (end - u);
          return frac<T>(1, 2) * square_at(u) * (square(root) + T(2) * u * root * (T(2) * u - T(1) - end));
        },
        from, to);
    slope -=
        polynomial_integral<T>([&](const T& u) { return square_at(u) * square(T((T(1) - u) * (end - u))); }, from, to);
  }
};

/// bound(run, j, k) for (uₖ/uⱼ)² in the estimate from time j to time k.
template <class Bound>
Form<TwoFlows> estimate(const char* key, Bound bound) {
  return form<Run>(key, [bound]<class T>(const Run<T>& r, Claims<T>& claims) {
    for (std::size_t j = 0; j < marks; ++j)
      for (std::size_t k = j + 1; k <= marks; ++k)
        claims.at_most("|W(t) − Z(t)|² ≤ e^(−2a(t − s)) |W(s) − Z(s)|²", r.distance2[k],
                       T(bound(r, j, k)) * r.distance2[j], int(k));
  });
}
constexpr auto contraction = []<class T>(const Run<T>& r, std::size_t j, std::size_t k) {
  return square(T(r.clock[k] / r.clock[j]));
};
constexpr auto equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("|W(t) − Z(t)|² = e^(−2at) |W₀ − Z₀|²", r.distance2[marks], square(r.end) * r.distance2[0]);
};
constexpr auto printed_sum = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Z|²/2 a′ ≤ ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a", -r.kinetic, r.slope);
};
constexpr auto sum = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Z|²/2 a′ ≤ ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a", -r.kinetic, -r.slope);
};
/// ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα from 0 to the end, where W − Z = (W₀ − Z₀)u.
template <class T>
T work(const Run<T>& r) {
  return frac<T>(1, 2) * (T(1) - square(r.end)) * r.distance2[0];
}
constexpr auto printed_estimate = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("|W(t) − Z(t)|² ≤ |W(s) − Z(s)|² + ∫", r.distance2[marks], r.distance2[0] + work(r));
};
constexpr auto estimate_with_two = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("|W(t) − Z(t)|² = |W(s) − Z(s)|² − 2∫ where J₂ is affine", r.distance2[marks],
               r.distance2[0] - T(2) * work(r));
};

/// Whether W and Z start on both sides of a kink of J₂: the estimate is strict. Where it is an equality, enclosures of
/// logarithms cannot decide it.
bool across_a_kink(const TwoFlows& i) {
  for (Eigen::Index j = 0; j < i.w0.size(); ++j)
    if (i.lambda[j] > 0 && i.w0[j] * i.z0[j] < 0) return true;
  return false;
}

struct EstimateRun {
  using Instance = TwoFlows;
  explicit EstimateRun(const TwoFlows& i) : start2(0), end2(0), work(0) {
    for (Eigen::Index j = 0; j < i.w0.size(); ++j) {
      const std::vector<Difference> differences = differences_of(i, j);
      start2 += enclose<Ball>(differences.front().squared(differences.front().from));
      end2 += enclose<Ball>(differences.back().squared(differences.back().to));
      for (const Difference& difference : differences) work += integral(difference);
    }
  }

  Ball start2, end2;  ///< |W − Z|² at the time 0 and at the end
  Ball work;          ///< ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα, by dα = −du/(au)

private:
  /// ∫ a(A + Bu)² dα = −A² log(to/from) − 2AB(to − from) − B²(to² − from²)/2.
  static Ball integral(const Difference& d) {
    const Rational straight =
        2 * d.constant * d.slope * (d.to - d.from) + square(d.slope) * (square(d.to) - square(d.from)) / 2;
    return -(enclose<Ball>(square(d.constant)) * log(enclose<Ball>(Rational(d.to / d.from)))) - enclose<Ball>(straight);
  }
};
/// |W(t) − Z(t)|² ≤ |W(0) − Z(0)|² + factor·∫.
Form<TwoFlows> estimate_with(const char* key, int factor) {
  return ball_form<EstimateRun>(key,
                                [factor](const EstimateRun& r, Claims<Ball>& claims) {
                                  claims.at_most("|W(t) − Z(t)|² ≤ |W(s) − Z(s)|² + factor ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩",
                                                 r.end2, r.start2 + Ball(factor) * r.work);
                                })
      .where(across_a_kink);
}

template <class T>
struct SquareRootRun {
  using Instance = SquareRoot;
  explicit SquareRootRun(const SquareRoot& i) : t(exact<T>(i.t)) {}
  T t;
};
constexpr auto both_solutions = []<class T>(const SquareRootRun<T>& r, Claims<T>& claims) {
  claims.equal("(w′)² = w for w = t²/4", square(T(frac<T>(1, 2) * r.t)), frac<T>(1, 4) * square(r.t));
  claims.equal("t²/4 = 0", frac<T>(1, 4) * square(r.t), T(0));
};

}  // namespace

Form<TwoFlows> conclusion() { return estimate("stability", contraction); }
Form<TwoFlows> attained() { return form<Run>("attained", equality); }

Forms<TwoFlows> planted() {
  return {estimate("sign: e^(2a(t − s))", []<class T>(const Run<T>& r, std::size_t j,
                                                      std::size_t k) { return square(T(r.clock[j] / r.clock[k])); }),
          estimate("missing square",
                   []<class T>(const Run<T>& r, std::size_t, std::size_t k) { return square(T(square(r.clock[k]))); }),
          estimate("without ∇J₁", []<class T>(const Run<T>&, std::size_t, std::size_t) { return T(1); }),
          estimate("factor: half", []<class T>(const Run<T>& r, std::size_t j, std::size_t k) {
            return frac<T>(1, 2) * square(T(r.clock[k] / r.clock[j]));
          })};
}

Forms<TwoFlows> flow_errata() {
  return {form<Run>("sum in the limit", printed_sum), form<Run>("estimate", printed_estimate)};
}
Forms<TwoFlows> flow_corrected() { return {form<Run>("sum in the limit", sum), estimate_with("estimate", -2)}; }
Forms<TwoFlows> planted_estimates() {
  return {estimate_with("estimate, factor: −∫", -1), estimate_with("estimate, sign: +2∫", 2),
          estimate_with("estimate, factor: −4∫", -4), estimate_with("estimate, missing term: 0", 0)};
}
Form<TwoFlows> estimate_attained() { return form<Run>("estimate attained", estimate_with_two).where(on_one_side); }

Form<SquareRoot> unique() { return form<SquareRootRun>("unique", both_solutions); }

}  // namespace verigrad::weak_solution_uniqueness
