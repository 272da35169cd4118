#include "verigrad/theorem/convexity/minimum_on_compact_set.hpp"

#include <fmt/format.h>

#include "verigrad/number/power.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::minimum_on_compact_set {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.0.1",
      .stem = "minimum_on_compact_set",
      .title = "A minimiser exists on a closed bounded set",
      .source = "Stochastic gradient methods, Theorem 5.0.1",
      .text = "there exists a minimizer W* ∈ Ω such that J(W*) ≤ J(W) for all W ∈ Ω",
      .code = {"algorithm/branch_and_bound.hpp: branch_and_bound"},
      .hypotheses = {{"closed", "Ω is closed"},
                     {"bounded", "Ω is bounded"},
                     {"continuous", "J is continuous"},
                     {"finite dimension", "Ω ⊂ ℝ^q"},
                     {"not empty", "Ω ≠ ∅, which is not printed: ∅ is closed and bounded and has no minimiser"}},
      .formal = {.theorems = {"conclusion"}, .given = "Ω is not empty"},
      .errata = {
          {.key = "Ω not empty",
           .place = "Theorem 5.0.1",
           .printed = "Let J: Ω → ℝ be a continuous function over a closed bounded set in finite dimension Ω ⊂ ℝ^q",
           .corrected = "Ω ≠ ∅",
           .remark = "The empty set is closed and bounded.",
           .weight = Weight::notation}}};
  return result;
}

namespace {

std::string in_words(const Box& box) {
  return fmt::format("Ω from {} to {}", verigrad::in_words(box.lower), verigrad::in_words(box.upper));
}

bool contains(const Box& box, const Vector<double>& w) {
  return (box.lower.array() <= w.array()).all() && (w.array() <= box.upper.array()).all();
}

}  // namespace

std::string BoxInstance::describe() const {
  return fmt::format("J = {}; {}, gap 2^−{}", J->describe(), in_words(omega), gap_bits);
}

std::string SeparableInstance::describe() const {
  return fmt::format("λ = {}, c = {}; {}, W = {}", verigrad::in_words(spectrum), verigrad::in_words(centre),
                     in_words(omega), verigrad::in_words(w));
}

std::string Candidate::describe() const { return fmt::format("W* = {}", verigrad::in_words(w)); }

bool hypotheses_hold(const BoxInstance& instance) {
  return (instance.omega.lower.array() <= instance.omega.upper.array()).all();
}

bool is_point_of_box(const SeparableInstance& instance) { return contains(instance.omega, instance.w); }

namespace {

void claim_in_box(const Box& box, const Vector<Number>& w, Claims& claims) {
  for (Eigen::Index i = 0; i < w.size(); ++i) {
    claims.at_most("lower end of Ω ≤ W", exact(box.lower[i]), w[i], int(i));
    claims.at_most("W ≤ upper end of Ω", w[i], exact(box.upper[i]), int(i));
  }
}

struct Run {
  using Instance = BoxInstance;
  explicit Run(const BoxInstance& instance)
      : J(*instance.J),
        omega(instance.omega),
        found(branch_and_bound(J, omega, instance.gap_bits)),
        pieces(subdivision(omega, found.splits)),
        at_best(over().value(exact(found.best))),
        bound(exact(found.bound)),
        gap(exact(found.gap)),
        gap_bits(instance.gap_bits) {}

  const ObjectiveOver<Number>& over() const { return J.over<Number>(); }

