#include "verigrad/theorem/step_tuned/experiment_settings.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/algorithm/real_power.hpp"

namespace verigrad::experiment_settings {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/table-4.1",
       .stem = "experiment_settings",
       .title = "Table: settings of the experiments",
       .source = "Thesis, Table 4.1 and 4.5.1",
       .text = "The learning rate is selected after 10% of the total number of epochs; smooth (ELU, SiLU) or nonsmooth "
               "(ReLU) activation functions; the decay 1/q^{1/2 + δ} in the epoch q still satisfies the convergence "
               "conditions of Theorem 4.2",
       .code = {"network/activation.hpp: slope"},
       .hypotheses = {{"δ", "0 < δ < 1/2; the text has 0.001"}, {"epochs", "all have the same number m of batches"}}},
      lines(), activation_lines(), table_lines());
  return result;
}

std::string Table::describe() const {
  std::string words;
  for (const Problem& problem : problems)
    words += fmt::format("{}({}): {} of {} epochs", words.empty() ? "" : ", ", problem.name, problem.grid_search,
                         problem.stop);
  return words;
}
std::string Smoothness::describe() const { return fmt::format("{} at 0", name(activation)); }
std::string EpochDecay::describe() const { return fmt::format("δ = {}, m = {}, Q = {}", delta, m, Q); }

Table as_printed() {
  return {{{"a", Activation::relu, 50, 500},
           {"b", Activation::relu, 50, 500},
           {"c", Activation::elu, 30, 300},
           {"d", Activation::silu, 50, 500},
           {"e", Activation::elu, 30, 300},
           {"f", Activation::elu, 30, 300}}};
}

bool hypotheses_hold(const EpochDecay& decay) { return 0 < decay.delta && decay.delta < 0.5; }

namespace {

struct TableRun {
  using Instance = Table;
  explicit TableRun(const Table& table) : problems(table.problems) {}
  std::vector<Problem> problems;
};
Form<Table> parts(const char* key, int of) {
  return form<TableRun>(key, [of](const TableRun& r, Claims& claims) {
    for (std::size_t i = 0; i < r.problems.size(); ++i)
      claims.equal("epochs of the grid search = a part of all", of * Number(r.problems[i].grid_search),
                   r.problems[i].stop, int(i));
  });
}

struct SmoothnessRun {
  using Instance = Smoothness;
  explicit SmoothnessRun(const Smoothness& instance) : activation(instance.activation) {}
  static Number h(int k) { return exact(std::ldexp(1, -k)); }
  Number slope_at(const Number& z) const { return slope<Number>(activation, z); }
  Number after(int k) const { return slope_at(h(k)) - slope_at(0); }
  Number before(int k) const { return slope_at(0) - slope_at(-h(k)); }
  Activation activation;
};
constexpr int smallest = 20;
void slope_is_lipschitz(const SmoothnessRun& r, Claims& claims) {
  for (int k = 0; k <= smallest; ++k) {
    claims.at_most("a′(h) − a′(0) ≤ h", r.after(k), r.h(k), k);
    claims.at_most("−h ≤ a′(h) − a′(0)", -r.h(k), r.after(k), k);
    claims.at_most("a′(0) − a′(−h) ≤ h", r.before(k), r.h(k), k);
    claims.at_most("−h ≤ a′(0) − a′(−h)", -r.h(k), r.before(k), k);
  }
}
void has_second_derivative(const SmoothnessRun& r, Claims& claims) {
  for (int k = 0; k <= smallest; ++k) {
    claims.at_most("(a′(h) − 2a′(0) + a′(−h))/h ≤ h", r.after(k) - r.before(k), square(r.h(k)), k);
    claims.at_most("−h ≤ (a′(h) − 2a′(0) + a′(−h))/h", -square(r.h(k)), r.after(k) - r.before(k), k);
  }
}

FalseLine<Smoothness> smooth_elu() {
  return {
      .words = {.key = "ELU",
                .place = "4.5.1, third item, and Table 4.1",
                .printed = "we used either smooth (ELU, SiLU) or nonsmooth (ReLU) activation functions (although our "
                           "theoretical analysis only applies to smooth activation functions)",
                .corrected = "SiLU is smooth; ELU is differentiable once",
                .remark = "4.4 wants each 𝒥ₙ twice continuously differentiable.",
                .by_hand = "ELU″ is 1 left of 0, where ELU = eᶻ − 1, and 0 right of it, where ELU = z",
                .weight = Weight::statement,
                .survives = "ELU′ is Lipschitz, which is all of it that the proof of Theorem 4.2 uses",
                .of_statement = true},
      .printed = form<SmoothnessRun>(has_second_derivative),
      .counterexample = {Activation::elu},
      .corrected = {form<SmoothnessRun>("ELU′ is Lipschitz", slope_is_lipschitz)}};
}

struct DecayRun {
  using Instance = EpochDecay;
  explicit DecayRun(const EpochDecay& decay) : Q(decay.Q), m(decay.m), delta(exact(decay.delta)) {
    for (int q = 1; q <= Q; ++q) {
      const Number rate = 1 / to_the(q, frac(1, 2) + delta);
      sum += m * rate;
      squares += m * square(rate);
    }
  }
  static Number to_the(int q, const Number& exponent) { return real_power<Number>(Number(q), exponent); }
  Number least() const { return m * to_the(Q, frac(1, 2) - delta); }
  Number most() const { return m * (1 + (1 - 1 / to_the(Q, 2 * delta)) / (2 * delta)); }

