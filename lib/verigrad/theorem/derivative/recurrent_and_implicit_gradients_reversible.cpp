// What the sweep back must remember: checkpoints, counted, and the leapfrog scheme, which is undone.
#include <algorithm>

#include "verigrad/autodiff/checkpoints.hpp"
#include "verigrad/autodiff/leapfrog.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

/// A state that counts how many of its kind are alive.
class CountedState {
public:
  struct Count {
    int alive = 0, most = 0;
  };
  CountedState(int index, Count& count) : index_(index), count_(&count) { enter(); }
  CountedState(const CountedState& other) : index_(other.index_), count_(other.count_) { enter(); }
  CountedState& operator=(const CountedState&) = default;
  ~CountedState() { --count_->alive; }

  CountedState next() const { return {index_ + 1, *count_}; }
  int index() const { return index_; }

private:
  void enter() { count_->most = std::max(count_->most, ++count_->alive); }
  int index_;
  Count* count_;
};

/// What a sweep did, seen from outside.
struct Measured {
  int alive = 0, steps = 0;
  bool in_order = true;  ///< step(k, xₖ), and back(k, xₖ) for k = t − 1 … 0
  SweepCost said;        ///< what the sweep says of itself
};

template <class Sweep>
Measured measured(const Sweep& sweep, int t) {
  CountedState::Count count;
  Measured result;
  const CountedState x0(0, count);
  int expected = t;
  const auto step = [&](int k, const CountedState& x) {
    ++result.steps;
    result.in_order = result.in_order && x.index() == k;
    return x.next();
  };
  result.said = sweep(x0, t, step, [&](int k, const CountedState& x) {
    --expected;
    result.in_order = result.in_order && k == expected && x.index() == k;
  });
  result.in_order = result.in_order && expected == 0;
  result.alive = count.most;
  return result;
}

int ceiling_of_log2(int t) {
  int power = 0;
  while ((1L << power) < t) ++power;
  return power;
}

struct SweepRun {
  using Instance = SweepInstance;
  explicit SweepRun(const SweepInstance& i)
      : t(i.t),
        log(ceiling_of_log2(i.t)),
        checkpointed(measured([](const auto&... all) { return checkpointed_sweep(all...); }, t)),
        stored(measured([](const auto&... all) { return stored_sweep(all...); }, t)) {}
  int t, log;
  Measured checkpointed, stored;
};

/// Alive are also x₀ and the state in the making.
void logarithmic(const SweepRun& r, Claims& claims) {
  claims.equal("xₖ is back for k = t − 1 … 0", r.checkpointed.in_order && r.stored.in_order ? 1 : 0, 1);
  claims.at_most("states alive ≤ ⌈log₂ t⌉ + 1", r.checkpointed.alive, r.log + 1);
  claims.at_most("2 · steps ≤ t ⌈log₂ t⌉", 2 * r.checkpointed.steps, r.t * r.log);
  claims.at_most("t states without checkpoints", r.t, r.stored.alive);
  claims.equal("t − 1 steps without checkpoints", r.stored.steps, r.t - 1);
  claims.equal("the sweep says how many states were alive", r.checkpointed.said.most_live, r.checkpointed.alive);
  claims.equal("the sweep says how many steps it took", r.checkpointed.said.steps, r.checkpointed.steps);
  claims.equal("t states, it says, without checkpoints", r.stored.said.most_live, r.t);
  claims.equal("t − 1 steps, it says, without checkpoints", r.stored.said.steps, r.stored.steps);
}

/// For t = 2ʲ.
void attained(const SweepRun& r, Claims& claims) {
  claims.equal("states alive = log₂ t + 1", r.checkpointed.alive, r.log + 1);
  claims.equal("2 · steps = t log₂ t", 2 * r.checkpointed.steps, r.t * r.log);
}

void too_few_states(const SweepRun& r, Claims& claims) {
  claims.at_most("states alive ≤ ⌈log₂ t⌉", r.checkpointed.alive, r.log);
}
void no_recomputation(const SweepRun& r, Claims& claims) {
  claims.at_most("steps ≤ t − 1 with checkpoints", r.checkpointed.steps, r.t - 1);
}

/// Deviations from the printed reversal.
struct ReversalSlip {
  bool r_first = false;     ///< rₖ from sₖ₊₁
  bool adds = false;        ///< + τG
  bool same_theta = false;  ///< θₖ for θₖ₊₁⸝₂
};

struct LeapfrogRun {
  using Instance = LeapfrogInstance;
  /// F(s, θₖ, τk) and G(r, θₖ₊₁⸝₂, τ(k + 1/2)).
  auto F() const {
    return [this](const Vector<Number>& s, int k) { return field(m, s, theta[2 * k], tau * k); };
  }
  auto G() const {
    return [this](const Vector<Number>& r, int k) { return field(n, r, theta[2 * k + 1], tau * frac(2 * k + 1, 2)); };
  }
  explicit LeapfrogRun(const LeapfrogInstance& i)
      : m(exact(i.m)), n(exact(i.n)), theta(exact(i.theta)), tau(exact(i.tau)), x{{exact(i.r0), exact(i.s0)}} {
    for (int k = 0; k < i.steps(); ++k) x.push_back(leapfrog(x.back(), tau, k, F(), G()));
  }

