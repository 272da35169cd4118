// Certificates: what they say survives being written and read; every planted mistake is refused.
#include "verigrad/rate/certificate.hpp"

#include <functional>

#include <gtest/gtest.h>

#include "verigrad/rate/check_certificate.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad::rate_certificate_test {
namespace {

using namespace rate;

std::string text_of(const char* name) {
  return read_file(std::string(VERIGRAD_SOURCE_DIR) + "/properties/rooms/rate/certificates/" + name);
}

/// Real answers, one of each class.
const std::vector<const char*> kept{"gradient_descent.txt", "strongly_convex.txt", "non_convex.txt", "subgradient.txt",
                                    "heavy_ball.txt"};

void require_all(const Certificate& certificate) {
  require_points_of_method(certificate);
  require_upper_bound(certificate);
  require_lower_bound(certificate);
}

TEST(Certificate, holdsAndSurvivesItsText) {
  for (const char* name : kept) {
    const std::string text = text_of(name);
    const Certificate certificate = certificate_in(text);
    EXPECT_EQ(to_text(certificate), text) << name;
    EXPECT_NO_THROW(require_all(certificate)) << name;
    EXPECT_LE(certificate.lower->bound, certificate.upper->bound) << name;
  }
}

struct Mistake {
  std::string what;
  std::function<void(Certificate&)> plant;
};

Multiplier& largest_pair(Certificate& certificate) {
  Multiplier* largest = nullptr;
  for (Multiplier& multiplier : certificate.upper->multipliers)
    if (multiplier.of.kind == Inequality::Kind::pair && (largest == nullptr || multiplier.value > largest->value))
      largest = &multiplier;
  return *largest;
}

const Rational bit = Rational(1) / 1024;

TEST(Certificate, refusesMistakesOfTheUpperBound) {
  const std::vector<Mistake> mistakes{
      {"a smaller bound", [](Certificate& c) { c.upper->bound -= bit; }},
      {"a larger multiplier", [](Certificate& c) { largest_pair(c).value += bit; }},
      {"a negative multiplier", [](Certificate& c) { largest_pair(c).value *= -1; }},
      {"a missing multiplier", [](Certificate& c) { largest_pair(c).value = 0; }},
      {"swapped indices", [](Certificate& c) { std::swap(largest_pair(c).of.i, largest_pair(c).of.j); }},
      {"the pair of a point with itself", [](Certificate& c) { largest_pair(c).of.i = largest_pair(c).of.j; }},
      {"a point that is not there", [](Certificate& c) { largest_pair(c).of.i = c.steps + 2; }},
      {"a negative point", [](Certificate& c) { largest_pair(c).of.j = -1; }},
      {"shorter steps", [](Certificate& c) { c.points.rightCols(c.steps + 1) *= Rational(7) / 8; }},
      {"gradients of the points before",
       [](Certificate& c) {
         for (Eigen::Index k = c.steps; k > 0; --k) c.points.row(k) = Vector<Rational>(c.points.row(k - 1)).transpose();
       }},
      {"another start", [](Certificate& c) { c.setting.start_bound *= 2; }},
      {"one iterate less", [](Certificate& c) { --c.steps; }},
      {"a tighter start alone", [](Certificate& c) {
         for (Multiplier& m : c.upper->multipliers)
           if (m.of.kind == Inequality::Kind::start)
             m.value *= 1 - bit, c.upper->bound = m.value * c.setting.start_bound;
       }}};
  for (const char* name : kept)
    for (const Mistake& mistake : mistakes) {
      Certificate certificate = certificate_in(text_of(name));
      mistake.plant(certificate);
      EXPECT_THROW(require_upper_bound(certificate), Refused) << name << ": " << mistake.what;
    }
}

TEST(Certificate, refusesWrongConstantsAndClasses) {
  Certificate smooth = certificate_in(text_of("gradient_descent.txt"));
  smooth.setting.L = 1 + bit;
  EXPECT_THROW(require_upper_bound(smooth), Refused);
  smooth.setting.L = 1 - bit;
  EXPECT_THROW(require_lower_bound(smooth), Refused);
  Certificate strong = certificate_in(text_of("strongly_convex.txt"));
  strong.setting.mu -= bit;
  EXPECT_THROW(require_upper_bound(strong), Refused);
  strong.setting.mu += 2 * bit;
  EXPECT_THROW(require_lower_bound(strong), Refused);
  Certificate bounded = certificate_in(text_of("subgradient.txt"));
  bounded.setting.M = 1 + bit;
  EXPECT_THROW(require_upper_bound(bounded), Refused);
  bounded.setting.M = 1 - bit;
  EXPECT_THROW(require_lower_bound(bounded), Refused);
  Certificate any = certificate_in(text_of("non_convex.txt"));
  any.setting.L = 1 + bit;
  EXPECT_THROW(require_upper_bound(any), Refused);
  any.setting.L = 1 - bit;
  EXPECT_THROW(require_lower_bound(any), Refused);
  Certificate minimum = certificate_in(text_of("non_convex.txt"));
  minimum.upper->multipliers.push_back({{Inequality::Kind::pair, minimum.steps + 1, 0}, 0});
  EXPECT_THROW(require_upper_bound(minimum), Refused) << "f* is no value of the function, nor is x* a point";
  Certificate best = certificate_in(text_of("non_convex.txt"));
  best.setting.measure = Measure::gradient;
  EXPECT_THROW(require_upper_bound(best), Refused);
  best.setting.measure = Measure::value;
  EXPECT_THROW(require_upper_bound(best), std::invalid_argument);
}

TEST(Certificate, refusesMistakesOfTheLowerBound) {
  const std::vector<Mistake> mistakes{
      {"a larger bound", [](Certificate& c) { c.lower->bound += bit; }},
      {"a start too far away", [](Certificate& c) { c.setting.start_bound -= bit; }},
      {"inner products that are of no points", [](Certificate& c) { c.lower->gram(2, 2) = -bit; }},
      {"inner products that are not symmetric", [](Certificate& c) { c.lower->gram(2, 1) += bit; }},
      {"values below f*", [](Certificate& c) { c.lower->values[1] = -bit; }},
      {"values too high", [](Certificate& c) { c.lower->values[1] += 10; }},
      {"gradients too long", [](Certificate& c) { c.lower->gram(2, 2) += 10; }},
      {"one value less", [](Certificate& c) { c.lower->values = Vector<Rational>(c.lower->values.head(c.steps)); }},
      {"one inner product less", [](Certificate& c) {
         c.lower->gram = Matrix<Rational>(c.lower->gram.topLeftCorner(c.steps + 1, c.steps + 1));
       }}};
  for (const char* name : kept)
    for (const Mistake& mistake : mistakes) {
      Certificate certificate = certificate_in(text_of(name));
      mistake.plant(certificate);
      EXPECT_THROW(require_lower_bound(certificate), Refused) << name << ": " << mistake.what;
    }
}

TEST(Certificate, refusesStepsOfAnotherMethod) {
  for (const char* name : kept) {
    Certificate certificate = certificate_in(text_of(name));
    certificate.points(1, 1) += bit;
    EXPECT_THROW(require_points_of_method(certificate), Refused) << name;
    certificate = certificate_in(text_of(name));
    for (auto& [hyper, value] : certificate.hyper) value /= 2;
    EXPECT_THROW(require_points_of_method(certificate), Refused) << name;
  }
}

/// The text with the first `from` replaced.
std::string edited(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(Certificate, isReadStrictly) {
  const std::string text = text_of("gradient_descent.txt");
  const std::vector<std::string> wrong{"",
                                       "{}",
                                       edited(text, "certificate 1", "certificate 2"),
                                       edited(text, "method gradient_descent\n", ""),
                                       edited(text, "steps 3", "steps 300"),
                                       edited(text, "steps 3", "steps 99999999999"),
                                       edited(text, "steps 3", "steps -3"),
                                       edited(text, "hyper alpha 1", "hyper alpha 1\nhyper alpha 1"),
                                       edited(text, "hyper alpha 1", "hyper alpha"),
                                       edited(text, "hyper alpha 1", "hyper alpha 1/0"),
                                       edited(text, "hyper alpha 1", "hyper alpha 1.0"),
                                       edited(text, "hyper alpha 1", "hyper alpha 1/-1"),
                                       edited(text, "class smooth-convex", "class convex"),
                                       edited(text, "\npair 0", "\npear 0"),
                                       edited(text, "\npair 0", "\npair 0 0"),
                                       edited(text, "\npair 0", "\npair 17"),
                                       edited(text, "values\n", "values\n1 "),
                                       edited(text, "\nmultipliers ", "\nmultipliers 1"),
                                       text + "more\n",
                                       text.substr(0, text.size() / 2)};
  for (const std::string& certificate : wrong)
    EXPECT_THROW(certificate_in(certificate), CertificateError) << certificate.substr(0, 200);
}

}  // namespace
}  // namespace verigrad::rate_certificate_test
