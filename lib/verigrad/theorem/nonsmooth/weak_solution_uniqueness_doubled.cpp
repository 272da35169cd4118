// Lemma 5.6.5, the doubled integrals of two exact solutions and their sum, tested with a φ of both times.
#include <fmt/format.h>

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string DoubledFlows::describe() const {
  return fmt::format("{}; φ = uv h(u)h(v)({} + {}u + {}v) at u = e^(−at), v = e^(−as), h(u) = (1 − u)(u − {})",
                     TwoFlows::describe(), p, q, r, end);
}
bool doubled_hypotheses_hold(const DoubledFlows& i) { return hypotheses_hold(i) && i.p >= 0 && i.q >= 0 && i.r >= 0; }

namespace {

template <class T>
struct DoubledRun {
  using Instance = DoubledFlows;
  explicit DoubledRun(const DoubledFlows& i)
      : a(exact<T>(i.a)), end(exact<T>(i.end)), p(exact<T>(i.p)), q(exact<T>(i.q)), r(exact<T>(i.r)) {
    for (Eigen::Index j = 0; j < i.w0.size(); ++j) {
      Coordinate coordinate{exact<T>(i.c[j]), exact<T>(i.lambda[j]), {}, {}};
      for (const KinkedFlow::Piece& piece : i.coordinate(j, i.w0[j])) coordinate.W.emplace_back(piece);
      for (const KinkedFlow::Piece& piece : i.coordinate(j, i.z0[j])) coordinate.Z.emplace_back(piece);
      coordinates.push_back(std::move(coordinate));
    }
  }

  struct Coordinate {
    T c, lambda;
    std::vector<ClockPiece<T>> W, Z;
  };
  /// One coordinate when the clock of W shows u and that of Z v, with φ dt ds, ∂ₜφ dt ds and ∂ₛφ dt ds over du dv.
  struct At {
    T w, z, slope_w, slope_z, lambda;
    T phi, phi_t, phi_s;

    T distance2() const { return square(T(w - z)); }
    T J2(const T& x) const { return lambda * magnitude<T>(x); }
    T B() const { return (slope_w - slope_z) * (z - w); }
    /// The left sides of the doubled line and of the exchanged one, with `kinetic`|W − Z|² and `share`J₂.
    T doubled(const T& kinetic, const T& share = T(1)) const {
      return kinetic * distance2() * phi_t + (slope_w * (z - w) + share * (J2(z) - J2(w))) * phi;
    }
    T exchanged(const T& kinetic, const T& share = T(1)) const {
      return kinetic * distance2() * phi_s + (slope_z * (w - z) + share * (J2(w) - J2(z))) * phi;
    }
  };
  /// ∫∫ f dt ds; dt = −du/(au), and φ = uvψ.
  template <class F>
  T integral(const F& f) const {
    T sum(0);
    for (const Coordinate& j : coordinates)
      for (const ClockPiece<T>& W : j.W)
        for (const ClockPiece<T>& Z : j.Z)
          sum += polynomial_integral<T>([&](const T& u) { return along_Z(f, j, u, W.at(u), Z); }, W.from, W.to);
    return sum;
  }

  T a, end, p, q, r;
  std::vector<Coordinate> coordinates;

private:
  T h(const T& u) const { return (T(1) - u) * (u - end); }
  T h_prime(const T& u) const { return T(1) + end - T(2) * u; }

