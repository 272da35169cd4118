#include "verigrad/theorem/convexity/minimum_on_compact_set.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::minimum_on_compact_set {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.0.1",
      .stem = "minimum_on_compact_set",
      .title = "A minimiser exists on a closed bounded set",
      .source = "Stochastic gradient methods, Theorem 5.0.1",
      .text = "there exists a minimizer W* ∈ Ω such that J(W*) ≤ J(W) for all W ∈ Ω",
      .hypotheses = {{"closed", "Ω is closed"},
                     {"bounded", "Ω is bounded"},
                     {"continuous", "J is continuous"},
                     {"finite dimension", "Ω ⊂ ℝ^q"},
                     {"not empty", "Ω ≠ ∅, which is not printed: ∅ is closed and bounded and has no minimiser"}},
      .steps = {},
      .errata = {}};
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

template <class T>
void claim_in_box(const Box& box, const Vector<T>& w, Claims<T>& claims) {
  for (Eigen::Index i = 0; i < w.size(); ++i) {
    claims.at_most("lower end of Ω ≤ W", exact<T>(box.lower[i]), w[i], int(i));
    claims.at_most("W ≤ upper end of Ω", w[i], exact<T>(box.upper[i]), int(i));
  }
}

template <class T>
struct Run {
  using Instance = BoxInstance;
  explicit Run(const BoxInstance& instance)
      : J(*instance.J),
        omega(instance.omega),
        found(branch_and_bound(J, omega, instance.gap_bits)),
        pieces(subdivision(omega, found.splits)),
        at_best(over().value(exact<T>(found.best))),
        bound(exact<T>(found.bound)),
        gap(exact<T>(found.gap)) {}

  const ObjectiveOver<T>& over() const { return J.over<T>(); }

  const Objective& J;
  Box omega;
  BoxMinimum found;
  std::vector<Box> pieces;
  T at_best;  ///< J(W̃)
  T bound;    ///< ℓ
  T gap;
};

constexpr auto enclosed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claim_in_box(r.omega, exact<T>(r.found.best), claims);
  claims.at_most("J(W̃) − ℓ ≤ 2 gap", r.at_best - r.bound, T(2) * r.gap);
  for (std::size_t i = 0; i < r.pieces.size(); ++i) {
    const T value = value_on(r.over(), r.pieces[i]);
    if (r.found.candidates[i])
      claims.at_most("ℓ ≤ J on the piece", r.bound, value, int(i));
    else
      claims.less("J(W̃) < J on the piece", r.at_best, value, int(i));
  }
};

/// Whether the point x*, taken in double, lies in the box.
bool holds_minimiser(const BoxInstance& instance) {
  return instance.J->has_minimum() && contains(instance.omega, instance.J->over<double>().minimum().x_star);
}

/// 0 if W is in the box, else how far outside it some entry is.
template <class T>
T distance_to(const Box& box, const Vector<T>& w) {
  T result(0);
  for (Eigen::Index i = 0; i < w.size(); ++i)
    result = larger<T>(result, larger<T>(exact<T>(box.lower[i]) - w[i], w[i] - exact<T>(box.upper[i])));
  return result;
}

constexpr auto where_known = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Minimum<T> minimum = r.over().minimum();
  claims.at_most("ℓ ≤ J(W*)", r.bound, minimum.f_star);
  claims.at_most("J(W*) − ℓ ≤ 2 gap", minimum.f_star - r.bound, T(2) * r.gap);
  for (std::size_t i = 0; i < r.pieces.size(); ++i)
    if (!r.found.candidates[i])
      claims.less("W* is not in the discarded piece", T(0), distance_to(r.pieces[i], minimum.x_star), int(i));
};

template <class T>
struct Separable {
  using Instance = SeparableInstance;
  explicit Separable(const SeparableInstance& instance)
      : data(instance), J(make_objective(Quadratic(instance.spectrum, instance.centre))), w(exact<T>(instance.w)) {}

  /// cᵢ clamped to Ω.
  T clamped(Eigen::Index i) const { return larger<T>(lower(i), smaller<T>(upper(i), exact<T>(data.centre[i]))); }
  /// The end further from cᵢ, or the nearer one.
  T end(Eigen::Index i, bool further) const {
    const T side = lower(i) + upper(i) - T(2) * exact<T>(data.centre[i]);
    return further ? select<T>(side, upper(i), lower(i)) : select<T>(side, lower(i), upper(i));
  }
  template <class Entry>
  Vector<T> point(Entry entry) const {
    Vector<T> result(w.size());
    for (Eigen::Index i = 0; i < w.size(); ++i) result[i] = entry(i);
    return result;
  }
  Vector<T> minimiser() const {
    return point([this](Eigen::Index i) { return data.spectrum[i] >= 0 ? clamped(i) : end(i, true); });
  }
  T lower(Eigen::Index i) const { return exact<T>(data.omega.lower[i]); }
  T upper(Eigen::Index i) const { return exact<T>(data.omega.upper[i]); }

  SeparableInstance data;
  ObjectivePtr J;
  Vector<T> w;
};

template <class T>
void minimises(const Separable<T>& r, const Vector<T>& w_star, Claims<T>& claims) {
  const ObjectiveOver<T>& J = r.J->template over<T>();
  claim_in_box(r.data.omega, w_star, claims);
  claims.at_most("J(W*) ≤ J(W)", J.value(w_star), J.value(r.w));
}

