#include "verigrad/theorem/inertial_newton/smaller_root.hpp"
#include "verigrad/theorem/inertial_newton/step_size_condition.hpp"

namespace verigrad::step_size_condition {

using smaller_root::discriminant;

namespace {

/// X² − trace X + det.
Number characteristic(const InnaBlock& M, const Number& X) { return square(X) - M.trace() * X + M.determinant(); }

/// Any α and β, γ > 0, and any λ.
struct AnyStep {
  explicit AnyStep(const Unknowns& u)
      : alpha(u.real("α")),
        beta(u.positive("β")),
        gamma(u.positive("γ")),
        lambda(u.real("λ_p")),
        X(u.real("X")),
        M(alpha, beta, gamma, lambda),
        b(alpha + beta * lambda) {}
  Number alpha, beta, gamma, lambda, X;
  InnaBlock M;
  Number b;
};

void characteristic_of_block(const AnyStep& a, Claims& claims) {
  claims.equal("(M₁₁ − X)(M₂₂ − X) − M₁₂M₂₁", (a.M.m11 - a.X) * (a.M.m22 - a.X) - a.M.m12 * a.M.m21,
               characteristic(a.M, a.X));
  claims.equal("trace(M_p) = 2 − γ(α + βλ)", a.M.trace(), 2 - a.gamma * a.b);
  claims.equal("det(M_p) = 1 − γ(α + βλ) + γ²λ", a.M.determinant(), 1 - a.gamma * a.b + square(a.gamma) * a.lambda);
}

void discriminant_of_block(const AnyStep& a, Claims& claims) {
  const Number gb = a.gamma * a.b, det = 1 - gb + square(a.gamma) * a.lambda;
  claims.equal("Δ, first line", square(a.M.trace()) - 4 * a.M.determinant(), square(2 - gb) - 4 * det);
  claims.equal("Δ, second line", square(2 - gb) - 4 * det,
               4 + square(gb) - 4 * gb - 4 + 4 * gb - 4 * square(a.gamma) * a.lambda);
  claims.equal("Δ = γ²((α + βλ)² − 4λ)", square(a.M.trace()) - 4 * a.M.determinant(),
               square(a.gamma) * discriminant(a.alpha, a.beta, a.lambda));
}

/// Both roots of (3.26), where b = α + βλ and w = √(b² − 4λ).
struct RealPair {
  Number alpha() const { return b - beta * lambda; }
  InnaBlock M() const { return {alpha(), beta, gamma, lambda}; }
  Number plus() const { return 1 - gamma * b / 2 + gamma * w / 2; }
  Number minus() const { return 1 - gamma * b / 2 - gamma * w / 2; }
  void claim(Claims& claims) const {
    claims.equal("(α + βλ)² − 4λ = w²", discriminant(alpha(), beta, lambda), square(w));
    for (const Number& sigma : {plus(), minus()}) claims.equal("χ(σ) = 0", characteristic(M(), sigma), 0);
    claims.equal("σ₊ + σ₋ = trace(M_p)", M().trace(), plus() + minus());
  }

