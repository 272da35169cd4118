// The recursion on εₖ = E‖xₖ − x*‖² and what the text concludes from it.
#include "verigrad/theorem/stochastic/strongly_convex_sgd_lines.hpp"

namespace verigrad::strongly_convex_sgd {

namespace {

void line_18(const Run& r, Claims& claims) {
  for (std::size_t k = 0; k < std::size_t(r.n); ++k) {
    const Number tau = 1 / (r.mu * (int(k) + 1)), noise = square(tau) * r.C2[k + 1];
    const Number right = r.eps[k] - 2 * r.mu * tau * r.eps[k] + noise;
    claims.at_most("εₖ₊₁ ≤ εₖ − 2μτₖεₖ + τₖ²C²", r.eps[k + 1], right, int(k));
    claims.equal("… = (1 − 2μτₖ)εₖ + τₖ²C²", right, (1 - 2 * r.mu * tau) * r.eps[k] + noise, int(k));
  }
}

constexpr auto start = [](const Run& r, Claims& claims) { printed_at(r, 0, claims); };

/// (1 − 2/m)εₖ + C²/(μm)², m = k + 1.
Number induction_left(const Run& r, int k) {
  const Number m(k + 1);
  return (1 - 2 / m) * r.eps[std::size_t(k)] + r.C2.back() / square(Number(r.mu * m));
}

/// (1 − 2/m)R/m + R/m².
Number induction_right(const Run& r, int k) {
  const Number m(k + 1), R = squared_R(r, r.n);
  return (1 - 2 / m) * (R / m) + R / square(m);
}

void first_line(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("εₖ₊₁ ≤ (1 − 2/m)εₖ + C²/(μm)²", r.eps[std::size_t(k) + 1], induction_left(r, k), k);
}

/// The second line for m = first_m … n.
void second_line(const Run& r, int first_m, Claims& claims) {
  for (int k = first_m - 1; k < r.n; ++k)
    claims.at_most("(1 − 2/m)εₖ + C²/(μm)² ≤ (1 − 2/m)R/m + R/m²", induction_left(r, k), induction_right(r, k), k);
}

constexpr auto second_line_printed = [](const Run& r, Claims& claims) { second_line(r, 1, claims); };
void second_line_corrected(const Run& r, Claims& claims) {
  second_line(r, 2, claims);
  if (r.n == 0) return;
  const Number right = bound_factor(r, 1) - r.distance2;
  claims.at_most("ε₁ ≤ −ε₀ + C²/μ²", r.eps[1], right, 1);
  claims.at_most("−ε₀ + C²/μ² ≤ R", right, squared_R(r, 1), 1);
}

void equalities(const Run& r, Claims& claims) {
  const Number R = squared_R(r, r.n);
  for (int k = 0; k < r.n; ++k) {
    const Number m(k + 1);
    claims.equal("= (1/m − 1/m²)R", induction_right(r, k), (1 / m - 1 / square(m)) * R, k);
    claims.equal("= (m−1)/m² R", induction_right(r, k), (m - 1) / square(m) * R, k);
    claims.equal("= (m²−1)/m² R/(m+1)", induction_right(r, k), (square(m) - 1) / square(m) * (1 / (m + 1)) * R, k);
  }
}

void last_line(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Number m(k + 1), part = squared_R(r, r.n) / (m + 1);
    claims.at_most("(m²−1)/m² R/(m+1) ≤ R/(m+1)", (square(m) - 1) / square(m) * part, part, k);
  }
}

void objective(const GapRun& r, Claims& claims) {
  for (std::size_t k = 0; k < std::size_t(r.n) + 1; ++k)
    claims.at_most("(E f(xₖ) − f*)² ≤ C² E‖xₖ − x*‖²", square(r.gap[k]), r.all_C2 * r.eps[k], int(k));
}

}  // namespace

std::vector<Step<StochasticInstance>> induction_steps() {
  return {{"(14.18)", "εₖ₊₁ ≤ εₖ − 2μτₖεₖ + τₖ²C² = (1 − 2μτₖ)εₖ + τₖ²C²", form<Run>(line_18)},
          {"k = 0", "ε₀ ≤ max(‖x₀ − x*‖, C²/μ²)/1 = R/1 (both sides squared)", form<Run>(start)},
          {"induction, first line", "εₖ₊₁ ≤ (1 − 2μτₖ)εₖ + τₖ²C² = (1 − 2/m)εₖ + C²/(μm)², m = k + 1",
           form<Run>(first_line)},
          {"induction, equalities", "(1 − 2/m)R/m + R/m² = (1/m − 1/m²)R = (m−1)/m² R = (m²−1)/m² · R/(m+1)",
           form<Run>(equalities)},
          {"induction, last", "(m²−1)/m² · R/(m+1) ≤ R/(m+1)", form<Run>(last_line)},
          {"objective",
           "(E f(xₖ) − f*)² ≤ C² E‖xₖ − x*‖²: the 1/√k rate on the objective that is announced before the theorem, "
           "with C over x₀ … xₖ",
           form<GapRun>(objective)}};
}

FalseLine<StochasticInstance> negative_factor() {
  return {
      .words = {.key = "negative factor",
                .place = "proof of Theorem 24, second line of the induction",
                .printed = "denoting m = k + 1 … (1 − 2/m)ε_k + C²/(μm)² ≤ (1 − 2/m)R/m + R/m²",
                .corrected = "for m ≥ 2; for m = 1: ε₁ ≤ −ε₀ + C²/μ² ≤ R",
                .remark = "1 − 2/m is −1 at m = 1, so that εₖ ≤ R/m gives the opposite inequality; the printed chain "
                          "would end in ε₁ ≤ 0. At m = 2 the factor is 0, and what k = 1 loses is not passed on.",
                .by_hand = "the same f, k = 0: −1·0 + 1 on the left, −1·1 + 1 on the right",
                .weight = Weight::proof,
                .same_as = "mfds/24: k = 1"},
      .printed = form<Run>(second_line_printed),
      .counterexample = staircase(2, 0, 1),
      .corrected = {form<Run>(second_line_corrected)}};
}

}  // namespace verigrad::strongly_convex_sgd
