#include "verigrad/theorem/nonsmooth/weak_initial_value.hpp"

#include <fmt/format.h>

#include "verigrad/number/polynomial_integral.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::weak_initial_value {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.6.4",
      .stem = "weak_initial_value",
      .title = "A weak solution starts at W₀",
      .source = "Stochastic gradient methods, Lemma 5.6.4",
      .text = "W(0) = W₀. Found: Y = W₀ alone gives it, no circles are needed; C bounds the distance to the limit",
      .hypotheses = {{"weak solution", "W is continuous and satisfies (5.41)"}},
      .steps = {{"limit", "φ = (1 − t/ε)₊, ε → 0: |W₀ − Y|² − |W(0) − Y|² ≥ 0 for all Y"},
                {"circles", "{|W₀ − Y|² ≤ R²} lies in {|W(0) − Y|² ≤ R²} only if W(0) = W₀"}},
      .errata = {{.key = "test function",
                  .place = "Proof of Lemma 5.6.4",
                  .printed = "take φ(t) = (1 − t/ε)₊",
                  .corrected = "take φ(t) = (1 − t/ε)₊²",
                  .remark = "(5.41) is asked for φ with a continuous derivative; this φ′ jumps from −1/ε to 0 at ε. "
                            "ε = 1, h = 1/4: φ(ε + h) − 2φ(ε) + φ(ε − h) = 1/4, where h² would do. (1 − t/ε)₊² is "
                            "admissible and has the same limit"}}};
  return result;
}

std::string Path::describe() const {
  return fmt::format(
      "J₁ = Σ ({}/2 Wⱼ² − cⱼWⱼ), c = {}, J₂ = Σ λⱼ|Wⱼ|, λ = {}, W₀ = {}, W(t) = {} + t{}, Y = {}, ε = {}", a,
      in_words(c), in_words(lambda), in_words(w0), in_words(b), in_words(v), in_words(y), epsilon);
}

std::string Cutoff::describe() const { return fmt::format("φ = (1 − t/ε)₊, ε = {}", epsilon); }

bool hypotheses_hold(const Path& i) {
  return i.epsilon > 0 && i.epsilon <= 1 && (i.lambda.array() >= 0).all() &&
         (i.v.array() == 0 || i.epsilon * i.v.array().abs() <= i.b.array().abs()).all();
}

namespace {

bool starts_elsewhere(const Path& i) { return i.b != i.w0; }

template <class T>
struct Run {
  using Instance = Path;
  explicit Run(const Path& i)
      : a(exact<T>(i.a)),
        c(exact<T>(i.c)),
        lambda(exact<T>(i.lambda)),
        w0(exact<T>(i.w0)),
        b(exact<T>(i.b)),
        v(exact<T>(i.v)),
        y(exact<T>(i.y)),
        epsilon(exact<T>(i.epsilon)) {}

  Vector<T> at(const T& t) const { return b + t * v; }
  /// ⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W) at W(t).
  T force(const Vector<T>& Y, const T& t) const {
    const Vector<T> w = at(t);
    T sum(0);
    for (Eigen::Index j = 0; j < w.size(); ++j)
      sum += (a * w[j] - c[j]) * (Y[j] - w[j]) + lambda[j] * (magnitude<T>(Y[j]) - magnitude<T>(w[j]));
    return sum;
  }
  /// Twice the left side of (5.41) for φ = (1 − t/s)₊ to the given power, 1 or 2.
  T twice_left_side(const Vector<T>& Y, const T& s, int power) const {
    const auto base = [&](const T& t) { return (s - t) / s; };
    const T terms = polynomial_integral<T>(
        [&](const T& t) {
          const T phi = power == 1 ? base(t) : square(T(base(t)));
          const T phi_prime = power == 1 ? T(-T(1) / s) : T(-T(2) * base(t) / s);
          return squared_norm<T>(at(t) - Y) * phi_prime + T(2) * force(Y, t) * phi;
        },
        T(0), s);
    return terms + squared_norm<T>(w0 - Y);
  }
  /// C with |2 (5.41) − |W₀ − Y|² + |W(0) − Y|²| ≤ Cε: from |⟨v, b − Y⟩| + ε|v|²/2 and the largest force.
  T rate(const Vector<T>& Y) const {
    T sum(0);
    for (Eigen::Index j = 0; j < b.size(); ++j) {
      const T speed = magnitude<T>(v[j]), distance = magnitude<T>(T(b[j] - Y[j]));
      const T farthest = distance + epsilon * speed;
      const T slope = magnitude<T>(a) * (magnitude<T>(b[j]) + epsilon * speed) + magnitude<T>(c[j]);
      sum += speed * distance + frac<T>(1, 2) * epsilon * square(speed) + (slope + lambda[j]) * farthest;
    }
    return sum;
  }
  /// An ε at which Cε ≤ |W(0) − W₀|²/4, for Y = W₀.
  T small_enough() const {
    return epsilon * squared_norm<T>(b - w0) / (squared_norm<T>(b - w0) + T(4) * epsilon * rate(w0));
  }

