#include "verigrad/theorem/co_coercivity.hpp"

#include <cmath>

#include "verigrad/number/types.hpp"
#include "verigrad/theorem/shape.hpp"

namespace verigrad::co_coercivity {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/6.3",
      .stem = "co_coercivity",
      .title = "Co-coercivity of the gradient",
      .source = "MathDNN, Proposition 6.3",
      .text = "∀ x, y ∈ ℝᵐ, 1/L ‖∇f(y) − ∇f(x)‖² ≤ (∇f(y) − ∇f(x))(y − x)ᵀ (19)",
      .hypotheses = {{"differentiable", "∇f is the gradient of a function f"},
                     {"convex", "f is convex"},
                     {"L-smooth", "f is L-smooth, L > 0"},
                     {"domain", "f is defined on the whole of ℝᵐ"}},
      .steps = {{"insert z", "f(y) − f(x) = f(y) − f(z) + f(z) − f(x)"},
                {"(16) and (18)", "… ≤ ∇f(y)(y − z)ᵀ + ∇f(x)(z − x)ᵀ + L/2 ‖z − x‖², with z as printed"},
                {"(a)", "f(y) − f(x) ≤ ∇f(y)(y − x)ᵀ − 1/(2L) ‖∇f(x) − ∇f(y)‖²: the third line too"},
                {"(b)", "f(x) − f(y) ≤ ∇f(x)(x − y)ᵀ − 1/(2L) ‖∇f(y) − ∇f(x)‖²"},
                {"(a) + (b)", "0 ≤ (∇f(y) − ∇f(x))(y − x)ᵀ − 1/L ‖∇f(y) − ∇f(x)‖²"}},
      .errata = {{.key = "sign of z",
                  .place = "Proposition 6.3, proof, first line and the step from the second to the third line",
                  .printed = "z = x − 1/L (∇f(y) − ∇f(x)), with which ∇f(y)(y − z)ᵀ + ∇f(x)(z − x)ᵀ + L/2 ‖z − x‖² ≤ "
                             "∇f(y)(y − x)ᵀ − 1/(2L) ‖∇f(x) − ∇f(y)‖²",
                  .corrected = "z = x + 1/L (∇f(y) − ∇f(x)), with which the two sides are equal",
                  .remark = "with the printed z the left side is ∇f(y)(y − x)ᵀ + 3/(2L) ‖∇f(x) − ∇f(y)‖²"},
                 {.key = "missing transpose",
                  .place = "Proposition 6.3, proof, second displayed line",
                  .printed = "∇f(x) ∗ (z − x)",
                  .corrected = "∇f(x) ∗ (z − x)ᵀ",
                  .remark = "by Convention 2 both factors are 1 × m, so that the product of Notation 2 is defined for "
                            "m = 1 only; the term beside it has its transpose. One sign, which a scan could also have "
                            "lost"}}};
  return result;
}

bool applies_to(const Objective& f) {
  const Curvature curvature = f.curvature();
  return curvature.convex() && curvature.smoothness() > 0 && std::isfinite(curvature.smoothness());
}

bool hypotheses_hold(const PairInstance& instance) {
  return applies_to(*instance.f) && instance.f->curvature().smoothness() <= instance.L();
}

namespace {

/// Δ = ∇f(y) − ∇f(x).
template <class T>
Vector<T> change(const Pair<T>& p) {
  return p.g_y - p.g_x;
}

/// ⟨Δ, y − x⟩.
template <class T>
T monotone(const Pair<T>& p) {
  return dot<T>(change(p), p.y - p.x);
}

/// ‖Δ‖²/L.
template <class T>
T scaled_change(const Pair<T>& p) {
  return squared_norm(change(p)) / p.L;
}

}  // namespace

template <class T>
void conclusion(const Pair<T>& p, Claims<T>& claims) {
  claims.at_most("1/L ‖∇f(y) − ∇f(x)‖² ≤ ⟨∇f(y) − ∇f(x), y − x⟩", scaled_change(p), monotone(p));
}

