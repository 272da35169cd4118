// Lemma 5.6.5 on straight paths W and Z, and (5.41) as its proof takes it up: the lines that need no flow of J₁ + J₂.
#include <array>

#include <fmt/format.h>

#include "verigrad/theorem/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string Paths::describe() const {
  return fmt::format("J₁ = {}w²/2, W = {} + {}t, Z = {} + {}t, s = {}, t = {}, μ = {}, ε = {}", alpha, b, v, d, g, s, t,
                     mu, epsilon);
}
std::string Descending::describe() const {
  return fmt::format("J = |w|, W = {} − t, Y = {}, φ = t²({} − t)²", w0, y, w0);
}

bool goes_down(const Descending& i) { return i.w0 > 0; }
bool paths_hypotheses_hold(const Paths& i) { return 0 < i.mu && i.mu < i.t - i.s && i.epsilon > 0; }

namespace {

template <class T>
struct PathsRun {
  using Instance = Paths;
  explicit PathsRun(const Paths& i)
      : alpha(exact<T>(i.alpha)),
        b(exact<T>(i.b)),
        v(exact<T>(i.v)),
        d(exact<T>(i.d)),
        g(exact<T>(i.g)),
        s(exact<T>(i.s)),
        t(exact<T>(i.t)),
        mu(exact<T>(i.mu)),
        epsilon(exact<T>(i.epsilon)) {}

  T W(const T& at) const { return b + at * v; }
  T Z(const T& at) const { return d + at * g; }
  T distance2(const T& at) const { return square(T(W(at) - Z(at))); }
  /// The bump a = ((α − s)(t − α))² on [s, t].
  T a(const T& at) const { return square(T((at - s) * (t - at))); }
  T a_prime(const T& at) const { return T(2) * (at - s) * (t - at) * (t + s - T(2) * at); }
  /// b(x)/ε = 15/16 (1 − x²)²/ε, x = β/ε.
  T mollifier(const T& beta) const { return frac<T>(15, 16) * square(T(T(1) - square(T(beta / epsilon)))) / epsilon; }
  /// ∫∫ |W(α + β) − Z(α − β)|² weight(α) (1/ε) b(β/ε) dα dβ.
  template <class Weight>
  T doubled(const Weight& weight) const {
    return over_time([&](const T& at) {
      return weight(at) *
             polynomial_integral<T>(
                 [&](const T& beta) { return square(T(W(T(at + beta)) - Z(T(at - beta)))) * mollifier(beta); },
                 -epsilon, epsilon);
    });
  }
  template <class F>
  T over_time(const F& f) const {
    return polynomial_integral<T>(f, s, t);
  }
  T A() const {
    return doubled([this](const T& at) { return a_prime(at); });
  }
  T B() const {
    return -alpha * doubled([this](const T& at) { return a(at); });
  }
  /// ∫ |W − Z|² weight.
  T single_A() const {
    return over_time([this](const T& at) { return distance2(at) * a_prime(at); });
  }
  T single_B() const {
    return alpha * over_time([this](const T& at) { return distance2(at) * a(at); });
  }
  /// (1/μ) ∫ |W − Z|² over [to − μ, to].
  T mean_before(const T& to) const {
    return polynomial_integral<T>([this](const T& at) { return distance2(at); }, T(to - mu), to) / mu;
  }
  /// ∫ |W − Z|²/2 a′ for the trapezoid a of the text.
  T trapezoid() const {
    const auto with_slope = [&](const T& rate, const T& to) {
      return polynomial_integral<T>([&](const T& at) { return frac<T>(1, 2) * distance2(at) * rate; }, T(to - mu), to);
    };
    return with_slope(T(1) / mu, s) + with_slope(-T(1) / mu, t);
  }

