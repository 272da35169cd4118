#include "verigrad/theorem/stochastic/batch_splitting.hpp"

#include <algorithm>

#include "verigrad/algorithm/batch_splitting.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::batch_splitting {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.29",
       .stem = "batch_splitting",
       .title = "Splitting over batches",
       .source = "Stochastic gradient methods, (5.29) and the display after it",
       .text = "firstly Zₖ⁰(1) = Wₖ, (Zₖ¹)′(t) = −∇Jₖ¹(Zₖ¹(t)), 0 < t ≤ Δtₖ; r = 2, …, p: Zₖʳ(0) = Zₖʳ⁻¹(Δt), "
               "(Zₖʳ)′(t) = −∇Jₖʳ(Zₖʳ(t)), 0 < t ≤ Δtₖ; finally Wₖ₊₁ = Zₖᵖ(Δt). Fully discrete: Zₖ¹(0) = Wₖ; r = 2, …, "
               "p: Zₖʳ(Δt) = Zₖʳ⁻¹(0) − Δtₖ∇Jₖʳ(Zₖʳ⁻¹(0)); Wₖ₊₁ = Zₖᵖ(Δtₖ). Checked on J(W) = Σ αᵢ|Wxᵢ − yᵢ|², (5.30)",
       .code = {"algorithm/batch_splitting.hpp: BatchSplitting", "flow/batch_flow.hpp: BatchFlow"},
       .hypotheses = {{"partition", "each epoch's batches are disjoint and their union is the data set"},
                      {"weights", "αᵢ > 0, (5.30)"},
                      {"step", "Δtₖ > 0"},
                      {"no amplification", "for the distance of the two methods: Δtₖ tr A ≤ 2, A = ∇²J. Ours"}}},
      lines());
  return result;
}

bool hypotheses_hold(const SplittingInstance& instance) {
  return (instance.alpha.array() > 0).all() &&
         std::all_of(instance.dt.begin(), instance.dt.end(), [](double dt) { return dt > 0; }) &&
         batches_are_partitions(instance);
}

bool batches_move(const SplittingInstance& instance) {
  const Number::Over fractions(Number::Kind::rational);
  const Matrix<Number> w0 = exact(instance.w0);
  return std::none_of(instance.epochs.front().begin(), instance.epochs.front().end(), [&](const auto& terms) {
    return !terms.empty() && vanishes(batch_gradient(instance, terms, w0));
  });
}

bool steps_do_not_amplify(const SplittingInstance& instance) {
  const Number::Over fractions(Number::Kind::rational);
  return certainly_at_most(exact(instance.dt.front()) * SplittingRun(instance).all.a.trace(), Number(2));
}

namespace {

/// The first epoch.
struct Run : SplittingRun {
  using SplittingRun::SplittingRun;

