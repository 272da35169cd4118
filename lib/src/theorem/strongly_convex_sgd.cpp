#include "verigrad/theorem/strongly_convex_sgd.hpp"

#include <cmath>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"

namespace verigrad::strongly_convex_sgd {

const Statement& statement() {
  static const Statement result{
      .id = "mfds/24",
      .stem = "strongly_convex_sgd",
      .title = "Strongly convex stochastic gradient descent",
      .source = "Mathematical Foundations of Data Sciences, Theorem 24",
      .text =
          "E(‖xₖ − x*‖²) ≤ R/(k+1), where R = max(‖x₀ − x*‖, C²/μ²), for τₖ = 1/(μ(k+1)). C bounds the gradients at "
          "the points from which the method has stepped, the fewest that the proof needs. Then ‖x₀ − x*‖² ≤ C²/μ², "
          "so that the square missing in R does no harm",
      .hypotheses = {{"strongly convex", "f is μ-strongly convex"},
                     {"bounded gradients", "‖∇fᵢ(x)‖² ≤ C² at the points from which the method has stepped"},
                     {"step", "τₖ = 1/(μ(k+1))"},
                     {"uniform", "i(k) is drawn uniformly, independently of the other draws"}},
      .steps = {{"strong convexity at xₖ", "f(x*) − f(xₖ) ≥ ⟨∇f(xₖ), x* − xₖ⟩ + μ/2 ‖xₖ − x*‖²"},
                {"strong convexity at x*", "f(xₖ) − f(x*) ≥ ⟨∇f(x*), xₖ − x*⟩ + μ/2 ‖xₖ − x*‖²"},
                {"(14.17)", "⟨∇f(xₖ) − ∇f(x*), xₖ − x*⟩ = ⟨∇f(xₖ), xₖ − x*⟩ ≥ μ‖xₖ − x*‖²"},
                {"unbiased", "(14.14): E ∇fᵢ(xₖ) = ∇f(xₖ)"},
                {"expansion", "Eᵢ‖xₖ₊₁ − x*‖² = ‖xₖ − x*‖² + 2τₖ⟨E ∇fᵢ(xₖ), x* − xₖ⟩ + τₖ² E‖∇fᵢ(xₖ)‖²"},
                {"bounded", "… ≤ ‖xₖ − x*‖² + 2τₖ⟨∇f(xₖ), x* − xₖ⟩ + τₖ²C²"},
                {"(14.18)", "εₖ₊₁ ≤ εₖ − 2μτₖεₖ + τₖ²C² = (1 − 2μτₖ)εₖ + τₖ²C²"},
                {"k = 0", "ε₀ ≤ max(‖x₀ − x*‖, C²/μ²)/1 = R/1 (both sides squared)"},
                {"induction, first line", "εₖ₊₁ ≤ (1 − 2μτₖ)εₖ + τₖ²C² = (1 − 2/m)εₖ + C²/(μm)², m = k + 1"},
                {"induction, equalities", "(1 − 2/m)R/m + R/m² = (1/m − 1/m²)R = (m−1)/m² R = (m²−1)/m² · R/(m+1)"},
                {"induction, last", "(m²−1)/m² · R/(m+1) ≤ R/(m+1)"},
                {"C²/μ² is R",
                 "μ²‖x₀ − x*‖² ≤ ‖∇f(x₀)‖² ≤ E‖∇fᵢ(x₀)‖² ≤ C²: the first entry of R, squared, is never the "
                 "larger one (not in the text)"},
                {"objective",
                 "(E f(xₖ) − f*)² ≤ C² E‖xₖ − x*‖²: the 1/√k rate on the objective that is announced before "
                 "the theorem, with C over x₀ … xₖ"}},
      .errata = {
          {.key = "k = 1",
           .place = "Theorem 24, (14.16)",
           .printed = "E(‖xₖ − x*‖²) ≤ R/(k+1) for every k",
           .corrected = "E(‖xₖ − x*‖²) ≤ R/(k+1) for k ≠ 1, and E(‖x₁ − x*‖²) ≤ R",
           .remark =
               "f₁′ = 1 and f₂′ = 2x − 1 for x ≥ 0, f₁′ = 2x + 1 and f₂′ = −1 for x ≤ 0: f = x²/2, and |fᵢ′| ≤ 1 on "
               "[−1, 1], which no iterate from x₀ = 0 leaves. So R = 1, x₁ = ±1, and 1 ≤ 1/2 is false. The step "
               "τ₀ = 1/μ turns the factor 1 − 2μτ₀ into −1, and the factor 2 is the most that k = 1 loses"},
          {.key = "negative factor",
           .place = "proof of Theorem 24, second line of the induction",
           .printed = "(1 − 2/m)εₖ + C²/(μm)² ≤ (1 − 2/m)R/m + R/m² for m = k + 1 ≥ 1",
           .corrected = "for m ≥ 2; for m = 1: ε₁ ≤ −ε₀ + C²/μ² ≤ R",
           .remark = "1 − 2/m is −1 at m = 1, so that εₖ ≤ R/m gives the opposite inequality; the printed chain would "
                     "end in ε₁ ≤ 0. At m = 2 the factor is 0, and what k = 1 loses is not passed on"},
          {.key = "no μ",
           .place = "Theorem 24, hypotheses",
           .printed = "f is μ-strongly convex, i.e. Id ⪯ ∂²f(x)",
           .corrected = "μ Id ⪯ ∂²f(x): the form of every check of this statement",
           .remark =
               "f = x²/2 with μ = 4, x₀ = 1: x₁ = 3/4, R = 1 and 9/16 ≤ 1/2 is false. Our copy of the text is a scan; "
               "it has the letter μ everywhere else"},
          {.key = "bounded everywhere",
           .place = "Theorem 24, hypotheses",
           .printed = "‖∇fᵢ(x)‖² ≤ C² (for every x)",
           .corrected = "‖∇fᵢ(x)‖² ≤ C² for the points x that the method steps from: the form of every check",
           .remark = "the two hypotheses exclude each other: by (14.17), μ‖x − x*‖ ≤ ‖∇f(x)‖ ≤ max ‖∇fᵢ(x)‖, which "
                     "exceeds any C far enough from x*. For every x, the theorem would speak of no function at all"}}};
  return result;
}

bool hypotheses_hold(const StochasticInstance& instance) {
  return instance.mu > 0 && instance.f.curvature().lower >= instance.mu && instance.f.has_minimum() &&
         !instance.steps && instance.probabilities.empty() && !instance.claimed_C2;
}

template <class T>
Run<T>::Run(const StochasticInstance& instance) : n(instance.n), mu(exact<T>(instance.mu)) {
  const std::vector<Law> law = laws(instance);
  const Minimum<T> minimum = instance.f.minimum<T>();
  Rational largest = largest_squared_gradient(instance.f, law.front());
  for (int k = 0; k <= n; ++k) {
    T distance(0), value(0);
    for (const Atom& atom : law[std::size_t(k)]) {
      const Vector<T> x = enclose<T>(atom.x);
      distance += enclose<T>(atom.probability) * squared_norm<T>(x - minimum.x_star);
      value += enclose<T>(atom.probability) * (instance.f.value<T>(x) - minimum.f_star);
    }
    eps.push_back(distance);
    gap.push_back(value);
    C2.push_back(instance.claimed_C2 ? exact<T>(*instance.claimed_C2) : enclose<T>(largest));
    if (k > 0 || n == 0) largest = std::max(largest, largest_squared_gradient(instance.f, law[std::size_t(k)]));
  }
  all_C2 = enclose<T>(largest);
  distance2 = eps.front();
}

namespace {

/// What the proof says of one point xₖ.
template <class T>
struct Node {
  int k;
  Vector<T> x, gradient;
  T value;
  Vector<T> mean_gradient;  ///< E ∇fᵢ(xₖ)
  T mean_square;            ///< E‖∇fᵢ(xₖ)‖²
  T next_distance;          ///< Eᵢ‖xₖ₊₁ − x*‖²
};

/// A run with all points from which it steps.
template <class T>
struct Tree {
  using Instance = StochasticInstance;
  explicit Tree(const StochasticInstance& instance) : run(instance), minimum(instance.f.minimum<T>()) {
    const std::vector<Law> law = laws(instance);
    for (int k = 0; k < run.n; ++k)
      for (const Atom& atom : law[std::size_t(k)]) nodes.push_back(node(instance.f, enclose<T>(atom.x), k));
    for (int j = 0; j < 16; ++j) {
      Vector<T> far = minimum.x_star;
      far[0] += T(1 << j);
      far_nodes.push_back(node(instance.f, far, j));
    }
  }

