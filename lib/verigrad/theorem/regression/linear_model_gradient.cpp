#include "verigrad/theorem/regression/linear_model_gradient.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::linear_model_gradient {

const Statement& statement() {
  static const Statement result{
      .id = "mfds/14.13",
      .stem = "linear_model_gradient",
      .title = "Gradient of linear models",
      .source = "Mathematical Foundations of Data Sciences, (14.13)",
      .text = "∇fᵢ(x) = ℓ′(⟨aᵢ, x⟩, yᵢ) aᵢ for fᵢ(x) = ℓ(⟨aᵢ, x⟩, yᵢ)",
      .hypotheses = {{"differentiable", "ℓ is differentiable in its first argument"}},
      .steps = {{"linear", "fᵢ(x + ε) = ℓ(⟨aᵢ, x⟩ + ⟨aᵢ, ε⟩, yᵢ)"},
                {"expansion", "… = ℓ(⟨aᵢ, x⟩, yᵢ) + ℓ′(⟨aᵢ, x⟩, yᵢ)⟨aᵢ, ε⟩ + o(‖ε‖)"}},
      .errata = {{.key = "increment",
                  .place = "14.2.2, Taylor expansion before (14.13), second line",
                  .printed = "fᵢ(x + ε) = fᵢ(x) + ⟨ℓ′(⟨aᵢ, x⟩, yᵢ) aᵢ, x⟩ + o(‖ε‖)",
                  .corrected = "fᵢ(x + ε) = fᵢ(x) + ⟨ℓ′(⟨aᵢ, x⟩, yᵢ) aᵢ, ε⟩ + o(‖ε‖)",
                  .remark = "the line before has ε. For ½(s − y)² with a = x = 1, y = 0 the left side tends to ½ as "
                            "ε → 0 and the printed right side to 3/2"}}};
  return result;
}

std::string ModelInstance::describe() const {
  return fmt::format("ℓ = {}, a = {}, y = {}, x = {}, ε = {} · {}", in_words(loss), in_words(a), y, in_words(x), t,
                     in_words(direction));
}

bool hypotheses_hold(const ModelInstance& i) {
  if (i.a.size() != i.x.size() || i.a.size() != i.direction.size()) return false;
  return i.rational() ||
         (i.y != 0 && i.t != 0 && dot<Rational>(exact<Rational>(i.a), exact<Rational>(i.direction)) != 0);
}

namespace {

template <class T>
struct Run {
  using Instance = ModelInstance;
  explicit Run(const ModelInstance& i)
      : loss(i.loss),
        a(exact<T>(i.a)),
        x(exact<T>(i.x)),
        epsilon(exact<T>(i.t) * exact<T>(i.direction)),
        y(exact<T>(i.y)) {}

  T value(const Vector<T>& at) const { return loss_value<T>(loss, dot<T>(a, at), y); }
  T slope() const { return loss_derivative<T>(loss, dot<T>(a, x), y); }
  Vector<T> gradient() const { return slope() * a; }
  T increase() const { return value(x + epsilon) - value(x); }
  /// ½ M⟨a, ε⟩².
  T bound() const {
    const T step = dot<T>(a, epsilon);
    return frac<T>(1, 2) * loss_curvature<T>(loss, dot<T>(a, x), step, y) * square(step);
  }

  LinearModelLoss loss;
  Vector<T> a, x, epsilon;
  T y;
};

template <class T>
void first_order(const Run<T>& r, const T& linear, Claims<T>& claims) {
  claims.at_most("|f(x + ε) − f(x) − linear part| ≤ ½M⟨a, ε⟩²", magnitude<T>(r.increase() - linear), r.bound());
}

constexpr auto printed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  first_order<T>(r, dot<T>(r.gradient(), r.epsilon), claims);
};
constexpr auto equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("|f(x + ε) − f(x) − ⟨∇f(x), ε⟩| = ½⟨a, ε⟩²",
               magnitude<T>(r.increase() - dot<T>(r.gradient(), r.epsilon)), r.bound());
};
constexpr auto linear = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("f(x + ε) = ℓ(⟨a, x⟩ + ⟨a, ε⟩, y)", r.value(r.x + r.epsilon),
               loss_value<T>(r.loss, dot<T>(r.a, r.x) + dot<T>(r.a, r.epsilon), r.y));
};
constexpr auto expansion = []<class T>(const Run<T>& r, Claims<T>& claims) {
  first_order<T>(r, r.slope() * dot<T>(r.a, r.epsilon), claims);
};
constexpr auto lost_increment = []<class T>(const Run<T>& r, Claims<T>& claims) {
  first_order<T>(r, dot<T>(r.gradient(), r.x), claims);
};

/// The linear parts of both lines of the expansion, and o(‖ε‖) along ε, ε/2, … as O(‖ε‖²).
constexpr auto with_increment = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("ℓ′(⟨a, x⟩, y)⟨a, ε⟩ = ⟨ℓ′(⟨a, x⟩, y) a, ε⟩", r.slope() * dot<T>(r.a, r.epsilon),
               dot<T>(r.gradient(), r.epsilon));
  Run<T> shorter = r;
  T share(1);
  for (int k = 0; k < 4; ++k) {
    claims.at_most("|f(x + ε/2ᵏ) − f(x) − ⟨∇f(x), ε/2ᵏ⟩| ≤ ½M⟨a, ε⟩²/4ᵏ",
                   magnitude<T>(shorter.increase() - dot<T>(r.gradient(), shorter.epsilon)), square(share) * r.bound(),
                   k);
    share *= frac<T>(1, 2);
    shorter.epsilon = share * r.epsilon;
  }
};

template <class Wrong>
Form<ModelInstance> with(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong]<class T>(const Run<T>& r, Claims<T>& claims) {
    first_order<T>(r, dot<T>(wrong(r), r.epsilon), claims);
  });
}

}  // namespace

Form<ModelInstance> conclusion() { return form<Run>("as printed", printed); }
Form<ModelInstance> attained() { return form<Run>("attained", equality); }
Forms<ModelInstance> steps() { return {form<Run>("linear", linear), form<Run>("expansion", expansion)}; }
Forms<ModelInstance> errata() { return {form<Run>("increment", lost_increment)}; }
Forms<ModelInstance> corrected() { return {form<Run>("increment", with_increment)}; }

Forms<ModelInstance> planted() {
  return {with("sign: −∇f", []<class T>(const Run<T>& r) { return Vector<T>(-r.gradient()); }),
          with("factor: 2∇f", []<class T>(const Run<T>& r) { return Vector<T>(T(2) * r.gradient()); }),
          with("missing a", []<class T>(const Run<T>& r) { return Vector<T>::Constant(r.a.size(), r.slope()).eval(); }),
          with("x for a", []<class T>(const Run<T>& r) { return Vector<T>(r.slope() * r.x); }),
          with("value for derivative: ℓ a", []<class T>(const Run<T>& r) { return Vector<T>(r.value(r.x) * r.a); }),
          with("swapped arguments: ℓ′(y, ⟨a, x⟩)", []<class T>(const Run<T>& r) {
            return Vector<T>(loss_derivative<T>(r.loss, r.y, dot<T>(r.a, r.x)) * r.a);
          })};
}

}  // namespace verigrad::linear_model_gradient
