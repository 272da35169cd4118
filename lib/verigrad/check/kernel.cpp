#include "verigrad/check/kernel.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/check/theorems.hpp"
#include "verigrad/text/descriptor.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad {
namespace {

namespace fs = std::filesystem;

/// Coq has refused a file.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// The environment without what makes Coq look for files elsewhere.
std::vector<char*> environment() {
  std::vector<char*> kept;
  for (char** entry = environ; *entry; ++entry) {
    const std::string_view text = *entry;
    if (!text.starts_with("COQPATH=") && !text.starts_with("COQLIB=")) kept.push_back(*entry);
  }
  kept.push_back(nullptr);
  return kept;
}

/// Runs coqc in this process's group, in `folder`, its output in `out`. Returns whether it accepted the file; nothing
/// where there is no coqc.
std::optional<bool> run_coqc(std::vector<std::string> arguments, const fs::path& folder, const fs::path& out) {
  arguments.insert(arguments.begin(), "coqc");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  constexpr mode_t readable = 0644;
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, readable);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  pid_t process = -1;
  const int error = posix_spawnp(&process, "coqc", &actions, nullptr, argv.data(), environment().data());
  posix_spawn_file_actions_destroy(&actions);
  if (error == ENOENT) return std::nullopt;
  if (error != 0) throw std::system_error(error, std::generic_category(), "coqc");
  int status = 0;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "coqc");
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

constexpr std::string_view scratch_name = "verigrad-coqc-";

/// Folders that processes left which were killed.
void remove_abandoned(const fs::path& within) {
  std::error_code ignored;
  for (const fs::path& folder : fs::directory_iterator(within, ignored)) {
    const std::string name = folder.filename().string();
    if (!name.starts_with(scratch_name)) continue;
    const int owner = std::atoi(name.c_str() + scratch_name.size());
    if (owner > 0 && kill(owner, 0) != 0 && errno == ESRCH) fs::remove_all(folder, ignored);
  }
}

/// A folder of its own that goes with it.
class Scratch {
public:
  explicit Scratch(const fs::path& within) {
    std::string name = (within / fmt::format("{}{}-XXXXXX", scratch_name, getpid())).string();
    if (!mkdtemp(name.data())) throw std::system_error(errno, std::generic_category(), within.string());
    path_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const fs::path& path() const { return path_; }

private:
  fs::path path_;
};

/// Whoever holds the lock of this name is alone; the others wait.
class Lock {
public:
  explicit Lock(const fs::path& file)
      : descriptor_(open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (!descriptor_.is_open()) throw std::system_error(errno, std::generic_category(), file.string());
    while (flock(descriptor_.number(), LOCK_EX) != 0)
      if (errno != EINTR) throw std::system_error(errno, std::generic_category(), file.string());
  }

private:
  Descriptor descriptor_;
};

void write(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  if (!stream) throw std::runtime_error(fmt::format("cannot write {}", file.string()));
}

/// The end of what coqc said, in one line.
std::string last_words(const fs::path& out) {
  constexpr std::size_t kept = 400;
  std::string text = fmt::format("{}", fmt::join(words_of(read_file(out.string())), " "));
  if (text.size() <= kept) return text;
  std::size_t begin = text.size() - kept;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  return "… " + text.substr(begin);
}

/// Compiles files of the library under their digests, each once.
class Compiler {
public:
  Compiler(const CoqLibrary& library, const Coq& coq)
      : library_(library), coq_(coq), folder_(prepared(coq.answers.front())), scratch_(folder_) {}

  /// Asks the kernel of the file's theorems and remembers the answer.
  KernelAnswer answer(const CoqFile& file) {
    for (const CoqFile* each : with_required(library_, file.path)) provide(*each);
    const TheoremFile content = theorems_in(file);
    const KernelAnswer found{names_of(content), axioms_of(content)};
    const std::string text =
        fmt::format("theorems: {}\naxioms: {}\n", fmt::join(found.theorems, " "), fmt::join(found.axioms, " "));
    keep(text, folder_ / digest(library_, file.path, coq_.version));
    return found;
  }

private:
  static fs::path prepared(const fs::path& folder) {
    fs::create_directories(folder);
    remove_abandoned(folder);
    return folder;
  }

