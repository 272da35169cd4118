#include "verigrad/theorem/flow/cauchy_lipschitz.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/flow/cauchy_lipschitz_runs.hpp"

namespace verigrad::cauchy_lipschitz {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.1.1",
       .stem = "cauchy_lipschitz",
       .title = "Cauchy–Lipschitz",
       .source = "Stochastic gradient methods, Theorem 5.1.1",
       .text =
           "W₀ ∈ Ω open, |∇²J(W)| ≤ C in Ω: there is a maximal interval [0, T[ with a unique solution W of W′ = "
           "−∇J(W), W(0) = W₀. Shown by |W(t) − Z(t)| ≤ e^{C|t|} |W(0) − Z(0)| for two solutions in a convex Ω, t of "
           "either sign, which gives uniqueness, and by the contraction of Picard's map, which gives existence",
       .found = "T may be finite, by leaving Ω (J = W on ]0, ∞[) or, where ∇J is only locally Lipschitz, by blow-up; "
                "the text prints no proof",
       .code = {"problem/quadratic.hpp: Quadratic", "algorithm/soft_thresholding.hpp: soft_threshold"},
       .hypotheses = {{"Lipschitz gradient", "|∇²J(W)| ≤ C for all W ∈ Ω; J need not be convex"},
                      {"domain", "Ω is open; for the estimate with C, the segment from W(t) to Z(t) lies in it"}},
       .errata = {{.key = "codomain of ∇J",
                   .place = "Theorem 5.1.1",
                   .printed = "Assume ∇J : Ω → ℝ is Lipschitz",
                   .corrected = "∇J : Ω → ℝ^q",
                   .weight = Weight::notation,
                   .one_letter = true}}},
      picard_lines());
  return result;
}

ObjectivePtr LinearInstance::objective() const {
  Vector<double> spectrum(Eigen::Index(multiples.size()));
  std::transform(multiples.begin(), multiples.end(), spectrum.begin(), [this](int m) { return m * unit; });
  return make_objective(Quadratic(spectrum, centre));
}

std::string LinearInstance::describe() const {
  return fmt::format("∇²J = {} times {}, centre {}, W(0) = {}, Z(0) = {}, e^(−{}t) = {}{}", unit,
                     fmt::join(multiples, ", "), in_words(centre), in_words(w0), in_words(z0), unit,
                     backward ? "1/" : "", q);
}
std::string LogisticInstance::describe() const {
  return fmt::format("J = −W²/2 + W³/3, W(0) = {}, Z(0) = {}, e^(−t) = {}{}", w0, z0, backward ? "1/" : "", q);
}
bool hypotheses_hold(const LinearInstance& i) {
  const auto d = Eigen::Index(i.multiples.size());
  return 0 < i.q && i.q <= 1 && i.centre.size() == d && i.w0.size() == d && i.z0.size() == d;
}
bool stays_in_domain(const LogisticInstance& i) {
  return 0 < i.w0 && i.w0 < 1 && 0 < i.z0 && i.z0 < 1 && 0 < i.q && i.q <= 1;
}
bool state_hypotheses_hold(const HessianBoundsInstance& i) {
  return i.J->curvature().smooth() && std::isinf(i.J->domain_radius()) && i.decidable();
}
bool picard_hypotheses_hold(const PhaseInstance& i) { return i.J->rational() && i.J->curvature().smooth(); }

