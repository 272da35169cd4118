#include "verigrad/gradient/extrapolation.hpp"

#include <algorithm>
#include <cmath>

namespace verigrad {
namespace {

constexpr std::size_t columns = 6;

/// How many of the last rows are there to contradict only, and how many quotients must grow to diverge.
int witnesses(int digits) { return digits * 8 / 53; }
std::size_t steps_of_growth(int digits) { return std::size_t(digits * 24 / 53); }

/// Neville's tableau of difference quotients at h, h/2, h/4, …, whose errors are series in powers of h^power.
class Tableau {
public:
  explicit Tableau(double power) : power_(power) {}

  void add(double quotient, double noise) {
    if (!std::isfinite(quotient) || !std::isfinite(noise)) return row_.clear();
    std::vector<Entry> next{{quotient, noise}};
    Extrapolated best;
    for (std::size_t j = 1; j <= std::min(row_.size(), columns); ++j) {
      const Entry beside = next.back(), above = row_[j - 1];
      const double weight = 1 / (std::exp2(power_ * double(j)) - 1);
      const double value = beside.value + (beside.value - above.value) * weight;
      next.push_back({value, beside.noise + (beside.noise + above.noise) * weight});
      const double error = std::max(std::abs(value - beside.value), std::abs(value - above.value)) + next.back().noise;
      if (error < best.error) best = {value, error};
    }
    row_ = std::move(next);
    bests_.push_back(best);
  }