  const Objective& J;
  Box omega;
  BoxMinimum found;
  std::vector<Box> pieces;
  Number at_best;  ///< J(W̃)
  Number bound;    ///< ℓ
  Number gap;
  int gap_bits;
};

Number volume(const Box& box) {
  Number product = 1;
  for (Eigen::Index i = 0; i < box.lower.size(); ++i) product = product * (exact(box.upper[i]) - exact(box.lower[i]));
  return product;
}

/// Volume and centre of mass of the pieces are those of Ω.
void pieces_make_the_whole(const Run& r, Claims& claims) {
  const auto moment = [](const Box& box, Eigen::Index i) {
    return volume(box) * (exact(box.lower[i]) + exact(box.upper[i]));
  };
  for (Eigen::Index i = 0; i < r.omega.lower.size(); ++i) {
    Number whole = 0, first_moment = 0;
    for (const Box& piece : r.pieces) {
      whole += volume(piece);
      first_moment += moment(piece, i);
    }
    claims.equal("Σ ∫ dW over the pieces = ∫ dW over Ω", whole, volume(r.omega), int(i));
    claims.equal("Σ ∫ 2W dW over the pieces = ∫ 2W dW over Ω", first_moment, moment(r.omega, i), int(i));
  }
}

void enclosed(const Run& r, Claims& claims) {
  pieces_make_the_whole(r, claims);
  claim_in_box(r.omega, exact(r.found.best), claims);
  claims.at_most("J(W̃) − ℓ ≤ 2 gap", r.at_best - r.bound, 2 * r.gap);
  for (std::size_t i = 0; i < r.pieces.size(); ++i) {
    const Number value = value_on(r.over(), r.pieces[i]);
    if (r.found.candidates[i])
      claims.at_most("ℓ ≤ J on the piece", r.bound, value, int(i));
    else
      claims.less("J(W̃) < J on the piece", r.at_best, value, int(i));
  }
}

void gap_is_a_share(const Run& r, Claims& claims) {
  claims.equal("2ᵇ gap = J(upper corner) − J(lower corner)", power(Number(2), r.gap_bits) * r.gap,
               r.over().value(exact(r.omega.upper)) - r.over().value(exact(r.omega.lower)));
}

/// Whether the point x*, taken in double, lies in the box.
bool holds_minimiser(const BoxInstance& instance) {
  return instance.J->has_minimum() && contains(instance.omega, instance.J->over<double>().minimum().x_star);
}

/// 0 if W is in the box, else how far outside it some entry is.
Number distance_to(const Box& box, const Vector<Number>& w) {
  Number result(0);
  for (Eigen::Index i = 0; i < w.size(); ++i)
    result = larger<Number>(result, larger<Number>(exact(box.lower[i]) - w[i], w[i] - exact(box.upper[i])));
  return result;
}

void where_known(const Run& r, Claims& claims) {
  const Minimum<Number> minimum = r.over().minimum();
  claims.at_most("ℓ ≤ J(W*)", r.bound, minimum.f_star);
  claims.at_most("J(W*) − ℓ ≤ 2 gap", minimum.f_star - r.bound, 2 * r.gap);
  for (std::size_t i = 0; i < r.pieces.size(); ++i)
    if (!r.found.candidates[i])
      claims.less("W* is not in the discarded piece", 0, distance_to(r.pieces[i], minimum.x_star), int(i));
}

struct SeparableRun {
  using Instance = SeparableInstance;
  explicit SeparableRun(const SeparableInstance& instance)
      : data(instance), J(make_objective(Quadratic(instance.spectrum, instance.centre))), w(exact(instance.w)) {}

  /// cᵢ clamped to Ω.
  Number clamped(Eigen::Index i) const {
    return larger<Number>(lower(i), smaller<Number>(upper(i), exact(data.centre[i])));
  }
  /// The end further from cᵢ, or the nearer one.
  Number end(Eigen::Index i, bool further) const {
    const Number side = lower(i) + upper(i) - 2 * exact(data.centre[i]);
    return further ? select<Number>(side, upper(i), lower(i)) : select<Number>(side, lower(i), upper(i));
  }
  template <class Entry>
  Vector<Number> point(Entry entry) const {
    Vector<Number> result(w.size());
    for (Eigen::Index i = 0; i < w.size(); ++i) result[i] = entry(i);
    return result;
  }
  Vector<Number> minimiser() const {
    return point([this](Eigen::Index i) { return data.spectrum[i] >= 0 ? clamped(i) : end(i, true); });
  }
  Number lower(Eigen::Index i) const { return exact(data.omega.lower[i]); }
  Number upper(Eigen::Index i) const { return exact(data.omega.upper[i]); }

  SeparableInstance data;
  ObjectivePtr J;
  Vector<Number> w;
};

void minimises(const SeparableRun& r, const Vector<Number>& w_star, Claims& claims) {
  const ObjectiveOver<Number>& J = r.J->template over<Number>();
  claim_in_box(r.data.omega, w_star, claims);
  claims.at_most("J(W*) ≤ J(W)", J.value(w_star), J.value(r.w));
}

void closed_form(const SeparableRun& r, Claims& claims) { minimises(r, r.minimiser(), claims); }

struct CandidateRun {
  using Instance = Candidate;
  explicit CandidateRun(const Candidate& candidate) : w(exact(candidate.w)), entry(w[0]) {}

