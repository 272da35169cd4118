#include "properties/rooms/conformance/plain_run.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/conformance/adadelta_family.hpp"
#include "verigrad/conformance/adagrad_family.hpp"
#include "verigrad/conformance/adamax_family.hpp"
#include "verigrad/conformance/asgd_family.hpp"
#include "verigrad/conformance/averaged_family.hpp"
#include "verigrad/conformance/inna_family.hpp"
#include "verigrad/conformance/proximal_family.hpp"
#include "verigrad/conformance/rmsprop_family.hpp"
#include "verigrad/conformance/rprop_family.hpp"
#include "verigrad/conformance/sag_family.hpp"
#include "verigrad/conformance/sgd_family.hpp"
#include "verigrad/conformance/sign_family.hpp"

namespace verigrad::conformance::test {
namespace {

/// The numbers that an entry has between steps; each method uses some.
template <class T>
struct Memory {
  T m = 0, v = 0, w = 0, last = 0, size = 0, moved = 0;
};

/// One step of one entry, in all families: g and θ as the definition gets them.
template <class T>
struct Step {
  const Dialect& d;
  const HyperParameters& h;
  double lr;
  long k, steps;

  bool is(int choice, auto option) const { return d.picks[std::size_t(choice)] == int(option); }
  double at(const char* name) const { return h.value_or(name, 0); }

  T averaged(T old, T x, double beta, int choice) const {
    if (is(choice, Weights::exchanged)) return T(1 - beta) * old + T(beta) * x;
    if (is(choice, Weights::share_missing)) return T(beta) * old + x;
    return old + T(1 - beta) * (x - old);
  }
  T divided(T v, double c, int place, bool rooted) const {
    const T eps = T(at("eps"));
    const auto f = [&](T x) { return rooted ? std::sqrt(x) : x; };
    const T scale = T(rooted ? std::sqrt(c) : c);
    if (is(place, Epsilon::outside) || is(place, Epsilon::in_state_and_outside)) return f(v) / scale + eps;
    if (is(place, Epsilon::inside)) return f(v / T(c) + eps);
    if (is(place, Epsilon::scaled)) return (f(v) + eps) / scale;
    if (is(place, Epsilon::inside_uncorrected)) return f(v + eps) / scale;
    if (is(place, Epsilon::subtracted)) return f(v) / scale - eps;
    if (is(place, Epsilon::larger)) return std::max(f(v) / scale, eps);
    return f(v) / scale;
  }
  bool raises(int place) const { return is(place, Epsilon::in_state) || is(place, Epsilon::in_state_and_outside); }

  double corrected(double beta, bool first) const {
    if (is(adam_correction, Correction::none)) return 1;
    if (is(adam_correction, Correction::first) && !first) return 1;
    if (is(adam_correction, Correction::second) && first) return 1;
    long t = k;
    if (is(adam_correction, Correction::frozen)) t = 1;
    if (is(adam_correction, Correction::ahead)) t = k + 1;
    if (is(adam_correction, Correction::behind)) t = k > 1 ? k - 1 : 1;
    const double c = 1 - std::pow(beta, double(t));
    return is(adam_correction, Correction::multiplied) ? 1 / c : c;
  }

  double mu(long t) const {
    return at("beta1") * (1 - 0.5 * std::pow(0.96, double(t) * h.value_or("momentum_decay", 0.004)));
  }
  T adam_direction_of(T mean, T g) const {
    const double beta1 = at("beta1");
    double product = 1;
    for (long t = 1; t <= k; ++t) product *= mu(t);
    const double next = mu(k + 1);
    if (is(adam_direction, Towards::sign)) return T((mean > 0) - (mean < 0));
    if (is(adam_direction, Towards::gradient)) return g;
    if (is(adam_direction, Towards::nesterov_simple))
      return T(beta1 / (1 - std::pow(beta1, double(k + 1)))) * mean +
             T((1 - beta1) / (1 - std::pow(beta1, double(k)))) * g;
    if (is(adam_direction, Towards::mean)) return mean / T(corrected(beta1, true));
    const double ahead = is(adam_direction, Towards::nesterov_squared) ? product * mu(k) * next : product * next;
    return T((1 - mu(k)) / (1 - product)) * g + T(next / (1 - ahead)) * mean;
  }

