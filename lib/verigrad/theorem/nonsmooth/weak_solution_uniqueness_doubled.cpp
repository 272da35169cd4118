// Lemma 5.6.5, the doubled integrals of two exact solutions and their sum, tested with a φ of both times.
#include <fmt/format.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string DoubledInstance::describe() const {
  return fmt::format("{}; φ = uv h(u)h(v)({} + {}u + {}v) at u = e^(−at), v = e^(−as), h(u) = (1 − u)(u − {})",
                     TwoFlowsInstance::describe(), p, q, r, end);
}
bool doubled_hypotheses_hold(const DoubledInstance& i) {
  return hypotheses_hold(i) && i.p >= 0 && i.q >= 0 && i.r >= 0;
}

namespace {

struct DoubledRun {
  using Instance = DoubledInstance;
  explicit DoubledRun(const DoubledInstance& i)
      : a(exact(i.a)), end(exact(i.end)), p(exact(i.p)), q(exact(i.q)), r(exact(i.r)) {
    for (Eigen::Index j = 0; j < i.w0.size(); ++j) {
      Coordinate coordinate{exact(i.c[j]), exact(i.lambda[j]), {}, {}};
      for (const KinkedFlow::Piece& piece : i.coordinate(j, i.w0[j])) coordinate.W.emplace_back(piece);
      for (const KinkedFlow::Piece& piece : i.coordinate(j, i.z0[j])) coordinate.Z.emplace_back(piece);
      coordinates.push_back(std::move(coordinate));
    }
  }

  struct Coordinate {
    Number c, lambda;
    std::vector<ClockPiece> W, Z;
  };
  /// One coordinate when the clock of W shows u and that of Z v, with φ dt ds, ∂ₜφ dt ds and ∂ₛφ dt ds over du dv.
  struct At {
    Number w, z, slope_w, slope_z, lambda;
    Number phi, phi_t, phi_s;

    Number distance2() const { return square(w - z); }
    Number J2(const Number& x) const { return lambda * magnitude<Number>(x); }
    Number B() const { return (slope_w - slope_z) * (z - w); }
    /// The left sides of the doubled line and of the exchanged one, with `kinetic`|W − Z|² and `share`J₂.
    Number doubled(const Number& kinetic, const Number& share = 1) const {
      return kinetic * distance2() * phi_t + (slope_w * (z - w) + share * (J2(z) - J2(w))) * phi;
    }
    Number exchanged(const Number& kinetic, const Number& share = 1) const {
      return kinetic * distance2() * phi_s + (slope_z * (w - z) + share * (J2(w) - J2(z))) * phi;
    }
  };
  /// ∫∫ f dt ds; dt = −du/(au), and φ = uvψ.
  template <class F>
  Number integral(const F& f) const {
    Number sum(0);
    for (const Coordinate& j : coordinates)
      for (const ClockPiece& W : j.W)
        for (const ClockPiece& Z : j.Z)
          sum +=
              polynomial_integral<Number>([&](const Number& u) { return along_Z(f, j, u, W.at(u), Z); }, W.from, W.to);
    return sum;
  }

  Number a, end, p, q, r;
  std::vector<Coordinate> coordinates;

private:
  Number h(const Number& u) const { return (1 - u) * (u - end); }
  Number h_prime(const Number& u) const { return 1 + end - 2 * u; }

