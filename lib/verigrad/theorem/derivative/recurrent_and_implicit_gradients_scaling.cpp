// Sinkhorn's algorithm: both updates at once and in turn, and its energy as a value of optimal transport.
#include "verigrad/algorithm/sinkhorn.hpp"
#include "verigrad/autodiff/lifted.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

/// Σᵢ|Σⱼ Kᵢⱼ − aᵢ| + Σⱼ|Σᵢ Kᵢⱼ − bⱼ|.
Number error_at_one(const ScalingInstance& i) {
  Number sum = 0;
  for (Eigen::Index row = 0; row < i.k.rows(); ++row) {
    Number mass = -exact(i.a[row]);
    for (Eigen::Index column = 0; column < i.k.cols(); ++column) mass += exact(i.k(row, column));
    sum += magnitude<Number>(mass);
  }
  for (Eigen::Index column = 0; column < i.k.cols(); ++column) {
    Number mass = -exact(i.b[column]);
    for (Eigen::Index row = 0; row < i.k.rows(); ++row) mass += exact(i.k(row, column));
    sum += magnitude<Number>(mass);
  }
  return sum;
}

struct ScalingRun {
  using Instance = ScalingInstance;
  explicit ScalingRun(const ScalingInstance& i)
      : sinkhorn(exact(i.k), exact(i.a), exact(i.b)),
        first_error(error_at_one(i)),
        parallel{sinkhorn.start()},
        in_turn{sinkhorn.start()} {
    for (int k = 0; k < i.t; ++k) {
      const Multipliers<Number>& x = parallel.back();
      parallel.push_back({sinkhorn.updated_u(x.v), sinkhorn.updated_v(x.u)});
      in_turn.push_back(sinkhorn.step(in_turn.back()));
    }
  }
  Sinkhorn<Number> sinkhorn;
  Number first_error;  ///< at u = v = 1
  std::vector<Multipliers<Number>> parallel, in_turn;
};

void errors_decrease(const Sinkhorn<Number>& s, const std::vector<Multipliers<Number>>& x, Claims& claims) {
  for (std::size_t k = 1; k + 1 < x.size(); ++k)
    claims.at_most("Σ|u·Kv − a| + Σ|v·Kᵀu − b| does not grow", s.error(x[k + 1]), s.error(x[k]), int(k));
}
void both_at_once(const ScalingRun& r, Claims& claims) { errors_decrease(r.sinkhorn, r.parallel, claims); }
void one_by_one(const ScalingRun& r, Claims& claims) {
  claims.equal("Σ|u·Kv − a| + Σ|v·Kᵀu − b| at u = v = 1", r.sinkhorn.error(r.in_turn[0]), r.first_error);
  errors_decrease(r.sinkhorn, r.in_turn, claims);
}
void halved(const ScalingRun& r, Claims& claims) {
  claims.at_most("the error after t steps ≤ ½ that after 1", 2 * r.sinkhorn.error(r.in_turn.back()),
                 r.sinkhorn.error(r.in_turn[1]));
}

/// The least cost of transport: it is linear in the mass p that stays in the first bin, and least at an end.
Number least_cost(const Matrix<Number>& cost, const Vector<Number>& a, const Vector<Number>& b) {
  if (cost.size() == 1) return cost(0, 0);
  const auto at = [&](const Number& p) {
    return p * cost(0, 0) + (a[0] - p) * cost(0, 1) + (b[0] - p) * cost(1, 0) + (a[1] - b[0] + p) * cost(1, 1);
  };
  return smaller<Number>(at(larger<Number>(Number(0), b[0] - a[1])), at(smaller<Number>(a[0], b[0])));
}

struct TransportRun {
  using Instance = TransportInstance;
  explicit TransportRun(const TransportInstance& i) : epsilon(exact(i.epsilon)), entries(int(i.cost.size())) {
    const Matrix<Number> cost = exact(i.cost);
    const Vector<Number> a = exact(i.a), b = exact(i.b);
    const Sinkhorn<Number> sinkhorn(gibbs_kernel(cost, epsilon), a, b);
    Multipliers<Number> x = sinkhorn.start();
    for (int k = 0; k < i.t; ++k) x = sinkhorn.step(x);
    energy = sinkhorn.energy(x);
    least = least_cost(cost, a, b);
  }
  Number epsilon, entries, energy = 0, least = 0;
};

/// OT − ε(1 + 2 log nm) ≤ f ≤ OT − ε: with P of mass 1, −log nm ≤ Σ Pᵢⱼ log Pᵢⱼ ≤ 0, and room for what x_t misses.
void near_least_cost(const TransportRun& r, const Number& f, Claims& claims) {
  using std::log;
  claims.at_most("f + ε ≤ OT", f + r.epsilon, r.least);
  claims.at_most("OT ≤ f + ε(1 + 2 log nm)", r.least, f + r.epsilon * (1 + 2 * Number(log(r.entries))));
}
/// At x_t, ⟨Kv, u⟩ = 1.
void printed_value(const TransportRun& r, Claims& claims) { near_least_cost(r, r.energy + 1 - r.epsilon, claims); }
void right_value(const TransportRun& r, Claims& claims) { near_least_cost(r, r.epsilon * r.energy, claims); }
void wrong_value(const TransportRun& r, Claims& claims) { near_least_cost(r, -(r.epsilon * r.energy), claims); }