  Number gamma, beta, b, w, lambda;
};

struct AnyPair : RealPair {
  explicit AnyPair(const Unknowns& u) {
    gamma = u.positive("γ");
    beta = u.positive("β");
    b = u.real("α + βλ_p");
    w = u.nonnegative("√((α + βλ_p)² − 4λ_p)");
    lambda = (square(b) - square(w)) / 4;
  }
};

/// λ = −st, w = s + t.
struct SaddlePair : RealPair {
  explicit SaddlePair(const Unknowns& u)
      : s(u.positive("s")), t(u.positive("t")), theta(u.real("θ")), psi(u.real("ψ")) {
    gamma = u.positive("γ");
    beta = u.positive("β");
    b = t - s;
    w = s + t;
    lambda = -(s * t);
  }
  Number s, t, theta, psi;
};

void eigenvalue_above_one(const SaddlePair& p, Claims& claims) {
  p.claim(claims);
  claims.equal("w² − (α + βλ)² = 4st", square(p.w) - square(p.b), 4 * p.s * p.t);
  claims.less("|α + βλ| < w", 0, 4 * p.s * p.t);
  claims.equal("σ₊ = 1 + γs", p.plus(), 1 + p.gamma * p.s);
  claims.less("1 < σ₊", 0, p.gamma * p.s);
  claims.equal("σ₋ = 1 − γt", p.minus(), 1 - p.gamma * p.t);
  claims.less("σ₋ < 1", 0, p.gamma * p.t);
}

void functionals(const SaddlePair& p, Claims& claims) {
  eigenvalue_above_one(p, claims);
  const InnaBlock M = p.M();
  const Number theta = M.m11 * p.theta + M.m12 * p.psi, psi = M.m21 * p.theta + M.m22 * p.psi;
  const Number grows = 1 + p.beta * p.s, falls = 1 - p.beta * p.t;
  claims.equal("ℓ(G(θ, ψ)) = (1 + γs)ℓ(θ, ψ)", grows * theta - psi, (1 + p.gamma * p.s) * (grows * p.theta - p.psi));
  claims.equal("ℓ′(G(θ, ψ)) = (1 − γt)ℓ′(θ, ψ)", falls * theta - psi, (1 - p.gamma * p.t) * (falls * p.theta - p.psi));
  claims.less("ℓ and ℓ′ are independent: β(s + t) > 0", 0, p.beta * (p.s + p.t));
  claims.equal("det(ℓ, ℓ′) = −β(s + t)", falls - grows, -p.beta * (p.s + p.t));
}

/// (3.20) with α > 0; λ = 0, or 0 < λ ≤ L. With S = γ⁻ + γ⁺ − γ, α > 0 says that β − γ < S.
struct Admissible {
  explicit Admissible(const Unknowns& u)
      : gamma(u.positive("γ")),
        s(u.positive("γ⁻(L) − γ")),
        t(u.nonnegative("γ⁺(L) − γ⁻(L)")),
        x(u.positive("(β − γ)τ")),
        y(u.positive("(γ⁻ + γ⁺ − β)τ")),
        sum(gamma + 2 * s + t),
        f(sum * x / (x + y)),
        L(1 / ((gamma + s) * (gamma + s + t))),
        beta(gamma + f),
        alpha(sum * y / (x + y) * L) {}
  /// (α + βL) and √((α + βL)² − 4L).
  Number b() const { return alpha + beta * L; }
  Number w() const { return L * t; }
  Number minus() const { return gamma + s; }
  void claim(Claims& claims) const {
    claims.equal("(α + βL)² − 4L = w²", discriminant(alpha, beta, L), square(w()));
    claims.equal("γ⁻(L) = β/2 + α/(2L) − w/(2L)", beta / 2 + alpha / (2 * L) - w() / (2 * L), minus());
    claims.less("0 < α", 0, alpha);
  }

