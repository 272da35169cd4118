#include "verigrad/theorem/minibatch_gradient_descent.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/stochastic_gradient.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::minibatch_gradient_descent {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/6.sgd",
      .stem = "minibatch_gradient_descent",
      .title = "Back-propagation and stochastic gradient descent",
      .source = "MathDNN, Definitions 6.6 and 6.7 and the note between them",
      .text =
          "W⁽ᵏ⁾⁽ⁿ⁺¹⁾ = W⁽ᵏ⁾⁽ⁿ⁾ − α∇O(…, ·, …), where all other W and b are those of n, likewise b⁽ᵏ⁾; with momentum, "
          "… − αm⁽ⁿ⁾, m⁽ⁿ⁺¹⁾ = βm⁽ⁿ⁾ + (1 − β)∇O(…, ·, …). Stochastic: estimates from batches of size b, drawn without "
          "replacement, the last one of size ≤ b",
      .hypotheses = {{"rate", "α > 0"},
                     {"momentum", "β ∈ [0, 1], m⁽⁰⁾ = 0"},
                     {"without replacement", "the batches of an epoch are a uniform partition of the rows"}},
      .steps = {},
      .errata = {
          {.key = "first iterate",
           .place = "Definitions 6.6 and 6.7",
           .printed = "W⁽ᵏ⁾⁽ⁿ⁺¹⁾ = W⁽ᵏ⁾⁽ⁿ⁾ − α∇O for n ∈ ℕ*",
           .corrected = "for n ∈ ℕ: the form of every check of this statement",
           .remark = "ℕ* leaves out n = 0: the values after the first step are then arbitrary, as in Definition 6.4"},
          {.key = "mean of the batches",
           .place = "note between Definitions 6.6 and 6.7",
           .printed = "the gradient ∇O is estimated by the mean of the gradients of each batch",
           .corrected = "that mean is ∇O/⌈n/b⌉; the batches' gradients must be added up to give ∇O",
           .remark =
               "(14) defines O as the sum over the rows, without 1/n. If the gradient of a batch is read as the mean "
               "over its rows, its expectation is ∇O/n: an estimate up to a factor under either reading"}}};
  return result;
}

std::string BlockInstance::describe() const {
  return fmt::format("{}, x₀ = {}, α = {}, β = {}, {} steps, blocks of {}{}", f->describe(), in_words(x0), alpha, beta,
                     n, block, first ? ", x₁ = " + in_words(*first) : "");
}

bool hypotheses_hold(const BlockInstance& instance) {
  return instance.alpha > 0 && instance.beta >= 0 && instance.beta <= 1 && instance.block >= 1 && instance.n >= 0;
}

namespace {

/// ∂ⱼf by a central difference of values, exact for quadratics: what back-propagation is compared with.
template <class T>
T partial(const ObjectiveOver<T>& f, const Vector<T>& x, Eigen::Index j) {
  Vector<T> ahead = x, behind = x;
  ahead[j] += T(1);
  behind[j] -= T(1);
  return (f.value(ahead) - f.value(behind)) / T(2);
}

template <class T>
struct Descent {
  using Instance = BlockInstance;
  explicit Descent(const BlockInstance& instance)
      : f(instance.f->over<T>()),
        alpha(exact<T>(instance.alpha)),
        beta(exact<T>(instance.beta)),
        n(instance.n),
        block(instance.block) {
    const GradientDescent plain{instance.alpha};
    const LaggedMomentum momentum{instance.alpha, instance.beta};
    x.push_back(exact<T>(instance.x0));
    auto state = LaggedMomentum::start<T>(x.front());
    for (int k = 0; k <= n; ++k) {
      y.push_back(state.x);
      m.push_back(state.m);
      state = momentum.step<T>(f, state);
      if (k < n) x.push_back(k == 0 && instance.first ? exact<T>(*instance.first) : plain.step<T>(f, x.back()));
    }
  }

