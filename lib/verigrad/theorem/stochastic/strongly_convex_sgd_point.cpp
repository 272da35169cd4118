// One point xₖ and the mean over the index drawn there.
#include "verigrad/theorem/stochastic/strongly_convex_sgd_lines.hpp"

namespace verigrad::strongly_convex_sgd {

namespace {

/// What the proof says of one point xₖ.
struct Node {
  int k;
  Vector<Number> x, gradient;
  Number value;
  Vector<Number> mean_gradient;  ///< E ∇fᵢ(xₖ), as E (xₖ − xₖ₊₁)/τₖ by the method that ships
  Number mean_square;            ///< E‖∇fᵢ(xₖ)‖²
  Number largest_square;         ///< max ‖∇fᵢ(xₖ)‖²
  Number next_distance;          ///< Eᵢ‖xₖ₊₁ − x*‖²
};

/// A run with all points from which it steps.
struct TreeRun {
  using Instance = StochasticInstance;
  explicit TreeRun(const StochasticInstance& instance)
      : run(instance), minimum(minimum_of(instance)), method{StronglyConvexStep{instance.mu}} {
    const auto law = laws(instance);
    for (int k = 0; k < run.n; ++k)
      for (const auto& [x, probability] : law[std::size_t(k)]) nodes.push_back(node(instance.f, enclose(x), k));
    for (int j = 0; j < 16; ++j) {
      Vector<Number> far = minimum.x_star;
      far[0] += 1 << j;
      far_nodes.push_back(node(instance.f, far, j));
    }
  }

  Number tau(int k) const { return 1 / (run.mu * (k + 1)); }

  Run run;
  Minimum<Number> minimum;
  StochasticGradient method;
  std::vector<Node> nodes, far_nodes;  ///< far_nodes: at x* + 2ʲ e₁

private:
  Node node(const FiniteSum& f, const Vector<Number>& x, int k) const {
    Node result{k, x, f.gradient<Number>(x), f.value<Number>(x), Vector<Number>::Constant(x.size(), 0), 0, 0, 0};
    const Number share = 1 / Number(f.size());
    for (int i = 0; i < f.size(); ++i) {
      const Vector<Number> g = f.term(i).over<Number>().gradient(x);
      const Vector<Number> next = method.step<Number>(f, {x, k}, i).x, moved = next - minimum.x_star;
      result.mean_gradient += share / tau(k) * (x - next);
      result.mean_square += share * squared_norm(g);
      result.largest_square = larger<Number>(result.largest_square, squared_norm(g));
      result.next_distance += share * squared_norm(moved);
    }
    return result;
  }
};

void strong_at_x(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    const Vector<Number> back = t.minimum.x_star - v.x;
    claims.at_most("⟨∇f(xₖ), x* − xₖ⟩ + μ/2 ‖xₖ − x*‖² ≤ f(x*) − f(xₖ)",
                   dot(v.gradient, back) + frac(1, 2) * t.run.mu * squared_norm(back), t.minimum.f_star - v.value, v.k);
  }
}

void strong_at_star(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes)
    claims.at_most("μ/2 ‖xₖ − x*‖² ≤ f(xₖ) − f(x*)", frac(1, 2) * t.run.mu * squared_norm(v.x - t.minimum.x_star),
                   v.value - t.minimum.f_star, v.k);
}

void line_17(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    const Vector<Number> from = v.x - t.minimum.x_star;
    claims.at_most("μ‖xₖ − x*‖² ≤ ⟨∇f(xₖ), xₖ − x*⟩", t.run.mu * squared_norm(from), dot(v.gradient, from), v.k);
  }
}

void unbiased(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) claims.equal("E ∇fᵢ(xₖ) = ∇f(xₖ)", v.mean_gradient, v.gradient);
}

void expansion(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    const Vector<Number> back = t.minimum.x_star - v.x;
    claims.equal("expansion of Eᵢ‖xₖ₊₁ − x*‖²", v.next_distance,
                 squared_norm(back) + 2 * t.tau(v.k) * dot(v.mean_gradient, back) + square(t.tau(v.k)) * v.mean_square,
                 v.k);
  }
}

void bounded(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    const Vector<Number> back = t.minimum.x_star - v.x;
    claims.at_most("Eᵢ‖xₖ₊₁ − x*‖² ≤ ‖xₖ − x*‖² + 2τₖ⟨∇f(xₖ), x* − xₖ⟩ + τₖ²C²", v.next_distance,
                   squared_norm(back) + 2 * t.tau(v.k) * dot(v.gradient, back) +
                       square(t.tau(v.k)) * t.run.C2[std::size_t(v.k + 1)],
                   v.k);
  }
}

