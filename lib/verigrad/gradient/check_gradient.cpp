#include "verigrad/gradient/check_gradient.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/gradient/differences.hpp"
#include "verigrad/gradient/directions.hpp"
#include "verigrad/gradient/enclosures.hpp"
#include "verigrad/gradient/gradient_remarks.hpp"
#include "verigrad/gradient/ray.hpp"
#include "verigrad/gradient/subgradients.hpp"
#include "verigrad/number/require_finite.hpp"

namespace verigrad {
namespace {

constexpr int fewest_digits = 8;

void require_sound(const Vector<double>& x, const GradientOptions& options) {
  if (x.size() == 0) throw std::invalid_argument("x: 0 entries; give the point where the gradient is to be checked");
  require_finite("x", x.data(), x.size());
  if (!(options.doubt >= 1)) throw std::invalid_argument(fmt::format("doubt: {}; give 1 or more", options.doubt));
  if (!(options.relative >= 0))
    throw std::invalid_argument(fmt::format("relative: {}; give 0 or more", options.relative));
  if (options.digits < fewest_digits || options.digits > all_digits)
    throw std::invalid_argument(fmt::format("digits: {}; give {} to {}", options.digits, fewest_digits, all_digits));
  for (const MatrixBlock& b : options.blocks)
    if (b.offset < 0 || b.rows < 1 || b.columns < 1 || b.offset + b.rows * b.columns > x.size())
      throw std::invalid_argument(fmt::format("blocks: {} × {} from entry {}; give blocks within the {} entries of x",
                                              b.rows, b.columns, b.offset, x.size()));
}

Vector<double> given_at(const Vector<double>& x, const GradientFunction& gradient) {
  Vector<double> given = gradient(x);
  if (given.size() != x.size())
    throw std::invalid_argument(
        fmt::format("gradient: {} entries for an x of {}; return one for each coordinate", given.size(), x.size()));
  return given;
}

/// Of a gradient computed in double: what is smaller underflows.
constexpr double underflow = std::numeric_limits<double>::min();

/// Whether the error lets `given` be told from 0, its negative, its double and its half.
bool resolved(double given, const PartialDerivative& d, bool enclosed) {
  if (d.kink || d.reach < (enclosed ? std::numeric_limits<double>::denorm_min() : underflow)) return true;
  if (enclosed && d.distance(given) == 0 && std::nextafter(d.lower, d.upper) >= d.upper) return true;
  return d.reach < (given == 0 ? d.scale : std::abs(given)) / 2;
}

GradientEntry judged(Eigen::Index i, double given, const EntryFinding& finding, bool enclosed) {
  GradientEntry entry{i, given, finding.derivative, Verdict::undecided, 0, 0, finding.remark};
  if (!finding.derivative) return entry;
  const PartialDerivative& d = *finding.derivative;
  const double off = d.distance(given), size = std::max(std::abs(d.lower), std::abs(d.upper));
  const double distance = !enclosed && off < underflow ? 0 : off;
  entry.relative_error = distance == 0 ? 0 : distance / size;
  entry.ulps = distance / unit_in_last_place(size);
  if (!std::isfinite(given))
    entry.verdict = Verdict::fails;
  else if (d.shared)
    entry.remark = "judged with the other coordinates of the kink";
  else if (distance > d.reach)
    entry.verdict = Verdict::fails;
  else if (distance <= d.error && resolved(given, d, enclosed))
    entry.verdict = Verdict::holds;
  else
    entry.remark = distance <= d.error ? "the error hides the entry" : "beyond the error, but not by much";
  return entry;
}

/// The entries of these coordinates, judged.
void judge(GradientReport& report, const std::vector<Eigen::Index>& coordinates, const Vector<double>& given,
           const EntryFindings& findings, const GradientOptions& options) {
  for (const Eigen::Index i : coordinates) {
    report.entries.push_back(judged(i, given[i], findings.entries[std::size_t(i)], report.enclosed));
    GradientEntry& entry = report.entries.back();
    const std::vector<Eigen::Index>& joint = findings.joint.coordinates;
    if (std::find(joint.begin(), joint.end(), i) == joint.end() || !entry.derivative) continue;
    if (entry.verdict != Verdict::undecided) continue;
    entry.verdict = findings.joint.verdict;
    entry.remark = findings.joint.remark;
  }
  remark_on_mistakes(report, options);
}

std::vector<Eigen::Index> all_coordinates(Eigen::Index n) {
  std::vector<Eigen::Index> result(static_cast<std::size_t>(n));
  std::iota(result.begin(), result.end(), 0);
  return result;
}

/// The fewest digits among those of usual formats that hold the value.
int digits_of(double value) {
  for (const int digits : {8, 11, 24})
    if (rounded(value, digits) == value) return digits;
  return all_digits;
}

/// f, with whether its value varies.
class Watched {
public:
  explicit Watched(const ValueFunction& f) : f_(f) {}
  double operator()(const Vector<double>& x) {
    const double value = f_(x);
    if (!first_) first_ = value;
    varies_ |= value != *first_;
    return value;
  }
  bool varies() const { return varies_; }

private:
  const ValueFunction& f_;
  std::optional<double> first_ = {};
  bool varies_ = false;
};

/// How many digits the values of f have near x and farther off. Where few of them
/// differ there is nothing to see.
int digits_of_values(const ValueFunction& f, const Vector<double>& x) {
  constexpr int points = 24;
  constexpr std::size_t fewest = 4;
  constexpr double of_many_digits = 0x1.921fb54442d18p-5;
  int digits = fewest_digits;
  std::set<double> seen;
  for (int n = 0; n < points; ++n) {
    const double width = std::ldexp(of_many_digits, 2 * (n % 4));
    const Vector<double> step = width * pseudo_random_direction(x.size(), n);
    const Vector<double> size = x.unaryExpr([](double entry) { return entry == 0 ? 1 : std::abs(entry); });
    const double value = f(Vector<double>(x + size.cwiseProduct(step)));
    if (!std::isfinite(value) || value == 0) continue;
    digits = std::max(digits, digits_of(value));
    seen.insert(value);
  }
  return seen.size() < fewest ? all_digits : digits;
}

/// What a check by differences begins with.
struct Start {
  Watched watched;
  ValueFunction f;
  GradientOptions options;
  Vector<double> x;
  double f_x = 0;
  Vector<double> given;