  /// The best row that no row of smaller steps contradicts: quotients that diverge, and kinks closer than h, do. The
  /// last rows, `only_witnesses` of them, are there to contradict only.
  Extrapolated best(int only_witnesses) const {
    Extrapolated result;
    for (auto row = bests_.rbegin(); row != bests_.rend(); ++row)
      if (row - bests_.rbegin() >= only_witnesses && row->error < result.error &&
          std::all_of(bests_.rbegin(), row, [&](const Extrapolated& finer) {
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

/// Whether the last quotients grow by increments that do not shrink, as those of √t, t log t and jumps do.
bool diverge(const std::vector<double>& quotients, std::size_t steps) {
  if (quotients.size() < steps + 1) return false;
  double before = 0;
  for (std::size_t k = quotients.size() - steps; k < quotients.size(); ++k) {
    const double increment = std::abs(quotients[k]) - std::abs(quotients[k - 1]);
    if (!(increment > 0) || increment < 0.75 * before) return false;
    before = increment;
  }
  return true;
}

/// φ at ±h, how much it should have grown, and how far the steps that are taken are off it, relatively.
struct StepLevel {
  double h, up, down, expected_up, expected_down, off_grid;
};

double largest_finite(std::initializer_list<double> values) {
  double result = 0;
  for (const double value : values)
    if (std::isfinite(value)) result = std::max(result, std::abs(value));
  return result;
}

/// Steps below this are lost where φ takes a power of them on the way, as the norm does.
double lost_in_powers(int digits) { return std::ldexp(1, least_exponent(digits) / (digits == 11 ? 2 : 4)); }

/// `lost` is how far off φ(t) may be for underflow on the way.
OneSidedAndCentral extrapolated(const std::vector<StepLevel>& levels, const ValuesOnALine& line, double noise,
                                double lost) {
  Tableau left(1), right(1), central(2);
  for (const StepLevel& level : levels) {
    const auto add = [&](Tableau& to, double from, double at, double expected, double width) {
      const double quotient = ((at - from) - expected) / width;
      const double size = std::max(std::abs(from), std::abs(at));
      const double unit = std::ldexp(size, 1 - line.digits) + std::ldexp(1, least_exponent(line.digits)) + lost;
      to.add(quotient, 2 * (noise + unit) / width + level.off_grid * std::abs(quotient));
    };
    add(right, line.phi_0, level.up, level.expected_up, level.h);
    add(left, level.down, line.phi_0, -level.expected_down, level.h);
    add(central, level.down, level.up, level.expected_up - level.expected_down, 2 * level.h);
  }
  const int only_witnesses = witnesses(line.digits);
  return {left.best(only_witnesses), right.best(only_witnesses), central.best(only_witnesses)};
}

/// What jitters may be noise, and the slope lies beneath it, or may be structure, and has a slope of its own. Where the
/// second reading is sharp and contradicts the first, the error says so.
Extrapolated reconciled(const Extrapolated& as_noise, const Extrapolated& as_structure) {
  const double gap = std::abs(as_noise.value - as_structure.value);
  const bool contradicts = gap > as_noise.error + 10 * as_structure.error;
  return contradicts ? Extrapolated{as_noise.value, gap + as_noise.error} : as_noise;
}

}  // namespace

int least_exponent(int digits) {
  switch (digits) {
    case 24: return -149;
    case 11: return -24;
    case 8: return -133;
    default: return -1074;
  }
}

OneSidedAndCentral extrapolate(const ValuesOnALine& line, double h, int count) {
  std::vector<StepLevel> levels;
  std::vector<double> to_left, to_right;
  double slope = 0, steepest = 0;  // of φ less what is expected, and of φ
  for (; count > 0; --count, h /= 2) {
    const double off_grid = std::max(std::abs(line.grid(h) - h), std::abs(line.grid(-h) + h)) / h;
    levels.push_back({h, line.phi(h), line.phi(-h), line.expected(h), line.expected(-h), off_grid});
    const StepLevel& level = levels.back();
    to_right.push_back(((level.up - line.phi_0) - level.expected_up) / h);
    to_left.push_back(((line.phi_0 - level.down) + level.expected_down) / h);
    if (slope == 0) slope = largest_finite({to_right.back(), to_left.back()});
    if (steepest == 0) steepest = largest_finite({(level.up - line.phi_0) / h, (line.phi_0 - level.down) / h});
  }
  const double lost = lost_in_powers(line.digits) * steepest;
  OneSidedAndCentral result = extrapolated(levels, line, line.noise, lost);
  if (line.noise > 0) {
    const OneSidedAndCentral structure = extrapolated(levels, line, 0, lost);
    result.left = reconciled(result.left, structure.left);
    result.right = reconciled(result.right, structure.right);
    result.central = reconciled(result.central, structure.central);
  }
  if (diverge(to_left, steps_of_growth(line.digits))) result.left = {};
  if (diverge(to_right, steps_of_growth(line.digits))) result.right = {};
  result.slope = slope;
  result.may_underflow = levels.back().h < lost_in_powers(line.digits);
  result.left_finite = std::isfinite(levels.back().down);
  result.right_finite = std::isfinite(levels.back().up);
  return result;
}

double measured_noise(const std::function<double(double)>& phi, double width, int digits) {
  constexpr int points = 16, highest = 7;
  double result = 0;
  for (const int of_53 : {40, 28, 16}) {
    const double d = std::ldexp(width, -(digits * of_53 / 53));
    std::vector<double> values;
    for (int k = 0; k < points; ++k) values.push_back(phi(k * d));
    double deviation[highest + 1];
    double variance = 1;  // of the difference of this order of independent values: the binomial of twice it over it
    for (int order = 1; order <= highest; ++order) {
      for (std::size_t k = 0; k + 1 < values.size(); ++k) values[k] = values[k + 1] - values[k];
      values.pop_back();
      variance *= 2 * (2.0 * order - 1) / order;
      double sum = 0;
      for (const double value : values) sum += value * value;
      deviation[order] = std::sqrt(sum / double(values.size()) / variance);
    }
    const bool smooth = deviation[highest] < deviation[highest - 2] / 4;
    if (!smooth && std::isfinite(deviation[highest])) result = std::max(result, 3 * deviation[highest - 1]);
  }
  return result;
}

}  // namespace verigrad