  Number gamma, s, t, x, y, sum, f, L, beta, alpha;
};
struct AdmissibleMinimiser : Admissible {
  explicit AdmissibleMinimiser(const Unknowns& u)
      : Admissible(u), p(u.positive("λτ′")), q(u.nonnegative("(L − λ)τ′")) {}
  Number lambda() const { return L * p / (p + q); }
  Number rest() const { return L * q / (p + q); }
  Number p, q;
};

void schur(const AdmissibleMinimiser& a, Claims& claims) {
  const Number lambda = a.lambda(), g2 = square(a.gamma);
  const InnaBlock M(a.alpha, a.beta, a.gamma, lambda);
  const Number det = a.L * a.s * (a.s + a.t) + a.gamma * a.f * a.rest();
  const Number one_less = a.gamma * (a.alpha + a.f * lambda);
  const Number below_1 = a.L * (a.gamma * (2 * a.s + a.t) + a.s * (a.s + a.t));
  const Number at_minus_1 = 2 * det + 1 + below_1 + g2 * a.rest();
  a.claim(claims);
  claims.equal("det = L(γ⁻ − γ)(γ⁺ − γ) + γ(β − γ)(L − λ)", M.determinant(), det);
  claims.less("0 < det", 0, det);
  claims.equal("1 − det = γ(α + (β − γ)λ)", 1 - M.determinant(), one_less);
  claims.less("det < 1", 0, one_less);
  claims.equal("1 − trace + det = γ²λ", 1 - M.trace() + M.determinant(), g2 * lambda);
  claims.less("trace < 1 + det", 0, g2 * lambda);
  claims.equal("1 − γ²L", 1 - g2 * a.L, below_1);
  claims.equal("1 + trace + det = 2det + 1 + (1 − γ²L) + γ²(L − λ)", 1 + M.trace() + M.determinant(), at_minus_1);
  claims.less("−trace < 1 + det", 0, at_minus_1);
}

void at_0(const Admissible& a, Claims& claims) {
  const InnaBlock M(a.alpha, a.beta, a.gamma, 0);
  const Number other = a.L * (a.s * (a.s + a.t) + a.gamma * a.f);
  a.claim(claims);
  claims.equal("χ(1) = 0", characteristic(M, 1), 0);
  claims.equal("χ(1 − γα) = 0", characteristic(M, 1 - a.gamma * a.alpha), 0);
  claims.equal("1 − γα", 1 - a.gamma * a.alpha, other);
  claims.less("0 < 1 − γα", 0, other);
  claims.less("1 − γα < 1", 0, a.gamma * a.alpha);
}

void last_line_of_327(const Admissible& a, Claims& claims) {
  a.claim(claims);
  claims.equal("(3.27), second line = 2", (a.b() - a.w()) / (2 * a.L) * (a.b() + a.w()), 2);
  claims.equal("= 4L/(2L)", 4 * a.L / (2 * a.L), 2);
}

/// 0 < γ < γ⁻(λ) ≤ γ⁺(λ), where 1/λ = γ⁻γ⁺.
struct MinimiserPair : RealPair {
  explicit MinimiserPair(const Unknowns& u) : d(u.positive("γ⁻ − γ")), t(u.nonnegative("γ⁺ − γ⁻")) {
    gamma = u.positive("γ");
    beta = u.positive("β");
    lambda = 1 / (low() * high());
    b = (low() + high()) * lambda;
    w = t * lambda;
  }
  Number low() const { return gamma + d; }
  Number high() const { return low() + t; }
  Number d, t;
};

void between_0_and_1(const MinimiserPair& p, Claims& claims) {
  p.claim(claims);
  claims.less("0 < λ", 0, p.lambda);
  claims.equal("α + βλ − w = 2γ⁻λ", p.b - p.w, 2 * p.low() * p.lambda);
  claims.less("w < α + βλ", 0, 2 * p.low() * p.lambda);
  claims.equal("σ₊ = 1 − γ/γ⁺", p.plus(), (p.d + p.t) / p.high());
  claims.less("0 < σ₊", 0, (p.d + p.t) / p.high());
  claims.equal("1 − σ₊ = γ/γ⁺", 1 - p.plus(), p.gamma / p.high());
  claims.less("σ₊ < 1", 0, p.gamma / p.high());
  claims.equal("σ₋ = 1 − γ/γ⁻", p.minus(), p.d / p.low());
  claims.less("0 < σ₋", 0, p.d / p.low());
  claims.equal("2(1 + σ₋) = 4 − γ(α + βλ + w)", 2 * (1 + p.minus()), 4 - p.gamma * (p.b + p.w));
  claims.equal("2 − γ(α + βλ + w) = 2(γ⁻ − γ)/γ⁻", 2 - p.gamma * (p.b + p.w), 2 * p.d / p.low());
  claims.less("γ(α + βλ + w) < 2 < 4", 0, 2 * p.d / p.low());
}

/// αβ ≤ 1 and λ ≤ x⁻: β ≤ γ⁻ ≤ γ⁺; and γ < β.
struct BelowInterval {
  explicit BelowInterval(const Unknowns& u)
      : gamma(u.positive("γ")),
        f(u.positive("β − γ")),
        g(u.nonnegative("γ⁻ − β")),
        t(u.nonnegative("γ⁺ − γ⁻")),
        beta(gamma + f),
        lambda(1 / ((beta + g) * (beta + g + t))),
        alpha((beta + 2 * g + t) * lambda) {}
  Number gamma, f, g, t, beta, lambda, alpha;
};

void maximum_2_alpha(const BelowInterval& r, Claims& claims) {
  const Number w = r.t * r.lambda, product = r.g * (r.g + r.t) * r.lambda;
  claims.equal("(α + βλ)² − 4λ = w²", discriminant(r.alpha, r.beta, r.lambda), square(w));
  claims.equal("2α − (α + βλ + w) = 2λ(γ⁻ − β)", 2 * r.alpha - (r.alpha + r.beta * r.lambda + w), 2 * r.lambda * r.g);
  claims.at_most("α + βλ + w ≤ 2α", 0, 2 * r.lambda * r.g);
  claims.less("2αγ < 2αβ", 0, 2 * r.alpha * r.f);
  claims.equal("1 − αβ", 1 - r.alpha * r.beta, product);
  claims.at_most("2αβ ≤ 2 < 4", 0, product);
}

/// λ = (b² + v²)/4, so that v = √(4λ − b²).
struct ComplexPair {
  explicit ComplexPair(const Unknowns& u)
      : gamma(u.positive("γ")),
        beta(u.positive("β")),
        b(u.real("α + βλ_p")),
        v(u.nonnegative("√(4λ_p − (α + βλ_p)²)")),
        lambda((square(b) + square(v)) / 4),
        alpha(b - beta * lambda),
        M(alpha, beta, gamma, lambda),
        re(1 - gamma * b / 2),
        im(gamma * v / 2) {}
  Number gamma, beta, b, v, lambda, alpha;
  InnaBlock M;
  Number re, im;
};

void complex_eigenvalues(const ComplexPair& c, Claims& claims) {
  claims.equal("4λ − (α + βλ)² = v²", -discriminant(c.alpha, c.beta, c.lambda), square(c.v));
  claims.at_most("0 ≤ λ", 0, c.lambda);
  claims.equal("Re χ(σ) = 0", square(c.re) - square(c.im) - c.M.trace() * c.re + c.M.determinant(), 0);
  claims.equal("Im χ(σ) = 0", 2 * c.re * c.im - c.M.trace() * c.im, 0);
}
void magnitude_of_complex(const ComplexPair& c, Claims& claims) {
  const Number squared = square(c.re) + square(c.im);
  claims.equal("|σ|² = (1 − γb/2)² + γ²(4λ − b²)/4", squared,
               square(1 - c.gamma * c.b / 2) + square(c.gamma) * (4 * c.lambda - square(c.b)) / 4);
  claims.equal("|σ|² = 1 − γ(α + βλ) + γ²λ", squared, 1 - c.gamma * c.b + square(c.gamma) * c.lambda);
  claims.equal("|σ|² = det(M_p)", c.M.determinant(), squared);
}

/// λ > 0 and any γ > 0.
struct PositiveEigenvalue {
  explicit PositiveEigenvalue(const Unknowns& u)
      : gamma(u.positive("γ")), beta(u.positive("β")), alpha(u.real("α")), lambda(u.positive("λ_p")) {}
  Number gamma, beta, alpha, lambda;
};
void equivalent_conditions(const PositiveEigenvalue& p, Claims& claims) {
  const Number excess = -p.gamma * (p.alpha + p.beta * p.lambda) + square(p.gamma) * p.lambda;
  claims.equal("|σ|² − 1 = −γ(α + βλ) + γ²λ", InnaBlock(p.alpha, p.beta, p.gamma, p.lambda).determinant() - 1, excess);
  claims.equal("= γ((γ − β)λ − α)", excess, p.gamma * ((p.gamma - p.beta) * p.lambda - p.alpha));
  claims.equal("= γλ(γ − (β + α/λ))", excess, p.gamma * p.lambda * (p.gamma - (p.beta + p.alpha / p.lambda)));
  claims.less("0 < γλ", 0, p.gamma * p.lambda);
}

/// 0 < λ ≤ L, α > 0, and w = √((α + βL)² − 4L).
struct Bound332 {
  explicit Bound332(const Unknowns& u)
      : alpha(u.positive("α")),
        beta(u.positive("β")),
        lambda(u.positive("λ_p")),
        l(u.nonnegative("L − λ_p")),
        w(u.nonnegative("√((α + βL)² − 4L)")),
        s(u.positive("γ⁻(L) − γ")),
        L(lambda + l) {}
  Number alpha, beta, lambda, l, w, s, L;
};
void bound_332(const Bound332& r, Claims& claims) {
  const Number half = (r.beta + r.alpha / r.L) / 2;
  const Number last = r.beta / 2 + r.alpha * (r.lambda + 2 * r.l) / (2 * r.lambda * r.L);
  claims.equal("(β + α/L)/2 − w/(2L) = γ⁻(L)", half - r.w / (2 * r.L),
               r.beta / 2 + r.alpha / (2 * r.L) - r.w / (2 * r.L));
  claims.less("γ < γ⁻(L)", 0, r.s);
  claims.at_most("γ⁻(L) ≤ (β + α/L)/2", 0, r.w / (2 * r.L));
  claims.equal("β + α/λ − (β + α/L)/2", r.beta + r.alpha / r.lambda - half, last);
  claims.at_most("(β + α/L)/2 ≤ β + α/λ", 0, last);
}

/// b = α + βL > w = √(b² − 4L) ≥ 0, as L > 0 and b > 0.
struct PositiveBound {
  explicit PositiveBound(const Unknowns& u)
      : d(u.positive("α + βL − w")),
        w(u.nonnegative("w = √((α + βL)² − 4L)")),
        beta(u.positive("β")),
        L(d * (d + 2 * w) / 4),
        alpha(d + w - beta * L) {}
  Number d, w, beta, L, alpha;
};
void positive_bound(const PositiveBound& r, Claims& claims) {
  claims.less("0 < L", 0, r.L);
  claims.equal("(α + βL)² − 4L = w²", discriminant(r.alpha, r.beta, r.L), square(r.w));
  claims.equal("β/2 + α/(2L) − w/(2L) = 2/(α + βL + w)", r.beta / 2 + r.alpha / (2 * r.L) - r.w / (2 * r.L),
               2 / (r.d + 2 * r.w));
  claims.less("0 < 2/(α + βL + w)", 0, 2 / (r.d + 2 * r.w));
  claims.less("0 < β", 0, r.beta);
}

template <class Value>
Form<Unknowns> planted_at_1(const char* key, Value value) {
  return form<AnyStep, Unknowns>(key, [value](const AnyStep& a, Claims& claims) {
    claims.equal("χ(1) = planted", characteristic(a.M, 1), value(a));
  });
}
template <class Value>
Form<Unknowns> planted_eigenvalue(const char* key, Value value) {
  return form<SaddlePair, Unknowns>(key, [value](const SaddlePair& p, Claims& claims) {
    claims.equal("χ(planted) = 0", characteristic(p.M(), value(p)), 0);
  });
}

}  // namespace

Form<Unknowns> positive() { return form<PositiveBound, Unknowns>("positive", positive_bound); }
Form<Unknowns> saddle() { return form<SaddlePair, Unknowns>("saddle", functionals).of_code(); }
Form<Unknowns> minimiser() { return form<AdmissibleMinimiser, Unknowns>("minimiser", schur); }
Form<Unknowns> singular() { return form<Admissible, Unknowns>("λ_p = 0", at_0); }

Lines<Unknowns> general_lines() {
  return {
      .steps = {{"(3.25)", "χ(X) = X² − trace(M_p)X + det(M_p) = X² − (2 − γ(α + βλ_p))X + 1 − γ(α + βλ_p) + γ²λ_p",
                 form<AnyStep, Unknowns>(characteristic_of_block).of_code()},
                {"Δ_{M_p}", "(2 − γ(α + βλ_p))² − 4(1 − γ(α + βλ_p) + γ²λ_p) = … = γ²((α + βλ_p)² − 4λ_p)",
                 form<AnyStep, Unknowns>(discriminant_of_block).of_code()},
                {"(3.26)", "σ_{p,±} = 1 − γ(α + βλ_p)/2 ± γ√((α + βλ_p)² − 4λ_p)/2",
                 form<AnyPair, Unknowns>([](const AnyPair& p, Claims& claims) { p.claim(claims); })},
                {"λ_p < 0", "|α + βλ_p| < √((α + βλ_p)² − 4λ_p), so σ_{p,+} > 1 and σ_{p,−} < 1",
                 form<SaddlePair, Unknowns>(eigenvalue_above_one)},
                {"λ_p = 0", "σ_{p,+} = 1 and |σ_{p,−}| = |1 − γα| ≤ 1", form<Admissible, Unknowns>(at_0)},
                {"λ_p > 0",
                 "α + βλ_p > √((α + βλ_p)² − 4λ_p), so 0 ≤ σ_{p,+} < 1; −σ_{p,−} < 1 is equivalent to γ[α + βλ_p + "
                 "√((α + βλ_p)² − 4λ_p)] < 4, and the latter always holds true",
                 form<MinimiserPair, Unknowns>(between_0_and_1)},
                {"(3.27), last line", "… [α + βL + √((α + βL)² − 4L)] = 4L/(2L) = 2",
                 form<Admissible, Unknowns>(last_line_of_327)},
                {"(3.28), 2α", "γ[α + βλ_p + √((α + βλ_p)² − 4λ_p)] ≤ 2αγ ≤ 2αβ ≤ 2 < 4",
                 form<BelowInterval, Unknowns>(maximum_2_alpha)},
                {"(3.29)", "σ_{p,±} = 1 − γ(α + βλ_p)/2 ± iγ√(4λ_p − (α + βλ_p)²)/2",
                 form<ComplexPair, Unknowns>(complex_eigenvalues)},
                {"(3.30)", "|σ_{p,+}|² = |σ_{p,−}|² = 1 − γ(α + βλ_p) + γ²λ_p",
                 form<ComplexPair, Unknowns>(magnitude_of_complex)},
                {"(3.31)", "|σ_{p,+}|² < 1 ⟺ −γ(α + βλ_p) + γ²λ_p < 0 ⟺ (γ − β)λ_p < α ⟺ γ < β + α/λ_p",
                 form<PositiveEigenvalue, Unknowns>(equivalent_conditions)},
                {"(3.32)", "γ < (β + α/L)/2 − √((α + βL)² − 4L)/(2L) ≤ (β + α/L)/2 ≤ β + α/λ_p",
                 form<Bound332, Unknowns>(bound_332)},
                {"(3.35)", "W(θ*, ψ*) ⊂ ⋃_j G⁻ʲ(Ω ∩ W^{sc}(θ*, ψ*)): of a quadratic, W^{sc} = {ℓ = 0} = G⁻ʲ(W^{sc})",
                 form<SaddlePair, Unknowns>(functionals).of_code()}},
      .planted = {planted_at_1("χ(1): −γ²λ", [](const AnyStep& a) { return -square(a.gamma) * a.lambda; }),
                  planted_at_1("χ(1): γλ", [](const AnyStep& a) { return a.gamma * a.lambda; }),
                  planted_eigenvalue("sign: 1 − γs", [](const SaddlePair& p) { return 1 - p.gamma * p.s; }),
                  planted_eigenvalue("factor: 1 + γs/2", [](const SaddlePair& p) { return 1 + p.gamma * p.s / 2; }),
                  planted_eigenvalue("swapped: 1 + γt", [](const SaddlePair& p) { return 1 + p.gamma * p.t; })}};
}

}  // namespace verigrad::step_size_condition
