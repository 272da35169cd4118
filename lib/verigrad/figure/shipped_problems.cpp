#include "verigrad/figure/shipped_problems.hpp"

#include "verigrad/number/spectrum.hpp"
#include "verigrad/problem/least_squares.hpp"
#include "verigrad/problem/logistic_regression.hpp"
#include "verigrad/problem/read_csv.hpp"

namespace verigrad {
namespace {

ObjectivePtr model(LinearTerms::Loss loss, const Matrix<double>& a, const Vector<double>& y, double ridge) {
  if (loss == LinearTerms::Loss::logistic) return make_objective(LogisticRegression(a, y, ridge, "breast_cancer"));
  return make_objective(LeastSquares(a, y, ridge, "breast_cancer"));
}

double width(const Interval& x) { return x.upper() - x.lower(); }

}  // namespace

ShippedProblem<LinearTerms> breast_cancer(const std::filesystem::path& data, LinearTerms::Loss loss) {
  const DataSet table = standardised(read_csv(data / "breast_cancer.csv", "benign"));
  const Matrix<double> a = with_intercept(table.x);
  const Vector<double> y = class_signs(table);
  const double ridge = 1 / double(table.rows());
  const ObjectivePtr f = model(loss, a, y, ridge);
  const Interval f_star = f->over<Interval>().minimum().f_star;
  const Gap gap = [=](const Vector<double>& x) {
    return (f->over<Interval>().value(exact<Interval>(x)) - f_star).upper();
  };
  return {LinearTerms(loss, a, y, ridge), gap, f->curvature().smoothness(), width(f_star)};
}

ShippedProblem<SoftmaxRegression> digits(const std::filesystem::path& data) {
  constexpr int classes = 10, epochs_to_minimum = 150;
  constexpr double ridge = 0x1p-7;
  const DataSet table = read_csv(data / "digits.csv", "digit");
  const Matrix<double> a = with_intercept(table.x / 16);
  const SoftmaxRegression f(a, table.y, classes, ridge);
  const Vector<double> zero = Vector<double>::Zero(f.dimension());
  const Interval f_star = f.enclosed_minimum(sag_epochs(f, zero, epochs_to_minimum, 1 / f.largest_L(), 1).back());
  const Gap gap = [=](const Vector<double>& x) { return (f.value<Interval>(exact<Interval>(x)) - f_star).upper(); };
  return {f, gap, gram_spectrum_bounds(a).upper / 2 + ridge, width(f_star)};
}

}  // namespace verigrad
