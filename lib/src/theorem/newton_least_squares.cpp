#include "verigrad/theorem/newton_least_squares.hpp"

#include <numeric>

#include <fmt/format.h>

#include "verigrad/algorithm/newton.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::newton_least_squares {

const Statement& statement() {
  static const Statement result{
      .id = "inna/1.24",
      .stem = "newton_least_squares",
      .title = "Newton's method in one step",
      .source = "Thesis, (1.23) and (1.24)",
      .text =
          "θₖ₊₁ = θₖ − ∇²Q(θₖ)⁻¹∇Q(θₖ) = θₖ − (AᵀA)⁻¹(Aᵀ(Aθₖ − b)) = A⁻¹b, for any θₖ and regardless of the "
          "condition number of A. Found: an invertible A will do, symmetric and positive definite or not",
      .hypotheses = {{"quadratic", "Q(θ) = ½‖Aθ − b‖²"},
                     {"positive definite", "A ∈ ℝᴾˣᴾ is (symmetric and) positive definite"}},
      .steps = {{"gradient", "∇Q(θ) = Aᵀ(Aθ − b): Q(θ + v) − Q(θ − v) = 2⟨Aᵀ(Aθ − b), v⟩ for every v"},
                {"Hessian", "∇²Q(θ) = AᵀA: ∇Q(θ + v) − ∇Q(θ) = AᵀAv for every v"},
                {"Newton step", "AᵀA(θₖ − θₖ₊₁) = Aᵀ(Aθₖ − b)"},
                {"printed step", "θₖ₊₁ = θₖ − (AᵀA)⁻¹(Aᵀ(Aθₖ − b))"},
                {"solution", "Aθₖ₊₁ = b"},
                {"unique minimum",
                 "Q(A⁻¹b) = 0, Q(θ) − Q(A⁻¹b) = ½‖A(θ − A⁻¹b)‖², and Q(θ) + ⟨∇Q(θ), v⟩ < Q(θ + v) for v ≠ 0: "
                 "strictly convex"}},
      .errata = {}};
  return result;
}

