#include "verigrad/theorem/adagrad.hpp"

#include "verigrad/number/root.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad::adagrad {

const Statement& statement() {
  static const Statement result{
      .id = "inna/1.30",
      .stem = "adagrad",
      .title = "Adagrad",
      .source = "INNA thesis, (1.30)",
      .text =
          "Γₖ = √(Σ_{j=0…k} ∇J(θⱼ) ⊙ ∇J(θⱼ)) + ε, θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹∇J(θₖ), with J of a mini-batch. The text "
          "writes k for j and for the upper limit of the sum too: a clash of letters that leaves one reading. Found: "
          "it is the diagonal method of Duchi, Hazan and Singer (2011); no parameter moves by α or more in a step; "
          "the step sizes do not increase, and stay where a gradient is 0",
      .hypotheses = {{"differentiable",
                      "J is differentiable; the lines need no J, only the gradients that are passed in"},
                     {"rate", "α > 0"},
                     {"epsilon", "ε > 0"}},
      .steps = {{"decreasing step sizes", "αΓₖ₊₁⁻¹ ≤ αΓₖ⁻¹, entry by entry"},
                {"bounded step", "|θₖ₊₁ − θₖ| ≤ α|∇J(θₖ)|/(|∇J(θₖ)| + ε) < α, entry by entry"},
                {"downhill", "∇J(θₖ) ⊙ (θₖ₊₁ − θₖ) ≤ 0, entry by entry"}},
      .errata = {}};
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) { return i.alpha > 0 && i.epsilon > 0; }

namespace {

/// Σ_{j<end} gⱼ².
template <class T>
T sum_of_squares(const OptimiserRecord<T>& r, Eigen::Index i, int end) {
  T sum(0);
  for (int j = 0; j < end; ++j) sum += square(r.gradient[j][i]);
  return sum;
}

/// claim(index, g, θₖ₊₁ − θₖ, Γₖ) for each entry and step.
template <class T, class Claim>
void for_each_entry(const OptimiserRun<T>& run, Claim claim) {
  const OptimiserRecord<T> r = run.of(Optimiser::adagrad);
  const Eigen::Index d = r.theta[0].size();
  for (int k = 0; k < run.n; ++k)
    for (Eigen::Index i = 0; i < d; ++i)
      claim(int(k * d + i), r.gradient[k][i], T(r.theta[k + 1][i] - r.theta[k][i]),
            T(root<T>(sum_of_squares(r, i, k + 1)) + run.epsilon));
}

constexpr auto printed = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  for_each_entry(run, [&](int at, const T& g, const T& move, const T& gamma) {
    claims.equal("Γₖ(θₖ₊₁ − θₖ) = −α∇J(θₖ)", gamma * move, -run.alpha * g, at);
  });
};

template <class T>
std::vector<T> divisors(const OptimiserRun<T>& run) {
  std::vector<T> result;
  for_each_entry(run, [&](int, const T&, const T&, const T& gamma) { result.push_back(gamma); });
  return result;
}

constexpr auto decreasing = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  const std::vector<T> gamma = divisors(run);
  const std::size_t d = std::size_t(run.instance.theta0.size());
  for (std::size_t k = 0; k + d < gamma.size(); ++k)
    claims.at_most("α/Γₖ₊₁ ≤ α/Γₖ", run.alpha / gamma[k + d], run.alpha / gamma[k], int(k));
};

constexpr auto strictly = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  const std::vector<T> gamma = divisors(run);
  for (std::size_t k = 0; k + 1 < gamma.size(); ++k) claims.less("Γₖ < Γₖ₊₁", gamma[k], gamma[k + 1], int(k));
};

constexpr auto positive = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  const OptimiserInstance& i = run.instance;
  T sum(0);
  for (int k = 0; k < run.n; ++k) {
    sum += square(exact<T>(i.gradients[std::size_t(k)][0]));
    claims.less("0 < Γₖ", T(0), root<T>(sum) + run.epsilon, k);
  }
};

