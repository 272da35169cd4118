#include "verigrad/theorem/stationarity_at_minimum.hpp"

#include <cmath>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad::stationarity_at_minimum {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/6.4",
      .stem = "stationarity_at_minimum",
      .title = "Gradient zero at a global minimum",
      .source = "MathDNN, Proposition 6.4",
      .text = "∇f(x*) = 0 (21)",
      .hypotheses = {{"differentiable", "f is differentiable"},
                     {"minimum", "x* is a global minimum of f (20)"},
                     {"domain", "f is defined on the whole of ℝᵐ"}},
      .steps = {{"minimum along g", "(f∘g)(0) ≤ (f∘g)(τ), g(τ) = x* + τv (our copy lacks the line that defines g)"},
                {"expansion", "0 ≤ (f∘g)′(0)τ + o(τ) and 0 ≤ (f∘g)′(0)(−τ) + o(τ) for τ ∈ ]0, η]"},
                {"zero along v", "∇f(x*)vᵀ = (f∘g)′(0) = 0"}},
      .errata = {{.key = "o(τ) after division by τ",
                  .place = "Proposition 6.4, proof, line after the two expansions",
                  .printed = "o(τ) ≤ (f∘g)′(0) ≤ o(τ)",
                  .corrected = "o(1) ≤ (f∘g)′(0) ≤ o(1), with |o(1)| ≤ L/2 τ‖v‖² for L-smooth f",
                  .remark = "the remainders of the lines above, divided by τ. That some o(τ) lie on both sides is true "
                            "in the end, because (f∘g)′(0) = 0, but it does not follow; the proof needs o(1) only"},
                 {.key = "basis to n",
                  .place = "Proposition 6.4, proof, last sentence",
                  .printed = "the vectors eᵢ, i ∈ ⟦1, n⟧, of the standard basis of ℝᵐ",
                  .corrected = "i ∈ ⟦1, m⟧",
                  .remark = "n is not defined here: it is the letter of Definition 1.2, where the space is ℝⁿ. With "
                            "n < m the conclusion does not follow. One letter, which a scan could also have misread"}}};
  return result;
}

bool applies_to(const Objective& f) { return f.has_minimum() && std::isfinite(f.curvature().smoothness()); }

bool hypotheses_hold(const MinimumInstance& instance) { return !instance.reference && applies_to(*instance.f); }

template <class T>
Run<T> run(const MinimumInstance& instance) {
  const ObjectiveOver<T>& f = instance.f->over<T>();
  const Minimum<T> minimum = instance.minimum<T>();
  Run<T> r;
  r.L = exact<T>(instance.f->curvature().smoothness());
  r.f_star = minimum.f_star;
  r.x_star = minimum.x_star;
  r.gradient = f.gradient(r.x_star);
  r.along = along_line<T>(f, r.x_star, exact<T>(instance.v), instance.tau);
  r.x = exact<T>(instance.x);
  r.f_x = f.value(r.x);
  r.g_x = f.gradient(r.x);
  return r;
}

template <class T>
void conclusion(const Run<T>& r, Claims<T>& claims) {
  claims.equal("∇f(x*) = 0", r.gradient, Vector<T>::Constant(r.gradient.size(), T(0)));
}

template <class T>
void gradient_bound(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("‖∇f(x)‖² ≤ 2L(f(x) − f(x*))", squared_norm(r.g_x), T(2) * r.L * (r.f_x - r.f_star));
}

