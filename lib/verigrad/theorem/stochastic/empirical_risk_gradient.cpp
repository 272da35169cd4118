#include "verigrad/theorem/stochastic/empirical_risk_gradient.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"

namespace verigrad::empirical_risk_gradient {

const Statement& statement() {
  static const Statement result{
      .id = "mfds/14.12",
      .stem = "empirical_risk_gradient",
      .title = "Gradient of the empirical risk",
      .source = "Mathematical Foundations of Data Sciences, (14.12) and (14.14)",
      .text = "∇f(x) = (1/n) Σᵢ ∇fᵢ(x) for f = (1/n) Σᵢ fᵢ, and E_i ∇f_i(x) = ∇f(x) for i uniform in {1, …, n}",
      .hypotheses = {{"mean", "f = (1/n) Σᵢ fᵢ (14.8); the gradient of the sum is n times as large"},
                     {"differentiable",
                      "every fᵢ is differentiable at x; that f is does not do, but means of subgradients of convex fᵢ "
                      "are subgradients of f"},
                     {"uniform", "i is distributed uniformly; that several draws are independent is not needed"}},
      .steps = {},
      .errata = {}};
  return result;
}

std::string RiskInstance::describe() const {
  return fmt::format("f = {}, x = {}, ε = {} · {}", f->describe(), in_words(x), t, in_words(direction));
}

std::string Kinks::describe() const {
  std::string words = "fᵢ:";
  for (const Part& part : parts) words += fmt::format(" {}|x − {}|", part.weight, part.centre);
  words += fmt::format("; x = {}, z = {}, gᵢ at its kink = weight ·", x, z);
  for (const Part& part : parts) words += fmt::format(" {}", part.slope);
  return words;
}

bool convex_kinks(const Kinks& k) {
  return !k.parts.empty() && std::all_of(k.parts.begin(), k.parts.end(), [](const Kinks::Part& part) {
    return part.weight >= 0 && std::abs(part.slope) <= 1;
  });
}

namespace {

template <class Make>
RiskInstance risk(const Matrix<double>& a, const Vector<double>& y, Make make) {
  RiskInstance result{make(a, y), {}, Vector<double>::Zero(a.cols()), Vector<double>::Ones(a.cols()), 1};
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    result.parts.push_back(make(Matrix<double>(a.row(i)), Vector<double>(y.segment(i, 1))));
  return result;
}

}  // namespace

RiskInstance least_squares_risk(const Matrix<double>& a, const Vector<double>& y, double ridge) {
  return risk(a, y, [ridge](const Matrix<double>& rows, const Vector<double>& targets) {
    return make_objective(LeastSquares(rows, targets, ridge));
  });
}

RiskInstance logistic_risk(const Matrix<double>& a, const Vector<double>& y, double ridge) {
  return risk(a, y, [ridge](const Matrix<double>& rows, const Vector<double>& classes) {
    return make_objective(LogisticRegression(rows, classes, ridge));
  });
}

bool hypotheses_hold(const RiskInstance& i) { return !i.parts.empty() && i.t != 0 && !i.direction.isZero(0); }

namespace {

template <class T>
struct Run {
  using Instance = RiskInstance;
  explicit Run(const RiskInstance& i)
      : n(int(i.parts.size())),
        x(exact<T>(i.x)),
        epsilon(exact<T>(i.t) * exact<T>(i.direction)),
        mu(exact<T>(i.f->curvature().lower)),
        L(exact<T>(i.f->curvature().upper)) {
    const ObjectiveOver<T>& f = i.f->over<T>();
    value = f.value(x);
    increase = f.value(x + epsilon) - value;
    gradient = f.gradient(x);
    for (const ObjectivePtr& part : i.parts) {
      part_values.push_back(part->over<T>().value(x));
      part_gradients.push_back(part->over<T>().gradient(x));
    }
  }

  Vector<T> zero() const { return Vector<T>::Constant(x.size(), T(0)); }
  Vector<T> sum() const {
    Vector<T> total = zero();
    for (const Vector<T>& part : part_gradients) total += part;
    return total;
  }
  Vector<T> mean() const { return frac<T>(1, n) * sum(); }