  const ObjectiveOver<T>& f;
  T alpha, beta;
  int n, block;
  Trajectory<T> x;     ///< gradient descent
  Trajectory<T> y, m;  ///< with momentum
};

constexpr auto block_descent = []<class T>(const Descent<T>& d, Claims<T>& claims) {
  for (std::size_t k = 0; k < std::size_t(d.n); ++k)
    for (Eigen::Index j = 0; j < d.x[k].size(); ++j)
      claims.equal("Wⁿ⁺¹ = Wⁿ − α∇O", d.x[k + 1][j], d.x[k][j] - d.alpha * partial(d.f, d.x[k], j), int(k));
};

constexpr auto block_momentum = []<class T>(const Descent<T>& d, Claims<T>& claims) {
  claims.equal("m⁰ = 0", squared_norm(d.m.front()), T(0));
  for (std::size_t k = 0; k < std::size_t(d.n); ++k)
    for (Eigen::Index j = 0; j < d.y[k].size(); ++j) {
      claims.equal("Wⁿ⁺¹ = Wⁿ − αmⁿ", d.y[k + 1][j], d.y[k][j] - d.alpha * d.m[k][j], int(k));
      claims.equal("mⁿ⁺¹ = βmⁿ + (1 − β)∇O", d.m[k + 1][j],
                   d.beta * d.m[k][j] + (T(1) - d.beta) * partial(d.f, d.y[k], j), int(k));
    }
};

/// Blocks one after another, each at the new values of those before it: not what the definition says.
constexpr auto one_after_another = []<class T>(const Descent<T>& d, Claims<T>& claims) {
  for (std::size_t k = 0; k < std::size_t(d.n); ++k) {
    Vector<T> seen = d.x[k];
    for (Eigen::Index j = 0; j < seen.size(); ++j) {
      claims.equal("Wⁿ⁺¹ = Wⁿ − α∇O at new blocks", d.x[k + 1][j], d.x[k][j] - d.alpha * partial(d.f, seen, j), int(k));
      if ((j + 1) % d.block == 0)
        for (Eigen::Index i = j + 1 - d.block; i <= j; ++i) seen[i] = d.x[k + 1][i];
    }
  }
};

/// A planted mistake: xₖ₊₁ = xₖ − move(d, k).
template <class Move>
Form<BlockInstance> moves_by(const char* key, Move move) {
  return form<Descent>(key, [move]<class T>(const Descent<T>& d, Claims<T>& claims) {
    for (int k = 0; k < d.n; ++k) {
      const Vector<T> moved = d.x[std::size_t(k)] - Vector<T>(move(d, std::size_t(k)));
      claims.equal("planted step", d.x[std::size_t(k) + 1], moved);
    }
  });
}

/// A planted mistake in Definition 6.7: yₖ₊₁ = yₖ − αmₖ₊₁ (the usual heavy ball), or mₖ₊₁ = βmₖ + ∇O.
constexpr auto new_momentum = []<class T>(const Descent<T>& d, Claims<T>& claims) {
  for (std::size_t k = 0; k < std::size_t(d.n); ++k)
    claims.equal("Wⁿ⁺¹ = Wⁿ − αmⁿ⁺¹", d.y[k + 1], Vector<T>(d.y[k] - d.alpha * d.m[k + 1]));
};
constexpr auto unweighted_momentum = []<class T>(const Descent<T>& d, Claims<T>& claims) {
  for (std::size_t k = 0; k < std::size_t(d.n); ++k)
    claims.equal("mⁿ⁺¹ = βmⁿ + ∇O", d.m[k + 1], Vector<T>(d.beta * d.m[k] + d.f.gradient(d.y[k])));
};

template <class T>
struct Epoch {
  using Instance = BatchInstance;
  explicit Epoch(const BatchInstance& instance)
      : f(instance.f),
        n(f.size()),
        theta(exact<T>(instance.theta)),
        partitions(all_partitions(n, instance.b)),
        batches(int(partitions.front().size())),
        whole(Vector<T>::Constant(theta.size(), T(0))) {
    for (int i = 0; i < n; ++i) whole += row(i, theta);
  }

