// MathDNN 6.5: measured f(xₙ) − f* of gradient descent, the printed bound and the best bound known.
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/figure/figure.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/problem/read_csv.hpp"

namespace verigrad::figures {
namespace gradient_descent_rate_figure {
namespace {

using namespace verigrad::gradient_descent_rate;

constexpr int precision_bits = 128;

const Axis steps_axis{"step n (gradient evaluations)", true};
const Axis gap_axis{"f(xₙ) − f* (units of f)", true};

/// f(xₙ) − f* for n ≥ 1 with both bounds: midpoints of 128-bit enclosures.
Figure of_run(const std::string& name, const std::string& title, const DescentInstance& instance) {
  const Number::Over balls(Number::Kind::ball);
  const Ball::Precision precision(precision_bits);
  const Run r(instance);
  Curve measured{"measured f(xₙ) − f*", {}};
  Curve printed{"printed bound ‖x₀ − x*‖² / (nC)", {}, Stroke::dashed};
  Curve best{"best bound known", {}, Stroke::dashed};
  for (int n = 1; n <= r.n; ++n) {
    measured.points.emplace_back(n, approximate(r.delta[std::size_t(n)]));
    printed.points.emplace_back(n, approximate(printed_bound(r, n)));
    best.points.emplace_back(n, approximate(best_bound(r, n)));
  }
  return {name, title, {{"", steps_axis, gap_axis, {measured, printed, best}}}};
}

Figure rate_figure(const std::string& name, const std::string& title, const ObjectivePtr& f, const Vector<double>& x0,
                   int steps) {
  return of_run(name, title, {f, x0, 1 / f->curvature().smoothness(), steps});
}

Figure quadratic_figure() {
  Vector<double> spectrum(8);
  for (int i = 0; i < 8; ++i) spectrum[i] = std::ldexp(1, -i);
  const auto f = make_objective(Quadratic(spectrum, Vector<double>::Zero(8)));
  return rate_figure("gradient_descent_rate_quadratic", "Quadratic with eigenvalues 1, 1/2 … 1/128, α = 1/L", f,
                     Vector<double>::Ones(8), 1000);
}

Figure huber_figure() {
  constexpr int steps = 1000;
  return of_run("gradient_descent_rate_huber",
                fmt::format("Huber's function, slowest for n = {}: it meets the best bound there, α = 1/L", steps),
                huber_witness(1, steps));
}

/// (f(xₙ) − f*) / (L‖x₀ − x*‖²) after n steps.
double share(const Run& r, int n) { return approximate(r.delta[std::size_t(n)] / (r.L * r.R2)); }

Figure step_size_figure() {
  constexpr int n = 10;
  const Number::Over balls(Number::Kind::ball);
  const Ball::Precision precision(precision_bits);
  Curve parabola{"parabola", {}}, huber{"Huber's function, slowest for n", {}};
  Curve printed{"printed bound", {}, Stroke::dashed}, best{"best bound known", {}, Stroke::dashed};
  for (int k = 1; k < 128; ++k) {
    const double h = k / 64.0;
    const Run slowest(huber_witness(h, n));
    parabola.points.emplace_back(h, share(Run(parabola_witness(h, n)), n));
    huber.points.emplace_back(h, share(slowest, n));
    printed.points.emplace_back(h, approximate(printed_bound(slowest, n) / slowest.R2));
    best.points.emplace_back(h, approximate(best_bound(slowest, n) / slowest.R2));
  }
  return {"gradient_descent_rate_step_size",
          fmt::format("What gradient descent attains after n = {} steps, for each step size", n),
          {{"",
            {"αL (step size in units of 1/L)", false},
            {"(f(xₙ) − f*) / (L ‖x₀ − x*‖²)", true, 1e-4},
            {parabola, huber, printed, best}}}};
}

Figure breast_cancer_figure(const std::filesystem::path& data) {
  const DataSet table = standardised(read_csv(data / "breast_cancer.csv", "benign"));
  const auto f = make_objective(verigrad::logistic_regression(table, 1 / double(table.rows())));
  return rate_figure("gradient_descent_rate_breast_cancer",
                     "Logistic regression on the breast-cancer data, ridge 1/N, α = 1/L", f,
                     Vector<double>::Zero(f->dimension()), 300);
}

}  // namespace
}  // namespace gradient_descent_rate_figure

/// A quadratic with eigenvalues 2⁰ … 2⁻⁷; Huber's function, slowest for the last step drawn; for n = 10 and every αL in
/// (0, 2), what the parabola and Huber's function attain; logistic regression on the shipped table.
std::vector<Figure> gradient_descent_rate(const FigureInput& input) {
  using namespace gradient_descent_rate_figure;
  return {quadratic_figure(), huber_figure(), step_size_figure(), breast_cancer_figure(input.tables)};
}

}  // namespace verigrad::figures