  T tau(int k) const { return T(1) / (run.mu * T(k + 1)); }

  Run<T> run;
  Minimum<T> minimum;
  std::vector<Node<T>> nodes, far_nodes;  ///< far_nodes: at x* + 2ʲ e₁

private:
  Node<T> node(const FiniteSum& f, const Vector<T>& x, int k) const {
    Node<T> result{k, x, f.gradient<T>(x), f.value<T>(x), Vector<T>::Constant(x.size(), T(0)), T(0), T(0)};
    const T share = T(1) / T(f.size());
    for (int i = 0; i < f.size(); ++i) {
      const Vector<T> g = f.term(i).over<T>().gradient(x);
      const Vector<T> moved = x - tau(k) * g - minimum.x_star;
      result.mean_gradient += share * g;
      result.mean_square += share * squared_norm(g);
      result.next_distance += share * squared_norm(moved);
    }
    return result;
  }
};

template <class T>
T bound_factor(const Run<T>& r, int k) {
  return r.C2[std::size_t(k)] / square(r.mu);
}

/// R with ‖x₀ − x*‖², for the bound at k.
template <class T>
T squared_R(const Run<T>& r, int k) {
  return larger<T>(r.distance2, bound_factor(r, k));
}

template <class T>
void printed_at(const Run<T>& r, int k, Claims<T>& claims) {
  claims.at_most("((k+1) E‖xₖ − x*‖²)² ≤ R²", square(T(T(k + 1) * r.eps[std::size_t(k)])),
                 larger<T>(r.distance2, square(bound_factor(r, k))), k);
}

constexpr auto every_k = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.n; ++k) printed_at(r, k, claims);
};

