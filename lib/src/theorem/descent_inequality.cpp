#include "verigrad/theorem/descent_inequality.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::descent_inequality {

const Statement& statement() {
  static const Statement result{
      .id = "inna/1.25-1.27",
      .stem = "descent_inequality",
      .title = "Descent inequality",
      .source = "Thesis, (1.25)–(1.27)",
      .text =
          "J(θₖ₊₁) ≤ J(θₖ) − γ(1 − Lγ/2)‖∇J(θₖ)‖², so that γ < 2/L ensures J(θₖ₊₁) ≤ J(θₖ). Found: (1.27) needs no "
          "second derivative, any γ > 0 will do, and the largest eigenvalue of the Hessian, even a negative one, may "
          "stand for L in it",
      .hypotheses = {{"C²", "J is twice continuously differentiable"},
                     {"L", "no eigenvalue of ∇²J(θ) exceeds L > 0 in magnitude, for any θ"},
                     {"step", "θₖ₊₁ = θₖ − γ∇J(θₖ); γ < 2/L for the decrease"}},
      .steps = {{"Lipschitz", "‖∇J(θₖ₊₁) − ∇J(θₖ)‖ ≤ L‖θₖ₊₁ − θₖ‖ (both sides squared)"},
                {"(1.25)",
                 "some ψ has J(θₖ₊₁) = J(θₖ) + ⟨∇J(θₖ), θₖ₊₁ − θₖ⟩ + ½⟨∇²J(ψ)(θₖ₊₁ − θₖ), θₖ₊₁ − θₖ⟩: on the "
                 "step between a ψ for which the right side is too small and one for which it is too large"},
                {"(1.26)", "… = J(θₖ) − γ‖∇J(θₖ)‖² + ½γ²⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩"},
                {"(1.27)", "½γ²⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩ ≤ ½Lγ²‖∇J(θₖ)‖²"},
                {"decrease", "J(θₖ₊₁) ≤ J(θₖ) if γ < 2/L"}},
      .errata = {{.key = "largest eigenvalue",
                  .place = "Sentence after (1.27)",
                  .printed = "L is simply the largest eigenvalue of the Hessian ∇²J on ℝᴾ",
                  .corrected = "L is the largest magnitude of an eigenvalue of the Hessian on ℝᴾ",
                  .remark = "for J(θ) = −θ² the largest eigenvalue is −2, the Lipschitz constant of ∇J is 2; the "
                            "definition of L before (1.25) speaks of magnitude. (1.27) itself holds with either"}}};
  return result;
}

bool hypotheses_hold(const DescentInstance& instance) {
  return instance.alpha > 0 && instance.L() > 0 && instance.f->curvature().smoothness() <= instance.L();
}

bool step_is_short(const DescentInstance& instance) {
  return hypotheses_hold(instance) && instance.step_is_admissible();
}

namespace {

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
Segment<T> segment(const Objective& f, const Run<T>& r, int k) {
  const Vector<double> a = approximate(r.theta[k]);
  const auto [least, most] = extreme_positions(f, a, approximate(r.theta[k + 1]) - a);
  Segment<T> result;
  result.move = r.theta[k + 1] - r.theta[k];
  result.needed = r.value[k + 1] - r.value[k] - dot<T>(r.gradient[k], result.move);
  result.least = between(f.over<T>(), r, k, least);
  result.most = between(f.over<T>(), r, k, most);
  return result;
}

}  // namespace

template <class T>
Run<T> run_without_hessian(const DescentInstance& instance) {
  const ObjectiveOver<T>& f = instance.f->over<T>();
  Run<T> r;
  r.L = exact<T>(instance.L());
  r.gamma = exact<T>(instance.alpha);
  r.largest_eigenvalue = exact<T>(instance.f->curvature().upper);
  r.theta = instance.iterates<T>();
  r.n = int(r.theta.size()) - 1;
  for (const Vector<T>& theta : r.theta) {
    r.gradient.push_back(f.gradient(theta));
    r.value.push_back(f.value(theta));
  }
  return r;
}

template <class T>
Run<T> run(const DescentInstance& instance) {
  Run<T> r = run_without_hessian<T>(instance);
  for (int k = 0; k < r.n; ++k) r.segment.push_back(segment<T>(*instance.f, r, k));
  return r;
}

template <class T>
T bound(const Run<T>& r, const T& lambda, int k) {
  return r.value[k] - r.gamma * (T(1) - frac<T>(1, 2) * lambda * r.gamma) * squared_norm(r.gradient[k]);
}

template <class T>
void conclusion(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("J(θₖ₊₁) ≤ J(θₖ) − γ(1 − Lγ/2)‖∇J(θₖ)‖²", r.value[k + 1], bound(r, r.L, k), k);
}

template <class T>
void attained(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("J(θₖ₊₁) = J(θₖ) − γ(1 − Lγ/2)‖∇J(θₖ)‖²", r.value[k + 1], bound(r, r.L, k), k);
}

