#include "verigrad/flow/batch_flow.hpp"

namespace verigrad {

std::vector<Matrix<Ball>> BatchFlow::epoch(const Matrix<Ball>& w, const std::vector<AffineFlow>& batches) const {
  std::vector<Matrix<Ball>> z{w};
  for (const AffineFlow& batch : batches) z.push_back(batch.at(Ball::point(dt), z.back()));
  return z;
}

}  // namespace verigrad
