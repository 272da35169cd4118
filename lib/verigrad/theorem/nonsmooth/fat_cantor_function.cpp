#include "verigrad/theorem/nonsmooth/fat_cantor_function.hpp"

#include <fmt/format.h>

#include "verigrad/number/power.hpp"

namespace verigrad::fat_cantor_function {
namespace {

/// The pieces left of each stage.
struct Run {
  using Instance = StagesInstance;
  explicit Run(const StagesInstance& instance) : stages(instance.stages) {}
  Number two(int n) const { return power(frac(1, 2), n); }
  Number four(int n) const { return power(frac(1, 4), n); }

  int stages;
};

void measures(const Run& r, Claims& claims) {
  for (int n = 0; n <= r.stages; ++n) {
    Number pieces(0), gaps(0);
    const std::vector<Piece> left = left_after(n, rise());
    for (const Piece& piece : left) pieces += piece.length();
    for (std::size_t i = 1; i < left.size(); ++i) gaps += gap_between(left[i - 1], left[i]).length();
    claims.equal("2ⁿ pieces measure ½ + 2⁻ⁿ/2", pieces, frac(1, 2) + r.two(n) / 2, n);
    claims.equal("their gaps measure ½ − 2⁻ⁿ/2", gaps, frac(1, 2) - r.two(n) / 2, n);
  }
}

/// What f′ = 1 on C asks of f(1).
void claim_slopes(const Run& r, const Number& rise, Claims& claims) {
  for (int n = 0; n <= r.stages; ++n)
    for (const Piece& piece : left_after(n, rise)) {
      claims.at_most("f rises at most by |P|", piece.rise(), piece.length(), n);
      claims.at_most("f rises at least by |P| − 4⁻ⁿ", piece.length() - r.four(n), piece.rise(), n);
    }
}
void measures_and_slopes(const Run& r, Claims& claims) {
  measures(r, claims);
  claim_slopes(r, rise(), claims);
}

void steep(const Run& r, Claims& claims) {
  const Piece whole = left_after(0, rise()).front();
  for (int n = 0; n < r.stages; ++n) {
    const Number slope = 1 - 2 * r.two(n + 1);
    const std::vector<Piece> left = left_after(n + 1, rise());
    for (std::size_t i = 0; i < left.size(); i += 2) {
      const Piece gap = gap_between(left[i], left[i + 1]);
      const Piece fall = copy_in(gap, left.front());
      claims.equal("the copy of all of f fills the gap", copy_in(gap, whole).at_right, left[i + 1].at_left, n);
      claims.at_most("a piece rises by (1 − 2⁻ⁿ)|P|", slope * left[i].length(), left[i].rise(), n);
      claims.at_most("a piece in its gap falls by (1 − 2⁻ⁿ)|P|", fall.rise(), -slope * fall.length(), n);
    }
  }
}
void range(const Run& r, Claims& claims) {
  for (int n = 0; n <= r.stages; ++n) {
    const std::vector<Piece> left = left_after(n, rise());
    claims.equal("f(0) = 0", left.front().at_left, 0, n);
    claims.equal("f(1) = 1/3", left.back().at_right, frac(1, 3), n);
    for (const Piece& piece : left) {
      claims.at_most("0 ≤ f", 0, piece.at_left, n);
      claims.at_most("f ≤ 1/3", piece.at_right, frac(1, 3), n);
    }
  }
}

Form<StagesInstance> planted_rise(const char* key, int numerator, int denominator) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { claim_slopes(r, frac(numerator, denominator), claims); });
}

}  // namespace

std::vector<Piece> left_after(int n, const Number& rise) {
  std::vector<Piece> pieces{{0, 1, 0, rise}};
  Number g = 1;
  for (int stage = 1; stage <= n; ++stage) {
    g /= 4;
    std::vector<Piece> halves;
    for (const Piece& piece : pieces) {
      const Number length = (piece.length() - g) / 2;
      const Number up = (piece.rise() + g * rise) / 2;
      halves.push_back({piece.left, piece.left + length, piece.at_left, piece.at_left + up});
      halves.push_back({piece.right - length, piece.right, piece.at_right - up, piece.at_right});
    }
    pieces = std::move(halves);
  }
  return pieces;
}

Piece gap_between(const Piece& left, const Piece& right) {
  return {left.right, right.left, left.at_right, right.at_left};
}

Piece copy_in(const Piece& gap, const Piece& piece) {
  const Number g = gap.length();
  return {gap.left + g * piece.left, gap.left + g * piece.right, gap.at_left - g * piece.at_left,
          gap.at_left - g * piece.at_right};
}

std::string StagesInstance::describe() const {
  return fmt::format(
      "f with slope 1 on the Smith–Volterra–Cantor set and −g f((x − a)/g) added to f(a) in its gaps (a, a + g), after "
      "0 to {} stages",
      stages);
}

Form<StagesInstance> slopes() { return form<Run>("slopes", measures_and_slopes); }
Form<StagesInstance> both_signs() { return form<Run>("slopes of both signs", steep); }
Form<StagesInstance> values() { return form<Run>("values", range); }

Forms<StagesInstance> planted() {
  return {planted_rise("sign: f(1) = 1, of copies that are not turned", 1, 1),
          planted_rise("missing term: f(1) = ½", 1, 2), planted_rise("factor: f(1) = 1/4", 1, 4),
          planted_rise("close: f(1) = 85/256", 85, 256)};
}

}  // namespace verigrad::fat_cantor_function
