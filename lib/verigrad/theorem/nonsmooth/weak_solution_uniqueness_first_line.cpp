// Lemma 5.6.5, (5.41) as its proof takes it up: with its half, its term at t = 0, and a J₂ that is not convex.
#include <fmt/format.h>

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string Descending::describe() const {
  return fmt::format("J = |w|, W = {} − t, Y = {}, φ = {}({} − t)²", w0, y, from_0 ? "t²" : "", w0);
}
std::string NotConvex::describe() const {
  return fmt::format("J₁ = 0, J₂ = −|w|, W = {} − {}t, Y = ±{}, φ = ({} − t)²", w0, speed, y, w0);
}

bool goes_down(const Descending& i) { return i.w0 > 0; }
bool stays_positive(const NotConvex& i) { return i.w0 > 0 && i.speed <= 1; }

namespace {

/// The terms of (5.41) for J = |w|, W = w₀ − t down to 0, φ = t²(w₀ − t)² or (w₀ − t)².
template <class T>
struct DescendingRun {
  using Instance = Descending;
  explicit DescendingRun(const Descending& i) : w0(exact<T>(i.w0)), y(exact<T>(i.y)), from_0(i.from_0) {}

  T phi(const T& t) const { return from_0 ? square(T(t * (w0 - t))) : square(T(w0 - t)); }
  T phi_prime(const T& t) const { return from_0 ? T(2) * t * (w0 - t) * (w0 - T(2) * t) : -T(2) * (w0 - t); }
  /// ∫ |W − Y|² φ′.
  T kinetic() const {
    return polynomial_integral<T>([this](const T& t) { return square(T(w0 - t - y)) * phi_prime(t); }, T(0), w0);
  }
  /// ∫ (J₂(Y) − J₂(W))φ.
  T potential() const {
    return polynomial_integral<T>([this](const T& t) { return (magnitude<T>(y) - w0 + t) * phi(t); }, T(0), w0);
  }
  /// |W₀ − Y|²/2 φ(0).
  T initial() const { return frac<T>(1, 2) * square(T(w0 - y)) * phi(T(0)); }

  T w0, y;
  bool from_0;
};
constexpr auto without_half = []<class T>(const DescendingRun<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Y|² ∂ₜφ ≤ ∫ (J₂(Y) − J₂(W))φ", -r.kinetic(), r.potential());
};
constexpr auto without_initial = []<class T>(const DescendingRun<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Y|²/2 ∂ₜφ ≤ ∫ (J₂(Y) − J₂(W))φ", -frac<T>(1, 2) * r.kinetic(), r.potential());
};
constexpr auto with_initial = []<class T>(const DescendingRun<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Y|²/2 ∂ₜφ ≤ ∫ (J₂(Y) − J₂(W))φ + |W₀ − Y|²/2 φ(0)", -frac<T>(1, 2) * r.kinetic(),
                 r.potential() + r.initial());
};
bool starts_at_0(const Descending& i) { return i.from_0; }
bool does_not_start_at_0(const Descending& i) { return !i.from_0; }

/// The left side of (5.41) for J₁ = 0, J₂ = −|w|, W = w₀ − speed·t ≥ 0 and φ = (w₀ − t)².
template <class T>
struct NotConvexRun {
  using Instance = NotConvex;
  explicit NotConvexRun(const NotConvex& i) : w0(exact<T>(i.w0)), speed(exact<T>(i.speed)), y(exact<T>(i.y)) {}

  T left_side(const T& Y) const {
    return polynomial_integral<T>(
               [&](const T& t) {
                 const T w = w0 - speed * t, phi = square(T(w0 - t));
                 return (w - magnitude<T>(Y)) * phi - square(T(w - Y)) * (w0 - t);
               },
               T(0), w0) +
           frac<T>(1, 2) * square(T((w0 - Y) * w0));
  }
  /// ∫ φ.
  T mass() const { return frac<T>(1, 3) * w0 * square(w0); }

  T w0, speed, y;
};
/// Of Y and −Y only 2|Y| ∫ φ is left, which grows without bound.
constexpr auto no_solution = []<class T>(const NotConvexRun<T>& r, Claims<T>& claims) {
  claims.equal("(5.41) at Y and at −Y: 2 (5.41) at 0 − 2|Y| ∫ φ", r.left_side(r.y) + r.left_side(-r.y),
               T(2) * r.left_side(T(0)) - T(2) * magnitude<T>(r.y) * r.mass());
  const T far = T(1) + magnitude<T>(r.left_side(T(0))) / r.mass();
  claims.less("(5.41) at Y < −(5.41) at −Y for a large Y", r.left_side(far), -r.left_side(-far));
};

}  // namespace

Forms<Descending> first_line_errata() {
  return {form<DescendingRun>("half of (5.41)", without_half), form<DescendingRun>("initial term", without_initial)};
}
Forms<Descending> first_line_corrected() {
  return {form<DescendingRun>("half of (5.41)", without_initial).where(starts_at_0),
          form<DescendingRun>("initial term", with_initial).where(does_not_start_at_0)};
}
Form<NotConvex> no_solution_exists() { return form<NotConvexRun>("no solution", no_solution); }

}  // namespace verigrad::weak_solution_uniqueness
