// (4.37) to (4.41) in inner products, for all values.
#include "verigrad/theorem/step_tuned/step_tuned_sgd_rate.hpp"

namespace verigrad::step_tuned_sgd_rate {
namespace {

/// a = ∇𝒥(θₖ), b = ∇𝒥_B(θₖ), c = ∇𝒥(θ_{k+½}), d = ∇𝒥_B(θ_{k+½}); what C₂² and L leave over is named.
struct Products {
  explicit Products(const Unknowns& u)
      : a(u.vector("∇𝒥(θₖ)")),
        b(u.vector("∇𝒥_B(θₖ)")),
        c(u.vector("∇𝒥(θ_{k+½})")),
        d(u.vector("∇𝒥_B(θ_{k+½})")),
        L(u.positive("L_K")),
        eta(u.positive("ηₖ")),
        C22(u.nonnegative("C₂²")),
        left_c(u.nonnegative("C₂² − ‖c‖²")),
        left_b(u.nonnegative("C₂² − ‖b‖²")),
        left_d(u.nonnegative("C₂² − ‖d‖²")),
        left_db(u.nonnegative("L²η²C₂² − ‖d − b‖²")),
        left_ca(u.nonnegative("L²η²C₂² − ‖c − a‖²")) {}

  Number reach() const { return L * eta; }
  Vector<Number> a, b, c, d;
  Number L, eta, C22, left_c, left_b, left_d, left_db, left_ca;
};

/// LηC₂² + ⟨x, y⟩ as a sum of what is not negative, where ‖x‖² ≤ C₂² and ‖y‖² ≤ L²η²C₂²; then that sum's sign.
void product_bound(const Products& p, const char* name, const Vector<Number>& x, const Vector<Number>& y,
                   const Number& left_x, const Number& left_y, Claims& claims) {
  const Number s = p.reach(), whole = squared_norm(s * x + y) / (2 * s);
  claims.equal(name, s * p.C22 + dot(x, y),
               s / 2 * (p.C22 - squared_norm(x)) + (s * s * p.C22 - squared_norm(y)) / (2 * s) + whole);
  claims.at_most("0 ≤ that sum", 0, s / 2 * left_x + left_y / (2 * s) + whole);
}

void general_first(const Products& p, Claims& claims) {
  product_bound(p, "LC₂²η + ⟨c, d − b⟩ = a sum of what is not negative", p.c, p.d - p.b, p.left_c, p.left_db, claims);
}
void general_second(const Products& p, Claims& claims) {
  product_bound(p, "LC₂²η + ⟨b, c − a⟩ = a sum of what is not negative", p.b, p.c - p.a, p.left_b, p.left_ca, claims);
}
void general_sum(const Products& p, Claims& claims) {
  claims.equal("2LC₂²η − ⟨a, b⟩ + ⟨c, d⟩ = (LC₂²η + ⟨c, d − b⟩) + (LC₂²η + ⟨b, c − a⟩)",
               2 * p.reach() * p.C22 - dot(p.a, p.b) + dot(p.c, p.d),
               (p.reach() * p.C22 + dot(p.c, p.d - p.b)) + (p.reach() * p.C22 + dot(p.b, p.c - p.a)));
}

/// The right side of (4.41) less that of (4.29), for one batch.
void general_decrease(const Products& p, Claims& claims) {
  general_first(p, claims);
  general_second(p, claims);
  general_sum(p, claims);
  const Number halves = square(p.eta) * p.L / 2;
  claims.equal("3η²LC₂² − 2η⟨a, b⟩ − (−η(⟨a, b⟩ + ⟨c, d⟩) + η²L(‖b‖² + ‖d‖²)/2) = η · (4.39) + η²L/2 · (4.24)",
               3 * square(p.eta) * p.L * p.C22 - 2 * p.eta * dot(p.a, p.b) + p.eta * (dot(p.a, p.b) + dot(p.c, p.d)) -
                   halves * (squared_norm(p.b) + squared_norm(p.d)),
               p.eta * (2 * p.reach() * p.C22 - dot(p.a, p.b) + dot(p.c, p.d)) +
                   halves * ((p.C22 - squared_norm(p.b)) + (p.C22 - squared_norm(p.d))));
  claims.at_most("0 ≤ η²L/2 · (4.24)", 0, halves * (p.left_b + p.left_d));
}

}  // namespace

Form<Unknowns> general_conclusion() { return form<Products, Unknowns>("one batch, all values", general_decrease); }

Lines<Unknowns> general_lines() {
  return {.steps = {{"(4.37), all values", "−⟨c, d⟩ ≤ L_K C₂²ηₖ − ⟨c, b⟩", form<Products, Unknowns>(general_first)},
                    {"(4.38), all values", "−⟨c, b⟩ ≤ L_K C₂²ηₖ − ⟨a, b⟩", form<Products, Unknowns>(general_second)},
                    {"(4.39), all values", "−⟨c, d⟩ ≤ 2L_K C₂²ηₖ − ⟨a, b⟩", form<Products, Unknowns>(general_sum)}}};
}

}  // namespace verigrad::step_tuned_sgd_rate