template <class T>
void attained(const Pair<T>& p, Claims<T>& claims) {
  claims.equal("1/L ‖∇f(y) − ∇f(x)‖² = ⟨∇f(y) − ∇f(x), y − x⟩", scaled_change(p), monotone(p));
}

template <class T>
void violation(const Pair<T>& p, Claims<T>& claims) {
  claims.less("⟨∇f(y), y − x⟩ < ⟨∇f(x), y − x⟩", dot<T>(p.g_y, p.y - p.x), dot<T>(p.g_x, p.y - p.x));
}

template <class T>
void smoothness_certificate(const Pair<T>& p, Claims<T>& claims) {
  const Vector<T> d = p.y - p.x;
  claims.equal("L²‖d‖² − ‖Δ‖² = ‖Ld − Δ‖² + 2L(⟨Δ, d⟩ − ‖Δ‖²/L)",
               square(p.L) * squared_norm(d) - squared_norm(change(p)),
               squared_norm<T>(p.L * d - change(p)) + T(2) * p.L * (monotone(p) - scaled_change(p)));
}

template <class T>
Run<T> run(const PairInstance& instance) {
  const ObjectiveOver<T>& f = instance.f->over<T>();
  Run<T> r{instance.pair<T>(), {}, {}, T(0), T(0)};
  const Vector<T> move = T(T(1) / r.L) * change<T>(r);
  r.z = r.x - move;
  r.z_corrected = r.x + move;
  r.f_z = f.value(r.z);
  r.f_z_corrected = f.value(r.z_corrected);
  return r;
}

namespace {

template <class T>
void insert_z(const Run<T>& r, Claims<T>& claims) {
  claims.equal("f(y) − f(x) = f(y) − f(z) + f(z) − f(x)", r.f_y - r.f_x, r.f_y - r.f_z + r.f_z - r.f_x);
}

/// The right side of the second line, for one choice of z.
template <class T>
T second_line(const Run<T>& r, const Vector<T>& z) {
  return dot<T>(r.g_y, r.y - z) + dot<T>(r.g_x, z - r.x) + frac<T>(1, 2) * r.L * squared_norm<T>(z - r.x);
}

template <class T>
void by_16_and_18(const Run<T>& r, const Vector<T>& z, const T& f_z, Claims<T>& claims) {
  claims.at_most("(16): f(y) − f(z) ≤ ⟨∇f(y), y − z⟩", r.f_y - f_z, dot<T>(r.g_y, r.y - z));
  claims.at_most("(18): f(z) − f(x) ≤ ⟨∇f(x), z − x⟩ + L/2 ‖z − x‖²", f_z - r.f_x,
                 dot<T>(r.g_x, z - r.x) + frac<T>(1, 2) * r.L * squared_norm<T>(z - r.x));
  claims.at_most("f(y) − f(x) ≤ second line", r.f_y - r.f_x, second_line(r, z));
}

/// ∇f(y)(y − x)ᵀ − 1/(2L) ‖Δ‖².
template <class T>
T third_line(const Run<T>& r) {
  return dot<T>(r.g_y, r.y - r.x) - frac<T>(1, 2) * scaled_change<T>(r);
}

/// The same with x and y exchanged.
template <class T>
T third_line_exchanged(const Run<T>& r) {
  return dot<T>(r.g_x, r.x - r.y) - frac<T>(1, 2) * scaled_change<T>(r);
}

template <class T>
void line_a(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("f(y) − f(x) ≤ ⟨∇f(y), y − x⟩ − 1/(2L) ‖Δ‖²", r.f_y - r.f_x, third_line(r));
}

template <class T>
void line_b(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("f(x) − f(y) ≤ ⟨∇f(x), x − y⟩ − 1/(2L) ‖Δ‖²", r.f_x - r.f_y, third_line_exchanged(r));
}

template <class T>
void sum(const Run<T>& r, Claims<T>& claims) {
  claims.equal("(a) + (b): right sides", third_line(r) + third_line_exchanged(r), monotone<T>(r) - scaled_change<T>(r));
  conclusion<T>(r, claims);
}

template <class T>
void z_as_printed(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("second line ≤ third line", second_line(r, r.z), third_line(r));
}

template <class T>
void z_with_plus(const Run<T>& r, Claims<T>& claims) {
  by_16_and_18(r, r.z_corrected, r.f_z_corrected, claims);
  claims.equal("second line = third line", second_line(r, r.z_corrected), third_line(r));
  claims.equal("with the printed z: second line = ⟨∇f(y), y − x⟩ + 3/(2L) ‖Δ‖²", second_line(r, r.z),
               dot<T>(r.g_y, r.y - r.x) + frac<T>(3, 2) * scaled_change<T>(r));
}

template <class T>
void without_transpose(const Run<T>& r, Claims<T>& claims) {
  claim_product_defined(row_shape(r.g_x), row_shape<T>(r.z - r.x), claims);
}

template <class T>
void with_transpose(const Run<T>& r, Claims<T>& claims) {
  claim_product_defined(row_shape(r.g_x), row_shape<T>(r.z - r.x).transposed(), claims);
}

template <class T>
void planted_bound(Claims<T>& claims, const T& left, const T& right) {
  claims.at_most("planted (19)", left, right);
}

}  // namespace