  int n;
  Vector<T> x, epsilon;
  T mu, L, value, increase;
  Vector<T> gradient;
  std::vector<T> part_values;
  std::vector<Vector<T>> part_gradients;
};

template <class T>
void is_gradient(const Run<T>& r, const Vector<T>& g, Claims<T>& claims) {
  claims.equal("∇f(x) = (1/n) Σ ∇fᵢ(x)", r.gradient, g);
  const T remainder = r.increase - dot<T>(g, r.epsilon);
  const T half = frac<T>(1, 2) * squared_norm<T>(r.epsilon);
  claims.at_most("μ‖ε‖²/2 ≤ f(x + ε) − f(x) − ⟨g, ε⟩", r.mu * half, remainder);
  claims.at_most("f(x + ε) − f(x) − ⟨g, ε⟩ ≤ L‖ε‖²/2", remainder, r.L * half);
}

constexpr auto printed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  T values(0);
  for (const T& part : r.part_values) values += part;
  claims.equal("f(x) = (1/n) Σ fᵢ(x)", r.value, frac<T>(1, r.n) * values);
  is_gradient<T>(r, r.mean(), claims);
};

/// E of the mean of two draws: of all n² pairs, or of those with i ≠ j.
template <class T>
Vector<T> mean_of_pairs(const Run<T>& r, bool different) {
  Vector<T> total = r.zero();
  for (int i = 0; i < r.n; ++i)
    for (int j = 0; j < r.n; ++j)
      if (!different || i != j) total += frac<T>(1, 2) * (r.part_gradients[i] + r.part_gradients[j]);
  return frac<T>(1, different ? r.n * (r.n - 1) : r.n * r.n) * total;
}

constexpr auto no_bias = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("E ∇f_i(x) = ∇f(x)", r.mean(), r.gradient);
  claims.equal("E ½(∇f_i + ∇f_j)(x) = ∇f(x), independent draws", mean_of_pairs<T>(r, false), r.gradient);
  if (r.n > 1) claims.equal("E ½(∇f_i + ∇f_j)(x) = ∇f(x), different draws", mean_of_pairs<T>(r, true), r.gradient);
  T variance(0), square_mean(0);
  for (const Vector<T>& part : r.part_gradients) {
    variance += squared_norm<T>(part - r.gradient);
    square_mean += squared_norm<T>(part);
  }
  claims.equal("E‖∇f_i − ∇f‖² + ‖∇f‖² = E‖∇f_i‖²", frac<T>(1, r.n) * variance + squared_norm<T>(r.gradient),
               frac<T>(1, r.n) * square_mean);
};

constexpr auto uneven = []<class T>(const Run<T>& r, Claims<T>& claims) {
  Vector<T> expected = r.zero();
  for (int i = 0; i < r.n; ++i) expected += frac<T>(2 * (i + 1), r.n * (r.n + 1)) * r.part_gradients[i];
  claims.equal("E ∇f_i(x) = ∇f(x)", expected, r.gradient);
};

constexpr auto sum_for_f = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("∇(Σ fᵢ)(x) = (1/n) Σ ∇fᵢ(x)", Vector<T>(T(r.n) * r.gradient), r.mean());
  claims.at_most("nμ‖ε‖²/2 ≤ Σ (fᵢ(x + ε) − fᵢ(x)) − ⟨(1/n) Σ ∇fᵢ(x), ε⟩",
                 frac<T>(r.n, 2) * r.mu * squared_norm<T>(r.epsilon),
                 T(r.n) * r.increase - dot<T>(r.mean(), r.epsilon));
};

/// (1/n) Σ gᵢ, and f(z) − f(x) from the values of the parts.
template <class T>
struct KinkRun {
  using Instance = Kinks;
  explicit KinkRun(const Kinks& k) : g(0), increase(0), step(exact<T>(k.z) - exact<T>(k.x)) {
    const T share = frac<T>(1, int(k.parts.size()));
    for (const Kinks::Part& part : k.parts) {
      const T at = exact<T>(k.x) - exact<T>(part.centre), to = exact<T>(k.z) - exact<T>(part.centre);
      const double side = k.x > part.centre ? 1 : k.x < part.centre ? -1 : part.slope;
      g += share * exact<T>(part.weight) * exact<T>(side);
      increase += share * exact<T>(part.weight) * (magnitude<T>(to) - magnitude<T>(at));
    }
  }
  T g, increase, step;
};

constexpr auto subgradient = []<class T>(const KinkRun<T>& r, Claims<T>& claims) {
  claims.at_most("f(x) + g(z − x) ≤ f(z), g = (1/n) Σ gᵢ", r.g * r.step, r.increase);
};

template <class Wrong>
Form<RiskInstance> with(const char* key, Wrong wrong) {
  return form<Run>(
      key, [wrong]<class T>(const Run<T>& r, Claims<T>& claims) { is_gradient<T>(r, Vector<T>(wrong(r)), claims); });
}

}  // namespace

Form<RiskInstance> conclusion() { return form<Run>("as printed", printed); }
Form<RiskInstance> unbiased() { return form<Run>("unbiased", no_bias); }
Form<RiskInstance> drawn_unevenly() { return form<Run>("drawn unevenly", uneven); }
Form<RiskInstance> of_the_sum() { return form<Run>("the sum for f", sum_for_f); }
Form<Kinks> mean_of_subgradients() { return form<KinkRun>("mean of subgradients", subgradient); }

Forms<RiskInstance> planted() {
  return {
      with("sign: −(1/n) Σ ∇fᵢ", []<class T>(const Run<T>& r) { return Vector<T>(-r.mean()); }),
      with("factor: the sum for the mean", []<class T>(const Run<T>& r) { return r.sum(); }),
      with("factor: 1/(n + 1)", []<class T>(const Run<T>& r) { return Vector<T>(frac<T>(1, r.n + 1) * r.sum()); }),
      with("missing last sample",
           []<class T>(const Run<T>& r) { return Vector<T>(frac<T>(1, r.n) * (r.sum() - r.part_gradients.back())); }),
      with("index: ∇f₁ alone", []<class T>(const Run<T>& r) { return r.part_gradients.front(); })};
}

}  // namespace verigrad::empirical_risk_gradient
