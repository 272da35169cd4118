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

void claim_same(const Training& t, const Blocks<Number>& printed, const Vector<Number>& shipped, Claims& claims) {
  const Blocks<Number> own = blocks_of(t.data.network, shipped);
  for (std::size_t k = 0; k < own.W.size(); ++k) {
    claims.equal("W⁽ᵏ⁾⁽ⁿ⁾ = that in θ⁽ⁿ⁾", Vector<Number>(printed.W[k].reshaped()),
                 Vector<Number>(own.W[k].reshaped()));
    claims.equal("b⁽ᵏ⁾⁽ⁿ⁾ = that in θ⁽ⁿ⁾", printed.b[k], own.b[k]);
  }
}

/// θ⁽⁰⁾ … θ⁽ⁿ⁾ of the gradient descent that ships.
Trajectory<Number> shipped_descent(const Training& t) {
  const ObjectivePtr f = make_objective(NetworkObjective(t.data.network, t.data.loss, t.samples()));
  const GradientDescent method{t.instance.alpha};
  Trajectory<Number> theta{t.data.theta};
  for (int k = 0; k < t.instance.n; ++k)
    theta.push_back(k == 0 && t.instance.first ? exact(*t.instance.first)
                                               : method.step<Number>(f->over<Number>(), theta.back()));
  return theta;
}

std::vector<LaggedMomentum::State<Number>> shipped_momentum(const Training& t) {
  const ObjectivePtr f = make_objective(NetworkObjective(t.data.network, t.data.loss, t.samples()));
  const LaggedMomentum method{t.instance.alpha, t.instance.beta};
  std::vector<LaggedMomentum::State<Number>> states{LaggedMomentum::start<Number>(t.data.theta)};
  for (int k = 0; k < t.instance.n; ++k) states.push_back(method.step<Number>(f->over<Number>(), states.back()));
  return states;
}

std::vector<BatchIndices> one_epoch(const TrainingInstance& instance) {
  return mini_batches(all_terms(instance.samples()), instance.b);
}

Trajectory<Number> shipped_epoch(const Training& t) {
  const FiniteSum f = one_term_a_sample(t.data.network, t.data.loss, t.samples());
  const StochasticGradient method{ConstantStep{t.instance.alpha}};
  auto state = StochasticGradient::start<Number>(t.data.theta);
  Trajectory<Number> theta{state.x};
  for (const BatchIndices& batch : one_epoch(t.instance)) {
    state = method.step<Number>(f, state, batch);
    theta.push_back(state.x);
  }
  return theta;
}

/// The blocks that next(now) yields from the start on are those of the shipped gradient descent.
template <class Next>
void claim_descent(const Training& t, Next next, Claims& claims) {
  const Trajectory<Number> theta = shipped_descent(t);
  Blocks<Number> printed = t.start;
  for (std::size_t k = 1; k < theta.size(); ++k) {
    printed = next(printed);
    claim_same(t, printed, theta[k], claims);
  }
}

/// Of Definition 6.7.
struct Momentum {
  Blocks<Number> now, m;
};

template <class Next>
void claim_momentum(const Training& t, Next next, Claims& claims) {
  const auto states = shipped_momentum(t);
  Momentum printed{t.start, combined(Number(0), t.start, Number(0), t.start)};
  for (std::size_t k = 1; k < states.size(); ++k) {
    printed = next(printed);
    claim_same(t, printed.now, states[k].x, claims);
    claim_same(t, printed.m, states[k].m, claims);
    if (k == 1) claims.equal("θ⁽¹⁾ = θ⁽⁰⁾", states[k].x, t.data.theta);
  }
}

void definition_6(const Training& t, Claims& claims) {
  claim_descent(
      t, [&](const Blocks<Number>& now) { return moved(now, t.alpha, gradient(t, now, t.data.batch)); }, claims);
}

void definition_7(const Training& t, Claims& claims) {
  const auto next = [&](const Momentum& s) -> Momentum {
    return {moved(s.now, t.alpha, s.m), combined(t.beta, s.m, Number(1 - t.beta), gradient(t, s.now, t.data.batch))};
  };
  claim_momentum(t, next, claims);
}

/// One epoch, divided(|B|, b) in the place of |B|.
template <class Divided>
void claim_batches(const Training& t, Divided divided, Claims& claims) {
  const Trajectory<Number> theta = shipped_epoch(t);
  const std::vector<BatchIndices> batches = one_epoch(t.instance);
  Blocks<Number> printed = t.start;
  for (std::size_t j = 0; j < batches.size(); ++j) {
    const Number rate = t.alpha / Number(divided(int(batches[j].size()), t.instance.b));
    printed = moved(printed, rate, gradient(t, printed, rows_of(t.data.batch, batches[j])));
    claim_same(t, printed, theta[j + 1], claims);
  }
}

void on_batches(const Training& t, Claims& claims) {
  claim_batches(
      t, [](int size, int) { return size; }, claims);
}

/// W⁽¹⁾, b⁽¹⁾, W⁽²⁾, … one after another, each at the new values of those before it: not what the definition says.
Blocks<Number> one_after_another(const Training& t, Blocks<Number> now) {
  for (int k = 1; k <= t.depth(); ++k) {
    now.W[std::size_t(k) - 1] -= t.alpha * PartialGradient(t, now, t.data.batch).in_weights(k);
    now.b[std::size_t(k) - 1] -= t.alpha * PartialGradient(t, now, t.data.batch).in_bias(k);
  }
  return now;
}

Blocks<Number> without_biases(Blocks<Number> gradient) {
  for (Vector<Number>& b : gradient.b) b.fill(Number(0));
  return gradient;
}

