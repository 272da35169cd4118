// Claims: the named inequalities and identities that a statement makes on one instance, over one number type.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

enum class Relation { at_most, less, equal };

/// lhs ≤ rhs, lhs < rhs or lhs = rhs.
template <class T>
struct Claim {
  std::string_view name;  ///< refers to a string literal
  int index;              ///< the iterate, coordinate or pair it speaks of; −1 when there is one only
  Relation relation;
  T lhs;
  T rhs;
  /// rhs − lhs once more, without what both sides have in common: decides where the two sides are too near to be told
  /// apart.
  std::optional<T> excess = {};
};

/// What a statement yields over T. The order of claims must not depend on T.
template <class T>
class Claims {
public:
  using Scalar = T;

  void at_most(std::string_view name, const T& lhs, const T& rhs, int index = -1, std::optional<T> excess = {}) {
    list_.push_back({name, index, Relation::at_most, lhs, rhs, std::move(excess)});
  }
  void less(std::string_view name, const T& lhs, const T& rhs, int index = -1) {
    list_.push_back({name, index, Relation::less, lhs, rhs, {}});
  }
  void equal(std::string_view name, const T& lhs, const T& rhs, int index = -1) {
    list_.push_back({name, index, Relation::equal, lhs, rhs, {}});
  }
  /// One identity a coordinate.
  void equal(std::string_view name, const Vector<T>& lhs, const Vector<T>& rhs) {
    for (Eigen::Index i = 0; i < lhs.size(); ++i) equal(name, lhs[i], rhs[i], int(i));
  }
  void add(Claim<T> claim) { list_.push_back(std::move(claim)); }
  const std::vector<Claim<T>>& list() const { return list_; }

private:
  std::vector<Claim<T>> list_;
};

extern template class Claims<Interval>;
extern template class Claims<Ball>;
extern template class Claims<Rational>;
extern template class Claims<Number>;

/// The same claims over the number types that decide. `rational` is empty when exp, log or √ occur.
struct ClaimSource {
  std::function<Claims<Interval>()> interval;
  std::function<Claims<Ball>()> ball;
  std::function<Claims<Rational>()> rational;
};

/// What `evaluate` yields over Interval, Ball and, if `rational`, Rational.
ClaimSource claim_source(std::function<void(Claims<Number>&)> evaluate, bool rational);

}  // namespace verigrad
