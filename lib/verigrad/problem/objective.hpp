// Objectives f: ℝᵈ → ℝ: value, gradient and Hessian product over every number type, curvature bounds and minimiser.
#pragma once

#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// Guaranteed bounds on curvature: lower·‖x − y‖² ≤ ⟨∇f(x) − ∇f(y), x − y⟩ ≤ upper·‖x − y‖² for all x, y.
/// f is convex if lower ≥ 0, μ-strongly convex with μ = lower, and L-smooth with L = smoothness(). Where no L exists,
/// upper is ∞.
struct Curvature {
  double lower = 0;
  double upper = 0;

  bool convex() const { return lower >= 0; }
  bool smooth() const { return std::isfinite(lower) && std::isfinite(upper); }
  /// L = max(|lower|, |upper|), the Lipschitz constant of ∇f.
  double smoothness() const { return std::max(std::abs(lower), std::abs(upper)); }
};

/// A global minimiser x* and the minimum f* = f(x*), exact in Rational, enclosed with proof in Interval and Ball.
template <class T>
struct Minimum {
  Vector<T> x_star;
  T f_star;
};

/// f over one number type. All vectors have the dimension of f.
template <class T>
class ObjectiveOver {
public:
  virtual ~ObjectiveOver() = default;
  /// f(x).
  virtual T value(const Vector<T>& x) const = 0;
  /// ∇f(x).
  virtual Vector<T> gradient(const Vector<T>& x) const = 0;
  /// ∇²f(x) v; where f is only once differentiable, a selection of the generalised Hessian.
  virtual Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const = 0;
  /// ⟨∇²f(x)v, v⟩ − α‖v‖² and ⟨∇f(x) − ∇f(y), x − y⟩ − α‖x − y‖², where f has a ridge: α is taken off the ridge before
  /// anything is added, so that the share of the data shows however small it is. Empty where f has none.
  virtual std::optional<T> hessian_beyond(const T&, const Vector<T>&, const Vector<T>&) const { return std::nullopt; }
  virtual std::optional<T> monotonicity_beyond(const T&, const Vector<T>&, const Vector<T>&) const {
    return std::nullopt;
  }
  /// A global minimiser and its value. Throws std::logic_error when f has none or none is known.
  Minimum<T> minimum() const { return minimum_over(std::type_identity<T>{}); }

protected:
  /// The tag keeps the overrides of different number types apart.
  virtual Minimum<T> minimum_over(std::type_identity<T>) const = 0;
};

/// f over all number types of the library, with what is known about it.
class Objective : public ObjectiveOver<double>,
                  public ObjectiveOver<Interval>,
                  public ObjectiveOver<Ball>,
                  public ObjectiveOver<Rational>,
                  public ObjectiveOver<Number> {
public:
  virtual Eigen::Index dimension() const = 0;
  /// One line that names the function and its data, enough to redo a counterexample by hand when it is small.
  virtual std::string describe() const = 0;
  virtual Curvature curvature() const = 0;
  /// curvature() holds for ‖x‖, ‖y‖ ≤ this.
  virtual double domain_radius() const { return std::numeric_limits<double>::infinity(); }
  /// Whether f and ∇f use only + − × ÷, so that Rational can hold them.
  virtual bool rational() const = 0;
  /// Whether a global minimiser exists and is known.
  virtual bool has_minimum() const = 0;

  /// This, as the objective that it is over T.
  template <class T>
  const ObjectiveOver<T>& over() const {
    return *this;
  }

  Number value(const Vector<Number>& x) const final;
  Vector<Number> gradient(const Vector<Number>& x) const final;
  Vector<Number> hessian_product(const Vector<Number>& x, const Vector<Number>& v) const final;
  std::optional<Number> hessian_beyond(const Number& alpha, const Vector<Number>& x,
                                       const Vector<Number>& v) const final;
  std::optional<Number> monotonicity_beyond(const Number& alpha, const Vector<Number>& x,
                                            const Vector<Number>& y) const final;

private:
  Minimum<Number> minimum_over(std::type_identity<Number>) const final;
};

/// An objective that statements and instances share.
using ObjectivePtr = std::shared_ptr<const Objective>;