  Number dt(int k = 0) const { return exact(this->instance.dt[std::size_t(k)]); }
  double step() const { return this->instance.dt.front(); }
  int p() const { return int(this->batches.front().size()); }
  const LinearSystem<Number>& batch(int r) const { return this->batches.front()[std::size_t(r - 1)]; }
  const std::vector<int>& terms(int r) const { return this->instance.epochs.front()[std::size_t(r - 1)]; }
  /// ∇Jʳ(W)ᵗ, r from 1, from the data.
  Matrix<Number> gradient(int r, const Matrix<Number>& w) const { return batch_gradient(this->instance, terms(r), w); }
  auto gradients() const {
    return [this](int r, const Matrix<Number>& w) { return gradient(r, w); };
  }
};

struct FlowRun : Run {
  explicit FlowRun(const SplittingInstance& given) : Run(given), z(flow_epoch(*this, 0, w0)) {}
  std::vector<Matrix<Number>> z;  ///< Z⁰ = W₀, Z¹(Δt), …
};

Matrix<Number> closed_form(const Run& r) {
  Matrix<Number> decay = identity_like(r.all.a);
  Matrix<Number> sum = Matrix<Number>::Constant(r.w0.rows(), r.w0.cols(), 0);
  for (int s = r.p(); s >= 1; --s) {
    sum += product(decay, r.batch(s).b);
    decay = product(decay, identity_like(r.all.a) - r.dt() * r.batch(s).a);
  }
  return r.dt() * sum + product(decay, r.w0);
}

/// Method{Δt}.epoch = closed form.
template <class Method>
void method_is_closed_form(const Run& r, Claims& claims) {
  const Matrix<Number> next = Method{r.step()}.epoch(r.w0, r.p(), r.gradients());
  claim_equal("Wₖ₊₁ = closed form", next, closed_form(r), claims);
}

/// Wₖ₊₁ = Wₖ − Δt∇J(Wₖ) + Δt² Σᵣ Aʳ Σₛ₍ₛ﹤ᵣ₎ ∇Jˢ(Zˢ⁻¹).
void second_order(const Run& r, Claims& claims) {
  const Matrix<Number> next = BatchSplitting{r.step()}.epoch(r.w0, r.p(), r.gradients());
  Matrix<Number> z = r.w0;
  Matrix<Number> passed = Matrix<Number>::Constant(z.rows(), z.cols(), 0);
  Matrix<Number> correction = passed;
  for (int s = 1; s <= r.p(); ++s) {
    correction += product(r.batch(s).a, passed);
    passed += r.gradient(s, z);
    z = r.w0 - r.dt() * passed;
  }
  const Matrix<Number> descent = r.w0 - r.dt() * (product(r.all.a, r.w0) - r.all.b);
  claim_equal("Wₖ₊₁ = Wₖ − Δt∇J(Wₖ) + Δt² Σ Aʳ∇Jˢ", next, descent + square(r.dt()) * correction, claims);
}

/// As printed with a line for r = 1, only the batches p, p − 2, … count.
void every_second_batch(const Run& r, Claims& claims) {
  const Matrix<Number> next = SplittingFromPreviousStarts{r.step()}.epoch(r.w0, r.p(), r.gradients());
  Matrix<Number> w = r.w0;
  for (int s = 2 - r.p() % 2; s <= r.p(); s += 2) w -= r.dt() * r.gradient(s, w);
  claim_equal("Wₖ₊₁ as printed = steps with the batches …, p − 2, p", next, w, claims);
}

void both_readings(const Run& r, Claims& claims) {
  second_order(r, claims);
  every_second_batch(r, claims);
}

/// What the first batch's step adds: Wₖ₊₁ less the epoch without it.
void first_step_carried(const Run& r, Claims& claims) {
  const Matrix<Number> next = BatchSplitting{r.step()}.epoch(r.w0, r.p(), r.gradients());
  const Matrix<Number> without = SplittingWithoutFirstBatch{r.step()}.epoch(r.w0, r.p(), r.gradients());
  Matrix<Number> carried = r.gradient(1, r.w0);
  for (int s = 2; s <= r.p(); ++s) carried = carried - r.dt() * product(r.batch(s).a, carried);
  claim_equal("Wₖ₊₁ − (Wₖ₊₁ without r = 1) = −Δt Πᵣ₌₂ᵖ(I − ΔtAʳ) ∇J¹(Wₖ)", Matrix<Number>(next - without),
              Matrix<Number>(-r.dt() * carried), claims);
}

void sum_of_batches(const Run& r, Claims& claims) {
  std::vector<int> all;
  for (int i = 0; i < int(r.instance.x.rows()); ++i) all.push_back(i);
  const Number whole = batch_value(r.instance, all, r.w0);
  for (std::size_t k = 0; k < r.instance.epochs.size(); ++k) {
    Number sum(0);
    for (const auto& terms : r.instance.epochs[k]) sum += batch_value(r.instance, terms, r.w0);
    claims.equal("J(W) = Σ Jₖʳ(W)", whole, sum, int(k));
  }
}

void gradient_line(const Run& r, Claims& claims) {
  for (int s = 1; s <= r.p(); ++s) {
    const Matrix<Number> gradient = r.gradient(s, r.w0);
    for (Eigen::Index at = 0; at < r.w0.size(); ++at) {
      Matrix<Number> above = r.w0, below = r.w0;
      above.reshaped()[at] += 1;
      below.reshaped()[at] -= 1;
      claims.equal("2 ∂Jʳ/∂Wᵢⱼ = Jʳ(W + Eᵢⱼ) − Jʳ(W − Eᵢⱼ)", 2 * gradient.reshaped()[at],
                   batch_value(r.instance, r.terms(s), above) - batch_value(r.instance, r.terms(s), below), s);
    }
  }
}

void equation(const FlowRun& r, Claims& claims) {
  for (int s = 1; s <= r.p(); ++s) {
    const Matrix<Number>& z = r.z[std::size_t(s - 1)];
    const Matrix<Number> g = r.gradient(s, z);
    claims.at_most("‖Zʳ(Δt) − Zʳ(0) + Δt∇Jʳ‖ ≤ ½Δt²‖Aʳ∇Jʳ‖", frobenius_norm(r.z[std::size_t(s)] - z + r.dt() * g),
                   frac(1, 2) * square(r.dt()) * frobenius_norm(product(r.batch(s).a, g)), s);
  }
}

void continuation(const FlowRun& r, Claims& claims) {
  const Number half = r.dt() / 2;
  for (int s = 1; s <= r.p(); ++s) {
    const AffineFlow flow{r.batch(s).a, r.batch(s).b};
    claim_equal("Zʳ(Δt) by halves", r.z[std::size_t(s)], flow.at(half, flow.at(half, r.z[std::size_t(s - 1)])), claims);
  }
}

Number distance_to_discrete(const FlowRun& r) {
  return frobenius_norm(r.z.back() - BatchSplitting{r.step()}.epoch(r.w0, r.p(), r.gradients()));
}

Number distance_bound(const FlowRun& r) {
  Number sum(0);
  for (int s = 1; s <= r.p(); ++s) sum += frobenius_norm(product(r.batch(s).a, r.gradient(s, r.z[std::size_t(s - 1)])));
  return frac(1, 2) * square(r.dt()) * sum;
}

void near_discrete(const FlowRun& r, Claims& claims) {
  claims.at_most("‖exact flows − discrete‖ ≤ ½Δt² Σ ‖Aʳ∇Jʳ(Zʳ⁻¹)‖", distance_to_discrete(r), distance_bound(r));
}

/// Z¹ starts at 1 + Wₖ, which Zₖ⁰(1) = Wₖ does not forbid; compared with the flows from Wₖ.
void free_start(const FlowRun& r, Claims& claims) {
  const Matrix<Number> elsewhere = r.w0 + Matrix<Number>::Constant(r.w0.rows(), r.w0.cols(), 1);
  claim_equal("Wₖ₊₁ = the batches' flows after Wₖ", flow_epoch(r, 0, elsewhere).back(), r.z.back(), claims);
}

/// From Zₖ¹(0) = Wₖ: the epoch by each batch's minimiser, Zʳ = Wʳ + exp(−AʳΔt)(Zʳ⁻¹ − Wʳ).
void start_at_w(const FlowRun& r, Claims& claims) {
  Matrix<Number> z = r.w0;
  for (int s = 1; s <= r.p(); ++s) {
    const LinearSystem<Number>& batch = r.batch(s);
    z = batch.minimiser + product(matrix_exponential(-r.dt() * batch.a), z - batch.minimiser);
  }
  claim_equal("Wₖ₊₁ = the batches' flows after Wₖ", r.z.back(), z, claims);
}

/// A planted mistake: epoch(run) = closed form.
template <class Epoch>
Form<SplittingInstance> planted_epoch(const char* key, Epoch epoch) {
  return form<Run>(key, [epoch](const Run& r, Claims& claims) {
    claim_equal("planted Wₖ₊₁ = closed form", Matrix<Number>(epoch(r)), closed_form(r), claims);
  });
}

/// w − Δt·weight·∇Jʳ for r = first … last; the order may fall.
Matrix<Number> chain(const Run& r, const Number& weight, int first, int last) {
  Matrix<Number> w = r.w0;
  const int direction = first <= last ? 1 : -1;
  for (int s = first; s != last + direction; s += direction) w = w - r.dt() * weight * r.gradient(s, w);
  return w;
}

Forms<SplittingInstance> planted() {
  return {planted_epoch("sign: + Δt∇Jʳ", [](const Run& r) { return chain(r, -1, 1, r.p()); }),
          planted_epoch("factor: Wx − y for 2(Wx − y)", [](const Run& r) { return chain(r, frac(1, 2), 1, r.p()); }),
          planted_epoch("order: batches from p to 1", [](const Run& r) { return chain(r, 1, r.p(), 1); }),
          planted_epoch("missing: the last batch",
                        [](const Run& r) { return r.p() == 1 ? r.w0 : chain(r, 1, 1, r.p() - 1); }),
          planted_epoch("all gradients at Wₖ: gradient descent",
                        [](const Run& r) {
                          Matrix<Number> w = r.w0;
                          for (int s = 1; s <= r.p(); ++s) w = w - r.dt() * r.gradient(s, r.w0);
                          return w;
                        }),
          planted_epoch("Δt/(p + 1) for Δt", [](const Run& r) { return chain(r, 1 / Number(r.p() + 1), 1, r.p()); })};
}

/// w²/2 from its minimiser.
SplittingInstance at_rest() {
  const Matrix<double> zero = Matrix<double>::Zero(1, 1);
  return {Matrix<double>::Ones(1, 1), zero, Vector<double>::Constant(1, 0.5), zero, {1}, {{{0}}}};
}

/// J¹ = (w − 1)²/2 and J² = w²/2 with Δt = ½ from 0: 0 → ½ → ¼. As printed: 0 → 0.
SplittingInstance two_halves() {
  return {
      Matrix<double>{{1}, {1}}, Matrix<double>{{1}, {0}}, vector({0.5, 0.5}), Matrix<double>{{0}}, {0.5}, {{{0}, {1}}}};
}

/// Two terms that differ in y.
SplittingInstance two_terms() {
  return {.x = Matrix<double>{{0.25}, {0.25}},
          .y = Matrix<double>{{0}, {0.25}},
          .alpha = vector({0.5, 0.5}),
          .w0 = Matrix<double>{{0.25}},
          .dt = {2},
          .epochs = {{{0}, {1}}}};
}

FalseLine<SplittingInstance> start_of_first_flow() {
  return {.words = {.key = "start of the first flow",
                    .place = "(5.29), first line",
                    .printed = "Zₖ⁰(1) = Wₖ",
                    .corrected = "Zₖ¹(0) = Wₖ",
                    .remark = "Superscript and argument are exchanged: no Zₖ⁰ exists, and Zₖ¹ starts anywhere; the "
                              "fully discrete form prints Zₖ¹(0) = Wₖ. The second printing lost (5.29) in scanning. "
                              "Two Δt of (5.29) lack their index k.",
                    .weight = Weight::notation,
                    .of_statement = true},
          .printed = form<FlowRun, SplittingInstance>(free_start).in_balls(),
          .counterexample = at_rest(),
          .corrected = {form<FlowRun, SplittingInstance>(start_at_w).in_balls()}};
}

FalseLine<SplittingInstance> first_batch() {
  return {
      .words = {.key = "first batch",
                .place = "fully discrete version after (5.29)",
                .printed = "firstly: Z_k^1(0) = W_k; r = 2, …, p: [a step with ∇J_k^r]",
                .corrected = "r = 1, …, p: a step with ∇Jₖʳ",
                .remark = "No line holds ∇Jₖ¹: read as one chain, the method minimises J − J¹. Both printings agree.",
                .by_hand = "J¹ = (w − 1)²/2, J² = w²/2, W₀ = 0, Δt = ½: the printed step gives 0, one of J¹ and one of "
                           "J² give ½, then ¼",
                .weight = Weight::statement,
                .survives = "the method with r = 1, …, p, which the text describes in words"},
      .printed = form<Run>(method_is_closed_form<SplittingWithoutFirstBatch>),
      .counterexample = two_halves(),
      .corrected = {form<Run>(first_step_carried).of_code()}};
}

FalseLine<SplittingInstance> step_from_start() {
  return {.words = {.key = "step from the start",
                    .place = "fully discrete version after (5.29)",
                    .printed = "Zₖʳ(Δt) = Zₖʳ⁻¹(0) − Δtₖ∇Jₖʳ(Zₖʳ⁻¹(0))",
                    .corrected = "Zₖʳ(Δtₖ) = Zₖʳ⁻¹(Δtₖ) − Δtₖ∇Jₖʳ(Zₖʳ⁻¹(Δtₖ))",
                    .remark = "Zₖʳ⁻¹(0) lies before the step with batch r − 1, by (5.29): even with a line for r = 1, "
                              "that step is lost, and of p batches only p, p − 2, … count. Both printings agree.",
                    .by_hand = "J¹ = (w − 1)²/2, J² = w²/2, W₀ = 0, Δt = ½: from Z¹(0) = 0 the second batch gives 0, "
                               "from Z¹(Δt) = ½ it gives ¼",
                    .weight = Weight::statement,
                    .survives = "the method with Zₖʳ⁻¹(Δtₖ) as the start of batch r, as in (5.29)"},
          .printed = form<Run>(method_is_closed_form<SplittingFromPreviousStarts>),
          .counterexample = two_halves(),
          .corrected = {form<Run>(both_readings).of_code()}};
}

}  // namespace

