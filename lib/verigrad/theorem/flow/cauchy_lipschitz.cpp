#include "verigrad/theorem/flow/cauchy_lipschitz.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/flow/cauchy_lipschitz_runs.hpp"

namespace verigrad::cauchy_lipschitz {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.1.1",
      .stem = "cauchy_lipschitz",
      .title = "Cauchy–Lipschitz",
      .source = "Stochastic gradient methods, Theorem 5.1.1",
      .text =
          "W₀ ∈ Ω open, |∇²J(W)| ≤ C in Ω: there is a maximal interval [0, T[ with a unique solution W of W′ = −∇J(W), "
          "W(0) = W₀. Shown by |W(t) − Z(t)| ≤ e^{C|t|} |W(0) − Z(0)| for two solutions in a convex Ω, t of either "
          "sign, which gives uniqueness, and by the contraction of Picard's map, which gives existence. Found: T may "
          "be finite, by leaving Ω (J = W on ]0, ∞[) or, where ∇J is only locally Lipschitz, by blow-up; \"∇J : Ω → "
          "ℝ\" is meant into ℝ^q, an exponent that the scan may have "
          "lost; the text prints no proof",
      .hypotheses = {{"Lipschitz gradient", "|∇²J(W)| ≤ C for all W ∈ Ω; J need not be convex"},
                     {"domain", "Ω is open; for the estimate with C, the segment from W(t) to Z(t) lies in it"}},
      .steps = {{"Picard's map", "|P(U)(t) − P(V)(t)| ≤ Ct max |U − V| for P(U)(t) = W₀ − ∫₀ᵗ ∇J(U); not printed"}},
      .errata = {}};
  return result;
}

ObjectivePtr LinearFlows::objective() const {
  Vector<double> spectrum(Eigen::Index(multiples.size()));
  std::transform(multiples.begin(), multiples.end(), spectrum.begin(), [this](int m) { return m * unit; });
  return make_objective(Quadratic(spectrum, centre));
}

std::string LinearFlows::describe() const {
  return fmt::format("∇²J = {} times {}, centre {}, W(0) = {}, Z(0) = {}, e^(−{}t) = {}{}", unit,
                     fmt::join(multiples, ", "), in_words(centre), in_words(w0), in_words(z0), unit,
                     backward ? "1/" : "", q);
}
std::string LogisticFlows::describe() const {
  return fmt::format("J = −W²/2 + W³/3, W(0) = {}, Z(0) = {}, e^(−t) = {}{}", w0, z0, backward ? "1/" : "", q);
}
bool hypotheses_hold(const LinearFlows& i) {
  const auto d = Eigen::Index(i.multiples.size());
  return 0 < i.q && i.q <= 1 && i.centre.size() == d && i.w0.size() == d && i.z0.size() == d;
}
bool stays_in_domain(const LogisticFlows& i) {
  return 0 < i.w0 && i.w0 < 1 && 0 < i.z0 && i.z0 < 1 && 0 < i.q && i.q <= 1;
}
bool state_hypotheses_hold(const HessianBoundsInstance& i) {
  return i.J->curvature().smooth() && std::isinf(i.J->domain_radius()) && i.decidable();
}
bool picard_hypotheses_hold(const PhaseInstance& i) { return i.J->rational() && i.J->curvature().smooth(); }

namespace {

constexpr const char* upper = "|W(t) − Z(t)|² ≤ e^{2C|t|} |W(0) − Z(0)|²";
constexpr const char* lower = "|W(0) − Z(0)|² ≤ e^{2C|t|} |W(t) − Z(t)|²";

constexpr auto both_sides = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("W′(t) = −∇J(W(t))", r.velocity(r.w), -r.objective->template over<T>().gradient(r.w));
  claims.at_most(upper, r.distance2, power(r.growth, 2 * r.C()) * r.start2);
  claims.at_most(lower, r.start2, power(r.growth, 2 * r.C()) * r.distance2);
};
constexpr auto equal_above = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("|W(t) − Z(t)|² = e^{2C|t|} |W(0) − Z(0)|²", r.distance2, power(r.growth, 2 * r.C()) * r.start2);
};
constexpr auto equal_below = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("|W(0) − Z(0)|² = e^{2C|t|} |W(t) − Z(t)|²", r.start2, power(r.growth, 2 * r.C()) * r.distance2);
};

/// |W(t) − Z(t)|² ≤ bound(run).
template <class Bound>
Form<LinearFlows> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound]<class T>(const Run<T>& r, Claims<T>& claims) {
    claims.at_most("|W(t) − Z(t)|² ≤ planted bound", r.distance2, T(bound(r)));
  });
}

constexpr auto logistic = []<class T>(const LogisticRun<T>& r, Claims<T>& claims) {
  const T w = r.at(r.w0), z = r.at(r.z0);
  claims.equal("W′(t) = W(t) − W(t)²", r.velocity(r.w0), w - square(w));
  claims.at_most("|J″(W(t))| ≤ 1", magnitude<T>(T(T(2) * w - T(1))), T(1));
  claims.at_most(upper, square(T(w - z)), square(T(r.growth * (r.w0 - r.z0))));
  claims.at_most(lower, square(T(r.w0 - r.z0)), square(T(r.growth * (w - z))));
};

