// The methods that ship for training, each with each of its options, for tests of what all of them must do.
#pragma once

#include "verigrad/algorithm/adabelief.hpp"
#include "verigrad/algorithm/adadelta.hpp"
#include "verigrad/algorithm/adagrad.hpp"
#include "verigrad/algorithm/adamax.hpp"
#include "verigrad/algorithm/amsgrad.hpp"
#include "verigrad/algorithm/averaged_stochastic_gradient.hpp"
#include "verigrad/algorithm/lion.hpp"
#include "verigrad/algorithm/nadam.hpp"
#include "verigrad/algorithm/radam.hpp"
#include "verigrad/algorithm/rmsprop.hpp"
#include "verigrad/algorithm/rprop.hpp"
#include "verigrad/algorithm/sgd.hpp"

namespace verigrad {

/// body(name, method) for each method, which has weight decay where it can; all constants are dyadic.
template <class Body>
void for_each_method(const WeightDecay& decay, const Body& body) {
  using Correction = AmsGrad::Correction;
  body("SGD", Sgd{.gamma = 0.5, .decay = decay});
  body("SGD, dampening", Sgd{.gamma = 0.5, .mu = 0.75, .dampening = 0.25, .decay = decay});
  body("SGD, Nesterov", Sgd{.gamma = 0.5, .mu = 0.75, .nesterov = true, .decay = decay});
  body("Adagrad", Adagrad{.alpha = 0.5, .epsilon = 0.25, .rate_decay = 0.5, .initial = 2, .decay = decay});
  body("RMSprop", RmsProp{.alpha = 0.5, .beta = 0.75, .epsilon = 0.25, .decay = decay});
  body("RMSprop, centred", RmsProp{.alpha = 0.5, .beta = 0.75, .epsilon = 0.25, .centred = true, .decay = decay});
  body("RMSprop, momentum", RmsProp{.alpha = 0.5, .beta = 0.75, .epsilon = 0.25, .mu = 0.5, .decay = decay});
  body("RMSprop, both",
       RmsProp{.alpha = 0.5, .beta = 0.75, .epsilon = 0.25, .mu = 0.5, .centred = true, .decay = decay});
  body("Adam", Adam{.alpha = 0.5, .beta1 = 0.75, .beta2 = 0.875, .epsilon = 0.25, .decay = decay});
  for (const Correction correction : {Correction::none, Correction::after_maximum, Correction::before_maximum})
    body("AMSGrad", AmsGrad{0.5, 0.75, 0.875, 0.25, correction, decay});
  body("NAdam", NAdam{0.5, 0.75, 0.875, 0.25, 0.125, decay});
  body("RAdam", RAdam{.alpha = 0.5, .beta1 = 0.75, .beta2 = 0.875, .epsilon = 0.25, .decay = decay});
  body("Adamax", Adamax{0.5, 0.75, 0.875, 0.25, decay});
  body("AdaBelief", AdaBelief{0.5, 0.75, 0.875, 0.25, decay});
  body("Lion", Lion{0.5, 0.75, 0.875, decay});
  body("Adadelta", Adadelta{0.5, 0.75, 0.25, decay});
  body("ASGD", AveragedStochasticGradient{.gamma = 0.5, .lambda = 0, .t0 = 2, .decay = decay});
}

}  // namespace verigrad