  int Q, m;
  Number delta, sum = 0, squares = 0;
};
void conditions(const DecayRun& r, Claims& claims) {
  claims.at_most("mQ^{1/2 − δ} ≤ Σ γ", r.least(), r.sum);
  claims.at_most("Σ γ² ≤ m(1 + (1 − Q^{−2δ})/(2δ))", r.squares, r.most());
  claims.less("m(1 + (1 − Q^{−2δ})/(2δ)) < m(1 + 1/(2δ))", r.most(), r.m * (1 + 1 / (2 * r.delta)));
}
template <class Left, class Right>
Form<EpochDecay> planted(const char* key, Left left, Right right) {
  return form<DecayRun>(
      key, [=](const DecayRun& r, Claims& claims) { claims.at_most("planted", Number(left(r)), Number(right(r))); });
}

}  // namespace

Form<Table> chosen_after_a_tenth() { return parts("10%", 10); }
Form<Smoothness> lipschitz_slope() { return form<SmoothnessRun>("Lipschitz slope", slope_is_lipschitz); }
Form<Smoothness> twice_differentiable() { return form<SmoothnessRun>("smooth", has_second_derivative); }
Form<EpochDecay> sums() { return form<DecayRun>("(1.22)", conditions); }
Form<EpochDecay> squares_below_2() {
  return planted(
      "2m", [](const DecayRun& r) { return r.squares; }, [](const DecayRun& r) { return Number(2 * r.m); });
}

Lines<EpochDecay> lines() {
  return {
      .planted = {planted(
                      "factor m missing", [](const DecayRun& r) { return r.squares; },
                      [](const DecayRun& r) { return r.most() / r.m; }),
                  planted(
                      "missing first epoch", [](const DecayRun& r) { return r.squares; },
                      [](const DecayRun& r) { return r.most() - r.m; }),
                  planted(
                      "sign: Q^{1/2 + δ}", [](const DecayRun& r) { return r.m * r.to_the(r.Q, frac(1, 2) + r.delta); },
                      [](const DecayRun& r) { return r.sum; })},
      .separating = {{0.25, 2, 1}, {0.25, 1, 16}}};
}
Lines<Smoothness> activation_lines() { return {.errata = {smooth_elu()}}; }
Lines<Table> table_lines() { return {.planted = {parts("5%", 20), parts("20%", 5)}, .separating = {as_printed()}}; }

}  // namespace verigrad::experiment_settings