  static std::vector<std::string> names_of(const TheoremFile& content) {
    std::vector<std::string> names;
    for (const Theorem& theorem : content.theorems) names.push_back(theorem.name);
    return names;
  }

  /// Puts the compiled file at its place in the scratch folder.
  void provide(const CoqFile& file) {
    const fs::path compiled = folder_ / (digest(library_, file.path, coq_.version) + ".vo");
    const fs::path source = scratch_.path() / file.path;
    const fs::path object = fs::path(source).replace_extension(".vo");
    if (fs::exists(object)) return;
    const Lock alone(fs::path(compiled).replace_extension(".lock"));
    write(source, file.text);
    if (!fs::exists(compiled)) {
      run(file.path);
      const fs::path beside = scratch_.path() / "compiled";
      fs::copy_file(object, beside);
      fs::rename(beside, compiled);
      return;
    }
    fs::copy_file(compiled, object);
  }

  /// Returns what coqc printed. Throws Refused.
  std::string run(const std::string& file) const {
    const fs::path out = scratch_.path() / "out";
    const auto accepted = run_coqc({"-q", "-Q", ".", "Verigrad", file}, scratch_.path(), out);
    if (!accepted) throw std::runtime_error("coqc is no longer found");
    if (!*accepted) throw Refused(fmt::format("coqc refuses {}: {}", file, last_words(out)));
    return read_file(out.string());
  }

  /// One term that names all theorems: its assumptions are theirs, and are looked for once.
  std::vector<std::string> axioms_of(const TheoremFile& content) const {
    const std::string module = fmt::format("Verigrad.{}.{}", content.topic(), content.stem());
    std::string text = fmt::format("From Verigrad Require {}.{}.\nDefinition every_theorem : True :=\n",
                                   content.topic(), content.stem());
    for (const Theorem& theorem : content.theorems) text += fmt::format("  let _ := @{}.{} in\n", module, theorem.name);
    write(scratch_.path() / "read_assumptions.v", text + "  I.\nPrint Assumptions every_theorem.\n");
    return axioms_in(run("read_assumptions.v"));
  }

  void keep(const std::string& text, const fs::path& place) const {
    const fs::path beside = scratch_.path() / "answer";
    write(beside, text);
    fs::rename(beside, place);
  }

  const CoqLibrary& library_;
  const Coq& coq_;
  fs::path folder_;
  Scratch scratch_;
};

/// What stands in the folders of answers under the file's digest.
std::optional<KernelAnswer> earlier_answer(const CoqLibrary& library, const std::string& path, const Coq& coq) {
  const std::string name = digest(library, path, coq.version);
  for (const fs::path& folder : coq.answers) {
    std::error_code ignored;
    if (fs::exists(folder / name, ignored)) return answer_in(read_file((folder / name).string()));
  }
  return std::nullopt;
}

/// Why the theorems do not hold as they stand in the file, or nothing.
std::string complaint(const TheoremFile& content, const std::vector<std::string>& names) {
  if (!content.open.empty()) return fmt::format("{} has \"{}\"", content.path, fmt::join(content.open, "\", \""));
  for (const std::string& name : names)
    if (std::ranges::find(content.theorems, name, &Theorem::name) == content.theorems.end())
      throw std::invalid_argument(fmt::format("{} has no theorem {}", content.path, name));
  return "";
}

std::string complaint(const std::string& path, const KernelAnswer& answer, const std::vector<std::string>& names) {
  for (const std::string& name : names)
    if (!std::ranges::count(answer.theorems, name)) return fmt::format("{}: nothing was answered of {}", path, name);
  for (const std::string& axiom : answer.axioms)
    if (!std::ranges::count(permitted_axioms(), axiom)) return fmt::format("{} rests on {}", path, axiom);
  return "";
}

Evidence not_checked(std::string why) {
  Evidence evidence;
  evidence.not_checked = std::move(why);
  return evidence;
}

Evidence refused(std::string why) {
  Evidence evidence;
  evidence.verdict = Verdict::fails;
  evidence.counterexample = std::move(why);
  return evidence;
}

/// Collects what is said of file after file.
class Findings {
public:
  void add(const std::string& path, const std::vector<std::string>& names, const KernelAnswer& answer) {
    theorems_ += long(names.size());
    note_ += fmt::format("{}{} of {}", note_.empty() ? "" : ", ", fmt::join(names, ", "), path);
    for (const std::string& axiom : answer.axioms)
      if (!std::ranges::count(axioms_, axiom)) axioms_.push_back(axiom);
  }

