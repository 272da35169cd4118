#include "verigrad/theorem/inertial_newton/saddle_escape_counts.hpp"

#include <vector>

#include <fmt/format.h>

#include "verigrad/algorithm/gradient_descent.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/inna_step.hpp"

namespace verigrad::saddle_escape_counts {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/table-3.1",
       .stem = "saddle_escape_counts",
       .title = "Table: saddle escape",
       .source = "Thesis, Table 3.1",
       .text = "1000 initializations from N₂(0, 10⁻²⁴): convergence to (−√2, 0), (√2, 0), (0, 0) in 48.8 %, 51.2 %, 0 "
               "% with "
               "INNA αβ < 1; 50.7 %, 49.3 %, 0 % with INNA αβ > 1; 50.2 %, 49.8 %, 0 % with GD; average number of "
               "iterations to escape 36, 35, 37. On the stable manifold: 0 %, 0 %, 100 %",
       .found =
           "by symmetry each minimiser has the same probability, and the counts agree with 1/2. How near escape is "
           "counted, α, β and γ are not printed. For αβ ≥ 1 and (3.20), INNA leaves a saddle no faster than gradient "
           "descent with the step 1/L: here by less than 3/2 a step, as the minimisers ask for L ≥ 16. In 35 steps "
           "that "
           "is from 10⁻¹² to less than 1.5 · 10⁻⁶",
       .code = {"algorithm/inna.hpp: Inna", "algorithm/inna.hpp: InnaEntry",
                "algorithm/gradient_descent.hpp: GradientDescent"},
       .hypotheses = {{"start", "θ₀ and −θ₀ have the same law, and ψ₀ = (1 − αβ)θ₀, which is not printed"},
                      {"runs", "1000, independent; an interval holds for its row alone"},
                      {"speed", "αβ ≥ 1 and (3.20)"}}},
      general_lines(), lines(), escape_lines());
  return result;
}

std::string Row::describe() const { return fmt::format("{}: {} of {} at (−√2, 0)", method, left, runs); }
std::string EscapeStart::describe() const {
  return fmt::format("θ₁ = {}, α = {}, β = {}, γ = {}", theta, alpha, beta, gamma);
}

Row below_one() { return {"INNA, αβ < 1", 1000, 488, 456, 519}; }
Row above_one() { return {"INNA, αβ > 1", 1000, 507, 475, 538}; }
Row descent() { return {"gradient descent", 1000, 502, 470, 533}; }

Rational at_least(int n, int x, const Rational& p) {
  Rational term = 1, sum = 0;
  for (int k = 0; k < n; ++k) term *= p;
  for (int k = n; k >= x; --k) {
    sum += term;
    term *= Rational(k, n - k + 1) * (1 - p) / p;
  }
  return sum;
}
Rational at_most(int n, int x, const Rational& p) { return at_least(n, n - x, 1 - p); }

bool hypotheses_hold(const EscapeStart& start) {
  const InnaStep step{start.alpha, start.beta, 16, start.gamma, 16};
  return start.theta != 0 && step_parameters(step) && start.gamma < start.beta &&
         (below_root(step) || !root_is_real(step));
}

