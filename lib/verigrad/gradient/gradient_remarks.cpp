#include "verigrad/gradient/gradient_remarks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace verigrad {
namespace {

/// Whether `given` may be `factor` times the derivative.
bool is_multiple(double given, const PartialDerivative& d, double factor) {
  return std::abs(given - factor * d.middle()) <= std::abs(factor) * d.reach && d.reach < std::abs(d.middle()) / 2;
}

bool is_wrong(const GradientEntry& entry) { return entry.verdict == Verdict::fails; }

/// n or 1/n when that is the factor of every wrong entry, for a whole n > 2; else 0.
double common_factor(const std::vector<GradientEntry>& entries) {
  double factor = 0;
  for (const GradientEntry& entry : entries) {
    if (!is_wrong(entry)) continue;
    if (factor == 0) {
      const double ratio = entry.given / entry.derivative->middle();
      factor = std::abs(ratio) > 1 ? std::round(ratio) : 1 / std::round(1 / ratio);
      if (!(std::abs(std::log(factor)) > std::log(2.0)) || !std::isfinite(factor)) return 0;
    }
    if (!is_multiple(entry.given, *entry.derivative, factor)) return 0;
  }
  return factor;
}

/// Where the entry k of a block would stand, were the block's transpose stored in its place.
Eigen::Index transposed(const MatrixBlock& block, Eigen::Index k) {
  return (k % block.columns) * block.rows + k / block.columns;
}

bool is_transposed(const std::vector<GradientEntry>& entries, const MatrixBlock& block) {
  const auto at = [&](Eigen::Index k) -> const GradientEntry& { return entries[std::size_t(block.offset + k)]; };
  bool any_wrong = false;
  for (Eigen::Index k = 0; k < block.rows * block.columns; ++k) {
    const std::optional<PartialDerivative>& d = at(transposed(block, k)).derivative;
    if (!d || !(d->distance(at(k).given) <= d->reach)) return false;
    any_wrong |= is_wrong(at(k));
  }
  return any_wrong;
}

/// The number of samples is named where it is the factor, and was said.
std::string factor_in_words(double factor, int samples) {
  if (factor > 1)
    return fmt::format("{} times too large", factor) +
           (factor == samples ? fmt::format(": a sum for a mean over {}?", samples) : "");
  return fmt::format("{} times too small", 1 / factor) +
         (1 / factor == samples ? fmt::format(": a mean over {} for a sum?", samples) : "");
}

std::string remark_on(const GradientEntry& entry, const GradientReport& report, double common,
                      const GradientOptions& options) {
  const PartialDerivative& d = *entry.derivative;
  if (std::isnan(entry.given)) return "not a number, as 0 · ∞ of a branch not taken";
  if (!std::isfinite(entry.given)) return "not finite";
  if (d.shared) return "at a kink that coordinates share, outside the subgradients";
  if (d.kink) return "at a kink, outside the subgradients";
  if (entry.given == 0) return "missing";
  if (is_multiple(entry.given, d, -1)) return "wrong sign";
  for (const double n : {double(options.samples), 1.0 / options.samples})
    if (options.samples > 1 && is_multiple(entry.given, d, n)) return factor_in_words(n, options.samples);
  if (is_multiple(entry.given, d, 2)) return "twice too large";
  if (is_multiple(entry.given, d, 0.5)) return "half too small: factor 1/2, or one of two equal paths";
  for (const GradientEntry& other : report.entries)
    if (other.index != entry.index && other.derivative && is_multiple(entry.given, *other.derivative, 1))
      return fmt::format("the derivative in coordinate {}: wrong index?", other.index);
  if (common != 0) return factor_in_words(common, options.samples);
  return "wrong";
}

}  // namespace

void remark_on_mistakes(GradientReport& report, const GradientOptions& options) {
  const double common = common_factor(report.entries);
  for (GradientEntry& entry : report.entries)
    if (is_wrong(entry)) entry.remark = remark_on(entry, report, common, options);
  if (report.along) return;
  for (const MatrixBlock& block : options.blocks)
    if (is_transposed(report.entries, block))
      for (Eigen::Index k = 0; k < block.rows * block.columns; ++k) {
        GradientEntry& entry = report.entries[std::size_t(block.offset + k)];
        if (is_wrong(entry))
          entry.remark =
              fmt::format("the {} × {} block from entry {} is transposed", block.rows, block.columns, block.offset);
      }
}

std::string GradientEntry::describe() const {
  std::string words = fmt::format("entry {}: {}; ", index, given);
  if (!derivative)
    words += "derivative unknown";
  else if (derivative->shared)
    words += fmt::format("gradients beside the kink span [{}, {}] ± {:.1e}", derivative->lower, derivative->upper,
                         derivative->error);
  else if (derivative->kink)
    words += fmt::format("subgradients [{}, {}] ± {:.1e}", derivative->lower, derivative->upper, derivative->error);
  else
    words += fmt::format("derivative {} ± {:.1e}", derivative->middle(), derivative->error);
  if (verdict == Verdict::fails && std::isfinite(given) && relative_error > 0)
    words += fmt::format(", off by {:.2g} of it, {:.2g} ulp", relative_error, ulps);
  words += fmt::format(": {}", name(verdict));
  return remark.empty() ? words : words + "; " + remark;
}

Verdict GradientReport::verdict() const {
  const auto any = [&](Verdict verdict) {
    return std::any_of(entries.begin(), entries.end(), [=](const auto& entry) { return entry.verdict == verdict; });
  };
  if (any(Verdict::fails)) return Verdict::fails;
  const bool any_hidden = along ? along->hidden > 0 || along->fewer : entries.empty();
  return any(Verdict::undecided) || any_hidden || constant ? Verdict::undecided : Verdict::holds;
}

namespace {

/// In a word what directions tell of the entries that were not judged one by one.
std::string in_words(const AlongDirections& along) {
  std::string words =
      fmt::format("\n{} entries judged together along {} directions: ", along.entries, along.directions);
  words += std::isfinite(along.seen)
               ? fmt::format("a mistake of more than {:.1e} in any one would show; they are of size {:.1e}", along.seen,
                             along.size)
               : "f's slopes are not known well enough";
  if (along.hidden > 0) words += fmt::format("; in {} of them half that size would not show: undecided", along.hidden);
  if (along.fewer) words += "; there are more mistakes than were looked for";
  return words;
}

}  // namespace

std::string GradientReport::describe() const {
  const auto count = [&](Verdict verdict) {
    return std::count_if(entries.begin(), entries.end(), [=](const auto& e) { return e.verdict == verdict; });
  };
  std::string words = fmt::format("gradient of {} entries, against derivatives {}: {} hold, {} fail, {} undecided",
                                  Eigen::Index(entries.size()) + (along ? along->entries : 0),
                                  enclosed ? "enclosed with proof" : "estimated by differences", count(Verdict::holds),
                                  count(Verdict::fails), count(Verdict::undecided));
  if (noise > 0) words += fmt::format("; the noise of f is {:.1e}", noise);
  if (constant) words += "; f has one and the same value wherever it was asked, which tests nothing";
  for (const GradientEntry& entry : entries)
    if (entry.verdict != Verdict::holds || (entry.derivative && entry.derivative->kink))
      words += "\n" + entry.describe();
  return along ? words + in_words(*along) : words;
}

}  // namespace verigrad
