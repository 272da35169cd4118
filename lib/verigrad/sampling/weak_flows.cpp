#include "verigrad/sampling/weak_flows.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/pairs.hpp"

namespace verigrad::generate {

Gen<absolute_value_flow::FlowInstance> tested_absolute_value_flow() {
  return gen::apply(
      [](double w0, double y, double T, double p, double q, int how) {
        const bool at_stop = how == 3 && w0 != 0;
        return absolute_value_flow::FlowInstance{w0, y, at_stop ? std::abs(w0) : T, p, q};
      },
      dyadic(6, 3), dyadic(6, 3), positive(4, -2, 3), dyadic(4, 2), dyadic(4, 2), up_to(3));
}

Gen<absolute_value_flow::SchemeInstance> sign_scheme() {
  return gen::apply(
      [](int halves, int between, double dt, int kink, int n, int side) {
        const double w0 = (between ? halves / 2.0 + 1 / 8.0 : halves / 2) * dt;
        return absolute_value_flow::SchemeInstance{side ? -w0 : w0, dt, (kink - 2) / 2.0, n + 1};
      },
      up_to(16), up_to(1), positive(3, -3, 1), up_to(4), up_to(11), up_to(1));
}

Gen<WeakFlowInstance> weak_flow() {
  return gen::mapcat(up_to(2), [](int more) {
    const Eigen::Index d = 1 + more;
    const auto weight = gen::oneOf(gen::just(0.0), positive(3, -2, 2), positive(3, -2, 2));
    return gen::apply(
        [](double a, bool concave, const Vector<double>& c, const Vector<double>& lambda, const Vector<double>& w0,
           int clock) {
          return concave ? WeakFlowInstance{-a, c, lambda, w0, 1 + (clock + 1) / 4.0}
                         : WeakFlowInstance{a, c, lambda, w0, (clock + 1) / 16.0};
        },
        positive(3, -2, 1), gen::boolean(), entries(d, dyadic(4, 2)), entries(d, weight), point(d, 5, 2), up_to(13));
  });
}

Gen<weak_solution_existence::FlowInstance> tested_weak_flow() {
  return gen::mapcat(weak_flow(), [](const WeakFlowInstance& flow) {
    return gen::apply(
        [flow](const Vector<double>& y, double p, double q) {
          return weak_solution_existence::FlowInstance{flow, y, p, q};
        },
        point(flow.w0.size(), 5, 2), dyadic(3, 1), dyadic(3, 1));
  });
}

Gen<weak_solution_existence::FlowInstance> tested_penalised_square() {
  return gen::apply(
      [](weak_solution_existence::FlowInstance tested, double epsilon, int clock) {
        tested.a = 2;
        tested.c.setZero();
        tested.lambda.setConstant(2 * epsilon);
        tested.end = (clock + 1) / 16.0;
        return tested;
      },
      tested_weak_flow(), positive(3, -2, 2), up_to(13));
}

Gen<penalised_square::StatesInstance> penalised_square() {
  return gen::mapcat(dimension(3), [](int d) {
    return gen::apply(
        [](double epsilon, Vector<double> w, Vector<double> z, int clock, double constant, bool one_side) {
          for (Eigen::Index j = 0; one_side && j < w.size(); ++j) z[j] = std::copysign(z[j], w[j]);
          return penalised_square::StatesInstance{epsilon, w, z, (clock + 1) / 16.0, constant};
        },
        positive(3, -3, 2), point(d, 5, 2), point(d, 5, 2), up_to(14), positive(3, -4, 10), one_in(3));
  });
}

Gen<weak_solution_existence::RestInstance> flow_at_rest() {
  return gen::apply(
      [](double lambda, int share, double y, double T, double kappa) {
        return weak_solution_existence::RestInstance{(share - 8) / 8.0 * lambda, lambda, y, T, kappa};
      },
      positive(), up_to(16), dyadic(), positive(), positive());
}

Gen<weak_solution_existence::SmoothRestInstance> smooth_rest() {
  return gen::apply(
      [](double c, int halvings, double epsilon, int eighths, int stops) {
        const double lambda = std::ldexp(c, halvings), w0 = std::ldexp(epsilon, -halvings);
        const double y = stops == 0 ? w0 : (eighths - 16) / 8.0 * epsilon;
        return weak_solution_existence::SmoothRestInstance{c, lambda, epsilon, y,
                                                           std::exp2(std::floor(std::log2(w0 / lambda)))};
      },
      positive(3, -2, 2), up_to(3), positive(3, -2, 2), up_to(32), up_to(2));
}

Gen<weak_solution_existence::StatesInstance> regularised_states() {
  const auto sixteenths = [] { return gen::map(up_to(64), [](int k) { return (k - 32) / 16.0; }); };
  return gen::apply(
      [](double lambda, double epsilon, double share, double other, int at_kink) {
        return weak_solution_existence::StatesInstance{lambda, epsilon, share * epsilon,
                                                       at_kink == 0 ? 0 : other * epsilon};
      },
      positive(), positive(), sixteenths(), sixteenths(), up_to(2));
}

Gen<weak_solution_existence::RegularisedInstance> regularised_flow() {
  return gen::apply(
      [](double a, double lambda, double w0, int clock, int k) {
        return weak_solution_existence::RegularisedInstance{a, lambda, w0, (clock + 1) / 32.0, k + 1};
      },
      positive(3, -2, 2), positive(3, -2, 2), positive(4, -1, 3), up_to(31), up_to(5));
}

Gen<weak_initial_value::PathInstance> weak_path() {
  return gen::mapcat(up_to(2), [](int more) {
    const Eigen::Index d = 1 + more;
    const auto weight = gen::oneOf(gen::just(0.0), positive(3, -2, 2));
    const auto eighths = gen::map(up_to(16), [](int k) { return (k - 8) / 8.0; });
    return gen::apply(
        [](double a, const Vector<double>& c, const Vector<double>& lambda, const Vector<double>& w0,
           const Vector<double>& b, const Vector<double>& share, const Vector<double>& y, int halvings, bool at_start) {
          return weak_initial_value::PathInstance{
              a, c, lambda, at_start ? b : w0, b, b.cwiseProduct(share), y, std::ldexp(1.0, -halvings)};
        },
        dyadic(3, 1), point(d, 4, 2), entries(d, weight), point(d, 5, 2), point(d, 5, 2), entries(d, eighths),
        point(d, 5, 2), up_to(4), one_in(5));
  });
}

Gen<weak_solution_uniqueness::TwoFlowsInstance> two_weak_flows() {
  return gen::mapcat(weak_flow(), [](const WeakFlowInstance& flow) {
    return gen::apply(
        [flow](const Vector<double>& z0, int sides) {
          weak_solution_uniqueness::TwoFlowsInstance result{flow, z0};
          if (sides == 2) result.z0[0] = std::copysign(z0[0], -flow.w0[0]);
          if (sides == 1)
            for (Eigen::Index j = 0; j < z0.size(); ++j) result.z0[j] = std::copysign(z0[j], flow.w0[j]);
          return result;
        },
        point(flow.w0.size(), 5, 2), up_to(2));
  });
}

Gen<weak_solution_uniqueness::DoubledInstance> doubled_weak_flows() {
  return gen::apply(
      [](const weak_solution_uniqueness::TwoFlowsInstance& flows, int p, int q, int r, bool equal) {
        weak_solution_uniqueness::DoubledInstance result{flows, p + 1.0, q / 2.0, r / 2.0};
        if (equal) result.z0 = result.w0;
        return result;
      },
      two_weak_flows(), up_to(2), up_to(2), up_to(2), one_in(4));
}

Gen<weak_solution_uniqueness::PathsInstance> doubled_paths() {
  const auto slope = [] { return dyadic(4, 1); };
  return gen::apply(
      [](double alpha, double b, double v, double d, double g, double before, double length, int eighths, int halvings,
         int share) {
        const double mu = (eighths + 1) / 8.0 * length, epsilon = std::ldexp(length, -halvings);
        const double s = std::max(mu, epsilon) + before, left = share == 5 ? 0.5 : share / 4.0;
        return weak_solution_uniqueness::PathsInstance{alpha, b, v, d, g, s, s + length, mu, epsilon, left};
      },
      slope(), slope(), slope(), slope(), slope(), positive(3, -2, 1), positive(3, -2, 1), up_to(6), up_to(5),
      up_to(5));
}

Gen<weak_solution_uniqueness::NotConvexInstance> non_convex_descent() {
  return gen::apply(
      [](double w0, int eighths, double y) {
        return weak_solution_uniqueness::NotConvexInstance{w0, 1 - eighths / 8.0, y};
      },
      positive(4, -2, 2), up_to(16), dyadic(6, 3));
}

Gen<weak_solution_uniqueness::DescendingInstance> descending() {
  return gen::apply(
      [](double w0, double y, bool from_0) {
        return weak_solution_uniqueness::DescendingInstance{w0, y, from_0};
      },
      positive(4, -2, 2), dyadic(6, 3), one_in(2));
}

Gen<regularised_flow_inequality::StateInstance> flow_state(Gen<ObjectivePtr> convex_parts) {
  return gen::mapcat(pair(std::move(convex_parts)), [](const PairInstance& pair) {
    const Eigen::Index d = pair.x.size();
    return gen::apply(
        [pair](const Vector<double>& spectrum, const Vector<double>& centre) {
          const ObjectivePtr J1 = make_objective(Quadratic(spectrum, centre));
          return regularised_flow_inequality::StateInstance{J1, pair.f, pair.x, pair.y};
        },
        entries(d, dyadic(3, 1)), point(d, 5, 2));
  });
}

Gen<regularised_flow_inequality::BoundedInstance> bounded_flow_state() {
  return gen::mapcat(dimension(3), [](int d) {
    return gen::apply(
        [](double c, double lambda, double epsilon, const Vector<double>& w) {
          return regularised_flow_inequality::BoundedInstance{c, lambda, epsilon, w};
        },
        positive(), positive(), positive(3, -6, 1), point(d, 5, 3));
  });
}

}  // namespace verigrad::generate
