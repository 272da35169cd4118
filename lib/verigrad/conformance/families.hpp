// All families of optimisers that can be told.
#pragma once

#include "verigrad/conformance/dialect.hpp"

namespace verigrad::conformance {

/// Each family with its choices, identities and definition; the same object at every call.
const Family& sgd_family();
const Family& adagrad_family();
const Family& rmsprop_family();
const Family& adadelta_family();
const Family& adam_family();
const Family& adamax_family();
const Family& rprop_family();
const Family& sign_family();
const Family& asgd_family();
const Family& averaged_family();
const Family& inna_family();
const Family& proximal_family();
const Family& sag_family();

}  // namespace verigrad::conformance
