// Your own optimiser, a class with step(x, gradient, rate): told by name what it computes, and held against a theorem.
#include <cmath>
#include <iostream>
#include <vector>
#include <verigrad/conformance/check_optimiser.hpp>
#include <verigrad/report/identification_report.hpp>
#include <verigrad/report/trial_report.hpp>
#include <verigrad/trial/check_statement.hpp>

using verigrad::conformance::HyperParameters;

/// RMSprop, meant to be PyTorch's; ε stands inside the root.
class MyRmsProp {
public:
  explicit MyRmsProp(const HyperParameters& hyper) : alpha_(hyper.at("alpha")), eps_(hyper.at("eps")) {}

  void step(std::vector<float>& x, const std::vector<float>& gradient, float rate) {
    v_.resize(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      v_[i] += float(1 - alpha_) * (gradient[i] * gradient[i] - v_[i]);
      x[i] -= rate * gradient[i] / std::sqrt(v_[i] + float(eps_));
    }
  }

private:
  double alpha_, eps_;
  std::vector<float> v_;
};

/// Gradient descent with a rate of its own; `factor` is 1 as it should be, or 4 as a bug.
struct MyDescent {
  double factor;
  void step(std::vector<double>& x, const std::vector<double>& gradient) const {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] -= factor * 0.25 * gradient[i];
  }
};

int main() {
  const auto report = verigrad::check_optimiser([](const HyperParameters& hyper) { return MyRmsProp(hyper); },
                                                "rmsprop", {{"weight_decay", 0}});
  std::cout << verigrad::conformance::to_text(report.found, report.trace.head) << "\n";

  for (const double factor : {1.0, 4.0}) {
    const auto findings =
        verigrad::check_statement([=] { return MyDescent{factor}; }, "gradient_descent_rate", {{"lr", 0.25}});
    const std::string text = verigrad::trial::to_text(findings);
    std::cout << text.substr(0, text.find("problem 2")) << "\n";
  }
}
