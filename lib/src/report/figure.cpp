#include "verigrad/report/figure.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad {
namespace {

namespace fs = std::filesystem;

/// A file beside the final one, renamed when it is whole and removed otherwise.
class Draft {
public:
  explicit Draft(fs::path target) : target_(std::move(target)), path_(target_) { path_ += ".partial"; }
  ~Draft() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  const fs::path& path() const { return path_; }
  fs::path finish() {
    fs::rename(path_, target_);
    return target_;
  }

private:
  fs::path target_;
  fs::path path_;
};

void require_writable(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  Draft probe(directory / "probe");
  if (!std::ofstream(probe.path()))
    throw std::invalid_argument(
        fmt::format("cannot write into directory {}; choose one you may write to", directory.string()));
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') result += '\\';
    result += letter;
  }
  return result + "\"";
}

bool drawable(const Figure& figure, const std::pair<double, double>& point) {
  const auto fits = [](const Axis& axis, double value) {
    return std::isfinite(value) && (!axis.logarithmic || value > 0);
  };
  return fits(figure.x, point.first) && fits(figure.y, point.second);
}

std::string data_blocks(const Figure& figure) {
  std::string blocks;
  for (std::size_t i = 0; i < figure.curves.size(); ++i) {
    blocks += fmt::format("$curve{} << EOD\n", i);
    for (const auto& point : figure.curves[i].points)
      if (drawable(figure, point)) blocks += fmt::format("{} {}\n", point.first, point.second);
    blocks += "EOD\n";
  }
  return blocks;
}

std::string plot_command(const Figure& figure) {
  std::string command = "plot ";
  for (std::size_t i = 0; i < figure.curves.size(); ++i)
    command += fmt::format("{}$curve{} using 1:2 with lines lw 2 dt {} title {}", i == 0 ? "" : ", ", i,
                           figure.curves[i].bound ? 2 : 1, quoted(figure.curves[i].label));
  return command + "\n";
}

std::string script(const Figure& figure, const std::string& terminal, const fs::path& output) {
  std::string text = fmt::format("set terminal {}\nset output {}\n", terminal, quoted(output.string()));
  text += fmt::format("set title {} noenhanced\nset xlabel {} noenhanced\nset ylabel {} noenhanced\n",
                      quoted(figure.title), quoted(figure.x.label), quoted(figure.y.label));
  text += "set encoding utf8\nset key below noenhanced\nset bmargin 7\nset grid lc rgb '#dddddd'\n";
  text += "set linetype 1 lc rgb '#1f77b4'\nset linetype 2 lc rgb '#d62728'\nset linetype 3 lc rgb '#2ca02c'\n";
  if (figure.x.lowest) text += fmt::format("set xrange [{}:]\n", *figure.x.lowest);
  if (figure.y.lowest) text += fmt::format("set yrange [{}:]\n", *figure.y.lowest);
  if (figure.x.logarithmic) text += "set logscale x\n";
  if (figure.y.logarithmic) text += "set logscale y\nset format y '10^{%L}'\n";
  return text + data_blocks(figure) + plot_command(figure);
}

void run_gnuplot(const std::string& text) {
  FILE* gnuplot = popen("gnuplot 2>&1 1>/dev/null | head -n 5 1>&2", "w");
  if (!gnuplot) throw std::runtime_error("cannot start gnuplot; install the package gnuplot-nox");
  std::fwrite(text.data(), 1, text.size(), gnuplot);
  pclose(gnuplot);
}

fs::path draw_as(const Figure& figure, const std::string& terminal, const fs::path& target) {
  Draft draft(target);
  run_gnuplot(script(figure, terminal, draft.path()));
  std::error_code error;
  if (fs::file_size(draft.path(), error) == 0 || error)
    throw std::runtime_error(
        fmt::format("gnuplot drew nothing for {}; is the package gnuplot-nox installed?", target.string()));
  return draft.finish();
}

fs::path write_csv(const Figure& figure, const fs::path& target) {
  Draft draft(target);
  std::ofstream file(draft.path());
  file << "curve,x,y\n";
  for (const Curve& curve : figure.curves)
    for (const auto& [x, y] : curve.points) file << fmt::format("\"{}\",{},{}\n", curve.label, x, y);
  if (!file.flush()) throw std::runtime_error(fmt::format("cannot write {}; is the disk full?", target.string()));
  return draft.finish();
}

}  // namespace

std::vector<fs::path> draw(const Figure& figure, const fs::path& directory) {
  require_writable(directory);
  const auto target = [&](const char* extension) { return directory / (figure.name + extension); };
  return {draw_as(figure, "svg size 960,640 font 'Helvetica,16' background rgb 'white'", target(".svg")),
          draw_as(figure, "pngcairo size 1200,800 font 'Helvetica,16'", target(".png")),
          write_csv(figure, target(".csv"))};
}

}  // namespace verigrad
