#include "verigrad/report/characters.hpp"

#include <utf8.h>

#include <iterator>

namespace verigrad {

std::string with_each_character(std::string_view text, char32_t (*f)(char32_t)) {
  std::string valid, result;
  utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid));
  for (auto place = valid.begin(); place != valid.end();)
    utf8::append(f(utf8::next(place, valid.end())), std::back_inserter(result));
  return result;
}

}  // namespace verigrad
