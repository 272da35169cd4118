// Theorem 5.1.1 without a Lipschitz gradient: w′ = √w, w′ = w² and J = |w|.
#include <fmt/format.h>

#include "verigrad/algorithm/soft_thresholding.hpp"
#include "verigrad/theorem/flow/cauchy_lipschitz.hpp"

namespace verigrad::cauchy_lipschitz {

std::string SquareRootFlow::describe() const { return fmt::format("w′ = √w, w = ((t − {})₊)²/4, t = {}", s, t); }
std::string SquareFlow::describe() const {
  return fmt::format("w′ = w², w(0) = {}, z = 0, t = {}/w(0), C = {}", w0, share, claimed_C);
}
std::string KinkFlows::describe() const { return fmt::format("J = |w|, w(0) = {}, z(0) = {}, t = {}", w0, z0, t); }

namespace {

struct SquareRootRun {
  using Instance = SquareRootFlow;
  explicit SquareRootRun(const SquareRootFlow& i)
      : since(larger<Number>(exact(i.t) - exact(i.s), Number(0))), w(frac(1, 4) * square(since)) {}
  Number since, w;
};
void solves_the_root(const SquareRootRun& r, Claims& claims) {
  const Number w_prime = frac(1, 2) * r.since;
  claims.equal("(w′)² = w", square(w_prime), r.w);
  claims.at_most("0 ≤ w′", 0, w_prime);
}
void is_zero(const SquareRootRun& r, Claims& claims) { claims.equal("w(t) = z(t), where z = 0", r.w, 0); }

struct SquareRun {
  using Instance = SquareFlow;
  explicit SquareRun(const SquareFlow& i) : C(i.claimed_C), w0(exact(i.w0)), t(exact(i.share) / w0) {}
  Number at(const Number& time) const { return w0 / (1 - w0 * time); }
  int C;
  Number w0, t;
};
/// (1/w)′ = −1 as a difference quotient of an affine function.
void solves_the_square(const SquareRun& r, Claims& claims) {
  const Number half = frac(1, 2) * r.t;
  claims.equal("1/w(t) − 1/w(t/2) = −t/2", 1 / r.at(r.t) - 1 / r.at(half), -half);
  claims.equal("(T − t) w(t) = 1, T = 1/w(0)", (1 / r.w0 - r.t) * r.at(r.t), 1);
}
void stays_near(const SquareRun& r, Claims& claims) {
  Number bound = r.w0;
  for (int k = 0; k < r.C; ++k) bound *= Number(3);
  claims.at_most("w(t) ≤ 3^C w(0)", r.at(r.t), bound);
}

struct KinkRun {
  using Instance = KinkFlows;
  explicit KinkRun(const KinkFlows& i)
      : start(magnitude<Number>(exact(i.w0) - exact(i.z0))),
        distance(magnitude<Number>(Number(soft_threshold<Number>(exact(i.w0), exact(i.t)) -
                                          soft_threshold<Number>(exact(i.z0), exact(i.t))))) {}
  Number start, distance;
};
void contracts(const KinkRun& r, Claims& claims) {
  claims.at_most("|w(t) − z(t)| ≤ |w(0) − z(0)|", r.distance, r.start);
}
void stays_apart(const KinkRun& r, Claims& claims) { claims.less("0 < |w(t) − z(t)|", 0, r.distance); }

}  // namespace

Form<SquareRootFlow> leaves_zero() { return form<SquareRootRun>("leaves 0", solves_the_root); }
Form<SquareRootFlow> unique_from_zero() { return form<SquareRootRun>("unique from 0", is_zero); }
Form<SquareFlow> blows_up() { return form<SquareRun>("blows up", solves_the_square); }
Form<SquareFlow> stays_bounded() { return form<SquareRun>("stays bounded", stays_near); }
Form<KinkFlows> kink_contracts() { return form<KinkRun>("contracts", contracts); }
Form<KinkFlows> kink_stays_apart() { return form<KinkRun>("stays apart", stays_apart); }

}  // namespace verigrad::cauchy_lipschitz