  Vector<T> row(int i, const Vector<T>& at) const { return f.term(i).template over<T>().gradient(at); }
  /// ∇O on a batch: the sum over its rows.
  Vector<T> batch_sum(const Batch& batch) const {
    Vector<T> sum = Vector<T>::Constant(theta.size(), T(0));
    for (const int i : batch) sum += row(i, theta);
    return sum;
  }
  Vector<T> batch_mean(const Batch& batch) const { return f.batch_gradient(batch, theta); }
  /// (1/⌈n/b⌉) Σ of one of both over the batches of a partition.
  Vector<T> over_batches(const std::vector<Batch>& partition, bool means) const {
    Vector<T> sum = Vector<T>::Constant(theta.size(), T(0));
    for (const Batch& batch : partition) sum += means ? batch_mean(batch) : batch_sum(batch);
    return sum / T(batches);
  }
  /// E over all partitions of value(partition).
  template <class Value>
  Vector<T> expectation(Value value) const {
    Vector<T> sum = Vector<T>::Constant(theta.size(), T(0));
    for (const auto& partition : partitions) sum += value(partition);
    return sum / T(int(partitions.size()));
  }

  const FiniteSum& f;
  int n;
  Vector<T> theta;
  std::vector<std::vector<Batch>> partitions;
  int batches;      ///< ⌈n/b⌉
  Vector<T> whole;  ///< ∇O
};

template <class T>
Vector<T> epoch_mean(const Epoch<T>& e) {
  return e.expectation([&](const auto& partition) { return e.over_batches(partition, true); });
}

constexpr auto unbiased = []<class T>(const Epoch<T>& e, Claims<T>& claims) {
  for (int j = 0; j < e.batches; ++j)
    claims.equal("n E[mean over Bⱼ of ∇ξᵢ] = ∇O", Vector<T>(T(e.n) * e.expectation([&](const auto& partition) {
                   return e.batch_mean(partition[std::size_t(j)]);
                 })),
                 e.whole);
  claims.equal("n E[mean over the batches] = ∇O", Vector<T>(T(e.n) * epoch_mean(e)), e.whole);
};

constexpr auto printed_mean = []<class T>(const Epoch<T>& e, Claims<T>& claims) {
  for (const auto& partition : e.partitions)
    claims.equal("mean over the batches of ∇O(batch) = ∇O", e.over_batches(partition, false), e.whole);
};

constexpr auto scaled_mean = []<class T>(const Epoch<T>& e, Claims<T>& claims) {
  for (const auto& partition : e.partitions)
    claims.equal("⌈n/b⌉ · mean over the batches of ∇O(batch) = ∇O",
                 Vector<T>(T(e.batches) * e.over_batches(partition, false)), e.whole);
};

constexpr auto sums = []<class T>(const Epoch<T>& e, Claims<T>& claims) {
  for (int j = 0; j < e.batches; ++j) {
    const int size = int(e.partitions.front()[std::size_t(j)].size());
    const Vector<T> mean = e.expectation([&](const auto& partition) { return e.batch_sum(partition[std::size_t(j)]); });
    claims.equal("n E ∇O(Bⱼ) = |Bⱼ| ∇O", Vector<T>(T(e.n) * mean), Vector<T>(T(size) * e.whole));
  }
};

constexpr auto no_noise = []<class T>(const Epoch<T>& e, Claims<T>& claims) {
  for (const auto& partition : e.partitions)
    claims.equal("n · mean over the batches of their mean gradients = ∇O",
                 Vector<T>(T(e.n) * e.over_batches(partition, true)), e.whole);
};

/// The mean gradient of the second batch, given the first, against ∇O/n, both after a step of rate 1 on the first.
constexpr auto second = []<class T>(const Epoch<T>& e, Claims<T>& claims) {
  if (e.batches < 2) return;
  const StochasticGradient method{ConstantStep{1}};
  const Batch& first = e.partitions.front().front();
  const Vector<T> moved = method.step<T>(e.f, {e.theta}, first).x;
  Vector<T> sum = Vector<T>::Constant(moved.size(), T(0));
  int count = 0;
  for (const auto& partition : e.partitions)
    if (partition.front() == first) {
      sum += e.f.batch_gradient(partition[1], moved);
      ++count;
    }
  claims.equal("E[∇ on B₂ | B₁] = ∇O/n", Vector<T>(sum / T(count)), e.f.gradient(moved));
};

/// A planted mistake: n E[mean over the batches] = wrong(epoch).
template <class Wrong>
Form<BatchInstance> mean_is(const char* key, Wrong wrong) {
  return form<Epoch>(key, [wrong]<class T>(const Epoch<T>& e, Claims<T>& claims) {
    claims.equal("n E[mean over the batches] = planted", Vector<T>(T(e.n) * epoch_mean(e)), Vector<T>(wrong(e)));
  });
}

}  // namespace

