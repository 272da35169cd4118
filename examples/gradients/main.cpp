// Derivatives of your own function, a template over its number type, by dual numbers and by tape.
#include <iostream>
#include <verigrad/autodiff/derivative.hpp>

/// (1 − x)² + 100(y − x²)².
struct Rosenbrock {
  template <class V>
  V operator()(const verigrad::Vector<V>& at) const {
    const V x = at[0], y = at[1];
    return square(V(1) - x) + V(100) * square(y - square(x));
  }
};

int main() {
  using verigrad::Dual, verigrad::Tape, verigrad::Var, verigrad::Vector;
  const Rosenbrock f;
  const Vector<double> x{{-1, 2}};

  std::cout << "forward mode: " << verigrad::forward_gradient(f, x).transpose() << '\n';
  std::cout << "reverse mode: " << verigrad::reverse_gradient(f, x).transpose() << '\n';

  // Along one direction only: x + ε(1, 1).
  const Vector<double> one = Vector<double>::Ones(1);
  const Dual<double> along = f(Vector<Dual<double>>{{Dual<double>(x[0], one), Dual<double>(x[1], one)}});
  std::cout << "value " << along.value() << ", derivative along (1, 1): " << along.tangent() << '\n';

  // A tape of your own, for intermediate results: one sweep back gives the derivatives by all of them.
  Tape<double> tape;
  const Vector<Var<double>> inputs = tape.variables(x);
  const Var<double> valley = inputs[1] - square(inputs[0]);
  const Var<double> loss = valley * valley;
  std::cout << "derivatives of (y − x²)² by x and by y − x²: "
            << tape.gradient(loss, Vector<Var<double>>{{inputs[0], valley}}).transpose() << '\n';

  // Exact where the number type is.
  using verigrad::Rational;
  const Vector<Rational> third{{Rational(1, 3), Rational(1, 9)}};
  std::cout << "at (1/3, 1/9), exactly: " << verigrad::reverse_gradient(f, third).transpose() << '\n';
}
