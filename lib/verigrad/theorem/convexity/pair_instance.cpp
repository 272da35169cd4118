#include "verigrad/theorem/convexity/pair_instance.hpp"

#include <fmt/format.h>

#include "verigrad/number/sign.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string PairInstance::describe() const {
  return fmt::format("f = {}; L = {}, x = {}, y = {}, τ = {}", f->describe(), L(), in_words(x), in_words(y), tau);
}

bool PairInstance::decidable() const {
  if (rational()) return true;
  const Ball::Precision precision(256);
  const Vector<Ball> difference = f->over<Ball>().gradient(exact<Ball>(y)) - f->over<Ball>().gradient(exact<Ball>(x));
  return tau > 0 && tau < 1 && certainly_less(Ball(0), squared_norm(difference));
}

std::string InterpolationInstance::describe() const {
  return fmt::format("{}: L = {}, x = {}, y = {}, ∇f(x) = {}, ∇f(y) = {}, f(x) = {}, f(y) = {}", words, data.L,
                     in_words(data.x), in_words(data.y), in_words(data.g_x), in_words(data.g_y), data.f_x, data.f_y);
}

}  // namespace verigrad
