#include "verigrad/claim/claims.hpp"

namespace verigrad {

Claims claims_over(Number::Kind kind, const MakeClaims& make) {
  const Number::Over numbers(kind);
  Claims claims;
  make(claims);
  return claims;
}

void claim_equal(std::string_view name, const Matrix<Number>& lhs, const Matrix<Number>& rhs, Claims& claims) {
  claims.equal("rows", int(lhs.rows()), int(rhs.rows()));
  claims.equal("columns", int(lhs.cols()), int(rhs.cols()));
  if (lhs.rows() != rhs.rows() || lhs.cols() != rhs.cols()) return;
  for (Eigen::Index i = 0; i < lhs.rows(); ++i)
    for (Eigen::Index j = 0; j < lhs.cols(); ++j) claims.equal(name, lhs(i, j), rhs(i, j), int(i * lhs.cols() + j));
}

}  // namespace verigrad
