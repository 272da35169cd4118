#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

#include <array>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness_differences.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string TwoFlows::describe() const { return fmt::format("{}, Z₀ = {}", WeakFlow::describe(), in_words(z0)); }
std::string SquareRoot::describe() const { return fmt::format("w′ = √w, w(0) = 0, t = {}", t); }

bool hypotheses_hold(const TwoFlows& i) { return (i.lambda.array() >= 0).all(); }

namespace {

/// Whether every coordinate of W and of Z stays on one side of 0, the same for both.
bool on_one_side(const TwoFlows& i) {
  for (Eigen::Index j = 0; j < i.w0.size(); ++j)
    if (i.w0[j] * i.z0[j] <= 0 || i.coordinate(j, i.w0[j]).size() > 1 || i.coordinate(j, i.z0[j]).size() > 1)
      return false;
  return true;
}

constexpr int marks = 4;

template <class T>
struct Run {
  using Instance = TwoFlows;
  explicit Run(const TwoFlows& i) : a(exact<T>(i.a)), end(exact<T>(i.end)), kinetic(0), slope(0) {
    for (T& d : distance2) d = T(0);
    for (int k = 0; k <= marks; ++k) clock[std::size_t(k)] = enclose<T>(clock_at(i, Rational(k, marks)));
    for (Eigen::Index j = 0; j < i.w0.size(); ++j) add(i, j);
  }

  T a, end;
  std::array<T, marks + 1> clock;      ///< u at four later times, from 1 to the end
  std::array<T, marks + 1> distance2;  ///< |W − Z|² then
  T kinetic;                           ///< ∫ |W − Z|²/2 a′ dα for the bump a
  T slope;                             ///< ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα

private:
  void add(const TwoFlows& i, Eigen::Index j) {
    for (int k = 0; k <= marks; ++k)
      distance2[std::size_t(k)] += enclose<T>(distance2_at(i, j, clock_at(i, Rational(k, marks))));
    for (const Difference& d : differences_of(i, j))
      integrate(enclose<T>(d.from), enclose<T>(d.to), enclose<T>(d.constant), enclose<T>(d.slope));
  }
  /// W − Z = constant + slope u, and a = u (1 − u)² (e − u)².
  void integrate(const T& from, const T& to, const T& constant, const T& rate) {
    const auto square_at = [&](const T& u) { return square(T(constant + rate * u)); };
    kinetic += polynomial_integral<T>(
        [&](const T& u) {
          const T root = (T(1) - u) * (end - u);
          return frac<T>(1, 2) * square_at(u) * (square(root) + T(2) * u * root * (T(2) * u - T(1) - end));
        },
        from, to);
    slope -=
        polynomial_integral<T>([&](const T& u) { return square_at(u) * square(T((T(1) - u) * (end - u))); }, from, to);
  }
};

/// bound(run, j, k) for (uₖ/uⱼ)² in the estimate from time j to time k.
template <class Bound>
Form<TwoFlows> estimate(const char* key, Bound bound) {
  return form<Run>(key, [bound]<class T>(const Run<T>& r, Claims<T>& claims) {
    for (std::size_t j = 0; j < marks; ++j)
      for (std::size_t k = j + 1; k <= marks; ++k)
        claims.at_most("|W(t) − Z(t)|² ≤ e^(−2a(t − s)) |W(s) − Z(s)|²", r.distance2[k],
                       T(bound(r, j, k)) * r.distance2[j], int(k));
  });
}
constexpr auto contraction = []<class T>(const Run<T>& r, std::size_t j, std::size_t k) {
  return square(T(r.clock[k] / r.clock[j]));
};
constexpr auto equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("|W(t) − Z(t)|² = e^(−2at) |W₀ − Z₀|²", r.distance2[marks], square(r.end) * r.distance2[0]);
};
constexpr auto printed_sum = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Z|²/2 a′ ≤ ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a", -r.kinetic, r.slope);
};
constexpr auto sum = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("−∫ |W − Z|²/2 a′ ≤ ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a", -r.kinetic, -r.slope);
};
/// |W(t) − Z(t)|² and |W(s) − Z(s)|² + factor ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ dα, where W − Z = (W₀ − Z₀)u.
template <class T, class Compare>
void between_marks(const Run<T>& r, int factor, const Compare& compare) {
  for (std::size_t s = 0; s < marks; ++s)
    for (std::size_t t = s + 1; t <= marks; ++t) {
      const T work = frac<T>(1, 2) * (square(r.clock[s]) - square(r.clock[t])) * r.distance2[0];
      compare(r.distance2[t], T(r.distance2[s] + T(factor) * work), int(t));
    }
}
constexpr auto printed_estimate = []<class T>(const Run<T>& r, Claims<T>& claims) {
  between_marks(r, 1, [&](const T& later, const T& bound, int t) {
    claims.at_most("|W(t) − Z(t)|² ≤ |W(s) − Z(s)|² + ∫", later, bound, t);
  });
};
constexpr auto estimate_with_two = []<class T>(const Run<T>& r, Claims<T>& claims) {
  between_marks(r, -2, [&](const T& later, const T& bound, int t) {
    claims.equal("|W(t) − Z(t)|² = |W(s) − Z(s)|² − 2∫ where J₂ is affine", later, bound, t);
  });
};

template <class T>
struct SquareRootRun {
  using Instance = SquareRoot;
  explicit SquareRootRun(const SquareRoot& i) : t(exact<T>(i.t)) {}
  T t;
};
constexpr auto both_solutions = []<class T>(const SquareRootRun<T>& r, Claims<T>& claims) {
  claims.equal("(w′)² = w for w = t²/4", square(T(frac<T>(1, 2) * r.t)), frac<T>(1, 4) * square(r.t));
  claims.equal("t²/4 = 0", frac<T>(1, 4) * square(r.t), T(0));
};

}  // namespace

Form<TwoFlows> conclusion() { return estimate("stability", contraction); }
Form<TwoFlows> attained() { return form<Run>("attained", equality); }

Forms<TwoFlows> planted() {
  return {estimate("sign: e^(2a(t − s))", []<class T>(const Run<T>& r, std::size_t j,
                                                      std::size_t k) { return square(T(r.clock[j] / r.clock[k])); }),
          estimate("exponent: e^(−4at)",
                   []<class T>(const Run<T>& r, std::size_t, std::size_t k) { return square(T(square(r.clock[k]))); }),
          estimate("without ∇J₁", []<class T>(const Run<T>&, std::size_t, std::size_t) { return T(1); }),
          estimate("factor: half", []<class T>(const Run<T>& r, std::size_t j, std::size_t k) {
            return frac<T>(1, 2) * square(T(r.clock[k] / r.clock[j]));
          })};
}

Forms<TwoFlows> flow_errata() {
  return {form<Run>("sum in the limit", printed_sum), form<Run>("estimate", printed_estimate)};
}
Form<TwoFlows> sum_in_the_limit() { return form<Run>("sum in the limit", sum); }
Form<TwoFlows> estimate_attained() { return form<Run>("estimate attained", estimate_with_two).where(on_one_side); }

Form<SquareRoot> unique() { return form<SquareRootRun>("unique", both_solutions); }

}  // namespace verigrad::weak_solution_uniqueness