  T adam(T g, T theta, Memory<T>& s) const {
    const double c2 = corrected(at("beta2"), false);
    const T old_m = s.m, old_v = s.v, old_w = s.w;
    s.m = averaged(s.m, g, at("beta1"), adam_first_weights);
    const T off = is(adam_moment, Moment::about_new_mean)   ? g - s.m
                  : is(adam_moment, Moment::about_old_mean) ? g - old_m
                                                            : g;
    s.v = averaged(s.v, off * off, at("beta2"), adam_second_weights);
    if (raises(adam_epsilon)) s.v += T(at("eps"));
    const bool late = is(adam_order, Order::old_second);
    T read = late ? old_v : s.v;
    double c = c2;
    if (is(adam_maximum, Largest::uncorrected)) s.w = std::max(s.w, s.v), read = late ? old_w : s.w;
    if (is(adam_maximum, Largest::corrected)) s.w = std::max(s.w, s.v / T(c2)), read = late ? old_w : s.w, c = 1;
    if (is(adam_maximum, Largest::replacing)) s.v = std::max(old_v, s.v), read = late ? old_v : s.v;
    if (is(adam_maximum, Largest::never_stored)) read = 0;
    const T towards = adam_direction_of(is(adam_order, Order::old_first) ? old_m : s.m, g);
    double r = 1;
    if (!is(adam_rectification, Rectification::none)) {
      const double b2 = at("beta2"), limit = 2 / (1 - b2) - 1, p = std::pow(b2, double(k));
      const double rho = limit - 2.0 * double(k) * p / (1 - p);
      if (rho <= (is(adam_rectification, Rectification::above_4) ? 4 : 5))
        return is(adam_rectification, Rectification::above_5_else_still) ? theta : theta - T(lr) * towards;
      r = std::sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho));
    }
    return theta - T(lr * r) * (towards / divided(read, c, adam_epsilon, d.picks[adam_root] == 0));
  }

  T sgd(T g, T theta, Memory<T>& s) const {
    const T rate = T(lr);
    const bool inside = is(sgd_rate_place, RatePlace::inside);
    const auto moved = [&](T along) { return inside ? theta - along : theta - rate * along; };
    const T push = inside ? rate * g : g;
    double mu = at("momentum");
    if (mu == 0 || is(sgd_velocity, Velocity::ignored)) return moved(push);
    if (is(sgd_inertia, Inertia::exchanged)) mu = 1 - mu;
    double share = 1 - at("dampening");
    if (is(sgd_dampening, Dampening::ignored)) share = 1;
    if (is(sgd_dampening, Dampening::not_first) && steps == 1) share = 1;
    if (is(sgd_velocity, Velocity::average)) share = 1 - mu;
    const T old = s.m, keep = T(is(sgd_velocity, Velocity::negative) ? -mu
                                : is(sgd_velocity, Velocity::reset)  ? 0
                                                                     : mu);
    s.m = keep * s.m + T(share) * push;
    if (is(sgd_velocity, Velocity::lagged)) return moved(old);
    const T in = T(mu);
    if (is(sgd_look_ahead, LookAhead::nesterov))
      return moved((is(sgd_velocity, Velocity::average) ? T(share) * push : push) + in * s.m);
    if (is(sgd_look_ahead, LookAhead::wrong_sign)) return moved(push - in * s.m);
    if (is(sgd_look_ahead, LookAhead::old_velocity)) return moved(push + in * old);
    if (is(sgd_look_ahead, LookAhead::not_undone)) return moved(s.m + in * old);
    if (is(sgd_look_ahead, LookAhead::without_inertia)) return moved(push + s.m);
    if (is(sgd_look_ahead, LookAhead::twice)) return moved(push + in * (push + in * s.m));
    return moved(s.m);
  }

