#include "verigrad/theorem/network/multilayer_perceptron.hpp"

#include "verigrad/number/product.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::multilayer_perceptron {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/1.4",
       .stem = "multilayer_perceptron",
       .title = "Multilayer perceptron",
       .source = "Thesis, (1.3), (1.4), 1.1.2 and 1.1.3",
       .text =
           "ŷ = g_L(W_L g_{L−1}(W_{L−1} g_{L−2}(… g₂(W₂ g₁(W₁x + b₁) + b₂) … + b_{L−2}) + b_{L−1}) + b_L). θ is the "
           "concatenation of the coefficients of W₁ to W_L and b₁ to b_L, and P their number",
       .found = "the library's batches have one x a row: y W_lᵀ + b_l is W_l y + b_l for each",
       .code = {"network/dense_network.hpp: DenseNetwork", "network/backpropagation.hpp: Backpropagation"},
       .hypotheses = {{"dimensions", "D₀ = M, D_L = D, W_l has D_l rows and D_{l−1} columns"},
                      {"non-linear", "of what is not affine: some g_l is not linear"}},
       .errata = {{.key = "layers",
                   .place = "1.1.2.1, after (1.3)",
                   .printed = "f(·, θ^{(l)}) is a function from ℝ^{D_{l−1}} to ℝ^{D_l}",
                   .corrected = "f_l(·, θ^{(l)})",
                   .remark = "f is the whole network, from ℝ^{D₀} to ℝ^{D_L}.",
                   .weight = Weight::notation,
                   .one_letter = true}}},
      lines(), sigmoid_lines());
  return result;
}

namespace {

/// The network with its batch, whose code is asked for ŷ.
struct Run : NetworkRun {
  using Instance = NetworkInstance;
  using NetworkRun::NetworkRun;

