#include "verigrad/theorem/nonsmooth/fat_cantor_function.hpp"

#include <fmt/format.h>

#include "verigrad/number/types.hpp"

namespace verigrad::fat_cantor_function {
namespace {

template <class T>
T power_of(int base, int exponent) {
  T power(1);
  for (int i = 0; i < exponent; ++i) power *= T(base);
  return power;
}

/// The pieces left of each stage.
template <class T>
struct Run {
  using Instance = Stages;
  explicit Run(const Stages& instance) : stages(instance.stages) {}
  T two(int n) const { return T(1) / power_of<T>(2, n); }
  T four(int n) const { return T(1) / power_of<T>(4, n); }

  int stages;
};

constexpr auto measures = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int n = 0; n <= r.stages; ++n) {
    T pieces(0), gaps(0);
    const std::vector<Piece<T>> left = left_after(n, rise<T>());
    for (const Piece<T>& piece : left) pieces += piece.length();
    for (std::size_t i = 1; i < left.size(); ++i) gaps += gap_between(left[i - 1], left[i]).length();
    claims.equal("2ⁿ pieces measure ½ + 2⁻ⁿ/2", pieces, frac<T>(1, 2) + r.two(n) / T(2), n);
    claims.equal("their gaps measure ½ − 2⁻ⁿ/2", gaps, frac<T>(1, 2) - r.two(n) / T(2), n);
  }
};

/// What f′ = 1 on C asks of f(1).
template <class T>
void claim_slopes(const Run<T>& r, const T& rise, Claims<T>& claims) {
  for (int n = 0; n <= r.stages; ++n)
    for (const Piece<T>& piece : left_after(n, rise)) {
      claims.at_most("f rises at most by |P|", piece.rise(), piece.length(), n);
      claims.at_most("f rises at least by |P| − 4⁻ⁿ", piece.length() - r.four(n), piece.rise(), n);
    }
}
constexpr auto measures_and_slopes = []<class T>(const Run<T>& r, Claims<T>& claims) {
  measures(r, claims);
  claim_slopes(r, rise<T>(), claims);
};

constexpr auto steep = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Piece<T> whole = left_after(0, rise<T>()).front();
  for (int n = 0; n < r.stages; ++n) {
    const T slope = T(1) - T(2) * r.two(n + 1);
    const std::vector<Piece<T>> left = left_after(n + 1, rise<T>());
    for (std::size_t i = 0; i < left.size(); i += 2) {
      const Piece<T> gap = gap_between(left[i], left[i + 1]);
      const Piece<T> fall = copy_in(gap, left.front());
      claims.equal("the copy of all of f fills the gap", copy_in(gap, whole).at_right, left[i + 1].at_left, n);
      claims.at_most("a piece rises by (1 − 2⁻ⁿ)|P|", slope * left[i].length(), left[i].rise(), n);
      claims.at_most("a piece in its gap falls by (1 − 2⁻ⁿ)|P|", fall.rise(), -slope * fall.length(), n);
    }
  }
};
constexpr auto range = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int n = 0; n <= r.stages; ++n) {
    const std::vector<Piece<T>> left = left_after(n, rise<T>());
    claims.equal("f(0) = 0", left.front().at_left, T(0), n);
    claims.equal("f(1) = 1/3", left.back().at_right, frac<T>(1, 3), n);
    for (const Piece<T>& piece : left) {
      claims.at_most("0 ≤ f", T(0), piece.at_left, n);
      claims.at_most("f ≤ 1/3", piece.at_right, frac<T>(1, 3), n);
    }
  }
};

Form<Stages> planted_rise(const char* key, int numerator, int denominator) {
  return form<Run>(key, [=]<class T>(const Run<T>& r, Claims<T>& claims) {
    claim_slopes(r, frac<T>(numerator, denominator), claims);
  });
}

}  // namespace

template <class T>
std::vector<Piece<T>> left_after(int n, const T& rise) {
  std::vector<Piece<T>> pieces{{T(0), T(1), T(0), rise}};
  T g(1);
  for (int stage = 1; stage <= n; ++stage) {
    g /= T(4);
    std::vector<Piece<T>> halves;
    for (const Piece<T>& piece : pieces) {
      const T length = (piece.length() - g) / T(2);
      const T up = (piece.rise() + g * rise) / T(2);
      halves.push_back({piece.left, piece.left + length, piece.at_left, piece.at_left + up});
      halves.push_back({piece.right - length, piece.right, piece.at_right - up, piece.at_right});
    }
    pieces = std::move(halves);
  }
  return pieces;
}

#define VERIGRAD_INSTANTIATE(T) template std::vector<Piece<T>> left_after<T>(int, const T&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

std::string Stages::describe() const {
  return fmt::format(
      "f with slope 1 on the Smith–Volterra–Cantor set and −g f((x − a)/g) added to f(a) in its gaps (a, a + g), after "
      "0 to {} stages",
      stages);
}

Form<Stages> slopes() { return form<Run>("slopes", measures_and_slopes); }
Form<Stages> both_signs() { return form<Run>("slopes of both signs", steep); }
Form<Stages> values() { return form<Run>("values", range); }

Forms<Stages> planted() {
  return {planted_rise("sign: f(1) = 1, of copies that are not turned", 1, 1),
          planted_rise("missing term: f(1) = ½", 1, 2), planted_rise("factor: f(1) = 1/4", 1, 4),
          planted_rise("close: f(1) = 85/256", 85, 256)};
}

}  // namespace verigrad::fat_cantor_function