  T adagrad(T g, T theta, Memory<T>& s) const {
    if (steps == 1) {
      double initial = at("initial_accumulator_value");
      if (is(adagrad_initial, Initial::zero)) initial = 0;
      if (is(adagrad_initial, Initial::tenth)) initial = 0.1;
      if (is(adagrad_initial, Initial::one)) initial = 1;
      s.v = T(initial);
    }
    const T old = s.v;
    T sum = s.v + (is(adagrad_sum, Summed::of_absolutes) ? std::abs(g) : g * g);
    if (raises(adagrad_epsilon)) sum += T(at("eps"));
    if (!is(adagrad_sum, Summed::not_kept)) s.v = sum;
    double rate = lr / (1 + double(k - 1) * at("lr_decay"));
    if (is(adagrad_rate_decay, RateDecay::from_1)) rate = lr / (1 + double(k) * at("lr_decay"));
    if (is(adagrad_rate_decay, RateDecay::ignored)) rate = lr;
    const T read = is(adagrad_sum, Summed::old_sum) ? old : sum;
    return theta - T(rate) * (g / divided(read, 1, adagrad_epsilon, d.picks[adagrad_root] == 0));
  }

  T rmsprop(T g, T theta, Memory<T>& s) const {
    if (steps == 1 && is(rmsprop_initial, RmspropInitial::one)) s.v = 1;
    const T old_v = s.v, old_m = s.m;
    s.v = averaged(s.v, g * g, at("alpha"), rmsprop_weights);
    if (steps == 1 && is(rmsprop_initial, RmspropInitial::first_square)) s.v = g * g;
    if (raises(rmsprop_epsilon)) s.v += T(at("eps"));
    s.m = averaged(s.m, g, at("alpha"), rmsprop_weights);
    T read = d.picks[rmsprop_order] == 1 ? old_v : s.v;
    if (is(rmsprop_centre, Centre::new_mean)) read -= s.m * s.m;
    if (is(rmsprop_centre, Centre::old_mean)) read -= old_m * old_m;
    if (is(rmsprop_centre, Centre::mean_not_squared)) read -= s.m;
    const double c = is(rmsprop_correction, RmspropCorrection::by_power) ? 1 - std::pow(at("alpha"), double(k)) : 1;
    const bool inside = d.picks[rmsprop_rate_place] == 1;
    const T scaled = g / divided(read, c, rmsprop_epsilon, d.picks[rmsprop_root] == 0),
            push = inside ? T(lr) * scaled : scaled;
    const T mu = T(at("momentum"));
    T along = push;
    if (mu != 0 && !is(rmsprop_velocity, RmspropVelocity::ignored)) {
      s.w = is(rmsprop_velocity, RmspropVelocity::averages) ? mu * s.w + (1 - mu) * push : mu * s.w + push;
      along = is(rmsprop_velocity, RmspropVelocity::nesterov) ? push + mu * s.w : s.w;
    }
    return theta - (inside ? along : T(lr) * along);
  }

  T adadelta(T g, T theta, Memory<T>& s) const {
    const T eps = T(at("eps"));
    s.v = averaged(s.v, g * g, at("rho"), adadelta_weights);
    const auto delta_of = [&] {
      if (is(adadelta_epsilon, AdadeltaEpsilon::outside_both))
        return (std::sqrt(s.w) + eps) / (std::sqrt(s.v) + eps) * g;
      if (is(adadelta_epsilon, AdadeltaEpsilon::inside_below)) return std::sqrt(s.w) / std::sqrt(s.v + eps) * g;
      if (is(adadelta_epsilon, AdadeltaEpsilon::inside_above)) return std::sqrt(s.w + eps) / std::sqrt(s.v) * g;
      return std::sqrt(s.w + eps) / std::sqrt(s.v + eps) * g;
    };
    T delta = delta_of();
    if (is(adadelta_rate_place, AdadeltaRate::inside)) delta *= T(lr);
    const T remembered = is(adadelta_steps, AdadeltaSteps::of_gradients)   ? g * g
                         : is(adadelta_steps, AdadeltaSteps::of_absolutes) ? std::abs(delta)
                                                                           : delta * delta;
    s.w = averaged(s.w, remembered, at("rho"), adadelta_weights);
    if (is(adadelta_steps, AdadeltaSteps::new_mean)) delta = delta_of();
    return is(adadelta_rate_place, AdadeltaRate::outside) ? theta - T(lr) * delta : theta - delta;
  }

