// One function as a program over doubles and as a template, its point, and what both checks say of a gradient.
#pragma once

#include <gtest/gtest.h>

#include "verigrad/gradient/check_gradient.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::gradient_test {

using Point = Vector<double>;

inline GradientFunction always(const Point& given) {
  return [given](const Point&) { return given; };
}

/// What enclosures and what differences say of `given`; f maps Vector<V> to V, for V = double too.
template <class F>
GradientReport enclosed(const F& f, const Point& x, const Point& given) {
  return certify_gradient(f, always(given), x);
}
template <class F>
GradientReport estimated(const F& f, const Point& x, const Point& given) {
  return check_gradient([&](const Point& at) { return double(f(at)); }, always(given), x);
}

template <class F>
void expect_enclosed(const F& f, const Point& x, const Point& given, Verdict expected) {
  const GradientReport report = enclosed(f, x, given);
  EXPECT_EQ(report.verdict(), expected) << "given " << given.transpose() << "\n" << report.describe();
}
template <class F>
void expect_estimated(const F& f, const Point& x, const Point& given, Verdict expected) {
  const GradientReport report = estimated(f, x, given);
  EXPECT_EQ(report.verdict(), expected) << "given " << given.transpose() << "\n" << report.describe();
}
template <class F>
void expect_both(const F& f, const Point& x, const Point& given, Verdict expected) {
  expect_enclosed(f, x, given, expected);
  expect_estimated(f, x, given, expected);
}

}  // namespace verigrad::gradient_test
