#include "verigrad/problem/linear_model_loss.hpp"

#include <stdexcept>
#include <type_traits>

#include "verigrad/number/select.hpp"
#include "verigrad/number/sigmoid.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

template <class T>
T logistic(const T& s, const T& y) {
  return softplus<T>(-(s * y));
}

template <class T>
T logistic_derivative(const T& s, const T& y) {
  return -(y * sigmoid<T>(-(s * y)));
}

}  // namespace

const char* in_words(LinearModelLoss loss) {
  switch (loss) {
    case LinearModelLoss::squared: return "½(s − y)²";
    case LinearModelLoss::quartic: return "¼(s − y)⁴";
    case LinearModelLoss::logistic: break;
  }
  return "log(1 + exp(−sy))";
}

template <class T>
T loss_value(LinearModelLoss loss, const T& s, const T& y) {
  switch (loss) {
    case LinearModelLoss::squared: return frac<T>(1, 2) * square(T(s - y));
    case LinearModelLoss::quartic: return frac<T>(1, 4) * square(square(T(s - y)));
    case LinearModelLoss::logistic: break;
  }
  return logistic<T>(s, y);
}

template <class T>
T loss_derivative(LinearModelLoss loss, const T& s, const T& y) {
  switch (loss) {
    case LinearModelLoss::squared: return s - y;
    case LinearModelLoss::quartic: return square(T(s - y)) * (s - y);
    case LinearModelLoss::logistic: break;
  }
  return logistic_derivative<T>(s, y);
}

template <class T>
T loss_curvature(LinearModelLoss loss, const T& s, const T& step, const T& y) {
  switch (loss) {
    case LinearModelLoss::squared: return T(1);
    case LinearModelLoss::quartic: return T(3) * larger<T>(square(T(s - y)), square(T(s + step - y)));
    case LinearModelLoss::logistic: break;
  }
  return frac<T>(1, 4) * square(y);
}

#define VERIGRAD_INSTANTIATE(T)                                       \
  template T loss_value<T>(LinearModelLoss, const T&, const T&);      \
  template T loss_derivative<T>(LinearModelLoss, const T&, const T&); \
  template T loss_curvature<T>(LinearModelLoss, const T&, const T&, const T&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
