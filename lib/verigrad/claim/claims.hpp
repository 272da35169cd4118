// Claims: the named inequalities and identities that a statement makes on one instance.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// lhs ≤ rhs, lhs < rhs, lhs = rhs.
enum class Relation { at_most, less, equal };

/// lhs ≤ rhs, lhs < rhs or lhs = rhs.
struct Claim {
  std::string_view name;  ///< refers to a string literal
  int index;              ///< the iterate, coordinate or pair it speaks of; −1 when there is one only
  Relation relation;
  Number lhs;
  Number rhs;
  /// rhs − lhs once more, without what both sides have in common: decides where the two sides are too near to be told
  /// apart.
  std::optional<Number> excess = {};
};

/// What a statement yields. The order of claims must not depend on the kind of number.
class Claims {
public:
  /// lhs ≤ rhs, by its name in messages; `index` tells claims of one name apart.
  void at_most(std::string_view name, const Number& lhs, const Number& rhs, int index = -1,
               std::optional<Number> excess = {}) {
    list_.push_back({name, index, Relation::at_most, lhs, rhs, std::move(excess)});
  }
  /// lhs < rhs.
  void less(std::string_view name, const Number& lhs, const Number& rhs, int index = -1) {
    list_.push_back({name, index, Relation::less, lhs, rhs, {}});
  }
  /// lhs = rhs.
  void equal(std::string_view name, const Number& lhs, const Number& rhs, int index = -1) {
    list_.push_back({name, index, Relation::equal, lhs, rhs, {}});
  }
  /// One identity a coordinate.
  void equal(std::string_view name, const Vector<Number>& lhs, const Vector<Number>& rhs) {
    for (Eigen::Index i = 0; i < lhs.size(); ++i) equal(name, lhs[i], rhs[i], int(i));
  }
  void add(Claim claim) { list_.push_back(std::move(claim)); }
  const std::vector<Claim>& list() const { return list_; }

private:
  std::vector<Claim> list_;
};

/// Puts claims into a list, over the kind of number made now.
using MakeClaims = std::function<void(Claims&)>;

/// What `make` yields over numbers of this kind.
Claims claims_over(Number::Kind kind, const MakeClaims& make);

/// lhs has the shape of rhs, and its entries; index is row · columns + column.
void claim_equal(std::string_view name, const Matrix<Number>& lhs, const Matrix<Number>& rhs, Claims& claims);

}  // namespace verigrad
