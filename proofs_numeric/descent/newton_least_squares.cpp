// Thesis, (1.23) and (1.24): the displayed gradient, Hessian and step, and the minimum that they reach.
#include "verigrad/theorem/descent/newton_least_squares.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::newton_least_squares::proofs_numeric {
namespace {

namespace theorem = newton_least_squares;
using theorem::NewtonInstance;

constexpr const char* stem = "newton_least_squares";

/// A = BᵀB + I/16 with entries k/4 of B.
Gen<NewtonInstance> instances() {
  return gen::mapcat(generate::dimension(4), [](int p) {
    return gen::apply(
        [p](const Vector<double>& entries, const Vector<double>& b, const Vector<double>& theta,
            const Vector<double>& other) {
          const Eigen::Map<const Matrix<double>> root(entries.data(), p, p);
          const Matrix<double> a = root.transpose() * root + Matrix<double>::Identity(p, p) / 16;
          return NewtonInstance{a, b, theta, other};
        },
        generate::point(Eigen::Index(p) * p, 4, 2), generate::point(p), generate::point(p), generate::point(p));
  });
}

bool two_starts(const NewtonInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.theta != instance.other;
}

}  // namespace

std::vector<Check> checks() { return proof_checks(stem, instances(), two_starts, theorem::lines()); }

}  // namespace verigrad::newton_least_squares::proofs_numeric
