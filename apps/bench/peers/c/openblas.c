// Near the limit: the chapter's full-matrix algorithm in C, products by cblas_sgemm, everything else in loops that the compiler makes
// vectors of, and the step fused into BP4's product (beta = 1). Keeps the protocol of src/child/main.ts; row-major, a sample a row.
#define _GNU_SOURCE
#include <cblas.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

extern void openblas_set_num_threads(int);
extern char *openblas_get_config(void);
extern char *openblas_get_corename(void);

enum { MOST_LAYERS = 8, TESTED_AT_ONCE = 1000 };

static const char *setting(int count, char **words, const char *name, const char *otherwise) {
  size_t length = strlen(name);
  for (int i = 1; i < count; i++)
    if (!strncmp(words[i], name, length) && words[i][length] == '=') return words[i] + length + 1;
  return otherwise;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void *room(size_t bytes) {
  void *memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
  if (!memory) exit(1);
  memset(memory, 0, (bytes + 63) / 64 * 64);
  return memory;
}

static void *contents(const char *folder, const char *name, size_t *bytes) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) { perror(name); exit(1); }
  fseek(file, 0, SEEK_END);
  *bytes = (size_t)ftell(file);
  rewind(file);
  void *memory = room(*bytes);
  if (fread(memory, 1, *bytes, file) != *bytes) { fprintf(stderr, "%s is cut off\n", name); exit(1); }
  fclose(file);
  return memory;
}

static int L, n[MOST_LAYERS + 1], batch, is_tanh;
static float eta, *w[MOST_LAYERS], *b[MOST_LAYERS], *a[MOST_LAYERS + 1], *delta[MOST_LAYERS + 1];
static float *x, *y;
static size_t count, at;

// e^v = 2^k e^r, |r| <= log(2) / 2, without a branch: about 1.5 ulp.
static inline float exponential(float v) {
  v = v < -87.0f ? -87.0f : v;
  v = v > 87.0f ? 87.0f : v;
  const float to_integer = 12582912.0f;
  float shifted = v * 1.44269504f + to_integer, k = shifted - to_integer;
  float r = v - k * 0.693359375f + k * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  int32_t bits = ((int32_t)k + 127) << 23;
  float power;
  memcpy(&power, &bits, 4);
  return p * power;
}

static void activate(float *restrict z, size_t length) {
  if (is_tanh) for (size_t i = 0; i < length; i++) z[i] = 1.0f - 2.0f / (1.0f + exponential(2.0f * z[i]));
  else for (size_t i = 0; i < length; i++) z[i] = 1.0f / (1.0f + exponential(-z[i]));
}

static void times_slope(float *restrict d, const float *restrict from, size_t length) {
  if (is_tanh) for (size_t i = 0; i < length; i++) d[i] *= 1.0f - from[i] * from[i];
  else for (size_t i = 0; i < length; i++) d[i] *= from[i] * (1.0f - from[i]);
}

static void forward(const float *samples, int m) {
  a[0] = (float *)samples;
  for (int l = 0; l < L; l++) {
    for (int i = 0; i < m; i++) memcpy(a[l + 1] + (size_t)i * n[l + 1], b[l], 4 * (size_t)n[l + 1]);
    if (m == 1) cblas_sgemv(CblasRowMajor, CblasNoTrans, n[l + 1], n[l], 1, w[l], n[l], a[l], 1, 1, a[l + 1], 1);
    else cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n[l + 1], n[l], 1, a[l], n[l], w[l], n[l], 1, a[l + 1], n[l + 1]);
    activate(a[l + 1], (size_t)m * n[l + 1]);
  }
}

static void step(const float *samples, const float *targets, int m) {
  const float scale = -eta / m;
  forward(samples, m);
  size_t outputs = (size_t)m * n[L];
  for (size_t i = 0; i < outputs; i++) delta[L][i] = a[L][i] - targets[i];
  times_slope(delta[L], a[L], outputs);
  for (int l = L - 1; l >= 0; l--) {
    if (l > 0) {
      cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n[l], n[l + 1], 1, delta[l + 1], n[l + 1], w[l], n[l], 0, delta[l], n[l]);
      times_slope(delta[l], a[l], (size_t)m * n[l]);
    }
    cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, n[l + 1], n[l], m, scale, delta[l + 1], n[l + 1], a[l], n[l], 1, w[l], n[l]);
    for (int i = 0; i < m; i++)
      for (int j = 0; j < n[l + 1]; j++) b[l][j] += scale * delta[l + 1][(size_t)i * n[l + 1] + j];
  }
}

