#include "verigrad/theorem/network/cost_gradient_in_weights.hpp"

#include "verigrad/autodiff/counted.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::cost_gradient_in_weights {

using namespace row_gradients;

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.1.8",
      .stem = "cost_gradient_in_weights",
      .title = "Gradient in the weights",
      .source = "SGM, Lemma 5.1.8",
      .text = "0 ≤ r ≤ p: ∇_{W_r}(φ ∘ f) = S_r∘f^{r−1} × ∇_{b_r}(φ ∘ f) ∈ M_{a_r,a_{r+1}}(ℝ), a column times a row",
      .hypotheses = {{"smooth", "f ∈ C¹ with a smooth activation function S, φ ∈ C¹"}},
      .steps = {{"along Z", "μ′(0) = Z_r : ∇_{W_r}(φ ∘ f)ᵗ, where μ(α) is φ ∘ f with W_r + αZ_r"},
                {"same function", "W_r(α)S_r + b_r = W_r S_r + b_r(α), b_r(α) = b_r + αZ_r S_r"},
                {"along b", "μ′(0) = ⟨Z_r S_r, ∇_{b_r}(φ ∘ f)⟩"},
                {"tensor", "Z_r : ∇_{W_r}(φ ∘ f)ᵗ = Z_r : ∇_{b_r}(φ ∘ f) ⊗ S_r"},
                {"transposed", "∇_{W_r}(φ ∘ f)ᵗ = ∇_{b_r}(φ ∘ f) ⊗ S_r"}},
      .errata = {
          {.key = "r = 0",
           .place = "Lemma 5.1.8, (5.13) for r = 0",
           .printed = "∇_{W_0}(φ ∘ f) = S₀∘f^{−1} × ∇_{b_0}(φ ∘ f)",
           .corrected = "∇_{W_0}(φ ∘ f) = x × ∇_{b_0}(φ ∘ f)",
           .remark = "fʳ is defined for 0 ≤ r ≤ p only. f^{−1} = x would be the natural reading, but no "
                     "activation stands before f₀. With f₀ = W₀x, S = ReLU and φ = z²/2 at W₀ = 1, x = −1, the "
                     "gradient is 1, and ReLU(−1) × (−1) = 0"},
          {.key = "shape of Z_r",
           .place = "Lemma 5.1.8, proof (three times)",
           .printed = "W_r(α) = W_r + αZ_r where Z_r ∈ M_{a_r,a_{r+1}}(ℝ)",
           .corrected = "Z_r ∈ M_{a_{r+1},a_r}(ℝ)",
           .remark = "W_r ∈ M_{a_{r+1},a_r}(ℝ) by the lemma: with the printed shape neither W_r + αZ_r nor Z_r S_r "
                     "is defined unless a_r = a_{r+1}"}}};
  return result;
}

namespace {

template <class T>
std::vector<Matrix<T>> products(const Run<T>& r) {
  std::vector<Matrix<T>> result;
  for (int k = 0; k <= r.p; ++k) result.push_back(in_weights(r, k));
  return result;
}

constexpr auto printed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const std::vector<Matrix<T>> gradients = products(r);
  claim_each("(5.13) = dual numbers", gradients, by_dual_numbers(r).W, claims);
  claim_each("(5.13) = full Jacobians", gradients, by_full_jacobians(r).W, claims);
};

/// Z_r with entries −2 … 2, of W_r's shape.
template <class T>
Matrix<T> direction(const Run<T>& r, int k) {
  Matrix<T> z(r.a(k + 1), r.a(k));
  for (Eigen::Index i = 0; i < z.rows(); ++i)
    for (Eigen::Index j = 0; j < z.cols(); ++j) z(i, j) = T(int((3 * i + 2 * j + k) % 5) - 2);
  return z;
}

/// A : B = Σ aᵢⱼ bᵢⱼ, for matrices of one shape.
template <class T>
T contraction(const Matrix<T>& a, const Matrix<T>& b) {
  T sum(0);
  for (Eigen::Index i = 0; i < a.rows(); ++i) sum += dot<T>(a.row(i).transpose(), b.row(i).transpose());
  return sum;
}
/// b ⊗ s = b sᵗ.
template <class T>
Matrix<T> tensor(const Matrix<T>& row, const Vector<T>& s) {
  return times<T>(row.transpose(), s.transpose());
}

constexpr auto along_z = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.p; ++k)
    claims.equal("μ′(0) = Z : ∇_Wᵗ", slope_along<T>(r, k, direction(r, k)),
                 contraction<T>(direction(r, k), in_weights(r, k).transpose()), k);
};

constexpr auto same_function = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T alpha(3);
  for (int k = 0; k <= r.p; ++k) {
    const Vector<T>& s = r.S[std::size_t(k)];
    const Matrix<T> z = direction(r, k);
    const Matrix<T> moved = r.W[std::size_t(k)] + alpha * z;
    const Vector<T> b = r.network.bias(r.theta, k + 1);
    const Vector<T> moved_b = b + alpha * times<T>(z, s);
    claims.equal("W(α)S + b = WS + b(α)", Vector<T>(times<T>(moved, s) + b),
                 Vector<T>(times<T>(r.W[std::size_t(k)], s) + moved_b));
  }
};

