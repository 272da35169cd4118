// Optimisers of the caller's own, in the same process: a class with step(x, gradient), with a rate or without.
#pragma once

#include <algorithm>
#include <concepts>
#include <type_traits>
#include <vector>

#include "verigrad/conformance/play.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad::conformance {

/// What has step(x, gradient, rate) or step(x, gradient), which changes x in place.
template <class Optimiser, class Array>
concept TakesRate = requires(Optimiser& optimiser, Array& x, const Array& gradient) {
  optimiser.step(x, gradient, 0.5);
};
/// What steps at a rate of its own.
template <class Optimiser, class Array>
concept TakesNoRate = requires(Optimiser& optimiser, Array& x, const Array& gradient) {
  optimiser.step(x, gradient);
};
/// What steps in such arrays, in one way or the other.
template <class Optimiser, class Array>
concept Steps = TakesRate<Optimiser, Array> || TakesNoRate<Optimiser, Array>;

namespace detail {

/// The first array that a step takes: one that takes a span takes a std::vector, one that takes an Eigen::Ref a Vector.
template <class Optimiser>
constexpr auto first_array() {
  if constexpr (Steps<Optimiser, std::vector<double>>)
    return std::type_identity<std::vector<double>>();
  else if constexpr (Steps<Optimiser, Vector<double>>)
    return std::type_identity<Vector<double>>();
  else if constexpr (Steps<Optimiser, std::vector<float>>)
    return std::type_identity<std::vector<float>>();
  else if constexpr (Steps<Optimiser, Vector<float>>)
    return std::type_identity<Vector<float>>();
}

template <class Make>
auto made_by(const Make& make, const HyperParameters& hyper) {
  if constexpr (std::invocable<const Make&, const HyperParameters&>)
    return make(hyper);
  else
    return make();
}

}  // namespace detail

/// What make() or make(hyper-parameters) returns, and the arrays that it steps in.
template <class Make>
using MadeBy = decltype(detail::made_by(std::declval<const Make&>(), HyperParameters()));
template <class Make>
using ArrayOf = typename decltype(detail::first_array<MadeBy<Make>>())::type;

/// The type in which the optimiser computes.
template <class Make>
const Dtype& dtype_of() {
  return std::is_same_v<typename ArrayOf<Make>::value_type, float> ? float32 : float64;
}
/// Whether its steps take the rate; else it has one of its own.
template <class Make>
constexpr bool takes_rate = TakesRate<MadeBy<Make>, ArrayOf<Make>>;

/// make() or make(hyper-parameters) gives what Steps in a std::vector or Vector of double or float. One optimiser for
/// each tensor, made anew at the start. A tensor without gradient is not stepped.
template <class Make>
StartOptimiser in_process(Make make) {
  using Array = ArrayOf<Make>;
  return [make](const TraceHead& head) -> TakeStep {
    std::vector<MadeBy<Make>> optimisers;
    std::vector<Entries> parameters;
    for (const TensorHead& tensor : head.tensors) {
      optimisers.push_back(detail::made_by(make, head.hyper));
      parameters.push_back(tensor.values);
    }
    return [optimisers, parameters](const StepInput& input) mutable {
      const auto array_of = [](const Entries& entries) {
        Array array(decltype(std::declval<Array&>().size())(entries.size()));
        std::transform(entries.begin(), entries.end(), array.begin(),
                       [](double x) { return typename Array::value_type(x); });
        return array;
      };
      for (std::size_t t = 0; t < parameters.size(); ++t) {
        if (!input.gradients[t]) continue;
        Array x = array_of(parameters[t]);
        const Array gradient = array_of(*input.gradients[t]);
        if constexpr (takes_rate<Make>)
          optimisers[t].step(x, gradient, typename Array::value_type(input.rate));
        else
          optimisers[t].step(x, gradient);
        parameters[t].assign(x.begin(), x.end());
      }
      return parameters;
    };
  };
}

}  // namespace verigrad::conformance