  template <class F>
  T along_Z(const F& f, const Coordinate& j, const T& u, const T& w, const ClockPiece<T>& Z) const {
    const T h_u = h(u), slope_w = a * w - j.c;
    return polynomial_integral<T>(
        [&](const T& v) {
          const T z = Z.at(v), h_v = h(v), weight = p + q * u + r * v, psi = h_u * h_v * weight;
          const T psi_u = h_v * (h_prime(u) * weight + h_u * q), psi_v = h_u * (h_prime(v) * weight + h_v * r);
          return f(At{w, z, slope_w, a * z - j.c, j.lambda, psi / square(a), -(psi + u * psi_u) / a,
                      -(psi + v * psi_v) / a});
        },
        Z.from, Z.to);
  }
};

/// "The sum is": with `kinetic`|W − Z|² and `share`J₂ in both lines, kinetic·A + B.
template <class T>
void sum_is(std::string_view name, const DoubledRun<T>& r, const T& kinetic, const T& share, Claims<T>& claims) {
  claims.equal(name,
               r.integral([&](const auto& at) { return T(at.doubled(kinetic, share) + at.exchanged(kinetic, share)); }),
               r.integral([&](const auto& at) {
                 return T(kinetic * at.distance2() * (at.phi_t + at.phi_s) + at.B() * at.phi);
               }));
}
constexpr auto lines_sum = []<class T>(const DoubledRun<T>& r, Claims<T>& claims) {
  sum_is<T>("the printed lines add up to A + B", r, T(1), T(1), claims);
};
constexpr auto sum_with_concave_J2 = []<class T>(const DoubledRun<T>& r, Claims<T>& claims) {
  sum_is<T>("with −J₂, and with the half, the lines add up to A/2 + B", r, frac<T>(1, 2), -T(1), claims);
};

/// −∫∫ moving dt ds ≤ ∫∫ pushing dt ds.
template <class T, class Moving, class Pushing>
void balance(std::string_view name, const DoubledRun<T>& r, const Moving& moving, const Pushing& pushing,
             Claims<T>& claims) {
  claims.at_most(name, -r.integral([&](const auto& at) { return T(moving(at, frac<T>(1, 2))); }),
                 r.integral([&](const auto& at) { return T(pushing(at, frac<T>(1, 2))); }));
}
constexpr auto along_t = [](const auto& at, const auto& half) { return half * at.distance2() * at.phi_t; };
constexpr auto along_s = [](const auto& at, const auto& half) { return half * at.distance2() * at.phi_s; };
constexpr auto along_both = [](const auto& at, const auto& half) {
  return half * at.distance2() * (at.phi_t + at.phi_s);
};
constexpr auto B = [](const auto& at, const auto&) { return at.B() * at.phi; };
/// J₁(Z) − J₁(W) is ⟨∇J₁, Z − W⟩ in the middle of them, for J₁ = aw²/2 − cw.
constexpr auto J1_gain = [](const auto& at, const auto& half) {
  return half * (at.slope_w + at.slope_z) * (at.z - at.w) * at.phi;
};

constexpr auto both_lines = []<class T>(const DoubledRun<T>& r, Claims<T>& claims) {
  balance<T>(
      "−∫∫ |W(t) − Z(s)|²/2 ∂ₜφ ≤ the rest of the doubled line, with J₂", r, along_t,
      [](const auto& at, const T&) { return at.doubled(T(0)); }, claims);
  balance<T>(
      "−∫∫ |W(t) − Z(s)|²/2 ∂ₛφ ≤ the rest of the exchanged line, with J₂", r, along_s,
      [](const auto& at, const T&) { return at.exchanged(T(0)); }, claims);
};
constexpr auto with_J = []<class T>(const DoubledRun<T>& r, Claims<T>& claims) {
  balance<T>(
      "−∫∫ |W(t) − Z(s)|²/2 ∂ₜφ ≤ the rest of the doubled line, with J", r, along_t,
      [](const auto& at, const T& half) { return at.doubled(T(0)) + J1_gain(at, half); }, claims);
  balance<T>(
      "−∫∫ |W(t) − Z(s)|²/2 ∂ₛφ ≤ the rest of the exchanged line, with J", r, along_s,
      [](const auto& at, const T& half) { return at.exchanged(T(0)) - J1_gain(at, half); }, claims);
};
template <class Moving, class Pushing>
Form<DoubledFlows> at_least_zero(const char* key, Moving moving, Pushing pushing) {
  return form<DoubledRun>(key, [=]<class T>(const DoubledRun<T>& r, Claims<T>& claims) {
    balance<T>("−∫∫ with the derivatives of φ ≤ ∫∫ with φ", r, moving, pushing, claims);
  });
}

}  // namespace

Form<DoubledFlows> lines_add_up() { return form<DoubledRun>("sum of the lines", lines_sum); }
Form<DoubledFlows> J2_cancels() { return form<DoubledRun>("J₂ cancels", sum_with_concave_J2); }
Forms<DoubledFlows> doubled_errata() {
  return {form<DoubledRun>("J for J₂", with_J),
          at_least_zero(
              "sum", [](const auto& at, const auto&) { return at.distance2() * (at.phi_t + at.phi_s); }, B)};
}
Forms<DoubledFlows> doubled_corrected() {
  return {form<DoubledRun>("J for J₂", both_lines), at_least_zero("sum", along_both, B)};
}
Forms<DoubledFlows> planted_doubled() {
  const auto line = [](const auto& at, const auto& half) { return at.doubled(half - half); };
  return {at_least_zero(
              "doubled line, factor: without ½", [](const auto& at, const auto&) { return at.distance2() * at.phi_t; },
              line),
          at_least_zero("doubled line, missing term: J₂", along_t,
                        [](const auto& at, const auto&) { return at.slope_w * (at.z - at.w) * at.phi; }),
          at_least_zero("doubled line, index: ∂ₛφ", along_s, line),
          at_least_zero("sum, sign: W − Z", along_both, [](const auto& at, const auto&) { return -at.B() * at.phi; }),
          at_least_zero("sum, missing term: ∂ₛ", along_t, B)};
}

}  // namespace verigrad::weak_solution_uniqueness