  T adamax(T g, T theta, Memory<T>& s) const {
    const double beta1 = at("beta1");
    const T eps = T(at("eps")), beta2 = T(at("beta2"));
    s.m = averaged(s.m, g, beta1, adamax_first_weights);
    const T size = (is(adamax_norm, AdamaxNorm::of_squares) ? g * g : std::abs(g)) +
                   (is(adamax_epsilon, AdamaxEpsilon::in_maximum) ? eps : T(0));
    s.v = is(adamax_norm, AdamaxNorm::new_only)        ? size
          : is(adamax_norm, AdamaxNorm::never_falling) ? std::max(s.v, size)
                                                       : std::max(beta2 * s.v, size);
    T below = s.v;
    if (is(adamax_epsilon, AdamaxEpsilon::outside)) below += eps;
    if (is(adamax_epsilon, AdamaxEpsilon::subtracted)) below -= eps;
    if (is(adamax_epsilon, AdamaxEpsilon::least)) below = std::max(below, eps);
    // none, frozen, multiplied, ahead, behind
    const int kind = d.picks[adamax_correction];
    const double t = double(kind == 2 ? 1 : kind == 4 ? k + 1 : kind == 5 ? std::max(k - 1, 1L) : k);
    const double c = kind == 1 ? 1 : 1 - std::pow(beta1, t);
    return theta - T(kind == 3 ? lr * c : lr / c) * (s.m / below);
  }

  T rprop(T g, T theta, Memory<T>& s) const {
    if (steps == 1) s.size = T(lr);
    double shrink = at("eta_minus"), grow = at("eta_plus");
    if (is(rprop_factors, Factors::exchanged)) std::swap(shrink, grow);
    if (is(rprop_factors, Factors::never_grows)) grow = 1;
    if (is(rprop_factors, Factors::never_shrinks)) shrink = 1;
    const T product = g * s.last, old_size = s.size;
    if (product > 0) s.size *= T(grow);
    if (product < 0) s.size *= T(shrink);
    if (is(rprop_bounds, Bounds::kept))
      s.size = std::clamp(s.size, T(h.value_or("smallest", 1e-6)), T(h.value_or("largest", 50)));
    const bool flips = product < 0;
    if (flips && is(rprop_flip, Flip::goes_back)) {
      s.last = 0;
      return theta + s.moved;
    }
    const T along = flips && is(rprop_flip, Flip::forgets) ? 0 : g;
    s.last = flips && !is(rprop_flip, Flip::remembers) ? 0 : g;
    s.moved = (is(rprop_order, RpropOrder::old_size) ? old_size : s.size) * T((along > 0) - (along < 0));
    return theta - s.moved;
  }

  T signs(T g, T theta, Memory<T>& s) const {
    const bool lion = is(sign_of_what, SignOf::blend), signum = is(sign_of_what, SignOf::memory);
    const T old = s.m;
    s.m = averaged(s.m, g, at(signum ? "beta1" : "beta2"), sign_second_weights);
    T along = g;
    if (signum) along = s.m;
    if (lion) along = averaged(is(sign_order, MemoryOrder::before) ? s.m : old, g, at("beta1"), sign_first_weights);
    if (is(sign_buffer, Buffer::reset)) s.m = 0;
    return theta - T(lr) * T((along > 0) - (along < 0));
  }

  T asgd(T g, T theta) const {
    const double lambda = at("lambd"), past = double(is(asgd_rate, AsgdRate::from_1) ? k : k - 1);
    const double base = 1 + lambda * (is(asgd_rate, AsgdRate::without_rate) ? 1 : lr) * past;
    double eta = lr / std::pow(base, at("alpha"));
    if (is(asgd_power, AsgdPower::missing)) eta = lr / base;
    if (is(asgd_power, AsgdPower::root)) eta = lr / std::sqrt(base);
    if (is(asgd_rate, AsgdRate::constant)) eta = lr;
    const T kept = T(is(asgd_decay, AsgdDecay::without_rate) ? 1 - lambda : 1 - lambda * eta);
    if (is(asgd_decay, AsgdDecay::ignored)) return theta - T(eta) * g;
    if (is(asgd_decay, AsgdDecay::after)) return (theta - T(eta) * g) * kept;
    if (is(asgd_decay, AsgdDecay::in_gradient_besides)) g += T(lambda) * theta;
    return theta * kept - T(eta) * g;
  }