  T a;
  Vector<T> c, lambda, w0, b, v, y;
  T epsilon;
};

constexpr auto no_solution = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T distance2 = squared_norm<T>(r.b - r.w0);
  claims.at_most("2 (5.41) ≤ −3/4 |W(0) − W₀|²", r.twice_left_side(r.w0, r.small_enough(), 2),
                 -frac<T>(3, 4) * distance2);
  claims.less("0 < |W(0) − W₀|²", T(0), distance2);
};
constexpr auto equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("(5.41) = −|b − W₀|²/2", r.twice_left_side(r.w0, r.epsilon, 2), -squared_norm<T>(r.b - r.w0));
};
/// W = W₀ at all positive times, without forces, and W(0) = b.
constexpr auto jump = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T kinetic = polynomial_integral<T>(
      [&](const T& t) { return -T(2) * squared_norm<T>(r.w0 - r.y) * (r.epsilon - t) / square(r.epsilon); }, T(0),
      r.epsilon);
  claims.at_most("0 ≤ (5.41)", -kinetic, squared_norm<T>(r.w0 - r.y));
  claims.equal("W(0) = W₀", r.b, r.w0);
};

/// |2 (5.41) − limit| ≤ Cs for s = ε, ε/2, ε/4, ε/8.
template <class T>
void tends_to(const Run<T>& r, int power, const T& limit, Claims<T>& claims) {
  T s = r.epsilon;
  for (int k = 0; k < 4; ++k, s = frac<T>(1, 2) * s)
    claims.at_most("|2 (5.41) − limit| ≤ Cε", magnitude<T>(T(r.twice_left_side(r.y, s, power) - limit)),
                   s * r.rate(r.y), k);
}
template <class T>
T limit_of(const Run<T>& r) {
  return squared_norm<T>(r.w0 - r.y) - squared_norm<T>(r.b - r.y);
}
constexpr auto limit = []<class T>(const Run<T>& r, Claims<T>& claims) { tends_to<T>(r, 1, limit_of(r), claims); };
/// |φ(ε + h) − 2φ(ε) + φ(ε − h)| ≤ h²/ε² for φ = (1 − t/ε)₊ to the given power: else φ′ jumps at ε.
template <class T>
void continuous_derivative(const T& epsilon, int power, Claims<T>& claims) {
  const auto phi = [&](const T& t) {
    const T base = larger<T>(T(0), T(1) - t / epsilon);
    return power == 1 ? base : square(base);
  };
  for (int part = 4; part <= 16; part *= 2) {
    const T h = frac<T>(1, part) * epsilon;
    claims.at_most("|φ(ε + h) − 2φ(ε) + φ(ε − h)| ≤ h²/ε²",
                   magnitude<T>(T(phi(T(epsilon + h)) - T(2) * phi(epsilon) + phi(T(epsilon - h)))),
                   square(T(h / epsilon)), part);
  }
}
constexpr auto smooth_limit = []<class T>(const Run<T>& r, Claims<T>& claims) {
  continuous_derivative<T>(r.epsilon, 2, claims);
  tends_to<T>(r, 2, limit_of(r), claims);
};
template <class T>
struct CutoffRun {
  using Instance = Cutoff;
  explicit CutoffRun(const Cutoff& i) : epsilon(exact<T>(i.epsilon)) {}
  T epsilon;
};
constexpr auto kinked = []<class T>(const CutoffRun<T>& r, Claims<T>& claims) {
  continuous_derivative<T>(r.epsilon, 1, claims);
};
/// Y = W₀ + κ(W₀ − W(0)) lies on the circle of radius κ|W₀ − W(0)| around W₀, and beyond it around W(0).
constexpr auto circles = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int kappa = 1; kappa <= 3; ++kappa) {
    const Vector<T> point = r.w0 + T(kappa) * (r.w0 - r.b);
    claims.less("R² < |W(0) − Y|²", T(kappa * kappa) * squared_norm<T>(r.w0 - r.b), squared_norm<T>(r.b - point),
                kappa);
  }
};
template <class Limit>
Form<Path> wrong_limit(const char* key, Limit wrong) {
  return form<Run>(key,
                   [wrong]<class T>(const Run<T>& r, Claims<T>& claims) { tends_to<T>(r, 2, T(wrong(r)), claims); });
}

}  // namespace

Form<Path> conclusion() { return form<Run>("no other start", no_solution).where(starts_elsewhere); }
Form<Path> attained() { return form<Run>("attained", equality); }
Form<Path> discontinuous() { return form<Run>("discontinuous", jump); }
Forms<Path> steps() { return {form<Run>("limit", limit), form<Run>("circles", circles).where(starts_elsewhere)}; }
Forms<Cutoff> errata() { return {form<CutoffRun>("test function", kinked)}; }
Forms<Path> corrected() { return {form<Run>("test function", smooth_limit)}; }

Forms<Path> planted() {
  return {wrong_limit("missing |W₀ − Y|²", []<class T>(const Run<T>& r) { return -squared_norm<T>(r.b - r.y); }),
          wrong_limit("sign", []<class T>(const Run<T>& r) { return -limit_of(r); }),
          wrong_limit("factor: twice", []<class T>(const Run<T>& r) { return T(2) * limit_of(r); }),
          wrong_limit("point: W(ε) for W(0)", []<class T>(const Run<T>& r) {
            return squared_norm<T>(r.w0 - r.y) - squared_norm<T>(r.at(T(1)) - r.y);
          })};
}

}  // namespace verigrad::weak_initial_value
