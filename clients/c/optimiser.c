/* Momentum v <- v/2 + g, x <- x - lr v, answered to `verigrad check optimiser`: the tensors stand one after another. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most = 64 };
static char line[1 << 16];
static double x[most], v[most];
static int size[most], tensors;

/* Reads the numbers of a list from behind its bracket; returns what follows it. */
static char *list(char *at, double *into, int *n) {
  for (*n = 0; *at != ']'; at += strspn(at, ", ")) into[(*n)++] = strtod(at, &at);
  return at + 1;
}

static void start(void) {
  int first = tensors = 0;
  for (char *at = line; (at = strstr(at, "\"values\"")); first += size[tensors++]) at = list(strchr(at, '[') + 1, x + first, &size[tensors]);
  memset(v, 0, sizeof v);
  puts("{\"ready\": true}");
}

static void step(void) {
  const double lr = strtod(strchr(strstr(line, "\"lr\""), ':') + 1, NULL);
  char *at = strchr(strstr(line, "\"gradients\""), '[') + 1;
  for (int t = 0, first = 0; t < tensors; first += size[t++]) {
    double g[most];
    int n = 0;
    at += strspn(at, ", ");
    at = *at == '[' ? list(at + 1, g, &n) : at + strlen("null"); /* a missing gradient moves nothing */
    for (int i = 0; i < n; ++i) x[first + i] -= lr * (v[first + i] = v[first + i] / 2 + g[i]);
    printf("%s", t ? ", [" : "{\"parameters\": [[");
    for (int i = 0; i < size[t]; ++i) printf("%s%.17g", i ? ", " : "", x[first + i]);
    printf("]");
  }
  puts("]}");
}

int main(void) {
  while (fgets(line, sizeof line, stdin)) {
    if (strstr(line, "\"stop\"")) return 0;
    if (strstr(line, "\"start\"")) start();
    else step();
    fflush(stdout);
  }
  return 1;
}
