// One cohort in several states, one draw at a time, in C: STATES CYCLES DRAWS [with|without].
// The same model as ../states-by-hand.mjs. Prints, as JSON, the processor time of nine runs, and the first agency's
// mean.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { AGENCIES = 8, PEOPLE = 1000 };
static const double DISCOUNT_RATE = 0.035, RISK_MEDIAN = 0.8, RISK_SD_LOG = 0.1;

// xoshiro256+ (Blackman and Vigna 2018).
static uint64_t seed[4] = {1, 2, 3, 4};
static inline uint64_t left(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }
static inline double uniform(void) {
  const uint64_t sum = seed[0] + seed[3], shifted = seed[1] << 17;
  seed[2] ^= seed[0];
  seed[3] ^= seed[1];
  seed[1] ^= seed[2];
  seed[0] ^= seed[3];
  seed[2] ^= shifted;
  seed[3] = left(seed[3], 45);
  return (sum >> 11) * 0x1.0p-53;
}

// A standard normal number by the polar method, which makes two at a time.
static double spare;
static int has_spare = 0;
static inline double normal(void) {
  if (has_spare) {
    has_spare = 0;
    return spare;
  }
  double x, y, square;
  do {
    x = 2 * uniform() - 1;
    y = 2 * uniform() - 1;
    square = x * x + y * y;
  } while (square >= 1 || square == 0);
  const double scale = sqrt(-2 * log(square) / square);
  spare = y * scale;
  has_spare = 1;
  return x * scale;
}

// A gamma number of a shape of 1 or more (Marsaglia and Tsang 2000).
static inline double gamma_of(double shape) {
  const double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d);
  for (;;) {
    const double x = normal(), root = 1 + c * x;
    if (root <= 0) continue;
    const double cube = root * root * root, u = uniform(), square = x * x;
    if (u < 1 - 0.0331 * square * square || log(u) < square / 2 + d * (1 - cube + log(cube))) return d * cube;
  }
}

static double count_of(int i, int j) { return i == j ? 60 + 2 * i : 1 + (7 * i + 3 * j) % 5; }

static int by_size(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double mean_of(const double *values, int count) {
  double sum = 0;
  for (int i = 0; i < count; i++) sum += values[i];
  return sum / count;
}

typedef struct {
  double spent, saved;
} Means;

static Means run(int states, int cycles, int per_year, int draws, int with) {
  double *chances = malloc(sizeof(double) * states * states), *eased = malloc(sizeof(double) * states * states);
  double *now = malloc(sizeof(double) * states), *next = malloc(sizeof(double) * states);
  double *stays = malloc(sizeof(double) * states), *discount = malloc(sizeof(double) * cycles);
  double *spent = malloc(sizeof(double) * AGENCIES * draws), *saved = calloc(AGENCIES * draws, sizeof(double));
  for (int cycle = 0; cycle < cycles; cycle++) discount[cycle] = pow(1 + DISCOUNT_RATE, -(cycle + 1.0) / per_year);
  for (int draw = 0; draw < draws; draw++) {
    for (int from = 0; from < states; from++) {
      double sum = 0;
      for (int to = 0; to < states; to++) sum += chances[to * states + from] = gamma_of(count_of(from, to));
      for (int to = 0; to < states; to++) chances[to * states + from] /= sum;
    }
    const double risk = with ? RISK_MEDIAN * exp(RISK_SD_LOG * normal()) : 1;
    for (int arm = 0; arm <= with; arm++) {
      memset(now, 0, sizeof(double) * states);
      memset(stays, 0, sizeof(double) * states);
      now[0] = PEOPLE;
      for (int cycle = 0; cycle < cycles; cycle++) {
        if (arm == 1 && cycle % per_year == 0) {
          const int year = cycle / per_year;
          const double cut = (1 - risk) * (year < 3 ? 1 : pow(0.7, year - 2));
          for (int from = 0; from < states; from++) {
            double gone = 0;
            for (int to = 0; to < states; to++)
              if (to != from) gone += eased[to * states + from] = chances[to * states + from] * (to > from ? 1 - cut : 1);
            eased[from * states + from] = 1 - gone;
          }
        }
        const double *moves = arm == 0 ? chances : eased;
        for (int to = 0; to < states; to++) {
          double sum = 0;
          for (int from = 0; from < states; from++) sum += now[from] * moves[to * states + from];
          next[to] = sum;
        }
        double *other = now;
        now = next;
        next = other;
        for (int state = 0; state < states; state++) stays[state] += now[state] * discount[cycle];
      }
      for (int agency = 0; agency < AGENCIES; agency++) {
        double pounds = 0;
        for (int state = 0; state < states; state++) pounds += stays[state] * ((13 * state + 29 * agency) % 17) * 10 * state;
        if (arm == 0) spent[agency * draws + draw] = pounds;
        else saved[agency * draws + draw] = spent[agency * draws + draw] - pounds;
      }
    }
  }
  for (int agency = 0; agency < AGENCIES; agency++) {
    qsort(spent + agency * draws, draws, sizeof(double), by_size);
    if (with) qsort(saved + agency * draws, draws, sizeof(double), by_size);
  }
  const Means means = {mean_of(spent, draws), mean_of(saved, draws)};
  free(chances), free(eased), free(now), free(next), free(stays), free(discount), free(spent), free(saved);
  return means;
}

int main(int count, char **words) {
  const int states = atoi(words[1]), cycles = atoi(words[2]), draws = atoi(words[3]);
  const int with = count > 4 && strcmp(words[4], "with") == 0, per_year = cycles % 12 == 0 ? 12 : 4;
  Means means = run(states, cycles, per_year, draws, with);
  printf("{\"times\":[");
  for (int repeat = 0; repeat < 9; repeat++) {
    const clock_t start = clock();
    means = run(states, cycles, per_year, draws, with);
    printf("%s%.3f", repeat ? "," : "", 1000.0 * (clock() - start) / CLOCKS_PER_SEC);
  }
  printf("],\"spent\":%.0f,\"saved\":%.0f}\n", means.spent, means.saved);
  return 0;
}
