#include "verigrad/gradient/check_gradient.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/gradient/differences.hpp"
#include "verigrad/gradient/enclosures.hpp"
#include "verigrad/gradient/gradient_remarks.hpp"
#include "verigrad/number/require_finite.hpp"

namespace verigrad {
namespace {

void require_sound(const Vector<double>& x, const GradientOptions& options) {
  if (x.size() == 0) throw std::invalid_argument("x: 0 entries; give the point where the gradient is to be checked");
  require_finite("x", x.data(), x.size());
  if (!(options.doubt >= 1)) throw std::invalid_argument(fmt::format("doubt: {}; give 1 or more", options.doubt));
  if (!(options.relative >= 0))
    throw std::invalid_argument(fmt::format("relative: {}; give 0 or more", options.relative));
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

/// Whether the error lets `given` be told from 0, its negative, its double and its half.
bool resolved(double given, const PartialDerivative& d, bool enclosed) {
  if (d.kink || d.reach == 0) return true;
  if (enclosed && d.distance(given) == 0 && std::nextafter(d.lower, d.upper) >= d.upper) return true;
  return d.reach < (given == 0 ? d.scale : std::abs(given)) / 2;
}

GradientEntry judged(Eigen::Index i, double given, const EntryFinding& finding, bool enclosed) {
  GradientEntry entry{i, given, finding.derivative, Verdict::undecided, 0, 0, finding.remark};
  if (!finding.derivative) return entry;
  const PartialDerivative& d = *finding.derivative;
  const double distance = d.distance(given), size = std::max(std::abs(d.lower), std::abs(d.upper));
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

GradientReport report(bool enclosed, const Vector<double>& given, const EntryFindings& findings,
                      const GradientOptions& options) {
  GradientReport result{enclosed, {}};
  for (Eigen::Index i = 0; i < given.size(); ++i)
    result.entries.push_back(judged(i, given[i], findings.entries[std::size_t(i)], enclosed));
  for (const Eigen::Index i : findings.joint.coordinates) {
    GradientEntry& entry = result.entries[std::size_t(i)];
    if (!entry.derivative || entry.verdict != Verdict::undecided) continue;
    entry.verdict = findings.joint.verdict;
    entry.remark = findings.joint.remark;
  }
  remark_on_mistakes(result, options);
  return result;
}

}  // namespace

double unit_in_last_place(double value) {
  const double size = std::abs(value);
  return std::nextafter(size, std::numeric_limits<double>::infinity()) - size;
}

double PartialDerivative::distance(double given) const { return std::max({0.0, lower - given, given - upper}); }

GradientReport check_gradient(const ValueFunction& f, const GradientFunction& gradient, const Vector<double>& x,
                              const GradientOptions& options) {
  require_sound(x, options);
  const double f_x = f(x);
  if (!std::isfinite(f_x)) throw std::invalid_argument(fmt::format("f(x) is {}; give a point of f's domain", f_x));
  const Vector<double> given = given_at(x, gradient);
  return report(false, given, estimated_findings(f, f_x, x, given, options), options);
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
  return report(true, given, enclosed_findings(ball, interval, x, given, options), options);
}

}  // namespace verigrad
