#include "verigrad/number/select.hpp"
#include "verigrad/theorem/momentum/gradient_descent_momentum_run.hpp"

namespace verigrad::gradient_descent_momentum {

Form<MomentumInstance> constant_gradient() {
  return form<Comparison>("constant gradient", [](const Comparison& r, Claims& claims) {
    Number power(1);
    for (int k = 0; k <= r.n; ++k, power *= r.beta) {
      const Number steps = Number(k) * r.weight - (1 - power);
      equal_at("(1 − β)(xᵏ − x⁰) = −α(k(1 − β) − (1 − βᵏ))g", r.weight * (r.x[k] - r.x[0]),
               -r.alpha * steps * r.gradient[0], k, claims);
      equal_at("gradient descent: xᵏ − x⁰ = −kαg", r.plain[k] - r.plain[0], -Number(k) * r.alpha * r.gradient[0], k,
               claims);
    }
  });
}

Form<MomentumInstance> delayed_gradient() {
  return form<Run>("β = 0 is delayed gradient descent", [](const Run& r, Claims& claims) {
    for (int k = 0; k + 2 <= r.n; ++k)
      equal_at("xᵏ⁺² + α∇f(xᵏ) = xᵏ⁺¹", r.x[k + 2] + r.alpha * r.gradient[k], r.x[k + 1], k, claims);
  });
}

Form<MomentumInstance> never_moves() {
  return form<Run>("β = 1 never moves", [](const Run& r, Claims& claims) {
    for (int k = 0; k <= r.n; ++k) equal_at("xᵏ = x⁰", r.x[k], r.x[0], k, claims);
  });
}

Form<MomentumInstance> first_move_descends() {
  return form<Run>("first move descends", [](const Run& r, Claims& claims) {
    const Vector<Number> move = r.x[2] - r.x[0];
    claims.at_most("‖∇f(x⁰) + (x² − x⁰)‖² ≤ ‖∇f(x⁰)‖² + ‖x² − x⁰‖²", squared_norm(r.gradient[0] + move),
                   squared_norm(r.gradient[0]) + squared_norm(move));
  });
}

Form<MomentumInstance> period_6() {
  return form<Run>("αλ = 1: period 6", [](const Run& r, Claims& claims) {
    const int cycle[] = {1, 1, 0, -1, -1, 0};
    for (int k = 0; k <= r.n; ++k) claims.equal("xᵏ", r.x[k][0], Number(cycle[k % 6]), k);
  });
}

Form<MomentumInstance> smallest_parting() {
  return form<Comparison>("x²/2 parts from the heavy ball at the third", [](const Comparison& r, Claims& claims) {
    claims.equal("x³", r.x[3][0], -1);
    claims.equal("θ₂", r.theta[2][0], 0);
  });
}

Form<MomentumInstance> outgrows(int factor) {
  return form<Comparison>("outgrows gradient descent", [factor](const Comparison& r, Claims& claims) {
    const Number size = square(r.x[r.n][0]) + square(r.x[r.n - 1][0]);
    claims.less("factor² < x²ₙ + x²ₙ₋₁", square(Number(factor)), size);
    claims.less("gradient descent: 2²³|xₙ| < 1", Number(1 << 23) * magnitude<Number>(r.plain[r.n][0]), 1);
  });
}

}  // namespace verigrad::gradient_descent_momentum
