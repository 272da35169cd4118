#include "verigrad/theorem/quadratic_upper_bound.hpp"

#include <cmath>

#include "verigrad/number/types.hpp"

namespace verigrad::quadratic_upper_bound {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/6.2",
      .stem = "quadratic_upper_bound",
      .title = "Quadratic upper bound under L-smoothness",
      .source = "MathDNN, Proposition 6.2",
      .text = "∀ x, y ∈ ℝᵐ, f(y) ≤ f(x) + ∇f(x)(y − x)ᵀ + L/2 ‖y − x‖² (18)",
      .hypotheses = {{"differentiable", "f is differentiable"},
                     {"L-smooth", "‖∇f(x) − ∇f(y)‖ ≤ L‖x − y‖ (17)"},
                     {"L positive", "L > 0"},
                     {"domain", "f is defined on the whole of ℝᵐ"}},
      .steps = {{"chain rule", "(f∘g)′(τ) = ∇f(g(τ))(y − x)ᵀ, g(τ) = x + τ(y − x)"},
                {"integral", "f(y) − f(x) = ∫₀¹ ∇f(g(τ))(y − x)ᵀ dτ"},
                {"integral from x", "f(y) = f(x) + ∇f(x)(y − x)ᵀ + ∫₀¹ (∇f(g(τ)) − ∇f(x))(y − x)ᵀ dτ"},
                {"Cauchy-Schwarz", "(∇f(g(τ)) − ∇f(x))(y − x)ᵀ ≤ ‖∇f(g(τ)) − ∇f(x)‖ ‖y − x‖ under ∫ (squared)"},
                {"L-smooth under the integral", "‖∇f(g(τ)) − ∇f(x)‖ ≤ Lτ‖y − x‖, by (17) (squared)"},
                {"last line", "f(y) ≤ f(x) + ∇f(x)(y − x)ᵀ + L‖y − x‖² ∫₀¹ τ dτ, where ∫₀¹ τ dτ = 1/2"}},
      .errata = {}};
  return result;
}

bool applies_to(const Objective& f) {
  const double L = f.curvature().smoothness();
  return L > 0 && std::isfinite(L);
}

bool hypotheses_hold(const PairInstance& instance) {
  return applies_to(*instance.f) && instance.f->curvature().smoothness() <= instance.L();
}

namespace {

template <class T>
T tangent(const Pair<T>& p) {
  return p.f_x + dot<T>(p.g_x, p.y - p.x);
}

/// L/2 ‖y − x‖².
template <class T>
T parabola(const Pair<T>& p) {
  return frac<T>(1, 2) * p.L * squared_norm<T>(p.y - p.x);
}

}  // namespace

template <class T>
void conclusion(const Pair<T>& p, Claims<T>& claims) {
  claims.at_most("f(y) ≤ f(x) + ⟨∇f(x), y − x⟩ + L/2 ‖y − x‖²", p.f_y, tangent(p) + parabola(p));
}

template <class T>
void lower_side(const Pair<T>& p, Claims<T>& claims) {
  claims.at_most("f(x) + ⟨∇f(x), y − x⟩ − L/2 ‖y − x‖² ≤ f(y)", tangent(p) - parabola(p), p.f_y);
}

template <class T>
Run<T> run(const PairInstance& instance) {
  const ObjectiveOver<T>& f = instance.f->over<T>();
  Run<T> r{instance.pair<T>(), exact<T>(instance.tau), {}, {}};
  const Vector<T> g = r.x + r.tau * (r.y - r.x);
  r.g_tau = f.gradient(g);
  r.along = along_line<T>(f, g, r.y - r.x, std::min(instance.tau, 1 - instance.tau));
  return r;
}

template <class T>
Path<T> path(const PathInstance& instance) {
  const ObjectiveOver<T>& f = instance.pair.f->over<T>();
  Path<T> p{instance.pair.pair<T>(), {}, {}};
  p.tau.push_back(T(0));
  for (const Rational& bend : instance.bends) p.tau.push_back(enclose<T>(bend));
  p.tau.push_back(T(1));
  for (const T& tau : p.tau) p.gradient.push_back(f.gradient(p.x + tau * (p.y - p.x)));
  return p;
}