constexpr auto all_but_one = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.n; ++k)
    if (k != 1) printed_at(r, k, claims);
};

constexpr auto corrected_bound = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.n; ++k)
    claims.at_most("E‖xₖ − x*‖² ≤ R/(k+1), or R for k = 1", r.eps[std::size_t(k)],
                   squared_R(r, k) / T(k == 1 ? 1 : k + 1), k);
};

constexpr auto best = []<class T>(const Run<T>& r, Claims<T>& claims) {
  if (r.n > 0) claims.at_most("E‖x₁ − x*‖² ≤ C²/μ² − ‖x₀ − x*‖²", r.eps[1], bound_factor(r, 1) - r.distance2, 1);
  for (int k = 2; k <= r.n; ++k)
    claims.at_most("E‖xₖ − x*‖² ≤ (k − Hₖ)/(k(k−1)) C²/μ²", r.eps[std::size_t(k)],
                   best_factor<T>(k) * bound_factor(r, k), k);
};

constexpr auto attains = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T factor = r.n < 2 ? T(1) : best_factor<T>(r.n);
  claims.equal("E‖xₖ − x*‖² = best factor · C²/μ²", r.eps.back(), factor * bound_factor(r, r.n), r.n);
};

constexpr auto strong_at_x = []<class T>(const Tree<T>& t, Claims<T>& claims) {
  for (const Node<T>& v : t.nodes) {
    const Vector<T> back = t.minimum.x_star - v.x;
    claims.at_most("⟨∇f(xₖ), x* − xₖ⟩ + μ/2 ‖xₖ − x*‖² ≤ f(x*) − f(xₖ)",
                   dot<T>(v.gradient, back) + frac<T>(1, 2) * t.run.mu * squared_norm(back), t.minimum.f_star - v.value,
                   v.k);
  }
};

