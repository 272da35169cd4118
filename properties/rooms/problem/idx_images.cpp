// Images in the IDX format: pixels in their places, plain and packed; every mistake is one line with file and remedy.
#include "verigrad/problem/idx_images.hpp"

#include <unistd.h>
#include <zlib.h>

#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/text/read_file.hpp"

namespace verigrad::problem_idx_images_test {
namespace {

namespace fs = std::filesystem;

std::string big_endian(unsigned number) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += char(number >> shift & 255u);
  return bytes;
}

struct IdxFiles : testing::Test {
  fs::path directory = fs::temp_directory_path() / fmt::format("verigrad_idx_{}", getpid());
  IdxFiles() { fs::create_directories(directory); }
  ~IdxFiles() override { fs::remove_all(directory); }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(directory / name, std::ios::binary) << bytes;
  }
  void write_packed(const std::string& name, const std::string& bytes) const {
    const gzFile file = gzopen((directory / name).c_str(), "wb");
    gzwrite(file, bytes.data(), unsigned(bytes.size()));
    gzclose(file);
  }
  LabelledImages read(int at_most = 100) const { return read_idx_images(directory, "t", at_most); }
  /// The message of the error, one line that names the directory; empty when nothing is thrown.
  std::string error() const {
    try {
      read();
    } catch (const std::exception& problem) {
      const std::string message = problem.what();
      EXPECT_NE(message.find(directory.string()), std::string::npos) << message;
      EXPECT_EQ(message.find('\n'), std::string::npos) << message;
      return message;
    }
    return "";
  }
};

constexpr const char *image_file = "t-images-idx3-ubyte", *label_file = "t-labels-idx1-ubyte";

/// Two images of 2 rows and 3 columns, the pixel (r, c) of image n being 51 n + 10 r + c.
std::string images() {
  std::string bytes = big_endian(0x803) + big_endian(2) + big_endian(2) + big_endian(3);
  for (const int n : {0, 1})
    for (const int r : {0, 1})
      for (const int c : {0, 1, 2}) bytes += char(51 * n + 10 * r + c);
  return bytes;
}
std::string labels() { return big_endian(0x801) + big_endian(2) + char(7) + char(200); }

TEST_F(IdxFiles, read_pixel_by_pixel) {
  write(image_file, images());
  write(label_file, labels());
  const LabelledImages read_in = read();
  Matrix<double> pixels(2, 6);
  pixels << 0, 1, 2, 10, 11, 12, 51, 52, 53, 61, 62, 63;
  EXPECT_EQ(read_in.pixels, Matrix<double>(pixels / 255));
  EXPECT_EQ(read_in.labels, (std::vector<int>{7, 200}));
  const LabelledImages first = read(1);
  EXPECT_EQ(first.pixels, Matrix<double>(pixels.topRows(1) / 255));
  EXPECT_EQ(first.labels, std::vector<int>{7});
}

TEST_F(IdxFiles, read_the_same_when_packed) {
  write_packed(std::string(image_file) + ".gz", images());
  write_packed(std::string(label_file) + ".gz", labels());
  EXPECT_EQ(read().labels, (std::vector<int>{7, 200}));
  EXPECT_EQ(read().pixels(1, 5), 63 / 255.0);
}

TEST_F(IdxFiles, refuse_what_is_none) {
  EXPECT_NE(error().find("has neither t-images-idx3-ubyte nor t-images-idx3-ubyte.gz"), std::string::npos);
  const auto complaint = [&](const std::string& image_bytes, const std::string& label_bytes) {
    write(image_file, image_bytes);
    write(label_file, label_bytes);
    return error();
  };
  const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
  EXPECT_EQ(complaint(images(), labels()), "");
  EXPECT_TRUE(has(complaint(labels(), labels()), "10 bytes, fewer than its header has"));
  EXPECT_TRUE(has(complaint(images(), images()), "the header begins with 00000803, not 00000801"));
  EXPECT_TRUE(has(complaint(images() + "x", labels()), "the header announces 12 entries, and 13 follow"));
  EXPECT_TRUE(has(complaint(images().substr(0, 20), labels()), "and 4 follow; give MNIST's own file"));
  EXPECT_TRUE(has(complaint(images(), labels().replace(7, 1, "\1").substr(0, 9)), "1 labels for 2 images"));
  const std::string huge = big_endian(0x803) + std::string(12, '\xff') + "xxxx";
  EXPECT_TRUE(has(complaint(huge, labels()), "dimension 1 is 4294967295, for 20 bytes in all"));
  const std::string none = big_endian(0x801) + big_endian(0);
  EXPECT_TRUE(has(complaint(images(), none), "dimension 1 is 0, for 8 bytes"));
}

TEST_F(IdxFiles, refuse_a_packed_file_that_was_cut) {
  write_packed("whole", images());
  write(std::string(image_file) + ".gz", read_file(directory / "whole").substr(0, 20));
  EXPECT_TRUE(error().find("was the file cut?") != std::string::npos) << error();
  EXPECT_THROW(read(), FileError);
}

}  // namespace
}  // namespace verigrad::problem_idx_images_test
