#include "verigrad/network/network_objective.hpp"

#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/network/backpropagation.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

template <class T>
Batch<T> samples_over(const Batch<double>& samples) {
  return {exact<T>(samples.inputs), samples.labels, exact<T>(samples.targets)};
}

}  // namespace

NetworkObjective::NetworkObjective(DenseNetwork network, Loss loss, Batch<double> samples)
    : network_(std::move(network)), loss_(loss), samples_(std::move(samples)) {
  network_.require_shapes(network_.parameter_count(), samples_.inputs.rows(), samples_.inputs.cols());
  require_answers(loss_, samples_.inputs.rows(), network_.outputs(), samples_.labels, samples_.targets.rows(),
                  samples_.targets.cols());
}

std::string NetworkObjective::describe() const {
  std::string words = fmt::format("{}; {}, X {}", network_.describe(), name(loss_), in_words(samples_.inputs));
  if (loss_ == Loss::squared_error) return words + fmt::format(", targets {}", in_words(samples_.targets));
  return words + fmt::format(", labels ({})", fmt::join(samples_.labels, ", "));
}

Curvature NetworkObjective::curvature() const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return {-infinity, infinity};
}

template <class T>
T NetworkObjective::value(const Vector<T>& theta) const {
  return Backpropagation<T>(network_, loss_).objective(theta, samples_over<T>(samples_));
}

template <class T>
Vector<T> NetworkObjective::gradient(const Vector<T>& theta) const {
  Vector<T> result;
  Backpropagation<T>(network_, loss_).objective_and_gradient(theta, samples_over<T>(samples_), result);
  return result;
}

template <class T>
Batch<T> rows_of(const Batch<T>& samples, const BatchIndices& indices) {
  const Eigen::Index count = Eigen::Index(indices.size());
  Batch<T> result{Matrix<T>(count, samples.inputs.cols()), {}, {}};
  if (samples.targets.size() > 0) result.targets.resize(count, samples.targets.cols());
  for (Eigen::Index row = 0; row < count; ++row) {
    const int i = indices[std::size_t(row)];
    if (i < 0 || i >= samples.inputs.rows())
      throw std::invalid_argument(fmt::format("rows_of: index {} of {} samples; use 0 … {}", i, samples.inputs.rows(),
                                              samples.inputs.rows() - 1));
    result.inputs.row(row) = samples.inputs.row(i);
    if (!samples.labels.empty()) result.labels.push_back(samples.labels[std::size_t(i)]);
    if (samples.targets.size() > 0) result.targets.row(row) = samples.targets.row(i);
  }
  return result;
}

FiniteSum one_term_a_sample(const DenseNetwork& network, Loss loss, const Batch<double>& samples) {
  std::vector<ObjectivePtr> terms;
  for (int i = 0; i < int(samples.inputs.rows()); ++i)
    terms.push_back(make_objective(NetworkObjective(network, loss, rows_of(samples, {i}))));
  return FiniteSum(std::move(terms));
}

#define VERIGRAD_INSTANTIATE(T)                                             \
  template T NetworkObjective::value<T>(const Vector<T>&) const;            \
  template Vector<T> NetworkObjective::gradient<T>(const Vector<T>&) const; \
  template Batch<T> rows_of<T>(const Batch<T>&, const BatchIndices&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
