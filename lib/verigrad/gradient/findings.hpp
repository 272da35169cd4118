// What is found of the derivatives of f at a point before a verdict is passed.
#pragma once

#include <string>
#include <vector>

#include "verigrad/gradient/check_gradient.hpp"

namespace verigrad {

constexpr int all_digits = 53;  ///< significant binary ones, of double

/// The derivative in one coordinate, or why it is unknown, or what there is to say of it.
struct EntryFinding {
  std::optional<PartialDerivative> derivative = {};
  std::string remark = {};
};

/// A finding without a derivative, with the reason for it.
inline EntryFinding derivative_unknown(std::string why) { return {std::nullopt, std::move(why)}; }

/// A kink that several coordinates share: `given` is judged in all of them together.
struct JointKink {
  std::vector<Eigen::Index> coordinates = {};
  Verdict verdict = Verdict::undecided;
  std::string remark = {};
};

/// Of every coordinate; the joint kink has no coordinates where there is none.
struct EntryFindings {
  std::vector<EntryFinding> entries;
  JointKink joint = {};
  double noise = 0;  ///< of the values of f
};

/// The distance of |value| to the next double.
double unit_in_last_place(double value);

}  // namespace verigrad
