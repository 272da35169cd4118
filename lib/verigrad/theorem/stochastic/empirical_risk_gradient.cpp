#include "verigrad/theorem/stochastic/empirical_risk_gradient.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::empirical_risk_gradient {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/14.12",
       .stem = "empirical_risk_gradient",
       .title = "Gradient of the empirical risk",
       .source = "Mathematical Foundations of Data Sciences, (14.12) and (14.14)",
       .text = "∇f(x) = (1/n) Σᵢ ∇fᵢ(x) for f = (1/n) Σᵢ fᵢ, and E_i ∇f_i(x) = ∇f(x) for i uniform in {1, …, n}",
       .code = {"problem/least_squares.hpp: LeastSquares", "problem/logistic_regression.hpp: LogisticRegression"},
       .hypotheses = {{"mean", "f = (1/n) Σᵢ fᵢ (14.8); the gradient of the sum is n times as large"},
                      {"differentiable",
                       "every fᵢ is differentiable at x; that f is does not do, but means of subgradients of convex fᵢ "
                       "are subgradients of f"},
                      {"uniform", "i is distributed uniformly; that several draws are independent is not needed"}},
       .formal = {.theorems = {"conclusion", "conclusion_unbiased"}}},
      lines());
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

struct Run {
  using Instance = RiskInstance;
  explicit Run(const RiskInstance& i)
      : n(int(i.parts.size())),
        x(exact(i.x)),
        epsilon(exact(i.t) * exact(i.direction)),
        mu(exact(i.f->curvature().lower)),
        L(exact(i.f->curvature().upper)) {
    const ObjectiveOver<Number>& f = i.f->over<Number>();
    value = f.value(x);
    increase = f.value(x + epsilon) - value;
    gradient = f.gradient(x);
    for (const ObjectivePtr& part : i.parts) {
      part_values.push_back(part->over<Number>().value(x));
      part_gradients.push_back(part->over<Number>().gradient(x));
    }
  }

  Vector<Number> zero() const { return Vector<Number>::Constant(x.size(), 0); }
  Vector<Number> sum() const {
    Vector<Number> total = zero();
    for (const Vector<Number>& part : part_gradients) total += part;
    return total;
  }
  Vector<Number> mean() const { return frac(1, n) * sum(); }

  int n;
  Vector<Number> x, epsilon;
  Number mu, L, value, increase;
  Vector<Number> gradient;
  std::vector<Number> part_values;
  std::vector<Vector<Number>> part_gradients;
};

void is_gradient(const Run& r, const Vector<Number>& g, Claims& claims) {
  claims.equal("∇f(x) = (1/n) Σ ∇fᵢ(x)", r.gradient, g);
  const Number remainder = r.increase - dot(g, r.epsilon);
  const Number half = frac(1, 2) * squared_norm(r.epsilon);
  claims.at_most("μ‖ε‖²/2 ≤ f(x + ε) − f(x) − ⟨g, ε⟩", r.mu * half, remainder);
  claims.at_most("f(x + ε) − f(x) − ⟨g, ε⟩ ≤ L‖ε‖²/2", remainder, r.L * half);
}

void printed(const Run& r, Claims& claims) {
  Number values(0);
  for (const Number& part : r.part_values) values += part;
  claims.equal("f(x) = (1/n) Σ fᵢ(x)", r.value, frac(1, r.n) * values);
  is_gradient(r, r.mean(), claims);
}

/// E of the mean of two draws: of all n² pairs, or of those with i ≠ j.
Vector<Number> mean_of_pairs(const Run& r, bool different) {
  Vector<Number> total = r.zero();
  for (int i = 0; i < r.n; ++i)
    for (int j = 0; j < r.n; ++j)
      if (!different || i != j) total += frac(1, 2) * (r.part_gradients[i] + r.part_gradients[j]);
  return frac(1, different ? r.n * (r.n - 1) : r.n * r.n) * total;
}

