#include "verigrad/theorem/derivative/differential_uniqueness.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::differential_uniqueness {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/1.1",
      .stem = "differential_uniqueness",
      .title = "Uniqueness of the differential; differentiable implies continuous",
      .source = "MathDNN, Proposition 1.1",
      .text =
          "f ∈ D(E, F), a ∈ E̊: ∂f/∂·(a) is unique, and D(E, F) ⊂ C(E, F). Checked on functions with a Lipschitz "
          "gradient, for which o(‖h‖) is at most ½L‖h‖²",
      .hypotheses = {{"differentiable", "f(a + h) = f(a) + ∂f/∂h(a) + o(‖h‖) with a linear ∂f/∂·(a)"},
                     {"interior", "a ∈ E̊"}},
      .steps = {{"difference of differentials", "φ₂(h) − φ₁(h) = o(‖h‖): at most the sum of both remainders"},
                {"linear", "φ₂(th) − φ₁(th) = t(φ₂(h) − φ₁(h)), so that a bound near 0 holds everywhere"},
                {"limit", "‖φ₂(h) − φ₁(h)‖ ≤ 2‖h‖ε for every ε > 0, down to ε = 2⁻ᵏL‖h‖ for φ₁ = φ₂ = ∇f(a)"},
                {"continuous at 0", "∂f/∂0(a) = 0, and f(a + h) → f(a)"}},
      .errata = {{.key = "continuous on E",
                  .place = "Proposition 1.1, conclusion",
                  .printed = "D(E, F) ⊂ C(E, F)",
                  .corrected = "f ∈ D(E, F) is continuous at every a ∈ E̊",
                  .remark = "Definition 1.1 asks for a differential at a ∈ E̊ only, while C(E, F) is continuity on E: "
                            "f = 0 on [0, 1[, f(1) = 1 is in D([0, 1], ℝ) and jumps at 1. The proof takes a ∈ E̊"}}};
  return result;
}

std::string Instance::describe() const {
  return fmt::format("{}, a = {}, d = {}, τ = 2^−{}, e = {}", f->describe(), in_words(a), in_words(d), k,
                     in_words(extra));
}
std::string Jump::describe() const { return fmt::format("f = 0 on [0, 1[, f(1) = 1; x = 1 − 2^−{}", k); }

bool hypotheses_hold(const Instance& i) {
  const double reach = i.a.norm() + std::max(i.d.norm(), i.extra.norm());
  return i.k >= 0 && i.f->curvature().smooth() && i.f->curvature().smoothness() > 0 && !i.d.isZero(0) &&
         reach < i.f->domain_radius();
}
bool extra_is_not_zero(const Instance& i) { return !i.extra.isZero(0); }

namespace {

template <class T>
struct Run {
  using Instance = differential_uniqueness::Instance;
  explicit Run(const Instance& i)
      : f(i.f->over<T>()),
        L(exact<T>(i.f->curvature().smoothness())),
        a(exact<T>(i.a)),
        d(exact<T>(i.d)),
        e(exact<T>(i.extra)),
        value(f.value(a)),
        gradient(f.gradient(a)),
        tau(exact<T>(std::ldexp(1.0, -i.k))),
        short_tau(exact<T>(std::ldexp(1.0, -i.k - std::max(0, std::ilogb(i.f->curvature().smoothness()) + 1)))) {
    h = tau * d;
  }

  /// f(a + h) − f(a) − ⟨g, h⟩.
  T remainder(const Vector<T>& g, const Vector<T>& at) const { return f.value(a + at) - value - dot<T>(g, at); }
  T half_L(const Vector<T>& at) const { return frac<T>(1, 2) * L * squared_norm<T>(at); }

  const ObjectiveOver<T>& f;
  T L;
  Vector<T> a, d, e;
  T value;
  Vector<T> gradient;
  T tau, short_tau;  ///< 2⁻ᵏ, and 2⁻ᵏ times a power of 2 that is at most 1/L and at most 1
  Vector<T> h;
};

template <class T>
T sum_of_magnitudes(const Vector<T>& x) {
  T sum(0);
  for (const T& entry : x) sum += magnitude<T>(entry);
  return sum;
}

/// |remainder at h| ≤ bound(run), both inequalities.
template <class T>
void remainder_at_most(const Run<T>& r, Claims<T>& claims, const T& bound) {
  const T remainder = r.remainder(r.gradient, r.h);
  claims.at_most("f(a+h) − f(a) − ⟨∇f(a), h⟩ ≤ bound", remainder, bound);
  claims.at_most("−bound ≤ f(a+h) − f(a) − ⟨∇f(a), h⟩", -bound, remainder);
}

constexpr auto second_order = []<class T>(const Run<T>& r, Claims<T>& claims) {
  remainder_at_most(r, claims, r.half_L(r.h));
};

/// With h = τe and φ = ∇f(a) + e: φ's remainder is at most −(1 − ½Lτ)τ‖e‖² ≤ −½τ‖e‖².
constexpr auto no_other = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> along = r.short_tau * r.e;
  claims.at_most("remainder of ∇f(a) + e ≤ −½‖e‖‖h‖", r.remainder(r.gradient + r.e, along),
                 -frac<T>(1, 2) * r.short_tau * squared_norm<T>(r.e));
};

