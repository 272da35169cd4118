#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "verigrad/number/sign.hpp"
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

/// Of each step of a run, the s in {0, 1/64 … 1} at which ⟨∇²J(θₖ + sΔ)Δ, Δ⟩ is least and most.
using Positions = std::vector<std::pair<double, double>>;

std::pair<double, double> extreme_positions(const ObjectiveOver<Number>& f, const Vector<Number>& theta,
                                            const Vector<Number>& move) {
  const auto curvature_at = [&](int i) {
    return dot<Number>(f.hessian_product(theta + frac(i, 64) * move, move), move);
  };
  int least_at = 0, most_at = 0;
  Number least = curvature_at(0), most = least;
  for (int i = 1; i <= 64; ++i) {
    const Number curvature = curvature_at(i);
    if (certainly_less(curvature, least)) std::tie(least_at, least) = std::tuple(i, curvature);
    if (certainly_less(most, curvature)) std::tie(most_at, most) = std::tuple(i, curvature);
  }
  return {least_at / 64.0, most_at / 64.0};
}

/// As far as balls of so many bits tell.
Positions positions_by(const DescentInstance& instance, int bits) {
  const Ball::Precision precision(bits);
  const Number::Over balls(Number::Kind::ball);
  const Trajectory<Number> theta = instance.iterates();
  Positions result;
  for (std::size_t k = 1; k < theta.size(); ++k)
    result.push_back(extreme_positions(instance.f->over<Number>(), theta[k - 1], theta[k] - theta[k - 1]));
  return result;
}

/// A move near a minimum may be so short that 192 bits see no curvature change along it.
Positions positions_of(const DescentInstance& instance) {
  const Positions result = positions_by(instance, 192);
  const auto told_apart = [](const auto& ends) { return ends.first != ends.second; };
  const bool is_constant = instance.f->curvature().lower == instance.f->curvature().upper;
  return is_constant || std::ranges::all_of(result, told_apart) ? result : positions_by(instance, 2048);
}

Between between(const ObjectiveOver<Number>& f, const Run& r, int k, double s) {
  const Vector<Number> move = r.theta[k + 1] - r.theta[k];
  const Vector<Number> psi = r.theta[k] + exact(s) * move;
  const Number half = frac(1, 2);
  return {half * dot(f.hessian_product(psi, move), move),
          half * dot(f.hessian_product(psi, r.gradient[k]), r.gradient[k])};
}

Segment segment_of(const Objective& f, const Run& r, int k, const std::pair<double, double>& positions) {
  const Vector<Number> move = r.theta[k + 1] - r.theta[k];
  return {move, r.value[k + 1] - r.value[k] - dot(r.gradient[k], move),
          between(f.over<Number>(), r, k, positions.first), between(f.over<Number>(), r, k, positions.second)};
}

/// A search in balls proposes the points of the segments; nothing rests on it but whether the claims about them hold.
struct HessianRun : Run {
  using Instance = DescentInstance;
  explicit HessianRun(const DescentInstance& instance) : Run(instance) {
    const Positions positions = positions_of(instance);
    for (int k = 0; k < this->n; ++k) segment.push_back(segment_of(*instance.f, *this, k, positions[std::size_t(k)]));
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