void least_entropy(const TransportRun& r, Claims& claims) {
  claims.equal("f + ε = OT", r.epsilon * r.energy + r.epsilon, r.least);
}
void most_entropy(const TransportRun& r, Claims& claims) {
  using std::log;
  claims.equal("OT = f + ε(1 + log nm)", r.least, r.epsilon * r.energy + r.epsilon * (1 + Number(log(r.entries))));
}

/// u ← Kv/a, v ← Kᵀu/b: the quotients upside down.
void upside_down(const ScalingRun& r, Claims& claims) {
  std::vector<Multipliers<Number>> x{r.sinkhorn.start()};
  for (std::size_t k = 1; k < r.in_turn.size(); ++k) {
    const Vector<Number> u = r.sinkhorn.updated_u(x.back().v).cwiseInverse();
    x.push_back({u, r.sinkhorn.updated_v(u).cwiseInverse()});
  }
  errors_decrease(r.sinkhorn, x, claims);
}
void never_more_than_a_64th(const ScalingRun& r, Claims& claims) {
  for (std::size_t k = 1; k + 1 < r.in_turn.size(); ++k)
    claims.at_most("the error is at most a 64th of that before", 64 * r.sinkhorn.error(r.in_turn[k + 1]),
                   r.sinkhorn.error(r.in_turn[k]), int(k));
}

Matrix<double> one_number(double entry) { return Matrix<double>::Constant(1, 1, entry); }

ScalingInstance kernel_of_2() { return {.k = one_number(2), .a = vector({1}), .b = vector({1}), .t = 3}; }
ScalingInstance halving() {
  return {.k = Matrix<double>{{0.25, 0.25}, {0.25, 0.125}},
          .a = vector({0.046875, 0.03125}),
          .b = vector({0.03125, 0.046875}),
          .t = 2};
}
TransportInstance one_bin_each() {
  return {.cost = one_number(1), .a = vector({1}), .b = vector({1}), .epsilon = 0.25, .t = 1};
}
TransportInstance unequal_bins() {
  return {.cost = Matrix<double>::Zero(2, 2),
          .a = vector({0.0625, 0.9375}),
          .b = vector({0.0625, 0.9375}),
          .epsilon = 0.25};
}

FalseLine<ScalingInstance> updates_at_once() {
  return {
      .words =
          {.key = "updates at once",
           .place = "Section 14.3.7, Sinkhorn's algorithm",
           .printed = "uₖ₊₁ = a/(Kvₖ) and vₖ₊₁ = b/(Kᵀuₖ)",
           .corrected = "uₖ₊₁ = a/(Kvₖ) and vₖ₊₁ = b/(Kᵀuₖ₊₁)",
           .remark = "No slip of an index: h(x, θ) = θ/(𝒦x) repeats it. Not the alternation that the text announces: "
                     "the even u and odd v do not know the others.",
           .by_hand =
               "a = b = 1, K = 2: (1, 1), (1/2, 1/2), (1, 1), … for ever; in turn, (1/2, 1) has the marginals at once",
           .weight = Weight::statement,
           .survives = "with uₖ₊₁ in the update of v, which is Sinkhorn's algorithm",
           .of_statement = true},
      .printed = form<ScalingRun>(both_at_once),
      .counterexample = kernel_of_2(),
      .corrected = {form<ScalingRun>(one_by_one)}};
}

FalseLine<TransportInstance> value_without_scale() {
  return {.words = {.key = "value of transport",
                    .place = "Section 14.3.7, Sinkhorn's algorithm",
                    .printed = "the OT distance is then approximately equal to f(θ) = ⟨a, log(u_t)⟩ + ⟨b, log(v_t)⟩ − "
                               "ε⟨Ku_t, v_t⟩ [K = exp(−C/ε)]",
                    .corrected = "it is approximately ε(⟨a, log u⟩ + ⟨b, log v⟩ − ⟨Kv, u⟩), to within ε(1 + log nm) at "
                                 "the limit, which C = 0 attains; checked after 40 steps, to within ε(1 + 2 log nm)",
                    .remark = "K is left open in the text. The bound ε(1 + log nm) is attained for C = 0; checked "
                              "after 40 steps, to within ε(1 + 2 log nm).",
                    .by_hand = "a = b = C = 1, K = exp(−1/ε): the distance is 1, uv = exp(1/ε), f = 1/ε − ε, at ε = "
                               "1/4 more than 3; with the ε it is 1 − ε",
                    .weight = Weight::statement,
                    .survives = "with one ε before both logarithms, to within ε(1 + log nm) at the limit",
                    .same_as = "mfds/14.3.7: stationary energy",
                    .of_statement = true},
          .printed = form<TransportRun>(printed_value),
          .counterexample = one_bin_each(),
          .corrected = {form<TransportRun>(right_value)}};
}

}  // namespace

Lines<ScalingInstance> scaling_lines() {
  return {.errata = {updates_at_once()},
          .planted = {form<ScalingRun>("updates in turn, upside down: u = Kv/a", upside_down),
                      form<ScalingRun>("updates in turn, factor: the error falls to a 64th", never_more_than_a_64th)},
          .separating = {halving()}};
}

Form<ScalingInstance> error_halved() { return form<ScalingRun>("error halved", halved); }

Lines<TransportInstance> transport_lines() {
  return {.errata = {value_without_scale()},
          .planted = {form<TransportRun>("value of transport: −ε E", wrong_value)},
          .separating = {unequal_bins()}};
}

Form<TransportInstance> value_without_entropy() { return form<TransportRun>("without entropy", least_entropy); }
Form<TransportInstance> value_with_most_entropy() { return form<TransportRun>("with most entropy", most_entropy); }

}  // namespace verigrad::recurrent_and_implicit_gradients