  Evidence evidence() const {
    Evidence result;
    result.verdict = Verdict::holds;
    result.level = Level::kernel;
    result.claims = theorems_;
    result.rungs = {{"coq", theorems_}};
    result.note =
        fmt::format("{}; axioms: {}", note_, axioms_.empty() ? "none" : fmt::format("{}", fmt::join(axioms_, ", ")));
    return result;
  }

private:
  long theorems_ = 0;
  std::string note_;
  std::vector<std::string> axioms_;
};

}  // namespace

std::string coqc_version() {
  const std::unique_ptr<FILE, int (*)(FILE*)> printed(popen("coqc --version 2>/dev/null", "r"), pclose);
  if (!printed) return "";
  std::string text;
  std::array<char, 256> block{};
  while (std::fgets(block.data(), int(block.size()), printed.get())) text += block.data();
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

KernelAnswer answer_in(std::string_view text) {
  constexpr std::string_view first = "theorems: ", second = "\naxioms: ";
  const std::size_t middle = text.find(second);
  const bool whole =
      text.starts_with(first) && middle != text.npos && text.ends_with('\n') && std::ranges::count(text, '\n') == 2;
  if (!whole) throw std::invalid_argument("an earlier answer of Coq's kernel is broken; remove it");
  return {words_of(text.substr(first.size(), middle - first.size())), words_of(text.substr(middle + second.size()))};
}

std::vector<std::string> axioms_in(std::string_view printed) {
  std::istringstream lines{std::string(printed)};
  std::vector<std::string> axioms;
  bool answered = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == ' ') continue;
    const bool heading = line == "Axioms:" || line == "Closed under the global context";
    answered = answered || heading;
    if (!heading) axioms.push_back(line.substr(0, line.find(' ')));
  }
  if (!answered) throw std::invalid_argument(fmt::format("Print Assumptions answers \"{}\"", printed));
  return axioms;
}

Evidence ask_kernel(const CoqLibrary& library, const TheoremNames& theorems, const Coq& coq, KernelUse use) {
  if (theorems.empty()) throw std::invalid_argument("ask_kernel: no theorem; name one");
  if (use == KernelUse::yes && coq.answers.empty())
    throw std::invalid_argument("ask_kernel: no folder for answers; name one");
  Findings findings;
  for (const auto& [path, names] : theorems) {
    const CoqFile& file = coq_file(library, path);
    if (const std::string why = complaint(theorems_in(file), names); !why.empty()) return refused(why);
    if (coq.version.empty()) return not_checked("for there is no coqc; install the package coq");
    std::optional<KernelAnswer> answer = earlier_answer(library, path, coq);
    if (!answer && use != KernelUse::yes)
      return not_checked("for coqc has not been run on these files; add --kernel yes");
    try {
      if (!answer) answer = Compiler(library, coq).answer(file);
    } catch (const Refused& refusal) {
      return refused(refusal.what());
    }
    if (const std::string why = complaint(path, *answer, names); !why.empty()) return refused(why);
    findings.add(path, names, *answer);
  }
  return findings.evidence();
}

}  // namespace verigrad
