// Figures of MathDNN 6.5: measured f(xₙ) − f*, the printed bound and the best bound known.
#pragma once

#include "verigrad/problem/objective.hpp"
#include "verigrad/report/figure.hpp"

namespace verigrad::gradient_descent_rate {

/// f(xₙ) − f* of gradient descent with α = 1/L from x0 for n = 1 … steps, with both bounds. The curves are midpoints of
/// 128-bit enclosures.
Figure rate_figure(const std::string& name, const std::string& title, const ObjectivePtr& f, const Vector<double>& x0,
                   int steps);

/// A quadratic with eigenvalues 2⁰ … 2⁻⁷; Huber's function, slowest for the last step drawn; and, for n = 10 and every
/// αL in (0, 2), what the parabola and Huber's function attain beside both bounds.
std::vector<Figure> figures();

}  // namespace verigrad::gradient_descent_rate
