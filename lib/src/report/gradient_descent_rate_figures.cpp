#include "verigrad/report/gradient_descent_rate_figures.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/gradient_descent_rate.hpp"

namespace verigrad::gradient_descent_rate {
namespace {

constexpr int precision_bits = 128;

const Axis steps_axis{"step n (gradient evaluations)", true};
const Axis gap_axis{"f(xₙ) − f* (units of f)", true};

Figure of_run(const std::string& name, const std::string& title, const DescentInstance& instance) {
  const Ball::Precision precision(precision_bits);
  const Run<Ball> r(instance);
  Curve measured{"measured f(xₙ) − f*", {}, false};
  Curve printed{"printed bound ‖x₀ − x*‖² / (nC)", {}, true};
  Curve best{"best bound known", {}, true};
  for (int n = 1; n <= r.n; ++n) {
    measured.points.emplace_back(n, approximate(r.delta[std::size_t(n)]));
    printed.points.emplace_back(n, approximate(printed_bound(r, n)));
    best.points.emplace_back(n, approximate(best_bound(r, n)));
  }
  return {name, title, steps_axis, gap_axis, {measured, printed, best}};
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
double share(const Run<Ball>& r, int n) { return approximate(r.delta[std::size_t(n)] / (r.L * r.R2)); }

Figure step_size_figure() {
  constexpr int n = 10;
  const Ball::Precision precision(precision_bits);
  Curve parabola{"parabola", {}, false}, huber{"Huber's function, slowest for n", {}, false};
  Curve printed{"printed bound", {}, true}, best{"best bound known", {}, true};
  for (int k = 1; k < 128; ++k) {
    const double h = k / 64.0;
    const Run<Ball> slowest(huber_witness(h, n));
    parabola.points.emplace_back(h, share(Run<Ball>(parabola_witness(h, n)), n));
    huber.points.emplace_back(h, share(slowest, n));
    printed.points.emplace_back(h, approximate(printed_bound(slowest, n) / slowest.R2));
    best.points.emplace_back(h, approximate(best_bound(slowest, n) / slowest.R2));
  }
  return {"gradient_descent_rate_step_size",
          fmt::format("What gradient descent attains after n = {} steps, for each step size", n),
          {"αL (step size in units of 1/L)", false},
          {"(f(xₙ) − f*) / (L ‖x₀ − x*‖²)", true, 1e-4},
          {parabola, huber, printed, best}};
}

}  // namespace

Figure rate_figure(const std::string& name, const std::string& title, const ObjectivePtr& f, const Vector<double>& x0,
                   int steps) {
  return of_run(name, title, {f, x0, 1 / f->curvature().smoothness(), steps});
}

std::vector<Figure> figures() { return {quadratic_figure(), huber_figure(), step_size_figure()}; }

}  // namespace verigrad::gradient_descent_rate
