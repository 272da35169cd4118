#include "verigrad/network/dense_network.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad {

DenseNetwork::DenseNetwork(std::vector<int> widths, std::vector<Activation> activations)
    : widths_(std::move(widths)), activations_(std::move(activations)), offsets_{0} {
  if (widths_.size() != activations_.size() + 1)
    throw std::invalid_argument(
        fmt::format("DenseNetwork: {} widths and {} activations; give the widths m₀ … m_p and one activation for each "
                    "of the p layers",
                    widths_.size(), activations_.size()));
  for (std::size_t k = 0; k < widths_.size(); ++k)
    if (widths_[k] < 1)
      throw std::invalid_argument(fmt::format("DenseNetwork: widths[{}] is {}; use 1 or more", k, widths_[k]));
  for (int k = 1; k <= depth(); ++k)
    offsets_.push_back(offsets_.back() + Eigen::Index(width(k)) * (Eigen::Index(width(k - 1)) + 1));
}

DenseNetwork DenseNetwork::classifier(const std::vector<int>& widths, Activation hidden) {
  std::vector<Activation> activations(widths.empty() ? 0 : widths.size() - 1, hidden);
  if (!activations.empty()) activations.back() = Activation::identity;
  return {widths, activations};
}

bool DenseNetwork::rational() const { return std::all_of(activations_.begin(), activations_.end(), is_rational); }

std::string DenseNetwork::describe() const {
  std::string words = fmt::format("{}", fmt::join(widths_, "–"));
  for (const Activation activation : activations_) words += fmt::format(", {}", name(activation));
  return words;
}

void DenseNetwork::require_shapes(Eigen::Index parameters, Eigen::Index batch, Eigen::Index columns) const {
  if (parameters != parameter_count())
    throw std::invalid_argument(
        fmt::format("theta: {} entries; the network {} has {} parameters", parameters, describe(), parameter_count()));
  if (batch < 1) throw std::invalid_argument("inputs: an empty batch; give one row or more");
  if (columns != inputs())
    throw std::invalid_argument(
        fmt::format("inputs: {} columns; the network {} reads {}, one sample a row", columns, describe(), inputs()));
}

}  // namespace verigrad
