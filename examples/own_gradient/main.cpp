// Your own gradient, held against derivatives enclosed with proof where f is a template over its number type, and
// against extrapolated differences where f is a program that returns doubles.
#include <cmath>
#include <iostream>
#include <verigrad/gradient/check_gradient.hpp>

using namespace verigrad;

/// f(x) = log(1 + e^{x₁}) + x₁x₂² + |x₃|.
constexpr auto f = []<class V>(const Vector<V>& x) {
  using std::exp;
  using std::log1p;
  return V(log1p(exp(x[0])) + x[0] * square(x[1]) + magnitude(x[2]));
};

/// ∇f, with 0 for the derivative of |·| at 0; `factor` is 2 as it should be, or 1 as a bug.
Vector<double> my_gradient(const Vector<double>& x, double factor) {
  const double sigmoid = 1 / (1 + std::exp(-x[0]));
  return Vector<double>{{sigmoid + x[1] * x[1], factor * x[0] * x[1], double((x[2] > 0) - (x[2] < 0))}};
}

int main() {
  const Vector<double> x{{0.5, -3, 0}};
  const auto right = [](const Vector<double>& at) { return my_gradient(at, 2); };
  const auto wrong = [](const Vector<double>& at) { return my_gradient(at, 1); };
  const GradientReport certified = certify_gradient(f, right, x);
  std::cout << name(certified.verdict()) << "\n" << certified.describe() << "\n\n";
  const GradientReport estimated = check_gradient(f, wrong, x);
  std::cout << name(estimated.verdict()) << ": entry 1, " << estimated.entries[1].remark << "\n";
}
