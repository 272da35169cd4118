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

void both_sides(const Run& r, Claims& claims) {
  claims.equal("W′(t) = −∇J(W(t))", r.velocity(r.w), -r.objective->template over<Number>().gradient(r.w));
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
Form<LinearFlows> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    claims.at_most("|W(t) − Z(t)|² ≤ planted bound", r.distance2, Number(bound(r)));
  });
}

void logistic(const LogisticRun& r, Claims& claims) {
  const Number w = r.at(r.w0), z = r.at(r.z0);
  claims.equal("W′(t) = W(t) − W(t)²", r.velocity(r.w0), w - square(w));
  claims.at_most("|J″(W(t))| ≤ 1", magnitude<Number>(Number(2 * w - 1)), 1);
  claims.at_most(upper, square(Number(w - z)), square(Number(r.growth * (r.w0 - r.z0))));
  claims.at_most(lower, square(Number(r.w0 - r.z0)), square(Number(r.growth * (w - z))));
}

/// |d/dt |W − Z|²| ≤ bound.
void rate_within(const States& s, const Number& bound, Claims& claims) {
  claims.at_most("d/dt |W − Z|² ≤ bound", s.rate(), bound);
  claims.at_most("−d/dt |W − Z|² ≤ bound", -s.rate(), bound);
}
void separates(const States& s, Claims& claims) { rate_within(s, 2 * s.C * squared_norm(s.d), claims); }
void separates_fastest(const States& s, Claims& claims) {
  claims.equal("d/dt |W − Z|² = 2C|W − Z|²", s.rate(), 2 * s.C * squared_norm(s.d));
}
template <class Bound>
Form<HessianBoundsInstance> rate_bounded_by(const char* key, Bound bound) {
  return form<States>(key, [bound](const States& s, Claims& claims) { rate_within(s, Number(bound(s)), claims); });
}

/// sign·C d/dt |W − Z|² = weight·C²|D|² + |G|² − |CD + sign·G|², whose square is not negative; and |G|² ≤ C²|D|² is the
/// hypothesis, so that the right side is at most 2C²|D|².
void certificate(const States& s, const Number& weight, const Number& sign, Claims& claims) {
  const Number lipschitz = square(s.C) * squared_norm(s.d), change2 = squared_norm(s.g);
  const Number rest = squared_norm(s.C * s.d + sign * s.g);
  claims.equal("±C d/dt |W − Z|² = C²|W − Z|² + |∇J(W) − ∇J(Z)|² − |…|²", sign * s.C * s.rate(),
               weight * lipschitz + change2 - rest);
  claims.at_most("−|…|² ≤ 0", -rest, 0);
}
void certified(const States& s, Claims& claims) {
  certificate(s, Number(1), Number(1), claims);
  certificate(s, Number(1), Number(-1), claims);
}

template <class Bound>
Form<PhaseInstance> picard_bounded_by(const char* key, Bound bound) {
  return form<PicardRun>(key, [bound](const PicardRun& r, Claims& claims) {
    claims.at_most("|P(U)(t) − P(V)(t)|² ≤ (Ct)² max |U − V|²", squared_norm(r.moved), Number(bound(r)));
  });
}

}  // namespace

Form<LinearFlows> conclusion() { return form<Run>("separation", both_sides); }
Form<LogisticFlows> logistic_conclusion() { return form<LogisticRun>("separation, logistic flow", logistic); }
Form<LinearFlows> upper_attained() { return form<Run>("upper attained", equal_above); }
Form<LinearFlows> lower_attained() { return form<Run>("lower attained", equal_below); }
Form<HessianBoundsInstance> separation() { return form<States>("separation", separates); }
Form<HessianBoundsInstance> separation_attained() { return form<States>("separation attained", separates_fastest); }
Form<Unknowns> general_separation() { return form<States, Unknowns>("separation, all states", certified); }
Form<PhaseInstance> picard() {
  return picard_bounded_by("Picard's map", [](const PicardRun& r) { return square(Number(r.C * r.t)) * r.largest2(); });
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
                     [](const Run& r) { return power(r.growth, 2 * r.C()) * squared_norm(r.w0); })};
}

Forms<HessianBoundsInstance> planted_separation() {
  return {rate_bounded_by("factor: C", [](const auto& s) { return s.C * squared_norm(s.d); }),
          rate_bounded_by("sign: −2C", [](const States& s) { return Number(-2) * s.C * squared_norm(s.d); }),
          rate_bounded_by("missing term: |W|²", [](const States& s) { return 2 * s.C * squared_norm(s.w); }),
          rate_bounded_by("square: 2C²", [](const States& s) { return 2 * square(s.C) * squared_norm(s.d); })};
}

Forms<Unknowns> general_planted() {
  const auto wrong = [](const char* key, int weight, int sign, int factor) {
    return form<States, Unknowns>(key, [=](const States& s, Claims& claims) {
      const Number rest = squared_norm(s.C * s.d + Number(sign) * s.g);
      claims.equal("planted", Number(factor) * s.C * s.rate(),
                   Number(weight) * square(s.C) * squared_norm(s.d) + squared_norm(s.g) - rest);
    });
  };
  return {wrong("factor: 2C²|W − Z|²", 2, 1, 1), wrong("missing term: C²|W − Z|²", 0, 1, 1),
          wrong("sign of the rate", 1, 1, -1), wrong("factor of the rate", 1, 1, 2)};
}

Forms<PhaseInstance> planted_picard() {
  return {picard_bounded_by("Picard's map, factor: Ct/2",
                            [](const PicardRun& r) { return frac(1, 4) * square(Number(r.C * r.t)) * r.largest2(); }),
          picard_bounded_by("Picard's map, start only",
                            [](const PicardRun& r) { return square(Number(r.C * r.t)) * squared_norm(r.w); })};
}

}  // namespace verigrad::cauchy_lipschitz
