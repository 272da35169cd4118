#include "verigrad/theorem/nonsmooth/weak_initial_value.hpp"

#include <fmt/format.h>

#include "verigrad/number/polynomial_integral.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::weak_initial_value {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.6.4",
                  .stem = "weak_initial_value",
                  .title = "A weak solution starts at W₀",
                  .source = "Stochastic gradient methods, Lemma 5.6.4",
                  .text = "W(0) = W₀",
                  .found = "Y = W₀ alone gives it, no circles are needed; C bounds the distance to the limit",
                  .hypotheses = {{"weak solution", "W is continuous and satisfies (5.41)"}}},
                 lines(), cutoff_lines());
  return result;
}

std::string PathInstance::describe() const {
  return fmt::format(
      "J₁ = Σ ({}/2 Wⱼ² − cⱼWⱼ), c = {}, J₂ = Σ λⱼ|Wⱼ|, λ = {}, W₀ = {}, W(t) = {} + t{}, Y = {}, ε = {}", a,
      in_words(c), in_words(lambda), in_words(w0), in_words(b), in_words(v), in_words(y), epsilon);
}

std::string CutoffInstance::describe() const { return fmt::format("φ = (1 − t/ε)₊, ε = {}", epsilon); }

bool hypotheses_hold(const PathInstance& i) {
  return i.epsilon > 0 && i.epsilon <= 1 && (i.lambda.array() >= 0).all() &&
         (i.v.array() == 0 || i.epsilon * i.v.array().abs() <= i.b.array().abs()).all();
}

namespace {

bool starts_elsewhere(const PathInstance& i) { return i.b != i.w0; }

struct Run {
  using Instance = PathInstance;
  explicit Run(const PathInstance& i)
      : a(exact(i.a)),
        c(exact(i.c)),
        lambda(exact(i.lambda)),
        w0(exact(i.w0)),
        b(exact(i.b)),
        v(exact(i.v)),
        y(exact(i.y)),
        epsilon(exact(i.epsilon)) {}

  Vector<Number> at(const Number& t) const { return b + t * v; }
  /// ⟨∇J₁(W), Y − W⟩ + J₂(Y) − J₂(W) at W(t).
  Number force(const Vector<Number>& Y, const Number& t) const {
    const Vector<Number> w = at(t);
    Number sum(0);
    for (Eigen::Index j = 0; j < w.size(); ++j)
      sum += (a * w[j] - c[j]) * (Y[j] - w[j]) + lambda[j] * (magnitude<Number>(Y[j]) - magnitude<Number>(w[j]));
    return sum;
  }
  /// Twice the left side of (5.41) for φ = (1 − t/s)₊ to the given power, 1 or 2.
  Number twice_left_side(const Vector<Number>& Y, const Number& s, int power) const {
    const auto base = [&](const Number& t) { return (s - t) / s; };
    const Number terms = polynomial_integral<Number>(
        [&](const Number& t) {
          const Number phi = power == 1 ? base(t) : square(base(t));
          const Number phi_prime = power == 1 ? -1 / s : -2 * base(t) / s;
          return squared_norm(at(t) - Y) * phi_prime + 2 * force(Y, t) * phi;
        },
        0, s);
    return terms + squared_norm(w0 - Y);
  }
  /// C with |2 (5.41) − |W₀ − Y|² + |W(0) − Y|²| ≤ Cε: from |⟨v, b − Y⟩| + ε|v|²/2 and the largest force.
  Number rate(const Vector<Number>& Y) const {
    Number sum(0);
    for (Eigen::Index j = 0; j < b.size(); ++j) {
      const Number speed = magnitude<Number>(v[j]), distance = magnitude<Number>(b[j] - Y[j]);
      const Number farthest = distance + epsilon * speed;
      const Number slope = magnitude<Number>(a) * (magnitude<Number>(b[j]) + epsilon * speed) + magnitude<Number>(c[j]);
      sum += speed * distance + frac(1, 2) * epsilon * square(speed) + (slope + lambda[j]) * farthest;
    }
    return sum;
  }
  /// An ε at which Cε ≤ |W(0) − W₀|²/4, for Y = W₀.
  Number small_enough() const {
    return epsilon * squared_norm(b - w0) / (squared_norm(b - w0) + 4 * epsilon * rate(w0));
  }