template <class T>
void with_largest_eigenvalue(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("J(θₖ₊₁) ≤ J(θₖ) − γ(1 − λγ/2)‖∇J(θₖ)‖²", r.value[k + 1], bound(r, r.largest_eigenvalue, k), k);
}

template <class T>
void decrease(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("J(θₖ₊₁) ≤ J(θₖ)", r.value[k + 1], r.value[k], k);
}

template <class T>
void standstill(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) claims.equal("J(θₖ₊₁) = J(θₖ)", r.value[k + 1], r.value[k], k);
}

template <class T>
void an_end_fits(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Segment<T>& s = r.segment[k];
    claims.equal("½J″(ψ)Δ² is what (1.25) needs, for one of the two values of J″",
                 (s.needed - s.least.along_move) * (s.needed - s.most.along_move), T(0), k);
  }
}

template <class T>
void any_point_fits(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Segment<T>& s = r.segment[k];
    claims.equal("(1.25) at one ψ", s.least.along_move, s.needed, k);
    claims.equal("(1.25) at another ψ", s.most.along_move, s.needed, k);
  }
}

namespace {

template <class T>
void lipschitz(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("‖∇J(θₖ₊₁) − ∇J(θₖ)‖² ≤ L²‖θₖ₊₁ − θₖ‖²", squared_norm<T>(r.gradient[k + 1] - r.gradient[k]),
                   square(r.L) * squared_norm<T>(r.theta[k + 1] - r.theta[k]), k);
}

template <class T>
void taylor_lagrange(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Segment<T>& s = r.segment[k];
    claims.at_most("½⟨∇²J(ψ₁)Δ, Δ⟩ ≤ J(θₖ₊₁) − J(θₖ) − ⟨∇J(θₖ), Δ⟩", s.least.along_move, s.needed, k);
    claims.at_most("J(θₖ₊₁) − J(θₖ) − ⟨∇J(θₖ), Δ⟩ ≤ ½⟨∇²J(ψ₂)Δ, Δ⟩", s.needed, s.most.along_move, k);
  }
}

/// The right sides of (1.25) and of a form of (1.26), whose last term is `factor` · ½⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩.
template <class T>
void second_line(const Run<T>& r, const T& factor, Claims<T>& claims) {
  const auto claim = [&](int k, const Between<T>& at) {
    const Segment<T>& s = r.segment[k];
    claims.equal("right sides of (1.25) and (1.26)", r.value[k] + dot<T>(r.gradient[k], s.move) + at.along_move,
                 r.value[k] - r.gamma * squared_norm(r.gradient[k]) + factor * at.along_gradient, k);
  };
  for (int k = 0; k < r.n; ++k) {
    claim(k, r.segment[k].least);
    claim(k, r.segment[k].most);
  }
}

template <class T>
void with_gradient(const Run<T>& r, Claims<T>& claims) {
  second_line(r, square(r.gamma), claims);
}

template <class T>
void hessian_bound(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    for (const Between<T>& at : {r.segment[k].least, r.segment[k].most})
      claims.at_most("½γ²⟨∇²J(ψ)∇J(θₖ), ∇J(θₖ)⟩ ≤ ½Lγ²‖∇J(θₖ)‖²", square(r.gamma) * at.along_gradient,
                     frac<T>(1, 2) * r.L * square(r.gamma) * squared_norm(r.gradient[k]), k);
}

/// |J′(θₖ₊₁) − J′(θₖ)| ≤ λ|θₖ₊₁ − θₖ| in one variable, λ the largest eigenvalue.
template <class T>
void largest_eigenvalue(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("|J′(θₖ₊₁) − J′(θₖ)| ≤ λ|θₖ₊₁ − θₖ|", magnitude<T>(r.gradient[k + 1][0] - r.gradient[k][0]),
                   r.largest_eigenvalue * magnitude<T>(r.theta[k + 1][0] - r.theta[k][0]), k);
}

/// J(θₖ₊₁) ≤ J(θₖ) − decrease(run, k).
template <class T, class Decrease>
void falls_by(const Run<T>& r, Claims<T>& claims, Decrease decrease_at) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("J(θₖ₊₁) ≤ J(θₖ) − planted decrease", r.value[k + 1], r.value[k] - decrease_at(k), k);
}

template <class T>
T factor(const Run<T>& r, int numerator, int denominator) {
  return T(1) - frac<T>(numerator, denominator) * r.L * r.gamma;
}

}  // namespace

template <class T>
Forms<T> steps() {
  return {{"Lipschitz", lipschitz<T>},
          {"(1.25)", taylor_lagrange<T>},
          {"(1.26)", with_gradient<T>},
          {"(1.27)", hessian_bound<T>},
          {"decrease", decrease<T>}};
}

template <class T>
Forms<T> errata() {
  return {{"largest eigenvalue", largest_eigenvalue<T>}};
}

