#include "verigrad/theorem/rmsprop.hpp"

#include "verigrad/number/root.hpp"

namespace verigrad::rmsprop {

const Statement& statement() {
  static const Statement result{
      .id = "inna/1.31",
      .stem = "rmsprop",
      .title = "RMSprop",
      .source = "INNA thesis, (1.31)",
      .text =
          "vₖ = βvₖ₋₁ + (1 − β)∇J(θₖ) ⊙ ∇J(θₖ), Γₖ = √vₖ + ε, θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹∇J(θₖ), with J of a mini-batch, "
          "β ∈ (0, 1), α, ε > 0. v at the start is not given: 0 here. Found: it is the method of Tieleman and Hinton "
          "(2012), to which ε is added; no parameter moves by α/√(1 − β) or more in a step",
      .hypotheses = {{"differentiable",
                      "J is differentiable; the lines need no J, only the gradients that are passed in"},
                     {"rate", "α > 0"},
                     {"weight", "β ∈ (0, 1)"},
                     {"epsilon", "ε > 0"}},
      .steps = {{"bounded step", "(1 − β)(θₖ₊₁ − θₖ)² < α², entry by entry"},
                {"share of the last", "(1 − β)∇J(θₖ)² ≤ vₖ, entry by entry"},
                {"downhill", "∇J(θₖ) ⊙ (θₖ₊₁ − θₖ) ≤ 0, entry by entry"}},
      .errata = {}};
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) { return i.alpha > 0 && i.epsilon > 0 && i.beta2 > 0 && i.beta2 < 1; }

namespace {

/// share Σ_{j<end} βᵉⁿᵈ⁻¹⁻ʲ gⱼ², which is v for share = 1 − β.
template <class T>
T average(const OptimiserRecord<T>& r, const T& beta, const T& share, Eigen::Index i, int end) {
  T sum(0);
  for (int j = 0; j < end; ++j) sum += power(beta, end - 1 - j) * square(r.gradient[j][i]);
  return share * sum;
}

/// claim(index, g, θₖ₊₁ − θₖ, vₖ) for each entry and step.
template <class T, class Claim>
void for_each_entry(const OptimiserRun<T>& run, Claim claim) {
  const OptimiserRecord<T> r = run.of(Optimiser::rmsprop);
  const Eigen::Index d = r.theta[0].size();
  for (int k = 0; k < run.n; ++k)
    for (Eigen::Index i = 0; i < d; ++i)
      claim(int(k * d + i), r.gradient[k][i], T(r.theta[k + 1][i] - r.theta[k][i]),
            average(r, run.beta2, T(T(1) - run.beta2), i, k + 1));
}

constexpr auto printed = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  for_each_entry(run, [&](int at, const T& g, const T& move, const T& v) {
    claims.equal("(√vₖ + ε)(θₖ₊₁ − θₖ) = −α∇J(θₖ)", (root<T>(v) + run.epsilon) * move, -run.alpha * g, at);
  });
};

constexpr auto bounded = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  for_each_entry(run, [&](int at, const T&, const T& move, const T&) {
    claims.less("(1 − β)(θₖ₊₁ − θₖ)² < α²", (T(1) - run.beta2) * square(move), square(run.alpha), at);
  });
};

constexpr auto attained = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  for_each_entry(run, [&](int at, const T&, const T& move, const T&) {
    claims.equal("(1 − β)(θ₁ − θ₀)² = α²", (T(1) - run.beta2) * square(move), square(run.alpha), at);
  });
};

constexpr auto share_of_last = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  const OptimiserRecord<T> r = run.of(Optimiser::rmsprop);
  for (int k = 0; k < run.n; ++k)
    for (Eigen::Index i = 0; i < r.theta[0].size(); ++i)
      claims.at_most("(1 − β)g² ≤ vₖ", (T(1) - run.beta2) * square(r.gradient[k][i]), r.v[k + 1][i], k);
};

constexpr auto downhill = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  for_each_entry(run, [&](int at, const T& g, const T& move, const T&) {
    claims.at_most("g² + g(θₖ₊₁ − θₖ) ≤ g²", square(g) + g * move, square(g), at);
  });
};

constexpr auto positive = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  for (int k = 0; k < run.n; ++k)
    claims.less("0 < Γₖ", T(0),
                root<T>((T(1) - run.beta2) * square(exact<T>(run.instance.gradients[std::size_t(k)][0]))) + run.epsilon,
                k);
};

/// A planted mistake: divisor(run, record, entry, k) for Γₖ.
template <class Divisor>
Form<OptimiserInstance> divided_by(const char* key, Divisor divisor) {
  return form<OptimiserRun>(key, [=]<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
    const OptimiserRecord<T> r = run.of(Optimiser::rmsprop);
    for (int k = 0; k < run.n; ++k)
      for (Eigen::Index i = 0; i < r.theta[0].size(); ++i)
        claims.equal("planted", T(divisor(run, r, i, k)) * (r.theta[k + 1][i] - r.theta[k][i]),
                     -run.alpha * r.gradient[k][i], k);
  });
}

}  // namespace

Form<OptimiserInstance> conclusion() { return form<OptimiserRun>("as printed", printed); }

Forms<OptimiserInstance> steps() {
  return {form<OptimiserRun>("bounded step", bounded), form<OptimiserRun>("share of the last", share_of_last),
          form<OptimiserRun>("downhill", downhill)};
}

Form<OptimiserInstance> bound_attained() { return form<OptimiserRun>("bound attained", attained); }
Form<OptimiserInstance> divisible() { return form<OptimiserRun>("divisible", positive); }

Forms<OptimiserInstance> planted() {
  return {divided_by("sign: θₖ + α diag(Γₖ)⁻¹∇J",
                     []<class T>(const OptimiserRun<T>& run, const OptimiserRecord<T>& r, Eigen::Index i, int k) {
                       return -(root<T>(average(r, run.beta2, T(T(1) - run.beta2), i, k + 1)) + run.epsilon);
                     }),
          divided_by("ε under the root",
                     []<class T>(const OptimiserRun<T>& run, const OptimiserRecord<T>& r, Eigen::Index i, int k) {
                       return root<T>(average(r, run.beta2, T(T(1) - run.beta2), i, k + 1) + run.epsilon);
                     }),
          divided_by("index: vₖ₋₁ for vₖ",
                     []<class T>(const OptimiserRun<T>& run, const OptimiserRecord<T>& r, Eigen::Index i, int k) {
                       return root<T>(average(r, run.beta2, T(T(1) - run.beta2), i, k)) + run.epsilon;
                     }),
          divided_by("swapped: β and 1 − β",
                     []<class T>(const OptimiserRun<T>& run, const OptimiserRecord<T>& r, Eigen::Index i, int k) {
                       return root<T>(average(r, T(T(1) - run.beta2), run.beta2, i, k + 1)) + run.epsilon;
                     }),
          divided_by("missing 1 − β",
                     []<class T>(const OptimiserRun<T>& run, const OptimiserRecord<T>& r, Eigen::Index i, int k) {
                       return root<T>(average(r, run.beta2, T(1), i, k + 1)) + run.epsilon;
                     })};
}

}  // namespace verigrad::rmsprop