namespace {

constexpr const char* upper = "|W(t) − Z(t)|² ≤ e^{2C|t|} |W(0) − Z(0)|²";
constexpr const char* lower = "|W(0) − Z(0)|² ≤ e^{2C|t|} |W(t) − Z(t)|²";

void both_sides(const Run& r, Claims& claims) {
  claims.equal("W′(t) = −∇J(W(t))", r.velocity(r.w), -r.objective->over<Number>().gradient(r.w));
  claims.at_most(upper, r.distance2, power(r.growth, 2 * r.C()) * r.start2);
  claims.at_most(lower, r.start2, power(r.growth, 2 * r.C()) * r.distance2);
}
void equal_above(const Run& r, Claims& claims) {
  claims.equal("|W(t) − Z(t)|² = e^{2C|t|} |W(0) − Z(0)|²", r.distance2, power(r.growth, 2 * r.C()) * r.start2);
}
void equal_below(const Run& r, Claims& claims) {
  claims.equal("|W(0) − Z(0)|² = e^{2C|t|} |W(t) − Z(t)|²", r.start2, power(r.growth, 2 * r.C()) * r.distance2);
}

/// |W(t) − Z(t)|² ≤ bound(run).
template <class Bound>
Form<LinearInstance> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    claims.at_most("|W(t) − Z(t)|² ≤ planted bound", r.distance2, bound(r));
  });
}

void logistic(const LogisticRun& r, Claims& claims) {
  const Number w = r.at(r.w0), z = r.at(r.z0);
  claims.equal("W′(t) = W(t) − W(t)²", r.velocity(r.w0), w - square(w));
  claims.at_most("|J″(W(t))| ≤ 1", magnitude(2 * w - 1), 1);
  claims.at_most(upper, square(w - z), square(r.growth * (r.w0 - r.z0)));
  claims.at_most(lower, square(r.w0 - r.z0), square(r.growth * (w - z)));
}

/// |d/dt |W − Z|²| ≤ bound.
void rate_within(const StatesRun& r, const Number& bound, Claims& claims) {
  claims.at_most("d/dt |W − Z|² ≤ bound", r.rate(), bound);
  claims.at_most("−d/dt |W − Z|² ≤ bound", -r.rate(), bound);
}
void separates(const StatesRun& r, Claims& claims) { rate_within(r, 2 * r.C * squared_norm(r.d), claims); }
void separates_fastest(const StatesRun& r, Claims& claims) {
  claims.equal("d/dt |W − Z|² = 2C|W − Z|²", r.rate(), 2 * r.C * squared_norm(r.d));
}
template <class Bound>
Form<HessianBoundsInstance> rate_bounded_by(const char* key, Bound bound) {
  return form<StatesRun>(key, [bound](const StatesRun& r, Claims& claims) { rate_within(r, bound(r), claims); });
}

/// sign·C d/dt |W − Z|² = weight·C²|D|² + |G|² − |CD + sign·G|², whose square is not negative; and |G|² ≤ C²|D|² is the
/// hypothesis, so that the right side is at most 2C²|D|².
void certificate(const StatesRun& r, const Number& weight, const Number& sign, Claims& claims) {
  const Number lipschitz = square(r.C) * squared_norm(r.d), change2 = squared_norm(r.g);
  const Number rest = squared_norm(r.C * r.d + sign * r.g);
  claims.equal("±C d/dt |W − Z|² = C²|W − Z|² + |∇J(W) − ∇J(Z)|² − |…|²", sign * r.C * r.rate(),
               weight * lipschitz + change2 - rest);
  claims.at_most("−|…|² ≤ 0", -rest, 0);
}
void certified(const StatesRun& r, Claims& claims) {
  certificate(r, 1, 1, claims);
  certificate(r, 1, -1, claims);
}

template <class Bound>
Form<PhaseInstance> picard_bounded_by(const char* key, Bound bound) {
  return form<PicardRun>(key, [bound](const PicardRun& r, Claims& claims) {
    claims.at_most("|P(U)(t) − P(V)(t)|² ≤ (Ct)² max |U − V|²", squared_norm(r.moved), bound(r));
  });
}

}  // namespace

Form<LinearInstance> conclusion() { return form<Run>("separation", both_sides); }
Form<LogisticInstance> logistic_conclusion() { return form<LogisticRun>("separation, logistic flow", logistic); }
Form<LinearInstance> upper_attained() { return form<Run>("upper attained", equal_above); }
Form<LinearInstance> lower_attained() { return form<Run>("lower attained", equal_below); }
Form<HessianBoundsInstance> separation() { return form<StatesRun>("separation", separates); }
Form<HessianBoundsInstance> separation_attained() { return form<StatesRun>("separation attained", separates_fastest); }
Form<Unknowns> general_separation() { return form<StatesRun, Unknowns>("separation, all states", certified); }

