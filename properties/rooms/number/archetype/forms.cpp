// One tenth of x over the archetype, as templates write it and, with VERIGRAD_LITERAL, as they must not.
#include "verigrad/number/archetype.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad {

template <class T>
T tenth(const T& x) {
#ifdef VERIGRAD_LITERAL
  return 0.1 * x;
#else
  return frac<T>(1, 10) * x;
#endif
}

template Archetype tenth<Archetype>(const Archetype&);

}  // namespace verigrad
