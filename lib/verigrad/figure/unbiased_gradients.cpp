// MFDS, Figure 14.4: the gradients of the terms at some points, and their mean, which is the gradient of f.
#include <limits>

#include "verigrad/figure/figure.hpp"
#include "verigrad/figure/normal_numbers.hpp"

namespace verigrad::figures {
namespace unbiased_gradients_figure {
namespace {

constexpr int terms = 8;

struct Plane {
  double u, v;
};

/// fᵢ(x) = ½ a(u − c)² + ½ b(v − d)².
struct Term {
  double a, b;
  Plane centre;

  Plane gradient(const Plane& x) const { return {a * (x.u - centre.u), b * (x.v - centre.v)}; }
  double value(const Plane& x) const {
    const Plane g = gradient(x);
    return (g.u * (x.u - centre.u) + g.v * (x.v - centre.v)) / 2;
  }
};

std::vector<Term> drawn_terms() {
  NormalNumbers normal(1);
  std::vector<Term> result;
  for (int i = 0; i < terms; ++i) {
    const double a = normal(), b = normal(), u = normal(), v = normal();
    result.push_back({0.5 + a * a, 0.5 + b * b, {u, v}});
  }
  return result;
}

constexpr double arrow = 0.25, gap = std::numeric_limits<double>::quiet_NaN();

/// From x along −g/4; the break before it keeps it apart.
void add_step(Curve& curve, const Plane& x, const Plane& g) {
  curve.points.insert(curve.points.end(), {{gap, gap}, {x.u, x.v}, {x.u - arrow * g.u, x.v - arrow * g.v}});
}

}  // namespace
}  // namespace unbiased_gradients_figure

std::vector<Figure> unbiased_gradients(const FigureInput&) {
  using namespace unbiased_gradients_figure;
  const std::vector<Term> f = drawn_terms();
  Curve of_terms{"−∇fᵢ(x)/4", {}, Stroke::thin}, of_mean{"their mean, −∇f(x)/4", {}}, at{"x", {}, Stroke::points};
  for (const Plane& x : {Plane{-2, 1.5}, {2, 1.5}, {0, -2.5}}) {
    Plane mean{0, 0};
    for (const Term& term : f) {
      const Plane g = term.gradient(x);
      add_step(of_terms, x, g);
      mean = {mean.u + g.u / terms, mean.v + g.v / terms};
    }
    add_step(of_mean, x, mean);
    at.points.emplace_back(x.u, x.v);
  }
  const auto value = [&](double u, double v) {
    double sum = 0;
    for (const Term& term : f) sum += term.value({u, v});
    return sum / terms;
  };
  const Contours lines{"f", grid_of(evenly(-3, 4.5, 75), evenly(-3, 3, 60), value), {1, 2, 3, 4, 6, 8, 10}};
  return {{"unbiased_gradients",
           "Gradients of single terms and the gradient of their mean (MFDS, Figure 14.4)",
           {{"", {"x₁", false, -3, 4.5}, {"x₂", false, -3, 3}, {of_terms, of_mean, at}, lines}},
           1,
           "Chosen here: f the mean of eight quadratics with drawn centres and diagonal Hessians, seed 1."}};
}

}  // namespace verigrad::figures
