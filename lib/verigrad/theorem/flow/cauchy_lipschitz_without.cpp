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

template <class T>
struct SquareRootRun {
  using Instance = SquareRootFlow;
  explicit SquareRootRun(const SquareRootFlow& i)
      : since(larger<T>(exact<T>(i.t) - exact<T>(i.s), T(0))), w(frac<T>(1, 4) * square(since)) {}
  T since, w;
};
constexpr auto solves_the_root = []<class T>(const SquareRootRun<T>& r, Claims<T>& claims) {
  const T w_prime = frac<T>(1, 2) * r.since;
  claims.equal("(w′)² = w", square(w_prime), r.w);
  claims.at_most("0 ≤ w′", T(0), w_prime);
};
constexpr auto is_zero = []<class T>(const SquareRootRun<T>& r, Claims<T>& claims) {
  claims.equal("w(t) = z(t), where z = 0", r.w, T(0));
};

template <class T>
struct SquareRun {
  using Instance = SquareFlow;
  explicit SquareRun(const SquareFlow& i) : C(i.claimed_C), w0(exact<T>(i.w0)), t(exact<T>(i.share) / w0) {}
  T at(const T& time) const { return w0 / (T(1) - w0 * time); }
  int C;
  T w0, t;
};
/// (1/w)′ = −1 as a difference quotient of an affine function.
constexpr auto solves_the_square = []<class T>(const SquareRun<T>& r, Claims<T>& claims) {
  const T half = frac<T>(1, 2) * r.t;
  claims.equal("1/w(t) − 1/w(t/2) = −t/2", T(1) / r.at(r.t) - T(1) / r.at(half), -half);
  claims.equal("(T − t) w(t) = 1, T = 1/w(0)", (T(1) / r.w0 - r.t) * r.at(r.t), T(1));
};
constexpr auto stays_near = []<class T>(const SquareRun<T>& r, Claims<T>& claims) {
  T bound = r.w0;
  for (int k = 0; k < r.C; ++k) bound *= T(3);
  claims.at_most("w(t) ≤ 3^C w(0)", r.at(r.t), bound);
};

template <class T>
struct KinkRun {
  using Instance = KinkFlows;
  explicit KinkRun(const KinkFlows& i)
      : start(magnitude<T>(exact<T>(i.w0) - exact<T>(i.z0))),
        distance(magnitude<T>(
            T(soft_threshold<T>(exact<T>(i.w0), exact<T>(i.t)) - soft_threshold<T>(exact<T>(i.z0), exact<T>(i.t))))) {}
  T start, distance;
};
constexpr auto contracts = []<class T>(const KinkRun<T>& r, Claims<T>& claims) {
  claims.at_most("|w(t) − z(t)| ≤ |w(0) − z(0)|", r.distance, r.start);
};
constexpr auto stays_apart = []<class T>(const KinkRun<T>& r, Claims<T>& claims) {
  claims.less("0 < |w(t) − z(t)|", T(0), r.distance);
};

}  // namespace

Form<SquareRootFlow> leaves_zero() { return form<SquareRootRun>("leaves 0", solves_the_root); }
Form<SquareRootFlow> unique_from_zero() { return form<SquareRootRun>("unique from 0", is_zero); }
Form<SquareFlow> blows_up() { return form<SquareRun>("blows up", solves_the_square); }
Form<SquareFlow> stays_bounded() { return form<SquareRun>("stays bounded", stays_near); }
Form<KinkFlows> kink_contracts() { return form<KinkRun>("contracts", contracts); }
Form<KinkFlows> kink_stays_apart() { return form<KinkRun>("stays apart", stays_apart); }

}  // namespace verigrad::cauchy_lipschitz
