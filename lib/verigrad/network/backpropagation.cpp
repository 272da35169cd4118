#include "verigrad/network/backpropagation_inline.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {

#define VERIGRAD_INSTANTIATE(T) template class Backpropagation<T>;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
