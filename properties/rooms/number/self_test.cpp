// require_sound_arithmetic accepts this machine as it is, and refuses every way to spoil its arithmetic at run time.
#include "verigrad/number/self_test.hpp"

#include <cfenv>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace verigrad::number_self_test_test {
namespace {

/// What the self test says under the present floating-point environment; empty when it accepts it.
std::string complaint() {
  try {
    require_sound_arithmetic();
    return "";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

std::string complaint_when_rounding(int mode) {
  const int before = std::fegetround();
  std::fesetround(mode);
  const std::string words = complaint();
  std::fesetround(before);
  return words;
}

TEST(SelfTest, accepts_round_to_nearest) { EXPECT_EQ(complaint(), ""); }

TEST(SelfTest, refuses_every_other_rounding_mode) {
  for (const int mode : {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
    const std::string words = complaint_when_rounding(mode);
    EXPECT_NE(words.find("fesetround"), std::string::npos) << "mode " << mode << ": " << words;
  }
  EXPECT_EQ(complaint(), "");
}

#if defined(__SSE2__)
constexpr unsigned flush_to_zero = 0x8000, denormals_are_zero = 0x0040;

std::string complaint_with_control_bits(unsigned bits) {
  const unsigned before = _mm_getcsr();
  _mm_setcsr(before | bits);
  const std::string words = complaint();
  _mm_setcsr(before);
  return words;
}

TEST(SelfTest, refuses_flushed_subnormals) {
  for (const unsigned bits : {flush_to_zero, denormals_are_zero, flush_to_zero | denormals_are_zero}) {
    const std::string words = complaint_with_control_bits(bits);
    EXPECT_NE(words.find("FTZ"), std::string::npos) << "bits " << bits << ": " << words;
  }
  EXPECT_EQ(complaint(), "");
}
#endif

}  // namespace
}  // namespace verigrad::number_self_test_test
