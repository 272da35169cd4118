// Losses of a network's outputs against labels or targets, summed over the batch, and their gradients.
#pragma once

#include <string_view>
#include <vector>

#include "verigrad/number/product.hpp"

namespace verigrad {

/// What a batch of N outputs oᵢ costs, summed and not averaged over i.
enum class Loss {
  softmax_cross_entropy,  ///< Σᵢ ξ(𝒮(oᵢ), e_{labelᵢ}): MathDNN, (14)
  squared_error,          ///< ½ Σᵢ ‖oᵢ − targetᵢ‖²
  logistic                ///< Σᵢ log(1 + exp(∓oᵢ)) for one output and labels 1 (−) and 0 (+)
};
/// The enumerator as it is spelt.
std::string_view name(Loss loss);

/// N samples, one a row. Losses of classes read `labels`, the squared error reads `targets` (N × outputs).
template <class T>
struct Batch {
  Matrix<T> inputs;
  std::vector<int> labels = {};
  Matrix<T> targets = {};
};

/// Throws std::invalid_argument unless the batch has what the loss reads, for every sample, in range.
void require_answers(Loss loss, Eigen::Index batch, Eigen::Index outputs, const std::vector<int>& labels,
                     Eigen::Index target_rows, Eigen::Index target_columns);

/// The loss of outputs O (N × m), each a row.
template <class T>
T loss_value(Loss loss, const Matrix<T>& outputs, const Batch<T>& batch);
/// Its gradient in O, row by row.
template <class T>
void loss_gradient(Loss loss, const Matrix<T>& outputs, const Batch<T>& batch, Matrix<T>& result);

}  // namespace verigrad