namespace detail {

/// Whether F can be evaluated over T: F says so in `over<T>`; a class that does not say is not asked for Rational.
template <class F, class T>
constexpr bool supports() {
  if constexpr (requires { F::template over<T>; })
    return F::template over<T>;
  else
    return !std::is_same_v<T, Rational>;
}

/// Whether F says where it is least. Asked outside the classes below, whose bases have a minimum() too.
template <class F, class T>
concept HasMinimum = requires(const F& f) {
  f.template minimum<T>();
};
template <class T, class F>
Minimum<T> minimum_of(const F& f) {
  return f.template minimum<T>();
}

template <class F, class T, class Base>
class ObjectiveModelOver : public Base {
public:
  using Base::Base;
  T value(const Vector<T>& x) const override {
    if constexpr (supports<F, T>()) return this->f_.template value<T>(x);
    throw lacks("a value over this number type");
  }
  Vector<T> gradient(const Vector<T>& x) const override {
    if constexpr (supports<F, T>()) return this->f_.template gradient<T>(x);
    throw lacks("a gradient over this number type");
  }
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const override {
    if constexpr (supports<F, T>())
      if constexpr (requires { this->f_.template hessian_product<T>(x, v); })
        return this->f_.template hessian_product<T>(x, v);
    throw lacks("a Hessian product");
  }
  std::optional<T> hessian_beyond(const T& alpha, const Vector<T>& x, const Vector<T>& v) const override {
    if constexpr (supports<F, T>())
      if constexpr (requires { this->f_.template hessian_beyond<T>(alpha, x, v); })
        return this->f_.template hessian_beyond<T>(alpha, x, v);
    return std::nullopt;
  }
  std::optional<T> monotonicity_beyond(const T& alpha, const Vector<T>& x, const Vector<T>& y) const override {
    if constexpr (supports<F, T>())
      if constexpr (requires { this->f_.template monotonicity_beyond<T>(alpha, x, y); })
        return this->f_.template monotonicity_beyond<T>(alpha, x, y);
    return std::nullopt;
  }
  Minimum<T> minimum_over(std::type_identity<T>) const override {
    if constexpr (supports<F, T>())
      if constexpr (HasMinimum<F, T>)
        if (this->has_minimum()) return minimum_of<T>(this->f_);
    throw lacks("a known minimiser");
  }

private:
  std::logic_error lacks(const char* what) const {
    return std::logic_error("objective \"" + this->f_.describe() + "\" lacks " + what);
  }
};

template <class F>
class ObjectiveHolder : public Objective {
public:
  explicit ObjectiveHolder(F f) : f_(std::move(f)) {}
  Eigen::Index dimension() const override { return f_.dimension(); }
  std::string describe() const override { return f_.describe(); }
  Curvature curvature() const override { return f_.curvature(); }
  double domain_radius() const override {
    if constexpr (requires { f_.domain_radius(); }) return f_.domain_radius();
    return Objective::domain_radius();
  }
  bool rational() const override {
    if constexpr (requires { f_.rational(); }) return f_.rational();
    return supports<F, Rational>();
  }
  bool has_minimum() const override {
    if constexpr (requires { f_.has_minimum(); }) return f_.has_minimum();
    return HasMinimum<F, double>;
  }

protected:
  F f_;
};

}  // namespace detail

/// Makes an Objective from a class F with the members
///   Eigen::Index dimension() const;  std::string describe() const;  Curvature curvature() const;
///   template <class T> T value(const Vector<T>& x) const;
///   template <class T> Vector<T> gradient(const Vector<T>& x) const;
/// and, where known or needed,
///   template <class T> Minimum<T> minimum() const;  bool has_minimum() const;
///   template <class T> Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
///   template <class T> T hessian_beyond(const T& alpha, const Vector<T>& x, const Vector<T>& v) const;
///   template <class T> T monotonicity_beyond(const T& alpha, const Vector<T>& x, const Vector<T>& y) const;
///   double domain_radius() const;   // curvature() holds within this distance of 0 only
///   template <class T> static constexpr bool over;   // true for Rational if F uses only + − × ÷
///   bool rational() const;                           // where only the data tell whether Rational can hold it
template <class F>
ObjectivePtr make_objective(F f) {
  using detail::ObjectiveModelOver;
  using Model = ObjectiveModelOver<
      F, double,
      ObjectiveModelOver<F, Interval,
                         ObjectiveModelOver<F, Ball, ObjectiveModelOver<F, Rational, detail::ObjectiveHolder<F>>>>>;
  return std::make_shared<const Model>(std::move(f));
}

}  // namespace verigrad