Form<SplittingInstance> discrete_epoch() {
  return form<Run>("fully discrete: closed form", method_is_closed_form<BatchSplitting>).of_code();
}

Form<SplittingInstance> flow_near_discrete() {
  return form<FlowRun, SplittingInstance>("exact flows near the fully discrete method", near_discrete)
      .in_balls()
      .where([](const SplittingInstance& instance) { return batches_move(instance) && steps_do_not_amplify(instance); })
      .of_code();
}

Number share_of_bound(const SplittingInstance& instance) {
  const Number::Over balls(Number::Kind::ball);
  const FlowRun run(instance);
  return distance_to_discrete(run) / distance_bound(run);
}

Form<SplittingInstance> sum_over_batches() { return form<Run>("sum of batches", sum_of_batches); }

Lines<SplittingInstance> lines() {
  return {.steps = {{"sum of batches", "J(W) = Σᵣ Jₖʳ(W), for every epoch", sum_over_batches()},
                    {"gradient", "∇J in coordinates: 2 ∂J/∂Wᵢⱼ = J(W + Eᵢⱼ) − J(W − Eᵢⱼ), exact for quadratics",
                     form<Run>(gradient_line)},
                    {"equation", "(Zʳ)′ = −∇Jʳ(Zʳ): ‖Zʳ(Δt) − Zʳ(0) + Δt∇Jʳ(Zʳ(0))‖ ≤ ½Δt²‖∇²Jʳ∇Jʳ(Zʳ(0))‖",
                     form<FlowRun, SplittingInstance>(equation).in_balls().where(batches_move).of_code()},
                    {"continuation", "0 < t ≤ Δt: following a batch's flow for ½Δt twice is following it for Δt",
                     form<FlowRun, SplittingInstance>(continuation).in_balls().of_code()}},
          .errata = {start_of_first_flow(), first_batch(), step_from_start()},
          .planted = planted(),
          .separating = {two_terms()}};
}

}  // namespace verigrad::batch_splitting
