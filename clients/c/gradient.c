/* f = x0² x1 + sin x1 and its gradient, answered to `verigrad check gradient`: no more is needed in any language. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char line[1 << 16];

int main(void) {
  while (fgets(line, sizeof line, stdin)) {
    if (strstr(line, "\"start\"")) {
      puts("{\"dimension\": 2}");
    } else if (strstr(line, "\"stop\"")) {
      return 0;
    } else {
      char *end = strchr(line, '[') + 1;
      const double x = strtod(end, &end), y = strtod(end + 1, NULL);
      printf("{\"value\": %.17g, \"gradient\": [%.17g, %.17g]}\n", x * x * y + sin(y), 2 * x * y, x * x + cos(y));
    }
    fflush(stdout);
  }
  return 1;
}
