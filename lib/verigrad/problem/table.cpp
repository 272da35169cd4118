#include "verigrad/problem/table.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/spectrum.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

void require_table(const std::string& model, const Matrix<double>& a, const Vector<double>& b, double ridge) {
  if (a.size() == 0 || a.rows() != b.size())
    throw std::invalid_argument(fmt::format("{}: a {}×{} table and {} right-hand sides; use equally many, at least 1",
                                            model, a.rows(), a.cols(), b.size()));
  if (!a.allFinite() || !b.allFinite())
    throw std::invalid_argument(
        fmt::format("{}: the table or its right-hand side is not finite; remove NaN and ∞", model));
  if (!(ridge >= 0) || !std::isfinite(ridge))
    throw std::invalid_argument(fmt::format("{}: ridge is {}; use a finite ridge ≥ 0", model, ridge));
}

Curvature table_curvature(const Matrix<double>& a, double scale, double ridge, bool from_zero) {
  const SpectrumBounds bounds = gram_spectrum_bounds(a);
  const auto lifted = [&](double eigenvalue) {
    return exact<Rational>(scale) * exact<Rational>(eigenvalue) + exact<Rational>(ridge);
  };
  return {round_down(lifted(from_zero ? 0 : bounds.lower)), round_up(lifted(bounds.upper))};
}

std::string table_in_words(const std::string& name, const Matrix<double>& a, const std::string& letter,
                           const Vector<double>& b) {
  constexpr Eigen::Index readable = 64;
  if (a.size() > readable) return fmt::format("{} × {} table{}", a.rows(), a.cols(), name.empty() ? "" : " " + name);
  return fmt::format("A = {}, {} = {}", in_words(a), letter, in_words(b));
}

std::string ridge_in_words(double ridge) { return ridge == 0 ? "" : fmt::format(" + λ‖x‖²/2, λ = {}", ridge); }

}  // namespace verigrad
