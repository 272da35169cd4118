// Mathematical Foundations of Data Sciences, Proposition 44: quadratic and ℓ¹ penalties made from their limits, the
// rates and where they are attained, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/regression/penalised_least_squares_limit.hpp"

#include "verigrad/algorithm/ridge.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::penalised_least_squares_limit::properties {
namespace {

namespace theorem = penalised_least_squares_limit;
using theorem::LimitInstance;

constexpr const char* stem = "penalised_least_squares_limit";

/// A = d = ν = 1, x* = 4.
LimitInstance scalar(LimitInstance::Penalty penalty, double lambda) {
  return {penalty, Matrix<double>{{1}}, at(1), at(1), at(4), at(1), lambda, 0};
}

Gen<LimitInstance> shifted_down() {
  return gen::map(generate::limit(), [](LimitInstance instance) {
    instance.offset = -100;
    return instance;
  });
}

/// A case in words, decided in rationals.
struct Case {
  std::string words;
  bool rational() const { return true; }
  std::string describe() const { return words; }
};

Check unsolvable() {
  return examined({stem, Kind::dropped, "without a solution of Ax = y", Verdict::fails},
                  Case{"A = (1, 1)ᵀ, y = (0, 2), R = ‖x‖², λ = 2⁻²⁰"}, [](const Case&, Claims& claims) {
                    const Matrix<double> a{{1}, {1}};
                    const Vector<double> y = vector({0, 2});
                    const Vector<Number> x = RidgeWithWholePenalty{0x1p-20}.by_columns<Number>(a, y);
                    claims.at_most("‖Ax_λ − y‖² ≤ 1", squared_norm(product(a, x) - exact(y)), 1);
                  });
}

Check not_coercive() {
  return examined({stem, Kind::dropped, "without coercivity: not bounded (by formula)", Verdict::fails},
                  Case{"A = (1 0), y = 1, R = 0: x_k = (1, 2ᵏ) minimise f_λ"}, [](const Case&, Claims& claims) {
                    const Matrix<double> a{{1, 0}};
                    for (int k = 0; k < 8; ++k) {
                      const Vector<Number> x = exact(vector({1, double(1 << k)}));
                      claims.equal("f_λ(x_k) = 0", squared_norm(product(a, x) - exact(at(1))), 0, k);
                      claims.at_most("‖x_k‖² ≤ 100", squared_norm(x), 100, k);
                    }
                  });
}

Check no_penalty() {
  return examined(
      {stem, Kind::dropped, "without λ > 0 (by formula)", Verdict::fails},
      Case{"A = (1 0), y = 1, R = ‖x‖²: (1, 1) minimises f₀, (1, 0) solves (14.2)"}, [](const Case&, Claims& claims) {
        claims.at_most("R(1, 1) ≤ R(1, 0)", squared_norm(exact(vector({1, 1}))), squared_norm(exact(vector({1, 0}))));
      });
}

Check fixed_penalty() {
  return examined({stem, Kind::dropped, "without λ_k → 0: the limit does not solve Ax = y", Verdict::fails},
                  Case{"A = y = 1, R = x², λ_k = 1: x_k = 1/3"}, [](const Case&, Claims& claims) {
                    const Number x = RidgeWithWholePenalty{1}.by_columns<Number>(Matrix<double>{{1}}, at(1))[0];
                    claims.equal("(Ax − y) + 2λx = 0", x - 1 + 2 * x, 0);
                    claims.equal("Ax = y", x, 1);
                  });
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed, with rates"}, generate::limit(),
                                    theorem::hypotheses_hold, theorem::conclusion()),
                            examined({stem, Kind::sharp, "λ‖ν‖²/8 attained"},
                                     scalar(LimitInstance::Penalty::quadratic, 0.5), theorem::distance_attained()),
                            examined({stem, Kind::sharp, "λ²‖ν‖² attained by ℓ¹"},
                                     scalar(LimitInstance::Penalty::one_norm, 0.5), theorem::residual_attained()),
                            sampled({stem, Kind::dropped, "without positivity: R − 100"}, shifted_down(),
                                    theorem::of_any_sign, theorem::conclusion()),
                            unsolvable(),
                            not_coercive(),
                            no_penalty(),
                            fixed_penalty()};
  append(checks, planted_checks(stem, generate::limit(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::penalised_least_squares_limit::properties