constexpr auto bounded = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  for_each_entry(run, [&](int at, const T& g, const T& move, const T&) {
    const T size = magnitude<T>(g);
    claims.at_most("|θₖ₊₁ − θₖ|(|g| + ε) ≤ α|g|", magnitude<T>(move) * (size + run.epsilon), run.alpha * size, at);
    claims.less("|θₖ₊₁ − θₖ| < α", magnitude<T>(move), run.alpha, at);
  });
};

constexpr auto first = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  for_each_entry(run, [&](int at, const T& g, const T& move, const T&) {
    const T size = magnitude<T>(g);
    claims.equal("|θ₁ − θ₀|(|g| + ε) = α|g|", magnitude<T>(move) * (size + run.epsilon), run.alpha * size, at);
  });
};

constexpr auto downhill = []<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
  for_each_entry(run, [&](int at, const T& g, const T& move, const T&) {
    claims.at_most("g² + g(θₖ₊₁ − θₖ) ≤ g²", square(g) + g * move, square(g), at);
  });
};

/// A planted mistake: divisor(record, entry, k) for Γₖ, with the sign of the step.
template <class Divisor>
Form<OptimiserInstance> divided_by(const char* key, int sign, Divisor divisor) {
  return form<OptimiserRun>(key, [=]<class T>(const OptimiserRun<T>& run, Claims<T>& claims) {
    const OptimiserRecord<T> r = run.of(Optimiser::adagrad);
    for (int k = 0; k < run.n; ++k)
      for (Eigen::Index i = 0; i < r.theta[0].size(); ++i)
        claims.equal("planted", T(divisor(r, i, k, run.epsilon)) * (r.theta[k + 1][i] - r.theta[k][i]),
                     T(-sign) * run.alpha * r.gradient[k][i], k);
  });
}

bool two_steps_at_least(const OptimiserInstance& i) { return i.n >= 2; }

}  // namespace

Form<OptimiserInstance> conclusion() { return form<OptimiserRun>("as printed", printed); }

Forms<OptimiserInstance> steps() {
  return {form<OptimiserRun>("decreasing step sizes", decreasing).where(two_steps_at_least),
          form<OptimiserRun>("bounded step", bounded), form<OptimiserRun>("downhill", downhill)};
}

Form<OptimiserInstance> first_step() { return form<OptimiserRun>("first step", first); }
Form<OptimiserInstance> divisible() { return form<OptimiserRun>("divisible", positive); }
Form<OptimiserInstance> strictly_decreasing() { return form<OptimiserRun>("strictly decreasing", strictly); }

Forms<OptimiserInstance> planted() {
  constexpr auto sum = []<class T>(const OptimiserRecord<T>& r, Eigen::Index i, int k, const T& epsilon) {
    return root<T>(sum_of_squares(r, i, k + 1)) + epsilon;
  };
  return {divided_by("sign: θₖ + α diag(Γₖ)⁻¹∇J", -1, sum),
          divided_by("ε under the root", 1,
                     []<class T>(const OptimiserRecord<T>& r, Eigen::Index i, int k, const T& epsilon) {
                       return root<T>(sum_of_squares(r, i, k + 1) + epsilon);
                     }),
          divided_by("index: the sum up to k − 1", 1,
                     []<class T>(const OptimiserRecord<T>& r, Eigen::Index i, int k, const T& epsilon) {
                       return root<T>(sum_of_squares(r, i, k)) + epsilon;
                     }),
          divided_by("missing root", 1,
                     []<class T>(const OptimiserRecord<T>& r, Eigen::Index i, int k, const T& epsilon) {
                       return sum_of_squares(r, i, k + 1) + epsilon;
                     }),
          divided_by("missing ε", 1,
                     []<class T>(const OptimiserRecord<T>& r, Eigen::Index i, int k, const T&) {
                       return root<T>(sum_of_squares(r, i, k + 1));
                     }),
          divided_by("the last gradient k + 1 times: the text's k in the sum", 1,
                     []<class T>(const OptimiserRecord<T>& r, Eigen::Index i, int k, const T& epsilon) {
                       return root<T>(T(k + 1) * square(r.gradient[k][i])) + epsilon;
                     })};
}

}  // namespace verigrad::adagrad
