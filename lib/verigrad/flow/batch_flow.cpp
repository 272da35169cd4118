#include "verigrad/flow/batch_flow.hpp"

namespace verigrad {

std::vector<Matrix<Number>> BatchFlow::epoch(const Matrix<Number>& w, const std::vector<AffineFlow>& batches) const {
  std::vector<Matrix<Number>> z{w};
  for (const AffineFlow& batch : batches) z.push_back(batch.at(exact(dt), z.back()));
  return z;
}

}  // namespace verigrad