Form<BlockInstance> descent() { return form<Descent>("Definition 6.6", block_descent); }
Form<BlockInstance> descent_with_momentum() { return form<Descent>("Definition 6.7", block_momentum); }

Forms<BlockInstance> planted_descents() {
  return {form<Descent>("blocks see each other's new values", one_after_another),
          form<Descent>("momentum: index n + 1", new_momentum),
          form<Descent>("momentum: missing 1 − β", unweighted_momentum),
          moves_by(
              "sign: + α∇O",
              []<class T>(const Descent<T>& d, std::size_t k) -> Vector<T> { return -d.alpha * d.f.gradient(d.x[k]); }),
          moves_by("factor: 2α",
                   []<class T>(const Descent<T>& d, std::size_t k) -> Vector<T> {
                     return T(2) * d.alpha * d.f.gradient(d.x[k]);
                   }),
          moves_by("index: ∇O at the new point",
                   []<class T>(const Descent<T>& d, std::size_t k) -> Vector<T> {
                     return d.alpha * d.f.gradient(d.x[k + 1]);
                   }),
          moves_by("missing: the last entry", []<class T>(const Descent<T>& d, std::size_t k) -> Vector<T> {
            Vector<T> move = d.alpha * d.f.gradient(d.x[k]);
            move[move.size() - 1] = T(0);
            return move;
          })};
}

Form<BatchInstance> estimate() { return form<Epoch>("estimate", unbiased); }
Form<BatchInstance> printed_estimate() { return form<Epoch>("mean of the batches", printed_mean); }
Form<BatchInstance> scaled_estimate() { return form<Epoch>("mean of the batches", scaled_mean); }
Form<BatchInstance> batch_sums() { return form<Epoch>("batch sums", sums); }
Form<BatchInstance> no_noise_over_an_epoch() { return form<Epoch>("no noise over an epoch", no_noise); }
Form<BatchInstance> second_batch() { return form<Epoch>("second batch", second); }

Forms<BatchInstance> planted_estimates() {
  return {mean_is("estimate: sign", []<class T>(const Epoch<T>& e) -> Vector<T> { return -e.whole; }),
          mean_is("estimate: ∇O/n for ∇O", []<class T>(const Epoch<T>& e) -> Vector<T> { return e.whole / T(e.n); }),
          mean_is("estimate: without the last row",
                  []<class T>(const Epoch<T>& e) -> Vector<T> { return e.whole - e.row(e.n - 1, e.theta); }),
          mean_is("estimate: last batch divided by b", []<class T>(const Epoch<T>& e) -> Vector<T> {
            const auto& sizes = e.partitions.front();
            const T kept = T(int(sizes.back().size())) / T(int(sizes.front().size()));
            return (T(e.batches - 1) + kept) / T(e.batches) * e.whole;
          })};
}

}  // namespace verigrad::minibatch_gradient_descent
