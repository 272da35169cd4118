#include "verigrad/number/claims.hpp"

namespace verigrad {

template class Claims<Interval>;
template class Claims<Ball>;
template class Claims<Rational>;

}  // namespace verigrad
