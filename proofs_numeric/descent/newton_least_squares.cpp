// Thesis, (1.23) and (1.24): the displayed gradient, Hessian and step, and the minimum that they reach.
#include "verigrad/theorem/descent/newton_least_squares.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::newton_least_squares::proofs_numeric {
namespace {

namespace theorem = newton_least_squares;
using theorem::NewtonInstance;

constexpr const char* stem = "newton_least_squares";

/// A = BᵀB + I/16 with entries k/4 of B.
rc::Gen<NewtonInstance> instances() {
  return rc::gen::mapcat(generate::dimension(4), [](int p) {
    return rc::gen::map(rc::gen::tuple(generate::point(Eigen::Index(p) * p, 4, 2), generate::point(p),
                                       generate::point(p), generate::point(p)),
                        [p](const std::tuple<Vector<double>, Vector<double>, Vector<double>, Vector<double>>& draw) {
                          const auto& [entries, b, theta, other] = draw;
                          const Eigen::Map<const Matrix<double>> root(entries.data(), p, p);
                          const Matrix<double> a = root.transpose() * root + Matrix<double>::Identity(p, p) / 16;
                          return NewtonInstance{a, b, theta, other};
                        });
  });
}

bool two_starts(const NewtonInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.theta != instance.other;
}

}  // namespace

std::vector<Check> checks() { return sampled_each(stem, Kind::step, instances(), two_starts, theorem::steps()); }

}  // namespace verigrad::newton_least_squares::proofs_numeric