/// A planted mistake in Definition 6.6: next(training, now).
template <class Next>
Form<TrainingInstance> moves_by(const char* key, Next next) {
  return form<Training>(key, [next](const Training& t, Claims& claims) {
    claim_descent(
        t, [&](const Blocks<Number>& now) { return Blocks<Number>(next(t, now)); }, claims);
  });
}
/// In Definition 6.7: next(training, state).
template <class Next>
Form<TrainingInstance> moves_with_momentum(const char* key, Next next) {
  return form<Training>(key, [next](const Training& t, Claims& claims) {
    claim_momentum(
        t, [&](const Momentum& state) { return Momentum(next(t, state)); }, claims);
  });
}

template <class Rows, class Columns>
void claim_shapes(const Training& t, int last, Rows rows, Columns columns, Claims& claims) {
  for (int k = 1; k <= last; ++k) {
    const Matrix<Number>& w = t.start.W[std::size_t(k) - 1];
    claims.equal("rows of W⁽ᵏ⁾", int(w.rows()), Number(t.data.network.width(rows(k))), k);
    claims.equal("columns of W⁽ᵏ⁾", int(w.cols()), Number(t.data.network.width(columns(k))), k);
    claims.equal("entries of b⁽ᵏ⁾", int(t.start.b[std::size_t(k) - 1].size()), Number(t.data.network.width(rows(k))),
                 k);
  }
}

/// Whether every unit's input at θ has a certain sign, on every sample.
bool signs_are_certain(const Training& t, const Vector<Number>& theta) {
  const Blocks<Number> blocks = blocks_of(t.data.network, theta);
  Matrix<Number> y = t.data.batch.inputs;
  for (int k = 1; k < t.depth(); ++k) {
    const Matrix<Number> z = affine(blocks, k, y);
    for (const Number& entry : z.reshaped())
      if (sign_of(entry) == Sign::unknown) return false;
    y = activated(t.data.network, k, z);
  }
  return true;
}

}  // namespace

bool meets_no_later_tie(const TrainingInstance& instance) {
  if (instance.rational()) return true;
  const Ball::Precision precision(256);
  const Number::Over balls(Number::Kind::ball);
  const Training t(instance);
  Trajectory<Number> visited = shipped_descent(t);
  for (const auto& state : shipped_momentum(t)) visited.push_back(state.x);
  for (const Vector<Number>& theta : shipped_epoch(t)) visited.push_back(theta);
  return std::all_of(visited.begin(), visited.end(),
                     [&](const Vector<Number>& theta) { return signs_are_certain(t, theta); });
}

Form<TrainingInstance> descent() { return form<Training>("Definition 6.6", definition_6).where(meets_no_later_tie); }
Form<TrainingInstance> descent_with_momentum() {
  return form<Training>("Definition 6.7", definition_7).where(meets_no_later_tie);
}
Form<TrainingInstance> descent_on_batches() {
  return form<Training>("on batches", on_batches).where(meets_no_later_tie);
}

Form<TrainingInstance> printed_shapes() {
  return form<Training>("shapes", [](const Training& t, Claims& claims) {
    claim_shapes(
        t, t.depth() - 1, [](int k) { return k + 1; }, [](int k) { return k; }, claims);
  });
}
Form<TrainingInstance> own_shapes() {
  return form<Training>("shapes", [](const Training& t, Claims& claims) {
    claim_shapes(
        t, t.depth(), [](int k) { return k; }, [](int k) { return k - 1; }, claims);
    int entries = 0;
    for (std::size_t k = 0; k < t.start.W.size(); ++k) entries += int(t.start.W[k].size() + t.start.b[k].size());
    claims.equal("parameters", Number(entries), int(t.data.theta.size()));
  });
}

Forms<TrainingInstance> planted_descents() {
  return {moves_by("blocks see each other's new values",
                   [](const Training& t, const Blocks<Number>& now) { return one_after_another(t, now); }),
          moves_by("sign: + α∇𝒪",
                   [](const Training& t, const Blocks<Number>& now) {
                     return moved(now, Number(-t.alpha), gradient(t, now, t.data.batch));
                   }),
          moves_by("factor: 2α",
                   [](const Training& t, const Blocks<Number>& now) {
                     return moved(now, Number(2 * t.alpha), gradient(t, now, t.data.batch));
                   }),
          moves_by("missing: the biases",
                   [](const Training& t, const Blocks<Number>& now) {
                     return moved(now, t.alpha, without_biases(gradient(t, now, t.data.batch)));
                   }),
          moves_with_momentum("momentum: index n + 1",
                              [](const Training& t, const Momentum& s) -> Momentum {
                                const Blocks<Number> m =
                                    combined(t.beta, s.m, Number(1 - t.beta), gradient(t, s.now, t.data.batch));
                                return {moved(s.now, t.alpha, m), m};
                              }),
          moves_with_momentum(
              "momentum: missing 1 − β",
              [](const Training& t, const Momentum& s) -> Momentum {
                return {moved(s.now, t.alpha, s.m), combined(t.beta, s.m, Number(1), gradient(t, s.now, t.data.batch))};
              }),
          form<Training>("batches: the sum over the batch",
                         [](const Training& t, Claims& claims) {
                           claim_batches(
                               t, [](int, int) { return 1; }, claims);
                         }),
          form<Training>("batches: the last one divided by b", [](const Training& t, Claims& claims) {
            claim_batches(
                t, [](int, int b) { return b; }, claims);
          })};
}

}  // namespace verigrad::minibatch_gradient_descent