namespace {

template <class T>
Vector<T> product_of(const Matrix<T>& a, const Vector<T>& x) {
  Vector<T> result(a.rows());
  for (Eigen::Index i = 0; i < a.rows(); ++i) result[i] = dot<T>(a.row(i).transpose(), x);
  return result;
}

template <class T>
Vector<T> transposed_product_of(const Matrix<T>& a, const Vector<T>& x) {
  return product_of<T>(a.transpose(), x);
}

template <class T>
Matrix<T> gram(const Matrix<T>& a) {
  Matrix<T> result(a.cols(), a.cols());
  for (Eigen::Index j = 0; j < a.cols(); ++j) result.col(j) = transposed_product_of<T>(a, a.col(j));
  return result;
}

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
    return frac<T>(1, 2) * squared_norm<T>(product<T>(a_, theta) - exact<T>(b_));
  }
  template <class T>
  Vector<T> gradient(const Vector<T>& theta) const {
    return transposed_product<T>(a_, product<T>(a_, theta) - exact<T>(b_));
  }
  template <class T>
  Vector<T> hessian_product(const Vector<T>&, const Vector<T>& v) const {
    return transposed_product<T>(a_, product<T>(a_, v));
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

template <class T>
Run<T> run(const NewtonInstance& instance) {
  const ObjectivePtr objective = squared_residual(instance.a, instance.b);
  const ObjectiveOver<T>& q = objective->over<T>();
  Run<T> r;
  r.a = exact<T>(instance.a);
  r.gram = gram<T>(r.a);
  r.b = exact<T>(instance.b);
  r.theta = exact<T>(instance.theta);
  const Vector<T> other = exact<T>(instance.other);
  r.v = other - r.theta;
  r.residual = product_of<T>(r.a, r.theta) - r.b;
  r.solution = linear_solve<T>(r.a, r.b);
  r.next = Newton{}.step<T>(q, r.theta);
  r.next_other = Newton{}.step<T>(q, other);
  r.gradient = q.gradient(r.theta);
  r.gradient_other = q.gradient(other);
  r.value = q.value(r.theta);
  r.value_other = q.value(other);
  r.least = q.value(r.solution);
  return r;
}

template <class T>
void conclusion(const Run<T>& r, Claims<T>& claims) {
  claims.equal("θₖ₊₁ = A⁻¹b", r.next, r.solution);
  claims.equal("θₖ₊₁ = A⁻¹b from another start", r.next_other, r.solution);
}

template <class T>
Vector<T> printed_step(const Run<T>& r) {
  return r.theta - linear_solve<T>(r.gram, transposed_product_of<T>(r.a, r.residual));
}

template <class T>
void step_is_defined(const NewtonInstance& instance, Claims<T>& claims) {
  claims.less("0 < det AᵀA", T(0), determinant<T>(gram<T>(exact<T>(instance.a))));
}

template <class T>
void other_is_worse(const NewtonInstance& instance, Claims<T>& claims) {
  const ObjectivePtr objective = squared_residual(instance.a, instance.b);
  const ObjectiveOver<T>& q = objective->over<T>();
  claims.less("Q(θ) < Q(other)", q.value(exact<T>(instance.theta)), q.value(exact<T>(instance.other)));
}

namespace {

template <class T>
T half_of_square(const Run<T>& r, const Vector<T>& v) {
  return frac<T>(1, 2) * squared_norm<T>(product_of<T>(r.a, v));
}

template <class T>
void gradient(const Run<T>& r, Claims<T>& claims) {
  const T before = frac<T>(1, 2) * squared_norm<T>(r.residual - product_of<T>(r.a, r.v));
  claims.equal("Q(θ + v) − Q(θ − v) = 2⟨Aᵀ(Aθ − b), v⟩", r.value_other - before,
               T(2) * dot<T>(transposed_product_of<T>(r.a, r.residual), r.v));
  claims.equal("∇Q(θ) = AᵀAθ − Aᵀb", r.gradient,
               Vector<T>(product_of<T>(r.gram, r.theta) - transposed_product_of<T>(r.a, r.b)));
}

template <class T>
void hessian(const Run<T>& r, Claims<T>& claims) {
  claims.equal("∇Q(θ + v) − ∇Q(θ) = AᵀAv", Vector<T>(r.gradient_other - r.gradient), product_of<T>(r.gram, r.v));
  claims.equal("Q(θ + v) − Q(θ) − ⟨∇Q(θ), v⟩ = ½⟨AᵀAv, v⟩", r.value_other - r.value - dot<T>(r.gradient, r.v),
               frac<T>(1, 2) * dot<T>(product_of<T>(r.gram, r.v), r.v));
}

template <class T>
void newton_step(const Run<T>& r, Claims<T>& claims) {
  claims.equal("AᵀA(θₖ − θₖ₊₁) = Aᵀ(Aθₖ − b)", product_of<T>(r.gram, r.theta - r.next),
               transposed_product_of<T>(r.a, r.residual));
}

template <class T>
void as_printed_step(const Run<T>& r, Claims<T>& claims) {
  claims.equal("θₖ₊₁ = θₖ − (AᵀA)⁻¹(Aᵀ(Aθₖ − b))", r.next, printed_step(r));
}

template <class T>
void solution(const Run<T>& r, Claims<T>& claims) {
  claims.equal("Aθₖ₊₁ = b", product_of<T>(r.a, r.next), r.b);
}

template <class T>
void unique_minimum(const Run<T>& r, Claims<T>& claims) {
  claims.equal("Q(A⁻¹b) = 0", r.least, T(0));
  claims.equal("Q(θ) − Q(A⁻¹b) = ½‖A(θ − A⁻¹b)‖²", r.value - r.least, half_of_square<T>(r, r.theta - r.solution));
  claims.less("Q(θ) + ⟨∇Q(θ), v⟩ < Q(θ + v)", r.value + dot<T>(r.gradient, r.v), r.value_other);
}

/// θ − step = A⁻¹b.
template <class T>
void lands_on_solution(const Run<T>& r, const Vector<T>& step, Claims<T>& claims) {
  claims.equal("θ − planted step = A⁻¹b", Vector<T>(r.theta - step), r.solution);
}

}  // namespace

template <class T>
Forms<T> steps() {
  return {{"gradient", gradient<T>},       {"Hessian", hessian<T>},
          {"Newton step", newton_step<T>}, {"printed step", as_printed_step<T>},
          {"solution", solution<T>},       {"unique minimum", unique_minimum<T>}};
}

template <class T>
Forms<T> planted() {
  return {{"sign: θ + (AᵀA)⁻¹∇Q(θ)",
           [](const Run<T>& r, Claims<T>& c) { lands_on_solution<T>(r, -linear_solve<T>(r.gram, r.gradient), c); }},
          {"factor: half the step",
           [](const Run<T>& r, Claims<T>& c) {
             lands_on_solution<T>(r, frac<T>(1, 2) * linear_solve<T>(r.gram, r.gradient), c);
           }},
          {"Hessian A for AᵀA",
           [](const Run<T>& r, Claims<T>& c) { lands_on_solution<T>(r, linear_solve<T>(r.a, r.gradient), c); }},
          {"gradient Aθ − b for Aᵀ(Aθ − b)",
           [](const Run<T>& r, Claims<T>& c) { lands_on_solution<T>(r, linear_solve<T>(r.gram, r.residual), c); }},
          {"lost transpose: AA for AᵀA",
           [](const Run<T>& r, Claims<T>& c) {
             Matrix<T> aa(r.a.rows(), r.a.cols());
             for (Eigen::Index j = 0; j < aa.cols(); ++j) aa.col(j) = product_of<T>(r.a, r.a.col(j));
             lands_on_solution<T>(r, linear_solve<T>(aa, r.gradient), c);
           }},
          {"missing b", [](const Run<T>& r, Claims<T>& c) {
             lands_on_solution<T>(r, linear_solve<T>(r.gram, product_of<T>(r.gram, r.theta)), c);
           }}};
}

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

#define VERIGRAD_INSTANTIATE(T)                                        \
  template Run<T> run<T>(const NewtonInstance&);                       \
  template void conclusion<T>(const Run<T>&, Claims<T>&);              \
  template Vector<T> printed_step<T>(const Run<T>&);                   \
  template void step_is_defined<T>(const NewtonInstance&, Claims<T>&); \
  template void other_is_worse<T>(const NewtonInstance&, Claims<T>&);  \
  template Forms<T> steps<T>();                                        \
  template Forms<T> planted<T>();
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::newton_least_squares
