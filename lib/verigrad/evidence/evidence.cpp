#include "verigrad/evidence/evidence.hpp"

namespace verigrad {

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds: return "holds";
    case Verdict::fails: return "fails";
    case Verdict::undecided: break;
  }
  return "undecided";
}

std::string_view name(Level level) {
  switch (level) {
    case Level::instance: return "instance";
    case Level::sampled: return "sampled";
    case Level::covered: return "covered";
    case Level::proved: return "proved";
    case Level::kernel: break;
  }
  return "kernel";
}

}  // namespace verigrad