void no_bias(const Run& r, Claims& claims) {
  claims.equal("E ∇f_i(x) = ∇f(x)", r.mean(), r.gradient);
  claims.equal("E ½(∇f_i + ∇f_j)(x) = ∇f(x), independent draws", mean_of_pairs(r, false), r.gradient);
  if (r.n > 1) claims.equal("E ½(∇f_i + ∇f_j)(x) = ∇f(x), different draws", mean_of_pairs(r, true), r.gradient);
  Number variance(0), square_mean(0);
  for (const Vector<Number>& part : r.part_gradients) {
    variance += squared_norm(part - r.gradient);
    square_mean += squared_norm(part);
  }
  claims.equal("E‖∇f_i − ∇f‖² + ‖∇f‖² = E‖∇f_i‖²", frac(1, r.n) * variance + squared_norm(r.gradient),
               frac(1, r.n) * square_mean);
}

void uneven(const Run& r, Claims& claims) {
  Vector<Number> expected = r.zero();
  for (int i = 0; i < r.n; ++i) expected += frac(2 * (i + 1), r.n * (r.n + 1)) * r.part_gradients[i];
  claims.equal("E ∇f_i(x) = ∇f(x)", expected, r.gradient);
}

void sum_for_f(const Run& r, Claims& claims) {
  claims.equal("∇(Σ fᵢ)(x) = (1/n) Σ ∇fᵢ(x)", Number(r.n) * r.gradient, r.mean());
  claims.at_most("nμ‖ε‖²/2 ≤ Σ (fᵢ(x + ε) − fᵢ(x)) − ⟨(1/n) Σ ∇fᵢ(x), ε⟩",
                 frac(r.n, 2) * r.mu * squared_norm(r.epsilon), r.n * r.increase - dot(r.mean(), r.epsilon));
}

/// (1/n) Σ gᵢ, and f(z) − f(x) from the values of the parts.
struct KinkRun {
  using Instance = Kinks;
  explicit KinkRun(const Kinks& k) : g(0), increase(0), step(exact(k.z) - exact(k.x)) {
    const Number share = frac(1, int(k.parts.size()));
    for (const Kinks::Part& part : k.parts) {
      const Number at = exact(k.x) - exact(part.centre), to = exact(k.z) - exact(part.centre);
      const double side = k.x > part.centre ? 1 : k.x < part.centre ? -1 : part.slope;
      g += share * exact(part.weight) * exact(side);
      increase += share * exact(part.weight) * (magnitude<Number>(to) - magnitude<Number>(at));
    }
  }
  Number g, increase, step;
};

void subgradient(const KinkRun& r, Claims& claims) {
  claims.at_most("f(x) + g(z − x) ≤ f(z), g = (1/n) Σ gᵢ", r.g * r.step, r.increase);
}

template <class Wrong>
Form<RiskInstance> with(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) { is_gradient(r, Vector<Number>(wrong(r)), claims); });
}

Forms<RiskInstance> planted() {
  return {with("sign: −(1/n) Σ ∇fᵢ", [](const Run& r) { return Vector<Number>(-r.mean()); }),
          with("factor: the sum for the mean", [](const Run& r) { return r.sum(); }),
          with("factor: 1/(n + 1)", [](const Run& r) { return Vector<Number>(frac(1, r.n + 1) * r.sum()); }),
          with("missing last sample",
               [](const Run& r) { return Vector<Number>(frac(1, r.n) * (r.sum() - r.part_gradients.back())); }),
          with("index: ∇f₁ alone", [](const Run& r) { return r.part_gradients.front(); })};
}

/// A row that is 0, and one that is not.
RiskInstance two_rows() {
  RiskInstance risk = least_squares_risk(Matrix<double>{{0}, {0.5}}, vector({0, 0}), 0);
  risk.x = at(0.25);
  risk.direction = at(0.5);
  risk.t = 0.5;
  return risk;
}

}  // namespace

Form<RiskInstance> conclusion() { return form<Run>("as printed", printed); }
Form<RiskInstance> unbiased() { return form<Run>("unbiased", no_bias); }
Form<RiskInstance> drawn_unevenly() { return form<Run>("drawn unevenly", uneven); }
Form<RiskInstance> of_the_sum() { return form<Run>("the sum for f", sum_for_f); }
Form<Kinks> mean_of_subgradients() { return form<KinkRun>("mean of subgradients", subgradient); }

Lines<RiskInstance> lines() { return {.planted = planted(), .separating = {two_rows()}}; }

}  // namespace verigrad::empirical_risk_gradient