  T alpha, b, v, d, g, s, t, mu, epsilon;
};

/// φ at (t, s) near the middle of [s, t], along (1, 1): differences of polynomials in one variable of degree 4.
constexpr auto sum_of_derivatives = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  const T beta = frac<T>(1, 2) * r.epsilon, middle = frac<T>(1, 3) * (r.s + r.s + r.t);
  const auto phi = [&](const T& at) { return r.a(at) * r.mollifier(beta); };
  const auto difference = [&](const T& h) { return (phi(T(middle + h)) - phi(T(middle - h))) / (T(2) * h); };
  const T extrapolated = frac<T>(1, 3) * (T(4) * difference(T(1)) - difference(T(2)));
  claims.equal("(∂ₜ + ∂ₛ)φ = a′(α) b(β/ε)/ε", extrapolated, r.a_prime(middle) * r.mollifier(beta));
};
constexpr auto B_of_epsilon = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  const T area = r.over_time([&](const T& at) { return r.a(at); });
  claims.equal("B = −α ∫ |W − Z|² a − αε²|W′ + Z′|²/7 ∫ a", r.B(),
               -r.single_B() - frac<T>(1, 7) * r.alpha * square(T(r.epsilon * (r.v + r.g))) * area);
};
constexpr auto half_of_A = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("A → ∫ |W − Z|²/2 a′", r.A(), frac<T>(1, 2) * r.single_A());
};
constexpr auto limit_of_A = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("A = ∫ |W − Z|² a′ for every ε", r.A(), r.single_A());
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
/// |B − limit| ≤ |α| ε²|W′ + Z′|² ∫ a, as footnote 1 of the text estimates.
template <class T>
void B_tends_to(const PathsRun<T>& r, const T& limit, Claims<T>& claims) {
  const T area = r.over_time([&](const T& at) { return r.a(at); });
  claims.at_most("|B − limit| ≤ |α| ε²|W′ + Z′|² ∫ a", magnitude<T>(T(r.B() - limit)),
                 magnitude<T>(r.alpha) * square(T(r.epsilon * (r.v + r.g))) * area);
}
constexpr auto printed_B = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  B_tends_to<T>(r, r.single_B(), claims);
};
constexpr auto limit_of_B = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  B_tends_to<T>(r, -r.single_B(), claims);
};
constexpr auto lost_half = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("∫ |W − Z|²/2 a′", r.trapezoid(), r.mean_before(r.s) - r.mean_before(r.t));
};
constexpr auto kept_half = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("∫ |W − Z|²/2 a′", r.trapezoid(), frac<T>(1, 2) * (r.mean_before(r.s) - r.mean_before(r.t)));
};

/// ∫ (W − Y)²φ′/weight + (|Y| − W)φ dt for J = |w|, W = w₀ − t down to 0, φ = t²(w₀ − t)²: no term at t = 0.
template <class T>
struct DescendingRun {
  using Instance = Descending;
  explicit DescendingRun(const Descending& i) : w0(exact<T>(i.w0)), y(exact<T>(i.y)) {}

  T kinetic() const {
    return polynomial_integral<T>(
        [this](const T& t) { return square(T(w0 - t - y)) * T(2) * t * (w0 - t) * (w0 - T(2) * t); }, T(0), w0);
  }
  T potential() const {
    return polynomial_integral<T>([this](const T& t) { return (magnitude<T>(y) - w0 + t) * square(T(t * (w0 - t))); },
                                  T(0), w0);
  }
  T w0, y;
};
constexpr auto without_half = []<class T>(const DescendingRun<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Y|² ∂ₜφ ≤ ∫ (J₂(Y) − J₂(W))φ", -r.kinetic(), r.potential());
};
constexpr auto with_half = []<class T>(const DescendingRun<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Y|²/2 ∂ₜφ ≤ ∫ (J₂(Y) − J₂(W))φ", -frac<T>(1, 2) * r.kinetic(), r.potential());
};

}  // namespace

Forms<Paths> steps() {
  return {form<PathsRun>("sum of derivatives", sum_of_derivatives), form<PathsRun>("B", B_of_epsilon)};
}
Forms<Paths> errata() {
  return {form<PathsRun>("limit of A", half_of_A), form<PathsRun>("Jacobian", no_jacobian),
          form<PathsRun>("limit of B", printed_B), form<PathsRun>("half", lost_half)};
}
Forms<Paths> corrected() {
  return {form<PathsRun>("limit of A", limit_of_A), form<PathsRun>("Jacobian", jacobian),
          form<PathsRun>("limit of B", limit_of_B), form<PathsRun>("half", kept_half)};
}

Forms<Descending> half_errata() { return {form<DescendingRun>("half of (5.41)", without_half)}; }
Forms<Descending> half_corrected() { return {form<DescendingRun>("half of (5.41)", with_half)}; }

}  // namespace verigrad::weak_solution_uniqueness