constexpr auto continuity = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T bound = sum_of_magnitudes<T>(r.gradient) * sum_of_magnitudes<T>(r.h) + r.half_L(r.h);
  const T change = r.f.value(r.a + r.h) - r.value;
  claims.at_most("f(a+h) − f(a) ≤ ‖∇f‖₁‖h‖₁ + ½L‖h‖²", change, bound);
  claims.at_most("f(a) − f(a+h) ≤ ‖∇f‖₁‖h‖₁ + ½L‖h‖²", -change, bound);
};

constexpr auto difference = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> other = r.gradient + r.e;
  claims.at_most("|φ₂(h) − φ₁(h)| ≤ |remainder₁| + |remainder₂|", magnitude<T>(dot<T>(r.e, r.h)),
                 magnitude<T>(r.remainder(r.gradient, r.h)) + magnitude<T>(r.remainder(other, r.h)));
};

constexpr auto linear = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> other = r.gradient + r.e;
  claims.equal("φ₂(th) − φ₁(th) = t(φ₂(h) − φ₁(h))", dot<T>(other, r.h) - dot<T>(r.gradient, r.h),
               r.tau * dot<T>(r.e, r.d));
};

constexpr auto small_o = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("|remainder|² ≤ (½L‖h‖)²‖h‖²", square(r.remainder(r.gradient, r.h)), square(r.half_L(r.h)));
};

constexpr auto at_zero = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> zero = Vector<T>::Constant(r.a.size(), T(0));
  claims.equal("∂f/∂0(a) = 0", dot<T>(r.gradient, zero), T(0));
  continuity(r, claims);
};

constexpr auto equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("remainder = ½Lh²", r.remainder(r.gradient, r.h), r.half_L(r.h));
};

template <class T>
struct JumpRun {
  using Instance = Jump;
  explicit JumpRun(const Jump& jump) : distance(exact<T>(std::ldexp(1.0, -jump.k))) {}
  T distance;  ///< 1 − x
  T f_x = T(0), f_1 = T(1);
};

/// Continuity at 1 with ε = ½: this x is near enough to 1.
constexpr auto near_the_jump = []<class T>(const JumpRun<T>& r, Claims<T>& claims) {
  claims.less("x ≠ 1", T(0), r.distance);
  claims.at_most("|f(x) − f(1)| ≤ ½", magnitude<T>(r.f_x - r.f_1), frac<T>(1, 2));
};

template <class Bound>
Form<Instance> bounded_by(const char* key, Bound bound) {
  return form<Run>(key,
                   [bound]<class T>(const Run<T>& r, Claims<T>& claims) { remainder_at_most(r, claims, T(bound(r))); });
}

}  // namespace

Form<Instance> taylor() { return form<Run>("remainder is of second order", second_order); }
Form<Instance> unique() { return form<Run>("unique", no_other).where(extra_is_not_zero); }
Form<Instance> continuous() { return form<Run>("continuous", continuity); }
Form<Instance> attained() { return form<Run>("attained", equality); }

Forms<Instance> steps() {
  // Remainders of opposite signs make it an equality.
  const auto in_rationals = [](const Instance& i) { return i.rational(); };
  return {form<Run>("difference of differentials", difference).where(in_rationals), form<Run>("linear", linear),
          form<Run>("limit", small_o), form<Run>("continuous at 0", at_zero)};
}

Forms<Jump> errata() { return {form<JumpRun>("continuous on E", near_the_jump)}; }

Forms<Instance> planted() {
  return {bounded_by("factor: ¼L‖h‖²", []<class T>(const Run<T>& r) { return r.half_L(r.h) / T(2); }),
          bounded_by("power: ½L‖h‖⁴", []<class T>(const Run<T>& r) { return r.half_L(r.h) * squared_norm<T>(r.h); }),
          bounded_by("power: ½L²‖h‖²", []<class T>(const Run<T>& r) { return r.L * r.half_L(r.h); }),
          form<Run>("sign: −∇f(a)",
                    []<class T>(const Run<T>& r, Claims<T>& claims) {
                      claims.at_most("planted remainder", r.remainder(-r.gradient, r.h), r.half_L(r.h));
                    }),
          form<Run>("factor: 2∇f(a)",
                    []<class T>(const Run<T>& r, Claims<T>& claims) {
                      claims.at_most("planted remainder", r.remainder(T(2) * r.gradient, r.h), r.half_L(r.h));
                    }),
          form<Run>("another differential", []<class T>(const Run<T>& r, Claims<T>& claims) {
            const Vector<T> along = r.short_tau * r.e;
            claims.at_most("planted remainder", -r.remainder(r.gradient + r.e, along), r.half_L(along));
          }).where(extra_is_not_zero)};
}

}  // namespace verigrad::differential_uniqueness
