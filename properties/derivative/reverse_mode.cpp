// MFDS, section 14.3.4: the reverse recursion, the tape, dual numbers and sums over paths agree on random graphs.
#include "verigrad/theorem/derivative/reverse_mode.hpp"

#include "verigrad/autodiff/elementary.hpp"
#include "verigrad/autodiff/tape.hpp"
#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::reverse_mode::properties {
namespace {

namespace theorem = reverse_mode;

constexpr const char* stem = "reverse_mode";

constexpr auto always = [](const GraphInstance&) { return true; };

/// x₂ = x₁², x₃ = x₂²: from the first node on, ∂x₃/∂x₁ is taken before ∂x₃/∂x₂ is known.
GraphInstance fourth_power() {
  return {Graph(1, {{Operation::squared, 0}, {Operation::squared, 1}}), Vector<double>::Ones(1)};
}

struct Excluded {
  std::string words;
  double x;

  bool rational() const { return true; }
  std::string describe() const { return words; }
};

/// x₂ = x₁ + x₂/2 has the solution x₂ = 2x₁. From the last node: ∂x₂/∂x₂ = 1, ∂x₂/∂x₁ = 1 · ∂f₂/∂x₁ = 1.
void cycle(const Excluded& i, Claims& claims) {
  const Number x1 = exact(i.x), x2 = 2 * x1, h(1), moved = 2 * (x1 + h);
  claims.equal("x₂ = f₂(x₁, x₂)", x2, x1 + x2 / 2);
  claims.equal("the same at x₁ + h", moved, x1 + h + moved / 2);
  claims.equal("∂x₂/∂x₁ by the recursion = (x₂(x₁ + h) − x₂(x₁))/h", 1, (moved - x2) / h);
}

/// max(0, x) − max(0, −x) = x on a tape, whose derivative of max(0, ·) at 0 is 0.
void difference_of_relus(const Excluded& i, Claims& claims) {
  Tape<Number> tape;
  const Vector<Var<Number>> x = tape.variables(Vector<Number>::Constant(1, exact(i.x)));
  const Var<Number> f = relu(x[0]) - relu(-x[0]);
  claims.equal("f(x) = x", f.value(), exact(i.x));
  claims.equal("∂f/∂x by the tape = 1", tape.gradient(f, x)[0], 1);
}

/// x², with one more node that is not used.
GraphInstance unused_square() {
  const GraphNode square{Operation::multiply, 0, 0};
  return {Graph(1, {square, square}), at(2)};
}

}  // namespace

std::vector<Check> checks() {
  using generate::Algebra;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::graph_at_point(Algebra::rational), always,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, with exp, log and √"}, generate::graph_at_point(Algebra::smooth),
              always, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, at every node"}, generate::any_graph_at_point(), always,
              theorem::inner_nodes()),
      examined({stem, Kind::dropped, "without the order from last to first", Verdict::fails}, fourth_power(),
               theorem::in_wrong_order()),
      examined({stem, Kind::dropped, "without the graph: x₂ = x₁ + x₂/2, a cycle", Verdict::fails},
               Excluded{"x₂ = x₁ + x₂/2, x₁ = 1", 1}, cycle),
      examined({stem, Kind::dropped, "without differentiable nodes: x as a difference at 0", Verdict::fails},
               Excluded{"f(x) = max(0, x) − max(0, −x), x = 0", 0}, difference_of_relus),
      examined({stem, Kind::dropped, "differentiable nodes elsewhere are not needed"},
               Excluded{"f(x) = max(0, x) − max(0, −x), x = 1/2", 0.5}, difference_of_relus)};
  append(checks, sampled_each(stem, Kind::planted, generate::graph_at_point(Algebra::rational), always,
                              theorem::planted(), {unused_square()}));
  return checks;
}

}  // namespace verigrad::reverse_mode::properties