  T sag(T g, T theta, Memory<T>& s) const {
    const long n = long(at("terms"));
    T* const all[] = {&s.m, &s.v, &s.w};
    T& mine = *all[(k - 1) % n];
    const T old = mine, old_sum = s.last, next = is(sag_old, SagOld::kept) ? mine + g : g;
    s.last = is(sag_old, SagOld::kept) ? s.last + g : s.last - old + g;
    mine = next;
    const T sum = is(sag_order, SagOrder::step_first) ? old_sum : s.last;
    T along = sum / T(n);
    if (is(sag_direction, SagDirection::sum)) along = sum;
    if (is(sag_direction, SagDirection::mean_of_seen)) along = sum / T(std::min(k, n));
    if (is(sag_direction, SagDirection::saga)) along = g - old + old_sum / T(n);
    if (is(sag_direction, SagDirection::new_alone)) along = g / T(n);
    double constant = 1;
    if (is(sag_constant, SagConstant::largest)) constant = at("L");
    if (is(sag_constant, SagConstant::of_the_mean)) constant = at("L_of_mean");
    if (is(sag_constant, SagConstant::mean)) constant = at("mean_L");
    if (is(sag_constant, SagConstant::of_the_sum)) constant = double(n) * at("L_of_mean");
    if (is(sag_constant, SagConstant::root_of_largest)) constant = std::sqrt(at("L"));
    return theta - T(lr / constant) * along;
  }

  T inna(T g, T theta, Memory<T>& s) const {
    double alpha = at("alpha"), beta = at("beta");
    if (is(inna_damping, Damping::exchanged)) std::swap(alpha, beta);
    double pull = 1 / beta - alpha;
    if (is(inna_damping, Damping::sum)) pull = 1 / beta + alpha;
    if (is(inna_damping, Damping::without_alpha)) pull = 1 / beta;
    if (is(inna_damping, Damping::alpha_over_beta)) pull = (1 - alpha) / beta;
    const auto velocity = [&](T at_theta, T psi) { return T(pull) * at_theta - T(1 / beta) * psi; };
    const bool in_psi = is(inna_gradient, InnaGradient::in_psi) || is(inna_gradient, InnaGradient::in_both);
    const auto next_psi = [&](T at_theta) {
      const T along = velocity(at_theta, s.m) - (in_psi ? T(beta) * g : T(0));
      return s.m + (is(inna_psi_rate, PsiRate::without_rate) ? T(1) : T(lr)) * along;
    };
    T push = T(beta) * g;
    if (is(inna_gradient, InnaGradient::alone)) push = g;
    if (is(inna_gradient, InnaGradient::over_beta)) push = T(1 / beta) * g;
    if (is(inna_gradient, InnaGradient::in_psi)) push = 0;
    const T early = next_psi(theta);
    const T after = theta + T(lr) * (velocity(theta, is(inna_order, PsiOrder::psi_first) ? early : s.m) - push);
    s.m = is(inna_order, PsiOrder::theta_first) ? next_psi(after) : early;
    return after;
  }

  T thresholded(T x) const {
    double limit = at("l1") * (is(proximal_threshold, Threshold::without_rate) ? 1 : lr);
    if (is(proximal_threshold, Threshold::halved)) limit /= 2;
    const T size = std::abs(x), rest = std::max(size - T(limit), T(0));
    if (is(proximal_threshold, Threshold::hard)) return size > T(limit) ? x : T(0);
    if (is(proximal_threshold, Threshold::positive_part)) return std::max(x - T(limit), T(0));
    return x < 0 ? -rest : rest;
  }
  /// FISTA's tₖ.
  static double t_of(long count) {
    double t = 1;
    for (long i = 1; i < count; ++i) t = (1 + std::sqrt(1 + 4 * t * t)) / 2;
    return t;
  }
  T proximal(T g, T theta, Memory<T>& s) const {
    const T rate = T(lr), old = s.m;
    T x = thresholded(theta - rate * g);
    if (is(proximal_place, ThresholdPlace::before_gradient)) x = thresholded(theta) - rate * g;
    if (is(proximal_threshold, Threshold::subgradient))
      x = theta - rate * (g + T(at("l1")) * T((theta > 0) - (theta < 0)));
    s.m = x;
    if (is(proximal_extrapolation, Extrapolation::none)) return x;
    double share = (t_of(steps) - 1) / t_of(steps + 1);
    if (is(proximal_weight, ExtrapolationWeight::chambolle_dossal)) share = double(steps - 1) / double(steps + 2);
    if (is(proximal_weight, ExtrapolationWeight::late)) share = steps == 1 ? 0 : (t_of(steps - 1) - 1) / t_of(steps);
    if (is(proximal_weight, ExtrapolationWeight::over_own)) share = (t_of(steps) - 1) / t_of(steps);
    if (is(proximal_weight, ExtrapolationWeight::unshifted)) share = (t_of(steps + 1) - 1) / t_of(steps + 1);
    if (is(proximal_weight, ExtrapolationWeight::constant)) share = 0.5;
    if (is(proximal_from, ExtrapolationFrom::gradient_point)) return x + T(share) * (x - theta);
    if (is(proximal_from, ExtrapolationFrom::added_to_gradient_point)) return theta + T(share) * (x - old);
    return x + T(share) * (is(proximal_from, ExtrapolationFrom::reversed) ? old - x : x - old);
  }

