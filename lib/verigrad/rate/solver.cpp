#include "verigrad/rate/solver.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/conformance/process.hpp"
#include "verigrad/text/read_file.hpp"

namespace verigrad::rate {
namespace {

namespace fs = std::filesystem;

/// A directory of its own for as long as this lives.
class Workshop {
public:
  Workshop() {
    std::string pattern = fs::temp_directory_path() / "verigrad-rate-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), "no directory for the solver in " + pattern);
    path_ = pattern;
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  const fs::path& path() const { return path_; }
  void write(const char* name, const std::string& text) const {
    std::ofstream file(path_ / name);
    file << text;
    if (!file.flush()) throw SolverError(fmt::format("cannot write {}; make room there", (path_ / name).string()));
  }

private:
  fs::path path_;
};

/// Entries of G on and above the diagonal, column by column, are the first variables; the numbers F follow.
Eigen::Index variable(Eigen::Index row, Eigen::Index column) { return column * (column + 1) / 2 + row; }

/// Minimise c · y such that Σ y_i A_i − A_0 ⪰ 0, in two blocks: G, and the constraints' left sides as a diagonal.
std::string sdpa(const Program& program) {
  const Eigen::Index n = program.form.rows(), entries = n * (n + 1) / 2;
  std::string text = fmt::format("{}\n2\n{} -{}\n", entries + program.values.size(), n, program.constraints.size());
  for (Eigen::Index column = 0; column < n; ++column)
    for (Eigen::Index row = 0; row <= column; ++row)
      text += fmt::format("{:.17g} ", -program.form(row, column) * (row == column ? 1 : 2));
  for (const double value : program.values) text += fmt::format("{:.17g} ", -value);
  text += "\n";
  for (std::size_t i = 0; i < program.constraints.size(); ++i)
    if (program.constraints[i].constant != 0)
      text += fmt::format("0 2 {} {} {:.17g}\n", i + 1, i + 1, -program.constraints[i].constant);
  for (Eigen::Index column = 0; column < n; ++column)
    for (Eigen::Index row = 0; row <= column; ++row) {
      const Eigen::Index k = variable(row, column) + 1;
      text += fmt::format("{} 1 {} {} 1\n", k, row + 1, column + 1);
      for (std::size_t i = 0; i < program.constraints.size(); ++i) {
        const double entry = program.constraints[i].form(row, column) * (row == column ? 1 : 2);
        if (entry != 0) text += fmt::format("{} 2 {} {} {:.17g}\n", k, i + 1, i + 1, entry);
      }
    }
  for (Eigen::Index j = 0; j < program.values.size(); ++j)
    for (std::size_t i = 0; i < program.constraints.size(); ++i)
      if (const double entry = program.constraints[i].values[j]; entry != 0)
        text += fmt::format("{} 2 {} {} {:.17g}\n", entries + j + 1, i + 1, i + 1, entry);
  return text;
}

std::string parameters(double gap) {
  return fmt::format(
      "axtol=1.0e-10\natytol=1.0e-10\nobjtol={:g}\npinftol=1.0e8\ndinftol=1.0e8\nmaxiter=200\nminstepfrac=0.90\n"
      "maxstepfrac=0.97\nminstepp=1.0e-12\nminstepd=1.0e-12\nusexzgap=1\ntweakgap=0\naffine=0\nprintlevel=1\n"
      "perturbobj=0\nfastmode=0\n",
      gap);
}

/// What the solver's exit status says, but for those with which it leaves an answer.
void require_answer(int status, const std::string& command) {
  constexpr int no_such_command = 127, most_with_answer = 7, infeasible = 1, unbounded = 2;
  if (status == no_such_command)
    throw SolverError(
        fmt::format("no program \"{}\" solves semidefinite programs here; install coinor-csdp, "
                    "or only re-check certificates, with --check",
                    command));
  if (status == infeasible || status == unbounded)
    throw SolverError("the solver finds no bound: the worst case is infinite, or the numbers are too far apart");
  if (status < 0 || status > most_with_answer)
    throw SolverError(
        fmt::format("{} ended with exit status {}; take fewer steps, or numbers nearer to 1", command, status));
}

/// y, then "matrix block row column entry" of the slacks (1) and the multipliers (2).
Approximation answer_in(const std::string& text, const Program& program) {
  const Eigen::Index n = program.form.rows();
  Approximation answer{Matrix<double>(n, n), Vector<double>(program.values.size()),
                       Vector<double>::Zero(Eigen::Index(program.constraints.size()))};
  std::istringstream words(text);
  for (Eigen::Index column = 0; column < n; ++column)
    for (Eigen::Index row = 0; row <= column; ++row) {
      words >> answer.gram(row, column);
      answer.gram(column, row) = answer.gram(row, column);
    }
  for (double& value : answer.values) words >> value;
  if (!words) throw SolverError("the solver's answer is cut short; see that there is room for temporary files");
  int matrix = 0, block = 0;
  Eigen::Index row = 0, column = 0;
  for (double entry = 0; words >> matrix >> block >> row >> column >> entry;)
    if (matrix == 2 && block == 2 && row >= 1 && row <= answer.multipliers.size()) answer.multipliers[row - 1] = entry;
  if (!answer.gram.allFinite() || !answer.values.allFinite() || !answer.multipliers.allFinite())
    throw SolverError("the solver's answer has numbers that are not finite; take numbers nearer to 1");
  return answer;
}

}  // namespace

Approximation solve(const Program& program, double gap, const SolverOptions& options) {
  const Workshop workshop;
  workshop.write("problem", sdpa(program));
  workshop.write("param.csdp", parameters(gap));
  const std::string run =
      fmt::format("read -r request; cd '{}' && {} problem solution >&2; printf '{{\"status\": %d}}\\n' $?",
                  workshop.path().string(), options.command);
  Process process(run, options.time_limit, options.stop_descriptor);
  const nlohmann::json reply = process.ask({{"solve", nlohmann::json::object()}});
  require_answer(int(number_in(reply.value("status", nlohmann::json(-1)), "the solver's exit status")),
                 options.command);
  return answer_in(read_file(workshop.path() / "solution"), program);
}

}  // namespace verigrad::rate
