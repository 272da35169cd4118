#include "verigrad/theorem/network/layer_instance.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string LayerInstance::describe() const {
  std::string words = fmt::format("{} {}, h {}", x_is_exponential ? "eˣ" : "x", in_words(x), in_words(h));
  if (W.size() > 0) words += fmt::format(", W {}, b {}", in_words(W), in_words(b));
  if (c.size() > 0) words += fmt::format(", F(y) = ⟨{}, y⟩ + ½⟨y, {} y⟩", in_words(c), in_words(Q));
  if (y_star.size() > 0) words += fmt::format(", y* {}", in_words(Vector<double>(y_star.cast<double>())));
  if (W.size() > 0) words += fmt::format(", i* = {}", row + 1);
  return words;
}

Number spread(const Vector<Number>& h) {
  Number highest = h[0], lowest = h[0];
  for (const Number& entry : h) {
    highest = larger<Number>(highest, entry);
    lowest = smaller<Number>(lowest, entry);
  }
  return highest - lowest;
}

bool crosses_no_kink(const LayerInstance& instance) {
  for (Eigen::Index j = 0; j < instance.h.size(); ++j)
    if (instance.h[j] != 0 && std::abs(instance.h[j]) >= std::abs(instance.x[j])) return false;
  return true;
}

bool is_not_constant(const Vector<double>& h) { return h.size() > 0 && h.maxCoeff() > h.minCoeff(); }

}  // namespace verigrad
