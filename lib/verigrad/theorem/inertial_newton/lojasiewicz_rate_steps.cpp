#include "verigrad/theorem/inertial_newton/lojasiewicz_rate.hpp"

namespace verigrad::lojasiewicz_rate {
namespace {

/// Everything that the lines of the proof speak of at one time, with the slack of each assumption.
struct StateRun {
  explicit StateRun(const Unknowns& u)
      : rho(u.positive("ρ")),
        share(u.positive("1 − a")),
        c1(u.positive("c₁")),
        c2(u.positive("c₂")),
        power(u.positive("G^−a")),
        excess(u.positive("excess of (2.22)")),
        slack(u.nonnegative("slack of (i)")),
        rest(u.nonnegative("slack of (ii)")),
        gradient((1 + excess) / (rho * share * power)),
        speed((gradient - rest) / c2),
        rate(-c1 * square(gradient) - slack),
        reduced_rate(share * power * rate),
        kappa(c1 / (square(rho) * square(share))),
        two_a_less_one(u.positive("2a − 1")),
        surplus(u.nonnegative("G^{2a−1} − 1")),
        drop(u.nonnegative("G₀^{1−a} − G^{1−a}")),
        reduced_value(u.positive("G^{1−a}")),
        time(u.positive("t")) {}

  Number rho, share, c1, c2, power, excess, slack, rest;
  Number gradient;      ///< ‖∂G‖
  Number speed;         ///< ‖X′‖
  Number rate;          ///< dG/dt
  Number reduced_rate;  ///< d/dt G^{1−a}, (2.26)
  Number kappa;
  Number two_a_less_one, surplus, drop, reduced_value, time;
};
/// left < right, where right − left is `gap`, of which the sign shows.
void claim_less(std::string_view name, const Number& left, const Number& right, const Number& gap, Claims& claims) {
  claims.equal(name, right - left, gap);
  claims.less("0 < the difference", 0, gap);
}
void line_23(const StateRun& s, Claims& claims) {
  const Number gap = s.slack + s.kappa / square(s.power) * s.excess * (2 + s.excess);
  claim_less("dG/dt < −κG^{2a}", s.rate, -s.kappa / square(s.power), gap, claims);
}
void line_24(const StateRun& s, Claims& claims) {
  const Number gap = square(s.power) * s.slack + s.kappa * s.excess * (2 + s.excess);
  claim_less("G^{−2a} dG/dt < −κ", square(s.power) * s.rate, -s.kappa, gap, claims);
}
void squared(const StateRun& s, Claims& claims) {
  const Number factor = 1 / (square(s.rho) * square(s.share));
  claim_less("−‖∂G‖² < −1/(ρ²(1 − a)²) G^{2a}", -square(s.gradient), -factor / square(s.power),
             factor / square(s.power) * s.excess * (2 + s.excess), claims);
}
/// For a ≤ 1/2 and G < 1: G^{2a} = G(1 + surplus).
void linear_step(const StateRun& s, Claims& claims) {
  const Number power = 1 / square(s.power);
  const Number value = power / (1 + s.surplus);
  const Number gap = s.slack + s.kappa * power * s.excess * (2 + s.excess) + s.kappa * value * s.surplus;
  claim_less("dG/dt < −κG", s.rate, -s.kappa * value, gap, claims);
  claims.equal("e^{−κt} d/dt(e^{κt}G) = dG/dt + κG", s.rate + s.kappa * value, -gap);
}
/// Over a time in which G^{−2a} dG/dt stays what it is.
void integrated(const StateRun& s, Claims& claims) {
  const Number growth = -s.two_a_less_one * square(s.power) * s.rate * s.time;
  const Number gap = s.two_a_less_one * s.time * (square(s.power) * s.slack + s.kappa * s.excess * (2 + s.excess));
  claim_less("(2a − 1)κt < G^{1−2a} − G₀^{1−2a}", s.two_a_less_one * s.kappa * s.time, growth, gap, claims);
}
/// G = G^{1−a}/G^{−a}: d/dt 1/G > κG^{2a−2} ≥ κG₀^{2a−2}.
void inverse(const StateRun& s, Claims& claims) {
  const Number value = s.reduced_value / s.power;
  const Number start = s.reduced_value + s.drop;
  const Number gap = (s.slack * square(s.power) + s.kappa * s.excess * (2 + s.excess)) / square(s.reduced_value);
  claim_less("κG^{2a−2} < d/dt 1/G", s.kappa / square(s.reduced_value), -s.rate / square(value), gap, claims);
  const Number before = s.kappa * s.drop * (start + s.reduced_value) / (square(start) * square(s.reduced_value));
  claims.equal("κG^{2a−2} − κG₀^{2a−2}", s.kappa / square(s.reduced_value) - s.kappa / square(start), before);
  claims.at_most("0 ≤ the second difference", 0, before);
}
void line_28(const StateRun& s, Claims& claims) {
  const Number gap = s.share * s.power * s.slack;
  claims.equal("d/dt G^{1−a} + c₁(1 − a)G^{−a}‖∂G‖²", -s.c1 * s.share * s.power * square(s.gradient) - s.reduced_rate,
               gap);
  claims.at_most("0 ≤ the difference", 0, gap);
}
void line_29(const StateRun& s, Claims& claims) {
  claim_less("−(1 − a)G^{−a}‖∂G‖ < −1/ρ", -s.share * s.power * s.gradient, -1 / s.rho, s.excess / s.rho, claims);
}
void line_30(const StateRun& s, Claims& claims) {
  const Number gap = s.share * s.power * s.slack + s.c1 * s.gradient * s.excess / s.rho;
  claim_less("d/dt G^{1−a} < −c₁/ρ ‖∂G‖", s.reduced_rate, -s.c1 / s.rho * s.gradient, gap, claims);
  const Number by_speed = s.c1 / s.rho * s.rest;
  claims.equal("c₁/ρ ‖∂G‖ − c₁c₂/ρ ‖X′‖", s.c1 / s.rho * s.gradient - s.c1 * s.c2 / s.rho * s.speed, by_speed);
  claims.at_most("0 ≤ the second difference", 0, by_speed);
}
/// A planted mistake about a line: left(state) < right(state).
template <class Left, class Right>
Form<Unknowns> line(const char* key, Left left, Right right) {
  return form<StateRun, Unknowns>(
      key, [=](const StateRun& s, Claims& claims) { claims.less("planted", left(s), right(s)); });
}

Forms<Unknowns> planted_derivation() {
  const auto rate = [](const auto& s) { return s.rate; };
  const auto reduced = [](const auto& s) { return s.reduced_rate; };
  return {
      line("(2.23) with G^a", rate, [](const auto& s) { return -s.kappa / s.power; }),
      line("(2.23) with 1/(ρ(1 − a))", rate, [](const auto& s) { return -s.c1 / (s.rho * s.share * square(s.power)); }),
      line(
          "(2.24) with ρ² above", [](const auto& s) { return square(s.power) * s.rate; },
          [](const auto& s) { return -s.kappa * square(square(s.rho)); }),
      line(
          "(2.22) squared with ρ for ρ²", [](const auto& s) { return -square(s.gradient); },
          [](const StateRun& s) { return -1 / (s.rho * square(s.share) * square(s.power)); }),
      line("a ≤ 1/2 with κ²", rate,
           [](const StateRun& s) { return -square(s.kappa) / (square(s.power) * (1 + s.surplus)); }),
      line(
          "(2.24) integrated with 1 − 2a for 2a − 1", [](const auto& s) { return s.two_a_less_one * s.kappa * s.time; },
          [](const auto& s) { return s.two_a_less_one * square(s.power) * s.rate * s.time; }),
      line(
          "O(1/t) with G₀^{2a−1}", [](const auto& s) { return s.kappa / (s.reduced_value + s.drop); },
          [](const auto& s) { return -s.rate * square(s.power) / square(s.reduced_value); }),
      line("(2.28) with G^a", reduced, [](const auto& s) { return -s.c1 * s.share / s.power * square(s.gradient); }),
      line("(2.28) without 1 − a", reduced, [](const auto& s) { return -s.c1 * s.power * square(s.gradient); }),
      line(
          "(2.29) with ρ for 1/ρ", [](const auto& s) { return -s.share * s.power * s.gradient; },
          [](const auto& s) { return -s.rho; }),
      line(
          "(2.29) with G^{−2a}", [](const auto& s) { return -s.share * square(s.power) * s.gradient; },
          [](const StateRun& s) { return -1 / s.rho; }),
      line("(2.30) without ρ", reduced, [](const auto& s) { return -s.c1 * s.gradient; }),
      line("(2.30) with c₁/c₂", reduced, [](const auto& s) { return -s.c1 / (s.rho * s.c2) * s.speed; })};
}

}  // namespace

Lines<Unknowns> derivation_lines() {
  return {.steps = {{"(2.22) squared", "−‖∂G‖² < −1/(ρ²(1 − a)²) G^{2a}", form<StateRun, Unknowns>(squared)},
                    {"(2.23)", "dG/dt < −c₁/(ρ²(1 − a)²) G^{2a}", form<StateRun, Unknowns>(line_23)},
                    {"a ≤ 1/2", "dG/dt < −κG", form<StateRun, Unknowns>(linear_step)},
                    {"(2.24)", "G^{−2a} dG/dt = 1/(1 − 2a) d/dt G^{1−2a} < −κ", form<StateRun, Unknowns>(line_24)},
                    {"(2.24) integrated", "G^{1−2a} > (2a − 1)κt + G₀^{1−2a}", form<StateRun, Unknowns>(integrated)}},
          .planted = planted_derivation()};
}
Lines<Unknowns> descent_lines() {
  return {.steps = {{"(2.28)", "d/dt G^{1−a} ≤ −c₁(1 − a)G^{−a}‖∂G‖²", form<StateRun, Unknowns>(line_28)},
                    {"(2.29)", "−(1 − a)G^{−a}‖∂G‖ < −1/ρ", form<StateRun, Unknowns>(line_29)},
                    {"(2.30)", "d/dt G^{1−a} < −c₁/ρ ‖∂G‖ ≤ −c₁c₂/ρ ‖X′‖", form<StateRun, Unknowns>(line_30)}}};
}
Form<Unknowns> one_over_t() { return form<StateRun, Unknowns>("O(1/t) for every a", inverse); }

}  // namespace verigrad::lojasiewicz_rate
