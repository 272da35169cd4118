// Thesis, Figure 3.1: two functions whose Hessians at (0, 0) have the eigenvalues 0 and 2.
#include <cmath>

#include "verigrad/figure/figure.hpp"

namespace verigrad::figures {
namespace singular_hessians_figure {
namespace {

double flat_valley(double x, double y) { return x * x / 2 + y * y / 2 + x * y; }
double flat_inflection(double x, double y) { return x * x * x + y * y; }

Panel level_lines_around_0(const std::string& title, double (*value)(double, double), std::vector<double> levels,
                           const std::string& what) {
  const std::vector<double> ends = evenly(-1, 1, 80);
  const Contours contours{"level lines", grid_of(ends, ends, value), std::move(levels)};
  return {title, {"θ₁", false, -1, 1}, {"θ₂", false, -1, 1}, {{what, {{0, 0}}, Stroke::points}}, contours};
}

/// The values on the line through (0, 0) along the eigenvector of the eigenvalue 0, and along that of 2.
Panel along_eigenvectors() {
  Curve valley{"½θ₁² + ½θ₂² + θ₁θ₂ along (1, −1)/√2", {}}, inflection{"θ₁³ + θ₂² along (1, 0)", {}},
      curved{"both along the eigenvector of 2", {}, Stroke::dashed};
  for (int k = -50; k <= 50; ++k) {
    const double t = k / 50.0, r = t / std::sqrt(2);
    valley.points.emplace_back(t, flat_valley(r, -r));
    inflection.points.emplace_back(t, flat_inflection(t, 0));
    curved.points.emplace_back(t, flat_inflection(0, t));
  }
  return {"(c) along the eigenvectors", {"t"}, {"value"}, {valley, inflection, curved}};
}

}  // namespace
}  // namespace singular_hessians_figure

std::vector<Figure> singular_hessians(const FigureInput&) {
  using namespace singular_hessians_figure;
  return {{"singular_hessians",
           "Two functions whose Hessians at (0, 0) have the eigenvalues 0 and 2 (thesis, Figure 3.1)",
           {level_lines_around_0("(a) ½θ₁² + ½θ₂² + θ₁θ₂", flat_valley, {0.02, 0.1, 0.3, 0.6, 1, 1.5},
                                 "critical point, a minimiser"),
            level_lines_around_0("(b) θ₁³ + θ₂²", flat_inflection, {-0.7, -0.3, -0.1, -0.02, 0.02, 0.1, 0.3, 0.7, 1.2},
                                 "critical point, no extremum"),
            along_eigenvectors()},
           3,
           "Functions as printed, where they are drawn as surfaces; (c) is added here."}};
}

}  // namespace verigrad::figures
