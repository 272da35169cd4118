#include "verigrad/rate/program.hpp"

#include <numeric>

namespace verigrad::rate {
namespace {

using Row = Vector<double>;

/// ⟨u, v⟩ as a form in the inner products of the basis.
Matrix<double> inner(const Row& u, const Row& v) { return (u * v.transpose() + v * u.transpose()) / 2; }
Matrix<double> squared(const Row& u) { return u * u.transpose(); }

class Builder {
public:
  /// Points have the gradient of `point` and the value of `place`.
  Builder(const StepMatrix& points, const Setting& setting, const std::vector<Eigen::Index>& point,
          const std::vector<Eigen::Index>& place)
      : setting_(setting),
        last_(points.rows() - 1),
        star_(last_ + 1),
        basis_(star_ + 1),
        x_(Matrix<double>::Zero(basis_, basis_)),
        g_(Matrix<double>::Zero(basis_, basis_)),
        L_(approximate(setting.L)) {
    program_.point = point;
    for (Eigen::Index i = 0; i < star_; ++i) {
      const Eigen::Index one = point[std::size_t(i)];
      if (one == i) own_.push_back(i);
      const Eigen::Index first = place[std::size_t(i)];
      program_.value.push_back(first == i ? values_++ : program_.value[std::size_t(first)]);
      g_(1 + one, i) = 1;
      x_(0, i) = approximate(points(i, 0));
      for (Eigen::Index j = 0; j < star_; ++j) x_(1 + point[std::size_t(j)], i) += approximate(points(i, 1 + j));
    }
    if (least()) ++values_;
  }

  Program built() {
    program_.values = Row::Zero(values_);
    program_.form = Matrix<double>::Zero(basis_, basis_);
    add_objective();
    add_pairs();
    for (const Eigen::Index i : own_) {
      if (setting_.of == Class::convex_bounded)
        add({Inequality::Kind::bounded, int(i), 0}, square(approximate(setting_.M)), Row::Zero(values_),
            -squared(g_.col(i)));
      if (least()) add_least(i);
    }
    add_start();
    keep_what_plays_a_part();
    return std::move(program_);
  }

private:
  bool least() const { return setting_.measure == Measure::best_gradient || setting_.measure == Measure::best_value; }

  Row value_at(Eigen::Index i) const {
    return i == star_ ? Row(Row::Zero(values_)) : Row(Row::Unit(values_, program_.value[std::size_t(i)]));
  }

  void add(Inequality of, double constant, Row values, Matrix<double> form) {
    program_.constraints.push_back({of, constant, std::move(values), std::move(form)});
  }

  void add_objective() {
    switch (setting_.measure) {
      case Measure::value: program_.values = value_at(last_); break;
      case Measure::distance: program_.form = squared(x_.col(last_)); break;
      case Measure::gradient: program_.form = squared(g_.col(last_)); break;
      default: program_.values[values_ - 1] = 1;
    }
  }

  void add_pairs() {
    const bool convex = setting_.of != Class::smooth_non_convex;
    std::vector<Eigen::Index> all = own_;
    all.push_back(star_);
    for (const Eigen::Index i : all)
      for (const Eigen::Index j : all)
        if (i != j && (convex || i != star_) && !are_one(i, j))
          add({Inequality::Kind::pair, int(i), int(j)}, 0, value_at(i) - value_at(j),
              !convex && j == star_ ? Matrix<double>(-squared(g_.col(i)) / (2 * L_)) : gap_beyond_values(i, j));
  }

  /// One point of two gradients: neither inequality between them says more than that they have one value.
  bool are_one(Eigen::Index i, Eigen::Index j) const {
    return i != star_ && j != star_ && program_.value[std::size_t(i)] == program_.value[std::size_t(j)];
  }

  /// What is left of the gap in f(x_i) ≥ f(x_j) + ⟨g_j, x_i − x_j⟩ + μ/2 ‖x_i − x_j‖² + ‖bend‖²/(2(L − μ)), with the
  /// bend g_i − g_j − μ(x_i − x_j) of f less its parabola, beside f(x_i) − f(x_j).
  Matrix<double> gap_beyond_values(Eigen::Index i, Eigen::Index j) const {
    const Row step = x_.col(i) - x_.col(j), turn = g_.col(i) - g_.col(j);
    Matrix<double> form = -inner(g_.col(j), step);
    if (setting_.of == Class::convex_bounded) return form;
    const double mu = setting_.of == Class::smooth_non_convex ? -L_ : approximate(setting_.mu);
    form -= mu / 2 * squared(step);
    form -= squared(turn - mu * step) / (2 * (L_ - mu));
    return form;
  }

  void add_least(Eigen::Index i) {
    Row values = -Row::Unit(values_, values_ - 1);
    const bool of_gradient = setting_.measure == Measure::best_gradient;
    if (!of_gradient) values += value_at(i);
    add({Inequality::Kind::best, int(i), 0}, 0, values,
        of_gradient ? squared(g_.col(i)) : Matrix<double>(Matrix<double>::Zero(basis_, basis_)));
  }

  void add_start() {
    const bool distance = setting_.start == Start::distance;
    add({Inequality::Kind::start, 0, 0}, approximate(setting_.start_bound),
        distance ? Row(Row::Zero(values_)) : Row(-value_at(0)),
        distance ? Matrix<double>(-squared(x_.col(0))) : Matrix<double>(Matrix<double>::Zero(basis_, basis_)));
  }

  void keep_what_plays_a_part() {
    Matrix<double> used = program_.form.cwiseAbs();
    for (const Constraint& constraint : program_.constraints) used += constraint.form.cwiseAbs();
    for (Eigen::Index k = 0; k < basis_; ++k)
      if (used.row(k).maxCoeff() > 0) program_.basis.push_back(k);
    program_.form = Matrix<double>(program_.form(program_.basis, program_.basis));
    for (Constraint& constraint : program_.constraints)
      constraint.form = Matrix<double>(constraint.form(program_.basis, program_.basis));
  }

  const Setting& setting_;
  Eigen::Index last_, star_, basis_, values_ = 0;
  std::vector<Eigen::Index> own_;  ///< points that are one with none before
  Matrix<double> x_, g_;           ///< a column each
  double L_;
  Program program_;
};

/// For each point the first that is the same whatever the gradients are, which may differ there.
std::vector<Eigen::Index> of_one_value(const StepMatrix& points) {
  std::vector<Eigen::Index> place;
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    Eigen::Index first = 0;
    while (points.row(first) != points.row(i)) ++first;
    place.push_back(first);
  }
  return place;
}

}  // namespace

std::vector<Eigen::Index> coinciding(const StepMatrix& points) {
  std::vector<Eigen::Index> point;
  Matrix<Rational> known = Matrix<Rational>::Constant(points.rows(), points.cols(), Rational(0));
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    known(i, 0) = points(i, 0);
    for (Eigen::Index j = 0; j < i; ++j) known(i, 1 + point[std::size_t(j)]) += points(i, 1 + j);
    Eigen::Index one = 0;
    while (one < i && known.row(one) != known.row(i)) ++one;
    point.push_back(one);
  }
  return point;
}

std::vector<Eigen::Index> apart(const StepMatrix& points) {
  std::vector<Eigen::Index> point(std::size_t(points.rows()));
  std::iota(point.begin(), point.end(), 0);
  return point;
}

Program program(const StepMatrix& points, const Setting& setting, const std::vector<Eigen::Index>& point) {
  require_sound(setting);
  return Builder(points, setting, point, setting.of == Class::convex_bounded ? of_one_value(points) : point).built();
}

}  // namespace verigrad::rate
