#include "verigrad/algorithm/branch_and_bound.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

Box Box::half(Eigen::Index axis, bool of_upper) const {
  Box result = *this;
  (of_upper ? result.lower : result.upper)[axis] = middle()[axis];
  return result;
}

Eigen::Index Box::longest_side() const {
  Eigen::Index axis = 0;
  (upper - lower).maxCoeff(&axis);
  return axis;
}

namespace {

constexpr std::size_t most_boxes = 20000;
constexpr int grid_steps = 16;
constexpr int descent_steps = 200;

void require_valid(const Objective& J, const Box& box) {
  if (box.lower.size() != J.dimension() || box.upper.size() != J.dimension())
    throw std::invalid_argument(fmt::format("branch_and_bound: the box has {} and {} entries; use the dimension {}",
                                            box.lower.size(), box.upper.size(), J.dimension()));
  if (!(box.lower.array() <= box.upper.array()).all())
    throw std::invalid_argument(fmt::format("branch_and_bound: the box {} to {} is empty; use lower ≤ upper",
                                            in_words(box.lower), in_words(box.upper)));
}

/// The best and the worst value seen.
struct Seen {
  Vector<double> best;
  double lowest = INFINITY, highest = -INFINITY;

  void consider(const Objective& J, const Vector<double>& w) {
    const double value = J.over<double>().value(w);
    highest = std::max(highest, value);
    if (value >= lowest) return;
    lowest = value;
    best = w;
  }
};

/// Every point of a grid of 17 values an axis.
Seen on_grid(const Objective& J, const Box& box) {
  Seen seen;
  long count = 1;
  for (Eigen::Index i = 0; i < box.lower.size(); ++i) count *= grid_steps + 1;
  for (long index = 0; index < count; ++index) {
    Vector<double> w = box.lower;
    long rest = index;
    for (Eigen::Index i = 0; i < w.size(); ++i, rest /= grid_steps + 1)
      w[i] += (box.upper[i] - box.lower[i]) * double(rest % (grid_steps + 1)) / grid_steps;
    seen.consider(J, w.cwiseMin(box.upper));
  }
  return seen;
}

/// Projected gradient descent that doubles its step when the value falls and halves it when not.
void descend(const Objective& J, const Box& box, Seen& seen) {
  double step = (box.upper - box.lower).maxCoeff();
  for (int k = 0; k < descent_steps; ++k) {
    const double before = seen.lowest;
    const Vector<double> moved = seen.best - step * J.over<double>().gradient(seen.best);
    seen.consider(J, moved.cwiseMax(box.lower).cwiseMin(box.upper));
    step *= seen.lowest < before ? 2 : 0.5;
  }
}

/// Depth first: halves a piece until its enclosure exceeds the bound. Returns false, and what is found is void, where
/// the middle of a piece lies below the bound: it is then among what was seen.
bool split(const Objective& J, const Box& box, const Interval& at_best, Seen& seen, BoxMinimum& found) {
  const Interval enclosure = value_on(J.over<Interval>(), box);
  if (enclosure.lower() >= found.bound || found.splits.size() >= 2 * most_boxes) {
    found.splits.push_back(-1);
    found.candidates.push_back(!(enclosure.lower() > at_best.upper()));
    return true;
  }
  seen.consider(J, box.middle());
  if (seen.lowest < found.bound) return false;
  const Eigen::Index axis = box.longest_side();
  found.splits.push_back(int(axis));
  for (const bool upper : {false, true})
    if (!split(J, box.half(axis, upper), at_best, seen, found)) return false;
  return true;
}

void read(const Box& box, const std::vector<int>& splits, std::size_t& next, std::vector<Box>& pieces) {
  if (next >= splits.size())
    throw std::invalid_argument(
        fmt::format("subdivision: {} splits end too early; every piece must end with −1", splits.size()));
  const int axis = splits[next++];
  if (axis < 0) {
    pieces.push_back(box);
    return;
  }
  if (axis >= box.lower.size())
    throw std::invalid_argument(
        fmt::format("subdivision: split in coordinate {}; the box has {}", axis, box.lower.size()));
  for (const bool upper : {false, true}) read(box.half(axis, upper), splits, next, pieces);
}

}  // namespace

std::vector<Box> subdivision(const Box& box, const std::vector<int>& splits) {
  std::vector<Box> pieces;
  std::size_t next = 0;
  read(box, splits, next, pieces);
  if (next != splits.size())
    throw std::invalid_argument(
        fmt::format("subdivision: {} splits, of which {} make the whole; remove the others", splits.size(), next));
  return pieces;
}

template <class T>
Vector<T> enclosed(const Box& box) {
  Vector<T> whole(box.lower.size());
  for (Eigen::Index i = 0; i < whole.size(); ++i) whole[i] = hull(exact<T>(box.lower[i]), exact<T>(box.upper[i]));
  return whole;
}

template <class T>
T value_on(const ObjectiveOver<T>& J, const Box& box) {
  const Vector<T> whole = enclosed<T>(box);
  const Vector<T> middle = exact<T>(box.middle());
  const T mean_value = J.value(middle) + dot<T>(J.gradient(whole), whole - middle);
  return larger<T>(J.value(whole), mean_value);
}

BoxMinimum branch_and_bound(const Objective& J, const Box& box, int gap_bits) {
  require_valid(J, box);
  Seen seen = on_grid(J, box);
  const double gap = std::ldexp(std::max(seen.highest - seen.lowest, std::ldexp(1, -10)), -gap_bits);
  for (;;) {
    descend(J, box, seen);
    BoxMinimum found{seen.best, seen.lowest - gap, gap, {}, {}};
    if (split(J, box, J.over<Interval>().value(exact<Interval>(found.best)), seen, found)) return found;
  }
}

#define VERIGRAD_INSTANTIATE(T)               \
  template Vector<T> enclosed<T>(const Box&); \
  template T value_on<T>(const ObjectiveOver<T>&, const Box&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