  Start(const ValueFunction& function, const GradientFunction& gradient, const Vector<double>& point,
        const GradientOptions& given_options)
      : watched(function), f(std::ref(watched)), options(given_options) {
    require_sound(point, options);
    options.digits = std::min(options.digits, digits_of_values(function, point));
    x = rounded(point, options.digits);
    f_x = f(x);
    if (!std::isfinite(f_x)) throw std::invalid_argument(fmt::format("f(x) is {}; give a point of f's domain", f_x));
    given = given_at(x, gradient);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;

  GradientReport report(double noise) const {
    GradientReport result{false, {}};
    result.digits = options.digits;
    result.noise = noise;
    result.constant = !watched.varies();
    return result;
  }
};

}  // namespace

namespace {

/// The slope of one entry of a map along v, whose values are taken at one set of points.
EntryFinding slope_along(const ValueFunction& entry, double at_x, const Vector<double>& x, const Vector<double>& v,
                         const GradientOptions& options, double& largest_noise) {
  if (!std::isfinite(at_x)) return derivative_unknown("the map is not finite");
  const Ray ray(entry, x, v, options.digits);
  const double noise = ray.noise();
  largest_noise = std::max(largest_noise, noise);
  const OneSidedAndCentral slopes = ray.slopes(at_x, noise);
  EntryFinding finding = finding_of(slopes, options.doubt);
  if (finding.derivative) {
    PartialDerivative& d = *finding.derivative;
    for (double* each : {&d.lower, &d.upper, &d.error, &d.reach}) *each *= ray.length();
    d.scale = std::max(slopes.slope * ray.length(), std::abs(at_x) * ray.length() / ray.widest_step());
    const double allowed = options.relative * std::max(std::abs(d.lower), std::abs(d.upper));
    d.error = std::max(d.error, allowed);
    d.reach = std::max(d.reach, allowed);
  }
  return finding;
}

}  // namespace

double unit_in_last_place(double value) {
  const double size = std::abs(value);
  return std::nextafter(size, std::numeric_limits<double>::infinity()) - size;
}

double PartialDerivative::distance(double given) const { return std::max({0.0, lower - given, given - upper}); }

GradientReport check_gradient(const ValueFunction& f, const GradientFunction& gradient, const Vector<double>& x,
                              const GradientOptions& options) {
  const Start start(f, gradient, x, options);
  const EntryFindings findings = estimated_findings(start.f, start.f_x, start.x, start.given, start.options);
  GradientReport report = start.report(findings.noise);
  judge(report, all_coordinates(x.size()), start.given, findings, start.options);
  return report;
}

GradientReport check_gradient_along_directions(const ValueFunction& f, const GradientFunction& gradient,
                                               const Vector<double>& x, const GradientOptions& options) {
  const Start start(f, gradient, x, options);
  DirectionFindings findings = findings_along_directions(start.f, start.f_x, start.x, start.given, start.options);
  std::sort(findings.coordinates.begin(), findings.coordinates.end());
  GradientReport report = start.report(findings.noise);
  report.along = findings.along;
  judge(report, findings.coordinates, start.given, findings.found, start.options);
  return report;
}

GradientReport check_product(const GradientFunction& map, const ProductFunction& product, const Vector<double>& x,
                             const Vector<double>& v, const GradientOptions& options) {
  require_sound(x, options);
  if (v.size() != x.size() || v.isZero(0) || !v.allFinite())
    throw std::invalid_argument(fmt::format("v: give a direction of {} finite entries, not all 0", x.size()));
  std::map<std::vector<double>, Vector<double>> known;  // all entries are asked at the same points
  const auto at = [&](const Vector<double>& point) -> const Vector<double>& {
    const auto [place, is_new] = known.try_emplace(std::vector<double>(point.begin(), point.end()));
    if (is_new) place->second = map(point);
    return place->second;
  };
  const Vector<double> start = at(x), given = product(x, v);
  if (given.size() != start.size())
    throw std::invalid_argument(
        fmt::format("product: {} entries for a map to {}; return one for each entry", given.size(), start.size()));
  EntryFindings findings;
  for (Eigen::Index i = 0; i < start.size(); ++i) {
    const ValueFunction entry = [&](const Vector<double>& point) { return at(point)[i]; };
    findings.entries.push_back(slope_along(entry, start[i], x, v, options, findings.noise));
  }
  GradientReport report{false, {}};
  report.digits = options.digits;
  report.noise = findings.noise;
  judge(report, all_coordinates(start.size()), given, findings, options);
  for (GradientEntry& entry : report.entries)
    if (entry.derivative && entry.derivative->kink && entry.verdict == Verdict::fails) {
      entry.verdict = Verdict::undecided;
      entry.remark = "at a kink of the map";
    }
  return report;
}

GradientReport check_gradient(const Objective& f, const Vector<double>& x, const GradientOptions& options) {
  if (x.size() != f.dimension())
    throw std::invalid_argument(fmt::format("x: {} entries; {} has {}", x.size(), f.describe(), f.dimension()));
  const ObjectiveOver<double>& over = f.over<double>();
  return check_gradient([&](const Vector<double>& at) { return over.value(at); },
                        [&](const Vector<double>& at) { return over.gradient(at); }, x, options);
}

GradientReport detail::certify(const Along<Ball>& ball, const Along<Interval>& interval,
                               const GradientFunction& gradient, const Vector<double>& x,
                               const GradientOptions& options) {
  require_sound(x, options);
  const Vector<double> given = given_at(x, gradient);
  GradientReport report{true, {}};
  judge(report, all_coordinates(x.size()), given, enclosed_findings(ball, interval, x, given, options), options);
  return report;
}

}  // namespace verigrad
