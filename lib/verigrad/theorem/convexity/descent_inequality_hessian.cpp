#include <algorithm>

#include "verigrad/theorem/convexity/descent_inequality_run.hpp"

namespace verigrad::descent_inequality {
namespace {

/// The point ψ = θₖ + s(θₖ₊₁ − θₖ) and what the Hessian does there.
template <class T>
struct Between {
  T along_move;      ///< ½⟨∇²J(ψ)(θₖ₊₁ − θₖ), θₖ₊₁ − θₖ⟩
  T along_gradient;  ///< ½⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩
};

/// The step from θₖ to θₖ₊₁, with the two points of a grid on it at which the Hessian curves least and most along it.
template <class T>
struct Segment {
  Vector<T> move;  ///< θₖ₊₁ − θₖ
  T needed;  ///< J(θₖ₊₁) − J(θₖ) − ⟨∇J(θₖ), θₖ₊₁ − θₖ⟩: what ½⟨∇²J(ψ)·,·⟩ must be
  Between<T> least, most;
};

/// The s in {0, 1/64 … 1} at which ⟨∇²J(a + s·move)move, move⟩ is least and most; in 50 digits, as a move may be so
/// short that doubles see no change.
std::pair<double, double> extreme_positions(const Objective& f, const Vector<double>& a, const Vector<double>& move) {
  const Vector<Real50> start = exact<Real50>(a), whole_move = exact<Real50>(move);
  std::pair<double, double> at{0, 0};
  Real50 least = std::numeric_limits<double>::infinity(), most = -least;
  for (int i = 0; i <= 64; ++i) {
    const Vector<Real50> point = start + frac<Real50>(i, 64) * whole_move;
    const Real50 curvature = dot<Real50>(f.over<Real50>().hessian_product(point, whole_move), whole_move);
    if (curvature < least) at.first = i / 64.0;
    if (curvature > most) at.second = i / 64.0;
    least = std::min(least, curvature);
    most = std::max(most, curvature);
  }
  return at;
}

template <class T>
Between<T> between(const ObjectiveOver<T>& f, const Run<T>& r, int k, double s) {
  const Vector<T> move = r.theta[k + 1] - r.theta[k];
  const Vector<T> psi = r.theta[k] + exact<T>(s) * move;
  const T half = frac<T>(1, 2);
  return {half * dot<T>(f.hessian_product(psi, move), move),
          half * dot<T>(f.hessian_product(psi, r.gradient[k]), r.gradient[k])};
}

template <class T>
Segment<T> segment_of(const Objective& f, const Run<T>& r, int k) {
  const Vector<double> a = approximate(r.theta[k]);
  const auto [least, most] = extreme_positions(f, a, approximate(r.theta[k + 1]) - a);
  const Vector<T> move = r.theta[k + 1] - r.theta[k];
  return {move, r.value[k + 1] - r.value[k] - dot<T>(r.gradient[k], move), between(f.over<T>(), r, k, least),
          between(f.over<T>(), r, k, most)};
}

/// A search in double proposes the points of the segments; nothing rests on it but whether the claims about them hold.
template <class T>
struct HessianRun : Run<T> {
  using Instance = DescentInstance;
  explicit HessianRun(const DescentInstance& instance) : Run<T>(instance) {
    for (int k = 0; k < this->n; ++k) segment.push_back(segment_of<T>(*instance.f, *this, k));
  }

  std::vector<Segment<T>> segment;
};

constexpr auto points_on_both_sides = []<class T>(const HessianRun<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Segment<T>& s = r.segment[k];
    claims.at_most("½⟨∇²J(ψ₁)Δ, Δ⟩ ≤ J(θₖ₊₁) − J(θₖ) − ⟨∇J(θₖ), Δ⟩", s.least.along_move, s.needed, k);
    claims.at_most("J(θₖ₊₁) − J(θₖ) − ⟨∇J(θₖ), Δ⟩ ≤ ½⟨∇²J(ψ₂)Δ, Δ⟩", s.needed, s.most.along_move, k);
  }
};

/// (1.26), or a wrong form of it: the last term is ±γᵖ · ½⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩.
Form<DescentInstance> second_line(const char* key, int sign, int power) {
  return form<HessianRun>(key, [=]<class T>(const HessianRun<T>& r, Claims<T>& claims) {
    const T size = power == 2 ? square(r.gamma) : r.gamma;
    const T factor = sign < 0 ? T(-size) : size;
    for (int k = 0; k < r.n; ++k)
      for (const Between<T>& at : {r.segment[k].least, r.segment[k].most})
        claims.equal("right sides of (1.25) and (1.26)",
                     r.value[k] + dot<T>(r.gradient[k], r.segment[k].move) + at.along_move,
                     r.value[k] - r.gamma * squared_norm(r.gradient[k]) + factor * at.along_gradient, k);
  });
}

constexpr auto last_term = []<class T>(const HessianRun<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    for (const Between<T>& at : {r.segment[k].least, r.segment[k].most})
      claims.at_most("½γ²⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩ ≤ ½Lγ²‖∇J(θₖ)‖²", square(r.gamma) * at.along_gradient,
                     frac<T>(1, 2) * r.L * square(r.gamma) * squared_norm(r.gradient[k]), k);
};

constexpr auto one_of_two = []<class T>(const HessianRun<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Segment<T>& s = r.segment[k];
    claims.equal("½J″(ψ)Δ² is what (1.25) needs, for one of the two values of J″",
                 (s.needed - s.least.along_move) * (s.needed - s.most.along_move), T(0), k);
  }
};

constexpr auto any_point = []<class T>(const HessianRun<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Segment<T>& s = r.segment[k];
    claims.equal("(1.25) at one ψ", s.least.along_move, s.needed, k);
    claims.equal("(1.25) at another ψ", s.most.along_move, s.needed, k);
  }
};

}  // namespace

Form<DescentInstance> taylor_lagrange() { return form<HessianRun>("(1.25)", points_on_both_sides); }

Form<DescentInstance> with_gradient() { return second_line("(1.26)", 1, 2); }

Form<DescentInstance> hessian_bound() { return form<HessianRun>("(1.27)", last_term); }

Forms<DescentInstance> planted_with_gradient() {
  return {second_line("(1.26) with γ for γ²", 1, 1), second_line("(1.26) with a minus", -1, 2)};
}

Form<DescentInstance> an_end_fits() { return form<HessianRun>("an end fits", one_of_two); }

Form<DescentInstance> any_point_fits() { return form<HessianRun>("any point fits", any_point); }

}  // namespace verigrad::descent_inequality