namespace {

Rational thousandths(int k) { return Rational(k, 1000); }

void claim_tail_above(std::string_view name, const Rational& tail, Claims& claims) {
  claims.less(name, frac(1, 40), enclose(tail));
}
void claim_tail_below(std::string_view name, const Rational& tail, Claims& claims) {
  claims.less(name, enclose(tail), frac(1, 40));
}

void interval_contains_half(const Row& row, Claims& claims) {
  const int n = row.runs, x = row.left;
  claim_tail_below("P(X ≥ x) < 1/40 below the lower end", at_least(n, x, thousandths(row.low)), claims);
  claim_tail_above("1/40 < P(X ≥ x) above the lower end", at_least(n, x, thousandths(row.low + 1)), claims);
  claim_tail_above("1/40 < P(X ≤ x) below the upper end", at_most(n, x, thousandths(row.high)), claims);
  claim_tail_below("P(X ≤ x) < 1/40 above the upper end", at_most(n, x, thousandths(row.high + 1)), claims);
  claims.less("the lower end < 1/2", frac(row.low + 1, 1000), frac(1, 2));
  claims.less("1/2 < the upper end", frac(1, 2), frac(row.high, 1000));
}

/// Both tails at another probability, claimed to exceed 1/40.
Form<Row> planted(const char* key, const Rational& p) {
  return {key, [p](const Row& row, Claims& claims) {
            claim_tail_above("1/40 < P(X ≥ x), planted", at_least(row.runs, row.left, p), claims);
            claim_tail_above("1/40 < P(X ≤ x), planted", at_most(row.runs, row.left, p), claims);
          }};
}

/// 4θ³ − 8θ.
Number slope(const Number& theta) { return 4 * theta * (square(theta) - 2); }

/// One step from (θ, ψ), (−θ, −ψ) and (0, 0).
struct MirroredStep {
  explicit MirroredStep(const Unknowns& u)
      : alpha(u.real("α")), beta(u.positive("β")), gamma(u.positive("γ")), theta(u.real("θ₁")), psi(u.real("ψ₁")) {}
  Inna::State<Number> after(const Number& x, const Number& y) const {
    Number next_x = x, next_y = y;
    InnaEntry<Number>{1 / beta - alpha, 1 / beta, beta, gamma}(slope(x), next_x, next_y);
    return {Vector<Number>::Constant(1, next_x), Vector<Number>::Constant(1, next_y)};
  }
  Number alpha, beta, gamma, theta, psi;
};

void mirrored(const MirroredStep& m, Claims& claims) {
  const auto here = m.after(m.theta, m.psi), there = m.after(-m.theta, -m.psi), rest = m.after(0, 0);
  claims.equal("θ₁ is odd", there.theta[0], -here.theta[0]);
  claims.equal("ψ₁ is odd", there.psi[0], -here.psi[0]);
  claims.equal("θ₁ = 0 stays", rest.theta[0], 0);
  claims.equal("ψ₁ = 0 stays", rest.psi[0], 0);
}

/// γ < γ⁻(L) ≤ β ≤ γ⁺(L), as αβ ≥ 1 says; λ = −st with t = (α + s)/(1 + βs).
struct SpeedRun {
  explicit SpeedRun(const Unknowns& u)
      : gamma(u.positive("γ")),
        d(u.positive("γ⁻(L) − γ")),
        v(u.nonnegative("β − γ⁻(L)")),
        e(u.nonnegative("γ⁺(L) − β")),
        s(u.positive("s")),
        minus(gamma + d),
        beta(minus + v),
        plus(beta + e),
        L(1 / (minus * plus)),
        alpha((minus + e) * L),
        t((alpha + s) / (1 + beta * s)) {}
  Number gamma, d, v, e, s, minus, beta, plus, L, alpha, t;
};

void less_than_descent(const SpeedRun& r, Claims& claims) {
  const Number product = r.v * r.e * r.L;
  const Number margin = r.s * (r.d + r.e + r.s * (r.d * r.beta + r.minus * r.e)) / (1 + r.beta * r.s);
  claims.equal("αβ − 1", r.alpha * r.beta - 1, product);
  claims.at_most("1 ≤ αβ", 0, product);
  const InnaBlock M(r.alpha, r.beta, r.gamma, -(r.s * r.t));
  const Number sigma = 1 + r.gamma * r.s;
  claims.equal("χ(1 + γs) = 0", square(sigma) - M.trace() * sigma + M.determinant(), 0);
  claims.equal("|λ|/L − γs", r.s * r.t / r.L - r.gamma * r.s, margin);
  claims.less("γs < |λ|/L", 0, margin);
}

template <class Value>
Form<Unknowns> planted_speed(const char* key, Value value) {
  return form<SpeedRun, Unknowns>(
      key, [value](const SpeedRun& r, Claims& claims) { claims.less("γs < planted", r.gamma * r.s, value(r)); });
}

constexpr int most_steps = 1024;

struct EscapeRun {
  using Instance = EscapeStart;
  explicit EscapeRun(const EscapeStart& start)
      : method{start.alpha, start.beta}, side(start.theta < 0 ? -1 : 1), steps(steps_to_1(start)) {
    Inna::State<Number> now = method.start<Number>(exact(at(start.theta)));
    for (int k = 0; k < steps; ++k)
      now = method.step<Number>(now, Vector<Number>::Constant(1, slope(now.theta[0])), exact(start.gamma));
    theta = now.theta[0];
  }
  Inna method;
  int side, steps;
  Number theta = 0;

private:
  /// Over doubles: when the claims are about.
  int steps_to_1(const EscapeStart& start) const {
    Inna::State<double> now = method.start<double>(at(start.theta));
    for (int k = 0; k < most_steps; ++k) {
      const double x = now.theta[0];
      if (side * x > 1) return k;
      now = method.step<double>(now, at(4 * x * (x * x - 2)), start.gamma);
    }
    return most_steps;
  }
};

/// Gradient descent from θ₀ and −θ₀, with the step γ.
struct DescentRun {
  using Instance = EscapeStart;
  explicit DescentRun(const EscapeStart& start) : here(exact(at(start.theta))), there(-here) {
    const GradientDescent method{start.gamma};
    for (Vector<Number>* x : {&here, &there}) method.advance<Number>(*x, Vector<Number>::Constant(1, slope((*x)[0])));
  }
  Vector<Number> here, there;
};

struct SlowRun {
  using Instance = EscapeStart;
  explicit SlowRun(const EscapeStart& start)
      : alpha(exact(start.alpha)), beta(exact(start.beta)), gamma(exact(start.gamma)) {}
  Number speed() const { return 8 * square(gamma); }
  Number bound() const { return frac(1, 2) * (frac(1, 2) + gamma * (alpha - 8 * beta)); }
  Number alpha, beta, gamma;
};

}  // namespace