namespace {

template <class T>
void chain_rule(const Run<T>& r, Claims<T>& claims) {
  small_remainder(r.along, r.L, claims);
}

template <class T>
void cauchy_schwarz(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> change = r.g_tau - r.g_x;
  const T left = square(dot<T>(change, r.y - r.x)), right = squared_norm(change) * squared_norm<T>(r.y - r.x);
  if (r.x.size() == 1)
    claims.equal("(∇f(g(τ)) − ∇f(x))²(y − x)², one variable", left, right);
  else
    claims.at_most("⟨∇f(g(τ)) − ∇f(x), y − x⟩² ≤ ‖∇f(g(τ)) − ∇f(x)‖² ‖y − x‖²", left, right);
}

template <class T>
void smooth_under_the_integral(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("‖∇f(g(τ)) − ∇f(x)‖² ≤ L²τ²‖y − x‖²", squared_norm<T>(r.g_tau - r.g_x),
                 square(T(r.L * r.tau)) * squared_norm<T>(r.y - r.x));
}

/// Σ (τᵢ₊₁ − τᵢ)(hᵢ + hᵢ₊₁)/2: the integral over [0, 1] of what is affine between the τᵢ.
template <class T>
T integral(const std::vector<T>& tau, const std::vector<T>& h) {
  T sum(0);
  for (std::size_t i = 0; i + 1 < tau.size(); ++i) sum += frac<T>(1, 2) * (tau[i + 1] - tau[i]) * (h[i] + h[i + 1]);
  return sum;
}

/// ∫₀¹ ⟨∇f(g(τ)) − origin, y − x⟩ dτ.
template <class T>
T gradient_integral(const Path<T>& p, const Vector<T>& origin) {
  std::vector<T> h;
  for (const Vector<T>& gradient : p.gradient) h.push_back(dot<T>(gradient - origin, p.y - p.x));
  return integral(p.tau, h);
}

template <class T>
void integral_from_0(const Path<T>& p, Claims<T>& claims) {
  const Vector<T> zero = Vector<T>::Constant(p.x.size(), T(0));
  claims.equal("f(y) − f(x) = ∫ ⟨∇f(g(τ)), y − x⟩ dτ", p.f_y - p.f_x, gradient_integral(p, zero));
}

template <class T>
void integral_from_x(const Path<T>& p, Claims<T>& claims) {
  claims.equal("f(y) = f(x) + ⟨∇f(x), y − x⟩ + ∫ ⟨∇f(g(τ)) − ∇f(x), y − x⟩ dτ", p.f_y,
               tangent<T>(p) + gradient_integral(p, p.g_x));
}

template <class T>
void last_line(const Path<T>& p, Claims<T>& claims) {
  const T half = integral(p.tau, p.tau);
  claims.equal("∫ τ dτ = 1/2", half, frac<T>(1, 2));
  claims.at_most("∫ ⟨∇f(g(τ)) − ∇f(x), y − x⟩ dτ ≤ L‖y − x‖² ∫ τ dτ", gradient_integral(p, p.g_x),
                 p.L * squared_norm<T>(p.y - p.x) * half);
}

template <class T>
void planted_bound(Claims<T>& claims, const T& f_y, const T& bound) {
  claims.at_most("planted (18)", f_y, bound);
}

template <class T>
void missing_square(const Pair<T>& p, Claims<T>& claims) {
  claims.at_most("planted (18), squared", square(T(p.f_y - tangent(p))),
                 frac<T>(1, 4) * square(p.L) * squared_norm<T>(p.y - p.x));
}

}  // namespace

template <class T>
Forms<T> steps() {
  return {{"chain rule", chain_rule<T>},
          {"Cauchy-Schwarz", cauchy_schwarz<T>},
          {"L-smooth under the integral", smooth_under_the_integral<T>}};
}

template <class T>
PathForms<T> integral_steps() {
  return {{"integral", integral_from_0<T>}, {"integral from x", integral_from_x<T>}, {"last line", last_line<T>}};
}

template <class T>
PairForms<T> planted() {
  using P = Pair<T>;
  return {
      {"sign: −L/2 ‖y − x‖²", [](const P& p, Claims<T>& c) { planted_bound<T>(c, p.f_y, tangent(p) - parabola(p)); }},
      {"factor: L/4 ‖y − x‖²",
       [](const P& p, Claims<T>& c) { planted_bound<T>(c, p.f_y, tangent(p) + frac<T>(1, 2) * parabola(p)); }},
      {"missing term: no ⟨∇f(x), y − x⟩",
       [](const P& p, Claims<T>& c) { planted_bound<T>(c, p.f_y, p.f_x + parabola(p)); }},
      {"missing term: no L/2 ‖y − x‖²", [](const P& p, Claims<T>& c) { planted_bound<T>(c, p.f_y, tangent(p)); }},
      {"swapped arguments: ⟨∇f(x), x − y⟩",
       [](const P& p, Claims<T>& c) { planted_bound<T>(c, p.f_y, p.f_x + dot<T>(p.g_x, p.x - p.y) + parabola(p)); }},
      {"square on L: L²/2 ‖y − x‖²",
       [](const P& p, Claims<T>& c) { planted_bound<T>(c, p.f_y, tangent(p) + p.L * parabola(p)); }},
      {"inverse: ‖y − x‖²/(2L)",
       [](const P& p, Claims<T>& c) { planted_bound<T>(c, p.f_y, tangent(p) + parabola(p) / square(p.L)); }},
      {"missing square: L/2 ‖y − x‖", missing_square<T>}};
}

#define VERIGRAD_INSTANTIATE(T)                            \
  template void conclusion<T>(const Pair<T>&, Claims<T>&); \
  template void lower_side<T>(const Pair<T>&, Claims<T>&); \
  template Run<T> run<T>(const PairInstance&);             \
  template Path<T> path<T>(const PathInstance&);           \
  template Forms<T> steps<T>();                            \
  template PathForms<T> integral_steps<T>();               \
  template PairForms<T> planted<T>();
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::quadratic_upper_bound