constexpr auto strong_at_star = []<class T>(const Tree<T>& t, Claims<T>& claims) {
  for (const Node<T>& v : t.nodes)
    claims.at_most("μ/2 ‖xₖ − x*‖² ≤ f(xₖ) − f(x*)", frac<T>(1, 2) * t.run.mu * squared_norm<T>(v.x - t.minimum.x_star),
                   v.value - t.minimum.f_star, v.k);
};

constexpr auto line_17 = []<class T>(const Tree<T>& t, Claims<T>& claims) {
  for (const Node<T>& v : t.nodes) {
    const Vector<T> from = v.x - t.minimum.x_star;
    claims.at_most("μ‖xₖ − x*‖² ≤ ⟨∇f(xₖ), xₖ − x*⟩", t.run.mu * squared_norm(from), dot<T>(v.gradient, from), v.k);
  }
};

constexpr auto unbiased = []<class T>(const Tree<T>& t, Claims<T>& claims) {
  for (const Node<T>& v : t.nodes) claims.equal("E ∇fᵢ(xₖ) = ∇f(xₖ)", v.mean_gradient, v.gradient);
};

constexpr auto expansion = []<class T>(const Tree<T>& t, Claims<T>& claims) {
  for (const Node<T>& v : t.nodes) {
    const Vector<T> back = t.minimum.x_star - v.x;
    claims.equal(
        "expansion of Eᵢ‖xₖ₊₁ − x*‖²", v.next_distance,
        squared_norm(back) + T(2) * t.tau(v.k) * dot<T>(v.mean_gradient, back) + square(t.tau(v.k)) * v.mean_square,
        v.k);
  }
};

constexpr auto bounded = []<class T>(const Tree<T>& t, Claims<T>& claims) {
  for (const Node<T>& v : t.nodes) {
    const Vector<T> back = t.minimum.x_star - v.x;
    claims.at_most("Eᵢ‖xₖ₊₁ − x*‖² ≤ ‖xₖ − x*‖² + 2τₖ⟨∇f(xₖ), x* − xₖ⟩ + τₖ²C²", v.next_distance,
                   squared_norm(back) + T(2) * t.tau(v.k) * dot<T>(v.gradient, back) +
                       square(t.tau(v.k)) * t.run.C2[std::size_t(v.k + 1)],
                   v.k);
  }
};

constexpr auto line_18 = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (std::size_t k = 0; k < std::size_t(r.n); ++k) {
    const T tau = T(1) / (r.mu * T(int(k) + 1)), noise = square(tau) * r.C2[k + 1];
    const T right = r.eps[k] - T(2) * r.mu * tau * r.eps[k] + noise;
    claims.at_most("εₖ₊₁ ≤ εₖ − 2μτₖεₖ + τₖ²C²", r.eps[k + 1], right, int(k));
    claims.equal("… = (1 − 2μτₖ)εₖ + τₖ²C²", right, (T(1) - T(2) * r.mu * tau) * r.eps[k] + noise, int(k));
  }
};

constexpr auto start = []<class T>(const Run<T>& r, Claims<T>& claims) { printed_at(r, 0, claims); };

/// (1 − 2/m)εₖ + C²/(μm)², m = k + 1.
template <class T>
T induction_left(const Run<T>& r, int k) {
  const T m(k + 1);
  return (T(1) - T(2) / m) * r.eps[std::size_t(k)] + r.C2.back() / square(T(r.mu * m));
}

/// (1 − 2/m)R/m + R/m².
template <class T>
T induction_right(const Run<T>& r, int k) {
  const T m(k + 1), R = squared_R(r, r.n);
  return (T(1) - T(2) / m) * (R / m) + R / square(m);
}

constexpr auto first_line = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("εₖ₊₁ ≤ (1 − 2/m)εₖ + C²/(μm)²", r.eps[std::size_t(k) + 1], induction_left(r, k), k);
};

/// The second line for m = first_m … n.
template <class T>
void second_line(const Run<T>& r, int first_m, Claims<T>& claims) {
  for (int k = first_m - 1; k < r.n; ++k)
    claims.at_most("(1 − 2/m)εₖ + C²/(μm)² ≤ (1 − 2/m)R/m + R/m²", induction_left(r, k), induction_right(r, k), k);
}