Form<Row> fits_one_half() { return {"fits 1/2", interval_contains_half}; }
Form<Row> none_at_saddle() {
  return {"", [](const Row& row, Claims& claims) {
            claim_tail_above("1/40 < P(X ≤ 0) below 0.0036", at_most(row.runs, row.saddle, Rational(36, 10000)),
                             claims);
            claim_tail_below("P(X ≤ 0) < 1/40 at 0.0037", at_most(row.runs, row.saddle, Rational(37, 10000)), claims);
          }};
}
Form<Unknowns> symmetric() { return form<MirroredStep, Unknowns>(mirrored).of_code(); }
Form<Unknowns> no_faster_than_descent() {
  return form<SpeedRun, Unknowns>("no faster than descent", less_than_descent);
}

Form<EscapeStart> escapes() {
  return form<EscapeRun>(
             [](const EscapeRun& r, Claims& claims) { claims.less("1 < sign(θ₀)θ₁", 1, r.side * r.theta, r.steps); })
      .of_code()
      .with([](Form<EscapeStart>& form) { form.rational = false; });
}
Form<EscapeStart> slow() {
  return form<SlowRun>(
      "slow", [](const SlowRun& r, Claims& claims) { claims.less("8γ² < (1/2 + γ(α − 8β))/2", r.speed(), r.bound()); });
}

Form<EscapeStart> exactly_one_half() {
  return form<SlowRun>(
      "1/2", [](const SlowRun& r, Claims& claims) { claims.equal("8γ² = (1/2 + γ(α − 8β))/2", r.speed(), r.bound()); });
}

Lines<Row> lines() {
  return {.steps = {{"not at the saddle", "0 %", none_at_saddle()}},
          .planted = {planted("p = 9/20 for 1/2", Rational(9, 20)),
                      planted("p = 11/20 for 1/2", Rational(11, 20)),
                      {"swapped: P(X ≥ x) < 1/40",
                       [](const Row& row, Claims& claims) {
                         claim_tail_below("planted", at_least(row.runs, row.left, frac<Rational>(1, 2)), claims);
                       }},
                      {"100 runs for 1000",
                       [](const Row& row, Claims& claims) {
                         claim_tail_below("planted", at_most(row.runs / 10, row.saddle, Rational(37, 10000)), claims);
                       }}},
          .separating = {below_one()}};
}

Lines<Unknowns> general_lines() {
  return {.steps = {{"(−√2, 0) and (√2, 0)", "48.8 % and 51.2 %: θ₁⁴ − 4θ₁² is even, and a step odd", symmetric()}},
          .planted = {planted_speed("factor: |λ|/(2L)", [](const SpeedRun& r) { return r.s * r.t / (2 * r.L); }),
                      planted_speed("missing s: γs < 1/L", [](const SpeedRun& r) { return 1 / r.L; }),
                      planted_speed("swapped: γ|λ|", [](const SpeedRun& r) { return r.gamma * r.s * r.t; }),
                      planted_speed("extra term: |λ|/L − γ²",
                                    [](const SpeedRun& r) { return r.s * r.t / r.L - square(r.gamma); })}};
}

Lines<EscapeStart> escape_lines() {
  return {.steps = {{"escape", "initialization outside the stable manifold, very close to (0, 0)", escapes()},
                    {"GD", "50.2 % and 49.8 %: a step of gradient descent is odd, too",
                     form<DescentRun>([](const DescentRun& r, Claims& claims) {
                       claims.equal("θ₁ + (−θ)₁ = 0", Vector<Number>(r.here + r.there), Vector<Number>::Constant(1, 0));
                     }).of_code()}}};
}

}  // namespace verigrad::saddle_escape_counts
