/* Momentum v ← ½ v + g, θ ← θ − lr v on one tensor of up to 64 entries, answered to `verigrad check optimiser`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most = 64 };
static char line[1 << 16];
static double theta[most], v[most], g[most];

/* The numbers of the first list after the key; returns how many. A missing gradient has none. */
static int numbers(const char *key, double *into) {
  char *at = strstr(line, key);
  int n = 0;
  if (!at || !(at = strchr(at, ':'))) return 0;
  at += 1 + strspn(at + 1, " [");
  for (char *end; n < most; at = end + strspn(end, ", ")) {
    const double number = strtod(at, &end);
    if (end == at) break;
    into[n++] = number;
  }
  return n;
}

int main(void) {
  int n = 0;
  while (fgets(line, sizeof line, stdin)) {
    double lr = 0;
    if (strstr(line, "\"stop\"")) return 0;
    if (strstr(line, "\"start\"")) {
      n = numbers("\"values\"", theta);
      puts("{\"ready\": true}");
    } else {
      numbers("\"lr\"", &lr);
      const int given = numbers("\"gradients\"", g);
      for (int i = 0; i < given; ++i) theta[i] -= lr * (v[i] = v[i] / 2 + g[i]);
      for (int i = 0; i < n; ++i) printf("%s%.17g", i ? ", " : "{\"parameters\": [[", theta[i]);
      puts("]]}");
    }
    fflush(stdout);
  }
  return 1;
}