  Number a;
  Vector<Number> c, lambda, w0, b, v, y;
  Number epsilon;
};

void no_solution(const Run& r, Claims& claims) {
  const Number distance2 = squared_norm(r.b - r.w0);
  claims.at_most("2 (5.41) ≤ −3/4 |W(0) − W₀|²", r.twice_left_side(r.w0, r.small_enough(), 2), -frac(3, 4) * distance2);
  claims.less("0 < |W(0) − W₀|²", 0, distance2);
}
void equality(const Run& r, Claims& claims) {
  claims.equal("(5.41) = −|b − W₀|²/2", r.twice_left_side(r.w0, r.epsilon, 2), -squared_norm(r.b - r.w0));
}
/// W = W₀ at all positive times, without forces, and W(0) = b.
void jump(const Run& r, Claims& claims) {
  const Number kinetic = polynomial_integral<Number>(
      [&](const Number& t) { return -2 * squared_norm(r.w0 - r.y) * (r.epsilon - t) / square(r.epsilon); }, 0,
      r.epsilon);
  claims.at_most("0 ≤ (5.41)", -kinetic, squared_norm(r.w0 - r.y));
  claims.equal("W(0) = W₀", r.b, r.w0);
}

/// |2 (5.41) − limit| ≤ Cs for s = ε, ε/2, ε/4, ε/8.
void tends_to(const Run& r, int power, const Number& limit, Claims& claims) {
  Number s = r.epsilon;
  for (int k = 0; k < 4; ++k, s = frac(1, 2) * s)
    claims.at_most("|2 (5.41) − limit| ≤ Cε", magnitude<Number>(r.twice_left_side(r.y, s, power) - limit),
                   s * r.rate(r.y), k);
}
Number limit_of(const Run& r) { return squared_norm(r.w0 - r.y) - squared_norm(r.b - r.y); }
constexpr auto limit = [](const Run& r, Claims& claims) { tends_to(r, 1, limit_of(r), claims); };
/// |φ(ε + h) − 2φ(ε) + φ(ε − h)| ≤ h²/ε² for φ = (1 − t/ε)₊ to the given power: else φ′ jumps at ε.
void continuous_derivative(const Number& epsilon, int power, Claims& claims) {
  const auto phi = [&](const Number& t) {
    const Number base = larger<Number>(0, 1 - t / epsilon);
    return power == 1 ? base : square(base);
  };
  for (int part = 4; part <= 16; part *= 2) {
    const Number h = frac(1, part) * epsilon;
    claims.at_most("|φ(ε + h) − 2φ(ε) + φ(ε − h)| ≤ h²/ε²",
                   magnitude<Number>(phi(epsilon + h) - 2 * phi(epsilon) + phi(epsilon - h)), square(h / epsilon),
                   part);
  }
}
void smooth_limit(const Run& r, Claims& claims) {
  continuous_derivative(r.epsilon, 2, claims);
  tends_to(r, 2, limit_of(r), claims);
}
struct CutoffRun {
  using Instance = CutoffInstance;
  explicit CutoffRun(const CutoffInstance& i) : epsilon(exact(i.epsilon)) {}
  Number epsilon;
};
void kinked(const CutoffRun& r, Claims& claims) { continuous_derivative(r.epsilon, 1, claims); }
/// Y = W₀ + κ(W₀ − W(0)) lies on the circle of radius κ|W₀ − W(0)| around W₀, and beyond it around W(0).
void circles(const Run& r, Claims& claims) {
  for (int kappa = 1; kappa <= 3; ++kappa) {
    const Vector<Number> point = r.w0 + kappa * (r.w0 - r.b);
    claims.less("R² < |W(0) − Y|²", kappa * kappa * squared_norm(r.w0 - r.b), squared_norm(r.b - point), kappa);
  }
}
template <class Limit>
Form<PathInstance> wrong_limit(const char* key, Limit wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) { tends_to(r, 2, wrong(r), claims); });
}

Forms<PathInstance> planted() {
  return {wrong_limit("missing |W₀ − Y|²", [](const Run& r) { return -squared_norm(r.b - r.y); }),
          wrong_limit("sign", [](const Run& r) { return -limit_of(r); }),
          wrong_limit("factor: twice", [](const Run& r) { return 2 * limit_of(r); }),
          wrong_limit("point: W(ε) for W(0)",
                      [](const Run& r) { return squared_norm(r.w0 - r.y) - squared_norm(r.at(1) - r.y); })};
}

/// W = (1 − t)/4 for W₀ = 0 and J₂ = |W|/2.
PathInstance from_elsewhere() { return {0, at(0), at(0.5), at(0), at(0.25), at(-0.25), at(0.25), 1}; }

FalseLine<CutoffInstance> kinked_cutoff() {
  return {
      .words =
          {.key = "test function",
           .place = "Proof of Lemma 5.6.4",
           .printed = "take φ(t) = (1 − t/ε)₊",
           .corrected = "take φ(t) = (1 − t/ε)₊²",
           .remark =
               "(5.41) is asked for φ with a continuous derivative. (1 − t/ε)₊² is admissible and has the same limit.",
           .by_hand = "φ′ is −1/ε before ε and 0 after it",
           .weight = Weight::line},
      .printed = form<CutoffRun>(kinked),
      .counterexample = {.epsilon = 1}};
}

}  // namespace

Lines<PathInstance> lines() {
  return {.steps = {{"limit", "φ = (1 − t/ε)₊, ε → 0: |W₀ − Y|² − |W(0) − Y|² ≥ 0 for all Y",
                     form<Run>(limit).noting_largest_ratio()},
                    {"circles", "{|W₀ − Y|² ≤ R²} lies in {|W(0) − Y|² ≤ R²} only if W(0) = W₀",
                     form<Run>(circles).where(starts_elsewhere)}},
          .planted = planted(),
          .separating = {from_elsewhere()}};
}

Lines<CutoffInstance> cutoff_lines() { return {.errata = {kinked_cutoff()}}; }

Form<PathInstance> conclusion() { return form<Run>("no other start", no_solution).where(starts_elsewhere); }
Form<PathInstance> attained() { return form<Run>("attained", equality); }
Form<PathInstance> discontinuous() { return form<Run>("discontinuous", jump); }
Form<PathInstance> with_smooth_cutoff() { return form<Run>("test function", smooth_limit); }

}  // namespace verigrad::weak_initial_value
