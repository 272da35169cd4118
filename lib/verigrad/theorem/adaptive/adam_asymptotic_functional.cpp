#include "verigrad/theorem/adaptive/adam_asymptotic_functional.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/number/root.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::adam_asymptotic_functional {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.28",
       .stem = "adam_asymptotic_functional",
       .title = "Asymptotic L¹ functional",
       .source = "Stochastic gradient methods, (5.28)",
       .text = "The asymptotic value of the quantity (5.24) that the ADAM system minimises resembles E ≈ J(W) + "
               "ε₁/2 |∇J(W)|₁, as Z ≈ −∇J(W) and D ≈ diag(∇J ⊗ ∇J); ADAM tends to minimise this LASSO-type functional "
               "F",
       .found = "at those Z and D it is an equality. F has the minimum and the minimisers of J, so that, unlike a "
                "LASSO, it shrinks nothing; and along W' = D^(−1/2)Z it decreases where J is convex, but may grow "
                "where J is not",
       .code = {"problem/objective.hpp: ObjectiveOver"},
       .hypotheses = {{"positive", "ε₁ > 0"}, {"no zero", "no entry of Z, or of ∇J(W), is 0"}}},
      lines());
  return result;
}

std::string Instance::describe() const {
  return fmt::format("J = {}; W = {}, Z = {}, ε₁ = {}", f->describe(), in_words(w), in_words(z), eps1);
}

bool hypotheses_hold(const Instance& i) {
  const Vector<Rational> g = i.f->over<Rational>().gradient(exact<Rational>(i.w));
  const auto is_zero = [](const auto& entry) { return entry == 0; };
  return i.eps1 > 0 && std::none_of(g.begin(), g.end(), is_zero) && std::none_of(i.z.begin(), i.z.end(), is_zero);
}

namespace {

Number l1(const Vector<Number>& x) {
  Number sum = 0;
  for (const Number& entry : x) sum += magnitude(entry);
  return sum;
}

struct Run {
  using Instance = adam_asymptotic_functional::Instance;
  Instance instance;
  const ObjectiveOver<Number>& f;
  Vector<Number> w, z, g;
  Number half_eps1, value;

  explicit Run(const Instance& i)
      : instance(i),
        f(instance.f->over<Number>()),
        w(exact(i.w)),
        z(exact(i.z)),
        g(f.gradient(w)),
        half_eps1(frac(1, 2) * exact(i.eps1)),
        value(f.value(w)) {}

