#include <algorithm>

#include "verigrad/theorem/convexity/descent_inequality_run.hpp"

namespace verigrad::descent_inequality {
namespace {

/// The point ψ = θₖ + s(θₖ₊₁ − θₖ) and what the Hessian does there.
struct Between {
  Number along_move;      ///< ½⟨∇²J(ψ)(θₖ₊₁ − θₖ), θₖ₊₁ − θₖ⟩
  Number along_gradient;  ///< ½⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩
};

/// The step from θₖ to θₖ₊₁, with the two points of a grid on it at which the Hessian curves least and most along it.
struct Segment {
  Vector<Number> move;  ///< θₖ₊₁ − θₖ
  Number needed;  ///< J(θₖ₊₁) − J(θₖ) − ⟨∇J(θₖ), θₖ₊₁ − θₖ⟩: what ½⟨∇²J(ψ)·,·⟩ must be
  Between least, most;
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

Between between(const ObjectiveOver<Number>& f, const Run& r, int k, double s) {
  const Vector<Number> move = r.theta[k + 1] - r.theta[k];
  const Vector<Number> psi = r.theta[k] + exact(s) * move;
  const Number half = frac(1, 2);
  return {half * dot(f.hessian_product(psi, move), move),
          half * dot(f.hessian_product(psi, r.gradient[k]), r.gradient[k])};
}

Segment segment_of(const Objective& f, const Run& r, int k) {
  const Vector<double> a = approximate(r.theta[k]);
  const auto [least, most] = extreme_positions(f, a, approximate(r.theta[k + 1]) - a);
  const Vector<Number> move = r.theta[k + 1] - r.theta[k];
  return {move, r.value[k + 1] - r.value[k] - dot(r.gradient[k], move), between(f.over<Number>(), r, k, least),
          between(f.over<Number>(), r, k, most)};
}

/// A search in double proposes the points of the segments; nothing rests on it but whether the claims about them hold.
struct HessianRun : Run {
  using Instance = DescentInstance;
  explicit HessianRun(const DescentInstance& instance) : Run(instance) {
    for (int k = 0; k < this->n; ++k) segment.push_back(segment_of(*instance.f, *this, k));
  }

  std::vector<Segment> segment;
};

void points_on_both_sides(const HessianRun& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Segment& s = r.segment[k];
    claims.at_most("½⟨∇²J(ψ₁)Δ, Δ⟩ ≤ J(θₖ₊₁) − J(θₖ) − ⟨∇J(θₖ), Δ⟩", s.least.along_move, s.needed, k);
    claims.at_most("J(θₖ₊₁) − J(θₖ) − ⟨∇J(θₖ), Δ⟩ ≤ ½⟨∇²J(ψ₂)Δ, Δ⟩", s.needed, s.most.along_move, k);
  }
}

/// (1.26), or a wrong form of it: the last term is ±γᵖ · ½⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩.
Form<DescentInstance> second_line(int sign, int power) {
  return form<HessianRun>([=](const HessianRun& r, Claims& claims) {
    const Number size = power == 2 ? square(r.gamma) : r.gamma;
    const Number factor = sign < 0 ? -size : size;
    for (int k = 0; k < r.n; ++k)
      for (const Between& at : {r.segment[k].least, r.segment[k].most})
        claims.equal("right sides of (1.25) and (1.26)",
                     r.value[k] + dot(r.gradient[k], r.segment[k].move) + at.along_move,
                     r.value[k] - r.gamma * squared_norm(r.gradient[k]) + factor * at.along_gradient, k);
  });
}

void last_term(const HessianRun& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    for (const Between& at : {r.segment[k].least, r.segment[k].most})
      claims.at_most("½γ²⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩ ≤ ½Lγ²‖∇J(θₖ)‖²", square(r.gamma) * at.along_gradient,
                     frac(1, 2) * r.L * square(r.gamma) * squared_norm(r.gradient[k]), k);
}

void one_of_two(const HessianRun& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Segment& s = r.segment[k];
    claims.equal("½J″(ψ)Δ² is what (1.25) needs, for one of the two values of J″",
                 (s.needed - s.least.along_move) * (s.needed - s.most.along_move), 0, k);
  }
}

void any_point(const HessianRun& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Segment& s = r.segment[k];
    claims.equal("(1.25) at one ψ", s.least.along_move, s.needed, k);
    claims.equal("(1.25) at another ψ", s.most.along_move, s.needed, k);
  }
}

}  // namespace

Form<DescentInstance> taylor_lagrange() { return form<HessianRun>(points_on_both_sides); }
Form<DescentInstance> with_gradient() { return second_line(1, 2); }
Form<DescentInstance> hessian_bound() { return form<HessianRun>(last_term); }

Forms<DescentInstance> planted_with_gradient() {
  return {second_line(1, 1).keyed("(1.26) with γ for γ²"), second_line(-1, 2).keyed("(1.26) with a minus")};
}

Form<DescentInstance> an_end_fits() { return form<HessianRun>("an end fits", one_of_two); }
Form<DescentInstance> any_point_fits() { return form<HessianRun>("any point fits", any_point); }

}  // namespace verigrad::descent_inequality