  /// ExtrapolationFrom the average before, the iterate before and the one after.
  T average(T before, T old, T iterate) const {
    const double n = double(steps);
    double share = 1 / n;
    if (is(averaged_weights, AverageWeights::one_more)) share = 1 / (n + 1);
    if (is(averaged_weights, AverageWeights::one_less)) share = steps == 1 ? 1 : 1 / (n - 1);
    if (is(averaged_weights, AverageWeights::exchanged)) share = (n - 1) / n;
    if (is(averaged_weights, AverageWeights::half)) share = 0.5;
    return before + T(share) * ((is(averaged_of, AverageOf::old_iterates) ? old : iterate) - before);
  }

  T method(T g, T theta, Memory<T>& s) const {
    if (d.family == &sgd_family()) return sgd(g, theta, s);
    if (d.family == &adagrad_family()) return adagrad(g, theta, s);
    if (d.family == &rmsprop_family()) return rmsprop(g, theta, s);
    if (d.family == &adadelta_family()) return adadelta(g, theta, s);
    if (d.family == &adamax_family()) return adamax(g, theta, s);
    if (d.family == &rprop_family()) return rprop(g, theta, s);
    if (d.family == &sign_family()) return signs(g, theta, s);
    if (d.family == &asgd_family()) return asgd(g, theta);
    if (d.family == &sag_family()) return sag(g, theta, s);
    if (d.family == &inna_family()) return inna(g, theta, s);
    if (d.family == &proximal_family()) return proximal(g, theta, s);
    if (d.family == &averaged_family()) return theta - T(lr) * g;
    return adam(g, theta, s);
  }

  /// What a method remembers of the first parameter.
  T first_memory(T theta) const {
    if (d.family != &inna_family()) return theta;
    double alpha = at("alpha"), beta = at("beta");
    return is(inna_start, PsiStart::at_theta)  ? theta
           : is(inna_start, PsiStart::at_zero) ? T(0)
                                               : T(1 - alpha * beta) * theta;
  }

  /// The method where averages are what is seen.
  T shown(T g, T parameter, double first_rate, Memory<T>& s) const {
    if (steps == 1 && (d.family == &inna_family() || d.family == &proximal_family())) s.m = first_memory(parameter);
    if (d.family != &averaged_family()) return entry(g, parameter, first_rate, s);
    const T old = steps == 1 || is(averaged_of, AverageOf::stepped_from) ? parameter : s.w;
    s.w = entry(g, old, first_rate, s);
    return average(parameter, old, s.w);
  }

  /// The method with its weight decay.
  T entry(T g, T theta, double first_rate, Memory<T>& s) const {
    const double lambda = at("weight_decay");
    T start = theta;
    if (is(direction, Direction::ascent)) g = -g;
    if (is(decay, Decay::coupled)) g += T(lambda) * theta;
    if (is(decay, Decay::subtracted)) g -= T(lambda) * theta;
    if (is(decay, Decay::multiplying_gradient)) g *= T(1 + lambda);
    if (is(decay, Decay::decoupled)) start *= T(1 - lr * lambda);
    if (is(decay, Decay::decoupled_without_rate)) start *= T(1 - lambda);
    if (is(decay, Decay::decoupled_by_schedule)) start *= T(1 - lr / first_rate * lambda);
    T end = method(g, start, s);
    if (is(decay, Decay::decoupled_after)) end *= T(1 - lr * lambda);
    if (is(decay, Decay::decoupled_without_rate_after)) end *= T(1 - lambda);
    return end;
  }
};

