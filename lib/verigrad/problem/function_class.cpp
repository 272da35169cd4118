#include "verigrad/problem/function_class.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

double to_double(const Rational& x) {
  const double result = approximate(x);
  if (exact<Rational>(result) != x)
    throw std::invalid_argument(fmt::format(
        "Interpolation: {} is no double; use an L that is a power of two, and data of fewer bits", x.str()));
  return result;
}

template <class Visit>
void for_each_pair(int size, Visit visit) {
  for (int i = 0; i < size; ++i)
    for (int j = 0; j < size; ++j)
      if (i != j) visit(i, j);
}

/// The least fᵢ − fⱼ that the class allows.
Rational least_rise(const Interpolation& data, int i, int j) {
  return exact<Rational>(data.f[i]) - exact<Rational>(data.f[j]) - data.slack<Rational>(i, j);
}

/// The longest ways from root to every point, or from every point to root, along the least rises (Bellman–Ford).
Vector<Rational> longest_ways(const Interpolation& data, int root, Extreme extreme) {
  Matrix<Rational> rise = Matrix<Rational>::Constant(data.size(), data.size(), Rational(0));
  for_each_pair(data.size(), [&](int i, int j) { rise(i, j) = least_rise(data, i, j); });
  if (extreme == Extreme::highest) rise.transposeInPlace();
  Vector<Rational> way = rise.col(root);
  for (int round = 0; round < data.size(); ++round)
    for_each_pair(data.size(), [&](int i, int j) { way[i] = std::max<Rational>(way[i], way[j] + rise(i, j)); });
  return way;
}

}  // namespace

bool Interpolation::satisfies_class() const {
  bool all = L > 0;
  for_each_pair(size(), [&](int i, int j) { all = all && slack<Rational>(i, j) >= 0; });
  return all;
}

int Interpolation::tight_pairs() const {
  int count = 0;
  for_each_pair(size(), [&](int i, int j) { count += slack<Rational>(i, j) == 0; });
  return count;
}

std::string Interpolation::describe() const {
  std::string words = fmt::format("triples (x, g, f) with L = {}:", L);
  for (int i = 0; i < size(); ++i)
    words += fmt::format(" ({}, {}, {})", in_words(x[std::size_t(i)]), in_words(g[std::size_t(i)]), f[i]);
  return words;
}

Interpolation interpolation_of(const Objective& f, const std::vector<Vector<double>>& points, double L) {
  const Curvature curvature = f.curvature();
  if (!f.rational() || !curvature.convex() || !(curvature.smoothness() <= L) || !(L > 0))
    throw std::invalid_argument(
        fmt::format("interpolation_of: {} has L = {}; give a rational convex function and an L > 0 not below its own",
                    f.describe(), curvature.smoothness()));
  Interpolation data{points, {}, Vector<double>(Eigen::Index(points.size())), L};
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Vector<Rational> x = exact<Rational>(points[i]);
    data.g.push_back(f.over<Rational>().gradient(x).unaryExpr([](const Rational& entry) { return to_double(entry); }));
    data.f[Eigen::Index(i)] = to_double(f.over<Rational>().value(x));
  }
  return data;
}

Interpolation extreme_interpolation(Interpolation data, int root, Extreme extreme) {
  if (!data.satisfies_class() || root < 0 || root >= data.size())
    throw std::invalid_argument(
        fmt::format("extreme_interpolation: root {} of {}; give triples of the class and one of their {} indices", root,
                    data.describe(), data.size()));
  const Vector<Rational> way = longest_ways(data, root, extreme);
  const Rational start = exact<Rational>(data.f[root]);
  for (int i = 0; i < data.size(); ++i)
    if (i != root) data.f[i] = to_double(extreme == Extreme::lowest ? start + way[i] : start - way[i]);
  return data;
}

}  // namespace verigrad
