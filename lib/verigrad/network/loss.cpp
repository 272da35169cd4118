#include <fmt/format.h>

#include "verigrad/network/loss_inline.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {

std::string_view name(Loss loss) {
  switch (loss) {
    case Loss::softmax_cross_entropy: return "softmax_cross_entropy";
    case Loss::squared_error: return "squared_error";
    case Loss::logistic: return "logistic";
  }
  return "?";
}

void require_answers(Loss loss, Eigen::Index batch, Eigen::Index outputs, const std::vector<int>& labels,
                     Eigen::Index target_rows, Eigen::Index target_columns) {
  if (loss == Loss::squared_error) {
    if (target_rows != batch || target_columns != outputs)
      throw std::invalid_argument(fmt::format("targets: {} × {}; the squared error needs {} × {}, one sample a row",
                                              target_rows, target_columns, batch, outputs));
    return;
  }
  if (loss == Loss::logistic && outputs != 1)
    throw std::invalid_argument(
        fmt::format("network: {} outputs; the logistic loss needs 1, softmax_cross_entropy takes any", outputs));
  if (Eigen::Index(labels.size()) != batch)
    throw std::invalid_argument(fmt::format("labels: {} for a batch of {}; give one a sample", labels.size(), batch));
  const int classes = loss == Loss::logistic ? 2 : int(outputs);
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (labels[i] < 0 || labels[i] >= classes)
      throw std::invalid_argument(
          fmt::format("labels[{}] is {}; use 0 … {}, the index of a class", i, labels[i], classes - 1));
}

#define VERIGRAD_INSTANTIATE(T)                                      \
  template T loss_value<T>(Loss, const Matrix<T>&, const Batch<T>&); \
  template void loss_gradient<T>(Loss, const Matrix<T>&, const Batch<T>&, Matrix<T>&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
