// Figures: three whole files, with all words in them; complaints that name the remedy and leave nothing behind.
#include "verigrad/figure/figure.hpp"

#include <cstdlib>
#include <limits>
#include <set>

#include <gtest/gtest.h>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/figure/figures.hpp"
#include "verigrad/report/file.hpp"

namespace verigrad::report_figure_test {
namespace {

namespace fs = std::filesystem;

class WrittenFigure : public testing::Test {
protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "verigrad_XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    directory = pattern;
  }
  void TearDown() override { fs::remove_all(directory); }
  std::ptrdiff_t entries() const { return std::distance(fs::directory_iterator(directory), {}); }

  fs::path directory;
};

/// PATH without any program, until the end of the scope.
class EmptyPath {
public:
  EmptyPath() : old_(std::getenv("PATH")) { setenv("PATH", "", 1); }
  ~EmptyPath() { setenv("PATH", old_.c_str(), 1); }

private:
  std::string old_;
};

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Figure sample() {
  const Panel curves{"left",
                     {"step k (1)"},
                     {"f(xₖ) − f* (units of f)", true},
                     {{"measured", {{1, 2}, {nan, nan}, {2, 0.25}, {3, 0}}},
                      {"bound, \"printed\"", {{1, 4}, {3, 1}}, Stroke::dashed},
                      {"runs", {{1, 1}, {3, 2}}, Stroke::thin},
                      {"samples", {{2, 2}}, Stroke::points},
                      {"minimiser", {{3, 1}}, Stroke::cross}}};
  const Grid grid{{0, 1, 2}, {0, 1}, {{0, 1, 4}, {1, 2, 5}}};
  const Panel plane{"right", {"θ₁"}, {"θ₂"}, {}, Contours{"lines of J", grid, {1, 2}}, Density{"density of θ", grid}};
  return {"sample", "A sample's title", {curves, plane}, 2, "chosen here: everything\non two lines"};
}

std::string complaint(const Figure& wanted, const fs::path& where) {
  try {
    draw(wanted, where);
  } catch (const std::exception& error) {
    return error.what();
  }
  return "";
}

TEST_F(WrittenFigure, is_three_whole_files) {
  const std::vector<fs::path> files = draw(sample(), directory / "made");
  ASSERT_EQ(files, (std::vector<fs::path>{directory / "made/sample.svg", directory / "made/sample.png",
                                          directory / "made/sample.csv"}));
  const std::string svg = read_file(files[0]), png = read_file(files[1]);
  EXPECT_EQ(svg.find("<?xml"), 0u);
  EXPECT_NE(svg.find("</svg>", svg.size() - 10), std::string::npos);
  EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
  EXPECT_EQ(png.substr(png.size() - 8, 4), "IEND");
  EXPECT_EQ(std::distance(fs::directory_iterator(directory / "made"), {}), 3);
}

TEST_F(WrittenFigure, has_its_words) {
  const std::string svg = read_file(draw(sample(), directory)[0]);
  for (const char* words : {"A sample's title", "left", "right", "step k (1)", "f(xₖ) − f* (units of f)", "measured",
                            "bound, \"printed\"", "runs", "samples", "minimiser", "θ₁", "θ₂", "lines of J",
                            "density of θ", "chosen here: everything", "on two lines"})
    EXPECT_NE(svg.find(words), std::string::npos) << words;
}

TEST_F(WrittenFigure, draws_what_it_is_given) {
  const auto drawn = [&](const Figure& f) { return read_file(draw(f, directory)[0]); };
  Figure other = sample();
  other.panels[0].curves[0].points[0].second = 3;
  EXPECT_NE(drawn(other), drawn(sample())) << "a point";
  other = sample();
  other.panels[1].contours->levels = {3};
  EXPECT_NE(drawn(other), drawn(sample())) << "a level";
  other = sample();
  other.panels[0].y.logarithmic = false;
  EXPECT_NE(drawn(other), drawn(sample())) << "an axis";
  EXPECT_EQ(drawn(sample()), drawn(sample()));
}

TEST_F(WrittenFigure, keeps_its_data) {
  Figure small = sample();
  small.panels[0].curves.resize(2);
  small.panels[1].density.reset();
  EXPECT_EQ(read_file(draw(small, directory)[2]),
            "panel,curve,x,y,z\n"
            "\"left\",\"measured\",1,2,\n"
            "\"left\",\"measured\",nan,nan,\n"
            "\"left\",\"measured\",2,0.25,\n"
            "\"left\",\"measured\",3,0,\n"
            "\"left\",\"bound, \"\"printed\"\"\",1,4,\n"
            "\"left\",\"bound, \"\"printed\"\"\",3,1,\n"
            "\"right\",\"lines of J\",0,0,0\n"
            "\"right\",\"lines of J\",1,0,1\n"
            "\"right\",\"lines of J\",2,0,4\n"
            "\"right\",\"lines of J\",0,1,1\n"
            "\"right\",\"lines of J\",1,1,2\n"
            "\"right\",\"lines of J\",2,1,5\n");
}

TEST_F(WrittenFigure, shades_a_range_and_keeps_its_ends) {
  Figure ranged = sample();
  ranged.panels.resize(1);
  ranged.panels[0].curves = {{"runs", {{1, 2}, {2, 3}}, Stroke::solid, {{1, 4}, {2.5, 5}}}};
  const std::vector<fs::path> files = draw(ranged, directory);
  const std::string svg = read_file(files[0]);
  EXPECT_EQ(read_file(files[2]),
            "panel,curve,x,y,z\n"
            "\"left\",\"runs\",1,2,\n"
            "\"left\",\"runs\",2,3,\n"
            "\"left\",\"runs, lowest\",1,1,\n"
            "\"left\",\"runs, lowest\",2,2.5,\n"
            "\"left\",\"runs, highest\",1,4,\n"
            "\"left\",\"runs, highest\",2,5,\n");
  ranged.panels[0].curves[0].range[1].second = 6;
  EXPECT_NE(read_file(draw(ranged, directory)[0]), svg);
  ranged.panels[0].curves[0].range.pop_back();
  EXPECT_NE(complaint(ranged, directory).find("a range of 1 entries for 2 points; give one a point"),
            std::string::npos);
}

TEST_F(WrittenFigure, refuses_an_unwritable_directory) {
  EXPECT_THROW(draw(sample(), "/proc/figures"), std::invalid_argument);
  EXPECT_NE(complaint(sample(), "/proc/figures").find("/proc/figures; choose one you may write to"), std::string::npos);
  write_file(directory / "file", "text");
  EXPECT_THROW(draw(sample(), directory / "file"), std::invalid_argument);
  EXPECT_EQ(read_file(directory / "file"), "text");
  EXPECT_EQ(entries(), 1);
}

TEST_F(WrittenFigure, names_the_package_when_gnuplot_is_missing) {
  const EmptyPath nothing;
  EXPECT_THROW(draw(sample(), directory / "made"), std::runtime_error);
  EXPECT_NE(complaint(sample(), directory / "made").find("install the package gnuplot-nox"), std::string::npos);
  EXPECT_EQ(entries(), 0);
}

/// A home directory with settings for gnuplot that would change every figure, until the end of the scope.
class OwnSettings {
public:
  explicit OwnSettings(const fs::path& home) : old_(std::getenv("HOME") ? std::getenv("HOME") : "") {
    write_file(home / ".gnuplot", "set border 0\nset samples 7\nset label 'mine' at screen 0.5, 0.5\n");
    setenv("HOME", home.c_str(), 1);
  }
  ~OwnSettings() { setenv("HOME", old_.c_str(), 1); }

private:
  std::string old_;
};

TEST_F(WrittenFigure, does_not_depend_on_the_settings_of_the_user) {
  const std::string plain = read_file(draw(sample(), directory)[0]);
  fs::create_directory(directory / "home");
  const OwnSettings settings(directory / "home");
  EXPECT_EQ(read_file(draw(sample(), directory)[0]), plain);
}

TEST_F(WrittenFigure, a_failure_of_gnuplot_leaves_nothing) {
  Figure broken = sample();
  broken.panels[1].contours->levels = {nan};
  broken.panels[0].curves = {{"nothing that a logarithmic axis can show", {{1, 0}}}};
  EXPECT_NE(complaint(broken, directory).find("gnuplot failed on sample"), std::string::npos);
  EXPECT_EQ(entries(), 0);
}

TEST_F(WrittenFigure, one_file_that_cannot_be_written_leaves_the_others_as_they_are) {
  write_file(directory / "sample.csv", "kept");
  fs::permissions(directory / "sample.csv", fs::perms(0444));
  EXPECT_NE(complaint(sample(), directory).find("sample.csv: it is read-only"), std::string::npos);
  EXPECT_EQ(read_file(directory / "sample.csv"), "kept");
  EXPECT_EQ(entries(), 1);
}

TEST_F(WrittenFigure, refuses_empty_panels) {
  Figure empty = sample();
  empty.panels[0].curves.clear();
  EXPECT_THROW(draw(empty, directory), std::invalid_argument);
  empty.panels.clear();
  EXPECT_THROW(draw(empty, directory), std::invalid_argument);
  Figure no_columns = sample();
  no_columns.columns = 0;
  EXPECT_THROW(draw(no_columns, directory), std::invalid_argument);
}

TEST(Figures, every_source_is_in_the_catalogue_and_every_drawn_figure_has_a_source) {
  std::vector<std::string_view> stems;
  for (const FigureSource& source : figure_sources()) {
    stems.push_back(source.stem);
    EXPECT_NE(find_entry(source.stem), nullptr) << source.stem;
  }
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.kind != CatalogueEntry::Kind::figure || entry.open()) continue;
    EXPECT_NE(std::find(stems.begin(), stems.end(), entry.stem), stems.end()) << entry.id;
  }
}

TEST(Figures, names_are_unique_and_can_be_files) {
  std::set<std::string> names;
  for (const FigureSource& source : figure_sources())
    for (const Figure& made :
         source.make({.tables = fs::path(VERIGRAD_SOURCE_DIR) / "data", .epochs = 2, .seeds = 1})) {
      EXPECT_TRUE(names.insert(made.name).second) << made.name;
      EXPECT_EQ(made.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos) << made.name;
      EXPECT_FALSE(made.title.empty() || made.panels.empty()) << made.name;
      for (const Panel& panel : made.panels)
        EXPECT_FALSE(panel.x.label.empty() || panel.y.label.empty()) << made.name << " " << panel.title;
    }
}

}  // namespace
}  // namespace verigrad::report_figure_test
