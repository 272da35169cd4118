#include "verigrad/theorem/descent/newton_least_squares.hpp"

#include <numeric>

#include <fmt/format.h>

#include "verigrad/algorithm/newton.hpp"
#include "verigrad/algorithm/ridge.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::newton_least_squares {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/1.24",
       .stem = "newton_least_squares",
       .title = "Newton's method in one step",
       .source = "Thesis, (1.23) and (1.24)",
       .text = "θₖ₊₁ = θₖ − ∇²Q(θₖ)⁻¹∇Q(θₖ) = θₖ − (AᵀA)⁻¹(Aᵀ(Aθₖ − b)) = A⁻¹b, for any θₖ and regardless "
               "of the condition number of A",
       .found = "an invertible A will do, symmetric and positive definite or not",
       .code = {"algorithm/newton.hpp: Newton"},
       .hypotheses = {{"quadratic", "Q(θ) = ½‖Aθ − b‖²"},
                      {"positive definite", "A ∈ ℝᴾˣᴾ is (symmetric and) positive definite"}},
       .formal = {.theorems = {"conclusion_gradient", "conclusion_hessian", "conclusion", "conclusion_unique_minimum"},
                  .given = "AᵀA has an inverse and Aθ = b a solution, as for the text's A"}},
      lines());
  return result;
}

namespace {

class SquaredResidual {
public:
  SquaredResidual(Matrix<double> a, Vector<double> b) : a_(std::move(a)), b_(std::move(b)) {
    if (a_.size() == 0 || a_.rows() != a_.cols() || a_.rows() != b_.size())
      throw std::invalid_argument(
          fmt::format("squared_residual: A is {}×{}, b has {} entries; use a square A and as "
                      "many entries",
                      a_.rows(), a_.cols(), b_.size()));
  }

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& theta) const {
    return frac<T>(1, 2) * squared_norm<T>(product(a_, theta) - exact<T>(b_));
  }
  template <class T>
  Vector<T> gradient(const Vector<T>& theta) const {
    return product(a_.transpose(), product(a_, theta) - exact<T>(b_));
  }
  template <class T>
  Vector<T> hessian_product(const Vector<T>&, const Vector<T>& v) const {
    return product(a_.transpose(), product(a_, v));
  }

  Eigen::Index dimension() const { return a_.cols(); }
  std::string describe() const { return fmt::format("½‖Aθ−b‖², A = {}, b = {}", in_words(a_), in_words(b_)); }
  Curvature curvature() const {
    Rational trace = 0;
    for (const double entry : a_.reshaped()) trace += square(exact<Rational>(entry));
    return {0, round_up(trace)};
  }

private:
  Matrix<double> a_;
  Vector<double> b_;
};

}  // namespace

ObjectivePtr squared_residual(const Matrix<double>& a, const Vector<double>& b) {
  return make_objective(SquaredResidual(a, b));
}

std::string NewtonInstance::describe() const {
  return fmt::format("A = {}, b = {}, θ = {}, other start {}", in_words(a), in_words(b), in_words(theta),
                     in_words(other));
}

bool hypotheses_hold(const NewtonInstance& instance) {
  if (instance.a != instance.a.transpose()) return false;
  for (Eigen::Index k = 1; k <= instance.a.rows(); ++k)
    if (determinant<Rational>(exact<Rational>(Matrix<double>(instance.a.topLeftCorner(k, k)))) <= 0) return false;
  return true;
}

bool is_invertible(const NewtonInstance& instance) { return determinant<Rational>(exact<Rational>(instance.a)) != 0; }

namespace {

/// The quantities of (1.23) and (1.24). Throws std::domain_error when A is singular.
struct Run {
  using Instance = NewtonInstance;
  explicit Run(const NewtonInstance& instance)
      : a(exact(instance.a)),
        gram(gram_matrix<Number>(instance.a)),
        b(exact(instance.b)),
        theta(exact(instance.theta)) {
    const ObjectivePtr objective = squared_residual(instance.a, instance.b);
    const ObjectiveOver<Number>& q = objective->over<Number>();
    const Vector<Number> other = exact(instance.other);
    v = other - theta;
    residual = product(a, theta) - b;
    solution = linear_solve<Number>(a, b);
    next = Newton{}.step<Number>(q, theta);
    next_other = Newton{}.step<Number>(q, other);
    gradient = q.gradient(theta);
    gradient_other = q.gradient(other);
    value = q.value(theta);
    value_other = q.value(other);
    least = q.value(solution);
  }

