// Lemma 5.6.5, the new variables α and β, footnote 1 and the limits of A and B, on straight paths W and Z.
#include <array>

#include <fmt/format.h>

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness_run.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string Paths::describe() const {
  return fmt::format("J₁ = {}w²/2, W = {} + {}t, Z = {} + {}t, s = {}, t = {}, μ = {}, ε = {}, {} of b on [−1, 0]",
                     alpha, b, v, d, g, s, t, mu, epsilon, left);
}
bool paths_hypotheses_hold(const Paths& i) {
  return 0 < i.mu && i.mu < i.t - i.s && 0 < i.epsilon && i.epsilon <= i.t - i.s && i.mu <= i.s && i.epsilon <= i.s &&
         0 <= i.left && i.left <= 1;
}

namespace {

/// As polynomial_integral, for degrees up to 11: the closed Newton–Cotes rule with eleven nodes.
template <class T, class F>
T integral_up_to_degree_11(const F& f, const T& from, const T& to) {
  constexpr int weights[] = {16067, 106300, -48525, 272400, -260550, 427368, -260550, 272400, -48525, 106300, 16067};
  const T width = to - from;
  T sum(0);
  for (int i = 0; i < 11; ++i) sum += T(weights[i]) * T(f(T(from + frac<T>(i, 10) * width)));
  return frac<T>(1, 598752) * width * sum;
}

/// ∫∫ |W(τ) − Z(σ)|² (∂ₜ + ∂ₛ)φ(τ, σ) dτ dσ, the definition of A: over the parallelogram s ≤ (τ + σ)/2 ≤ t,
/// |τ − σ| ≤ 2ε, cut along τ = σ and where the ends of σ change.
template <class T>
T A_by_definition(const PathsRun<T>& r) {
  const auto half = [](const T& x) { return T(frac<T>(1, 2) * x); };
  const auto part = [&](const auto& b, const T& from, const T& to, const auto& low, const auto& high) {
    return integral_up_to_degree_11<T>(
        [&](const T& tau) {
          const auto along_sigma = [&](const T& sigma) {
            const T at = half(T(tau + sigma)), beta = half(T(tau - sigma));
            return r.doubled_distance2(at, beta) * r.a_prime(at) * b(beta);
          };
          return integral_up_to_degree_11<T>(along_sigma, T(low(tau)), T(high(tau)));
        },
        from, to);
  };
  const auto diagonal = [](const T& tau) { return tau; };
  const auto first = [&](const T& tau) { return T(T(2) * r.s - tau); };
  const auto last = [&](const T& tau) { return T(T(2) * r.t - tau); };
  const auto below = [&](const T& tau) { return T(tau - T(2) * r.epsilon); };
  const auto above = [&](const T& tau) { return T(tau + T(2) * r.epsilon); };
  const auto right = [&](const T& beta) { return r.b_right(beta); };
  const auto left = [&](const T& beta) { return r.b_left(beta); };
  const T s = r.s, t = r.t, e = r.epsilon;
  return part(right, s, T(s + e), first, diagonal) + part(right, T(s + e), t, below, diagonal) +
         part(right, t, T(t + e), below, last) + part(left, T(s - e), s, first, above) +
         part(left, s, T(t - e), diagonal, above) + part(left, T(t - e), t, diagonal, last);
}

template <class T>
T printed_A(const PathsRun<T>& r) {
  return r.on_half_line([&](const T& at) { return r.a_prime(at); });
}
template <class T>
T printed_B(const PathsRun<T>& r) {
  return -r.alpha * r.on_half_line([&](const T& at) { return r.a(at); });
}
template <class T>
T right_A(const PathsRun<T>& r) {
  return T(2) * r.on_line([&](const T& at) { return r.a_prime(at); });
}
template <class T>
T right_B(const PathsRun<T>& r) {
  return -T(2) * r.alpha * r.on_line([&](const T& at) { return r.a(at); });
}

/// φ along (1, 1) from a (t, s) with s < t: differences of a polynomial in one variable of degree 4.
constexpr auto sum_of_derivatives = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  const T half = frac<T>(1, 2), beta = half * r.epsilon, middle = frac<T>(1, 3) * (r.s + r.s + r.t);
  const auto phi = [&](const T& t, const T& s) { return r.a(T(half * (t + s))) * r.b_right(T(half * (t - s))); };
  const auto along = [&](const T& h) { return phi(T(middle + beta + h), T(middle - beta + h)); };
  const auto difference = [&](const T& h) { return (along(h) - along(T(-h))) / (T(2) * h); };
  claims.equal("(∂ₜ + ∂ₛ)φ = a′(α) b(β/ε)/ε", frac<T>(1, 3) * (T(4) * difference(T(1)) - difference(T(2))),
               r.a_prime(middle) * r.b_right(beta));
};
constexpr auto A_for_even_b = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′ (1/ε) b(β/ε) = ∫ |W − Z|²/2 a′ + ε/2 ∫ ⟨W − Z, W′ + Z′⟩ a′",
               printed_A(r), frac<T>(1, 2) * (r.limit_A() + r.epsilon * r.drift_A()));
};
constexpr auto B_for_even_b = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  const T remainder = r.epsilon * r.drift_B() + frac<T>(2, 7) * square(r.epsilon) * r.spread_B();
  claims.equal("B over [0, T]² = −½ ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a + O(ε)", printed_B(r),
               -frac<T>(1, 2) * (r.limit_B() + r.alpha * remainder));
};
/// f(β) = |W(m + β) − Z(m − β)|² in the middle m of [s, t]: a square of D + βS, so that |f − f(0)| is largest at ±ε,
/// where it is 2|DS|ε + S²ε².
constexpr auto footnote = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  const T middle = frac<T>(1, 2) * (r.s + r.t), drift = r.difference(middle) * (r.v + r.g) * r.epsilon;
  const auto f = [&](const T& beta) { return r.doubled_distance2(middle, beta); };
  const auto increment = [&](const T& beta) { return T(f(beta) - f(T(0))); };
  const T mean_increment = r.mean_left(increment) + r.mean_right(increment);
  claims.equal("∫ f b_ε − f(0) = ∫ (f − f(0)) b_ε", r.mean_left(f) + r.mean_right(f) - f(T(0)), mean_increment);
  claims.at_most("|∫ f b_ε − f(0)| ≤ max |f − f(0)| over [−ε, ε]", magnitude<T>(mean_increment),
                 T(2) * magnitude<T>(drift) + square(T((r.v + r.g) * r.epsilon)));
};

