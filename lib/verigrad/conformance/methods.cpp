#include "verigrad/conformance/methods.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/conformance/adadelta_family.hpp"
#include "verigrad/conformance/adagrad_family.hpp"
#include "verigrad/conformance/adamax_family.hpp"
#include "verigrad/conformance/asgd_family.hpp"
#include "verigrad/conformance/averaged_family.hpp"
#include "verigrad/conformance/inna_family.hpp"
#include "verigrad/conformance/proximal_family.hpp"
#include "verigrad/conformance/rmsprop_family.hpp"
#include "verigrad/conformance/rprop_family.hpp"
#include "verigrad/conformance/sag_family.hpp"
#include "verigrad/conformance/sgd_family.hpp"
#include "verigrad/conformance/sign_family.hpp"
#include "verigrad/text/suggest.hpp"

namespace verigrad::conformance {
namespace {

using Picks = std::initializer_list<std::pair<int, int>>;

Dialect dialect_of(const Family& family, Picks picks = {}) {
  Dialect result(family);
  for (const auto& [choice, option] : picks) result.picks[std::size_t(choice)] = option;
  return result;
}

template <class E>
std::pair<int, int> pick(int choice, E option) {
  return {choice, int(option)};
}

std::vector<Method> all_methods() {
  const auto adam = [](Picks picks) { return dialect_of(adam_family(), picks); };
  const auto decoupled = pick(decay, Decay::decoupled);
  const auto sign = [](Picks picks) { return dialect_of(sign_family(), picks); };
  return {
      {"sgd", "SGD", "PyTorch, torch.optim.SGD", dialect_of(sgd_family())},
      {"heavy_ball", "heavy ball with the rate inside", "thesis (1.28)",
       dialect_of(sgd_family(), {pick(sgd_rate_place, RatePlace::inside)})},
      {"nesterov", "Nesterov's momentum with the rate inside", "Sutskever et al. (2013)",
       dialect_of(sgd_family(), {pick(sgd_rate_place, RatePlace::inside), pick(sgd_look_ahead, LookAhead::nesterov)})},
      {"adagrad", "Adagrad", "Duchi, Hazan and Singer (2011)", dialect_of(adagrad_family())},
      {"adadelta", "Adadelta", "Zeiler (2012)", dialect_of(adadelta_family())},
      {"rmsprop", "RMSprop", "Tieleman and Hinton (2012)", dialect_of(rmsprop_family())},
      {"adam", "ADAM", "Kingma and Ba (2015)", adam({})},
      {"adamw", "AdamW", "Loshchilov and Hutter (2019)", adam({decoupled})},
      {"amsgrad", "AMSGrad", "PyTorch, amsgrad=True", adam({pick(adam_maximum, Largest::uncorrected)})},
      {"amsgrad_paper", "AMSGrad as published", "Reddi et al. (2018)",
       adam({pick(adam_maximum, Largest::uncorrected), pick(adam_correction, Correction::none)})},
      {"nadam", "NAdam", "Dozat (2016); PyTorch, torch.optim.NAdam", adam({pick(adam_direction, Towards::nesterov)})},
      {"radam", "RAdam", "PyTorch, torch.optim.RAdam",
       adam({pick(adam_rectification, Rectification::above_5), pick(adam_epsilon, Epsilon::scaled)})},
      {"adabelief", "AdaBelief", "Zhuang et al. (2020)",
       adam({pick(adam_moment, Moment::about_new_mean), pick(adam_epsilon, Epsilon::in_state_and_outside)})},
      {"adamax", "Adamax", "Kingma and Ba (2015), Algorithm 2", dialect_of(adamax_family())},
      {"rprop", "Rprop", "PyTorch, torch.optim.Rprop", dialect_of(rprop_family())},
      {"sign_sgd", "sign descent", "Bernstein et al. (2018)", sign({})},
      {"signum", "Signum", "Bernstein et al. (2018)", sign({pick(sign_of_what, SignOf::memory)})},
      {"lion", "Lion", "Chen et al. (2023)", sign({pick(sign_of_what, SignOf::blend), decoupled})},
      {"asgd", "ASGD", "PyTorch, torch.optim.ASGD", dialect_of(asgd_family(), {pick(schedule, Schedule::one_late)})},
      {"averaged_sgd", "averaged SGD", "Polyak and Juditsky (1992); MFDS 14.2.4", dialect_of(averaged_family())},
      {"sag", "SAG", "Le Roux, Schmidt and Bach (2012)",
       dialect_of(sag_family(), {pick(counter, Counter::of_the_steps)})},
      {"saga", "SAGA", "Defazio, Bach and Lacoste-Julien (2014)",
       dialect_of(sag_family(), {pick(counter, Counter::of_the_steps), pick(sag_direction, SagDirection::saga)})},
      {"inna", "INNA", "thesis (2.13)", dialect_of(inna_family())},
      {"ista", "ISTA", "MFDS (14.7)", dialect_of(proximal_family())},
      {"fista", "FISTA", "Beck and Teboulle (2009)",
       dialect_of(proximal_family(), {pick(proximal_extrapolation, Extrapolation::fista)})},
  };
}

}  // namespace

const std::vector<Method>& methods() {
  static const std::vector<Method> all = all_methods();
  return all;
}

const Method& method_named(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Method& method : methods()) {
    if (method.name == name) return method;
    names.push_back(method.name);
  }
  const std::vector<std::string> near = suggestions(name, names);
  throw std::invalid_argument(near.empty() ? fmt::format("no method \"{}\"; there are {}", name, fmt::join(names, ", "))
                                           : fmt::format("no method \"{}\"; near it: {}", name, fmt::join(near, ", ")));
}

