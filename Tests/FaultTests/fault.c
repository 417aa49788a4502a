/* Lets the n-th change of a file fail, or ends the process just before it. Loaded into the program with LD_PRELOAD.

   FAULT_BELOW   only calls on paths below this folder count
   FAULT_AT      number of the call, from 1; 0: none
   FAULT_DO      kill: SIGKILL before the call. tear: half of a write, then SIGKILL. stop: SIGSTOP before the call.
                 Else the number of an error.
   FAULT_POISON  ends the process when it opens the claimed file of this name
   FAULT_LIE     with any value: syncs say that they are done, and do nothing
   FAULT_FOR     how many calls fail, from FAULT_AT on; 1 without it
   FAULT_COUNT   file that gets the number of calls, when the process ends by itself
   FAULT_TRACE   file that gets a line for every call: its number, name and path */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;
static long fault_at, fault_for = 1;
static int fault_error, fault_kill, fault_tear, fault_stop, lies, trace = -1;
static const char *below, *count_file, *poison;
static size_t below_length;

__attribute__((constructor)) static void start(void) {
  const char *text = getenv("FAULT_AT");
  fault_at = text ? atol(text) : 0;
  if ((text = getenv("FAULT_FOR"))) fault_for = atol(text);
  if ((text = getenv("FAULT_DO"))) {
    fault_kill = !strcmp(text, "kill");
    fault_tear = !strcmp(text, "tear");
    fault_stop = !strcmp(text, "stop");
    fault_error = atoi(text);
  }
  below = getenv("FAULT_BELOW");
  below_length = below ? strlen(below) : 0;
  lies = getenv("FAULT_LIE") != NULL;
  poison = getenv("FAULT_POISON");
  count_file = getenv("FAULT_COUNT");
  if ((text = getenv("FAULT_TRACE"))) trace = syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_TRUNC, 0644);
}

__attribute__((destructor)) static void end(void) {
  if (!count_file) return;
  char text[32];
  int length = snprintf(text, sizeof text, "%ld\n", atomic_load(&calls));
  int file = syscall(SYS_openat, AT_FDCWD, count_file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  syscall(SYS_write, file, text, length);
  syscall(SYS_close, file);
}

/* Whether the call fails; errno is set then. */
static int fails_at_path(const char *name, const char *path) {
  char full[4096];
  if (!below || !path) return 0;
  if (path[0] != '/') {
    if (!getcwd(full, sizeof full - strlen(path) - 2)) return 0;
    strcat(strcat(full, "/"), path);
    path = full;
  }
  if (strncmp(path, below, below_length)) return 0;
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (trace >= 0) {
    char line[4400];
    int length = snprintf(line, sizeof line, "%ld %s %s\n", number, name, path + below_length);
    syscall(SYS_write, trace, line, length);
  }
  if (!fault_at || number < fault_at || number >= fault_at + fault_for) return 0;
  if (fault_kill) kill(getpid(), SIGKILL);
  if (fault_stop) kill(getpid(), SIGSTOP);
  if (fault_tear) return 1;
  errno = fault_error;
  return fault_error != 0;
}

static int fails(const char *name, int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return fails_at_path(name, path);
}

/* The same for a name in a folder that is open. */
static int fails_in(const char *name, int folder, const char *path) {
  char link[64], full[8192];
  if (folder == AT_FDCWD || path[0] == '/') return fails_at_path(name, path);
  snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
  ssize_t length = readlink(link, full, 4096);
  if (length <= 0) return 0;
  snprintf(full + length, sizeof full - length, "/%s", path);
  return fails_at_path(name, full);
}

static void torn(void) {
  if (fault_tear) kill(getpid(), SIGKILL);
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

/* A file that ends whoever reads it. */
static void taste(const char *path) {
  if (!poison || !strstr(path, "/.claimed/")) return;
  size_t length = strlen(path), end = strlen(poison);
  if (length > end && !strcmp(path + length - end, poison)) kill(getpid(), SIGKILL);
}

#define OPENING(name)                                                                                              \
  int name(const char *path, int flags, ...) {                                                                     \
    mode_t mode = 0;                                                                                               \
    taste(path);                                                                                                   \
    if (flags & O_CREAT) {                                                                                         \
      va_list list;                                                                                                \
      va_start(list, flags);                                                                                       \
      mode = va_arg(list, mode_t);                                                                                 \
      va_end(list);                                                                                                \
      if (fails_at_path("create", path)) return torn(), -1;                                                        \
    }                                                                                                              \
    return REAL(int, name, const char *, int, ...)(path, flags, mode);                                             \
  }
OPENING(open)
OPENING(open64)

ssize_t write(int file, const void *bytes, size_t count) {
  if (fails("write", file)) {
    if (fault_tear) syscall(SYS_write, file, bytes, count / 2);
    return torn(), -1;
  }
  return REAL(ssize_t, write, int, const void *, size_t)(file, bytes, count);
}

#define PWRITING(name)                                                                                             \
  ssize_t name(int file, const void *bytes, size_t count, off64_t offset) {                                        \
    if (fails("write", file)) {                                                                                    \
      if (fault_tear) syscall(SYS_pwrite64, file, bytes, count / 2, offset);                                       \
      return torn(), -1;                                                                                           \
    }                                                                                                              \
    return REAL(ssize_t, name, int, const void *, size_t, off64_t)(file, bytes, count, offset);                    \
  }
PWRITING(pwrite)
PWRITING(pwrite64)

#define ON_PATH(name)                                                                                              \
  int name(const char *path) {                                                                                     \
    if (fails_at_path(#name, path)) return torn(), -1;                                                             \
    return REAL(int, name, const char *)(path);                                                                    \
  }
ON_PATH(unlink)
ON_PATH(rmdir)

int mkdir(const char *path, mode_t mode) {
  if (fails_at_path("mkdir", path)) return torn(), -1;
  return REAL(int, mkdir, const char *, mode_t)(path, mode);
}

int rename(const char *from, const char *to) {
  if (fails_at_path("rename", from)) return torn(), -1;
  return REAL(int, rename, const char *, const char *)(from, to);
}

int unlinkat(int folder, const char *path, int flags) {
  if (fails_in("unlink", folder, path)) return torn(), -1;
  return REAL(int, unlinkat, int, const char *, int)(folder, path, flags);
}

int mkdirat(int folder, const char *path, mode_t mode) {
  if (fails_in("mkdir", folder, path)) return torn(), -1;
  return REAL(int, mkdirat, int, const char *, mode_t)(folder, path, mode);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  if (fails_in("rename", from_folder, from)) return torn(), -1;
  return REAL(int, renameat, int, const char *, int, const char *)(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags) {
  if (fails_in("rename", from_folder, from)) return torn(), -1;
  return REAL(int, renameat2, int, const char *, int, const char *, unsigned int)(from_folder, from, to_folder, to, flags);
}

#define ON_FILE(name)                                                                                              \
  int name(int file) {                                                                                             \
    if (fails(#name, file)) return torn(), -1;                                                                     \
    return lies ? 0 : REAL(int, name, int)(file);                                                                             \
  }
ON_FILE(fsync)
ON_FILE(fdatasync)
ON_FILE(syncfs)

#define TRUNCATING(name)                                                                                           \
  int name(int file, off64_t size) {                                                                               \
    if (fails("truncate", file)) return torn(), -1;                                                                \
    return REAL(int, name, int, off64_t)(file, size);                                                              \
  }
TRUNCATING(ftruncate)
TRUNCATING(ftruncate64)