  Matrix<Number> a, gram;                   ///< A and AᵀA
  Vector<Number> b, theta, v;               ///< v = other − θ
  Vector<Number> residual;                  ///< Aθ − b
  Vector<Number> solution;                  ///< A⁻¹b, from A alone
  Vector<Number> next;                      ///< Newton's iterate after θ, as the library computes it
  Vector<Number> next_other;                ///< and after the other start
  Vector<Number> gradient, gradient_other;  ///< ∇Q at θ and at the other start
  Number value, value_other, least;         ///< Q at θ, at the other start, and at A⁻¹b
};

/// What is defined for every square A.
struct SquareRun {
  using Instance = NewtonInstance;
  explicit SquareRun(const NewtonInstance& instance)
      : determinant_of_gram(determinant<Number>(gram_matrix<Number>(instance.a))) {
    const ObjectivePtr objective = squared_residual(instance.a, instance.b);
    const ObjectiveOver<Number>& q = objective->over<Number>();
    value = q.value(exact(instance.theta));
    value_other = q.value(exact(instance.other));
  }

  Number determinant_of_gram;
  Number value, value_other;  ///< Q at θ and at the other start
};

void printed(const Run& r, Claims& claims) {
  claims.equal("θₖ₊₁ = A⁻¹b", r.next, r.solution);
  claims.equal("θₖ₊₁ = A⁻¹b from another start", r.next_other, r.solution);
}

void defined(const SquareRun& r, Claims& claims) { claims.less("0 < det AᵀA", 0, r.determinant_of_gram); }

void worse(const SquareRun& r, Claims& claims) { claims.less("Q(θ) < Q(other)", r.value, r.value_other); }

Number half_of_square(const Run& r, const Vector<Number>& v) { return frac(1, 2) * squared_norm(product(r.a, v)); }

void gradient(const Run& r, Claims& claims) {
  const Number before = frac(1, 2) * squared_norm(r.residual - product(r.a, r.v));
  claims.equal("Q(θ + v) − Q(θ − v) = 2⟨Aᵀ(Aθ − b), v⟩", r.value_other - before,
               2 * dot(product(r.a.transpose(), r.residual), r.v));
  claims.equal("∇Q(θ) = AᵀAθ − Aᵀb", r.gradient,
               Vector<Number>(product(r.gram, r.theta) - product(r.a.transpose(), r.b)));
}

void hessian(const Run& r, Claims& claims) {
  claims.equal("∇Q(θ + v) − ∇Q(θ) = AᵀAv", Vector<Number>(r.gradient_other - r.gradient), product(r.gram, r.v));
  claims.equal("Q(θ + v) − Q(θ) − ⟨∇Q(θ), v⟩ = ½⟨AᵀAv, v⟩", r.value_other - r.value - dot(r.gradient, r.v),
               frac(1, 2) * dot(product(r.gram, r.v), r.v));
}

void newton_step(const Run& r, Claims& claims) {
  claims.equal("AᵀA(θₖ − θₖ₊₁) = Aᵀ(Aθₖ − b)", product(r.gram, r.theta - r.next), product(r.a.transpose(), r.residual));
}

void printed_step(const Run& r, Claims& claims) {
  claims.equal("θₖ₊₁ = θₖ − (AᵀA)⁻¹(Aᵀ(Aθₖ − b))", r.next,
               Vector<Number>(r.theta - linear_solve<Number>(r.gram, product(r.a.transpose(), r.residual))));
}

void solution(const Run& r, Claims& claims) { claims.equal("Aθₖ₊₁ = b", product(r.a, r.next), r.b); }

void unique_minimum(const Run& r, Claims& claims) {
  claims.equal("Q(A⁻¹b) = 0", r.least, 0);
  claims.equal("Q(θ) − Q(A⁻¹b) = ½‖A(θ − A⁻¹b)‖²", r.value - r.least, half_of_square(r, r.theta - r.solution));
  claims.less("Q(θ) + ⟨∇Q(θ), v⟩ < Q(θ + v)", r.value + dot(r.gradient, r.v), r.value_other);
}

/// A planted mistake: θ − step(run) = A⁻¹b.
template <class Step>
Form<NewtonInstance> with_step(const char* key, Step step) {
  return form<Run>(key, [=](const Run& r, Claims& claims) {
    claims.equal("θ − planted step = A⁻¹b", Vector<Number>(r.theta - step(r)), r.solution);
  });
}

std::vector<Step<NewtonInstance>> steps() {
  return {{"gradient", "∇Q(θ) = Aᵀ(Aθ − b): Q(θ + v) − Q(θ − v) = 2⟨Aᵀ(Aθ − b), v⟩ for every v", form<Run>(gradient)},
          {"Hessian", "∇²Q(θ) = AᵀA: ∇Q(θ + v) − ∇Q(θ) = AᵀAv for every v", form<Run>(hessian)},
          {"Newton step", "AᵀA(θₖ − θₖ₊₁) = Aᵀ(Aθₖ − b)", form<Run>(newton_step)},
          {"printed step", "θₖ₊₁ = θₖ − (AᵀA)⁻¹(Aᵀ(Aθₖ − b))", form<Run>(printed_step).of_code()},
          {"solution", "Aθₖ₊₁ = b", form<Run>(solution).of_code()},
          {"unique minimum",
           "Q(A⁻¹b) = 0, Q(θ) − Q(A⁻¹b) = ½‖A(θ − A⁻¹b)‖², and Q(θ) + ⟨∇Q(θ), v⟩ < Q(θ + v) for v ≠ 0: strictly convex",
           form<Run>(unique_minimum)}};
}

/// A = [0 1/2; 1/4 0], which is not symmetric, from the origin.
NewtonInstance swapped_axes() {
  return {Matrix<double>{{0, 0.5}, {0.25, 0}}, vector({0, 0.0625}), vector({0, 0}), vector({0, 0})};
}

Forms<NewtonInstance> planted() {
  return {with_step("sign: θ + (AᵀA)⁻¹∇Q(θ)",
                    [](const Run& r) { return Vector<Number>(-linear_solve<Number>(r.gram, r.gradient)); }),
          with_step("factor: half the step",
                    [](const Run& r) { return Vector<Number>(frac(1, 2) * linear_solve<Number>(r.gram, r.gradient)); }),
          with_step("Hessian A for AᵀA", [](const Run& r) { return linear_solve<Number>(r.a, r.gradient); }),
          with_step("gradient Aθ − b for Aᵀ(Aθ − b)",
                    [](const Run& r) { return linear_solve<Number>(r.gram, r.residual); }),
          with_step("lost transpose: AA for AᵀA",
                    [](const Run& r) {
                      Matrix<Number> aa(r.a.rows(), r.a.cols());
                      for (Eigen::Index j = 0; j < aa.cols(); ++j) aa.col(j) = product(r.a, r.a.col(j));
                      return linear_solve<Number>(aa, r.gradient);
                    }),
          with_step("missing b", [](const Run& r) { return linear_solve<Number>(r.gram, product(r.gram, r.theta)); })};
}

}  // namespace

Lines<NewtonInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {swapped_axes()}}; }

Form<NewtonInstance> conclusion() { return form<Run>("as printed", printed).of_code(); }
Form<NewtonInstance> step_is_defined() { return form<SquareRun>("the step is defined", defined); }
Form<NewtonInstance> other_is_worse() { return form<SquareRun>("other is worse", worse); }

Matrix<double> scaled_hilbert(int n) {
  if (n < 1 || n > 12)
    throw std::invalid_argument(
        fmt::format("scaled_hilbert: order {}; choose 1 to 12, beyond which entries are no "
                    "doubles",
                    n));
  long scale = 1;
  for (long k = 1; k <= 2 * n - 1; ++k) scale = std::lcm(scale, k);
  Matrix<double> h(n, n);
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      const long entry = scale / (i + j + 1);
      h(i, j) = double(entry);
    }
  return h;
}

}  // namespace verigrad::newton_least_squares
