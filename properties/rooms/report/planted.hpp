// Checks that misbehave in a named way, and tasks made of them.
#pragma once

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "verigrad/report/finding.hpp"
#include "verigrad/report/workers.hpp"

namespace verigrad::planted {

/// Evidence as a well-behaved check gives it, with every field set.
inline Evidence good_evidence() {
  Evidence evidence;
  evidence.verdict = Verdict::holds;
  evidence.level = Level::sampled;
  evidence.cases = 100;
  evidence.unmet = 3;
  evidence.claims = 700;
  evidence.rungs = {{"interval", 690}, {"ball 128", 10}};
  evidence.smallest_margin = 0.1;
  evidence.tightest = "a ≤ b: α = 1/3 \"quoted\" <&>";
  evidence.within = 1e-60;
  evidence.note = "line\nbreak";
  return evidence;
}

inline Check check(const std::string& name, std::function<Evidence(const Settings&)> run,
                   Verdict expected = Verdict::holds) {
  return {{"planted_statement", Kind::conclusion, name, expected}, std::move(run)};
}

inline std::vector<Task> tasks(std::vector<Check> checks) {
  std::vector<Task> result;
  for (Check& each : checks) result.push_back({result.size(), std::move(each)});
  return result;
}

inline Evidence good(const Settings&) { return good_evidence(); }
inline Evidence aborts(const Settings&) {
  std::fputs("assertion `norm ≥ 0` failed\n", stderr);
  std::abort();
}
inline Evidence segfaults(const Settings&) {
  std::raise(SIGSEGV);
  return {};
}
inline Evidence loops(const Settings&) {
  for (;;) std::this_thread::sleep_for(std::chrono::seconds(1));
}
inline Evidence throws(const Settings&) { throw std::runtime_error("no such norm"); }
inline Evidence throws_a_number(const Settings&) { throw 7; }
inline Evidence exits(const Settings&) { std::exit(0); }
inline Evidence shouts(const Settings&) {
  const std::string megabyte(1 << 20, 'x');
  for (int i = 0; i < 8; ++i) {
    std::fwrite(megabyte.data(), 1, megabyte.size(), stdout);
    std::fwrite(megabyte.data(), 1, megabyte.size(), stderr);
  }
  Evidence evidence = good_evidence();
  evidence.note = std::string(8 << 20, 'y');
  return evidence;
}
/// Evidence that depends on the seed, as a sampled check's does.
inline Evidence seeded(const Settings& settings) {
  Evidence evidence = good_evidence();
  evidence.cases = settings.cases;
  evidence.note = "seed " + std::to_string(settings.seed);
  return evidence;
}

}  // namespace verigrad::planted
