#include <iostream>
#include <verigrad/check/examine.hpp>
#include <verigrad/theorem/descent/gradient_descent_rate.hpp>

int main() {
  using namespace verigrad::gradient_descent_rate;
  const verigrad::DescentInstance slowest = huber_witness(1, 10);  // Huber's function, α = 1/L, n = 10 steps
  const verigrad::Evidence evidence = verigrad::examine(slowest, best_conclusion());
  std::cout << name(evidence.verdict) << "; smallest relative margin " << evidence.smallest_margin << "\n"
            << evidence.tightest << "\n";
}