/// |d/dt |W − Z|²| ≤ bound.
template <class T>
void rate_within(const States<T>& s, const T& bound, Claims<T>& claims) {
  claims.at_most("d/dt |W − Z|² ≤ bound", s.rate(), bound);
  claims.at_most("−d/dt |W − Z|² ≤ bound", -s.rate(), bound);
}
constexpr auto separates = []<class T>(const States<T>& s, Claims<T>& claims) {
  rate_within<T>(s, T(2) * s.C * squared_norm(s.d), claims);
};
constexpr auto separates_fastest = []<class T>(const States<T>& s, Claims<T>& claims) {
  claims.equal("d/dt |W − Z|² = 2C|W − Z|²", s.rate(), T(2) * s.C * squared_norm(s.d));
};
template <class Bound>
Form<HessianBoundsInstance> rate_bounded_by(const char* key, Bound bound) {
  return form<States>(
      key, [bound]<class T>(const States<T>& s, Claims<T>& claims) { rate_within<T>(s, T(bound(s)), claims); });
}

/// sign·C d/dt |W − Z|² = weight·C²|D|² + |G|² − |CD + sign·G|², whose square is not negative; and |G|² ≤ C²|D|² is the
/// hypothesis, so that the right side is at most 2C²|D|².
template <class T>
void certificate(const States<T>& s, const T& weight, const T& sign, Claims<T>& claims) {
  const T lipschitz = square(s.C) * squared_norm(s.d), change2 = squared_norm(s.g);
  const T rest = squared_norm<T>(s.C * s.d + sign * s.g);
  claims.equal("±C d/dt |W − Z|² = C²|W − Z|² + |∇J(W) − ∇J(Z)|² − |…|²", sign * s.C * s.rate(),
               weight * lipschitz + change2 - rest);
  claims.at_most("−|…|² ≤ 0", -rest, T(0));
}
constexpr auto certified = []<class T>(const States<T>& s, Claims<T>& claims) {
  certificate<T>(s, T(1), T(1), claims);
  certificate<T>(s, T(1), T(-1), claims);
};

template <class Bound>
Form<PhaseInstance> picard_bounded_by(const char* key, Bound bound) {
  return form<PicardRun>(key, [bound]<class T>(const PicardRun<T>& r, Claims<T>& claims) {
    claims.at_most("|P(U)(t) − P(V)(t)|² ≤ (Ct)² max |U − V|²", squared_norm(r.moved), T(bound(r)));
  });
}

}  // namespace

Form<LinearFlows> conclusion() { return form<Run>("separation", both_sides); }
Form<LogisticFlows> logistic_conclusion() { return form<LogisticRun>("separation, logistic flow", logistic); }
Form<LinearFlows> upper_attained() { return form<Run>("upper attained", equal_above); }
Form<LinearFlows> lower_attained() { return form<Run>("lower attained", equal_below); }
Form<HessianBoundsInstance> separation() { return form<States>("separation", separates); }
Form<HessianBoundsInstance> separation_attained() { return form<States>("separation attained", separates_fastest); }
GeneralForm general_separation() { return general_form<States>("separation, all states", certified); }
Form<PhaseInstance> picard() {
  return picard_bounded_by("Picard's map",
                           []<class T>(const PicardRun<T>& r) { return square(T(r.C * r.t)) * r.largest2(); });
}

Forms<LinearFlows> planted() {
  return {bounded_by("factor: e^{C|t|}", [](const auto& r) { return power(r.growth, r.C()) * r.start2; }),
          bounded_by("sign: e^{−2C|t|}", [](const auto& r) { return power(r.growth, -2 * r.C()) * r.start2; }),
          bounded_by("sign of t: e^{2Ct}", [](const auto& r) { return power(r.decay, -2 * r.C()) * r.start2; }),
          bounded_by(
              "C = the largest eigenvalue, with its sign",
              [](const auto& r) { return power(r.growth, 2 * *std::max_element(r.m.begin(), r.m.end())) * r.start2; }),
          bounded_by("missing factor: 1", [](const auto& r) { return r.start2; }),
          bounded_by("missing term: |W(0)| for |W(0) − Z(0)|",
                     []<class T>(const Run<T>& r) { return power(r.growth, 2 * r.C()) * squared_norm(r.w0); })};
}

Forms<HessianBoundsInstance> planted_separation() {
  return {
      rate_bounded_by("factor: C", [](const auto& s) { return s.C * squared_norm(s.d); }),
      rate_bounded_by("sign: −2C", []<class T>(const States<T>& s) { return T(-2) * s.C * squared_norm(s.d); }),
      rate_bounded_by("missing term: |W|²", []<class T>(const States<T>& s) { return T(2) * s.C * squared_norm(s.w); }),
      rate_bounded_by("square: 2C²",
                      []<class T>(const States<T>& s) { return T(2) * square(s.C) * squared_norm(s.d); })};
}

GeneralForms general_planted() {
  const auto wrong = [](const char* key, int weight, int sign, int factor) {
    return general_form<States>(key, [=]<class T>(const States<T>& s, Claims<T>& claims) {
      const T rest = squared_norm<T>(s.C * s.d + T(sign) * s.g);
      claims.equal("planted", T(factor) * s.C * s.rate(),
                   T(weight) * square(s.C) * squared_norm(s.d) + squared_norm(s.g) - rest);
    });
  };
  return {wrong("factor: 2C²|W − Z|²", 2, 1, 1), wrong("missing term: C²|W − Z|²", 0, 1, 1),
          wrong("sign of the rate", 1, 1, -1), wrong("factor of the rate", 1, 1, 2)};
}

Forms<PhaseInstance> planted_picard() {
  return {picard_bounded_by(
              "Picard's map, factor: Ct/2",
              []<class T>(const PicardRun<T>& r) { return frac<T>(1, 4) * square(T(r.C * r.t)) * r.largest2(); }),
          picard_bounded_by("Picard's map, start only",
                            []<class T>(const PicardRun<T>& r) { return square(T(r.C * r.t)) * squared_norm(r.w); })};
}

}  // namespace verigrad::cauchy_lipschitz
