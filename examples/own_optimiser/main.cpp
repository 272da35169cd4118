// Your own objective and your own optimiser, put through the rate of gradient descent (MathDNN, Proposition 6.5).
#include <iostream>
#include <verigrad/check/examine.hpp>
#include <verigrad/theorem/descent/gradient_descent_rate.hpp>

using namespace verigrad;

/// f(x) = x₁² + x₂²/8: curvatures from 1/4 to L = 2, minimum 0 at 0.
struct Valley {
  Eigen::Index dimension() const { return 2; }
  std::string describe() const { return "x₁² + x₂²/8"; }
  Curvature curvature() const { return {0.25, 2}; }
  template <class T>
  static constexpr bool over = true;  // only + − × ÷: rationals can hold it
  template <class T>
  T value(const Vector<T>& x) const {
    return square(x[0]) + frac<T>(1, 8) * square(x[1]);
  }
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const {
    return Vector<T>{{T(2) * x[0], frac<T>(1, 4) * x[1]}};
  }
  template <class T>
  Minimum<T> minimum() const {
    return {Vector<T>{{T(0), T(0)}}, T(0)};
  }
};

/// The optimiser under test, in plain double; `sign` is −1 as it should be, or +1 as a bug.
Trajectory<double> my_optimiser(Vector<double> x, double alpha, int steps, double sign) {
  Trajectory<double> visited{x};
  for (int k = 0; k < steps; ++k) visited.push_back(x += sign * alpha * Valley().gradient<double>(x));
  return visited;
}

void judge(const char* label, double sign) {
  const Vector<double> x0{{3, -4}};
  const DescentInstance run{make_objective(Valley()), x0, 0.5, 20, my_optimiser(x0, 0.5, 20, sign)};
  const Evidence evidence = examine(label, run, gradient_descent_rate::conclusion());
  std::cout << label << ": " << name(evidence.verdict) << "\n";
  std::cout << (evidence.verdict == Verdict::holds ? evidence.tightest : evidence.counterexample) << "\n";
}

int main() {
  judge("my optimiser", -1);
  judge("with a wrong sign", +1);
}
