// A Lipschitz function f of one variable with ∂f = [−1, 1] on all of [0, 1], where it rises by 1/3: what statements on
// tame functions lose without tameness. Slope 1 on a fat Cantor set C, and in every gap a copy of f, upside down.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/form.hpp"

namespace verigrad::fat_cantor_function {

/// An interval, and f at its ends.
struct Piece {
  Number left, right, at_left, at_right;

  Number length() const { return right - left; }
  Number rise() const { return at_right - at_left; }
};

/// C ⊂ [0, 1] is the Smith–Volterra–Cantor set: for n = 1, 2, … the centred open gap of length 4⁻ⁿ is taken out of each
/// of the 2ⁿ⁻¹ intervals that are left. C has measure ½ and so have the gaps. f is 0 up to 0 and constant from 1 on; on
/// [0, 1], f(0) = 0, f′ = 1 on C, and f(x) = f(a) − g f((x − a)/g) in a gap (a, a + g). So f(1) = ½ − ½f(1) = 1/3.
inline Number rise() { return frac(1, 3); }

/// The 2ⁿ intervals left after n stages, from left to right, if f(1) is `rise`.
std::vector<Piece> left_after(int n, const Number& rise);
/// The gap between neighbours.
Piece gap_between(const Piece& left, const Piece& right);
/// The copy in a gap of a piece of [0, 1].
Piece copy_in(const Piece& gap, const Piece& piece);

/// f, looked at after 0 to `stages` stages.
struct StagesInstance {
  int stages;

  bool rational() const { return true; }
  std::string describe() const;
};

/// The measure of C is ½ within 2⁻ⁿ/2; every piece P left rises by |P| − 4⁻ⁿ to |P|, as f′ = 1 on C and |f′| ≤ 1 on the
/// gaps, which have measure 4⁻ⁿ/2 in P; with a copy in each gap that leaves no other f(1) than 1/3.
Form<StagesInstance> slopes();
/// Each piece left after n stages has, after one more, a piece [x, y] with f(y) − f(x) ≥ (1 − 2⁻ⁿ)(y − x) and, in its
/// gap, one with f(y) − f(x) ≤ −(1 − 2⁻ⁿ)(y − x). Every open interval in [0, 1] contains such a pair or a copy of it,
/// for n as large as one likes: so ∂f = [−1, 1] everywhere, by Lebourg's mean value theorem.
Form<StagesInstance> both_signs();
/// All values from 0 to 1/3 are taken, and no others: f(D-crit f) is not finite.
Form<StagesInstance> values();

/// Other values of f(1).
Forms<StagesInstance> planted();

}  // namespace verigrad::fat_cantor_function