Lines<LinearInstance> lines() {
  // back in time on W²/4, and down from the maximum of −3W²/4
  return {
      .planted = {bounded_by("factor: e^{C|t|}", [](const auto& r) { return power(r.growth, r.C()) * r.start2; }),
                  bounded_by("sign: e^{−2C|t|}", [](const auto& r) { return power(r.growth, -2 * r.C()) * r.start2; }),
                  bounded_by("sign of t: e^{2Ct}", [](const auto& r) { return power(r.decay, -2 * r.C()) * r.start2; }),
                  bounded_by("C = the largest eigenvalue, with its sign",
                             [](const auto& r) {
                               return power(r.growth, 2 * *std::max_element(r.m.begin(), r.m.end())) * r.start2;
                             }),
                  bounded_by("missing factor: 1", [](const auto& r) { return r.start2; }),
                  bounded_by("missing term: |W(0)| for |W(0) − Z(0)|",
                             [](const Run& r) { return power(r.growth, 2 * r.C()) * squared_norm(r.w0); })},
      .separating = {{{1}, 0.5, at(0), at(0), at(0.25), 0.9375, true}, {{-3}, 0.5, at(0), at(0.25), at(0), 0.9375}}};
}

Lines<HessianBoundsInstance> state_lines() {
  // W²/4 at 0 and 1/16
  return {
      .planted = {rate_bounded_by("factor: C", [](const auto& r) { return r.C * squared_norm(r.d); }),
                  rate_bounded_by("sign: −2C", [](const StatesRun& r) { return -2 * r.C * squared_norm(r.d); }),
                  rate_bounded_by("missing term: |W|²", [](const StatesRun& r) { return 2 * r.C * squared_norm(r.w); }),
                  rate_bounded_by("square: 2C²",
                                  [](const StatesRun& r) { return 2 * square(r.C) * squared_norm(r.d); })},
      .separating = {{make_objective(Quadratic(at(0.5), at(0))), at(0), at(0.0625)}}};
}

Lines<Unknowns> general_lines() {
  const auto wrong = [](const char* key, int weight, int sign, int factor) {
    return form<StatesRun, Unknowns>(key, [=](const StatesRun& r, Claims& claims) {
      const Number rest = squared_norm(r.C * r.d + Number(sign) * r.g);
      claims.equal("planted", factor * r.C * r.rate(),
                   weight * square(r.C) * squared_norm(r.d) + squared_norm(r.g) - rest);
    });
  };
  return {.planted = {wrong("factor: 2C²|W − Z|²", 2, 1, 1), wrong("missing term: C²|W − Z|²", 0, 1, 1),
                      wrong("sign of the rate", 1, 1, -1), wrong("factor of the rate", 1, 1, 2)}};
}

Lines<PhaseInstance> picard_lines() {
  const auto bound = [](const PicardRun& r) { return square(r.C * r.t) * r.largest2(); };
  return {
      .steps = {{"Picard's map", "|P(U)(t) − P(V)(t)| ≤ Ct max |U − V| for P(U)(t) = W₀ − ∫₀ᵗ ∇J(U); not printed",
                 picard_bounded_by("Picard's map", bound)}},
      .planted = {picard_bounded_by("Picard's map, factor: Ct/2",
                                    [](const PicardRun& r) { return frac(1, 4) * square(r.C * r.t) * r.largest2(); }),
                  picard_bounded_by("Picard's map, start only",
                                    [](const PicardRun& r) { return square(r.C * r.t) * squared_norm(r.w); })},
      .separating = {phase_on_parabola()}};
}

}  // namespace verigrad::cauchy_lipschitz