  template <class F>
  Number along_Z(const F& f, const Coordinate& j, const Number& u, const Number& w, const ClockPiece& Z) const {
    const Number h_u = h(u), slope_w = a * w - j.c;
    return polynomial_integral<Number>(
        [&](const Number& v) {
          const Number z = Z.at(v), h_v = h(v), weight = p + q * u + r * v, psi = h_u * h_v * weight;
          const Number psi_u = h_v * (h_prime(u) * weight + h_u * q), psi_v = h_u * (h_prime(v) * weight + h_v * r);
          return f(At{w, z, slope_w, a * z - j.c, j.lambda, psi / square(a), -(psi + u * psi_u) / a,
                      -(psi + v * psi_v) / a});
        },
        Z.from, Z.to);
  }
};

/// "The sum is": with `kinetic`|W − Z|² and `share`J₂ in both lines, kinetic·A + B.
void sum_is(std::string_view name, const DoubledRun& r, const Number& kinetic, const Number& share, Claims& claims) {
  claims.equal(
      name,
      r.integral([&](const auto& at) { return Number(at.doubled(kinetic, share) + at.exchanged(kinetic, share)); }),
      r.integral(
          [&](const auto& at) { return Number(kinetic * at.distance2() * (at.phi_t + at.phi_s) + at.B() * at.phi); }));
}
void lines_sum(const DoubledRun& r, Claims& claims) { sum_is("the printed lines add up to A + B", r, 1, 1, claims); }
void sum_with_concave_J2(const DoubledRun& r, Claims& claims) {
  sum_is("with −J₂, and with the half, the lines add up to A/2 + B", r, frac(1, 2), -1, claims);
}

/// −∫∫ moving dt ds ≤ ∫∫ pushing dt ds.
template <class Moving, class Pushing>
void balance(std::string_view name, const DoubledRun& r, const Moving& moving, const Pushing& pushing, Claims& claims) {
  claims.at_most(name, -r.integral([&](const auto& at) { return Number(moving(at, frac(1, 2))); }),
                 r.integral([&](const auto& at) { return Number(pushing(at, frac(1, 2))); }));
}
constexpr auto along_t = [](const auto& at, const auto& half) { return half * at.distance2() * at.phi_t; };
constexpr auto along_s = [](const auto& at, const auto& half) { return half * at.distance2() * at.phi_s; };
constexpr auto along_both = [](const auto& at, const auto& half) {
  return half * at.distance2() * (at.phi_t + at.phi_s);
};
constexpr auto B_phi = [](const auto& at, const auto&) { return at.B() * at.phi; };
/// J₁(Z) − J₁(W) is ⟨∇J₁, Z − W⟩ in the middle of them, for J₁ = aw²/2 − cw.
constexpr auto J1_gain = [](const auto& at, const auto& half) {
  return half * (at.slope_w + at.slope_z) * (at.z - at.w) * at.phi;
};

void both_lines(const DoubledRun& r, Claims& claims) {
  balance(
      "−∫∫ |W(t) − Z(s)|²/2 ∂ₜφ ≤ the rest of the doubled line, with J₂", r, along_t,
      [](const auto& at, const Number&) { return at.doubled(0); }, claims);
  balance(
      "−∫∫ |W(t) − Z(s)|²/2 ∂ₛφ ≤ the rest of the exchanged line, with J₂", r, along_s,
      [](const auto& at, const Number&) { return at.exchanged(0); }, claims);
}
void with_J(const DoubledRun& r, Claims& claims) {
  balance(
      "−∫∫ |W(t) − Z(s)|²/2 ∂ₜφ ≤ the rest of the doubled line, with J", r, along_t,
      [](const auto& at, const Number& half) { return at.doubled(0) + J1_gain(at, half); }, claims);
  balance(
      "−∫∫ |W(t) − Z(s)|²/2 ∂ₛφ ≤ the rest of the exchanged line, with J", r, along_s,
      [](const auto& at, const Number& half) { return at.exchanged(0) - J1_gain(at, half); }, claims);
}
template <class Moving, class Pushing>
Form<DoubledInstance> at_least_zero(const char* key, Moving moving, Pushing pushing) {
  return form<DoubledRun>(key, [=](const DoubledRun& r, Claims& claims) {
    balance("−∫∫ with the derivatives of φ ≤ ∫∫ with φ", r, moving, pushing, claims);
  });
}

/// W = Z = e^t for J₁ = −w²/2, to e^t = 2.
TwoFlowsInstance equal_flows() { return {{-1, at(0), at(0), at(1), 2}, at(1)}; }

FalseLine<DoubledInstance> J_for_J2() {
  return {
      .words =
          {.key = "J for J₂",
           .place = "Proof of Lemma 5.6.5, second and third display",
           .printed = "∫∫ [… + (J(Z(s)) − J(W(t)))φ] dt ds ≥ 0",
           .corrected = "∫∫ [|W(t) − Z(s)|²/2 ∂ₜφ + (⟨∇J₁(W(t)), Z(s) − W(t)⟩ + J₂(Z(s)) − J₂(W(t)))φ] dt ds ≥ 0",
           .remark =
               "J = J₁ + J₂ everywhere else, and the first display has J₂. The sum does not notice: either cancels.",
           .weight = Weight::notation,
           .one_letter = true},
      .printed = form<DoubledRun>(with_J),
      .counterexample = {equal_flows(), 0, 0, 1},
      .corrected = {form<DoubledRun>(both_lines)}};
}
FalseLine<DoubledInstance> half_of_A() {
  return {.words = {.key = "sum",
                    .place = "Proof of Lemma 5.6.5, \"The sum is\"",
                    .printed = "A + B ≥ 0 with A = ∫∫ |W(t) − Z(s)|² (∂ₜ + ∂ₛ)φ, B = ∫∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩φ",
                    .corrected = "A/2 + B ≥ 0",
                    .remark = "The half of (5.41). So it fails even for W = Z.",
                    .by_hand = "J₁ = −w²/2, J₂ = 0, W = Z = eᵗ up to eᵗ = 2, φ = uv (u − 1)(2 − u)(v − 1)(2 − v) with "
                               "u = eᵗ, v = eˢ: A = −1/180 and B = 1/360",
                    .weight = Weight::line,
                    .same_as = "sgm/5.6.5: half of (5.41)"},
          .printed = at_least_zero(
              "", [](const auto& at, const auto&) { return at.distance2() * (at.phi_t + at.phi_s); }, B_phi),
          .counterexample = {equal_flows(), 1, 0, 0},
          .corrected = {at_least_zero("", along_both, B_phi)}};
}

Forms<DoubledInstance> planted_doubled() {
  const auto line = [](const auto& at, const auto& half) { return at.doubled(0 * half); };
  return {at_least_zero(
              "doubled line, factor: without ½", [](const auto& at, const auto&) { return at.distance2() * at.phi_t; },
              line),
          at_least_zero("doubled line, missing term: J₂", along_t,
                        [](const auto& at, const auto&) { return at.slope_w * (at.z - at.w) * at.phi; }),
          at_least_zero("doubled line, index: ∂ₛφ", along_s, line),
          at_least_zero("sum, sign: W − Z", along_both, [](const auto& at, const auto&) { return -at.B() * at.phi; }),
          at_least_zero("sum, missing term: ∂ₛ", along_t, B_phi)};
}

}  // namespace

Lines<DoubledInstance> doubled_lines() {
  return {.steps = {{"sum of the lines",
                     "the doubled line and the one with (W(t), t) and (Z(s), s) exchanged add up to A + B",
                     form<DoubledRun>(lines_sum).without_balls()}},
          .errata = {J_for_J2(), half_of_A()},
          .planted = planted_doubled(),
          .separating = {{near_the_kink(-0.25, 2.25, 2.25), 1, 0, 0.5}, {near_the_kink(0.25, 0, 0.25), 1, 0, 0}}};
}
Form<DoubledInstance> J2_cancels() { return form<DoubledRun>("J₂ cancels", sum_with_concave_J2).without_balls(); }

}  // namespace verigrad::weak_solution_uniqueness