  /// weight · W x² + time, entry by entry.
  static Vector<Number> field(const Matrix<Number>& w, const Vector<Number>& x, const Number& weight,
                              const Number& time) {
    Vector<Number> result(w.rows());
    for (Eigen::Index i = 0; i < w.rows(); ++i) {
      Number sum(0);
      for (Eigen::Index j = 0; j < w.cols(); ++j) sum += w(i, j) * square(x[j]);
      result[i] = weight * sum + time;
    }
    return result;
  }
  Matrix<Number> m, n;
  Vector<Number> theta;
  Number tau;
  std::vector<Split<Number>> x;  ///< (rₖ, sₖ)
};

void same(const Split<Number>& back, const Split<Number>& x, Claims& claims) {
  claims.equal("rₖ is found again", back.r, x.r);
  claims.equal("sₖ is found again", back.s, x.s);
}

/// All the way back, from the last state only.
void reversed(const LeapfrogRun& r, Claims& claims) {
  Split<Number> back = r.x.back();
  for (int k = int(r.x.size()) - 2; k >= 0; --k) {
    back = leapfrog_back(back, r.tau, k, r.F(), r.G());
    same(back, r.x[std::size_t(k)], claims);
  }
}

Form<LeapfrogInstance> reversed_with(const char* key, ReversalSlip slip) {
  return form<LeapfrogRun>(key, [slip](const LeapfrogRun& run, Claims& claims) {
    const Split<Number>&x = run.x[0], &next = run.x[1];
    const auto G = [&](const Vector<Number>& r) {
      return slip.same_theta ? run.field(run.n, r, run.theta[0], run.tau * frac(1, 2)) : run.G()(r, 0);
    };
    const Number sign(slip.adds ? 1 : -1);
    const Vector<Number> s = next.s + sign * run.tau * G(next.r);
    const Vector<Number> r = next.r - run.tau * run.F()(slip.r_first ? next.s : s, 0);
    same({r, s}, x, claims);
  });
}

/// rₖ₊₁ = rₖ + τF(rₖ, θₖ, τk) undone by rₖ = rₖ₊₁ − τF(rₖ₊₁, θₖ, τk).
void not_split(const LeapfrogRun& run, Claims& claims) {
  const Vector<Number>& r = run.x[0].r;
  const Vector<Number> next = r + run.tau * run.F()(r, 0);
  claims.equal("rₖ is found again", next - run.tau * run.F()(next, 0), r);
}

LeapfrogInstance two_leaps() {
  return {.m = Matrix<double>::Constant(1, 1, 0.25),
          .n = Matrix<double>::Constant(1, 1, 0.25),
          .r0 = vector({0}),
          .s0 = vector({0.25}),
          .theta = vector({0.25, 0}),
          .tau = 0.25};
}

}  // namespace

Lines<SweepInstance> checkpoint_lines() {
  return {.steps = {{"checkpoints",
                     "log(t) stored values and a log(t) increase of the cost: by bisection at most ⌈log₂ t⌉ + 1 "
                     "states, x₀ and the one in the making among them, and ½t⌈log₂ t⌉ forward steps",
                     form<SweepRun>(logarithmic)}},
          .planted = {form<SweepRun>("checkpoints: ⌈log₂ t⌉ states", too_few_states),
                      form<SweepRun>("checkpoints without recomputation", no_recomputation)},
          .separating = {{4}}};
}

Form<SweepInstance> checkpoints_attained() { return form<SweepRun>("checkpoints attained", attained); }

Lines<LeapfrogInstance> leapfrog_lines() {
  return {.steps = {{"leapfrog reversed", "sₖ = sₖ₊₁ − τG(rₖ₊₁, θₖ₊₁⸝₂, τ(k + 1/2)), rₖ = rₖ₊₁ − τF(sₖ, θₖ, τk)",
                     leapfrog_reversed()}},
          .planted = {reversed_with("leapfrog reversed, r first", {.r_first = true}),
                      reversed_with("leapfrog reversed with + τG", {.adds = true}),
                      reversed_with("leapfrog reversed with θₖ in G", {.same_theta = true})},
          .separating = {two_leaps()}};
}

Form<LeapfrogInstance> leapfrog_reversed() { return form<LeapfrogRun>("leapfrog reversed", reversed).of_code(); }
Form<LeapfrogInstance> reversed_without_split() { return form<LeapfrogRun>("not split", not_split); }

}  // namespace verigrad::recurrent_and_implicit_gradients
