#include "verigrad/algorithm/adagrad.hpp"
#include "verigrad/algorithm/adam_system.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/algorithm/rmsprop.hpp"

// AVX2 has no fused multiply-add, and + − × ÷ √ are rounded alike in any width.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define VERIGRAD_ANY_WIDTH __attribute__((target_clones("avx2", "default")))
#else
#define VERIGRAD_ANY_WIDTH
#endif

namespace verigrad {
namespace {

VERIGRAD_ANY_WIDTH void loop(const AdagradEntry<double> entry, Eigen::Index n, double* __restrict theta,
                             double* __restrict s, const double* __restrict g) {
  for (Eigen::Index i = 0; i < n; ++i) entry(theta[i], s[i], g[i]);
}

VERIGRAD_ANY_WIDTH void loop(const RmsPropEntry<double> entry, Eigen::Index n, double* __restrict theta,
                             double* __restrict v, const double* __restrict g) {
  for (Eigen::Index i = 0; i < n; ++i) entry(theta[i], v[i], g[i]);
}

VERIGRAD_ANY_WIDTH void loop(const InnaEntry<double> entry, Eigen::Index n, double* __restrict theta,
                             double* __restrict psi, const double* __restrict v) {
  for (Eigen::Index i = 0; i < n; ++i) entry(theta[i], psi[i], v[i]);
}

VERIGRAD_ANY_WIDTH void loop(const AdamEntry<double> entry, Eigen::Index n, double* __restrict theta,
                             double* __restrict m, double* __restrict v, const double* __restrict g) {
  for (Eigen::Index i = 0; i < n; ++i) entry(theta[i], m[i], v[i], g[i]);
}

VERIGRAD_ANY_WIDTH void loop(const AdamSystemEntry<double> entry, Eigen::Index n, double* __restrict w,
                             double* __restrict z, double* __restrict d, const double* __restrict g) {
  for (Eigen::Index i = 0; i < n; ++i) entry(w[i], z[i], d[i], g[i]);
}

}  // namespace

template <>
void sweep(const AdagradEntry<double>& entry, Vector<double>& theta, Vector<double>& s, const Vector<double>& g) {
  loop(entry, g.size(), theta.data(), s.data(), g.data());
}

template <>
void sweep(const RmsPropEntry<double>& entry, Vector<double>& theta, Vector<double>& v, const Vector<double>& g) {
  loop(entry, g.size(), theta.data(), v.data(), g.data());
}

template <>
void sweep(const InnaEntry<double>& entry, Vector<double>& theta, Vector<double>& psi, const Vector<double>& v) {
  loop(entry, v.size(), theta.data(), psi.data(), v.data());
}

template <>
void sweep(const AdamEntry<double>& entry, Vector<double>& theta, Vector<double>& m, Vector<double>& v,
           const Vector<double>& g) {
  loop(entry, g.size(), theta.data(), m.data(), v.data(), g.data());
}

template <>
void sweep(const AdamSystemEntry<double>& entry, Vector<double>& w, Vector<double>& z, Vector<double>& d,
           const Vector<double>& g) {
  loop(entry, g.size(), w.data(), z.data(), d.data(), g.data());
}

}  // namespace verigrad