template <class T>
Forms<T> steps() {
  return {{"insert z", insert_z<T>},
          {"(16) and (18)", [](const Run<T>& r, Claims<T>& c) { by_16_and_18(r, r.z, r.f_z, c); }},
          {"(a)", line_a<T>},
          {"(b)", line_b<T>},
          {"(a) + (b)", sum<T>}};
}

template <class T>
Forms<T> errata() {
  return {{"sign of z", z_as_printed<T>}, {"missing transpose", without_transpose<T>}};
}

template <class T>
Forms<T> corrected() {
  return {{"sign of z", z_with_plus<T>}, {"missing transpose", with_transpose<T>}};
}

template <class T>
PairForms<T> planted() {
  using P = Pair<T>;
  return {{"sign: ⟨∇f(y) + ∇f(x), y − x⟩",
           [](const P& p, Claims<T>& c) { planted_bound<T>(c, scaled_change(p), dot<T>(p.g_y + p.g_x, p.y - p.x)); }},
          {"swapped arguments: ⟨Δ, x − y⟩",
           [](const P& p, Claims<T>& c) { planted_bound<T>(c, scaled_change(p), dot<T>(change(p), p.x - p.y)); }},
          {"factor: 2/L", [](const P& p, Claims<T>& c) { planted_bound<T>(c, T(2) * scaled_change(p), monotone(p)); }},
          {"missing 1/L", [](const P& p, Claims<T>& c) { planted_bound<T>(c, squared_norm(change(p)), monotone(p)); }},
          {"inverse: L ‖Δ‖²",
           [](const P& p, Claims<T>& c) { planted_bound<T>(c, p.L * squared_norm(change(p)), monotone(p)); }},
          {"missing square: ‖Δ‖/L, both sides squared",
           [](const P& p, Claims<T>& c) {
             planted_bound<T>(c, squared_norm(change(p)) / square(p.L), square(monotone(p)));
           }},
          {"points for gradients: 1/L ‖y − x‖²",
           [](const P& p, Claims<T>& c) { planted_bound<T>(c, squared_norm<T>(p.y - p.x) / p.L, monotone(p)); }},
          {"missing term: ⟨∇f(y), y − x⟩",
           [](const P& p, Claims<T>& c) { planted_bound<T>(c, scaled_change(p), dot<T>(p.g_y, p.y - p.x)); }}};
}

#define VERIGRAD_INSTANTIATE(T)                                        \
  template void conclusion<T>(const Pair<T>&, Claims<T>&);             \
  template void attained<T>(const Pair<T>&, Claims<T>&);               \
  template void violation<T>(const Pair<T>&, Claims<T>&);              \
  template void smoothness_certificate<T>(const Pair<T>&, Claims<T>&); \
  template Run<T> run<T>(const PairInstance&);                         \
  template Forms<T> steps<T>();                                        \
  template Forms<T> errata<T>();                                       \
  template Forms<T> corrected<T>();                                    \
  template PairForms<T> planted<T>();
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::co_coercivity
