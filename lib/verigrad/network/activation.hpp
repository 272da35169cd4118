// Activation functions and their derivatives, over any number type.
#pragma once

#include <string_view>

#include "verigrad/number/elementary.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/number/sigmoid.hpp"

namespace verigrad {

/// What a layer does to each entry z of what it has computed.
enum class Activation {
  identity,    ///< z
  relu,        ///< max(0, z), derivative 1 for z > 0, else 0, also at 0: MathDNN, Assumption 1
  leaky_relu,  ///< z for z > 0, else z/100; derivative 1/100 at 0
  square,      ///< z²
  sigmoid,     ///< 1/(1 + e⁻ᶻ)
  tanh,        ///< (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ)
  softplus,    ///< log(1 + eᶻ)
  elu,         ///< z for z > 0, else eᶻ − 1
  silu         ///< z/(1 + e⁻ᶻ)
};
/// The word for it: "identity", "relu" ….
std::string_view name(Activation activation);
/// Whether it is polynomial or piecewise linear, so that rationals hold its values.
bool is_rational(Activation activation);

/// Throws std::invalid_argument: the activation has no value in rationals.
[[noreturn]] void refuse_over_rationals(Activation activation);

/// a if z > 0, else b, at z = 0 too; the hull of both when the sign is open.
template <class T>
T if_positive(const T& z, const T& a, const T& b) {
  return select<T>(-z, b, a);
}

/// z for z > 0, else eᶻ − 1, and its derivative 1 or eᶻ. Both branches meet at 0 to first order, so that an enclosure
/// of 0 has a derivative close to 1: over numbers that carry derivatives, elu is a function of its own, no choice.
template <class T>
T elu(const T& z) {
  return if_positive<T>(z, z, exp_minus_one(if_positive<T>(z, T(0), z)));
}
/// The derivative of elu.
template <class T>
T elu_slope(const T& z) {
  using std::exp;
  return if_positive<T>(z, T(1), exp(if_positive<T>(z, T(0), z)));
}

namespace detail {

template <class T>
T smooth_value(Activation activation, const T& z) {
  switch (activation) {
    case Activation::sigmoid: return sigmoid(z);
    case Activation::tanh: return hyperbolic_tangent(z);
    case Activation::softplus: return softplus(z);
    case Activation::elu: return elu(z);
    default: return z * sigmoid(z);
  }
}

template <class T>
T smooth_slope(Activation activation, const T& z) {
  switch (activation) {
    case Activation::sigmoid: return sigmoid(z) * sigmoid(T(-z));
    // 1 − tanh² cancels for large |z|; 4σ(2z)σ(−2z) does not.
    case Activation::tanh: return T(4) * sigmoid(T(z + z)) * sigmoid(T(-(z + z)));
    case Activation::softplus: return sigmoid(z);
    case Activation::elu: return elu_slope(z);
    default: return sigmoid(z) * (T(1) + z * sigmoid(T(-z)));
  }
}

}  // namespace detail

/// The activation at z. Throws std::invalid_argument over Rational where is_rational(activation) is false.
template <class T>
T activate(Activation activation, const T& z) {
  switch (activation) {
    case Activation::identity: return z;
    case Activation::relu: return if_positive<T>(z, z, T(0));
    case Activation::leaky_relu: return if_positive<T>(z, z, z / T(100));
    case Activation::square: return z * z;
    default: break;
  }
  if constexpr (has_exp<T>)
    return detail::smooth_value(activation, z);
  else
    refuse_over_rationals(activation);
}

/// Its derivative at z, with the convention above at a kink; as above.
template <class T>
T slope(Activation activation, const T& z) {
  switch (activation) {
    case Activation::identity: return T(1);
    case Activation::relu: return if_positive<T>(z, T(1), T(0));
    case Activation::leaky_relu: return if_positive<T>(z, T(1), T(1) / T(100));
    case Activation::square: return z + z;
    default: break;
  }
  if constexpr (has_exp<T>)
    return detail::smooth_slope(activation, z);
  else
    refuse_over_rationals(activation);
}

}  // namespace verigrad