template <class T>
double norm(const Entries& entries) {
  T sum = 0;
  for (const double x : entries) sum += T(x) * T(x);
  return double(std::sqrt(sum));
}

/// What the gradients are multiplied by before all else.
template <class T>
double factor(const Dialect& d, const HyperParameters& h, const StepInput& input, std::size_t tensor) {
  const auto is = [&](int choice, auto option) { return d.picks[std::size_t(choice)] == int(option); };
  double result = 1;
  if (is(batch, Batch::multiplied)) result *= h.at("batch_size");
  if (is(batch, Batch::divided)) result /= h.at("batch_size");
  Entries all;
  for (const auto& g : input.gradients)
    if (g) all.insert(all.end(), g->begin(), g->end());
  if (is(clipping, Clipping::whole)) result *= std::min(1.0, h.at("clip_norm") / norm<T>(all));
  if (is(clipping, Clipping::whole_guarded)) result *= std::min(1.0, h.at("clip_norm") / (norm<T>(all) + 1e-6));
  if (is(clipping, Clipping::by_tensor) && input.gradients[tensor])
    result *= std::min(1.0, h.at("clip_norm") / norm<T>(*input.gradients[tensor]));
  return result;
}

}  // namespace

template <class T>
Trace plain_run(const Dialect& dialect, const Trace& inputs) {
  Trace result = inputs;
  result.head.dtype = sizeof(T) == sizeof(float) ? &float32 : &float64;
  const HyperParameters& h = inputs.head.hyper;
  const auto is = [&](int choice, auto option) { return dialect.picks[std::size_t(choice)] == int(option); };
  const std::size_t count = inputs.head.tensors.size(), length = inputs.steps.size();
  std::vector<Entries> theta;
  std::vector<std::vector<Memory<T>>> memory;
  std::vector<long> own(count, 0);
  long once = 0;
  for (const TensorHead& tensor : inputs.head.tensors) {
    theta.push_back(tensor.values);
    memory.emplace_back(tensor.values.size());
  }
  for (std::size_t i = 0; i < length; ++i) {
    const TraceStep& step = inputs.steps[i];
    const bool zero = is(missing, Missing::zero);
    std::size_t first = count, last = 0;
    for (std::size_t t = 0; t < count; ++t)
      if (step.gradients[t] || zero) ++own[t], first = std::min(first, t), last = t;
    double lr = step.rate;
    if (is(schedule, Schedule::one_late)) lr = inputs.steps[i == 0 ? 0 : i - 1].rate;
    if (is(schedule, Schedule::one_early)) lr = inputs.steps[std::min(i + 1, length - 1)].rate;
    for (std::size_t t = 0; t < count; ++t) {
      if (!step.gradients[t] && !zero) continue;
      ++once;
      const long k = is(counter, Counter::of_the_steps)          ? long(i) + 1
                     : is(counter, Counter::of_the_last_tensor)  ? own[last]
                     : is(counter, Counter::once_a_tensor)       ? once
                     : is(counter, Counter::of_the_first_tensor) ? own[first]
                                                                 : own[t];
      const Step<T> one{dialect, h, lr, k, own[t]};
      const T scale = T(factor<T>(dialect, h, step, t));
      for (std::size_t e = 0; e < theta[t].size(); ++e) {
        T g = step.gradients[t] ? T((*step.gradients[t])[e]) * scale : T(0);
        if (is(clipping, Clipping::by_value)) g = std::clamp(g, T(-h.at("clip_norm")), T(h.at("clip_norm")));
        theta[t][e] = one.shown(g, T(theta[t][e]), inputs.steps[0].rate, memory[t][e]);
      }
    }
    result.steps[i].parameters = theta;
  }
  return result;
}

template Trace plain_run<float>(const Dialect&, const Trace&);
template Trace plain_run<double>(const Dialect&, const Trace&);

}  // namespace verigrad::conformance::test
