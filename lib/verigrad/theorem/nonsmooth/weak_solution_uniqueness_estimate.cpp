// Lemma 5.6.5, the estimate between two times where W and Z are on both sides of a kink: its integrals have logarithms.
#include <algorithm>

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness_differences.hpp"

namespace verigrad::weak_solution_uniqueness {
namespace {

using Pieces = std::vector<KinkedFlow::Piece>;

/// The piece of a solution when the clock shows u.
const KinkedFlow::Piece& piece_at(const Pieces& pieces, const Rational& u) {
  for (const KinkedFlow::Piece& piece : pieces)
    if (u <= std::max(piece.from, piece.to) && u >= std::min(piece.from, piece.to)) return piece;
  return pieces.back();
}

std::vector<Rational> knots_of(const TwoFlowsInstance& i, const Pieces& w, const Pieces& z) {
  std::vector<Rational> knots{1};
  for (const Pieces* pieces : {&w, &z})
    for (const KinkedFlow::Piece& piece : *pieces) knots.push_back(piece.to);
  std::sort(knots.begin(), knots.end());
  if (i.a > 0) std::reverse(knots.begin(), knots.end());
  return knots;
}

}  // namespace

Rational clock_at(const TwoFlowsInstance& i, const Rational& share) { return 1 + share * (Rational(i.end) - 1); }

std::vector<Difference> differences_of(const TwoFlowsInstance& i, Eigen::Index j, const Rational& start) {
  const Pieces w = i.coordinate(j, i.w0[j]), z = i.coordinate(j, i.z0[j]);
  const std::vector<Rational> knots = knots_of(i, w, z);
  const auto later = [&](const Rational& a, const Rational& b) { return i.a > 0 ? a < b : a > b; };
  std::vector<Difference> differences;
  for (std::size_t k = 0; k + 1 < knots.size(); ++k) {
    if (!later(knots[k + 1], start)) continue;
    const Rational from = later(start, knots[k]) ? start : knots[k], middle = (from + knots[k + 1]) / 2;
    const KinkedFlow::Piece &of_w = piece_at(w, middle), &of_z = piece_at(z, middle);
    const Rational sides = (of_w.constant + of_w.slope * middle) * (of_z.constant + of_z.slope * middle);
    differences.push_back(
        {from, knots[k + 1], of_w.constant - of_z.constant, of_w.slope - of_z.slope, i.lambda[j] > 0 && sides < 0});
  }
  return differences;
}

Rational distance2_at(const TwoFlowsInstance& i, Eigen::Index j, const Rational& u) {
  const Pieces w = i.coordinate(j, i.w0[j]), z = i.coordinate(j, i.z0[j]);
  const KinkedFlow::Piece &of_w = piece_at(w, u), &of_z = piece_at(z, u);
  return square(Rational(of_w.constant - of_z.constant + (of_w.slope - of_z.slope) * u));
}

namespace {

/// Whether W and Z start on both sides of a kink of J₂: the estimate is strict. Where it is an equality, enclosures of
/// logarithms cannot decide it.
bool across_a_kink(const TwoFlowsInstance& i) {
  for (Eigen::Index j = 0; j < i.w0.size(); ++j)
    if (i.lambda[j] > 0 && i.w0[j] * i.z0[j] < 0) return true;
  return false;
}

/// The estimate from s = 0, and from later times while W and Z are still on both sides of a kink.
struct EstimateRun {
  using Instance = TwoFlowsInstance;
  explicit EstimateRun(const TwoFlowsInstance& i) {
    for (int quarter = 0; quarter < 4; ++quarter) add(i, clock_at(i, Rational(quarter, 4)), quarter);
  }

  struct Times {
    int quarter;          ///< s, on the clock
    Number start2, end2;  ///< |W − Z|² at the time s and at the end
    Number work;          ///< ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα, by dα = −du/(au)
  };
  std::vector<Times> times;

private:
  void add(const TwoFlowsInstance& i, const Rational& clock, int quarter) {
    Times from_s{quarter, 0, 0, 0};
    bool apart = false;
    for (Eigen::Index j = 0; j < i.w0.size(); ++j) {
      const std::vector<Difference> differences = differences_of(i, j, clock);
      from_s.start2 += enclose(distance2_at(i, j, clock));
      from_s.end2 += enclose(distance2_at(i, j, Rational(i.end)));
      for (const Difference& difference : differences) {
        from_s.work += integral(difference);
        apart = apart || difference.apart;
      }
    }
    if (apart) times.push_back(from_s);
  }
  /// ∫ a(A + Bu)² dα = −A² log(to/from) − 2AB(to − from) − B²(to² − from²)/2.
  static Number integral(const Difference& d) {
    const Rational straight =
        2 * d.constant * d.slope * (d.to - d.from) + square(d.slope) * (square(d.to) - square(d.from)) / 2;
    return -(enclose(square(d.constant)) * log(enclose(Rational(d.to / d.from)))) - enclose(straight);
  }
};
/// |W(t) − Z(t)|² ≤ |W(s) − Z(s)|² + factor·∫.
Form<TwoFlowsInstance> estimate_with(const char* key, int factor) {
  return form<EstimateRun>(key,
                           [factor](const EstimateRun& r, Claims& claims) {
                             for (const EstimateRun::Times& s : r.times)
                               claims.at_most("|W(t) − Z(t)|² ≤ |W(s) − Z(s)|² + factor ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩",
                                              s.end2, s.start2 + factor * s.work, s.quarter);
                           })
      .in_balls()
      .where(across_a_kink);
}
/// |W(t) − Z(t)|² ≤ |W(s) − Z(s)|² + C ∫ |W − Z|² with C = multiple·|J₁″|; the last display has s = 0, W₀ = Z₀.
Form<TwoFlowsInstance> with_constant(const char* key, int multiple) {
  return form<EstimateRun>(key,
                           [multiple](const EstimateRun& r, Claims& claims) {
                             for (const EstimateRun::Times& s : r.times)
                               claims.at_most("|W(t) − Z(t)|² ≤ |W(s) − Z(s)|² + C ∫ |W − Z|²", s.end2,
                                              s.start2 + multiple * magnitude<Number>(s.work), s.quarter);
                           })
      .in_balls()
      .where(across_a_kink);
}

}  // namespace

Form<TwoFlowsInstance> right_estimate() { return estimate_with("", -2); }
Form<TwoFlowsInstance> bounded_by_constant() { return with_constant("", 2); }
Forms<TwoFlowsInstance> planted_estimates() {
  return {estimate_with("estimate, factor: −∫", -1), estimate_with("estimate, sign: +2∫", 2),
          estimate_with("estimate, factor: −4∫", -4), estimate_with("estimate, missing term: 0", 0),
          with_constant("constant C, factor: |J₁″|", 1)};
}

}  // namespace verigrad::weak_solution_uniqueness