namespace {

template <class T>
void minimum_along_g(const Run<T>& r, Claims<T>& claims) {
  for (const auto* points : {&r.along.forward, &r.along.backward})
    for (std::size_t k = 0; k < points->size(); ++k)
      claims.at_most("(f∘g)(0) ≤ (f∘g)(τ)", r.f_star, (*points)[k].f, int(k));
  claims.at_most("f(x*) ≤ f(x)", r.f_star, r.f_x);
}

template <class T>
void expansion(const Run<T>& r, Claims<T>& claims) {
  small_remainder(r.along, r.L, claims);
  for (const auto* points : {&r.along.forward, &r.along.backward})
    for (std::size_t k = 0; k < points->size(); ++k)
      claims.at_most("−o(τ) ≤ ±(f∘g)′(0)τ", -(*points)[k].remainder, r.along.slope * (*points)[k].t, int(k));
}

template <class T>
void zero_along_v(const Run<T>& r, Claims<T>& claims) {
  claims.equal("∇f(x*)vᵀ = (f∘g)′(0) = 0", r.along.slope, T(0));
}

/// The remainder over τ against half of τ: what is o(τ) is below it near 0.
template <class T>
void divided_is_small_o(const Run<T>& r, Claims<T>& claims) {
  for (std::size_t k = 0; k < r.along.forward.size(); ++k) {
    const LinePoint<T>& point = r.along.forward[k];
    claims.at_most("o(τ)/τ ≤ τ/2", magnitude<T>(point.remainder) / point.t, frac<T>(1, 2) * point.t, int(k));
  }
}

template <class T>
void divided_vanishes(const Run<T>& r, Claims<T>& claims) {
  const T scale = frac<T>(1, 2) * r.L * squared_norm(r.along.v);
  for (std::size_t k = 0; k < r.along.forward.size(); ++k) {
    const LinePoint<T>& forward = r.along.forward[k];
    const LinePoint<T>& backward = r.along.backward[k];
    claims.at_most("|o(1)| ≤ L/2 τ‖v‖²", magnitude<T>(forward.remainder) / forward.t, scale * forward.t, int(k));
    claims.at_most("o(1) ≤ (f∘g)′(0)", -forward.remainder / forward.t, r.along.slope, int(k));
    claims.at_most("(f∘g)′(0) ≤ o(1)", r.along.slope, -backward.remainder / backward.t, int(k));
  }
}

/// ⟨∇f(x*), eᵢ⟩ = 0 for i ≤ n, and (21).
template <class T>
void basis(const Run<T>& r, Eigen::Index n, Claims<T>& claims) {
  for (Eigen::Index i = 0; i < n; ++i) {
    Vector<T> e = Vector<T>::Constant(r.gradient.size(), T(0));
    e[i] = T(1);
    claims.equal("⟨∇f(x*), eᵢ⟩ = 0", dot<T>(r.gradient, e), T(0), int(i));
  }
  conclusion(r, claims);
}

template <class T>
void zero(Claims<T>& claims, const Vector<T>& x) {
  claims.equal("planted (21)", x, Vector<T>::Constant(x.size(), T(0)));
}

}  // namespace

template <class T>
Forms<T> steps() {
  return {{"minimum along g", minimum_along_g<T>}, {"expansion", expansion<T>}, {"zero along v", zero_along_v<T>}};
}

template <class T>
Forms<T> errata() {
  return {{"o(τ) after division by τ", divided_is_small_o<T>},
          {"basis to n", [](const Run<T>& r, Claims<T>& c) { basis(r, 1, c); }}};
}

template <class T>
Forms<T> corrected() {
  return {{"o(τ) after division by τ", divided_vanishes<T>},
          {"basis to n", [](const Run<T>& r, Claims<T>& c) { basis(r, r.gradient.size(), c); }}};
}

template <class T>
Forms<T> planted() {
  return {{"another point: ∇f(x) = 0", [](const Run<T>& r, Claims<T>& c) { zero(c, r.g_x); }},
          {"value for gradient: f(x*) = 0", [](const Run<T>& r, Claims<T>& c) { c.equal("planted", r.f_star, T(0)); }},
          {"missing term: no o(τ), so that f∘g is constant",
           [](const Run<T>& r, Claims<T>& c) {
             for (const LinePoint<T>& point : r.along.forward) c.equal("planted", point.remainder, T(0));
           }},
          {"swapped: f(x) ≤ f(x*)", [](const Run<T>& r, Claims<T>& c) { c.at_most("planted", r.f_x, r.f_star); }},
          {"factor: ‖∇f(x)‖² ≤ L(f(x) − f(x*))",
           [](const Run<T>& r, Claims<T>& c) { c.at_most("planted", squared_norm(r.g_x), r.L * (r.f_x - r.f_star)); }},
          {"missing square: ‖∇f(x)‖ ≤ 2L(f(x) − f(x*)), both sides squared", [](const Run<T>& r, Claims<T>& c) {
             c.at_most("planted", squared_norm(r.g_x), square(T(T(2) * r.L * (r.f_x - r.f_star))));
           }}};
}

#define VERIGRAD_INSTANTIATE(T)                               \
  template Run<T> run<T>(const MinimumInstance&);             \
  template void conclusion<T>(const Run<T>&, Claims<T>&);     \
  template void gradient_bound<T>(const Run<T>&, Claims<T>&); \
  template Forms<T> steps<T>();                               \
  template Forms<T> errata<T>();                              \
  template Forms<T> corrected<T>();                           \
  template Forms<T> planted<T>();
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::stationarity_at_minimum
