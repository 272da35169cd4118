#include "extrapolation.hpp"

#include <algorithm>
#include <cmath>

namespace verigrad {
namespace {

constexpr std::size_t columns = 6;

/// Neville's tableau of difference quotients at h, h/2, h/4, …, whose errors are series in powers of h^power.
class Tableau {
public:
  explicit Tableau(double power) : power_(power) {}

  void add(double quotient, double noise) {
    if (!std::isfinite(quotient) || !std::isfinite(noise)) return row_.clear();
    std::vector<Entry> next{{quotient, noise}};
    Extrapolated best;
    for (std::size_t j = 1; j <= std::min(row_.size(), columns); ++j) {
      const Entry &beside = next.back(), &above = row_[j - 1];
      const double weight = 1 / (std::exp2(power_ * double(j)) - 1);
      const double value = beside.value + (beside.value - above.value) * weight;
      next.push_back({value, beside.noise + (beside.noise + above.noise) * weight});
      const double error = std::max(std::abs(value - beside.value), std::abs(value - above.value)) + next.back().noise;
      if (error < best.error) best = {value, error};
    }
    row_ = std::move(next);
    bests_.push_back(best);
  }

  /// The best row that no row of smaller steps contradicts: quotients that diverge, and kinks closer than h, do.
  Extrapolated best() const {
    Extrapolated result;
    for (auto row = bests_.rbegin(); row != bests_.rend(); ++row)
      if (row->error < result.error && std::all_of(bests_.rbegin(), row, [&](const Extrapolated& finer) {
            return !(std::abs(finer.value - row->value) > 2 * (finer.error + row->error));
          }))
        result = *row;
    return result;
  }

private:
  struct Entry {
    double value, noise;
  };
  double power_;
  std::vector<Entry> row_;
  std::vector<Extrapolated> bests_;  ///< of each row
};

double unit_of(double value) { return std::abs(value) * std::numeric_limits<double>::epsilon(); }

}  // namespace

OneSidedAndCentral extrapolate(const std::function<double(double)>& phi, double phi_0, double h, int levels,
                               double noise, const std::function<double(double)>& grid) {
  Tableau left(1), right(1), central(2);
  double slope = 0;
  for (int level = 0; level < levels; ++level, h /= 2) {
    const double up = phi(h), down = phi(-h);
    const double off_grid = std::max(std::abs(grid(h) - h), std::abs(grid(-h) + h)) / h;
    const auto add = [&](Tableau& to, double difference, double width, double largest) {
      const double quotient = difference / width;
      to.add(quotient, 2 * (noise + unit_of(largest)) / width + off_grid * std::abs(quotient));
    };
    add(right, up - phi_0, h, std::max(std::abs(up), std::abs(phi_0)));
    add(left, phi_0 - down, h, std::max(std::abs(down), std::abs(phi_0)));
    add(central, up - down, 2 * h, std::max(std::abs(up), std::abs(down)));
    if (slope == 0)
      for (const double quotient : {(up - phi_0) / h, (phi_0 - down) / h})
        if (std::isfinite(quotient)) slope = std::max(slope, std::abs(quotient));
  }
  return {left.best(), right.best(), central.best(), slope};
}

double measured_noise(const std::function<double(double)>& phi, double d) {
  constexpr int points = 16, order = 6, widenings = 3;
  constexpr double variance = 924;  // of the sixth difference of independent values: the binomial of 12 over 6
  double result = 0;
  for (int attempt = 0; attempt <= widenings; ++attempt, d *= 64) {
    std::vector<double> values;
    for (int k = 0; k < points; ++k) values.push_back(phi(k * d));
    int equal = 0;
    for (int k = 1; k < points; ++k) equal += values[std::size_t(k)] == values[std::size_t(k) - 1];
    for (int pass = 0; pass < order; ++pass)
      for (int k = 0; k + pass + 1 < points; ++k)
        values[std::size_t(k)] = values[std::size_t(k) + 1] - values[std::size_t(k)];
    double sum = 0;
    for (int k = 0; k + order < points; ++k) sum += values[std::size_t(k)] * values[std::size_t(k)];
    result = std::sqrt(sum / (points - order) / variance);
    if (2 * equal < points) break;
  }
  return std::isfinite(result) ? 3 * result : 0;
}

}  // namespace verigrad
