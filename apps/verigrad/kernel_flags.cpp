#include "kernel_flags.hpp"

#include <cstdlib>
#include <filesystem>

#include "verigrad/report/formal.hpp"

namespace verigrad::app {
namespace {

namespace fs = std::filesystem;

/// The folder of this name among the variables of the environment, where it is one.
fs::path folder_in(const char* variable) {
  const char* value = std::getenv(variable);
  const fs::path folder = value ? value : "";
  return folder.is_absolute() ? folder : fs::path();
}

/// $XDG_CACHE_HOME/verigrad/kernel, or that below ~/.cache; empty where neither is known.
fs::path cache() {
  if (const fs::path folder = folder_in("XDG_CACHE_HOME"); !folder.empty()) return folder / "verigrad" / "kernel";
  if (const fs::path home = folder_in("HOME"); !home.empty()) return home / ".cache" / "verigrad" / "kernel";
  return {};
}

KernelUse use_in(const KernelFlags& flags) {
  if (flags.use == "no") return KernelUse::no;
  return flags.use == "yes" ? KernelUse::yes : KernelUse::cached;
}

Coq at_hand(KernelUse use) {
  if (use == KernelUse::no) return {};
  Coq coq{.version = coqc_version(), .answers = {}};
  if (const fs::path folder = cache(); !folder.empty()) coq.answers.push_back(folder);
  if (use == KernelUse::yes && coq.version.empty())
    throw UsageError("--kernel yes, and there is no coqc; install the package coq");
  if (use == KernelUse::yes && coq.answers.empty())
    throw UsageError("--kernel yes, and no folder to compile in; set XDG_CACHE_HOME to one");
  coq.answers.emplace_back(VERIGRAD_BUILD_ANSWERS);
  return coq;
}

}  // namespace

void add_kernel_flags(CLI::App& command, KernelFlags& flags) {
  command
      .add_option(
          "--kernel", flags.use,
          "whether Coq's kernel checks theorems again: yes runs coqc on those it has not checked yet, cached takes "
          "earlier answers alone, no leaves them out")
      ->type_name("USE")
      ->check(CLI::IsMember({"no", "cached", "yes"}))
      ->capture_default_str();
}

std::vector<Check> kernel_checks_of(const Selection& selection, const KernelFlags& flags) {
  const KernelUse use = use_in(flags);
  return kernel_checks(selection.statements, at_hand(use), use);
}

std::string options_to_repeat(const KernelFlags& flags) {
  return flags.use == "cached" ? "" : " --kernel " + flags.use;
}

}  // namespace verigrad::app