constexpr auto second_line_printed = []<class T>(const Run<T>& r, Claims<T>& claims) { second_line(r, 1, claims); };
constexpr auto second_line_corrected = []<class T>(const Run<T>& r, Claims<T>& claims) {
  second_line(r, 2, claims);
  if (r.n == 0) return;
  const T right = bound_factor(r, 1) - r.distance2;
  claims.at_most("ε₁ ≤ −ε₀ + C²/μ²", r.eps[1], right, 1);
  claims.at_most("−ε₀ + C²/μ² ≤ R", right, squared_R(r, 1), 1);
};

constexpr auto equalities = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T R = squared_R(r, r.n);
  for (int k = 0; k < r.n; ++k) {
    const T m(k + 1);
    claims.equal("= (1/m − 1/m²)R", induction_right(r, k), (T(1) / m - T(1) / square(m)) * R, k);
    claims.equal("= (m−1)/m² R", induction_right(r, k), (m - T(1)) / square(m) * R, k);
    claims.equal("= (m²−1)/m² R/(m+1)", induction_right(r, k), (square(m) - T(1)) / square(m) * (T(1) / (m + T(1))) * R,
                 k);
  }
};

constexpr auto last_line = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) {
    const T m(k + 1), part = squared_R(r, r.n) / (m + T(1));
    claims.at_most("(m²−1)/m² R/(m+1) ≤ R/(m+1)", (square(m) - T(1)) / square(m) * part, part, k);
  }
};

/// μ²‖x − x*‖² ≤ ‖∇f(x)‖² ≤ E‖∇fᵢ(x)‖².
template <class T>
void gradients_grow(const Tree<T>& t, const Node<T>& v, Claims<T>& claims) {
  const T square_of_mean = squared_norm(v.gradient);
  claims.at_most("μ²‖x − x*‖² ≤ ‖∇f(x)‖²", square(t.run.mu) * squared_norm<T>(v.x - t.minimum.x_star), square_of_mean,
                 v.k);
  claims.at_most("‖∇f(x)‖² ≤ E‖∇fᵢ(x)‖²", square_of_mean, v.mean_square, v.k);
}

constexpr auto C_dominates = []<class T>(const Tree<T>& t, Claims<T>& claims) {
  for (const Node<T>& v : t.nodes) {
    gradients_grow(t, v, claims);
    claims.at_most("E‖∇fᵢ(x)‖² ≤ C²", v.mean_square, t.run.C2.back(), v.k);
  }
  for (const Node<T>& v : t.far_nodes) gradients_grow(t, v, claims);
};

constexpr auto bounded_everywhere = []<class T>(const Tree<T>& t, Claims<T>& claims) {
  for (const Node<T>& v : t.far_nodes)
    claims.at_most("E‖∇fᵢ(x)‖² ≤ C² at x = x* + 2ʲ", v.mean_square, t.run.all_C2, v.k);
};

constexpr auto objective = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (std::size_t k = 0; k < std::size_t(r.n) + 1; ++k)
    claims.at_most("(E f(xₖ) − f*)² ≤ C² E‖xₖ − x*‖²", square(r.gap[k]), r.all_C2 * r.eps[k], int(k));
};

/// A planted mistake: E‖xₖ − x*‖² ≤ bound(run, k) for k ≠ 1.
template <class Bound>
Form<StochasticInstance> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound]<class T>(const Run<T>& r, Claims<T>& claims) {
    for (int k = 0; k <= r.n; ++k)
      if (k != 1) claims.at_most("E‖xₖ − x*‖² ≤ planted bound", r.eps[std::size_t(k)], T(bound(r, k)), k);
  });
}

}  // namespace

template <class T>
T best_factor(int k) {
  T harmonic(0);
  for (int j = 1; j <= k; ++j) harmonic += T(1) / T(j);
  return (T(k) - harmonic) / (T(k) * T(k - 1));
}

