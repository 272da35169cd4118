#include "verigrad/problem/linear_terms.hpp"

#include "verigrad/number/sigmoid.hpp"
#include "verigrad/problem/table.hpp"

namespace verigrad {

LinearTerms::LinearTerms(Loss loss, const Matrix<double>& a, const Vector<double>& y, double ridge)
    : loss_(loss), rows_(a.transpose()), y_(y), ridge_(ridge) {
  require_table("LinearTerms", a, y, ridge);
  const double curvature = loss == Loss::logistic ? 0.25 : 1;
  largest_L_ = curvature * rows_.colwise().squaredNorm().maxCoeff() + ridge;
}

void LinearTerms::gradient(int i, const Vector<double>& x, Vector<double>& g) const {
  const auto row = rows_.col(i);
  const double score = row.dot(x), y = y_[i];
  const double slope = loss_ == Loss::logistic ? -y * sigmoid(-y * score) : score - y;
  g.noalias() = slope * row + ridge_ * x;
}

}  // namespace verigrad