  int L() const { return network.depth(); }
  int samples() const { return int(batch.inputs.rows()); }
  Vector<Number> x(int n) const { return batch.inputs.row(n).transpose(); }
  Matrix<Number> W(int l) const { return network.weights(theta, l); }
  Vector<Number> b(int l) const { return network.bias(theta, l); }
  Vector<Number> g(int l, Vector<Number> z) const {
    for (Number& entry : z) entry = activate<Number>(network.activation(l), entry);
    return z;
  }
  /// h_l = layer(l, h_{l−1}), h₀ = x.
  template <class Layer>
  Vector<Number> through(int layers, Vector<Number> h, Layer layer) const {
    for (int l = 1; l <= layers; ++l) h = layer(*this, l, h);
    return h;
  }
};

constexpr auto dense_layer = [](const Run& r, int l, const Vector<Number>& h) {
  return r.g(l, product(r.W(l), h) + r.b(l));
};

Vector<Number> by_code(const DenseNetwork& network, const Vector<Number>& theta, const Vector<Number>& x) {
  Backpropagation<Number> code(network, Loss::squared_error);
  return code.outputs(theta, x.transpose()).row(0).transpose();
}
Vector<Number> f(const Run& r, const Vector<Number>& x) { return by_code(r.network, r.theta, x); }

/// The layers from first to last as a network of their own, and their part of θ.
DenseNetwork layers_of(const Run& r, int first, int last) {
  std::vector<int> widths{r.network.width(first - 1)};
  std::vector<Activation> activations;
  for (int l = first; l <= last; ++l) {
    widths.push_back(r.network.width(l));
    activations.push_back(r.network.activation(l));
  }
  return {widths, activations};
}
Vector<Number> theta_of(const Run& r, int first, int last) {
  const Eigen::Index begin = r.network.weights_offset(first), end = r.network.bias_offset(last) + r.network.width(last);
  return r.theta.segment(begin, end - begin);
}

template <class Layer>
void is_the_output(const Run& r, Layer layer, Claims& claims) {
  for (int n = 0; n < r.samples(); ++n)
    claims.equal("ŷ = g_L(W_L g_{L−1}(…) + b_L)", f(r, r.x(n)), r.through(r.L(), r.x(n), layer));
}
Number coefficients(const Run& r) {
  Number P(0);
  for (int l = 1; l <= r.L(); ++l) P += int(r.W(l).size() + r.b(l).size());
  return P;
}
void as_printed(const Run& r, Claims& claims) {
  claims.equal("D₀ = M", r.network.width(0), int(r.batch.inputs.cols()));
  claims.equal("D_L = D", int(f(r, r.x(0)).size()), r.network.width(r.L()));
  claims.equal("P is the number of coefficients of all W and b", int(r.network.parameter_count()), coefficients(r));
  is_the_output(r, dense_layer, claims);
}

void composition(const Run& r, Claims& claims) {
  constexpr auto alone = [](const Run& of, int l, const Vector<Number>& h) {
    return by_code(layers_of(of, l, l), theta_of(of, l, l), h);
  };
  claims.equal("f_L(… f₁(x, θ^{(1)}) …, θ^{(L)}) = ŷ", r.through(r.L(), r.x(0), alone),
               r.through(r.L(), r.x(0), dense_layer));
}
void hidden_layers(const Run& r, Claims& claims) {
  for (int l = 1; l <= r.L(); ++l)
    claims.equal("h_l = g_l(W_l h_{l−1} + b_l)", by_code(layers_of(r, 1, l), theta_of(r, 1, l), r.x(0)),
                 r.through(l, r.x(0), dense_layer));
}

void mixes(const Run& r, Claims& claims) {
  const Vector<Number> x = r.x(0), y = Vector<Number>::Ones(x.size()) - 2 * x;
  const Number t = frac(1, 4);
  claims.equal("f(τx + (1 − τ)y) = τf(x) + (1 − τ)f(y)", f(r, Vector<Number>(t * x + (1 - t) * y)),
               Vector<Number>(t * f(r, x) + (1 - t) * f(r, y)));
}
void doubles(const Run& r, Claims& claims) {
  claims.equal("f(2x) = 2f(x)", f(r, Vector<Number>(2 * r.x(0))), Vector<Number>(2 * f(r, r.x(0))));
}

void identity_layer(const Run& r, Claims& claims) {
  const int D = r.network.width(r.L());
  const DenseNetwork layer({D, D}, {r.network.activation(r.L())});
  Vector<Number> theta = Vector<Number>::Zero(layer.parameter_count());
  layer.weights(theta, 1).diagonal().setOnes();
  const Vector<Number> y = f(r, r.x(0));
  claims.equal("f_{L+1}(ŷ) = ŷ for W = Id, b = 0", by_code(layer, theta, y), y);
}

void table_of_xor(const Run& r, Claims& claims) {
  for (int i = 0; i < 4; ++i)
    claims.equal("f(x) = x₁ xor x₂", f(r, exact(vector({double(i / 2), double(i % 2)})))[0], (i + 1) / 2 % 2, i);
}

/// W_l has as many rows and columns as these, and multiplies h_{l−1} before b_l is added.
template <class Rows, class Columns>
auto fits(Rows rows, Columns columns) {
  return [=](const Run& r, Claims& claims) {
    for (int l = 1; l <= r.L(); ++l) {
      claims.equal("columns of W_l = entries of h_{l−1}", int(columns(r, l)), r.network.width(l - 1), l);
      claims.equal("rows of W_l = entries of b_l", int(rows(r, l)), int(r.b(l).size()), l);
    }
  };
}
FalseLine<NetworkInstance> shape_of_weights() {
  return {
      .words = {.key = "shape of the weights",
                .place = "1.1.2.1, before (1.4)",
                .printed = "multiplying a matrix W_l ∈ ℝ^{D_{l−1} × D_l} with the previous layer, then adding a bias "
                           "vector b_l ∈ ℝ^{D_l}",
                .corrected = "W_l ∈ ℝ^{D_l × D_{l−1}}",
                .remark = "(1.4) multiplies from the left.",
                .by_hand = "D₀ = 1, D₁ = 2: W₁ would have one row, so that W₁x has one entry and b₁ two",
                .weight = Weight::notation},
      .printed = form<Run>(fits([](const Run& r, int l) { return r.network.width(l - 1); },
                                [](const Run& r, int l) { return r.network.width(l); })),
      .counterexample = matrices_of_ones({1, 2}),
      .corrected = {form<Run>(fits([](const Run& r, int l) { return r.W(l).rows(); },
                                   [](const Run& r, int l) { return r.W(l).cols(); }))
                        .of_code()}};
}

template <class Layer>
Form<NetworkInstance> planted(const char* key, Layer layer) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { is_the_output(r, layer, claims); });
}
using H = Vector<Number>;

/// σ(t) = u/(1 + u) with u = eᵗ, and at t + s with eˢ = 1 + k.
struct SigmoidRun {
  explicit SigmoidRun(const Unknowns& unknowns) : u(unknowns.positive("eᵗ")), k(unknowns.positive("eˢ − 1")) {}
  static Number sigmoid(const Number& at) { return at / (1 + at); }
  Number u, k;
};
void increases(const SigmoidRun& r, Claims& claims) {
  const Number later = r.u * (1 + r.k), rise = r.u * r.k / ((1 + r.u) * (1 + later));
  claims.equal("σ(t + s) − σ(t) = uk/((1 + u)(1 + u(1 + k)))", r.sigmoid(later) - r.sigmoid(r.u), rise);
  claims.less("0 < uk/((1 + u)(1 + u(1 + k)))", 0, rise);
}
void has_limits(const SigmoidRun& r, Claims& claims) {
  claims.less("0 < σ(t)", 0, r.sigmoid(r.u));
  claims.equal("eᵗ − σ(t) = u²/(1 + u)", r.u - r.sigmoid(r.u), square(r.u) / (1 + r.u));
  claims.less("0 < u²/(1 + u)", 0, square(r.u) / (1 + r.u));
  claims.equal("1 − σ(t) = σ(−t)", 1 - r.sigmoid(r.u), r.sigmoid(1 / r.u));
}
Form<Unknowns> planted_sigmoid(const char* key, Number (*left)(const SigmoidRun&), Number (*right)(const SigmoidRun&)) {
  return form<SigmoidRun, Unknowns>(
      key, [=](const SigmoidRun& r, Claims& claims) { claims.less("planted", left(r), right(r)); });
}