Form<StochasticInstance> conclusion() { return form<Run>("as printed, k ≠ 1", all_but_one); }
Form<StochasticInstance> conclusion_for_every_k() { return form<Run>("as printed", every_k); }
Form<StochasticInstance> best_conclusion() { return form<Run>("best bound", best); }
Form<StochasticInstance> attained() { return form<Run>("best bound attained", attains); }

Forms<StochasticInstance> steps() {
  return {form<Tree>("strong convexity at xₖ", strong_at_x),
          form<Tree>("strong convexity at x*", strong_at_star),
          form<Tree>("(14.17)", line_17),
          form<Tree>("unbiased", unbiased),
          form<Tree>("expansion", expansion),
          form<Tree>("bounded", bounded),
          form<Run>("(14.18)", line_18),
          form<Run>("k = 0", start),
          form<Run>("induction, first line", first_line),
          form<Run>("induction, equalities", equalities),
          form<Run>("induction, last", last_line),
          form<Tree>("C²/μ² is R", C_dominates),
          form<Run>("objective", objective)};
}

Forms<StochasticInstance> errata() {
  return {form<Run>("k = 1", every_k), form<Run>("negative factor", second_line_printed), form<Run>("no μ", every_k),
          form<Tree>("bounded everywhere", bounded_everywhere)};
}

Forms<StochasticInstance> corrected() {
  return {form<Run>("k = 1", corrected_bound), form<Run>("negative factor", second_line_corrected)};
}

Forms<StochasticInstance> planted() {
  return {
      bounded_by("sign: −R/(k+1)", []<class T>(const Run<T>& r, int k) { return -squared_R(r, k) / T(k + 1); }),
      bounded_by("factor: R/(4(k+1))",
                 []<class T>(const Run<T>& r, int k) { return squared_R(r, k) / T(4 * (k + 1)); }),
      bounded_by("rate: R/(k+1)²", []<class T>(const Run<T>& r, int k) { return squared_R(r, k) / square(T(k + 1)); }),
      bounded_by("index: R/(k+2)", []<class T>(const Run<T>& r, int k) { return squared_R(r, k) / T(k + 2); }),
      bounded_by("lost 1/μ²: C²/(k+1)",
                 []<class T>(const Run<T>& r, int k) { return r.C2[std::size_t(k)] / T(k + 1); }),
      bounded_by("lost square: C²/μ",
                 []<class T>(const Run<T>& r, int k) { return r.C2[std::size_t(k)] / r.mu / T(k + 1); }),
      bounded_by(
          "swapped: μ²/C²",
          []<class T>(const Run<T>& r, int k) { return square(r.mu) / (T(1) + r.C2[std::size_t(k)]) / T(k + 1); }),
      bounded_by("missing C: ‖x₀ − x*‖²/(k+1)", []<class T>(const Run<T>& r, int k) { return r.distance2 / T(k + 1); }),
      bounded_by("best factor with Hₖ₊₁ for Hₖ", []<class T>(const Run<T>& r, int k) {
        return k < 2 ? squared_R(r, k) : T((best_factor<T>(k) - T(1) / T((k + 1) * k * (k - 1))) * bound_factor(r, k));
      })};
}

StochasticInstance staircase(int terms, double x0, int steps, double mu, double width) {
  std::vector<ObjectivePtr> f;
  for (int i = 0; i < terms; ++i) {
    const double middle = -1 + (2 * i + 1.0) / terms, half = 1.0 / terms;
    PiecewiseQuadratic::Data data{{-width}, {mu}, -mu * width};
    if (i > 0) {
      data.slopes.push_back(0);
      data.knots.push_back(width * (middle - half));
    }
    data.slopes.push_back(mu * terms);
    data.knots.push_back(width * (middle + half));
    if (i < terms - 1) {
      data.slopes.push_back(0);
      data.knots.push_back(width);
    }
    data.slopes.push_back(mu);
    f.push_back(make_objective(PiecewiseQuadratic(data)));
  }
  return {.f = FiniteSum(f, Curvature{mu, mu}), .x0 = Vector<double>::Constant(1, x0), .mu = mu, .n = steps};
}

#define VERIGRAD_INSTANTIATE(T) \
  template struct Run<T>;       \
  template T best_factor<T>(int);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::strongly_convex_sgd