constexpr auto closed_form = []<class T>(const Separable<T>& r, Claims<T>& claims) {
  minimises<T>(r, r.minimiser(), claims);
};

template <class T>
struct Point {
  using Instance = Candidate;
  explicit Point(const Candidate& candidate) : w(exact<T>(candidate.w)), entry(w[0]) {}

  Vector<T> w;
  T entry;  ///< the first
};

constexpr auto not_closed = []<class T>(const Point<T>& p, Claims<T>& claims) {
  const T better = frac<T>(1, 2) * p.entry;
  claims.less("J(W) = W on ]0, 1]: J(W*/2) < J(W*)", better, p.entry);
  claims.less("0 < W*/2", T(0), better);
  claims.at_most("W*/2 ≤ 1", better, T(1));
};

constexpr auto not_bounded = []<class T>(const Point<T>& p, Claims<T>& claims) {
  claims.less("J(W) = 1/(1 + W) on [0, ∞[: J(W* + 1) < J(W*)", T(1) / (T(2) + p.entry), T(1) / (T(1) + p.entry));
};

/// J(W) = W for W > 0, J(0) = 1.
template <class T>
T jump(const T& w) {
  return select<T>(-w, T(1), w);
}

constexpr auto not_continuous = []<class T>(const Point<T>& p, Claims<T>& claims) {
  const T better = select<T>(-p.entry, frac<T>(1, 2), frac<T>(1, 2) * p.entry);
  claims.less("J(0) = 1, J(W) = W on ]0, 1]: J(W) < J(W*) for a W in [0, 1]", jump(better), jump(p.entry));
};

constexpr auto not_finite = []<class T>(const Point<T>& p, Claims<T>& claims) {
  T value(0);
  for (Eigen::Index k = 0; k < p.w.size(); ++k) value += square(p.w[k]) / T(int(k) + 1);
  claims.less("J(W) = Σ Wₖ²/k on the unit sphere of ℓ²: J(e_{N+1}) |W*|² < J(W*)",
              squared_norm(p.w) / T(int(p.w.size()) + 1), value);
};

constexpr auto empty = []<class T>(const Point<T>& p, Claims<T>& claims) {
  claims.at_most("Ω = {W : W² + 1 ≤ 0} = ∅: W* ∈ Ω", square(p.entry) + T(1), T(0));
};

constexpr auto bound_too_high = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (std::size_t i = 0; i < r.pieces.size(); ++i)
    claims.at_most("planted: J(W̃) + 64 gap ≤ J", r.at_best + T(64) * r.gap, value_on(r.over(), r.pieces[i]), int(i));
};

constexpr auto upside_down = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (std::size_t i = 0; i < r.pieces.size(); ++i)
    claims.at_most("planted: J ≤ J(W̃)", value_on(r.over(), r.pieces[i]), r.at_best, int(i));
};

constexpr auto middle_for_best = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("planted: J(middle of Ω) − ℓ ≤ 2 gap", r.over().value(exact<T>(r.omega.middle())) - r.bound,
                 T(2) * r.gap);
};

constexpr auto end_for_best = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("planted: J(lower end of Ω) − ℓ ≤ 2 gap", r.over().value(exact<T>(r.omega.lower)) - r.bound,
                 T(2) * r.gap);
};

template <class PointOf>
Form<SeparableInstance> planted_point(const char* key, PointOf point_of) {
  return form<Separable>(key, [point_of]<class T>(const Separable<T>& r, Claims<T>& claims) {
    minimises<T>(r, r.point([&](Eigen::Index i) { return T(point_of(r, i)); }), claims);
  });
}

}  // namespace

Form<BoxInstance> conclusion() { return form<Run>("enclosure of the minimum", enclosed); }

Form<BoxInstance> known_minimiser() { return form<Run>("known minimiser", where_known).where(holds_minimiser); }

Form<SeparableInstance> explicit_minimiser() { return form<Separable>("explicit minimiser", closed_form); }

Forms<Candidate> without() {
  return {form<Point>("closed", not_closed), form<Point>("bounded", not_bounded),
          form<Point>("continuous", not_continuous), form<Point>("finite dimension", not_finite),
          form<Point>("not empty", empty)};
}

Forms<BoxInstance> planted() {
  return {form<Run>("bound too high: J(W̃) + 64 gap", bound_too_high), form<Run>("sign: J ≤ J(W̃)", upside_down),
          form<Run>("the middle of Ω for W̃", middle_for_best), form<Run>("an end of Ω for W̃", end_for_best)};
}

Forms<SeparableInstance> planted_minimisers() {
  return {planted_point("W*: cᵢ outside Ω",
                        []<class T>(const Separable<T>& r, Eigen::Index i) { return exact<T>(r.data.centre[i]); }),
          planted_point("W*: clamped where λᵢ < 0", [](const auto& r, Eigen::Index i) { return r.clamped(i); }),
          planted_point(
              "W*: the nearer end where λᵢ < 0",
              [](const auto& r, Eigen::Index i) { return r.data.spectrum[i] >= 0 ? r.clamped(i) : r.end(i, false); }),
          planted_point("W*: an end where λᵢ > 0", [](const auto& r, Eigen::Index i) { return r.end(i, true); })};
}

}  // namespace verigrad::minimum_on_compact_set