constexpr auto along_b = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.p; ++k)
    claims.equal("μ′(0) = ⟨ZS, ∇_b⟩", slope_along<T>(r, k, direction(r, k)),
                 dot<T>(times<T>(direction(r, k), r.S[std::size_t(k)]), in_bias(r, k).transpose()), k);
};

constexpr auto by_tensor = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const std::vector<Matrix<T>> gradient = by_dual_numbers(r).W;
  for (int k = 0; k <= r.p; ++k)
    claims.equal("Z : ∇_Wᵗ = Z : ∇_b ⊗ S", contraction<T>(direction(r, k), gradient[std::size_t(k)].transpose()),
                 contraction<T>(direction(r, k), tensor<T>(in_bias(r, k), r.S[std::size_t(k)])), k);
};

constexpr auto transposed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const std::vector<Matrix<T>> gradient = by_dual_numbers(r).W;
  for (int k = 0; k <= r.p; ++k)
    claim_equal<T>("∇_Wᵗ = ∇_b ⊗ S", gradient[std::size_t(k)].transpose(),
                   tensor<T>(in_bias(r, k), r.S[std::size_t(k)]), claims);
};

constexpr auto counted = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.p; ++k) {
    const Matrix<Counted> column = Matrix<Counted>::Constant(r.a(k), 1, Counted(2));
    const Matrix<Counted> row = Matrix<Counted>::Constant(1, r.a(k + 1), Counted(3));
    const long count = Counted::count([&] { times<Counted>(column, row); }).multiplications;
    claims.equal("multiplications", T(int(count)), T(r.a(k)) * T(r.a(k + 1)), k);
  }
};

/// (5.13) for r = 0 with this left factor.
template <class Factor>
Form<NetworkInstance> first_layer(const char* key, Factor factor) {
  return form<Run>(key, [factor]<class T>(const Run<T>& r, Claims<T>& claims) {
    const Vector<T> left = r.x.unaryExpr([&](const T& entry) { return T(factor(entry)); });
    claim_equal<T>("∇_{W_0} = left factor × ∇_{b_0}", by_dual_numbers(r).W.front(), times<T>(left, in_bias(r, 0)),
                   claims);
  });
}

/// Z_r of `lines(r, k)` lines is added to W_r.
template <class Lines>
Form<NetworkInstance> shape_of_direction(const char* key, Lines lines) {
  return form<Run>(key, [lines]<class T>(const Run<T>& r, Claims<T>& claims) {
    for (int k = 0; k <= r.p; ++k) claims.equal("lines of Z_r", T(lines(r, k)), T(int(r.W[std::size_t(k)].rows())), k);
  });
}

template <class Gradients>
Form<NetworkInstance> wrong(const char* key, Gradients gradients) {
  return form<Run>(key, [gradients]<class T>(const Run<T>& r, Claims<T>& claims) {
    std::vector<Matrix<T>> matrices;
    for (int k = 0; k <= r.p; ++k) matrices.push_back(gradients(r, k));
    claim_each("planted = full Jacobians", matrices, by_full_jacobians(r).W, claims);
  });
}

}  // namespace

Form<NetworkInstance> conclusion() { return form<Run>("as printed", printed); }
Form<NetworkInstance> differences() {
  return form<Run>("central difference", []<class T>(const Run<T>& r, Claims<T>& claims) {
    claim_equal<T>("(5.13) = central difference", in_weights(r, 0),
                   by_central_differences<T>(r, frac<T>(1, 4)).W.front(), claims);
  });
}
Form<NetworkInstance> cost() { return form<Run>("minimal cost", counted); }
Forms<NetworkInstance> steps() {
  return {form<Run>("along Z", along_z), form<Run>("same function", same_function), form<Run>("along b", along_b),
          form<Run>("tensor", by_tensor), form<Run>("transposed", transposed)};
}
Forms<NetworkInstance> errata() {
  return {first_layer("r = 0", []<class T>(const T& x) { return activate<T>(Activation::relu, x); }),
          shape_of_direction("shape of Z_r", [](const auto& r, int k) { return r.a(k); })};
}
Forms<NetworkInstance> corrected() {
  return {first_layer("r = 0", [](const auto& x) { return x; }),
          shape_of_direction("shape of Z_r", [](const auto& r, int k) { return r.a(k + 1); })};
}

Forms<NetworkInstance> planted() {
  return {
      wrong("sign", []<class T>(const Run<T>& r, int k) { return Matrix<T>(-in_weights(r, k)); }),
      wrong("fʳ⁻¹ for S_r∘fʳ⁻¹",
            []<class T>(const Run<T>& r, int k) {
              return times<T>(k == 0 ? r.x : r.f[std::size_t(k) - 1], in_bias(r, k));
            }),
      wrong("the column above",
            []<class T>(const Run<T>& r, int k) {
              return times<T>(r.S[std::size_t(std::min(k + 1, r.p))], in_bias(r, k));
            }),
      wrong("the bias above",
            []<class T>(const Run<T>& r, int k) {
              return times<T>(r.S[std::size_t(k)], in_bias(r, std::min(k + 1, r.p)));
            }),
      wrong("not transposed", []<class T>(const Run<T>& r, int k) { return Matrix<T>(in_weights(r, k).transpose()); }),
      wrong("row times column",
            []<class T>(const Run<T>& r, int k) { return times<T>(in_bias(r, k), r.S[std::size_t(k)]); })};
}

}  // namespace verigrad::cost_gradient_in_weights
