#ifndef CPOSIX_SHIM_H
#define CPOSIX_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/statfs.h>

/* Declared by unistd.h only under _GNU_SOURCE, which Swift's view of glibc does not set. */
extern int syncfs(int descriptor);

/* Locks of an open file description (Linux, man 2 fcntl), whose commands glibc names only under _GNU_SOURCE. Unlike those of
   flock they can be asked for without being taken. */
enum { CPOSIX_OFD_GETLK = 36, CPOSIX_OFD_SETLK = 37 };

/* Takes the write lock of a whole file at once: 0, or the error number. */
static inline int cposix_take_lock(int descriptor) {
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  return fcntl(descriptor, CPOSIX_OFD_SETLK, &lock) == 0 ? 0 : errno;
}

/* Whether somebody else holds the lock of a file: 1 or 0, or -1 where that cannot be told. */
static inline int cposix_is_locked(int descriptor) {
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  return fcntl(descriptor, CPOSIX_OFD_GETLK, &lock) == 0 ? lock.l_type != F_UNLCK : -1;
}

#endif