template <class T>
Forms<T> corrected() {
  return {{"largest eigenvalue", lipschitz<T>}};
}

template <class T>
Forms<T> planted() {
  return {{"sign: 1 + Lγ/2",
           [](const Run<T>& r, Claims<T>& c) {
             falls_by(r, c, [&](int k) { return r.gamma * factor(r, -1, 2) * squared_norm(r.gradient[k]); });
           }},
          {"factor: 1 − Lγ/4",
           [](const Run<T>& r, Claims<T>& c) {
             falls_by(r, c, [&](int k) { return r.gamma * factor(r, 1, 4) * squared_norm(r.gradient[k]); });
           }},
          {"missing term: 1 for 1 − Lγ/2",
           [](const Run<T>& r, Claims<T>& c) {
             falls_by(r, c, [&](int k) { return r.gamma * squared_norm(r.gradient[k]); });
           }},
          {"power: ‖∇J(θₖ)‖⁴",
           [](const Run<T>& r, Claims<T>& c) {
             falls_by(r, c, [&](int k) { return r.gamma * factor(r, 1, 2) * square(squared_norm(r.gradient[k])); });
           }},
          {"lost γ before the bracket",
           [](const Run<T>& r, Claims<T>& c) {
             falls_by(r, c, [&](int k) { return factor(r, 1, 2) * squared_norm(r.gradient[k]); });
           }},
          {"(1.26) with γ for γ²", [](const Run<T>& r, Claims<T>& c) { second_line(r, r.gamma, c); }},
          {"(1.26) with a minus", [](const Run<T>& r, Claims<T>& c) { second_line(r, T(-square(r.gamma)), c); }}};
}

namespace {

class RationalWell {
public:
  RationalWell(Vector<double> weights, Vector<double> centre)
      : weights_(std::move(weights)), centre_(std::move(centre)) {
    if (weights_.size() == 0 || weights_.size() != centre_.size() || weights_.minCoeff() <= 0)
      throw std::invalid_argument(fmt::format("rational_well: weights {}, centre {}; use equally many, weights > 0",
                                              in_words(weights_), in_words(centre_)));
  }

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const {
    T sum(0);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
      const T t2 = square(offset<T>(x, i));
      sum += exact<T>(weights_[i]) * t2 / (T(1) + t2);
    }
    return sum;
  }
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const {
    Vector<T> g(x.size());
    for (Eigen::Index i = 0; i < x.size(); ++i) {
      const T t = offset<T>(x, i);
      g[i] = T(2) * exact<T>(weights_[i]) * t / square(T(T(1) + square(t)));
    }
    return g;
  }
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const {
    Vector<T> product(x.size());
    for (Eigen::Index i = 0; i < x.size(); ++i) {
      const T t2 = square(offset<T>(x, i));
      const T below = T(1) + t2;
      product[i] = exact<T>(weights_[i]) * (T(2) - T(6) * t2) / (square(below) * below) * v[i];
    }
    return product;
  }
  template <class T>
  Minimum<T> minimum() const {
    return {exact<T>(centre_), T(0)};
  }

  Eigen::Index dimension() const { return centre_.size(); }
  std::string describe() const {
    return fmt::format("Σ wᵢt²/(1+t²), t = xᵢ−cᵢ, w = {}, c = {}", in_words(weights_), in_words(centre_));
  }
  Curvature curvature() const { return {-0.5 * weights_.maxCoeff(), 2 * weights_.maxCoeff()}; }

private:
  template <class T>
  T offset(const Vector<T>& x, Eigen::Index i) const {
    return x[i] - exact<T>(centre_[i]);
  }

  Vector<double> weights_;
  Vector<double> centre_;
};

}  // namespace

ObjectivePtr rational_well(const Vector<double>& weights, const Vector<double>& centre) {
  return make_objective(RationalWell(weights, centre));
}

#define VERIGRAD_INSTANTIATE(T)                                        \
  template Run<T> run<T>(const DescentInstance&);                      \
  template Run<T> run_without_hessian<T>(const DescentInstance&);      \
  template T bound<T>(const Run<T>&, const T&, int);                   \
  template void conclusion<T>(const Run<T>&, Claims<T>&);              \
  template void attained<T>(const Run<T>&, Claims<T>&);                \
  template void with_largest_eigenvalue<T>(const Run<T>&, Claims<T>&); \
  template void decrease<T>(const Run<T>&, Claims<T>&);                \
  template void standstill<T>(const Run<T>&, Claims<T>&);              \
  template void an_end_fits<T>(const Run<T>&, Claims<T>&);             \
  template void any_point_fits<T>(const Run<T>&, Claims<T>&);          \
  template Forms<T> steps<T>();                                        \
  template Forms<T> errata<T>();                                       \
  template Forms<T> corrected<T>();                                    \
  template Forms<T> planted<T>();
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::descent_inequality
