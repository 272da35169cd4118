#include "verigrad/report/standard_streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <iostream>

namespace verigrad {

void reserve_standard_descriptors() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    const int the_wrong_way = number == STDIN_FILENO ? O_WRONLY : O_RDONLY;
    if (fcntl(number, F_GETFD) < 0) open("/dev/null", the_wrong_way);
  }
}

void tell(const std::string& line) {
  std::fputs((line + "\n").c_str(), stderr);
  std::fflush(stderr);
}

bool standard_output_arrived() {
  std::cout.flush();
  return std::fflush(stdout) == 0 && !std::ferror(stdout) && std::cout.good();
}

}  // namespace verigrad
