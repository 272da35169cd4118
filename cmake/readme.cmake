# Compares the generated parts of README.md with what they are generated from; with -DWRITE=ON, writes them.
#   cmake -DROOT=<source tree> [-DWRITE=ON] -P cmake/readme.cmake
cmake_minimum_required(VERSION 3.25)
file(READ ${ROOT}/README.md readme)

file(STRINGS ${ROOT}/lib/catalogue.txt lines ENCODING UTF-8)
set(open 0)
set(table "| statement | files and tests are named | what it says |\n|---|---|---|\n")
foreach(line IN LISTS lines)
  if(line MATCHES "^([^#|]*[^ |]) *\\| *([a-z_]+) *\\| *(.*)$")
    string(APPEND table "| `${CMAKE_MATCH_1}` | `${CMAKE_MATCH_2}` | ${CMAKE_MATCH_3} |\n")
  elseif(NOT line MATCHES "^#")
    math(EXPR open "${open} + 1")
  endif()
endforeach()
string(APPEND table "\n${open} more statements of the five texts are open: `verigrad list` shows them all.\n")

file(READ ${ROOT}/examples/first/main.cpp program)
file(READ ${ROOT}/examples/first/expected.txt output)
set(first "```cpp\n${program}```\n\n```\n${output}```\n")

foreach(part IN ITEMS table first)
  if(NOT readme MATCHES "<!-- ${part} -->\n(.*)<!-- end ${part} -->")
    message(FATAL_ERROR "README.md lacks the markers of its generated part ${part}")
  endif()
  string(REPLACE "<!-- ${part} -->\n${CMAKE_MATCH_1}<!-- end ${part} -->" "<!-- ${part} -->\n${${part}}<!-- end ${part} -->" readme "${readme}")
endforeach()

file(READ ${ROOT}/README.md current)
if(WRITE)
  file(WRITE ${ROOT}/README.md "${readme}")
elseif(NOT readme STREQUAL current)
  message(FATAL_ERROR "README.md is not what lib/catalogue.txt and examples/first give; run\n  cmake -DROOT=. -DWRITE=ON -P cmake/readme.cmake")
endif()
