// Running averages and what goes wrong with their weights.
#pragma once

#include <vector>

#include "verigrad/conformance/rounded.hpp"

namespace verigrad::conformance {

/// Which weights the old average and the new entry have.
enum class Weights { usual, exchanged, share_missing };

/// weight·a + share·x, (weight, share) = (β, 1 − β), (1 − β, β) or (β, 1).
class Average {
public:
  Average() = default;
  Average(double beta, Weights weights) {
    const Rounded b = Rounded::written(beta), rest = Rounded(1) - b;
    weight_ = weights == Weights::exchanged ? rest : b;
    share_ = weights == Weights::exchanged ? b : weights == Weights::share_missing ? Rounded(1) : rest;
  }
  Rounded operator()(const Rounded& a, const Rounded& x) const { return blend(weight_, a, share_, x); }

private:
  Rounded weight_, share_;
};

/// 1, β, β², …, each worked out once.
class Powers {
public:
  explicit Powers(double beta) : beta_(Rounded::written(beta)), all_{Rounded(1)} {}
  const Rounded& to(long k) {
    while (long(all_.size()) <= k) all_.push_back(all_.back() * beta_);
    return all_[std::size_t(k)];
  }

private:
  Rounded beta_;
  std::vector<Rounded> all_;
};

}  // namespace verigrad::conformance
