#include "verigrad/number/self_test.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include "verigrad/number/interval.hpp"

namespace verigrad {
namespace {

static_assert(std::numeric_limits<double>::is_iec559 && std::numeric_limits<double>::digits == 53);

/// x, hidden from the optimiser: the operation on it is done when the program runs.
double at_run_time(double x) {
#if defined(__GNUC__)
  asm volatile("" : "+m"(x));
  return x;
#else
  volatile double hidden = x;
  return hidden;
#endif
}

void require(bool sound, const char* what, const char* remedy) {
  if (!sound) throw std::runtime_error(std::string("double arithmetic is not sound here: ") + what + "; " + remedy);
}

constexpr const char* set_nearest = "set the rounding mode to nearest with fesetround(FE_TONEAREST) before main() runs";
constexpr const char* keep_subnormals =
    "clear the FTZ and DAZ bits, and link no object that was compiled with -ffast-math or -Ofast";
constexpr const char* do_not_contract = "compile everything with -ffp-contract=off";

constexpr double half_ulp = 0x1p-53;  // of 1
constexpr double ulp = 0x1p-52;

/// 1 ± half an ulp and its neighbours: each rounding direction gives itself away on one of them.
void require_rounding_of_sums() {
  const double one = at_run_time(1), half = at_run_time(half_ulp), odd = at_run_time(1 + ulp);
  const double more_than_half = at_run_time(half_ulp + ulp * half_ulp);
  require(one + half == 1, "1 + 2⁻⁵³ is not rounded to even", set_nearest);
  require(odd + half == 1 + 2 * ulp, "1 + 2⁻⁵² + 2⁻⁵³ is not rounded to even", set_nearest);
  require(one + more_than_half == 1 + ulp, "1 + 2⁻⁵³ + 2⁻¹⁰⁵ is not rounded to nearest", set_nearest);
  require(-one - half == -1, "−1 − 2⁻⁵³ is not rounded to even", set_nearest);
  require(one - at_run_time(half_ulp / 2) == 1, "1 − 2⁻⁵⁴ is not rounded to even", set_nearest);
}

void require_rounding_of_products() {
  const double next = at_run_time(1 + ulp), previous = at_run_time(1 - half_ulp), three = at_run_time(3);
  require(next * at_run_time(1.5) == 1.5 + 2 * ulp, "(1 + 2⁻⁵²) · 1.5 is not rounded to even", set_nearest);
  require(next * previous == 1, "(1 + 2⁻⁵²)(1 − 2⁻⁵³) is not rounded to nearest", set_nearest);
  require(-next * previous == -1, "−(1 + 2⁻⁵²)(1 − 2⁻⁵³) is not rounded to nearest", set_nearest);
  require(at_run_time(1) / three == 0x1.5555555555555p-2, "1 / 3 is not rounded to nearest", set_nearest);
  require(at_run_time(2) / three == 0x1.5555555555555p-1, "2 / 3 is not rounded to nearest", set_nearest);
  require(at_run_time(5) / three == 0x1.aaaaaaaaaaaabp+0, "5 / 3 is not rounded to nearest", set_nearest);
  require(std::sqrt(at_run_time(2)) == 0x1.6a09e667f3bcdp+0, "√2 is not rounded to nearest", set_nearest);
  require(std::sqrt(at_run_time(1 + 2 * ulp)) == 1 + ulp, "√(1 + 2⁻⁵¹) is not rounded to nearest", set_nearest);
}

/// A fused operation would leave the rounding error of one of two equal products.
void require_no_contraction() {
  const double a = at_run_time(1 + 3 * ulp), b = at_run_time(1 - 5 * half_ulp);
  const double c = at_run_time(1 + 3 * ulp), d = at_run_time(1 - 5 * half_ulp);
  require(a * b - c * d == 0, "a·b − c·d of equal products is not 0: operations are contracted", do_not_contract);
}

void require_subnormals() {
  const double smallest_normal = at_run_time(std::numeric_limits<double>::min());
  const double smallest = at_run_time(std::numeric_limits<double>::denorm_min());
  require(smallest_normal / 2 > 0, "2⁻¹⁰²² / 2 is flushed to 0", keep_subnormals);
  require(smallest * at_run_time(0x1p1000) == 0x1p-74, "2⁻¹⁰⁷⁴ is read as 0", keep_subnormals);
}

/// The smallest step that keeps an interval outside of a result that underflowed.
void require_outward_steps() {
  const Interval tiny = Interval::point(at_run_time(0x1p-600));
  const Interval product = tiny * tiny;
  require(product.lower() < 0x1p-1073 && product.upper() > 0, "the interval product 2⁻⁶⁰⁰ · 2⁻⁶⁰⁰ lost its width",
          keep_subnormals);
}

}  // namespace

void require_sound_arithmetic() {
  require_rounding_of_sums();
  require_rounding_of_products();
  require_no_contraction();
  require_subnormals();
  require_outward_steps();
}

}  // namespace verigrad
