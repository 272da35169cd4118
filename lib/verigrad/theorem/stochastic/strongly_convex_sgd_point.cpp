// One point xₖ and the mean over the index drawn there.
#include "verigrad/theorem/stochastic/strongly_convex_sgd_lines.hpp"

namespace verigrad::strongly_convex_sgd {

namespace {

/// A point xₖ.
struct Node {
  int k;
  Vector<Number> x;
};

/// The mean over the index drawn at one point, by the method that ships.
struct Draw {
  Vector<Number> mean_gradient;  ///< E ∇fᵢ(xₖ), as E (xₖ − xₖ₊₁)/τₖ
  Number next_distance;          ///< Eᵢ‖xₖ₊₁ − x*‖²
};

/// A run with all points from which it steps.
struct TreeRun {
  using Instance = StochasticInstance;
  explicit TreeRun(const StochasticInstance& instance) : TreeRun(instance, laws(instance)) {}

  Number tau(int k) const { return 1 / (run.mu * (k + 1)); }
  Vector<Number> gradient(const Node& v) const { return f.gradient<Number>(v.x); }
  Number value(const Node& v) const { return f.value<Number>(v.x); }
  /// E‖∇fᵢ(xₖ)‖².
  Number mean_square(const Node& v) const {
    Number sum(0);
    for (int i = 0; i < f.size(); ++i) sum += square_of_term(i, v);
    return sum / f.size();
  }
  /// max ‖∇fᵢ(xₖ)‖².
  Number largest_square(const Node& v) const {
    Number largest(0);
    for (int i = 0; i < f.size(); ++i) largest = larger<Number>(largest, square_of_term(i, v));
    return largest;
  }
  Draw draw(const Node& v) const {
    Draw result{Vector<Number>::Constant(v.x.size(), 0), 0};
    const Number share = 1 / Number(f.size());
    for (int i = 0; i < f.size(); ++i) {
      const Vector<Number> next = method.step<Number>(f, {v.x, v.k}, i).x, moved = next - minimum.x_star;
      result.mean_gradient += share / tau(v.k) * (v.x - next);
      result.next_distance += share * squared_norm(moved);
    }
    return result;
  }

  FiniteSum f;
  Run run;
  Minimum<Number> minimum;
  StochasticGradient method;
  std::vector<Node> nodes, far_nodes;  ///< far_nodes: at x* + 2ʲ e₁

private:
  TreeRun(const StochasticInstance& instance, const std::vector<Law<Vector<Rational>>>& law)
      : f(instance.f), run(instance, law), minimum(minimum_of(instance)), method{StronglyConvexStep{instance.mu}} {
    for (int k = 0; k < run.n; ++k)
      for (const auto& [x, probability] : law[std::size_t(k)]) nodes.push_back({k, enclose(x)});
    for (int j = 0; j < 16; ++j) {
      Vector<Number> far = minimum.x_star;
      far[0] += 1 << j;
      far_nodes.push_back({j, far});
    }
  }
  Number square_of_term(int i, const Node& v) const { return squared_norm(f.term(i).over<Number>().gradient(v.x)); }
};

void strong_at_x(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    const Vector<Number> back = t.minimum.x_star - v.x;
    claims.at_most("⟨∇f(xₖ), x* − xₖ⟩ + μ/2 ‖xₖ − x*‖² ≤ f(x*) − f(xₖ)",
                   dot(t.gradient(v), back) + frac(1, 2) * t.run.mu * squared_norm(back), t.minimum.f_star - t.value(v),
                   v.k);
  }
}

void strong_at_star(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes)
    claims.at_most("μ/2 ‖xₖ − x*‖² ≤ f(xₖ) − f(x*)", frac(1, 2) * t.run.mu * squared_norm(v.x - t.minimum.x_star),
                   t.value(v) - t.minimum.f_star, v.k);
}

void line_17(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    const Vector<Number> from = v.x - t.minimum.x_star;
    claims.at_most("μ‖xₖ − x*‖² ≤ ⟨∇f(xₖ), xₖ − x*⟩", t.run.mu * squared_norm(from), dot(t.gradient(v), from), v.k);
  }
}

void unbiased(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) claims.equal("E ∇fᵢ(xₖ) = ∇f(xₖ)", t.draw(v).mean_gradient, t.gradient(v));
}

void expansion(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    const Vector<Number> back = t.minimum.x_star - v.x;
    const Draw draw = t.draw(v);
    claims.equal(
        "expansion of Eᵢ‖xₖ₊₁ − x*‖²", draw.next_distance,
        squared_norm(back) + 2 * t.tau(v.k) * dot(draw.mean_gradient, back) + square(t.tau(v.k)) * t.mean_square(v),
        v.k);
  }
}

void bounded(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    const Vector<Number> back = t.minimum.x_star - v.x;
    claims.at_most("Eᵢ‖xₖ₊₁ − x*‖² ≤ ‖xₖ − x*‖² + 2τₖ⟨∇f(xₖ), x* − xₖ⟩ + τₖ²C²", t.draw(v).next_distance,
                   squared_norm(back) + 2 * t.tau(v.k) * dot(t.gradient(v), back) +
                       square(t.tau(v.k)) * t.run.C2[std::size_t(v.k + 1)],
                   v.k);
  }
}

/// μ²‖x − x*‖² ≤ ‖∇f(x)‖² ≤ E‖∇fᵢ(x)‖², which is `mean_square`.
void gradients_grow(const TreeRun& t, const Node& v, const Number& mean_square, Claims& claims) {
  const Number square_of_mean = squared_norm(t.gradient(v));
  claims.at_most("μ²‖x − x*‖² ≤ ‖∇f(x)‖²", square(t.run.mu) * squared_norm(v.x - t.minimum.x_star), square_of_mean,
                 v.k);
  claims.at_most("‖∇f(x)‖² ≤ E‖∇fᵢ(x)‖²", square_of_mean, mean_square, v.k);
}

void C_dominates(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.nodes) {
    const Number mean_square = t.mean_square(v);
    gradients_grow(t, v, mean_square, claims);
    claims.at_most("E‖∇fᵢ(x)‖² ≤ C² (by construction)", mean_square, t.run.C2.back(), v.k);
  }
  for (const Node& v : t.far_nodes) gradients_grow(t, v, t.mean_square(v), claims);
}

void bounded_at_every_point(const TreeRun& t, Claims& claims) {
  for (const Node& v : t.far_nodes)
    claims.at_most("E‖∇fᵢ(x)‖² ≤ C² at x = x* + 2ʲ", t.mean_square(v), t.run.all_C2, v.k);
}

/// What ‖∇fᵢ(x)‖² ≤ C² can be asked of: the points from which the method steps, within C/μ of x*, and none beyond.
void bounded_at_points(const TreeRun& t, Claims& claims) {
  const Number C2 = t.run.C2.back();
  for (const Node& v : t.nodes) {
    claims.at_most("max ‖∇fᵢ(xₖ)‖² ≤ C²", t.largest_square(v), C2, v.k);
    claims.at_most("μ²‖xₖ − x*‖² ≤ C²", square(t.run.mu) * squared_norm(v.x - t.minimum.x_star), C2, v.k);
  }
  for (const Node& v : t.far_nodes)
    claims.at_most("μ²‖x − x*‖² ≤ max ‖∇fᵢ(x)‖² at x = x* + 2ʲ",
                   square(t.run.mu) * squared_norm(v.x - t.minimum.x_star), t.largest_square(v), v.k);
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
