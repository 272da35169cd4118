// Mathematical Foundations of Data Sciences, Proposition 45: both closed forms on tables of any shape and rank, what
// they minimise, the rate of the limit λ → 0 from both sides and where it is attained; without λ > 0; planted mistakes.
#include "verigrad/theorem/regression/ridge_regression.hpp"

#include <cmath>

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::ridge_regression::properties {
namespace {

namespace theorem = ridge_regression;
using theorem::RidgeInstance;

constexpr const char* stem = "ridge_regression";

/// λ = 2⁻ᵏ, k = 0 … 60: over- and underdetermined.
Evidence toward_zero(const Settings&) {
  Tally tally(Level::instance);
  Matrix<double> tall(3, 2);
  tall << 1, 2, 0, 1, 2, -1;
  const Vector<double> y = Vector<double>::LinSpaced(3, 1, 3);
  for (int k = 0; k <= 60; ++k) {
    const double lambda = std::ldexp(1, -k);
    for (const RidgeInstance& i : {RidgeInstance{tall, y, lambda, Vector<double>::Zero(2)},
                                   RidgeInstance{tall.transpose(), y.head(2), lambda, Vector<double>::Zero(3)}})
      tally.add(i.describe(), decide(theorem::limit(), i));
  }
  tally.note("λ = 1 … 2⁻⁶⁰");
  return tally.finish(Verdict::holds);
}

RidgeInstance one_column(int rows) {
  return {Matrix<double>::Constant(rows, 1, 2), Vector<double>::LinSpaced(rows, 1, rows), 0.5, Vector<double>::Zero(1)};
}
RidgeInstance one_row() {
  return {Matrix<double>::Constant(1, 3, 2), Vector<double>::Constant(1, 5), 0.25, Vector<double>::Zero(3)};
}
RidgeInstance without_penalty() {
  return {Matrix<double>::Ones(1, 2), Vector<double>::Ones(1), 0, Vector<double>::Zero(2)};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "(14.4) = (14.5)"}, generate::ridge(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "limit A⁺y at rate λ"}, generate::ridge(), theorem::hypotheses_hold,
              theorem::limit()),
      {{stem, Kind::conclusion, "limit along λ → 0"}, toward_zero},
      examined({stem, Kind::sharp, "lower rate attained, overdetermined"}, one_column(3), theorem::limit_attained()),
      examined({stem, Kind::sharp, "lower rate attained, underdetermined"}, one_row(), theorem::limit_attained()),
      examined({stem, Kind::dropped, "without λ > 0", Verdict::fails}, without_penalty(), theorem::invertible())};
  append(checks, planted_checks(stem, generate::ridge(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::ridge_regression::properties