struct SquareRun {
  explicit SquareRun(const Unknowns& u) : w1(u.real("w₁")), w2(u.real("w₂")), b(u.real("b")) {}
  Number at(int x1, int x2) const { return w1 * x1 + w2 * x2 + b; }
  Number w1, w2, b;
};

}  // namespace

NetworkInstance with_linear_activations(NetworkInstance instance) {
  const std::vector<int> widths = instance.network.widths();
  instance.network = DenseNetwork::classifier(widths, Activation::identity);
  return instance;
}
NetworkInstance exclusive_or(Activation activation) {
  return one_sample(DenseNetwork::classifier({2, 2, 1}, activation), vector({1, 1, 1, 1, 0, -1, 1, -2, 0}),
                    vector({0, 0}));
}

Form<NetworkInstance> conclusion() { return form<Run>("as printed", as_printed).of_code(); }
Form<NetworkInstance> affine() { return form<Run>("affine", mixes); }
Form<NetworkInstance> linear() { return form<Run>("linear", doubles); }
Form<NetworkInstance> another_layer_is_the_identity() { return form<Run>("another layer", identity_layer); }
Form<NetworkInstance> is_exclusive_or() { return form<Run>("exclusive or", table_of_xor); }
Form<Unknowns> affine_functions_on_the_square() {
  return form<SquareRun, Unknowns>("affine on the square", [](const SquareRun& r, Claims& claims) {
    claims.equal("f(0, 0) + f(1, 1) = f(0, 1) + f(1, 0)", r.at(0, 0) + r.at(1, 1), r.at(0, 1) + r.at(1, 0));
  });
}

Lines<NetworkInstance> lines() {
  return {
      .steps = {{"layers", "f(·, θ) = f_L(f_{L−1}(… (f₁(·, θ^{(1)})), θ^{(L−1)}), θ^{(L)}), θ the concatenation",
                 form<Run>(composition).of_code()},
                {"hidden layers", "h₁ = g₁(W₁x + b₁), h₂ = g₂(W₂h₁ + b₂), and so on until ŷ",
                 form<Run>(hidden_layers).of_code()}},
      .errata = {shape_of_weights()},
      .planted = {planted("missing bias", [](const Run& r, int l, const H& h) { return r.g(l, product(r.W(l), h)); }),
                  planted("sign: −b_l",
                          [](const Run& r, int l, const H& h) { return r.g(l, product(r.W(l), h) - r.b(l)); }),
                  planted("g_l before W_l",
                          [](const Run& r, int l, const H& h) { return H(product(r.W(l), r.g(l, h)) + r.b(l)); }),
                  planted("no g_L",
                          [](const Run& r, int l, const H& h) {
                            const H z = product(r.W(l), h) + r.b(l);
                            return l == r.L() ? z : r.g(l, z);
                          }),
                  form<Run>("P without biases",
                            [](const Run& r, Claims& claims) {
                              claims.equal("P = number of weights", int(r.network.parameter_count()),
                                           coefficients(r) - r.network.width(r.L()));
                            })},
      .separating = {one_sample(DenseNetwork({1, 1}, {Activation::relu}), vector({1, 1}), at(1)),
                     one_sample(DenseNetwork({1, 1}, {Activation::relu}), vector({-2, 0.5}), at(1))}};
}

Lines<Unknowns> sigmoid_lines() {
  return {.steps = {{"sigmoid increases", "The sigmoid is a smooth increasing function",
                     form<SigmoidRun, Unknowns>(increases)},
                    {"limits of the sigmoid", "whose limits are 0 and 1 at −∞ and +∞ respectively: 0 < σ(t) < eᵗ",
                     form<SigmoidRun, Unknowns>(has_limits)}},
          .planted = {planted_sigmoid(
                          "σ falls", [](const SigmoidRun& r) { return r.sigmoid(r.u * (1 + r.k)); },
                          [](const SigmoidRun& r) { return r.sigmoid(r.u); }),
                      planted_sigmoid(
                          "limit ½", [](const SigmoidRun& r) { return r.sigmoid(r.u); },
                          [](const SigmoidRun&) { return frac(1, 2); })}};
}

}  // namespace verigrad::multilayer_perceptron
