// Sinkhorn's algorithm: both updates at once and in turn, and its energy as a value of optimal transport.
#include "verigrad/algorithm/sinkhorn.hpp"
#include "verigrad/autodiff/lifted.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

struct Scaling {
  using Instance = ScalingInstance;
  explicit Scaling(const ScalingInstance& i)
      : sinkhorn(exact(i.k), exact(i.a), exact(i.b)), parallel{sinkhorn.start()}, in_turn{sinkhorn.start()} {
    for (int k = 0; k < i.t; ++k) {
      const Multipliers<Number>& x = parallel.back();
      parallel.push_back({sinkhorn.updated_u(x.v), sinkhorn.updated_v(x.u)});
      in_turn.push_back(sinkhorn.step(in_turn.back()));
    }
  }
  Sinkhorn<Number> sinkhorn;
  std::vector<Multipliers<Number>> parallel, in_turn;
};

void errors_decrease(Claims& claims, const Sinkhorn<Number>& s, const std::vector<Multipliers<Number>>& x) {
  for (std::size_t k = 1; k + 1 < x.size(); ++k)
    claims.at_most("Σ|u·Kv − a| + Σ|v·Kᵀu − b| does not grow", s.error(x[k + 1]), s.error(x[k]), int(k));
}
void both_at_once(const Scaling& r, Claims& claims) { errors_decrease(claims, r.sinkhorn, r.parallel); }
void one_by_one(const Scaling& r, Claims& claims) { errors_decrease(claims, r.sinkhorn, r.in_turn); }
void halved(const Scaling& r, Claims& claims) {
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

struct Transport {
  using Instance = TransportInstance;
  explicit Transport(const TransportInstance& i) : epsilon(exact(i.epsilon)), entries(Number(int(i.cost.size()))) {
    const Matrix<Number> cost = exact(i.cost);
    const Vector<Number> a = exact(i.a), b = exact(i.b);
    const Sinkhorn<Number> sinkhorn(gibbs_kernel(cost, epsilon), a, b);
    Multipliers<Number> x = sinkhorn.start();
    for (int k = 0; k < i.t; ++k) x = sinkhorn.step(x);
    energy = sinkhorn.energy(x);
    least = least_cost(cost, a, b);
  }
  Number epsilon, entries, energy = Number(0), least = Number(0);
};

/// OT − ε(1 + 2 log nm) ≤ f ≤ OT − ε: with P of mass 1, −log nm ≤ Σ Pᵢⱼ log Pᵢⱼ ≤ 0, and room for what x_t misses.
void near_least_cost(const Transport& r, const Number& f, Claims& claims) {
  using std::log;
  claims.at_most("f + ε ≤ OT", f + r.epsilon, r.least);
  claims.at_most("OT ≤ f + ε(1 + 2 log nm)", r.least, f + r.epsilon * (1 + 2 * log(r.entries)));
}
/// At x_t, ⟨Kv, u⟩ = 1.
void printed_value(const Transport& r, Claims& claims) { near_least_cost(r, r.energy + 1 - r.epsilon, claims); }
void right_value(const Transport& r, Claims& claims) { near_least_cost(r, r.epsilon * r.energy, claims); }
void wrong_value(const Transport& r, Claims& claims) { near_least_cost(r, -(r.epsilon * r.energy), claims); }

void value_without_entropy(const Transport& r, Claims& claims) {
  claims.equal("f + ε = OT", r.epsilon * r.energy + r.epsilon, r.least);
}
void value_with_most_entropy(const Transport& r, Claims& claims) {
  using std::log;
  claims.equal("OT = f + ε(1 + log nm)", r.least, r.epsilon * r.energy + r.epsilon * (1 + log(r.entries)));
}

/// u ← Kv/a, v ← Kᵀu/b: the quotients upside down.
void upside_down(const Scaling& r, Claims& claims) {
  std::vector<Multipliers<Number>> x{r.sinkhorn.start()};
  for (std::size_t k = 1; k < r.in_turn.size(); ++k) {
    const Vector<Number> u = r.sinkhorn.updated_u(x.back().v).cwiseInverse();
    x.push_back({u, r.sinkhorn.updated_v(u).cwiseInverse()});
  }
  errors_decrease(claims, r.sinkhorn, x);
}
void never_more_than_a_64th(const Scaling& r, Claims& claims) {
  for (std::size_t k = 1; k + 1 < r.in_turn.size(); ++k)
    claims.at_most("the error is at most a 64th of that before", 64 * r.sinkhorn.error(r.in_turn[k + 1]),
                   r.sinkhorn.error(r.in_turn[k]), int(k));
}

}  // namespace

Lines<ScalingInstance> scaling_lines() {
  return {.conclusions = {},
          .errata = {form<Scaling>("updates at once", both_at_once)},
          .corrected = {form<Scaling>("updates at once", one_by_one)},
          .planted = {form<Scaling>("updates in turn, upside down: u = Kv/a", upside_down),
                      form<Scaling>("updates in turn, factor: the error falls to a 64th", never_more_than_a_64th)},
          .probes = {form<Scaling>("error halved", halved)}};
}

Lines<TransportInstance> transport_lines() {
  return {.conclusions = {},
          .errata = {form<Transport>("value of transport", printed_value)},
          .corrected = {form<Transport>("value of transport", right_value)},
          .planted = {form<Transport>("value of transport: −ε E", wrong_value)},
          .probes = {form<Transport>("without entropy", value_without_entropy),
                     form<Transport>("with most entropy", value_with_most_entropy)}};
}

}  // namespace verigrad::recurrent_and_implicit_gradients
