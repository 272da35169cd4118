// A named form of claims: a displayed line of a proof, a false printed form, a planted mistake.
#pragma once

#include "verigrad/number/claims.hpp"

namespace verigrad {

/// `Run` holds the quantities that the claims speak of, over the number type T.
template <class Run, class T>
struct Form {
  const char* key;
  void (*claims)(const Run&, Claims<T>&);
};

}  // namespace verigrad
