# Holds docs/evidence_and_trust.md against the sources: it names all that verdicts rest on. Run as a test:
#   cmake -DROOT=<source tree> -P cmake/trust_page.cmake
# What decides is the rooms number, claim, check and evidence, which the page names, and whatever they include beyond
# themselves; what encloses on its own is every source between problem and theorem that speaks of Ball or Interval. The page
# must name each such source, `room/file`.
cmake_minimum_required(VERSION 3.25)
file(READ ${ROOT}/docs/evidence_and_trust.md page)
set(deciding number claim check evidence)
set(enclosing problem network autodiff algorithm flow theorem)
set(unnamed)

function(require_named source)
  string(REGEX REPLACE "\\.[hc]pp$" "" source ${source})
  string(FIND "${page}" "`${source}" position)
  if(position EQUAL -1 AND NOT source IN_LIST unnamed)
    set(unnamed ${unnamed} ${source} PARENT_SCOPE)
  endif()
endfunction()

# What carries verdicts from where they are made to where they are read.
foreach(source sampling/sample report/worker report/workers report/json report/report)
  require_named(${source})
endforeach()

foreach(room IN LISTS deciding)
  if(NOT page MATCHES "`${room}`")
    list(APPEND unnamed ${room})
  endif()
endforeach()

# The closure of the includes of the deciding rooms, each header with its source.
set(seen)
file(GLOB waiting RELATIVE ${ROOT}/lib/verigrad ${ROOT}/lib/verigrad/number/* ${ROOT}/lib/verigrad/claim/* ${ROOT}/lib/verigrad/check/*
     ${ROOT}/lib/verigrad/evidence/*)
list(FILTER waiting INCLUDE REGEX "pp$")
while(waiting)
  list(POP_FRONT waiting file)
  if(file IN_LIST seen)
    continue()
  endif()
  list(APPEND seen ${file})
  string(REGEX REPLACE "/.*" "" room ${file})
  if(NOT room IN_LIST deciding)
    require_named(${file})
  endif()
  string(REGEX REPLACE "hpp$" "cpp" source ${file})
  if(EXISTS ${ROOT}/lib/verigrad/${source})
    list(APPEND waiting ${source})
  endif()
  file(STRINGS ${ROOT}/lib/verigrad/${file} includes REGEX "^#include \"verigrad/")
  foreach(line IN LISTS includes)
    string(REGEX REPLACE ".*\"verigrad/([^\"]*)\".*" "\\1" included ${line})
    list(APPEND waiting ${included})
  endforeach()
endwhile()

foreach(room IN LISTS enclosing)
  file(GLOB_RECURSE files RELATIVE ${ROOT}/lib/verigrad ${ROOT}/lib/verigrad/${room}/*.hpp ${ROOT}/lib/verigrad/${room}/*.cpp)
  foreach(file IN LISTS files)
    file(STRINGS ${ROOT}/lib/verigrad/${file} lines REGEX "(^|[^A-Za-z\"])(Ball|Interval|arb_[a-z]+)([^A-Za-z]|$)" ENCODING UTF-8)
    list(FILTER lines EXCLUDE REGEX "^ *//|throw |VERIGRAD_INSTANTIATE")
    if(lines)
      require_named(${file})
    endif()
  endforeach()
endforeach()

if(unnamed)
  list(JOIN unnamed "\n  " text)
  message(FATAL_ERROR "docs/evidence_and_trust.md does not name what verdicts rest on:\n  ${text}")
endif()