/// The area of the image of a square of side μ under (α, β) ↦ (α + β, α − β).
template <class T>
T image_area(const PathsRun<T>& r) {
  const auto image = [](const T& at, const T& beta) { return std::array<T, 2>{at + beta, at - beta}; };
  const auto corner = image(r.s, r.t), along_alpha = image(T(r.s + r.mu), r.t), along_beta = image(r.s, T(r.t + r.mu));
  return magnitude<T>(T((along_alpha[0] - corner[0]) * (along_beta[1] - corner[1]) -
                        (along_alpha[1] - corner[1]) * (along_beta[0] - corner[0])));
}
constexpr auto no_jacobian = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("dt ds = dα dβ", image_area(r), square(r.mu));
};
constexpr auto jacobian = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("dt ds = 2 dα dβ", image_area(r), T(2) * square(r.mu));
};
constexpr auto half_domain = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("A = ∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dα dβ", A_by_definition(r), printed_A(r));
};
constexpr auto both_signs_of_beta = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("A = 2 ∫ over β ∈ [−T, T]", A_by_definition(r), right_A(r));
};

/// |A − limit| ≤ Cε and |B − limit| ≤ Cε, as footnote 1 estimates; times 2 over β ∈ [−T, T].
template <class T>
void A_tends_to(const PathsRun<T>& r, const T& A, const T& limit, const T& factor, Claims<T>& claims) {
  claims.at_most("|A − limit| ≤ ε |∫ ⟨W − Z, W′ + Z′⟩ a′|", magnitude<T>(T(A - limit)),
                 factor * r.epsilon * magnitude<T>(r.drift_A()));
}
template <class T>
void B_tends_to(const PathsRun<T>& r, const T& B, const T& limit, const T& factor, Claims<T>& claims) {
  claims.at_most(
      "|B − limit| ≤ |J₁″| (ε |∫ ⟨W − Z, W′ + Z′⟩ a| + ε² ∫ |W′ + Z′|² a)", magnitude<T>(T(B - limit)),
      factor * magnitude<T>(r.alpha) * (r.epsilon * magnitude<T>(r.drift_B()) + square(r.epsilon) * r.spread_B()));
}
constexpr auto A_for_any_b = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  A_tends_to<T>(r, printed_A(r), frac<T>(1, 2) * r.limit_A(), T(1), claims);
};
constexpr auto limit_of_A = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  A_tends_to<T>(r, right_A(r), T(2) * r.limit_A(), T(2), claims);
};
constexpr auto limit_of_B = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  B_tends_to<T>(r, right_B(r), -T(2) * r.limit_B(), T(2), claims);
};
/// B of the printed domain against `numerator`/2 of ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a.
Form<Paths> half_domain_B(const char* key, int numerator) {
  return form<PathsRun>(key, [numerator]<class T>(const PathsRun<T>& r, Claims<T>& claims) {
    B_tends_to<T>(r, printed_B(r), T(numerator) * frac<T>(1, 2) * r.limit_B(), T(1), claims);
  });
}
/// The whole A against `factor` times ∫ |W − Z|² a′.
Form<Paths> whole_A(const char* key, int factor) {
  return form<PathsRun>(key, [factor]<class T>(const PathsRun<T>& r, Claims<T>& claims) {
    A_tends_to<T>(r, right_A(r), T(factor) * r.limit_A(), T(2), claims);
  });
}

bool even(const Paths& i) { return i.left == 0.5; }

}  // namespace

Forms<Paths> limit_steps() {
  return {form<PathsRun>("sum of derivatives", sum_of_derivatives),
          form<PathsRun>("A, even b", A_for_even_b).where(even), form<PathsRun>("B, even b", B_for_even_b).where(even),
          form<PathsRun>("footnote 1", footnote)};
}
Forms<Paths> limit_errata() {
  return {form<PathsRun>("Jacobian", no_jacobian), form<PathsRun>("domain of β", half_domain),
          form<PathsRun>("limit of A", A_for_any_b), half_domain_B("limit of B", 2)};
}
Forms<Paths> limit_corrected() {
  return {form<PathsRun>("Jacobian", jacobian), form<PathsRun>("limit of A", limit_of_A),
          form<PathsRun>("limit of B", limit_of_B)};
}
Form<Paths> whole_domain() { return form<PathsRun>("domain of β", both_signs_of_beta); }
Forms<Paths> planted_limits() {
  return {half_domain_B("limit of B, factor: without ½", -2).where(even),
          half_domain_B("limit of B, sign", 1).where(even), whole_A("limit of A, factor: without the Jacobian", 1),
          whole_A("limit of A, sign", -2)};
}

}  // namespace verigrad::weak_solution_uniqueness
