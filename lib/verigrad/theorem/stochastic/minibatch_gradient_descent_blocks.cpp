// Definitions 6.6 and 6.7 as printed: one matrix W⁽ᵏ⁾ and one vector b⁽ᵏ⁾ a layer, each with its own update.
#include "verigrad/theorem/stochastic/minibatch_gradient_descent_blocks.hpp"

#include <algorithm>

#include "verigrad/algorithm/mini_batches.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/network/network_objective.hpp"

namespace verigrad::minibatch_gradient_descent {
namespace {

void claim_same(const TrainingRun& t, const Blocks<Number>& printed, const Vector<Number>& shipped, Claims& claims) {
  const Blocks<Number> own = blocks_of(t.data.network, shipped);
  for (std::size_t k = 0; k < own.W.size(); ++k) {
    claims.equal("that in θ⁽ⁿ⁾ = W⁽ᵏ⁾⁽ⁿ⁾", own.W[k].reshaped(), printed.W[k].reshaped());
    claims.equal("that in θ⁽ⁿ⁾ = b⁽ᵏ⁾⁽ⁿ⁾", own.b[k], printed.b[k]);
  }
}

/// θ⁽⁰⁾ … θ⁽ⁿ⁾ of the gradient descent that ships.
Trajectory<Number> shipped_descent(const TrainingRun& t) {
  const ObjectivePtr f = make_objective(NetworkObjective(t.data.network, t.data.loss, t.samples()));
  const GradientDescent method{t.instance.alpha};
  Trajectory<Number> theta{t.data.theta};
  for (int k = 0; k < t.instance.n; ++k)
    theta.push_back(k == 0 && t.instance.first ? exact(*t.instance.first)
                                               : method.step<Number>(f->over<Number>(), theta.back()));
  return theta;
}

std::vector<LaggedMomentum::State<Number>> shipped_momentum(const TrainingRun& t) {
  const ObjectivePtr f = make_objective(NetworkObjective(t.data.network, t.data.loss, t.samples()));
  const LaggedMomentum method{t.instance.alpha, t.instance.beta};
  std::vector<LaggedMomentum::State<Number>> states{LaggedMomentum::start<Number>(t.data.theta)};
  for (int k = 0; k < t.instance.n; ++k) states.push_back(method.step<Number>(f->over<Number>(), states.back()));
  return states;
}

std::vector<BatchIndices> one_epoch(const TrainingInstance& instance) {
  return mini_batches(all_terms(instance.samples()), instance.b);
}

Trajectory<Number> shipped_epoch(const TrainingRun& t) {
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
void claim_descent(const TrainingRun& t, Next next, Claims& claims) {
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
void claim_momentum(const TrainingRun& t, Next next, Claims& claims) {
  const auto states = shipped_momentum(t);
  Momentum printed{t.start, combined(0, t.start, 0, t.start)};
  for (std::size_t k = 1; k < states.size(); ++k) {
    printed = next(printed);
    claim_same(t, printed.now, states[k].x, claims);
    claim_same(t, printed.m, states[k].m, claims);
    if (k == 1) claims.equal("θ⁽¹⁾ = θ⁽⁰⁾", states[k].x, t.data.theta);
  }
}

void definition_6(const TrainingRun& t, Claims& claims) {
  claim_descent(
      t, [&](const Blocks<Number>& now) { return moved(now, t.alpha, gradient(t, now, t.data.batch)); }, claims);
}

void definition_7(const TrainingRun& t, Claims& claims) {
  const auto next = [&](const Momentum& s) -> Momentum {
    return {moved(s.now, t.alpha, s.m), combined(t.beta, s.m, 1 - t.beta, gradient(t, s.now, t.data.batch))};
  };
  claim_momentum(t, next, claims);
}

/// One epoch, divided(|B|, b) in the place of |B|.
template <class Divided>
void claim_batches(const TrainingRun& t, Divided divided, Claims& claims) {
  const Trajectory<Number> theta = shipped_epoch(t);
  const std::vector<BatchIndices> batches = one_epoch(t.instance);
  Blocks<Number> printed = t.start;
  for (std::size_t j = 0; j < batches.size(); ++j) {
    const Number rate = t.alpha / divided(int(batches[j].size()), t.instance.b);
    printed = moved(printed, rate, gradient(t, printed, rows_of(t.data.batch, batches[j])));
    claim_same(t, printed, theta[j + 1], claims);
  }
}

void on_batches(const TrainingRun& t, Claims& claims) {
  claim_batches(
      t, [](int size, int) { return size; }, claims);
}

/// Every order of the samples, cut into batches: one after another they are that order, and each has b samples but the
/// last one, which has what is left.
void every_sample_once(const TrainingRun& t, Claims& claims) {
  const int N = t.instance.samples(), b = t.instance.b;
  std::vector<int> order = all_terms(N);
  do {
    BatchIndices drawn;
    int j = 0;
    for (const BatchIndices& batch : mini_batches(order, b)) {
      claims.equal("|Bⱼ| = min(b, N − jb)", int(batch.size()), std::min(b, N - j * b), j);
      drawn.insert(drawn.end(), batch.begin(), batch.end());
      ++j;
    }
    claims.equal("Σ |Bⱼ| = N", int(drawn.size()), N);
    for (std::size_t i = 0; i < std::min(drawn.size(), order.size()); ++i)
      claims.equal("i-th sample of the epoch = i-th drawn", drawn[i], order[i], int(i));
  } while (std::next_permutation(order.begin(), order.end()));
}

/// W⁽¹⁾, b⁽¹⁾, W⁽²⁾, … one after another, each at the new values of those before it: not what the definition says.
Blocks<Number> one_after_another(const TrainingRun& t, Blocks<Number> now) {
  for (int k = 1; k <= t.depth(); ++k) {
    now.W[std::size_t(k) - 1] -= t.alpha * PartialGradient(t, now, t.data.batch).in_weights(k);
    now.b[std::size_t(k) - 1] -= t.alpha * PartialGradient(t, now, t.data.batch).in_bias(k);
  }
  return now;
}

Blocks<Number> without_biases(Blocks<Number> gradient) {
  for (Vector<Number>& b : gradient.b) b.fill(0);
  return gradient;
}

/// A planted mistake in Definition 6.6: next(training, now).
template <class Next>
Form<TrainingInstance> moves_by(const char* key, Next next) {
  return form<TrainingRun>(key, [next](const TrainingRun& t, Claims& claims) {
    claim_descent(
        t, [&](const Blocks<Number>& now) { return Blocks<Number>(next(t, now)); }, claims);
  });
}
/// In Definition 6.7: next(training, state).
template <class Next>
Form<TrainingInstance> moves_with_momentum(const char* key, Next next) {
  return form<TrainingRun>(key, [next](const TrainingRun& t, Claims& claims) {
    claim_momentum(
        t, [&](const Momentum& state) { return Momentum(next(t, state)); }, claims);
  });
}

template <class Rows, class Columns>
void claim_shapes(const TrainingRun& t, int last, Rows rows, Columns columns, Claims& claims) {
  for (int k = 1; k <= last; ++k) {
    const Matrix<Number>& w = t.start.W[std::size_t(k) - 1];
    claims.equal("rows of W⁽ᵏ⁾", int(w.rows()), t.data.network.width(rows(k)), k);
    claims.equal("columns of W⁽ᵏ⁾", int(w.cols()), t.data.network.width(columns(k)), k);
    claims.equal("entries of b⁽ᵏ⁾", int(t.start.b[std::size_t(k) - 1].size()), t.data.network.width(rows(k)), k);
  }
}

/// Whether every unit's input at θ has a certain sign, on every sample.
bool signs_are_certain(const TrainingRun& t, const Vector<Number>& theta) {
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

/// W⁽ᵏ⁾ ∈ ℳ(mₖ₊₁, mₖ) and b⁽ᵏ⁾ ∈ ℝ^mₖ₊₁, where there is an mₖ₊₁.
void printed_shapes(const TrainingRun& t, Claims& claims) {
  claim_shapes(
      t, t.depth() - 1, [](int k) { return k + 1; }, [](int k) { return k; }, claims);
}

/// W⁽ᵏ⁾ ∈ ℳ(mₖ, mₖ₋₁) and b⁽ᵏ⁾ ∈ ℝ^mₖ, and no parameter besides.
void own_shapes(const TrainingRun& t, Claims& claims) {
  claim_shapes(
      t, t.depth(), [](int k) { return k; }, [](int k) { return k - 1; }, claims);
  int entries = 0;
  for (std::size_t k = 0; k < t.start.W.size(); ++k) entries += int(t.start.W[k].size() + t.start.b[k].size());
  claims.equal("parameters", entries, int(t.data.theta.size()));
}

Forms<TrainingInstance> planted_descents() {
  return {moves_by("blocks see each other's new values",
                   [](const TrainingRun& t, const Blocks<Number>& now) { return one_after_another(t, now); }),
          moves_by("sign: + α∇𝒪",
                   [](const TrainingRun& t, const Blocks<Number>& now) {
                     return moved(now, -t.alpha, gradient(t, now, t.data.batch));
                   }),
          moves_by("factor: 2α",
                   [](const TrainingRun& t, const Blocks<Number>& now) {
                     return moved(now, 2 * t.alpha, gradient(t, now, t.data.batch));
                   }),
          moves_by("missing: the biases",
                   [](const TrainingRun& t, const Blocks<Number>& now) {
                     return moved(now, t.alpha, without_biases(gradient(t, now, t.data.batch)));
                   }),
          moves_with_momentum("momentum: index n + 1",
                              [](const TrainingRun& t, const Momentum& s) -> Momentum {
                                const Blocks<Number> m =
                                    combined(t.beta, s.m, 1 - t.beta, gradient(t, s.now, t.data.batch));
                                return {moved(s.now, t.alpha, m), m};
                              }),
          moves_with_momentum(
              "momentum: missing 1 − β",
              [](const TrainingRun& t, const Momentum& s) -> Momentum {
                return {moved(s.now, t.alpha, s.m), combined(t.beta, s.m, 1, gradient(t, s.now, t.data.batch))};
              }),
          form<TrainingRun>("batches: the sum over the batch",
                            [](const TrainingRun& t, Claims& claims) {
                              claim_batches(
                                  t, [](int, int) { return 1; }, claims);
                            }),
          form<TrainingRun>("batches: the last one divided by b", [](const TrainingRun& t, Claims& claims) {
            claim_batches(
                t, [](int, int b) { return b; }, claims);
          })};
}

/// θ⁽¹⁾ = θ⁽⁰⁾ = 0.
TrainingInstance any_first_step() {
  TrainingInstance instance = from_zero({1, 2}, 1);
  instance.first = instance.start.theta;
  return instance;
}

FalseLine<TrainingInstance> first_iterate() {
  return {
      .words = {.key = "first iterate",
                .place = "Definitions 6.6 and 6.7",
                .printed = "W⁽ᵏ⁾⁽ⁿ⁺¹⁾ = W⁽ᵏ⁾⁽ⁿ⁾ − α∇̃𝒪 for n ∈ ℕ*",
                .corrected = "for n ∈ ℕ: the form of every check of this statement",
                .remark =
                    "ℕ* leaves out n = 0: the values after the first step are then arbitrary. Two classes, one sample "
                    "(1, class 0), all parameters 0: ∇𝒪 = (−½, ½, −½, ½), and yet all parameters may be 0 again.",
                .weight = Weight::notation,
                .same_as = "mathdnn/6.5: first iterate"},
      .printed = form<TrainingRun>(definition_6).where(meets_no_later_tie),
      .counterexample = any_first_step(),
      .corrected = {}};
}

FalseLine<TrainingInstance> shapes() {
  return {.words = {.key = "shapes",
                    .place = "Definitions 6.6 and 6.7, values at n = 0",
                    .printed = "(W⁽ᵏ⁾⁽⁰⁾, b⁽ᵏ⁾⁽⁰⁾) ∈ ℳ_{m_{k+1},m_k} × ℝ^{m_{k+1}}, k ∈ ⟦1, p⟧",
                    .corrected = "W⁽ᵏ⁾⁽⁰⁾ ∈ ℳ(mₖ, mₖ₋₁) and b⁽ᵏ⁾⁽⁰⁾ ∈ ℝ^mₖ",
                    .remark = "Definition 5.1 has ℳ(mₖ, mₖ₋₁) for the same k; for k = p there is no mₖ₊₁.",
                    .weight = Weight::notation,
                    .same_as = "mathdnn/5.backprop: rows of the stack"},
          .printed = form<TrainingRun>(printed_shapes),
          .counterexample = from_zero({1, 1, 2}, 1),
          .corrected = {form<TrainingRun>(own_shapes)}};
}

}  // namespace

bool meets_no_later_tie(const TrainingInstance& instance) {
  if (instance.rational()) return true;
  const Ball::Precision precision(256);
  const Number::Over balls(Number::Kind::ball);
  const TrainingRun t(instance);
  Trajectory<Number> visited = shipped_descent(t);
  for (const auto& state : shipped_momentum(t)) visited.push_back(state.x);
  for (const Vector<Number>& theta : shipped_epoch(t)) visited.push_back(theta);
  return std::all_of(visited.begin(), visited.end(),
                     [&](const Vector<Number>& theta) { return signs_are_certain(t, theta); });
}

Form<TrainingInstance> descent() {
  return form<TrainingRun>("Definition 6.6", definition_6).where(meets_no_later_tie).of_code();
}
Form<TrainingInstance> descent_with_momentum() {
  return form<TrainingRun>("Definition 6.7", definition_7).where(meets_no_later_tie).of_code();
}
Form<TrainingInstance> descent_on_batches() {
  return form<TrainingRun>("on batches", on_batches).where(meets_no_later_tie).of_code();
}
Form<TrainingInstance> epoch() { return form<TrainingRun>("every sample once", every_sample_once).of_code(); }

Lines<TrainingInstance> descent_lines() {
  return {
      .errata = {first_iterate(), shapes()}, .planted = planted_descents(), .separating = {one_relu(0.125, 0, 0.875)}};
}

}  // namespace verigrad::minibatch_gradient_descent