  Number functional(const Vector<Number>& x) const { return f.value(x) + half_eps1 * l1(f.gradient(x)); }
};

/// ⟨diag(z ⊗ z)^(−1/2) z, z⟩.
Number weighted_square(const Vector<Number>& z) {
  Number sum = 0;
  for (const Number& entry : z) sum += square(entry) / root(square(entry));
  return sum;
}

void asymptotic(const Run& r, Claims& claims) {
  const Vector<Number> z = -r.g;
  claims.equal("J + ε₁/2 ⟨D^(−1/2)Z, Z⟩ = F", r.value + r.half_eps1 * weighted_square(z), r.functional(r.w));
}

void same_minimum(const Run& r, Claims& claims) {
  const Minimum<Number> minimum = r.f.minimum();
  claims.at_most("J* ≤ J(W)", minimum.f_star, r.value);
  claims.less("J(W) < F(W)", r.value, r.functional(r.w));
  claims.equal("F(W*) = J*", r.functional(minimum.x_star), minimum.f_star);
}

/// d/dt F along W' = −s; sign is that of the Hessian's share.
Number rate(const Run& r, int sign) {
  Vector<Number> s = r.g;
  for (Number& entry : s) entry /= magnitude(entry);
  const Vector<Number> gradient_of_functional = r.g + sign * r.half_eps1 * r.f.hessian_product(r.w, s);
  return -dot(gradient_of_functional, s);
}

void decays(const Run& r, Claims& claims) { claims.at_most("dF/dt ≤ −|∇J|₁", rate(r, 1), -l1(r.g)); }

void defined(const Run& r, Claims& claims) {
  for (Eigen::Index i = 0; i < r.z.size(); ++i) claims.less("0 < √(zᵢ²), the divisor", 0, magnitude(r.z[i]), int(i));
}

void sum_of_magnitudes(const Run& r, Claims& claims) {
  claims.equal("Σ zᵢ²/√(zᵢ²) = |Z|₁", weighted_square(r.z), l1(r.z));
}

void smaller(const Run& r, Claims& claims) { claims.less("F(W) < F(Z)", r.functional(r.w), r.functional(r.z)); }

/// A planted mistake: J + ε₁/2 ⟨D^(−1/2)Z, Z⟩ = J + term(run).
template <class Term>
Form<Instance> with_term(const char* key, Term term) {
  return form<Run>(key, [=](const Run& r, Claims& claims) {
    const Vector<Number> z = -r.g;
    claims.equal("planted", r.value + r.half_eps1 * weighted_square(z), r.value + term(r));
  });
}

FalseLine<Instance> z_with_a_zero() {
  return {.words = {.key = "Z with a zero",
                    .place = "line after (5.28)",
                    .printed = "For Z ∈ ℝ^q, it is evident that ⟨diag(Z ⊗ Z)^(−1/2)Z, Z⟩ = Σ zᵢ²/√(zᵢ²) = |Z|₁",
                    .corrected = "for Z ∈ ℝ^q without an entry 0",
                    .remark = "Entries of ∇J do tend to 0 where (5.28) is used, at a minimiser.",
                    .by_hand = "Z = 0 ∈ ℝ: the term z²/√(z²) is 0/0",
                    .weight = Weight::hypothesis,
                    .survives = "the formula for Z without an entry 0"},
          .printed = form<Run>(defined),
          .counterexample = {make_objective(Quadratic(at(1), at(0))), at(1), at(0), 1},
          .corrected = {form<Run>(sum_of_magnitudes)}};
}

Forms<Instance> planted() {
  return {with_term("factor: ε₁ for ε₁/2", [](const Run& r) { return 2 * r.half_eps1 * l1(r.g); }),
          with_term("sign: −ε₁/2 |∇J|₁", [](const Run& r) { return -r.half_eps1 * l1(r.g); }),
          with_term("norm: |∇J|² for |∇J|₁", [](const Run& r) { return r.half_eps1 * squared_norm(r.g); }),
          with_term("LASSO: |W|₁ for |∇J|₁", [](const Run& r) { return r.half_eps1 * l1(r.w); }),
          with_term("missing term", [](const Run&) { return 0; }),
          form<Run>("sign of the Hessian in dF/dt",
                    [](const Run& r, Claims& claims) { claims.less("planted", rate(r, -1), -l1(r.g)); })};
}

}  // namespace

Form<Instance> asymptotic_value() { return form<Run>("asymptotic value", asymptotic); }
Form<Instance> minimisers() {
  return form<Run>("minimisers", same_minimum).where([](const Instance& i) { return i.f->has_minimum(); });
}
Form<Instance> decreases() { return form<Run>("decreases", decays); }
Form<Instance> smaller_functional() { return form<Run>("smaller", smaller); }

Lines<Instance> lines() {
  const auto is_convex = [](const Instance& i) { return i.f->curvature().convex(); };
  return {.steps = {{"asymptotic value", "J + ε₁/2 ⟨D^(−1/2)Z, Z⟩ = F at Z = −∇J(W), D = diag(∇J ⊗ ∇J)",
                     asymptotic_value()},
                    {"minimisers", "J* ≤ J(W) ≤ F(W), and F(W*) = J*", minimisers()},
                    {"decreases", "dF/dt = −|∇J|₁ − ε₁/2 ⟨s, ∇²J s⟩ ≤ −|∇J|₁ for convex J, s = sign(∇J)",
                     decreases().where(is_convex)}},
          .errata = {z_with_a_zero()},
          .planted = planted(),
          // J = x²/4 at w = z = 1/16
          .separating = {{make_objective(Quadratic(at(0.5), at(0))), at(0.0625), at(0.0625), 0.25}}};
}

}  // namespace verigrad::adam_asymptotic_functional
