// Definitions 6.6 and 6.7 as printed: one matrix W⁽ᵏ⁾ and one vector b⁽ᵏ⁾ a layer, each with its own update.
#include "verigrad/theorem/stochastic/minibatch_gradient_descent_blocks.hpp"

#include <algorithm>

#include "verigrad/algorithm/mini_batches.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/network/network_objective.hpp"
#include "verigrad/theorem/stochastic/minibatch_gradient_descent_forms.hpp"

namespace verigrad::minibatch_gradient_descent {
namespace {

template <class T>
void claim_same(const Training<T>& t, const Blocks<T>& printed, const Vector<T>& shipped, Claims<T>& claims) {
  const Blocks<T> own = blocks_of(t.data.network, shipped);
  for (std::size_t k = 0; k < own.W.size(); ++k) {
    claims.equal("W⁽ᵏ⁾⁽ⁿ⁾ = that in θ⁽ⁿ⁾", Vector<T>(printed.W[k].reshaped()), Vector<T>(own.W[k].reshaped()));
    claims.equal("b⁽ᵏ⁾⁽ⁿ⁾ = that in θ⁽ⁿ⁾", printed.b[k], own.b[k]);
  }
}

/// θ⁽⁰⁾ … θ⁽ⁿ⁾ of the gradient descent that ships.
template <class T>
Trajectory<T> shipped_descent(const Training<T>& t) {
  const ObjectivePtr f = make_objective(NetworkObjective(t.data.network, t.data.loss, t.samples()));
  const GradientDescent method{t.instance.alpha};
  Trajectory<T> theta{t.data.theta};
  for (int k = 0; k < t.instance.n; ++k)
    theta.push_back(k == 0 && t.instance.first ? exact<T>(*t.instance.first)
                                               : method.step<T>(f->over<T>(), theta.back()));
  return theta;
}

template <class T>
std::vector<LaggedMomentum::State<T>> shipped_momentum(const Training<T>& t) {
  const ObjectivePtr f = make_objective(NetworkObjective(t.data.network, t.data.loss, t.samples()));
  const LaggedMomentum method{t.instance.alpha, t.instance.beta};
  std::vector<LaggedMomentum::State<T>> states{LaggedMomentum::start<T>(t.data.theta)};
  for (int k = 0; k < t.instance.n; ++k) states.push_back(method.step<T>(f->over<T>(), states.back()));
  return states;
}

std::vector<BatchIndices> one_epoch(const TrainingInstance& instance) {
  return mini_batches(all_terms(instance.samples()), instance.b);
}

template <class T>
Trajectory<T> shipped_epoch(const Training<T>& t) {
  const FiniteSum f = one_term_a_sample(t.data.network, t.data.loss, t.samples());
  const StochasticGradient method{ConstantStep{t.instance.alpha}};
  auto state = StochasticGradient::start<T>(t.data.theta);
  Trajectory<T> theta{state.x};
  for (const BatchIndices& batch : one_epoch(t.instance)) {
    state = method.step<T>(f, state, batch);
    theta.push_back(state.x);
  }
  return theta;
}

/// The blocks that next(now) yields from the start on are those of the shipped gradient descent.
template <class T, class Next>
void claim_descent(const Training<T>& t, Next next, Claims<T>& claims) {
  const Trajectory<T> theta = shipped_descent(t);
  Blocks<T> printed = t.start;
  for (std::size_t k = 1; k < theta.size(); ++k) {
    printed = next(printed);
    claim_same(t, printed, theta[k], claims);
  }
}

/// Of Definition 6.7.
template <class T>
struct Momentum {
  Blocks<T> now, m;
};

template <class T, class Next>
void claim_momentum(const Training<T>& t, Next next, Claims<T>& claims) {
  const auto states = shipped_momentum(t);
  Momentum<T> printed{t.start, combined(T(0), t.start, T(0), t.start)};
  for (std::size_t k = 1; k < states.size(); ++k) {
    printed = next(printed);
    claim_same(t, printed.now, states[k].x, claims);
    claim_same(t, printed.m, states[k].m, claims);
    if (k == 1) claims.equal("θ⁽¹⁾ = θ⁽⁰⁾", states[k].x, t.data.theta);
  }
}

constexpr auto definition_6 = []<class T>(const Training<T>& t, Claims<T>& claims) {
  claim_descent(
      t, [&](const Blocks<T>& now) { return moved(now, t.alpha, gradient(t, now, t.data.batch)); }, claims);
};

constexpr auto definition_7 = []<class T>(const Training<T>& t, Claims<T>& claims) {
  const auto next = [&](const Momentum<T>& s) -> Momentum<T> {
    return {moved(s.now, t.alpha, s.m), combined(t.beta, s.m, T(T(1) - t.beta), gradient(t, s.now, t.data.batch))};
  };
  claim_momentum(t, next, claims);
};

/// One epoch, divided(|B|, b) in the place of |B|.
template <class T, class Divided>
void claim_batches(const Training<T>& t, Divided divided, Claims<T>& claims) {
  const Trajectory<T> theta = shipped_epoch(t);
  const std::vector<BatchIndices> batches = one_epoch(t.instance);
  Blocks<T> printed = t.start;
  for (std::size_t j = 0; j < batches.size(); ++j) {
    const T rate = t.alpha / T(divided(int(batches[j].size()), t.instance.b));
    printed = moved(printed, rate, gradient(t, printed, rows_of(t.data.batch, batches[j])));
    claim_same(t, printed, theta[j + 1], claims);
  }
}

constexpr auto on_batches = []<class T>(const Training<T>& t, Claims<T>& claims) {
  claim_batches(
      t, [](int size, int) { return size; }, claims);
};

/// W⁽¹⁾, b⁽¹⁾, W⁽²⁾, … one after another, each at the new values of those before it: not what the definition says.
template <class T>
Blocks<T> one_after_another(const Training<T>& t, Blocks<T> now) {
  for (int k = 1; k <= t.depth(); ++k) {
    now.W[std::size_t(k) - 1] -= t.alpha * PartialGradient<T>(t, now, t.data.batch).in_weights(k);
    now.b[std::size_t(k) - 1] -= t.alpha * PartialGradient<T>(t, now, t.data.batch).in_bias(k);
  }
  return now;
}

template <class T>
Blocks<T> without_biases(Blocks<T> gradient) {
  for (Vector<T>& b : gradient.b) b.fill(T(0));
  return gradient;
}

/// A planted mistake in Definition 6.6: next(training, now).
template <class Next>
Form<TrainingInstance> moves_by(const char* key, Next next) {
  return form<Training>(key, [next]<class T>(const Training<T>& t, Claims<T>& claims) {
    claim_descent(
        t, [&](const Blocks<T>& now) { return Blocks<T>(next(t, now)); }, claims);
  });
}
/// In Definition 6.7: next(training, state).
template <class Next>
Form<TrainingInstance> moves_with_momentum(const char* key, Next next) {
  return form<Training>(key, [next]<class T>(const Training<T>& t, Claims<T>& claims) {
    claim_momentum(
        t, [&](const Momentum<T>& state) { return Momentum<T>(next(t, state)); }, claims);
  });
}

template <class T, class Rows, class Columns>
void claim_shapes(const Training<T>& t, int last, Rows rows, Columns columns, Claims<T>& claims) {
  for (int k = 1; k <= last; ++k) {
    const Matrix<T>& w = t.start.W[std::size_t(k) - 1];
    claims.equal("rows of W⁽ᵏ⁾", T(int(w.rows())), T(t.data.network.width(rows(k))), k);
    claims.equal("columns of W⁽ᵏ⁾", T(int(w.cols())), T(t.data.network.width(columns(k))), k);
    claims.equal("entries of b⁽ᵏ⁾", T(int(t.start.b[std::size_t(k) - 1].size())), T(t.data.network.width(rows(k))), k);
  }
}

/// Whether every unit's input at θ has a certain sign, on every sample.
bool signs_are_certain(const Training<Ball>& t, const Vector<Ball>& theta) {
  const Blocks<Ball> blocks = blocks_of(t.data.network, theta);
  Matrix<Ball> y = t.data.batch.inputs;
  for (int k = 1; k < t.depth(); ++k) {
    const Matrix<Ball> z = affine(blocks, k, y);
    for (const Ball& entry : z.reshaped())
      if (sign_of(entry) == Sign::unknown) return false;
    y = activated(t.data.network, k, z);
  }
  return true;
}

}  // namespace

bool meets_no_later_tie(const TrainingInstance& instance) {
  if (instance.rational()) return true;
  const Ball::Precision precision(256);
  const Training<Ball> t(instance);
  Trajectory<Ball> visited = shipped_descent(t);
  for (const auto& state : shipped_momentum(t)) visited.push_back(state.x);
  for (const Vector<Ball>& theta : shipped_epoch(t)) visited.push_back(theta);
  return std::all_of(visited.begin(), visited.end(),
                     [&](const Vector<Ball>& theta) { return signs_are_certain(t, theta); });
}

Form<TrainingInstance> descent() { return form<Training>("Definition 6.6", definition_6).where(meets_no_later_tie); }
Form<TrainingInstance> descent_with_momentum() {
  return form<Training>("Definition 6.7", definition_7).where(meets_no_later_tie);
}
Form<TrainingInstance> descent_on_batches() {
  return form<Training>("on batches", on_batches).where(meets_no_later_tie);
}

Form<TrainingInstance> printed_shapes() {
  return form<Training>("shapes", []<class T>(const Training<T>& t, Claims<T>& claims) {
    claim_shapes(
        t, t.depth() - 1, [](int k) { return k + 1; }, [](int k) { return k; }, claims);
  });
}
Form<TrainingInstance> own_shapes() {
  return form<Training>("shapes", []<class T>(const Training<T>& t, Claims<T>& claims) {
    claim_shapes(
        t, t.depth(), [](int k) { return k; }, [](int k) { return k - 1; }, claims);
    int entries = 0;
    for (std::size_t k = 0; k < t.start.W.size(); ++k) entries += int(t.start.W[k].size() + t.start.b[k].size());
    claims.equal("parameters", T(entries), T(int(t.data.theta.size())));
  });
}

Forms<TrainingInstance> planted_descents() {
  return {moves_by("blocks see each other's new values",
                   []<class T>(const Training<T>& t, const Blocks<T>& now) { return one_after_another(t, now); }),
          moves_by("sign: + α∇𝒪",
                   []<class T>(const Training<T>& t, const Blocks<T>& now) {
                     return moved(now, T(-t.alpha), gradient(t, now, t.data.batch));
                   }),
          moves_by("factor: 2α",
                   []<class T>(const Training<T>& t, const Blocks<T>& now) {
                     return moved(now, T(T(2) * t.alpha), gradient(t, now, t.data.batch));
                   }),
          moves_by("missing: the biases",
                   []<class T>(const Training<T>& t, const Blocks<T>& now) {
                     return moved(now, t.alpha, without_biases(gradient(t, now, t.data.batch)));
                   }),
          moves_with_momentum("momentum: index n + 1",
                              []<class T>(const Training<T>& t, const Momentum<T>& s) -> Momentum<T> {
                                const Blocks<T> m =
                                    combined(t.beta, s.m, T(T(1) - t.beta), gradient(t, s.now, t.data.batch));
                                return {moved(s.now, t.alpha, m), m};
                              }),
          moves_with_momentum(
              "momentum: missing 1 − β",
              []<class T>(const Training<T>& t, const Momentum<T>& s) -> Momentum<T> {
                return {moved(s.now, t.alpha, s.m), combined(t.beta, s.m, T(1), gradient(t, s.now, t.data.batch))};
              }),
          form<Training>("batches: the sum over the batch",
                         []<class T>(const Training<T>& t, Claims<T>& claims) {
                           claim_batches(
                               t, [](int, int) { return 1; }, claims);
                         }),
          form<Training>("batches: the last one divided by b", []<class T>(const Training<T>& t, Claims<T>& claims) {
            claim_batches(
                t, [](int, int b) { return b; }, claims);
          })};
}

}  // namespace verigrad::minibatch_gradient_descent