  Vector<Number> w;
  Number entry;  ///< the first
};

void not_closed(const CandidateRun& p, Claims& claims) {
  const Number better = frac(1, 2) * p.entry;
  claims.less("J(W) = W on ]0, 1]: J(W*/2) < J(W*)", better, p.entry);
  claims.less("0 < W*/2", 0, better);
  claims.at_most("W*/2 ≤ 1", better, 1);
}

void not_bounded(const CandidateRun& p, Claims& claims) {
  claims.less("J(W) = 1/(1 + W) on [0, ∞[: J(W* + 1) < J(W*)", 1 / (2 + p.entry), 1 / (1 + p.entry));
}

/// J(W) = W for W > 0, J(0) = 1.
Number jump(const Number& w) { return select<Number>(-w, 1, w); }

void not_continuous(const CandidateRun& p, Claims& claims) {
  const Number better = select<Number>(-p.entry, frac(1, 2), frac(1, 2) * p.entry);
  claims.less("J(0) = 1, J(W) = W on ]0, 1]: J(W) < J(W*) for a W in [0, 1]", jump(better), jump(p.entry));
}

void not_finite(const CandidateRun& p, Claims& claims) {
  Number value(0);
  for (Eigen::Index k = 0; k < p.w.size(); ++k) value += square(p.w[k]) / (int(k) + 1);
  claims.less("J(W) = Σ Wₖ²/k on the unit sphere of ℓ²: J(e_{N+1}) |W*|² < J(W*)",
              squared_norm(p.w) / (int(p.w.size()) + 1), value);
}

void empty(const CandidateRun& p, Claims& claims) {
  claims.at_most("Ω = {W : W² + 1 ≤ 0} = ∅: W* ∈ Ω", square(p.entry) + 1, 0);
}

void bound_too_high(const Run& r, Claims& claims) {
  for (std::size_t i = 0; i < r.pieces.size(); ++i)
    claims.at_most("planted: J(W̃) + 64 gap ≤ J", r.at_best + 64 * r.gap, value_on(r.over(), r.pieces[i]), int(i));
}

void upside_down(const Run& r, Claims& claims) {
  for (std::size_t i = 0; i < r.pieces.size(); ++i)
    claims.at_most("planted: J ≤ J(W̃)", value_on(r.over(), r.pieces[i]), r.at_best, int(i));
}

void middle_for_best(const Run& r, Claims& claims) {
  claims.at_most("planted: J(middle of Ω) − ℓ ≤ 2 gap", r.over().value(exact(r.omega.middle())) - r.bound, 2 * r.gap);
}

void end_for_best(const Run& r, Claims& claims) {
  claims.at_most("planted: J(lower end of Ω) − ℓ ≤ 2 gap", r.over().value(exact(r.omega.lower)) - r.bound, 2 * r.gap);
}

template <class PointOf>
Form<SeparableInstance> planted_point(const char* key, PointOf point_of) {
  return form<SeparableRun>(key, [point_of](const SeparableRun& r, Claims& claims) {
    minimises(r, r.point([&](Eigen::Index i) { return point_of(r, i); }), claims);
  });
}

/// J = x²/2 on [−2, 1/8].
BoxInstance parabola_on_interval() { return {make_objective(Quadratic(at(1), at(0))), {at(-2), at(0.125)}, 4}; }

/// J = (−(x₁ + 1)² + x₂²)/8 near a saddle.
SeparableInstance around_saddle() {
  return {vector({-0.25, 0.25}),
          vector({-1, 0}),
          {vector({-1.5, -1.75}), vector({-0.4375, 0.25})},
          vector({-0.4375, -0.25})};
}

}  // namespace

Form<BoxInstance> conclusion() { return form<Run>("enclosure of the minimum", enclosed); }
Form<BoxInstance> known_minimiser() { return form<Run>("known minimiser", where_known).where(holds_minimiser); }
Form<BoxInstance> gap_of_the_corners() { return form<Run>("gap of the corners", gap_is_a_share).of_code(); }
Form<SeparableInstance> explicit_minimiser() { return form<SeparableRun>("explicit minimiser", closed_form); }

Forms<Candidate> without() {
  return {form<CandidateRun>("closed", not_closed), form<CandidateRun>("bounded", not_bounded), without_continuity(),
          form<CandidateRun>("finite dimension", not_finite)};
}

Form<Candidate> without_continuity() { return form<CandidateRun>("continuous", not_continuous); }
Form<Candidate> in_empty_set() { return form<CandidateRun>("not empty", empty); }

Lines<BoxInstance> lines() {
  return {
      .planted = {form<Run>("bound too high: J(W̃) + 64 gap", bound_too_high), form<Run>("sign: J ≤ J(W̃)", upside_down),
                  form<Run>("the middle of Ω for W̃", middle_for_best), form<Run>("an end of Ω for W̃", end_for_best)},
      .separating = {parabola_on_interval()}};
}

Lines<SeparableInstance> minimiser_lines() {
  return {
      .planted = {planted_point("W*: cᵢ outside Ω",
                                [](const SeparableRun& r, Eigen::Index i) { return exact(r.data.centre[i]); }),
                  planted_point("W*: clamped where λᵢ < 0", [](const auto& r, Eigen::Index i) { return r.clamped(i); }),
                  planted_point("W*: the nearer end where λᵢ < 0",
                                [](const auto& r, Eigen::Index i) {
                                  return r.data.spectrum[i] >= 0 ? r.clamped(i) : r.end(i, false);
                                }),
                  planted_point("W*: an end where λᵢ > 0",
                                [](const auto& r, Eigen::Index i) { return r.end(i, true); })},
      .separating = {around_saddle()}};
}

}  // namespace verigrad::minimum_on_compact_set
