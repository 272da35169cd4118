// Sinkhorn's algorithm: both updates at once and in turn, and its energy as a value of optimal transport.
#include "verigrad/algorithm/sinkhorn.hpp"
#include "verigrad/autodiff/lifted.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

template <class T>
struct Scaling {
  using Instance = ScalingInstance;
  explicit Scaling(const ScalingInstance& i)
      : sinkhorn(exact<T>(i.k), exact<T>(i.a), exact<T>(i.b)), parallel{sinkhorn.start()}, in_turn{sinkhorn.start()} {
    for (int k = 0; k < i.t; ++k) {
      const Multipliers<T>& x = parallel.back();
      parallel.push_back({sinkhorn.updated_u(x.v), sinkhorn.updated_v(x.u)});
      in_turn.push_back(sinkhorn.step(in_turn.back()));
    }
  }
  Sinkhorn<T> sinkhorn;
  std::vector<Multipliers<T>> parallel, in_turn;
};

template <class T>
void errors_decrease(Claims<T>& claims, const Sinkhorn<T>& s, const std::vector<Multipliers<T>>& x) {
  for (std::size_t k = 1; k + 1 < x.size(); ++k)
    claims.at_most("Σ|u·Kv − a| + Σ|v·Kᵀu − b| does not grow", s.error(x[k + 1]), s.error(x[k]), int(k));
}
constexpr auto both_at_once = []<class T>(const Scaling<T>& r, Claims<T>& claims) {
  errors_decrease(claims, r.sinkhorn, r.parallel);
};
constexpr auto one_by_one = []<class T>(const Scaling<T>& r, Claims<T>& claims) {
  errors_decrease(claims, r.sinkhorn, r.in_turn);
};
constexpr auto halved = []<class T>(const Scaling<T>& r, Claims<T>& claims) {
  claims.at_most("the error after t steps ≤ ½ that after 1", T(2) * r.sinkhorn.error(r.in_turn.back()),
                 r.sinkhorn.error(r.in_turn[1]));
};

/// The least cost of transport: it is linear in the mass p that stays in the first bin, and least at an end.
template <class T>
T least_cost(const Matrix<T>& cost, const Vector<T>& a, const Vector<T>& b) {
  if (cost.size() == 1) return cost(0, 0);
  const auto at = [&](const T& p) {
    return p * cost(0, 0) + (a[0] - p) * cost(0, 1) + (b[0] - p) * cost(1, 0) + (a[1] - b[0] + p) * cost(1, 1);
  };
  return smaller<T>(at(larger<T>(T(0), b[0] - a[1])), at(smaller<T>(a[0], b[0])));
}

template <class T>
struct Transport {
  using Instance = TransportInstance;
  explicit Transport(const TransportInstance& i) : epsilon(exact<T>(i.epsilon)), entries(T(int(i.cost.size()))) {
    if constexpr (has_exp<T>) {
      const Matrix<T> cost = exact<T>(i.cost);
      const Vector<T> a = exact<T>(i.a), b = exact<T>(i.b);
      const Sinkhorn<T> sinkhorn(gibbs_kernel(cost, epsilon), a, b);
      Multipliers<T> x = sinkhorn.start();
      for (int k = 0; k < i.t; ++k) x = sinkhorn.step(x);
      energy = sinkhorn.energy(x);
      least = least_cost(cost, a, b);
    }
  }
  T epsilon, entries, energy = T(0), least = T(0);
};

/// OT − ε(1 + 2 log nm) ≤ f ≤ OT − ε: with P of mass 1, −log nm ≤ Σ Pᵢⱼ log Pᵢⱼ ≤ 0, and room for what x_t misses.
template <class T>
void near_least_cost(const Transport<T>& r, const T& f, Claims<T>& claims) {
  if constexpr (has_exp<T>) {
    using std::log;
    claims.at_most("f + ε ≤ OT", f + r.epsilon, r.least);
    claims.at_most("OT ≤ f + ε(1 + 2 log nm)", r.least, f + r.epsilon * (T(1) + T(2) * T(log(r.entries))));
  }
}
/// At x_t, ⟨Kv, u⟩ = 1.
constexpr auto printed_value = []<class T>(const Transport<T>& r, Claims<T>& claims) {
  near_least_cost<T>(r, r.energy + T(1) - r.epsilon, claims);
};
constexpr auto right_value = []<class T>(const Transport<T>& r, Claims<T>& claims) {
  near_least_cost<T>(r, r.epsilon * r.energy, claims);
};
constexpr auto wrong_value = []<class T>(const Transport<T>& r, Claims<T>& claims) {
  near_least_cost<T>(r, -(r.epsilon * r.energy), claims);
};

constexpr auto value_without_entropy = []<class T>(const Transport<T>& r, Claims<T>& claims) {
  claims.equal("f + ε = OT", r.epsilon * r.energy + r.epsilon, r.least);
};
constexpr auto value_with_most_entropy = []<class T>(const Transport<T>& r, Claims<T>& claims) {
  if constexpr (has_exp<T>) {
    using std::log;
    claims.equal("OT = f + ε(1 + log nm)", r.least, r.epsilon * r.energy + r.epsilon * (T(1) + T(log(r.entries))));
  }
};

/// u ← Kv/a, v ← Kᵀu/b: the quotients upside down.
constexpr auto upside_down = []<class T>(const Scaling<T>& r, Claims<T>& claims) {
  std::vector<Multipliers<T>> x{r.sinkhorn.start()};
  for (std::size_t k = 1; k < r.in_turn.size(); ++k) {
    const Vector<T> u = r.sinkhorn.updated_u(x.back().v).cwiseInverse();
    x.push_back({u, r.sinkhorn.updated_v(u).cwiseInverse()});
  }
  errors_decrease(claims, r.sinkhorn, x);
};
constexpr auto never_more_than_a_64th = []<class T>(const Scaling<T>& r, Claims<T>& claims) {
  for (std::size_t k = 1; k + 1 < r.in_turn.size(); ++k)
    claims.at_most("the error is at most a 64th of that before", T(64) * r.sinkhorn.error(r.in_turn[k + 1]),
                   r.sinkhorn.error(r.in_turn[k]), int(k));
};

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