Dialect declared_dialect(const Method& method, const HyperParameters& hyper) {
  Dialect result = method.dialect;
  const auto set = [&](int choice, auto option) { result.picks[std::size_t(choice)] = int(option); };
  if (hyper.on("maximize")) set(direction, Direction::ascent);
  if (hyper.on("weight_decay") && result.pick<Decay>(decay) == Decay::none) set(decay, Decay::coupled);
  if (hyper.has("clip_norm")) set(clipping, Clipping::whole_guarded);
  if (result.family == &adam_family() && hyper.on("amsgrad")) set(adam_maximum, Largest::uncorrected);
  if (result.family == &sgd_family() && hyper.on("nesterov")) set(sgd_look_ahead, LookAhead::nesterov);
  if (result.family == &rmsprop_family() && hyper.on("centered")) set(rmsprop_centre, Centre::new_mean);
  if (result.family == &sag_family() && hyper.has("L")) set(sag_constant, SagConstant::largest);
  return result;
}

std::string Description::text() const {
  if (differences.empty()) return std::string(method->title);
  return fmt::format("{} with {}", method->title, fmt::join(differences, " and "));
}

Description describe(const Dialect& dialect, const HyperParameters& hyper, const Method* preferred) {
  const Method* nearest = nullptr;
  int least = std::numeric_limits<int>::max();
  const auto consider = [&](const Method& method) {
    const int far = distance(dialect, declared_dialect(method, hyper), hyper);
    if (far < least) nearest = &method, least = far;
  };
  if (preferred) consider(*preferred);
  std::for_each(methods().begin(), methods().end(), consider);
  Description result{nearest, {}, false};
  const Dialect base = declared_dialect(*nearest, hyper);
  for (std::size_t i = 0; i < dialect.picks.size(); ++i) {
    if (dialect.picks[i] == base.picks[i] || !(dialect.matters(i, hyper) || base.matters(i, hyper))) continue;
    result.differences.emplace_back(dialect.option(i).words);
    result.mistake = result.mistake || dialect.option(i).is_mistake();
  }
  return result;
}

}  // namespace verigrad::conformance