/// μ²‖x − x*‖² ≤ ‖∇f(x)‖² ≤ E‖∇fᵢ(x)‖².
void gradients_grow(const TreeRun& t, const Node& v, Claims& claims) {
  const Number square_of_mean = squared_norm(v.gradient);
  claims.at_most("μ²‖x − x*‖² ≤ ‖∇f(x)‖²", square(t.run.mu) * squared_norm(v.x - t.minimum.x_star), square_of_mean,
                 v.k);
  claims.at_most("‖∇f(x)‖² ≤ E‖∇fᵢ(x)‖²", square_of_mean, v.mean_square, v.k);
}

void C_dominates(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    gradients_grow(t, v, claims);
    claims.at_most("E‖∇fᵢ(x)‖² ≤ C² (by construction)", v.mean_square, t.run.C2.back(), v.k);
  }
  for (const Node& v : t.far_nodes) gradients_grow(t, v, claims);
}

void bounded_at_every_point(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.far_nodes) claims.at_most("E‖∇fᵢ(x)‖² ≤ C² at x = x* + 2ʲ", v.mean_square, t.run.all_C2, v.k);
}

/// What ‖∇fᵢ(x)‖² ≤ C² can be asked of: the points from which the method steps, within C/μ of x*, and none beyond.
void bounded_at_points(const TreeRun& t, Claims& claims) {
  const Number C2 = t.run.C2.back();
  for (const Node& v : t.nodes) {
    claims.at_most("max ‖∇fᵢ(xₖ)‖² ≤ C²", v.largest_square, C2, v.k);
    claims.at_most("μ²‖xₖ − x*‖² ≤ C²", square(t.run.mu) * squared_norm(v.x - t.minimum.x_star), C2, v.k);
  }
  for (const Node& v : t.far_nodes)
    claims.at_most("μ²‖x − x*‖² ≤ max ‖∇fᵢ(x)‖² at x = x* + 2ʲ",
                   square(t.run.mu) * squared_norm(v.x - t.minimum.x_star), v.largest_square, v.k);
}

}  // namespace

std::vector<Step<StochasticInstance>> point_steps() {
  return {
      {"strong convexity at xₖ", "f(x*) − f(xₖ) ≥ ⟨∇f(xₖ), x* − xₖ⟩ + μ/2 ‖xₖ − x*‖²", form<TreeRun>(strong_at_x)},
      {"strong convexity at x*", "f(xₖ) − f(x*) ≥ ⟨∇f(x*), xₖ − x*⟩ + μ/2 ‖xₖ − x*‖²", form<TreeRun>(strong_at_star)},
      {"(14.17)", "⟨∇f(xₖ) − ∇f(x*), xₖ − x*⟩ = ⟨∇f(xₖ), xₖ − x*⟩ ≥ μ‖xₖ − x*‖²", form<TreeRun>(line_17)},
      {"unbiased", "(14.14): E ∇fᵢ(xₖ) = ∇f(xₖ)", form<TreeRun>(unbiased).of_code()},
      {"expansion", "Eᵢ‖xₖ₊₁ − x*‖² = ‖xₖ − x*‖² + 2τₖ⟨E ∇fᵢ(xₖ), x* − xₖ⟩ + τₖ² E‖∇fᵢ(xₖ)‖²",
       form<TreeRun>(expansion)},
      {"bounded", "… ≤ ‖xₖ − x*‖² + 2τₖ⟨∇f(xₖ), x* − xₖ⟩ + τₖ²C²", form<TreeRun>(bounded)},
      {"C²/μ² is R",
       "μ²‖x₀ − x*‖² ≤ ‖∇f(x₀)‖² ≤ E‖∇fᵢ(x₀)‖² ≤ C²: the first entry of R, squared, is never the larger one (not in "
       "the text)",
       form<TreeRun>(C_dominates)}};
}

FalseLine<StochasticInstance> bounded_everywhere() {
  return {.words = {.key = "bounded everywhere",
                    .place = "Theorem 24, hypotheses",
                    .printed = "f is μ-strongly convex … and is such that ‖∇fᵢ(x)‖² ≤ C² [for every x]",
                    .corrected =
                        "‖∇fᵢ(x)‖² ≤ C² for the points x that the method steps from, which then lie within C/μ of x*",
                    .remark = "The two hypotheses exclude each other: by (14.17), μ‖x − x*‖ ≤ ‖∇f(x)‖ ≤ max ‖∇fᵢ(x)‖. "
                              "For every x, the theorem would speak of no function at all.",
                    .by_hand = "f = f₁ = x²/2 is 1-strongly convex, and |f₁′(x)| = |x| exceeds every C",
                    .weight = Weight::hypothesis,
                    .survives = "with ‖∇fᵢ(x)‖² ≤ C² for the points that the method steps from"},
          .printed = form<TreeRun>(bounded_at_every_point),
          .counterexample = staircase(2, 0, 1),
          .corrected = {form<TreeRun>(bounded_at_points)}};
}

}  // namespace verigrad::strongly_convex_sgd
