// Thesis, (1.23) and (1.24): Newton's method in one step on positive definite matrices of any condition number, exactly
// and enclosed; gradient descent beside it; every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/descent/newton_least_squares.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/algorithm/newton.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/descent/descent_instance.hpp"

namespace verigrad::newton_least_squares::properties {
namespace {

namespace theorem = newton_least_squares;
using theorem::NewtonInstance;

constexpr const char* stem = "newton_least_squares";

Gen<int> up_to(int last) { return gen::inRange(0, last + 1); }

/// The same b, θ and other start for a matrix from `matrices`.
Gen<NewtonInstance> around(Gen<Matrix<double>> matrices) {
  return gen::mapcat(std::move(matrices), [](const Matrix<double>& a) {
    const Eigen::Index p = a.rows();
    return gen::apply(
        [a](const Vector<double>& b, const Vector<double>& theta, const Vector<double>& other) {
          return NewtonInstance{a, b, theta, other};
        },
        generate::point(p), generate::point(p), generate::point(p));
  });
}

/// Eigenvalues k2ᵉ, k = 1 … 7, e = −20 … 20, turned by one reflection: condition numbers up to 2⁴².
Gen<Matrix<double>> positive_definite() {
  return gen::mapcat(generate::dimension(5), [](int p) {
    return gen::apply(
        [p](const std::vector<int>& exponents, const std::vector<int>& factors, int signs) {
          Vector<double> spectrum(p), axis = Vector<double>::Zero(p);
          for (int i = 0; i < p; ++i)
            spectrum[i] = std::ldexp(factors[std::size_t(i)] + 1, exponents[std::size_t(i)] - 20);
          const int turned = p >= 4 ? 4 : p >= 2 ? 2 : 1;
          for (int i = 0; i < turned; ++i) axis[i] = (signs >> i) & 1 ? 1 : -1;
          return Quadratic(spectrum, {axis}, Vector<double>::Zero(p)).hessian();
        },
        gen::container<std::vector<int>>(std::size_t(p), up_to(40)),
        gen::container<std::vector<int>>(std::size_t(p), up_to(6)), up_to(15));
  });
}

/// Entries k/4, |k| ≤ 32: symmetric or not, definite or not.
Gen<Matrix<double>> any_matrix() {
  return gen::mapcat(generate::dimension(4), [](int p) {
    return gen::map(generate::point(Eigen::Index(p) * p, 5, 2), [p](const Vector<double>& entries) {
      return Matrix<double>(Eigen::Map<const Matrix<double>>(entries.data(), p, p));
    });
  });
}

/// The integer Hilbert matrix of order n, with unlike entries in b and θ.
NewtonInstance hilbert(int n) {
  const Vector<double> ramp = Vector<double>::LinSpaced(n, 1, n);
  return {theorem::scaled_hilbert(n), ramp, -ramp, Vector<double>::Ones(n)};
}

/// diag(1, 2⁻⁴⁰).
NewtonInstance ill_conditioned() {
  Matrix<double> a = Matrix<double>::Identity(2, 2);
  a(1, 1) = std::ldexp(1, -40);
  return {a, Vector<double>::Ones(2), Vector<double>::Zero(2), Vector<double>::Constant(2, 3)};
}

Check conditioned(const std::string& name, const NewtonInstance& instance) {
  return {{stem, Kind::conclusion, name}, [=](const Settings&) {
            if (!theorem::hypotheses_hold(instance))
              throw std::logic_error("the matrix is not positive definite: " + instance.describe());
            return examine(instance, theorem::conclusion());
          }};
}

/// Adds lower ≤ (A⁻¹b)ᵢ ≤ upper for the finite coordinates of the step over Enclosure; returns how many are finite.
template <class Enclosure>
int add_containment(const NewtonInstance& instance, Tally& tally) {
  const Vector<Rational> exactly = linear_solve<Rational>(exact<Rational>(instance.a), exact<Rational>(instance.b));
  const ObjectivePtr q = theorem::squared_residual(instance.a, instance.b);
  const Vector<Enclosure> step = Newton{}.step<Enclosure>(q->over<Enclosure>(), exact<Enclosure>(instance.theta));
  int finite = 0;
  for (Eigen::Index i = 0; i < step.size(); ++i) {
    const double lower = step[i].lower(), upper = step[i].upper();
    if (!std::isfinite(lower) || !std::isfinite(upper)) continue;
    ++finite;
    const auto claims = [&](Claims& list) {
      list.at_most("lower end ≤ (A⁻¹b)ᵢ", exact(lower), enclose(exactly[i]), int(i));
      list.at_most("(A⁻¹b)ᵢ ≤ upper end", enclose(exactly[i]), exact(upper), int(i));
    };
    tally.add(instance.describe(), decide(claims, Kinds{}));
  }
  return finite;
}

/// The step over Interval and over balls of 256 bits contains A⁻¹b, and balls find it for every order.
Evidence enclosed(const Settings&) {
  Tally tally(Level::instance);
  int coordinates = 0, by_intervals = 0, by_balls = 0;
  for (int n = 1; n <= 10; ++n) {
    const NewtonInstance instance = hilbert(n);
    coordinates += n;
    by_intervals += add_containment<Interval>(instance, tally);
    const Ball::Precision precision(256);
    by_balls += add_containment<Ball>(instance, tally);
  }
  const auto every_coordinate = [&](Claims& list) { list.equal("coordinates found by balls", by_balls, coordinates); };
  tally.add("Hilbert matrices of order 1 … 10", decide(every_coordinate, Kinds{}));
  tally.note(
      fmt::format("Hilbert matrices of order 1 … 10, {} coordinates: {} enclosed by double intervals, {} by balls "
                  "of 256 bits",
                  coordinates, by_intervals, by_balls));
  return tally.finish(Verdict::holds);
}

/// A = diag(1, 2⁻¹⁰), b = A(1, 1) from 0: 1000 steps of gradient descent with L = 1 leave 98 % of the squared distance
/// that lies in the flat direction; Newton's method takes one.
Check gradient_descent_is_slow(double alpha) {
  Matrix<double> a = Matrix<double>::Identity(2, 2);
  a(1, 1) = std::ldexp(1, -10);
  const ObjectivePtr q = theorem::squared_residual(a, a.diagonal());
  return examined(
      {stem, Kind::conclusion, fmt::format("gradient descent is slow, α = {}", alpha)},
      DescentInstance{q, Vector<double>::Zero(2), alpha, 1000}, [](const DescentInstance& instance, Claims& claims) {
        const Vector<Number> ones = Vector<Number>::Constant(2, 1), start = exact(instance.x0);
        claims.equal("Newton's method: θ₁ = (1, 1)", Newton{}.step<Number>(instance.f->over<Number>(), start), ones);
        const Vector<Number> last = instance.iterates().back();
        claims.less("gradient descent: 98/100 < ‖θ₁₀₀₀ − (1, 1)‖²", frac(98, 100), squared_norm(last - ones));
      });
}

/// θ⁴ in one variable.
class Quartic {
public:
  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const {
    return square(square(x[0]));
  }
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const {
    return Vector<T>::Constant(1, T(4) * square(x[0]) * x[0]);
  }
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const {
    return Vector<T>::Constant(1, T(12) * square(x[0]) * v[0]);
  }
  template <class T>
  Minimum<T> minimum() const {
    return {Vector<T>::Constant(1, T(0)), T(0)};
  }
  Eigen::Index dimension() const { return 1; }
  std::string describe() const { return "θ⁴"; }
  Curvature curvature() const { return {0, std::numeric_limits<double>::infinity()}; }
};

Check on_a_quartic() {
  return examined({stem, Kind::dropped, "without a quadratic: θ⁴", Verdict::fails},
                  DescentInstance{make_objective(Quartic{}), at(1), 1, 0},
                  [](const DescentInstance& instance, Claims& claims) {
                    const ObjectiveOver<Number>& f = instance.f->over<Number>();
                    claims.equal("θ₁ = θ*", Newton{}.step<Number>(f, exact(instance.x0)), f.minimum().x_star);
                  });
}

std::vector<Check> dropped() {
  const NewtonInstance singular{Matrix<double>::Zero(1, 1), at(1), at(0), at(1)};
  return {sampled({stem, Kind::dropped, "without positive definiteness: any invertible A"}, around(any_matrix()),
                  theorem::is_invertible, theorem::conclusion()),
          examined({stem, Kind::dropped, "without invertibility the step is not defined", Verdict::fails}, singular,
                   theorem::step_is_defined()),
          examined({stem, Kind::dropped, "without invertibility the minimum is not unique", Verdict::fails}, singular,
                   theorem::other_is_worse()),
          on_a_quartic()};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed"}, around(positive_definite()),
                                    theorem::hypotheses_hold, theorem::conclusion()),
                            conditioned("condition number 2⁴⁰", ill_conditioned()),
                            conditioned("Hilbert matrix of order 10", hilbert(10)),
                            {{stem, Kind::conclusion, "enclosed on Hilbert matrices"}, enclosed}};
  for (const double alpha : {0.5, 1.0, 1.5, 1.875}) checks.push_back(gradient_descent_is_slow(alpha));
  append(checks, dropped());
  append(checks, planted_checks(stem, around(any_matrix()), theorem::is_invertible, theorem::lines()));
  return checks;
}

/// The statement speaks of one objective only, (1.23).
}  // namespace verigrad::newton_least_squares::properties
