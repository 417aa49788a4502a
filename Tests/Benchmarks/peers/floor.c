/* The least that an ingest of XML bundles can do, in C: inflate each zip, parse its XML by SAX against the schema, on as many
   threads as are asked for; write as many files as the program does, of given sizes; end with one syncfs.

     floor SCHEMA FOLDER OUT THREADS SIZE...      SIZE: bytes of each file that is written a bundle

   Prints activities, soLuong and soNguoi of all bundles. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

static char **names;
static int count, sizes[16], sizeCount;
static const char *folder, *out;
static atomic_int next;
static atomic_long records, products, people;
static xmlSchemaPtr schema;

typedef struct { long records, products, people; int inActivities; } Sums;

static unsigned get(const unsigned char *p, int n) {
  unsigned v = 0;
  for (int i = 0; i < n; i++) v |= (unsigned)p[i] << (8 * i);
  return v;
}

static void start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int nn, const xmlChar **ns,
                  int n, int defaulted, const xmlChar **a) {
  Sums *sums = data;
  if (!strcmp((char *)name, "hoatDong")) sums->inActivities = 1;
  if (!sums->inActivities || strcmp((char *)name, "muc")) return;
  sums->records++;
  for (int i = 0; i < n; i++) {
    if (!strcmp((char *)a[5 * i], "soLuong")) sums->products += strtol((char *)a[5 * i + 3], 0, 10);
    if (!strcmp((char *)a[5 * i], "soNguoi")) sums->people += strtol((char *)a[5 * i + 3], 0, 10);
  }
}

static void end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  if (!strcmp((char *)name, "hoatDong")) ((Sums *)data)->inActivities = 0;
}

static void parse(const char *xml, int size) {
  Sums sums = {0};
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start;
  sax.endElementNs = end;
  xmlSAXHandlerPtr handler = &sax;
  void *data = &sums;
  xmlSchemaValidCtxtPtr valid = xmlSchemaNewValidCtxt(schema);
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(0, 0, 0, 0, 0);
  *parser->sax = sax;
  parser->userData = &sums;
  xmlSchemaSAXPlugPtr plug = xmlSchemaSAXPlug(valid, &parser->sax, &parser->userData);
  xmlParseChunk(parser, xml, size, 1);
  if (!parser->wellFormed || xmlSchemaIsValid(valid) != 1) { fprintf(stderr, "invalid\n"); exit(1); }
  xmlSchemaSAXUnplug(plug);
  parser->userData = 0;
  xmlFreeParserCtxt(parser);
  xmlSchemaFreeValidCtxt(valid);
  (void)handler; (void)data;
  records += sums.records; products += sums.products; people += sums.people;
}

static void bundle(const char *name, int number) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  int fd = open(path, O_RDONLY);
  long size = lseek(fd, 0, SEEK_END);
  unsigned char *zip = malloc(size);
  if (pread(fd, zip, size, 0) != size) exit(1);
  close(fd);
  const unsigned char *last = zip + size - 22, *entry = zip + get(last + 16, 4);
  for (unsigned i = 0; i < get(last + 10, 2); i++) {
    unsigned packed = get(entry + 20, 4), inflated = get(entry + 24, 4), length = get(entry + 28, 2);
    const unsigned char *local = zip + get(entry + 42, 4);
    if (length > 4 && !memcmp(entry + 46 + length - 4, ".xml", 4)) {
      char *xml = malloc(inflated + 1);
      z_stream z = {.next_in = (Bytef *)local + 30 + get(local + 26, 2) + get(local + 28, 2), .avail_in = packed,
                    .next_out = (Bytef *)xml, .avail_out = inflated};
      inflateInit2(&z, -15);
      if (inflate(&z, Z_FINISH) != Z_STREAM_END) exit(1);
      inflateEnd(&z);
      parse(xml, (int)inflated);
      free(xml);
    }
    entry += 46 + length + get(entry + 30, 2) + get(entry + 32, 2);
  }
  free(zip);
  static char zeros[1 << 20];
  for (int i = 0; i < sizeCount; i++) {
    snprintf(path, sizeof path, "%s/%d.%d", out, number, i);
    fd = open(path, O_WRONLY | O_CREAT, 0644);
    if (write(fd, zeros, sizes[i]) != sizes[i]) exit(1);
    close(fd);
  }
}

static void *work(void *unused) {
  for (int i; (i = next++) < count;) bundle(names[i], i);
  return 0;
}

int main(int argc, char **argv) {
  if (argc < 5) return 64;
  folder = argv[2]; out = argv[3];
  int threads = atoi(argv[4]);
  for (int i = 5; i < argc && sizeCount < 16; i++) sizes[sizeCount++] = atoi(argv[i]);
  xmlInitParser();
  xmlSchemaParserCtxtPtr reader = xmlSchemaNewParserCtxt(argv[1]);
  schema = xmlSchemaParse(reader);
  DIR *dir = opendir(folder);
  for (struct dirent *e; (e = readdir(dir));) {
    long n = strlen(e->d_name);
    if (n < 4 || strcmp(e->d_name + n - 4, ".zip")) continue;
    names = realloc(names, (count + 1) * sizeof *names);
    names[count++] = strdup(e->d_name);
  }
  pthread_t ids[64];
  for (int i = 0; i < threads; i++) pthread_create(&ids[i], 0, work, 0);
  for (int i = 0; i < threads; i++) pthread_join(ids[i], 0);
  int fd = open(out, O_RDONLY);
  syncfs(fd);
  printf("%ld %ld %ld\n", records, products, people);
  return 0;
}
