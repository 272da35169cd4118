#include "verigrad/problem/finite_sum.hpp"

#include <algorithm>
#include <mutex>
#include <numeric>

#include <fmt/format.h>

#include "verigrad/number/exact_solve.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {

struct FiniteSum::Solution {
  std::once_flag once;
  std::optional<Minimum<Rational>> minimum;
};

namespace {

using Terms = std::vector<ObjectivePtr>;

void require_terms(const Terms& terms) {
  if (terms.empty()) throw std::invalid_argument("FiniteSum: no terms; give at least 1");
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (!terms[i]) throw std::invalid_argument(fmt::format("FiniteSum: term {} is null; give an objective", i));
    if (terms[i]->dimension() != terms.front()->dimension())
      throw std::invalid_argument(fmt::format("FiniteSum: term {} has dimension {} and term 0 has {}; use equal ones",
                                              i, terms[i]->dimension(), terms.front()->dimension()));
  }
}

template <class Bound>
Rational mean(const Terms& terms, Bound bound) {
  Rational sum = 0;
  for (const ObjectivePtr& term : terms) sum += exact<Rational>(bound(term->curvature()));
  return sum / int(terms.size());
}

template <class Bound>
bool all_finite(const Terms& terms, Bound bound) {
  return std::all_of(terms.begin(), terms.end(), [&](const auto& f) { return std::isfinite(bound(f->curvature())); });
}

double lower_bound(const Curvature& curvature) { return curvature.lower; }
double upper_bound(const Curvature& curvature) { return curvature.upper; }

/// The point where the affine map through ∇f(0) and ∇f(eⱼ) is 0, if there is one.
std::optional<Vector<Rational>> zero_of_affine_gradient(const FiniteSum& f) {
  const Eigen::Index d = f.dimension();
  const Vector<Rational> zero = Vector<Rational>::Constant(d, Rational(0));
  const Vector<Rational> at_zero = f.gradient<Rational>(zero);
  Matrix<Rational> h(d, d);
  for (Eigen::Index j = 0; j < d; ++j) {
    Vector<Rational> unit = zero;
    unit[j] = 1;
    h.col(j) = f.gradient<Rational>(unit) - at_zero;
  }
  try {
    return solve(h, -at_zero);
  } catch (const std::invalid_argument&) {
    return {};
  }
}

std::optional<Minimum<Rational>> proven_minimum(const FiniteSum& f) {
  if (!f.rational() || !f.curvature().convex()) return {};
  const auto x = zero_of_affine_gradient(f);
  if (!x || squared_norm(f.gradient<Rational>(*x)) != 0) return {};
  return Minimum<Rational>{*x, f.value<Rational>(*x)};
}

}  // namespace

FiniteSum::FiniteSum(Terms terms, std::optional<Curvature> curvature)
    : terms_(std::move(terms)), curvature_(curvature), solution_(std::make_shared<Solution>()) {
  require_terms(terms_);
}

const Objective& FiniteSum::term(int i) const {
  if (i < 0 || i >= size())
    throw std::invalid_argument(
        fmt::format("FiniteSum: term {} of {}; use an index from 0 to {}", i, size(), size() - 1));
  return *terms_[std::size_t(i)];
}

bool FiniteSum::rational() const {
  return std::all_of(terms_.begin(), terms_.end(), [](const ObjectivePtr& term) { return term->rational(); });
}

std::string FiniteSum::describe() const {
  constexpr int longest = 16;
  std::string result = fmt::format("(1/{}) Σ fᵢ", size());
  for (int i = 0; i < std::min(size(), longest); ++i) result += fmt::format(", f{} = {}", i, term(i).describe());
  return size() > longest ? result + ", …" : result;
}

Curvature FiniteSum::curvature() const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (curvature_) return *curvature_;
  return {all_finite(terms_, lower_bound) ? round_down(mean(terms_, lower_bound)) : -infinity,
          all_finite(terms_, upper_bound) ? round_up(mean(terms_, upper_bound)) : infinity};
}

double FiniteSum::domain_radius() const {
  double radius = std::numeric_limits<double>::infinity();
  for (const ObjectivePtr& term : terms_) radius = std::min(radius, term->domain_radius());
  return radius;
}

const std::optional<Minimum<Rational>>& FiniteSum::exact_minimum() const {
  std::call_once(solution_->once, [this] { solution_->minimum = proven_minimum(*this); });
  return solution_->minimum;
}

BatchIndices all_terms(int n) {
  BatchIndices result(std::size_t(std::max(n, 0)));
  std::iota(result.begin(), result.end(), 0);
  return result;
}

template <class T>
T FiniteSum::value(const Vector<T>& x) const {
  return batch_value<T>(all_terms(size()), x);
}

template <class T>
Vector<T> FiniteSum::gradient(const Vector<T>& x) const {
  return batch_gradient<T>(all_terms(size()), x);
}

template <class T>
Vector<T> FiniteSum::hessian_product(const Vector<T>& x, const Vector<T>& v) const {
  Vector<T> sum = Vector<T>::Constant(x.size(), T(0));
  for (const ObjectivePtr& term : terms_) sum += term->over<T>().hessian_product(x, v);
  return sum / T(size());
}

template <class T>
T FiniteSum::batch_value(const BatchIndices& batch, const Vector<T>& x) const {
  if (batch.empty()) throw std::invalid_argument("FiniteSum: an empty batch; give at least 1 index");
  T sum(0);
  for (const int i : batch) sum += term(i).over<T>().value(x);
  return sum / T(int(batch.size()));
}

template <class T>
Vector<T> FiniteSum::batch_gradient(const BatchIndices& batch, const Vector<T>& x) const {
  if (batch.empty()) throw std::invalid_argument("FiniteSum: an empty batch; give at least 1 index");
  Vector<T> sum = Vector<T>::Constant(x.size(), T(0));
  for (const int i : batch) sum += term(i).over<T>().gradient(x);
  return sum / T(int(batch.size()));
}

template <class T>
Minimum<T> FiniteSum::minimum() const {
  const auto& known = exact_minimum();
  if (!known) throw std::logic_error("objective \"" + describe() + "\" lacks a known minimiser");
  return {enclose<T>(known->x_star), enclose<T>(known->f_star)};
}

#define VERIGRAD_INSTANTIATE(T)                                                                 \
  template T FiniteSum::value<T>(const Vector<T>&) const;                                       \
  template Vector<T> FiniteSum::gradient<T>(const Vector<T>&) const;                            \
  template Vector<T> FiniteSum::hessian_product<T>(const Vector<T>&, const Vector<T>&) const;   \
  template T FiniteSum::batch_value<T>(const BatchIndices&, const Vector<T>&) const;            \
  template Vector<T> FiniteSum::batch_gradient<T>(const BatchIndices&, const Vector<T>&) const; \
  template Minimum<T> FiniteSum::minimum<T>() const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