static void train(size_t samples, int learn) {
  for (size_t done = 0; done < samples; done += batch) {
    if (learn) step(x + at * n[0], y + at * n[L], batch);
    else forward(x + at * n[0], batch);
    at = (at + batch) % (count - count % batch);
  }
}

static uint8_t *images, *labels, *test_images, *test_labels;
static size_t digits, tests;
static long correct;

static void gather(float *restrict to, const uint8_t *from, size_t index) {
  const uint8_t *restrict column = from + index * n[0];
  for (int k = 0; k < n[0]; k++) to[k] = column[k] * (1.0f / 255);
}

static void epochs(size_t samples) {
  static uint32_t *order;
  static float *chosen, *targets;
  if (!order) {
    order = room(4 * digits);
    chosen = room(4 * (size_t)TESTED_AT_ONCE * n[0]);
    targets = room(4 * (size_t)batch * n[L]);
    for (size_t i = 0; i < digits; i++) order[i] = i;
  }
  for (size_t done = 0; done < samples; done += digits) {
    for (size_t i = digits - 1; i > 0; i--) {
      size_t j = (size_t)(drand48() * (i + 1));
      uint32_t swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    for (size_t first = 0; first < digits; first += batch) {
      memset(targets, 0, 4 * (size_t)batch * n[L]);
      for (int i = 0; i < batch; i++) {
        gather(chosen + (size_t)i * n[0], images, order[first + i]);
        targets[i * n[L] + labels[order[first + i]]] = 1;
      }
      step(chosen, targets, batch);
    }
    correct = 0;
    for (size_t first = 0; first < tests; first += TESTED_AT_ONCE) {
      for (size_t i = 0; i < TESTED_AT_ONCE; i++) gather(chosen + i * n[0], test_images, first + i);
      forward(chosen, TESTED_AT_ONCE);
      for (size_t i = 0; i < TESTED_AT_ONCE; i++) {
        const float *output = a[L] + i * n[L];
        int largest = 0;
        for (int j = 1; j < n[L]; j++) if (output[j] > output[largest]) largest = j;
        correct += largest == test_labels[first + i];
      }
    }
  }
}

static int transpose_a, transpose_b;
static float *A, *B, *C;

// C = op(A) op(B), column after column as ours: m x k times k x n.
static void products(size_t times) {
  int m = n[0], k = n[1], p = n[2];
  for (size_t i = 0; i < times; i++)
    cblas_sgemm(CblasColMajor, transpose_a ? CblasTrans : CblasNoTrans, transpose_b ? CblasTrans : CblasNoTrans, m, p, k, 1, A,
                transpose_a ? k : m, B, transpose_b ? p : k, 0, C, m);
}

static const char *kind;

static double timed(size_t samples) {
  double begun = now();
  if (!strcmp(kind, "epochs")) epochs(samples);
  else if (!strcmp(kind, "gemm")) products(samples);
  else train(samples, !strcmp(kind, "train"));
  return now() - begun;
}

static size_t in_batches(double samples, size_t granularity) {
  double batches = round(samples / granularity);
  return (batches < 1 ? 1 : (size_t)batches) * granularity;
}

static size_t pace(size_t granularity, double seconds) {
  size_t samples = granularity;
  double spent = 0;
  for (;;) {
    double took = timed(samples);
    spent += took;
    size_t wanted = in_batches(samples / took * seconds, granularity);
    if ((took > seconds / 2 && spent > 2 * seconds) || spent > 4 * seconds) {
      if (wanted != samples && took < 2 * seconds) timed(wanted);
      return wanted;
    }
    samples = 4 * samples < wanted ? 4 * samples : wanted;
  }
}

static void fill(float *numbers, size_t length) {
  for (size_t i = 0; i < length; i++) numbers[i] = (float)(i * 7919 % 1000) / 1000 - 0.5f;
}

int main(int words, char **word) {
  const char *folder = setting(words, word, "data", "."), *check = setting(words, word, "check", 0);
  const char *transposes = setting(words, word, "transposes", "NN");
  char sizes[256], name[300], *save = 0;
  kind = setting(words, word, "kind", "train");
  snprintf(sizes, sizeof sizes, "%s", setting(words, word, "sizes", "784,30,10"));
  for (char *size = strtok_r(sizes, ",", &save); size && L <= MOST_LAYERS; size = strtok_r(0, ",", &save)) n[L++] = atoi(size);
  L--;
  batch = atoi(setting(words, word, "batch", "10"));
  eta = (float)atof(setting(words, word, "eta", "0.1"));
  is_tanh = !strcmp(setting(words, word, "activation", "sigmoid"), "tanh");
  int threads = atoi(setting(words, word, "threads", "1"));
  openblas_set_num_threads(threads);

  size_t bytes, granularity = batch;
  if (!strcmp(kind, "gemm")) {
    size_t m = n[0], k = n[1], p = n[2];
    transpose_a = transposes[0] == 'T';
    transpose_b = transposes[1] == 'T';
    fill(A = room(4 * m * k), m * k);
    fill(B = room(4 * k * p), k * p);
    C = room(4 * m * p);
    granularity = 1;
  } else {
    int most = batch > TESTED_AT_ONCE ? batch : TESTED_AT_ONCE;
    snprintf(name, sizeof name, "x-%d.f32", n[0]);
    x = contents(folder, name, &bytes);
    count = bytes / 4 / n[0];
    snprintf(name, sizeof name, "y-%d.f32", n[L]);
    y = contents(folder, name, &bytes);
    size_t length = (size_t)snprintf(name, sizeof name, "start");
    for (int l = 0; l <= L; l++) length += (size_t)snprintf(name + length, sizeof name - length, "-%d", n[l]);
    snprintf(name + length, sizeof name - length, ".f32");
    float *flat = contents(folder, name, &bytes);
    for (int l = 0; l < L; l++) {
      size_t weights = (size_t)n[l] * n[l + 1];
      w[l] = memcpy(room(4 * weights), flat, 4 * weights);
      flat += weights;
      b[l] = memcpy(room(4 * (size_t)n[l + 1]), flat, 4 * (size_t)n[l + 1]);
      flat += n[l + 1];
      a[l + 1] = room(4 * (size_t)most * n[l + 1]);
      delta[l + 1] = room(4 * (size_t)batch * n[l + 1]);
    }
  }
  if (!strcmp(kind, "epochs")) {
    images = contents(folder, "training.images", &bytes);
    labels = contents(folder, "training.labels", &digits);
    test_images = contents(folder, "test.images", &bytes);
    test_labels = contents(folder, "test.labels", &tests);
    granularity = digits;
  }

  char version[100] = "?";
  sscanf(openblas_get_config(), "OpenBLAS %99s", version);
  char facts[400];
  snprintf(facts, sizeof facts, "\"version\":\"OpenBLAS %s\",\"note\":\"core %s, %d thread%s\",\"importMs\":0", version,
           openblas_get_corename(), threads, threads > 1 ? "s" : "");
  if (check) {
    timed(batch);
    FILE *file = fopen(check, "wb");
    for (int l = 0; file && l < L; l++) {
      fwrite(w[l], 4, (size_t)n[l] * n[l + 1], file);
      fwrite(b[l], 4, (size_t)n[l + 1], file);
    }
    if (file) fclose(file);
    printf("ready {%s,\"checked\":%s}\n", facts, file ? "true" : "false");
    return 0;
  }
  size_t samples = pace(granularity, atof(setting(words, word, "seconds", "0.3")));
  printf("ready {%s}\n", facts);
  fflush(stdout);
  char line[64];
  while (fgets(line, sizeof line, stdin) && !strncmp(line, "round", 5)) {
    printf("rate %.6f\n", samples / timed(samples));
    fflush(stdout);
  }
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("end {\"rssMb\":%ld,\"correct\":%ld}\n", usage.ru_maxrss / 1024, correct);
  return 0;
}
